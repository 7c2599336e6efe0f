//! The marks by which a typist makes a list.

/// What stands before an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    /// Its number; none when it has a bullet.
    pub number: Option<u32>,
    /// The sign is used for lists and for nothing else, so that one item is a list.
    pub certain: bool,
    /// How many bytes of the line the mark takes, with the space behind it.
    pub len: usize,
}

/// The mark that a line opens with.
pub(super) fn item(line: &str) -> Option<Item> {
    bullet(line).or_else(|| numbered(line))
}

fn bullet(line: &str) -> Option<Item> {
    let sign = line.chars().next()?;
    let rest = line.get(sign.len_utf8()..)?;
    let certain = matches!(sign, '•' | '◦' | '▪' | '▫' | '‣' | '●' | '○' | '■' | '□' | '➤' | '►' | '⁃' | '∙');
    let spaced = rest.starts_with(char::is_whitespace);
    let fits = certain || matches!(sign, '·' | '*' | '-') && spaced;
    let words = rest.trim_start();
    (fits && words.contains(char::is_alphanumeric)).then(|| Item {
        number: None,
        certain,
        len: line.len() - words.len(),
    })
}

/// Figures or Chinese numerals in brackets or before a mark: `1.`, `(2)`, `۳۔`, `٤-`, `五、`, `⑥`.
fn numbered(line: &str) -> Option<Item> {
    let first = line.chars().next()?;
    if let circled @ '①'..='⑳' = first {
        let words = line.get(first.len_utf8()..)?.trim_start();
        let number = u32::from(circled) - u32::from('①') + 1;
        return Some(Item { number: Some(number), certain: true, len: line.len() - words.len() });
    }
    let bracketed = matches!(first, '(' | '（');
    let inner = if bracketed { line.get(first.len_utf8()..)? } else { line };
    let (number, rest) = figures(inner).or_else(|| numerals(inner))?;
    let mark = rest.chars().next()?;
    let rest = rest.get(mark.len_utf8()..)?;
    let fits = match mark {
        ')' | '）' => true,
        '、' | '．' => !bracketed,
        '.' | '۔' | '-' | '–' => !bracketed && rest.starts_with(char::is_whitespace),
        _ => false,
    };
    let words = rest.trim_start();
    (fits && words.contains(char::is_alphabetic)).then(|| Item {
        number: Some(number),
        certain: false,
        len: line.len() - words.len(),
    })
}

/// The number of one to three figures of any script, and what comes after it.
fn figures(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c| digit(c).is_none()).unwrap_or(text.len());
    let (figures, rest) = text.split_at(end);
    let count = figures.chars().count();
    (1..=3).contains(&count).then(|| (figures.chars().filter_map(digit).fold(0, |n, d| n * 10 + d), rest))
}

fn digit(c: char) -> Option<u32> {
    ['0', '٠', '۰', '０'].into_iter().find_map(|zero| u32::from(c).checked_sub(u32::from(zero)).filter(|d| *d < 10))
}

/// The number of Chinese numerals below one hundred, and what comes after it.
fn numerals(text: &str) -> Option<(u32, &str)> {
    let value = |c: char| "一二三四五六七八九十".chars().position(|n| n == c).and_then(|i| u32::try_from(i + 1).ok());
    let end = text.find(|c| value(c).is_none()).unwrap_or(text.len());
    let (numerals, rest) = text.split_at(end);
    let values: Vec<u32> = numerals.chars().filter_map(value).collect();
    let number = match *values.as_slice() {
        [n] => n,
        [10, n] if n < 10 => 10 + n,
        [tens, 10] if tens < 10 => tens * 10,
        [tens, 10, n] if tens < 10 && n < 10 => tens * 10 + n,
        _ => return None,
    };
    Some((number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_every_script_are_known() {
        for (line, number, words) in [
            ("- kites", None, "kites"),
            ("• kites", None, "kites"),
            ("•kites", None, "kites"),
            ("1. kites", Some(1), "kites"),
            ("12) kites", Some(12), "kites"),
            ("(3) kites", Some(3), "kites"),
            ("۱۔ پتنگ", Some(1), "پتنگ"),
            ("٢- طائرة", Some(2), "طائرة"),
            ("三、风筝", Some(3), "风筝"),
            ("（二十一）风筝", Some(21), "风筝"),
            ("④风筝", Some(4), "风筝"),
        ] {
            let found = item(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.number, &line[found.len..]), (number, words), "{line}");
        }
    }

    #[test]
    fn words_and_figures_are_no_marks() {
        for line in [
            "2023. A year",
            "2-0 for the kites",
            "1.5 million",
            "-5 degrees",
            "— Come, he said",
            "*kites*",
            "一天",
            "",
            "-",
            "5",
        ] {
            assert_eq!(item(line), None, "{line}");
        }
    }
}
