//! Conversions in brackets: "100 miles (120 km)".

use super::{Sentence, figure::shown};
use crate::{Finding, Message, Said};
use lang::Word;

/// How far, at most, the bracket stands behind the figure, in bytes.
const NEAR: usize = 24;

pub(super) fn find(sentence: &Sentence<'_>, findings: &mut Vec<Finding>) {
    let figures: Vec<_> = sentence.all().collect();
    for (at, pair) in figures.windows(2).enumerate() {
        let [one, other] = pair else { continue };
        let (Some(from), Some(to)) = (one.unit, other.unit) else { continue };
        let between = sentence.passage.text.get(one.at.end..other.at.start).unwrap_or_default();
        // 5 feet 10 inches (1.78 m).
        let before = at.checked_sub(1).and_then(|at| figures.get(at));
        let double = before
            .is_some_and(|b| b.unit.is_some_and(|unit| unit.measures == from.measures) && b.at.end + 4 > one.at.start);
        let open =
            between.trim_end().ends_with(['(', '（']) && between.len() <= NEAR && !between.contains([',', '，', ')']);
        let comparable = from.measures == to.measures && from.measures != "money" && from.name != to.name;
        if !open || !comparable || double || sentence.passage.is_quoted(one.at) || to.factor == 0.0 {
            continue;
        }
        let by = from.factor / to.factor;
        let is = (one.value() * from.factor + from.offset - to.offset) / to.factor;
        // A difference of temperatures has no zero.
        let differs = |is: f64| {
            let slack = noughts(one.number.grain, one.value()) * by + noughts(other.number.grain, other.value());
            (is - other.value()).abs() > slack + is.abs() * 0.04
        };
        if one.is_bound() != other.is_bound() && other.is_bound() || !differs(is) || !differs(one.value() * by) {
            continue;
        }
        let gaps = [
            ("one", Said::Words(one.words.trim().to_owned())),
            ("other", Said::Words(other.words.trim().to_owned())),
            ("value", Said::Number(shown(is))),
        ];
        let message = Message::new(Word::FiguresUnit, gaps);
        findings.push(Finding::new(
            crate::Rule::Figures,
            "unit",
            crate::Level::Warn,
            message,
            sentence.places(&[one, other]),
        ));
    }
}

/// How far a figure may be off: half of its last digit that is not nought, within a twentieth.
fn noughts(grain: f64, value: f64) -> f64 {
    let mut unit = if grain.is_finite() && grain > 0.0 { grain } else { 1.0 };
    while unit < value && (value / (unit * 10.0)).fract() == 0.0 {
        unit *= 10.0;
    }
    (unit / 2.0).min((value * 0.08).max(grain / 2.0))
}
