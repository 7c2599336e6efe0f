//! Where in a file a place stands: the reading knows which bytes each part came from.

use super::report::count;
use checks::{Part, Place};
use formats::copy::{Reading, Role};
use std::ops::Range;

/// A file and what was read from it.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// Its bytes.
    pub bytes: &'a [u8],
    /// What was understood.
    pub reading: &'a Reading,
}

impl Input<'_> {
    /// The line of a place, and its character in it where that is certain; both from 1. `whole` is the part with the
    /// character at which the words begin in it.
    pub fn locate(&self, place: &Place, whole: Option<&(String, usize)>) -> Option<(usize, Option<usize>)> {
        if place.part == Part::Input {
            return self.position(place.at.start);
        }
        let range = self.range(place.part)?;
        let exact = whole.and_then(|(part, at)| self.exactly(&range, part, *at, &place.words));
        match exact {
            Some(byte) => self.position(byte),
            None => self.position(range.start).map(|(line, _)| (line, None)),
        }
    }

    /// The bytes that a part came from: of all of them the first, without the space before it.
    fn range(&self, part: Part) -> Option<Range<usize>> {
        let wanted = match part {
            Part::Input => return None,
            Part::Headline => Role::Headline,
            Part::Deck => Role::Deck,
            Part::Byline => Role::Byline,
            Part::Dateline => Role::Dateline,
            Part::Block { block, .. } => Role::Body(block),
        };
        let mut pieces = self.reading.pieces.iter().filter(|piece| piece.role == wanted).map(|piece| &piece.range);
        let first = pieces.next()?;
        let end = pieces.next_back().map_or(first.end, |last| last.end);
        let bytes = self.bytes.get(first.start..end)?;
        let space = bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        Some(first.start + space..end)
    }

    /// The byte at which the words begin, where the input reads as the text does but for its spaces.
    fn exactly(&self, range: &Range<usize>, part: &str, at: usize, words: &str) -> Option<usize> {
        if words.is_empty() {
            return None;
        }
        let input = std::str::from_utf8(self.bytes.get(range.clone())?).ok()?;
        let (input, bytes) = folded(input);
        let (words, part) = (folded(words).0, folded(&part.chars().collect::<String>()).0);
        let begun = part.match_indices(&words).filter(|(byte, _)| count(&part, *byte) < at).count();
        let (byte, _) = input.match_indices(&words).nth(begun)?;
        bytes.get(byte).map(|byte| range.start + byte)
    }

    /// The line of a byte and its character in it, from 1; only the line where the input is not UTF-8.
    fn position(&self, byte: usize) -> Option<(usize, Option<usize>)> {
        let before = self.bytes.get(..byte)?;
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let begin = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let words = std::str::from_utf8(before.get(begin..)?).ok();
        Some((line, words.map(|words| words.trim_start_matches('\u{feff}').chars().count() + 1)))
    }
}

/// The words with single spaces, and the byte that each of theirs came from.
fn folded(words: &str) -> (String, Vec<usize>) {
    let (mut out, mut from) = (String::with_capacity(words.len()), Vec::with_capacity(words.len()));
    for (at, c) in words.char_indices() {
        let space = matches!(c, ' ' | '\t' | '\n' | '\r');
        if space && out.ends_with(' ') {
            continue;
        }
        let c = if space { ' ' } else { c };
        from.extend(std::iter::repeat_n(at, c.len_utf8()));
        out.push(c);
    }
    (out, from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use checks::Side;
    use formats::copy::{House, read};

    #[test]
    fn words_are_found_in_the_file_they_came_from() {
        let copy = "\u{feff}A clock strikes\n\nBAKU, 2 March 2026 (GNP): The  clock struck; the clock was new.\n";
        let house = House { languages: lang::Languages::built_in(), lang: None, taglines: &[], agency: "GNP" };
        let reading = read(copy.as_bytes(), &house).expect("copy");
        let input = Input { bytes: copy.as_bytes(), reading: &reading };
        let body = reading.text.body[0].plain();
        let locate = |words: &str, nth: usize| {
            let (byte, _) = body.match_indices(words).nth(nth).expect("the words");
            let at = count(&body, byte);
            let part = Part::Block { block: 0, piece: 0 };
            let place = Place {
                side: Side::This,
                part,
                at: at..at + words.chars().count(),
                words: words.into(),
                sentence: String::new(),
                says: None,
            };
            input.locate(&place, Some(&(body.clone(), at)))
        };
        assert_eq!(locate("clock", 0), Some((3, Some(32))));
        assert_eq!(locate("clock struck", 0), Some((3, Some(32))));
        assert_eq!(locate("clock", 1), Some((3, Some(50))));
        assert_eq!(input.position(3), Some((1, Some(1))));
    }
}
