//! What is written is valid, read by others, and read back as it was.

use super::super::*;
use super::suites::skipped;
use crate::head;
use crate::reading::Written;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::path::PathBuf;
use std::process::Command;
use story::Tag;
use story::item::{Bond, Concept, Party, PartyRole, Precision, Times, arbitrary};
use story::text::Inline;

fn channel() -> Channel {
    Channel {
        title: "Dateline <wire> & more".into(),
        link: "https://example.org/".into(),
        address: "https://example.org/feed".into(),
        description: "All of it".into(),
        ..Channel::default()
    }
}

fn languages() -> &'static Languages {
    Languages::built_in()
}

/// An item as a feed can carry it: what has no place in one is empty, what is said in another way is said so.
fn carried(item: &Item, atom: bool) -> Item {
    let profile = head::profile(item, languages());
    let line = |inline: &Inline| Inline::plain_text(inline.plain().replace('\n', " "));
    let named =
        |role| item.parties(role).map(move |party| Party::named(role, &*party.name)).filter(|party| !party.is_empty());
    let mut parties: Vec<Party> = named(PartyRole::Creator).collect();
    if parties.is_empty() {
        // A byline is somebody; an entry of Atom without an author is the feed's.
        let byline = item.text.byline.clone().or_else(|| atom.then(|| channel().title));
        parties.extend(byline.map(|byline| Party::named(PartyRole::Creator, &*byline)));
    }
    let names: Vec<String> = parties.iter().map(|party| party.name.to_string()).collect();
    let byline = item.text.byline.clone().or_else(|| (!names.is_empty()).then(|| Line::new(names.join(", "))));
    for role in ORDER.into_iter().skip(1) {
        parties.extend(named(role));
    }
    if item.parties(PartyRole::Provider).next().is_none() {
        parties.extend(people::party(PartyRole::Provider, &channel().title, "", &channel().link));
    }
    parties.sort_by_key(|party| ORDER.iter().position(|role| *role == party.role));
    let updated = out::changed(item).map(|when| story::item::When::moment(when.at()));
    let epoch = story::item::When::moment(jiff::Timestamp::UNIX_EPOCH);
    let concepts = item.concepts.iter().filter(|concept| subjects::said(concept, item.lang.as_ref()).is_some());
    let mut known: Vec<Concept> = Vec::new();
    for concept in concepts {
        let name = concept.name(item.lang.as_ref()).unwrap_or_default();
        let concept =
            Concept { kind: concept.kind, code: concept.code.clone(), ..Concept::default() }.with_name(None, name);
        if !known.contains(&concept) {
            known.push(concept);
        }
    }
    let mut keywords: Vec<Line> = Vec::new();
    for word in &item.keywords {
        if !keywords.contains(word) {
            keywords.push(word.clone());
        }
    }
    let mut text = item.text.clone();
    text.dateline = None;
    text.byline = byline;
    if !atom {
        text.headline = line(&text.headline);
    }
    Item {
        guid: item.guid.clone(),
        version: item.version.clone(),
        status: item.status,
        lang: item.lang.clone(),
        times: Times {
            first: if atom { item.times.first } else { item.times.first.or(item.times.this) },
            this: if atom { updated.or(Some(epoch)) } else { item.times.this },
            content: item.times.content,
            expires: item.times.expires,
            ..Times::default()
        },
        slug: item.slug.clone(),
        urgency: item.urgency,
        dateline: head::dateline(item, &profile).map(Line::new).unwrap_or_default(),
        text,
        notice: item.notice.clone(),
        concepts: known,
        keywords,
        rights: item.rights.clone(),
        references: item.references.iter().filter(|r| r.bond != Bond::Enclosure).cloned().collect(),
        parties,
        ..Item::default()
    }
}

const ORDER: [PartyRole; 5] =
    [PartyRole::Creator, PartyRole::Contributor, PartyRole::Publisher, PartyRole::Provider, PartyRole::Source];

/// What was read, without what a feed brings along: the direction, which is always said, and media, which are parts.
fn told(mut item: Item) -> Item {
    item.dir = None;
    item.parts.clear();
    item.parties.sort_by_key(|party| ORDER.iter().position(|role| *role == party.role));
    item
}

fn pretty(item: &Item) -> String {
    serde_json::to_string_pretty(item).expect("JSON")
}

proptest! {
    #![proptest_config(crate::trials::cases(192))]

    #[test]
    fn any_item_is_read_back_from_rss(item in arbitrary::item()) {
        let written = rss::write(std::slice::from_ref(&item), &channel(), languages());
        let reading = read(written.text.as_bytes(), languages()).expect("a feed");
        prop_assert_eq!(pretty(&told(reading.items[0].clone())), pretty(&carried(&item, false)), "{}", written.text);
        // What a feed says of itself belongs to none of its items.
        let of_items = reading.liberties.list.iter().find(|liberty| !liberty.at.starts_with("feed/"));
        prop_assert!(of_items.is_none(), "{:?} {}", of_items, written.text);
    }

    #[test]
    fn any_item_is_read_back_from_atom(item in arbitrary::item()) {
        let written = atom::write(std::slice::from_ref(&item), &channel(), languages());
        let reading = read(written.text.as_bytes(), languages()).expect("a feed");
        prop_assert_eq!(pretty(&told(reading.items[0].clone())), pretty(&carried(&item, true)), "{}", written.text);
        // What a feed says of itself belongs to none of its items.
        let of_items = reading.liberties.list.iter().find(|liberty| !liberty.at.starts_with("feed/"));
        prop_assert!(of_items.is_none(), "{:?} {}", of_items, written.text);
        prop_assert_eq!(reading.items.len(), 1);
    }

    #[test]
    fn nothing_makes_the_reader_panic(xml in "(<(/?(rss|channel|item|title|link|description|feed|entry|content|media:group|media:content|category|guid|source|author|name))( (type|href|rel|url|xml:base|mode)=['\"][a-z:/#. ]{0,9}['\"])?/?>|[a-z@&;<\\[!-]{0,5}|\\PC{0,5}){0,30}") {
        let _ = feed(xml.as_bytes(), Hint::default(), languages());
        let _ = feed(format!("<rss><channel><item>{xml}</item></channel></rss>").as_bytes(), Hint::default(), languages());
        let _ = feed(format!("<feed><entry>{xml}</entry></feed>").as_bytes(), Hint::default(), languages());
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = feed(&bytes, Hint { content_type: "text/xml; charset=gb2312", base: "x:y", language: "_" }, languages());
    }
}

/// Items of every kind, always the same ones.
fn many(count: usize) -> Vec<Item> {
    let mut runner = TestRunner::deterministic();
    let one = arbitrary::item();
    let item = |n: usize, runner: &mut TestRunner| {
        let mut item = one.new_tree(runner).expect("an item").current();
        item.guid = Line::new(format!("urn:newsml:example.org:{n}"));
        item
    };
    (0..count).map(|n| item(n, &mut runner)).collect()
}

/// A file for a tool of others, away again when it is dropped.
struct Paper(PathBuf);

impl Paper {
    fn of(name: &str, written: &Written) -> Self {
        let path = std::env::temp_dir().join(format!("dateline-{}-{name}", std::process::id()));
        std::fs::write(&path, &written.text).expect("a file");
        Self(path)
    }
}

impl Drop for Paper {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Runs a tool; none where it is not on this machine, which is said.
fn ran(command: &mut Command) -> Option<String> {
    match command.output() {
        Ok(output) => {
            let said =
                format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            Some(if output.status.success() { String::new() } else { format!("failed: {said}") })
        }
        Err(_) => {
            skipped(&format!("feeds: {:?} is not here", command.get_program()));
            None
        }
    }
}

#[test]
fn what_is_written_is_valid() {
    let items = many(300);
    let atom = Paper::of("atom.xml", &atom::write(&items, &channel(), languages()));
    let rss = Paper::of("rss.xml", &rss::write(&items, &channel(), languages()));
    for paper in [&atom, &rss] {
        let said = ran(Command::new("xmllint").arg("--noout").arg(&paper.0));
        assert_eq!(said.unwrap_or_default(), "");
    }
    let Some(schema) = super::suites::suite("atom") else { return };
    let said = ran(Command::new("jing").arg("-c").arg(schema.join("atom.rnc")).arg(&atom.0));
    assert_eq!(said.unwrap_or_default(), "");
}

#[test]
fn what_is_written_is_read_by_feedparser() {
    let python = std::env::var("DATELINE_PYTHON").unwrap_or_else(|_| "python3".into());
    let known = Command::new(&python).args(["-c", "import feedparser"]).output();
    if !known.is_ok_and(|output| output.status.success()) {
        return skipped("feeds: feedparser (PyPI) is not here");
    }
    let items = many(300);
    let script = "import feedparser, sys\n\
                  d = feedparser.parse(sys.argv[1])\n\
                  assert not d.bozo, d.bozo_exception\n\
                  assert len(d.entries) == 300, len(d.entries)\n\
                  assert all(e.id.endswith(':%d' % n) for n, e in enumerate(d.entries))\n\
                  assert d.version == sys.argv[2], d.version\n";
    for (name, version, written) in [
        ("p-atom.xml", "atom10", atom::write(&items, &channel(), languages())),
        ("p-rss.xml", "rss20", rss::write(&items, &channel(), languages())),
    ] {
        let paper = Paper::of(name, &written);
        let said = ran(Command::new(&python).arg("-c").arg(script).arg(&paper.0).arg(version));
        assert_eq!(said.unwrap_or_default(), "");
    }
}

fn story(lang: &str) -> Item {
    Item {
        guid: "urn:newsml:example.org:1".into(),
        version: "2".into(),
        lang: lang.parse().ok(),
        text: story::Text {
            headline: Inline::plain_text("Kites rise"),
            deck: Some(Inline::plain_text("Wind at last")),
            body: vec![story::Block::Paragraph(Inline::plain_text("Up."))],
            ..Default::default()
        },
        notice: "Corrected: it was Sunday.".into(),
        act: Some(Kind::Correction),
        ..Item::default()
    }
}

#[test]
fn what_runs_from_the_right_is_set_apart() {
    let items = [story("ur")];
    for written in [rss::write(&items, &channel(), languages()), atom::write(&items, &channel(), languages())] {
        assert!(written.text.contains("<title>\u{2067}Kites rise\u{2069}</title>"), "{}", written.text);
        assert!(written.text.contains("&lt;div lang=\"ur\" dir=\"rtl\"&gt;"), "{}", written.text);
        let reading = read(written.text.as_bytes(), languages()).expect("a feed");
        assert_eq!(reading.items[0].text.headline.plain(), "Kites rise");
        assert_eq!(reading.items[0].dir, Some(story::Direction::Rtl));
        assert_eq!(reading.items[0].act, Some(Kind::Correction));
        assert_eq!(&*reading.items[0].notice, "Corrected: it was Sunday.");
    }
}

#[test]
fn a_killed_story_is_there_with_its_notice_alone() {
    let item = Item {
        guid: "urn:newsml:example.org:1".into(),
        status: Status::Canceled,
        act: Some(Kind::Kill),
        notice: "Withdrawn.".into(),
        lang: Some("en".parse().unwrap_or_else(|_| Tag::unknown())),
        ..Item::default()
    };
    let written = atom::write(std::slice::from_ref(&item), &channel(), languages());
    assert!(written.text.contains("<at:deleted-entry ref=\"urn:newsml:example.org:1\""), "{}", written.text);
    for written in [written, rss::write(&[item], &channel(), languages())] {
        let reading = read(written.text.as_bytes(), languages()).expect("a feed");
        assert_eq!(reading.items.len(), 1, "{}", written.text);
        assert_eq!(reading.items[0].status, Status::Canceled);
        assert_eq!(&*reading.items[0].notice, "Withdrawn.");
        assert!(reading.items[0].text.body.is_empty() && reading.items[0].text.headline.is_empty());
    }
}

#[test]
fn a_time_is_written_as_each_format_has_it() {
    let mut item = story("en");
    item.times.first = "2026-11-05T08:03:09Z".parse().ok();
    item.times.this = "2026-11-06T18:00:00Z".parse().ok();
    assert!(item.times.first.is_some_and(|when| when.precision() == Precision::Moment));
    let rss = rss::write(std::slice::from_ref(&item), &channel(), languages()).text;
    assert!(rss.contains("<pubDate>Thu, 05 Nov 2026 08:03:09 GMT</pubDate>"), "{rss}");
    assert!(rss.contains("<dcterms:modified>2026-11-06T18:00:00Z</dcterms:modified>"), "{rss}");
    let atom = atom::write(&[item], &channel(), languages()).text;
    assert!(
        atom.contains("<updated>2026-11-06T18:00:00Z</updated>\n<published>2026-11-05T08:03:09Z</published>"),
        "{atom}"
    );
}
