//! What stands inside lines and is no copy: tokens that prove who owns a site, and what counts readers in a link.

use super::reading::{Aside, Furniture};
use super::traced::{Rewrite, Traced};
use lang::Languages;
use std::{ops::Range, sync::LazyLock};
use story::Line;

/// What was taken out.
#[derive(Debug, Default)]
pub(super) struct Cut {
    /// Links that were cleaned.
    pub links: usize,
    /// What was taken out, as bytes of the input.
    pub dropped: Vec<Aside>,
}

/// Takes tokens and tracking out of a text; none when there are none.
pub(super) fn cut(text: &Traced) -> Option<(Traced, Cut)> {
    let mut done = Cut::default();
    let mut rewrite = Rewrite::of(text);
    let mut start = 0;
    for line in text.text.split_inclusive(['\n', '\r']) {
        let mut parts: Vec<(Range<usize>, Furniture)> =
            tokens(line).into_iter().map(|part| (part, Furniture::Token)).collect();
        for link in links(line) {
            let counted = tracking(line.get(link.clone()).unwrap_or_default());
            done.links += usize::from(!counted.is_empty());
            parts.extend(counted.into_iter().map(|p| (link.start + p.start..link.start + p.end, Furniture::Tracking)));
        }
        parts.sort_by_key(|(part, _)| part.start);
        for (part, kind) in parts {
            let part = start + part.start..start + part.end;
            if part.start < rewrite.done() {
                continue;
            }
            let words = Line::new(text.text.get(part.clone()).unwrap_or_default());
            done.dropped.push(Aside { range: text.source(&part), kind, words });
            rewrite.replace(part, "");
        }
        start += line.len();
    }
    rewrite.finish().map(|text| (text, done))
}

/// An address without what counts readers.
pub(super) fn without_tracking(address: &str) -> String {
    let mut out = String::new();
    let mut from = 0;
    for part in tracking(address) {
        out.push_str(address.get(from..part.start).unwrap_or_default());
        from = part.end;
    }
    out.push_str(address.get(from..).unwrap_or_default());
    out
}

/// How the names of tokens begin.
static FIRST_LETTERS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let names = Languages::common_copy().verifications.iter();
    names.filter_map(|name| name.bytes().next()).map(|first| first.to_ascii_lowercase()).collect()
});

/// Tokens in a line: a known name, a sign, and letters that mean nothing.
fn tokens(line: &str) -> Vec<Range<usize>> {
    /// The longest line that a token has to itself.
    const LONGEST: usize = 300;
    let names = &Languages::common_copy().verifications;
    let named = |word: &str| {
        names.iter().find_map(|name| {
            let head = word.get(..name.len())?;
            head.eq_ignore_ascii_case(name).then_some(name.len())
        })
    };
    let words = line.trim();
    let mut out = Vec::new();
    for word in line.split_whitespace() {
        let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        if !bare.bytes().next().is_some_and(|first| FIRST_LETTERS.contains(&first.to_ascii_lowercase())) {
            continue;
        }
        // Both are parts of one text.
        let at = (bare.as_ptr() as usize).saturating_sub(line.as_ptr() as usize);
        let Some(len) = named(bare) else { continue };
        let alone = line.len() - line.trim_start().len() == at && words.len() <= LONGEST;
        let rest = bare.get(len..).unwrap_or_default();
        let has_value =
            rest.starts_with(['=', ':']) || names.iter().any(|n| n.contains('=') && bare.starts_with(n.as_str()));
        if has_value && rest.len() > 1 {
            out.push(at..if alone && rest.starts_with(' ') { line.trim_end().len() } else { at + bare.len() });
        } else if alone && rest.chars().all(|c| matches!(c, ':' | '=')) && words.split_whitespace().count() <= 3 {
            out.push(at..line.trim_end().len());
            break;
        }
    }
    out
}

/// Addresses in a line, without the marks that follow them.
pub(super) fn links(line: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(at) = line.get(from..).and_then(|rest| rest.find("://")).map(|i| from + i) {
        let before = line.get(from..at).unwrap_or_default();
        let scheme = before.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
        let rest = line.get(at..).unwrap_or_default();
        let inner = |c: char| c.is_ascii() && !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '"');
        let len = rest.find(|c: char| !inner(c)).unwrap_or(rest.len());
        let link = rest.get(..len).unwrap_or_default();
        let link = link.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '*']);
        from = at + link.len().max(3);
        let scheme = at - scheme..at;
        if line.get(scheme.clone()).is_some_and(|s| s.eq_ignore_ascii_case("http") || s.eq_ignore_ascii_case("https")) {
            out.push(scheme.start..from);
        }
    }
    out
}

/// The parts of an address that count readers, in order and apart.
fn tracking(address: &str) -> Vec<Range<usize>> {
    let names = &Languages::common_copy().tracking;
    let counts = |parameter: &str| {
        let name = parameter.split('=').next().unwrap_or_default();
        parameter.contains('=')
            && names.iter().any(|known| match known.strip_suffix('*') {
                Some(opening) => name.get(..opening.len()).is_some_and(|n| n.eq_ignore_ascii_case(opening)),
                None => name.eq_ignore_ascii_case(known),
            })
    };
    let Some(mark) = address.find('?') else { return Vec::new() };
    let end = address.find('#').filter(|&hash| hash > mark).unwrap_or(address.len());
    let mut parameters: Vec<(Range<usize>, bool)> = Vec::new();
    let mut at = mark + 1;
    for parameter in address.get(mark + 1..end).unwrap_or_default().split('&') {
        parameters.push((at..at + parameter.len(), counts(parameter)));
        at += parameter.len() + 1;
    }
    if parameters.iter().all(|(_, counts)| *counts) {
        return std::iter::once(mark..end).collect();
    }
    // With the sign that parts it from what stays: the one before, or for the first the one behind.
    let stays_before = |i: usize| parameters.iter().take(i).any(|(_, counts)| !counts);
    let cut = |(i, (part, _)): (usize, &(Range<usize>, bool))| {
        if stays_before(i) { part.start - 1..part.end } else { part.start..(part.end + 1).min(end) }
    };
    parameters.iter().enumerate().filter(|(_, (_, counts))| *counts).map(cut).collect()
}

/// Whether a line is only an address that shares a page.
pub(super) fn is_share_link(line: &str) -> bool {
    let only = links(line).first().is_some_and(|link| link.start == 0 && link.end == line.len());
    let rest = line.split_once("://").map_or("", |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").or_else(|| rest.strip_prefix("m.")).unwrap_or(rest);
    only && Languages::common_copy().share_hosts.iter().any(|host| rest.starts_with(host.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_of(text: &str) -> (String, Vec<String>) {
        match cut(&Traced::straight(text.into(), 0)) {
            None => (text.into(), Vec::new()),
            Some((text, done)) => (text.text, done.dropped.iter().map(|aside| aside.words.to_string()).collect()),
        }
    }

    #[test]
    fn tokens_go_wherever_they_stand() {
        let token = "google-site-verification=a_B-c123";
        assert_eq!(cut_of(&format!("{token}\nRain\n")), ("\nRain\n".into(), vec![token.into()]));
        assert_eq!(cut_of(&format!("It rains. {token}\n")).0, "It rains. \n");
        assert_eq!(cut_of("Google-Site-Verification: abc\n").0, "\n");
        assert_eq!(cut_of("msvalidate.01 0123456789ABCDEF").0, "");
        let sentence = "The google-site-verification of a page is a long word.";
        assert_eq!(cut_of(sentence).0, sentence);
    }

    #[test]
    fn what_counts_readers_goes_and_the_link_stays() {
        for (link, left) in [
            ("https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"),
            ("https://example.org/a?id=7&utm_source=x", "https://example.org/a?id=7"),
            ("https://example.org/a?fbclid=x&id=7&gclid=y#top", "https://example.org/a?id=7#top"),
            ("https://example.org/a?utm_a=x&fbclid=x&id=7", "https://example.org/a?id=7"),
            ("https://example.org/a?id=7", "https://example.org/a?id=7"),
        ] {
            assert_eq!(without_tracking(link), left);
            assert_eq!(cut_of(&format!("See {link}, he said.")).0, format!("See {left}, he said."));
        }
    }

    #[test]
    fn share_links_are_known() {
        assert!(is_share_link("https://www.facebook.com/sharer/sharer.php?u=x"));
        assert!(!is_share_link("https://example.org/"));
        assert!(!is_share_link("See https://www.facebook.com/sharer/sharer.php?u=x"));
    }
}
