//! The body of a story, as HTML.

use super::{card::Card, press::Press};
use lang::Profile;
use std::collections::HashMap;
use story::{Block, Inline, StoryId};

/// Running text with its marks.
pub fn inline(inline: &Inline) -> String {
    askama::filters::escape(inline.plain(), askama::filters::Html).map(|s| s.to_string()).unwrap_or_default()
}

/// The blocks of a body.
pub fn blocks(_press: &Press, _profile: &Profile, blocks: &[Block], _targets: &HashMap<StoryId, Card>) -> String {
    blocks
        .iter()
        .map(|b| {
            format!(
                "<p>{}</p>\n",
                askama::filters::escape(b.plain(), askama::filters::Html).map(|s| s.to_string()).unwrap_or_default()
            )
        })
        .collect()
}
