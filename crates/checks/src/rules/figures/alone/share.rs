//! Two numbers and a percentage: one of them is that share of the other, or that much more or less.

use super::{
    super::{
        Figure, Sentence, Verdict, Verdicts,
        figure::{shown, together},
        judge as add, share,
    },
    Alone,
};
use crate::{Message, Said};
use lang::Word;

/// Numbers below this are too small for a percentage of them.
const LEAST: f64 = 5.0;
/// A percentage that is so far from all that it may be, in points, is of something else.
const FAR: f64 = 30.0;
/// So is one that is so many times what it may be.
const RATIO: f64 = 4.0;
/// So is a half or a third that is so many times what it should be.
const TIMES: f64 = 3.0;

pub(super) fn judge(sentence: &Sentence<'_>, alone: &Alone<'_>, verdicts: &mut Verdicts) {
    let ([percent], [one, other]) = (alone.percents.as_slice(), alone.counts.as_slice()) else { return };
    let money = one.unit.or(other.unit).is_some_and(|unit| unit.measures == "money");
    let small = one.value().min(other.value()) < LEAST && !money;
    if known(verdicts) || small || one.value() == other.value() {
        return;
    }
    let part = sentence.says_any(&["of", "or", "of_whom"]);
    let base = sentence.says_any(&["base"]);
    let moves = sentence.says_any(&["rise", "fall"]);
    let change = base && (!part || moves);
    if moves && is_of_another(sentence, percent, one, other) {
        return;
    }
    if !part && !base || moves && !base && !sentence.says_any(&["or"]) {
        return;
    }
    // "223 million, 63 per cent more than the 126": what has no scale word has that of the other.
    let Some((first, second)) = together(one, other) else { return };
    let ((low, a), (high, b)) =
        if first < second { ((one, first), (other, second)) } else { ((other, second), (one, first)) };
    let slack = low.slack() / low.value() + high.slack() / high.value();
    let growth = [b / a, (b - a) / a, (b - a) / b];
    // What rose is no share of what it was.
    let rose = change && moves && !sentence.says_any(&["or"]);
    let readings = if rose { growth.to_vec() } else { [growth.as_slice(), &[a / b]].concat() };
    let fits = |reading: &f64| {
        let is = reading * 100.0;
        let loose = is * slack + 0.5;
        share::fits(((is - loose).max(0.0), is + loose), percent)
    };
    let said = percent.value().abs();
    let far = |reading: &f64| {
        let is = reading * 100.0;
        (is - said).abs() > FAR || is.max(said) > is.min(said) * RATIO
    };
    // What is left of the whole may be what is meant; how far off it is, is for the share itself to say.
    let near = if change { readings.iter().any(|reading| !far(reading)) } else { !far(&(a / b)) };
    if readings.iter().any(fits) || !near {
        return;
    }
    let words = |figure: &Figure<'_>| Said::Words(figure.words.trim().to_owned());
    let is = |share: f64| Said::Number(shown(share * 100.0));
    let message = if change {
        let (from, to) = if sentence.says_any(&["fall"]) { (high, low) } else { (low, high) };
        let growth = (b - a) / if from.index == low.index { a } else { b };
        Message::new(Word::FiguresGrowth, [("from", words(from)), ("to", words(to)), ("percent", is(growth))])
    } else {
        Message::new(Word::FiguresShare, [("part", words(low)), ("whole", words(high)), ("percent", is(a / b))])
    };
    add(verdicts, "percent", percent.index, sentence.wrong("percent", message, &[percent, low, high]));
}

/// Whether one count is said to be of the other, and the percentage stands behind them with a word of its own that says
/// what rose: "40 of the 60 were sold, and prices rose 15 per cent".
fn is_of_another(sentence: &Sentence<'_>, percent: &Figure<'_>, one: &Figure<'_>, other: &Figure<'_>) -> bool {
    let counts = sentence.at.start..one.at.end.max(other.at.end);
    let (behind, rest) = (counts.end..percent.at.end, percent.at.end..sentence.at.end);
    let rose = ["rise", "fall"].iter().any(|list| sentence.says(list, behind.clone()));
    sentence.says("of", counts) && rose && !sentence.says("base", rest)
}

/// Half or a third of a number, that is another.
pub(super) fn judge_share(sentence: &Sentence<'_>, alone: &Alone<'_>, verdicts: &mut Verdicts) {
    let ([of], [one, other]) = (alone.shares.as_slice(), alone.counts.as_slice()) else { return };
    if known(verdicts) || one.value().min(other.value()) < LEAST || one.value() == other.value() {
        return;
    }
    let (low, high) = if one.value() < other.value() { (one, other) } else { (other, one) };
    let (part, whole) = (low.value(), high.value());
    let (share, off) = (part / whole, if of.is_exact() { 0.15 } else { 0.4 });
    let moves = sentence.says_any(&["rise", "fall"]) && sentence.says_any(&["base"]);
    let readings = [share, 1.0 - share, if moves { whole / part - 1.0 } else { share }];
    let right = readings.iter().any(|share| (share / of.value() - 1.0).abs() <= off);
    let far = share * TIMES < of.value() || share > of.value() * TIMES;
    if right || far || !moves && !sentence.says_any(&["or"]) {
        return;
    }
    let said = |figure: &Figure<'_>| Said::Words(figure.words.trim().to_owned());
    let gaps = [("part", said(low)), ("whole", said(high)), ("percent", Said::Number(shown(share * 100.0)))];
    let wrong = sentence.wrong("percent", Message::new(Word::FiguresShare, gaps), &[of, low, high]);
    add(verdicts, "percent", of.index, wrong);
}

/// Whether a percentage of the sentence has been reckoned.
fn known(verdicts: &Verdicts) -> bool {
    verdicts.iter().any(|((kind, _), verdict)| *kind == "percent" && matches!(verdict, Verdict::Right))
}
