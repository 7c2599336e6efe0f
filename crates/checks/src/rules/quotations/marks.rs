//! Quotation marks: which characters are marks, and which way each of them looks.

use std::ops::Range;

/// Marks of one kind, which open and close one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// “ ”, and „ where it opens.
    Curly,
    /// « »
    Guillemets,
    /// 「 」
    Corners,
    /// 『 』
    WhiteCorners,
    /// 《 》
    Titles,
    /// "
    Straight,
    /// Two single marks that stand for a double one: ’’ ‘‘ ''
    Doubled,
}

/// A mark in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its bytes.
    pub at: Range<usize>,
    /// Its kind.
    pub family: Family,
    /// Whether it can open a quotation, as it looks and as it stands.
    pub opens: bool,
    /// Whether it can close one.
    pub closes: bool,
    /// Whether nothing but spaces and dashes stands before it in its passage.
    pub first: bool,
    /// Whether a figure stands right before it: inches, then, rather than a quotation.
    pub behind_figure: bool,
    /// Whether it looks the other way than it stands: “so“.
    pub turned: bool,
}

/// Which way a mark looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Looks {
    Opening,
    Closing,
    Either,
}

fn family(c: char) -> Option<(Family, Looks)> {
    Some(match c {
        '“' | '„' | '‟' | '〝' => (Family::Curly, Looks::Opening),
        '”' | '〞' => (Family::Curly, Looks::Closing),
        '«' => (Family::Guillemets, Looks::Opening),
        '»' => (Family::Guillemets, Looks::Closing),
        '「' => (Family::Corners, Looks::Opening),
        '」' => (Family::Corners, Looks::Closing),
        '『' => (Family::WhiteCorners, Looks::Opening),
        '』' => (Family::WhiteCorners, Looks::Closing),
        '《' => (Family::Titles, Looks::Opening),
        '》' => (Family::Titles, Looks::Closing),
        '"' | '＂' => (Family::Straight, Looks::Either),
        _ => return None,
    })
}

fn is_single(c: char) -> bool {
    matches!(c, '‘' | '’' | '\'')
}

/// The marks of a passage, in order. `reversed` says that the curly ones are also set the other way round.
pub(super) fn marks(text: &str, reversed: bool) -> Vec<Mark> {
    let mut out = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut before: Option<char> = None;
    let (mut first, mut low) = (true, false);
    while let Some((at, c)) = chars.next() {
        if lang::letter::is_alphanumeric(c) {
            (first, before) = (false, Some(c));
            continue;
        }
        let mut end = at + c.len_utf8();
        let mut found = family(c);
        if found.is_none()
            && is_single(c)
            && let Some((second, other)) = chars.next_if(|(_, other)| is_single(*other))
        {
            end = second + other.len_utf8();
            found = Some((Family::Doubled, Looks::Either));
        }
        let Some((family, looks)) = found else {
            first &= c.is_whitespace() || is_dash(c) || is_unseen(c);
            if !is_unseen(c) {
                before = Some(c);
            }
            continue;
        };
        let after = text.get(end..).and_then(|rest| rest.chars().find(|c| !is_unseen(*c)));
        // „so“: the mark that closes looks as the one that opens “so”.
        let looks = if c == '“' && low { Looks::Either } else { looks };
        low = if family == Family::Curly { c == '„' } else { low };
        let (mut opens, mut closes) = stands(before, after, text.get(end..).unwrap_or_default());
        let mut turned = false;
        let either = looks == Looks::Either || reversed && family == Family::Curly;
        if !either {
            let nominal = (looks == Looks::Opening, looks == Looks::Closing);
            turned = family == Family::Curly && (opens, closes) == (nominal.1, nominal.0);
            (opens, closes) = nominal;
        }
        let behind_figure = before.is_some_and(lang::letter::is_numeric) && family == Family::Straight;
        out.push(Mark { at: at..end, family, opens, closes, first, behind_figure, turned });
        first = false;
        before = Some(c);
    }
    out
}

/// Whether a mark between these characters can open, and whether it can close.
fn stands(before: Option<char>, after: Option<char>, rest: &str) -> (bool, bool) {
    let mark = |c: char| family(c).is_some() || is_single(c);
    let free_before = before.is_none_or(|c| c.is_whitespace() || is_dash(c) || mark(c) || "([{（【/¿¡:：".contains(c));
    let free_after = after
        .is_none_or(|c| c.is_whitespace() || is_dash(c) || mark(c) || ".,;:!?…)]}/）】。，、；：！？،؛؟۔".contains(c));
    // Nothing is opened right before a full stop, unless the quotation begins with three of them.
    let ends =
        after.is_some_and(|c| ".,;:!?)]}）】。，、；：！？،؛؟۔".contains(c)) && !rest.trim_start().starts_with("..");
    let opens = free_before && after.is_some_and(|c| !c.is_whitespace()) && !(ends && before.is_some());
    let closes = free_after && before.is_some_and(|c| !c.is_whitespace());
    match (opens, closes) {
        // With a space on its wrong side: the first of a passage opens, the last of a sentence closes.
        (false, false) if before.is_none() => (true, false),
        (false, false) if ends || after.is_none() => (false, true),
        // Where neither or both are clear, nothing is known from where it stands.
        (false, false) | (true, true) => (true, true),
        clear => clear,
    }
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '−')
}

/// Marks that only steer the line.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{61c}')
}

/// The mark that closes what this one opens; itself where both look alike.
pub(super) fn closer(open: &str) -> &str {
    match open {
        "“" | "‟" => "”",
        "„" | "”" => "“",
        "«" => "»",
        "「" => "」",
        "『" => "』",
        "《" => "》",
        other => other,
    }
}
