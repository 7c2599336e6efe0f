//! What the tests stand on: an agency in a temporary folder with a clock that stands still, and the real program.

mod agency;
pub mod browser;
mod memory;
pub mod program;
mod shared;
pub mod validators;

pub use agency::{Agency, Sent, house, person, text};
pub use memory::assert_modest;
pub use shared::{shared, skip};

/// A language tag.
pub fn tag(word: &str) -> story::Tag {
    word.parse().expect("a language tag")
}

/// Whoever owns the folder.
pub fn owner() -> newsroom::Actor {
    newsroom::Actor::of_the_machine("owner")
}
