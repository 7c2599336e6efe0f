//! Somebody who has signed in.

use super::{Form, Visitor, guard, guard::Came, visitor::html};
use crate::{
    answers::Answer,
    desk::{
        Desk,
        page::{GoOn, Page, Trouble},
    },
};
use askama::Template;
use axum::{
    extract::FromRequestParts,
    response::{IntoResponse, Redirect, Response},
};
use http::{Method, StatusCode, header, request::Parts};
use lang::Word;
use newsroom::{Actor, Error};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Somebody who has signed in.
#[derive(Clone)]
pub(in crate::desk) struct Person {
    pub visitor: Visitor,
    pub actor: Actor,
    /// The token of their session.
    pub session: String,
}

/// A finished answer that ends the work on a request early.
pub(in crate::desk) struct Refused(Box<Response>);

impl From<Response> for Refused {
    fn from(response: Response) -> Self {
        Self(Box::new(response))
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        *self.0
    }
}

impl Person {
    /// Who the session's cookie belongs to.
    pub async fn find(mut visitor: Visitor) -> Result<Result<Person, Visitor>, Refused> {
        let Some(session) = visitor.session.clone() else { return Ok(Err(visitor)) };
        let found = visitor.desk.room().signed_in(&session).await;
        match found.map_err(|error| visitor.refuse(&error))? {
            None => Ok(Err(visitor)),
            Some(actor) => {
                if let (None, Some(lang)) = (&visitor.chosen, &actor.lang) {
                    visitor.profile = visitor.desk.room().house().languages.profile(lang);
                }
                Ok(Ok(Person { visitor, actor, session }))
            }
        }
    }

    pub fn desk(&self) -> &Desk {
        &self.visitor.desk
    }

    pub fn profile(&self) -> &lang::Profile {
        &self.visitor.profile
    }

    /// A page for them.
    pub fn page(&self, title: Word) -> Page {
        let visitor = &self.visitor;
        let guard = guard::word(&self.session);
        Page::new(&visitor.desk, visitor.profile.clone(), guard, title, visitor.here.clone()).of(&self.actor)
    }

    /// What went wrong, in their language.
    pub fn answer(&self, error: &Error) -> Answer {
        self.visitor.answer(error)
    }

    /// A page as an answer.
    #[allow(clippy::unused_self, reason = "whoever answers is a person: pages are for those who signed in")]
    pub fn reply(&self, status: StatusCode, page: &impl Template) -> Response {
        html(status, page)
    }

    /// A page that says what went wrong.
    pub fn refuse(&self, error: &Error) -> Refused {
        self.trouble(self.answer(error))
    }

    /// A page that says what went wrong.
    pub fn trouble(&self, answer: Answer) -> Refused {
        trouble(self.page(Word::Desk), answer)
    }

    /// What is done with a form that was sent: the way on is remembered, so that the same form leads there again.
    pub fn lead(&self, request: story::RequestId, way: &str) -> Response {
        self.desk().repeats().remember(&self.session, request, way);
        Redirect::to(way).into_response()
    }

    pub(super) fn guards(&self, form: &Form) -> bool {
        guard::is_right(form.get("guard"), &self.session)
    }
}

impl Visitor {
    /// What went wrong, in their language.
    pub fn answer(&self, error: &Error) -> Answer {
        Answer::to(error, &self.profile, &self.desk.room().house().languages)
    }

    /// A page that says what went wrong.
    pub fn refuse(&self, error: &Error) -> Refused {
        self.trouble(self.answer(error))
    }

    /// A page that says what went wrong.
    pub fn trouble(&self, answer: Answer) -> Refused {
        trouble(self.page(Word::Desk), answer)
    }
}

/// An answer that says after how many seconds to try again.
pub(in crate::desk) fn later(mut response: Response, seconds: Option<u64>) -> Response {
    if let Some(seconds) = seconds {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

fn trouble(page: Page, answer: Answer) -> Refused {
    let (status, wait) = (answer.status, answer.wait);
    later(html(status, &Trouble { page: page.with_fault(answer) }), wait).into()
}

impl FromRequestParts<Desk> for Person {
    type Rejection = Refused;
    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Refused> {
        match Person::find(Visitor::of(desk, parts)).await? {
            Ok(person) => Ok(person),
            Err(visitor) => Err(to_the_door(&visitor, &parts.method).await),
        }
    }
}

/// The way to the page where one signs in.
async fn to_the_door(visitor: &Visitor, method: &Method) -> Refused {
    // A link on another site brings no cookie with it (`SameSite=Strict`): the same page asked for from here does.
    if visitor.came == Came::FromElsewhere && *method == Method::GET {
        let page = GoOn { page: visitor.page(Word::Desk), way: visitor.here.clone() };
        return visitor.reply(StatusCode::OK, &page).into();
    }
    match visitor.desk.room().awaits_first().await {
        Err(error) => visitor.refuse(&error),
        Ok(true) => Redirect::to("/desk/first").into_response().into(),
        Ok(false) => {
            let way = utf8_percent_encode(&visitor.here, NON_ALPHANUMERIC);
            Redirect::to(&format!("/desk/sign-in?then={way}")).into_response().into()
        }
    }
}
