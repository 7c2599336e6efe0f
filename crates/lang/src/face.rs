//! `face.toml`: type.

use serde::Deserialize;
use std::borrow::Cow;

/// How a language is set.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Face {
    /// The longest line of a body, in em.
    pub measure: f32,
    /// Headlines and subheads.
    pub headline: Cut,
    /// Running text.
    pub body: Cut,
    /// Labels, menus, times, the desk.
    pub interface: Cut,
    /// Sizes.
    pub scale: Scale,
    /// A font that the site brings along.
    #[serde(default)]
    pub web_font: Option<WebFont>,
}

/// How one kind of text is set.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cut {
    /// The value of `font-family`.
    pub stack: String,
    /// The value of `line-height`, a multiple of the size.
    pub line_height: f32,
    /// The value of `font-weight`.
    pub weight: u16,
}

/// Sizes in rem.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Times, labels, credits.
    pub small: f32,
    /// Running text.
    pub body: f32,
    /// The deck of a story.
    pub deck: f32,
    /// A subhead within a body.
    pub subhead: f32,
    /// A headline on a front page.
    pub card: f32,
    /// The headline of a story.
    pub headline: f32,
}

/// A font that the site brings along.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebFont {
    /// The name of its family, as the stacks have it.
    pub family: String,
    /// The name of its file, within the language's folder.
    pub file: String,
    /// The value of `font-weight`; two numbers for a variable font.
    pub weight: String,
    /// The value of `unicode-range`: pages without these characters never load it.
    pub unicode_range: String,
    /// The file (WOFF2).
    #[serde(skip)]
    pub bytes: Cow<'static, [u8]>,
}

impl WebFont {
    /// The `@font-face` rule for a font at this address. Text shows first in a fallback.
    pub fn rule(&self, address: &str) -> String {
        format!(
            "@font-face{{font-family:\"{}\";src:url(\"{address}\") format(\"woff2\");font-weight:{};font-display:swap;unicode-range:{}}}",
            self.family, self.weight, self.unicode_range
        )
    }
}

/// The members that the file must have.
pub(crate) const REQUIRED: &[&str] = &[
    "measure",
    "headline.stack",
    "headline.line_height",
    "headline.weight",
    "body.stack",
    "body.line_height",
    "body.weight",
    "interface.stack",
    "interface.line_height",
    "interface.weight",
    "scale.small",
    "scale.body",
    "scale.deck",
    "scale.subhead",
    "scale.card",
    "scale.headline",
];
