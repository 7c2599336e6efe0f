//! What stands between quotation marks.

use std::ops::Range;

/// Marks that open and the ones that close them.
const PAIRS: &[(char, char)] = &[('“', '”'), ('«', '»'), ('„', '“'), ('「', '」'), ('『', '』'), ('《', '》')];

/// The ranges between quotation marks, marks included. A mark that nothing closes quotes nothing: how marks are set is
/// for the rule of quotations to say.
pub(super) fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match open {
            Some((from, close)) if c == close || (close == '“' && c == '”') => {
                out.push(from..at + c.len_utf8());
                open = None;
            }
            None if c == '"' => open = Some((at, '"')),
            None => open = PAIRS.iter().find(|pair| pair.0 == c).map(|pair| (at, pair.1)),
            Some(_) => {}
        }
    }
    out
}
