//! A total and a part of it that is more.

use super::{
    super::{Figure, Sentence, Verdicts, judge as add},
    Alone,
};
use crate::{Message, Said};
use lang::Word;

/// Numbers below this are not looked at: small ones stand in a sentence for many reasons.
const LEAST: f64 = 10.0;
/// A part that is more than so many times its total is something else.
const FAR: f64 = 2.0;
/// How many characters a word may stand before a total of which it speaks.
const BEFORE: usize = 24;

pub(super) fn judge(sentence: &Sentence<'_>, alone: &Alone<'_>, verdicts: &mut Verdicts) {
    let [one, other] = alone.counts.as_slice() else { return };
    let known = verdicts.keys().any(|(kind, _)| matches!(*kind, "parts" | "sum" | "percent" | "order" | "times"));
    let whole = |figure: &Figure<'_>| figure.value().fract() == 0.0 && figure.value() >= LEAST && figure.is_exact();
    if known || !whole(one) || !whole(other) || sentence.says_any(&["rise", "fall", "apart"]) {
        return;
    }
    let (low, high) = if one.value() < other.value() { (one, other) } else { (other, one) };
    let named = |list: &str| sentence.says_before(list, low, BEFORE);
    // A word for "in all" is of the total that comes first.
    let first = low.at.end <= high.at.start;
    // "Of the 18 towns and 24 villages": both are told of alike.
    let between = low.at.end.min(high.at.end)..low.at.start.max(high.at.start);
    let text = sentence.passage.text.get(between.clone()).unwrap_or_default();
    if sentence.says("and", between) && !text.contains([',', ':', ';', '(', '،', '，', '：', '（']) {
        return;
    }
    let total = named("of") && !named("of_whom") || first && (named("in_all") || named("total_of"));
    if low.value() == high.value() || high.value() > low.value() * FAR || !total {
        return;
    }
    let said = |figure: &Figure<'_>| Said::Words(figure.words.trim().to_owned());
    let message = Message::new(Word::FiguresParts, [("part", said(high)), ("whole", said(low))]);
    add(verdicts, "parts", high.index, sentence.wrong("parts", message, &[high, low]));
}
