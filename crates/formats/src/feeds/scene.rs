//! Where an entry stands: what everything around it says of it.

use super::base;
use super::names::{Space, space};
use crate::xml::{Document, Element};
use story::Tag;
use url::Url;

/// A feed while its entries are read.
#[derive(Debug)]
pub(super) struct Scene<'d, 'i> {
    /// The root element.
    pub root: Element<'d, 'i>,
    /// Atom, where text names its type; else one of the others, where it does not.
    pub atom: bool,
    /// Where the feed came from.
    pub base: Option<Url>,
    /// The family under which what has no home is kept.
    pub form: &'static str,
}

impl<'d, 'i> Scene<'d, 'i> {
    /// The scene of a document; none for one without a root.
    pub(super) fn of(document: &'d Document<'i>, from: &str) -> Option<Self> {
        let root = document.root()?;
        let atom = matches!(&*root.name().to_ascii_lowercase(), "feed" | "entry");
        let form = if atom { "atom" } else { "rss" };
        Some(Self { root, atom, base: base::given(from), form })
    }

    /// The namespace of the root element, which is that of the format whatever it is called.
    pub(super) fn root_space(&self) -> &'d str {
        let address = self.root.space();
        if space(address, "") == Space::Rdf { "" } else { address }
    }

    /// An address of an element, made whole.
    pub(super) fn resolve(&self, element: &Element<'_, '_>, address: &str) -> Option<String> {
        base::resolve(address, || base::base(element, self.base.as_ref()))
    }
}

/// A language as feeds write it: `en_US`, `en-us`, `EN`. None when it is no tag.
pub(super) fn language(words: &str) -> Option<Tag> {
    let words = words.trim();
    if words.is_empty() {
        return None;
    }
    words.replace('_', "-").parse().ok()
}
