//! The verbs of the newsroom, one file each: what a desk may ask and what follows from it.
//!
//! Comes in: an [`Ask`] of an [`Actor`]. Goes out: an [`Answer`], once it is kept, numbered and stands wherever the
//! followers bring it. A verb is a decision on a [`story::Dossier`]: it reads, decides, and hands the store one batch;
//! when somebody else was quicker it decides again.
//!
//! Never here: HTTP, HTML, SQL. Nothing here knows who reads the answer.

mod act;
mod actor;
mod ask;
pub mod chance;
mod checking;
mod clock;
mod correct;
mod data;
mod dismiss;
mod draft;
mod due;
mod embargo;
mod embargoed;
mod error;
mod file;
mod follow;
pub mod gate;
mod history;
mod hold;
mod item;
mod keep;
mod kill;
mod noted;
mod notices;
mod pen;

pub mod people;
mod point;
mod release;
mod release_gate;
mod revise;
mod saying;
mod says;
mod schedule;
mod show;
mod takedown;
mod translate;
mod unhold;
mod why;
mod wire;
mod wrong;

pub use act::{Done, Later};
pub use actor::Actor;
pub use ask::{Answer, Ask, By, Copy, Released, Revised};
pub use checking::{Counts, Found, asides};
pub use clock::{Clock, Fixed, System};
pub use correct::Correct;
pub use data::ReviseData;
pub use dismiss::{Dismiss, Undismiss};
pub use draft::{DiscardDraft, Draft, KeepDraft, Typed};
pub use embargo::Embargo;
pub use embargoed::{Became, CopyEmbargo};
pub use error::{Error, Result, Stale};
pub use file::File;
pub use follow::{FollowError, Follower, Followers};
pub use history::{Change, Event, History};
pub use hold::Hold;
pub use kill::Kill;
pub use noted::{furniture, noted};
pub use release::{Pin, Release};
pub use revise::Revise;
pub use saying::{Gap, Saying};
pub use schedule::{Cancel, Move, Schedule};
pub use show::{BehindBy, Listed, Shown, ShownEdition};
pub use store::Dismissal;
pub use takedown::Takedown;
pub use translate::Translate;
pub use unhold::Unhold;
pub use why::Why;
pub use wrong::Wrong;

use lang::Languages;
use std::sync::Arc;
use store::Store;
use story::text::Line;

/// What is particular to one agency.
#[derive(Debug, Clone)]
pub struct House {
    /// The agency's name.
    pub name: String,
    /// Its initials, as datelines carry them.
    pub initials: String,
    /// Its languages, in their order.
    pub languages: Languages,
    /// Its house style.
    pub style: checks::HouseStyle,
    /// Lines that stand around its copy and are no part of it.
    pub taglines: Vec<String>,
    /// The desk of a story of which nobody said another.
    pub desk: Line,
}

/// The newsroom: everything that can be asked goes through here. Cheap to clone.
#[derive(Clone)]
pub struct Newsroom(Arc<Inside>);

pub(crate) struct Inside {
    pub(crate) house: House,
    pub(crate) store: Store,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) followers: Followers,
    pub(crate) planned: tokio::sync::Notify,
    pub(crate) door: people::Door,
}

impl Newsroom {
    /// A newsroom over a store. The followers are woken as soon as they are given.
    pub fn open(house: House, store: Store, clock: Arc<dyn Clock>, followers: Vec<Arc<dyn Follower>>) -> Self {
        let followers = Followers::start(store.clone(), followers);
        let inside = Inside {
            house,
            store,
            clock,
            followers,
            planned: tokio::sync::Notify::new(),
            door: people::Door::default(),
        };
        Self(Arc::new(inside))
    }

    /// What is particular to this agency.
    pub fn house(&self) -> &House {
        &self.0.house
    }

    /// The store, for the followers and for the keeping of the folder.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The clock.
    pub fn clock(&self) -> &dyn Clock {
        &*self.0.clock
    }

    /// Those that follow the log.
    pub fn followers(&self) -> &Followers {
        &self.0.followers
    }
}
