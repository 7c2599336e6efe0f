//! The people of the desk: accounts, the first of them, and signing in.

mod accounts;
mod sign_in;

pub use accounts::{FIRST, NewAccount, Person};
pub(crate) use sign_in::Door;
pub use sign_in::{SESSION, SignedIn};
