//! What has no home in an item: an element written again with the namespaces that it needs, so that it stands by
//! itself wherever it is put.

use super::mend::is_name;
use crate::xml::{Element, Node, XML};

/// The element as XML of its own. None when it has names that XML does not take.
pub(super) fn whole(element: &Element<'_, '_>) -> Option<String> {
    let mut out = String::new();
    write(&mut out, element, "").then_some(out)
}

fn write(out: &mut String, element: &Element<'_, '_>, around: &str) -> bool {
    let (name, space) = (element.name(), element.space());
    if !is_name(name) {
        return false;
    }
    out.push('<');
    out.push_str(name);
    if space != around {
        attribute(out, "xmlns", space);
    }
    let mut spaces: Vec<&str> = Vec::new();
    let mut names = std::collections::HashSet::new();
    for (space, name, value) in element.attributes() {
        if !is_name(name) || !names.insert((space, name)) {
            continue;
        }
        match space {
            "" => attribute(out, name, value),
            XML => attribute(out, &format!("xml:{name}"), value),
            _ => {
                let known = spaces.iter().position(|known| *known == space);
                let n = known.unwrap_or_else(|| {
                    spaces.push(space);
                    attribute(out, &format!("xmlns:n{}", spaces.len() - 1), space);
                    spaces.len() - 1
                });
                attribute(out, &format!("n{n}:{name}"), value);
            }
        }
    }
    out.push('>');
    let whole = element.nodes().all(|node| match node {
        Node::Words(words) => {
            crate::html::escape(out, &words.chars().filter(|c| is_sign(*c)).collect::<String>());
            true
        }
        Node::Element(inner) => write(out, &inner, space),
    });
    out.push_str("</");
    out.push_str(name);
    out.push('>');
    whole
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    crate::html::escape(out, &value.chars().filter(|c| is_sign(*c)).collect::<String>());
    out.push('"');
}

/// Whether XML 1.0 has the sign.
fn is_sign(c: char) -> bool {
    matches!(c, '\t' | '\n') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'))
}
