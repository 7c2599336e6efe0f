//! The nouns of the trade: what a story is made of and what may happen to it.
//!
//! Comes in: plain values. Goes out: plain values. Every other room speaks in these words.
//! Never here: input or output, async, the clock, a language's particulars, a panic on any input.
//!
//! | module | holds |
//! |---|---|
//! | [`id`], [`hash`], [`tag`] | names for things: identities, SHA-256, BCP 47 tags |
//! | [`text`] | the text tree of an edition and its one stored form |
//! | [`item`] | a thing as it travels on a wire, with all that its metadata says |
//! | [`data`] | story data: urgency, subjects, places, genre, rights, embargo |
//! | [`subject`] | what it is about, by the codes of vocabularies |
//! | [`revision`], [`release`], [`log`] | what was saved, what was made public, in which order |
//! | [`dossier`] | all that is known of one story, without its text |
//! | [`align`], [`differences`] | which paragraph is which across revisions and translations; what changed in it, word by word |
//! | [`rights`] | who may do what: role x language x desk |

pub mod align;
pub mod data;
pub mod differences;
pub mod dossier;
pub mod hash;
pub mod id;
pub mod item;
pub mod log;
pub mod release;
pub mod revision;
pub mod rights;
pub mod subject;
pub mod tag;
pub mod text;

pub use data::{Data, Urgency};
pub use dossier::{Dossier, Edition};
pub use hash::Hash;
pub use id::{AccountId, BatchId, BlockId, DueId, RequestId, StoryId};
pub use item::Item;
pub use log::{Entry, LogId, Position, Record};
pub use release::{Kind, Notice, Release, Standing};
pub use revision::{DataRevision, Origin, Revision};
pub use rights::{Right, Rights, Role, Verb};
pub use subject::QCode;
pub use tag::{Direction, Tag};
pub use text::{Block, Dateline, Inline, Line, Text};
