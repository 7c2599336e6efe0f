//! What looks like the name of a place or of an agency.

use crate::copy::words::is_wide;
use story::Line;

/// The most places of a dateline.
const MOST_PLACES: usize = 6;

/// Signs that no name has.
const fn is_of_sentence(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '«'
            | '»'
            | '「'
            | '」'
            | '!'
            | '?'
            | '؟'
            | '！'
            | '？'
            | ':'
            | '：'
            | '('
            | ')'
            | '（'
            | '）'
            | '['
            | ']'
            | '<'
            | '>'
            | '|'
            | '@'
            | '='
            | '#'
            | '۔'
            | '。'
            | '…'
            | '—'
            | '\n'
    )
}

/// Whether a text may be one place or several.
pub(super) fn are_places(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 2 || text.chars().any(|c| is_of_sentence(c) || c.is_numeric()) || !is_whole(text) {
        return false;
    }
    if text.chars().any(is_wide) {
        return text.chars().count() <= 16 && text.chars().all(|c| is_wide(c) || matches!(c, '/' | ' ' | '·'));
    }
    let cased = text.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    let words = text.split_whitespace().count();
    if cased { words <= 12 && is_capitalised(text) } else { words <= 6 && text.chars().count() <= 40 }
}

/// Whether a text begins with a letter, and ends in one or in the full stop of a short form: D.C.
fn is_whole(text: &str) -> bool {
    /// The longest short form, in letters.
    const SHORT: usize = 3;
    if !text.starts_with(|c: char| c.is_alphabetic() || matches!(c, '\'' | '’' | '‘')) {
        return false;
    }
    match text.strip_suffix('.') {
        Some(word) => {
            let last = word.rsplit(|c: char| c.is_whitespace() || c == '.').next().unwrap_or_default();
            (1..=SHORT).contains(&last.chars().count())
        }
        None => text.ends_with(char::is_alphabetic),
    }
}

/// Whether each name in a text begins with a capital and goes on in capitals but for small words such as "de".
pub(super) fn is_capitalised(text: &str) -> bool {
    /// The longest small word inside a name: Stratford upon Avon.
    const SMALL: usize = 4;
    let small = |word: &str| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
    text.split(['/', ',', ';', '،']).map(str::trim).filter(|name| !name.is_empty()).all(|name| {
        let words: Vec<&str> = name.split_whitespace().collect();
        let edges = [words.first(), words.last()];
        let short = words.iter().all(|word| !small(word) || word.trim_matches('.').chars().count() <= SMALL);
        let in_row = words.windows(3).any(|three| three.iter().all(|word| small(word)));
        short && !in_row && !edges.into_iter().flatten().any(|word| small(word))
    })
}

/// Whether a text has letters of a script that has spaces and no capitals.
pub(super) fn is_caseless(text: &str) -> bool {
    !text.is_empty() && !text.chars().any(|c| c.is_lowercase() || c.is_uppercase() || is_wide(c))
}

/// Whether a name is short enough to be believed where nothing else tells that it is one.
pub(super) fn is_short(text: &str) -> bool {
    let wide = text.chars().any(is_wide);
    let parts = text.split(['/', '、', '،', ',']);
    parts.into_iter().all(|part| if wide { part.chars().count() <= 6 } else { part.split_whitespace().count() <= 2 })
}

/// Whether a text is initials: capitals alone, or as Urdu spells them, letter by letter (بی بی سی).
pub(super) fn is_initials(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if text.chars().any(char::is_uppercase) {
        return (2..=8).contains(&letters) && !text.chars().any(char::is_lowercase);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    is_caseless(text) && words.len() >= 2 && words.iter().all(|word| word.chars().count() <= 3)
}

/// Whether a text may name an agency.
pub(super) fn is_agency(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let words = text.split_whitespace().count();
    let opens_small = text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
    let plain = text.chars().all(|c| !is_of_sentence(c) || matches!(c, ':' | '：' | '@'));
    let opens_figure = text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_numeric);
    // A mark in front belongs to what came before: "/NR/. It rained / again".
    let opens_mark = text.starts_with(|c: char| c.is_ascii_punctuation() && !matches!(c, '"' | '\'' | '@' | '#'));
    letters >= 2 && !opens_mark && words <= 6 && plain && (!opens_small || words == 1) && !opens_figure
}

/// Whether names are written in capitals alone.
pub(super) fn are_in_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

/// Whether places may be a dateline by themselves: in capitals where the script has them, else short, and in either
/// case before a paragraph.
pub(super) fn stands_alone(places: &str, before_body: bool) -> bool {
    if !before_body || places.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return false;
    }
    let cased = places.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    if cased {
        places.chars().count() >= 4 && are_in_capitals(places)
    } else {
        // 他说： and the like open too many paragraphs.
        !places.chars().any(is_wide) && places.split_whitespace().count() <= 2
    }
}

/// The places of a text, one by one; none when there are too many.
pub(super) fn places(text: &str, between: &[String]) -> Option<Vec<Line>> {
    let mut parts: Vec<String> = vec![text.to_owned()];
    // Commas last: the others part whole names, a comma may part a place from its region.
    let (commas, others): (Vec<&String>, Vec<&String>) = between.iter().partition(|sign| sign.trim() == ",");
    for sign in others.into_iter().chain(commas) {
        parts = parts.into_iter().flat_map(|part| split(&part, sign)).collect();
    }
    parts.retain(|part| !part.is_empty());
    (parts.len() <= MOST_PLACES).then(|| parts.into_iter().map(Line::new).collect())
}

/// Cuts at a sign between places. A comma before the region of a place parts nothing: WASHINGTON, D.C.
fn split(text: &str, sign: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for part in text.split(sign).map(str::trim) {
        let shouts = |text: &str| text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase);
        match out.last_mut() {
            Some(before) if sign.trim() == "," && (part.contains('.') || shouts(before) && !shouts(part)) => {
                before.push_str(", ");
                before.push_str(part);
            }
            _ => out.push(part.to_owned()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_places_are_told_from_words() {
        for text in [
            "Baku",
            "SAN SALVADOR",
            "Rio de Janeiro",
            "БАКУ/ГЯНДЖА",
            "اسلام آباد",
            "القاهرة",
            "北京",
            "Washington, D.C.",
        ] {
            assert!(are_places(text), "{text}");
        }
        for text in ["in Baku", "Baku and then", "He said that", "", "B", "“Baku”", "Area 51", "baku"] {
            assert!(!are_places(text), "{text}");
        }
    }

    #[test]
    fn regions_stay_with_their_place() {
        let of = |text: &str| {
            places(text, &["/".into(), ",".into()])
                .unwrap_or_default()
                .iter()
                .map(|p| &**p)
                .collect::<Vec<_>>()
                .join("|")
        };
        assert_eq!(of("BAKU, GANJA"), "BAKU|GANJA");
        assert_eq!(of("GANJA, Azerbaijan"), "GANJA, Azerbaijan");
        assert_eq!(of("Baku/Ganja"), "Baku|Ganja");
    }
}
