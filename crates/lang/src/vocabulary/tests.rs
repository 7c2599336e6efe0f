//! The tables are whole and say what IPTC says; each label is in the language that it claims.

use super::*;
use serde_json::Value;
use std::{collections::BTreeSet, io::Write as _, path::PathBuf};

fn tag(name: &str) -> Tag {
    name.parse().expect("a tag")
}

/// The label of a code, with its language and, where it is ours, an asterisk.
fn shown(code: &str, lang: &str) -> String {
    label(code, &tag(lang)).map_or_else(String::new, |label| {
        format!("{} [{}{}]", label.words, label.lang, if label.ours { "*" } else { "" })
    })
}

#[test]
fn a_topic_has_a_label_in_each_language() {
    let all: Vec<String> = ["en", "ur", "ar", "zh", "es", "fr", "ru"].map(|lang| shown("medtop:04000000", lang)).into();
    insta::assert_snapshot!(all.join("\n"), @r"
    economy, business and finance [en-GB]
    معیشت، کاروبار اور مالیات [ur*]
    اقتصاد، اعمال ومال [ar]
    经济、商业和金融 [zh-Hans]
    Economía, negocios y finanzas [es]
    Économie et finances [fr]
    Экономика, бизнес и финансы [ru*]
    ");
}

#[test]
fn a_missing_label_says_what_it_fell_back_to() {
    for (lang, found) in [
        ("fr", "cyber warfare [en-GB]"),
        ("en-US", "cyber warfare [en-US]"),
        ("nn", "cyberkrigføring [nn]"),
        ("ur", "سائبر جنگ [ur*]"),
        ("sw", "cyber warfare [en-GB]"),
        ("und", "cyber warfare [en-GB]"),
    ] {
        assert_eq!(shown("medtop:20001361", lang), found, "{lang}");
    }
    // Ours are of the first two levels.
    assert_eq!(TOPICS.level("medtop:20000576"), Some(3));
    assert!(shown("medtop:20000576", "ru").ends_with("[en-GB]"));
}

#[test]
fn a_tag_means_the_nearest_column() {
    for (lang, found) in [
        ("en", "en-GB"),
        ("en-AU", "en-GB"),
        ("en-US", "en-US"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-Hant-TW", "zh-Hans"),
        ("pt", "pt-BR"),
        ("pt-PT", "pt-PT"),
        ("no", "nb"),
        ("nn-NO", "nn"),
        ("fr-CA", "fr"),
        ("de-AT", "de"),
        ("da", "da"),
        ("sv-FI", "sv"),
        ("ur-IN", "ur"),
        ("ur-Latn", "en-GB"),
    ] {
        let label = label("medtop:15000000", &tag(lang)).expect("sport");
        assert_eq!(label.lang.as_str(), found, "{lang}");
        assert_eq!(label.ours, found == "ur");
    }
}

#[test]
fn a_genre_is_ours_where_iptc_has_none() {
    assert_eq!(shown("genre:Interview", "es"), "Entrevista [es*]");
    assert_eq!(shown("genre:Current", "en"), "Current Events [en-GB]");
    assert_eq!(shown("genre:interview", "zh-Hans"), "专访 [zh*]");
    assert_eq!(shown("genre:Interview", "de"), "Interview [en-GB]");
    assert_eq!(GENRES.known("genre:INTERVIEW"), Some("genre:Interview"));
    assert!(GENRES.retired("genre:Scener") && !GENRES.retired("genre:Current"));
}

#[test]
fn concepts_hang_together() {
    assert_eq!(TOPICS.broader("medtop:20000574"), Some("medtop:11000000"));
    assert_eq!(TOPICS.broader("medtop:11000000"), None);
    assert_eq!(TOPICS.level("medtop:11000000"), Some(1));
    assert!(TOPICS.retired("medtop:20000119") && !TOPICS.retired("medtop:20000106"));
    for code in ["", ":", "medtop:", "medtop", "04000000", "medtop:99999999", "desk:harbour", "genre:Current"] {
        assert_eq!(TOPICS.level(code).or(TOPICS.known(code).map(str::len)), None, "{code}");
        assert!(!TOPICS.retired(code));
        assert_eq!(TOPICS.label(code, &tag("en")), None);
    }
    assert_eq!(TOPICS.codes().count(), 1372);
    assert_eq!(TOPICS.codes().filter(|code| TOPICS.retired(code)).count(), 273);
    assert_eq!(TOPICS.codes().filter(|code| TOPICS.level(code) == Some(1)).count(), 17);
    assert_eq!(GENRES.codes().count(), 58);
    let mut seen = BTreeSet::new();
    for code in TOPICS.codes() {
        assert!(TOPICS.broader(code).is_none_or(|broader| seen.contains(broader)), "{code} stands behind its broader");
        assert!(seen.insert(code), "{code} stands there once");
    }
}

#[test]
fn a_concept_is_found_by_what_it_is_called() {
    let find = |words: &str, lang: &str| TOPICS.find(words, &tag(lang)).unwrap_or_default();
    assert_eq!(find(" Politics ", "en"), "medtop:11000000");
    assert_eq!(find("sport", "fr-CA"), "medtop:15000000");
    assert_eq!(find("music theater", "en-GB"), "medtop:20000030");
    assert_eq!(find("ECONOMIE ET FINANCES", "fr"), "medtop:04000000");
    assert_eq!(find("سياست", "ur"), "medtop:11000000");
    assert_eq!(find("Политика", "ru"), "medtop:11000000");
    // Called the same, the one not part of the other: nobody could say which.
    assert_eq!(find("biotecnología", "es"), "");
    // Called the same, one part of the other.
    assert_eq!(find("Política", "es"), "medtop:11000000");
    assert_eq!(find("politics", "ru"), "");
    assert_eq!(find("", "en"), "");
    assert_eq!(GENRES.find("пресс-релиз", &tag("ru")), Some("genre:Press_Release"));
}

#[test]
fn each_label_finds_its_concept_or_none() {
    for vocabulary in [&TOPICS, &GENRES] {
        for lang in ["en", "ur", "ar", "zh", "es", "fr", "ru", "de", "pt-PT"].map(tag) {
            let mut found = 0;
            for code in vocabulary.codes() {
                let label = vocabulary.label(code, &lang).expect("every concept has a label");
                let by_label = vocabulary.find(label.words, label.lang);
                found += usize::from(by_label == Some(code));
                let same = |other: &str| vocabulary.label(other, label.lang).map(|l| fold(l.words));
                assert!(
                    by_label.is_none_or(|other| same(other) == Some(fold(label.words))),
                    "{code} {label:?} {by_label:?}"
                );
            }
            let all = vocabulary.codes().count();
            assert!(found * 100 >= all * 90, "{lang}: {found} of {all}");
        }
    }
}

#[test]
fn an_older_subject_code_has_a_successor() {
    let successor = |old: &str| TOPICS.successor(old).map(|found| (found.code, found.exact));
    assert_eq!(successor("04000000"), Some(("medtop:04000000", true)));
    assert_eq!(successor("subj:16009000"), Some(("medtop:20000062", true)));
    assert_eq!(successor("04005004"), Some(("medtop:20001243", true)));
    assert_eq!(successor("04005999"), TOPICS.successor("04005000").map(|found| (found.code, false)));
    assert_eq!(successor("04999999"), Some(("medtop:04000000", false)));
    for old in ["", "0", "99000000", "subj:", "0400000a", "medtop:04000000", "٠٤٠٠٠٠٠٠"] {
        assert_eq!(successor(old), None, "{old}");
    }
    assert_eq!(TOPICS.subject("medtop:20001243"), Some("04005004"));
    assert_eq!(TOPICS.subject("medtop:20000002"), None);
    for code in TOPICS.codes() {
        let Some(subject) = TOPICS.subject(code) else { continue };
        let found = TOPICS.successor(subject).expect("mapped");
        assert!(found.exact && TOPICS.subject(found.code) == Some(subject), "{code}");
    }
}

/// Our labels: the first two levels in the languages that have no labels of IPTC's, genres in all.
#[test]
fn our_labels_are_whole_and_follow_iptc() {
    let languages = Languages::built_in();
    for profile in languages.iter() {
        let ours: BTreeSet<&str> = profile.labels.iter().map(|(code, _)| code).collect();
        let column = TOPICS.table.columns(profile.tag()).next().is_some();
        let wanted = TOPICS.codes().filter(|code| !column && TOPICS.level(code).is_some_and(|level| level <= 2));
        let lacks: Vec<_> = wanted.filter(|code| !ours.contains(code)).collect();
        assert!(lacks.is_empty(), "{} lacks {lacks:?}", profile.tag());
        let words: BTreeSet<String> = profile.labels.iter().map(|(_, words)| fold(words)).collect();
        assert_eq!(words.len(), ours.len(), "{}: each is called otherwise", profile.tag());
        let english = profile.tag().language() == LAST.language();
        let genres = GENRES.codes().filter(|code| !english && !GENRES.retired(code));
        assert!(genres.filter(|code| !ours.contains(code)).count() == 0, "{}", profile.tag());
        // The third cell is for whoever translates, and says what IPTC says.
        let file = crate::built_in::file(&format!("{}/labels.tsv", profile.tag()));
        for line in std::str::from_utf8(file).expect("text").lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            let iptc = label(cells[0], &LAST).expect("a code");
            assert_eq!((cells.len(), cells[2]), (3, iptc.words), "{line}");
        }
    }
}

#[test]
fn a_folder_names_codes_of_its_own() {
    let mut folder = crate::Folder::built_in(&tag("en")).expect("English");
    folder.tag = tag("ha");
    let labels = "# ours\nmedtop:15000000\tWasanni\tsport\ndesk:harbour\tTashar jirgin ruwa\n";
    folder.files.insert("labels.tsv".into(), labels.as_bytes().into());
    let languages = Languages::built_in().clone().with(folder.clone()).expect("a language");
    let shown = |code: &str, lang: &str| {
        languages.label(code, &tag(lang)).map(|label| (label.words, label.lang.as_str(), label.ours))
    };
    assert_eq!(shown("medtop:15000000", "ha-NG"), Some(("Wasanni", "ha", true)));
    assert_eq!(shown("desk:harbour", "ha"), Some(("Tashar jirgin ruwa", "ha", true)));
    assert_eq!(shown("desk:harbour", "en"), None);
    assert_eq!(shown("medtop:11000000", "ha"), Some(("politics", "en-GB", false)));
    assert_eq!(languages.code(&TOPICS, "wasanni", &tag("ha")), Some("medtop:15000000"));
    // An agency's first language lends its labels, as it does its words, to a language that is not set up.
    let agency = languages.only(&[tag("ha"), tag("en")]);
    assert_eq!(agency.label("medtop:15000000", &tag("sw")).map(|label| label.lang.as_str()), Some("ha"));
    assert_eq!(agency.profile(&tag("sw")).label("desk:harbour").map(|label| label.ours), Some(true));
    assert_eq!(agency.profile(&tag("fr")).label("medtop:15000000").map(|label| label.lang.as_str()), Some("fr"));

    let labels = "medtop:1\tWasanni\nwasanni\tWasanni\ndesk:a\t\ndesk:b\tA\ndesk:b\tA\ndesk:c\tспорт\n";
    folder.files.insert("labels.tsv".into(), labels.as_bytes().into());
    insta::assert_snapshot!(folder.into_profile().expect_err("a bad folder"), @r#"
    the language folder ha cannot be used:
      labels.tsv: medtop:1 is not a code of its vocabulary
      labels.tsv: wasanni is no code of a vocabulary
      labels.tsv: desk:a has no label behind a tab
      labels.tsv: desk:b stands there twice
      labels.tsv: desk:c is in the wrong script: "спорт"
    "#);
}

/// What IPTC published, where it is at hand; else says that the test is skipped, and `./test` lists it at its end.
fn published(file: &str) -> Option<Value> {
    let named = std::env::var_os("DATELINE_SHARED").map(PathBuf::from);
    let usual = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared"));
    let path = named.clone().unwrap_or(usual).join("standards/iptc-newscodes").join(file);
    if let Ok(bytes) = std::fs::read(&path) {
        return Some(serde_json::from_slice(&bytes).expect("JSON"));
    }
    assert!(named.is_none(), "DATELINE_SHARED promises {}, which is not there", path.display());
    let skipped = "the_tables_say_what_iptc_published: standards/iptc-newscodes of the shared data is not here";
    eprintln!("skipped: {skipped}");
    if let Some(list) = std::env::var_os("DATELINE_SKIPPED")
        && let Ok(mut list) = std::fs::OpenOptions::new().append(true).create(true).open(list)
    {
        let _ = writeln!(list, "{skipped}");
    }
    None
}

#[test]
fn the_tables_say_what_iptc_published() {
    let tags = [("dk", "da"), ("se", "sv"), ("no-NB", "nb"), ("no-NN", "nn")];
    for (vocabulary, file) in
        [(&TOPICS, "mediatopics-2023-10-24.json"), (&GENRES, "genre-cptall-en-GB-2026-03-06.json")]
    {
        let Some(whole) = published(file) else { return };
        let concepts = whole.get("conceptSet").unwrap_or(&whole).as_array().expect("concepts");
        assert_eq!(concepts.len(), vocabulary.codes().count());
        for (concept, code) in concepts.iter().zip(vocabulary.codes()) {
            let text = |key: &str| concept.get(key).and_then(Value::as_str);
            assert_eq!(text("qcode"), Some(code));
            assert_eq!(text("broader"), vocabulary.broader(code));
            assert_eq!(text("retired").is_some(), vocabulary.retired(code), "{code}");
            assert_eq!(text("subjectcode").and_then(|uri| uri.rsplit('/').next()), vocabulary.subject(code));
            if let Some(level) = concept.get("level").and_then(Value::as_u64) {
                assert_eq!(vocabulary.level(code).map(|level| level as u64), Some(level), "{code}");
            }
            let labels = concept.get("prefLabel").and_then(Value::as_object).expect("labels");
            for (name, words) in labels {
                let lang = tag(tags.iter().find(|(iptc, _)| iptc == name).map_or(name, |(_, tag)| *tag));
                let place = vocabulary.table.place(code).expect("its place");
                let label = vocabulary.table.label(place, &lang).expect("a label");
                let words = story::Line::new(words.as_str().unwrap_or_default());
                assert_eq!((label.words, label.lang, label.ours), (&*words, &lang, false), "{code}");
            }
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_question_has_an_answer(code in "(medtop|genre|subj|desk)?:?[0-9]{0,9}|\\PC{0,12}", words in "\\PC{0,12}", lang in "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?") {
        let Ok(lang) = lang.parse::<Tag>() else { return Ok(()) };
        let known = of(&code).and_then(|vocabulary| vocabulary.known(&code));
        proptest::prop_assert_eq!(label(&code, &lang).is_some(), known.is_some());
        let _ = (TOPICS.find(&words, &lang), GENRES.find(&words, &lang), TOPICS.successor(&code), TOPICS.level(&code));
    }
}
