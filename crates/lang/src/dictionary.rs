//! The words of a language: a free dictionary in Hunspell's form, for the languages that have a good one
//! (`dictionaries/README.md`).
//!
//! A dictionary is unpacked the first time that somebody asks it: a program that does not check never does.

use crate::Profile;
use include_dir::{Dir, include_dir};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
    sync::{LazyLock, OnceLock},
};

static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/dictionaries");

/// By the tag of the language; unpacked once.
static ALL: LazyLock<BTreeMap<&'static str, OnceLock<Option<Dictionary>>>> = LazyLock::new(|| {
    let tags = DATA.dirs().filter_map(|dir| dir.path().to_str());
    tags.map(|tag| (tag, OnceLock::new())).collect()
});

/// The most bytes that a file of a dictionary has when it is unpacked.
const MOST: u64 = 32 * 1024 * 1024;

/// The words of a language.
pub struct Dictionary {
    words: spellbook::Dictionary,
    /// Words of the news that it lacks, in small letters.
    news: BTreeSet<String>,
}

impl std::fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Dictionary")
    }
}

impl Profile {
    /// Its dictionary, if the program brings one along.
    pub fn dictionary(&self) -> Option<&'static Dictionary> {
        let place = ALL.get(self.tag().as_str())?;
        place.get_or_init(|| Dictionary::unpack(self.tag().as_str())).as_ref()
    }
}

impl Dictionary {
    fn unpack(tag: &str) -> Option<Dictionary> {
        let text = |file: &str| {
            let packed = DATA.get_file(format!("{tag}/{file}"))?.contents();
            let mut text = String::new();
            flate2::read::GzDecoder::new(packed).take(MOST).read_to_string(&mut text).ok()?;
            Some(text)
        };
        let words = spellbook::Dictionary::new(&text("words.aff.gz")?, &text("words.dic.gz")?).ok()?;
        let news =
            DATA.get_file(format!("{tag}/news.txt")).and_then(include_dir::File::contents_utf8).unwrap_or_default();
        let lines = news.lines().filter(|line| !line.starts_with('#'));
        Some(Dictionary { words, news: lines.flat_map(str::split_whitespace).map(str::to_owned).collect() })
    }

    /// Whether this is a word of the language, in a form of its own. A word that has to have a capital has to have it
    /// here; any may have one.
    pub fn has(&self, word: &str) -> bool {
        self.words.check(word) || self.news.contains(word) || self.news.contains(&word.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use crate::Languages;

    #[test]
    fn each_dictionary_has_the_words_of_its_language() {
        for (tag, words, slip) in [
            ("en", "harbour harbor organised organized lanterns carefully London", "carefuly"),
            ("es", "faroles cruzaron panadería España", "panaderia"),
            ("fr", "lanternes traversées boulangerie Londres", "boulengerie"),
            ("ru", "фонарями пекарен перейдёт перейдет Лондоне", "пикарен"),
        ] {
            let profile = Languages::built_in().profile(&tag.parse().expect("a tag"));
            let dictionary = profile.dictionary().unwrap_or_else(|| panic!("{tag} has a dictionary"));
            for word in words.split(' ') {
                assert!(dictionary.has(word), "{tag}: {word}");
            }
            assert!(!dictionary.has(slip), "{tag}: {slip}");
        }
        for tag in ["ur", "ar", "zh", "de", "und"] {
            assert!(Languages::built_in().profile(&tag.parse().expect("a tag")).dictionary().is_none(), "{tag}");
        }
    }
}
