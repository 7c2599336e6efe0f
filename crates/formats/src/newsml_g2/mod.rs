//! NewsML-G2 (IPTC), read in every version from NAR 1.0 to 2.35, written in 2.35 at conformance level power.
//!
//! Reading takes a `newsItem`, a `packageItem` or a `newsMessage` with any number of them, in the namespace of the
//! standard or in another one. What has a home in [`story::Item`] goes there; whatever else an element says is kept as
//! it was written, and said. Concept, knowledge, planning and catalog items, and sets of events, are no stories.
//! Writing gives one item whose elements stand in the order of the schema; codes of vocabularies that no catalog of
//! IPTC knows are declared in a catalog of the item's own.

mod names;
mod read;
mod write;

pub use read::read;
pub use write::{write, write_all};

#[cfg(test)]
mod tests;

/// Whether the root of an XML document is one of NewsML-G2: told by its name (`newsItem`, `packageItem`,
/// `newsMessage`, `conceptItem`, `knowledgeItem`, `planningItem`, `catalogItem`); nobody else uses these.
pub(crate) fn is(root: &str) -> bool {
    matches!(root, "newsMessage") || names::is_item(root)
}
