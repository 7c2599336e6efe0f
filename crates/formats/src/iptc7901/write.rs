//! An item as a message.

use super::{WIDTH, copy::dateline};
use crate::copy::columns;
use crate::plain::body::{self, Lines};
use crate::plain::{left_out, status, wrap::wrap};
use crate::{Written, head};
use lang::{Languages, Profile, Word};
use story::Item;
use story::item::{ConceptKind, PartyRole};

/// The end of a line.
const END: &str = "\r\n";
/// The priority of a message of which nobody said any.
const ROUTINE: u8 = 4;
/// The months of the date group.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Writes an item as a message, in UTF-8 and in lines of 69 columns.
pub fn write(item: &Item, languages: &Languages) -> Written {
    let profile = head::profile(item, languages);
    let mut written = Written::default();
    let set = Lines { width: Some(WIDTH), end: END };
    let mut out = String::from("\u{1}");
    header(&mut out, item, &profile, &mut written);
    out.push('\u{2}');
    // What stands in a bracket opens none that it does not close.
    let bracket = |out: &mut String, words: &str| {
        let words = if is_balanced(words) { words.to_owned() } else { squared(words) };
        wrap(out, &format!("({words})"), Some(WIDTH), "", "", END);
    };
    if let Some(line) = status::status_line(item, &profile) {
        bracket(&mut out, &line);
    }
    if let Some(embargo) = item.times.embargo {
        bracket(&mut out, &status::embargo_line(embargo, &profile));
    }
    for kept in item.kept.iter().filter(|kept| &*kept.form == "iptc7901" && &*kept.at == "urgent") {
        bracket(&mut out, &story::Line::new(&kept.raw));
    }
    let mut top = String::new();
    let mut headline = item.text.headline.plain().replace('\n', " ");
    if headline.starts_with('(') {
        // It would be read as what the head says of the story.
        headline = squared(&headline);
    }
    wrap(&mut top, &headline, Some(WIDTH), "", "", END);
    if let Some(byline) = &item.text.byline {
        let opens = crate::copy::byline_opening(byline, languages).is_some() || status::opens_foreign_byline(byline);
        let line = if opens { byline.to_string() } else { profile.say_with(Word::By, &[("name", byline)]) };
        wrap(&mut top, &line, Some(WIDTH), "", "", END);
    }
    let top = top.trim_end();
    // A line is full at the same width everywhere: whoever joins lines goes by that.
    let last = top.lines().next_back().map(columns).unwrap_or_default();
    out.push_str(top);
    out.push_str(if last + 2 > WIDTH { END } else { " " });
    out.extend(["=", END, END]);
    text(&mut out, item, languages, &profile, set, &mut written);
    notes(&mut out, item, &profile, set);
    for kept in item.kept.iter().filter(|kept| &*kept.form == "iptc7901" && &*kept.at == "sign-off") {
        set.paragraph(&mut out, &story::Line::new(&kept.raw));
    }
    out.push('\u{3}');
    out.push_str(&date(item, &mut written));
    out.push_str("\r\n\r\n\u{4}");
    let carried = ["services", "urgency", "keywords", "kept", "concepts", "parties", "alt_ids", "times/this"];
    left_out(item, &mut written, &carried);
    members(item, &mut written);
    written.text = out;
    written
}

/// Whether every bracket is closed behind where it opens.
fn is_balanced(words: &str) -> bool {
    let mut open = 0usize;
    words.chars().all(|c| match c {
        '(' => {
            open += 1;
            true
        }
        ')' => open.checked_sub(1).map(|less| open = less).is_some(),
        _ => true,
    }) && open == 0
}

/// With square brackets for round ones.
fn squared(words: &str) -> String {
    words.replace('(', "[").replace(')', "]")
}

/// Source and number, priority, category, count of words, agency; the slug and the keywords.
fn header(out: &mut String, item: &Item, profile: &Profile, written: &mut Written) {
    let letters =
        |word: &str| word.chars().filter(char::is_ascii_alphabetic).take(3).collect::<String>().to_lowercase();
    let source = item.services.first().map(|service| letters(service)).filter(|source| !source.is_empty());
    let number = item.alt_ids.iter().find(|id| &*id.role == "message").and_then(|id| id.value.parse::<u16>().ok());
    let number = number.unwrap_or_default() % 10_000;
    let urgency = item.urgency.map_or(ROUTINE, |urgency| urgency.get().min(8));
    if item.urgency.is_some_and(|asked| asked.get() > 8) {
        written.leave_out("urgency");
    }
    let category = item.concepts(ConceptKind::Subject).map(|concept| letters(&concept.literal));
    let category = category.into_iter().find(|letters| !letters.is_empty()).unwrap_or_else(|| "-".into());
    let (words, _) = head::length(item, profile);
    let agency = item.parties(PartyRole::Provider).map(|party| party.name.to_string()).next().unwrap_or_default();
    let source = source.unwrap_or_else(|| "xxx".into());
    out.push_str(format!("{source}{number:04} {urgency} {category} {words}  {agency}").trim_end());
    out.extend([END, END]);
    let keywords = item.keywords.iter().map(|word| word.replace('/', " ")).collect::<Vec<_>>().join("/");
    if !item.slug.is_empty() && *item.slug != *keywords {
        out.extend([&item.slug.replace('/', "-"), END]);
    }
    if !keywords.is_empty() {
        out.extend([keywords.as_str(), "/", END]);
    }
}

/// Deck, dateline and body. The dateline stands before the first sentence where it is known there again.
fn text(out: &mut String, item: &Item, languages: &Languages, profile: &Profile, set: Lines, written: &mut Written) {
    if let Some(deck) = &item.text.deck {
        set.paragraph(out, &deck.plain());
    }
    let Some(printed) = head::dateline(item, profile) else {
        return body::write(out, item, "", profile, set, written);
    };
    let closed = printed.ends_with(['-', '–', '—', ':', '：', '_']);
    let bracketed = printed.ends_with(')');
    let opening = match (closed, bracketed) {
        (true, _) => format!("{printed} "),
        (false, true) => format!("{printed} - "),
        (false, false) => format!("{printed}{}", profile.language().dateline.closer),
    };
    let first = item.text.body.first().map(|block| block.plain()).unwrap_or_default();
    if dateline(&format!("{opening}{first}"), languages, profile) != Some(opening.len()) {
        written.leave_out("dateline");
    }
    body::write(out, item, &opening, profile, set, written);
}

/// What is for editors and for nobody else.
fn notes(out: &mut String, item: &Item, profile: &Profile, set: Lines) {
    if item.advisories.is_empty() {
        return;
    }
    out.extend(["* * * *", END, profile.say(Word::WireEditors), END, END]);
    for note in &item.advisories {
        wrap(out, note, set.width, "- ", "  ", END);
    }
    out.push_str(END);
}

/// The date group: to the minute, in UTC.
fn date(item: &Item, written: &mut Written) -> String {
    let Some(when) = item.times.this.or(item.times.sent) else { return String::new() };
    let at = when.at().to_zoned(jiff::tz::TimeZone::UTC);
    if at.second() != 0 || at.subsec_nanosecond() != 0 || when.precision() != story::item::Precision::Moment {
        written.leave_out("times/this/second");
    }
    let month = usize::try_from(at.month() - 1).ok().and_then(|month| MONTHS.get(month)).copied().unwrap_or_default();
    let (day, hour, minute, year) = (at.day(), at.hour(), at.minute(), at.year());
    format!("{day:02}{hour:02}{minute:02} GMT {month} {year}")
}

/// Notes what of the members that a message carries in part stays behind.
fn members(item: &Item, written: &mut Written) {
    let category = item.concepts(ConceptKind::Subject).find(|concept| !concept.literal.is_empty());
    let bare = category.is_none_or(|c| c.code.is_empty() && c.names.is_empty());
    if item.concepts.len() > usize::from(category.is_some()) || !bare {
        written.leave_out("concepts");
    }
    let provider = item.parties(PartyRole::Provider).next().is_some();
    if item.parties.len() > usize::from(provider) {
        written.leave_out("parties");
    }
    if item.alt_ids.iter().any(|id| &*id.role != "message") {
        written.leave_out("alt_ids");
    }
    if item.services.len() > 1 {
        written.leave_out("services");
    }
    if item.kept.iter().any(|kept| &*kept.form != "iptc7901") {
        written.leave_out("kept");
    }
}
