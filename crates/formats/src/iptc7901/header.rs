//! The header line and the lines of keywords below it.

use super::words;
use crate::{Liberties, Took};
use lang::wire::Agency;
use story::item::{AltId, Concept, ConceptKind, Party, PartyRole};
use story::{Item, Line, Urgency};

/// The parts of a header line: `bdt0000 3 vm 831  dpa 0000`.
#[derive(Debug, Default, PartialEq, Eq)]
struct Header<'h> {
    service: &'h str,
    number: &'h str,
    priority: Option<u8>,
    category: &'h str,
    words: Option<u32>,
    agency: Vec<&'h str>,
    agency_number: &'h str,
}

fn digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

fn header(line: &str) -> Header<'_> {
    let mut parts = line.split_whitespace().peekable();
    let mut out = Header::default();
    parts.next_if(|word| word.starts_with("ZCZC"));
    if let Some(first) = parts.next() {
        let at = first.find(|c: char| c.is_ascii_digit()).unwrap_or(first.len());
        (out.service, out.number) = first.split_at(at);
        if out.number.is_empty() {
            out.number = parts.next_if(|word| word.len() >= 3 && digits(word)).unwrap_or_default();
        }
    }
    out.priority = parts.next_if(|word| word.len() == 1 && digits(word)).and_then(|word| word.parse().ok());
    out.category = parts.next_if(|word| word.chars().count() <= 4 && !digits(word)).unwrap_or_default();
    out.words = parts.next_if(|word| digits(word)).and_then(|word| word.parse().ok());
    out.agency = parts.collect();
    if out.agency.last().is_some_and(|word| digits(word)) {
        out.agency_number = out.agency.pop().unwrap_or_default();
    }
    out
}

/// Whether text that has no SOH begins with a header: behind ZCZC one that has a priority, or a category and a count of
/// words; without it a whole one, down to the agency.
pub(super) fn stands_at(bytes: &[u8]) -> bool {
    /// The longest header line.
    const LONGEST: usize = 160;
    let text = String::from_utf8_lossy(bytes.get(..LONGEST).unwrap_or(bytes));
    let mut lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let Some(behind) = first.strip_prefix("ZCZC") else {
        let header = header(first);
        let service = !header.service.is_empty() && header.service.chars().all(char::is_alphabetic);
        let category = !header.category.is_empty() && header.category.chars().all(char::is_alphabetic);
        let numbered = header.number.len() >= 3 && digits(header.number);
        return service
            && numbered
            && header.priority.is_some()
            && category
            && header.words.is_some()
            && !header.agency.is_empty();
    };
    let header = header(if behind.trim().is_empty() { lines.next().unwrap_or_default() } else { first });
    header.priority.is_some() || !header.category.is_empty() && header.words.is_some()
}

/// The agency that a header names, if it is known.
pub(super) fn agency(bytes: &[u8]) -> Option<&'static Agency> {
    let line = String::from_utf8_lossy(bytes.split(|b| *b == b'\n').next()?);
    let header = header(&line);
    header.agency.iter().find_map(|name| words().agency(name)).or_else(|| words().agency(header.service))
}

/// Reads the header line and what stands below it into the item.
pub(super) fn read(text: &str, item: &mut Item, liberties: &mut Liberties) {
    let mut lines = text.lines().map(str::trim);
    let header = header(lines.next().unwrap_or_default());
    if header.service.is_empty() {
        liberties.take(Took::Missing, "header/source", "");
    } else {
        item.services.push(Line::new(header.service));
    }
    for (role, number) in [("message", header.number), ("agency-message", header.agency_number)] {
        if number.bytes().any(|b| b != b'0') {
            item.alt_ids.push(AltId { role: Line::new(role), value: Line::new(number) });
        }
    }
    match header.priority.map(Urgency::try_from) {
        Some(Ok(urgency)) => item.urgency = Some(urgency),
        Some(Err(_)) => liberties.take(Took::Value, "header/priority", header.priority.unwrap_or_default().to_string()),
        None => liberties.take(Took::Missing, "header/priority", ""),
    }
    if header.category.is_empty() {
        liberties.take(Took::Missing, "header/category", "");
    } else if header.category != "-" {
        let literal = Line::new(header.category);
        item.concepts.push(Concept { kind: ConceptKind::Subject, literal, ..Concept::default() });
    }
    if header.words.is_none() {
        liberties.take(Took::Missing, "header/words", "");
    }
    if !header.agency.is_empty() {
        item.parties.push(Party::named(PartyRole::Provider, header.agency.join(" ")));
    }
    for line in lines.filter(|line| !line.is_empty()) {
        if line.contains('/') {
            item.keywords.extend(line.split('/').map(Line::new).filter(|word| !word.is_empty()));
            if item.slug.is_empty() {
                item.slug = Line::new(line.trim_matches('/'));
            }
        } else if item.slug.is_empty() {
            item.slug = Line::new(line);
        } else {
            liberties.take(Took::Kept, "header", line);
            item.keep("iptc7901", "header", line);
        }
    }
}
