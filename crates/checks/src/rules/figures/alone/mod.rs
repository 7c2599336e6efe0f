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
    values::{Bound, Form, Sort},
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
    /// Three times.
    times: Vec<Figure<'a>>,
    /// One of the counts is said to have become another.
    moved: bool,
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
    let moves = sentence.says_any(&MOVES);
    let Some(mut alone) = alone(sentence).filter(|_| !ranges() || moves) else { return };
    alone.moved = moves && stated.iter().any(|stated| stated.claim == Claim::Change || range(stated.claim));
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
    let (mut counts, mut percents, mut shares, mut times) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut lengths = Vec::new();
    for figure in sentence.all() {
        if sentence.passage.is_quoted(figure.at) {
            return None;
        }
        let small = figure.value() <= if figure.number.form == Form::Words { 2.0 } else { 1.0 };
        let time = figure.unit.is_some_and(|unit| unit.measures == "time");
        match figure.number.sort {
            Sort::Count if time => lengths.push(figure),
            Sort::Count if small && figure.unit.is_none() => {}
            Sort::Count => counts.push(figure),
            Sort::Percent => percents.push(figure),
            // Of "27/100" it is not sure that it is a part.
            Sort::Share if figure.number.form == Form::Words => shares.push(figure),
            Sort::Share => return None,
            Sort::Times => times.push(figure),
            Sort::Rank | Sort::Name => {}
            Sort::Points | Sort::Some | Sort::Score => return None,
        }
    }
    if let Some(counts) = added(&counts, &lengths) {
        return Some(Alone { counts, percents, shares, times, moved: false });
    }
    let in_words = |figure: &Figure<'_>| figure.number.form == Form::Words && figure.value() <= IN_WORDS;
    if counts.iter().filter(|figure| !in_words(figure)).count() >= 2 {
        counts.retain(|figure| !in_words(figure));
    }
    without_measures(sentence, &mut counts);
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
    // "Rose by 40 to up to 240": what it says of the last is that it was reached.
    let most = counts.iter().map(Figure::value).fold(0.0, f64::max);
    let grown =
        |figure: &Figure<'_>| figure.bound() == Bound::AtMost && figure.value() == most && sentence.says_any(&["rise"]);
    let exact = counts.iter().chain(&percents).all(|figure| !figure.is_bound() || grown(figure));
    (like && positive && exact && counts.len() <= MOST).then_some(Alone {
        counts,
        percents,
        shares,
        times,
        moved: false,
    })
}

/// Leaves out what is measured where two things are counted, each with its noun: "of 898 towns, 407 on the coast, 80
/// millimetres of rain are expected".
fn without_measures(sentence: &Sentence<'_>, counts: &mut Vec<Figure<'_>>) {
    let noun = |figure: &Figure<'_>| {
        let behind = sentence.passage.text.get(figure.at.end..sentence.at.end).unwrap_or_default().trim_start();
        behind.starts_with(lang::letter::is_alphabetic)
    };
    let (things, measures): (Vec<&Figure<'_>>, Vec<&Figure<'_>>) =
        counts.iter().partition(|figure| figure.unit.is_none());
    // "From 483 to 567 hectares": what stands right before a measure may be one, too.
    let apart = measures.iter().all(|measure| {
        let before = things.iter().rev().find(|thing| thing.at.end <= measure.at.start);
        before.is_none_or(|thing| sentence.words_between(thing, measure) > 1)
    });
    // "300 kilos of rice and 200 of flour": what has no unit has that of the one before.
    let opened = counts.first().is_some_and(|first| first.unit.is_none());
    if things.len() >= 2 && opened && !measures.is_empty() && apart && things.iter().all(|thing| noun(thing)) {
        counts.retain(|figure| figure.unit.is_none());
    }
}

/// Counts of years or days, and what follows on them without that word: "four years for the one and six for the other,
/// ten years in all". The last has the word again, and nothing else is counted.
fn added<'a>(counts: &[Figure<'a>], lengths: &[Figure<'a>]) -> Option<Vec<Figure<'a>>> {
    let (first, last) = (lengths.first()?, lengths.last()?);
    let within = |count: &Figure<'_>| first.at.end <= count.at.start && count.at.end <= last.at.start;
    let bare = |count: &Figure<'_>| count.unit.is_none() && count.number.form == first.number.form;
    let same = lengths.iter().all(|length| length.unit.map(|unit| unit.name) == first.unit.map(|unit| unit.name));
    let all: Vec<Figure<'a>> = lengths.iter().chain(counts).copied().collect();
    let whole = |figure: &Figure<'_>| figure.is_exact() && figure.value() > 0.0 && figure.value().fract() == 0.0;
    let row = same && (3..=MOST).contains(&all.len()) && counts.iter().all(|count| within(count) && bare(count));
    (row && all.iter().all(whole)).then(|| {
        let mut all = all;
        all.sort_by_key(|figure| figure.at.start);
        all
    })
}

impl Sentence<'_> {
    /// Whether a phrase of one of these lists stands anywhere in the sentence.
    fn says_any(&self, lists: &[&str]) -> bool {
        lists.iter().any(|list| self.says(list, self.at.clone()))
    }
}
