//! What NITF has no element for and a subscriber needs: in `meta` elements under names of our own, `item-...`.

use super::look::attribute;
use crate::reading::Liberties;
use crate::times;
use crate::xml::{Element, Writer};
use story::item::{AltId, Bond, Party, PartyRole, Reference, Times};
use story::{Item, Line};

/// When the first version was made.
pub(super) const FIRST: &str = "item-first-created";
/// When the content was made.
pub(super) const CONTENT: &str = "item-content-created";
/// When the content was changed.
pub(super) const CHANGED: &str = "item-content-modified";
/// Who is to be credited.
pub(super) const CREDIT: &str = "item-credit";
/// A pointer to another item: bond, guid, version, address, title, relation, media type, language.
pub(super) const REFERENCE: &str = "item-reference";
/// Another name of the item: its kind, the name.
pub(super) const ALT_ID: &str = "item-alt-id";
/// A service or a product.
pub(super) const SERVICE: &str = "item-service";
/// Whom to ask.
pub(super) const CONTACT: &str = "item-contact";

/// Between the fields of one value.
const BAR: char = '|';

/// Reads one of ours; false for any other.
pub(super) fn read(meta: Element<'_, '_>, item: &mut Item, liberties: &mut Liberties) -> bool {
    let (Some(name), Some(content)) = (attribute(meta, "name"), attribute(meta, "content")) else { return false };
    let mut when = || times::read(&content, &meta.path(), liberties);
    match &*name {
        FIRST => item.times.first = when(),
        CONTENT => item.times.content = when(),
        CHANGED => item.times.content_changed = when(),
        CREDIT => item.rights.credit = Some(content),
        SERVICE => item.services.push(content),
        CONTACT => item.parties.push(Party::named(PartyRole::Contact, &content)),
        ALT_ID => {
            let mut fields = fields(&content).into_iter();
            let (role, value) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
            item.alt_ids.push(AltId { role, value });
        }
        REFERENCE => match reference(&content) {
            Some(reference) => item.references.push(reference),
            None => return false,
        },
        _ => return false,
    }
    true
}

fn reference(content: &str) -> Option<Reference> {
    let mut fields = fields(content).into_iter();
    let bond = fields.next()?;
    let bond = Bond::ALL.into_iter().find(|known| word(*known) == &*bond)?;
    let mut next = || fields.next().unwrap_or_default();
    let (guid, version, href, title, rel, mime) = (next(), next(), next(), next(), next(), next());
    let lang = next().parse().ok();
    Some(Reference { bond, guid, version, href, title, rel, mime, lang, ..Reference::default() })
}

/// The word for a bond.
pub(super) const fn word(bond: Bond) -> &'static str {
    match bond {
        Bond::SeeAlso => "see-also",
        Bond::TranslationOf => "translation-of",
        Bond::Previous => "previous",
        Bond::DerivedFrom => "derived-from",
        Bond::Replaces => "replaces",
        Bond::Page => "page",
        Bond::Enclosure => "enclosure",
        Bond::Comments => "comments",
        Bond::PartOf => "part-of",
    }
}

/// Writes all that goes into `meta`.
pub(super) fn write(item: &Item, out: &mut Writer) {
    let Times { first, content, content_changed, .. } = item.times;
    for (name, when) in [(FIRST, first), (CONTENT, content), (CHANGED, content_changed)] {
        if let Some(when) = when {
            one(name, &when.to_string(), out);
        }
    }
    item.rights.credit.iter().for_each(|credit| one(CREDIT, credit, out));
    item.services.iter().for_each(|service| one(SERVICE, service, out));
    item.parties(PartyRole::Contact).for_each(|party| one(CONTACT, &party.name, out));
    item.alt_ids.iter().for_each(|id| one(ALT_ID, &line(&[&id.role, &id.value]), out));
    for r in &item.references {
        let lang = r.lang.as_ref().map(ToString::to_string).unwrap_or_default();
        let all = [word(r.bond), &r.guid, &r.version, &r.href, &r.title, &r.rel, &r.mime, &lang];
        one(REFERENCE, &line(&all), out);
    }
}

fn one(name: &str, content: &str, out: &mut Writer) {
    if !content.is_empty() {
        out.open("meta").attribute("name", name).attribute("content", content).close().line();
    }
}

/// Fields in one value, apart by bars; a bar within a field has a backslash before it.
fn line(fields: &[&str]) -> String {
    let said = fields.iter().rposition(|field| !field.is_empty()).map_or(0, |last| last + 1);
    let escaped = fields.iter().take(said).map(|field| field.replace('\\', "\\\\").replace(BAR, "\\|"));
    escaped.collect::<Vec<_>>().join("|")
}

fn fields(content: &str) -> Vec<Line> {
    let mut all = vec![String::new()];
    let mut escaped = false;
    for c in content.chars() {
        match (escaped, c) {
            (false, '\\') => escaped = true,
            (false, BAR) => all.push(String::new()),
            _ => {
                escaped = false;
                if let Some(last) = all.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    all.into_iter().map(Line::new).collect()
}
