//! Who made an item, gave it and sends it.

use super::pen::{Pen, Told};
use story::item::Party;

/// A party as an element; `job` tells whether the element takes a role.
pub(super) fn party(pen: &mut Pen, name: &'static str, party: &Party, job: bool) {
    pen.xml.open(name);
    let told = pen.code("qcode", "uri", &party.code);
    let mut literal: &str = &party.literal;
    if told == Told::NotAtAll && !party.code.is_empty() {
        if literal.is_empty() {
            literal = &party.code;
        }
        pen.leave_out("parties/code");
    }
    pen.xml.attribute_if("literal", literal);
    if job {
        pen.codes_or_leave_out("role", "roleuri", &party.job, "parties/job");
    }
    pen.xml.leaf_if("name", &party.name);
    pen.xml.close().line();
    if !party.reach.is_empty() {
        pen.leave_out("parties/reach");
    }
}
