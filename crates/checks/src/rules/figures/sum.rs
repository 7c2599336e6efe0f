//! Sums: "12 men, 5 women and 3 children, 25 in all".

use super::{
    Figure, Sentence, Verdict, Verdicts,
    figure::{scale, shown},
    judge as add,
};
use crate::{Message, Said};
use lang::{
    Word,
    arithmetic::{Claim, Role, Stated},
    values::{Bound, Form, Sort},
};

/// How far a sum may be off, of the whole, where some of it may have been left out: closer, and nothing was.
const NEARLY: f64 = 0.1;
/// The same for a toll that was counted on: one that is far off counts others as well.
const LIKELY: f64 = 0.25;

/// How far votes may be below the total before some may have been cast for neither side.
const VOTES: f64 = 0.03;

/// The least number that may stand unread: one and two are articles and pairs.
const LEAST_UNREAD: f64 = 3.0;

/// What is so much above its total, of that, are parts that are too many; what is nearer is a sum that is off.
pub(super) const MANY: f64 = 0.08;
const NAMED: f64 = 0.15;
/// How many characters a word may stand before a total of which it speaks.
const BEFORE: usize = 18;

/// How many figures of a sentence are tried together.
const MOST: usize = 9;

pub(super) fn judge(sentence: &Sentence<'_>, stated: &Stated, verdicts: &mut Verdicts) {
    let Some(whole) = sentence.one(stated, Role::Whole) else { return };
    let parts = sentence.figures(stated, Role::Part);
    if parts.len() < 2 {
        return;
    }
    let like = |part: &Figure<'_>| {
        part.is_like(&whole) || part.is_percent() == whole.is_percent() && (part.unit.is_none() || whole.unit.is_none())
    };
    // "In two months 2,950": the months are no part of it.
    let of_time = |figure: &Figure<'_>| figure.unit.is_some_and(|unit| unit.measures == "time");
    if parts.iter().any(|part| of_time(part) != of_time(&whole)) {
        return;
    }
    let sum: f64 = parts.iter().map(Figure::value).sum();
    // What is far less may be some of it; what is more than the whole is for the rule of parts, unless a total is named.
    let short = whole.value() - sum;
    let before = sentence.at.start..whole.at.start;
    let is_named = || ["total_of", "in_all"].iter().any(|list| sentence.says(list, before.clone()));
    let near = short.abs() <= whole.value() * NEARLY && (short >= 0.0 || is_named());
    let likely = short.abs() <= whole.value() * LIKELY;
    if stated.claim == Claim::PerhapsSum && !near || stated.claim == Claim::LikelySum && !likely {
        return;
    }
    let right = !parts.iter().all(like)
        || fits(sum, &parts, &whole, is_reached(sentence, &whole))
        || is_scaled(&parts, &whole)
        || some_make(sentence, &whole)
        || is_unread(sentence, &parts, short)
        || short > whole.value() * VOTES && sentence.says("votes", sentence.at.clone())
        || parts.iter().any(|part| part.value() > whole.value());
    let all: Vec<&Figure<'_>> = parts.iter().collect();
    let verdict = if right {
        Verdict::Right
    } else if is_of_parts(sentence, &whole, &all) {
        let gaps = [("sum", Said::Number(shown(sum))), ("whole", Said::Words(whole.words.trim().to_owned()))];
        let places: Vec<&Figure<'_>> = [&whole].into_iter().chain(all).collect();
        sentence.wrong("parts", Message::new(Word::FiguresPartsSum, gaps), &places)
    } else {
        let gaps = [("sum", Said::Number(shown(sum))), ("total", Said::Words(whole.words.trim().to_owned()))];
        let places: Vec<&Figure<'_>> = [&whole].into_iter().chain(&parts).collect();
        sentence.wrong("sum", Message::new(Word::FiguresSum, gaps), &places)
    };
    add(verdicts, "sum", whole.index, verdict);
}

/// Whether the sum is the whole, as far as the figures are exact.
fn fits(sum: f64, parts: &[Figure<'_>], whole: &Figure<'_>, reached: bool) -> bool {
    // Who gives the whole to the last one has not rounded its parts to tens.
    let exact = (reached || whole.is_exact()) && whole.number.grain <= 1.0;
    let tens = |part: &&Figure<'_>| exact && part.is_exact() && part.number.grain <= 10.0;
    let slack =
        parts.iter().filter(|part| !tens(part)).chain((!reached).then_some(whole)).map(loose).sum::<f64>() + 1e-9;
    let bounds = || parts.iter().chain((!reached).then_some(whole));
    let bound = |wanted: Bound| bounds().any(|figure| figure.number.bound == wanted);
    if (sum - whole.value()).abs() <= slack {
        return true;
    }
    // More than 5 and 6 may be 12; up to 5 and 6 may be anything below.
    bound(Bound::AtMost) || bound(Bound::AtLeast) && sum < whole.value() * 1.5 && sum > whole.value() * 0.5
}

/// Whether figures that do not make their total are parts that are too many, and no sum that is off: the total comes
/// first, or they are said to be of it, and they are above it by more than a slip; by much more, where a word says that
/// it is their sum.
pub(super) fn is_of_parts(sentence: &Sentence<'_>, whole: &Figure<'_>, parts: &[&Figure<'_>]) -> bool {
    let first = parts.iter().all(|part| whole.at.end <= part.at.start);
    let sum: f64 = parts.iter().map(|part| part.value()).sum();
    let named = ["total_of", "in_all"].iter().any(|list| sentence.says_before(list, whole, BEFORE));
    let many = if named { NAMED } else { MANY };
    sum > whole.value() * (1.0 + many) && (first || sentence.says_before("of", whole, BEFORE) && !named)
}

/// Whether the scale word of a total is that of its parts, too, and they make it: "345 and 460, in all 805 million".
fn is_scaled(parts: &[Figure<'_>], whole: &Figure<'_>) -> bool {
    let bare = |part: &&Figure<'_>| part.number.form == Form::Digits;
    let scale = |part: &Figure<'_>| if part.number.form == Form::Digits { scale(whole) } else { 1.0 };
    let sum: f64 = parts.iter().map(|part| part.value() * scale(part)).sum();
    whole.number.form == Form::Both && parts.iter().any(|part| bare(&part)) && (sum / whole.value() - 1.0).abs() < 1e-6
}

/// Whether the word before a total that says "at least" elsewhere only says that the total comes to it.
fn is_reached(sentence: &Sentence<'_>, whole: &Figure<'_>) -> bool {
    /// Longer no such phrase is, in bytes.
    const LONG: usize = 24;
    let text = &sentence.passage.text;
    let from = whole.at.start.saturating_sub(LONG).max(sentence.at.start);
    let from = (from..=whole.at.start).find(|at| text.is_char_boundary(*at)).unwrap_or(whole.at.start);
    sentence.says("reached", from..whole.at.end)
}

/// Whether a word of the sentence that was not read as a figure, because it may mean something else, may be what a sum of
/// figures in words lacks: "five golds", where the word for five is also a fifth.
pub(super) fn is_unread(sentence: &Sentence<'_>, parts: &[Figure<'_>], short: f64) -> bool {
    if short < LEAST_UNREAD || !parts.iter().any(|part| part.number.form == Form::Words) {
        return false;
    }
    let mut from = sentence.at.start;
    let ends =
        sentence.values.iter().map(|value| value.at.clone()).chain(std::iter::once(sentence.at.end..sentence.at.end));
    let mut gaps = ends.map(|at| std::mem::replace(&mut from, at.end)..at.start);
    let words = |at| sentence.passage.text.get(at).unwrap_or_default();
    let possible = |at| sentence.copy.profile().possible_numbers(words(at));
    gaps.any(|at| possible(at).into_iter().any(|(_, number)| (number - short).abs() < 1e-6))
}

fn loose(figure: &Figure<'_>) -> f64 {
    let value = figure.value().abs();
    let digit = if figure.number.grain > 1.0 { figure.number.grain.min(value * 0.25) / 2.0 } else { 0.0 };
    let fraction = if value.fract() == 0.0 { 0.0 } else { figure.number.grain.abs().min(1.0) / 2.0 };
    let near = if figure.is_exact() { 0.0 } else { value * 0.05 };
    let large = if value >= 10_000.0 { figure.slack() } else { 0.0 };
    digit.max(fraction).max(near).max(large)
}

/// Whether some of the sentence's figures make another one together: then the row was only read wrongly.
pub(super) fn some_fit(sentence: &Sentence<'_>, figures: &[Figure<'_>]) -> bool {
    figures.iter().any(|whole| some_make(sentence, whole))
}

/// Whether some of the sentence's figures make the whole together: then the row was only read wrongly.
fn some_make(sentence: &Sentence<'_>, whole: &Figure<'_>) -> bool {
    // "The two plants employ 52 and 458 people": a small number in words is no part of a sum in figures.
    // Nor is one behind the total: "ten in all, although two of them fell ill".
    let named = |figure: &Figure<'_>| {
        let behind = figure.at.start >= whole.at.end && whole.number.form == Form::Words;
        figure.number.form == Form::Words
            && figure.value() < LEAST_UNREAD
            && (behind || whole.number.form == Form::Digits)
    };
    let others: Vec<f64> = sentence
        .all()
        .filter(|figure| !named(figure))
        .filter(|figure| figure.index != whole.index && figure.number.sort == Sort::Count && figure.value() > 0.0)
        .filter(|figure| !sentence.stands_for_others(figure))
        .map(|figure| figure.value())
        .take(MOST)
        .collect();
    (1u32..1 << others.len()).filter(|some| some.count_ones() > 1).any(|some| {
        let taken = others.iter().enumerate().filter(|(at, _)| some & (1 << at) != 0).map(|(_, value)| value);
        (taken.sum::<f64>() - whole.value()).abs() < 1e-6 * whole.value().max(1.0)
    })
}
