use super::*;
use crate::Error;
use proptest::prelude::*;
use rusqlite::Connection;
use std::{collections::BTreeMap, os::unix::fs::PermissionsExt};
use story::{BatchId, Hash};

fn empty() -> (tempfile::TempDir, Pages) {
    let folder = tempfile::tempdir().expect("a folder");
    let pages = Pages::open(folder.path()).expect("pages");
    (folder, pages)
}

fn tag(word: &str) -> Tag {
    word.parse().expect("a tag")
}

fn story(n: u8) -> StoryId {
    StoryId::from_bytes([n; 16])
}

fn cursor(n: u64) -> Cursor {
    let at = "2030-01-01T00:00:00.5Z".parse().expect("a moment");
    let position = Position { n, hash: Hash::of(&n.to_be_bytes()), at };
    Cursor { log: LogId { id: BatchId::from_bytes([9; 16]), epoch: 2 }, position, made_with: "v1".into() }
}

fn page(path: &str, words: &str) -> Page {
    Page {
        path: path.into(),
        tail: Some("a-clock".into()),
        status: 200,
        lang: "en".into(),
        etag: format!("\"{words}\""),
        made_with: "v1".into(),
        br: words.into(),
        gzip: None,
        zstd: None,
        moved_to: None,
    }
}

fn card(n: u8, lang: &str, listed: Option<i64>) -> Card {
    let body = format!("{n} {lang}").into();
    Card { story: story(n), lang: tag(lang), listed, corrected: None, called: None, points_at: vec![], body }
}

fn step(from: u64, to: u64) -> PagesBatch {
    PagesBatch { from, to: cursor(to), cards: vec![], pages: vec![], gone: vec![], wipe: false }
}

#[test]
fn pages_and_cursor_change_together() {
    let (folder, pages) = empty();
    assert_eq!((pages.cursor(), pages.page("/en/")), (Ok(None), Ok(None)));
    let (front, moved) = (page("/en/", "front"), Page { status: 308, moved_to: Some("/en/".into()), ..page("/", "") });
    pages.write(PagesBatch { pages: vec![front.clone(), moved.clone()], ..step(0, 3) }).expect("kept");
    assert_eq!(pages.cursor(), Ok(Some(cursor(3))));
    assert_eq!((pages.page("/en/"), pages.page("/")), (Ok(Some(front.clone())), Ok(Some(moved))));

    let stale = PagesBatch { pages: vec![page("/en/", "old")], ..step(2, 4) };
    let error = pages.write(stale).expect_err("refused");
    assert_eq!(error.to_string(), "the pages are at entry 3 of the log, not at 2");
    assert_eq!(pages.page("/en/"), Ok(Some(front)));

    let newer = page("/en/", "newer");
    pages.write(PagesBatch { pages: vec![newer.clone()], gone: vec!["/".into()], ..step(3, 4) }).expect("kept");
    drop(pages);
    let pages = Pages::open(folder.path()).expect("pages");
    assert_eq!((pages.page("/en/"), pages.page("/")), (Ok(Some(newer)), Ok(None)));
    assert_eq!(pages.cursor(), Ok(Some(cursor(4))));
    pages.clear().expect("cleared");
    assert_eq!((pages.cursor(), pages.pages_after("", 9)), (Ok(None), Ok(vec![])));
}

#[test]
fn a_compression_is_kept_for_the_page_it_was_made_of() {
    let (_folder, pages) = empty();
    pages.write(PagesBatch { pages: vec![page("/en/", "one")], ..step(0, 1) }).expect("kept");
    pages.keep_encoding("/en/", "\"one\"", Encoding::Gzip, b"gz").expect("kept");
    pages.keep_encoding("/en/", "\"another\"", Encoding::Zstd, b"zs").expect("nothing to keep");
    pages.keep_encoding("/ur/", "\"one\"", Encoding::Zstd, b"zs").expect("nothing to keep");
    assert_eq!(pages.page("/en/"), Ok(Some(Page { gzip: Some(b"gz".into()), ..page("/en/", "one") })));
    pages.write(PagesBatch { pages: vec![page("/en/", "two")], ..step(1, 2) }).expect("kept");
    assert_eq!(pages.page("/en/"), Ok(Some(page("/en/", "two"))));
}

#[test]
fn lists_are_in_order_and_paged() {
    let (_folder, pages) = empty();
    let places = [(1, Some(10)), (2, Some(30)), (3, Some(30)), (4, None), (5, Some(-5))];
    let mut cards: Vec<Card> = places.iter().map(|(n, place)| card(*n, "en", *place)).collect();
    cards.push(card(6, "ur", Some(99)));
    pages.write(PagesBatch { cards, ..step(0, 1) }).expect("kept");
    let english = tag("en");
    let mut seen = Vec::new();
    let mut before = None;
    while let Some(last) = {
        let page = pages.listed(&english, before, 2).expect("read");
        seen.extend(page.iter().map(|c| c.story));
        page.last().and_then(|c| c.listed.map(|place| (place, c.story)))
    } {
        before = Some(last);
    }
    assert_eq!(seen, [3, 2, 1, 5].map(story));
    assert_eq!((pages.count_listed(&english), pages.count_listed(&tag("ar"))), (Ok(4), Ok(0)));

    pages.write(PagesBatch { cards: vec![card(3, "en", None), card(4, "en", Some(1))], ..step(1, 2) }).expect("kept");
    pages.write(PagesBatch { cards: vec![card(2, "en", None), card(2, "en", None)], ..step(2, 3) }).expect("kept");
    assert_eq!(
        pages.listed(&english, None, 9).map(|l| l.iter().map(|c| c.story).collect()),
        Ok([1, 4, 5].map(story).to_vec())
    );
    assert_eq!(pages.count_listed(&english), Ok(3));
}

#[test]
fn corrections_are_in_the_order_of_the_log() {
    let (_folder, pages) = empty();
    let cards = [(1, Some(7)), (2, None), (3, Some(9)), (4, Some(9))];
    let cards = cards.map(|(n, corrected)| Card { corrected, ..card(n, "en", None) });
    pages.write(PagesBatch { cards: cards.to_vec(), ..step(0, 9) }).expect("kept");
    let stories =
        |before| pages.corrected(&tag("en"), before, 2).map(|l| l.iter().map(|c| c.story).collect::<Vec<_>>());
    assert_eq!(stories(None), Ok([4, 3].map(story).to_vec()));
    assert_eq!(stories(Some((9, story(3)))), Ok(vec![story(1)]));
}

#[test]
fn pointers_follow_their_cards() {
    let (_folder, pages) = empty();
    let pointing =
        |n, lang: &str, at: &[u8]| Card { points_at: at.iter().map(|n| story(*n)).collect(), ..card(n, lang, None) };
    let cards = vec![pointing(1, "ur", &[7, 8, 7]), pointing(1, "en", &[7]), pointing(2, "en", &[8])];
    pages.write(PagesBatch { cards: cards.clone(), ..step(0, 1) }).expect("kept");
    assert_eq!(pages.cards_of(story(1)), Ok(vec![cards[1].clone(), cards[0].clone()]));
    assert_eq!(pages.pointing_at(story(7)), Ok(vec![(story(1), tag("en")), (story(1), tag("ur"))]));
    pages.write(PagesBatch { cards: vec![pointing(1, "ur", &[8, 9])], ..step(1, 2) }).expect("kept");
    assert_eq!(pages.pointing_at(story(7)), Ok(vec![(story(1), tag("en"))]));
    assert_eq!(pages.pointing_at(story(8)), Ok(vec![(story(1), tag("ur")), (story(2), tag("en"))]));
    let all: Vec<_> = pages.all_cards(None, 2).expect("read").into_iter().map(|c| (c.story, c.lang)).collect();
    assert_eq!(all, [(story(1), tag("en")), (story(1), tag("ur"))]);
    assert_eq!(pages.all_cards(all.last().cloned(), 9).map(|l| l.len()), Ok(1));
}

#[test]
fn what_another_program_made_is_found_fronts_first() {
    let (_folder, pages) = empty();
    let made = |path, with: &str| Page { made_with: with.into(), ..page(path, path) };
    let all =
        vec![made("/en/1", "v1"), made("/en/2", "v0"), made("/en/", "v1"), made("/ur/", "v0"), made("/ar/", "v2")];
    pages.write(PagesBatch { pages: all, ..step(0, 1) }).expect("kept");
    let stale = |most| pages.stale("v2", most).expect("read");
    assert_eq!(stale(9), ["/ur/", "/en/", "/en/2", "/en/1"]);
    assert_eq!(stale(3), ["/ur/", "/en/", "/en/2"]);
    assert_eq!(stale(1), ["/ur/"]);
    pages.rewrite(vec![made("/ur/", "v2"), made("/zh/", "v2")]).expect("kept");
    assert_eq!(stale(9), ["/en/", "/en/2", "/en/1"]);
    // A page that was not there is not made by the way.
    assert_eq!(pages.page("/zh/"), Ok(None));
    assert_eq!(
        pages.pages_after("/en/", 9).map(|l| l.into_iter().map(|p| p.path).collect()),
        Ok(vec!["/en/1".to_owned(), "/en/2".into(), "/ur/".into()])
    );
}

#[test]
fn another_form_and_damage_make_it_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("pages.db");
    let open = || Pages::open(folder.path()).expect("pages");
    open().write(step(0, 5)).expect("kept");
    assert_eq!(open().cursor(), Ok(Some(cursor(5))));
    assert_eq!(std::fs::metadata(&path).expect("a file").permissions().mode() & 0o777, 0o600);
    Connection::open(&path).expect("the file").pragma_update(None, "user_version", 99).expect("set");
    assert_eq!(open().cursor(), Ok(None));
    std::fs::write(&path, "no pages at all, but words, and more words than any header has").expect("written");
    assert_eq!(open().cursor(), Ok(None));
    std::fs::remove_file(&path).expect("removed");
    assert_eq!(open().cursor(), Ok(None));
    let nowhere = Pages::open(Path::new("/nowhere/at/all"));
    assert!(matches!(nowhere, Err(Error::CannotWrite(_))));
}

#[test]
fn many_read_while_one_writes() {
    let (_folder, pages) = empty();
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| {
                loop {
                    let at = pages.cursor().expect("read").map_or(0, |c| c.position.n);
                    // The page was written in the same transaction as the cursor or in a later one.
                    let words = pages.page("/en/").expect("read").map_or(0, |p| p.br.len() as u64);
                    assert!(words >= at);
                    if at == 200 {
                        break;
                    }
                }
            });
        }
        for n in 0..200 {
            let front = page("/en/", &"x".repeat(n as usize + 1));
            pages.write(PagesBatch { pages: vec![front], ..step(n, n + 1) }).expect("kept");
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    /// Lists, counts and pointers agree with the cards, whatever came in which order.
    #[test]
    fn lists_agree_with_cards(writes in prop::collection::vec(
        (0..5u8, prop::bool::ANY, prop::option::of(-3..3i64), prop::collection::vec(0..5u8, 0..3)), 1..30)
    ) {
        let (_folder, pages) = empty();
        let mut cards = BTreeMap::new();
        for (at, (n, english, listed, points_at)) in (0u64..).zip(writes) {
            let lang = if english { "en" } else { "ur" };
            let card = Card { points_at: points_at.into_iter().map(story).collect(), ..card(n, lang, listed) };
            pages.write(PagesBatch { cards: vec![card.clone()], ..step(at, at + 1) }).expect("kept");
            cards.insert((card.story, card.lang.clone()), card);
        }
        prop_assert_eq!(pages.all_cards(None, 99), Ok(cards.values().cloned().collect()));
        for lang in ["en", "ur"].map(tag) {
            let mut listed: Vec<Card> = cards.values().filter(|c| c.lang == lang && c.listed.is_some()).cloned().collect();
            listed.sort_by_key(|c| std::cmp::Reverse((c.listed, c.story)));
            prop_assert_eq!(pages.count_listed(&lang), Ok(listed.len() as u64));
            prop_assert_eq!(pages.listed(&lang, None, 99), Ok(listed));
        }
        for target in (0..5).map(story) {
            let pointing = cards.values().filter(|c| c.points_at.contains(&target));
            prop_assert_eq!(pages.pointing_at(target), Ok(pointing.map(|c| (c.story, c.lang.clone())).collect()));
        }
    }
}
