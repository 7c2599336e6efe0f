//! Ranges the wrong way round: "between 50 and 30".

use super::{Sentence, Verdict, Verdicts, figure::together, judge as add};
use crate::{Message, Said};
use lang::{
    Word,
    arithmetic::{Claim, Role, Stated},
    values::Form,
};

/// The lists whose words make "from a to b" a way from one to the other.
const WAYS: [&str; 7] = ["rise", "fall", "moving", "ranked", "twice", "thrice", "half"];

pub(super) fn judge(sentence: &Sentence<'_>, stated: &Stated, verdicts: &mut Verdicts) {
    let (Some(from), Some(to)) = (sentence.one(stated, Role::From), sentence.one(stated, Role::To)) else { return };
    let before = sentence.passage.text.get(..from.at.start).unwrap_or_default();
    let minus = before.ends_with(['-', '−', '–']) || from.value() < 0.0 || to.value() < 0.0;
    let way = match stated.claim {
        Claim::PerhapsRange | Claim::MeasuredRange => WAYS.iter().any(|list| sentence.says(list, sentence.at.clone())),
        _ => sentence.says("moving", sentence.at.start..to.at.end),
    };
    let measured = |figure: &super::Figure<'_>| figure.unit.is_some_and(|unit| unit.measures != "money");
    let like = |unit: lang::values::Unit| to.unit.is_some_and(|other| other.name == unit.name);
    if stated.claim == Claim::MeasuredRange && !(measured(&to) && from.unit.is_none_or(like)) {
        return;
    }
    let surely = stated.claim == Claim::Range;
    let in_digits = |figure: &super::Figure<'_>| figure.number.form != Form::Words;
    let verdict = match together(&from, &to) {
        // "Four to three" is a score, 20 to 1 a proportion.
        Some((a, b)) if a > b && !minus && !way && (surely || b > 1.0 && in_digits(&from) && in_digits(&to)) => {
            let said = |figure: &super::Figure<'_>| Said::Words(figure.words.trim().to_owned());
            let message = Message::new(Word::FiguresRange, [("from", said(&from)), ("to", said(&to))]);
            sentence.wrong("order", message, &[&from, &to])
        }
        _ => Verdict::Right,
    };
    add(verdicts, "range", from.index, verdict);
}
