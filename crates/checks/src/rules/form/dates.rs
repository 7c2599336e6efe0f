//! Two orders of day and month in one story.

use crate::{Copy, Finding, Level, Message, Part, Place, Rule};
use lang::{
    What, Word,
    values::{Calendar, Day, Written},
};

pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let mut first = [None, None];
    let mut count = [0usize, 0];
    for passage in &copy.passages {
        for value in &passage.values {
            let What::Day(day) = &value.what else { continue };
            let words = passage.text.get(value.at.clone()).unwrap_or_default();
            let Some(which) = order(day, words).filter(|_| !passage.is_quoted(&value.at)) else { continue };
            count[which] += 1;
            first[which].get_or_insert_with(|| copy.place(passage, value.at.clone()));
        }
    }
    if let Some(which) = dateline(copy) {
        count[which] += 1;
        first[which].get_or_insert_with(|| dateline_place(copy));
    }
    if let [Some(day_first), Some(month_first)] = first {
        // The rarer order is the odd one.
        let places = if count[0] < count[1] { vec![day_first, month_first] } else { vec![month_first, day_first] };
        let message = Message::plain(Word::FormDateOrder);
        findings.push(Finding::new(Rule::Form, "dateorder", Level::Warn, message, places));
    }
}

/// 0 for a day before its month, 1 for a month before its day; none where no month is named.
fn order(day: &Day, words: &str) -> Option<usize> {
    let named = words.contains(char::is_alphabetic) && day.calendar == Calendar::Gregorian;
    match day.order {
        Written::DayFirst if named => Some(0),
        Written::MonthFirst if named => Some(1),
        _ => None,
    }
}

/// The order of the dateline's day, as the language prints it.
fn dateline(copy: &Copy<'_>) -> Option<usize> {
    copy.material.text.dateline.as_ref()?.date?;
    let pattern = &copy.profile().language().dates.long;
    let (year, month, day) = (pattern.find("{year}")?, pattern.find("{month}")?, pattern.find("{day")?);
    (year > month.min(day)).then_some(usize::from(month < day))
}

fn dateline_place(copy: &Copy<'_>) -> Place {
    let printed = copy.material.text.dateline.as_ref().map(|dateline| copy.profile().dateline(dateline));
    let words = printed.unwrap_or_default();
    let at = 0..words.chars().count();
    Place { side: copy.side, part: Part::Dateline, at, sentence: words.clone(), words, says: None }
}
