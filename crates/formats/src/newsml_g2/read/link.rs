//! What an item points at.

use super::reader::Reader;
use crate::newsml_g2::names::{bond, class, rel};
use crate::reading::Took;
use crate::xml::Element;
use story::Line;
use story::item::Reference;

/// The attributes of a link that are taken.
const TAKEN: &[&str] = &["rel", "reluri", "residref", "version", "href", "contenttype", "title", "size"];

impl Reader<'_> {
    /// A pointer at another item or at a page.
    pub(super) fn link(&mut self, element: Element<'_, '_>) {
        let said = self.code(element, "rel", "reluri");
        let bond = bond(&said);
        let line = |name| Line::new(element.attribute(name).unwrap_or_default());
        let class_code = element.child("itemClass").map(|child| self.code(child, "qcode", "uri"));
        let named = ["title", "headline"].iter().find_map(|name| element.child(name)).map(|title| title.line());
        let reference = Reference {
            bond,
            rel: if &*said == rel(bond) { Line::default() } else { said },
            guid: line("residref"),
            version: line("version"),
            href: line("href"),
            title: Some(line("title")).filter(|title| !title.is_empty()).or(named).unwrap_or_default(),
            class: class_code.as_deref().and_then(class),
            mime: line("contenttype"),
            lang: None,
            bytes: self.count(element, "size"),
        };
        if reference.guid.is_empty() && reference.href.is_empty() && reference.title.is_empty() {
            self.liberties.take(Took::Missing, format!("{}/@residref", element.path()), "");
            self.keep(element);
        } else {
            let children: &[&str] = if reference.class.is_some() { &["title", "itemClass"] } else { &["title"] };
            self.rest(element, TAKEN, children, false);
        }
        self.item.references.push(reference);
    }

    /// A number of something.
    pub(super) fn count<N: std::str::FromStr>(&mut self, element: Element<'_, '_>, name: &str) -> Option<N> {
        let word = element.attribute(name)?.trim();
        let known = word.parse().ok();
        if known.is_none() {
            self.liberties.take(Took::Value, format!("{}/@{name}", element.path()), word);
        }
        known
    }
}
