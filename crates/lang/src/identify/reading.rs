//! Reading a text once, from front to back, and noting what speaks for which language.

use super::{
    Model,
    letters::{Letter, Sign},
    model::{MOST, Points, Said},
    scripts, telling,
};
use foldhash::HashMap;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization as _;

/// How much of a text is looked at, in bytes, and how many letters are enough.
const LOOKED_AT: usize = 64 * 1024;
const ENOUGH: u32 = 4096;
/// From how many bytes on words are remembered that were heard before.
const LONG: usize = 1024;
/// The longest word that is heard, in letters; of a longer one only the beginning is.
const LONGEST_WORD: usize = 40;
/// The most that one word takes from a language, in nats.
const WORD: f32 = 15.0;
/// How much a word with a capital counts, and the most it takes: it may be a name from anywhere.
const NAME_COUNTS: f32 = 0.5;
const NAME: f32 = 6.0;

/// Marks that stand after their letter, Arabic in the forms that print shops set, Latin in the width of Chinese.
const UNSETTLED: [(char, char); 4] =
    [('\u{300}', '\u{36f}'), ('\u{fb50}', '\u{fdef}'), ('\u{fe70}', '\u{fefc}'), ('\u{ff21}', '\u{ff5a}')];

/// What was found in a text.
#[derive(Debug)]
pub(super) struct Found {
    /// Letters of each script.
    pub(super) letters: [u32; scripts::ALL.len()],
    /// Telling letters, and letters of telling words, of each language that is known so.
    pub(super) telling: [u32; telling::ALL.len()],
    /// What the n-grams say, for each group of the model.
    pub(super) points: Vec<Points>,
}

/// Reads a text.
pub(super) fn read(text: &str, model: &Model) -> Found {
    let text = settle(text);
    let mut reader = Reader {
        model,
        found: Found {
            letters: [0; scripts::ALL.len()],
            telling: [0; telling::ALL.len()],
            points: vec![[0.0; MOST]; model.groups.len()],
        },
        word: [0; LONGEST_WORD],
        length: 0,
        first: None,
        begun: false,
        heard: (text.len() >= LONG).then(HashMap::default),
    };
    let (mut skip, mut start, mut letters) = (0, 0, 0);
    for (at, c) in text.char_indices() {
        if at < skip {
            continue;
        }
        match model.letters.get(c) {
            Sign::Mark => continue,
            Sign::Between => {
                reader.end(&text[start..at], c == '@');
                if c == '@' {
                    skip = at + address(&text[at..]);
                }
            }
            Sign::Letter(letter) => {
                if reader.first.is_none_or(|first| first.script != letter.script) {
                    reader.end(&text[start..at], false);
                    start = at;
                    if letter.script == scripts::LATIN && is_address(&text[at..]) {
                        skip = at + address(&text[at..]);
                        continue;
                    }
                }
                reader.letter(c, letter);
                letters += 1;
                if letters == ENOUGH {
                    break;
                }
            }
        }
    }
    reader.end(text.get(start..).unwrap_or_default(), false);
    reader.found
}

/// The beginning of a text, in composed letters: some keyboards and old files write them in parts or in the forms
/// that print shops set.
fn settle(text: &str) -> Cow<'_, str> {
    let end = (0..=text.len().min(LOOKED_AT)).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    let text = &text[..end];
    let unsettled = |c: char| UNSETTLED.iter().any(|(first, last)| (*first..=*last).contains(&c));
    if text.chars().any(unsettled) {
        // Pious formulas that are one sign would become four Arabic words.
        text.chars().filter(|c| !('\u{fdf0}'..='\u{fdff}').contains(c)).nfkc().collect::<String>().into()
    } else {
        text.into()
    }
}

/// Whether an address of the web begins here.
fn is_address(text: &str) -> bool {
    ["http://", "https://", "www."].iter().any(|opening| {
        text.as_bytes().get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening.as_bytes()))
    })
}

/// How long an address or an `@name` is, in bytes.
fn address(text: &str) -> usize {
    text.bytes().position(|b| !b.is_ascii_graphic()).unwrap_or(text.len())
}

/// Puts letters together to words, and hears what they say.
struct Reader<'m> {
    model: &'m Model,
    found: Found,
    word: [u8; LONGEST_WORD],
    length: usize,
    /// The first letter of the word that is being read.
    first: Option<Letter>,
    /// Whether a word has been heard: the first one has its capital from the sentence.
    begun: bool,
    /// What words say that were heard before, by their script: of a long text half of the words have been.
    heard: Option<HashMap<(u8, Vec<u8>), Said>>,
}

impl Reader<'_> {
    fn letter(&mut self, c: char, letter: Letter) {
        self.first.get_or_insert(letter);
        if let Some(place) = self.word.get_mut(self.length) {
            *place = letter.class;
        }
        self.length += 1;
        if letter.telling {
            for (found, known) in self.found.telling.iter_mut().zip(&telling::ALL) {
                *found += u32::from(known.letters.contains(c));
            }
        }
    }

    /// The end of a word, if one is being read.
    fn end(&mut self, text: &str, is_address: bool) {
        let Some(first) = self.first.take() else { return };
        let length = std::mem::take(&mut self.length);
        if is_address {
            return;
        }
        if let Some(letters) = self.found.letters.get_mut(usize::from(first.script)) {
            *letters += length as u32;
        }
        let (weight, most) = if first.capital && self.begun { (NAME_COUNTS, NAME) } else { (1.0, WORD) };
        self.begun = true;
        for (group, points) in self.model.groups.iter().zip(&mut self.found.points) {
            if group.script == first.script {
                let word = self.word.get(..length.min(LONGEST_WORD)).unwrap_or_default();
                match &mut self.heard {
                    Some(heard) => {
                        let said = heard.entry((group.script, word.to_vec())).or_insert_with(|| group.said(word));
                        group.count(said, weight, most, points);
                    }
                    None => group.add(word, weight, most, points),
                }
                return;
            }
        }
        for (found, known) in self.found.telling.iter_mut().zip(&telling::ALL) {
            if known.knows(text) {
                *found += length as u32;
            }
        }
    }
}
