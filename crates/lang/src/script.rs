//! Which script a letter is of, and which way it runs.

use crate::letter;
use icu::locale::{LanguageIdentifier, LocaleDirectionality};
use icu::properties::{
    CodePointMapData, PropertyParser,
    props::{BidiClass, Script},
};
use story::{Direction, Tag};

/// The scripts that a code of ISO 15924 stands for, as Unicode tells letters apart: some codes name a manner of
/// writing a script, or several scripts together.
pub(crate) fn scripts(code: &str) -> Vec<Script> {
    let parser = PropertyParser::<Script>::new();
    let names: &[&str] = match code {
        "Hans" | "Hant" => &["Hani"],
        "Jpan" => &["Hani", "Hira", "Kana"],
        "Kore" => &["Hang", "Hani"],
        "Hrkt" => &["Hira", "Kana"],
        "Aran" => &["Arab"],
        "Latf" | "Latg" => &["Latn"],
        "Cyrs" => &["Cyrl"],
        _ => return parser.get_strict(code).into_iter().collect(),
    };
    names.iter().filter_map(|name| parser.get_strict(name)).collect()
}

/// The script of a letter; none for what is no letter or belongs to every script.
pub(crate) fn of(c: char) -> Option<Script> {
    if !letter::is_alphabetic(c) {
        return None;
    }
    let script = CodePointMapData::<Script>::new().get(c);
    (script != Script::Common && script != Script::Inherited).then_some(script)
}

/// Whether a letter is of a script that puts no spaces between words.
pub(crate) fn has_no_spaces(c: char) -> bool {
    use Script as S;
    // Thai is the first of them in Unicode's order.
    c >= '\u{e00}'
        && (letter::is_common_han(c)
            || of(c).is_some_and(|s| {
                [S::Han, S::Hiragana, S::Katakana, S::Thai, S::Lao, S::Khmer, S::Myanmar, S::Tibetan].contains(&s)
            }))
}

/// Whether it is a Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '〇' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Whether a text has letters that run this way.
pub(crate) fn runs(text: &str, direction: Direction) -> bool {
    let classes = CodePointMapData::<BidiClass>::new();
    text.chars().any(|c| {
        let class = classes.get(c);
        match direction {
            Direction::Ltr => class == BidiClass::LeftToRight,
            Direction::Rtl => class == BidiClass::RightToLeft || class == BidiClass::ArabicLetter,
        }
    })
}

/// Which way the lines of a language run, by the script that is usual for its tag.
pub(crate) fn direction(tag: &Tag) -> Direction {
    let rtl = tag
        .as_str()
        .parse::<LanguageIdentifier>()
        .is_ok_and(|id| LocaleDirectionality::new_extended().is_right_to_left(&id));
    if rtl { Direction::Rtl } else { Direction::Ltr }
}

/// The scripts that are usual for a tag; none when nobody knows.
pub(crate) fn usual(tag: &Tag) -> Vec<Script> {
    tag.as_str()
        .parse::<LanguageIdentifier>()
        .ok()
        .and_then(|id| icu::locale::LocaleExpander::new_extended().get_likely_script(&id).or(id.script))
        .map(|script| scripts(script.as_str()))
        .unwrap_or_default()
}
