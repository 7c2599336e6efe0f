//! XML, written strictly: every element is closed, everything is escaped, and what XML 1.0 cannot carry is left out.

/// Writes one document.
#[derive(Debug)]
pub(crate) struct Writer {
    out: String,
    open: Vec<&'static str>,
    /// The start tag of the innermost element still lacks its `>`.
    in_tag: bool,
}

impl Writer {
    /// A document in UTF-8, which begins with the XML declaration.
    pub(crate) fn new(room: usize) -> Self {
        let mut out = String::with_capacity(room);
        out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        Self { out, open: Vec::new(), in_tag: false }
    }

    /// A piece of a document, without a declaration.
    pub(crate) fn piece() -> Self {
        Self { out: String::new(), open: Vec::new(), in_tag: false }
    }

    /// Begins an element; attributes may follow.
    pub(crate) fn open(&mut self, name: &'static str) -> &mut Self {
        self.close_tag();
        self.out.push('<');
        self.out.push_str(name);
        self.open.push(name);
        self.in_tag = true;
        self
    }

    /// An attribute of the element that was just begun.
    pub(crate) fn attribute(&mut self, name: &str, value: &str) -> &mut Self {
        debug_assert!(self.in_tag, "{name} stands outside a tag");
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape(&mut self.out, value, true);
        self.out.push('"');
        self
    }

    /// An attribute, unless it is empty.
    pub(crate) fn attribute_if(&mut self, name: &str, value: &str) -> &mut Self {
        if value.is_empty() { self } else { self.attribute(name, value) }
    }

    /// Words in the element that is open.
    pub(crate) fn words(&mut self, words: &str) -> &mut Self {
        self.close_tag();
        escape(&mut self.out, words, false);
        self
    }

    /// XML that was written by another [`Writer`] or is well-formed for another reason.
    pub(crate) fn raw(&mut self, xml: &str) -> &mut Self {
        self.close_tag();
        self.out.push_str(xml);
        self
    }

    /// Ends the innermost element.
    pub(crate) fn close(&mut self) -> &mut Self {
        if let Some(name) = self.open.pop() {
            if std::mem::take(&mut self.in_tag) {
                self.out.push_str("/>");
            } else {
                self.out.push_str("</");
                self.out.push_str(name);
                self.out.push('>');
            }
        }
        self
    }

    /// An element with words and nothing else.
    pub(crate) fn leaf(&mut self, name: &'static str, words: &str) -> &mut Self {
        self.open(name).words(words).close()
    }

    /// An element with words, unless they are empty.
    pub(crate) fn leaf_if(&mut self, name: &'static str, words: &str) -> &mut Self {
        if words.is_empty() { self } else { self.leaf(name, words) }
    }

    /// A line end between elements, for those who read it.
    pub(crate) fn line(&mut self) -> &mut Self {
        self.close_tag();
        self.out.push('\n');
        self
    }

    /// Ends all that is open and gives the document.
    pub(crate) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn close_tag(&mut self) {
        if std::mem::take(&mut self.in_tag) {
            self.out.push('>');
        }
    }
}

/// Text as XML takes it. In an attribute, line ends and tabs are written so that they are read back as they are.
pub(super) fn escape(out: &mut String, text: &str, attribute: bool) {
    let special = |b: u8| match b {
        b'&' | b'<' | b'>' => true,
        b'"' | b'\n' | b'\t' => attribute,
        b'\r' | 0..=8 | 11 | 12 | 14..=31 | 0xef => true,
        _ => false,
    };
    let mut from = 0;
    for (at, b) in text.bytes().enumerate() {
        if !special(b) || at < from {
            continue;
        }
        let with = match b {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\n' => "&#10;",
            b'\t' => "&#9;",
            b'\r' => "&#13;",
            // U+FFFE and U+FFFF are no characters of XML; all else that begins with this byte is.
            0xef if !matches!(text.as_bytes().get(at + 1..at + 3), Some([0xbf, 0xbe | 0xbf])) => continue,
            _ => "",
        };
        out.push_str(text.get(from..at).unwrap_or_default());
        out.push_str(with);
        from = at + if b == 0xef { 3 } else { 1 };
    }
    out.push_str(text.get(from..).unwrap_or_default());
}
