//! What pages need beside their words: a style sheet for each language, its font, the icon. Each is made once, when
//! the program starts, and has its own hash in its name, so that it can be kept for ever. It is compressed when it is
//! first asked for: the best compression takes longer than all the rest of a start.

use super::{encoding::Coding, masthead::Masthead};
use bytes::Bytes;
use lang::{Profile, face::Cut};
use std::{collections::HashMap, fmt::Write as _, sync::OnceLock};
use story::{Hash, Tag};

const BASE: &str = include_str!("../../templates/site/base.css");

/// A file, as it is sent.
#[derive(Debug)]
pub struct Asset {
    /// The hash in its name.
    pub hash: String,
    /// Its `Content-Type`.
    pub kind: &'static str,
    /// Its bytes as they are.
    plain: Bytes,
    /// It has a form of its own that no compression makes smaller.
    is_dense: bool,
    /// Its bytes in the compressions that were asked for, in the order of [`Coding::ALL`].
    pressed: [OnceLock<Bytes>; 4],
}

impl Asset {
    /// The compression in which it is sent to somebody who likes this one best.
    pub fn coding(&self, liked: Coding) -> Coding {
        if self.is_dense { Coding::Identity } else { liked }
    }

    /// Its bytes in a compression, if they were made.
    pub fn made(&self, coding: Coding) -> Option<&Bytes> {
        match coding {
            Coding::Identity => Some(&self.plain),
            _ => self.pressed[coding as usize].get(),
        }
    }

    /// Its bytes in a compression. The first time this takes some hundredths of a second.
    pub fn bytes(&self, coding: Coding) -> &Bytes {
        match coding {
            Coding::Identity => &self.plain,
            _ => self.pressed[coding as usize].get_or_init(|| coding.asset(&self.plain).into()),
        }
    }
}

/// All files of a site.
#[derive(Debug, Default)]
pub struct Assets {
    /// By what stands before the hash, and the ending: `ur.css`.
    files: HashMap<String, Asset>,
}

impl Assets {
    /// The files of an agency's site.
    pub fn of(masthead: &Masthead) -> Self {
        let mut assets = Self::default();
        for profile in masthead.languages.iter() {
            let tag = profile.tag();
            let mut rules = String::new();
            if let Some(font) = &profile.face().web_font {
                let address = assets.add(&format!("{tag}-face"), "woff2", "font/woff2", font.bytes.to_vec());
                rules = font.rule(&address);
            }
            rules.push_str(&variables(profile));
            rules.extend(BASE.lines());
            rules.extend(masthead.languages.iter().map(|other| strangers(profile, other)));
            assets.add(tag.as_str(), "css", "text/css; charset=utf-8", rules.into_bytes());
        }
        assets.add("icon", "svg", "image/svg+xml", icon(&masthead.initials).into_bytes());
        assets
    }

    fn add(&mut self, name: &str, ending: &str, kind: &'static str, bytes: Vec<u8>) -> String {
        let hash = Hash::of(&bytes).to_string()[..12].to_owned();
        // A font is compressed by its own form.
        let is_dense = ending == "woff2";
        let asset = Asset { hash, kind, plain: bytes.into(), is_dense, pressed: Default::default() };
        let address = format!("/assets/{name}-{}.{ending}", asset.hash);
        self.files.insert(format!("{name}.{ending}"), asset);
        address
    }

    /// The address of a language's style sheet.
    pub fn style(&self, lang: &Tag) -> String {
        self.address(lang.as_str(), "css")
    }

    /// The address of the icon.
    pub fn icon(&self) -> String {
        self.address("icon", "svg")
    }

    fn address(&self, name: &str, ending: &str) -> String {
        let hash = self.files.get(&format!("{name}.{ending}")).map_or("", |asset| &asset.hash);
        format!("/assets/{name}-{hash}.{ending}")
    }

    /// The file of a name as pages have it, and whether its hash is today's. A page that was made by an earlier
    /// program gets the file that has taken the place of its own.
    pub fn get(&self, name: &str) -> Option<(&Asset, bool)> {
        let (stem, ending) = name.rsplit_once('.')?;
        let (stem, hash) = stem.rsplit_once('-')?;
        let asset = self.files.get(&format!("{stem}.{ending}"))?;
        Some((asset, asset.hash == hash))
    }
}

/// What the style sheet takes from the face of a language.
fn variables(profile: &Profile) -> String {
    let face = profile.face();
    let mut out = String::from(":root{");
    let mut set = |name: &str, value: &dyn std::fmt::Display| {
        let _ = write!(out, "--{name}:{value};");
    };
    let mut cut = |name: &str, stack: &str, cut: &Cut| {
        set(stack, &cut.stack);
        set(&format!("{name}-line"), &cut.line_height);
        set(&format!("{name}-weight"), &cut.weight);
    };
    cut("head", "head-face", &face.headline);
    cut("body", "body-face", &face.body);
    cut("face", "face", &face.interface);
    let sizes = &face.scale;
    for (name, size) in [
        ("small", sizes.small),
        ("body", sizes.body),
        ("deck", sizes.deck),
        ("subhead", sizes.subhead),
        ("card", sizes.card),
        ("headline", sizes.headline),
    ] {
        set(name, &format_args!("{size}rem"));
    }
    // The measure is counted in letters of the body.
    set("measure", &format_args!("{}rem", face.measure * sizes.body));
    out.push('}');
    out
}

/// How words of another language of the site are set: in its own faces, as far as the reader has them.
fn strangers(profile: &Profile, other: &Profile) -> String {
    let (mine, theirs, tag) = (profile.face(), other.face(), other.tag());
    let mut out = String::new();
    for (place, mine, theirs) in
        [(":is(h1,.deck,.copy)", &mine.body, &theirs.body), ("nav", &mine.interface, &theirs.interface)]
    {
        if mine.stack != theirs.stack {
            let _ = write!(out, "{place} [lang={tag}]{{font-family:{}}}", theirs.stack);
        }
    }
    out
}

/// The agency's initials on a plain ground.
fn icon(initials: &str) -> String {
    let letters: String = initials.chars().filter(|c| c.is_alphanumeric()).take(4).collect();
    let size = match letters.chars().count() {
        0..=1 => 44,
        2 => 34,
        3 => 26,
        _ => 21,
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" rx=\"8\" \
         fill=\"#8c1a11\"/><text x=\"32\" y=\"33\" fill=\"#fff\" font-family=\"serif\" font-weight=\"700\" \
         font-size=\"{size}\" text-anchor=\"middle\" dominant-baseline=\"central\">{letters}</text></svg>"
    )
}
