//! Whether the clause that a date stands in tells of it as past or as to come.
//!
//! A date is taken to be the day of what a verb tells when both stand in one clause, with nothing between them that
//! could make it the day of something else. Where there is any doubt, nothing is told.

use super::{
    index::Index,
    tokens::Tokens,
    vocabulary::Vocabulary,
    words::{Bare, MomentWords, TenseWords},
};
use crate::{Profile, compare::fold_to};
use std::ops::Range;

/// Past, or to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// It has happened.
    Past,
    /// It is still to happen.
    ToCome,
}

/// What a group of words does in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Tells that something has happened, or will.
    Verb(Tense),
    /// Makes all of the sentence unsure.
    Unsure,
    /// Ends a clause.
    End,
    /// Ends a clause, except directly behind a date that opens it.
    Pause,
    /// Between a verb and a date behind it, takes the date away from the verb.
    Apart,
    /// Between a date and a verb behind it, takes the date away from the verb.
    ApartBehind,
    /// Beside a date, says that something happens then: before it, or behind it.
    When,
    WhenBehind,
    /// Beside a date, says that it is no time at which something happens.
    Never,
}

/// How a language tells what is past from what is to come.
#[derive(Debug)]
pub(super) struct Tenses {
    parts: Index<Option<Part>>,
    bare: Bare,
    leads: bool,
    before: usize,
    behind: usize,
}

impl Tenses {
    /// Reads the patterns; or names one that cannot be read.
    pub fn new(words: &MomentWords, vocabulary: &mut Vocabulary) -> Result<Self, String> {
        let tense = &words.tense;
        let parts = Index::cut_by(Tokens::plain, sorted(tense), &words.lists, vocabulary)?;
        Ok(Self { parts, bare: tense.bare, leads: tense.leads, before: tense.before, behind: tense.behind })
    }
}

fn sorted(words: &TenseWords) -> impl Iterator<Item = (Option<Part>, &String)> {
    [
        (None, &words.none),
        (Some(Part::Unsure), &words.unsure),
        (Some(Part::Verb(Tense::Past)), &words.past),
        (Some(Part::Verb(Tense::ToCome)), &words.to_come),
        (Some(Part::Never), &words.never),
        (Some(Part::When), &words.when),
        (Some(Part::WhenBehind), &words.when_behind),
        (Some(Part::End), &words.ends),
        (Some(Part::Pause), &words.pause),
        (Some(Part::Apart), &words.apart),
        (Some(Part::ApartBehind), &words.apart_behind),
    ]
    .into_iter()
    .flat_map(|(part, list)| list.iter().map(move |pattern| (part, pattern)))
}

/// A sentence, read for what its verbs tell.
#[derive(Debug)]
pub struct Clauses<'p> {
    tenses: &'p Tenses,
    tokens: Tokens,
    /// What the groups of words in it do, by their tokens, in order.
    parts: Vec<(Range<usize>, Part)>,
}

impl Profile {
    /// Reads a sentence for what its verbs tell. Linear in its length.
    pub fn clauses(&self, sentence: &str) -> Clauses<'_> {
        let moments = &self.moments;
        let tokens = moments.taking.vocabulary.number(Tokens::plain(sentence));
        let parts = moments.tenses.parts.find_tokens(&moments.taking, &tokens, |part, _| Some(part));
        Clauses { tenses: &moments.tenses, tokens, parts }
    }
}

impl Clauses<'_> {
    /// How a date is told of, and the bytes of the verb, where that is sure. `day` says whether it is a day: a month
    /// or year without a word like "in" belongs to what stands beside it.
    pub fn tense_of(&self, date: &Range<usize>, day: bool) -> Option<(Tense, Range<usize>)> {
        if self.parts.iter().any(|(_, part)| *part == Part::Unsure) {
            return None;
        }
        let from = self.tokens.list.partition_point(|token| token.at.end <= date.start);
        let to = self.tokens.list.partition_point(|token| token.at.start < date.end);
        let when = self.when(from..to, day)?;
        let clause = self.clause(&when)?;
        let within = |at: &Range<usize>| at.start >= clause.start && at.end <= clause.end && !overlaps(at, &(from..to));
        let verbs = || {
            self.parts.iter().filter(|(at, _)| within(at)).filter_map(|(at, part)| match part {
                Part::Verb(tense) => Some((at, *tense)),
                _ => None,
            })
        };
        let (_, tense) = verbs().next()?;
        if verbs().any(|(_, other)| other != tense) {
            return None;
        }
        let before = verbs()
            .map(|(at, _)| at)
            .rfind(|at| at.end <= when.start)
            .filter(|at| when.start - at.end < self.tenses.before && !self.any(Part::Apart, &(at.end..when.start)));
        let behind = || {
            let opens = !self.tenses.leads || when.start == clause.start;
            verbs().map(|(at, _)| at).find(|at| opens && at.start >= when.end).filter(|at| {
                at.start - when.end < self.tenses.behind && !self.any(Part::ApartBehind, &(when.end..at.start))
            })
        };
        Some((tense, self.bytes(before.or_else(behind)?)?))
    }

    /// The tokens of a date with what says that something happens then.
    fn when(&self, date: Range<usize>, day: bool) -> Option<Range<usize>> {
        let mut when = date.clone();
        let mut said = false;
        for (at, part) in &self.parts {
            match part {
                Part::When if at.start <= date.start && at.end >= date.start => {
                    when.start = at.start;
                    said = true;
                }
                Part::WhenBehind if at.start == date.end => {
                    when.end = at.end;
                    said = true;
                }
                _ => {}
            }
        }
        let beside = |at: &Range<usize>| at.end == when.start || at.start == when.end;
        let never = self.parts.iter().any(|(at, part)| *part == Part::Never && beside(at));
        let apart = self.parts.iter().any(|(at, part)| *part == Part::Apart && at.end == when.start);
        let bare = match self.tenses.bare {
            Bare::Never => false,
            Bare::Days => day,
            Bare::All => true,
        };
        (!never && (said || bare && !apart)).then_some(when)
    }

    /// The tokens of the clause around a date.
    fn clause(&self, when: &Range<usize>) -> Option<Range<usize>> {
        let ends = |part: &Part| matches!(part, Part::End | Part::Pause);
        let before = self.parts.iter().rfind(|(at, part)| ends(part) && at.end <= when.start);
        let start = before.map_or(0, |(at, _)| at.end);
        let pause = |at: &Range<usize>, part: &Part| *part == Part::Pause && at.start == when.end;
        let passed = |at: &Range<usize>, part: &Part| start == when.start && pause(at, part);
        let behind = self.parts.iter().find(|(at, part)| ends(part) && at.start >= when.end && !passed(at, part));
        Some(start..behind.map_or(self.tokens.list.len(), |(at, _)| at.start))
    }

    fn any(&self, part: Part, within: &Range<usize>) -> bool {
        self.parts.iter().any(|(at, of)| *of == part && at.start >= within.start && at.end <= within.end)
    }

    fn bytes(&self, at: &Range<usize>) -> Option<Range<usize>> {
        Some(self.tokens.get(at.start)?.at.start..self.tokens.get(at.end.checked_sub(1)?)?.at.end)
    }
}

fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// A character as verbs are compared: accents of Latin letters tell one tense from another.
pub(super) fn plain(c: char, out: &mut String) {
    let latin = matches!(c, '\u{c0}'..='\u{24f}');
    if latin { out.extend(c.to_lowercase()) } else { fold_to(c, out) }
}

#[cfg(test)]
mod tests {
    use super::Tense;
    use crate::Languages;

    fn told(tag: &str, sentence: &str) -> String {
        let profile = Languages::built_in().profile(&tag.parse().expect("a tag"));
        let clauses = profile.clauses(sentence);
        let mut out = Vec::new();
        for value in profile.values(sentence) {
            use crate::What::{Day, Month, Year};
            let day = matches!(value.what, Day(_));
            if matches!(value.what, Day(_) | Month { .. } | Year { .. }) {
                out.push(match clauses.tense_of(&value.at, day) {
                    Some((Tense::Past, _)) => "past",
                    Some((Tense::ToCome, _)) => "to come",
                    None => "-",
                });
            }
        }
        out.join(" ")
    }

    #[test]
    fn verbs_tell_what_is_past_and_what_is_to_come() {
        for (tag, sentence, expected) in CASES {
            assert_eq!(told(tag, sentence), *expected, "{tag}: {sentence}");
        }
    }

    const CASES: &[(&str, &str, &str)] = &[
        ("en", "The bridge was opened on 14 March 2023.", "past"),
        ("en", "On 14 March 2023, the mayor of Havenmouth opened the bridge.", "past"),
        ("en", "The bridge will be officially opened in the old town on 14 March 2023.", "to come"),
        ("en", "In March 2023 the bridge will open.", "to come"),
        ("en", "The bridge would open on 14 March 2023.", "-"),
        ("en", "The bridge was due to open on 14 March 2023.", "-"),
        ("en", "The club won the right to host the games in 2030.", "-"),
        ("en", "Tickets for the concert on 14 March 2023 will be sold by the choir, which opened a shop.", "-"),
        ("en", "The bridge was opened by 14 March 2023.", "-"),
        ("en", "It was opened in 1950, and it will close on 14 March 2023.", "past to come"),
        ("es", "El puente se inauguró el 14 de marzo de 2023.", "past"),
        ("es", "El 14 de marzo de 2023, el alcalde abrió el puente.", "past"),
        ("es", "El puente se inaugurará el 14 de marzo de 2023.", "to come"),
        ("es", "El puente se iba a inaugurar el 14 de marzo de 2023.", "-"),
        ("es", "El puente se inauguró tras las obras hasta el 14 de marzo de 2023.", "-"),
        ("fr", "Le pont a été inauguré le 14 mars 2023.", "past"),
        ("fr", "Le 14 mars 2023, le maire a ouvert le pont.", "past"),
        ("fr", "Le pont ouvrira le 14 mars 2023.", "to come"),
        ("fr", "Le pont ouvrirait le 14 mars 2023.", "-"),
        ("fr", "Le pont n’a pas ouvert le 14 mars 2023.", "-"),
        ("ru", "Мост открыли 14 марта 2023 года.", "past"),
        ("ru", "14 марта 2023 года мост открылся.", "past"),
        ("ru", "Мост откроется в марте 2023 года.", "to come"),
        ("ru", "Мост планировали открыть 14 марта 2023 года.", "-"),
        ("ru", "Мост открыли к 14 марта 2023 года.", "-"),
        ("ar", "افتتح الجسر في 14 مارس 2023.", "past"),
        ("ar", "في 14 مارس 2023 افتتحت البلدية الجسر.", "past"),
        ("ar", "سيفتتح الجسر يوم 14 مارس 2023.", "to come"),
        ("ar", "كان من المقرر أن يفتتح الجسر في 14 مارس 2023.", "-"),
        ("ur", "پل 14 مارچ 2023 کو کھولا گیا۔", "past"),
        ("ur", "پل مارچ 2023 میں کھلے گا۔", "to come"),
        ("ur", "پل 14 مارچ 2023 کو کھلنا تھا۔", "-"),
        ("ur", "14 مارچ 2023 کو ہونے والے حملے کا مقدمہ کھلے گا۔", "-"),
        ("zh", "大桥已于2023年3月14日通车。", "past"),
        ("zh", "2023年3月14日，镇长出席了通车仪式。", "past"),
        ("zh", "大桥将于2023年3月14日通车。", "to come"),
        ("zh", "大桥原定于2023年3月14日通车。", "-"),
        ("zh", "2023年3月14日，警方将他送回家。", "-"),
    ];
}
