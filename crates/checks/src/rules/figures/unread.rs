//! Sums in words of which some were not read, because they may be other words as well: "five golds and six silvers,
//! nine in all", where the word for nine is also the one for new. Where a total is named and every word that may be a
//! number takes part in the sum, they are numbers.

use super::{Sentence, Verdicts, sum};
use lang::{
    Value, What,
    arithmetic::{Claim, Role},
    values::{Bound, Form, Number, Sort},
};
use std::ops::Range;

/// The numbers that are read so: one and two are articles and pairs, and few larger ones are written in words.
const FITTING: std::ops::RangeInclusive<f64> = 3.0..=20.0;

/// Reckons the sums of a sentence again, with the words that may be numbers.
pub(super) fn judge(sentence: &Sentence<'_>, verdicts: &mut Verdicts) {
    let numbers = sentence.values.iter().filter_map(number);
    let (mut small, mut others) = (0, 0);
    numbers.for_each(|number| if is_small(number) { small += 1 } else { others += 1 });
    let named = ["total_of", "in_all"].iter().any(|list| sentence.says(list, sentence.at.clone()));
    if small == 0 || others > 0 || !named {
        return;
    }
    let mut values = sentence.values.to_vec();
    values.extend(possible(sentence));
    if values.len() == sentence.values.len() {
        return;
    }
    values.sort_by_key(|value| value.at.start);
    let fitting = |value: &Value| number(value).is_some_and(|number| FITTING.contains(&number.value));
    let all = values.iter().filter(|value| fitting(value)).count();
    let stated = sentence.copy.profile().stated(&sentence.passage.text, sentence.at.clone(), &values);
    let read = Sentence { values: &values, at: sentence.at.clone(), ..*sentence };
    let mut again = Verdicts::new();
    for stated in stated.iter().filter(|stated| stated.claim == Claim::Sum && !read.is_quoted(stated)) {
        let held = || stated.held.iter().filter_map(|held| values.get(held.value));
        let parts = stated.held.iter().filter(|held| held.role == Role::Part).count();
        let in_words = held().filter_map(number).all(is_small);
        if in_words && held().filter(|value| fitting(value)).count() == all && parts > 1 {
            sum::judge(&read, stated, &mut again);
        }
    }
    if !again.is_empty() {
        // Places among the values are others now; there is one sum in such a sentence.
        verdicts.retain(|(kind, _), _| *kind != "sum");
        verdicts.extend(again);
    }
}

fn number(value: &Value) -> Option<&Number> {
    if let What::Number(number) = &value.what { Some(number) } else { None }
}

fn is_small(number: &Number) -> bool {
    number.form == Form::Words && number.sort == Sort::Count && number.value <= *FITTING.end()
}

/// The words between the values that may be numbers.
fn possible(sentence: &Sentence<'_>) -> Vec<Value> {
    let mut from = sentence.at.start;
    let ends = sentence.values.iter().map(|value| value.at.clone());
    let ends = ends.chain(std::iter::once(sentence.at.end..sentence.at.end));
    let gaps: Vec<Range<usize>> = ends.map(|at| std::mem::replace(&mut from, at.end)..at.start).collect();
    let mut out: Vec<Value> = Vec::new();
    for gap in gaps {
        let text = sentence.passage.text.get(gap.clone()).unwrap_or_default();
        for (start, value) in sentence.copy.profile().possible_numbers(text) {
            let word = text.get(start..).unwrap_or_default();
            let end = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
            let at = gap.start + start..gap.start + start + end;
            let free = end > 0 && out.last().is_none_or(|before| before.at.end <= at.start);
            if free && FITTING.contains(&value) && value.fract() == 0.0 {
                let (form, sort, bound) = (Form::Words, Sort::Count, Bound::Exact);
                out.push(Value { at, what: What::Number(Number { value, form, sort, unit: None, bound, grain: 1.0 }) });
            }
        }
    }
    out
}
