//! HTML: the text tree as a page shows it, and back.
//!
//! Writing is strict: everything is escaped, and no address stands in it but those of [`story::text::Link`] and those
//! that the caller gives. Reading is lenient: any HTML there is becomes a tree of the blocks that copy has; what it
//! has no block for is read as paragraphs, and scripts, styles and comments are passed over. What [`write`] wrote is
//! read back as the same tree.

mod page;
mod quick;
mod read;
mod write;

pub(crate) use page::is;
pub use page::{read_item, write_item};
pub use read::read;
pub(crate) use read::{read_both, read_showing, tokens};
pub use write::{Markup, Pointer, Setting, escape, marked, write, write_body, write_inline};

#[cfg(test)]
mod tests;
