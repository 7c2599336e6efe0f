//! What a document's own catalog declares.

use super::{BY_ALIAS, clean, comparable, escape};
use std::collections::BTreeMap;
use story::QCode;

/// The most vocabularies that a document declares. What stands behind them is passed over.
pub const MOST_SCHEMES: usize = 2048;

/// The most bytes of an alias or of the address of a vocabulary.
const LONGEST: usize = 1024;

/// The vocabularies that a document declares for itself (`<catalog><scheme alias="" uri=""/></catalog>`). They are
/// asked before IPTC's: an alias means what the document says that it means.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Schemes {
    /// Addresses by alias.
    own: BTreeMap<String, String>,
}

impl Schemes {
    /// A document that declares nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in a vocabulary. An alias that is declared again means the later one. Says whether it could be taken:
    /// not, if alias or address are none or too long, or there are too many.
    pub fn declare(&mut self, alias: &str, uri: &str) -> bool {
        let (alias, uri) = (alias.trim(), uri.trim());
        let has = |text: &str, bad: fn(char) -> bool| !text.is_empty() && text.len() <= LONGEST && !text.contains(bad);
        let room = self.own.len() < MOST_SCHEMES || self.own.contains_key(alias);
        let good = has(alias, |c| c == ':' || c.is_whitespace()) && has(uri, char::is_whitespace) && room;
        if good {
            // Some leave out the slash to which the code has to be put.
            let known = super::alias(uri).and_then(|alias| BY_ALIAS.get(alias));
            self.own.insert(alias.to_owned(), known.map_or(uri, |known| known).to_owned());
        }
        good
    }

    /// Each alias with its address, as the document declares them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.own.iter().map(|(alias, uri)| (alias.as_str(), uri.as_str()))
    }

    /// The address of a code, by what the document declares, else as [`super::uri`].
    pub fn uri(&self, code: &str) -> Option<String> {
        let parts: QCode = code.parse().ok()?;
        match self.own.get(parts.alias()) {
            Some(uri) => Some(escape::behind(uri, parts.code())),
            None => super::uri(code),
        }
    }

    /// The code of an address, under the alias that the document declares for it, else as [`super::code`].
    pub fn code(&self, uri: &str) -> Option<String> {
        let key = comparable(clean(uri));
        let own = self.own.iter().filter_map(|(alias, uri)| Some((alias, key.strip_prefix(&*comparable(uri))?)));
        own.min_by_key(|(_, tail)| tail.len())
            .and_then(|(alias, tail)| escape::code(alias, tail))
            .or_else(|| super::code(uri))
    }

    /// A code of the document as everybody else would write it: under the alias of IPTC's catalog, if the vocabulary
    /// stands there (`mt:04000000` becomes `medtop:04000000`); as its whole address, if its alias means something else
    /// there; else as it is. None for what is no code.
    pub fn usual(&self, code: &str) -> Option<QCode> {
        let parts: QCode = code.parse().ok()?;
        let Some(scheme) = self.own.get(parts.alias()) else { return Some(parts) };
        if let Some(alias) = super::alias(scheme) {
            return format!("{alias}:{}", parts.code()).parse().ok();
        }
        if !BY_ALIAS.contains_key(parts.alias()) {
            return Some(parts);
        }
        escape::behind(scheme, parts.code()).parse().ok().filter(QCode::is_address)
    }
}
