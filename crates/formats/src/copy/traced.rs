//! Text of which every byte knows the byte of the input that it came from.
//!
//! Decoding, mending and cleaning all change lengths. Each of them goes through [`Rewrite`], so that whatever is
//! found at the end can be pointed at in the input as it came.

use std::ops::Range;

/// Text and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Traced {
    /// The text.
    pub text: String,
    origin: Origin,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Origin {
    /// Byte `i` of the text is byte `first + i` of the input.
    Straight { first: usize },
    /// Byte `i` of the text came from byte `table[i]`; one more entry holds the end.
    Table(Vec<u32>),
}

impl Traced {
    /// Text that stands in the input as it is, from this byte on.
    pub fn straight(text: String, first: usize) -> Self {
        Self { text, origin: Origin::Straight { first } }
    }

    /// Text with the origin of each of its bytes and of its end, which never run back.
    pub fn with_table(text: String, table: Vec<u32>) -> Self {
        debug_assert_eq!(table.len(), text.len() + 1);
        Self { text, origin: Origin::Table(table) }
    }

    /// The byte of the input from which byte `i` of the text came; for the text's length, the end.
    pub fn at(&self, i: usize) -> usize {
        match &self.origin {
            Origin::Straight { first } => first + i.min(self.text.len()),
            Origin::Table(table) => table.get(i).or(table.last()).map_or(0, |&at| at as usize),
        }
    }

    /// The bytes of the input from which this part of the text came.
    pub fn source(&self, part: &Range<usize>) -> Range<usize> {
        self.at(part.start)..self.at(part.end)
    }
}

/// A traced text being written anew, from its beginning to its end.
pub(super) struct Rewrite<'a> {
    from: &'a Traced,
    /// Up to here the old text is dealt with.
    done: usize,
    text: String,
    table: Vec<u32>,
}

impl<'a> Rewrite<'a> {
    /// Begins to rewrite a text.
    pub fn of(from: &'a Traced) -> Self {
        Self { from, done: 0, text: String::new(), table: Vec::new() }
    }

    /// Puts other words in the place of a part. Parts come in order; one that was passed already is left alone.
    pub fn replace(&mut self, part: Range<usize>, words: &str) {
        if part.start < self.done {
            return;
        }
        self.keep(part.start);
        self.text.push_str(words);
        let at = u32::try_from(self.from.at(part.start)).unwrap_or(u32::MAX);
        self.table.resize(self.text.len(), at);
        self.done = part.end;
    }

    /// Up to where the old text is dealt with.
    pub fn done(&self) -> usize {
        self.done
    }

    fn keep(&mut self, to: usize) {
        if self.table.capacity() == 0 {
            self.text.reserve(self.from.text.len());
            self.table.reserve(self.from.text.len() + 1);
        }
        self.text.push_str(self.from.text.get(self.done..to).unwrap_or_default());
        self.table.extend((self.done..to).map(|i| u32::try_from(self.from.at(i)).unwrap_or(u32::MAX)));
        self.done = to;
    }

    /// The new text; none when nothing was replaced.
    pub fn finish(mut self) -> Option<Traced> {
        if self.done == 0 {
            return None;
        }
        let end = self.from.text.len();
        self.keep(end);
        self.table.push(u32::try_from(self.from.at(end)).unwrap_or(u32::MAX));
        Some(Traced::with_table(self.text, self.table))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_rewritten_still_knows_where_it_came_from() {
        let first = Traced::straight("caf&eacute; <b>x</b>".into(), 3);
        let mut rewrite = Rewrite::of(&first);
        rewrite.replace(3..11, "é");
        rewrite.replace(12..15, "");
        rewrite.replace(16..20, "");
        let second = rewrite.finish().expect("it was changed");
        assert_eq!(second.text, "café x");
        assert_eq!(second.source(&(0..3)), 3..6);
        assert_eq!(second.source(&(3..5)), 6..14);
        assert_eq!(second.source(&(6..7)), 18..23);
    }

    #[test]
    fn nothing_replaced_is_nothing_changed() {
        assert_eq!(Rewrite::of(&Traced::straight("copy".into(), 0)).finish(), None);
    }
}
