//! The front page of a language, and the pages of older stories behind it.

use super::{
    address,
    card::Card,
    frame::{Frame, Moment},
    press::{Press, Sheet},
};
use askama::Template;
use lang::{Profile, Word};
use story::Tag;

/// How many stories stand on a page.
pub const MOST: usize = 30;

#[derive(Template)]
#[template(path = "site/front.html")]
struct Page<'p> {
    frame: Frame<'p>,
    canonical: String,
    alternates: Vec<(String, String)>,
    items: Vec<Item<'p>>,
    /// The first story is the lead: this is the front, not a page of older stories.
    lead: bool,
    older: Option<String>,
}

struct Item<'p> {
    path: String,
    headline: String,
    deck: Option<String>,
    /// What is said beside it: breaking, sample, corrected.
    marks: Vec<&'p str>,
    printed: String,
    exact: String,
}

impl Press {
    /// A page of stories, newest first. Where one more card is given than a page holds, it leads to older ones.
    /// `before` is the number of the log that all of them came before; none for the front.
    pub fn front(&self, profile: &Profile, before: Option<u64>, cards: &[Card]) -> Sheet {
        let (lang, masthead) = (profile.tag(), self.masthead());
        let (shown, more) = cards.split_at(cards.len().min(MOST));
        let older = shown.last().filter(|_| !more.is_empty()).map(|card| address::before(lang, card.first));
        let path = before.map_or_else(|| address::front(lang), |n| address::before(lang, n));
        let title = before.map(|_| profile.say(Word::Older));
        let page = Page {
            frame: Frame::of(self, profile, title),
            canonical: masthead.absolute(&path),
            alternates: if before.is_none() { self.fronts() } else { Vec::new() },
            items: shown.iter().filter_map(|card| self.item(profile, card)).collect(),
            lead: before.is_none(),
            older,
        };
        Sheet { path, tail: None, status: 200, lang: lang.clone(), html: page.render().unwrap_or_default() }
    }

    /// The front of each language, and the root, which leads a reader to one of them.
    fn fronts(&self) -> Vec<(String, String)> {
        let front = |lang: &Tag| (lang.to_string(), self.masthead().absolute(&address::front(lang)));
        let root = ("x-default".to_owned(), self.masthead().absolute("/"));
        self.masthead().languages.tags().map(front).chain([root]).collect()
    }

    fn item<'p>(&self, profile: &'p Profile, card: &Card) -> Option<Item<'p>> {
        let open = card.open()?;
        let Moment { printed, exact } = Moment::of(self, profile, card.first_at);
        let changed = match (open.updated, open.corrected) {
            (None, None) => None,
            // A correction is never called an update.
            (updated, corrected) if corrected >= updated => Some(Word::Corrected),
            _ => Some(Word::Updated),
        };
        let breaking = (open.urgency == 1).then_some(Word::Breaking);
        let sample = open.sample.then_some(Word::Sample);
        Some(Item {
            path: self.path(card)?,
            headline: open.headline.clone(),
            deck: open.deck.clone(),
            marks: [breaking, sample, changed].into_iter().flatten().map(|word| profile.say(word)).collect(),
            printed,
            exact,
        })
    }
}
