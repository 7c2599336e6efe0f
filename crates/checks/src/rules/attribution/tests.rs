//! Whose voice it is.

use super::find;
use crate::{Copy, HouseStyle, Level, Material, lines, style::EXAMPLE};
use lang::Languages;

fn found(body: &str) -> Vec<(String, usize)> {
    let files: Vec<(String, String)> = EXAMPLE.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect();
    let languages = Languages::built_in();
    let profile = languages.profile(&"en".parse().expect("a tag"));
    let (text, style) = (lines::text("", body), HouseStyle::read(&files).expect("a style"));
    let material = Material { text: &text, profile: &profile, languages, date: None, asides: &[], style: &style };
    let mut findings = Vec::new();
    find(&Copy::new(&material), &mut findings);
    assert!(findings.iter().all(|finding| finding.level == Level::Note));
    findings.into_iter().map(|finding| (finding.kind.into_owned(), finding.places.len())).collect()
}

#[test]
fn a_term_that_nobody_says() {
    let body = "The Great Fleece is home. The Great Fleece is white.\n“The Great Fleece is home.”\nShe said the Great Fleece was home.";
    assert_eq!(found(body), [("contested".to_owned(), 2)]);
}

#[test]
fn a_source_and_its_plural() {
    assert_eq!(found("One source saw lamps. Sources said so."), [("sources".to_owned(), 2)]);
    assert_eq!(found("Sources said so. One source saw lamps."), []);
}
