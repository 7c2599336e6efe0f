//! What is true of a feed as a whole, and of no item in it.

use jiff::Timestamp;
use story::{Line, Tag};

/// A feed that items travel in: what RSS calls a channel, Atom and JSON Feed a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// Its name, as readers see it.
    pub title: Line,
    /// The page that it is the feed of.
    pub link: Line,
    /// Where the feed itself is to be had, and by which it is known.
    pub address: Line,
    /// What it brings, in a sentence.
    pub description: Line,
    /// The language of the feed; that of each item may be another.
    pub lang: Tag,
    /// When anything in it last changed; none where nobody knows.
    pub updated: Option<Timestamp>,
}

impl Default for Channel {
    /// Nothing said, in no language that is known.
    fn default() -> Self {
        Self {
            title: Line::default(),
            link: Line::default(),
            address: Line::default(),
            description: Line::default(),
            lang: Tag::unknown(),
            updated: None,
        }
    }
}
