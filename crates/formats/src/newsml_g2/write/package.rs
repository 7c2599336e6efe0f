//! Packages: groups and the items in them.

use super::link::{address, version};
use super::meta;
use super::pen::Pen;
use crate::head;
use crate::newsml_g2::names::{is_ncname, mode_code};
use lang::Languages;
use std::collections::{HashMap, HashSet};
use story::Item;
use story::item::{Class, Group, Member, Mode, Part};

/// The groups of a package. Items that stand in no group are put into one of their own, so that none is lost.
pub(super) fn groups(pen: &mut Pen, item: &Item, languages: &Languages) {
    let used: HashSet<usize> = item.groups.iter().flat_map(|group| &group.members).filter_map(part).collect();
    let loose: Vec<Member> = (0..item.parts.len()).filter(|at| !used.contains(at)).map(Member::Part).collect();
    let mut groups = item.groups.clone();
    if !loose.is_empty() || groups.is_empty() {
        groups.push(Group {
            id: "items".into(),
            role: "group:main".into(),
            mode: Mode::Bag,
            members: loose,
            ..Group::default()
        });
    }
    let ids = identities(&groups);
    let root = groups.iter().position(|group| group.root).unwrap_or_default();
    if groups.iter().filter(|group| group.root).count() > 1 {
        pen.leave_out("groups/root");
    }
    pen.xml.open("groupSet").attribute("root", ids.at(root)).line();
    for (at, group) in groups.iter().enumerate() {
        pen.xml.open("group").attribute("id", ids.at(at));
        pen.code_or_leave_out("role", "roleuri", &group.role, "groups/role");
        pen.xml.attribute("mode", mode_code(group.mode)).line();
        pen.xml.leaf_if("title", &group.title);
        for member in &group.members {
            match member {
                Member::Group(name) => match ids.by_name.get(&**name) {
                    Some(at) => _ = pen.xml.open("groupRef").attribute("idref", ids.at(*at)).close().line(),
                    None => pen.leave_out("groups/members"),
                },
                Member::Part(at) => match item.parts.get(*at) {
                    Some(part) => item_ref(pen, part, languages),
                    None => pen.leave_out("groups/members"),
                },
            }
        }
        pen.xml.close().line();
    }
    pen.xml.close().line();
}

fn part(member: &Member) -> Option<usize> {
    if let Member::Part(at) = member { Some(*at) } else { None }
}

/// The identities of groups: as they are where XML takes them, else by their place.
struct Identities {
    names: Vec<String>,
    by_name: HashMap<String, usize>,
}

impl Identities {
    fn at(&self, at: usize) -> &str {
        self.names.get(at).map(String::as_str).unwrap_or("G")
    }
}

fn identities(groups: &[Group]) -> Identities {
    let mut names: Vec<String> = Vec::new();
    let mut taken = HashSet::new();
    let mut by_name = HashMap::new();
    for (at, group) in groups.iter().enumerate() {
        let mut name = group.id.to_string();
        if !is_ncname(&name) || taken.contains(&name) {
            name = format!("G{}", at + 1);
        }
        while !taken.insert(name.clone()) {
            name.push('_');
        }
        by_name.entry(group.id.to_string()).or_insert(at);
        names.push(name);
    }
    Identities { names, by_name }
}

/// An item of a package: where it is to be had, and what is known of it without it.
fn item_ref(pen: &mut Pen, part: &Part, languages: &Languages) {
    let item = &part.item;
    pen.xml.open("itemRef");
    pen.code_or_leave_out("rel", "reluri", &part.rel, "parts/rel");
    pen.xml.attribute_if("residref", &item.guid);
    version(pen, &item.version);
    if let Some(rendition) = item.renditions.first() {
        address(pen, &rendition.href);
        pen.xml.attribute_if("contenttype", &rendition.mime);
        if let Some(bytes) = rendition.bytes {
            pen.xml.attribute("size", &bytes.to_string());
        }
    }
    pen.xml.line();
    meta::management(pen, item, false);
    meta::administrative(pen, item);
    meta::descriptive(pen, item, &head::profile(item, languages));
    pen.xml.close().line();
    if !part.name.is_empty() {
        pen.leave_out("parts/name");
    }
    if !item.text.body.is_empty() || !item.bodies.is_empty() || item.renditions.len() > 1 || !item.parts.is_empty() {
        pen.leave_out("parts/item/content");
    }
    let rights = item.rights.copyright.is_some() || item.rights.terms.is_some();
    if rights || !item.references.is_empty() || item.class == Class::Component {
        pen.leave_out("parts/item/rights");
    }
}
