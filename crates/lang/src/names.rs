//! `names.toml`: how names are written in a language, and which words are forms of one another.
//!
//! Plain data and the comparing of two words; which words are names, and what is wrong with them, is for others to say.

use crate::fold;
use foldhash::HashSet;
use serde::Deserialize;
use std::collections::BTreeMap;

/// How names are written in a language. All words are folded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "File")]
pub struct NameWords {
    /// What may stand before a word and is written together with it, the longest first: و, ال.
    pub prefixes: Vec<String>,
    /// Endings of the forms of one word.
    pub endings: Endings,
    /// Endings of the forms of one name, a list for each way to decline it.
    pub cases: Vec<Endings>,
    /// Endings of a name and of words that are made from it: who lives there, what is from there.
    pub derived: Vec<Endings>,
    /// Small words within names: de, van, al.
    pub particles: Vec<String>,
    /// Words before a name that say who somebody is: Mr, President.
    pub titles: Vec<String>,
    /// Words of an enumeration that stand before its last member.
    pub and: Vec<String>,
    /// Whether accents belong to the spelling of a name.
    pub accents: bool,
    /// The small letters that its words are written with, for the languages that have a dictionary.
    pub letters: String,
    /// Letters in which two spellings of one name differ.
    pub loose: String,
    /// Characters in which foreign names are written, of a script without spaces, each with the first one of its sound.
    pub sounds: BTreeMap<char, char>,
}

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    prefixes: Vec<String>,
    endings: Endings,
    cases: Vec<Endings>,
    derived: Vec<Endings>,
    particles: Vec<String>,
    titles: Vec<String>,
    and: Vec<String>,
    accents: bool,
    sounds: Vec<String>,
    loose: String,
    letters: String,
}

impl From<File> for NameWords {
    fn from(file: File) -> Self {
        let fold_all = |list: Vec<String>| list.iter().map(|word| fold(word)).collect();
        let group = |group: &String| {
            group.chars().next().map(|first| group.chars().map(move |c| (c, first)).collect::<Vec<_>>())
        };
        let sounds = file.sounds.iter().filter_map(group).flatten().collect();
        Self {
            prefixes: fold_all(file.prefixes),
            endings: file.endings,
            cases: file.cases,
            derived: file.derived,
            particles: fold_all(file.particles),
            titles: fold_all(file.titles),
            and: fold_all(file.and),
            accents: file.accents,
            loose: file.loose,
            letters: file.letters,
            sounds,
        }
    }
}

/// Endings of words, as they are compared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Endings {
    all: HashSet<String>,
    /// The longest one, in characters.
    longest: usize,
    /// The longest one, in bytes.
    longest_bytes: usize,
}

impl From<Vec<String>> for Endings {
    fn from(list: Vec<String>) -> Self {
        let all: HashSet<String> = list.iter().map(|ending| fold(ending)).collect();
        let longest = all.iter().map(|ending| ending.chars().count()).max().unwrap_or(0);
        let longest_bytes = all.iter().map(String::len).max().unwrap_or(0);
        Self { all, longest, longest_bytes }
    }
}

/// The fewest letters of a word that are left when its ending is taken off.
const SHORTEST_STEM: usize = 2;

impl Endings {
    /// Whether this is one of them.
    pub fn has(&self, ending: &str) -> bool {
        self.all.contains(ending)
    }

    /// Whether two folded words begin alike, and have an ending of these each behind that; none is as good where it is
    /// one of them.
    fn join(&self, one: &str, other: &str) -> bool {
        let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
        let (letters, end) = common.fold((0, 0), |(letters, end), (a, _)| (letters + 1, end + a.len_utf8()));
        if letters < SHORTEST_STEM || one.len().max(other.len()) - end > self.longest_bytes {
            return false;
        }
        let before = one.get(..end).unwrap_or_default().char_indices().rev().map(|(at, _)| at);
        let cuts = std::iter::once(end).chain(before).take(letters + 1 - SHORTEST_STEM);
        cuts.take(self.longest + 1).any(|cut| {
            let rest = |word: &str| word.get(cut..).is_some_and(|rest| self.has(rest));
            rest(one) && rest(other)
        })
    }
}

impl NameWords {
    /// What is left of a folded word when a prefix is taken off, for each that it has.
    pub fn without_prefixes<'w>(&'w self, word: &'w str) -> impl Iterator<Item = &'w str> {
        // Two bytes tell most prefixes from the word: every word is asked about every one.
        let begins = |prefix: &&String| {
            let (prefix, word) = (prefix.as_bytes(), word.as_bytes());
            prefix.first() == word.first() && prefix.get(1).is_none_or(|byte| word.get(1) == Some(byte))
        };
        let stripped = self.prefixes.iter().filter(begins).filter_map(|prefix| word.strip_prefix(prefix.as_str()));
        stripped.filter(|rest| rest.chars().count() >= SHORTEST_STEM)
    }

    /// Whether two folded words are forms of one word, as far as their endings and prefixes tell.
    pub fn is_same_word(&self, one: &str, other: &str) -> bool {
        self.bare(one).any(|one| self.bare(other).any(|other| self.endings.join(one, other)))
    }

    /// Whether two folded words are forms of one name.
    pub fn is_same_name(&self, one: &str, other: &str) -> bool {
        let same = |one, other| one == other || self.cases.iter().any(|endings| endings.join(one, other));
        self.bare(one).any(|one| self.bare(other).any(|other| same(one, other)))
    }

    /// Whether two folded words are forms of one name, or one is made from the other.
    pub fn is_kin(&self, one: &str, other: &str) -> bool {
        let kin = |one, other| self.derived.iter().any(|endings| endings.join(one, other));
        self.is_same_name(one, other) || self.bare(one).any(|one| self.bare(other).any(|other| kin(one, other)))
    }

    /// Whether foreign names are written with this character, in a script without spaces.
    pub fn has_sound(&self, c: char) -> bool {
        self.sounds.contains_key(&c)
    }

    /// A name in the characters that stand first for their sounds.
    pub fn sound(&self, name: &str) -> String {
        name.chars().map(|c| self.sounds.get(&c).copied().unwrap_or(c)).collect()
    }

    /// Whether two names of such characters sound alike.
    pub fn is_same_sound(&self, one: &str, other: &str) -> bool {
        one != other && one.chars().all(|c| self.has_sound(c)) && self.sound(one) == self.sound(other)
    }

    /// A word, and what is left of it without a prefix.
    fn bare<'w>(&'w self, word: &'w str) -> impl Iterator<Item = &'w str> {
        std::iter::once(word).chain(self.without_prefixes(word))
    }
}

/// The members that the file must have.
pub(crate) const REQUIRED: &[&str] =
    &["prefixes", "endings", "cases", "derived", "particles", "titles", "and", "accents", "sounds", "loose", "letters"];

#[cfg(test)]
mod tests {
    use crate::Languages;

    #[test]
    fn forms_of_one_word_are_told_from_words_that_look_alike() {
        let same = |tag: &str, one: &str, other: &str| {
            let profile = Languages::built_in().profile(&tag.parse().expect("a tag"));
            profile.names().is_same_word(&crate::fold(one), &crate::fold(other))
        };
        for (tag, one, other) in [
            ("en", "lantern", "lanterns"),
            ("ru", "Марроубова", "Марроубову"),
            ("ru", "Холмск", "Холмском"),
            ("es", "farol", "faroles"),
            ("fr", "lanterne", "lanternes"),
            ("ar", "فانوس", "والفانوس"),
            ("ar", "معلم", "المعلمين"),
            ("ur", "چراغ", "چراغوں"),
        ] {
            assert!(same(tag, one, other), "{tag}: {one} and {other}");
        }
        for (tag, one, other) in [
            ("en", "lantern", "lentern"),
            ("ru", "Холмск", "Холмкс"),
            ("es", "farol", "faros"),
            ("fr", "lanterne", "laterne"),
            ("ar", "فانوس", "فنوس"),
            ("ur", "چراغ", "چرغ"),
            ("zh", "灯", "笼"),
        ] {
            assert!(!same(tag, one, other), "{tag}: {one} and {other}");
        }
    }
}
