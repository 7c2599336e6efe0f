//! No word of the copy is lost: what a dateline takes out of the body is what it shows.

use super::super::*;
use lang::Languages;
use proptest::prelude::*;
use story::text::DatelineDate;

/// A language, a place and a date as it writes them, and letters of which sentences are made. No strokes: what stands
/// between two of them behind a date is an agency, whatever it is.
const WRITTEN: [(&str, &str, &str, &str); 7] = [
    ("en", "MARROWBY", "27 November 2026", "[A-Z][a-z]{1,7}( [A-Za-z][a-z]{0,7}[,:;]?){0,9}( [—-] [A-Z][a-z]{1,7})?"),
    ("ur", "گنجہ", "27 نومبر 2026", "[ابپتجدرسکگلمنوہی]{2,7}( [ابپتجدرسکگلمنوہی]{2,7}){1,9}( [—-] [ابپتجد]{2,7})?"),
    ("ar", "كنجة", "27 نوفمبر 2026", "[ابتجدرسكلمنوهي]{2,7}( [ابتجدرسكلمنوهي]{2,7}){1,9}( [—-] [ابتجد]{2,7})?"),
    ("zh", "占贾", "2026年11月27日", "[风筝飞起来下雨了人们山水]{2,20}(，[风筝飞起来下雨了人们山水]{2,9})?"),
    (
        "es",
        "GANYÁ",
        "27 de noviembre de 2026",
        "[A-Z][a-zñó]{1,7}( [A-Za-z][a-z]{0,7}[,:;]?){0,9}( [—-] [A-Z][a-z]{1,7})?",
    ),
    ("fr", "GANDJA", "27 novembre 2026", "[A-Z][a-zéè]{1,7}( [A-Za-z][a-z]{0,7}[,:;]?){0,9}( [—-] [A-Z][a-z]{1,7})?"),
    ("ru", "ГЯНДЖА", "27 ноября 2026 года", "[А-Я][а-я]{1,7}( [А-Яа-я][а-я]{0,7}[,:;]?){0,9}( [—-] [А-Я][а-я]{1,7})?"),
];

/// A language, by its place in the list, with two sentences of it.
fn copy() -> impl Strategy<Value = (usize, String, String)> {
    (0..WRITTEN.len()).prop_flat_map(|at| {
        let sentence = || proptest::string::string_regex(WRITTEN[at].3).expect("a pattern");
        (Just(at), sentence(), sentence())
    })
}

/// The full stop of a language.
fn stop(tag: &str) -> &'static str {
    match tag {
        "ur" => "۔",
        "zh" => "。",
        _ => ".",
    }
}

proptest! {
    #![proptest_config(crate::trials::cases(300))]

    /// In every form that copy has, closed in every way.
    #[test]
    fn no_form_takes_a_word_of_the_first_sentence(
        (at, first, second) in copy(),
        form: prop::sample::Index,
        closer: prop::sample::Index,
        agency in prop::sample::select(vec!["GNP", "NR", "Zephyr News", ""]),
    ) {
        let (tag, place, date, _) = WRITTEN[at];
        let languages = Languages::built_in();
        let own = languages.profile(&tag.parse().expect("a tag"));
        let phrases = Words::of(languages);
        let reader = Reader { phrases: &phrases, profiles: &[&own], agency: "GNP" };
        let words = &own.copy().dateline;
        let form = form.get(&words.forms);
        prop_assume!(!agency.is_empty() || !form.contains("{agency}"));
        let printed = form.replace("{places}", place).replace("{date}", date).replace("{agency}", agency);
        let gap = if tag == "zh" { "" } else { " " };
        let body = format!("{first}{stop}{gap}{second}{stop}", stop = stop(tag));
        let paragraph = format!("{printed}{} {body}", closer.get(&words.closers));
        if let Some(found) = reader.read(&paragraph, true) {
            let rest = &paragraph[found.end..];
            prop_assert!(rest.ends_with(&body), "{paragraph}\n{:?} > {rest}", found.dateline);
            let taken = &paragraph[..found.end];
            let mut shown: Vec<&str> = found.dateline.places.iter().map(|place| &**place).collect();
            // "NR, MARROWBY" may be two places: what matters is that both are shown.
            shown.extend(found.dateline.agency.as_deref());
            shown.sort_unstable();
            let mut named: Vec<&str> =
                [place, agency].into_iter().filter(|name| !name.is_empty() && taken.contains(name)).collect();
            named.sort_unstable();
            prop_assert_eq!(shown, named, "{}", paragraph);
            prop_assert_eq!(found.dateline.date.is_some(), taken.contains(date), "{}", paragraph);
        }
    }

    /// As the house itself prints it.
    #[test]
    fn a_printed_dateline_leaves_the_body_whole((at, first, second) in copy(), parts in 0..3usize) {
        let (tag, place, ..) = WRITTEN[at];
        let languages = Languages::built_in();
        let lang = tag.parse().expect("a tag");
        let own = languages.profile(&lang);
        let dateline = Dateline {
            places: vec![Line::new(place)],
            date: DatelineDate::new(Some(2026), 11, 27).ok().filter(|_| parts != 1),
            agency: (parts != 2).then(|| Line::new("NR")),
        };
        let body = format!("{first}{stop} {second}{stop}", stop = stop(tag));
        // Signs that only steer the line are taken out before a dateline is read.
        let printed = own.dateline(&dateline).replace(['\u{2068}', '\u{2069}'], "");
        let paragraph = format!("{printed}{}{body}", own.language().dateline.closer);
        let phrases = Words::of(languages);
        let reader = Reader { phrases: &phrases, profiles: &[&own], agency: "NR" };
        let found = reader.read(&paragraph, true);
        // Without a date it is believed for a whole sentence that follows.
        prop_assert!(found.is_some() || parts == 1, "{}", paragraph);
        if let Some(found) = found {
            prop_assert_eq!(&paragraph[found.end..], &body);
            prop_assert_eq!(found.dateline, dateline);
        }
        let house = crate::copy::House { languages, lang: Some(&lang), taglines: &[], agency: "NR" };
        let reading = crate::copy::read(format!("{first}\n\n{paragraph}\n").as_bytes(), &house).expect("it is copy");
        let read: String = reading.text.body.iter().map(story::Block::plain).collect();
        prop_assert!(read.ends_with(&body), "{paragraph}\n{read}");
    }
}
