//! A text as a page shows it: its parts by name, its blocks numbered.

use super::spoken::Spoken;
use formats::html;
use lang::{Languages, Word};
use story::{Block, Inline, Tag, Text};

/// A text, ready to be shown.
pub(super) struct Shown {
    pub lang: Tag,
    pub dir: &'static str,
    pub headline: String,
    pub deck: Option<String>,
    pub byline: Option<String>,
    pub dateline: Option<String>,
    pub blocks: Vec<ShownBlock>,
    pub words: usize,
}

/// A block of the body.
pub(super) struct ShownBlock {
    /// Its place, from 1.
    pub number: u64,
    /// What it is, when it is no paragraph.
    pub kind: Option<Word>,
    /// HTML of our own making.
    pub html: String,
}

/// What a block is called.
pub(super) const fn kind(block: &Block) -> Word {
    match block {
        Block::Paragraph(_) => Word::Paragraph,
        Block::Subhead(_) => Word::Subhead,
        Block::Quotation(_) => Word::Quotation,
        Block::List(_) => Word::List,
        Block::Table(_) => Word::Table,
        Block::Figure(_) => Word::Figure,
        Block::Related(_) => Word::Related,
    }
}

impl Shown {
    /// A text of this language.
    pub fn new(languages: &Languages, lang: &Tag, text: &Text) -> Self {
        let profile = languages.profile(lang);
        let block = |(number, block): (u64, &Block)| ShownBlock {
            number,
            kind: Some(kind(block)).filter(|kind| *kind != Word::Paragraph),
            html: {
                let mut out = String::new();
                html::write_body(&mut out, std::slice::from_ref(block), &html::Setting::default());
                out
            },
        };
        Self {
            lang: lang.clone(),
            dir: profile.direction().as_str(),
            headline: text.headline.plain(),
            deck: text.deck.as_ref().map(Inline::plain),
            byline: text.byline.as_ref().map(ToString::to_string),
            dateline: text.dateline.as_ref().map(|d| profile.dateline(d)),
            blocks: (1..).zip(&text.body).map(block).collect(),
            words: profile.words_in(&text.plain()),
        }
    }

    /// Its headline, for a title.
    pub fn head(&self) -> Spoken {
        Spoken { text: self.headline.clone(), lang: self.lang.clone(), dir: self.dir }
    }
}
