//! Percentages of given figures: "50 of the 200 (40 %)", and what is left of a hundred.

use super::{
    Figure, Sentence, Verdict, Verdicts,
    figure::{shown, together},
    judge as add,
};
use crate::{Message, Said};
use lang::{
    Word,
    arithmetic::{Role, Stated},
    values::{Bound, Sort},
};

pub(super) fn judge(sentence: &Sentence<'_>, stated: &Stated, verdicts: &mut Verdicts) {
    let [Some(whole), Some(part), Some(percent)] =
        [Role::Whole, Role::Part, Role::Percent].map(|role| sentence.one(stated, role))
    else {
        return;
    };
    // A part above its total is another matter.
    if part.value() > whole.value() {
        return;
    }
    let like = part.is_like(&whole) || part.unit.is_none() != whole.unit.is_none();
    // "18 of the 24 million": what has no scale word may have that of the other.
    let scaled = || together(&part, &whole).is_some_and(|(a, b)| fits((a / b * 99.0, a / b * 101.0), &percent));
    let bound = whole.is_bound() || part.is_bound() || whole.value() <= 0.0;
    let right = !like || bound || fits(share(&part, &whole), &percent) || scaled();
    let verdict = if right {
        Verdict::Right
    } else {
        let said = |figure: &Figure<'_>| Said::Words(figure.words.trim().to_owned());
        let is = Said::Number(shown(part.value() / whole.value() * 100.0));
        let gaps = [("part", said(&part)), ("whole", said(&whole)), ("percent", is)];
        sentence.wrong("percent", Message::new(Word::FiguresShare, gaps), &[&percent, &part, &whole])
    };
    add(verdicts, "percent", percent.index, verdict);
}

/// Between what the share lies, of a hundred.
fn share(part: &Figure<'_>, whole: &Figure<'_>) -> (f64, f64) {
    let (a, b) = (part.slack(), whole.slack());
    let low = (part.value() - a).max(0.0) / (whole.value() + b) * 100.0;
    let high = (part.value() + a) / (whole.value() - b).max(f64::MIN_POSITIVE) * 100.0;
    (low, high)
}

/// Whether a percentage is what it lies between.
pub(super) fn fits((low, high): (f64, f64), percent: &Figure<'_>) -> bool {
    let (value, slack) = percent.of_hundred();
    let slack = slack + 1e-9;
    match percent.number.bound {
        Bound::AtLeast => high + slack >= value,
        Bound::AtMost => low - slack <= value,
        _ => high + slack >= value && low - slack <= value,
    }
}

/// "45 % said yes, 40 % no, and the remaining 25 % nothing".
pub(super) fn judge_rest(sentence: &Sentence<'_>, stated: &Stated, verdicts: &mut Verdicts) {
    let percents = sentence.figures(stated, Role::Percent);
    let Some(last) = percents.last().filter(|_| percents.len() > 1) else { return };
    let others = sentence.all().filter(|figure| figure.number.sort == Sort::Percent).count();
    let plain = others == percents.len() && percents.iter().all(|p| p.is_exact() && p.number.sort == Sort::Percent);
    let sum: f64 = percents.iter().map(Figure::value).sum();
    let slack: f64 = percents.iter().map(|percent| percent.number.grain.clamp(0.01, 1.0)).sum();
    let verdict = if !plain || (sum - 100.0).abs() <= slack + 1e-9 {
        Verdict::Right
    } else {
        let gaps = [("sum", Said::Number(shown(sum)))];
        sentence.wrong("percent", Message::new(Word::FiguresRest, gaps), &percents.iter().collect::<Vec<_>>())
    };
    add(verdicts, "rest", last.index, verdict);
}
