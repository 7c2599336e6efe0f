//! Figures that stand alone with each other in a sentence, however it is put: two numbers and a percentage, three numbers
//! of one kind. Whoever writes them into one sentence holds them against each other, mostly; a word that says so makes it
//! sure enough. What the patterns of the language have recognised is not looked at again.

mod multiple;
mod parts;
mod share;
mod sum;

use super::{Figure, Sentence, Verdicts};
use lang::{
    arithmetic::{Claim, Stated},
    values::{Form, Sort},
};

/// More figures than this are not alone with each other.
const MOST: usize = 6;
/// Nor are they in a sentence of more values, dates and ranks among them.
const MOST_VALUES: usize = 24;
/// Numbers in words up to this are no part of a row of larger numbers in digits: "three fires burnt 480, 560 and 280".
const IN_WORDS: f64 = 12.0;

/// The lists of words that say which way a figure goes.
const MOVES: [&str; 6] = ["rise", "fall", "twice", "thrice", "fourfold", "half"];

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
    // "From 12 to 354" is no range where it says what grew.
    let range = |claim| matches!(claim, Claim::Range | Claim::PerhapsRange | Claim::MeasuredRange);
    let ranges = || stated.iter().any(|stated| range(stated.claim));
    if wrong || !(2..=MOST_VALUES).contains(&sentence.values.len()) {
        return;
    }
    let Some(alone) = alone(sentence).filter(|_| !ranges() || sentence.says_any(&MOVES)) else { return };
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
    // What has no unit is taken for what the others are: "483, 567 and 280 hectares".
    let mut units = counts.iter().filter_map(|figure| figure.unit);
    let like = units.next().is_none_or(|unit| units.all(|other| other.name == unit.name));
    // In a row it is followed by the next: "3 books and 5 pens cost 86 dollars" is none.
    let mixed = counts.iter().any(|figure| figure.unit.is_some());
    let row = |figure: &Figure<'_>| {
        let behind = sentence.passage.text.get(figure.at.end..sentence.at.end).unwrap_or_default().trim_start();
        let noun = sentence.noun(figure);
        !behind.starts_with(lang::letter::is_alphanumeric) || sentence.says("and", noun)
    };
    let like = like && (!mixed || counts.len() < 3 || counts.iter().all(|figure| figure.unit.is_some() || row(figure)));
    // "345 and 460, in all 805 million": whose the scale word is is not sure.
    let scaled = counts.iter().filter(|figure| figure.number.form == Form::Both).count();
    let like = like && (scaled == 0 || scaled == counts.len() || counts.len() == 2);
    let positive = counts.iter().all(|figure| figure.value() > 0.0);
    let exact = counts.iter().chain(&percents).all(|figure| !figure.is_bound());
    (like && positive && exact && counts.len() <= MOST).then_some(Alone { counts, percents, shares })
}

impl Sentence<'_> {
    /// Whether a phrase of one of these lists stands anywhere in the sentence.
    fn says_any(&self, lists: &[&str]) -> bool {
        lists.iter().any(|list| self.says(list, self.at.clone()))
    }
}
