//! Codes of vocabularies and the addresses that they stand for: `medtop:04000000` and
//! `http://cv.iptc.org/newscodes/mediatopic/04000000` (QCodes and catalogs, IPTC NewsML-G2).
//!
//! An address is that of the vocabulary with the code put behind it. Which vocabulary an alias means is said by a
//! catalog: IPTC's is known here (`data/schemes.tsv`), a document may declare more ([`Schemes`]).

mod escape;
mod schemes;
#[cfg(test)]
mod tests;

pub use schemes::{MOST_SCHEMES, Schemes};
use std::{borrow::Cow, collections::HashMap, sync::LazyLock};
use story::QCode;

/// A vocabulary of IPTC's catalog.
#[derive(Debug)]
struct Scheme {
    alias: &'static str,
    uri: &'static str,
    /// The address as it is compared.
    key: Cow<'static, str>,
}

static ALL: LazyLock<Vec<Scheme>> = LazyLock::new(|| {
    let lines = include_str!("../data/schemes.tsv").lines().filter(|line| !line.starts_with('#'));
    let cells = lines.filter_map(|line| line.split_once('\t'));
    cells.map(|(alias, uri)| Scheme { alias, uri, key: comparable(uri) }).collect()
});

static BY_ALIAS: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| ALL.iter().map(|scheme| (scheme.alias, scheme.uri)).collect());

static BY_URI: LazyLock<HashMap<&'static str, &'static Scheme>> =
    LazyLock::new(|| ALL.iter().map(|scheme| (scheme.uri, scheme)).collect());

/// By the address as it is compared; the first of several.
static BY_KEY: LazyLock<HashMap<&'static str, &'static Scheme>> =
    LazyLock::new(|| ALL.iter().rev().map(|scheme| (&*scheme.key, scheme)).collect());

/// Those whose address ends in no mark.
static OPEN: LazyLock<Vec<&'static Scheme>> =
    LazyLock::new(|| ALL.iter().filter(|scheme| !scheme.uri.ends_with(['/', '#'])).collect());

/// The address of a code: of `medtop:04000000`, `http://cv.iptc.org/newscodes/mediatopic/04000000`. What cannot stand
/// in an address is percent-encoded. An address stands for itself. None for an alias that is not in IPTC's catalog,
/// and for what is no code.
pub fn uri(code: &str) -> Option<String> {
    let code: QCode = code.parse().ok()?;
    if code.is_address() {
        return Some(code.into());
    }
    Some(escape::behind(BY_ALIAS.get(code.alias())?, code.code()))
}

/// The code of an address: [`uri`] the other way. `https` for `http`, another case of the host, `cvx.iptc.org` for
/// `cv.iptc.org`, a slash, a query or a remark behind it make no difference. None for an address of a vocabulary that
/// is not in IPTC's catalog.
pub fn code(uri: &str) -> Option<String> {
    let uri = clean(uri);
    if uri.len() > escape::LONGEST {
        return None;
    }
    let near = || {
        let key = comparable(uri);
        let (scheme, tail) = behind(&key, |start| BY_KEY.get(start).copied(), |scheme| &scheme.key)?;
        escape::code(scheme.alias, tail)
    };
    match behind(uri, |start| BY_URI.get(start).copied(), |scheme| scheme.uri) {
        Some((scheme, tail)) => escape::code(scheme.alias, tail),
        None => near(),
    }
}

/// The vocabulary whose address opens this one, and what stands behind it. Of addresses that go on from one another
/// the longer is meant.
fn behind(
    uri: &str,
    at: impl Fn(&str) -> Option<&'static Scheme>,
    start: impl Fn(&'static Scheme) -> &'static str,
) -> Option<(&'static Scheme, &str)> {
    let ends = uri.char_indices().rev().filter(|(_, c)| matches!(c, '/' | '#')).map(|(at, _)| at + 1);
    let ended = ends.filter_map(|end| uri.split_at_checked(end)).find_map(|(start, tail)| Some((at(start)?, tail)));
    // A few have no mark at their end.
    let open = || OPEN.iter().find_map(|scheme| Some((*scheme, uri.strip_prefix(start(scheme))?)));
    ended.or_else(open)
}

/// The usual alias of a vocabulary by its address: `medtop`. As tolerant as [`code`].
pub fn alias(scheme: &str) -> Option<&'static str> {
    let ended = |text: &str| text.trim_end_matches('/').to_owned();
    let scheme = scheme.split_whitespace().next()?;
    let exact = ALL.iter().find(|known| known.uri == scheme);
    let key = ended(&comparable(scheme));
    exact.or_else(|| ALL.iter().find(|known| ended(&known.key) == key)).map(|known| known.alias)
}

/// An address without what some put around it.
fn clean(uri: &str) -> &str {
    uri.split_whitespace().next().unwrap_or_default()
}

/// An address as it is compared: without its protocol, its host in small letters, IPTC's two hosts as one.
fn comparable(uri: &str) -> Cow<'_, str> {
    const HOST: &str = "cv.iptc.org";
    const OTHER: &str = "cvx.iptc.org";
    let Some((protocol, rest)) = uri.split_once("://") else { return Cow::Borrowed(uri) };
    if !["http", "https"].iter().any(|known| protocol.eq_ignore_ascii_case(known)) {
        return Cow::Borrowed(uri);
    }
    let (host, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    let lower = host.to_ascii_lowercase();
    let host = if lower == OTHER { HOST } else { &lower };
    Cow::Owned(format!("{host}{path}"))
}
