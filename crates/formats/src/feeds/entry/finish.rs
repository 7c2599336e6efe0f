//! What was gathered of an entry -> the item: which text is the body and which the summary, whose language it is.

use super::super::channel::About;
use super::super::markup::{self, Read};
use super::super::scene::language;
use super::{Entry, Piece, Rank};
use crate::html;
use crate::reading::{Liberties, Took};
use story::item::{Body, Bond, Item, PartyRole, Reference, Wording};
use story::text::{Inline, Run};
use story::{Block, Direction, Line, Tag, Text};

impl<'d, 'i> Entry<'d, 'i, '_> {
    /// The item, with what the feed says of all its entries where it says nothing itself.
    pub(super) fn finish(mut self, about: &About, liberties: &mut Liberties) -> Item {
        self.summaries.sort_by_key(|piece| std::cmp::Reverse(piece.rank));
        let (body, deck) = self.choose();
        self.item.lang = self.language(body.as_ref(), deck.as_ref(), about);
        if let Some((_, title)) = self.title.take() {
            let headline = markup::inline(&title, self.scene.base.as_ref());
            let (headline, dir) = without_isolate(headline);
            self.item.dir = dir;
            self.item.text.headline = in_language(headline, self.foreign(title.lang));
        }
        if let Some(deck) = deck {
            let words = markup::inline(&deck.construct, self.scene.base.as_ref());
            let words = in_language(without_isolate(words).0, self.foreign(deck.construct.lang));
            self.item.text.deck = (!words.is_empty()).then_some(words);
        }
        if let Some(body) = body {
            let read = markup::read(&body.construct, self.scene.base.as_ref());
            self.body(read, liberties);
        }
        self.others(liberties);
        self.people(about);
        self.identity(liberties);
        self.item.references.append(&mut self.links);
        if !self.is_copied {
            inherit(&mut self.item, about);
        }
        self.item
    }

    /// Body and summary. RSS has no word for either: its description is the text where nothing else is, and of two
    /// the first is the summary.
    fn choose(&mut self) -> (Option<Piece<'d, 'i>>, Option<Piece<'d, 'i>>) {
        let own = self.summaries.iter().filter(|piece| piece.rank == Rank::Own).count();
        let mut summaries = std::mem::take(&mut self.summaries).into_iter();
        let first = summaries.next();
        let body = if self.contents.is_empty() { None } else { Some(self.contents.remove(0)) };
        let is_abstract = first.as_ref().is_some_and(|piece| piece.name == "abstract");
        let second = if body.is_none() && own > 1 { summaries.next() } else { None };
        self.summaries = summaries.collect();
        match (body, second) {
            (None, None) if !self.scene.atom && !is_abstract => (first, None),
            (body, second) => (body.or(second), first),
        }
    }

    /// The language: of the text, as near to it as it is said; an empty one takes back what stands around it.
    fn language(&mut self, body: Option<&Piece<'_, '_>>, deck: Option<&Piece<'_, '_>>, about: &About) -> Option<Tag> {
        if self.lang.is_some() {
            return self.lang.take();
        }
        let full = |piece: &&Piece<'_, '_>| !piece.construct.is_empty();
        let text = body.filter(full).and_then(|piece| piece.construct.lang);
        let summary = deck.filter(full).and_then(|piece| piece.construct.lang);
        let title = self.title.as_ref().and_then(|(_, title)| title.lang);
        let near = text.or(summary).or(title).or_else(|| self.element.lang());
        match near {
            Some(said) => language(said),
            None => about.lang(),
        }
    }

    /// A language that is not that of the item.
    fn foreign(&self, said: Option<&str>) -> Option<Tag> {
        let lang = said.and_then(language)?;
        (Some(&lang) != self.item.lang.as_ref()).then_some(lang)
    }

    fn body(&mut self, read: Read, liberties: &mut Liberties) {
        let Read { text, notice, dateline, pictures, lang, dir } = read;
        if self.item.lang.is_none() {
            self.item.lang = lang;
        }
        self.item.dir = dir.or(self.item.dir);
        self.item.notice = notice;
        self.item.dateline = dateline;
        self.item.parts.extend(pictures);
        let headline = Some(text.headline).filter(|headline| !headline.is_empty()).map(Block::Subhead);
        let deck = text.deck.map(Block::Paragraph);
        let byline = text.byline.map(|line| Block::Paragraph(Inline::plain_text(&*line)));
        let body = headline.into_iter().chain(deck).chain(byline).chain(text.body).collect();
        let whole = Text { body, dateline: text.dateline, ..Text::default() };
        let whole = fitting(whole, &self.at("body"), liberties);
        self.item.text.dateline = whole.dateline;
        self.item.text.body = whole.body;
    }

    /// The texts beside body and summary.
    fn others(&mut self, liberties: &mut Liberties) {
        for piece in std::mem::take(&mut self.contents) {
            if piece.construct.is_empty() {
                continue;
            }
            let text = markup::read(&piece.construct, self.scene.base.as_ref()).text;
            let mut raw = String::new();
            html::write_body(&mut raw, &text.body, &html::Setting::default());
            let lang = self.foreign(piece.construct.lang);
            self.item.bodies.push(Body { role: Line::new(&piece.name), lang, mime: Line::new("text/html"), raw });
            liberties.take(Took::Repeated, self.at(&piece.name), "");
        }
        for piece in std::mem::take(&mut self.summaries) {
            let words = markup::inline(&piece.construct, self.scene.base.as_ref());
            let lang = self.foreign(piece.construct.lang);
            self.item.descriptions.push(Wording { role: Line::new(&piece.name), lang, words });
        }
    }

    fn people(&mut self, about: &About) {
        let best = self.authors.iter().map(|(rank, _)| *rank).max();
        let told = std::mem::take(&mut self.authors).into_iter().filter(|(rank, _)| Some(*rank) == best);
        let mut authors: Vec<_> = told.map(|(_, party)| party).collect();
        if authors.is_empty() && self.scene.atom {
            authors.clone_from(&about.authors);
        }
        if self.item.text.byline.is_none() && !authors.is_empty() {
            let names: Vec<&str> = authors.iter().map(|party| &*party.name).collect();
            self.item.text.byline = Some(Line::new(names.join(", ")));
        }
        authors.append(&mut self.item.parties);
        self.item.parties = authors;
    }

    /// The identity, and the page that it may be; else the page is the identity.
    fn identity(&mut self, liberties: &mut Liberties) {
        let page = self.links.iter().find(|link| link.bond == Bond::Page).map(|page| page.href.clone());
        match (self.guid.take(), page) {
            (Some((_, guid)), page) => {
                if self.permalink && page.is_none() && guid.contains("://") {
                    let page = Reference { bond: Bond::Page, href: Line::new(&guid), ..Reference::default() };
                    self.links.insert(0, page);
                }
                self.item.guid = Line::new(guid);
            }
            (None, Some(page)) if !page.is_empty() => {
                self.item.guid = page;
                liberties.take(Took::Assumed, self.at("guid"), "the address of the page");
            }
            _ => liberties.take(Took::Missing, self.at("guid"), ""),
        }
    }
}

/// What a feed says once for all.
fn inherit(item: &mut Item, about: &About) {
    if item.rights.copyright.is_none() {
        item.rights.copyright.clone_from(&about.copyright);
    }
    if item.parties(PartyRole::Provider).next().is_none() {
        item.parties.extend(about.provider.clone());
    }
}

/// Words in another language than the item carry it.
fn in_language(words: Inline, lang: Option<Tag>) -> Inline {
    let Some(lang) = lang else { return words };
    let runs = words.runs().iter().cloned().map(|mut run: Run| {
        run.style.lang.get_or_insert_with(|| lang.clone());
        run
    });
    Inline::new(runs.collect::<Vec<_>>())
}

/// Words that were set apart because of their direction (Unicode, UAX 9), without the marks around them.
fn without_isolate(words: Inline) -> (Inline, Option<Direction>) {
    let plain = words.plain();
    let dir = match plain.chars().next() {
        Some('\u{2067}') => Direction::Rtl,
        Some('\u{2066}') => Direction::Ltr,
        _ => return (words, None),
    };
    let marks = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
    if !plain.ends_with('\u{2069}') || plain.matches(marks).count() != 2 {
        return (words, None);
    }
    let runs = words.runs().iter().cloned().map(|mut run| {
        run.text = run.text.replace(marks, "");
        run
    });
    (Inline::new(runs.collect::<Vec<_>>()), Some(dir))
}

/// As much of a text as an edition may hold.
fn fitting(mut text: Text, at: &str, liberties: &mut Liberties) -> Text {
    while !text.body.is_empty() && text.fits().is_err() {
        liberties.take(Took::TooMuch, at, "");
        text.body.truncate(text.body.len() / 2);
    }
    text
}
