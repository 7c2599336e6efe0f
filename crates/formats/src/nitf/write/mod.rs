//! Items -> NITF 3.6.

mod body;
mod concepts;
mod docdata;
mod text;

use super::{meta, schema};
use crate::head;
use crate::reading::{Liberties, Written};
use crate::xml::{self, Writer};
use lang::{Languages, Profile};
use story::Item;
use story::item::{Class, PartyRole};

/// What writing needs to know beside the item.
struct Pen<'w> {
    item: &'w Item,
    profile: &'w Profile,
    out: Writer,
    left_out: Written,
}

impl Pen<'_> {
    fn leave_out(&mut self, member: &str) {
        self.left_out.leave_out(member);
    }

    /// Writes again what was kept of the elements at that place.
    fn kept(&mut self, at: &str) -> bool {
        let mut any = false;
        for kept in self.item.kept.iter().filter(|kept| &*kept.form == "nitf" && &*kept.at == at) {
            let mut liberties = Liberties::new();
            let document = xml::parse(&kept.raw, &mut liberties);
            let root = document.as_ref().ok().and_then(|document| document.root());
            let mut piece = Writer::piece();
            if root.is_some_and(|root| schema::write_again(root, &mut piece)) {
                self.out.raw(&piece.finish()).line();
                any = true;
            } else {
                self.left_out.leave_out("kept");
            }
        }
        any
    }
}

/// The places of which what was kept is written again; anything else that was kept is left out.
const AGAIN: [&str; 12] = [
    "head/meta",
    "head/iim",
    "head/pubdata",
    "head/revision-history",
    "head/docdata/fixture",
    "head/docdata/series",
    "head/docdata/doc.copyright",
    "head/docdata/doc.rights",
    "head/docdata/del-list",
    "head/docdata/ed-msg",
    "body/body.head/rights",
    "body/body.head/series",
];

/// Writes an item as a document of NITF 3.6, which is valid in its schema whatever the item holds.
pub fn write(item: &Item, languages: &Languages) -> Written {
    let profile = head::profile(item, languages);
    let out = Writer::new(4_096);
    let mut pen = Pen { item, profile: &profile, out, left_out: Written::default() };
    pen.document();
    pen.what_has_no_place();
    Written { text: pen.out.finish(), ..pen.left_out }
}

impl Pen<'_> {
    fn document(&mut self) {
        let item = self.item;
        self.out.open("nitf").attribute("xmlns", schema::SPACE);
        self.out.attribute("version", "-//IPTC//DTD NITF 3.6//EN");
        if let Some(lang) = &item.lang {
            self.out.attribute("baselang", lang.as_str());
        }
        self.out.line().open("head").line();
        // Who lists documents shows their titles.
        let headline = item.text.headline.plain().replace('\n', " ");
        self.out.leaf_if("title", if item.title.is_empty() { &headline } else { &item.title }).line();
        meta::write(item, &mut self.out);
        self.kept("head/meta");
        self.tobject();
        self.kept("head/iim");
        self.docdata();
        self.pubdata();
        self.kept("head/pubdata");
        self.history();
        self.kept("head/revision-history");
        self.out.close().line();
        self.body();
        self.out.line();
    }

    /// How long it is, when it was sent, where it is published.
    fn pubdata(&mut self) {
        let item = self.item;
        let (words, _) = head::length(item, self.profile);
        let sent = item.times.sent.map(|sent| sent.to_string()).unwrap_or_default();
        if words > 0 || !sent.is_empty() {
            self.out.open("pubdata").attribute_if("date.publication", &sent);
            if words > 0 {
                self.out.attribute("item-length", &words.to_string()).attribute("unit-of-measure", "word");
            }
            self.out.close().line();
        }
        for party in item.parties(PartyRole::Publisher).filter(|party| !party.name.is_empty()) {
            self.out.open("pubdata").attribute("name", &party.name).close().line();
        }
    }

    /// Names what NITF has no place for.
    fn what_has_no_place(&mut self) {
        let item = self.item;
        let coded = |role: PartyRole| role != PartyRole::Provider;
        let no_place = [
            (!item.bodies.is_empty(), "bodies"),
            (!item.groups.is_empty(), "groups"),
            (item.class != Class::Text, "class"),
            (item.references.iter().any(|r| r.class.is_some()), "references/class"),
            (item.references.iter().any(|r| r.bytes.is_some()), "references/bytes"),
            (
                item.parties.iter().any(|p| coded(p.role) && !(p.code.is_empty() && p.literal.is_empty())),
                "parties/code",
            ),
            (item.parties.iter().any(|p| !p.reach.is_empty()), "parties/reach"),
            (item.parties.iter().any(|p| coded(p.role) && p.name.is_empty()), "parties"),
            (item.parties.iter().any(|p| !p.job.is_empty() && !has_job(p.role)), "parties/job"),
            (item.kept.iter().any(|k| &*k.form != "nitf" || !AGAIN.contains(&&*k.at)), "kept"),
        ];
        no_place.into_iter().filter(|(there, _)| *there).for_each(|(_, member)| self.leave_out(member));
    }
}

/// Whether NITF has a place for what a party does.
fn has_job(role: PartyRole) -> bool {
    matches!(role, PartyRole::Creator | PartyRole::Contributor | PartyRole::Source)
}
