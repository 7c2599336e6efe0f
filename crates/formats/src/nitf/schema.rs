//! What NITF 3.6 allows where (`data/nitf.tsv`, made from its schema): each breach of it is a liberty for the reader, and
//! what was kept is written again only where there is none.

use crate::reading::{Liberties, Took};
use crate::xml::{Element, Node, Writer, XML};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The namespace of NITF 3.x.
pub(crate) const SPACE: &str = "http://iptc.org/std/NITF/2006-10-18/";

/// What an element may hold.
struct Rule {
    name: &'static str,
    /// Words between its elements.
    words: bool,
    /// Elements of other namespaces.
    others: bool,
    /// Its places in order.
    places: Vec<Place>,
    attributes: Vec<Attribute>,
}

/// A place for elements of one of some names.
struct Place {
    names: Vec<&'static str>,
    needed: bool,
    many: bool,
}

struct Attribute {
    name: &'static str,
    needed: bool,
    value: Value,
}

enum Value {
    Any,
    Token,
    One(Vec<&'static str>),
}

static RULES: LazyLock<HashMap<&'static str, Rule>> = LazyLock::new(|| {
    let lines = include_str!("../../data/nitf.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(rule).map(|rule| (rule.name, rule)).collect()
});

fn rule(line: &'static str) -> Option<Rule> {
    let mut cells = line.split('\t');
    let (name, flags) = (cells.next()?, cells.next()?);
    let places = cells.next()?.split(' ').filter(|place| !place.is_empty()).map(place).collect();
    let global: &[&'static str] = if flags.ends_with('c') { &["id", "class", "style"] } else { &["id"] };
    let own = cells.next().unwrap_or_default().split(' ').filter(|attribute| !attribute.is_empty());
    let attributes = global.iter().copied().chain(own).map(attribute).collect();
    Some(Rule { name, words: flags.starts_with('m'), others: flags.contains('a'), places, attributes })
}

fn place(token: &'static str) -> Place {
    let names = token.trim_end_matches(['?', '*', '+']).split('|').collect();
    let mark = token.chars().last();
    Place { names, needed: !matches!(mark, Some('?' | '*')), many: matches!(mark, Some('*' | '+')) }
}

fn attribute(token: &'static str) -> Attribute {
    let (name, value) = match token.split_once('=') {
        Some((name, values)) => (name, Value::One(values.split(',').collect())),
        None => match token.split_once(':') {
            Some((name, _)) => (name, Value::Token),
            None => (token, Value::Any),
        },
    };
    Attribute { name: name.trim_end_matches('!'), needed: name.ends_with('!'), value }
}

/// Whether it is a token of name characters (XML 1.0, Nmtoken; the letters as Unicode has them).
pub(crate) fn is_token(value: &str) -> bool {
    !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':'))
}

/// Names every breach of the schema in an element and in all that is in it.
pub(crate) fn check(element: Element<'_, '_>, liberties: &mut Liberties) {
    let lower = element.name().to_ascii_lowercase();
    let Some(rule) = RULES.get(lower.as_str()) else {
        liberties.take(Took::Unknown, element.path(), element.name());
        return;
    };
    if lower != element.name() {
        liberties.take(Took::Form, element.path(), "the names are in capitals");
    }
    check_attributes(element, rule, liberties);
    let mut at = 0;
    let mut filled = vec![false; rule.places.len()];
    for node in element.nodes() {
        let inner = match node {
            Node::Words(words) => {
                if !rule.words && !words.trim().is_empty() {
                    liberties.take(Took::Form, element.path(), format!("words between elements: {}", words.trim()));
                }
                continue;
            }
            Node::Element(inner) => inner,
        };
        if !matches!(inner.space(), "" | SPACE) && inner.space() != element.space() {
            if !rule.others {
                liberties.take(Took::Unknown, inner.path(), inner.space());
            }
            continue;
        }
        let name = inner.name().to_ascii_lowercase();
        let Some(place) = rule.places.iter().position(|place| place.names.contains(&name.as_str())) else {
            liberties.take(Took::Unknown, inner.path(), "");
            continue;
        };
        if place < at {
            liberties.take(Took::Form, inner.path(), "not where the standard has it");
        }
        at = at.max(place);
        let many = rule.places.get(place).is_some_and(|place| place.many);
        let before = filled.get_mut(place).is_some_and(|filled| std::mem::replace(filled, true));
        if before && !many {
            liberties.take(Took::Repeated, inner.path(), "");
        }
        check(inner, liberties);
    }
    for (place, filled) in rule.places.iter().zip(filled) {
        if place.needed && !filled {
            liberties.take(Took::Missing, element.path(), place.names.join(" or "));
        }
    }
}

fn check_attributes(element: Element<'_, '_>, rule: &Rule, liberties: &mut Liberties) {
    for (space, name, value) in element.attributes() {
        if !space.is_empty() {
            continue;
        }
        let known = rule.attributes.iter().find(|known| known.name.eq_ignore_ascii_case(name));
        let at = || format!("{}@{name}", element.path());
        match known.map(|known| &known.value) {
            None => liberties.take(Took::Unknown, at(), value),
            Some(Value::One(values)) if !values.contains(&value.trim()) => liberties.take(Took::Value, at(), value),
            Some(Value::Token) if !value.split_whitespace().all(is_token) || value.trim().is_empty() => {
                liberties.take(Took::Value, at(), value);
            }
            _ => {}
        }
    }
    for needed in rule.attributes.iter().filter(|known| known.needed) {
        if !element.attributes().any(|(_, name, _)| name.eq_ignore_ascii_case(needed.name)) {
            liberties.take(Took::Missing, format!("{}@{}", element.path(), needed.name), "");
        }
    }
}

/// Writes an element again, if the schema has nothing against it. Identities within the document are left out: they
/// could stand there twice.
pub(crate) fn write_again(element: Element<'_, '_>, out: &mut Writer) -> bool {
    let mut breaches = Liberties::new();
    check(element, &mut breaches);
    if !breaches.is_empty() {
        return false;
    }
    again(element, out);
    true
}

fn again(element: Element<'_, '_>, out: &mut Writer) {
    let Some(rule) = RULES.get(element.name()) else { return };
    out.open(rule.name);
    for (space, name, value) in element.attributes() {
        let known = rule.attributes.iter().any(|known| known.name == name) && name != "id" && space.is_empty();
        // A name of an entity that nobody declares.
        if known && name != "tabletype" {
            out.attribute(name, value);
        } else if space == XML && name == "lang" && value.parse::<story::Tag>().is_ok() {
            out.attribute("xml:lang", value);
        }
    }
    for node in element.nodes() {
        match node {
            Node::Words(words) if rule.words => {
                out.words(words);
            }
            Node::Element(inner) if RULES.contains_key(inner.name()) => again(inner, out),
            _ => {}
        }
    }
    out.close();
}
