//! "Also read" lines find the stories that they name: a line whose title is the headline of a story that is public in
//! its language points at that story from then on, whatever its headline becomes and whether or not it stays public.
//!
//! Only what every reader can see is looked at, so that no line tells anybody of a story that waits for its time.

use crate::Newsroom;
use story::{Block, BlockId, StoryId, Tag, Text, text::Related};

impl Newsroom {
    /// Points the lines of a text that point nowhere; never at the story that they stand in.
    pub(crate) fn point(&self, text: &mut Text, lang: &Tag, own: StoryId) {
        for block in &mut text.body {
            if let Block::Related(Related { title, target: target @ None }) = block {
                *target = self.followers().called(lang, title).filter(|story| *story != own);
            }
        }
    }
}

/// Gives the lines of a translation that point nowhere the targets of the lines that they were made from.
pub(crate) fn carry_targets(source: (&Text, &[BlockId]), made: &mut Text, ids: &[BlockId]) {
    let target_of = |id: &BlockId| match source.0.body.get(source.1.iter().position(|of| of == id)?)? {
        Block::Related(related) => related.target,
        _ => None,
    };
    for (block, id) in made.body.iter_mut().zip(ids) {
        if let Block::Related(Related { target: target @ None, .. }) = block {
            *target = target_of(id);
        }
    }
}
