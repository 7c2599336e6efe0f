//! XML as news carries it: read with limits and leniently, written strictly.
//!
//! Reading (XML 1.0, by way of quick-xml) gives a [`Document`] that borrows from its input. What a person can still make
//! out is made out, and said: an entity of HTML, a prefix that nobody declared, an end that does not fit its beginning.
//! What uses entities of its own is refused, unless they are a few plain words: nothing is ever fetched or grows. Writing
//! knows no other way than the right one.

mod attributes;
mod decode;
mod doctype;
mod document;
pub(crate) mod entities;
mod parse;
mod root;
mod write;

pub(crate) use decode::decode;
pub(crate) use document::{Document, Element, Node};
pub(crate) use parse::parse;
pub(crate) use root::root;
pub(crate) use write::Writer;

/// The deepest nesting of elements.
pub const DEEPEST: usize = 256;
/// The most elements and texts of a document.
pub const MOST_NODES: usize = 4_000_000;
/// The most attributes of one element.
pub const MOST_ATTRIBUTES: usize = 1_000;

/// The namespace of `xml:lang` and `xml:base`.
pub(crate) const XML: &str = "http://www.w3.org/XML/1998/namespace";

#[cfg(test)]
mod tests;
