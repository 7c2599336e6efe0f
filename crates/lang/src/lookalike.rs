//! Letters of another script that look like those of a word.

use crate::{Profile, built_in, script};
use icu::properties::props::Script;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Lookalikes {
    same: Vec<String>,
}

static GROUPS: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| {
    let Lookalikes { same } = built_in::common("lookalikes.toml");
    same.iter().map(|group| group.chars().collect()).collect()
});

/// The letter of this script that looks like this one.
fn in_script(c: char, wanted: Script) -> Option<char> {
    let group = GROUPS.iter().find(|group| group.contains(&c))?;
    group.iter().copied().find(|other| script::of(*other) == Some(wanted))
}

impl Profile {
    /// A word that mixes letters of two scripts, written in one of them alone, where the letters of the other only look
    /// like its own: `Mаrket` with a Cyrillic а. The script is that of most of its letters; of the language where there
    /// are as many of either.
    pub fn in_one_script(&self, word: &str) -> Option<String> {
        if word.is_ascii() {
            return None;
        }
        let scripts = || word.chars().filter_map(script::of);
        let first = scripts().next()?;
        let other = scripts().find(|script| *script != first)?;
        let all: Vec<Script> = scripts().collect();
        if all.iter().any(|script| *script != first && *script != other) {
            return None;
        }
        let own = |wanted: Script| self.language().scripts.iter().any(|code| script::scripts(code).contains(&wanted));
        let firsts = all.iter().filter(|script| **script == first).count();
        let (wanted, foreign) = match (firsts * 2).cmp(&all.len()) {
            std::cmp::Ordering::Less => (other, first),
            std::cmp::Ordering::Equal if own(other) => (other, first),
            _ => (first, other),
        };
        // A foreign name with an ending of the language, as some write it.
        if !own(wanted) && word.chars().rev().find_map(script::of) == Some(foreign) {
            return None;
        }
        let mend = |c: char| if script::of(c) == Some(foreign) { in_script(c, wanted) } else { Some(c) };
        word.chars().map(mend).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::Languages;

    #[test]
    fn a_letter_of_another_script_is_put_right() {
        for (lang, word, right) in [
            ("ru", "мoст", Some("мост")),
            ("ru", "Mост", Some("Мост")),
            ("ru", "мост", None),
            ("ru", "SMSка", None),
            ("ru", "iPhoneа", None),
            ("en", "hаrbour", Some("harbour")),
            ("en", "harbour", None),
            ("en", "café", None),
            ("ur", "پل", None),
        ] {
            let profile = Languages::built_in().profile(&lang.parse().expect("a tag"));
            assert_eq!(profile.in_one_script(word).as_deref(), right, "{lang} {word}");
        }
    }
}
