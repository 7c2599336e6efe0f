//! Figures that stand alone with each other in a sentence, however it is put: two numbers and a percentage, three numbers
//! of one kind. Whoever writes them into one sentence holds them against each other, mostly; a word that says so makes it
//! sure enough. What the patterns of the language have recognised is not looked at again.

mod multiple;
mod parts;
mod share;
mod sum;

use super::{Figure, Sentence, Verdicts};
use lang::{
    What,
    arithmetic::{Claim, Stated},
    values::{Form, Sort},
};

/// More figures than this are not alone with each other.
const MOST: usize = 6;
/// Numbers in words up to this are no part of a row of larger numbers in digits: "three fires burnt 480, 560 and 280".
const IN_WORDS: f64 = 12.0;

/// The figures of a sentence in which no others stand.
struct Alone<'a> {
    /// What is counted, all of one kind, in their order.
    counts: Vec<Figure<'a>>,
    /// Percentages.
    percents: Vec<Figure<'a>>,
    /// Halves, thirds.
    shares: Vec<Figure<'a>>,
}

/// Reckons what stands alone.
pub(super) fn judge(sentence: &Sentence<'_>, stated: &[Stated], verdicts: &mut Verdicts) {
    let wrong = verdicts.values().any(|verdict| matches!(verdict, super::Verdict::Wrong(_)));
    let ranges = |claim| matches!(claim, Claim::Range | Claim::PerhapsRange | Claim::MeasuredRange);
    if wrong || stated.iter().any(|stated| ranges(stated.claim)) {
        return;
    }
    let Some(alone) = alone(sentence) else { return };
    match (alone.counts.len(), alone.percents.len(), alone.shares.len()) {
        (2, 1, 0) => share::judge(sentence, &alone, verdicts),
        (2, 0, 1) => share::judge_share(sentence, &alone, verdicts),
        (2, 0, 0) => {
            multiple::judge(sentence, &alone, verdicts);
            parts::judge(sentence, &alone, verdicts);
        }
        (3..=MOST, 0, 0) => sum::judge(sentence, &alone, verdicts),
        _ => {}
    }
}

fn alone<'a>(sentence: &'a Sentence<'_>) -> Option<Alone<'a>> {
    let (mut counts, mut percents, mut shares) = (Vec::new(), Vec::new(), Vec::new());
    for figure in sentence.all() {
        if sentence.passage.is_quoted(figure.at) {
            return None;
        }
        let small = figure.value() <= if figure.number.form == Form::Words { 2.0 } else { 1.0 };
        let time = figure.unit.is_some_and(|unit| unit.measures == "time");
        match figure.number.sort {
            Sort::Count if small && figure.unit.is_none() || time => {}
            Sort::Count => counts.push(figure),
            Sort::Percent => percents.push(figure),
            // Of "27/100" it is not sure that it is a part.
            Sort::Share if figure.number.form == Form::Words => shares.push(figure),
            Sort::Share => return None,
            Sort::Rank | Sort::Name | Sort::Times => {}
            Sort::Points | Sort::Some | Sort::Score => return None,
        }
    }
    let in_words = |figure: &Figure<'_>| figure.number.form == Form::Words && figure.value() <= IN_WORDS;
    if counts.iter().filter(|figure| !in_words(figure)).count() >= 2 {
        counts.retain(|figure| !in_words(figure));
    }
    let like = counts.windows(2).all(|two| match two {
        [one, other] => one.is_like(other) || one.is_money() != other.is_money(),
        _ => true,
    });
    // "345 and 460, in all 805 million": whose the scale word is is not sure.
    let scaled = counts.iter().filter(|figure| figure.number.form == Form::Both).count();
    let like = like && (scaled == 0 || scaled == counts.len());
    let positive = counts.iter().all(|figure| figure.value() > 0.0);
    let exact = counts.iter().chain(&percents).all(|figure| !figure.is_bound());
    (like && positive && exact && counts.len() <= MOST).then_some(Alone { counts, percents, shares })
}

impl Figure<'_> {
    /// Whether it is an amount of money. Beside one that is, a bare number is one, too.
    fn is_money(&self) -> bool {
        self.unit.is_some_and(|unit| unit.measures == "money")
    }
}

impl Sentence<'_> {
    /// Whether a phrase of one of these lists stands anywhere in the sentence.
    fn says_any(&self, lists: &[&str]) -> bool {
        lists.iter().any(|list| self.says(list, self.at.clone()))
    }

    /// Whether a phrase of a list stands in the few words before a figure.
    fn says_before(&self, list: &str, figure: &Figure<'_>, far: usize) -> bool {
        let text = self.passage.text.get(self.at.start..figure.at.start).unwrap_or_default();
        let start = text.char_indices().rev().take(far).last().map_or(figure.at.start, |(at, _)| self.at.start + at);
        let others = self.values.iter().filter(|value| matches!(value.what, What::Number(_)));
        let start = others.map(|value| value.at.end).filter(|end| *end <= figure.at.start).fold(start, usize::max);
        self.says(list, start..figure.at.start)
    }
}
