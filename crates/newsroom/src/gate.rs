//! The gate: one place decides who may have what, for every list, page, feed and file.
//!
//! What is not in the log is not there for the public: an edition under embargo has no entry, so that no door has
//! anything to answer with.

use crate::Actor;
use story::{Standing, Verb};

/// What a door shows to the public of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Public {
    /// All of it; it stands in lists.
    Open,
    /// That it was there and is being checked; nothing of it. It stands in no list.
    Held,
    /// That it was withdrawn; nothing of it. It stands in no list of stories.
    Gone,
    /// Nothing, as for a story that does not exist.
    Nothing,
}

/// What the public may have of an edition that stands so.
pub const fn public(standing: Standing) -> Public {
    match standing {
        Standing::Unreleased => Public::Nothing,
        Standing::Public => Public::Open,
        Standing::Held => Public::Held,
        Standing::Killed | Standing::TakenDown => Public::Gone,
    }
}

/// Whether somebody of the desk may read what is not public, at the desk that a story belongs to.
pub fn desk(actor: &Actor, desk: &str) -> bool {
    actor.may(Verb::Read, None, desk)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_public_is_open() {
        let open: Vec<Standing> = Standing::ALL.into_iter().filter(|&s| public(s) == Public::Open).collect();
        assert_eq!(open, [Standing::Public]);
        assert_eq!(public(Standing::Unreleased), Public::Nothing);
    }
}
