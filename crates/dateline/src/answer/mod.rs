//! Answers what commands ask, where the newsroom is.

mod keep;
mod people;

use crate::{
    assemble::Works,
    call::{Answer, Call, Tell},
    fault::{Fault, Result},
    found, say,
};
use newsroom::{Actor, By, Done, Error, History};
use serde::Serialize;
use serde_json::Value;
use std::time::Duration;
use story::{
    RequestId, StoryId, Tag,
    item::{Bond, Reference},
};

/// How long a question about the log waits for the next entry.
const PATIENCE: Duration = Duration::from_secs(25);

/// Answers a question of somebody.
///
/// # Errors
/// What the newsroom refuses, or cannot do.
pub async fn answer(works: &Works, actor: &Actor, call: Call, tell: &Tell) -> Result<Answer> {
    match call {
        Call::Ask { request, ask } => {
            let done = works.room.ask(&By::request(actor, request), &ask).await?;
            both(&done, say::done::words(&done, &works.look))
        }
        Call::Before { request } => before(works, actor, request).await,
        Call::Dossier { story } => {
            let id = works.room.named(actor, &story).await?;
            let dossier = works.room.store().dossier(id).await?.ok_or(Error::Missing("story"))?;
            both(&dossier, String::new())
        }
        Call::Show { story, lang, reader } => show(works, actor, &story, lang.as_ref(), reader.as_ref()).await,
        Call::Check { story, lang, reader } => check(works, actor, &story, lang.as_ref(), reader.as_ref()).await,
        Call::Copy { story, lang } => copy(works, actor, &story, &lang).await,
        Call::Item { story, lang, release } => item(works, actor, &story, &lang, release).await,
        Call::List { lang, most } => {
            let stories = works.room.list(actor, lang.as_ref(), None, most).await?;
            both(&stories, say::list::words(&stories, &works.look))
        }
        Call::Waiting => {
            let (due, paused) = (works.room.waiting(actor).await?, works.room.is_paused().await?);
            both(&due, say::list::waiting(&due, paused, &works.look))
        }
        Call::History { story, lang } => history(works, actor, &story, lang).await,
        Call::Log { after, most, wait } => log(works, after, most, wait).await,
        Call::Rebuild => keep::rebuild(works, tell).await,
        Call::Verify => keep::verify(works, actor, tell).await,
        Call::Backup { to } => keep::backup(works, actor, &to).await,
        Call::Confirm => keep::confirm(works, actor).await,
        Call::State => keep::state(works).await,
        Call::People => people::list(works, actor).await,
        Call::AddPerson(new) => people::add(works, actor, new).await,
        Call::SetRights { name, rights } => people::set_rights(works, actor, &name, rights).await,
        Call::ClosePerson { name } => people::close(works, actor, &name).await,
    }
}

/// An answer for a program and for a person.
fn both(value: &impl Serialize, words: String) -> Result<Answer> {
    Ok(Answer { value: serde_json::to_value(value).map_err(Fault::ours)?, words })
}

async fn before(works: &Works, actor: &Actor, request: RequestId) -> Result<Answer> {
    let Some(answered) = works.room.store().answered(request, &actor.name).await? else {
        return Ok(Answer { value: Value::Null, words: String::new() });
    };
    let mut answer: newsroom::Answer = serde_json::from_slice(&answered.answer).map_err(Fault::ours)?;
    if let Some(first) = answered.receipt.first {
        for (n, release) in (first..).zip(&mut answer.released) {
            release.n = n;
        }
    }
    let done = Done { answer, receipt: answered.receipt, repeated: true, followed: true };
    both(&done, say::done::words(&done, &works.look))
}

async fn show(works: &Works, actor: &Actor, story: &str, lang: Option<&Tag>, reader: Option<&Tag>) -> Result<Answer> {
    let id = works.room.named(actor, story).await?;
    let shown = works.room.show(actor, id).await?;
    let found: Vec<found::Edition> = shown.editions.iter().map(|edition| listed(works, edition, reader)).collect();
    let Some(lang) = lang else {
        let mut answer = both(&shown, say::show::story(&shown, &found, &works.look, works.room.clock().now()))?;
        for (n, found) in found.iter().enumerate() {
            answer.value["editions"][n]["findings"] = serde_json::to_value(&found.findings).map_err(Fault::ours)?;
        }
        return Ok(answer);
    };
    let (edition, found) = shown
        .editions
        .iter()
        .zip(&found)
        .find(|(edition, _)| edition.lang == *lang)
        .ok_or_else(|| no_edition(works, id, lang))?;
    let mut answer = both(edition, say::show::edition(&shown, edition, found, &works.look))?;
    answer.value["findings"] = serde_json::to_value(&found.findings).map_err(Fault::ours)?;
    Ok(answer)
}

/// What the checks found in the newest text of each edition.
async fn check(works: &Works, actor: &Actor, story: &str, lang: Option<&Tag>, reader: Option<&Tag>) -> Result<Answer> {
    let id = works.room.named(actor, story).await?;
    let shown = works.room.show(actor, id).await?;
    let wanted = |edition: &&newsroom::ShownEdition| lang.is_none_or(|lang| edition.lang == *lang);
    let editions: Vec<_> = shown.editions.iter().filter(wanted).map(|edition| listed(works, edition, reader)).collect();
    if let (Some(lang), true) = (lang, editions.is_empty()) {
        return Err(no_edition(works, id, lang));
    }
    let report = found::Report::of(editions);
    both(&report, found::whole(&report))
}

/// What was found in an edition, for whoever reads.
fn listed(works: &Works, edition: &newsroom::ShownEdition, reader: Option<&Tag>) -> found::Edition {
    let languages = &works.look.languages;
    let (profile, reader) = (languages.profile(&edition.lang), found::profile(languages, reader));
    let shown = found::Shown { text: edition.text.as_ref(), profile: &profile, reader: &reader, input: None };
    found::Edition {
        what: format!("{} revision {}", edition.lang, edition.revision),
        lang: edition.lang.clone(),
        revision: Some(edition.revision),
        findings: edition.findings.iter().map(|found| found::Listed::new(found, shown)).collect(),
    }
}

fn no_edition(works: &Works, id: StoryId, lang: &Tag) -> Fault {
    Fault::missing(format!("the story {id} has no edition in {}", works.look.language(lang)))
}

/// A release as it travels, with the address of its page.
async fn item(works: &Works, actor: &Actor, story: &str, lang: &Tag, release: Option<u32>) -> Result<Answer> {
    let id = works.room.named(actor, story).await?;
    let mut item = works.room.item(actor, id, lang, release).await?;
    if works.look.languages.get(lang).is_some() {
        let href = works.look.address(lang, id).into();
        item.references.push(Reference { bond: Bond::Page, href, lang: Some(lang.clone()), ..Reference::default() });
    }
    both(&item, String::new())
}

/// The copy that the newest revision was read from: reading it again gives the same text.
async fn copy(works: &Works, actor: &Actor, story: &str, lang: &Tag) -> Result<Answer> {
    let id = works.room.named(actor, story).await?;
    let shown = works.room.show(actor, id).await?;
    let edition = shown.editions.iter().find(|e| e.lang == *lang).ok_or_else(|| no_edition(works, id, lang))?;
    let number = edition.revision;
    let input = works.room.store().input(id, lang, number).await.map_err(|error| match error {
        store::Error::Sealed(_) => {
            Fault::missing(format!("revision {number} of {lang} was taken down: its text is sealed"))
        }
        other => newsroom::Error::from(other).into(),
    })?;
    let Some(bytes) = input else {
        let fault = Fault::refused(format!("revision {number} of {lang} was not read from copy"));
        return Err(fault.help("`dateline show ... --json` gives its text tree; `revise --tree` takes one"));
    };
    // What came in an old charset is handed out as UTF-8, in which it can be changed anywhere.
    let copy = String::from_utf8(bytes).map_err(|_| {
        Fault::refused(format!("revision {number} of {lang} came in another charset than UTF-8"))
            .help("`dateline show ... --json` gives its text tree; `revise --tree` takes one")
    })?;
    let words = say::paint::faint(&format!("revision {number} of {lang}: save it again with --based-on {number}\n"));
    Ok(Answer { value: Value::String(copy), words })
}

async fn history(works: &Works, actor: &Actor, story: &str, lang: Option<Tag>) -> Result<Answer> {
    let id = works.room.named(actor, story).await?;
    let langs = match lang {
        Some(lang) => vec![lang],
        None => {
            let dossier = works.room.store().dossier(id).await?.ok_or(Error::Missing("story"))?;
            dossier.editions.keys().cloned().collect()
        }
    };
    let mut all: Vec<History> = Vec::new();
    for lang in &langs {
        all.push(works.room.history(actor, id, lang).await.map_err(|error| match error {
            Error::Missing("edition") => no_edition(works, id, lang),
            other => other.into(),
        })?);
    }
    let words: Vec<String> = all.iter().map(|h| say::history::words(h, &works.look)).collect();
    both(&all, words.join("\n"))
}

async fn log(works: &Works, after: Option<u64>, most: usize, wait: bool) -> Result<Answer> {
    let store = works.room.store();
    let mut newest = store.changed();
    let after = after.unwrap_or_else(|| store.position().n.saturating_sub(most as u64));
    if wait {
        let _ = tokio::time::timeout(PATIENCE, newest.wait_for(|&n| n > after)).await;
    }
    let entries = store.log(after, most).await?;
    both(&entries, say::log::words(&entries, &works.look))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{config, folder::Folder};
    use newsroom::{Ask, Copy, File, Pin, Release, Revise};
    use std::sync::Arc;

    /// An agency in a temporary folder, and somebody who asks.
    struct Asking {
        works: Works,
        actor: Actor,
        _place: tempfile::TempDir,
    }

    impl Asking {
        async fn new() -> Self {
            let place = tempfile::tempdir().expect("a temporary folder");
            let template = config::template(&config::Agency::default().site_url);
            let folder = Folder::take_or_found(place.path(), "serve", &template).expect("an empty folder");
            let works = Works::open(folder).await.expect("an agency");
            Self { works, actor: Actor::of_the_machine("ana"), _place: place }
        }

        async fn call(&self, call: Call) -> Result<Answer> {
            let silent: Tell = Arc::new(|_| {});
            answer(&self.works, &self.actor, call, &silent).await
        }

        async fn ask(&self, request: u8, ask: Ask) -> Result<Answer> {
            self.call(Call::Ask { request: RequestId::from_bytes([request; 16]), ask: Box::new(ask) }).await
        }

        async fn words(&self, call: Call) -> String {
            say::paint::plain(&self.call(call).await.expect("an answer").words)
        }
    }

    fn english() -> Tag {
        "en".parse().expect("a tag")
    }

    fn copy(words: &str) -> Copy {
        Copy::Bytes(format!("A clock strikes\n\nThe clock on the town hall struck {words} on Monday.\n").into_bytes())
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_story_is_told_from_filing_to_history() {
        let at = Asking::new().await;
        let data = story::Data { slug: "clock".into(), ..story::Data::default() };
        let file = File { copy: copy("nine"), lang: Some(english()), desk: None, data };
        let filed = at.ask(1, Ask::File(file)).await.expect("filed");
        let story: StoryId = filed.value["answer"]["story"].as_str().and_then(|id| id.parse().ok()).expect("an id");
        assert!(filed.words.contains("saved en revision 1"), "{}", filed.words);

        let pins = vec![Pin { lang: english(), revision: 1 }];
        let release = Ask::Release(Release { story, editions: pins, despite_findings: None });
        let released = at.ask(2, release).await.expect("released");
        let words = say::paint::plain(&released.words);
        let address = format!("http://127.0.0.1:8700/en/{story}");
        assert_eq!(words, format!("story {story}\nreleased en revision 1, no. 1 of the log\n  {address}\n"));
        let before = at.call(Call::Before { request: RequestId::from_bytes([2; 16]) }).await.expect("asked before");
        assert_eq!(before.value["answer"], released.value["answer"]);
        let never = at.call(Call::Before { request: RequestId::from_bytes([9; 16]) }).await.expect("never asked");
        assert!(never.value.is_null());

        let again = at.call(Call::Copy { story: "clock".into(), lang: english() }).await.expect("the copy");
        assert_eq!(again.value, "A clock strikes\n\nThe clock on the town hall struck nine on Monday.\n");
        let revise = |based_on| {
            let copy = copy("ten");
            Ask::Revise(Revise { story, lang: english(), based_on, copy, made_from: None })
        };
        at.ask(3, revise(1)).await.expect("saved");
        let Copy::Bytes(other) = copy("noon") else { unreachable!("bytes") };
        let stale = Revise { story, lang: english(), based_on: 1, copy: Copy::Bytes(other), made_from: None };
        let fault = at.ask(4, Ask::Revise(stale)).await.expect_err("somebody was quicker");
        assert_eq!(fault.whose.code(), 4);
        let differences = say::paint::plain(&say::stale::words(&fault.stale.expect("both texts")));
        assert!(differences.contains("struck [-ten-]{+noon+} on Monday."), "{differences}");

        let show = at.words(Call::Show { story: story.to_string(), lang: None, reader: None }).await;
        assert!(show.contains("en English  A clock strikes\n    public, revision 2, public 1\n"), "{show}");
        let text = at.words(Call::Show { story: "clock".into(), lang: Some(english()), reader: None }).await;
        assert!(text.contains("\n1. The clock on the town hall struck ten on Monday.\n"), "{text}");
        let list = at.words(Call::List { lang: None, most: 10 }).await;
        assert!(list.contains("A clock strikes\nen public +1\n"), "{list}");
        let history = at.words(Call::History { story: "clock".into(), lang: None }).await;
        assert!(
            history.contains("body changed: The clock on the town hall struck [-nine-]{+ten+} on Monday."),
            "{history}"
        );
        assert!(history.contains("release 1: first of revision 1, no. 1 of the log, by os:ana\n"), "{history}");
        let log = at.call(Call::Log { after: None, most: 10, wait: false }).await.expect("the log");
        assert_eq!(log.value.as_array().map(Vec::len), Some(1));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn what_is_not_there_is_named() {
        let at = Asking::new().await;
        for call in [
            Call::Dossier { story: "clock".into() },
            Call::Show { story: "clock".into(), lang: None, reader: None },
            Call::History { story: "clock".into(), lang: None },
            Call::ClosePerson { name: "bob".into() },
        ] {
            let fault = at.call(call.clone()).await.expect_err("it is not there");
            assert_eq!(fault.whose.code(), 3, "{call:?}: {fault}");
        }
        assert_eq!(at.words(Call::Waiting).await, "Nothing waits for its time.\n");
        assert!(at.words(Call::List { lang: None, most: 1 }).await.starts_with("There are no stories yet"));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_backup_holds_what_people_wrote_into_the_folder() {
        let at = Asking::new().await;
        let other = tempfile::tempdir().expect("a temporary folder");
        let (backup, folder) = (other.path().join("backup.db"), other.path().join("again"));
        at.call(Call::Backup { to: backup.clone() }).await.expect("a backup");
        std::fs::create_dir(&folder).expect("made");
        store::Store::restore(&backup, &folder).expect("restored");
        let store = store::Store::open(&folder).expect("a store");
        let written = crate::folder::keepsake::bring_back(&folder, &store).await.expect("written");
        assert_eq!(written, ["agency.toml"]);
        let read = |folder: &std::path::Path| std::fs::read(folder.join("agency.toml")).expect("a file");
        assert_eq!(read(&folder), read(at.works.folder.path()));
        store.close().await;
    }
}
