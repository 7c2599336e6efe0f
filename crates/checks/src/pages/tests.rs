//! Every example of every page is what it says.

use super::{Example, all, translation};
use crate::{Finding, HouseStyle, Level, Material, check, lines, style};
use lang::Languages;

/// The house style that the examples are run with.
fn house() -> HouseStyle {
    let files: Vec<_> = style::EXAMPLE.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let house = HouseStyle::read(&files).expect("a house style");
    assert_eq!(house.run_tests(Languages::built_in()), []);
    house
}

/// What is found in an example.
fn found(example: &Example) -> Vec<Finding> {
    let languages = Languages::built_in();
    let profile = languages.profile(&example.lang.parse().expect("a language tag"));
    let (title, body) = example.copy.split_once('\n').unwrap_or((example.copy, ""));
    let (text, style) = (lines::text(title, body), house());
    let date = (!example.date.is_empty()).then(|| example.date.parse().expect("a day"));
    check(&Material { text: &text, profile: &profile, languages, date, asides: &[], style: &style })
}

/// An example has neither byline nor dateline: that they are missing says nothing of it.
fn is_loud(finding: &Finding) -> bool {
    finding.level > Level::Note && finding.places.iter().any(|place| !place.words.is_empty())
}

#[test]
fn each_example_gives_its_kind() {
    let mut faults = Vec::new();
    for page in all() {
        for example in page.finds {
            let found = found(example);
            if !found.iter().any(|finding| finding.rule == page.rule && finding.kind == example.kind) {
                faults.push(format!("{} {} {:?}: found {found:#?}", page.rule, example.kind, example.copy));
            }
            if !page.kinds.iter().any(|(kind, ..)| *kind == example.kind) {
                faults.push(format!("{}: the page has no kind {}", page.rule, example.kind));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_is_left_alone_is_left_alone_by_all() {
    let mut faults = Vec::new();
    for page in all() {
        for example in page.leaves {
            let loud: Vec<Finding> = found(example).into_iter().filter(is_loud).collect();
            if !loud.is_empty() {
                faults.push(format!("{} {:?}: found {loud:#?}", page.rule, example.copy));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_pair_gives_its_kind_or_nothing() {
    let languages = Languages::built_in();
    for pair in translation::FINDS.iter().chain(translation::LEAVES) {
        let line = serde_json::json!({
            "id": 1, "src_lang": pair.from, "tgt_lang": pair.lang, "src": pair.source, "tgt": pair.copy,
        });
        let answer = lines::pair(&line.to_string(), languages).expect("an answer");
        let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
        let alarms = answer["alarms"].as_array().expect("alarms");
        let right = match pair.kind {
            "" => alarms.is_empty(),
            kind => alarms.iter().any(|alarm| alarm["kind"] == kind),
        };
        assert!(right, "{pair:?}: {alarms:?}");
        assert!(pair.kind.is_empty() || translation::KINDS.iter().any(|(kind, ..)| *kind == pair.kind));
    }
}

#[test]
fn a_page_says_what_its_rule_is_for() {
    for page in all().iter().filter(|page| !page.kinds.is_empty()) {
        assert!(!page.about.is_empty() && !page.finds.is_empty() && !page.leaves.is_empty(), "{}", page.rule);
        for (kind, ..) in page.kinds {
            assert!(page.finds.iter().any(|example| example.kind == *kind), "{}: no example of {kind}", page.rule);
        }
    }
}
