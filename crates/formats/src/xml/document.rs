//! A document: elements, their attributes and words, in an arena that borrows from the input.

use std::borrow::Cow;

/// Nobody: the mark of a missing neighbour.
pub(super) const NONE: u32 = u32::MAX;

/// A document with one root element.
#[derive(Debug, Default)]
pub(crate) struct Document<'i> {
    pub(super) input: &'i str,
    pub(super) nodes: Vec<Entry<'i>>,
    pub(super) attributes: Vec<Attribute<'i>>,
    /// The addresses of namespaces; the first is that of no namespace.
    pub(super) spaces: Vec<Cow<'i, str>>,
}

/// A node of the arena.
#[derive(Debug)]
pub(super) struct Entry<'i> {
    pub next: u32,
    pub what: What<'i>,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum What<'i> {
    Element(Data<'i>),
    Words(Cow<'i, str>),
}

/// An element in the arena.
#[derive(Debug)]
pub(super) struct Data<'i> {
    pub name: &'i str,
    pub space: u32,
    pub parent: u32,
    pub first: u32,
    pub last: u32,
    pub attributes: (u32, u32),
    /// Where it stands in the input, from its first byte to behind its last.
    pub at: (u32, u32),
}

/// An attribute; its name without its prefix.
#[derive(Debug)]
pub(super) struct Attribute<'i> {
    pub name: &'i str,
    pub space: u32,
    pub value: Cow<'i, str>,
}

/// An element, or words between elements.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Node<'d, 'i> {
    /// An element.
    Element(Element<'d, 'i>),
    /// Words, with their entities resolved.
    Words(&'d str),
}

/// An element of a document. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Element<'d, 'i> {
    document: &'d Document<'i>,
    at: u32,
}

impl std::fmt::Debug for Element<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{}>", self.path())
    }
}

impl<'i> Document<'i> {
    /// The root element. None only for a document that was never parsed.
    pub(crate) fn root(&self) -> Option<Element<'_, 'i>> {
        self.element(0)
    }

    fn element(&self, at: u32) -> Option<Element<'_, 'i>> {
        let entry = self.nodes.get(at as usize)?;
        matches!(entry.what, What::Element(_)).then_some(Element { document: self, at })
    }
}

impl<'d, 'i> Element<'d, 'i> {
    fn data(&self) -> Option<&'d Data<'i>> {
        match &self.document.nodes.get(self.at as usize)?.what {
            What::Element(data) => Some(data),
            What::Words(_) => None,
        }
    }

    /// Its name without its prefix.
    pub(crate) fn name(&self) -> &'d str {
        self.data().map(|data| data.name).unwrap_or_default()
    }

    /// The address of its namespace; empty when it has none.
    pub(crate) fn space(&self) -> &'d str {
        self.data().and_then(|data| self.document.spaces.get(data.space as usize)).map(|s| &**s).unwrap_or_default()
    }

    /// Its attributes, in order: the address of the namespace (empty for none), the name, the value.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&'d str, &'d str, &'d str)> + use<'d, 'i> {
        let document = self.document;
        let (from, to) = self.data().map(|data| data.attributes).unwrap_or_default();
        let all = document.attributes.get(from as usize..to as usize).unwrap_or_default();
        all.iter()
            .map(move |a| (document.spaces.get(a.space as usize).map(|s| &**s).unwrap_or_default(), a.name, &*a.value))
    }

    /// The value of an attribute without a namespace.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'d str> {
        self.attributes().find(|(space, known, _)| space.is_empty() && *known == name).map(|(.., value)| value)
    }

    /// The value of an attribute of that namespace.
    pub(crate) fn attribute_in(&self, space: &str, name: &str) -> Option<&'d str> {
        self.attributes().find(|(known_space, known, _)| *known_space == space && *known == name).map(|(.., v)| v)
    }

    /// The language that `xml:lang` says here or further out.
    pub(crate) fn lang(&self) -> Option<&'d str> {
        self.outwards().find_map(|element| element.attribute_in(super::XML, "lang"))
    }

    /// Itself, the element around it, the one around that ...
    pub(crate) fn outwards(&self) -> impl Iterator<Item = Element<'d, 'i>> + use<'d, 'i> {
        std::iter::successors(Some(*self), Element::parent)
    }

    /// The element around it.
    pub(crate) fn parent(&self) -> Option<Element<'d, 'i>> {
        self.document.element(self.data()?.parent)
    }

    /// What is in it, in order.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = Node<'d, 'i>> + use<'d, 'i> {
        let document = self.document;
        let mut next = self.data().map_or(NONE, |data| data.first);
        std::iter::from_fn(move || {
            let at = next;
            let entry = document.nodes.get(at as usize)?;
            next = entry.next;
            Some(match &entry.what {
                What::Element(_) => Node::Element(Element { document, at }),
                What::Words(words) => Node::Words(words),
            })
        })
    }

    /// The elements in it, in order.
    pub(crate) fn children(&self) -> impl Iterator<Item = Element<'d, 'i>> + use<'d, 'i> {
        self.nodes().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Words(_) => None,
        })
    }

    /// The elements in it with that name, whatever their namespace.
    pub(crate) fn children_named<'n>(&self, name: &'n str) -> impl Iterator<Item = Element<'d, 'i>> + use<'d, 'i, 'n> {
        self.children().filter(move |child| child.name() == name)
    }

    /// The first element in it with that name, whatever its namespace.
    pub(crate) fn child(&self, name: &str) -> Option<Element<'d, 'i>> {
        self.children().find(|child| child.name() == name)
    }

    /// All words in it, at any depth, without a space added.
    pub(crate) fn words(&self) -> Cow<'d, str> {
        let mut nodes = self.nodes();
        let (first, second) = (nodes.next(), nodes.next());
        match (first, second) {
            (None, _) => Cow::Borrowed(""),
            (Some(Node::Words(words)), None) => Cow::Borrowed(words),
            _ => {
                let mut out = String::new();
                self.walk(&mut |node| {
                    if let Node::Words(words) = node {
                        out.push_str(words);
                    }
                });
                Cow::Owned(out)
            }
        }
    }

    /// The words of [`Element::words`] as one line in normal form.
    pub(crate) fn line(&self) -> story::Line {
        story::Line::new(self.words())
    }

    /// Visits everything in it in order, at any depth (at most [`super::DEEPEST`]).
    pub(crate) fn walk(&self, visit: &mut impl FnMut(Node<'d, 'i>)) {
        for node in self.nodes() {
            visit(node);
            if let Node::Element(element) = node {
                element.walk(visit);
            }
        }
    }

    /// The element as it stands in the input, tags and all.
    pub(crate) fn raw(&self) -> &'i str {
        let (from, to) = self.data().map(|data| data.at).unwrap_or_default();
        self.document.input.get(from as usize..to as usize).unwrap_or_default()
    }

    /// Its number in the document, which no other element has.
    pub(crate) fn number(&self) -> u32 {
        self.at
    }

    /// The names on the way from the root to it, apart by `/`, the root left out.
    pub(crate) fn path(&self) -> String {
        let mut names: Vec<&str> = self.outwards().map(|element| element.name()).collect();
        if names.len() > 1 {
            names.pop();
        }
        names.reverse();
        names.join("/")
    }
}
