//! A quotation mark that is missing or turned the wrong way; twin: the marks as they should be.

use super::{Language, Pair, between};
use crate::faults::{chance::Chance, stories::Story};

const PAIRS: [(char, char); 8] =
    [('“', '”'), ('«', '»'), ('„', '“'), ('「', '」'), ('《', '》'), ('‹', '›'), ('"', '"'), ('”', '“')];

pub fn pair(story: &Story, chance: &mut Chance, language: &Language) -> Option<Pair> {
    // The story's own marks, or a sentence with a quotation that is put in.
    let own: Vec<usize> = (0..story.lines.len()).filter(|at| marks(&story.lines[*at]).is_some()).collect();
    let (twin, at) = match chance.one(&own).filter(|_| chance.once_in(2)) {
        Some(at) => (story.clone(), *at),
        None => {
            let at = between(story, 0, chance);
            (story.with(chance.one(&language.phrases.quoted)?, at, true), at)
        }
    };
    let line = twin.lines.get(at)?;
    let marks = marks(line)?;
    let (from, mark) = *chance.one(&marks)?;
    let other = chance.once_in(3).then(|| turned(mark)).flatten();
    let mut wrong = line.clone();
    wrong.replace_range(from..from + mark.len_utf8(), &other.map(String::from).unwrap_or_default());
    let mut fault = twin.clone();
    *fault.lines.get_mut(at)? = wrong.clone();
    Some(Pair { fault, twin, shown: wrong, phrase: None })
}

/// The marks of a line that holds one kind of them, in balance.
fn marks(line: &str) -> Option<Vec<(usize, char)>> {
    let all: Vec<(usize, char)> =
        line.char_indices().filter(|(_, c)| PAIRS.iter().any(|(open, close)| c == open || c == close)).collect();
    let (open, close) = *PAIRS.iter().find(|(open, _)| all.first().is_some_and(|(_, c)| c == open))?;
    let right = |(at, (_, mark)): (usize, &(usize, char))| *mark == if at % 2 == 0 { open } else { close };
    (!all.is_empty() && all.len().is_multiple_of(2) && all.iter().enumerate().all(right)).then_some(all)
}

fn turned(mark: char) -> Option<char> {
    match mark {
        '“' => Some('”'),
        '”' => Some('“'),
        '«' => Some('»'),
        '»' => Some('«'),
        _ => None,
    }
}
