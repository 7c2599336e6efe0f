//! Running words. A line of the file ends where it was full: that is a space, and between two characters of a script
//! without spaces nothing (CSS Text 3, 4.1.3). Only within `pre` lines are lines.

use super::Builder;
use crate::copy::is_wide;
use story::text::Run;

/// Space that goes with the end of a line.
const SPACE: [char; 3] = [' ', '\t', '\r'];

impl Builder {
    /// Words, as they stand; they may be cut anywhere.
    pub(crate) fn words(&mut self, words: &str) {
        if self.passed_over.is_some() {
            return;
        }
        let plain = !words.contains('\n') && self.line_end.is_none();
        if plain || self.open.iter().any(|open| open.name == "pre") {
            self.runs.push(Run { text: words.to_owned(), style: self.style() });
            return;
        }
        for (at, line) in words.split('\n').enumerate() {
            if at > 0 {
                if let Some(last) = self.runs.last_mut() {
                    last.text.truncate(last.text.trim_end_matches(SPACE).len());
                }
                let style = self.style();
                self.line_end.get_or_insert(style);
            }
            let line = if self.line_end.is_some() { line.trim_start_matches(SPACE) } else { line };
            if !line.is_empty() {
                self.join(line);
                self.runs.push(Run { text: line.to_owned(), style: self.style() });
            }
        }
    }

    /// Puts what stands between two lines before the second one.
    fn join(&mut self, line: &str) {
        let Some(style) = self.line_end.take() else { return };
        let before = self.runs.iter().rev().find_map(|run| run.text.chars().next_back());
        let wide = |c: Option<char>| c.is_some_and(is_wide);
        if !(wide(before) && wide(line.chars().next())) {
            self.runs.push(Run { text: " ".to_owned(), style });
        }
    }
}
