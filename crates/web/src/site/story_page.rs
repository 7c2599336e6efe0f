//! A story in one language.

use super::{
    address,
    card::{Card, Open, Told},
    frame::{Frame, Moment},
    jsonld,
    press::{Press, Sheet},
};
use askama::Template;
use jiff::Timestamp;
use lang::{Profile, Word};
use std::collections::HashMap;
use story::{Kind, StoryId, Text};

/// Everything that a story page is made of, beside the press.
#[derive(Debug, Clone, Copy)]
pub struct Copy<'c> {
    /// The edition.
    pub card: &'c Card,
    /// What is public of it.
    pub open: &'c Open,
    /// Its text.
    pub text: &'c Text,
    /// All editions of the story, this one too.
    pub editions: &'c [Card],
    /// The stories that the text points at, in this language, as far as they are public.
    pub targets: &'c HashMap<StoryId, Card>,
}

#[derive(Template)]
#[template(path = "site/story.html")]
struct Page<'p> {
    frame: Frame<'p>,
    open: &'p Open,
    canonical: String,
    alternates: Vec<(String, String)>,
    description: Option<String>,
    locale: String,
    linked_data: String,
    headline: String,
    deck: Option<String>,
    byline: Option<String>,
    times: Vec<Time<'p>>,
    editions: Vec<Other<'p>>,
    told: Vec<String>,
    behind: bool,
    dateline: Option<String>,
    body: String,
    copyright: String,
}

struct Time<'p> {
    label: &'p str,
    printed: String,
    exact: String,
}

/// Another edition of the same story.
struct Other<'p> {
    tag: &'p str,
    dir: &'static str,
    name: &'p str,
    path: String,
    /// That it is being checked, or behind.
    aside: Option<&'p str>,
}

#[derive(Template)]
#[template(path = "site/notice.html")]
struct Notice<'n> {
    profile: &'n Profile,
    label: &'n str,
    printed: String,
    exact: String,
    says: &'n str,
    was: Option<&'n str>,
    is: Option<&'n str>,
}

/// The longest description, in characters.
const DESCRIPTION: usize = 200;

impl Press {
    /// The page of a public edition; none when the site does not have its language.
    pub fn story(&self, copy: Copy<'_>) -> Option<Sheet> {
        let Copy { card, open, text, editions, targets } = copy;
        let profile = self.profile(&card.lang)?;
        let masthead = self.masthead();
        let canonical = masthead.absolute(&self.path(card)?);
        let description = description(open, text);
        let at = |word, at: Timestamp| {
            let Moment { printed, exact } = Moment::of(self, profile, at);
            Time { label: profile.say(word), printed, exact }
        };
        let changes = [(Word::Updated, open.updated), (Word::Corrected, open.corrected)];
        let zone = masthead.zone.clone();
        let year = profile.digits(&card.first_at.to_zoned(zone).year().to_string());
        let page = Page {
            frame: Frame::of(self, profile, Some(&open.headline)),
            linked_data: jsonld::news_article(self, profile, copy, &canonical, description.as_deref()),
            canonical,
            alternates: self.alternates(card, editions),
            description,
            locale: profile.language().locale.replace('-', "_"),
            headline: self.inline(profile, &text.headline),
            deck: text.deck.as_ref().map(|deck| self.inline(profile, deck)),
            byline: text.byline.as_ref().map(|name| profile.say_with(Word::By, &[("name", name)])),
            times: [(Word::Published, Some(card.first_at))]
                .into_iter()
                .chain(changes)
                .filter_map(|(word, when)| Some(at(word, when?)))
                .collect(),
            editions: self.others(profile, card, editions),
            told: open.told.iter().map(|told| self.notice(profile, told)).collect(),
            // A notice that waits for the corrected original says the same, and more.
            behind: open.behind && !open.is_being_checked(),
            dateline: text.dateline.as_ref().map(|d| profile.dateline(d)).filter(|d| !d.is_empty()),
            body: self.blocks(profile, &text.body, targets),
            copyright: profile.say_with(Word::Copyright, &[("year", &year), ("agency", masthead.name_in(&card.lang))]),
            open,
        };
        Some(Sheet {
            path: address::story(&card.lang, card.story),
            tail: Some(open.tail.clone()),
            status: 200,
            lang: card.lang.clone(),
            html: page.render().unwrap_or_default(),
        })
    }

    /// Each public edition that the site has, with its absolute address, and the one for everybody else: the original,
    /// or the first in the site's order.
    fn alternates(&self, card: &Card, editions: &[Card]) -> Vec<(String, String)> {
        let mut of: Vec<(&Card, String)> = Vec::new();
        for lang in self.masthead().languages.tags() {
            let edition = editions.iter().find(|e| e.lang == *lang);
            of.extend(edition.and_then(|e| Some((e, self.masthead().absolute(&self.path(e)?)))));
        }
        let fallback = of.iter().find(|(e, _)| e.lang == card.original).or(of.first()).map(|(_, a)| a.clone());
        let all = of.into_iter().map(|(e, address)| (e.lang.to_string(), address));
        all.chain(fallback.map(|address| ("x-default".to_owned(), address))).collect()
    }

    /// The other public editions, in the order of the site's languages.
    fn others<'p>(&'p self, reader: &'p Profile, card: &Card, editions: &'p [Card]) -> Vec<Other<'p>> {
        let others = self.masthead().languages.tags().filter(|lang| **lang != card.lang);
        others.filter_map(|lang| self.other(reader, editions.iter().find(|e| e.lang == *lang)?)).collect()
    }

    fn other<'p>(&'p self, reader: &'p Profile, edition: &'p Card) -> Option<Other<'p>> {
        let (profile, open) = (self.profile(&edition.lang)?, edition.open()?);
        let behind = open.behind.then_some(Word::BehindOriginal);
        let aside = open.is_being_checked().then_some(Word::BeingChecked).or(behind);
        Some(Other {
            tag: edition.lang.as_str(),
            dir: profile.direction().as_str(),
            name: profile.name(),
            path: self.path(edition)?,
            aside: aside.map(|word| reader.say(word)),
        })
    }

    /// What readers are told, set apart.
    pub(super) fn notice(&self, profile: &Profile, told: &Told) -> String {
        let Moment { printed, exact } = Moment::of(self, profile, told.at);
        let label = if told.kind == Kind::Correction { Word::CorrectionLabel } else { Word::NoticeLabel };
        let notice = Notice {
            profile,
            label: profile.say(label),
            printed,
            exact,
            says: &told.notice.says,
            was: told.notice.was.as_deref(),
            is: told.notice.is.as_deref(),
        };
        notice.render().unwrap_or_default()
    }
}

/// The deck, or the beginning of the first paragraph, cut at a word.
fn description(open: &Open, text: &Text) -> Option<String> {
    let first = || text.body.iter().find(|b| matches!(b, story::Block::Paragraph(_))).map(story::Block::plain);
    let whole = open.deck.clone().or_else(first)?.replace('\n', " ");
    let Some((cut, _)) = whole.char_indices().nth(DESCRIPTION) else { return Some(whole) };
    let end = whole[..cut].rfind(' ').unwrap_or(cut);
    Some(format!("{}…", whole[..end].trim_end()))
}
