//! The phrases fill in every language, and what is put in is what is said to be put in.

use super::{chance::Chance, fill::fill, kinds, phrases, stories, told};
use jiff::civil::date;

#[test]
fn every_phrase_fills_right_and_wrong_the_same_each_time() {
    for (lang, _) in stories::LANGUAGES {
        let all = phrases::of(lang).unwrap();
        assert!(told::KINDS.into_iter().all(|kind| all.told.contains_key(kind)), "{lang}");
        fill_each_time(lang, &all, 10);
        for folder in phrases::FRESH {
            fill_each_time(lang, &phrases::fresh(folder, lang).unwrap(), 6);
        }
    }
}

fn fill_each_time(lang: &str, phrases: &phrases::Phrases, least: usize) {
    // Fresh phrases are written for some kinds only.
    for (kind, all) in told::KINDS.into_iter().filter_map(|kind| Some((kind, phrases.told.get(kind)?))) {
        assert!(all.len() >= least, "{lang} {kind}: {}", all.len());
        for (number, phrase) in all.iter().enumerate() {
            for round in 0..20 {
                let told = || {
                    let mut chance = Chance::of(format!("{lang}/{kind}/{number}/{round}"));
                    let (right, wrong) = told::drawn(kind, phrase, date(2023, 2, 26), &mut chance, phrases);
                    let print = |values| fill(phrase, values, phrases, round % 2 == 0).unwrap();
                    (print(&right), print(&wrong))
                };
                let (right, wrong) = told();
                assert_ne!(right, wrong, "{lang} {kind}");
                assert_eq!((right, wrong), told());
            }
        }
    }
}

#[test]
fn every_phrase_about_somebody_fills_right_and_wrong() {
    for (lang, _) in stories::LANGUAGES {
        let phrases = phrases::of(lang).unwrap();
        for kind in kinds::person::KINDS.into_iter().filter(|kind| kinds::is_asked(kind, lang)) {
            let all = phrases.people.get(kind).unwrap();
            assert!(all.len() >= 10, "{lang} {kind}: {}", all.len());
            for phrase in all {
                let told = || kinds::person::told(kind, phrase, &mut Chance::of(phrase.as_str()), &phrases).unwrap();
                let (right, wrong) = told();
                assert_ne!(right, wrong, "{lang} {kind}");
                assert_eq!((right, wrong), told());
            }
        }
    }
}

#[test]
fn numbers_take_the_noun_that_goes_with_them() {
    use phrases::Plural::{Arabic, One, Slavic};
    for (plural, number, form) in [
        (One, 1, 0),
        (One, 2, 1),
        (Slavic, 21, 0),
        (Slavic, 11, 2),
        (Slavic, 22, 1),
        (Slavic, 13, 2),
        (Arabic, 3, 0),
        (Arabic, 11, 1),
        (Arabic, 110, 0),
        (Arabic, 100, 2),
    ] {
        assert_eq!(plural.form(number), form, "{number}");
    }
}

#[test]
fn a_sentence_is_never_half_of_one() {
    assert_eq!(kinds::sentences("Mr. Hale rowed home. He sang."), ["Mr. Hale rowed home.", "He sang."]);
    assert_eq!(kinds::sentences("花园开放了。人们来了。"), ["花园开放了。", "人们来了。"]);
    assert_eq!(kinds::sentences("باغ کھل گیا۔ لوگ آئے۔"), ["باغ کھل گیا۔", "لوگ آئے۔"]);
}
