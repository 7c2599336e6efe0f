//! The corrections page of a language: what was wrong and what is right, and what was withdrawn, newest first.

use super::{
    address,
    card::{Card, Gone, Shows, Told},
    frame::Frame,
    press::{Press, Sheet},
};
use askama::Template;
use lang::{Profile, Word};
use story::{Kind, Notice};

/// How many stories stand on a page.
pub const MOST: usize = 50;

#[derive(Template)]
#[template(path = "site/corrections.html")]
struct Page<'p> {
    frame: Frame<'p>,
    canonical: String,
    items: Vec<Item>,
    newest: bool,
    older: Option<String>,
}

struct Item {
    /// Path and headline; none of a story that was withdrawn.
    story: Option<(String, String)>,
    notices: Vec<String>,
}

impl Press {
    /// A page of corrections, newest first; with one more card than a page holds it leads to older ones.
    pub fn corrections(&self, profile: &Profile, before: Option<u64>, cards: &[Card]) -> Sheet {
        let lang = profile.tag();
        let (shown, more) = cards.split_at(cards.len().min(MOST));
        let last = shown.last().filter(|_| !more.is_empty()).and_then(Card::corrected);
        let path = before.map_or_else(|| address::corrections(lang), |n| address::corrections_before(lang, n));
        let page = Page {
            frame: Frame::of(self, profile, Some(profile.say(Word::Corrections))),
            canonical: self.masthead().absolute(&path),
            items: shown.iter().filter_map(|card| self.corrected(profile, card)).collect(),
            newest: before.is_none(),
            older: last.map(|n| address::corrections_before(lang, n)),
        };
        Sheet { path, tail: None, status: 200, lang: lang.clone(), html: page.render().unwrap_or_default() }
    }

    fn corrected(&self, profile: &Profile, card: &Card) -> Option<Item> {
        match &card.shows {
            Shows::Open(open) => Some(Item {
                story: Some((self.path(card)?, open.headline.clone())),
                notices: open.corrections().map(|told| self.notice(profile, told)).collect(),
            }),
            Shows::Gone(gone) => Some(Item { story: None, notices: vec![self.withdrawal(profile, gone)] }),
            Shows::Held(_) => None,
        }
    }

    fn withdrawal(&self, profile: &Profile, gone: &Gone) -> String {
        let (kind, title) = withdrawn(gone);
        let says = gone.says.clone().unwrap_or_else(|| profile.say(title).into());
        let notice = Notice { says, ..Notice::default() };
        self.notice(profile, &Told { kind, n: gone.n, at: gone.at, notice })
    }
}

/// The kind of a withdrawal, and the title of the page that is left.
pub(super) fn withdrawn(gone: &Gone) -> (Kind, Word) {
    if gone.taken_down { (Kind::Takedown, Word::TakenDownTitle) } else { (Kind::Kill, Word::GoneTitle) }
}
