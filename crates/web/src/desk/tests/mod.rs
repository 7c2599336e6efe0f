//! The desk as a browser sees it: a newsroom over a store in a temporary folder, a clock that stands still, and forms
//! that are filled and sent as they stand on the page.

mod browser;
mod copies;
mod drafts;
mod findings;
mod flow;
mod heed;
mod languages;
mod people;
mod roles;
mod safety;
mod stale;

use super::{Options, routes};
use axum::Router;
use browser::Browser;
use jiff::Timestamp;
use lang::Languages;
use newsroom::{Actor, Ask, By, Copy, File, Fixed, House, Newsroom, people::NewAccount};
use std::sync::Arc;
use store::Store;
use story::{Data, Right, Rights, Role, StoryId, Tag, text::Line};
use tempfile::TempDir;

pub const PASSWORD: &str = "correct horse battery";

/// A desk with nobody at it.
pub struct Office {
    pub room: Newsroom,
    pub clock: Arc<Fixed>,
    app: Router,
    _folder: TempDir,
}

pub fn tag(word: &str) -> Tag {
    word.parse().expect("a tag")
}

pub fn at(word: &str) -> Timestamp {
    word.parse().expect("a moment")
}

impl Office {
    pub fn open() -> Self {
        Self::with(Options::default())
    }

    pub fn with(options: Options) -> Self {
        Self::with_style(options, checks::HouseStyle::default())
    }

    pub fn with_style(options: Options, style: checks::HouseStyle) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path()).expect("a store");
        let house = House {
            name: "Gull News Post".into(),
            initials: "GNP".into(),
            languages: Languages::built_in().clone(),
            taglines: Vec::new(),
            desk: Line::new("world"),
            style,
        };
        let clock = Arc::new(Fixed::at(at("2026-03-02T08:00:00Z")));
        let room = Newsroom::open(house, store, clock.clone(), Vec::new());
        Self { app: routes(room.clone(), options), room, clock, _folder: folder }
    }

    /// Somebody who does everything, from the machine.
    pub fn owner() -> Actor {
        Actor::of_the_machine("tester")
    }

    /// A browser of nobody.
    pub fn browser(&self) -> Browser {
        Browser::new(self.app.clone())
    }

    /// Makes an account with these roles.
    pub async fn hire(&self, name: &str, roles: &[Role], lang: &str) {
        let right = |&role: &Role| Right { role, lang: None, desk: None };
        let rights = Rights(roles.iter().map(right).collect());
        let new = NewAccount { name: name.into(), password: PASSWORD.into(), rights, lang: Some(tag(lang)) };
        self.room.make_account(&Self::owner(), new).await.expect("an account");
    }

    /// A browser in which somebody of these roles has signed in.
    pub async fn seat(&self, name: &str, roles: &[Role], lang: &str) -> Browser {
        self.hire(name, roles, lang).await;
        let signed_in = self.room.sign_in(name, PASSWORD, "here", "test").await.expect("a session");
        let mut browser = self.browser();
        browser.keep("desk", &signed_in.token);
        browser
    }

    /// Files a story.
    pub async fn file(&self, lang: &str, copy: &str, slug: &str) -> StoryId {
        let data = Data { slug: Line::new(slug), ..Data::default() };
        let ask = Ask::File(File { copy: Copy::Bytes(copy.into()), lang: Some(tag(lang)), desk: None, data });
        self.ask(&ask).await.answer.story
    }

    /// Asks the newsroom as the owner.
    pub async fn ask(&self, ask: &Ask) -> newsroom::Done {
        let owner = Self::owner();
        self.room.ask(&By::once(&owner), ask).await.expect("done")
    }
}

/// Copy about nothing that happened.
pub const COPY: &str = "Harbour clock strikes thirteen\n\n\
    BAKU, 2 March 2026 (GNP) — The harbour clock struck thirteen times at noon on Monday, to the delight of the gulls.\n\n\
    Nobody was hurt, and the keeper promised to count again on Tuesday.\n\n\
    The clock has stood above the harbour for ninety years.\n";
