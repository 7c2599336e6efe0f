//! An agency in a temporary folder.

use axum::{Router, body::Body, http::Request};
use lang::Languages;
use newsroom::{
    Actor, Ask, By, Clock, Copy, Correct, Done, File, Fixed, House, Newsroom, Pin, Release, Revise, Translate,
};
use std::{collections::BTreeMap, sync::Arc};
use store::{Pages, Store};
use story::{Block, Data, Inline, Kind, Origin, Right, Rights, Role, Standing, StoryId, Tag, Text};
use tower::ServiceExt;
use web::site::{Masthead, Site};

/// An agency with all seven languages, a clock that stands still, and everything in a temporary folder.
pub struct Agency {
    pub folder: tempfile::TempDir,
    pub clock: Arc<Fixed>,
    pub room: Newsroom,
    pub chief: Actor,
    pub app: Option<Router>,
}

/// What a reader is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: String,
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
        style: checks::HouseStyle::default(),
    }
}

impl Agency {
    /// An agency without a site.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = Store::open(folder.path()).expect("a store");
        let clock = clock();
        let room = Newsroom::open(house(), store, clock.clone(), Vec::new());
        Self { folder, clock, room, chief: person("chief", Role::Chief), app: None }
    }

    /// An agency without a site, with a house style.
    pub fn with_style(style: checks::HouseStyle) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = Store::open(folder.path()).expect("a store");
        let clock = clock();
        let room = Newsroom::open(House { style, ..house() }, store, clock.clone(), Vec::new());
        Self { folder, clock, room, chief: person("chief", Role::Chief), app: None }
    }

    /// An agency without a site in a folder that the test keeps.
    pub fn at(folder: std::path::PathBuf) -> Self {
        std::fs::create_dir_all(&folder).expect("a folder");
        let (store, clock) = (Store::open(&folder).expect("a store"), clock());
        let room = Newsroom::open(house(), store, clock.clone(), Vec::new());
        let unused = tempfile::tempdir().expect("a temporary folder");
        Self { folder: unused, clock, room, chief: person("chief", Role::Chief), app: None }
    }

    /// An agency with a site, in these languages.
    pub async fn with_site(languages: &Languages) -> Self {
        Self::in_folder(tempfile::tempdir().expect("a temporary folder"), languages).await
    }

    /// The agency of a folder, with its site.
    pub async fn in_folder(folder: tempfile::TempDir, languages: &Languages) -> Self {
        let store = Store::open(folder.path()).expect("a store");
        let pages = Pages::open(folder.path()).expect("a place for pages");
        let masthead = Masthead::new("Test Coast News", "TCN", "https://news.example", languages.clone());
        let site = Site::open(masthead.expect("a masthead"), store.clone(), pages).await.expect("a site");
        site.settled().await;
        let clock = clock();
        let house = House { languages: languages.clone(), ..house() };
        let room = Newsroom::open(house, store, clock.clone(), vec![site.clone()]);
        let app = Some(web::site::routes(site));
        Self { folder, clock, room, chief: person("chief", Role::Chief), app }
    }

    /// What a reader is sent for an address.
    pub async fn get(&self, path: &str) -> Sent {
        let request = Request::get(path).header("accept-encoding", "identity").body(Body::empty()).expect("a request");
        let app = self.app.clone().expect("an agency with a site");
        let response = app.oneshot(request).await.expect("an answer");
        let status = response.status().as_u16();
        let text = |v: &axum::http::HeaderValue| v.to_str().unwrap_or_default().to_owned();
        let headers = response.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
        let body = axum::body::to_bytes(response.into_body(), 1 << 22).await.expect("a body");
        Sent { status, headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    /// The page of an edition, wherever its tail leads.
    pub async fn page(&self, story: StoryId, lang: &str) -> Sent {
        let sent = self.get(&format!("/{lang}/{story}")).await;
        match sent.headers.get("location") {
            Some(place) => self.get(place.strip_prefix("https://news.example").unwrap_or(place)).await,
            None => sent,
        }
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
        Ask::Release(Release { story, editions, despite_findings: None })
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
            despite_findings: None,
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
        drop((self.room, self.app));
        store.close().await;
        self.folder
    }

    /// Now.
    pub fn now(&self) -> jiff::Timestamp {
        self.clock.now()
    }
}
