//! What is said about the item and about its content, in the order of the schema.

use super::pen::{Pen, Told};
use super::words::{self, is_language};
use super::{concept, kept, party};
use crate::head;
use crate::newsml_g2::names::{NOTICE, act_code, class_code, status_code};
use lang::Profile;
use story::Item;
use story::item::{Class, ConceptKind, PartyRole, Precision, When, Wording};

/// The management of the item. A whole item says its class, its provider, when this version was made and whether it
/// may be used; an item in a package says what is known of it.
pub(super) fn management(pen: &mut Pen, item: &Item, whole: bool) {
    if item.class == Class::Component {
        pen.leave_out("class");
    }
    pen.xml.open("itemClass").attribute("qcode", class_code(item.class)).close().line();
    let mut providers = item.parties(PartyRole::Provider);
    match providers.next() {
        Some(provider) => {
            if !provider.job.is_empty() {
                pen.leave_out("parties/job");
            }
            party::party(pen, "provider", provider, false);
        }
        // Nobody said so: the element has to be there, and says nothing.
        None if whole => _ = pen.xml.open("provider").close().line(),
        None => {}
    }
    if providers.next().is_some() {
        pen.leave_out("parties/provider");
    }
    let times = &item.times;
    match times.this.or(times.sent).or(times.content_changed).or(times.content).or(times.first) {
        Some(this) if whole || times.this.is_some() => {
            moment(pen, "versionCreated", this, "times/this");
        }
        // Nobody said so: the element has to be there, and what it says is said to be nothing.
        None if whole => {
            pen.leave_out("times/this");
            pen.xml.leaf("versionCreated", NEVER).line();
        }
        _ => {}
    }
    for (name, when, member) in
        [("firstCreated", times.first, "times/first"), ("embargoed", times.embargo, "times/embargo")]
    {
        if let Some(when) = when {
            moment(pen, name, when, member);
        }
    }
    pen.xml.open("pubStatus").attribute("qcode", status_code(item.status)).close().line();
    if whole {
        for at in ["itemMeta/role", "itemMeta/fileName", "itemMeta/generator", "itemMeta/profile"] {
            kept::again(pen, item, at);
        }
    }
    for service in &item.services {
        pen.xml.open("service");
        if pen.code("qcode", "uri", service) == Told::NotAtAll {
            pen.xml.leaf_if("name", service);
        }
        pen.xml.close().line();
    }
    if !item.title.is_empty() {
        pen.xml.leaf("title", &item.title).line();
    }
    for advisory in item.advisories.iter().filter(|advisory| !advisory.is_empty()) {
        pen.xml.leaf("edNote", advisory).line();
    }
    if let Some(act) = item.act {
        pen.xml.open("signal");
        pen.code("qcode", "uri", act_code(act));
        pen.xml.close().line();
    }
    if let Some(expires) = times.expires {
        day_or_moment(pen, "expires", expires, "times/expires");
    }
    if whole {
        kept::again(pen, item, "itemMeta/incomingFeedId");
    }
    if times.sent.is_some_and(|sent| times.this.is_some_and(|this| this != sent)) {
        pen.leave_out("times/sent");
    }
}

/// The time that stands where one has to and there is none.
pub(super) const NEVER: &str = "1970-01-01T00:00:00Z";

/// A moment; of a day, its beginning.
fn moment(pen: &mut Pen, name: &'static str, when: When, member: &str) {
    if when.precision() != Precision::Moment {
        pen.leave_out(member);
    }
    pen.xml.leaf(name, &when.at().to_string()).line();
}

/// A moment or a day; of a month or a year, its first day.
fn day_or_moment(pen: &mut Pen, name: &'static str, when: When, member: &str) {
    if matches!(when.precision(), Precision::Moment | Precision::Day) {
        pen.xml.leaf(name, &when.to_string()).line();
    } else {
        pen.leave_out(member);
        pen.xml.leaf(name, &when.at().to_zoned(jiff::tz::TimeZone::UTC).date().to_string()).line();
    }
}

/// What is administered of the content.
pub(super) fn administrative(pen: &mut Pen, item: &Item) {
    if let Some(urgency) = item.urgency {
        pen.xml.leaf("urgency", &urgency.get().to_string()).line();
    }
    for (name, when) in [("contentCreated", item.times.content), ("contentModified", item.times.content_changed)] {
        if let Some(when) = when {
            pen.xml.leaf(name, &when.to_string()).line();
        }
    }
    concept::all(pen, item, "located", |kind| kind == ConceptKind::Located);
    for (role, name) in
        [(PartyRole::Source, "infoSource"), (PartyRole::Creator, "creator"), (PartyRole::Contributor, "contributor")]
    {
        item.parties(role).for_each(|party| party::party(pen, name, party, true));
    }
    if item.parties.iter().any(|party| matches!(party.role, PartyRole::Publisher | PartyRole::Contact)) {
        pen.leave_out("parties/publisher");
    }
    concept::all(pen, item, "audience", |kind| kind == ConceptKind::Audience);
    for id in &item.alt_ids {
        pen.xml.open("altId");
        pen.code_or_leave_out("type", "typeuri", &id.role, "alt_ids/role");
        pen.xml.words(&id.value).close().line();
    }
}

/// What is said of the content, for those who look for it and for those who print it.
pub(super) fn descriptive(pen: &mut Pen, item: &Item, profile: &Profile) {
    if let Some(tag) = item.lang.as_ref().filter(|tag| is_language(tag.as_str())) {
        pen.xml.open("language").attribute("tag", tag.as_str()).close().line();
    }
    concept::all(pen, item, "genre", |kind| kind == ConceptKind::Genre);
    for keyword in item.keywords.iter().filter(|keyword| !keyword.is_empty()) {
        pen.xml.leaf("keyword", keyword).line();
    }
    concept::all(pen, item, "subject", |kind| {
        !matches!(kind, ConceptKind::Genre | ConceptKind::Located | ConceptKind::Audience)
    });
    if !item.slug.is_empty() {
        pen.xml.leaf("slugline", &item.slug).line();
    }
    if !item.text.headline.is_empty() {
        pen.xml.open("headline");
        words::inline(&mut pen.xml, &item.text.headline);
        pen.xml.close().line();
    }
    item.headlines.iter().for_each(|headline| words::wording(pen, "headline", headline, "headlines/role"));
    if let Some(dateline) = head::dateline(item, profile) {
        pen.xml.leaf("dateline", &dateline).line();
    }
    if let Some(byline) = &item.text.byline {
        pen.xml.leaf_if("by", byline).line();
    }
    if let Some(credit) = &item.rights.credit {
        pen.xml.leaf_if("creditline", credit).line();
    }
    if let Some(deck) = &item.text.deck {
        pen.xml.open("description").attribute("role", "drol:summary");
        words::inline(&mut pen.xml, deck);
        pen.xml.close().line();
    }
    for description in &item.descriptions {
        words::wording(pen, "description", description, "descriptions/role");
    }
    if !item.notice.is_empty() {
        let notice = Wording { role: NOTICE.into(), ..Wording::of(&item.notice) };
        words::wording(pen, "description", &notice, "notice");
    }
}
