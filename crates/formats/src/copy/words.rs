//! The phrases by which copy in the agency's languages is read, made ready to be looked up.
//!
//! Furniture of one language stands around copy in another, so that every line is held against the phrases of all
//! languages of the house.

use lang::{CopyWords, Languages, Profile};
use std::{
    collections::HashMap,
    sync::{Arc, RwLock, Weak},
};

/// What a line that opens with a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Phrase {
    /// A byline.
    Byline,
    /// A pointer at another story.
    AlsoRead,
    /// The end of the copy.
    EndMark,
    /// More follows in another take.
    MoreMark,
    /// A note to the desk.
    DeskNote,
    /// A word about an embargo.
    Embargo,
    /// The label of a part of labelled copy.
    Label(Part),
    /// What an agency says of itself.
    Tagline,
    /// Share, follow, subscribe.
    Share,
    /// Read on elsewhere.
    More,
    /// Rights.
    Copyright,
}

/// A part of labelled copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Headline,
    Deck,
    Byline,
    Dateline,
    Place,
    Date,
    Agency,
    Body,
}

/// The first two letters of a phrase, or the only one.
type Key = (char, Option<char>);

fn keys(bare: &str) -> Option<[Key; 2]> {
    let mut letters = bare.chars();
    let first = letters.next()?;
    Some([(first, letters.next()), (first, None)])
}

/// The phrases of one language, folded.
struct Ready {
    /// By how it begins: the phrase without its spaces, as it is written, and what it says.
    openings: HashMap<Key, Vec<(String, String, Phrase)>>,
    /// Phrases that give furniture away wherever they stand in a line.
    within: Vec<(String, Phrase)>,
}

impl Ready {
    fn of(words: &CopyWords) -> Self {
        let labels = &words.labels;
        let openings: [(&[String], Phrase); 18] = [
            (&words.bylines, Phrase::Byline),
            (&words.also_read, Phrase::AlsoRead),
            (&words.end_marks, Phrase::EndMark),
            (&words.more_marks, Phrase::MoreMark),
            (&words.desk_notes, Phrase::DeskNote),
            (&words.embargoes, Phrase::Embargo),
            (&labels.headline, Phrase::Label(Part::Headline)),
            (&labels.deck, Phrase::Label(Part::Deck)),
            (&labels.byline, Phrase::Label(Part::Byline)),
            (&labels.dateline, Phrase::Label(Part::Dateline)),
            (&labels.place, Phrase::Label(Part::Place)),
            (&labels.date, Phrase::Label(Part::Date)),
            (&labels.agency, Phrase::Label(Part::Agency)),
            (&labels.body, Phrase::Label(Part::Body)),
            (&words.furniture.taglines, Phrase::Tagline),
            (&words.furniture.shares, Phrase::Share),
            (&words.furniture.more, Phrase::More),
            (&words.furniture.copyright, Phrase::Copyright),
        ];
        let mut ready = Self { openings: HashMap::new(), within: Vec::new() };
        for (phrases, says) in openings {
            for phrase in phrases {
                let folded = lang::fold(phrase);
                let bare = without_spaces(&folded);
                let Some([key, _]) = keys(&bare) else { continue };
                ready.openings.entry(key).or_default().push((bare, phrase.clone(), says));
                if matches!(says, Phrase::Tagline | Phrase::Share | Phrase::Copyright) {
                    ready.within.push((folded.trim().to_owned(), says));
                }
            }
        }
        ready
    }
}

/// What was made ready before, as long as its language is in use. Nothing but time depends on it.
static MADE: RwLock<Vec<(Weak<Profile>, Arc<Ready>)>> = RwLock::new(Vec::new());

fn ready(profile: &Arc<Profile>) -> Arc<Ready> {
    let weak = Arc::downgrade(profile);
    let find = |made: &[(Weak<Profile>, Arc<Ready>)]| {
        made.iter().find(|(of, _)| of.ptr_eq(&weak)).map(|(_, ready)| ready.clone())
    };
    if let Some(ready) = MADE.read().ok().and_then(|made| find(&made)) {
        return ready;
    }
    let new = Arc::new(Ready::of(profile.copy()));
    if let Ok(mut made) = MADE.write() {
        made.retain(|(of, _)| of.strong_count() > 0);
        made.push((weak, new.clone()));
    }
    new
}

/// The phrases of a house.
pub(super) struct Words {
    ready: Vec<Arc<Ready>>,
}

/// How much of a line is looked at for its opening, in characters.
const HEAD: usize = 64;
/// How much of it shows whether there is any use in that.
const BEGINNING: usize = 6;

impl Words {
    /// The phrases of these languages.
    pub fn of(languages: &Languages) -> Self {
        Self { ready: languages.iter().map(ready).collect() }
    }

    /// What a line opens with, and how many bytes that takes; the longest phrase of each kind.
    pub fn openings(&self, line: &str) -> Vec<(Phrase, usize)> {
        let Some(keys) = keys(&opening(line, BEGINNING)) else { return Vec::new() };
        let near = |ready: &'_ Arc<Ready>| keys.iter().any(|key| ready.openings.contains_key(key));
        if !self.ready.iter().any(near) {
            return Vec::new();
        }
        let bare = opening(line, HEAD);
        let mut out: Vec<(Phrase, usize)> = Vec::new();
        let known = self.ready.iter().flat_map(|ready| keys.iter().filter_map(|key| ready.openings.get(key)));
        for (folded, phrase, says) in known.flatten() {
            if !bare.starts_with(folded.as_str()) {
                continue;
            }
            let Some(taken) = lang::opens(line, phrase) else { continue };
            match out.iter_mut().find(|(kind, _)| kind == says) {
                Some((_, longest)) => *longest = taken.max(*longest),
                None => out.push((*says, taken)),
            }
        }
        out
    }

    /// How many bytes a line's opening takes when it is of this kind.
    pub fn opens(&self, line: &str, kind: Phrase) -> Option<usize> {
        self.openings(line).into_iter().find(|(says, _)| *says == kind).map(|(_, taken)| taken)
    }

    /// What the phrases within a line, wherever they stand, give it away as; with the place of each in the folded
    /// line and that line's length.
    pub fn within(&self, line: &str) -> Vec<(Phrase, usize, usize)> {
        let folded = lang::fold(line);
        let folded = folded.trim();
        let whole = |end: usize, last: Option<char>| {
            let next = folded.get(end..).and_then(|rest| rest.chars().next());
            !(next.is_some_and(char::is_alphanumeric) && last.is_some_and(|c| c.is_alphanumeric() && !is_wide(c)))
        };
        let all = self.ready.iter().flat_map(|r| &r.within);
        all.filter_map(|(phrase, says)| {
            let at = folded.find(phrase.as_str())?;
            whole(at + phrase.len(), phrase.chars().next_back()).then(|| (*says, at, folded.len() - at - phrase.len()))
        })
        .collect()
    }
}

/// Whether a character belongs to a script that puts no spaces between words, its marks included.
pub(crate) const fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3ffff}')
}

/// The first characters of a line, folded, without their spaces.
fn opening(line: &str, length: usize) -> String {
    let end = line.char_indices().nth(length).map_or(line.len(), |(end, _)| end);
    without_spaces(&lang::fold(line.get(..end).unwrap_or(line)))
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| *c != ' ').collect()
}
