//! A browser that keeps cookies and fills forms.

use axum::{Router, body::Body, extract::ConnectInfo};
use http::{HeaderMap, Method, Request, StatusCode, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::{collections::BTreeMap, net::SocketAddr};
use tower::ServiceExt;

/// A browser.
#[derive(Clone)]
pub struct Browser {
    app: Router,
    pub cookies: BTreeMap<String, String>,
    /// Headers that it sends beside its own.
    pub headers: HeaderMap,
    pub peer: SocketAddr,
}

/// What came back.
#[derive(Debug)]
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

/// A form, as it stands on a page.
#[derive(Debug, Clone)]
pub struct Form {
    pub action: String,
    pub boxes: Vec<(String, String)>,
}

impl Browser {
    pub fn new(app: Router) -> Self {
        let peer = ([192, 0, 2, 7], 40_000).into();
        Self { app, cookies: BTreeMap::new(), headers: HeaderMap::new(), peer }
    }

    pub fn keep(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.into(), value.into());
    }

    pub async fn send(&mut self, method: Method, way: &str, kind: Option<&str>, body: impl Into<Body>) -> Page {
        let mut request = Request::builder().method(method).uri(way).header(header::HOST, "desk.example");
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        request = request.header(header::COOKIE, cookies.join("; "));
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        let mut request = request.body(body.into()).expect("a request");
        request.headers_mut().extend(self.headers.clone());
        request.extensions_mut().insert(ConnectInfo(self.peer));
        let response = self.app.clone().oneshot(request).await.expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        for line in headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().expect("plain");
            let (name, rest) = line.split_once('=').expect("a cookie");
            let value = rest.split(';').next().unwrap_or_default();
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.keep(name, value);
            }
        }
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body");
        Page { status, headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    pub async fn get(&mut self, way: &str) -> Page {
        self.send(Method::GET, way, None, Body::empty()).await
    }

    /// Sends a form as it stands, with some boxes filled.
    pub async fn fill(&mut self, form: &Form, typed: &[(&str, &str)]) -> Page {
        let kept = form.boxes.iter().filter(|(name, _)| !typed.iter().any(|(n, _)| n == name));
        let all = kept.map(|(n, v)| (&**n, &**v)).chain(typed.iter().copied());
        let code = |word: &str| utf8_percent_encode(word, NON_ALPHANUMERIC).to_string();
        let body: Vec<String> = all.map(|(n, v)| format!("{}={}", code(n), code(v))).collect();
        self.send(Method::POST, &form.action, Some("application/x-www-form-urlencoded"), body.join("&")).await
    }

    /// Fills and sends the form of a page that has this action.
    pub async fn submit(&mut self, page: &Page, action: &str, typed: &[(&str, &str)]) -> Page {
        self.fill(&page.form(action), typed).await
    }

    /// Follows the answer to a form to the page that it leads to.
    pub async fn follow(&mut self, page: &Page) -> Page {
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
        let way = page.leads_to().to_owned();
        self.get(&way).await
    }
}

impl Page {
    /// Where it leads.
    pub fn leads_to(&self) -> &str {
        self.headers.get(header::LOCATION).expect("a way on").to_str().expect("plain")
    }

    pub fn has(&self, words: &str) -> bool {
        self.body.contains(words)
    }

    /// Whether there is a form with this action.
    pub fn offers(&self, action: &str) -> bool {
        self.body.contains(&format!("method=\"post\" action=\"{action}\""))
    }

    /// The form with this action.
    pub fn form(&self, action: &str) -> Form {
        let mark = format!("method=\"post\" action=\"{action}\"");
        let start = self.body.find(&mark).unwrap_or_else(|| panic!("no form {action} in {}", self.body));
        let rest = &self.body[start..];
        let inside = &rest[..rest.find("</form>").expect("an end")];
        let mut boxes: Vec<(String, String)> = Vec::new();
        for tag in inside.split('<').skip(1) {
            let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
            let Some(name) = attribute(tag, "name") else { continue };
            if tag.starts_with("input") {
                let ticked = !tag.contains("type=\"checkbox\"") || tag.contains(" checked");
                if ticked && !tag.contains("type=\"file\"") {
                    boxes.push((name, attribute(tag, "value").unwrap_or_default()));
                }
            } else if tag.starts_with("textarea") {
                boxes.push((name, plain(after.strip_prefix('\n').unwrap_or(after))));
            } else if tag.starts_with("select") {
                boxes.push((name, chosen(inside, tag)));
            }
        }
        Form { action: action.to_owned(), boxes }
    }
}

/// The value of a select that stands in a form: the option that is selected, or the first.
fn chosen(form: &str, select: &str) -> String {
    let start = form.find(select).expect("there") + select.len();
    let inside = form[start..].split("</select>").next().unwrap_or_default();
    let options: Vec<&str> = inside.split("<option").skip(1).collect();
    let option =
        options.iter().find(|o| o.split('>').next().is_some_and(|t| t.contains(" selected"))).or(options.first());
    option.and_then(|o| attribute(o, "value")).unwrap_or_default()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    Some(plain(&tag[start..start + tag[start..].find('"')?]))
}

/// Text without the escapes of HTML.
fn plain(html: &str) -> String {
    [
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(html.to_owned(), |text, (escape, sign)| text.replace(escape, sign))
}
