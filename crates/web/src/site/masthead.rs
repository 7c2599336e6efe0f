//! What stands over every page: the agency, its languages, and the address under which the world knows its site.

use jiff::tz::TimeZone;
use lang::{Languages, Profile};
use std::collections::BTreeMap;
use std::sync::Arc;
use story::Tag;

/// What is particular to the site of one agency. It comes from `agency.toml`.
#[derive(Debug, Clone)]
pub struct Masthead {
    /// The agency's name.
    pub name: String,
    /// Its name in languages that have one of their own for it.
    pub names: BTreeMap<Tag, String>,
    /// Its initials; the site's icon shows them.
    pub initials: String,
    /// What it says of itself, by language.
    pub taglines: BTreeMap<Tag, String>,
    /// Its languages, in their order. The first one answers where nobody said another.
    pub languages: Languages,
    /// Names and contents of `<meta>` elements by which services know the owner of a site.
    pub verification: Vec<(String, String)>,
    /// The zone in which times are printed.
    pub zone: TimeZone,
    site_url: String,
}

/// Why an address cannot be that of a site.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("site_url is {0:?}; it has to be the root of a site, such as https://news.example")]
pub struct NotASite(pub String);

impl Masthead {
    /// A masthead without taglines and verification, times in UTC.
    ///
    /// # Errors
    /// [`NotASite`] when the address is not `http` or `https`, or has anything behind the host and port.
    pub fn new(name: &str, initials: &str, site_url: &str, languages: Languages) -> Result<Self, NotASite> {
        Ok(Self {
            name: name.to_owned(),
            names: BTreeMap::new(),
            initials: initials.to_owned(),
            taglines: BTreeMap::new(),
            languages,
            verification: Vec::new(),
            zone: TimeZone::UTC,
            site_url: root(site_url).ok_or_else(|| NotASite(site_url.chars().take(200).collect()))?,
        })
    }

    /// The root of all absolute addresses, without a stroke at its end.
    pub fn site_url(&self) -> &str {
        &self.site_url
    }

    /// The whole address of a path of the site.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.site_url)
    }

    /// The agency's name in a language.
    pub fn name_in(&self, lang: &Tag) -> &str {
        self.names.get(lang).unwrap_or(&self.name)
    }

    /// The language that answers where nobody said another.
    pub fn first(&self) -> Arc<Profile> {
        let first = self.languages.iter().next().cloned();
        first.unwrap_or_else(|| self.languages.profile(&Tag::unknown()))
    }

    /// Everything here that pages show, as one text: when it is another, all pages are made again.
    pub(crate) fn fingerprint(&self) -> String {
        let zone = self.zone.iana_name().unwrap_or("fixed");
        format!(
            "{:?}",
            (&self.name, &self.names, &self.initials, &self.taglines, &self.verification, zone, &self.site_url)
        )
    }
}

fn root(address: &str) -> Option<String> {
    let uri: http::Uri = address.trim().parse().ok()?;
    let scheme = uri.scheme_str().filter(|s| matches!(*s, "http" | "https"))?;
    let authority = uri.authority().filter(|a| !a.as_str().contains('@'))?;
    (uri.path() == "/" && uri.query().is_none()).then(|| format!("{scheme}://{authority}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_the_root_of_a_host() {
        assert_eq!(root("https://news.example/").as_deref(), Some("https://news.example"));
        assert_eq!(root("http://127.0.0.1:8700").as_deref(), Some("http://127.0.0.1:8700"));
        for bad in ["", "news.example", "ftp://a.example", "https://a.example/b", "https://u@a.example", "/x", "https:"]
        {
            assert_eq!(root(bad), None, "{bad}");
        }
    }
}
