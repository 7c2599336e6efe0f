//! Of the same words in several forms (RFC 2046, 5.1.4) the better one.

use super::parts::Part;

/// The part to be read. A page is better than plain words where its markup says what they cannot: headings, lists,
/// tables, quotations, pictures that came with the letter. Else the plain words are, which are what the page was made
/// from or what it was made into without loss.
pub(super) fn better<'p, 'b>(parts: &'p [Part<'b>], says_more: impl Fn(&Part<'b>) -> bool) -> Option<&'p Part<'b>> {
    let last = |name: &str| parts.iter().rev().find_map(|part| Some((part, leaf(part, name)?)));
    match (last("text/plain"), last("text/html")) {
        (Some((plain, words)), Some((page, html))) => {
            let empty = words.bytes.iter().all(u8::is_ascii_whitespace);
            Some(if empty || says_more(html) { page } else { plain })
        }
        (plain, page) => page.or(plain).map(|(part, _)| part).or(parts.last()),
    }
}

/// The part of that media type that a part begins with, or is.
fn leaf<'p, 'b>(part: &'p Part<'b>, name: &str) -> Option<&'p Part<'b>> {
    if part.is(name) || part.kind.name.is_empty() && part.parts.is_empty() && name == "text/plain" {
        return Some(part);
    }
    part.parts.iter().find_map(|part| leaf(part, name))
}

/// Whether a page says more than its words do.
pub(super) fn says_more(html: &str) -> bool {
    const TELLING: [&str; 10] =
        ["<h1", "<h2", "<h3", "<h4", "<ul", "<ol", "<th", "<blockquote", "<figure", "src=\"cid:"];
    let lower = html.to_ascii_lowercase();
    TELLING.iter().any(|sign| lower.contains(sign)) && !lower.contains("type=\"cite\"")
}
