//! Words that one slip makes of another: of the slips there are, those that nobody makes who means another word.

use lang::{Dictionary, Profile};

/// The fewest letters of a word in which one vowel stands for another: shorter ones have neighbours.
const LONG: usize = 8;
/// A word of so many letters is too short to lack one: with one more it is another.
const SHORT: usize = 5;
/// The fewest letters of each of two words that are written as one.
const PART: usize = 3;

/// The words of the dictionary that one slip makes of this one, the likeliest first.
pub(super) fn nearest(word: &str, dictionary: &Dictionary, profile: &Profile) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let alphabet: Vec<char> = profile.names().letters.chars().collect();
    let candidates = typed(&letters).chain(left_out(&letters, &alphabet)).chain(sounds(&letters, &alphabet, profile));
    let folded = lang::fold(word);
    let is_form = |other: &str| {
        let other_folded = lang::fold(other);
        folded != other_folded && profile.names().is_same_word(&folded, &other_folded)
    };
    // The dictionary has the word with a vowel more at its end, and it is one word to the language: a genitive.
    let longer = alphabet.iter().filter(|letter| profile.names().loose.contains(**letter));
    if longer.map(|letter| format!("{word}{letter}")).any(|longer| dictionary.has(&longer) && is_form(&longer)) {
        return Vec::new();
    }
    let mut out: Vec<String> = Vec::new();
    for candidate in candidates.filter(|candidate| candidate != word) {
        if !out.contains(&candidate) && dictionary.has(&candidate) {
            // The dictionary has the word in another form: it lacks this one.
            if is_form(&candidate) {
                return Vec::new();
            }
            out.push(candidate);
        }
    }
    out
}

/// Whether it is made of two words, as new ones are.
pub(super) fn is_compound(word: &str, dictionary: &Dictionary) -> bool {
    let cuts = word.char_indices().map(|(at, _)| word.split_at(at));
    let long = |part: &str| part.chars().count() >= PART;
    cuts.filter(|(one, two)| long(one) && long(two)).any(|(one, two)| dictionary.has(one) && dictionary.has(two))
}

/// With two letters exchanged, one doubled, or one of a double taken out; the first letter stays.
fn typed(letters: &[char]) -> impl Iterator<Item = String> {
    let long = letters.len() > LONG - 2;
    // The last two letters exchanged are another ending.
    let exchanged = (1..letters.len().saturating_sub(2)).filter(move |_| long).map(|at| {
        let mut other = letters.to_vec();
        other.swap(at, at + 1);
        other
    });
    let doubled = (1..letters.len().saturating_sub(1)).filter_map(|at| {
        let mut other = letters.to_vec();
        other.insert(at, *letters.get(at)?);
        Some(other)
    });
    let single = (1..letters.len()).filter(|at| letters.get(*at) == letters.get(at - 1)).map(|at| {
        let mut other = letters.to_vec();
        other.remove(at);
        other
    });
    exchanged.chain(doubled).chain(single).map(String::from_iter)
}

/// With a letter put in, neither before the first nor behind the last.
fn left_out(letters: &[char], alphabet: &[char]) -> impl Iterator<Item = String> {
    let long = letters.len() > SHORT;
    (1..letters.len()).filter(move |_| long).flat_map(move |at| {
        alphabet.iter().map(move |letter| {
            let mut other = letters.to_vec();
            other.insert(at, *letter);
            String::from_iter(other)
        })
    })
}

/// With another vowel in the place of one, or the same letter with another accent.
fn sounds(letters: &[char], alphabet: &[char], profile: &Profile) -> impl Iterator<Item = String> {
    let fold = |c: &char| lang::fold(&c.to_string());
    let long = letters.len() >= LONG;
    let is_vowel = move |folded: &str| folded.chars().all(|c| profile.names().loose.contains(c));
    (1..letters.len()).flat_map(move |at| {
        let folded = letters.get(at).map(fold).unwrap_or_default();
        let fits = move |letter: &&char| {
            let other = fold(letter);
            other == folded || long && at + 1 < letters.len() && is_vowel(&folded) && is_vowel(&other)
        };
        alphabet
            .iter()
            .filter(fits)
            .map(move |letter| {
                let mut other = letters.to_vec();
                other.splice(at..=at, [*letter]);
                String::from_iter(other)
            })
            .collect::<Vec<_>>()
    })
}
