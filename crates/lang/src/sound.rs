//! How a name sounds, roughly: enough to know it again in another script.
//!
//! A word becomes a row of sounds; each is a set of classes that its letters may be heard as (`common/sounds.toml`), so
//! that two letters agree when the sets meet. Vowels are left out: scripts and languages agree on them too seldom.

use crate::{built_in, compare::fold};
use foldhash::{HashMap, HashSet};
use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

/// The classes, one bit each, in this order. The last three are weak.
const CLASSES: &str = "btksjfmnlrwyh";
const WEAK: u16 = 0b111 << 10;

/// The longest word that is heard, in sounds.
const LONGEST: usize = 24;

/// How a word sounds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Sound(Vec<u16>);

#[derive(Deserialize)]
struct Sounds(BTreeMap<String, BTreeMap<String, String>>);

/// The longest piece of a word that stands for sounds of its own, in characters.
const PIECE: usize = 4;

type Piece = [char; PIECE];

fn piece(letters: &[char]) -> Piece {
    let mut piece = ['\0'; PIECE];
    for (to, from) in piece.iter_mut().zip(letters) {
        *to = *from;
    }
    piece
}

/// Pieces of words with the sounds they stand for.
static SOUNDS: LazyLock<HashMap<Piece, Vec<u16>>> = LazyLock::new(|| {
    let Sounds(scripts) = built_in::common("sounds.toml");
    let set = |classes: &str| classes.chars().filter_map(|c| CLASSES.find(c)).fold(0, |set, at| set | 1 << at);
    let key = |letters: &str| piece(&fold(letters).chars().collect::<Vec<_>>());
    let of = |(letters, sounds): (String, String)| (key(&letters), sounds.split_whitespace().map(set).collect());
    scripts.into_values().flatten().map(of).collect()
});

/// The letters with which pieces of [`SOUNDS`] begin, and the longest piece of each.
static OPENERS: LazyLock<HashMap<char, usize>> = LazyLock::new(|| {
    let mut out: HashMap<char, usize> = HashMap::default();
    for piece in SOUNDS.keys() {
        let longest = out.entry(piece[0]).or_default();
        *longest = (*longest).max(piece.iter().filter(|c| **c != '\0').count());
    }
    out
});

/// Given names, as they are compared, and how they sound.
static GIVEN: LazyLock<(HashSet<&'static str>, Vec<Sound>)> = LazyLock::new(|| {
    let list = std::str::from_utf8(built_in::file("common/given_names.txt")).unwrap_or_default();
    (list.lines().collect(), list.lines().map(Sound::of).collect())
});

/// Whether a word is a common given name, in whatever script. Not for every word of a long text.
pub fn is_given_name(word: &str) -> bool {
    let (names, sounds) = &*GIVEN;
    if word.is_ascii() {
        return names.contains(fold(word).as_str());
    }
    let sound = Sound::of(word);
    names.contains(fold(word).as_str()) || sound.strong() > 1 && sounds.iter().any(|name| name.apart(&sound) < 0.3)
}

/// Whether a folded word stands in the list of given names, letter by letter.
pub(crate) fn is_listed_given_name(folded: &str) -> bool {
    GIVEN.0.contains(folded)
}

impl Sound {
    /// How a word sounds; nothing for one in a script that is not known.
    pub fn of(word: &str) -> Self {
        let letters: Vec<char> = fold(word).chars().filter(|c| crate::letter::is_alphabetic(*c)).collect();
        let mut row: Vec<u16> = Vec::new();
        let mut at = 0;
        while at < letters.len() && row.len() < LONGEST {
            let heard = |long: usize| Some((long, SOUNDS.get(&piece(letters.get(at..at + long)?))?));
            let longest = letters.get(at).and_then(|letter| OPENERS.get(letter)).copied().unwrap_or_default();
            let Some((long, heard)) = (1..=longest).rev().find_map(heard) else {
                at += 1;
                continue;
            };
            for &set in heard {
                if row.last() != Some(&set) {
                    row.push(set);
                }
            }
            at += long;
        }
        Self(row)
    }

    /// How many sounds it has that nobody leaves out.
    pub fn strong(&self) -> usize {
        self.0.iter().filter(|set| !is_weak(**set)).count()
    }

    /// A key that is mostly the same for the same name in two scripts, for lists in which names are looked up; none
    /// for what is too short to tell.
    pub fn key(&self) -> Option<u64> {
        // Classes that languages take for one another count as one.
        let plain = |set: u16| {
            let first = set.trailing_zeros();
            let class = CLASSES.chars().nth(first as usize)?;
            Some(match class {
                'j' | 's' => 's',
                'w' | 'y' | 'h' => return None,
                other => other,
            } as u64)
        };
        let mut keys: Vec<u64> = self.0.iter().filter_map(|set| plain(*set)).collect();
        keys.dedup();
        (keys.len() >= 3).then(|| keys.iter().fold(7_u64, |key, class| key.wrapping_mul(131).wrapping_add(*class)))
    }

    /// How far two words sound apart: nought for the same, one for each sound that one of them lacks.
    pub fn apart(&self, other: &Sound) -> f32 {
        let mut row: Vec<f32> = Vec::with_capacity(other.0.len() + 1);
        let mut sum = 0.0;
        row.push(0.0);
        for &set in &other.0 {
            sum += dropped(set);
            row.push(sum);
        }
        for &one in &self.0 {
            let mut diagonal = row.first().copied().unwrap_or_default();
            let mut left = diagonal + dropped(one);
            if let Some(first) = row.first_mut() {
                *first = left;
            }
            for (cell, &two) in row.iter_mut().skip(1).zip(&other.0) {
                let same = diagonal + changed(one, two);
                diagonal = *cell;
                left = same.min(*cell + dropped(one)).min(left + dropped(two));
                *cell = left;
            }
        }
        row.last().copied().unwrap_or_default()
    }

    /// Whether two words may be one name. Short ones have to agree in every sound that nobody leaves out.
    pub fn may_be(&self, other: &Sound) -> bool {
        let (short, long) = (self.strong().min(other.strong()), self.strong().max(other.strong()));
        if short == 0 || long > 2 * short + 1 {
            return false;
        }
        let room = match long {
            0..=3 => 0.8,
            4 => 0.95,
            5 => 1.3,
            _ => 2.0,
        };
        self.apart(other) <= room
    }

    /// Whether two words sound the same but for what is often left out.
    pub fn is_near(&self, other: &Sound) -> bool {
        self.strong() > 0 && self.apart(other) <= 0.45
    }
}

fn is_weak(set: u16) -> bool {
    set & !WEAK == 0
}

/// What it costs that one of two words lacks a sound.
fn dropped(set: u16) -> f32 {
    match set {
        set if is_weak(set) => 0.2,
        set if set & WEAK != 0 => 0.35,
        _ => 1.0,
    }
}

/// What it costs that a sound is another.
fn changed(one: u16, two: u16) -> f32 {
    match () {
        () if one & two != 0 => 0.0,
        () if is_weak(one) && is_weak(two) => 0.25,
        () if is_weak(one) != is_weak(two) => 1.2,
        () => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_known_again_in_another_script() {
        for (one, others) in [
            ("Harrow", "هارو ہیرو Харроу Harrow"),
            ("Michael", "مايكل مائیکل Майкл"),
            ("Johnson", "جونسون جانسن Джонсон"),
            ("Volkov", "فولكوف وولکوف Волков"),
            ("Pérez", "بيريز پیریز Перес Перез"),
            ("Schmidt", "شميت شمٹ Шмидт"),
            ("Zhukov", "جوكوف ژوکوف Жуков"),
            ("Washington", "واشنطن واشنگٹن Вашингтон"),
            ("Garcia", "غارسيا گارشیا Гарсия"),
            ("Thompson", "طومسون تھامسن Томпсон"),
            ("Hussein", "حسين حسین Хусейн"),
        ] {
            for other in others.split(' ') {
                assert!(
                    Sound::of(one).may_be(&Sound::of(other)),
                    "{one} {other} {}",
                    Sound::of(one).apart(&Sound::of(other))
                );
            }
        }
    }

    #[test]
    fn another_name_sounds_otherwise() {
        for (one, others) in [
            ("Harrow", "جونسون Майкл Keller"),
            ("Michael", "تومسون جانسن Джонсон Robert"),
            ("Volkov", "غارسيا پیریز Смирнов"),
            ("Johnson", "باركر مارٹن Мартин"),
        ] {
            for other in others.split(' ') {
                assert!(!Sound::of(one).may_be(&Sound::of(other)), "{one} {other}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_two_words_can_be_compared(one in "\\PC{0,40}", two in "\\PC{0,40}") {
            let (one, two) = (Sound::of(&one), Sound::of(&two));
            prop_assert_eq!(one.apart(&one), 0.0);
            prop_assert!((one.apart(&two) - two.apart(&one)).abs() < 0.01);
            let _ = (one.key(), one.may_be(&two));
        }
    }
}
