//! What the writers of RSS and of Atom share: the content of an entry as HTML, its words in another direction, its
//! media, and what only the words of NewsML-G2 say.

use super::entry::{SIGNALS, rel};
use super::names::{self, ATOM, NAR, Space};
use super::{construct, kept, subjects};
use crate::head;
use crate::html::{self, Setting, escape};
use crate::reading::{Liberties, Written};
use crate::xml::{self, Writer};
use jiff::Timestamp;
use lang::Profile;
use story::item::Class;
use story::item::{Bond, Item, Part, PartyRole, Precision, Reference, Rendition, Status, When};
use story::text::Inline;
use story::{Direction, Line};

/// The namespaces that entries are written with, beside the format's own.
pub(super) fn spaces(xml: &mut Writer) {
    for (prefix, space) in [
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:media", "http://search.yahoo.com/mrss/"),
        ("xmlns:nar", NAR),
    ] {
        xml.attribute(prefix, space);
    }
}

/// The direction of an item: as it says, else that of its language.
pub(super) fn direction(item: &Item, profile: &Profile) -> Direction {
    item.dir.unwrap_or_else(|| profile.direction())
}

/// Words that stand by themselves in a list of other languages, set apart if they run from the right (UAX 9).
pub(super) fn isolated(words: &str, dir: Direction) -> String {
    match dir {
        Direction::Rtl if !words.is_empty() => format!("\u{2067}{words}\u{2069}"),
        _ => words.to_owned(),
    }
}

/// Plain words for an element of RSS, where readers guess: as HTML if they would be taken for it.
pub(super) fn guessed(words: &str) -> String {
    if !construct::looks_like_html(words) {
        return words.to_owned();
    }
    let mut out = String::new();
    escape(&mut out, words);
    out
}

/// Whether running text says more than its words.
pub(super) fn is_marked(inline: &Inline) -> bool {
    inline.runs().iter().any(|run| !run.style.is_plain() || run.text.contains('\n'))
}

/// The content of an entry as HTML in its language and direction; empty when there is none. What readers are told
/// stands above everything else.
pub(super) fn content(item: &Item, profile: &Profile) -> String {
    let mut inner = String::new();
    let dateline = head::dateline(item, profile);
    for (class, words) in [("notice", Some(&*item.notice)), ("dateline", dateline.as_deref())] {
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            inner.push_str(&format!("<p class=\"{class}\">"));
            escape(&mut inner, words);
            inner.push_str("</p>\n");
        }
    }
    html::write_body(&mut inner, &item.text.body, &Setting::default());
    item.parts.iter().filter(|part| &*part.rel == "body").for_each(|part| figure(&mut inner, part));
    if inner.is_empty() {
        return inner;
    }
    let mut out = String::from("<div");
    if let Some(lang) = &item.lang {
        out.push_str(" lang=\"");
        escape(&mut out, lang.as_str());
        out.push('"');
    }
    out.push_str(" dir=\"");
    out.push_str(direction(item, profile).as_str());
    out.push_str("\">\n");
    out.push_str(&inner);
    out.push_str("</div>");
    out
}

/// A picture that is known by its address.
fn figure(out: &mut String, part: &Part) {
    let Some(rendition) = part.item.renditions.iter().find(|rendition| !rendition.href.is_empty()) else { return };
    let alt = part.item.descriptions.iter().find(|wording| &*wording.role == "alt");
    out.push_str("<figure><img src=\"");
    escape(out, &rendition.href);
    out.push_str("\" alt=\"");
    escape(out, &alt.map(|wording| wording.words.plain()).unwrap_or_default());
    out.push('"');
    for (name, value) in [("width", rendition.width), ("height", rendition.height)] {
        if let Some(value) = value {
            out.push_str(&format!(" {name}=\"{value}\""));
        }
    }
    out.push('>');
    let caption = super::markup::flat(&part.item.text).plain();
    if !caption.is_empty() || part.item.rights.credit.is_some() {
        out.push_str("<figcaption>");
        escape(out, &caption);
        if let Some(credit) = &part.item.rights.credit {
            out.push_str(" <small class=\"credit\">");
            escape(out, credit);
            out.push_str("</small>");
        }
        out.push_str("</figcaption>");
    }
    out.push_str("</figure>\n");
}

/// Everything but title, text, page, identity and times, which each format has in its own words. `prefix` is that of
/// Atom's links.
pub(super) fn details(xml: &mut Writer, item: &Item, link: &'static str, written: &mut Written) {
    let page = item.bound(Bond::Page).find(|page| is_page(page));
    for reference in item.references.iter().filter(|reference| !page.is_some_and(|page| std::ptr::eq(page, *reference)))
    {
        if !pointer(xml, reference, link) {
            written.leave_out("references");
        }
    }
    if let Some(created) = item.times.content {
        xml.leaf("dcterms:created", &created.to_string()).line();
    }
    if let Some(expires) = item.times.expires {
        xml.leaf("dcterms:valid", &format!("end={expires}; scheme=W3C-DTF")).line();
    }
    for party in item.parties(PartyRole::Publisher) {
        xml.leaf_if("dc:publisher", &party.name).line();
    }
    let creators = creators(item);
    if item.text.byline.as_ref().is_some_and(|byline| creators.join(", ") != **byline) {
        xml.leaf("nar:by", item.text.byline.as_deref().unwrap_or_default()).line();
    }
    for (name, role) in [("nar:provider", PartyRole::Provider), ("nar:infoSource", PartyRole::Source)] {
        for party in item.parties(role).filter(|party| !party.name.is_empty()) {
            xml.leaf(name, &party.name).line();
        }
    }
    for (name, value) in [("nar:creditline", &item.rights.credit), ("nar:usageTerms", &item.rights.terms)] {
        if let Some(value) = value {
            xml.leaf_if(name, value).line();
        }
    }
    xml.leaf_if("nar:slugline", &item.slug);
    if let Some(urgency) = item.urgency {
        xml.leaf("nar:urgency", &urgency.get().to_string()).line();
    }
    let status = match item.status {
        Status::Usable => None,
        Status::Withheld => Some("stat:withheld"),
        Status::Canceled => Some("stat:canceled"),
    };
    if let Some(status) = status {
        xml.open("nar:pubStatus").attribute("qcode", status).close().line();
    }
    if let Some((signal, _)) = SIGNALS.iter().find(|(_, act)| Some(*act) == item.act) {
        xml.open("nar:signal").attribute("qcode", signal).close().line();
    }
    media(xml, item);
    kept_before(xml, item);
    left_out(item, written);
}

/// The names of those who made it; where nobody is named, the byline is one.
pub(super) fn creators(item: &Item) -> Vec<String> {
    let named: Vec<String> =
        item.parties(PartyRole::Creator).map(|party| party.name.to_string()).filter(|name| !name.is_empty()).collect();
    match &item.text.byline {
        Some(byline) if named.is_empty() && !byline.is_empty() => vec![byline.to_string()],
        _ => named,
    }
}

/// Whether a reference is a page that readers can go to.
pub(super) fn is_page(reference: &Reference) -> bool {
    reference.bond == Bond::Page && reference.href.contains("://") && reference.rel.is_empty()
}

/// A link of Atom. Whether there was anything to point at.
fn pointer(xml: &mut Writer, reference: &Reference, link: &'static str) -> bool {
    let href = [&reference.href, &reference.guid].into_iter().find(|address| address.contains(':'));
    let Some(href) = href else { return false };
    let rel = if reference.rel.is_empty() { rel(reference.bond) } else { &reference.rel };
    xml.open(link).attribute("rel", rel).attribute("href", href);
    xml.attribute_if("type", mime(&reference.mime));
    xml.attribute_if("hreflang", reference.lang.as_ref().map_or("", |lang| lang.as_str()));
    xml.attribute_if("title", &reference.title);
    if let Some(bytes) = reference.bytes {
        xml.attribute("length", &bytes.to_string());
    }
    if !std::ptr::eq(href, &reference.guid) {
        xml.attribute_if("nar:guid", &reference.guid);
    }
    xml.attribute_if("nar:version", &reference.version).close().line();
    true
}

/// A media type, if it is one.
fn mime(said: &str) -> &str {
    let is_sound = said.split_once('/').is_some_and(|(kind, sub)| !kind.is_empty() && !sub.is_empty());
    if is_sound { said } else { "" }
}

/// Pictures, sounds and films, as Media RSS has them.
fn media(xml: &mut Writer, item: &Item) {
    let own = item.renditions.iter().map(|rendition| (rendition, item, item.class));
    let parts = item.parts.iter().filter(|part| &*part.rel != "body");
    let parts =
        parts.flat_map(|part| part.item.renditions.iter().map(|rendition| (rendition, &part.item, part.item.class)));
    for (rendition, from, class) in own.chain(parts).filter(|(rendition, ..)| !rendition.href.is_empty()) {
        file(xml, rendition, class);
        if !std::ptr::eq(from, item) {
            xml.leaf_if("media:title", &from.text.headline.plain().replace('\n', " "));
            if let Some(words) = from.descriptions.first() {
                xml.leaf_if("media:description", &words.words.plain());
            }
            for party in from.parties(PartyRole::Creator) {
                xml.leaf_if("media:credit", &party.name);
            }
            xml.leaf_if("media:copyright", from.rights.copyright.as_deref().unwrap_or_default());
        }
        xml.close().line();
    }
}

fn file(xml: &mut Writer, rendition: &Rendition, class: Class) {
    xml.open("media:content").attribute("url", &rendition.href);
    xml.attribute_if("type", mime(&rendition.mime));
    let medium = match class {
        Class::Picture | Class::Graphic => "image",
        Class::Audio => "audio",
        Class::Video => "video",
        _ => "",
    };
    xml.attribute_if("medium", medium);
    let seconds = rendition.milliseconds.map(|ms| ms.div_ceil(1000));
    for (name, value) in [
        ("fileSize", rendition.bytes),
        ("width", rendition.width.map(u64::from)),
        ("height", rendition.height.map(u64::from)),
        ("duration", seconds),
    ] {
        if let Some(value) = value {
            xml.attribute(name, &value.to_string());
        }
    }
}

/// What came in a feed and had no home, where it is of a vocabulary of its own and whole.
fn kept_before(xml: &mut Writer, item: &Item) {
    for kept in item.kept.iter().filter(|kept| matches!(&*kept.form, "rss" | "atom")) {
        let mut liberties = Liberties::new();
        let Ok(document) = xml::parse(&kept.raw, &mut liberties) else { continue };
        let Some(root) = document.root().filter(|_| liberties.is_empty()) else { continue };
        let is_own = !root.space().is_empty() && !root.space().contains(ATOM);
        if is_own
            && names::space(root.space(), "") != Space::Core
            && let Some(whole) = kept::whole(&root)
        {
            xml.raw(&whole).line();
        }
    }
}

/// The categories of an item: vocabulary, term, name, and the code where the term does not tell it.
pub(super) fn categories(item: &Item, written: &mut Written) -> Vec<(subjects::Category, String)> {
    let mut all = Vec::new();
    for concept in &item.concepts {
        match subjects::said(concept, item.lang.as_ref()) {
            Some(category) => all.push((category, concept.code.to_string())),
            None => written.leave_out("concepts"),
        }
        if concept.names.len() > 1 {
            written.leave_out("concepts/names");
        }
    }
    all
}

fn left_out(item: &Item, written: &mut Written) {
    let carried =
        [PartyRole::Creator, PartyRole::Contributor, PartyRole::Publisher, PartyRole::Provider, PartyRole::Source];
    for (member, is_there) in [
        ("class", item.class != Class::Text),
        ("title", !item.title.is_empty()),
        ("headlines", !item.headlines.is_empty()),
        ("descriptions", !item.descriptions.is_empty()),
        ("bodies", !item.bodies.is_empty()),
        ("advisories", !item.advisories.is_empty()),
        ("services", !item.services.is_empty()),
        ("groups", !item.groups.is_empty()),
        ("alt_ids", !item.alt_ids.is_empty()),
        ("times/content_changed", item.times.content_changed.is_some()),
        ("times/sent", item.times.sent.is_some()),
        ("times/embargo", item.times.embargo.is_some()),
        ("parties", item.parties.iter().any(|party| party.name.is_empty() || !carried.contains(&party.role))),
        ("parties/code", item.parties.iter().any(|party| !party.code.is_empty() || !party.literal.is_empty())),
    ] {
        if is_there {
            written.leave_out(member);
        }
    }
}

/// A moment as RFC 3339 has it; a day is its first moment.
pub(super) fn stamp(at: Timestamp) -> String {
    When::moment(at).to_string()
}

/// When this version was made, as exactly as anybody said.
pub(super) fn changed(item: &Item) -> Option<When> {
    let times = &item.times;
    [times.this, times.first].into_iter().flatten().find(|when| when.precision() == Precision::Moment).or(times.this)
}

/// The identity of an item as an address, which Atom wants: its own, its page, or one made of its text.
pub(super) fn identity(item: &Item) -> (String, bool) {
    let page = || item.bound(Bond::Page).find(|page| is_page(page)).map(|page| page.href.to_string());
    let is_address = item.guid.split_once(':').is_some_and(|(scheme, rest)| {
        !rest.is_empty() && scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(is_scheme)
    });
    if is_address && !item.guid.contains(|c: char| c.is_whitespace() || "<>\"{}|\\^`".contains(c)) {
        return (item.guid.to_string(), true);
    }
    let made = || {
        format!(
            "urn:sha256:{}",
            if item.guid.is_empty() { item.text.hash() } else { story::Hash::of(item.guid.as_bytes()) }
        )
    };
    (page().unwrap_or_else(made), false)
}

fn is_scheme(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')
}

/// A line, or another where it is empty.
pub(super) fn or<'l>(line: &'l Line, other: &'l str) -> &'l str {
    if line.is_empty() { other } else { line }
}
