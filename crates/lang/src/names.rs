//! `names.toml`: how names are written in a language, and which words are forms of one another.
//!
//! Plain data and the comparing of two words; which words are names, and what is wrong with them, is for others to say.

use crate::fold;
use serde::Deserialize;
use std::collections::BTreeSet;

/// How names are written in a language. All words are folded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "File")]
pub struct NameWords {
    /// What may stand before a word and is written together with it, the longest first: و, ال.
    pub prefixes: Vec<String>,
    /// Endings of the forms of one word.
    pub endings: Endings,
    /// Endings of the forms of one name: cases, plurals, possessives.
    pub cases: Endings,
    /// Endings of words that are made from names: those who live there, what is from there, who follows them. Those of
    /// `cases` may follow.
    pub derived: Endings,
    /// Small words within names: de, van, al.
    pub particles: Vec<String>,
    /// Words before a name that say who somebody is: Mr, President.
    pub titles: Vec<String>,
    /// Words of an enumeration that stand before its last member.
    pub and: Vec<String>,
}

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    prefixes: Vec<String>,
    endings: Endings,
    cases: Endings,
    derived: Endings,
    particles: Vec<String>,
    titles: Vec<String>,
    and: Vec<String>,
}

impl From<File> for NameWords {
    fn from(file: File) -> Self {
        let fold_all = |list: Vec<String>| list.iter().map(|word| fold(word)).collect();
        let mut derived = file.derived;
        derived.followed_by(&file.cases);
        Self {
            prefixes: fold_all(file.prefixes),
            endings: file.endings,
            cases: file.cases,
            derived,
            particles: fold_all(file.particles),
            titles: fold_all(file.titles),
            and: fold_all(file.and),
        }
    }
}

/// Endings of words, as they are compared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Endings {
    all: BTreeSet<String>,
    /// The longest one, in characters.
    longest: usize,
}

impl From<Vec<String>> for Endings {
    fn from(list: Vec<String>) -> Self {
        let mut all: BTreeSet<String> = list.iter().map(|ending| fold(ending)).collect();
        all.insert(String::new());
        let longest = all.iter().map(|ending| ending.chars().count()).max().unwrap_or(0);
        Self { all, longest }
    }
}

/// The fewest letters of a word that are left when its ending is taken off.
const SHORTEST_STEM: usize = 2;

impl Endings {
    /// These, each with any of the others behind it.
    fn followed_by(&mut self, others: &Endings) {
        let of = |ending: &String| others.all.iter().map(|other| format!("{ending}{other}")).collect::<Vec<_>>();
        self.all = self.all.iter().flat_map(of).collect();
        self.longest += others.longest;
    }

    /// Whether this is one of them; to have none is one of them, too.
    pub fn has(&self, ending: &str) -> bool {
        self.all.contains(ending)
    }

    /// What is left of a folded word when one of the endings is taken off, the longest rest first: the word itself to
    /// begin with.
    pub fn stems<'w>(&'w self, word: &'w str) -> impl Iterator<Item = &'w str> {
        let cuts = word.char_indices().map(|(at, _)| at).rev().take(self.longest);
        let shorter = cuts.filter_map(|at| Some((word.get(..at)?, word.get(at..)?)));
        let stems = shorter.filter(|(stem, ending)| stem.chars().count() >= SHORTEST_STEM && self.has(ending));
        std::iter::once(word).chain(stems.map(|(stem, _)| stem))
    }
}

impl NameWords {
    /// What is left of a folded word when a prefix is taken off, for each that it has.
    pub fn without_prefixes<'w>(&'w self, word: &'w str) -> impl Iterator<Item = &'w str> {
        let stripped = self.prefixes.iter().filter_map(|prefix| word.strip_prefix(prefix.as_str()));
        stripped.filter(|rest| rest.chars().count() >= SHORTEST_STEM)
    }

    /// Whether two folded words are forms of one word, as far as their endings and prefixes tell.
    pub fn is_same_word(&self, one: &str, other: &str) -> bool {
        self.bare(one).any(|one| self.bare(other).any(|other| same_stem([&self.endings; 2], one, other)))
    }

    /// Whether two folded words are forms of one name.
    pub fn is_same_name(&self, one: &str, other: &str) -> bool {
        self.bare(one).any(|one| self.bare(other).any(|other| same_stem([&self.cases; 2], one, other)))
    }

    /// Whether two folded words are forms of one name, or of words that are made from one name.
    pub fn is_kin(&self, one: &str, other: &str) -> bool {
        let (cases, derived) = (&self.cases, &self.derived);
        let pairs = [[cases, cases], [cases, derived], [derived, cases], [derived, derived]];
        let kin = |one, other| pairs.iter().any(|pair| same_stem(*pair, one, other));
        self.bare(one).any(|one| self.bare(other).any(|other| kin(one, other)))
    }

    /// A word, and what is left of it without a prefix.
    fn bare<'w>(&'w self, word: &'w str) -> impl Iterator<Item = &'w str> {
        std::iter::once(word).chain(self.without_prefixes(word))
    }
}

/// Whether there is one stem on which both words are made with an ending of theirs.
fn same_stem([ones, others]: [&Endings; 2], one: &str, other: &str) -> bool {
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a);
    let mut at = 0;
    let mut cuts: Vec<usize> = common.map(|c| (at, at += c.len_utf8()).0).collect();
    cuts.push(at);
    let deepest = ones.longest.max(others.longest);
    cuts.iter().enumerate().skip(SHORTEST_STEM).rev().take(deepest + 1).any(|(_, &cut)| {
        let rest = |word: &str, endings: &Endings| word.get(cut..).is_some_and(|rest| endings.has(rest));
        rest(one, ones) && rest(other, others)
    })
}

/// The members that the file must have.
pub(crate) const REQUIRED: &[&str] = &["prefixes", "endings", "cases", "derived", "particles", "titles", "and"];

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
