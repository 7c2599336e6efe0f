//! Where sentences end.

use crate::Profile;
use std::ops::Range;

impl Profile {
    /// The sentences of a text, in order, without the spaces between them. Together they hold every word.
    pub fn sentences(&self, text: &str) -> Vec<Range<usize>> {
        let marks = &self.language().marks.sentence;
        let mut out = Vec::new();
        let mut from = 0;
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let mut end = at + c.len_utf8();
            let ends = c == '\n' || marks.iter().any(|mark| mark.starts_with(c));
            if !ends {
                continue;
            }
            while let Some((next, c)) =
                chars.next_if(|(_, c)| is_closing(*c) || marks.iter().any(|m| m.starts_with(*c)))
            {
                end = next + c.len_utf8();
            }
            let free = chars.peek().is_none_or(|(_, c)| c.is_whitespace()) || !c.is_ascii();
            if free {
                push(text, from..end, &mut out);
                from = end;
            }
        }
        push(text, from..text.len(), &mut out);
        out
    }
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '”' | '’' | '»' | ')' | ']' | '」' | '』' | '）')
}

fn push(text: &str, range: Range<usize>, out: &mut Vec<Range<usize>>) {
    let Some(part) = text.get(range.clone()) else { return };
    let start = range.start + (part.len() - part.trim_start().len());
    let end = range.start + part.trim_end().len();
    if start < end {
        out.push(start..end);
    }
}
