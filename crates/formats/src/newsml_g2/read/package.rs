//! Packages: groups and the items in them.

use super::reader::Reader;
use crate::newsml_g2::names::mode;
use crate::reading::Took;
use crate::xml::Element;
use story::Line;
use story::item::{DEEPEST, Group, Member, Part, Rendition};

impl Reader<'_> {
    /// How the items of a package are set out.
    pub(super) fn group_set(&mut self, element: Element<'_, '_>) {
        let root = element.attribute("root").unwrap_or_default().trim();
        if root.is_empty() {
            self.liberties.take(Took::Missing, "groupSet/@root", "");
        }
        for child in element.children() {
            match child.name() {
                "group" => self.group(child, root),
                _ => self.keep(child),
            }
        }
    }

    fn group(&mut self, element: Element<'_, '_>, root: &str) {
        let id = Line::new(element.attribute("id").unwrap_or_default());
        let code = self.code(element, "mode", "modeuri");
        let known = mode(&code);
        if known.is_none() && !code.is_empty() {
            self.liberties.take(Took::Value, format!("{}/@mode", element.path()), &*code);
            self.keep(element);
        }
        let role = self.code(element, "role", "roleuri");
        let is_root = !root.is_empty() && &*id == root;
        let mut group = Group { root: is_root, id, role, mode: known.unwrap_or_default(), ..Group::default() };
        for child in element.children() {
            match child.name() {
                "title" if group.title.is_empty() => group.title = self.line(child, &["dir"]),
                "groupRef" => {
                    let named = Line::new(child.attribute("idref").unwrap_or_default());
                    group.members.push(Member::Group(named));
                    self.rest(child, &["idref"], &[], false);
                }
                "itemRef" => {
                    if let Some(part) = self.item_ref(child) {
                        group.members.push(Member::Part(self.item.parts.len()));
                        self.item.parts.push(part);
                    }
                }
                _ => self.keep(child),
            }
        }
        let taken = ["id", "mode", "modeuri", "role", "roleuri", "dir"];
        for (_, name, value) in element.attributes().filter(|(space, n, _)| space.is_empty() && !taken.contains(n)) {
            self.liberties.take(Took::LeftOut, format!("{}/@{name}", element.path()), value);
        }
        self.item.groups.push(group);
    }

    /// An item of a package: by its identity or its address, with as much as is said of it.
    fn item_ref(&mut self, element: Element<'_, '_>) -> Option<Part> {
        if self.depth + 1 >= DEEPEST {
            self.liberties.take(Took::TooMuch, element.path(), format!("items more than {DEEPEST} deep"));
            return None;
        }
        let rel = self.code(element, "rel", "reluri");
        let line = |name| Line::new(element.attribute(name).unwrap_or_default());
        let rendition = Rendition {
            href: line("href"),
            mime: line("contenttype"),
            bytes: self.count(element, "size"),
            ..Rendition::default()
        };
        let mut within = self.within();
        within.item.guid = line("residref");
        within.item.version = line("version");
        within.item.title = line("title");
        element.children().for_each(|child| within.member(child));
        let mut item = within.finish();
        if rendition != Rendition::default() {
            item.renditions.insert(0, rendition);
        }
        let taken = ["rel", "reluri", "residref", "version", "href", "contenttype", "size", "title"];
        let all = element.attributes().all(|(space, name, _)| !space.is_empty() || taken.contains(&name));
        if !all {
            super::rest::keep(&mut item, element, self.liberties);
        }
        Some(Part { name: Line::default(), rel, item })
    }
}
