//! Who made an item, gave it and sends it.

use super::reader::Reader;
use crate::xml::Element;
use story::Line;
use story::item::{AltId, Party, PartyRole};

/// The attributes of a party that are taken.
const TAKEN: &[&str] = &["qcode", "uri", "literal", "role", "roleuri", "jobtitle", "jobtitleuri"];

impl Reader<'_> {
    /// Somebody, or an organisation.
    pub(super) fn party(&mut self, element: Element<'_, '_>, role: PartyRole) {
        let code = self.code(element, "qcode", "uri");
        let mut names = element.children_named("name");
        let name = names.next().map(|name| name.line()).unwrap_or_default();
        let mut job = self.code(element, "role", "roleuri");
        let has_role = !job.is_empty();
        if !has_role {
            job = self.code(element, "jobtitle", "jobtitleuri");
        }
        let literal = Line::new(element.attribute("literal").unwrap_or_default());
        let mut party = Party { role, code, literal, name, job, reach: Vec::new() };
        for details in ["personDetails", "organisationDetails"].iter().filter_map(|name| element.child(name)) {
            details.children_named("contactInfo").for_each(|info| reach(info, &mut party));
        }
        let twice = has_role && element.attribute("jobtitle").is_some();
        if names.next().is_some() || twice {
            self.keep(element);
        } else {
            self.rest(element, TAKEN, &["name"], false);
        }
        if !party.is_empty() {
            self.item.parties.push(party);
        }
    }
}

/// The ways of reaching somebody.
fn reach(info: Element<'_, '_>, party: &mut Party) {
    for way in info.children().filter(|way| matches!(way.name(), "email" | "phone" | "fax" | "web" | "im")) {
        let value = way.line();
        if !value.is_empty() {
            party.reach.push(AltId { role: Line::new(way.name()), value });
        }
    }
}
