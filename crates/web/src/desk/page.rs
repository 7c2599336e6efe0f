//! What every page of the desk has: its words, its guard, what went well or wrong; and the small pages that only say
//! something.

use super::{Desk, door::Visitor};
use crate::answers::Answer;
use askama::Template;
use axum::response::Response;
use http::StatusCode;
use jiff::Timestamp;
use lang::{Profile, Word};
use newsroom::{Actor, chance};
use std::{borrow::Borrow, sync::Arc};
use story::{Tag, Verb};

/// A number, as a template hands it over: by value or by reference.
pub(super) trait Figure {
    fn value(&self) -> u64;
}

impl<F: Figure> Figure for &F {
    fn value(&self) -> u64 {
        (**self).value()
    }
}

macro_rules! figures {
    ($($kind:ty),+) => {
        $(impl Figure for $kind {
            fn value(&self) -> u64 {
                *self as u64
            }
        })+
    };
}

figures!(u8, u32, u64, usize);

/// A way in the menu.
pub(super) struct Item {
    /// The figure that leads there.
    pub key: u8,
    pub way: &'static str,
    pub word: Word,
    pub current: bool,
}

/// The frame of a page. Templates call it `page`.
pub(super) struct Page {
    desk: Desk,
    profile: Arc<Profile>,
    guard: String,
    /// Who has signed in.
    pub who: Option<Actor>,
    /// The title, in the reader's language.
    pub title: String,
    /// This page, to come back to it.
    pub here: String,
    /// What came of the form before, a sentence each.
    pub done: Vec<String>,
    /// What went wrong.
    pub fault: Option<Answer>,
}

impl Page {
    pub fn new(desk: &Desk, profile: Arc<Profile>, guard: String, title: Word, here: String) -> Self {
        let title = profile.say(title).to_owned();
        Self { desk: desk.clone(), profile, guard, who: None, title, here, done: Vec::new(), fault: None }
    }

    /// The same page for somebody who has signed in.
    pub fn of(self, actor: &Actor) -> Self {
        Self { who: Some(actor.clone()), ..self }
    }

    pub fn titled(self, title: impl Into<String>) -> Self {
        Self { title: title.into(), ..self }
    }

    pub fn with_fault(self, fault: Answer) -> Self {
        Self { fault: Some(fault), ..self }
    }

    pub fn with_fault_if_any(self, fault: Option<Answer>) -> Self {
        Self { fault, ..self }
    }

    pub fn with_done(self, done: Vec<String>) -> Self {
        Self { done, ..self }
    }

    /// The status that goes with what went wrong.
    pub fn status(&self) -> StatusCode {
        self.fault.as_ref().map_or(StatusCode::OK, |fault| fault.status)
    }

    // What templates ask for.

    pub fn say(&self, word: impl Borrow<Word>) -> &str {
        self.profile.say(*word.borrow())
    }

    /// What stands between two facts of a line, with its spaces: a middle dot, or a comma where the dot is a digit.
    pub fn between(&self) -> &str {
        let language = self.profile.language();
        if language.digits.zero == '0' { " · " } else { &language.marks.comma }
    }

    pub fn say_name(&self, word: Word, name: &str) -> String {
        self.profile.say_with(word, &[("name", name)])
    }

    pub fn say_words(&self, word: Word, words: &str) -> String {
        self.profile.say_with(word, &[("words", words)])
    }

    pub fn say_slug(&self, word: Word, slug: &str) -> String {
        self.profile.say_with(word, &[("slug", slug)])
    }

    pub fn say_language(&self, word: Word, language: &str) -> String {
        self.profile.say_with(word, &[("language", language)])
    }

    pub fn say_when(&self, word: Word, at: &Timestamp) -> String {
        self.profile.say_with(word, &[("when", &self.time(at))])
    }

    /// A word about a revision of an edition.
    pub fn say_of(&self, word: Word, lang: &Tag, revision: &u32) -> String {
        let gaps = [("language", &*self.language(lang)), ("number", &*self.number(revision))];
        self.profile.say_with(word, &gaps)
    }

    pub fn say_number(&self, word: Word, number: impl Figure) -> String {
        self.profile.say_with(word, &[("number", &self.number(number))])
    }

    pub fn say_count(&self, word: Word, count: impl Figure) -> String {
        self.profile.say_count(word, count.value(), &[])
    }

    pub fn number(&self, number: impl Figure) -> String {
        self.profile.number(i64::try_from(number.value()).unwrap_or(i64::MAX))
    }

    pub fn time(&self, at: impl Borrow<Timestamp>) -> String {
        self.profile.date_time(&at.borrow().to_zoned(self.desk.options().zone.clone()))
    }

    /// The zone in which times are written, as a box for one says.
    pub fn zone(&self) -> String {
        let zone = &self.desk.options().zone;
        let now = self.desk.room().clock().now().to_zoned(zone.clone());
        let name = zone.iana_name().map_or_else(|| now.strftime("%Z").to_string(), str::to_owned);
        self.profile.say_with(Word::WhenSays, &[("zone", &name)])
    }

    pub fn lang(&self) -> &Tag {
        self.profile.speaks()
    }

    pub fn dir(&self) -> &'static str {
        self.profile.direction().as_str()
    }

    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    pub fn agency(&self) -> &str {
        &self.desk.room().house().name
    }

    pub fn sheet(&self) -> &str {
        self.desk.sheet().address()
    }

    /// The languages of the house: tag, own name, direction.
    pub fn languages(&self) -> Vec<(String, String, &'static str)> {
        let of = |p: &Arc<Profile>| (p.tag().to_string(), p.name().to_owned(), p.direction().as_str());
        self.desk.room().house().languages.iter().map(of).collect()
    }

    /// The own name of a language.
    pub fn language(&self, tag: &Tag) -> String {
        self.desk.room().house().languages.profile(tag).name().to_owned()
    }

    pub fn direction(&self, tag: &Tag) -> &'static str {
        self.desk.room().house().languages.profile(tag).direction().as_str()
    }

    /// The menu: what this person has a use for.
    pub fn menu(&self) -> Vec<Item> {
        let all = [
            ("/desk", Word::Stories, Verb::Read),
            ("/desk/file", Word::FileCopy, Verb::File),
            ("/desk/due", Word::DueList, Verb::Read),
            ("/desk/accounts", Word::Accounts, Verb::Accounts),
        ];
        let here = self.here.split('?').next().unwrap_or_default();
        (1..)
            .zip(all)
            .filter(|(_, (.., verb))| self.may(*verb))
            .map(|(key, (way, word, _))| Item { key, way, word, current: here == way })
            .collect()
    }

    /// Whether somebody has signed in who may do this somewhere.
    pub fn may(&self, verb: Verb) -> bool {
        self.who.as_ref().is_some_and(|who| who.rights.cover_somewhere(verb))
    }

    /// The hidden boxes that every form has: the word of the guard and the identity of the asking. Both hold letters
    /// and digits alone.
    pub fn guard(&self) -> String {
        let request = chance::request(self.desk.room().clock().now());
        let hidden =
            |name, value: &dyn std::fmt::Display| format!(r#"<input type="hidden" name="{name}" value="{value}">"#);
        hidden("guard", &self.guard) + &hidden("request", &request)
    }

    /// What is held down with a letter that is a key.
    pub fn keys(&self) -> String {
        self.profile.say_with(Word::KeysSay, &[("keys", "Alt (Firefox: Alt+Shift, Mac: Ctrl+Option)")])
    }

    /// The word of the guard alone, for a form that brings its own identity of asking.
    pub fn guard_word(&self) -> &str {
        &self.guard
    }
}

/// A page that says what went wrong, and nothing else.
#[derive(Template)]
#[template(path = "desk/trouble.html")]
pub(super) struct Trouble {
    pub page: Page,
}

/// A page that asks for itself again, from here: then the browser sends its cookies.
#[derive(Template)]
#[template(path = "desk/go_on.html")]
pub(super) struct GoOn {
    pub page: Page,
    pub way: String,
}

/// A form that was typed under an earlier session, to be sent again.
#[derive(Template)]
#[template(path = "desk/again.html")]
pub(super) struct Again {
    pub page: Page,
    pub way: String,
    pub kept: Vec<(String, String)>,
}

/// An address of the desk under which there is nothing.
pub(super) async fn not_found(visitor: Visitor) -> Response {
    let answer = Answer::plain(StatusCode::NOT_FOUND, &visitor.profile, Word::ErrorNotFound);
    visitor.reply(StatusCode::NOT_FOUND, &Trouble { page: visitor.page(Word::Desk).with_fault(answer) })
}
