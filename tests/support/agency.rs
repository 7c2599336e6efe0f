//! An agency in a temporary folder.

use newsroom::{Actor, Ask, By, Clock, Copy, Correct, Done, File, Fixed, House, Newsroom, Pin, Release, Revise, Translate};
use std::sync::Arc;
use store::Store;
use story::{
    Block, Data, Inline, Kind, Origin, Right, Rights, Role, Standing, StoryId, Tag, Text,
};

/// An agency with all seven languages, a clock that stands still, and everything in a temporary folder.
pub struct Agency {
    pub folder: tempfile::TempDir,
    pub clock: Arc<Fixed>,
    pub room: Newsroom,
    pub chief: Actor,
}

/// Somebody with one role in every language at every desk.
pub fn person(name: &str, role: Role) -> Actor {
    let rights = Rights(vec![Right { role, lang: None, desk: None }]);
    Actor { name: name.into(), account: None, rights, lang: None }
}

/// A text with a headline and paragraphs.
pub fn text(headline: &str, paragraphs: &[&str]) -> Text {
    let body = paragraphs.iter().map(|p| Block::Paragraph(Inline::plain_text(*p))).collect();
    Text { headline: headline.into(), body, ..Text::default() }
}

fn clock() -> Arc<Fixed> {
    Arc::new(Fixed::at("2030-05-01T09:00:00Z".parse().expect("a moment")))
}

pub fn house() -> House {
    House {
        name: "Test Coast News".into(),
        initials: "TCN".into(),
        languages: lang::Languages::built_in().clone(),
        taglines: Vec::new(),
        desk: "main".into(),
    }
}

impl Agency {
    /// An agency without a site.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = Store::open(folder.path()).expect("a store");
        let clock = clock();
        let room = Newsroom::open(house(), store, clock.clone(), Vec::new());
        Self { folder, clock, room, chief: person("chief", Role::Chief) }
    }

    /// Asks as the chief.
    pub async fn ask(&self, ask: Ask) -> newsroom::Result<Done> {
        self.room.ask(&By::once(&self.chief), &ask).await
    }

    /// Asks as the chief, and expects it to be done.
    pub async fn done(&self, ask: Ask) -> Done {
        self.ask(ask).await.expect("to be done")
    }

    /// Files a story and gives back its identity.
    pub async fn file(&self, lang: &str, text: Text) -> StoryId {
        let copy = Copy::Text(Box::new(text));
        let file = File { copy, lang: Some(super::tag(lang)), desk: None, data: Data::default() };
        self.done(Ask::File(file)).await.answer.story
    }

    /// Adds an edition made from the newest revision of another.
    pub async fn translate(&self, story: StoryId, lang: &str, from: &str, text: Text) {
        let made_from = Origin { lang: super::tag(from), revision: self.newest(story, from).await };
        let copy = Copy::Text(Box::new(text));
        self.done(Ask::Translate(Translate { story, lang: super::tag(lang), made_from, copy })).await;
    }

    /// Saves another text of an edition.
    pub async fn revise(&self, story: StoryId, lang: &str, text: Text) -> u32 {
        let based_on = self.newest(story, lang).await;
        let copy = Copy::Text(Box::new(text));
        let ask = Ask::Revise(Revise { story, lang: super::tag(lang), based_on, copy, made_from: None });
        self.done(ask).await.answer.revised.first().map_or(based_on, |r| r.revision)
    }

    /// The release of the newest revisions of these editions.
    pub async fn releasing(&self, story: StoryId, langs: &[&str]) -> Ask {
        let mut editions = Vec::new();
        for lang in langs {
            editions.push(Pin { lang: super::tag(lang), revision: self.newest(story, lang).await });
        }
        Ask::Release(Release { story, editions })
    }

    /// Releases the newest revisions of these editions.
    pub async fn release(&self, story: StoryId, langs: &[&str]) -> Done {
        let ask = self.releasing(story, langs).await;
        self.done(ask).await
    }

    /// A correction of an edition with a new text.
    pub async fn correcting(&self, story: StoryId, lang: &str, text: Text) -> Correct {
        Correct {
            story,
            lang: super::tag(lang),
            based_on: self.newest(story, lang).await,
            copy: Some(Copy::Text(Box::new(text))),
            was: "nine".into(),
            is: "ten".into(),
            unconcerned: None,
            made_from: None,
        }
    }

    /// The newest revision of an edition.
    pub async fn newest(&self, story: StoryId, lang: &str) -> u32 {
        let dossier = self.room.store().dossier(story).await.expect("the store").expect("the story");
        dossier.editions[&super::tag(lang)].newest().expect("a revision").number
    }

    /// How an edition stands.
    pub async fn standing(&self, story: StoryId, lang: &str) -> Standing {
        let dossier = self.room.store().dossier(story).await.expect("the store").expect("the story");
        dossier.editions[&super::tag(lang)].standing()
    }

    /// The kinds of the log's entries, in order, with their language.
    pub async fn log(&self) -> Vec<(Kind, Tag)> {
        let entries = self.room.store().log(0, 10_000).await.expect("the log");
        let mut place = story::Position::START;
        for entry in &entries {
            place = entry.follows(&place).expect("an unbroken log");
        }
        entries.into_iter().map(|e| (e.kind, e.lang)).collect()
    }

    /// Goes on by some seconds and fires what is due.
    pub async fn pass(&self, seconds: i64) {
        self.clock.pass(seconds);
        self.room.fire_due().await.expect("what is due to fire");
    }

    /// Ends the program in good order and leaves the folder.
    pub async fn close(self) -> tempfile::TempDir {
        let store = self.room.store().clone();
        drop(self.room);
        store.close().await;
        self.folder
    }

    /// Now.
    pub fn now(&self) -> jiff::Timestamp {
        self.clock.now()
    }
}
