//! The scripts that are told apart, and the language that a script alone names.

use icu::properties::props::Script;

/// A script in which somebody puts out news.
pub(super) struct Known {
    /// As Unicode names it.
    pub(super) script: Script,
    /// ISO 15924.
    pub(super) code: &'static str,
    /// The language when nothing tells otherwise; empty where letters and n-grams have to say.
    pub(super) usual: &'static str,
    /// How much one letter counts when the script of a text is decided. Latin names stand in text of every other
    /// script, seldom the other way round; one Chinese sign or Korean syllable is as long as several letters.
    pub(super) counts: u32,
}

const fn known(script: Script, code: &'static str, usual: &'static str, counts: u32) -> Known {
    Known { script, code, usual, counts }
}

/// All of them. A number of a script is its place here.
pub(super) const ALL: [Known; 28] = [
    known(Script::Latin, "Latn", "", 1),
    known(Script::Cyrillic, "Cyrl", "", 2),
    known(Script::Arabic, "Arab", "", 2),
    known(Script::Han, "Hani", "zh", 5),
    known(Script::Hiragana, "Hira", "ja", 5),
    known(Script::Katakana, "Kana", "ja", 5),
    known(Script::Hangul, "Hang", "ko", 5),
    known(Script::Devanagari, "Deva", "hi", 2),
    known(Script::Greek, "Grek", "el", 2),
    known(Script::Hebrew, "Hebr", "he", 2),
    known(Script::Armenian, "Armn", "hy", 2),
    known(Script::Georgian, "Geor", "ka", 2),
    known(Script::Bengali, "Beng", "bn", 2),
    known(Script::Gurmukhi, "Guru", "pa", 2),
    known(Script::Gujarati, "Gujr", "gu", 2),
    known(Script::Oriya, "Orya", "or", 2),
    known(Script::Tamil, "Taml", "ta", 2),
    known(Script::Telugu, "Telu", "te", 2),
    known(Script::Kannada, "Knda", "kn", 2),
    known(Script::Malayalam, "Mlym", "ml", 2),
    known(Script::Sinhala, "Sinh", "si", 2),
    known(Script::Thai, "Thai", "th", 2),
    known(Script::Lao, "Laoo", "lo", 2),
    known(Script::Tibetan, "Tibt", "bo", 2),
    known(Script::Myanmar, "Mymr", "my", 2),
    known(Script::Khmer, "Khmr", "km", 2),
    known(Script::Ethiopic, "Ethi", "am", 2),
    known(Script::Thaana, "Thaa", "dv", 2),
];

/// The numbers of those that have a part of their own in the telling.
pub(super) const LATIN: u8 = 0;
pub(super) const HAN: usize = 3;
pub(super) const HIRAGANA: usize = 4;
pub(super) const KATAKANA: usize = 5;

/// The number of a script by its code.
pub(super) fn number(code: &str) -> Option<u8> {
    (0..).zip(&ALL).find(|(_, known)| known.code == code).map(|(number, _)| number)
}

/// The number of the script of a letter; none for what is no letter, or is of a script that is not known here.
pub(super) fn of(c: char) -> Option<u8> {
    let script = crate::script::of(c)?;
    (0..).zip(&ALL).find(|(_, known)| known.script == script).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_places() {
        let numbers = [usize::from(LATIN), HAN, HIRAGANA, KATAKANA];
        assert_eq!(numbers.map(|number| ALL[number].code), ["Latn", "Hani", "Hira", "Kana"]);
    }
}
