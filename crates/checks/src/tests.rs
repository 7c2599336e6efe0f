//! What holds for all rules together, on any text.

mod watchdog;

use crate::{Copy, Finding, HouseStyle, Material, check, copy::Aside, copy::Off, pair};
use lang::Languages;
use proptest::prelude::*;
use std::time::{Duration, Instant};
use story::{Text, text::arbitrary};

/// Pieces of which news is made, and what is set around it, in several scripts.
const PIECES: &[&str] = &[
    "31 years",
    "1983",
    "14 June 1983",
    "Monday",
    "on 3 March",
    "“",
    "”",
    "\"",
    "«",
    "»",
    "「",
    "」",
    "(",
    ")",
    "...",
    ". ",
    "\n",
    " ",
    "\u{a0}",
    "\u{200f}",
    "the the ",
    "Ana Lopez",
    "aged 31",
    "70 %",
    "1,275",
    "3.5 km",
    "half of ",
    "said",
    "۳۱ سال",
    "٣١ عاما",
    "۱۹۸۳ء",
    "پیر",
    "الاثنين",
    "۔ ",
    "، ",
    "三十一年",
    "1983年6月14日",
    "星期一",
    "。",
    "，",
    "《",
    "》",
    "31 año",
    "lunes",
    "31 ans",
    "lundi",
    "mille",
    "31 год",
    "понедельник",
    "14 июня 1983 года",
    "e\u{301}",
    "🚢",
    "\u{0}",
    ".",
    ",",
    "-",
    "/",
    ":",
    "$",
    "%",
    "٫",
    "½",
    "7",
    "225",
    "twenty",
    " and ",
    "million",
    "2019-20",
    "из ",
    "بينهم ",
    "万",
    "لاکھ",
];

fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => ".{0,6}"];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn tags() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&["en", "ur", "ar", "zh", "es", "fr", "ru", "und", "tlh"][..])
}

/// What is found in a text, each finding held against what it cites.
fn found(text: &Text, tag: &str, source: Option<(&Text, &str)>) -> Vec<Finding> {
    let (languages, style) = (Languages::built_in(), HouseStyle::default());
    let asides = [Aside { what: Off::Other, at: 0..3, words: "abc".into() }];
    let _watched = watchdog::watch(format!("{tag} {text:?} {source:?}"));
    let read = |text, tag: &str| {
        let profile = languages.profile(&tag.parse().expect("a tag"));
        (text, profile)
    };
    let (text, profile) = read(text, tag);
    let date = Some(jiff::civil::date(2026, 3, 12));
    let material = Material { text, profile: &profile, languages, date, asides: &asides, style: &style };
    let mut findings = check(&material);
    if let Some((source, tag)) = source {
        let (source, profile) = read(source, tag);
        let source = Material { text: source, profile: &profile, ..material };
        findings.extend(pair::compare(&Copy::new(&source).as_source(), &Copy::new(&material)));
    }
    for finding in &findings {
        assert!(!finding.message.printed(&profile).is_empty());
        assert!(finding.fix.as_ref().is_none_or(|fix| fix.place < finding.places.len()), "{finding:?}");
        let stored = serde_json::to_vec(finding).expect("JSON");
        assert_eq!(serde_json::from_slice::<Finding>(&stored).expect("a finding").key(), finding.key());
    }
    findings
}

fn of_words(words: &str) -> Text {
    let (title, body) = words.split_once('\n').unwrap_or((words, ""));
    crate::lines::text(title, body)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn any_words_are_checked(words in words(), tag in tags()) {
        found(&of_words(&words), tag, None);
    }

    #[test]
    fn any_pair_is_compared(one in words(), other in words(), tag in tags(), from in tags()) {
        found(&of_words(&one), tag, Some((&of_words(&other), from)));
    }

    #[test]
    fn any_tree_is_checked(text in arbitrary::text(), tag in tags()) {
        found(&text, tag, None);
    }

    #[test]
    fn a_place_says_where_its_words_stand(words in words()) {
        let (languages, style) = (Languages::built_in(), HouseStyle::default());
        let profile = languages.profile(&"en".parse().expect("a tag"));
        let text = of_words(&words.repeat(20));
        let copy = Copy::new(&Material {
            text: &text, profile: &profile, languages, date: None, asides: &[], style: &style,
        });
        for passage in &copy.passages {
            for at in passage.values.iter().map(|value| value.at.clone()).chain(passage.sentences.clone()) {
                let place = copy.place(passage, at.clone());
                let told: String = passage.text.chars().skip(place.at.start).take(place.at.len()).collect();
                prop_assert_eq!(&told, &place.words);
                prop_assert_eq!(&place.words, &passage.text[at]);
            }
        }
    }
}

/// These were once read for ever, with more memory at each step: a figure with its decimal mark in front and a mark for
/// groups behind took no character of the text.
#[test]
fn what_was_once_read_for_ever_comes_to_an_end() {
    for words in
        ["𭫀《«الاثنينlundi\0\t.1,275", "<\u{4}(.1,275. «", "»\u{a0} .1,2753.5 km", "said ,5.25 %", "$.1,2751,275"]
    {
        for tag in ["en", "ur", "ar", "zh", "es", "fr", "ru", "tlh"] {
            let text = of_words(words);
            found(&text, tag, Some((&text, "en")));
        }
    }
}

/// A text of so many bytes of everything.
fn long(bytes: usize, between: &str) -> Text {
    let piece = PIECES.iter().filter(|piece| **piece != "\n").copied().collect::<Vec<_>>().join(" ");
    let mut words = String::from("A title\n");
    while words.len() < bytes {
        words.push_str(&piece);
        words.push_str(between);
    }
    of_words(&words)
}

/// What takes too long here takes far too long: the limit is loose for a slow machine. `bench` measures.
#[test]
fn a_long_text_is_checked_in_time() {
    for (between, tag) in [("\n", "en"), (" ", "en"), ("\n", "ur"), (" ", "zh")] {
        let text = long(100_000, between);
        let began = Instant::now();
        found(&text, tag, Some((&text, "ru")));
        assert!(began.elapsed() < Duration::from_secs(20), "{tag}: {:?}", began.elapsed());
    }
}
