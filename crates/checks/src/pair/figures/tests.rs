//! Pairs of texts: what is told, what is left alone.

use crate::{Copy, HouseStyle, Material, pair::compare};
use lang::Languages;
use proptest::prelude::*;
use story::{
    Text,
    text::{Block, Inline},
};

/// The kinds of what is found about figures, dates and units.
fn kinds(from: (&str, &str), to: (&str, &str)) -> Vec<String> {
    let languages = Languages::built_in();
    let profiles = [from.0, to.0].map(|tag| languages.profile(&tag.parse().expect("a tag")));
    let texts = [from.1, to.1].map(|text| Text {
        body: text.lines().map(|line| Block::Paragraph(Inline::plain_text(line))).collect(),
        ..Text::default()
    });
    let style = HouseStyle::default();
    let read = |at: usize| {
        let (text, profile) = (&texts[at], &profiles[at]);
        Copy::new(&Material { text, profile, languages, date: None, asides: &[], style: &style })
    };
    let found = compare(&read(0).as_source(), &read(1));
    let ours = found.into_iter().map(|finding| finding.kind.into_owned());
    ours.filter(|kind| matches!(kind.as_str(), "figure" | "date" | "unit")).collect()
}

#[test]
fn the_same_value_is_left_alone_however_it_is_written() {
    for (source, tag, translation) in [
        ("The bridge cost 3.5 million euros.", "es", "El puente costó 3,5 millones de euros."),
        ("The bridge cost 3.5 million euros.", "zh", "这座桥耗资350万欧元。"),
        ("The bridge cost 3.5 million euros.", "ur", "پل پر ۳۵ لاکھ یورو خرچ ہوئے۔"),
        ("Some 12,400 boats were counted.", "ar", "أحصي نحو ١٢٬٤٠٠ قارب."),
        ("Some 12,400 boats were counted.", "fr", "Quelque 12 400 bateaux ont été comptés."),
        ("Some 12,400 boats were counted.", "ru", "Насчитали около 12 400 лодок."),
        ("The lake lies 40 miles away.", "fr", "Le lac se trouve à 64 km."),
        ("Half of the 24 boats sank.", "ru", "Затонуло 50 % из 24 лодок."),
    ] {
        assert!(kinds(("en", source), (tag, translation)).is_empty(), "{translation}");
    }
}

#[test]
fn a_changed_figure_is_told() {
    for (source, tag, translation) in [
        ("The bridge cost 3.5 million euros.", "es", "El puente costó 3,6 millones de euros."),
        ("The bridge cost 3.5 million euros.", "zh", "这座桥耗资350亿欧元。"),
        ("The bridge cost 3.5 million euros.", "ur", "پل پر ۳۶ لاکھ یورو خرچ ہوئے۔"),
        ("Some 12,400 boats were counted.", "ar", "أحصي نحو ١٢٬٥٠٠ قارب."),
        ("Some 12,400 boats were counted.", "fr", "Quelque 12 500 bateaux ont été comptés."),
        ("Some 12,400 boats were counted.", "ru", "Насчитали около 14 400 лодок."),
    ] {
        assert_eq!(kinds(("en", source), (tag, translation)), ["figure"], "{translation}");
    }
}

#[test]
fn a_number_word_is_not_excused_by_one_that_has_a_counterpart() {
    let source = ("en", "Six passengers left on Saturday.");
    assert_eq!(kinds(source, ("zh", "七名乘客周六离开了。")), ["figure"]);
    assert!(kinds(source, ("zh", "六名乘客周六离开了。")).is_empty());
}

#[test]
fn twice_and_nine_times() {
    let source = ("en", "The bridge was closed twice.");
    assert_eq!(kinds(source, ("es", "El puente se cerró en nueve ocasiones.")), ["figure"]);
    assert!(kinds(source, ("es", "El puente se cerró en dos ocasiones.")).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn nothing_upsets_it(one in "([0-9]{1,4}|[., km%°]|mile|million|May|\\PC){0,24}", other in "([0-9]{1,4}|[., км%°]|тысяч|мая|\\PC){0,24}") {
        kinds(("en", &one), ("ru", &other));
    }
}
