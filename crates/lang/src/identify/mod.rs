//! Which language a text is in.
//!
//! Comes in: any text, a line of three words or a whole story. Goes out: a tag and how sure that is.
//! Never here: an answer by the words of a house (the caller knows its own languages), a text that is kept, a panic.
//!
//! The script with most letters goes first (`scripts`); often it names the language. Then letters and words that
//! only one language has (`telling`). What Latin, Cyrillic and Arabic letters leave open is decided by n-grams
//! (`model`), in one reading of the text (`reading`) that leaves out addresses and `@names`, hears what begins
//! with a capital with half an ear, and stops when it has seen enough.

mod letters;
mod model;
mod reading;
mod scripts;
mod telling;
#[cfg(test)]
mod tests;

use scripts::{HAN, HIRAGANA, KATAKANA};
use std::sync::LazyLock;
use story::Tag;

/// The language of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Identified {
    /// The language alone: `zh` for both ways of writing Chinese; `und` where nothing can be said.
    pub tag: Tag,
    /// How sure that is, from 0 to 1: about the share of such texts for which the answer is right.
    pub sure: f32,
}

/// Which language a text is in. Looks at no more than the first 4,096 letters, and answers the same for the same
/// text always.
///
/// ```
/// assert_eq!(lang::identify("Le marché couvert rouvre dimanche").tag.as_str(), "fr");
/// assert_eq!(lang::identify("26.02.2023").tag.as_str(), "und");
/// ```
pub fn identify(text: &str) -> Identified {
    MODEL.decide(&reading::read(text, &MODEL))
}

/// How many nats of distance between two languages make the farther one a third as likely: n-grams overlap, so that
/// what they say together counts less than its sum. Measured, not derived.
const DOUBT: f32 = 3.0;
/// The share of signs from which a text in Chinese and Japanese signs is Japanese: one in so many is kana.
const KANA: u32 = 12;

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let groups = model::read(include_bytes!("../../models/ngrams.bin")).unwrap_or_default();
    Model { letters: letters::Letters::new(&groups), groups }
});

/// All that is known of languages.
#[derive(Debug)]
struct Model {
    groups: Vec<model::Group>,
    letters: letters::Letters,
}

impl Model {
    fn decide(&self, found: &reading::Found) -> Identified {
        let weights = weights(&found.letters);
        let (script, most) =
            weights.into_iter().enumerate().rev().max_by_key(|(_, weight)| *weight).unwrap_or_default();
        if most == 0 {
            return Identified { tag: Tag::unknown(), sure: 0.0 };
        }
        let known = &scripts::ALL[script];
        let letters = most / known.counts;
        let share = most as f32 / weights.iter().sum::<u32>() as f32;
        let told = telling::ALL
            .iter()
            .zip(&found.telling)
            .filter(|(telling, hits)| **hits > 0 && telling.script == known.code && **hits * telling.among >= letters)
            .rev()
            .max_by_key(|(_, hits)| **hits);
        let groups = self.groups.iter().zip(&found.points);
        let (tag, sure) = match told {
            Some((telling, &hits)) => (tag(telling.tag), by_signs(hits)),
            None => match groups.into_iter().find(|(group, _)| usize::from(group.script) == script) {
                Some((group, points)) => group.decide(points),
                None => (tag(known.usual), by_signs(letters)),
            },
        };
        Identified { tag, sure: sure * clear(share) * enough(most) }
    }
}

/// How much speaks for each script.
fn weights(letters: &[u32; scripts::ALL.len()]) -> [u32; scripts::ALL.len()] {
    let mut weights = *letters;
    for (weight, known) in weights.iter_mut().zip(&scripts::ALL) {
        *weight *= known.counts;
    }
    // Japanese is written in three scripts, and one of them is that of Chinese.
    let kana = weights[HIRAGANA] + std::mem::take(&mut weights[KATAKANA]);
    if kana * KANA > weights[HAN] {
        weights[HIRAGANA] = kana + std::mem::take(&mut weights[HAN]);
    } else {
        weights[HAN] += kana;
        weights[HIRAGANA] = 0;
    }
    weights
}

impl model::Group {
    /// The language with most points, and how far it is ahead.
    fn decide(&self, points: &model::Points) -> (Tag, f32) {
        let points = || self.tags.iter().zip(points.iter().zip(&self.head_start).map(|(points, start)| points + start));
        let Some((tag, best)) = points().rev().max_by(|a, b| a.1.total_cmp(&b.1)) else {
            return (Tag::unknown(), 0.0);
        };
        let all: f32 = points().map(|(_, points)| ((points - best) / DOUBT).exp()).sum();
        (tag.clone(), 1.0 / all)
    }
}

/// How sure so many signs are that each speak for one language only.
fn by_signs(signs: u32) -> f32 {
    1.0 - 0.5_f32.powi(signs.min(30).cast_signed())
}

/// How far the main script of a text stands for the whole: names and quotations in another take nothing away, but
/// of two halves either may be meant.
fn clear(share: f32) -> f32 {
    ((share - 0.2) * 2.0).clamp(0.1, 1.0)
}

/// How far so many letters are enough to say anything: one short word may be a name from anywhere.
fn enough(letters: u32) -> f32 {
    1.0 - 0.8_f32.powi(letters.min(100).cast_signed())
}

fn tag(word: &str) -> Tag {
    word.parse().unwrap_or_else(|_| Tag::unknown())
}
