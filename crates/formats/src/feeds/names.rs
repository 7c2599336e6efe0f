//! Which vocabulary a name of a feed is from, however its namespace is written.

use crate::xml::Element;

/// The vocabularies that feeds are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// RSS, RDF Site Summary, CDF and Atom themselves, and names without a namespace.
    Core,
    /// RDF syntax.
    Rdf,
    /// Dublin Core elements.
    Dc,
    /// Dublin Core terms.
    Terms,
    /// The content module of RSS 1.0.
    Content,
    /// Podcasts.
    Itunes,
    /// Media RSS.
    Media,
    /// XHTML.
    Xhtml,
    /// The comment API.
    Wfw,
    /// Creative Commons.
    Licence,
    /// NewsML-G2, as the writers of this room use it within a feed.
    Nar,
    /// Entries that were deleted (RFC 6721).
    Deleted,
    /// Anything else.
    Other,
}

/// The namespace of IPTC's NewsML-G2.
pub(super) const NAR: &str = "http://iptc.org/std/nar/2006-10-01/";
/// The namespace of Atom 1.0 (RFC 4287).
pub(super) const ATOM: &str = "http://www.w3.org/2005/Atom";
/// The namespace of deleted entries (RFC 6721).
pub(super) const DELETED: &str = "http://purl.org/atompub/tombstones/1.0";

/// What an address of a namespace must hold to be the one of a vocabulary. Compared in lower case: real feeds write
/// them with other versions, cases, slashes, and with the `https` that they never had.
const KNOWN: &[(&str, Space)] = &[
    ("www.w3.org/1999/xhtml", Space::Xhtml),
    ("purl.org/dc/elements/", Space::Dc),
    ("purl.org/dc/terms", Space::Terms),
    ("purl.org/rss/1.0/modules/content", Space::Content),
    ("purl.org/rss/1.0/modules/dcterms", Space::Terms),
    ("/dtds/podcast", Space::Itunes),
    ("search.yahoo.com/mrss", Space::Media),
    ("video.search.yahoo.com", Space::Media),
    ("wellformedweb.org/commentapi", Space::Wfw),
    ("creativecommonsrssmodule", Space::Licence),
    ("creativecommons.org/ns", Space::Licence),
    ("web.resource.org/cc", Space::Licence),
    ("iptc.org/std/nar/", Space::Nar),
    ("purl.org/atompub/tombstones", Space::Deleted),
    ("22-rdf-syntax-ns", Space::Rdf),
];

/// The namespaces of the formats themselves.
const CORE: &[&str] = &[
    "www.w3.org/2005/atom",
    "purl.org/atom/ns",
    "purl.org/atom/draft",
    "purl.org/rss/1.0",
    "purl.org/net/rss1.1",
    "purl.org/rss/2.0",
    "my.netscape.com/rdf/simple",
    "channel.netscape.com/rdf/simple",
    "my.netscape.com/publish/formats",
    "backend.userland.com/rss",
    "blogs.law.harvard.edu/tech/rss",
    "cyber.law.harvard.edu/rss",
    "www.rssboard.org/rss",
    "example.com/newformat",
];

/// Prefixes that nobody declared mean what everybody means by them.
const PREFIXES: &[(&str, Space)] = &[
    ("rss", Space::Core),
    ("atom", Space::Core),
    ("rdf", Space::Rdf),
    ("dc", Space::Dc),
    ("dcterms", Space::Terms),
    ("content", Space::Content),
    ("itunes", Space::Itunes),
    ("media", Space::Media),
    ("xhtml", Space::Xhtml),
    ("wfw", Space::Wfw),
    ("cc", Space::Licence),
    ("creativecommons", Space::Licence),
    ("at", Space::Deleted),
];

/// The vocabulary of a namespace. The root's own namespace is that of the format, whatever it is called.
pub(super) fn space(address: &str, root: &str) -> Space {
    if address.is_empty() {
        return Space::Core;
    }
    let lower = address.to_ascii_lowercase();
    if let Some((_, space)) = PREFIXES.iter().find(|(prefix, _)| *prefix == lower) {
        return *space;
    }
    let bare = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let module = KNOWN.iter().find(|(part, _)| bare.contains(part)).map(|(_, space)| *space);
    let core = CORE.iter().any(|known| bare.trim_start_matches("www.").starts_with(known.trim_start_matches("www.")));
    match module {
        Some(space) => space,
        None if core || address == root => Space::Core,
        None => Space::Other,
    }
}

/// Whether a namespace is one of the formats' own, or none.
pub(super) fn is_known(address: &str) -> bool {
    address.is_empty() || matches!(space(address, ""), Space::Core | Space::Rdf)
}

/// An element by vocabulary and lower-case name.
pub(super) fn told(element: &Element<'_, '_>, root: &str) -> (Space, String) {
    (space(element.space(), root), element.name().to_ascii_lowercase())
}

/// The value of an attribute, whatever its case and namespace.
pub(super) fn attribute<'d>(element: &Element<'d, '_>, name: &str) -> Option<&'d str> {
    element.attributes().find(|(_, known, _)| known.eq_ignore_ascii_case(name)).map(|(.., value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn namespaces_are_known_however_they_are_written() {
        for (address, is) in [
            ("", Space::Core),
            ("http://purl.org/rss/1.0/", Space::Core),
            ("http://purl.org/rss/1.0/modules/content/", Space::Content),
            ("HTTP://PURL.ORG/DC/ELEMENTS/1.1/", Space::Dc),
            ("https://search.yahoo.com/mrss", Space::Media),
            ("http://www.itunes.com/DTDs/Podcast-1.0.dtd", Space::Itunes),
            ("itunes", Space::Itunes),
            ("http://example.org/own#", Space::Other),
        ] {
            assert_eq!(space(address, ""), is, "{address}");
        }
        assert_eq!(space("http://example.org/own#", "http://example.org/own#"), Space::Core);
    }
}
