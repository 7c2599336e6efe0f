//! `figures.toml`: how a language writes numbers, in digits and in words.
//!
//! A member of text holds phrases apart by commas; a member of a table has a number, or the name of a unit in
//! `common/units.toml`, on the left and its phrases on the right. Phrases are compared as [`crate::fold`] has them, word
//! by word, hyphens passed over.

use serde::Deserialize;
use std::collections::BTreeMap;

/// Numbers, or names of units, with their phrases.
pub type Table = BTreeMap<String, String>;

/// How a language writes numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureWords {
    /// Marks within figures.
    pub marks: Marks,
    /// How the words of one number are put together.
    pub join: Join,
    /// What is a number only where its neighbours say so.
    pub sure: Sure,
    /// Words that are added: from nought to ninety-nine, and the hundreds where they are one word.
    pub values: Table,
    /// By the value of a word: below what another may be added to it, where that is not its last power of ten.
    pub rooms: BTreeMap<String, u32>,
    /// Words that multiply what stands before them.
    pub scales: Table,
    /// Those of them that say nothing without a number before them.
    pub bare: String,
    /// Words that are an indefinite number alone and multiply a number before them: dozens, thousands.
    pub some: Table,
    /// Letters that multiply figures that they stand close to: 5k.
    pub short: Table,
    /// Words of rank.
    pub ranks: Table,
    /// Words of rank without their endings, and the endings.
    pub rank_stems: Table,
    /// The endings of those.
    pub rank_endings: String,
    /// Words for a part, by how many of them make a whole.
    pub parts: Table,
    /// Words that are a number of parts in themselves, or a part without a number before them.
    pub shares: Table,
    /// Words for so many times.
    pub times: Table,
    /// Words that may stand for a number without being one, by the number: both, pair, a.
    pub hints: Table,
    /// What stands around numbers.
    pub around: Around,
    /// What says that a number is not exact.
    pub bounds: Bounds,
    /// Money, by its code.
    pub money: Table,
    /// Units of measure, by their names.
    pub units: Table,
}

/// Marks within figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marks {
    /// The decimal marks.
    pub decimal: String,
    /// The marks between groups.
    pub group: String,
    /// Whether groups stand apart by a plain space too.
    pub spaces: bool,
}

/// How the words of one number are put together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Join {
    /// The words for and.
    pub and: String,
    /// Whether one may stand between tens and units.
    pub and_low: bool,
    /// Whether one may stand after hundreds and more.
    pub and_high: bool,
    /// Whether one has to stand there.
    pub and_needed: bool,
    /// Whether units may stand before tens: five and twenty.
    pub units_first: bool,
    /// Whether a last figure may leave out its scale: 一万三.
    pub short_tail: bool,
    /// The words for the decimal mark.
    pub point: String,
    /// The words for less than nought.
    pub minus: String,
    /// What may stand between a number and its unit.
    pub of: String,
    /// What stands between two ends of a range.
    pub to: String,
    /// What may stand within a number and makes it inexact.
    pub more: String,
    /// What stands between the whole and the part, in that order.
    pub over: String,
    /// Figures that are read by place, from nought.
    pub digits: String,
    /// Words that may stand for one before a scale or a part and are no number themselves.
    pub articles: String,
    /// Letters that stand close before a word.
    pub prefixes: String,
    /// Those that mean and.
    pub and_prefixes: String,
}

/// What is a number only where its neighbours say so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sure {
    /// Words that are a number only before a unit, or one of the following.
    pub unsure: String,
    /// What makes such a word a number when it follows.
    pub before: String,
    /// Phrases in which no number is meant.
    pub skip: String,
    /// Words that are compared like a number and are none, as they are written: "اسے" is no "اسی", which is 80, and
    /// the mark of "ألّف" says that somebody composed something.
    pub marked: String,
}

/// What stands around numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Around {
    /// Before a rank.
    pub rank_before: String,
    /// Behind the figures of a rank.
    pub rank_after: String,
    /// Endings that make a number word a rank.
    pub rank_endings: String,
    /// Before a percentage.
    pub percent_before: String,
    /// Behind a percentage.
    pub percent_after: String,
    /// Behind percentage points.
    pub points: String,
    /// Behind tenths: 三成.
    pub tenths: String,
    /// Behind a number of times.
    pub times: String,
    /// Before a number, by what it adds.
    pub add_before: Table,
    /// Behind a number or its unit, by what it adds.
    pub add_after: Table,
}

/// What says that a number is not exact.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    /// Near it; before the number.
    pub about: String,
    /// Above it; before the number.
    pub least: String,
    /// Below it; before the number.
    pub most: String,
    /// Near it; behind the number.
    pub about_after: String,
    /// Above it; behind the number.
    pub least_after: String,
    /// Below it; behind the number.
    pub most_after: String,
}

/// The members that the file must have.
pub(crate) const REQUIRED: &[&str] = &[
    "marks.decimal",
    "marks.group",
    "marks.spaces",
    "join.and",
    "join.and_low",
    "join.and_high",
    "join.and_needed",
    "join.units_first",
    "join.short_tail",
    "join.point",
    "join.minus",
    "join.of",
    "join.to",
    "join.more",
    "join.over",
    "join.digits",
    "join.articles",
    "join.prefixes",
    "join.and_prefixes",
    "sure.unsure",
    "sure.before",
    "sure.skip",
    "sure.marked",
    "bare",
    "rank_endings",
    "values",
    "rooms",
    "scales",
    "some",
    "short",
    "ranks",
    "rank_stems",
    "parts",
    "shares",
    "times",
    "hints",
    "around.rank_before",
    "around.rank_after",
    "around.rank_endings",
    "around.percent_before",
    "around.percent_after",
    "around.points",
    "around.tenths",
    "around.times",
    "around.add_before",
    "around.add_after",
    "bounds.about",
    "bounds.least",
    "bounds.most",
    "bounds.about_after",
    "bounds.least_after",
    "bounds.most_after",
    "money",
    "units",
];

impl FigureWords {
    /// What is wrong with the values: the member and why.
    pub(crate) fn faults(&self) -> Vec<(String, String)> {
        let numbers = [
            ("values", &self.values),
            ("scales", &self.scales),
            ("some", &self.some),
            ("short", &self.short),
            ("ranks", &self.ranks),
            ("rank_stems", &self.rank_stems),
            ("parts", &self.parts),
            ("shares", &self.shares),
            ("times", &self.times),
            ("hints", &self.hints),
            ("around.add_before", &self.around.add_before),
            ("around.add_after", &self.around.add_after),
        ];
        let mut out = Vec::new();
        for (name, table) in numbers {
            let bad = table.keys().filter(|key| !key.parse::<f64>().is_ok_and(f64::is_finite));
            out.extend(bad.map(|key| (format!("{name}.{key}"), "has to be named by a number".to_owned())));
        }
        for (name, table) in [("money", &self.money), ("units", &self.units)] {
            let bad = table.keys().filter(|key| crate::values::unit(key).is_none());
            out.extend(bad.map(|key| (format!("{name}.{key}"), "is not in common/units.toml".to_owned())));
        }
        out
    }
}
