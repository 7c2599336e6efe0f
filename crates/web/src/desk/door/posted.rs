//! A form that was sent, once it is known to be one of ours.

use super::{Form, Person, Refused, Visitor, guard::Came};
use crate::{
    answers::Answer,
    desk::{Desk, page::Again, people::sign_in::SignIn},
};
use axum::{
    extract::{FromRequest, Request},
    response::{IntoResponse, Redirect},
};
use http::StatusCode;
use lang::Word;
use story::RequestId;

/// The most bytes of a form.
pub(in crate::desk) const FORM: usize = 2 * 1024 * 1024;
/// The most bytes of a form that brings copy: a file of 12 MB, which is a third longer between two pages.
pub(in crate::desk) const FILE: usize = 17 * 1024 * 1024;

/// A form of somebody who has signed in, of at most `MOST` bytes.
pub(in crate::desk) struct Posted<const MOST: usize = FORM> {
    pub person: Person,
    pub form: Form,
    /// The identity of the asking: the same again is answered as the first time.
    pub request: RequestId,
}

/// A form of anybody, from a page that needs no session.
pub(in crate::desk) struct PostedByAnyone {
    pub visitor: Visitor,
    /// It carries the right word.
    pub guarded: bool,
    pub form: Form,
}

async fn read(request: Request, desk: &Desk, most: impl Fn(bool) -> usize) -> Result<(Sent, Form), Refused> {
    let (parts, body) = request.into_parts();
    let visitor = Visitor::of(desk, &parts);
    if visitor.came == Came::FromElsewhere {
        let answer = Answer::plain(StatusCode::FORBIDDEN, &visitor.profile, Word::ErrorFormExpired);
        return Err(visitor.trouble(answer));
    }
    let sent = Person::find(visitor).await?;
    let (visitor, known) = match &sent {
        Ok(person) => (&person.visitor, true),
        Err(visitor) => (visitor, false),
    };
    let form = Form::read(&parts, body, most(known)).await.map_err(|status| {
        let word = if status == StatusCode::PAYLOAD_TOO_LARGE { Word::ErrorTooLarge } else { Word::ErrorFormExpired };
        visitor.trouble(Answer::plain(status, &visitor.profile, word))
    })?;
    Ok((sent, form))
}

type Sent = Result<Person, Visitor>;

impl<const MOST: usize> FromRequest<Desk> for Posted<MOST> {
    type Rejection = Refused;
    async fn from_request(request: Request, desk: &Desk) -> Result<Self, Refused> {
        // Nobody who has not signed in makes us hold more than a form's worth.
        let (sent, form) = read(request, desk, |known| if known { MOST } else { MOST.min(FORM) }).await?;
        let person = match sent {
            Ok(person) => person,
            Err(visitor) => return Err(sign_in_first(&visitor, &form).await),
        };
        let request = form.get("request").parse();
        let (true, Ok(request)) = (person.guards(&form), request) else { return Err(not_ours(&person, &form)) };
        if let Some(way) = person.desk().repeats().before(&person.session, request) {
            return Err(Redirect::to(&way).into_response().into());
        }
        Ok(Posted { person, form, request })
    }
}

impl FromRequest<Desk> for PostedByAnyone {
    type Rejection = Refused;
    async fn from_request(request: Request, desk: &Desk) -> Result<Self, Refused> {
        // A form that waits for its session comes along when one signs in.
        let (sent, form) = read(request, desk, |_| 2 * FORM).await?;
        let (visitor, guarded) = match sent {
            Ok(person) => {
                let guarded = person.guards(&form) || person.visitor.guards(&form);
                (person.visitor, guarded)
            }
            Err(visitor) => {
                let guarded = visitor.guards(&form);
                (visitor, guarded)
            }
        };
        Ok(Self { visitor, guarded, form })
    }
}

/// The session has ended: what was typed waits in the page that asks to sign in again.
async fn sign_in_first(visitor: &Visitor, form: &Form) -> Refused {
    match visitor.desk.room().awaits_first().await {
        Err(error) => return visitor.refuse(&error),
        Ok(true) => return Redirect::to("/desk/first").into_response().into(),
        Ok(false) => {}
    }
    let answer = Answer::plain(StatusCode::FORBIDDEN, &visitor.profile, Word::ErrorSessionEnded);
    let page = visitor.page(Word::SignIn).with_fault(answer);
    let page = SignIn { page, then: visitor.here.clone(), name: String::new(), kept: form.typed() };
    visitor.reply(StatusCode::FORBIDDEN, &page).into()
}

/// The form is of an earlier session, or not ours: it is done only when the person says so.
fn not_ours(person: &Person, form: &Form) -> Refused {
    let answer = Answer::plain(StatusCode::FORBIDDEN, person.profile(), Word::ErrorFormExpired);
    if person.visitor.came != Came::FromHere {
        return person.trouble(answer);
    }
    let page = person.page(Word::Desk).with_fault(answer);
    let again = Again { page, way: person.visitor.here.clone(), kept: form.typed() };
    person.reply(StatusCode::FORBIDDEN, &again).into()
}
