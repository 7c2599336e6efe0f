//! What was understood of a piece of copy.

use super::{count, paint};
use formats::copy::{Reading, Role};
use lang::Languages;
use story::{Inline, Tag, text::DatelineDate};

/// The reading of a piece of copy that came from `name`.
pub fn words(name: &str, bytes: usize, reading: &Reading, languages: &Languages) -> String {
    let text = &reading.text;
    let profile = languages.profile(&reading.lang);
    let mut out = String::new();
    let mut row = |label: &str, words: &str| {
        out.push_str(&format!("{} {words}\n", paint::faint(&format!("{label:>10}"))));
    };
    row("copy", &format!("{name}, {}, {}", count(bytes, "byte", "bytes"), reading.charset));
    row("language", &language(reading, profile.name()));
    let none = || paint::yellow("none found");
    let headline = text.headline.plain();
    row("headline", &if headline.is_empty() { none() } else { paint::strong(&headline) });
    if let Some(deck) = &text.deck {
        row("deck", &deck.plain());
    }
    if let Some(byline) = &text.byline {
        row("byline", byline);
    }
    match &text.dateline {
        None => row("dateline", &none()),
        Some(dateline) => {
            row("dateline", &profile.dateline(dateline));
            let places = dateline.places.iter().map(ToString::to_string).collect::<Vec<_>>().join(" / ");
            let date = dateline.date.map(date).unwrap_or_else(|| "none".into());
            let agency = dateline.agency.as_deref().unwrap_or("none");
            row(
                "",
                &format!("place {}, date {date}, agency {agency}", if places.is_empty() { "none" } else { &places }),
            );
        }
    }
    row("body", &body(reading, profile.words_in(&text.plain())));
    out.push('\n');
    for (n, block) in (1..).zip(&text.body) {
        out.push_str(&format!("{} {}\n\n", paint::faint(&format!("{n:>3}")), super::text::block(block)));
    }
    out.push_str(&asides(reading));
    out
}

fn language(reading: &Reading, name: &str) -> String {
    if reading.lang == Tag::unknown() {
        return paint::yellow("cannot be told: say which with --lang");
    }
    let doubt = if reading.sure { "" } else { ", not certain" };
    format!("{} ({name}){doubt}", reading.lang)
}

/// A day as ISO 8601 has it.
fn date(date: DatelineDate) -> String {
    match date.year() {
        Some(year) => format!("{year:04}-{:02}-{:02}", date.month(), date.day()),
        None => format!("--{:02}-{:02} (the year is taken from the day of filing)", date.month(), date.day()),
    }
}

/// How many blocks of which kind, and how many words.
fn body(reading: &Reading, words: usize) -> String {
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for block in &reading.text.body {
        match kinds.iter_mut().find(|(kind, _)| *kind == block.name()) {
            Some((_, n)) => *n += 1,
            None => kinds.push((block.name(), 1)),
        }
    }
    let more = |kind: &str| match kind {
        "related" => "related titles".to_owned(),
        kind => format!("{kind}s"),
    };
    let one = |kind: &str| if kind == "related" { "related title".to_owned() } else { kind.to_owned() };
    let mut parts: Vec<String> = kinds.iter().map(|(kind, n)| count(*n, &one(kind), &more(kind))).collect();
    parts.push(count(words, "word in all", "words in all"));
    parts.join(", ")
}

/// What is in the input and not in the text, and every liberty that was taken.
fn asides(reading: &Reading) -> String {
    let mut out = String::new();
    let mut list = |heading: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            out.push_str(&format!("{}\n", paint::strong(heading)));
            lines.iter().for_each(|line| out.push_str(&format!("  {line}\n")));
        }
    };
    let aside = |a: &formats::copy::Aside| format!("{}, bytes {}-{}: {}", a.kind, a.range.start, a.range.end, a.words);
    list("taken off", reading.furniture.iter().map(aside).collect());
    list("notes to the desk", reading.desk_notes.iter().map(ToString::to_string).collect());
    let embargo = reading
        .embargo
        .iter()
        .map(|words| format!("{words} (said by the copy; `dateline file` sets it where it names one moment)"));
    list("embargo", embargo.collect());
    list("noticed", reading.notes.iter().map(ToString::to_string).collect());
    let ends = reading.pieces.iter().filter(|p| p.role == Role::EndMark).count();
    if ends > 0 {
        out.push_str(&paint::faint(&format!("{} left aside\n", count(ends, "end mark", "end marks"))));
    }
    out
}

/// The plain words of a headline, or that there is none.
pub fn headline(headline: &Inline) -> String {
    let words = headline.plain();
    if words.is_empty() { "(no headline)".into() } else { words }
}
