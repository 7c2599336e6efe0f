//! Lines that prove to a service who owns a site.

use lang::Languages;
use std::ops::Range;

/// The longest token, in bytes.
const LONGEST: usize = 300;

/// The tokens in a text: a name that is known, with its value.
pub(super) fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    // Nothing is looked for whose marks are not there at all.
    let has_marks = |name: &&String| {
        let mark = name.bytes().find(|byte| byte.is_ascii_punctuation());
        mark.is_none_or(|mark| text.as_bytes().contains(&mark))
    };
    let mut lower = None;
    for name in Languages::common_copy().verifications.iter().filter(has_marks) {
        let lower: &String = lower.get_or_insert_with(|| text.to_ascii_lowercase());
        let name = name.to_ascii_lowercase();
        for (at, _) in lower.match_indices(&name) {
            let alone =
                !text.get(..at).unwrap_or_default().ends_with(|c: char| lang::letter::is_alphanumeric(c) || c == '-');
            if let Some(end) = value(text, at + name.len(), name.contains('=')).filter(|_| alone) {
                out.push(meta(text, at)..end);
            }
        }
    }
    out.extend(bare(text));
    out.sort_by_key(|at| (at.start, std::cmp::Reverse(at.end)));
    out.dedup_by(|next, before| next.start < before.end);
    out
}

/// The least characters of a value that stands behind its name without a sign.
const LEAST: usize = 16;
/// The least characters of a token without a name: that many figures and letters from `a` to `f`, or so many letters of
/// both cases and figures.
const LEAST_HEX: usize = 32;
const LEAST_MIXED: usize = 36;

/// Whether a run of letters and figures stands here, behind a space or a line below, that is no word.
fn opens_with_code(rest: &str) -> bool {
    let value = rest.strip_prefix([' ', '_', '\u{a0}']).unwrap_or_default();
    let code: &str = value.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    code.len() >= LEAST
        && code.contains(|c: char| c.is_ascii_digit())
        && code.contains(|c: char| c.is_ascii_alphabetic())
}

/// Tokens without a name: a run of letters and figures, free on both sides, that no code in prose is as long and as
/// mixed as. The sum of a file, which is, stands behind a colon.
fn bare(text: &str) -> Vec<Range<usize>> {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find(part)).map(|at| from + at) {
        let length = text.get(start..).map_or(0, |rest| rest.find(|c| !part(c)).unwrap_or(rest.len()));
        let (end, run) = (start + length, text.get(start..start + length).unwrap_or_default());
        from = end.max(start + 1);
        if run.len() < LEAST_HEX || !is_code(run) {
            continue;
        }
        let before = text.get(..start).unwrap_or_default();
        let free = before.chars().next_back().is_none_or(|c| c.is_whitespace() || "\"'“”«»(，。；、".contains(c));
        let behind = text.get(end..).and_then(|rest| rest.chars().next());
        let sum = before.trim_end().ends_with([':', '：']);
        if free && !sum && !behind.is_some_and(|c| matches!(c, '@' | '/' | '=' | '#' | '&' | '?')) {
            out.push(start..end);
        }
    }
    out
}

/// Whether a long run is too mixed for a word, a name or a number.
fn is_code(run: &str) -> bool {
    let count = |test: fn(&char) -> bool| run.chars().filter(test).count();
    let digits = count(char::is_ascii_digit);
    let (small, large) = (count(char::is_ascii_lowercase), count(char::is_ascii_uppercase));
    let hex = digits >= 8
        && small + large >= 4
        && run.chars().all(|c| c.is_ascii_hexdigit() || c == '-')
        && small.min(large) == 0;
    hex || run.len() >= LEAST_MIXED && digits >= 2 && small >= 6 && large >= 6
}

/// Where the value behind a name ends. A name that stands in prose has none.
fn value(text: &str, from: usize, has_sign: bool) -> Option<usize> {
    let to = text.len().min(from + LONGEST);
    let to = (from..=to).rev().find(|at| text.is_char_boundary(*at))?;
    let rest = text.get(from..to)?;
    let bare = rest.trim_start_matches(|c: char| matches!(c, '"' | '\'' | '”') || c.is_whitespace());
    let meta = bare.to_ascii_lowercase().starts_with("content");
    let sign = bare.trim_start_matches(|c: char| matches!(c, '=' | ':' | '_') || meta && c.is_ascii_alphabetic());
    let parted = has_sign || sign.len() != bare.len();
    if !parted && !opens_with_code(rest) {
        return None;
    }
    let token = sign.trim_start_matches(|c: char| matches!(c, '"' | '\'' | '“' | '=') || c.is_whitespace());
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-_.+/=".contains(c);
    let length: usize = token.chars().take_while(|c| is_part(*c)).map(char::len_utf8).sum();
    let value = token.get(..length)?;
    // A value has figures or capitals in it, or is long: "a google-site-verification: what it is" has none.
    let figures = value.contains(|c: char| c.is_ascii_digit());
    let telling =
        meta || value.len() >= 4 && figures || value.len() >= 6 && value.contains(|c: char| c.is_ascii_uppercase());
    if value.is_empty() || !telling && value.len() < 16 {
        return None;
    }
    let end = from + rest.len() - token.len() + length;
    let close = text.get(end..).unwrap_or_default();
    let tag: usize = close.chars().take_while(|c| "\"'”/ >".contains(*c)).map(char::len_utf8).sum();
    let tag = if meta && close.get(..tag).is_some_and(|marks| marks.contains('>')) { tag } else { 0 };
    Some(end + close.get(..tag).map_or(0, |marks| marks.trim_end().len()))
}

/// Where the element begins whose name stands here.
fn meta(text: &str, name: usize) -> usize {
    let before = text.get(..name).unwrap_or_default();
    let tail = before.char_indices().rev().take(20).find(|(_, c)| *c == '<').map(|(at, _)| at);
    let is_meta = |at: &usize| text.get(*at..*at + 5).is_some_and(|head| head.eq_ignore_ascii_case("<meta"));
    tail.filter(is_meta).unwrap_or(name)
}
