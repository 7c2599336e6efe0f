//! The style sheet and the fonts of the desk, each under a name that holds its hash: it is fetched once.

use super::{Desk, page};
use crate::desk::door::Visitor;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use lang::{Languages, Profile};
use std::{collections::BTreeMap, fmt::Write as _, io::Write as _};
use story::Hash;

const RULES: &str = include_str!("../../templates/desk/desk.css");

/// The files that the pages of the desk fetch.
pub(super) struct Sheet {
    address: String,
    files: BTreeMap<String, Asset>,
}

struct Asset {
    kind: &'static str,
    bytes: Bytes,
    gzip: Option<Bytes>,
}

fn named(stem: &str, ending: &str, bytes: &[u8]) -> String {
    let hash = Hash::of(bytes).to_string();
    format!("{stem}-{}.{ending}", hash.get(..12).unwrap_or_default())
}

impl Sheet {
    /// The sheet for a house that works in these languages.
    pub fn of(languages: &Languages) -> Self {
        let mut files = BTreeMap::new();
        let mut css = String::new();
        for profile in languages.iter() {
            let Some(font) = &profile.face().web_font else { continue };
            let bytes = Bytes::from(font.bytes.to_vec());
            let name = named(profile.tag().as_str(), "woff2", &bytes);
            css.push_str(&font.rule(&format!("/desk/assets/{name}")));
            css.push('\n');
            files.insert(name, Asset { kind: "font/woff2", bytes, gzip: None });
        }
        css.push_str(RULES);
        languages.iter().for_each(|profile| faces(&mut css, profile));
        let name = named("desk", "css", css.as_bytes());
        let address = format!("/desk/assets/{name}");
        let gzip = gzip(css.as_bytes());
        files.insert(name, Asset { kind: "text/css; charset=utf-8", bytes: css.into(), gzip });
        Self { address, files }
    }

    /// Where the sheet is.
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// How a language is set: labels, running text, headlines.
fn faces(css: &mut String, profile: &Profile) {
    let (tag, face) = (profile.tag(), profile.face());
    for (class, cut) in [("", &face.interface), (".text", &face.body), (".head", &face.headline)] {
        let _ = writeln!(css, "{class}[lang=\"{tag}\"]{{font-family:{};line-height:{}}}", cut.stack, cut.line_height);
    }
}

fn gzip(bytes: &[u8]) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().map(Bytes::from)
}

/// One of the files.
pub(super) async fn show(
    State(desk): State<Desk>,
    Path(name): Path<String>,
    headers: HeaderMap,
    visitor: Visitor,
) -> Response {
    let Some(asset) = desk.sheet().files.get(&name) else { return page::not_found(visitor).await };
    let takes_gzip = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.split(',').any(|coding| coding.trim() == "gzip"));
    let kept = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::VARY, "accept-encoding"),
    ];
    match &asset.gzip {
        Some(gzip) if takes_gzip => {
            let coding = [(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"))];
            (StatusCode::OK, kept, coding, gzip.clone()).into_response()
        }
        _ => (StatusCode::OK, kept, asset.bytes.clone()).into_response(),
    }
}
