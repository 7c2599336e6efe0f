//! JSON Feed (<https://jsonfeed.org/version/1.1>): 1.0 and 1.1 are read, 1.1 is written.

mod read;
mod shapes;
mod write;

pub use read::read;
pub use write::write;

/// The name of the family in [`story::item::Kept::form`].
const FORM: &str = "jsonfeed";

/// Whether it looks like one: an object of JSON whose `version` names JSON Feed, or that has `items` beside a title or
/// an address of a feed.
pub(crate) fn is(bytes: &[u8]) -> bool {
    let keys = crate::json::first_keys(bytes, 64 * 1024);
    let has = |name: &str| keys.iter().any(|key| key == name);
    let start = String::from_utf8_lossy(bytes.get(..4_096).unwrap_or(bytes)).into_owned();
    (has("version") && start.contains("jsonfeed.org/version"))
        || (has("items") && (has("title") || has("feed_url") || has("home_page_url")))
}

#[cfg(test)]
mod tests;
