//! What an item comes with and what it points at: the associations.

use super::names::identity;
use super::read::{Reader, class, line};
use super::told;
use crate::json::{At, Object, Value};
use story::item::{Bond, DEEPEST, Part, Reference};
use story::{Item, Line};

impl Reader<'_> {
    pub(super) fn associations(&mut self, o: &mut Object<'_>, item: &mut Item, at: &At<'_>, depth: usize) {
        self.each(o, item, "associations", at, |reader, item, key, mut o, at| {
            let (name, rel) = (line(&mut o, &["name"]), line(&mut o, &["rel"]));
            let name = key.map_or(name, |key| {
                Line::new(key.strip_prefix('_').filter(|n| n.parse::<u32>().is_ok()).map_or(&*key, |_| ""))
            });
            if let Some(reference) = reader.reference(item, &name, &rel, &mut o, at) {
                item.references.push(reference);
            } else if told::not_a_story(&o).is_some() || depth + 1 >= DEEPEST {
                o.members.push(("name".into(), Value::Words(name.to_string().into())));
                reader.keep(item, "associations", &Value::Object(o), at);
            } else {
                let whole = reader.item(o, at, depth + 1);
                item.parts.push(Part { name, rel, item: whole });
            }
        });
    }

    /// An association that only points: its name or its relation is that of a bond, and it holds nothing but what a
    /// pointer has.
    fn reference(
        &mut self,
        item: &mut Item,
        name: &str,
        rel: &str,
        o: &mut Object<'_>,
        at: &At<'_>,
    ) -> Option<Reference> {
        const OF_A_POINTER: [&str; 7] = ["uri", "version", "type", "title", "language", "renditions", "versioncreated"];
        let last = rel.rsplit(['/', '#', ':']).next().unwrap_or(rel);
        let bond = bond(last).or_else(|| bond(name.trim_end_matches(|c: char| c.is_ascii_digit())))?;
        if !o.members.iter().all(|(name, _)| OF_A_POINTER.iter().any(|known| known.eq_ignore_ascii_case(name))) {
            return None;
        }
        let known = rel.is_empty() || rel == word(bond);
        let mut reference =
            Reference { bond, rel: if known { Line::default() } else { Line::new(rel) }, ..Reference::default() };
        reference.guid = identity(&line(o, &["uri"]));
        reference.version = line(o, &["version"]);
        reference.title = line(o, &["title"]);
        reference.lang = self.lang(o, "language", at);
        reference.class = o.get(&["type"]).and_then(|value| class(&value.words()?));
        if reference.class.is_some() {
            o.take(&["type"]);
        }
        let mut ways = Item::default();
        self.renditions(o, &mut ways, at);
        if let Some(way) = ways.renditions.first() {
            reference.href = way.href.clone();
            reference.mime = way.mime.clone();
            reference.bytes = way.bytes;
            if reference.guid == reference.href {
                reference.guid = Line::default();
            }
        }
        for (name, value) in std::mem::take(&mut o.members) {
            self.keep(item, "associations", &value, &at.name(&name));
        }
        Some(reference)
    }
}

fn bond(name: &str) -> Option<Bond> {
    let name = if name.eq_ignore_ascii_case("previousVersion") { "previous" } else { name };
    Bond::ALL.into_iter().find(|bond| word(*bond).eq_ignore_ascii_case(name))
}

/// The name of an association that is a bond.
pub(super) const fn word(bond: Bond) -> &'static str {
    match bond {
        Bond::SeeAlso => "seeAlso",
        Bond::TranslationOf => "translationOf",
        Bond::Previous => "previous",
        Bond::DerivedFrom => "derivedFrom",
        Bond::Replaces => "replaces",
        Bond::Page => "page",
        Bond::Enclosure => "enclosure",
        Bond::Comments => "comments",
        Bond::PartOf => "partOf",
    }
}
