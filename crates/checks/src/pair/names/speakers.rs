//! Who is quoted: words that the translation gives to another person whom the text knows.
//!
//! A translation may well say "she" where the source has the name. So it is told only where the paragraph of the source
//! names one of the people of the text and that of the translation names another, and either leaves out the other's.

use super::super::told::{Sides, Spot, of_group};
use super::{
    known::became,
    people::{Heard, Text, has_capitals},
};
use crate::{Finding, Level};
use lang::Sound;
use std::ops::Range;

/// How many names are looked at, and how many people of a text are told apart.
const MOST_NAMES: usize = 500;
const MOST_PEOPLE: usize = 40;
/// Shorter names sound like too many words of another language.
const STRONG: usize = 3;

/// Adds what it finds.
pub(super) fn find(sides: &Sides<'_>, findings: &mut Vec<Finding>) {
    if !has_capitals(sides.source) {
        return;
    }
    let source = Text { copy: sides.source, sentences: &sides.alignment.source, capitals: true };
    let translation = Text {
        copy: sides.translation,
        sentences: &sides.alignment.translation,
        capitals: has_capitals(sides.translation),
    };
    let mut groups = sides.alignment.paragraphs();
    groups.retain(|group| quotes(source, &group.source) && quotes(translation, &group.translation));
    let surnames = if groups.is_empty() { Vec::new() } else { surnames(source) };
    if surnames.len() < 2 {
        return;
    }
    for group in groups {
        let (here, there) = (source.words(&group.source), translation.words(&group.translation));
        let named = |words: &[Heard<'_>], is: &dyn Fn(&Heard<'_>, &Surname<'_>) -> bool| -> Vec<(usize, Spot)> {
            let one = |surname| words.iter().find(|heard| is(heard, surname)).map(|heard| heard.spot.clone());
            surnames.iter().enumerate().filter_map(|(at, surname)| Some((at, one(surname)?))).collect()
        };
        let by_word = named(&here, &|heard, surname| heard.word == surname.word);
        let by_sound = named(&there, &|heard, surname| heard.any(|sound| sound.may_be(&surname.sound)));
        if let ([(one, from)], [(other, to)]) = (by_word.as_slice(), by_sound.as_slice())
            && one != other
        {
            findings.extend(became(sides, from, to, Level::Warn));
        }
    }
}

/// The surname of somebody whom the text names in full.
struct Surname<'t> {
    word: &'t str,
    sound: Sound,
}

/// The surnames of the people of a text; such as sound alike are of one person or of two who cannot be told apart.
fn surnames(text: Text<'_>) -> Vec<Surname<'_>> {
    let mut left = MOST_NAMES;
    let mut out: Vec<Surname<'_>> = Vec::new();
    for person in text.people(&(0..text.sentences.len()), &mut left) {
        let (word, sound) = (person.last.word, person.last.sound().clone());
        let alike = out.iter().any(|other| other.sound.may_be(&sound) || sound.may_be(&other.sound));
        if sound.strong() >= STRONG && !alike && out.len() < MOST_PEOPLE {
            out.push(Surname { word, sound });
        }
    }
    out
}

/// Whether a quotation stands in some sentences.
fn quotes(text: Text<'_>, some: &Range<usize>) -> bool {
    of_group(text.copy, text.sentences, some).any(|(sentence, passage)| {
        let from = passage.quoted.partition_point(|quoted| quoted.end <= sentence.at.start);
        passage.quoted.get(from).is_some_and(|quoted| quoted.start < sentence.at.end)
    })
}
