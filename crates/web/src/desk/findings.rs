//! What the checks found in an edition, as a page lists it: what is wrong, each place with its words and what it says,
//! what would mend it, and what the desk said to it.

use checks::{Level, Part, Place, Side};
use lang::{Languages, Profile, Word};
use newsroom::Found;
use story::{Hash, Tag};

/// The findings of an edition.
pub(super) struct Findings {
    pub lang: Tag,
    /// Those that count.
    pub open: Vec<Finding>,
    /// Those that were dismissed.
    pub dismissed: Vec<Finding>,
    /// How many hold a release back.
    pub holds: usize,
    /// Whether this person may dismiss.
    pub may: bool,
}

/// A finding.
pub(super) struct Finding {
    pub key: Hash,
    pub level: Level,
    pub rule: Word,
    /// What is wrong, in the reader's language.
    pub says: String,
    pub places: Vec<Spot>,
    /// What would mend it.
    pub becomes: Option<String>,
    /// Who dismissed it, and why.
    pub dismissed: Option<(String, jiff::Timestamp, String)>,
}

/// A place that a finding cites.
pub(super) struct Spot {
    pub lang: Tag,
    pub dir: &'static str,
    /// It is in the text that the edition was made from.
    pub source: bool,
    /// Which part of the text.
    pub part: Word,
    /// The number of a block.
    pub number: Option<u64>,
    /// Where the story's page shows it; none when it does not.
    pub anchor: Option<String>,
    /// What stands before the words, and after them.
    pub before: String,
    pub words: String,
    pub after: String,
    /// What the place says, as the rule understood it.
    pub says: Option<String>,
}

impl Finding {
    /// A sign beside the word for the level: colour is never the only one.
    pub fn sign(&self) -> &'static str {
        match self.level {
            Level::Stop => "■",
            Level::Warn => "▲",
            Level::Note => "○",
        }
    }

    pub fn word(&self) -> Word {
        self.level.word()
    }

    /// How it is set.
    pub fn class(&self) -> &'static str {
        self.level.as_str()
    }
}

/// The languages of an edition and of what it was made from, and the text that is shown of each.
pub(super) struct Around<'a> {
    pub languages: &'a Languages,
    /// The language of whoever reads.
    pub reader: &'a Profile,
    pub lang: &'a Tag,
    pub source: Option<&'a Tag>,
}

impl Findings {
    /// For whoever reads.
    pub fn new(found: &[Found], around: &Around<'_>, may: bool) -> Self {
        let holds = found.iter().filter(|found| found.holds()).count();
        let (dismissed, open): (Vec<_>, Vec<_>) = found.iter().partition(|found| found.dismissed.is_some());
        let each = |found: Vec<&Found>| found.into_iter().map(|found| one(found, around)).collect();
        Self { lang: around.lang.clone(), open: each(open), dismissed: each(dismissed), holds, may }
    }

    /// Whether there is nothing to list.
    pub fn is_empty(&self) -> bool {
        self.open.is_empty() && self.dismissed.is_empty()
    }

    /// How many there are of each level that count, the gravest first.
    pub fn counts(&self) -> Vec<(&'static str, Word, usize)> {
        let count = |level| self.open.iter().filter(|finding| finding.level == level).count();
        let each = |level: Level| (level.as_str(), level.word(), count(level));
        Level::ALL.map(each).into_iter().filter(|(.., count)| *count > 0).collect()
    }
}

fn one(found: &Found, around: &Around<'_>) -> Finding {
    let finding = &found.finding;
    Finding {
        key: found.key,
        level: finding.level,
        rule: finding.rule.word(),
        says: finding.message.printed(around.reader),
        places: finding.places.iter().map(|place| spot(place, around)).collect(),
        becomes: finding.fix.as_ref().map(|fix| fix.becomes.clone()).filter(|becomes| !becomes.is_empty()),
        dismissed: found.dismissed.as_ref().map(|d| (d.by.clone(), d.at, d.reason.clone())),
    }
}

fn spot(place: &Place, around: &Around<'_>) -> Spot {
    let source = place.side == Side::Source;
    let lang = around.source.filter(|_| source).unwrap_or(around.lang);
    let (part, number) = match place.part {
        Part::Headline => (Word::Headline, None),
        Part::Deck => (Word::Deck, None),
        Part::Byline => (Word::Byline, None),
        Part::Dateline => (Word::Dateline, None),
        Part::Input => (Word::Furniture, None),
        Part::Block { block, .. } => (Word::Paragraph, Some(block as u64 + 1)),
    };
    let anchor = match place.part {
        Part::Input => None,
        Part::Block { block, .. } => Some(format!("{lang}-{}", block + 1)),
        _ => Some(lang.to_string()),
    };
    let (before, after) = around_words(place);
    Spot {
        lang: lang.clone(),
        dir: around.languages.profile(lang).direction().as_str(),
        source,
        part,
        number,
        anchor,
        before,
        words: place.words.clone(),
        after,
        says: place.says.as_ref().map(|says| says.printed(around.reader)),
    }
}

/// How many characters of a sentence are shown on either side.
const AROUND: usize = 60;

/// What stands around the words in their sentence, shortened.
fn around_words(place: &Place) -> (String, String) {
    let Some((before, after)) = place.sentence.split_once(place.words.as_str()).filter(|_| !place.words.is_empty())
    else {
        return (String::new(), String::new());
    };
    let long = before.chars().count();
    let cut: String = before.chars().skip(long.saturating_sub(AROUND)).collect();
    let before = if long > AROUND { format!("…{cut}") } else { cut };
    let cut: String = after.chars().take(AROUND).collect();
    let after = if after.chars().count() > AROUND { format!("{cut}…") } else { cut };
    (before, after)
}
