//! What a rule says: its level, its places, what each place says as the rule understood it.

use lang::{Profile, Word};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, ops::Range};
use story::Hash;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Worth a look.
    Note,
    /// Very probably wrong.
    Warn,
    /// Nobody should release it so.
    Stop,
}

impl Level {
    /// Every level, the gravest first.
    pub const ALL: [Level; 3] = [Level::Stop, Level::Warn, Level::Note];

    /// The word for machines.
    pub const fn as_str(self) -> &'static str {
        match self {
            Level::Note => "note",
            Level::Warn => "warn",
            Level::Stop => "stop",
        }
    }

    /// The word for people.
    pub const fn word(self) -> Word {
        match self {
            Level::Note => Word::LevelNote,
            Level::Warn => Word::LevelWarn,
            Level::Stop => Word::LevelStop,
        }
    }
}

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The rules, by the names of their pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rule {
    /// Dates against each other, against durations, against the dateline.
    Dates,
    /// Ages against years of birth.
    Ages,
    /// Figures against each other.
    Figures,
    /// One name, one spelling.
    Names,
    /// Quotation marks and who says it.
    Quotations,
    /// Who says what the agency does not.
    Attribution,
    /// The same thing twice.
    Repetition,
    /// What is no part of the copy.
    Furniture,
    /// The form of the copy.
    Form,
    /// Words that no dictionary has.
    Spelling,
    /// The agency's own words.
    Style,
    /// A translation against its source.
    Translation,
}

impl Rule {
    /// Its name for machines, and of its page.
    pub const fn as_str(self) -> &'static str {
        match self {
            Rule::Dates => "dates",
            Rule::Ages => "ages",
            Rule::Figures => "figures",
            Rule::Names => "names",
            Rule::Quotations => "quotations",
            Rule::Attribution => "attribution",
            Rule::Repetition => "repetition",
            Rule::Furniture => "furniture",
            Rule::Form => "form",
            Rule::Spelling => "spelling",
            Rule::Style => "style",
            Rule::Translation => "translation",
        }
    }

    /// Its name for people.
    pub const fn word(self) -> Word {
        match self {
            Rule::Dates => Word::RuleDates,
            Rule::Ages => Word::RuleAges,
            Rule::Figures => Word::RuleFigures,
            Rule::Names => Word::RuleNames,
            Rule::Quotations => Word::RuleQuotations,
            Rule::Attribution => Word::RuleAttribution,
            Rule::Repetition => Word::RuleRepetition,
            Rule::Furniture => Word::RuleFurniture,
            Rule::Form => Word::RuleForm,
            Rule::Spelling => Word::RuleSpelling,
            Rule::Style => Word::RuleStyle,
            Rule::Translation => Word::RuleTranslation,
        }
    }
}

impl std::fmt::Display for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Which of two texts a place is in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The text that was checked.
    #[default]
    This,
    /// The text that it was translated from.
    Source,
}

/// A part of a text that holds running words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// What was taken off the copy when it was read; the range counts bytes of the input.
    Input,
    /// The headline.
    Headline,
    /// The deck.
    Deck,
    /// The byline.
    Byline,
    /// The dateline, as its language prints it.
    Dateline,
    /// A piece of running text in a block of the body.
    Block {
        /// Which block, from 0.
        block: usize,
        /// Which piece of it, in the order of [`story::Block::inlines`].
        piece: usize,
    },
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Which text.
    #[serde(default, skip_serializing_if = "is_this")]
    pub side: Side,
    /// Which part of it.
    pub part: Part,
    /// Which characters of the part's plain words, from 0; empty for a part that is missing.
    pub at: Range<usize>,
    /// Those characters.
    pub words: String,
    /// The sentence they stand in: a dismissal holds as long as it stays.
    pub sentence: String,
    /// What they say, as the rule understood it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<Message>,
}

fn is_this(side: &Side) -> bool {
    *side == Side::This
}

/// A string of [`lang::Word`] with what fills its gaps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// The key of the string.
    pub word: Cow<'static, str>,
    /// What fills its gaps, by their names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<(Cow<'static, str>, Said)>,
}

impl Eq for Message {}

/// What fills a gap: printed in the language of whoever reads it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Said {
    /// Words of the copy.
    Words(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(jiff::civil::Date),
    /// A year, in figures without groups.
    Year(i32),
    /// A string of the program.
    Word(Cow<'static, str>),
}

/// A change that would mend it, where there is no doubt about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// Which of the finding's places changes.
    pub place: usize,
    /// What it becomes.
    pub becomes: String,
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// What kind of thing it found: finer than the rule, a word for machines.
    pub kind: Cow<'static, str>,
    /// How much it matters.
    pub level: Level,
    /// What is wrong.
    pub message: Message,
    /// Where; several where there is a contradiction.
    pub places: Vec<Place>,
    /// A change that would mend it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
}

impl Message {
    /// A string without gaps.
    pub fn plain(word: Word) -> Self {
        Self { word: word.key().into(), gaps: Vec::new() }
    }

    /// A string with its gaps.
    pub fn new<const N: usize>(word: Word, gaps: [(&'static str, Said); N]) -> Self {
        Self { word: word.key().into(), gaps: gaps.into_iter().map(|(name, said)| (name.into(), said)).collect() }
    }

    /// The sentence, in the language of `profile`.
    pub fn printed(&self, profile: &Profile) -> String {
        let Some(word) = Word::from_key(&self.word) else { return self.word.clone().into_owned() };
        let values: Vec<(&str, String)> =
            self.gaps.iter().map(|(name, said)| (name.as_ref(), said.printed(profile))).collect();
        let gaps: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        profile.say_with(word, &gaps)
    }
}

impl Said {
    /// As the language of `profile` prints it.
    pub fn printed(&self, profile: &Profile) -> String {
        match self {
            Said::Words(words) => words.clone(),
            Said::Number(number) => profile.decimal(*number),
            Said::Day(day) => profile.date(*day),
            Said::Year(year) => profile.digits(&year.to_string()),
            Said::Word(key) => {
                Word::from_key(key).map_or_else(|| key.clone().into_owned(), |word| profile.say(word).to_owned())
            }
        }
    }
}

impl Finding {
    /// A finding without a fix.
    pub fn new(rule: Rule, kind: &'static str, level: Level, message: Message, places: Vec<Place>) -> Self {
        Self { rule, kind: kind.into(), level, message, places, fix: None }
    }

    /// The finding with a change to its first place.
    pub fn with_fix(mut self, becomes: impl Into<String>) -> Self {
        self.fix = Some(Fix { place: 0, becomes: becomes.into() });
        self
    }

    /// By what a dismissal knows it again: the rule and the sentences it cites, spaces and marks aside.
    pub fn key(&self) -> Hash {
        let mut bytes = format!("{}\n{}\n", self.rule, self.kind);
        for place in &self.places {
            bytes.extend(place.sentence.chars().filter(|c| lang::letter::is_alphanumeric(*c)));
            bytes.push('\n');
        }
        Hash::of(bytes.as_bytes())
    }

    /// Its place in a list: in reading order, then by rule.
    pub fn order(&self) -> impl Ord + use<> {
        let first = self.places.first();
        let at = first.map(|p| (p.part, p.at.start, p.at.end));
        (at, self.rule, self.kind.clone(), self.places.len())
    }
}
