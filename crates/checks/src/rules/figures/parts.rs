//! Parts above their total: "613 people, including 700 children".

use super::{Figure, Sentence, Verdict, Verdicts, figure::shown, judge as add, sum::MANY};
use crate::{Message, Said};
use lang::{
    Word,
    arithmetic::{Role, Stated},
    values::Bound,
};
use std::ops::Range;

/// How many characters a word may stand before a whole that says that others are of it.
const BEFORE: usize = 14;
/// The same before a total that is told of last.
const TOTAL: usize = 24;
/// A part that is so many times its whole is of something else.
const FAR: f64 = 20.0;

pub(super) fn judge(sentence: &Sentence<'_>, stated: &Stated, verdicts: &mut Verdicts) {
    let Some(whole) = sentence.one(stated, Role::Whole) else { return };
    let mut parts = sentence.figures(stated, Role::Part);
    let surely_less = parts.is_empty();
    if surely_less {
        parts = sentence.figures(stated, Role::Member);
    }
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
    if are_siblings(sentence, &whole, first, parts.len()) || sentence.stands_for_others(&whole) {
        return;
    }
    // What is so much more is no part, and not meant as one.
    let far = first.value() > whole.value() * FAR;
    let most = most(sentence, &whole, first).filter(|_| !far).filter(|_| parts.iter().all(|part| part.is_like(&whole)));
    let Some(most) = most.filter(|_| !holds_others(sentence, &whole, first)) else {
        return add(verdicts, "parts", first.index, Verdict::Right);
    };
    let least = |part: &Figure<'_>| match part.number.bound {
        Bound::AtMost => 0.0,
        Bound::About => part.value() - part.slack(),
        _ => part.value() - part.number.grain.abs().min(part.value() * 0.25) / 2.0,
    };
    let sum: f64 = parts.iter().map(least).sum();
    let said = |figure: &Figure<'_>| Said::Words(figure.words.trim().to_owned());
    if !surely_less {
        let verdict = if least(first) > most {
            let message = Message::new(Word::FiguresParts, [("part", said(first)), ("whole", said(&whole))]);
            sentence.wrong("parts", message, &[first, &whole])
        } else {
            Verdict::Right
        };
        add(verdicts, "parts", first.index, verdict);
    } else if parts.iter().any(|part| part.value() > most) {
        return;
    }
    // What is at least so much may be as much as all its parts.
    if parts.len() > 1 && least(first) <= most && whole.number.bound != Bound::AtLeast {
        let verdict = if sum > most {
            let all: f64 = parts.iter().map(Figure::value).sum();
            let places: Vec<&Figure<'_>> = parts.iter().chain([&whole]).collect();
            let sum = ("sum", Said::Number(shown(all)));
            let some = whole.at.end <= first.at.start && says_some(sentence, whole.at.end..first.at.start);
            if some || all > whole.value() * (1.0 + MANY) {
                let message = Message::new(Word::FiguresPartsSum, [sum, ("whole", said(&whole))]);
                sentence.wrong("parts", message, &places)
            } else {
                let message = Message::new(Word::FiguresSum, [sum, ("total", said(&whole))]);
                sentence.wrong("sum", message, &places)
            }
        } else {
            Verdict::Right
        };
        add(verdicts, "parts together", last.index, verdict);
    }
}

/// Whether the first of a row was taken for its whole: "1,400 teachers, 700 guards and 1,000 pupils". A whole that counts
/// the like of its parts says which are among it.
pub(super) fn are_siblings(sentence: &Sentence<'_>, whole: &Figure<'_>, first: &Figure<'_>, parts: usize) -> bool {
    if parts < 2 || whole.at.end > first.at.start {
        return false;
    }
    let between = whole.at.end..first.at.start;
    let text = sentence.passage.text.get(between.clone()).unwrap_or_default();
    let among = text.contains([':', '：', '(', '（'])
        || says_some(sentence, between)
        || sentence.says_before("of", whole, BEFORE);
    !among && sentence.says("people", sentence.noun(whole)) && sentence.says("people", sentence.noun(first))
}

/// Whether a word says that what follows are some of the whole, and perhaps not all.
pub(super) fn says_some(sentence: &Sentence<'_>, between: Range<usize>) -> bool {
    ["including", "of_whom"].iter().any(|list| sentence.says(list, between.clone()))
}

/// The most that the whole may be. Who says "at least 12, including 15" contradicts himself as well. A larger figure
/// before the whole may be the whole that is meant.
fn most(sentence: &Sentence<'_>, whole: &Figure<'_>, part: &Figure<'_>) -> Option<f64> {
    let earlier = sentence.all().filter(|figure| figure.at.end <= whole.at.start && figure.is_like(whole));
    let earlier = earlier.filter(|_| whole.at.start < part.at.start);
    // "To the 161 branches 212 were added, which makes 373 in all": that is what they are of.
    let total = |figure: &Figure<'_>| {
        let after = figure.at.start >= whole.at.end.max(part.at.end) && figure.is_like(whole);
        after && ["totals", "total_of", "in_all"].iter().any(|list| sentence.says_before(list, figure, TOTAL))
    };
    let later = sentence.all().filter(total);
    Some(earlier.chain(later).map(|figure| figure.value()).fold(whole.value() + whole.slack_of_digits(), f64::max))
}

/// Whether the whole counts things that hold the parts, and not the parts: 5 families, including 12 children.
fn holds_others(sentence: &Sentence<'_>, whole: &Figure<'_>, part: &Figure<'_>) -> bool {
    let noun = |figure: &Figure<'_>| {
        let words = sentence.noun(figure);
        // "Of the 12 houses": that noun is of the whole.
        if figure.at.end <= whole.at.start { words.start..words.end.min(whole.at.start) } else { words }
    };
    // What has a unit is measured and not counted, but for money.
    whole.unit.is_some_and(|unit| unit.measures == "time" || unit.measures != "money" && part.unit.is_none())
        || sentence.says("groups", sentence.noun(whole)) && sentence.says("held", noun(part))
}

impl Figure<'_> {
    /// Half of its last digit, where that is more than one; a tenth where it is said to be near.
    fn slack_of_digits(&self) -> f64 {
        if !self.is_exact() {
            self.value() * 0.05
        } else if self.number.grain > 1.0 {
            self.number.grain.min(self.value() * 0.25) / 2.0
        } else {
            0.0
        }
    }
}
