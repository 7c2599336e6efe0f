//! A story, or one edition of it.

use super::{Look, count, paint, reading, text, time};
use crate::found;
use jiff::Timestamp;
use newsroom::{BehindBy, Shown, ShownEdition};
use story::{
    Standing, Tag,
    align::{Happened, Part},
    dossier::Planned,
};

/// A story with all its editions.
pub fn story(shown: &Shown, found: &[found::Edition], look: &Look, now: Timestamp) -> String {
    let dossier = &shown.dossier;
    let mut out = format!("{}  {}\n", paint::strong(&shown.data.slug), dossier.id);
    let filed = time::show(dossier.filed_at, &look.zone);
    let urgency = shown.data.urgency.get();
    out.push_str(&format!("filed {filed} by {}, desk {}, urgency {urgency}", dossier.filed_by, dossier.desk));
    let data = dossier.newest_data().map_or(0, |d| d.number);
    out.push_str(&format!(", data revision {data}\n"));
    for (label, lines) in [("subjects", &shown.data.subjects), ("places", &shown.data.places)] {
        if !lines.is_empty() {
            let lines: Vec<&str> = lines.iter().map(|l| &**l).collect();
            out.push_str(&format!("{label} {}\n", lines.join(", ")));
        }
    }
    // An embargo that has ended says nothing any more.
    if let Some(until) = shown.data.embargo.filter(|until| *until > now) {
        out.push_str(&format!("{} until {}\n", paint::yellow("embargo"), time::show(until, &look.zone)));
    }
    for (edition, found) in shown.editions.iter().zip(found) {
        out.push('\n');
        out.push_str(&overview(shown, edition, look));
        found.findings.iter().for_each(|finding| out.push_str(&format!("    {}\n", found::line(finding))));
    }
    if !dossier.due.is_empty() {
        out.push_str(&format!("\n{}\n", paint::strong("waits for its time")));
        dossier.due.iter().for_each(|planned| out.push_str(&waits(planned, look)));
    }
    out
}

fn overview(shown: &Shown, edition: &ShownEdition, look: &Look) -> String {
    let headline = edition.text.as_ref().map_or_else(|| paint::red("(sealed)"), |t| reading::headline(&t.headline));
    let mut out = format!("{}  {}\n", paint::strong(&look.language(&edition.lang)), headline);
    let kept = shown.dossier.editions.get(&edition.lang);
    let public = kept.and_then(story::Edition::public_revision);
    let revision = match public {
        Some(public) if public != edition.revision => format!("revision {}, public {public}", edition.revision),
        _ => format!("revision {}", edition.revision),
    };
    let from = kept.and_then(|e| e.newest()).and_then(|r| r.made_from.as_ref());
    let from = from.map(|o| format!(", made from {} revision {}", o.lang, o.revision)).unwrap_or_default();
    out.push_str(&format!("    {}, {revision}{from}\n", paint::standing(edition.standing)));
    if edition.standing != Standing::Unreleased {
        out.push_str(&format!("    {}\n", look.place(&edition.lang, shown.dossier.id)));
    }
    if let Some(behind) = &edition.behind {
        out.push_str(&self::behind(behind));
    }
    for notice in &edition.notices {
        out.push_str(&format!("    {} {}\n", paint::faint("readers are told:"), notice.says));
    }
    out
}

fn behind(by: &BehindBy) -> String {
    let from = &by.made_from;
    let parts = count(by.parts.len(), "part has changed", "parts have changed");
    let mut out = format!("    {} {} revision {}: {parts}\n", paint::yellow("behind"), from.lang, by.newest);
    for (part, how, words) in &by.parts {
        let words: String =
            if words.chars().count() > 100 { words.chars().take(100).chain(['…']).collect() } else { words.clone() };
        out.push_str(&format!("      {} {}: {words}\n", self::part(*part), happened(*how)));
    }
    out
}

/// A part of a text, in a word.
pub const fn part(part: Part) -> &'static str {
    match part {
        Part::Headline => "headline",
        Part::Deck => "deck",
        Part::Byline => "byline",
        Part::Dateline => "dateline",
        Part::Block(_) => "body",
    }
}

/// What happened to a part, in a word.
pub const fn happened(how: Happened) -> &'static str {
    match how {
        Happened::Added => "added",
        Happened::Changed => "changed",
        Happened::Removed => "removed",
    }
}

/// Something that waits for its time.
pub fn waits(planned: &Planned, look: &Look) -> String {
    let stuck = planned.stuck.as_ref().map(|why| {
        // What the desk reads in its own languages; the command line speaks English.
        let (languages, english) = (lang::Languages::built_in(), "en".parse().unwrap_or_else(|_| Tag::unknown()));
        let why = newsroom::Saying::stored_printed(why, &languages.profile(&english), languages);
        format!("\n      {} {why}", paint::red("did not go out:"))
    });
    format!(
        "    {}  {} revision {} at {}, signed off by {}{}\n",
        planned.id,
        planned.lang,
        planned.revision,
        time::show(planned.at, &look.zone),
        planned.by,
        stuck.unwrap_or_default()
    )
}

/// One edition with its text.
pub fn edition(shown: &Shown, edition: &ShownEdition, found: &found::Edition, look: &Look) -> String {
    let profile = look.languages.profile(&edition.lang);
    let text = edition
        .text
        .as_ref()
        .map_or_else(|| paint::red("The text was taken down and is sealed.\n"), |text| text::whole(text, &profile));
    let findings: Vec<String> = found.findings.iter().map(|finding| found::listed(found, finding)).collect();
    let gap = if findings.is_empty() { "" } else { "\n" };
    format!("{}\n{text}{gap}{}", overview(shown, edition, look), findings.concat())
}
