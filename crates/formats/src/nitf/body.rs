//! The body: what stands above the text, the text, what stands below it.

use super::flow::{Flow, direction, inline, is_advisory, some};
use super::look::{self, attribute, child, children};
use crate::reading::{Liberties, Took};
use crate::xml::Element;
use jiff::tz::TimeZone;
use story::item::{Concept, ConceptKind, Party, PartyRole, Precision, Wording};
use story::text::TooMuch;
use story::text::{Dateline, DatelineDate, Inline, Run};
use story::{Direction, Item, Line, Tag};

/// The role of a headline that stands below another.
pub(crate) const SECOND: &str = "hl2";
/// The role of what stands below the text.
pub(crate) const TAGLINE: &str = "tagline";
/// The role of the list of sources below the text.
pub(crate) const BIBLIOGRAPHY: &str = "bibliography";
/// The role of notes for readers beyond the first.
pub(crate) const NOTE: &str = "note";

/// An item with what a `nitf` or a `body` element says of its text: headlines, notes, byline, dateline, abstracts, the
/// blocks, pictures, and nothing of the head. `lang` is the language of what is around it.
pub(crate) fn body(element: Element<'_, '_>, lang: Option<Tag>, liberties: &mut Liberties) -> Item {
    let mut item = Item::default();
    let body = if element.name().eq_ignore_ascii_case("body") { Some(element) } else { child(element, "body") };
    let Some(body) = body else {
        liberties.take(Took::Missing, element.path(), "body");
        return item;
    };
    let own = look::lang(body, liberties).or_else(|| look::lang(element, liberties));
    item.lang = own.or(lang);
    let lang = item.lang.clone();
    item.dir = attribute(body, "style").and_then(|style| match direction(&style)? {
        "rtl" => Some(Direction::Rtl),
        _ => Some(Direction::Ltr),
    });
    if let Some(head) = child(body, "body.head") {
        read_head(head, &mut item, &lang, liberties);
    }
    let mut blocks = Vec::new();
    for content in children(body, "body.content") {
        let mut flow = Flow::new(&mut item, liberties, lang.clone());
        flow.content(content);
        blocks.extend(read_whole(flow.finish()));
    }
    item.text.body = blocks;
    if let Some(end) = child(body, "body.end") {
        read_end(end, &mut item, &lang, liberties);
    }
    for other in body.children() {
        let name = other.name().to_ascii_lowercase();
        if !matches!(name.as_str(), "body.head" | "body.content" | "body.end") {
            look::keep(other, "nitf", &mut item, liberties);
        }
    }
    shorten(&mut item, liberties);
    item
}

/// The blocks of a text, with what the tree took for its headline or its deck.
pub(crate) fn read_whole(text: story::Text) -> Vec<story::Block> {
    let headline = (!text.headline.is_empty()).then_some(story::Block::Subhead(text.headline));
    let above = headline.into_iter().chain(text.deck.map(story::Block::Paragraph));
    let byline = text.byline.map(|line| story::Block::Paragraph(Inline::plain_text(line.to_string())));
    above.chain(byline).chain(text.body).collect()
}

/// Cuts what is more than a text may hold.
pub(crate) fn shorten(item: &mut Item, liberties: &mut Liberties) {
    while let Err(much) = item.text.fits() {
        liberties.take(Took::TooMuch, "body", much.to_string());
        match much {
            TooMuch::Blocks(_) => item.text.body.truncate(story::text::MOST_BLOCKS),
            TooMuch::Cells(_) => {
                item.text.body.retain(|block| {
                    !matches!(block, story::Block::Table(t) if
                    t.rows.iter().map(Vec::len).sum::<usize>() + t.head.len() > story::text::MOST_CELLS)
                });
            }
            TooMuch::Bytes(_) => {
                let keep = item.text.body.len() / 2;
                if keep == 0 {
                    item.text = story::Text::default();
                    return;
                }
                item.text.body.truncate(keep);
            }
        }
    }
}

fn read_head(head: Element<'_, '_>, item: &mut Item, lang: &Option<Tag>, liberties: &mut Liberties) {
    let mut first = true;
    for inner in head.children() {
        match inner.name().to_ascii_lowercase().as_str() {
            "hedline" | "headline" => {
                read_headline(inner, item, first, lang, liberties);
                first = false;
            }
            "note" => read_note(inner, item, lang, liberties),
            "rights" => read_rights(inner, item, liberties),
            "byline" => read_byline(inner, item, liberties),
            "distributor" => read_distributor(inner, item),
            "dateline" => read_dateline(inner, item, liberties),
            "abstract" => read_abstract(inner, item, lang, liberties),
            _ => look::keep(inner, "nitf", item, liberties),
        }
    }
}

fn read_headline(hedline: Element<'_, '_>, item: &mut Item, main: bool, lang: &Option<Tag>, liberties: &mut Liberties) {
    let mut main = main;
    for line in hedline.children() {
        let second = !line.name().eq_ignore_ascii_case("hl1");
        let words = inline(line, item, liberties, lang.clone());
        if main && !second {
            item.text.headline = words;
            main = false;
            continue;
        }
        let class = attribute(line, "class").filter(|_| !second);
        let role = class.unwrap_or_else(|| Line::new(if second { SECOND } else { "" }));
        let own = look::lang(line, liberties).filter(|own| Some(own) != lang.as_ref());
        if !words.is_empty() {
            item.headlines.push(Wording { role, lang: own, words });
        }
    }
}

/// A note: for editors, on the copyright, or for readers.
fn read_note(note: Element<'_, '_>, item: &mut Item, lang: &Option<Tag>, liberties: &mut Liberties) {
    let words = inline(note, item, liberties, lang.clone());
    if words.is_empty() {
        return;
    }
    let class = attribute(note, "noteclass").unwrap_or_default();
    if is_advisory(note) {
        item.advisories.push(Line::new(words.plain()));
    } else if &*class == "cpyrt" && item.rights.copyright.is_none() {
        item.rights.copyright = some(Line::new(words.plain()));
    } else if item.notice.is_empty() {
        item.notice = Line::new(words.plain());
    } else {
        item.descriptions.push(Wording { role: Line::new(NOTE), lang: None, words });
    }
}

fn read_rights(rights: Element<'_, '_>, item: &mut Item, liberties: &mut Liberties) {
    let of = |name: &str| child(rights, name).map(look::line).and_then(some);
    if rights.children().next().is_none() {
        item.rights.terms = item.rights.terms.take().or_else(|| some(look::line(rights)));
        return;
    }
    item.rights.terms = item.rights.terms.take().or_else(|| of("rights.limitations"));
    item.parties.extend(of("rights.owner").map(|owner| Party::named(PartyRole::Holder, &owner)));
    look::keep(rights, "nitf", item, liberties);
}

/// A byline as it is printed, and the people in it.
fn read_byline(byline: Element<'_, '_>, item: &mut Item, liberties: &mut Liberties) {
    let Some(printed) = some(look::line(byline)) else { return };
    item.text.byline = Some(match item.text.byline.take() {
        None => printed,
        Some(before) => Line::new(format!("{before} / {printed}")),
    });
    for inner in byline.children() {
        match inner.name().to_ascii_lowercase().as_str() {
            "person" => {
                let mut party = Party::named(PartyRole::Creator, look::line(inner));
                (party.code, party.literal) = code(inner, "idsrc", "value");
                party.job = child(inner, "function").map(look::line).unwrap_or_default();
                item.parties.push(party);
            }
            "byttl" => {
                let title = look::line(inner);
                if let Some(last) = item.parties.last_mut().filter(|party| party.job.is_empty()) {
                    last.job = title;
                }
            }
            _ => {
                if inner.attributes().next().is_some() {
                    liberties.take(Took::LeftOut, inner.path(), inner.raw());
                }
            }
        }
    }
}

fn read_distributor(distributor: Element<'_, '_>, item: &mut Item) {
    let mut any = false;
    for org in children(distributor, "org") {
        let mut party = Party::named(PartyRole::Provider, look::line(org));
        (party.code, party.literal) = code(org, "idsrc", "value");
        any |= !party.is_empty();
        item.parties.extend((!party.is_empty()).then_some(party));
    }
    let party = Party::named(PartyRole::Provider, look::line(distributor));
    item.parties.extend((!any && !party.is_empty()).then_some(party));
}

/// The dateline as it is printed, and the places and the day in it.
fn read_dateline(dateline: Element<'_, '_>, item: &mut Item, liberties: &mut Liberties) {
    let Some(printed) = some(look::line(dateline)) else { return };
    if crate::slips::is_moment(&printed) {
        return liberties.take(Took::LeftOut, dateline.path(), &*printed);
    }
    if !item.dateline.is_empty() {
        item.dateline = Line::new(format!("{} / {printed}", item.dateline));
        return;
    }
    item.dateline = printed;
    let mut parts = Dateline::default();
    for inner in dateline.children() {
        if inner.name().eq_ignore_ascii_case("location") {
            let place = look::line(inner);
            let (code, literal) = code(inner, "code-source", "location-code");
            if !code.is_empty() || !literal.is_empty() {
                let concept = Concept { literal, ..Concept::coded(ConceptKind::Located, &code) };
                item.concepts.push(concept.with_name(None, &place));
            }
            parts.places.extend(some(place));
        } else if let Some(norm) = attribute(inner, "norm") {
            parts.date = day(&norm, &inner.path(), liberties);
        }
    }
    if !parts.places.is_empty() {
        item.text.dateline = parts.tidy();
    }
}

fn day(norm: &str, at: &str, liberties: &mut Liberties) -> Option<DatelineDate> {
    let when = crate::times::read(norm, at, liberties)?;
    let date = when.at().to_zoned(TimeZone::UTC).date();
    let known = matches!(when.precision(), Precision::Day | Precision::Moment);
    DatelineDate::new(Some(date.year()), date.month(), date.day()).ok().filter(|_| known)
}

/// The first abstract without a class is the deck; others are descriptions of that class.
fn read_abstract(element: Element<'_, '_>, item: &mut Item, lang: &Option<Tag>, liberties: &mut Liberties) {
    let own = look::lang(element, liberties).filter(|own| Some(own) != lang.as_ref());
    let words = inline(element, item, liberties, own.clone().or(lang.clone()));
    let role = attribute(element, "class").unwrap_or_default();
    if words.is_empty() {
        return;
    }
    if item.text.deck.is_none() && role.is_empty() && own.is_none() {
        item.text.deck = Some(words);
    } else {
        item.descriptions.push(Wording { role, lang: own, words });
    }
}

fn read_end(end: Element<'_, '_>, item: &mut Item, lang: &Option<Tag>, liberties: &mut Liberties) {
    for inner in end.children() {
        let role = match inner.name().to_ascii_lowercase().as_str() {
            "tagline" => TAGLINE,
            "bibliography" => BIBLIOGRAPHY,
            _ => {
                look::keep(inner, "nitf", item, liberties);
                continue;
            }
        };
        let words = inline(inner, item, liberties, lang.clone());
        if words.is_empty() {
            continue;
        }
        if is_advisory(inner) {
            item.advisories.push(Line::new(words.plain()));
        } else {
            item.descriptions.push(Wording { role: Line::new(role), lang: None, words });
        }
    }
}

/// The code that an attribute gives in the vocabulary that another names: with an alias or an address as a code, alone
/// as a literal.
pub(crate) fn code(element: Element<'_, '_>, source: &str, value: &str) -> (Line, Line) {
    let Some(value) = attribute(element, value) else { return (Line::default(), Line::default()) };
    match attribute(element, source) {
        Some(source) => (Line::new(format!("{source}:{value}")), Line::default()),
        None if value.contains(':') => (crate::codes::code(&value).map_or(value, Line::new), Line::default()),
        None => (Line::default(), value),
    }
}

/// Several pieces as one, apart by breaks.
pub(crate) fn joined(pieces: impl IntoIterator<Item = Inline>) -> Inline {
    let mut runs: Vec<Run> = Vec::new();
    for piece in pieces {
        if !runs.is_empty() {
            runs.push(Run::plain("\n"));
        }
        runs.extend(piece.runs().iter().cloned());
    }
    Inline::new(runs)
}
