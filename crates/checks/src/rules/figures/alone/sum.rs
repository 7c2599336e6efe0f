//! Three or more numbers of one kind, the greatest of which nearly is the sum of the others, and is not.

use super::{
    super::{
        Figure, Sentence, Verdict, Verdicts,
        figure::shown,
        judge as add,
        parts::{are_siblings, says_some},
        sum::{is_of_parts, is_unread, some_fit},
    },
    Alone,
};
use crate::{Message, Said};
use lang::{
    Word,
    values::{Bound, Form},
};

/// How far a sum may be off, of the total: where it comes last and a word says that it is one, right before it or
/// elsewhere; where it comes first and a word or a bracket says that others make it up; where it comes first with a colon
/// behind it; where it comes first and a word says that it is one; where no word says so.
const LAST: f64 = 0.35;
const SHORT: f64 = 0.2;
const MADE: f64 = 0.12;
const LISTED: f64 = 0.045;
const FIRST: f64 = 0.04;
const BARE: f64 = 0.03;
/// The same where they are said to be of it: a few may be neither.
const OF: f64 = 0.01;
/// How far parts that come behind their total may be above it, of that.
const ABOVE: f64 = 0.6;
/// Numbers below this need a word that says so, and may be off by as much as is said here.
const LEAST: f64 = 10.0;
const SMALL: f64 = 3.0;
/// Of a total below this, what is two too many is called a sum that is off and no part too large.
const FEW: f64 = 20.0;
/// How many letters a preposition has at most.
const SMALL_WORD: usize = 4;
/// How many characters a word may stand before a total of which it speaks.
const BEFORE: usize = 14;
const FAR: usize = 24;

pub(super) fn judge(sentence: &Sentence<'_>, alone: &Alone<'_>, verdicts: &mut Verdicts) {
    let known =
        |((kind, _), verdict): (&(&'static str, usize), &Verdict)| *kind == "sum" && matches!(verdict, Verdict::Right);
    let row = Row::of(alone);
    // Figures of other things are no part of a sum of years.
    let fits = |row: &Row<'_>| !row.time && some_fit(sentence, &alone.counts);
    let Some(row) = row.filter(|row| !verdicts.iter().any(known) && !fits(row)) else { return };
    let (sum, whole) = (row.sum(), row.whole.value());
    let off = (sum - whole).abs();
    if is_unread(sentence, &alone.counts, whole - sum) || off <= row.slack() || off > row.most(sentence) {
        return;
    }
    let places: Vec<&Figure<'_>> = [row.whole].into_iter().chain(row.parts.iter().copied()).collect();
    let (sum, said) = (Said::Number(shown(sum)), Said::Words(row.whole.words.trim().to_owned()));
    let some = row.is_of_some(sentence);
    // Of few, two more are as likely a slip of the sum.
    let slip = whole < FEW && off <= 2.0;
    let wrong = if some || !slip && is_of_parts(sentence, row.whole, &row.parts) {
        let message = Message::new(Word::FiguresPartsSum, [("sum", sum), ("whole", said)]);
        sentence.wrong("parts", message, &places)
    } else {
        sentence.wrong("sum", Message::new(Word::FiguresSum, [("sum", sum), ("total", said)]), &places)
    };
    add(verdicts, "sum", row.whole.index, wrong);
}

/// The greatest of some figures, and the others.
struct Row<'a> {
    whole: &'a Figure<'a>,
    parts: Vec<&'a Figure<'a>>,
    /// They are what something was, by how much it rose or fell, and what it became.
    grown: bool,
    /// They are counts of years or days.
    time: bool,
}

impl<'a> Row<'a> {
    fn of(alone: &'a Alone<'a>) -> Option<Self> {
        let whole = alone.counts.iter().max_by(|one, other| one.value().total_cmp(&other.value()))?;
        let parts: Vec<_> = alone.counts.iter().filter(|figure| figure.index != whole.index).collect();
        let (grown, time) = (alone.moved && parts.len() == 2, whole.unit.is_some_and(|unit| unit.measures == "time"));
        parts.iter().all(|part| part.value() < whole.value()).then_some(Self { whole, parts, grown, time })
    }

    fn all(&self) -> impl Iterator<Item = &Figure<'a>> {
        self.parts.iter().copied().chain([self.whole])
    }

    fn sum(&self) -> f64 {
        self.parts.iter().map(|part| part.value()).sum()
    }

    /// How far it may be off because figures are rounded, or are about so much.
    fn slack(&self) -> f64 {
        let rounded = |figure: &&Figure<'_>| figure.number.grain > 1.0 || figure.bound() == Bound::About || figure.near;
        self.all().filter(rounded).map(|figure| figure.slack()).sum()
    }

    /// How far it may be off, and still be meant as a sum.
    fn most(&self, sentence: &Sentence<'_>) -> f64 {
        let (sum, whole) = (self.sum(), self.whole.value());
        let first = self.parts.iter().all(|part| self.whole.at.end <= part.at.start);
        let last = self.parts.iter().all(|part| part.at.end <= self.whole.at.start);
        let counts = |figure: &Figure<'_>| figure.number.form == Form::Digits && figure.number.grain <= 1.0;
        let cued = sentence.says_any(&["totals", "in_all", "total_of"]);
        let uncounted = !self.time && self.whole.unit.is_some_and(|unit| unit.measures != "money");
        let siblings =
            self.parts.first().is_some_and(|part| are_siblings(sentence, self.whole, part, self.parts.len()));
        let small = self.all().any(|figure| figure.value() < LEAST);
        // Of times it has to be said that they are added up: most follow upon each other.
        let added = !self.time || last && self.is_named_last(sentence);
        if siblings || !added || uncounted && (small || !cued) {
            return 0.0;
        }
        let above = sum > whole;
        if small {
            // What is less than nine may leave one out, where nothing says that they are all.
            let at_once = || self.between(sentence).1.trim_end().ends_with([':', '：']);
            let all = || above && self.is_listed(sentence) || self.is_made_up(sentence) || at_once();
            let told = if first { cued || all() } else { last && self.is_named_last(sentence) };
            return if told { SMALL } else { 0.0 };
        }
        let of = sentence.says_before("of", self.whole, BEFORE);
        let behind = first || of;
        // "391 were for it, 200 against, out of 700": others may have been neither.
        let voted = || sum < whole * (1.0 - BARE) && sentence.says("votes", sentence.at.clone());
        // "340 animals include 180 birds and 140 mammals": others need not be told of.
        if last && !above && sentence.says_before("of", self.whole, FAR)
            || voted()
            || !above && first && (self.is_of_some(sentence) || self.leaves_others(sentence))
        {
            return 0.0;
        }
        match () {
            () if above && behind && self.all().all(counts) && self.are_parts(sentence, cued) => whole * ABOVE,
            () if above && !self.all().all(counts) => whole * BARE,
            () if last && self.is_named_last(sentence) => {
                // What is less may leave others out, unless the word stands right before the total.
                let near = || ["in_all", "total_of"].iter().any(|list| sentence.says_before(list, self.whole, BEFORE));
                whole * if above || near() { LAST } else { SHORT }
            }
            () if self.grown => whole * MADE,
            // Who says "in all" and lists three has listed all.
            () if first && !sentence.says_any(&["rest"]) && self.is_made_up(sentence) => whole * MADE,
            () if first && cued && self.parts.len() > 2 && self.is_listed(sentence) => whole * MADE,
            () if first && !sentence.says_any(&["rest"]) && self.is_listed(sentence) => whole * LISTED,
            () if cued && first => whole * FIRST,
            () if first && of && !above => whole * OF,
            () if first || last => whole * BARE,
            () => 0.0,
        }
    }

    /// Whether a word behind the total says that what follows is some of it, and none that it is the rest.
    fn is_of_some(&self, sentence: &Sentence<'_>) -> bool {
        !sentence.says_any(&["rest"]) && says_some(sentence, self.between(sentence).0)
    }

    /// Whether others are told of, and not how many: "180 passed and 152 failed; the others were absent".
    fn leaves_others(&self, sentence: &Sentence<'_>) -> bool {
        let counted = |part: &&Figure<'_>| sentence.says_before("rest", part, FAR);
        sentence.says_any(&["rest"]) && !self.parts.iter().any(counted)
    }

    /// Whether a word between the last part and the end says that the total is one, or a strong one elsewhere.
    fn is_named_last(&self, sentence: &Sentence<'_>) -> bool {
        let from = self.parts.iter().map(|part| part.at.end).max().unwrap_or(sentence.at.start);
        // "In all, 34 firms from 12 countries showed 56 kites": that is of the firms.
        let first = self.parts.iter().map(|part| part.at.start).min().unwrap_or(sentence.at.start);
        let named = ["in_all", "total_of"];
        let of_first = self.all().filter(|figure| figure.at.start == first);
        let of_first =
            of_first.into_iter().any(|figure| named.iter().any(|list| sentence.says_before(list, figure, BEFORE)));
        named.iter().any(|list| sentence.says(list, from..sentence.at.end))
            || sentence.says_any(&named) && !of_first
            || !self.time && sentence.says("totals", from..sentence.at.end)
            || !self.time && sentence.says_any(&["rise"]) && sentence.says_any(&["base"])
    }

    /// Whether something says that they are parts, and no row from the greatest down: "137 seats, 121 and 33".
    fn are_parts(&self, sentence: &Sentence<'_>, cued: bool) -> bool {
        // "340 members, 210 women and 180 men": members are no third kind of people.
        let people = |figure: &Figure<'_>| sentence.says("people", sentence.noun(figure));
        // "65 died, 42 were injured and 53 houses burnt" are told of apart.
        let rising = self.parts.is_sorted_by(|one, other| one.value() <= other.value())
            && !sentence.says_any(&["apart"])
            && !self.is_told_alike(sentence)
            && self.parts.iter().all(|part| sentence.is_counted_alike(self.whole, part));
        let of_people = !people(self.whole) && self.parts.iter().all(|part| people(part));
        cued || of_people
            || rising
            || self.is_listed(sentence)
            || sentence.says_any(&["of_whom", "including", "rest"])
            || sentence.says_before("of", self.whole, BEFORE)
    }

    /// Whether the same small word stands behind the total and behind a part: "340 in June, 210 in July" are told of alike.
    fn is_told_alike(&self, sentence: &Sentence<'_>) -> bool {
        let words = |at: std::ops::Range<usize>| {
            let text = sentence.passage.text.get(at).unwrap_or_default();
            text.split(|c: char| !c.is_alphabetic()).filter(|word| (1..=SMALL_WORD).contains(&word.chars().count()))
        };
        let behind = |figure: &Figure<'_>| {
            let next = self.all().map(|other| other.at.start).filter(|start| *start >= figure.at.end).min();
            let end = next.unwrap_or(sentence.at.end);
            let text = sentence.passage.text.get(figure.at.end..end).unwrap_or_default();
            // Up to the first mark: what follows is told of something else.
            let mark = text.find(|c: char| !c.is_alphanumeric() && !c.is_whitespace());
            figure.at.end..mark.map_or(end, |mark| figure.at.end + mark)
        };
        let whole: Vec<&str> = words(behind(self.whole)).collect();
        let alike = |part: &&Figure<'_>| words(behind(part)).any(|word| whole.contains(&word));
        self.parts.iter().all(alike)
    }

    /// Whether a mark or a word says that what comes behind the total is of it.
    fn is_listed(&self, sentence: &Sentence<'_>) -> bool {
        self.is_made_up(sentence) || self.between(sentence).1.contains([':', '：'])
    }

    /// Whether a bracket or a word says that what comes behind the total makes it up.
    fn is_made_up(&self, sentence: &Sentence<'_>) -> bool {
        let (between, text) = self.between(sentence);
        text.contains(['(', '（']) || sentence.says("made_of", between)
    }

    /// What stands between the total and the first part.
    fn between<'t>(&self, sentence: &'t Sentence<'_>) -> (std::ops::Range<usize>, &'t str) {
        let part = self.parts.first().map_or(self.whole.at.end, |part| part.at.start);
        let between = self.whole.at.end..part;
        (between.clone(), sentence.passage.text.get(between).unwrap_or_default())
    }
}
