//! Signs that mean the same in every script: what ends a sentence, what counts as a word, what is a rule.

use super::words::is_wide;

/// Whether a line ends as a sentence does; quotation marks and brackets may close behind.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let closing = |c: char| {
        matches!(
            c,
            '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '」' | '』' | '》' | '）' | '】' | '\u{200f}' | '\u{200e}'
        ) || c.is_whitespace()
    };
    text.trim_end_matches(closing).ends_with(['.', '!', '?', '…', '。', '！', '？', '．', '۔', '؟', '।', '।'])
}

/// Whether the full stop at the end shortens a word and may close nothing: U.S.
pub(super) fn ends_shortened(text: &str) -> bool {
    let last = text.trim_end().strip_suffix('.').unwrap_or_default();
    let last = last.rsplit(|c: char| c.is_whitespace() || c == '.').next().unwrap_or_default();
    (1..=3).contains(&last.chars().count()) && last.chars().all(char::is_uppercase)
}

/// Whether a line ends in the middle of something: with a comma, a colon or the like.
pub(super) fn ends_open(text: &str) -> bool {
    text.trim_end().ends_with([',', ';', ':', '،', '؛', '、', '，', '；', '：', '-', '–', '—'])
}

/// About how many words a line has; two characters of a script without spaces count as one.
pub(crate) fn words(text: &str) -> usize {
    let (mut words, mut wide, mut inside) = (0, 0usize, false);
    for c in text.chars() {
        if is_wide(c) {
            wide += 1;
            inside = false;
        } else if c.is_whitespace() {
            inside = false;
        } else if !inside && c.is_alphanumeric() {
            words += 1;
            inside = true;
        }
    }
    words + wide.div_ceil(2)
}

/// Whether a line is drawn, not written: dashes, stars or the like alone.
pub(super) fn is_rule(text: &str) -> bool {
    let signs = text.chars().filter(|c| !c.is_whitespace());
    let drawn = |c: char| {
        matches!(c, '-' | '=' | '_' | '*' | '~' | '#' | '.' | '•' | '·' | '–' | '—' | '―' | '+' | '─'..='╿' | '…')
    };
    signs.clone().all(drawn) && signs.count() >= 3
}

/// A line without the marks and spaces around its first and last letter or figure.
pub(super) fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether the first letter of a text is not a small one; true of scripts without capitals.
pub(super) fn opens_large(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_in_every_script() {
        for line in [
            "It rains.",
            "“It rains.”",
            "بارش ہو رہی ہے۔",
            "هل تمطر؟",
            "下雨了。」",
            "Pleut-il ?",
            "«Идёт дождь».",
            "…",
        ] {
            assert!(ends_sentence(line), "{line}");
        }
        for line in ["Rain", "Rain,", "", "雨"] {
            assert!(!ends_sentence(line), "{line}");
        }
    }

    #[test]
    fn words_are_counted_roughly() {
        assert_eq!((words("It rains — again."), words("今天下雨了"), words("")), (3, 3, 0));
    }

    #[test]
    fn rules_are_drawn() {
        assert!(is_rule("-----") && is_rule("* * *") && is_rule("═══"));
        assert!(!is_rule("--") && !is_rule("- a -"));
    }
}
