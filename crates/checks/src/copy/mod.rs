//! A text as the rules see it: read once, in passages and sentences, with the values in them and what is quoted.

mod quoted;

use crate::{
    HouseStyle,
    finding::{Message, Part, Place, Side},
    text_words::{TextWord, text_words},
};
use lang::{Languages, Profile, Value, spoilt::Mend, values::Span, wordlist::Words};
use std::{
    ops::Range,
    sync::{Arc, OnceLock},
};
use story::{Block, Text, text::Inline};

/// What a check is made on.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    /// The text.
    pub text: &'a Text,
    /// Its language.
    pub profile: &'a Arc<Profile>,
    /// The agency's languages: names and forms of the others.
    pub languages: &'a Languages,
    /// The day that the copy is from, where its dateline does not say it whole.
    pub date: Option<jiff::civil::Date>,
    /// What was taken off the copy when it was read.
    pub asides: &'a [Aside],
    /// The house style.
    pub style: &'a HouseStyle,
}

/// Something that was taken off the copy when it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// What it was.
    pub what: Off,
    /// The bytes of the input.
    pub at: Range<usize>,
    /// The words.
    pub words: String,
}

/// What was taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Off {
    /// A verification token.
    Token,
    /// A link that counts readers.
    Tracking,
    /// HTML.
    Markup,
    /// A note to the desk.
    DeskNote,
    /// What the copy says of an embargo that the story does not have.
    Embargo,
    /// Letters that had been read in a wrong charset.
    Mojibake,
    /// Anything else: taglines, share lines.
    Other,
}

/// A text, read.
#[derive(Debug)]
pub struct Copy<'a> {
    /// What was read.
    pub material: Material<'a>,
    /// The day that the copy is from: of its dateline, or given with it.
    pub date: Option<jiff::civil::Date>,
    /// Its passages: headline, deck, then the body in order.
    pub passages: Vec<Passage>,
    /// Which of two texts it is.
    pub side: Side,
}

/// A piece of running text.
#[derive(Debug)]
pub struct Passage {
    /// Where it stands.
    pub part: Part,
    /// What it is.
    pub role: Role,
    /// Its plain words. All ranges below count its bytes.
    pub text: String,
    /// Its sentences.
    pub sentences: Vec<Range<usize>>,
    /// What stands between quotation marks, marks included; all of it in a quotation set apart. In order, none within
    /// another.
    pub quoted: Vec<Range<usize>>,
    /// The figures, dates and times in it, in order, none within another.
    pub values: Vec<Value>,
    /// What is told of times, once somebody has asked.
    spans: OnceLock<Vec<Span>>,
    /// Letters read in a wrong charset, once somebody has asked.
    spoilt: OnceLock<Vec<Mend>>,
    /// Its words, once somebody has asked.
    words: OnceLock<Vec<TextWord>>,
    /// The same, each as it is compared.
    word_folds: OnceLock<Vec<String>>,
    /// The same as lists of words compare them.
    folded: OnceLock<Words>,
    /// How many characters stand before each [`STEP`] bytes.
    counted: Vec<u32>,
}

/// How many bytes of a passage are counted in one go when a place in it is named.
const STEP: usize = 512;
/// The most bytes of a sentence that stand with a place, on either side of it: a text without marks is one sentence.
const MOST_AROUND: usize = 1_000;

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The headline.
    Headline,
    /// The deck.
    Deck,
    /// A paragraph.
    Paragraph,
    /// A subhead.
    Subhead,
    /// A paragraph of a quotation that is set apart.
    Quotation,
    /// Who says such a quotation.
    Source,
    /// An item of a list.
    Item,
    /// A cell or heading of a table.
    Cell,
    /// The caption of a figure or table.
    Caption,
}

impl<'a> Copy<'a> {
    /// Reads a text.
    pub fn new(material: &Material<'a>) -> Self {
        let mut passages = Vec::new();
        let mut add = |part, role, inline: &Inline| {
            let text = inline.plain();
            if !text.trim().is_empty() {
                passages.push(Passage::new(part, role, text, material.profile));
            }
        };
        add(Part::Headline, Role::Headline, &material.text.headline);
        if let Some(deck) = &material.text.deck {
            add(Part::Deck, Role::Deck, deck);
        }
        for (block, of) in material.text.body.iter().enumerate() {
            for (piece, inline) in of.inlines().into_iter().enumerate() {
                add(Part::Block { block, piece }, role(of, piece), inline);
            }
        }
        let dateline = material.text.dateline.as_ref().and_then(|d| d.date.as_ref()).and_then(|d| d.civil());
        Self { material: *material, date: dateline.or(material.date), passages, side: Side::This }
    }

    /// The same text as the source of another.
    pub fn as_source(mut self) -> Self {
        self.side = Side::Source;
        self
    }

    /// Its language.
    pub fn profile(&self) -> &'a Profile {
        self.material.profile
    }

    /// A place: bytes of a passage.
    pub fn place(&self, passage: &Passage, at: Range<usize>) -> Place {
        let words = passage.text.get(at.clone()).unwrap_or_default().to_owned();
        let start = passage.characters_before(at.start);
        Place {
            side: self.side,
            part: passage.part,
            at: start..start + words.chars().count(),
            sentence: passage.sentence_around(&at).unwrap_or(&words).trim().to_owned(),
            words,
            says: None,
        }
    }

    /// The place of a part that is missing.
    pub fn nowhere(&self, part: Part) -> Place {
        Place { side: self.side, part, at: 0..0, words: String::new(), sentence: String::new(), says: None }
    }
}

impl Place {
    /// The place with what it says.
    pub fn saying(mut self, says: Message) -> Self {
        self.says = Some(says);
        self
    }
}

impl Passage {
    fn new(part: Part, role: Role, text: String, profile: &Profile) -> Self {
        let quoted = match role {
            Role::Quotation => std::iter::once(0..text.len()).collect(),
            _ => quoted::quoted(&text),
        };
        let counted = counted(&text);
        let (sentences, values) = (profile.sentences(&text), profile.values(&text));
        Self {
            part,
            role,
            sentences,
            quoted,
            values,
            spans: OnceLock::new(),
            spoilt: OnceLock::new(),
            words: OnceLock::new(),
            word_folds: OnceLock::new(),
            folded: OnceLock::new(),
            counted,
            text,
        }
    }

    /// Its words, in order.
    pub(crate) fn words(&self) -> &[TextWord] {
        self.words.get_or_init(|| text_words(&self.text))
    }

    /// Each of [`Self::words`] as it is compared.
    pub(crate) fn word_folds(&self) -> &[String] {
        let fold = || self.words().iter().map(|word| lang::fold(word.of(&self.text))).collect();
        self.word_folds.get_or_init(fold)
    }

    /// The numbers of the words that stand whole in a piece of it.
    pub(crate) fn words_in(&self, at: &Range<usize>) -> Range<usize> {
        let words = self.words();
        let (from, to) = (
            words.partition_point(|word| word.at.start < at.start),
            words.partition_point(|word| word.at.end <= at.end),
        );
        from..to.max(from)
    }

    /// Its words as lists of words compare them.
    pub fn folded(&self) -> &Words {
        self.folded.get_or_init(|| Words::of(&self.text))
    }

    /// What is told of times in it, in order: how long ago, for how long, how old.
    pub fn spans(&self, profile: &Profile) -> &[Span] {
        self.spans.get_or_init(|| profile.spans(&self.text))
    }

    /// The letters in it that were surely read in a wrong charset, in order.
    pub fn spoilt(&self) -> &[Mend] {
        self.spoilt.get_or_init(|| lang::spoilt::surely(&self.text))
    }

    /// How many characters stand before a byte.
    fn characters_before(&self, byte: usize) -> usize {
        let step = byte.min(self.text.len()) / STEP;
        let rest = self.text.as_bytes().get(step * STEP..byte).unwrap_or_default();
        self.counted.get(step).map_or(0, |&n| n as usize) + rest.iter().filter(|byte| begins(**byte)).count()
    }

    /// The sentence that a place begins in; of a very long one, what stands around the place.
    fn sentence_around(&self, at: &Range<usize>) -> Option<&str> {
        let next = self.sentences.partition_point(|sentence| sentence.start <= at.start);
        let sentence = self.sentences.get(next.checked_sub(1)?)?;
        if at.start >= sentence.end.max(sentence.start + 1) {
            return None;
        }
        let whole = |byte: &usize| self.text.is_char_boundary(*byte);
        let from = (sentence.start.max(at.start.saturating_sub(MOST_AROUND))..=at.start).find(whole)?;
        let to = (at.end..=sentence.end.min(at.end.saturating_add(MOST_AROUND)).max(at.end)).rev().find(whole)?;
        self.text.get(from..to)
    }

    /// Whether these bytes stand within quotation marks.
    pub fn is_quoted(&self, at: &Range<usize>) -> bool {
        let next = self.quoted.partition_point(|range| range.start <= at.start);
        next.checked_sub(1).and_then(|before| self.quoted.get(before)).is_some_and(|range| at.end <= range.end)
    }

    /// The values of one sentence.
    pub fn values_in(&self, sentence: &Range<usize>) -> &[Value] {
        let from = self.values.partition_point(|value| value.at.start < sentence.start);
        let to = self.values.partition_point(|value| value.at.start < sentence.end);
        self.values.get(from..to).unwrap_or_default()
    }
}

/// How many characters stand before each [`STEP`] bytes of a text, and in all of it.
fn counted(text: &str) -> Vec<u32> {
    let mut count: u32 = 0;
    let mut out = vec![0];
    for bytes in text.as_bytes().chunks(STEP) {
        let begun = bytes.iter().filter(|byte| begins(**byte)).count();
        count = count.saturating_add(u32::try_from(begun).unwrap_or(u32::MAX));
        out.push(count);
    }
    out
}

/// Whether a character begins with this byte of UTF-8.
const fn begins(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

/// What a piece of a block is, by its place in [`Block::inlines`].
fn role(block: &Block, piece: usize) -> Role {
    match block {
        Block::Paragraph(_) | Block::Related(_) => Role::Paragraph,
        Block::Subhead(_) => Role::Subhead,
        Block::Quotation(quotation) if piece < quotation.paragraphs.len() => Role::Quotation,
        Block::Quotation(_) => Role::Source,
        Block::List(_) => Role::Item,
        Block::Table(table) if piece == 0 && table.caption.is_some() => Role::Caption,
        Block::Table(_) => Role::Cell,
        Block::Figure(_) => Role::Caption,
    }
}
