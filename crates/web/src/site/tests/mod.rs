//! The site over a newsroom of its own, in a folder that goes when the test ends.

mod follow;
mod pages;
mod serve;

use super::{Masthead, Site, encoding::unbrotli, routes};
use axum::body::{Body, to_bytes};
use http::{HeaderMap, Request, StatusCode};
use jiff::Timestamp;
use lang::Languages;
use newsroom::{
    Actor, Ask, By, Correct, Done, Embargo, File, Fixed, Follower, Hold, House, Kill, Newsroom, Pin, Release, Revise,
    Takedown, Translate, Unhold,
};
use std::{collections::BTreeMap, sync::Arc};
use store::{Pages, Store};
use story::{Block, Data, Dateline, Origin, StoryId, Tag, Text, text::Related};
use tower::ServiceExt as _;

/// A newsroom with its site, on a day that does not pass.
pub struct Home {
    pub dir: tempfile::TempDir,
    pub room: Newsroom,
    pub site: Arc<Site>,
    pub store: Store,
    pub pages: Pages,
    pub clock: Arc<Fixed>,
    actor: Actor,
}

/// What a reader got.
pub struct Got {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Got {
    /// The page, whatever compression it came in.
    pub fn page(&self) -> String {
        let plain = match self.header("content-encoding") {
            "br" => unbrotli(&self.body).expect("brotli"),
            _ => self.body.clone(),
        };
        String::from_utf8(plain).expect("UTF-8")
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("a plain header"))
    }
}

pub fn tag(word: &str) -> Tag {
    word.parse().expect("a tag")
}

pub fn masthead() -> Masthead {
    let mut masthead =
        Masthead::new("Harbour News", "HN", "https://news.example", Languages::built_in().clone()).expect("a site");
    masthead.verification.push(("example-site-verification".into(), "token-\"1\"".into()));
    masthead.taglines.insert(tag("en"), "News from the harbour".into());
    masthead
}

/// A text in which every part says which story it is of.
pub fn text(name: &str) -> Text {
    Text {
        headline: format!("{name} headline").as_str().into(),
        deck: Some(format!("{name} deck").as_str().into()),
        byline: Some("Ana Lopez".into()),
        dateline: Some(Dateline {
            places: vec!["Port Example".into()],
            date: story::text::DatelineDate::new(Some(2030), 1, 2).ok(),
            agency: Some("HN".into()),
        }),
        body: vec![Block::Paragraph(format!("{name} body.").as_str().into())],
    }
}

/// A text that points at another story.
pub fn pointing(name: &str, target: Option<StoryId>) -> Text {
    let mut text = text(name);
    text.body.push(Block::Related(Related { title: format!("{name} points").into(), target }));
    text
}

impl Home {
    pub async fn new() -> Home {
        Self::with(masthead(), tempfile::tempdir().expect("a folder")).await
    }

    pub async fn with(masthead: Masthead, dir: tempfile::TempDir) -> Home {
        let store = Store::open(dir.path()).expect("a store");
        let pages = Pages::open(dir.path()).expect("pages");
        let site = Site::open(masthead, store.clone(), pages.clone()).await.expect("a site");
        let clock = Arc::new(Fixed::at("2030-01-02T10:00:00Z".parse().expect("a moment")));
        let house = House {
            name: "Harbour News".into(),
            initials: "HN".into(),
            languages: Languages::built_in().clone(),
            taglines: Vec::new(),
            desk: "main".into(),
            style: checks::HouseStyle::default(),
        };
        let followers: Vec<Arc<dyn Follower>> = vec![site.clone()];
        let room = Newsroom::open(house, store.clone(), clock.clone(), followers);
        Home { dir, room, site, store, pages, clock, actor: Actor::of_the_machine("test") }
    }

    /// Another program over the same folder.
    pub async fn again(self, masthead: Masthead) -> Home {
        let Home { dir, room, site, store, pages, .. } = self;
        drop((room, site, pages));
        store.close().await;
        Self::with(masthead, dir).await
    }

    pub async fn ask(&self, ask: Ask) -> Done {
        self.clock.pass(60);
        let done = self.room.ask(&By::once(&self.actor), &ask).await.expect("a verb");
        assert!(done.followed, "the site has followed");
        done
    }

    pub async fn file(&self, lang: &str, text: Text) -> StoryId {
        let (copy, lang) = (newsroom::Copy::Text(Box::new(text)), Some(tag(lang)));
        self.ask(Ask::File(File { copy, lang, desk: None, data: Data::default() })).await.answer.story
    }

    /// Files and releases a story.
    pub async fn release(&self, lang: &str, text: Text) -> StoryId {
        let story = self.file(lang, text).await;
        self.put_out(story, lang, 1).await;
        story
    }

    pub async fn put_out(&self, story: StoryId, lang: &str, revision: u32) -> Done {
        let pin = Pin { lang: tag(lang), revision };
        self.ask(Ask::Release(Release { story, editions: vec![pin], despite_findings: None })).await
    }

    /// Makes an edition from revision `revision` of another, and releases it.
    pub async fn translate(&self, story: StoryId, from: (&str, u32), lang: &str, text: Text) {
        let made_from = Origin { lang: tag(from.0), revision: from.1 };
        let copy = newsroom::Copy::Text(Box::new(text));
        self.ask(Ask::Translate(Translate { story, lang: tag(lang), made_from, copy })).await;
        self.put_out(story, lang, 1).await;
    }

    pub async fn revise(&self, story: StoryId, lang: &str, based_on: u32, text: Text) {
        let copy = newsroom::Copy::Text(Box::new(text));
        self.ask(Ask::Revise(Revise { story, lang: tag(lang), based_on, copy, made_from: None })).await;
    }

    pub async fn correct(&self, story: StoryId, lang: &str, based_on: u32, text: Text) {
        let (was, is) = ("wrong words".into(), "right words".into());
        let copy = Some(newsroom::Copy::Text(Box::new(text)));
        let lang = tag(lang);
        self.ask(Ask::Correct(Correct {
            story,
            lang,
            based_on,
            copy,
            was,
            is,
            unconcerned: None,
            made_from: None,
            despite_findings: None,
        }))
        .await;
    }

    pub async fn kill(&self, story: StoryId) {
        self.ask(Ask::Kill(Kill { story, reason: "inside reason".into(), notice: BTreeMap::new() })).await;
    }

    pub async fn hold(&self, story: StoryId) {
        self.ask(Ask::Hold(Hold { story, reason: "inside reason".into(), notice: BTreeMap::new() })).await;
    }

    pub async fn unhold(&self, story: StoryId) {
        self.ask(Ask::Unhold(Unhold { story, reason: "inside reason".into(), notice: BTreeMap::new() })).await;
    }

    pub async fn take_down(&self, story: StoryId) {
        self.ask(Ask::Takedown(Takedown { story, reason: "inside reason".into(), notice: BTreeMap::new() })).await;
    }

    pub async fn embargo(&self, story: StoryId, until: &str) {
        let until: Option<Timestamp> = Some(until.parse().expect("a moment"));
        self.ask(Ask::Embargo(Embargo { story, until })).await;
    }

    pub async fn get(&self, path: &str) -> Got {
        self.get_with(path, &[("accept-encoding", "br")]).await
    }

    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Got {
        self.send("GET", path, headers).await
    }

    pub async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Got {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).expect("a request");
        let response = routes(self.site.clone()).oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a body").to_vec();
        Got { status: parts.status, headers: parts.headers, body }
    }

    /// The page of a story, by its right address.
    pub async fn story(&self, story: StoryId, lang: &str) -> Got {
        let got = self.get(&format!("/{lang}/{story}")).await;
        match got.header("location") {
            "" => got,
            to => self.get(to).await,
        }
    }

    /// Every page and card on the disk, as text.
    pub fn on_disk(&self) -> BTreeMap<String, (u16, Option<String>, String)> {
        let pages = self.pages.pages_after("", usize::MAX).expect("pages");
        let plain = |br: &[u8]| String::from_utf8(unbrotli(br).expect("brotli")).expect("UTF-8");
        pages.into_iter().map(|p| (p.path, (p.status, p.tail, plain(&p.br)))).collect()
    }

    pub fn cards_on_disk(&self) -> String {
        let cards = self.pages.all_cards(None, usize::MAX).expect("cards");
        cards.into_iter().map(|card| String::from_utf8(card.body).expect("JSON")).collect()
    }
}
