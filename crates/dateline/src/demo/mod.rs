//! The demonstration: an invented agency, whose stories are filed, released and acted upon through the same verbs as
//! anybody's. Its data lies in `demo/` beside this crate's sources.

mod play;
mod story;

use crate::{
    assemble::Works,
    fault::{Fault, Result},
};
use ::story::{Rights, Standing};
use include_dir::{Dir, include_dir};
use newsroom::{Actor, people::NewAccount};
use store::{Batch, Write};
use url::Url;

static DATA: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/demo");

/// The setting that says how far the demonstration is.
const SETTING: &str = "demo";
/// It was begun; when it was cut off, it goes on where it was.
const BEGUN: &str = "begun";
/// It is all there.
const PLAYED: &str = "played";
/// The user on record.
const USER: &str = "demo";
/// The account of the desk.
const ACCOUNT: &str = "desk";

/// The demonstration's `agency.toml`, with the address where it is served.
pub fn agency(site_url: &Url) -> String {
    let file = DATA.get_file("agency.toml").and_then(|file| file.contents_utf8()).unwrap_or_default();
    let line = |line: &str| match line.starts_with("site_url") {
        true => format!("site_url = \"{site_url}\"\n"),
        false => format!("{line}\n"),
    };
    file.lines().map(line).collect()
}

/// Files everything, unless it was filed before. Gives back how to sign in at the desk.
///
/// # Errors
/// When the folder holds an agency that is no demonstration; or what the newsroom refuses, which is a fault of the data.
pub async fn play(works: &Works) -> Result<Option<String>> {
    let store = works.room.store();
    let actor = Actor::of_the_machine(USER);
    match store.setting(SETTING).await?.as_deref() {
        Some(PLAYED) => {
            let words = format!(
                "sign in as {ACCOUNT} with the password that was printed at the first start; if it is lost, make an \
                 account: dateline account add NAME --right chief --dir {}",
                works.folder.path().display()
            );
            return Ok(Some(words));
        }
        Some(_) => {}
        None if store.stories(None, 1).await?.is_empty() && store.accounts().await?.is_empty() => {
            set(works, BEGUN).await?;
        }
        None => {
            let says = format!("the agency in {} is no demonstration", crate::folder::shown(works.folder.path()));
            return Err(Fault::refused(says).help("serve it without --demo, or name another folder with --dir"));
        }
    }
    tracing::info!("filing the stories of the demonstration");
    for folder in story::all()? {
        play::play(works, &actor, &folder).await?;
    }
    let password = newsroom::chance::token();
    if store.account_named(ACCOUNT).await?.is_none() {
        let new =
            NewAccount { name: ACCOUNT.into(), password: password.clone(), rights: Rights::everything(), lang: None };
        works.room.make_account(&actor, new).await?;
    }
    set(works, PLAYED).await?;
    Ok(Some(format!("sign in as {ACCOUNT} with the password {password}")))
}

async fn set(works: &Works, value: &str) -> Result<()> {
    let at = works.room.clock().now();
    let writes = vec![Write::Set(SETTING.into(), Some(value.into()))];
    let act = newsroom::chance::batch(at);
    works.room.store().commit(Batch { request: None, at, act, must: Vec::new(), writes }).await?;
    Ok(())
}

/// The path of a public story, to look at.
///
/// # Errors
/// The store's.
pub async fn a_story(works: &Works) -> Result<Option<String>> {
    for (_, dossier) in works.room.store().stories(None, 100).await? {
        for lang in works.look.languages.tags() {
            let public = dossier.editions.get(lang).is_some_and(|e| e.standing() == Standing::Public);
            if public && let Some(address) = works.site.address(dossier.id, lang).map_err(Fault::ours)? {
                let root = works.site.masthead().site_url();
                return Ok(Some(address.strip_prefix(root).unwrap_or(&address).to_owned()));
            }
        }
    }
    Ok(None)
}
