//! Items -> JSON Feed 1.1.

use crate::html::{self, Pointer, Setting};
use crate::json::{Value, Writer, is_uri};
use crate::reading::Written;
use crate::{Channel, head};
use lang::Languages;
use story::Item;
use story::item::{Bond, PartyRole, Precision, Status, When};

/// The member with what is ours (JSON Feed 1.1: names of extensions begin with `_`).
pub(super) const OWN: &str = "_dateline";

/// Writes a feed. An item that may not be used goes out without its text: its notice stands in its place, so that
/// whoever holds the older version learns of it.
pub fn write(items: &[Item], channel: &Channel, languages: &Languages) -> Written {
    let mut written = Written::default();
    let mut w = Writer::with_room(1024 + items.len() * 6 * 1024);
    w.object(|w| {
        w.member("version", "https://jsonfeed.org/version/1.1");
        w.name("title");
        w.value(&Value::Words((&*channel.title).into()));
        address(w, "home_page_url", &channel.link);
        address(w, "feed_url", &channel.address);
        w.member("description", &channel.description);
        w.member("language", channel.lang.as_str());
        w.name("items");
        w.array(|w| {
            for item in items {
                w.object(|w| write_item(w, item, channel, languages, &mut written));
            }
        });
    });
    written.text = w.finish();
    written
}

fn write_item(w: &mut Writer, item: &Item, channel: &Channel, languages: &Languages, written: &mut Written) {
    let profile = head::profile(item, languages);
    w.name("id");
    w.value(&Value::Words((&*item.guid).into()));
    let page = item.bound(Bond::Page).map(|page| &*page.href).find(|href| is_uri(href));
    w.member("url", page.unwrap_or_default());
    let see = item.bound(Bond::SeeAlso).map(|see| &*see.href).find(|href| is_uri(href));
    w.member("external_url", see.unwrap_or_default());
    w.member("title", &item.text.headline.plain());
    w.member("summary", &item.text.deck.as_ref().map(story::Inline::plain).unwrap_or_default());
    let mut body = String::new();
    if !item.notice.is_empty() {
        body.push_str("<p class=\"notice\">");
        html::escape(&mut body, &item.notice);
        body.push_str("</p>\n");
    }
    let setting = Setting { related: &|_| Pointer::Plain, ..Setting::default() };
    html::write_body(&mut body, &item.text.body, &setting);
    w.name("content_html");
    w.value(&Value::Words(body.into()));
    for (name, time) in [("date_published", item.times.first), ("date_modified", item.times.this)] {
        if let Some(time) = time {
            w.member(name, &When::moment(time.at()).to_string());
            if time.precision() != Precision::Moment {
                written.leave_out("times/precision");
            }
        }
    }
    authors(w, item);
    w.list("tags", |w| {
        for word in &item.keywords {
            w.value(&Value::Words((&**word).into()));
        }
        for concept in &item.concepts {
            if let Some(name) = concept.name(item.lang.as_ref()) {
                w.value(&Value::Words(name.into()));
            }
        }
    });
    match &item.lang {
        Some(lang) if *lang != channel.lang => w.member("language", lang.as_str()),
        _ => {}
    }
    for part in &item.parts {
        let href = part.item.renditions.iter().map(|r| &*r.href).find(|href| is_uri(href));
        if let (true, Some(href)) = (matches!(&*part.name, "image" | "banner_image"), href) {
            w.member(&part.name, href);
        } else {
            written.leave_out("parts");
        }
    }
    w.list("attachments", |w| {
        for enclosure in item.bound(Bond::Enclosure).filter(|enclosure| is_uri(&enclosure.href)) {
            w.object(|w| {
                w.member("url", &enclosure.href);
                w.member(
                    "mime_type",
                    if enclosure.mime.is_empty() { "application/octet-stream" } else { &enclosure.mime },
                );
                w.member("title", &enclosure.title);
                if let Some(bytes) = enclosure.bytes {
                    w.number("size_in_bytes", bytes);
                }
            });
        }
    });
    own(w, item);
    if head::dateline(item, &profile).is_some() {
        written.leave_out("dateline");
    }
    left_out(item, written);
}

/// What programs are told beyond the standard: what became of the version before, and the notice by itself.
fn own(w: &mut Writer, item: &Item) {
    let status = match item.status {
        Status::Usable => "",
        Status::Withheld => "withheld",
        Status::Canceled => "canceled",
    };
    let act = item.act.map(|act| act.to_string()).unwrap_or_default();
    let all = [("version", &*item.version), ("status", status), ("act", &act), ("notice", &item.notice)];
    if all.iter().all(|(_, value)| value.is_empty()) {
        return;
    }
    w.name(OWN);
    w.object(|w| {
        for (name, value) in all {
            w.member(name, value);
        }
    });
}

fn authors(w: &mut Writer, item: &Item) {
    let byline = item.text.byline.as_deref().unwrap_or_default();
    let creators: Vec<_> = item.parties(PartyRole::Creator).filter(|party| !party.name.is_empty()).collect();
    w.list("authors", |w| {
        if creators.is_empty() && !byline.is_empty() {
            w.object(|w| w.member("name", byline));
        }
        for party in creators {
            let way = |kind: &str| party.reach.iter().find(|way| &*way.role == kind).map(|way| &*way.value);
            w.object(|w| {
                w.member("name", &party.name);
                address(w, "url", way("web").unwrap_or_default());
                address(w, "avatar", way("avatar").unwrap_or_default());
            });
        }
    });
}

fn address(w: &mut Writer, name: &str, address: &str) {
    if is_uri(address) {
        w.member(name, address);
    }
}

/// What a feed for readers has no place for.
fn left_out(item: &Item, written: &mut Written) {
    let times = &item.times;
    let marked = |words: &story::Inline| words.runs().iter().any(|run| !run.style.is_plain());
    let all = [
        (item.urgency.is_some(), "urgency"),
        (!item.slug.is_empty(), "slug"),
        (!item.title.is_empty(), "title"),
        (marked(&item.text.headline), "text/headline/marks"),
        (!item.headlines.is_empty(), "headlines"),
        (!item.descriptions.is_empty(), "descriptions"),
        (!item.bodies.is_empty(), "bodies"),
        (!item.advisories.is_empty(), "advisories"),
        (item.concepts.iter().any(|concept| !concept.code.is_empty()), "concepts/code"),
        (item.rights != story::data::UsageRights::default(), "rights"),
        (item.parties.iter().any(|party| party.role != PartyRole::Creator), "parties"),
        (!item.services.is_empty(), "services"),
        (item.references.iter().any(|r| !r.guid.is_empty()), "references"),
        (!item.renditions.is_empty(), "renditions"),
        (!item.groups.is_empty(), "groups"),
        (!item.alt_ids.is_empty(), "alt_ids"),
        (!item.kept.is_empty(), "kept"),
        (times.content.is_some() || times.content_changed.is_some() || times.sent.is_some(), "times/content"),
        (times.embargo.is_some(), "times/embargo"),
        (times.expires.is_some(), "times/expires"),
        (item.dir.is_some(), "dir"),
    ];
    all.iter().filter(|(is, _)| *is).for_each(|(_, what)| written.leave_out(what));
}
