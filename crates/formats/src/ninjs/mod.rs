//! ninjs: news in JSON, by the IPTC (<https://iptc.org/standards/ninjs/>). Read 1.0 to 3.1, written as 3.1, 2.2, 1.6.
//!
//! Names of members differ from one generation to the next; the reader takes all of them, whatever a file says of
//! itself, and names what its own version does not allow. What a story has no home for is kept and written again.

mod about;
mod answer;
mod bonds;
mod media;
mod names;
mod read;
mod shapes;
mod told;
mod words;
mod write;

pub(crate) use answer::is_answer;
pub use read::read;
pub use write::write;

use story::item::PartyRole;

/// The name of the family in [`story::item::Kept::form`].
const FORM: &str = "ninjs";

/// In which generation of ninjs an item is written: each in its newest version.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Edition {
    /// 3.1.
    #[default]
    Three,
    /// 2.2.
    Two,
    /// 1.6.
    One,
}

impl Edition {
    /// Every edition.
    pub const ALL: [Edition; 3] = [Edition::Three, Edition::Two, Edition::One];

    /// Its version.
    pub const fn version(self) -> &'static str {
        match self {
            Edition::Three => "3.1",
            Edition::Two => "2.2",
            Edition::One => "1.6",
        }
    }
}

/// Whether it looks like ninjs: an object of JSON, or an array of them, that says so, or that has a `uri` (in older
/// systems a `guid`) beside members that only news has; and no feed, which has `items`.
pub(crate) fn is(bytes: &[u8]) -> bool {
    const ITS_OWN: [&str; 16] = [
        "versioncreated",
        "firstcreated",
        "pubstatus",
        "headlines",
        "headline",
        "bodies",
        "body_html",
        "body_text",
        "body_xhtml",
        "slugline",
        "renditions",
        "associations",
        "usageterms",
        "type",
        "urgency",
        "altids",
    ];
    let keys = crate::json::first_keys(bytes, 64 * 1024);
    let has = |name: &str| keys.iter().any(|key| key.eq_ignore_ascii_case(name));
    let named = has("standard") || has("$standard");
    !has("items") && !has("class") && (named || has("uri") || has("guid")) && (named || ITS_OWN.iter().any(|n| has(n)))
}

/// The words for roles of parties.
const ROLES: [(PartyRole, &str); 7] = [
    (PartyRole::Creator, "creator"),
    (PartyRole::Contributor, "contributor"),
    (PartyRole::Source, "source"),
    (PartyRole::Provider, "provider"),
    (PartyRole::Holder, "copyrightHolder"),
    (PartyRole::Publisher, "publisher"),
    (PartyRole::Contact, "contact"),
];

#[cfg(test)]
mod tests;
