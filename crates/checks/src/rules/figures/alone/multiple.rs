//! Two numbers and a word that says how many times one is the other: twice, a third.

use super::{
    super::{
        Figure, Sentence, Verdicts,
        figure::{shown, together},
        judge as add,
    },
    Alone,
};
use crate::{Message, Said};
use lang::Word;

/// The lists of words that say how many times.
const TIMES: [(&str, f64); 4] = [("twice", 2.0), ("thrice", 3.0), ("fourfold", 4.0), ("half", 2.0)];
/// Between what it may be, of what is said.
const NEAR: std::ops::RangeInclusive<f64> = 0.85..=1.18;
/// More times than this are said for the sound of it.
const MANY: f64 = 20.0;
/// So many times off, up or down, and something else is meant.
const FAR: f64 = 2.0;

pub(super) fn judge(sentence: &Sentence<'_>, alone: &Alone<'_>, verdicts: &mut Verdicts) {
    let [one, other] = alone.counts.as_slice() else { return };
    let Some((list, times)) = said(sentence, alone) else { return };
    let Some((first, second)) = together(one, other) else { return };
    let (from, to) = if (first > second) == (list == "half") { (one, other) } else { (other, one) };
    let (low, high) = (first.min(second), first.max(second));
    let off = high / low / times;
    let loose = !one.is_exact() || !other.is_exact() || sentence.says_any(&["about"]);
    let near = if loose { 0.68..=1.5 } else { NEAR };
    // "Three times more" is three times as much for some and four times for others.
    let more = || sentence.says_any(&["rise"]) && near.contains(&(high / low / (times + 1.0)));
    if near.contains(&off)
        || list.is_empty() && more()
        || !(1.0 / FAR..=FAR).contains(&off)
        || !sentence.says_any(&["base", "rise", "fall", "of"])
    {
        return;
    }
    let words = |figure: &Figure<'_>| Said::Words(figure.words.trim().to_owned());
    let gaps = [
        ("from", words(from)),
        ("to", words(to)),
        ("times", Said::Number(shown(if list == "half" { low / high } else { high / low }))),
    ];
    add(verdicts, "times", to.index, sentence.wrong("percent", Message::new(Word::FiguresTimes, gaps), &[from, to]));
}

/// How many times a word says, with its list, or where none does, a number; if all that say so say the same.
fn said(sentence: &Sentence<'_>, alone: &Alone<'_>) -> Option<(&'static str, f64)> {
    let lists = TIMES.iter().filter(|(list, _)| sentence.says(list, sentence.at.clone())).copied();
    let numbers = alone.times.iter().map(|figure| ("", figure.value()));
    // "Twice less" says twice and half, and that is one. A word may have its number in it: to grow by 两倍 is to treble.
    let listed = lists.clone().next().is_some();
    let mut all = lists.chain(numbers.filter(|_| !listed));
    let one = all.next().filter(|(_, times)| (2.0..=MANY).contains(times))?;
    all.all(|(_, other)| other == one.1).then_some(one)
}
