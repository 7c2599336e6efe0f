//! The door of the desk: who asks, and whether a form is one of ours.
//!
//! A session is a token in a cookie; every form carries a second token that is made from it, which no other site can
//! know. A form that comes too late, after its session, is not lost: it waits in the page that asks to sign in again.

mod cookies;
mod form;
mod guard;
mod person;
mod posted;
mod repeats;
mod visitor;

pub(super) use cookies::Cookie;
pub(super) use form::Form;
pub(super) use person::{Person, Refused, later};
pub(super) use posted::{FILE, Posted, PostedByAnyone};
pub(super) use repeats::Repeats;
pub(super) use visitor::{KEPT, Visitor, safe_way};
