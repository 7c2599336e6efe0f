//! Addresses in a feed: what they are relative to (RFC 3986, XML Base), and which are not followed.

use crate::xml::{Element, XML};
use url::Url;

/// What is no address of a document: it would run, or holds what it names.
const NEVER: [&str; 3] = ["javascript", "vscript", "vbscript"];

/// The base of an element: every `xml:base` around it, the outermost first, on top of where the feed came from.
pub(super) fn base(element: &Element<'_, '_>, feed: Option<&Url>) -> Option<Url> {
    let said: Vec<&str> = element.outwards().filter_map(|around| around.attribute_in(XML, "base")).collect();
    said.iter().rev().fold(feed.cloned(), |base, said| join(base.as_ref(), said).or(base))
}

fn join(base: Option<&Url>, address: &str) -> Option<Url> {
    let address = address.trim();
    let whole = match base {
        Some(base) => base.join(address).ok()?,
        None => Url::parse(address).ok()?,
    };
    is_safe(&whole).then_some(whole)
}

/// The base that was handed in with a feed.
pub(super) fn given(address: &str) -> Option<Url> {
    Url::parse(address.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https" | "file" | "ftp"))
}

fn is_safe(url: &Url) -> bool {
    !NEVER.contains(&url.scheme())
}

/// The address, whole if it can be made so, as it stands if it is whole already or nobody knows what it is relative to.
/// None for one that is never followed.
pub(super) fn resolve(address: &str, base: impl FnOnce() -> Option<Url>) -> Option<String> {
    let address: String = address.trim().chars().filter(|c| !matches!(c, '\n' | '\r' | '\t')).collect();
    if let Ok(whole) = Url::parse(&address) {
        return is_safe(&whole).then_some(address);
    }
    if address.is_empty() {
        return None;
    }
    match base() {
        Some(base) => base.join(&address).ok().map(String::from).or(Some(address)),
        None => Some(address),
    }
}
