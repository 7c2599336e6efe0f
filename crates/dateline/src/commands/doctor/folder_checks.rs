//! What can be seen of a folder from outside.

use super::Finding;
use crate::{
    config::Agency,
    door::user,
    folder::{self, Lock, languages, style},
};
use std::{fs, os::unix::fs::MetadataExt, path::Path};

/// With less room than this something will soon fail, in bytes.
const LITTLE: u64 = 1024 * 1024 * 1024;
/// With less room than this nothing works for long, in bytes.
const NO_ROOM: u64 = 64 * 1024 * 1024;
/// No machine that runs this program has seen an earlier time, in seconds since 1970: 2026-01-01.
const EARLIEST: i64 = 1_767_225_600;

/// Everything but what `agency.toml` says.
pub(super) fn all(path: &Path) -> Vec<Finding> {
    let mut out = vec![rights(path), secrecy(path)];
    out.extend(room(path));
    out.push(clock());
    out.push(match Lock::holder(path) {
        Some(who) => Finding::ok("lock", format!("held by {who}")),
        None => Finding::ok("lock", "nobody works in the folder"),
    });
    out
}

/// Whether the folder can be written.
fn rights(path: &Path) -> Finding {
    match rustix::fs::access(path, rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK) {
        Ok(()) => Finding::ok("rights", format!("{} may write here", user::name(user::own()))),
        Err(error) => {
            let says = format!("{} may not write here: {error}", user::name(user::own()));
            Finding::fail(
                "rights",
                says,
                "give the folder to the user who runs the program (chown), or mount it writable",
            )
        }
    }
}

/// Whether others may read what is not public.
fn secrecy(path: &Path) -> Finding {
    let open: Vec<String> = [path.to_owned(), path.join(folder::STORE)]
        .into_iter()
        .filter(|p| fs::metadata(p).is_ok_and(|about| about.mode() & 0o077 != 0))
        .map(|p| p.display().to_string())
        .collect();
    // A folder that keeps others out keeps them from what is in it.
    let shut = fs::metadata(path).is_ok_and(|about| about.mode() & 0o077 == 0);
    if open.is_empty() || shut {
        return Finding::ok("secrecy", "for its owner alone");
    }
    let help = format!("chmod -R go= {}", path.display());
    Finding::warn("secrecy", format!("other users of this machine may read {}", open.join(" and ")), help)
}

fn room(path: &Path) -> Option<Finding> {
    let about = rustix::fs::statvfs(path).ok()?;
    let free = about.f_bavail.saturating_mul(about.f_frsize);
    let says = format!("{} MB free on the disk", free / 1024 / 1024);
    let help = "make room: when the disk is full nothing more is saved";
    Some(if free < NO_ROOM {
        Finding::fail("disk", says, help)
    } else if free < LITTLE {
        Finding::warn("disk", says, help)
    } else {
        Finding::ok("disk", says)
    })
}

fn clock() -> Finding {
    let now = jiff::Timestamp::now();
    let says = crate::say::time::show(now, &jiff::tz::TimeZone::system());
    if now.as_second() < EARLIEST {
        return Finding::fail("clock", format!("{says} is too early"), "set the clock: timedatectl set-ntp true");
    }
    Finding::ok("clock", says)
}

/// The languages of the agency, and their fonts.
pub(super) fn languages(path: &Path, agency: &Agency) -> Vec<Finding> {
    let chosen = languages::all(path).and_then(|all| languages::chosen(&all, &agency.languages));
    let chosen = match chosen {
        Ok(chosen) => chosen,
        Err(fault) => return vec![Finding::fault("languages", &fault)],
    };
    let tags: Vec<&str> = chosen.tags().map(story::Tag::as_str).collect();
    let mut out = vec![Finding::ok("languages", tags.join(", "))];
    let fonts: Vec<String> = chosen
        .iter()
        .filter_map(|p| p.face().web_font.as_ref().map(|font| (p.tag(), font)))
        .map(|(tag, font)| format!("{tag} {} ({} KB)", font.family, font.bytes.len() / 1024))
        .collect();
    let says = if fonts.is_empty() { "those of the reader's machine".to_owned() } else { fonts.join(", ") };
    out.push(Finding::ok("fonts", says));
    out
}

/// The house style, and the tests that stand in its files.
pub(super) fn style(path: &Path, agency: &Agency) -> Vec<Finding> {
    let style = match style::read(path) {
        Ok(style) => style,
        Err(fault) => return vec![Finding::fault("style", &fault)],
    };
    if style.is_empty() {
        return vec![Finding::ok("style", "nothing is laid down")];
    }
    let chosen = languages::all(path).and_then(|all| languages::chosen(&all, &agency.languages));
    let failing = chosen.map(|languages| style::failing(&style, &languages)).unwrap_or_default();
    if failing.is_empty() {
        return vec![Finding::ok("style", "read, and its own tests are well")];
    }
    failing.into_iter().map(|says| Finding::fail("style", says, "mend the test or the entry that it is for")).collect()
}

pub(super) fn site_url(agency: &Agency) -> Finding {
    let url = &agency.site_url;
    let local = url.host_str().is_some_and(|host| host == "localhost" || host.starts_with("127.") || host == "[::1]");
    if local {
        let says = format!("{url} is an address of this machine");
        return Finding::warn("site_url", says, "before readers come, say the public address in agency.toml");
    }
    if url.scheme() == "http" {
        let help = "put a server that speaks HTTPS in front of the program, and say https:// in agency.toml";
        return Finding::warn("site_url", format!("{url} is not encrypted"), help);
    }
    Finding::ok("site_url", url.as_str())
}
