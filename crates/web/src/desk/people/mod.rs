//! The people of the desk: signing in and out, the first account, accounts and their rights, passwords, the language
//! in which one reads the desk.

pub(super) mod accounts;
pub(super) mod close;
pub(super) mod first;
pub(super) mod language;
pub(super) mod password;
pub(super) mod rights;
pub(super) mod sign_in;
pub(super) mod sign_out;

use super::door::{Cookie, Visitor};
use axum::response::Response;
use http::header;
use newsroom::people::{SESSION, SignedIn};

/// Hands the session to the browser.
fn begin(visitor: &Visitor, signed_in: &SignedIn, mut response: Response) -> Response {
    let cookie = Cookie::Session.keep(&signed_in.token, Some(SESSION.as_secs()), visitor.secure);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}
