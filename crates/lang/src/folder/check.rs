//! What can be wrong with values that are there.

use super::Fault;
use crate::{Language, Word, phrase, phrase::Phrase, script, vocabulary::Labels};
use icu::properties::props::Script;
use std::collections::BTreeMap;

/// Checks the values of `language.toml`.
pub(super) fn language(language: &Language, faults: &mut Vec<Fault>) {
    let file = || "language.toml".to_owned();
    let mut useless =
        |key: &str, why: &str| faults.push(Fault::Useless { file: file(), key: key.into(), why: why.into() });
    for (key, list) in [("dates.months", &language.dates.months[..]), ("dates.weekdays", &language.dates.weekdays[..])]
    {
        if list.iter().any(Vec::is_empty) {
            useless(key, "has an entry without a name");
        }
        if list.iter().flatten().any(|name| name.trim() != name || name.is_empty()) {
            useless(key, "has a name with a space before or after it, or an empty one");
        }
    }
    if language.name.trim().is_empty() {
        useless("name", "is empty");
    }
    if super::locale(&language.locale).is_none() {
        useless("locale", "is no BCP 47 locale");
    }
    if language.scripts.is_empty() || language.scripts.iter().any(|code| script::scripts(code).is_empty()) {
        useless("scripts", "has to name scripts by their ISO 15924 codes");
    }
    if language.digits.grouping.is_empty() || language.digits.grouping.contains(&0) {
        useless("digits.grouping", "has to hold sizes above 0");
    }
    if !(0..10).all(|d| char::from_u32(u32::from(language.digits.zero) + d).is_some_and(char::is_numeric)) {
        useless("digits.zero", "is not followed by nine digits");
    }
    if language.marks.quotes.is_empty() {
        useless("marks.quotes", "is empty");
    }
    let (dates, dateline) = (&language.dates, &language.dateline);
    for (key, template, wanted) in [
        ("dates.time", &dates.time, &["hour", "minute"][..]),
        ("dates.date_time", &dates.date_time, &["date", "time", "zone"]),
        ("dateline.all", &dateline.all, &["agency", "date", "places"]),
        ("dateline.places_date", &dateline.places_date, &["date", "places"]),
        ("dateline.places_agency", &dateline.places_agency, &["agency", "places"]),
        ("dateline.date_agency", &dateline.date_agency, &["agency", "date"]),
    ] {
        gaps("language.toml", key, template, wanted, faults);
    }
    day("dates.long", &dates.long, &["day", "month", "year"], faults);
    day("dates.without_year", &dates.without_year, &["day", "month"], faults);
    let scripts = scripts(language);
    let names = dates.months.iter().flatten().chain(dates.weekdays.iter().flatten()).chain([&language.name]);
    for text in names {
        letters("language.toml", text, text, &scripts, language, faults);
    }
}

/// Checks the strings.
pub(super) fn phrases(language: &Language, phrases: &BTreeMap<Word, Phrase>, faults: &mut Vec<Fault>) {
    let scripts = scripts(language);
    for (word, phrase) in phrases {
        let (file, key) = (word.area().file(), word.key());
        for form in phrase.forms() {
            if form.trim() != form || form.is_empty() {
                let why = "is empty or has a space at its end".into();
                faults.push(Fault::Useless { file: file.into(), key: key.into(), why });
            }
            letters(file, key, form, &scripts, language, faults);
            let mut wanted = word.gaps().to_vec();
            wanted.sort_unstable();
            // "One paragraph" need not print its number.
            let found = phrase::gaps(form);
            if word.is_counted() && !found.contains(&"count") {
                wanted.retain(|gap| *gap != "count");
            }
            gaps(file, key, form, &wanted, faults);
        }
    }
}

/// Checks the labels for codes.
pub(super) fn labels(language: &Language, file: &str, labels: &Labels, faults: &mut Vec<Fault>) {
    let scripts = scripts(language);
    for (code, words) in labels.iter() {
        letters(file, code, words, &scripts, language, faults);
    }
}

/// A pattern of a day may print it with one digit or two, and name the weekday.
fn day(key: &str, template: &str, wanted: &[&str], faults: &mut Vec<Fault>) {
    let plain = template.replace("{day2}", "{day}").replace("{weekday}", "");
    gaps("language.toml", key, &plain, wanted, faults);
}

fn gaps(file: &str, key: &str, template: &str, wanted: &[&str], faults: &mut Vec<Fault>) {
    let found = phrase::gaps(template);
    if found != wanted {
        let (wanted, found) = (wanted.join(", "), found.join(", "));
        faults.push(Fault::WrongGaps { file: file.into(), key: key.into(), wanted, found });
    }
}

fn scripts(language: &Language) -> Vec<Script> {
    language.scripts.iter().flat_map(|code| script::scripts(code)).collect()
}

/// Names the words that are neither in a script of the language nor borrowed.
fn letters(file: &str, key: &str, text: &str, scripts: &[Script], language: &Language, faults: &mut Vec<Fault>) {
    let foreign = |word: &&str| {
        word.chars().filter_map(script::of).any(|script| !scripts.contains(&script))
            && !language.borrowed.iter().any(|borrowed| borrowed == word)
    };
    let found: Vec<&str> = phrase::parts(text)
        .into_iter()
        .flat_map(|part| match part {
            phrase::Part::Text(text) => text.split(|c: char| !c.is_alphanumeric()).filter(foreign).collect::<Vec<_>>(),
            phrase::Part::Gap(_) => Vec::new(),
        })
        .collect();
    if !found.is_empty() {
        let found = found.join(" ");
        faults.push(Fault::WrongScript { file: file.into(), key: key.into(), found });
    }
}
