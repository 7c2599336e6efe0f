//! Who acts.

use serde::{Deserialize, Serialize};
use story::{AccountId, Rights, Tag, Verb};

/// Somebody who asks for something, as the record names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The name on record: an account's name, or `os:name` for a user of the machine.
    pub name: String,
    /// The account, when it is one.
    pub account: Option<AccountId>,
    /// What they may do.
    pub rights: Rights,
    /// The language they work in.
    pub lang: Option<Tag>,
}

impl Actor {
    /// A user of the machine who owns the folder: may do everything.
    pub fn of_the_machine(user: &str) -> Self {
        Self { name: format!("os:{user}"), account: None, rights: Rights::everything(), lang: None }
    }

    /// The program itself, when something becomes due. On record stands who signed it off.
    pub(crate) fn for_due(by: &str) -> Self {
        Self { name: by.to_owned(), account: None, rights: Rights::everything(), lang: None }
    }

    /// Whether they may do this to an edition, or to a story as a whole.
    pub fn may(&self, verb: Verb, lang: Option<&Tag>, desk: &str) -> bool {
        self.rights.cover(verb, lang, desk)
    }
}
