//! What was found, for programs.

use super::Input;
use checks::{Level, Part, Place, Side};
use lang::Profile;
use newsroom::{Dismissal, Found};
use serde::{Deserialize, Serialize};
use story::{Hash, Inline, Tag, Text};

/// What was found in one or several texts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The version of the checks.
    pub checks: u32,
    /// The highest level of what was found and not dismissed.
    pub highest: Option<Level>,
    /// Each text.
    pub editions: Vec<Edition>,
}

/// What was found in one text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Edition {
    /// The file, or the edition and its revision.
    pub what: String,
    /// The language.
    pub lang: Tag,
    /// The revision of an edition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<u32>,
    /// What was found, in reading order.
    pub findings: Vec<Listed>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    /// What it is known by, whatever else is edited.
    pub key: Hash,
    /// The rule.
    pub rule: String,
    /// What kind of thing it found.
    pub kind: String,
    /// How much it matters.
    pub level: Level,
    /// What is wrong, in the reader's language.
    pub says: String,
    /// Where.
    pub places: Vec<Spot>,
    /// What would mend it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<checks::Fix>,
    /// The dismissal that stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dismissed: Option<Dismissal>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Spot {
    /// Which text.
    pub side: Side,
    /// Which part of it.
    pub part: Part,
    /// Which characters of the part's plain words.
    pub at: std::ops::Range<usize>,
    /// Those characters.
    pub words: String,
    /// What they say, as the rule understood it, in the reader's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    /// The line of the file, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The character of that line, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// The whole part, or the sentence: what the words are shown in, and where they stand in it.
    #[serde(skip)]
    pub shown: (String, usize),
}

impl Report {
    /// Of these texts.
    pub fn of(editions: Vec<Edition>) -> Self {
        let all = editions.iter().flat_map(|edition| &edition.findings);
        let highest = all.filter(|finding| finding.dismissed.is_none()).map(|finding| finding.level).max();
        Self { checks: checks::VERSION, highest, editions }
    }
}

/// The text in which places are shown, and what is known of it.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The text, unless it was sealed.
    pub text: Option<&'a Text>,
    /// Its language.
    pub profile: &'a Profile,
    /// The language of whoever reads.
    pub reader: &'a Profile,
    /// The input that it was read from.
    pub input: Option<Input<'a>>,
}

impl Listed {
    /// A finding, as a reader is told it.
    pub fn new(found: &Found, shown: Shown<'_>) -> Self {
        let finding = &found.finding;
        Self {
            key: found.key,
            rule: finding.rule.to_string(),
            kind: finding.kind.to_string(),
            level: finding.level,
            says: finding.message.printed(shown.reader),
            places: finding.places.iter().map(|place| spot(place, shown)).collect(),
            fix: finding.fix.clone(),
            dismissed: found.dismissed.clone(),
        }
    }
}

fn spot(place: &Place, shown: Shown<'_>) -> Spot {
    let ours = shown.text.filter(|_| place.side == Side::This);
    let part = ours.and_then(|text| part_of(text, place.part, shown.profile));
    let at = || place.sentence.find(&place.words).map(|byte| count(&place.sentence, byte));
    let whole = part.map(|part| (part, place.at.start));
    let located =
        shown.input.filter(|_| place.side == Side::This).and_then(|input| input.locate(place, whole.as_ref()));
    Spot {
        side: place.side,
        part: place.part,
        at: place.at.clone(),
        words: place.words.clone(),
        says: place.says.as_ref().map(|says| says.printed(shown.reader)),
        line: located.map(|(line, _)| line),
        column: located.and_then(|(_, column)| column),
        shown: whole.unwrap_or_else(|| match at() {
            Some(at) => (place.sentence.clone(), at),
            None => (place.words.clone(), 0),
        }),
    }
}

/// How many characters stand before a byte.
pub(super) fn count(text: &str, byte: usize) -> usize {
    text.get(..byte).map_or(0, |before| before.chars().count())
}

/// The plain words of a part of a text.
fn part_of(text: &Text, part: Part, profile: &Profile) -> Option<String> {
    match part {
        Part::Input => None,
        Part::Headline => Some(text.headline.plain()),
        Part::Deck => text.deck.as_ref().map(Inline::plain),
        Part::Byline => text.byline.as_ref().map(ToString::to_string),
        Part::Dateline => text.dateline.as_ref().map(|dateline| profile.dateline(dateline)),
        Part::Block { block, piece } => text.body.get(block)?.inlines().get(piece).map(|inline| inline.plain()),
    }
}
