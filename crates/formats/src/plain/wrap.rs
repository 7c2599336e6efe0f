//! Lines of a limited width, written so that they can be joined again.
//!
//! A line is broken at a space, or between two characters of a script without spaces; so whoever joins two lines puts
//! a space between them, but for two such characters. A line end is soft when the first word of the next line would not
//! have fitted, and hard otherwise.

use crate::copy::{columns, ends_sentence, is_wide};

/// A piece of a line that is not broken, and whether a space stands before it.
struct Atom<'t> {
    words: &'t str,
    spaced: bool,
}

/// The pieces of a line.
fn atoms(line: &str) -> Vec<Atom<'_>> {
    let mut out: Vec<Atom<'_>> = Vec::new();
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        let mut from = 0;
        let mut before: Option<char> = None;
        let mut spaced = !out.is_empty();
        for (at, c) in word.char_indices() {
            // Marks stay with the character before them.
            let parts = before.is_some_and(is_wide) && is_wide(c) && c.is_alphanumeric();
            if parts {
                out.push(Atom { words: word.get(from..at).unwrap_or_default(), spaced });
                (from, spaced) = (at, false);
            }
            before = Some(c);
        }
        out.push(Atom { words: word.get(from..).unwrap_or_default(), spaced });
    }
    out
}

fn ends_wide(text: &str) -> bool {
    text.chars().next_back().is_some_and(is_wide)
}

fn opens_wide(text: &str) -> bool {
    text.chars().next().is_some_and(is_wide)
}

/// Writes a text in lines of that many columns at most, where its words allow it; none: as it stands. What stands before
/// the first line and before all others is written as it is.
pub(crate) fn wrap(out: &mut String, text: &str, width: Option<usize>, first: &str, rest: &str, end: &str) {
    for (i, line) in text.split('\n').enumerate() {
        let mut prefix = if i == 0 { first } else { rest };
        let Some(width) = width else {
            out.extend([prefix, line, end]);
            continue;
        };
        let mut line_of = String::new();
        for atom in atoms(line) {
            let may_break =
                if atom.spaced { !(ends_wide(&line_of) && opens_wide(atom.words)) } else { ends_wide(&line_of) };
            let needs = columns(prefix) + columns(&line_of) + usize::from(atom.spaced) + columns(atom.words);
            if !line_of.is_empty() && may_break && needs > width {
                out.extend([prefix, &line_of, end]);
                line_of.clear();
                prefix = rest;
            } else if atom.spaced && !line_of.is_empty() {
                line_of.push(' ');
            }
            line_of.push_str(atom.words);
        }
        out.extend([prefix, &line_of, end]);
    }
}

/// Joins lines that were broken at a width, `indent` columns of it taken by what stood before them.
pub(crate) fn unwrap<'l>(lines: impl IntoIterator<Item = &'l str>, width: usize, indent: usize) -> String {
    let mut out = String::new();
    let mut before = 0;
    for line in lines {
        // The first line of a paragraph may stand further in.
        let taken = columns(line.trim_end());
        let line = line.trim();
        if !out.is_empty() {
            if !is_soft(before, ends_wide(&out), line, width) && !goes_on(before, &out, line, width) {
                out.push('\n');
            } else if !(ends_wide(&out) && opens_wide(line)) {
                out.push(' ');
            }
        }
        before = taken.max(columns(line) + indent);
        out.push_str(line);
    }
    out
}

/// Whether a sentence goes on in the next line of a text whose lines were broken at about this width, by whatever rule.
fn goes_on(before: usize, line: &str, next: &str, width: usize) -> bool {
    let small = next.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
    small && before * 5 >= width * 3 && !ends_sentence(line) && !line.ends_with([':', ';', '：', '；'])
}

/// Whether a line of so many columns ended because what follows had no room. `after_wide`: it ended in a character of a
/// script without spaces.
fn is_soft(before: usize, after_wide: bool, next: &str, width: usize) -> bool {
    let first = next.split(' ').next().unwrap_or_default();
    let first = atoms(first).first().map_or(0, |atom| columns(atom.words));
    let space = usize::from(!(after_wide && opens_wide(next)));
    before + space + first > width
}

/// The width at which the lines of a text were broken: the usual one, unless nearly all its lines say otherwise.
pub(crate) fn width_of(lines: &[&str], usual: usize) -> usize {
    let copy = |line: &&&str| line.contains(' ') && !line.trim_start().starts_with('|');
    let widest = lines.iter().filter(copy).map(|line| columns(line)).max().unwrap_or(usual);
    let pairs: Vec<(usize, bool, &str)> = lines
        .windows(2)
        .filter_map(|pair| match pair {
            [one, next] if !one.trim().is_empty() && !next.trim().is_empty() => {
                Some((columns(one), ends_wide(one), next.trim()))
            }
            _ => None,
        })
        .collect();
    let soft = |width: usize| pairs.iter().filter(|(before, wide, next)| is_soft(*before, *wide, next, width)).count();
    let nearly_all = |width: usize| pairs.len() >= 4 && soft(width) * 10 >= pairs.len() * 8;
    if widest <= usual && nearly_all(usual) || !nearly_all(widest) { usual.max(widest.min(usual + 11)) } else { widest }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_end_where_words_do() {
        let mut out = String::new();
        wrap(&mut out, "The kites rose over the harbour.\nTwelve of them", Some(14), "- ", "  ", "\n");
        assert_eq!(out, "- The kites\n  rose over\n  the harbour.\n  Twelve of\n  them\n");
        let mut out = String::new();
        wrap(&mut out, "陶艺人在河边，举办秋季集市。", Some(12), "", "", "\n");
        assert_eq!(out, "陶艺人在河\n边，举办秋季\n集市。\n");
    }

    proptest! {
        #[test]
        fn what_was_broken_is_joined_again(text in "[a-z]{1,9}( [a-z]{1,9}){0,30}|[一-龥]{1,60}|([a-z]{1,5} ?|[一-龥]{1,3} ?|，){1,30}") {
            let text = text.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
            let mut out = String::new();
            wrap(&mut out, &text, Some(24), "", "", "\n");
            prop_assert_eq!(unwrap(out.lines(), 24, 0), text);
        }
    }
}
