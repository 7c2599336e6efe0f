//! Every built-in folder is whole, an eighth comes in beside it, and a bad one is refused with all its faults.

use super::*;
use crate::{Languages, phrase, script};
use icu::properties::props::Script;
use std::collections::BTreeSet;

fn tag(name: &str) -> Tag {
    name.parse().expect("a tag")
}

fn folder(name: &str) -> Folder {
    Folder::built_in(&tag(name)).expect("a built-in folder")
}

/// A German folder: its own way of writing, the words of the English one.
fn german() -> Folder {
    let mut folder = folder("en");
    folder.tag = tag("de");
    edit(&mut folder, "language.toml", |text| {
        text.replace("\"English\"", "\"Deutsch\"")
            .replace("en-GB", "de-DE")
            .replace("\"February\", \"Feb\"", "\"Februar\", \"Feb\"")
            .replace("\"{day} {month} {year}\"", "\"{day}. {month} {year}\"")
            .replace("decimal = \".\"\ngroup = \",\"", "decimal = \",\"\ngroup = \".\"")
    });
    edit(&mut folder, "words/site.toml", |text| text.replace("\"Corrections\"", "\"Berichtigungen\""));
    folder
}

fn edit(folder: &mut Folder, file: &str, change: impl Fn(String) -> String) {
    let bytes = folder.files.get_mut(file).expect("a file of the folder");
    let text = String::from_utf8(bytes.to_vec()).expect("text");
    let new = change(text.clone());
    assert_ne!(new, text, "nothing was changed in {file}");
    *bytes = new.into_bytes().into();
}

fn faults(folder: Folder) -> String {
    folder.into_profile().expect_err("the folder is bad").to_string()
}

#[test]
fn every_built_in_folder_is_whole() {
    let tags: Vec<_> = built_in::folders().into_iter().map(|f| f.tag.to_string()).collect();
    assert_eq!(tags, ["en", "ur", "ar", "zh", "es", "fr", "ru"]);
    for folder in built_in::folders() {
        let profile = folder.into_profile().unwrap_or_else(|bad| panic!("{bad}"));
        assert_eq!(profile.phrases.all.len(), Word::ALL.len());
        assert!(profile.collator.is_some() && profile.phrases.rules.is_some(), "{}", profile.tag);
    }
}

#[test]
fn every_word_is_listed_once() {
    let keys: BTreeSet<_> = Word::ALL.iter().map(|word| word.key()).collect();
    assert_eq!(keys.len(), Word::ALL.len());
    for (at, word) in Word::ALL.iter().enumerate() {
        assert_eq!(*word as usize, at);
    }
}

#[test]
fn no_language_borrows_a_sentence_of_another() {
    let all: Vec<_> = Languages::built_in().iter().collect();
    let sentence = |text: &str| text.split_whitespace().filter(|w| !w.starts_with('{')).count() > 2;
    for (at, one) in all.iter().enumerate() {
        for other in all.iter().skip(at + 1) {
            for &word in Word::ALL.iter().filter(|&&word| sentence(one.say(word))) {
                assert_ne!(one.say(word), other.say(word), "{word:?} in {} and {}", one.tag, other.tag);
            }
        }
    }
}

#[test]
fn verbs_states_and_kinds_cannot_be_taken_for_one_another() {
    use Word::*;
    let verbs = [
        Revise,
        Save,
        Translate,
        Release,
        ReleaseUpdate,
        Correct,
        Hold,
        Unhold,
        Kill,
        TakeDown,
        Schedule,
        Embargo,
        LiftEmbargo,
        Move,
        Cancel,
        Confirm,
        Back,
    ];
    let states = [StateUnreleased, StatePublic, StateHeld, StateKilled, StateTakenDown, StateMissing];
    let kinds = [KindFirst, KindUpdate, KindCorrection, KindNotice, KindHold, KindUnhold, KindKill, KindTakedown];
    let roles = [RoleReporter, RoleTranslator, RoleEditor, RoleChief, RoleAdministrator];
    for profile in Languages::built_in().iter() {
        for group in [&verbs[..], &states, &kinds, &roles] {
            let said: BTreeSet<_> = group.iter().map(|&word| profile.say(word)).collect();
            assert_eq!(said.len(), group.len(), "{}: {said:?}", profile.tag);
        }
    }
}

#[test]
fn urdu_is_written_with_urdu_letters() {
    for folder in built_in::folders().into_iter().filter(|folder| folder.tag.language() == "ur") {
        for (path, bytes) in folder.files.iter().filter(|(path, _)| path.ends_with(".toml")) {
            let text = std::str::from_utf8(bytes).expect("text");
            let wrong = text.lines().find(|line| line.contains(['ي', 'ك', 'ه', 'ى', 'ة']));
            assert_eq!(wrong, None, "{path}");
        }
    }
}

#[test]
fn french_marks_keep_to_their_words() {
    let french = Languages::built_in().profile(&tag("fr"));
    for &word in Word::ALL {
        for form in french.phrases.all[word as usize].forms() {
            let apart = [" :", " ;", " !", " ?", " »", "« "].into_iter().find(|mark| form.contains(mark));
            assert_eq!(apart, None, "{word:?}: a no-break space belongs there");
            assert!(!form.contains('\''), "{word:?} has a straight apostrophe");
        }
    }
}

#[test]
fn phrases_for_copy_are_in_the_script_of_the_copy() {
    for folder in built_in::folders() {
        let table: toml::Table = std::str::from_utf8(&folder.files["copy.toml"]).expect("text").parse().expect("TOML");
        let profile = folder.into_profile().expect("a whole folder");
        let scripts: Vec<Script> = profile.language.scripts.iter().flat_map(|code| script::scripts(code)).collect();
        for phrase in texts(&toml::Value::Table(table)) {
            let own = phrase::parts(&phrase).into_iter().all(|part| match part {
                phrase::Part::Text(text) => text.chars().filter_map(script::of).all(|s| scripts.contains(&s)),
                phrase::Part::Gap(_) => true,
            });
            assert!(own || !phrase.contains(char::is_whitespace), "{}: {phrase:?}", profile.tag);
            assert!(!phrase.contains("  ") && phrase.trim_end_matches(": ") == phrase, "{}: {phrase:?}", profile.tag);
        }
    }
}

fn texts(value: &toml::Value) -> Vec<String> {
    match value {
        toml::Value::String(text) => vec![text.clone()],
        toml::Value::Array(list) => list.iter().flat_map(texts).collect(),
        toml::Value::Table(table) => table.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn no_month_or_weekday_is_named_twice() {
    for profile in Languages::built_in().iter() {
        let dates = &profile.language.dates;
        for list in [&dates.months[..], &dates.weekdays[..]] {
            let mut owner = BTreeMap::new();
            for (at, name) in list.iter().enumerate().flat_map(|(at, names)| names.iter().map(move |name| (at, name))) {
                let before = owner.insert(crate::fold(name), at);
                assert!(before.is_none_or(|before| before == at), "{}: {name}", profile.tag);
            }
        }
    }
}

#[test]
fn an_eighth_language_comes_in_beside_the_seven() {
    let languages = Languages::built_in().clone().with(german()).expect("a whole folder");
    assert_eq!(languages.tags().count(), 8);
    let german = languages.profile(&tag("de-AT"));
    assert_eq!((german.tag().as_str(), german.name()), ("de", "Deutsch"));
    assert_eq!(german.say(Word::Corrections), "Berichtigungen");
    assert_eq!(german.date("2023-02-26".parse().expect("a day")), "26. Februar 2023");
    assert_eq!(german.number(1234567), "1.234.567");
    assert_eq!(german.say_count(Word::StoryCount, 1, &[]), "1 story");
    assert_eq!(Languages::built_in().tags().count(), 7);
}

#[test]
fn a_folder_in_place_of_a_built_in_one_keeps_its_place() {
    let mut english = german();
    english.tag = tag("en");
    let languages = Languages::built_in().clone().with(english).expect("a whole folder");
    assert_eq!(languages.tags().next(), Some(&tag("en")));
    assert_eq!(languages.profile(&tag("en")).name(), "Deutsch");
    assert_eq!(languages.profile(&tag("sw")).say(Word::Corrections), "Berichtigungen");
}

#[test]
fn a_bad_folder_is_refused_with_all_its_faults() {
    let mut folder = german();
    folder.files.remove("face.toml");
    edit(&mut folder, "words/site.toml", |text| {
        text.replace("front_page = \"Front page\"", "frontpage = \"Front page\"")
            .replace("\"By {name}\"", "\"By {who}\"")
            .replace("\"Published\"", "\"Опубликовано\"")
            .replace("one = \"{count} story\", ", "")
    });
    edit(&mut folder, "language.toml", |text| {
        text.replace("\"Mar\"", "\" Mar\"").replace("zero = \"0\"", "zero = \"x\"")
    });
    edit(&mut folder, "copy.toml", |text| text.replace("closers = ", "closer = ").replace("bylines = ", "byline = "));
    insta::assert_snapshot!(faults(folder), @r#"
    the language folder de cannot be used:
      language.toml: dates.months has a name with a space before or after it, or an empty one
      language.toml: digits.zero is not followed by nine digits
      copy.toml: bylines is missing
      copy.toml: dateline.closers is missing
      face.toml: the file is missing
      words/site.toml: front_page is missing
      words/site.toml: story_count.one is missing
      words/site.toml: frontpage is not known
      words/site.toml: by must have the gaps [name] and has [who]
      words/site.toml: published is in the wrong script: "Опубликовано"
    "#);
}

#[test]
fn a_folder_with_nothing_in_it_names_every_file() {
    let empty = Folder { tag: tag("de"), files: BTreeMap::new() };
    insta::assert_snapshot!(faults(empty), @r"
    the language folder de cannot be used:
      language.toml: the file is missing
      copy.toml: the file is missing
      usage.toml: the file is missing
      arithmetic.toml: the file is missing
      sentences.toml: the file is missing
      places.toml: the file is missing
      names.toml: the file is missing
      persons.toml: the file is missing
      moments.toml: the file is missing
      figures.toml: the file is missing
      face.toml: the file is missing
      words/site.toml: the file is missing
      words/desk.toml: the file is missing
      words/notices.toml: the file is missing
      words/checks.toml: the file is missing
    ");
}

#[test]
fn every_member_of_every_file_is_asked_for() {
    for (file, required) in [
        ("language.toml", language::REQUIRED),
        ("copy.toml", copy::REQUIRED),
        ("usage.toml", usage::REQUIRED),
        ("sentences.toml", sentences::REQUIRED),
        ("names.toml", names::REQUIRED),
        ("persons.toml", persons::REQUIRED),
        ("moments.toml", moment_members()),
        ("figures.toml", figure_words::REQUIRED),
        ("face.toml", face::REQUIRED),
    ] {
        let bytes = folder("en").files[file].clone();
        let table: toml::Table = std::str::from_utf8(&bytes).expect("text").parse().expect("TOML");
        for key in members(&table, "") {
            assert!(required.contains(&key.as_str()), "{file}: {key} is in the folder and not asked for");
        }
        for key in required {
            let mut less = table.clone();
            remove(&mut less, key);
            let mut folder = folder("en");
            folder.files.insert(file.into(), less.to_string().into_bytes().into());
            assert!(faults(folder).contains(&format!("{file}: {key} is missing")), "{file}: {key}");
        }
    }
}

/// Tables of `figures.toml` whose members are numbers and units.
const BY_NUMBER: [&str; 15] = [
    "values",
    "rooms",
    "scales",
    "some",
    "short",
    "ranks",
    "rank_stems",
    "parts",
    "shares",
    "times",
    "hints",
    "add_before",
    "add_after",
    "money",
    "units",
];

fn members(table: &toml::Table, before: &str) -> Vec<String> {
    let inner = |(key, value): (&String, &toml::Value)| match value {
        // Tables whose members have names of their own choosing.
        toml::Value::Table(inner) if key != "zones" && key != "lists" && !BY_NUMBER.contains(&key.as_str()) => {
            members(inner, &format!("{before}{key}."))
        }
        _ => vec![format!("{before}{key}")],
    };
    table.iter().flat_map(inner).collect()
}

fn remove(table: &mut toml::Table, key: &str) {
    match key.split_once('.') {
        None => drop(table.remove(key)),
        Some((first, rest)) => remove(table[first].as_table_mut().expect("a table"), rest),
    }
}

#[test]
fn bytes_of_any_kind_are_refused_with_a_word() {
    for bytes in [&b"\xff\xfe"[..], b"name = ", b"[[[[", b"name = 3", b""] {
        for file in [
            "language.toml",
            "copy.toml",
            "arithmetic.toml",
            "names.toml",
            "face.toml",
            "words/site.toml",
            "words/desk.toml",
            "words/notices.toml",
            "words/checks.toml",
        ] {
            let mut folder = german();
            folder.files.insert(file.into(), bytes.to_vec().into());
            assert!(faults(folder).contains(file), "{file}");
        }
    }
}

#[test]
fn the_font_is_a_font_and_small() {
    let fonts: Vec<_> = Languages::built_in().iter().filter_map(|p| p.face().web_font.as_ref()).collect();
    assert_eq!(fonts.len(), 1);
    for font in fonts {
        assert!(font.bytes.starts_with(b"wOF2"), "{}", font.file);
        assert!(font.bytes.len() < 110 * 1024, "{} has {} bytes", font.file, font.bytes.len());
        assert!(font.rule("/f.woff2").contains("font-display:swap"));
    }
}

#[test]
fn nastaliq_has_room_for_its_height() {
    let urdu = Languages::built_in().profile(&tag("ur"));
    let face = urdu.face();
    for cut in [&face.headline, &face.body, &face.interface] {
        assert!(cut.line_height >= 2.5, "{cut:?}");
    }
}
