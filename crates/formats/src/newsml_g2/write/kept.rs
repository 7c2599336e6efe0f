//! What was kept as it was written: written again where that is surely valid.

use super::again::{self, Form, place};
use super::pen::Pen;
use crate::newsml_g2::names::{CATALOG, FORM, NAR};
use crate::xml::{Writer, parse};
use story::Item;
use story::item::Kept;

/// The references to catalogs of the document that it came from.
pub(super) fn catalogs(xml: &mut Writer, item: &Item) {
    for kept in item.kept.iter().filter(|kept| is(kept, "catalogRef")) {
        let Some(href) = attribute(kept, "href") else { continue };
        if href != CATALOG && !href.contains("catalog.IPTC-G2-Standards") && super::pen::url_like(&href) {
            xml.open("catalogRef").attribute("href", &href).close().line();
        }
    }
}

fn is(kept: &Kept, at: &str) -> bool {
    &*kept.form == FORM && place(&kept.at) == at
}

/// Where what has a form of its own stands, and how many of it there may be.
const FORMS: [(&str, &Form, usize); 10] = [
    ("hopHistory", &again::HOPS, 1),
    ("pubHistory", &again::PUBLICATIONS, 1),
    ("partMeta", &again::PART, usize::MAX),
    ("itemMeta/role", &again::ROLE, 1),
    ("itemMeta/fileName", &again::FILE, 1),
    ("itemMeta/generator", &again::GENERATOR, usize::MAX),
    ("itemMeta/profile", &again::PROFILE, 1),
    ("itemMeta/incomingFeedId", &again::FEED, usize::MAX),
    ("itemMeta/itemMetaExtProperty", &again::ITEM_EXTRA, usize::MAX),
    ("contentMeta/contentMetaExtProperty", &again::CONTENT_EXTRA, usize::MAX),
];

/// Writes again what was kept at that place, in the form that it has there.
pub(super) fn again(pen: &mut Pen, item: &Item, at: &str) {
    let Some((_, form, most)) = FORMS.iter().find(|(known, _, _)| *known == at) else { return };
    let mut written = 0;
    for kept in item.kept.iter().filter(|kept| is(kept, at)) {
        match formed(kept, form).filter(|_| written < *most) {
            Some(again) => {
                written += 1;
                pen.again(again);
            }
            None => pen.leave_out(&format!("kept/{at}")),
        }
    }
}

fn formed(kept: &Kept, form: &Form) -> Option<again::Again> {
    let mut liberties = crate::reading::Liberties::new();
    let document = parse(&kept.raw, &mut liberties).ok()?;
    form.again(document.root()?)
}

/// What the header of a message said beside when it was sent.
pub(super) fn header(item: &Item) -> Option<again::Again> {
    let kept = item.kept.iter().find(|kept| is(kept, "header"))?;
    let mut liberties = crate::reading::Liberties::new();
    let document = parse(&kept.raw, &mut liberties).ok()?;
    again::HEADER.inner(document.root()?, &["sent"])
}

fn attribute(kept: &Kept, name: &str) -> Option<String> {
    let mut liberties = crate::reading::Liberties::new();
    let document = parse(&kept.raw, &mut liberties).ok()?;
    document.root()?.attribute(name).map(ToOwned::to_owned)
}

/// Elements of other vocabularies, which the standard lets stand at the end of a part.
pub(super) fn foreign(pen: &mut Pen, item: &Item, part: &str) {
    for kept in item.kept.iter().filter(|kept| is_foreign_in(kept, part)) {
        if let Some(raw) = checked(kept) {
            pen.xml.raw(&raw).line();
        }
    }
}

fn is_foreign_in(kept: &Kept, part: &str) -> bool {
    let behind = place(&kept.at).strip_prefix(part).and_then(|rest| rest.strip_prefix('/'));
    &*kept.form == FORM && behind.is_some_and(|name| !name.contains('/')) && checked(kept).is_some()
}

/// The element, if it is whole XML in a namespace that no schema here knows.
fn checked(kept: &Kept) -> Option<String> {
    // No element of another vocabulary goes without naming it.
    if !kept.raw.contains("xmlns") {
        return None;
    }
    let mut liberties = crate::reading::Liberties::new();
    let document = parse(&kept.raw, &mut liberties).ok().filter(|_| liberties.is_empty())?;
    let root = document.root()?;
    let mut known = [NAR, "", ODRL].contains(&root.space());
    root.walk(&mut |node| {
        if let crate::xml::Node::Element(child) = node {
            known |= [NAR, ODRL].contains(&child.space());
        }
    });
    (!known).then(|| super::super::read::canonical(root))
}

/// The one other vocabulary that the schema looks into.
const ODRL: &str = "http://www.w3.org/ns/odrl/2/";

/// Notes what was kept and is not written again.
pub(super) fn leave_out(pen: &mut Pen, item: &Item) {
    for kept in &item.kept {
        let again = is(kept, "catalogRef")
            || FORMS.iter().any(|(at, _, _)| is(kept, at))
            || ["itemMeta", "contentMeta"].iter().any(|part| is_foreign_in(kept, part));
        if !again {
            pen.leave_out(&format!("kept/{}", kept.at));
        }
    }
}
