//! The agency's house style: its own words.

/// What the agency has laid down for its copy in one language. Empty as long as its folder says nothing.
#[derive(Debug, Clone, Default)]
pub struct HouseStyle {}
