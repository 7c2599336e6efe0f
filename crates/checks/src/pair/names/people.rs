//! People: a given name that stands in both texts, with another name behind it in the translation.

use super::super::{
    align::{Group, Sentence},
    told::{Sides, Spot, of_group},
};
use super::known::became;
use crate::{Copy, Finding, Level, copy::Role};
use lang::Sound;
use std::{cell::OnceCell, ops::Range};
use unicode_segmentation::UnicodeSegmentation as _;

/// How many names are looked at in two texts, and how many words of a sentence.
const MOST_NAMES: usize = 2_000;
const MOST_WORDS: usize = 120;
/// The longest ending of a name, in letters.
const LONGEST_ENDING: usize = 4;

/// A word of a text.
#[derive(Debug)]
pub(super) struct Heard<'t> {
    pub(super) spot: Spot,
    pub(super) word: &'t str,
    /// The text that it is of.
    text: Text<'t>,
    /// How it sounds, once somebody has asked: few words are ever listened to.
    sound: OnceCell<Sound>,
    /// The sounds of what it may be a form of, once somebody has asked.
    stems: OnceCell<Vec<Sound>>,
    /// What stands between it and the word before it, if both are of one sentence.
    gap: Option<&'t str>,
}

impl Heard<'_> {
    /// How it sounds.
    pub(super) fn sound(&self) -> &Sound {
        self.sound.get_or_init(|| Sound::of(self.word))
    }

    /// Whether this is true of the word or of what it may be a form of.
    pub(super) fn any(&self, is_so: impl Fn(&Sound) -> bool) -> bool {
        is_so(self.sound()) || self.stems.get_or_init(|| self.text.stems(self.word)).iter().any(is_so)
    }
}

/// Adds what it finds.
pub(super) fn find(sides: &Sides<'_>, findings: &mut Vec<Finding>) {
    let (one, two) = (has_capitals(sides.source), has_capitals(sides.translation));
    let mut left = MOST_NAMES;
    for at in 0..sides.alignment.groups.len() {
        let Some(group) = sides.group(at) else { continue };
        if left == 0 || group.source.is_empty() || group.translation.is_empty() {
            continue;
        }
        let source = Text { copy: sides.source, sentences: &sides.alignment.source, capitals: one };
        let translation = Text { copy: sides.translation, sentences: &sides.alignment.translation, capitals: two };
        if one {
            let people = source.people(&group.source, &mut left);
            let pairs = translation.others(near(sides, at, |g| &g.translation), &group.translation, &people);
            findings.extend(pairs.iter().filter_map(|(from, to)| became(sides, from, to, Level::Warn)));
        } else if two {
            let people = translation.people(&group.translation, &mut left);
            let pairs = source.others(near(sides, at, |g| &g.source), &group.source, &people);
            findings.extend(pairs.iter().filter_map(|(to, from)| became(sides, from, to, Level::Warn)));
        }
    }
}

/// The sentences of this group and of those beside it.
fn near(sides: &Sides<'_>, at: usize, side: fn(&Group) -> &Range<usize>) -> Range<usize> {
    let groups = &sides.alignment.groups;
    let first = groups.get(at.saturating_sub(1)).map_or(0, |group| side(group).start);
    let last = groups.get(at + 1).or_else(|| groups.last()).map_or(0, |group| side(group).end);
    first..last
}

/// Whether names can be told by their capitals in this text.
pub(super) fn has_capitals(copy: &Copy<'_>) -> bool {
    let letters =
        copy.passages.iter().flat_map(|passage| passage.text.chars()).filter(|c| lang::letter::is_alphabetic(*c));
    let (mut cased, mut all) = (0, 0);
    for c in letters.take(2_000) {
        all += 1;
        cased += usize::from(lang::letter::is_lowercase(c));
    }
    cased * 2 > all
}

/// A given name and the name behind it.
pub(super) struct Person<'t> {
    first: Heard<'t>,
    pub(super) last: Heard<'t>,
}

/// One of the texts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'t> {
    pub(super) copy: &'t Copy<'t>,
    pub(super) sentences: &'t [Sentence],
    /// Whether names can be told by their capitals.
    pub(super) capitals: bool,
}

impl<'t> Text<'t> {
    /// The people in a group, where the script has capitals.
    pub(super) fn people(self, group: &Range<usize>, left: &mut usize) -> Vec<Person<'t>> {
        let mut out = Vec::new();
        let mut words = self.words(group).into_iter().peekable();
        while let Some(first) = words.next() {
            let capital = |heard: &Heard<'_>| heard.word.starts_with(lang::letter::is_uppercase);
            let follows =
                |heard: &&Heard<'_>| heard.gap.is_some_and(|gap| gap == " " || gap == "\u{a0}") && capital(heard);
            if *left == 0 || !capital(&first) || words.peek().filter(follows).is_none() {
                continue;
            }
            *left -= 1;
            if !lang::is_given_name(first.word) {
                continue;
            }
            let Some(last) = words.next() else { break };
            // A third name: which of the two is the surname is not known.
            let more = words.peek().is_some_and(|next| {
                next.gap.is_some_and(|gap| matches!(gap, " " | "-" | "\u{a0}" | "’" | "'"))
                    && (capital(next) || next.gap != Some(" "))
            });
            if !more && last.sound().strong() > 1 && first.sound().strong() > 0 {
                out.push(Person { first, last });
            }
        }
        out
    }

    /// Where another name stands behind a given name that both texts have: the name here, and there.
    fn others(self, near: Range<usize>, group: &Range<usize>, people: &[Person<'_>]) -> Vec<(Spot, Spot)> {
        let mut out = Vec::new();
        if people.is_empty() {
            return out;
        }
        let (around, here) = (self.words(&near), self.words(group));
        // A name may be written in two words, and a word be written together with the one before it.
        let both = |pair: &[Heard<'_>]| pair.iter().map(|heard| heard.word).collect::<String>();
        let joined: Vec<(String, Sound)> =
            around.windows(2).map(both).map(|word| (word.clone(), Sound::of(&word))).collect();
        for person in people {
            let last = &person.last;
            // Names keep their spelling in the same script, and their capital where there are any.
            let same_script = |word: &str| word.starts_with(latin) == last.word.starts_with(latin);
            let is_last = |word: &str, sound: &Sound| {
                let lower = self.capitals && word.starts_with(lang::letter::is_lowercase);
                if lower || same_script(word) { sound.is_near(last.sound()) } else { sound.may_be(last.sound()) }
            };
            let is_heard = |heard: &Heard<'_>| heard.any(|sound| is_last(heard.word, sound));
            if around.iter().any(is_heard) || joined.iter().any(|(w, s)| is_last(w, s)) {
                continue;
            }
            let also = |other: &Person<'_>, word: &Heard<'_>| {
                other.first.sound().may_be(word.sound()) || other.last.sound().may_be(word.sound())
            };
            let found = here.windows(2).find(|pair| {
                let [first, next] = pair else { return false };
                let fits = first.any(|sound| sound.is_near(person.first.sound()));
                let name =
                    next.gap.is_some_and(|gap| matches!(gap, " " | "\u{a0}" | "·" | "-")) && next.sound().strong() > 1;
                let upper = |word: &Heard<'_>| !self.capitals || word.word.starts_with(lang::letter::is_uppercase);
                fits && name && upper(first) && upper(next) && !people.iter().any(|other| also(other, next))
            });
            if let Some([_, next]) = found {
                out.push((person.last.spot.clone(), next.spot.clone()));
            }
        }
        out
    }

    /// The sounds of what a word may be a form of.
    fn stems(self, word: &str) -> Vec<Sound> {
        let (names, folded) = (self.copy.profile().names(), lang::fold(word));
        let bare = std::iter::once(folded.as_str()).chain(names.without_prefixes(&folded));
        let stems = |word: &'_ str| -> Vec<String> {
            let cuts = word.char_indices().rev().take(LONGEST_ENDING).filter_map(|(at, _)| word.split_at_checked(at));
            let ends = |ending: &str| names.cases.iter().any(|cases| cases.has(ending));
            let shorter = cuts.filter(|(stem, ending)| stem.chars().nth(1).is_some() && ends(ending));
            std::iter::once(word).chain(shorter.map(|(stem, _)| stem)).map(str::to_owned).collect()
        };
        let mut out: Vec<Sound> = bare.flat_map(stems).map(|stem| Sound::of(&stem)).collect();
        out.dedup();
        out
    }

    /// The words of some sentences.
    pub(super) fn words(self, some: &Range<usize>) -> Vec<Heard<'t>> {
        let mut out = Vec::new();
        for (sentence, passage) in
            of_group(self.copy, self.sentences, some).filter(|(_, passage)| passage.role != Role::Headline)
        {
            let text = passage.text.get(sentence.at.clone()).unwrap_or_default();
            let mut end = None;
            for (at, word) in text.unicode_word_indices().take(MOST_WORDS) {
                // A possessive is no part of the name.
                let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
                let from = sentence.at.start + at;
                let spot = Spot { passage: sentence.passage, at: from..from + word.len() };
                let gap = end.and_then(|end| text.get(end..at));
                let (sound, stems) = (OnceCell::new(), OnceCell::new());
                out.push(Heard { spot, word, text: self, sound, stems, gap });
                end = Some(at + word.len());
            }
        }
        out
    }
}

/// A letter of the Latin script, as far as it matters for names.
fn latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}')
}
