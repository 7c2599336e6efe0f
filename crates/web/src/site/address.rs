//! Addresses: `/{lang}/{id}/{tail}`. The id decides, the tail is for readers.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use story::{StoryId, Tag};

/// All but the unreserved characters of RFC 3986.
const TAIL: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The path of a front page, and the name of the page.
pub fn front(lang: &Tag) -> String {
    format!("/{lang}/")
}

/// The path of a corrections page, and the name of the page.
pub fn corrections(lang: &Tag) -> String {
    format!("/{lang}/corrections")
}

/// The path of the stories that came before a number of the log.
pub fn before(lang: &Tag, n: u64) -> String {
    format!("/{lang}/before/{n}")
}

/// The path of the corrections that came before a number of the log.
pub fn corrections_before(lang: &Tag, n: u64) -> String {
    format!("/{lang}/corrections/before/{n}")
}

/// The name of a story's page: its path without the tail.
pub fn story(lang: &Tag, id: StoryId) -> String {
    format!("/{lang}/{id}")
}

/// The whole path of a page with its tail, ready for an address line.
pub fn with_tail(path: &str, tail: &str) -> String {
    if tail.is_empty() { path.to_owned() } else { format!("{path}/{}", encode(tail)) }
}

/// A tail as an address line has it (RFC 3986, 2.1).
pub fn encode(tail: &str) -> String {
    utf8_percent_encode(tail, TAIL).to_string()
}

/// Whether what stands in an address line is this tail, in whatever spelling.
pub fn is_tail(written: &str, encoded: &str, tail: &str) -> bool {
    written == encoded || percent_decode_str(written).decode_utf8().is_ok_and(|plain| plain == tail)
}

/// A path cut at its third stroke: the name of a page, and the tail behind it.
pub fn cut(path: &str) -> (&str, Option<&str>) {
    let mut strokes = path.bytes().enumerate().filter(|(_, b)| *b == b'/').map(|(i, _)| i);
    match strokes.nth(2) {
        Some(third) => (&path[..third], Some(&path[third + 1..])),
        None => (path, None),
    }
}

/// What a path asks for, beyond the pages that are kept under their name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked<'p> {
    /// The site, without a language.
    Root,
    /// A file that pages need.
    Asset(&'p str),
    /// What is said to robots.
    Robots,
    /// A page of a language, that the rest names.
    In(&'p str, Page),
    /// Nothing of ours; the first part may be a language.
    Nothing(&'p str),
}

/// A page of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// Its front.
    Front,
    /// Its corrections.
    Corrections,
    /// The stories before a number of the log.
    Before(u64),
    /// The corrections before a number of the log.
    CorrectionsBefore(u64),
    /// A story.
    Story(StoryId),
}

/// Reads a path.
pub fn read(path: &str) -> Asked<'_> {
    let path = path.strip_prefix('/').unwrap_or(path);
    let (first, rest) = path.split_once('/').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let number = |word: &str| word.parse::<u64>().ok().filter(|n| n.to_string() == word);
    match (first, rest) {
        ("", None) => Asked::Root,
        ("robots.txt", None) => Asked::Robots,
        ("assets", Some(name)) => Asked::Asset(name),
        (lang, None | Some("")) => Asked::In(lang, Page::Front),
        (lang, Some(rest)) => {
            let page = match rest.split('/').collect::<Vec<_>>().as_slice() {
                ["corrections"] | ["corrections", ""] => Some(Page::Corrections),
                ["before", n] => number(n).map(Page::Before),
                ["corrections", "before", n] => number(n).map(Page::CorrectionsBefore),
                [id] | [id, _] => id.parse().ok().map(Page::Story),
                _ => None,
            };
            page.map_or(Asked::Nothing(lang), |page| Asked::In(lang, page))
        }
    }
}

impl Page {
    /// The one path of this page, but for a story's tail.
    pub fn path(&self, lang: &Tag) -> String {
        match self {
            Page::Front => front(lang),
            Page::Corrections => corrections(lang),
            Page::Before(n) => before(lang, *n),
            Page::CorrectionsBefore(n) => corrections_before(lang, *n),
            Page::Story(id) => story(lang, *id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "01h455vb4pex5vsknk084sn02q";

    #[test]
    fn a_path_is_read() {
        let id: StoryId = ID.parse().expect("an id");
        assert_eq!(read("/"), Asked::Root);
        assert_eq!(read(""), Asked::Root);
        assert_eq!(read("/ur"), Asked::In("ur", Page::Front));
        assert_eq!(read("/ur/"), Asked::In("ur", Page::Front));
        assert_eq!(read("/ur/corrections"), Asked::In("ur", Page::Corrections));
        assert_eq!(read("/ur/corrections/before/7"), Asked::In("ur", Page::CorrectionsBefore(7)));
        assert_eq!(read("/ur/before/12"), Asked::In("ur", Page::Before(12)));
        assert_eq!(read(&format!("/ur/{ID}")), Asked::In("ur", Page::Story(id)));
        assert_eq!(read(&format!("/ur/{ID}/a-tail")), Asked::In("ur", Page::Story(id)));
        assert_eq!(read(&format!("/ur/{}", id.uuid())), Asked::In("ur", Page::Story(id)));
        assert_eq!(read("/assets/x.css"), Asked::Asset("x.css"));
    }

    #[test]
    fn what_is_no_page_is_nothing() {
        for path in [
            "/ur/before/012",
            "/ur/before/-1",
            "/ur/before/",
            "/ur/x",
            &format!("/ur/{ID}/a/b"),
            "//",
            "/ur//",
            "/ur/../x",
        ] {
            assert!(matches!(read(path), Asked::Nothing(_) | Asked::In("", Page::Front)), "{path}: {:?}", read(path));
        }
    }

    #[test]
    fn a_tail_is_known_in_every_spelling() {
        let (tail, encoded) = ("گھڑی-بند", encode("گھڑی-بند"));
        assert!(encoded.is_ascii() && encoded.contains("-%D8%A8"));
        assert!(is_tail(&encoded, &encoded, tail));
        assert!(is_tail(&encoded.to_lowercase(), &encoded, tail));
        assert!(is_tail(tail, &encoded, tail));
        assert!(!is_tail("گھڑی", &encoded, tail));
        assert!(!is_tail("%FF", &encoded, tail));
    }

    #[test]
    fn a_path_is_cut_behind_the_id() {
        assert_eq!(cut("/en/id/tail/x"), ("/en/id", Some("tail/x")));
        assert_eq!(cut("/en/id/"), ("/en/id", Some("")));
        assert_eq!(cut("/en/id"), ("/en/id", None));
        assert_eq!(cut("/en/"), ("/en/", None));
    }
}
