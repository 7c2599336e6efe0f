//! The line of text with marks under the words, where columns can be counted; else the words on a line of their own.

/// So many characters are shown before the words, and after them.
const AROUND: usize = 36;
/// Of longer words only the beginning is shown.
const MOST: usize = 60;

/// The lines that show words in what stands around them: `at` is the character at which they begin. Without words there
/// is nothing to show.
pub(super) fn lines(whole: &str, at: usize, words: &str) -> Vec<String> {
    if words.is_empty() {
        return Vec::new();
    }
    let long = words.chars().count();
    let shown = long.min(MOST);
    let letters: Vec<char> = whole.chars().map(flat).collect();
    let (from, to) = (at.saturating_sub(AROUND), (at + shown + AROUND).min(letters.len()));
    let cut = |range: std::ops::Range<usize>| letters.get(range).unwrap_or_default();
    let before = cut(from.min(letters.len())..at.min(letters.len()));
    let (marked, after) = (cut(at.min(to)..(at + shown).min(to)), cut((at + shown).min(to)..to));
    let (head, tail) = (if from > 0 { "…" } else { "" }, if to < letters.len() { "…" } else { "" });
    if marked.is_empty() {
        return vec![format!("^ {}", words.chars().map(flat).take(MOST).collect::<String>())];
    }
    let text = |letters: &[char]| letters.iter().collect::<String>();
    let line = format!("{head}{}{}{}{tail}", text(before), text(marked), text(after));
    match (width(before), width(marked)) {
        (Some(before), Some(marked)) if width(after).is_some() && marked > 0 => {
            let more = if long > shown { "…" } else { "" };
            vec![line, format!("{}{}{more}", " ".repeat(before + head.chars().count()), "^".repeat(marked))]
        }
        // Which column a terminal puts them in cannot be known: from right to left, or one letter upon another.
        _ => vec![line, format!("^ {}{}", text(marked), if long > shown { "…" } else { "" })],
    }
}

/// A character on one line.
fn flat(c: char) -> char {
    if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }
}

/// How many columns these take, where every terminal takes as many.
fn width(letters: &[char]) -> Option<usize> {
    letters.iter().map(|&c| columns(c)).sum()
}

/// The columns of one character: Latin, Greek, Cyrillic, Armenian and common marks take one, Chinese, Japanese and
/// Korean two (Unicode Standard Annex 11). Of all others nothing is said.
const fn columns(c: char) -> Option<usize> {
    match c as u32 {
        0x20..0x7f | 0xa0..=0xac | 0xae..0x300 | 0x370..0x483 | 0x48a..0x590 => Some(1),
        0x1e00..0x2000 | 0x2000..0x200b | 0x2010..0x2028 | 0x202f..0x205f | 0x20a0..0x20d0 | 0x2100..0x2300 => Some(1),
        0x2e80..0x302a | 0x3030..0x303f | 0x3041..0x3097 | 0x309b..0xa4d0 | 0xac00..0xd7a4 => Some(2),
        0xf900..0xfb00 | 0xfe30..0xfe50 | 0xff01..0xff61 | 0xffe0..0xffe7 | 0x20000..0x3fffe => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(whole: &str, words: &str) -> String {
        let byte = whole.find(words).expect("the words");
        lines(whole, whole[..byte].chars().count(), words).join("\n")
    }

    #[test]
    fn marks_stand_under_the_words() {
        assert_eq!(shown("The the clock.", "The the"), "The the clock.\n^^^^^^^");
        assert_eq!(shown("Часы били девять раз.", "девять"), "Часы били девять раз.\n          ^^^^^^");
        assert_eq!(shown("钟楼敲了九下。", "九下"), "钟楼敲了九下。\n        ^^^^");
    }

    #[test]
    fn where_columns_cannot_be_known_the_words_are_quoted() {
        assert_eq!(shown("گھڑی نے نو بجائے۔", "نو"), "گھڑی نے نو بجائے۔\n^ نو");
        assert_eq!(shown("Cafe\u{301} nine", "nine"), "Cafe\u{301} nine\n^ nine");
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let whole = format!("{} nine {}", "a".repeat(200), "b".repeat(200));
        let lines = shown(&whole, "nine");
        let (line, marks) = lines.split_once('\n').expect("two lines");
        assert!(line.starts_with("…a") && line.ends_with("b…") && line.chars().count() < 90, "{line}");
        assert_eq!(line.find("nine").map(|at| line[..at].chars().count()), marks.find('^'));
        assert_eq!(shown(&"x".repeat(300), &"x".repeat(300)).lines().nth(1), Some(&*format!("{}…", "^".repeat(60))));
        assert_eq!(super::lines("", 5, "x"), ["^ x"]);
    }
}
