//! JSON, written member by member, without spaces.

/// A document being written. Empty words are no member; whoever means them says so with [`Writer::raw`].
#[derive(Default)]
pub(crate) struct Writer {
    out: String,
}

impl Writer {
    /// Nothing yet, with room for so many bytes.
    pub(crate) fn with_room(bytes: usize) -> Self {
        Self { out: String::with_capacity(bytes) }
    }

    /// What was written.
    pub(crate) fn finish(self) -> String {
        self.out
    }

    fn comma(&mut self) {
        if !matches!(self.out.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.out.push(',');
        }
    }

    /// The name of a member; its value follows.
    pub(crate) fn name(&mut self, name: &str) {
        self.comma();
        escape(&mut self.out, name);
        self.out.push(':');
    }

    /// A member that holds words; none when they are empty.
    pub(crate) fn member(&mut self, name: &str, words: &str) {
        if !words.is_empty() {
            self.name(name);
            escape(&mut self.out, words);
        }
    }

    /// A member that holds a number.
    pub(crate) fn number(&mut self, name: &str, number: impl std::fmt::Display) {
        self.name(name);
        self.out.push_str(&number.to_string());
    }

    /// A member that is JSON already.
    pub(crate) fn raw(&mut self, name: &str, json: &str) {
        self.name(name);
        self.out.push_str(json);
    }

    /// A value: in a list, or behind [`Writer::name`].
    pub(crate) fn value(&mut self, value: &super::Value<'_>) {
        self.comma();
        value.write(&mut self.out);
    }

    /// A list as a value behind [`Writer::name`], empty or not.
    pub(crate) fn array(&mut self, content: impl FnOnce(&mut Self)) {
        self.out.push('[');
        content(self);
        self.out.push(']');
    }

    /// An object as a value: in a list, or behind [`Writer::name`].
    pub(crate) fn object(&mut self, content: impl FnOnce(&mut Self)) {
        self.comma();
        self.out.push('{');
        content(self);
        self.out.push('}');
    }

    /// A member that holds a list, which ends as it began when nothing was put into it: then there is no member.
    pub(crate) fn list(&mut self, name: &str, content: impl FnOnce(&mut Self)) {
        self.wrapped(name, '[', ']', content);
    }

    /// A member that holds an object; none when nothing was put into it.
    pub(crate) fn inner(&mut self, name: &str, content: impl FnOnce(&mut Self)) {
        self.wrapped(name, '{', '}', content);
    }

    fn wrapped(&mut self, name: &str, open: char, close: char, content: impl FnOnce(&mut Self)) {
        let before = self.out.len();
        self.name(name);
        self.out.push(open);
        let start = self.out.len();
        content(self);
        if self.out.len() == start {
            self.out.truncate(before);
        } else {
            self.out.push(close);
        }
    }
}

/// Words as JSON writes them, in their quotation marks.
pub(crate) fn escape(out: &mut String, words: &str) {
    out.reserve(words.len() + 2);
    out.push('"');
    let mut from = 0;
    for (at, byte) in words.bytes().enumerate() {
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.push_str(words.get(from..at).unwrap_or_default());
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\t' => out.push_str("\\t"),
            b'\r' => out.push_str("\\r"),
            _ => out.push_str(&format!("\\u{byte:04x}")),
        }
        from = at + 1;
    }
    out.push_str(words.get(from..).unwrap_or_default());
    out.push('"');
}
