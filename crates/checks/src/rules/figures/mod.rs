//! The rule `figures`: what copy says of its figures, reckoned again.

mod alone;
mod change;
mod convert;
mod figure;
mod page;
mod parts;
mod range;
mod share;
mod sum;
#[cfg(test)]
mod tests;
mod twice;
mod unread;

use crate::{
    Copy, Finding, Level, Message, Place, Rule,
    copy::{Passage, Role as Kind},
};
use figure::Figure;
use lang::{
    Value, What,
    arithmetic::{Claim, Held, Role, Stated},
    language::Count,
    values::{Form, Unit},
};
use std::{collections::BTreeMap, ops::Range};

pub use page::PAGE;

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    for passage in &copy.passages {
        if matches!(passage.role, Kind::Quotation | Kind::Source) {
            continue;
        }
        for at in &passage.sentences {
            let sentence = Sentence { copy, passage, at: at.clone(), values: passage.values_in(at) };
            if sentence.values.len() > 1 {
                sentence.find(findings);
            }
        }
    }
    twice::find(copy, findings);
}

/// A sentence with its figures.
struct Sentence<'a> {
    copy: &'a Copy<'a>,
    passage: &'a Passage,
    at: Range<usize>,
    values: &'a [Value],
}

/// What came of reckoning a claim again.
enum Verdict {
    /// It is right, or may be.
    Right,
    /// It is wrong.
    Wrong(Finding),
}

/// What was reckoned: what kind of thing, on which figure. A figure that is right in one reading of the sentence is
/// right.
type Verdicts = BTreeMap<(&'static str, usize), Verdict>;

/// Adds a verdict.
fn judge(verdicts: &mut Verdicts, kind: &'static str, on: usize, verdict: Verdict) {
    match verdicts.get(&(kind, on)) {
        Some(Verdict::Right) => {}
        Some(Verdict::Wrong(_)) if matches!(verdict, Verdict::Wrong(_)) => {}
        _ => drop(verdicts.insert((kind, on), verdict)),
    }
}

impl Sentence<'_> {
    fn find(&self, findings: &mut Vec<Finding>) {
        let mut verdicts = Verdicts::new();
        let mut stated = self.copy.profile().stated(&self.passage.text, self.at.clone(), self.values);
        // The longest first: of two wrong readings the one that says most is shown.
        stated.sort_by_key(|stated| std::cmp::Reverse(stated.held.len()));
        // The last of a row is no total of those before it.
        let is_of_row = |whole: usize| {
            let holds = |held: &Held| held.role == Role::Part && held.value == whole;
            let row = |other: &&Stated| other.claim == Claim::Sum && other.held.iter().any(holds);
            stated.iter().any(|other| row(&other))
        };
        // "Rose to 12 from 10", where the same words elsewhere say that 12 are of 10.
        let is_way = |parts: &Stated| {
            let of =
                |stated: &Stated, role: Role| stated.held.iter().find(|held| held.role == role).map(|held| held.value);
            let ends = |other: &&Stated| {
                other.claim == Claim::Change
                    && of(other, Role::From) == of(parts, Role::Whole)
                    && parts.held.iter().any(|held| held.role == Role::Part && Some(held.value) == of(other, Role::To))
            };
            parts.claim == Claim::Parts && stated.iter().any(|other| ends(&other))
        };
        for stated in stated.iter().filter(|stated| !self.is_quoted(stated) && !is_way(stated)) {
            let whole = stated.held.iter().find(|held| held.role == Role::Whole);
            if stated.claim == Claim::Sum && whole.is_some_and(|held| is_of_row(held.value)) {
                continue;
            }
            match stated.claim {
                Claim::Parts => parts::judge(self, stated, &mut verdicts),
                Claim::Sum | Claim::PerhapsSum | Claim::LikelySum => sum::judge(self, stated, &mut verdicts),
                Claim::Share => share::judge(self, stated, &mut verdicts),
                Claim::Rest => share::judge_rest(self, stated, &mut verdicts),
                Claim::Change => change::judge(self, stated, &mut verdicts),
                Claim::Range | Claim::PerhapsRange | Claim::MeasuredRange => range::judge(self, stated, &mut verdicts),
            }
        }
        unread::judge(self, &mut verdicts);
        alone::judge(self, &stated, &mut verdicts);
        let mut wrong: Vec<Finding> = Vec::new();
        // Sums come last by their name. A row that is wrong as a sum need not be called too large as well.
        for verdict in verdicts.into_values().rev() {
            if let Verdict::Wrong(finding) = verdict {
                let known = |place: &&Place| wrong.iter().any(|other| other.places.contains(place));
                let told = finding.kind == "parts" && finding.places.iter().filter(known).count() > 1;
                if !told {
                    wrong.push(finding);
                }
            }
        }
        findings.extend(wrong);
        convert::find(self, findings);
    }

    /// Whether one of the figures stands in a quotation.
    fn is_quoted(&self, stated: &Stated) -> bool {
        let at = |held: &Held| self.values.get(held.value).map(|value| &value.at);
        stated.held.iter().filter_map(at).any(|at| self.passage.is_quoted(at))
    }

    /// A figure of a claim.
    fn figure(&self, held: &Held) -> Option<Figure<'_>> {
        let value = self.values.get(held.value)?;
        match &value.what {
            What::Number(number) => {
                let words = self.passage.text.get(value.at.clone())?;
                let end = matches!(held.role, Role::From | Role::To);
                let thing = |unit: &Unit| unit.measures != "money" && self.says("things", value.at.clone());
                let unit = number.unit.filter(|unit| !thing(unit));
                Some(Figure { number, words, at: &value.at, unit, index: held.value, near: held.about && !end, end })
            }
            _ => None,
        }
    }

    /// The figures of a claim that play a part in it.
    fn figures(&self, stated: &Stated, role: Role) -> Vec<Figure<'_>> {
        stated.held.iter().filter(|held| held.role == role).filter_map(|held| self.figure(held)).collect()
    }

    /// The first figure that plays a part.
    fn one(&self, stated: &Stated, role: Role) -> Option<Figure<'_>> {
        stated.held.iter().find(|held| held.role == role).and_then(|held| self.figure(held))
    }

    /// Every figure of the sentence.
    fn all(&self) -> impl Iterator<Item = Figure<'_>> {
        (0..self.values.len()).filter_map(|value| self.figure(&Held { role: Role::Part, value, about: false }))
    }

    /// Where some figures stand.
    fn places(&self, figures: &[&Figure<'_>]) -> Vec<Place> {
        figures.iter().map(|figure| self.copy.place(self.passage, figure.at.clone())).collect()
    }

    /// A finding on some figures.
    fn wrong(&self, kind: &'static str, message: Message, figures: &[&Figure<'_>]) -> Verdict {
        Verdict::Wrong(Finding::new(Rule::Figures, kind, Level::Warn, message, self.places(figures)))
    }

    /// Whether a phrase of a list stands in a piece of the text.
    fn says(&self, list: &str, at: Range<usize>) -> bool {
        at.start < at.end && self.copy.profile().says_one_of(list, &self.passage.text, at)
    }

    /// Whether a phrase of a list stands in the few words before a figure.
    fn says_before(&self, list: &str, figure: &Figure<'_>, far: usize) -> bool {
        let text = self.passage.text.get(self.at.start..figure.at.start).unwrap_or_default();
        // Without spaces a word has about two characters, and many hold one that is a word of its own elsewhere.
        let far = if self.copy.profile().language().count == Count::Characters { far / 3 } else { far };
        let start = text.char_indices().rev().take(far).last().map_or(figure.at.start, |(at, _)| self.at.start + at);
        let before = self.values.partition_point(|value| value.at.end <= figure.at.start);
        let mut others = self.values.iter().take(before).rev().take_while(|value| value.at.end > start);
        let other = others.find(|value| matches!(value.what, What::Number(_)));
        let start = other.map_or(start, |value| value.at.end);
        self.says(list, start..figure.at.start)
    }

    /// Whether two figures may count the like: without spaces a word of measure behind each tells, where it does.
    fn is_counted_alike(&self, one: &Figure<'_>, other: &Figure<'_>) -> bool {
        let measure = |figure: &Figure<'_>| {
            let behind = self.passage.text.get(figure.at.end..self.at.end).unwrap_or_default();
            behind.chars().next().filter(|c| lang::letter::is_alphabetic(*c))
        };
        let people = |figure: &Figure<'_>| self.says("people", self.noun(figure));
        let by_character = self.copy.profile().language().count == Count::Characters;
        !by_character || people(one) && people(other) || measure(one).zip(measure(other)).is_none_or(|(a, b)| a == b)
    }

    /// How many words stand between two figures; more than one where a mark does.
    fn words_between(&self, one: &Figure<'_>, other: &Figure<'_>) -> usize {
        let between = self.passage.text.get(one.at.end..other.at.start).unwrap_or_default();
        let by_character = self.copy.profile().language().count == Count::Characters;
        match () {
            () if between.contains(|c: char| !c.is_alphanumeric() && !c.is_whitespace()) => usize::MAX,
            // A word has about two characters.
            () if by_character => between.chars().count() / 2,
            () => between.split_whitespace().count(),
        }
    }

    /// Whether it is a word for those who were named, and counts nothing: "ten between the two".
    fn stands_for_others(&self, figure: &Figure<'_>) -> bool {
        let noun = || self.passage.text.get(self.noun(figure)).is_none_or(|noun| noun.trim().is_empty());
        figure.number.form == Form::Words && figure.value() <= 3.0 && noun()
    }

    /// The few words behind a figure, up to a mark: its noun, mostly.
    fn noun(&self, figure: &Figure<'_>) -> Range<usize> {
        let start = figure.at.end;
        let next = self.values.partition_point(|value| value.at.start < start);
        let next = self.values.get(next).map(|value| value.at.start);
        let rest = self.passage.text.get(start..next.unwrap_or(self.at.end)).unwrap_or_default();
        // Without spaces a word has about two characters.
        let by_character = self.copy.profile().language().count == Count::Characters;
        let mut words = 0;
        let end = rest.char_indices().find(|&(at, c)| {
            if by_character || c.is_whitespace() && at > 0 {
                words += 1;
            }
            words > 3
                || at > 60
                || !(lang::letter::is_alphanumeric(c) || c.is_whitespace() || matches!(c, '\'' | '’' | '-'))
        });
        start..start + end.map_or(rest.len(), |(at, _)| at)
    }
}
