//! `agency.toml`: what is particular to one agency. Secrets are never in it.

use crate::fault::{Fault, Result};
use jiff::tz::TimeZone;
use serde::Deserialize;
use std::{collections::BTreeMap, ops::Range, path::Path};
use story::{Tag, text::Line};
use toml::Spanned;
use url::Url;

/// The file's name within the folder.
pub const FILE: &str = "agency.toml";
/// Where the site is when nobody says it.
pub const SITE_URL: &str = "http://127.0.0.1:8700/";
/// The form that an empty folder is founded with.
const TEMPLATE: &str = include_str!("agency.toml");

/// An agency, as its file describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// Its name.
    pub name: String,
    /// Its name in languages that have one of their own for it.
    pub names: BTreeMap<Tag, String>,
    /// Its initials, as datelines carry them.
    pub initials: String,
    /// What it says of itself, by language.
    pub tagline: BTreeMap<Tag, Line>,
    /// Its languages in their order; none named: those that the program brings along.
    pub languages: Vec<Tag>,
    /// Where readers find the site: the beginning of every absolute address. Ends with `/`.
    pub site_url: Url,
    /// The desk of a story of which nobody said another.
    pub desk: Line,
    /// Further lines that stand around its copy and are no part of it.
    pub taglines: Vec<String>,
    /// What search engines ask for: name and content of `<meta>`.
    pub verification: Vec<(String, String)>,
    /// The zone in which the site and the desk show times.
    pub time_zone: TimeZone,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: Option<Spanned<String>>,
    initials: Option<Spanned<String>>,
    site_url: Option<Spanned<String>>,
    desk: Option<Spanned<Line>>,
    languages: Option<Spanned<Vec<Spanned<String>>>>,
    #[serde(default)]
    taglines: Vec<String>,
    time_zone: Option<Spanned<String>>,
    #[serde(default)]
    names: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    tagline: BTreeMap<Spanned<String>, Line>,
    #[serde(default)]
    verification: BTreeMap<Spanned<String>, Spanned<String>>,
}

impl Default for Agency {
    /// An agency of which nothing is said.
    fn default() -> Self {
        Self {
            name: "Newsroom".into(),
            names: BTreeMap::new(),
            initials: "NR".into(),
            tagline: BTreeMap::new(),
            languages: Vec::new(),
            site_url: Url::parse(SITE_URL).unwrap_or_else(|_| unreachable!("an address of ours")),
            desk: "main".into(),
            taglines: Vec::new(),
            verification: Vec::new(),
            time_zone: TimeZone::UTC,
        }
    }
}

impl Agency {
    /// Reads `agency.toml` in a folder.
    ///
    /// # Errors
    /// What is wrong with it, with the line.
    pub fn in_folder(folder: &Path) -> Result<Self> {
        let path = folder.join(FILE);
        let text = std::fs::read_to_string(&path).map_err(|e| Fault::file(&path, "read", &e))?;
        Self::read(&text).map_err(|fault| Fault { says: format!("{}{}", path.display(), fault.says), ..fault })
    }

    /// Reads the text of an `agency.toml`. A fault begins with the line, as `, line 3: ...`.
    fn read(text: &str) -> Result<Self> {
        let file: File = toml::from_str(text).map_err(|error| {
            let says = error.message().replace('\n', " ");
            at(text, error.span(), &says)
        })?;
        let usual = Self::default();
        let taglines: Vec<String> = file.taglines.into_iter().filter(|line| !line.trim().is_empty()).collect();
        Ok(Self {
            name: full(text, "name", file.name)?.unwrap_or(usual.name),
            names: file.names.into_iter().map(|(lang, name)| name_in(text, &lang, name)).collect::<Result<_>>()?,
            initials: full(text, "initials", file.initials)?.unwrap_or(usual.initials),
            tagline: file
                .tagline
                .into_iter()
                .map(|(lang, line)| Ok((tag(text, &lang)?, line)))
                .collect::<Result<_>>()?,
            languages: languages(text, file.languages)?,
            site_url: file.site_url.map_or(Ok(usual.site_url), |url| site_url(text, &url))?,
            desk: match file.desk {
                Some(desk) if desk.get_ref().is_empty() => return Err(at(text, Some(desk.span()), "desk is empty")),
                Some(desk) => desk.into_inner(),
                None => usual.desk,
            },
            taglines,
            verification: file
                .verification
                .into_iter()
                .map(|(n, c)| verification(text, n, c))
                .collect::<Result<_>>()?,
            time_zone: file.time_zone.map_or(Ok(usual.time_zone), |zone| time_zone(text, &zone))?,
        })
    }

    /// Every line that stands around the agency's copy and is no part of it.
    pub fn lines_around(&self) -> Vec<String> {
        self.tagline.values().map(ToString::to_string).chain(self.taglines.iter().cloned()).collect()
    }
}

/// The `agency.toml` of an agency that is founded in an empty folder.
pub fn template(site_url: &Url) -> String {
    TEMPLATE.replace(SITE_URL, site_url.as_str())
}

fn at(text: &str, span: Option<Range<usize>>, says: &str) -> Fault {
    let Some(span) = span else { return Fault::usage(format!(": {says}")) };
    let before = text.get(..span.start.min(text.len())).unwrap_or(text);
    let number = before.matches('\n').count() + 1;
    let line = text.lines().nth(number - 1).unwrap_or_default().trim();
    Fault::usage(format!(", line {number}: {says}\n  {line}"))
}

fn full(text: &str, key: &str, value: Option<Spanned<String>>) -> Result<Option<String>> {
    let Some(value) = value else { return Ok(None) };
    let line = Line::new(value.get_ref());
    if line.is_empty() {
        return Err(at(text, Some(value.span()), &format!("{key} is empty")));
    }
    Ok(Some(line.into()))
}

fn tag(text: &str, word: &Spanned<String>) -> Result<Tag> {
    word.get_ref().parse().map_err(|e: story::tag::NotATag| at(text, Some(word.span()), &e.to_string()))
}

fn name_in(text: &str, lang: &Spanned<String>, name: Spanned<String>) -> Result<(Tag, String)> {
    let name = full(text, "the name", Some(name))?.unwrap_or_default();
    Ok((tag(text, lang)?, name))
}

fn time_zone(text: &str, word: &Spanned<String>) -> Result<TimeZone> {
    let says = format!("there is no time zone {:?}: write one as Asia/Karachi or UTC", word.get_ref());
    TimeZone::get(word.get_ref()).map_err(|_| at(text, Some(word.span()), &says))
}

fn languages(text: &str, list: Option<Spanned<Vec<Spanned<String>>>>) -> Result<Vec<Tag>> {
    let Some(list) = list else { return Ok(Vec::new()) };
    if list.get_ref().is_empty() {
        return Err(at(text, Some(list.span()), "languages names none: leave it out for all that the program knows"));
    }
    let mut tags = Vec::new();
    for word in list.get_ref() {
        let tag = tag(text, word)?;
        if tags.contains(&tag) {
            return Err(at(text, Some(word.span()), &format!("languages names {tag} twice")));
        }
        tags.push(tag);
    }
    Ok(tags)
}

fn site_url(text: &str, word: &Spanned<String>) -> Result<Url> {
    let bad = |why: &str| at(text, Some(word.span()), &format!("site_url {why}, such as https://news.example/"));
    let mut url = Url::parse(word.get_ref()).map_err(|_| bad("is no address: it has to be a whole one"))?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
        return Err(bad("has to be an http or https address"));
    }
    if url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() || url.password().is_some() {
        return Err(bad("has to be scheme and host alone"));
    }
    if !matches!(url.path(), "" | "/") {
        return Err(bad("has to be scheme and host, without a path: pages stand at /{language}/"));
    }
    url.set_path("/");
    Ok(url)
}

fn verification(text: &str, name: Spanned<String>, content: Spanned<String>) -> Result<(String, String)> {
    let good = |word: &str| !word.trim().is_empty() && word.len() <= 500 && !word.chars().any(char::is_control);
    if !good(name.get_ref()) || !good(content.get_ref()) {
        let span = name.span().start..content.span().end;
        return Err(at(text, Some(span), "a verification token has a name and a content, neither of them empty"));
    }
    Ok((name.into_inner(), content.into_inner()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> String {
        Agency::read(text).expect_err("something is wrong").to_string()
    }

    #[test]
    fn the_template_reads_as_the_defaults_do() {
        let url = Url::parse("http://127.0.0.1:8711").expect("an address");
        let agency = Agency::read(&template(&url)).expect("it is in order");
        assert_eq!(agency, Agency { site_url: url, ..Agency::default() });
    }

    #[test]
    fn a_full_file_is_read() {
        let text = r#"
            name = "Coast News"
            initials = "CN"
            site_url = "https://coast.example"
            desk = "main"
            languages = ["ur", "EN"]
            taglines = ["Follow us"]
            [tagline]
            en = "News from the coast"
            [verification]
            "google-site-verification" = "abc"
        "#;
        let agency = Agency::read(text).expect("it is in order");
        assert_eq!(agency.languages.iter().map(Tag::as_str).collect::<Vec<_>>(), ["ur", "en"]);
        assert_eq!(agency.site_url.as_str(), "https://coast.example/");
        assert_eq!(agency.lines_around(), ["News from the coast", "Follow us"]);
        assert_eq!(agency.verification, [("google-site-verification".into(), "abc".into())]);
    }

    #[test]
    fn whatever_is_wrong_is_named_with_its_line() {
        insta::assert_snapshot!(wrong("name = \"A\"\nnmae = \"B\"\n"), @r#"
        , line 2: unknown field `nmae`, expected one of `name`, `initials`, `site_url`, `desk`, `languages`, `taglines`, `time_zone`, `names`, `tagline`, `verification`
          nmae = "B"
        "#);
        insta::assert_snapshot!(wrong("languages = [\"en\", \"xx_YY\"]"), @r#"
        , line 1: "xx_YY" is not a language tag (BCP 47), such as en, ur or zh-Hant
          languages = ["en", "xx_YY"]
        "#);
        insta::assert_snapshot!(wrong("languages = [\"en\", \"en\"]"), @r#"
        , line 1: languages names en twice
          languages = ["en", "en"]
        "#);
        insta::assert_snapshot!(wrong("\n\nsite_url = \"coast.example\""), @r#"
        , line 3: site_url is no address: it has to be a whole one, such as https://news.example/
          site_url = "coast.example"
        "#);
        insta::assert_snapshot!(wrong("site_url = \"https://a.example/news\""), @r#"
        , line 1: site_url has to be scheme and host, without a path: pages stand at /{language}/, such as https://news.example/
          site_url = "https://a.example/news"
        "#);
        insta::assert_snapshot!(wrong("name = \" \""), @r#"
        , line 1: name is empty
          name = " "
        "#);
        insta::assert_snapshot!(wrong("time_zone = \"Baku\""), @r#"
        , line 1: there is no time zone "Baku": write one as Asia/Karachi or UTC
          time_zone = "Baku"
        "#);
        assert!(wrong("name = \"A\n").starts_with(", line 1: "));
        assert!(wrong("[verification]\na = \"\"").starts_with(", line 2: "));
    }
}
