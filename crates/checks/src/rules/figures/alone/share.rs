//! Two numbers and a percentage: one of them is that share of the other, or that much more or less.

use super::{
    super::{Figure, Sentence, Verdict, Verdicts, figure::shown, judge as add, share},
    Alone,
};
use crate::{Message, Said};
use lang::Word;

/// Numbers below this are too small for a percentage of them.
const LEAST: f64 = 5.0;
/// A percentage that is so far from all that it may be, in points, is of something else.
const FAR: f64 = 40.0;
/// So is a half or a third that is so many times what it should be.
const TIMES: f64 = 3.0;

pub(super) fn judge(sentence: &Sentence<'_>, alone: &Alone<'_>, verdicts: &mut Verdicts) {
    let ([percent], [one, other]) = (alone.percents.as_slice(), alone.counts.as_slice()) else { return };
    if known(verdicts) || one.value().min(other.value()) < LEAST || one.value() == other.value() {
        return;
    }
    let part = sentence.says_any(&["of", "or", "of_whom"]);
    let base = sentence.says_any(&["base"]);
    let change = base && (!part || sentence.says_any(&["rise", "fall"]));
    if !part && !base {
        return;
    }
    let (low, high) = if one.value() < other.value() { (one, other) } else { (other, one) };
    let (a, b) = (low.value(), high.value());
    let slack = low.slack() / a + high.slack() / b;
    let readings = [a / b, b / a, (b - a) / a, (b - a) / b];
    let fits = |reading: &f64| {
        let is = reading * 100.0;
        let loose = is * slack + 0.5;
        share::fits(((is - loose).max(0.0), is + loose), percent)
    };
    let far = |reading: &f64| (reading * 100.0 - percent.value()).abs() > FAR;
    if readings.iter().any(fits) || readings.iter().all(far) {
        return;
    }
    let said = |figure: &Figure<'_>| Said::Words(figure.words.trim().to_owned());
    let is = |share: f64| Said::Number(shown(share * 100.0));
    let message = if change {
        let (from, to) = if sentence.says_any(&["fall"]) { (high, low) } else { (low, high) };
        let growth = (to.value() - from.value()).abs() / from.value();
        Message::new(Word::FiguresGrowth, [("from", said(from)), ("to", said(to)), ("percent", is(growth))])
    } else {
        Message::new(Word::FiguresShare, [("part", said(low)), ("whole", said(high)), ("percent", is(a / b))])
    };
    add(verdicts, "percent", percent.index, sentence.wrong("percent", message, &[percent, low, high]));
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
    let right = [share, 1.0 - share].iter().any(|share| (share / of.value() - 1.0).abs() <= off);
    let far = share * TIMES < of.value() || share > of.value() * TIMES;
    if right || far || !sentence.says_any(&["or", "of", "of_whom"]) {
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
