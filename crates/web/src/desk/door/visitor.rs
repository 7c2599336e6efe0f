//! What every request brings, whether somebody has signed in or not.

use super::{Cookie, Form, guard, guard::Came};
use crate::desk::{Desk, page::Page};
use askama::Template;
use axum::{
    extract::{ConnectInfo, FromRequestParts},
    response::{IntoResponse, Response},
};
use http::{HeaderMap, StatusCode, header, request::Parts};
use lang::{Languages, Profile, Word};
use newsroom::chance;
use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
    sync::Arc,
};
use story::Tag;

/// Before the name of a box that is kept in the page that asks to sign in again.
pub(in crate::desk) const KEPT: &str = "kept.";

/// Whoever asks.
#[derive(Clone)]
pub(in crate::desk) struct Visitor {
    pub desk: Desk,
    /// The language that they read.
    pub profile: Arc<Profile>,
    /// Cookies are for HTTPS alone.
    pub secure: bool,
    /// The page that they ask for, with its question.
    pub here: String,
    /// Where attempts to sign in come from.
    pub from: String,
    /// What the browser calls itself.
    pub device: String,
    /// From which site the request comes.
    pub came: Came,
    pub(super) session: Option<String>,
    /// The secret of forms before there is a session, and whether it has just been drawn.
    pub(super) secret: (String, bool),
    pub(super) chosen: Option<Tag>,
}

impl Visitor {
    pub fn of(desk: &Desk, parts: &Parts) -> Self {
        let (headers, options) = (&parts.headers, desk.options());
        let text = |name: header::HeaderName| headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let secure = is_secure(headers, parts, options.site_url.as_deref());
        let languages = &desk.room().house().languages;
        let chosen = Cookie::Language.of(headers, secure).and_then(|word| word.parse().ok());
        let chosen = chosen.filter(|tag| languages.get(tag).is_some());
        let asked = chosen.clone().or_else(|| asked(languages, text(header::ACCEPT_LANGUAGE)));
        let first = || languages.tags().next().cloned().unwrap_or_else(Tag::unknown);
        let known = Cookie::Form.of(headers, secure).map(str::to_owned);
        Self {
            desk: desk.clone(),
            profile: languages.profile(&asked.unwrap_or_else(first)),
            secure,
            here: parts.uri.path_and_query().map_or("/desk", |p| p.as_str()).to_owned(),
            from: peer(parts),
            device: text(header::USER_AGENT).to_owned(),
            came: Came::of(headers, &parts.uri, options.site_url.as_deref()),
            session: Cookie::Session.of(headers, secure).map(str::to_owned),
            secret: known.map_or_else(|| (chance::token(), true), |secret| (secret, false)),
            chosen,
        }
    }

    /// A page for somebody who has not signed in.
    pub fn page(&self, title: Word) -> Page {
        Page::new(&self.desk, self.profile.clone(), guard::word(&self.secret.0), title, self.here.clone())
    }

    /// A page as an answer, with the cookie that its forms need.
    pub fn reply(&self, status: StatusCode, page: &impl Template) -> Response {
        let mut response = html(status, page);
        if self.secret.1 {
            response.headers_mut().append(header::SET_COOKIE, Cookie::Form.keep(&self.secret.0, None, self.secure));
        }
        response
    }

    /// Whether a form before any session carries the right word.
    pub(super) fn guards(&self, form: &Form) -> bool {
        !self.secret.1 && guard::is_right(form.get("guard"), &self.secret.0)
    }
}

impl FromRequestParts<Desk> for Visitor {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Infallible> {
        Ok(Visitor::of(desk, parts))
    }
}

/// A page as an answer.
pub(super) fn html(status: StatusCode, page: &impl Template) -> Response {
    match page.render() {
        Ok(body) => (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page of the desk could not be made");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// The way on after signing in, if it leads to a page of the desk.
pub(in crate::desk) fn safe_way(way: &str) -> &str {
    let ours = way == "/desk" || way.starts_with("/desk/") || way.starts_with("/desk?");
    let plain = way.len() <= 300 && way.bytes().all(|b| b.is_ascii_graphic() && b != b'\\') && !way.contains("//");
    if ours && plain { way } else { "/desk" }
}

/// Whether the browser speaks HTTPS, with us or with the proxy in front of us.
fn is_secure(headers: &HeaderMap, parts: &Parts, site_url: Option<&str>) -> bool {
    let forwarded = headers.get("x-forwarded-proto").is_some_and(|proto| proto == "https");
    forwarded || parts.uri.scheme_str() == Some("https") || site_url.is_some_and(|url| url.starts_with("https:"))
}

/// The address that a request comes from; of an IPv6 address the network, which one person has as a whole.
fn peer(parts: &Parts) -> String {
    let info = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    match info.map(|ConnectInfo(address)| address.ip().to_canonical()) {
        Some(IpAddr::V6(address)) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        Some(address) => address.to_string(),
        None => "unknown".to_owned(),
    }
}

/// The first language of `Accept-Language` (RFC 9110, 12.5.4) that the agency works in.
fn asked(languages: &Languages, header: &str) -> Option<Tag> {
    let mut wanted: Vec<(f32, &str)> = header
        .split(',')
        .take(20)
        .map(|item| {
            let (tag, rest) = item.split_once(';').unwrap_or((item, ""));
            let weight = rest.trim().strip_prefix("q=").and_then(|q| q.trim().parse().ok()).unwrap_or(1.0);
            (weight, tag.trim())
        })
        .collect();
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
    wanted.into_iter().find_map(|(_, word)| {
        let tag: Tag = word.parse().ok()?;
        languages
            .get(&tag)
            .map(|_| tag.clone())
            .or_else(|| languages.tags().find(|known| known.language() == tag.language()).cloned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_on_stays_at_the_desk() {
        assert_eq!(safe_way("/desk/story/x?done=y"), "/desk/story/x?done=y");
        for bad in
            ["https://evil.example", "//evil.example", "/desk//evil", "/desk\\evil", "/deskevil", "", "/desk/\r\n"]
        {
            assert_eq!(safe_way(bad), "/desk", "{bad}");
        }
    }

    #[test]
    fn the_language_that_the_browser_likes_best_is_taken() {
        let all = Languages::built_in();
        let told = |header| asked(all, header).map(|tag| tag.to_string());
        assert_eq!(told("de, ur;q=0.5, fr-CA;q=0.9").as_deref(), Some("fr"));
        assert_eq!(told("zh-TW").as_deref(), Some("zh"));
        assert_eq!(told("de"), None);
        assert_eq!(told(""), None);
    }
}
