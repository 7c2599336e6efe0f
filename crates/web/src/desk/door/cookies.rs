//! The cookies of the desk.
//!
//! Over HTTPS their names begin with `__Host-`: a browser then takes them from this host alone, over HTTPS alone, and
//! asks for the path `/` (RFC 6265bis, 4.1.3.2). Over plain HTTP, on a machine of one's own, they keep to `/desk`.

use http::{HeaderMap, HeaderValue, header};

/// One of the cookies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::desk) enum Cookie {
    /// The token of a session.
    Session,
    /// The secret from which the guard of a form is made, before there is a session.
    Form,
    /// The language in which the person wants the desk.
    Language,
}

impl Cookie {
    const fn name(self, secure: bool) -> &'static str {
        match (self, secure) {
            (Cookie::Session, true) => "__Host-desk",
            (Cookie::Session, false) => "desk",
            (Cookie::Form, true) => "__Host-desk-form",
            (Cookie::Form, false) => "desk-form",
            (Cookie::Language, true) => "__Host-desk-language",
            (Cookie::Language, false) => "desk-language",
        }
    }

    /// The value that the browser sent.
    pub fn of(self, headers: &HeaderMap, secure: bool) -> Option<&str> {
        let name = self.name(secure);
        let all = headers.get_all(header::COOKIE).into_iter().filter_map(|line| line.to_str().ok());
        all.flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(key, value)| *key == name && is_plain(value))
            .map(|(_, value)| value)
    }

    /// The header that keeps a value for so many seconds, or until the browser is closed.
    pub fn keep(self, value: &str, seconds: Option<i64>, secure: bool) -> HeaderValue {
        let value = if is_plain(value) { value } else { "" };
        let (name, path) = (self.name(secure), if secure { "/; Secure" } else { "/desk" });
        let age = seconds.map(|s| format!("; Max-Age={s}")).unwrap_or_default();
        let line = format!("{name}={value}; Path={path}; HttpOnly; SameSite=Strict{age}");
        HeaderValue::from_str(&line).unwrap_or_else(|_| HeaderValue::from_static(""))
    }

    /// The header that makes the browser forget it.
    pub fn forget(self, secure: bool) -> HeaderValue {
        self.keep("", Some(0), secure)
    }
}

/// Whether a value may stand in a cookie as it is.
fn is_plain(value: &str) -> bool {
    value.len() <= 100 && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_https_a_cookie_is_bound_to_its_host() {
        let line = Cookie::Session.keep("abc", Some(60), true);
        assert_eq!(line, "__Host-desk=abc; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=60");
        let line = Cookie::Session.keep("abc", None, false);
        assert_eq!(line, "desk=abc; Path=/desk; HttpOnly; SameSite=Strict");
    }

    #[test]
    fn a_value_is_found_among_others_and_only_when_it_is_plain() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("a=1; desk=abc; desk-form=d"));
        assert_eq!(Cookie::Session.of(&headers, false), Some("abc"));
        assert_eq!(Cookie::Form.of(&headers, false), Some("d"));
        assert_eq!(Cookie::Session.of(&headers, true), None);
        headers.insert(header::COOKIE, HeaderValue::from_static("desk=a\"b"));
        assert_eq!(Cookie::Session.of(&headers, false), None);
    }
}
