//! The suites of feedparser, the feed validator and feed-rs: everything in them is read, and what they say that is in
//! a file is found there.

use super::super::*;
use super::expect::{Expected, Value, expected};
use jiff::civil::DateTime;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use story::item::{Bond, PartyRole, When};

/// The folder of a suite; fails when it is promised and not there.
pub(super) fn suite(name: &str) -> Option<PathBuf> {
    let named = std::env::var_os("DATELINE_SHARED").map(PathBuf::from);
    let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = named.clone().unwrap_or_else(usual).join("standards").join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(named.is_none(), "DATELINE_SHARED promises {}, which is not there", folder.display());
    skipped(&format!("feeds: the suite {name} is not here"));
    None
}

/// Notes that something could not be tested here.
pub(super) fn skipped(why: &str) {
    use std::io::Write;
    let Some(list) = std::env::var_os("DATELINE_SKIPPED") else { return };
    let file = std::fs::OpenOptions::new().create(true).append(true).open(list);
    file.and_then(|mut file| writeln!(file, "{why}")).expect("a list of what was skipped");
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut inside: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    inside.sort();
    for path in inside {
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// Marks apart, spaces apart: the words that a person would see.
fn words(html: &str) -> String {
    squeezed(&markup::flat(&crate::html::read(html)).plain())
}

fn squeezed(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

fn same(ours: &str, theirs: &str) -> bool {
    let ours = squeezed(ours);
    let tagless = theirs
        .split('<')
        .enumerate()
        .map(|(n, part)| if n == 0 { part } else { part.split_once('>').map_or("", |(_, rest)| rest) });
    let tagless = tagless.collect::<String>();
    ours == squeezed(theirs) || ours == words(theirs) || ours == words(&tagless)
}

/// What a header line of a file says.
fn header<'t>(text: &'t str, name: &str) -> &'t str {
    let lines = text.lines().filter_map(|line| line.trim().strip_prefix("Header:"));
    let found =
        lines.filter_map(|line| line.trim().split_once(':')).find(|(known, _)| known.eq_ignore_ascii_case(name));
    found.map_or("", |(_, value)| value.trim())
}

/// The characters of a file that its expectation stands in, whatever its charset.
fn readable(bytes: &[u8]) -> String {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, ..] | [b'<', 0, 0, 0, ..] => {
            bytes.iter().filter(|b| **b != 0).map(|b| char::from(*b)).collect()
        }
        [0xff, 0xfe, ..] | [b'<', 0, ..] => encoding_rs::UTF_16LE.decode(bytes).0.into_owned(),
        [0xfe, 0xff, ..] | [0, b'<', ..] => encoding_rs::UTF_16BE.decode(bytes).0.into_owned(),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Whether a feed has what is expected; none for what this house does not look for.
fn has(feed: &Feed, expected: &Expected) -> Option<bool> {
    let way: Vec<&str> = expected.way.iter().map(String::as_str).collect();
    match way.as_slice() {
        ["entries", n, key @ ..] => {
            let n: usize = n.parse().ok()?;
            let known = is_judged(key);
            match feed.items.get(n) {
                Some(item) => entry_has(item, key, &expected.value),
                None => known.then_some(false),
            }
        }
        ["feed", key @ ..] => feed_has(&feed.channel, key, &expected.value),
        _ => None,
    }
}

fn is_judged(key: &[&str]) -> bool {
    entry_has(&Item::default(), key, &Value::None).is_some()
}

fn entry_has(item: &Item, key: &[&str], value: &Value) -> Option<bool> {
    let body = || story::Text { body: item.text.body.clone(), ..Default::default() };
    let text = || {
        let mut texts = vec![markup::flat(&body()).plain()];
        texts.extend(item.text.deck.as_ref().map(story::text::Inline::plain));
        texts.extend(item.descriptions.iter().map(|wording| wording.words.plain()));
        texts.extend(item.bodies.iter().map(|body| words(&body.raw)));
        texts
    };
    let any = |texts: &[String]| match value {
        Value::Words(theirs) => texts.iter().any(|ours| same(ours, theirs)),
        _ => texts.iter().all(|ours| ours.is_empty()),
    };
    let foreign = |inline: &story::text::Inline| inline.runs().first().and_then(|run| run.style.lang.clone());
    let lang = |own: Option<story::Tag>| {
        let ours = own.or_else(|| item.lang.clone()).map(|tag| tag.to_string()).unwrap_or_default();
        match value {
            Value::Words(theirs) => ours.eq_ignore_ascii_case(&theirs.replace('_', "-")),
            _ => ours.is_empty(),
        }
    };
    let authors: Vec<_> = item.parties(PartyRole::Creator).collect();
    let author = |n: usize, part: &str| {
        let Some(party) = authors.get(n) else { return *value == Value::None };
        let reach = |kind: &str| party.reach.iter().find(|way| &*way.role == kind).map(|way| way.value.to_string());
        let email = reach("email").unwrap_or_default();
        let ours = match part {
            "email" => email,
            "url" | "href" => reach("web").unwrap_or_default(),
            "name" => party.name.to_string(),
            _ if email.is_empty() || *party.name == *email => party.name.to_string(),
            _ => format!("{} ({email})", party.name),
        };
        *value == Value::Words(ours)
    };
    Some(match key {
        ["title"] | ["title_detail", "value"] => any(&[item.text.headline.plain()]),
        ["title_detail", "language"] => lang(foreign(&item.text.headline)),
        ["link"] => {
            let ours = item.bound(Bond::Page).next().map(|page| page.href.to_string());
            ours.map_or(Value::None, Value::Words) == *value
        }
        ["id" | "guid"] => Value::Words(item.guid.to_string()) == *value,
        ["description" | "summary"] | ["summary_detail", "value"] => any(&text()),
        ["content", _, "value"] => any(&text()),
        ["language"] | ["content", _, "language"] => lang(None),
        ["summary_detail", "language"] => lang(item.text.deck.as_ref().and_then(foreign)),
        ["author"] => author(0, ""),
        ["author_detail", part] => author(0, part),
        ["authors", n, part] => author(n.parse().ok()?, part),
        ["published" | "published_parsed" | "issued" | "issued_parsed"] => same_time(item.times.first, value),
        ["updated" | "updated_parsed" | "modified" | "modified_parsed"] => same_time(item.times.this, value),
        ["created" | "created_parsed"] => same_time(item.times.content, value),
        ["expired" | "expired_parsed"] => same_time(item.times.expires, value),
        _ => return None,
    })
}

fn same_time(ours: Option<When>, theirs: &Value) -> bool {
    let theirs = match theirs {
        Value::None => return ours.is_none(),
        Value::Words(words) => dates::read(words, "", &mut Liberties::new()).map(|when| when.at()),
        Value::Numbers(numbers) => {
            let small = |n: usize| numbers.get(n).and_then(|n| i8::try_from(*n).ok()).unwrap_or_default();
            let year = numbers.first().and_then(|n| i16::try_from(*n).ok()).unwrap_or_default();
            let at = DateTime::new(year, small(1), small(2), small(3), small(4), small(5), 0).expect("a time");
            Some(at.to_zoned(jiff::tz::TimeZone::UTC).expect("a time").timestamp())
        }
    };
    theirs.is_some() && ours.map(|when| when.at()) == theirs
}

fn feed_has(channel: &Channel, key: &[&str], value: &Value) -> Option<bool> {
    let line = |ours: &Line| match value {
        Value::Words(theirs) => same(ours, theirs),
        _ => ours.is_empty(),
    };
    Some(match key {
        ["title"] | ["title_detail", "value"] => line(&channel.title),
        ["link"] => line(&channel.link),
        ["description" | "subtitle" | "tagline"] => line(&channel.description),
        ["updated" | "updated_parsed"] => same_time(channel.updated.map(When::moment), value),
        ["language"] => match value {
            Value::Words(theirs) => channel.lang.as_str().eq_ignore_ascii_case(&theirs.replace('_', "-")),
            _ => channel.lang == story::Tag::unknown(),
        },
        _ => return None,
    })
}

/// How many of how many.
#[derive(Debug, Default, Clone, Copy)]
struct Rate {
    good: usize,
    all: usize,
}

impl Rate {
    fn count(&mut self, good: bool) {
        self.good += usize::from(good);
        self.all += 1;
    }

    fn share(self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "small numbers")]
        if self.all == 0 { 1.0 } else { self.good as f64 / self.all as f64 }
    }
}

#[test]
fn what_feedparsers_suite_expects_of_entries_is_found() {
    let Some(folder) = suite("feedparser-tests") else { return };
    let mut archive = std::fs::read_dir(&folder).expect("a folder").filter_map(|e| Some(e.ok()?.path()));
    let archive = archive.find(|path| path.to_string_lossy().ends_with(".tar.gz")).expect("an archive");
    let target = std::env::temp_dir().join(format!("dateline-feedparser-{}", std::process::id()));
    std::fs::create_dir_all(&target).expect("a folder");
    let done = std::process::Command::new("tar").arg("xzf").arg(&archive).arg("-C").arg(&target).status();
    if !done.is_ok_and(|status| status.success()) {
        return skipped("feeds: tar is not here");
    }
    let mut all = Vec::new();
    files(&target, &mut all);
    let languages = Languages::built_in();
    let mut rates: BTreeMap<(&str, &str), Rate> = BTreeMap::new();
    let mut failures = Vec::new();
    for path in &all {
        let bytes = std::fs::read(path).expect("a file");
        let name = path.strip_prefix(&target).expect("within").to_string_lossy().into_owned();
        let text = readable(&bytes);
        let group = if name.contains("wellformed") { "wellformed" } else { "the rest" };
        let Some((_, expression)) = text.split_once("Expect:") else { continue };
        let expression = expression.lines().next().unwrap_or_default();
        let asked_of = url::Url::parse("http://127.0.0.1:8097/").expect("an address");
        let asked_of = asked_of.join(&name).expect("an address");
        let place = asked_of.join(header(&text, "content-location")).ok().filter(|url| url.scheme() == "http");
        let base = place.unwrap_or(asked_of);
        let hint = Hint {
            content_type: header(&text, "content-type"),
            base: base.as_str(),
            language: header(&text, "content-language"),
        };
        let feed = feed(&bytes, hint, languages);
        let mut held: BTreeMap<&str, bool> = BTreeMap::new();
        for expected in expected(expression) {
            let of = if expected.way.first().is_some_and(|first| first == "feed") { "feed" } else { "entries" };
            let nothing = Feed {
                channel: Channel::default(),
                format: Format::Rss,
                version: String::new(),
                items: Vec::new(),
                liberties: Liberties::new(),
            };
            if let Some(found) = has(feed.as_ref().unwrap_or(&nothing), &expected) {
                *held.entry(of).or_insert(true) &= found;
                if !found {
                    let why = feed.as_ref().err().map(ToString::to_string).unwrap_or_default();
                    failures.push(format!("{name}: {} {:?} {why}", expected.way.join("/"), expected.value));
                }
            }
        }
        for (of, found) in held {
            rates.entry((group, of)).or_default().count(found);
        }
    }
    std::fs::remove_dir_all(&target).expect("a folder to remove");
    for ((group, of), rate) in &rates {
        println!("{group}, {of}: {} of {} ({:.1} %)", rate.good, rate.all, 100.0 * rate.share());
    }
    println!("{}", failures.join("\n"));
    let share = |group, of| rates.get(&(group, of)).copied().unwrap_or_default().share();
    assert!(share("wellformed", "entries") >= 0.95, "{failures:#?}");
    assert!(share("the rest", "entries") >= 0.80, "{failures:#?}");
    assert!(share("wellformed", "feed") >= 0.95 && share("the rest", "feed") >= 0.80, "{failures:#?}");
}

/// The entries of a file by its tags alone, without those in comments and in CDATA.
fn entries_by_tags(text: &str) -> usize {
    let mut bare = text.to_owned();
    for (from, to) in [("<!--", "-->"), ("<![CDATA[", "]]>")] {
        while let Some(start) = bare.find(from) {
            let end = bare[start..].find(to).map_or(bare.len(), |end| start + end + to.len());
            bare.replace_range(start..end, "");
        }
    }
    let is_entry = |tag: &str| {
        let name = tag.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default();
        matches!(name.rsplit(':').next(), Some("item" | "entry"))
    };
    bare.split('<').skip(1).filter(|tag| is_entry(tag)).count()
}

#[test]
fn every_entry_of_the_feed_validators_suite_is_found() {
    let Some(folder) = suite("feedvalidator") else { return };
    let mut all = Vec::new();
    files(&folder.join("testcases"), &mut all);
    let languages = Languages::built_in();
    let mut missed = Vec::new();
    for path in &all {
        let bytes = std::fs::read(path).expect("a file");
        let found = feed(&bytes, Hint::default(), languages);
        let there = entries_by_tags(&readable(&bytes));
        let count = found.as_ref().map_or(0, |feed| feed.items.len());
        // What names entities of its own is refused, with its entries.
        if count != there && !matches!(found, Err(Refused::Entities { .. })) {
            let why = found.err().map(|refused| refused.to_string()).unwrap_or_default();
            let name = path.strip_prefix(&folder).expect("within").to_string_lossy().into_owned();
            missed.push(format!("{name}: {count} of {there} {why}"));
        }
    }
    println!("{} of {} files\n{}", all.len() - missed.len(), all.len(), missed.join("\n"));
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn what_feed_rs_finds_is_found() {
    let Some(folder) = suite("feed-rs-fixtures") else { return };
    let mut all = Vec::new();
    files(&folder, &mut all);
    let languages = Languages::built_in();
    let mut missed = Vec::new();
    let mut read = 0;
    for path in all.iter().filter(|path| path.extension().is_some_and(|end| end == "xml")) {
        let bytes = std::fs::read(path).expect("a file");
        let told = path.with_extension("serde.json");
        let Ok(json) = std::fs::read(&told) else { continue };
        let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
        let there = json.get("entries").and_then(|entries| entries.as_array()).map_or(0, Vec::len);
        let found = feed(&bytes, Hint::default(), languages);
        let count = found.as_ref().map_or(0, |feed| feed.items.len());
        read += 1;
        if count != there {
            missed.push(format!("{}: {count} of {there} {:?}", path.display(), found.err()));
        }
    }
    println!("{read} files");
    assert!(read > 0);
    assert!(missed.is_empty(), "{missed:#?}");
}
