//! The press: cards and texts go in, sheets come out. A sheet is made of these, the masthead and the program alone:
//! it holds no "now" and does not know what was made before it, so that the same story always gives the same bytes.

use super::{address, assets::Assets, card::Card, encoding::Coding, masthead::Masthead};
use lang::{Area, Profile, Word};
use std::sync::Arc;
use story::{Hash, Tag};

/// Makes the pages of one agency.
#[derive(Debug)]
pub struct Press {
    masthead: Masthead,
    assets: Assets,
    made_with: String,
}

/// A page as it comes from the press, not yet compressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name: its path, without a story's tail.
    pub path: String,
    /// The tail of its address; none when it has no such thing, or any will do.
    pub tail: Option<String>,
    /// The status that it is sent with.
    pub status: u16,
    /// Its language.
    pub lang: Tag,
    /// HTML.
    pub html: String,
}

impl Press {
    /// A press for an agency.
    pub fn of(masthead: Masthead) -> Self {
        let (assets, made_with) = (Assets::of(&masthead), made_with(&masthead));
        Self { masthead, assets, made_with }
    }

    /// What stands over every page.
    pub fn masthead(&self) -> &Masthead {
        &self.masthead
    }

    /// What pages need beside their words.
    pub fn assets(&self) -> &Assets {
        &self.assets
    }

    /// The fingerprint of everything but the stories that goes into a page.
    pub fn made_with(&self) -> &str {
        &self.made_with
    }

    /// The language of a page, when the site has it.
    pub fn profile(&self, lang: &Tag) -> Option<&Arc<Profile>> {
        self.masthead.languages.get(lang)
    }

    /// The whole path of a public edition.
    pub fn path(&self, card: &Card) -> Option<String> {
        let open = card.open()?;
        Some(address::with_tail(&address::story(&card.lang, card.story), &open.tail))
    }
}

impl Sheet {
    /// The entity tag of the page, without its quotation marks and without the letter of a compression.
    pub fn etag(&self) -> String {
        etag(&self.html)
    }

    /// The page in the form in which it is kept.
    pub fn pressed(self, made_with: &str) -> store::Page {
        store::Page {
            etag: self.etag(),
            br: Coding::Brotli.page(self.html.as_bytes()),
            path: self.path,
            tail: self.tail,
            status: self.status,
            lang: self.lang.to_string(),
            made_with: made_with.to_owned(),
            gzip: None,
            zstd: None,
            moved_to: None,
        }
    }
}

/// The entity tag of a page.
pub fn etag(html: &str) -> String {
    Hash::of(html.as_bytes()).to_string()[..24].to_owned()
}

/// The program (see `build.rs`), the masthead and the languages. External folders of languages count by what they
/// say.
fn made_with(masthead: &Masthead) -> String {
    let mut all = format!("{}\n{}\n", env!("DATELINE_SITE_SOURCES"), masthead.fingerprint());
    for profile in masthead.languages.iter() {
        let face = profile.face();
        let font = face.web_font.as_ref().map(|font| Hash::of(&font.bytes));
        all.push_str(&format!("{} {:?} {:?} {:?}", profile.tag(), profile.language(), face.scale, font));
        all.push_str(&format!("{:?} {:?} {:?} {}", face.headline, face.body, face.interface, face.measure));
        for &word in Word::ALL.iter().filter(|word| word.area() == Area::Site) {
            all.push_str(profile.say(word));
            if word.is_counted() {
                (0..=100).for_each(|n| all.push_str(&profile.say_count(word, n, &[])));
            }
        }
    }
    Hash::of(all.as_bytes()).to_string()[..24].to_owned()
}
