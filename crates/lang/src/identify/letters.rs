//! What there is to know of a single letter, in one look.

use super::{
    model::{Group, RARE},
    scripts, telling,
};
use unicode_normalization::char::is_combining_mark;

/// One sign of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Sign {
    /// Stands between words.
    #[default]
    Between,
    /// A mark on a letter: vowels and such, which one writes and another leaves out. It is read over.
    Mark,
    /// A letter.
    Letter(Letter),
}

/// One letter, capital or small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    /// Which of [`scripts::ALL`].
    pub(super) script: u8,
    /// Its class in the n-grams of its script.
    pub(super) class: u8,
    /// Whether it is a capital.
    pub(super) capital: bool,
    /// Whether some language is known by it.
    pub(super) telling: bool,
}

/// All letters below here are looked up, the others are worked out: Chinese, Japanese, Korean and rare ones.
const TABLE: u32 = 0x2000;

/// The table of letters.
#[derive(Debug)]
pub(super) struct Letters(Vec<Sign>, Vec<char>);

impl Letters {
    /// The letters with the classes that the groups give them.
    pub(super) fn new(groups: &[Group]) -> Self {
        let mut telling: Vec<char> = telling::ALL.iter().flat_map(|known| known.letters.chars()).collect();
        telling.sort_unstable();
        let mut letters = Self(Vec::new(), telling);
        letters.0 = (0..TABLE).map(|c| char::from_u32(c).map_or(Sign::Between, |c| letters.work_out(c))).collect();
        for group in groups {
            for sign in &mut letters.0 {
                if let Sign::Letter(letter) = sign
                    && letter.script == group.script
                {
                    letter.class = RARE;
                }
            }
            let classes: std::collections::BTreeMap<char, u8> = group.alphabet.iter().copied().collect();
            for (c, sign) in (0..TABLE).filter_map(char::from_u32).zip(0..) {
                let small = c.to_lowercase().next().unwrap_or(c);
                if let (Some(&class), Some(Sign::Letter(letter))) = (classes.get(&small), letters.0.get_mut(sign)) {
                    letter.class = class;
                }
            }
        }
        letters
    }

    /// What a sign is.
    pub(super) fn get(&self, c: char) -> Sign {
        match self.0.get(c as usize) {
            Some(&sign) => sign,
            None => self.work_out(c),
        }
    }

    fn work_out(&self, c: char) -> Sign {
        match scripts::of(c) {
            _ if is_combining_mark(c) || c == 'ـ' => Sign::Mark,
            None => Sign::Between,
            Some(script) => Sign::Letter(Letter {
                script,
                class: RARE,
                capital: c.is_uppercase(),
                telling: self.1.binary_search(&c).is_ok(),
            }),
        }
    }
}
