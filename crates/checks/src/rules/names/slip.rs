//! One slip of the keyboard: a letter left out, put in, exchanged with the next, or struck for another.

use foldhash::HashMap;

/// How one word becomes another by one slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slip {
    /// Two letters that stand side by side have changed places.
    Exchanged,
    /// A letter stands once instead of twice, or twice instead of once.
    Doubled,
    /// A letter is missing or too many.
    Left,
    /// Another letter stands there.
    Struck,
}

/// The slip by which one word becomes the other, and the number of letters before it.
pub(super) fn slip(one: &str, other: &str) -> Option<(Slip, usize)> {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (long, short) = if one.len() >= other.len() { (&one, &other) } else { (&other, &one) };
    if long.len() > short.len() + 1 || long == short {
        return None;
    }
    let same = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    let rest = |letters: &[char], from: usize| letters.get(from..).map(<[char]>::to_vec).unwrap_or_default();
    if long.len() > short.len() {
        let fits = rest(long, same + 1) == rest(short, same);
        let letter = long.get(same);
        let double = letter.is_some()
            && (same.checked_sub(1).and_then(|at| long.get(at)) == letter || long.get(same + 1) == letter);
        return fits.then_some((if double { Slip::Doubled } else { Slip::Left }, same));
    }
    if rest(long, same + 1) == rest(short, same + 1) {
        return Some((Slip::Struck, same));
    }
    let crossed = long.get(same) == short.get(same + 1) && long.get(same + 1) == short.get(same);
    (crossed && rest(long, same + 2) == rest(short, same + 2)).then_some((Slip::Exchanged, same))
}

/// Whether one word becomes the other when a letter is taken out of the longer one, and then by one slip at most.
pub(super) fn two_slips(one: &str, other: &str) -> bool {
    let (long, short) = if one.chars().count() >= other.chars().count() { (one, other) } else { (other, one) };
    rests(long).skip(1).any(|rest| rest == short || slip(&rest, short).is_some())
}

/// Words by what is left of them when one letter is taken out: those that are a slip apart share a rest.
#[derive(Debug, Default)]
pub(super) struct Near {
    by_rest: HashMap<String, Vec<usize>>,
}

/// The most words under one rest: of more, none is a slip of another.
const MOST: usize = 16;

impl Near {
    /// Adds a word by its number.
    pub fn add(&mut self, word: &str, number: usize) {
        each_rest(word, |rest| {
            if !self.by_rest.contains_key(rest) {
                self.by_rest.insert(rest.to_owned(), Vec::new());
            }
            let Some(under) = self.by_rest.get_mut(rest) else { return };
            if under.len() < MOST && under.last() != Some(&number) {
                under.push(number);
            }
        });
    }

    /// The numbers of words that may be a slip away from this one.
    pub fn of(&self, word: &str) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        if self.by_rest.is_empty() {
            return found;
        }
        each_rest(word, |rest| found.extend(self.by_rest.get(rest).into_iter().flatten()));
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Gives each of [`rests`], in one piece of memory.
fn each_rest(word: &str, mut give: impl FnMut(&str)) {
    give(word);
    let mut rest = String::with_capacity(word.len());
    for (at, c) in word.char_indices() {
        rest.clear();
        rest.push_str(word.get(..at).unwrap_or_default());
        rest.push_str(word.get(at + c.len_utf8()..).unwrap_or_default());
        give(&rest);
    }
}

/// The word, and what is left of it when one letter is taken out.
fn rests(word: &str) -> impl Iterator<Item = String> {
    let without = word.char_indices().map(|(at, c)| {
        let (before, behind) = (word.get(..at).unwrap_or_default(), word.get(at + c.len_utf8()..).unwrap_or_default());
        format!("{before}{behind}")
    });
    std::iter::once(word.to_owned()).chain(without)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_slip_is_told() {
        for (one, other, wanted) in [
            ("marrowby", "marowby", Some((Slip::Doubled, 3))),
            ("marrowby", "marrwoby", Some((Slip::Exchanged, 4))),
            ("marrowby", "marrowy", Some((Slip::Left, 6))),
            ("marrowby", "marrewby", Some((Slip::Struck, 4))),
            ("марроуби", "марруоби", Some((Slip::Exchanged, 4))),
            ("marrowby", "marrowby", None),
            ("marrowby", "morrowbe", None),
            ("", "a", Some((Slip::Left, 0))),
        ] {
            assert_eq!(slip(one, other), wanted, "{one} {other}");
            assert_eq!(slip(other, one).map(|slip| slip.0), wanted.map(|slip| slip.0), "{other} {one}");
        }
    }

    proptest! {
        #[test]
        fn words_a_slip_apart_are_near(one in "[abcé]{0,7}", other in "[abcé]{0,7}") {
            let mut near = Near::default();
            near.add(&one, 0);
            prop_assert!(slip(&one, &other).is_none() || near.of(&other) == [0]);
        }
    }
}
