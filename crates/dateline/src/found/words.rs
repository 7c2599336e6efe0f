//! What was found, for a person: as a compiler shows its errors.

use super::{
    caret,
    report::{Edition, Listed, Report, Spot},
};
use crate::say::paint;
use checks::{Level, Part, Side};

/// All of a report.
pub fn whole(report: &Report) -> String {
    let mut out = String::new();
    for edition in &report.editions {
        edition.findings.iter().for_each(|finding| out.push_str(&listed(edition, finding)));
    }
    let all = || report.editions.iter().flat_map(|edition| &edition.findings);
    let of = |level| all().filter(|finding| finding.dismissed.is_none() && finding.level == level).count();
    let counts: Vec<String> = Level::ALL
        .into_iter()
        .map(|level| (level, of(level)))
        .filter(|(_, n)| *n > 0)
        .map(|(level, n)| painted(level, &format!("{n} {level}")))
        .collect();
    let what: Vec<&str> = report.editions.iter().map(|edition| edition.what.as_str()).collect();
    let mut last = format!("{}: ", what.join(", "));
    last.push_str(&if counts.is_empty() { paint::green("nothing found") } else { counts.join(", ") });
    let dismissed = all().filter(|finding| finding.dismissed.is_some()).count();
    if dismissed > 0 {
        last.push_str(&format!(", {dismissed} dismissed"));
    }
    out + &last + "\n"
}

/// A finding of an edition.
pub fn listed(edition: &Edition, finding: &Listed) -> String {
    let mut out = format!("{}\n", line(finding));
    for place in &finding.places {
        let side = if place.side == Side::Source { "source, " } else { "" };
        let at = match (place.line, place.column) {
            (Some(line), Some(column)) => format!(":{line}:{column}"),
            (Some(line), None) => format!(":{line}"),
            _ => String::new(),
        };
        let arrow = paint::faint("  -->");
        out.push_str(&format!("{arrow} {}{at}, {side}{}\n", edition.what, part(place)));
        let mut lines = caret::lines(&place.shown.0, place.shown.1, &place.words);
        if let (Some(last), Some(says)) = (lines.last_mut(), &place.says) {
            last.push_str(&format!(" {says}"));
        } else if let Some(says) = &place.says {
            lines.push(says.clone());
        }
        let bar = paint::faint("   |");
        lines.iter().for_each(|line| out.push_str(&format!("{bar} {line}\n")));
    }
    if let Some(fix) = &finding.fix {
        let was = finding.places.get(fix.place).map(|place| place.words.as_str()).unwrap_or_default();
        let becomes = &fix.becomes;
        out.push_str(&match (was, becomes.as_str()) {
            (was, "") => format!("   = take out: {was}\n"),
            ("", becomes) => format!("   = add: {becomes}\n"),
            (was, becomes) => format!("   = instead of: {was}\n     write:      {becomes}\n"),
        });
    }
    if let Some(dismissed) = &finding.dismissed {
        out.push_str(&format!("   = dismissed by {}: {}\n", dismissed.by, dismissed.reason));
    }
    if edition.revision.is_some() {
        let key: String = finding.key.to_string().chars().take(12).collect();
        out.push_str(&paint::faint(&format!("   = key {key}\n")));
    }
    out + "\n"
}

/// A finding on one line.
pub fn line(finding: &Listed) -> String {
    let level = painted(finding.level, &format!("{}[{}]", finding.level, finding.kind));
    let dismissed = if finding.dismissed.is_some() { paint::faint(" (dismissed)") } else { String::new() };
    format!("{level}{dismissed} {}", finding.says)
}

fn painted(level: Level, words: &str) -> String {
    match level {
        Level::Stop => paint::red(words),
        Level::Warn => paint::yellow(words),
        Level::Note => paint::strong(words),
    }
}

fn part(place: &Spot) -> String {
    match place.part {
        Part::Input => "taken off".into(),
        Part::Headline => "headline".into(),
        Part::Deck => "deck".into(),
        Part::Byline => "byline".into(),
        Part::Dateline => "dateline".into(),
        Part::Block { block, piece: 0 } => format!("paragraph {}", block + 1),
        Part::Block { block, piece } => format!("paragraph {}, piece {}", block + 1, piece + 1),
    }
}
