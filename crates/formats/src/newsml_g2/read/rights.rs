//! Who may use an item and how.

use super::reader::Reader;
use crate::xml::Element;
use story::Line;
use story::item::PartyRole;

impl Reader<'_> {
    /// The rights of the whole item. Those of a part, of a time or of an aspect of it are kept.
    pub(super) fn rights(&mut self, element: Element<'_, '_>) {
        let of_a_part = element.attributes().any(|(space, name, _)| space.is_empty() && name != "dir");
        if of_a_part || std::mem::replace(&mut self.rights_read, true) {
            return self.keep(element);
        }
        for child in element.children() {
            match child.name() {
                "copyrightHolder" => self.party(child, PartyRole::Holder),
                "copyrightNotice" => {
                    let line = self.line(child, &["dir"]);
                    if let Some(line) = self.first_of(child, line, self.item.rights.copyright.is_some()) {
                        self.item.rights.copyright = Some(line);
                    }
                }
                "usageTerms" => {
                    let line = self.line(child, &["dir"]);
                    if let Some(line) = self.first_of(child, line, self.item.rights.terms.is_some()) {
                        self.item.rights.terms = Some(line);
                    }
                }
                "link" => self.link(child),
                _ => self.keep(child),
            }
        }
    }

    /// The line, unless there is one already or it is in another language than the item while others follow.
    fn first_of(&mut self, element: Element<'_, '_>, line: Line, taken: bool) -> Option<Line> {
        let others = element.parent().map_or(0, |around| around.children_named(element.name()).take(2).count()) > 1;
        let ours = || {
            let around = element.parent();
            // Nobody says it in more languages than these.
            let all = around.into_iter().flat_map(|around| around.children_named(element.name()).take(64));
            all.into_iter().any(|other| self.lang_of(other).is_none())
        };
        if taken || others && self.lang_of(element).is_some() && ours() {
            self.keep(element);
            return None;
        }
        (!line.is_empty()).then_some(line)
    }
}
