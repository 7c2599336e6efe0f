//! A page as an item, and an item as a page that stands for itself.
//!
//! Of a page its article is read (or its body, when it has none), with what its head says: title, language, canonical
//! address, author, description, keywords. A page that was written here is read back with its identity, its times and
//! its notice, which stand in `meta` elements under the names of the item's members.

use super::{escape, read as read_tree, write_body};
use crate::reading::{Liberties, MOST_BYTES, Refused, Took};
use crate::{Format, Reading, Written, head, xml};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use lang::Languages;
use std::cell::RefCell;
use story::item::{Bond, Party, PartyRole, Reference};
use story::{Item, Line};

/// Whether a file begins as a page does.
pub(crate) fn is(head: &[u8]) -> bool {
    let start = head.iter().position(|b| !b.is_ascii_whitespace() && !matches!(b, 0xef | 0xbb | 0xbf)).unwrap_or(0);
    let begins =
        |sign: &str| head.get(start..start + sign.len()).is_some_and(|b| b.eq_ignore_ascii_case(sign.as_bytes()));
    ["<!doctype html", "<html", "<head", "<body", "<article"].iter().any(|sign| begins(sign))
}

/// Reads a page.
///
/// # Errors
/// [`Refused`]: too large, or nothing to read in it.
pub fn read_item(bytes: &[u8], languages: &Languages) -> Result<Reading, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused::TooLarge { len: bytes.len(), most: MOST_BYTES });
    }
    let mut liberties = Liberties::new();
    let page = xml::decode(bytes, &mut liberties)?;
    let head = Head::of(&page);
    let mut text = read_tree(article(&page));
    if text.fits().is_err() {
        text.body.truncate(1_000);
        liberties.take(Took::TooMuch, "body", "");
    }
    let meta = |name: &str| head.meta.iter().find(|(known, _)| known == name).map(|(_, value)| Line::new(value));
    if text.headline.is_empty() {
        let title = meta("og:title").unwrap_or_else(|| Line::new(&head.title));
        text.headline = story::Inline::plain_text(&*title);
    }
    if text.headline.is_empty() && text.body.is_empty() {
        return Err(Refused::Empty);
    }
    let mut item = Item { text, title: Line::new(&head.title), ..Item::default() };
    item.lang = head.lang.as_deref().and_then(|lang| lang.parse().ok());
    item.dir = match head.dir.as_deref() {
        Some("rtl") => Some(story::Direction::Rtl),
        Some("ltr") => Some(story::Direction::Ltr),
        _ => None,
    };
    let mut time = |name: &str| meta(name).and_then(|words| crate::times::read(&words, name, &mut liberties));
    item.times.first = time("article:published_time");
    item.times.this = time("article:modified_time").or(item.times.first);
    item.guid = meta("identifier").unwrap_or_default();
    item.version = meta("version").unwrap_or_default();
    item.slug = meta("slug").unwrap_or_default();
    item.notice = meta("notice").unwrap_or_default();
    item.dateline = meta("dateline").unwrap_or_default();
    item.act = meta("act").and_then(|word| word.parse().ok());
    item.parties.extend(meta("author").map(|name| Party::named(PartyRole::Creator, &name)));
    item.parties.extend(meta("og:site_name").map(|name| Party::named(PartyRole::Provider, &name)));
    item.keywords = meta("keywords")
        .iter()
        .flat_map(|words| words.split([',', '،', '，']))
        .map(Line::new)
        .filter(|word| !word.is_empty())
        .take(story::data::MOST_LABELS)
        .collect();
    if item.text.deck.is_none() {
        item.text.deck = meta("description").filter(|d| !d.is_empty()).map(|d| story::Inline::plain_text(&*d));
    }
    item.references.extend(head.canonical.map(|href| Reference {
        bond: Bond::Page,
        href: Line::new(href),
        ..Reference::default()
    }));
    if item.lang.is_none() {
        item.lang = Some(lang::identify(&item.text.plain()).tag).filter(|tag| languages.get(tag).is_some());
        if let Some(lang) = &item.lang {
            liberties.take(Took::Assumed, "lang", lang.as_str());
        }
    }
    Ok(Reading { format: Format::Html, version: String::new(), items: vec![item], liberties })
}

/// The part of a page that holds the story.
fn article(page: &str) -> &str {
    let lower = page.to_ascii_lowercase();
    for (open, close) in [("<article", "</article>"), ("<main", "</main>")] {
        if let (Some(from), Some(to)) = (lower.find(open), lower.rfind(close))
            && let Some(part) = page.get(from..to)
        {
            return part;
        }
    }
    page
}

/// What the head of a page says.
#[derive(Default)]
struct Head {
    title: String,
    lang: Option<String>,
    dir: Option<String>,
    canonical: Option<String>,
    meta: Vec<(String, String)>,
    in_title: bool,
    ended: bool,
}

/// The most `meta` elements that are looked at.
const MOST_META: usize = 500;

impl Head {
    fn of(page: &str) -> Self {
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(page));
        let tokenizer = Tokenizer::new(Sink(RefCell::default()), TokenizerOpts::default());
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        tokenizer.sink.0.into_inner()
    }

    fn start(&mut self, tag: &html5ever::tokenizer::Tag) {
        let of = |name: &str| tag.attrs.iter().find(|a| &*a.name.local == name).map(|a| a.value.to_string());
        match &*tag.name {
            "html" | "article" => {
                self.lang = self.lang.take().or_else(|| of("lang"));
                self.dir = self.dir.take().or_else(|| of("dir"));
            }
            "title" => self.in_title = self.title.is_empty(),
            "meta" if self.meta.len() < MOST_META => {
                if let (Some(name), Some(value)) = (of("name").or_else(|| of("property")), of("content")) {
                    self.meta.push((name.to_ascii_lowercase(), value));
                }
            }
            "link" if of("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                self.canonical = self.canonical.take().or_else(|| of("href"));
            }
            _ => {}
        }
    }
}

struct Sink(RefCell<Head>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut head = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => head.start(&tag),
            Token::TagToken(tag) if &*tag.name == "title" => head.in_title = false,
            Token::TagToken(tag) if &*tag.name == "head" => head.ended = true,
            Token::CharacterTokens(words) if head.in_title && !head.ended => head.title.push_str(&words),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// The item as a page that stands for itself.
pub fn write_item(item: &Item, languages: &Languages) -> Written {
    let profile = head::profile(item, languages);
    let mut out = String::from("<!doctype html>\n<html lang=\"");
    escape(&mut out, profile.tag().as_str());
    out.push_str(&format!("\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>", profile.direction().as_str()));
    escape(&mut out, if item.title.is_empty() { &item.notice } else { &item.title });
    out.push_str("</title>\n");
    let dateline = head::dateline(item, &profile).unwrap_or_default();
    let time = |when: Option<story::item::When>| when.map(|at| at.to_string()).unwrap_or_default();
    let party = |role| item.parties(role).next().map(|party| party.name.to_string()).unwrap_or_default();
    for (name, value) in [
        ("identifier", item.guid.to_string()),
        ("version", item.version.to_string()),
        ("slug", item.slug.to_string()),
        ("act", item.act.map(|kind| kind.to_string()).unwrap_or_default()),
        ("article:published_time", time(item.times.first)),
        ("article:modified_time", time(item.times.this)),
        ("author", party(PartyRole::Creator)),
        ("og:site_name", party(PartyRole::Provider)),
        ("keywords", item.keywords.iter().map(|word| &**word).collect::<Vec<_>>().join(", ")),
        ("dateline", dateline.to_string()),
        ("notice", item.notice.to_string()),
    ] {
        if !value.is_empty() {
            out.push_str(&format!("<meta name=\"{name}\" content=\""));
            escape(&mut out, &value);
            out.push_str("\">\n");
        }
    }
    if let Some(page) = item.bound(Bond::Page).find(|page| !page.href.is_empty()) {
        out.push_str("<link rel=\"canonical\" href=\"");
        escape(&mut out, &page.href);
        out.push_str("\">\n");
    }
    out.push_str("</head>\n<body>\n");
    if !item.notice.is_empty() {
        out.push_str("<aside role=\"note\"><p>");
        escape(&mut out, &item.notice);
        out.push_str("</p></aside>\n");
    }
    if item.text.body.is_empty() && item.text.headline.is_empty() {
        out.push_str("<article></article>\n");
        write_body(&mut out, &[], &super::Setting::default());
    } else {
        out.push_str(&super::write(&item.text, &profile));
    }
    out.push_str("</body>\n</html>\n");
    let mut written = Written { text: out, left_out: Vec::new() };
    not_carried(item, &mut written);
    written
}

/// Names what a page has no place for.
fn not_carried(item: &Item, written: &mut Written) {
    for (member, there) in [
        ("advisories", !item.advisories.is_empty()),
        ("alt_ids", !item.alt_ids.is_empty()),
        ("bodies", !item.bodies.is_empty()),
        ("concepts", !item.concepts.is_empty()),
        ("descriptions", !item.descriptions.is_empty()),
        ("headlines", !item.headlines.is_empty()),
        ("parts", !item.parts.is_empty()),
        ("renditions", !item.renditions.is_empty()),
        ("rights", item.rights != story::data::UsageRights::default()),
        ("services", !item.services.is_empty()),
        ("times/embargo", item.times.embargo.is_some()),
        ("urgency", item.urgency.is_some()),
        ("kept", !item.kept.is_empty()),
    ] {
        if there {
            written.leave_out(member);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use story::Kind;

    #[test]
    fn a_page_of_somebody_else_is_read() {
        let page = "<!DOCTYPE html><html lang=\"fr\"><head><title>Un port</title>\
            <meta property=\"article:published_time\" content=\"2026-03-12T08:00:00Z\">\
            <meta name=\"author\" content=\"Ana Sample\"><link rel=\"canonical\" href=\"https://news.example/fr/1\">\
            </head><body><nav>Menu</nav><article><h1>Dix bateaux</h1><p>On les a comptés.</p></article></body></html>";
        assert!(is(page.as_bytes()));
        let reading = read_item(page.as_bytes(), Languages::built_in()).expect("a page");
        let item = reading.items.first().expect("an item");
        assert_eq!(item.text.headline.plain(), "Dix bateaux");
        assert_eq!(item.text.body.len(), 1);
        assert_eq!(item.lang.as_ref().map(|lang| lang.as_str()), Some("fr"));
        assert_eq!(item.bound(Bond::Page).next().map(|page| &*page.href), Some("https://news.example/fr/1"));
        assert!(item.times.first.is_some());
    }

    #[test]
    fn what_was_withdrawn_is_a_page_with_its_notice() {
        let item = Item { act: Some(Kind::Kill), notice: Line::new("Withdrawn."), ..Item::default() };
        let written = write_item(&item, Languages::built_in());
        let reading = read_item(written.text.as_bytes(), Languages::built_in()).expect("a page");
        let back = reading.items.first().expect("an item");
        assert_eq!((back.act, &*back.notice), (Some(Kind::Kill), "Withdrawn."));
    }

    proptest! {
        #![proptest_config(crate::trials::cases(64))]
        #[test]
        fn the_text_comes_back(item in story::item::arbitrary::item()) {
            let written = write_item(&item, Languages::built_in());
            if let Ok(reading) = read_item(written.text.as_bytes(), Languages::built_in()) {
                let back = reading.items.first().expect("an item");
                if !item.text.headline.is_empty() {
                    prop_assert_eq!(&back.text.headline, &item.text.headline);
                    prop_assert_eq!(&back.text.body, &item.text.body);
                }
                prop_assert_eq!(&back.guid, &item.guid);
                prop_assert_eq!(&back.notice, &item.notice);
            }
        }

        #[test]
        fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = (is(&bytes), read_item(&bytes, Languages::built_in()));
        }
    }
}
