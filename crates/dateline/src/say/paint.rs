//! Colour, as terminals understand it (ECMA-48, select graphic rendition).

use story::Standing;

fn with(code: u8, words: &str) -> String {
    format!("\x1b[{code}m{words}\x1b[0m")
}

/// A heading.
pub fn strong(words: &str) -> String {
    with(1, words)
}

/// What is said by the way.
pub fn faint(words: &str) -> String {
    with(2, words)
}

/// What is gone or wrong.
pub fn red(words: &str) -> String {
    with(31, words)
}

/// What is new or well.
pub fn green(words: &str) -> String {
    with(32, words)
}

/// What asks for attention.
pub fn yellow(words: &str) -> String {
    with(33, words)
}

/// How an edition stands.
pub fn standing(standing: Standing) -> String {
    let word = standing.as_str();
    match standing {
        Standing::Public => green(word),
        Standing::Held => yellow(word),
        Standing::Killed | Standing::TakenDown => red(word),
        Standing::Unreleased => word.to_owned(),
    }
}

/// The words without their colours.
pub fn plain(words: &str) -> String {
    let mut parts = words.split("\x1b[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once('m').map_or(part, |(_, rest)| rest));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_the_words_stay() {
        let words = format!("{} and {}", red("gone"), strong("heading m"));
        assert_eq!(plain(&words), "gone and heading m");
        assert_eq!(plain("no colour"), "no colour");
    }
}
