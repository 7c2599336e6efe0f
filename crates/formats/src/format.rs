//! The formats by name.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A format, read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// ninjs 3 (IPTC).
    Ninjs,
    /// ninjs 2.
    #[serde(rename = "ninjs-2")]
    Ninjs2,
    /// ninjs 1.
    #[serde(rename = "ninjs-1")]
    Ninjs1,
    /// NewsML-G2 (IPTC).
    NewsmlG2,
    /// NewsML 1 (IPTC).
    #[serde(rename = "newsml-1")]
    Newsml1,
    /// NITF (IPTC).
    Nitf,
    /// IPTC 7901.
    Iptc7901,
    /// ANPA 1312.
    Anpa,
    /// RSS of any version.
    Rss,
    /// Atom (RFC 4287) and its draft 0.3.
    Atom,
    /// JSON Feed.
    Jsonfeed,
    /// A page.
    Html,
    /// An e-mail (RFC 5322).
    Email,
    /// Plain text.
    Text,
    /// An item as this program writes it whole.
    Json,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 15] = [
        Format::Ninjs,
        Format::Ninjs2,
        Format::Ninjs1,
        Format::NewsmlG2,
        Format::Newsml1,
        Format::Nitf,
        Format::Iptc7901,
        Format::Anpa,
        Format::Rss,
        Format::Atom,
        Format::Jsonfeed,
        Format::Html,
        Format::Email,
        Format::Text,
        Format::Json,
    ];

    /// The name by which it is asked for.
    pub const fn as_str(self) -> &'static str {
        match self {
            Format::Ninjs => "ninjs",
            Format::Ninjs2 => "ninjs-2",
            Format::Ninjs1 => "ninjs-1",
            Format::NewsmlG2 => "newsml-g2",
            Format::Newsml1 => "newsml-1",
            Format::Nitf => "nitf",
            Format::Iptc7901 => "iptc7901",
            Format::Anpa => "anpa",
            Format::Rss => "rss",
            Format::Atom => "atom",
            Format::Jsonfeed => "jsonfeed",
            Format::Html => "html",
            Format::Email => "email",
            Format::Text => "text",
            Format::Json => "json",
        }
    }

    /// Whether it is written; all are read.
    pub const fn is_written(self) -> bool {
        !matches!(self, Format::Newsml1 | Format::Anpa | Format::Email)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that names no format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{word:?} is not a format; those that are: {}", Format::ALL.map(Format::as_str).join(", "))]
pub struct NotAFormat {
    /// The word.
    pub word: String,
}

impl FromStr for Format {
    type Err = NotAFormat;
    fn from_str(word: &str) -> Result<Self, NotAFormat> {
        let known = Format::ALL.into_iter().find(|format| format.as_str() == word);
        known.ok_or_else(|| NotAFormat { word: word.chars().take(40).collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_goes_by_its_name() {
        for format in Format::ALL {
            assert_eq!(format.as_str().parse(), Ok(format));
            assert_eq!(serde_json::to_value(format).expect("JSON"), format.as_str());
        }
        assert!("docx".parse::<Format>().is_err());
    }
}
