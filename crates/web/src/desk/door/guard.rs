//! The guard of forms: a word made from the session's token, and where a request comes from.

use http::{HeaderMap, Uri, header};
use story::Hash;
use subtle::ConstantTimeEq;

/// The word that a form carries. Whoever does not know the secret cannot know it, and it does not tell the secret.
pub(super) fn word(secret: &str) -> String {
    Hash::of(format!("a form of the desk\n{secret}").as_bytes()).to_string()
}

/// Whether a form carries the right word; takes the same time wherever the two part.
pub(super) fn is_right(given: &str, secret: &str) -> bool {
    word(secret).as_bytes().ct_eq(given.as_bytes()).into()
}

/// Where a request comes from, as the browser says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::desk) enum Came {
    /// From a page of ours.
    FromHere,
    /// From a page of somebody else's.
    FromElsewhere,
    /// It does not say: an old browser, a program, an address that was typed in.
    Unsaid,
}

impl Came {
    /// Reads `Sec-Fetch-Site` (Fetch Metadata), or else `Origin` (RFC 6454).
    pub fn of(headers: &HeaderMap, uri: &Uri, site_url: Option<&str>) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        match text("sec-fetch-site") {
            Some("same-origin") => return Came::FromHere,
            Some("none") => return Came::Unsaid,
            Some(_) => return Came::FromElsewhere,
            None => {}
        }
        let Some(origin) = text(header::ORIGIN.as_str()) else { return Came::Unsaid };
        let host = text(header::HOST.as_str()).or_else(|| uri.authority().map(|a| a.as_str()));
        let ours = [host, site_url.and_then(authority)];
        let theirs = authority(origin);
        let same = |host: &str| theirs.is_some_and(|o| o.eq_ignore_ascii_case(host));
        if ours.into_iter().flatten().any(same) { Came::FromHere } else { Came::FromElsewhere }
    }
}

/// `host:port` of an address.
fn authority(address: &str) -> Option<&str> {
    address.split_once("://")?.1.split('/').next().filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn came(pairs: &[(&'static str, &'static str)]) -> Came {
        let headers = pairs.iter().map(|(k, v)| (http::HeaderName::from_static(k), HeaderValue::from_static(v)));
        Came::of(&headers.collect(), &Uri::from_static("/desk"), Some("https://agency.example/"))
    }

    #[test]
    fn another_site_is_told_from_ours() {
        assert_eq!(came(&[("sec-fetch-site", "same-origin")]), Came::FromHere);
        assert_eq!(came(&[("sec-fetch-site", "same-site")]), Came::FromElsewhere);
        assert_eq!(came(&[("sec-fetch-site", "cross-site"), ("origin", "http://a")]), Came::FromElsewhere);
        assert_eq!(came(&[("origin", "http://127.0.0.1:8700"), ("host", "127.0.0.1:8700")]), Came::FromHere);
        assert_eq!(came(&[("origin", "https://agency.example"), ("host", "10.0.0.9")]), Came::FromHere);
        assert_eq!(came(&[("origin", "https://evil.example"), ("host", "agency.example")]), Came::FromElsewhere);
        assert_eq!(came(&[("origin", "null"), ("host", "agency.example")]), Came::FromElsewhere);
        assert_eq!(came(&[]), Came::Unsaid);
    }

    #[test]
    fn only_the_word_of_the_same_secret_is_right() {
        assert!(is_right(&word("a"), "a"));
        assert!(!is_right(&word("a"), "b"));
        assert!(!is_right("", "a"));
    }
}
