//! Makes the forms of a word: the inverse of the ways in which Hunspell and its like take a form apart.
//!
//! There are five: a suffix, a prefix, both, a suffix behind a suffix, and a prefix before that. (There is one more, a
//! suffix that only the prefix before another suffix asks for: none of the dictionaries here has one.)

use crate::hunspell::{Affix, Affixes, Flag, Letter};
use std::collections::BTreeMap;

impl Affixes {
    /// Gives every form of a word to `each`, some more than once.
    pub fn forms(&self, word: &str, flags: &[Flag], each: &mut impl FnMut(String)) {
        if has(flags, self.only_in_compound) {
            return;
        }
        if !self.needs_more(flags) {
            each(word.to_owned());
        }
        for suffix in self.suffixes(flags) {
            let Some(once) = behind(word, suffix) else { continue };
            self.with_suffix(flags, suffix, &once, each);
        }
        for prefix in self.prefixes(flags) {
            if self.ends(prefix) {
                before(word, prefix).into_iter().for_each(&mut *each);
            }
            // A suffix that the prefix asks for.
            for suffix in self.suffixes(&prefix.flags).filter(|suffix| !self.needs_more(&suffix.flags)) {
                let both = behind(word, suffix).filter(|_| self.cross(prefix, suffix));
                both.and_then(|once| before(&once, prefix)).into_iter().for_each(&mut *each);
            }
        }
    }

    /// A word with a suffix, and what can come before and behind that.
    fn with_suffix(&self, flags: &[Flag], suffix: &Affix, once: &str, each: &mut impl FnMut(String)) {
        if self.ends(suffix) {
            each(once.to_owned());
        }
        let needs_more = |affix: &Affix| self.needs_more(&affix.flags);
        for prefix in self.prefixes(flags).chain(self.prefixes(&suffix.flags)) {
            // One of the two may need the other; which does not, stands outside.
            let enough = !needs_more(prefix) || flags.contains(&prefix.flag) && !needs_more(suffix);
            if enough && self.cross(prefix, suffix) {
                before(once, prefix).into_iter().for_each(&mut *each);
            }
        }
        for outer in self.suffixes(&suffix.flags).filter(|_| !self.goes_around(suffix)) {
            let Some(twice) = behind(once, outer) else { continue };
            for prefix in self.prefixes(flags).chain(self.prefixes(&outer.flags)) {
                if !needs_more(prefix) && self.cross(prefix, outer) {
                    before(&twice, prefix).into_iter().for_each(&mut *each);
                }
            }
            if self.ends(outer) {
                each(twice);
            }
        }
    }

    fn suffixes(&self, flags: &[Flag]) -> impl Iterator<Item = &Affix> {
        self.usable(&self.suffixes, flags)
    }

    fn prefixes(&self, flags: &[Flag]) -> impl Iterator<Item = &Affix> {
        self.usable(&self.prefixes, flags)
    }

    fn usable<'a>(&self, all: &'a BTreeMap<Flag, Vec<Affix>>, flags: &[Flag]) -> impl Iterator<Item = &'a Affix> {
        let only = self.only_in_compound;
        flags.iter().filter_map(|flag| all.get(flag)).flatten().filter(move |affix| !has(&affix.flags, only))
    }

    fn needs_more(&self, flags: &[Flag]) -> bool {
        has(flags, self.need_affix)
    }

    fn goes_around(&self, affix: &Affix) -> bool {
        has(&affix.flags, self.circumfix)
    }

    /// Whether a word may be at its end with this affix.
    fn ends(&self, affix: &Affix) -> bool {
        !self.needs_more(&affix.flags) && !self.goes_around(affix)
    }

    /// Whether the two can be at the two ends of a word.
    fn cross(&self, prefix: &Affix, suffix: &Affix) -> bool {
        prefix.crosses && suffix.crosses && self.goes_around(prefix) == self.goes_around(suffix)
    }
}

fn has(flags: &[Flag], flag: Option<Flag>) -> bool {
    flag.is_some_and(|flag| flags.contains(&flag))
}

/// The word with a suffix, if it can have it.
fn behind(word: &str, suffix: &Affix) -> Option<String> {
    let fits = are(word.chars().rev(), suffix.condition.iter().rev());
    Some(word.strip_suffix(suffix.strip.as_str()).filter(|_| fits)?.to_owned() + &suffix.add)
}

/// The word with a prefix, if it can have it.
fn before(word: &str, prefix: &Affix) -> Option<String> {
    let fits = are(word.chars(), prefix.condition.iter());
    let rest = word.strip_prefix(prefix.strip.as_str()).filter(|_| fits)?;
    Some(format!("{}{rest}", prefix.add))
}

fn are<'l>(mut letters: impl Iterator<Item = char>, mut condition: impl Iterator<Item = &'l Letter>) -> bool {
    condition.all(|wanted| letters.next().is_some_and(|letter| wanted.is(letter)))
}
