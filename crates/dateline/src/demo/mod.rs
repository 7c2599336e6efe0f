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
            return sign_in(works, &actor).await.map(Some);
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
    set(works, PLAYED).await?;
    sign_in(works, &actor).await.map(Some)
}

/// Draws a password for the demonstration's account, anew at each start, and says how to sign in with it.
async fn sign_in(works: &Works, actor: &Actor) -> Result<String> {
    let password = newsroom::chance::token();
    match works.room.store().account_named(ACCOUNT).await? {
        Some(account) => works.room.set_password(actor, account.id, &password).await?,
        None => {
            let (name, password, rights) = (ACCOUNT.into(), password.clone(), Rights::everything());
            works.room.make_account(actor, NewAccount { name, password, rights, lang: None }).await?;
        }
    }
    Ok(format!("sign in as {ACCOUNT} with the password {password}"))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::Folder;
    use std::collections::BTreeMap;

    async fn works(place: &tempfile::TempDir) -> Works {
        let url = Url::parse("http://127.0.0.1:8700").expect("an address");
        let folder = Folder::take_or_found(place.path(), "serve", &agency(&url)).expect("an empty folder");
        Works::open(folder).await.expect("an agency")
    }

    /// How many editions stand how, and how many wait.
    async fn standings(works: &Works) -> (BTreeMap<&'static str, usize>, usize) {
        let (mut out, mut due) = (BTreeMap::new(), 0);
        for (_, dossier) in works.room.store().stories(None, 1_000).await.expect("the stories") {
            due += dossier.due.len();
            for edition in dossier.editions.values() {
                *out.entry(edition.standing().as_str()).or_default() += 1;
            }
        }
        (out, due)
    }

    #[test]
    fn its_file_says_where_it_is_served() {
        let url = Url::parse("http://127.0.0.1:9999").expect("an address");
        assert!(agency(&url).contains("\nsite_url = \"http://127.0.0.1:9999/\"\n"));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn every_act_is_legal_and_a_second_start_files_nothing() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let works = works(&place).await;
        let first = play(&works).await.expect("every act is legal").expect("how to sign in");
        let (stand, due) = standings(&works).await;
        assert_eq!(stand, [("public", 63), ("unreleased", 7), ("held", 7), ("killed", 7)].into());
        assert_eq!(due, 7);
        let n = works.room.store().position().n;
        let password = first.rsplit(' ').next().expect("a password").to_owned();
        assert!(works.room.sign_in(ACCOUNT, &password, "here", "test").await.is_ok());
        assert!(a_story(&works).await.expect("the site").is_some());

        let second = play(&works).await.expect("nothing to do").expect("how to sign in");
        let again = second.rsplit(' ').next().expect("a password").to_owned();
        assert!(again != password, "drawn anew at each start");
        assert!(works.room.sign_in(ACCOUNT, &again, "here", "test").await.is_ok());
        assert!(works.room.sign_in(ACCOUNT, &password, "here", "test").await.is_err());
        assert_eq!((standings(&works).await, works.room.store().position().n), ((stand, due), n));
        assert_eq!(works.room.verify(&Actor::of_the_machine("x"), |_| {}).await.expect("verified"), [""; 0]);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_demonstration_that_was_cut_off_goes_on_where_it_was() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let works = works(&place).await;
        set(&works, BEGUN).await.expect("set");
        let actor = Actor::of_the_machine(USER);
        let cut_off = story::all()
            .expect("the data")
            .into_iter()
            .filter(|f| f.name.starts_with("03") || f.name.starts_with("10"));
        for folder in cut_off {
            play::play(&works, &actor, &folder).await.expect("legal");
            play::play(&works, &actor, &folder).await.expect("legal again");
        }
        assert_eq!(works.room.store().stories(None, 100).await.expect("the stories").len(), 2);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn an_agency_of_somebody_gets_no_samples() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let works = works(&place).await;
        let new = NewAccount {
            name: "ana".into(),
            password: "a long password".into(),
            rights: Rights::everything(),
            lang: None,
        };
        works.room.make_account(&Actor::of_the_machine("x"), new).await.expect("an account");
        assert_eq!(play(&works).await.expect_err("no demonstration").whose.code(), 1);
    }
}
