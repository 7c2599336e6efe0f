//! A figure in the headline that the body lacks.

use crate::{
    Copy, Finding, Level, Message, Rule, Said,
    copy::{Passage, Role},
};
use lang::{
    What, Word,
    values::{Form, Number, Sort},
};

/// The fewest paragraphs of a body that tells all of it: of a flash nobody expects that.
const FEWEST_PARAGRAPHS: usize = 3;
/// The most figures of one sentence that are added up.
const MOST_ADDED: usize = 6;

pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let body = || copy.passages.iter().filter(|passage| !matches!(passage.role, Role::Headline | Role::Deck));
    let Some(headline) = copy.passages.iter().find(|passage| passage.role == Role::Headline) else { return };
    if body().count() < FEWEST_PARAGRAPHS {
        return;
    }
    for value in &headline.values {
        let What::Number(number) = &value.what else { continue };
        let plain = matches!(number.sort, Sort::Count | Sort::Percent) && number.form != Form::Words;
        // Small ones are counted rather than told.
        if !plain || number.value < 10.0 || headline.is_quoted(&value.at) || body().any(|p| tells(p, number)) {
            continue;
        }
        let words = headline.text.get(value.at.clone()).unwrap_or_default();
        let message = Message::new(Word::RepeatHeadline, [("figure", Said::Words(words.to_owned()))]);
        let places = vec![copy.place(headline, value.at.clone())];
        findings.push(Finding::new(Rule::Repetition, "headline", Level::Note, message, places));
    }
}

/// Whether a passage has the figure: as it is, rounded, as a sum or difference of two of a sentence, or of all of them.
fn tells(passage: &Passage, wanted: &Number) -> bool {
    let told: Vec<f64> = passage.values.iter().filter_map(|value| worth(&value.what)).collect();
    let near = |value: f64| (value - wanted.value).abs() <= wanted.grain.max(wanted.value.abs() * 0.05).max(0.5);
    if told.iter().any(|value| near(*value) || near(100.0 - value)) {
        return true;
    }
    passage.sentences.iter().any(|sentence| {
        let told: Vec<f64> = passage.values_in(sentence).iter().filter_map(|value| worth(&value.what)).collect();
        let told = told.get(..told.len().min(MOST_ADDED)).unwrap_or_default();
        let pairs = told.iter().enumerate().flat_map(|(at, one)| {
            told.get(at + 1..).unwrap_or_default().iter().map(move |other| (one + other, (one - other).abs()))
        });
        near(told.iter().sum()) || pairs.into_iter().any(|(sum, less)| near(sum) || near(less))
    })
}

fn worth(what: &What) -> Option<f64> {
    match what {
        What::Number(number) => Some(number.value),
        What::Year { year, .. } => Some(f64::from(*year)),
        What::Decade(year) => Some(f64::from(*year)),
        What::Day(day) => Some(f64::from(day.day)),
        _ => None,
    }
}
