//! What a form brought: its boxes by name, and a file if there was one.

use axum::{
    RequestExt,
    body::Body,
    extract::{FromRequest, Multipart, Request},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use http::{StatusCode, header, request::Parts};
use story::text::Line;

/// The box that keeps a file between two pages: its bytes in base64.
const FILE: &str = "file";
/// The box that keeps the file's name.
const FILE_NAME: &str = "file.name";

/// The boxes of a form, in their order. A name may come several times.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::desk) struct Form(Vec<(String, String)>);

impl FromIterator<(String, String)> for Form {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

impl Form {
    /// Reads a body of at most so many bytes, in either of the forms that browsers send.
    pub async fn read(parts: &Parts, body: Body, most: usize) -> Result<Self, StatusCode> {
        let bytes = axum::body::to_bytes(body, most).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
        let mut request = Request::new(Body::from(bytes));
        *request.method_mut() = parts.method.clone();
        *request.headers_mut() = parts.headers.clone();
        *request.extensions_mut() = parts.extensions.clone();
        let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/form-data") {
            return Self::of_parts(request).await;
        }
        let boxes: axum::Form<Vec<(String, String)>> = request.extract().await.map_err(|_| StatusCode::BAD_REQUEST)?;
        Ok(boxes.0.into_iter().map(|(name, value)| (name, lines(&value))).collect())
    }

    async fn of_parts(request: Request) -> Result<Self, StatusCode> {
        let bad = |_| StatusCode::BAD_REQUEST;
        let mut parts = Multipart::from_request(request, &()).await.map_err(|_| StatusCode::BAD_REQUEST)?;
        let mut out = Vec::new();
        while let Some(part) = parts.next_field().await.map_err(bad)? {
            let name = part.name().unwrap_or_default().to_owned();
            let file = part.file_name().map(|name| Line::new(name).chars().take(200).collect::<String>());
            let bytes = part.bytes().await.map_err(bad)?;
            match file {
                Some(_) if bytes.is_empty() => {}
                Some(file) => {
                    out.push((FILE.to_owned(), STANDARD.encode(&bytes)));
                    out.push((FILE_NAME.to_owned(), file));
                }
                None => out.push((name, lines(&String::from_utf8_lossy(&bytes)))),
            }
        }
        Ok(Self(out))
    }

    /// What stands in a box; nothing when there is no such box. When it came several times, the first counts.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Everything that came under a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether a box was ticked, or a button of that value pressed.
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|v| v == value)
    }

    /// A box of one line.
    pub fn line(&self, name: &str) -> Line {
        Line::new(self.get(name))
    }

    /// A box of one line that may stay empty.
    pub fn line_if_any(&self, name: &str) -> Option<Line> {
        Some(self.line(name)).filter(|line| !line.is_empty())
    }

    /// Boxes whose names begin so, with the rest of their names.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(key, value)| Some((key.strip_prefix(prefix)?, value.as_str())))
    }

    /// Everything that the person typed or chose and that may wait on a page: without the word of the guard, and
    /// without passwords.
    pub fn typed(&self) -> Vec<(String, String)> {
        const NEVER: [&str; 5] = ["guard", "password", "again", "old", "new"];
        self.0.iter().filter(|(key, _)| !NEVER.contains(&key.as_str())).cloned().collect()
    }

    /// The file that was chosen, now or on the page before.
    pub fn file(&self) -> Option<Vec<u8>> {
        STANDARD.decode(self.get(FILE)).ok().filter(|bytes| !bytes.is_empty())
    }

    /// The file as the page keeps it: its name and its bytes in base64.
    pub fn file_kept(&self) -> Option<(&str, &str)> {
        self.all(FILE).next().map(|bytes| (self.get(FILE_NAME), bytes))
    }
}

/// Browsers send line ends as CR LF; here they are LF, as they were typed.
fn lines(value: &str) -> String {
    if value.contains('\r') { value.replace("\r\n", "\n").replace('\r', "\n") } else { value.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(kind: &str) -> Parts {
        let request = http::Request::post("/").header(header::CONTENT_TYPE, kind).body(()).expect("a request");
        let (mut parts, ()) = request.into_parts();
        parts.extensions.clear();
        parts
    }

    #[tokio::test]
    async fn a_plain_form_is_read_with_its_line_ends() {
        let body = Body::from("copy=one%0D%0Atwo&edition=en%3A1&edition=ur%3A2&notice%3Aur=x");
        let form = Form::read(&parts("application/x-www-form-urlencoded"), body, 1000).await.expect("a form");
        assert_eq!(form.get("copy"), "one\ntwo");
        assert_eq!(form.all("edition").collect::<Vec<_>>(), ["en:1", "ur:2"]);
        assert_eq!(form.under("notice:").collect::<Vec<_>>(), [("ur", "x")]);
        assert!(form.file().is_none());
    }

    #[tokio::test]
    async fn a_file_is_kept_byte_by_byte() {
        let body = b"--x\r\nContent-Disposition: form-data; name=\"copy\"\r\n\r\nhere\r\n--x\r\nContent-Disposition: \
                     form-data; name=\"upload\"; filename=\"a.txt\"\r\n\r\n\xc7\xe1\r\n\xff\r\n--x--\r\n";
        let form = Form::read(&parts("multipart/form-data; boundary=x"), Body::from(&body[..]), 1000).await;
        let form = form.expect("a form");
        assert_eq!(form.get("copy"), "here");
        assert_eq!(form.file(), Some(b"\xc7\xe1\r\n\xff".to_vec()));
        assert_eq!(form.file_kept().map(|(name, _)| name), Some("a.txt"));
    }

    #[tokio::test]
    async fn what_is_too_large_is_said_to_be() {
        let read = Form::read(&parts("application/x-www-form-urlencoded"), Body::from("a=123456789"), 5).await;
        assert_eq!(read, Err(StatusCode::PAYLOAD_TOO_LARGE));
    }
}
