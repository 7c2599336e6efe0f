//! Any words as a text in any language: no panic, and every place says where its words stand.
#![no_main]

use checks::{HouseStyle, Material, check};
use lang::Languages;
use libfuzzer_sys::fuzz_target;
use story::{Text, text::Inline};

fuzz_target!(|input: (u8, &str)| {
    let languages = Languages::built_in();
    let tags: Vec<_> = languages.tags().cloned().collect();
    let profile = languages.profile(&tags[usize::from(input.0) % tags.len()]);
    let (title, body) = input.1.split_once('\n').unwrap_or((input.1, ""));
    let body = body.lines().map(|line| story::Block::Paragraph(Inline::plain_text(line))).collect();
    let text = Text { headline: Inline::plain_text(title), body, ..Text::default() }.tidy();
    let style = HouseStyle::default();
    let date = Some(jiff::civil::date(2026, 3, 12));
    let material = Material { text: &text, profile: &profile, languages, date, asides: &[], style: &style };
    for finding in check(&material) {
        assert!(!finding.message.printed(&profile).is_empty());
        for place in &finding.places {
            assert_eq!(place.at.len(), place.words.chars().count());
        }
    }
});
