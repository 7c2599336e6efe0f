//! Where the strings are seen.

/// Where a string is seen; each area is a file of its own in a language's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// Seen by whoever reads the agency's pages.
    Site,
    /// Seen by whoever works there.
    Desk,
    /// What a release says to readers and to clients.
    Notices,
    /// What the checks say to whoever edits.
    Checks,
}

impl Area {
    /// Every area.
    pub const ALL: [Area; 4] = [Area::Site, Area::Desk, Area::Notices, Area::Checks];

    /// The file that holds the strings, within a language's folder.
    pub const fn file(self) -> &'static str {
        match self {
            Area::Site => "words/site.toml",
            Area::Desk => "words/desk.toml",
            Area::Notices => "words/notices.toml",
            Area::Checks => "words/checks.toml",
        }
    }
}
