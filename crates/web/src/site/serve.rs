//! Answers to readers.

use super::{
    Site,
    address::{self, Asked, Page},
    card::Card,
    corrections,
    encoding::{Coding, weighed},
    front, headers,
    press::Press,
    record::Error,
    shelf::{Ready, Tail},
    step::{Step, read_cards},
};
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    response::Response,
};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use lang::Profile;
use std::{
    collections::HashMap,
    sync::{Arc, atomic::Ordering},
};
use store::{Encoding, Pages};
use story::{StoryId, Tag};

const ROBOTS: &str = "User-agent: *\nDisallow: /desk\n";
const ALLOW: HeaderValue = HeaderValue::from_static("GET, HEAD");

/// Answers that are the same for everybody, made once.
#[derive(Debug)]
pub struct Answers {
    not_found: HashMap<Tag, Arc<Ready>>,
    trouble: HashMap<Tag, Arc<Ready>>,
    first: Tag,
}

impl Answers {
    /// The answers of a site.
    pub fn of(press: &Press) -> Self {
        let first = press.masthead().first();
        let mut profiles: Vec<Arc<Profile>> = press.masthead().languages.iter().cloned().collect();
        if profiles.is_empty() {
            profiles.push(first.clone());
        }
        let all = |status, make: &dyn Fn(&Profile) -> String| {
            let answer = |p: &Arc<Profile>| {
                let page = Ready::new(status, p.tag().as_str(), &make(p));
                (p.tag().clone(), Arc::new(page.in_every_form()))
            };
            profiles.iter().map(answer).collect()
        };
        Self {
            not_found: all(StatusCode::NOT_FOUND, &|profile| press.not_found(profile)),
            trouble: all(StatusCode::SERVICE_UNAVAILABLE, &|profile| press.trouble(profile)),
            first: first.tag().clone(),
        }
    }
}

/// Every address of the site. It answers whatever no other room has a route for.
pub fn routes(site: Arc<Site>) -> Router {
    Router::new().fallback(answer).with_state(site)
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
        response.headers_mut().insert(header::ALLOW, ALLOW);
        return response;
    }
    let (path, asking) = (request.uri().path(), request.headers());
    let (name, tail) = address::cut(path);
    if let Some(page) = site.shelf.ready(name)
        && let Some(response) = site.send_at(name, tail, page, asking).await
    {
        return response;
    }
    match site.look(path, name, tail, asking).await {
        Ok(response) => response,
        Err(error) => {
            tracing::error!(%error, path, "a page could not be read");
            let lang = path.split('/').nth(1).unwrap_or_default();
            send(&site.answer_in(&site.answers.trouble, lang), accepted(asking), asking)
        }
    }
}

impl Site {
    /// Looks for what does not lie ready.
    async fn look(&self, path: &str, name: &str, tail: Option<&str>, asking: &HeaderMap) -> Result<Response, Error> {
        let (lang, page) = match address::read(path) {
            Asked::Root => return Ok(moved(StatusCode::FOUND, &self.front_for(asking), true)),
            Asked::Robots => return Ok(robots()),
            Asked::Asset(asset) => {
                return match self.asset(asset, asking).await {
                    Some(response) => Ok(response),
                    None => Ok(self.missing("", asking)),
                };
            }
            Asked::In(lang, page) => (lang, page),
            Asked::Nothing(lang) => return Ok(self.missing(lang, asking)),
        };
        let Some(profile) = self.language(lang) else { return Ok(self.missing(lang, asking)) };
        let tag = profile.tag();
        let canonical = page.path(tag);
        match page {
            Page::Before(_) | Page::CorrectionsBefore(_) if path != canonical => {
                Ok(moved(StatusCode::MOVED_PERMANENTLY, &canonical, false))
            }
            Page::Before(n) => {
                let make = |pages: &Pages| {
                    let cards = pages.listed(tag, Some((n.cast_signed(), LOWEST)), front::MOST + 1)?;
                    Ok(self.press.front(&profile, Some(n), &read_cards(&cards)).html)
                };
                self.send_list(tag, &canonical, make, asking).await
            }
            Page::CorrectionsBefore(n) => {
                let make = |pages: &Pages| {
                    let cards = pages.corrected(tag, Some((n, LOWEST)), corrections::MOST + 1)?;
                    Ok(self.press.corrections(&profile, Some(n), &read_cards(&cards)).html)
                };
                self.send_list(tag, &canonical, make, asking).await
            }
            Page::Front | Page::Corrections | Page::Story(_) => {
                let found = match (self.shelf.fetch(&canonical)?, &page) {
                    (None, Page::Story(id)) if self.hollow.load(Ordering::Acquire) => self.make_now(*id, tag).await?,
                    (None, _) if self.hollow.load(Ordering::Acquire) => {
                        let trouble = self.answer_in(&self.answers.trouble, lang);
                        return Ok(send(&trouble, accepted(asking), asking));
                    }
                    (found, _) => found,
                };
                let Some(ready) = found else { return Ok(self.missing(lang, asking)) };
                if name != canonical {
                    // Another spelling of the name; nothing but a story has a tail.
                    return Ok(moved(StatusCode::MOVED_PERMANENTLY, &whole(&canonical, &ready), false));
                }
                match self.send_at(name, tail, ready, asking).await {
                    Some(response) => Ok(response),
                    None => Ok(self.missing(lang, asking)),
                }
            }
        }
    }

    /// Sends a page to whoever asked for it by this tail, or to its right address. None when it has no tail and one
    /// was asked for.
    async fn send_at(&self, name: &str, tail: Option<&str>, page: Arc<Ready>, asking: &HeaderMap) -> Option<Response> {
        let right = match (&page.tail, tail) {
            (Tail::Any, _) | (Tail::None, None) => true,
            (Tail::None, Some("")) => false,
            (Tail::None, Some(_)) => return None,
            (Tail::Is { plain, .. }, None) => plain.is_empty(),
            (Tail::Is { plain, .. }, Some(_)) if plain.is_empty() => false,
            (Tail::Is { encoded, plain }, Some(tail)) => address::is_tail(tail, encoded, plain),
        };
        if !right {
            return Some(moved(StatusCode::MOVED_PERMANENTLY, &whole(name, &page), false));
        }
        Some(self.send(Place::Disk(name), page, asking).await)
    }

    /// Sends a page in the compression that the reader likes best, which is made if nobody asked for it before.
    async fn send(&self, place: Place<'_>, page: Arc<Ready>, asking: &HeaderMap) -> Response {
        let coding = accepted(asking);
        if page.form(coding).is_some() {
            return send(&page, coding, asking);
        }
        let (pages, old) = (self.pages.clone(), page.clone());
        let on_disk = match (place, coding) {
            (Place::Disk(name), Coding::Gzip) => Some((name.to_owned(), Encoding::Gzip)),
            (Place::Disk(name), Coding::Zstd) => Some((name.to_owned(), Encoding::Zstd)),
            _ => None,
        };
        let made = tokio::task::spawn_blocking(move || {
            let made = old.with(coding)?;
            if let (Some((name, encoding)), Some(form)) = (on_disk, made.form(coding))
                && let Err(error) = pages.keep_encoding(&name, &made.etag, encoding, &form.body)
            {
                tracing::warn!(%error, name, "a compressed page could not be kept");
            }
            Some(Arc::new(made))
        });
        let Ok(Some(made)) = made.await else {
            // Brotli that cannot be undone, or the program is stopping.
            return respond(StatusCode::INTERNAL_SERVER_ERROR, HeaderMap::new(), Body::empty());
        };
        let (Place::Disk(name) | Place::Memory(name)) = place;
        self.shelf.put_back(name, made.clone());
        send(&made, coding, asking)
    }

    /// Sends a page of a list, which is made when it is asked for.
    async fn send_list(
        &self,
        lang: &Tag,
        path: &str,
        make: impl FnOnce(&Pages) -> store::Result<String>,
        asking: &HeaderMap,
    ) -> Result<Response, Error> {
        let make = |pages: &Pages| Ok(Ready::new(StatusCode::OK, lang.as_str(), &make(pages)?));
        let (name, page) = self.shelf.list(path, make)?;
        Ok(self.send(Place::Memory(&name), page, asking).await)
    }

    /// A page that the background has not come to yet.
    async fn make_now(&self, id: StoryId, lang: &Tag) -> Result<Option<Arc<Ready>>, Error> {
        let mut step = Step { records: self.records([&id]).await?, ..Step::default() };
        let cards = step.records.values().flat_map(|record| &record.cards);
        let targets: Vec<StoryId> = cards.filter_map(Card::open).flat_map(|open| open.points_at.clone()).collect();
        step.records.extend(self.records(&targets).await?);
        let jobs = self.edition_jobs(&step, id, Some(lang)).await?;
        let sheet = jobs.first().and_then(|job| job.sheet(&self.press));
        Ok(sheet.map(|sheet| Arc::new(Ready::from(sheet.pressed("")))))
    }

    /// The answer for everything that is not there.
    fn missing(&self, lang: &str, asking: &HeaderMap) -> Response {
        send(&self.answer_in(&self.answers.not_found, lang), accepted(asking), asking)
    }

    fn answer_in(&self, answers: &HashMap<Tag, Arc<Ready>>, lang: &str) -> Arc<Ready> {
        let found = answers.get(lang).or_else(|| answers.get(&self.answers.first)).cloned();
        found.unwrap_or_else(|| Arc::new(Ready::new(StatusCode::NOT_FOUND, "und", "")))
    }

    async fn asset(&self, name: &str, asking: &HeaderMap) -> Option<Response> {
        let (asset, today) = self.press.assets().get(name)?;
        let coding = asset.coding(accepted(asking));
        let headers = headers::asset(asset.kind, &asset.hash, coding, today);
        if headers.get(header::ETAG).is_some_and(|etag| headers::is_known(asking, etag)) {
            return Some(respond(StatusCode::NOT_MODIFIED, headers, Body::empty()));
        }
        let bytes = match asset.made(coding) {
            Some(bytes) => bytes.clone(),
            None => {
                let (press, name) = (self.press.clone(), name.to_owned());
                let press = move || Some(press.assets().get(&name)?.0.bytes(coding).clone());
                tokio::task::spawn_blocking(press).await.ok()??
            }
        };
        Some(respond(StatusCode::OK, headers, Body::from(bytes)))
    }

    /// A language of the site by the name that an address has for it.
    fn language(&self, name: &str) -> Option<Arc<Profile>> {
        let languages = &self.press.masthead().languages;
        languages.iter().find(|profile| profile.tag().as_str().eq_ignore_ascii_case(name)).cloned()
    }

    /// The front that suits a reader best (RFC 4647, 3.4): the first language, by weight, that the site has, whole or
    /// without its script and region.
    fn front_for(&self, asking: &HeaderMap) -> String {
        let languages = &self.press.masthead().languages;
        let values = asking.get_all(header::ACCEPT_LANGUAGE).iter().filter_map(|v| v.to_str().ok());
        let mut ranges: Vec<(&str, u16)> = values.flat_map(|v| v.split(',')).map(weighed).collect();
        ranges.retain(|(range, weight)| *weight > 0 && !range.is_empty());
        ranges.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
        let suits = |range: &str| {
            let whole = languages.tags().find(|tag| tag.as_str().eq_ignore_ascii_case(range));
            let primary = range.split('-').next().unwrap_or(range);
            whole.or_else(|| languages.tags().find(|tag| tag.language().eq_ignore_ascii_case(primary)))
        };
        let tag = ranges.iter().find_map(|(range, _)| suits(range));
        address::front(tag.unwrap_or(&self.answers.first))
    }
}

/// Before every story in a list.
const LOWEST: StoryId = StoryId::from_bytes([0; 16]);

/// Where a page lies.
#[derive(Debug, Clone, Copy)]
enum Place<'n> {
    /// On the disk, under its name.
    Disk(&'n str),
    /// On the shelf alone.
    Memory(&'n str),
}

/// The compression that the reader likes best.
fn accepted(asking: &HeaderMap) -> Coding {
    Coding::negotiate(asking.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok()))
}

/// The whole path of a page.
fn whole(name: &str, page: &Ready) -> String {
    match &page.tail {
        Tail::Is { encoded, .. } if !encoded.is_empty() => format!("{name}/{encoded}"),
        _ => name.to_owned(),
    }
}

/// Sends a page in a compression that was made.
fn send(page: &Ready, coding: Coding, asking: &HeaderMap) -> Response {
    let Some(form) = page.form(coding) else {
        return respond(StatusCode::INTERNAL_SERVER_ERROR, HeaderMap::new(), Body::empty());
    };
    if let Some(etag) = &form.etag
        && headers::is_known(asking, etag)
    {
        return respond(StatusCode::NOT_MODIFIED, headers::unchanged(etag), Body::empty());
    }
    respond(page.status, form.headers.clone(), Body::from(form.body.clone()))
}

fn respond(status: StatusCode, headers: HeaderMap, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

fn moved(status: StatusCode, to: &str, by_language: bool) -> Response {
    respond(status, headers::moved(to, by_language), Body::empty())
}

fn robots() -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("max-age=3600"));
    respond(StatusCode::OK, headers, Body::from(ROBOTS))
}
