//! The desk: where people write. Plain HTML forms in the language of the person, without a script.
//!
//! Comes in: forms of people who have signed in. Goes out: pages that ask the newsroom and show what it says. A page
//! is one file here and one template of the same name. No rule of the trade stands here: what a person may do and what
//! may follow what is asked of `newsroom` and `story`.
//!
//! | module | holds |
//! |---|---|
//! | [`door`] | who asks: sessions, cookies, the guard of forms, forms that outlive a session |
//! | [`people`] | signing in and out, the first account, accounts, passwords, the language of the desk |
//! | [`verbs`] | a file for each verb |
//! | the rest | the pages that show something, and what they share |

mod as_copy;
mod blocks;
mod copy_box;
mod done;
mod door;
mod due;
mod file;
mod find;
mod findings;
mod headers;
mod history;
mod offers;
mod page;
mod people;
mod revision;
mod sheet;
mod spoken;
mod stories;
mod story;
#[cfg(test)]
mod tests;
mod time;
mod understood;
mod verbs;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware,
    response::Redirect,
    routing::{get, post},
};
use jiff::tz::TimeZone;
use newsroom::Newsroom;
use std::sync::Arc;

/// What the desk has to know about the house that it stands in.
#[derive(Debug, Clone)]
pub struct Options {
    /// The public address of the site; when it begins with `https:`, cookies are for HTTPS alone.
    pub site_url: Option<String>,
    /// The time zone in which people at the desk read and write times.
    pub zone: TimeZone,
}

impl Default for Options {
    fn default() -> Self {
        Self { site_url: None, zone: TimeZone::UTC }
    }
}

/// The desk, as its pages share it. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Desk(Arc<Inside>);

struct Inside {
    room: Newsroom,
    options: Options,
    sheet: sheet::Sheet,
    repeats: door::Repeats,
}

impl Desk {
    fn room(&self) -> &Newsroom {
        &self.0.room
    }

    fn options(&self) -> &Options {
        &self.0.options
    }

    fn sheet(&self) -> &sheet::Sheet {
        &self.0.sheet
    }

    fn repeats(&self) -> &door::Repeats {
        &self.0.repeats
    }
}

/// Every address of the desk, all under `/desk`. The server has to bring [`axum::extract::ConnectInfo`] with the
/// address of the peer, by which attempts to sign in are counted.
pub fn routes(room: Newsroom, options: Options) -> Router {
    let sheet = sheet::Sheet::of(&room.house().languages);
    let desk = Desk(Arc::new(Inside { room, options, sheet, repeats: door::Repeats::default() }));
    Router::new()
        .route("/desk", get(stories::show))
        .route("/desk/", get(|| async { Redirect::permanent("/desk") }))
        .route("/desk/find", post(find::post))
        .route("/desk/file", get(file::show).post(file::post))
        .route("/desk/due", get(due::show))
        .route("/desk/confirm", post(verbs::confirm::post))
        .merge(of_people())
        .merge(of_a_story())
        .route("/desk/assets/{name}", get(sheet::show))
        .route("/desk/{*rest}", get(page::not_found).post(page::not_found))
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn(headers::add))
        .with_state(desk)
}

fn of_people() -> Router<Desk> {
    Router::new()
        .route("/desk/first", get(people::first::show).post(people::first::post))
        .route("/desk/sign-in", get(people::sign_in::show).post(people::sign_in::post))
        .route("/desk/sign-out", post(people::sign_out::post))
        .route("/desk/language", post(people::language::post))
        .route("/desk/password", get(people::password::show).post(people::password::post))
        .route("/desk/accounts", get(people::accounts::show).post(people::accounts::post))
        .route("/desk/accounts/{id}/rights", post(people::rights::post))
        .route("/desk/accounts/{id}/close", post(people::close::post))
}

fn of_a_story() -> Router<Desk> {
    Router::new()
        .route("/desk/story/{id}", get(story::show))
        .route("/desk/story/{id}/release", post(verbs::release::post))
        .route("/desk/story/{id}/schedule", post(verbs::schedule::post))
        .route("/desk/story/{id}/move", post(verbs::schedule::post_move))
        .route("/desk/story/{id}/cancel", post(verbs::schedule::post_cancel))
        .route("/desk/story/{id}/embargo", post(verbs::embargo::post))
        .route("/desk/story/{id}/hold", post(verbs::hold::post))
        .route("/desk/story/{id}/unhold", post(verbs::unhold::post))
        .route("/desk/story/{id}/kill", post(verbs::kill::post))
        .route("/desk/story/{id}/takedown", post(verbs::takedown::post))
        .route("/desk/story/{id}/data", post(verbs::data::post))
        .route("/desk/story/{id}/dismiss", post(verbs::dismiss::post))
        .route("/desk/story/{id}/undismiss", post(verbs::dismiss::post_back))
        .route("/desk/story/{id}/translate", get(verbs::translate::show).post(verbs::translate::post))
        .route("/desk/story/{id}/{lang}/draft", post(verbs::draft::post_discard))
        .route("/desk/story/{id}/{lang}/revise", get(verbs::revise::show).post(verbs::revise::post))
        .route("/desk/story/{id}/{lang}/correct", get(verbs::correct::show).post(verbs::correct::post))
        .route("/desk/story/{id}/{lang}/history", get(history::show))
        .route("/desk/story/{id}/{lang}/revision/{number}", get(revision::show))
}
