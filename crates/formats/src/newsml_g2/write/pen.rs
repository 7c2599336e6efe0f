//! The writer with what it has to remember: the vocabularies to be declared, and what was left out.

use crate::codes;
use crate::newsml_g2::names::is_ncname;
use crate::reading::Written;
use crate::xml::Writer;
use std::collections::BTreeSet;
use story::QCode;

/// Writes one item.
pub(super) struct Pen {
    pub xml: Writer,
    /// The aliases that no catalog of IPTC knows.
    pub aliases: BTreeSet<String>,
    pub left_out: Written,
}

/// How a thing is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// By code or address.
    Coded,
    /// Not at all: it is neither.
    NotAtAll,
}

impl Pen {
    /// A pen that has written nothing.
    pub(super) fn new() -> Self {
        Self { xml: Writer::piece(), aliases: BTreeSet::new(), left_out: Written::default() }
    }

    /// Notes what NewsML-G2 has no place for.
    pub(super) fn leave_out(&mut self, member: &str) {
        self.left_out.leave_out(member);
    }

    /// A code as an attribute: `short` when it is a code of a vocabulary, `address` when it is an address.
    pub(super) fn code(&mut self, short: &str, address: &str, code: &str) -> Told {
        if code.is_empty() {
            return Told::NotAtAll;
        }
        let is_short = |qcode: &QCode| {
            !qcode.is_address() && is_ncname(qcode.alias()) && !qcode.code().is_empty() && !is_urn(qcode)
        };
        if let Some(qcode) = code.parse::<QCode>().ok().filter(is_short) {
            if codes::uri(code).is_none() {
                self.aliases.insert(qcode.alias().to_owned());
            }
            self.xml.attribute(short, code);
            return Told::Coded;
        }
        if is_iri(code) {
            self.xml.attribute(address, code);
            return Told::Coded;
        }
        Told::NotAtAll
    }

    /// The same, noting what could not be told.
    pub(super) fn code_or_leave_out(&mut self, short: &str, address: &str, code: &str, member: &str) {
        if !code.is_empty() && self.code(short, address, code) == Told::NotAtAll {
            self.leave_out(member);
        }
    }

    /// A list of codes, as roles are.
    pub(super) fn codes_or_leave_out(&mut self, short: &str, address: &str, list: &str, member: &str) {
        if !list.contains(' ') {
            return self.code_or_leave_out(short, address, list, member);
        }
        let parsed: Option<Vec<QCode>> = list.split(' ').map(|word| word.parse().ok()).collect();
        match parsed.filter(|all| all.iter().all(|code| is_ncname(code.alias()) && !code.is_address())) {
            Some(all) => {
                let unknown = all.iter().filter(|code| codes::uri(code.as_str()).is_none());
                self.aliases.extend(unknown.map(|code| code.alias().to_owned()));
                self.xml.attribute(short, list);
            }
            None => self.leave_out(member),
        }
    }
}

/// A name of the form `urn:...`, `tag:...`: the scheme of an address and no alias.
fn is_urn(code: &QCode) -> bool {
    matches!(code.alias().to_ascii_lowercase().as_str(), "urn" | "tag" | "mailto" | "file" | "ftp" | "data" | "doi")
}

/// Whether it is an address that every validator takes for one.
pub(super) fn is_iri(word: &str) -> bool {
    let Some((scheme, rest)) = word.split_once(':') else { return false };
    let known = !rest.is_empty() && is_ncname(scheme) && scheme.len() > 1;
    known && url_like(word)
}

/// Whether it can stand where an address stands, absolute or not: the characters of RFC 3986, percent signs only
/// before two digits, at most one `#`.
pub(super) fn url_like(word: &str) -> bool {
    let sign = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&b);
    let bytes = word.as_bytes();
    let escaped = |at: usize| bytes.get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
    let percents = bytes.iter().enumerate().all(|(at, b)| *b != b'%' || escaped(at));
    let port_or_none = url::host_is_plain(word);
    bytes.iter().all(|b| sign(*b)) && percents && word.matches('#').count() < 2 && port_or_none
}

/// The host of an address.
mod url {
    /// Whether what stands where a host and a port stand is no riddle: the port is a number, or there is none.
    pub(super) fn host_is_plain(word: &str) -> bool {
        // Before the first colon stands a scheme, unless a path has begun.
        let head = word.split(['/', '?', '#']).next().unwrap_or_default();
        if head.split_once(':').is_some_and(|(scheme, _)| !is_scheme(scheme)) {
            return false;
        }
        let Some((_, behind)) = word.split_once("//") else { return true };
        let host = behind.split(['/', '?', '#']).next().unwrap_or_default();
        let host = host.rsplit('@').next().unwrap_or_default();
        match host.split_once(':') {
            Some((_, port)) => port.bytes().all(|b| b.is_ascii_digit()) && port.len() < 6,
            None => true,
        }
    }

    fn is_scheme(word: &str) -> bool {
        word.bytes().next().is_some_and(|b| b.is_ascii_alphabetic())
            && word.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    }
}
