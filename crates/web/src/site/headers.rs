//! The headers of answers. Those of a page are made once, with the page.

use super::{encoding::Coding, shelf::Ready};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};

/// Nothing from elsewhere, no script at all, in nobody's frame.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'",
);
const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
/// Nobody shows a page that was kept without asking whether it still stands.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// In seconds.
const SOON: HeaderValue = HeaderValue::from_static("5");
const VARY: HeaderValue = HeaderValue::from_static("accept-encoding");
const NO_SNIFFING: HeaderValue = HeaderValue::from_static("nosniff");
const REFERRER: HeaderValue = HeaderValue::from_static("strict-origin-when-cross-origin");

/// A page in one compression, with everything that goes before it.
#[derive(Debug, Clone)]
pub struct Form {
    /// The bytes.
    pub body: Bytes,
    /// The strong entity tag; a page that is not there has none.
    pub etag: Option<HeaderValue>,
    /// The headers.
    pub headers: HeaderMap,
}

/// The form of a page in one compression.
pub fn form(page: &Ready, coding: Coding, body: Bytes) -> Form {
    let mut headers = HeaderMap::with_capacity(12);
    headers.insert(header::CONTENT_TYPE, HTML);
    headers.insert(header::CONTENT_LANGUAGE, page.lang.clone());
    headers.insert(header::CACHE_CONTROL, ASK_AGAIN);
    headers.insert(header::VARY, VARY);
    headers.insert(header::CONTENT_SECURITY_POLICY, POLICY);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, NO_SNIFFING);
    headers.insert(header::REFERRER_POLICY, REFERRER);
    if page.status == StatusCode::SERVICE_UNAVAILABLE {
        headers.insert(header::RETRY_AFTER, SOON);
    }
    if let Some(name) = coding.name() {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    let etag = (page.status == StatusCode::OK).then(|| tag(&page.etag, coding)).flatten();
    if let Some(etag) = &etag {
        headers.insert(header::ETAG, etag.clone());
    }
    Form { body, etag, headers }
}

fn tag(etag: &str, coding: Coding) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("\"{etag}-{}\"", coding.letter())).ok()
}

/// Whether the reader has this entity already (RFC 9110, 13.1.2).
pub fn is_known(headers: &HeaderMap, etag: &HeaderValue) -> bool {
    headers.get_all(header::IF_NONE_MATCH).iter().any(|value| {
        value.as_bytes().split(|b| *b == b',').any(|item| {
            let item = item.trim_ascii();
            item == b"*" || item.strip_prefix(b"W/").unwrap_or(item) == etag.as_bytes()
        })
    })
}

/// The headers of an answer that says that nothing has changed.
pub fn unchanged(etag: &HeaderValue) -> HeaderMap {
    let mut headers = HeaderMap::with_capacity(4);
    headers.insert(header::ETAG, etag.clone());
    headers.insert(header::CACHE_CONTROL, ASK_AGAIN);
    headers.insert(header::VARY, VARY);
    headers
}

/// The headers of a file that a page needs. One that has taken the place of another is not kept.
pub fn asset(kind: &'static str, hash: &str, coding: Coding, today: bool) -> HeaderMap {
    let mut headers = HeaderMap::with_capacity(8);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, if today { FOR_EVER } else { ASK_AGAIN });
    headers.insert(header::VARY, VARY);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, NO_SNIFFING);
    // A picture that is opened by itself may do no more than a page.
    headers.insert(header::CONTENT_SECURITY_POLICY, POLICY);
    if let Some(name) = coding.name() {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    if let Some(etag) = tag(hash, coding) {
        headers.insert(header::ETAG, etag);
    }
    headers
}

/// The headers of a redirection. It is asked for again each time: a headline may change, a story may be withdrawn.
pub fn moved(to: &str, by_language: bool) -> HeaderMap {
    let mut headers = HeaderMap::with_capacity(4);
    // Paths are made of tags, identities and encoded tails: always a header's value.
    headers.insert(header::LOCATION, HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/")));
    headers.insert(header::CACHE_CONTROL, ASK_AGAIN);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, NO_SNIFFING);
    if by_language {
        headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
    }
    headers
}
