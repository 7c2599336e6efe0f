//! What the parts of a letter are to it: its words, the pictures and sounds that come with it, files.

use super::parts::Part;
use super::values::{self, Kind};
use super::{Post, choose, decode, flowed};
use crate::reading::Took;
use crate::{Format, any};
use std::ops::Range;
use story::item::{Class, Part as ItemPart, Rendition};
use story::{Hash, Item, Line};

/// The most bytes of the words of a letter.
const MOST_WORDS: usize = crate::copy::MOST_BYTES - 64 * 1024;

/// A piece of what a letter says, in order.
#[derive(Debug)]
pub(super) enum Piece {
    /// Plain words.
    Words(String),
    /// A page.
    Page(String),
    /// A picture between the words, by the hash of its bytes.
    Shown(Hash),
}

/// A file that hangs on a letter.
#[derive(Debug)]
pub(super) struct File {
    /// Its name, or what it is.
    pub(super) name: String,
    /// Its media type.
    pub(super) kind: Kind,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// Where it stands in the input, when it does as it came.
    pub(super) at: Option<Range<usize>>,
}

/// What was found in a letter.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// What it says.
    pub(super) pieces: Vec<Piece>,
    /// What comes with it: pictures, sounds, films, and what is no story.
    pub(super) media: Vec<ItemPart>,
    /// The pictures that a page may show, by the addresses that it has for them.
    pub(super) shown: Vec<(String, Hash)>,
    /// Files, in order.
    pub(super) files: Vec<File>,
    /// Why it cannot be read, when it was made so.
    pub(super) sealed: Option<String>,
}

/// Sorts a part with all that is in it.
pub(super) fn sort(post: &mut Post<'_>, part: &Part<'_>, found: &mut Found) {
    match part.kind.name.as_str() {
        "multipart/alternative" if !part.parts.is_empty() => alternative(post, part, found),
        "multipart/encrypted" => {
            post.left_out("multipart/encrypted", "the words are encrypted");
            found.sealed = Some("its words are encrypted".to_owned());
        }
        "application/pkcs7-mime" | "application/x-pkcs7-mime" => {
            post.left_out(&part.kind.name, "the words are encrypted or within a signature");
            found.sealed = Some("its words are encrypted".to_owned());
        }
        _ if !part.parts.is_empty() => {
            // The root of related parts may stand anywhere among them (RFC 2387).
            let start = part.kind.parameter("start").filter(|_| part.is("multipart/related"));
            let root = start.and_then(|start| part.parts.iter().position(|part| id(part) == Line::new(bare(start))));
            let related = part.is("multipart/related");
            for at in root.into_iter().chain((0..part.parts.len()).filter(|at| Some(*at) != root)) {
                let Some(inner) = part.parts.get(at) else { continue };
                if related && Some(at) != root.or(Some(0)) && inner.parts.is_empty() && inner.kind.family() == "image" {
                    medium(post, inner, found, "inline", false);
                } else {
                    sort(post, inner, found);
                }
            }
        }
        _ => leaf(post, part, found),
    }
}

/// Parts that say the same: one of them. What is no form of words, and stands there all the same, comes with the letter.
fn alternative(post: &mut Post<'_>, part: &Part<'_>, found: &mut Found) {
    let page = |html: &Part<'_>| {
        let bytes = decode::transfer(html.bytes, encoding(html), "", &mut crate::Liberties::new());
        choose::says_more(&String::from_utf8_lossy(&bytes))
    };
    let chosen = choose::better(&part.parts, page);
    for other in &part.parts {
        let is_chosen = chosen.is_some_and(|chosen| std::ptr::eq(chosen, other));
        if is_chosen || !words(other) && !matches!(other.kind.family(), "text" | "message") {
            sort(post, other, found);
        } else if !words(other) {
            let name = if other.kind.name.is_empty() { "text/plain" } else { other.kind.name.as_str() };
            post.left_out("multipart/alternative", name);
        }
    }
}

/// Whether a part holds words in a form that is read.
fn words(part: &Part<'_>) -> bool {
    matches!(part.kind.name.as_str(), "" | "text/plain" | "text/html") || part.parts.iter().any(words)
}

/// A part without parts.
fn leaf(post: &mut Post<'_>, part: &Part<'_>, found: &mut Found) {
    let kind = part.kind.name.as_str();
    let disposition = part.fields.first("content-disposition").map(Kind::read).unwrap_or_default();
    let attached = disposition.name == "attachment";
    let named = name(part, &disposition);
    match (kind, part.kind.family()) {
        ("" | "text/plain" | "text/html" | "text", _)
            if !attached && (named.is_none() || found.pieces.is_empty() && found.files.is_empty()) =>
        {
            piece(post, part, found);
        }
        (_, "image") => medium(post, part, found, if attached { "attachment" } else { "inline" }, !attached),
        (_, "audio" | "video") => medium(post, part, found, "attachment", false),
        ("message/delivery-status" | "message/disposition-notification" | "text/rfc822-headers", _)
        | ("message/partial" | "message/external-body", _)
        | ("application/pgp-signature" | "application/pkcs7-signature" | "application/x-pkcs7-signature", _) => {
            post.left_out("parts", kind);
        }
        _ => {
            let name = named.unwrap_or_else(|| if kind.is_empty() { "attachment".into() } else { kind.to_owned() });
            let Some(bytes) = post.decoded(part, &name) else { return };
            found.files.push(File { name, kind: part.kind.clone(), bytes, at: post.place(part.bytes) });
        }
    }
}

/// Words of the letter, unless they are a file of the wire that was put there as it is.
fn piece(post: &mut Post<'_>, part: &Part<'_>, found: &mut Found) {
    let Some(bytes) = post.decoded(part, "text") else { return };
    let html = part.is("text/html");
    if found.pieces.is_empty()
        && let Ok(format) = any::tell(&bytes)
        && !matches!(format, Format::Text | Format::Email | Format::Html)
    {
        let name = "the words of the letter".to_owned();
        return found.files.push(File { name, kind: part.kind.clone(), bytes, at: post.place(part.bytes) });
    }
    let charset = part.kind.parameter("charset");
    let Some((words, charset)) = decode::characters(&bytes, charset, "text", &mut post.liberties) else {
        return post.left_out("text", "it is no text in any charset");
    };
    post.charset.get_or_insert(charset);
    let parameter = |name: &str, is: &str| part.kind.parameter(name).is_some_and(|v| v.eq_ignore_ascii_case(is));
    let mut words = match html {
        false if parameter("format", "flowed") => flowed::unflow(&words, parameter("delsp", "yes")),
        _ => words,
    };
    if words.len() > MOST_WORDS {
        let end = (0..=MOST_WORDS).rev().find(|at| words.is_char_boundary(*at)).unwrap_or_default();
        words.truncate(end);
        post.liberties.take(Took::TooMuch, "text", format!("more than {MOST_WORDS} bytes"));
    }
    if !words.trim().is_empty() {
        post.words.extend(post.place(part.bytes));
        found.pieces.push(if html { Piece::Page(words) } else { Piece::Words(words) });
    }
}

/// A picture, a sound or a film: known by the hash of its bytes, which are not kept here.
fn medium(post: &mut Post<'_>, part: &Part<'_>, found: &mut Found, rel: &str, between: bool) {
    let disposition = part.fields.first("content-disposition").map(Kind::read).unwrap_or_default();
    let name = name(part, &disposition).unwrap_or_else(|| part.kind.name.clone());
    let Some(bytes) = post.decoded(part, &name) else { return };
    let hash = Hash::of(&bytes);
    let class = match part.kind.family() {
        "image" => Class::Picture,
        "audio" => Class::Audio,
        _ => Class::Video,
    };
    let (id, location) = (id(part), part.fields.first("content-location").map(values::words).unwrap_or_default());
    if !id.is_empty() {
        found.shown.push((format!("cid:{id}"), hash));
    }
    if !location.is_empty() {
        found.shown.push((location, hash));
    }
    if between && class == Class::Picture && id.is_empty() && !found.pieces.is_empty() {
        found.pieces.push(Piece::Shown(hash));
    }
    let mut item = Item { class, guid: id, ..Item::default() };
    item.title = Line::new(part.fields.first("content-description").map(values::words).unwrap_or_default());
    found.media.push(not_kept(post, item, &name, rel, &part.kind, &bytes));
}

/// An item whose bytes are known by their hash alone.
pub(super) fn not_kept(
    post: &mut Post<'_>,
    mut item: Item,
    name: &str,
    rel: &str,
    kind: &Kind,
    bytes: &[u8],
) -> ItemPart {
    post.left_out(name, format!("{} bytes of {}: their hash is kept, not they", bytes.len(), kind.name));
    item.renditions.push(Rendition {
        hash: Some(Hash::of(bytes)),
        mime: Line::new(&kind.name),
        title: Line::new(name),
        bytes: u64::try_from(bytes.len()).ok(),
        ..Rendition::default()
    });
    ItemPart { name: Line::new(name), rel: Line::new(rel), item }
}

impl Post<'_> {
    /// The bytes of a part as they were before they went on their way; none when there is no room for them.
    fn decoded(&mut self, part: &Part<'_>, name: &str) -> Option<Vec<u8>> {
        if part.bytes.len() > self.bytes {
            self.liberties.take(Took::TooMuch, name, format!("{} bytes", part.bytes.len()));
            return None;
        }
        let at = if part.depth == 0 { String::new() } else { format!("{name}/") };
        let bytes = decode::transfer(part.bytes, encoding(part), &at, &mut self.liberties).into_owned();
        self.bytes = self.bytes.saturating_sub(part.bytes.len());
        Some(bytes)
    }
}

fn encoding<'p>(part: &'p Part<'_>) -> &'p str {
    part.fields.first("content-transfer-encoding").unwrap_or_default()
}

/// The name of a file, without the folders that it stood in.
fn name(part: &Part<'_>, disposition: &Kind) -> Option<String> {
    let said = disposition.parameter("filename").or_else(|| part.kind.parameter("name"))?;
    let said = if said.contains("=?") { values::words(said) } else { said.to_owned() };
    let name = said.rsplit(['/', '\\']).next().unwrap_or_default().trim().to_owned();
    (!name.is_empty()).then_some(name)
}

/// The identity of a part.
fn id(part: &Part<'_>) -> Line {
    part.fields.first("content-id").and_then(|id| values::ids(id).into_iter().next()).unwrap_or_default()
}

fn bare(id: &str) -> &str {
    id.trim().trim_start_matches('<').trim_end_matches('>')
}
