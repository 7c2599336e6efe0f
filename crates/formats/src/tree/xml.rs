//! XHTML in an XML document -> the tree.

use super::Opening;
use crate::xml::{Element, XML};
#[cfg(test)]
use crate::{tree::Builder, xml::Node};

impl Opening for Element<'_, '_> {
    /// XHTML is written in lower case; nothing else is taken for it.
    fn name(&self) -> &str {
        Element::name(self)
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        let in_xml = || if name == "lang" { self.attribute_in(XML, name) } else { None };
        in_xml().or_else(|| Element::attribute(self, name))
    }

    /// Its end is always told.
    fn is_empty(&self) -> bool {
        false
    }
}

#[cfg(test)]
impl Builder {
    /// An element of XHTML with all that is in it (at most [`crate::xml::DEEPEST`] deep).
    pub(crate) fn element(&mut self, element: Element<'_, '_>) {
        self.start(&element);
        self.content(element);
        self.end(element.name());
    }

    /// What is in an element, without the element.
    pub(crate) fn content(&mut self, element: Element<'_, '_>) {
        for node in element.nodes() {
            match node {
                Node::Words(words) => self.words(words),
                Node::Element(child) => self.element(child),
            }
        }
    }
}
