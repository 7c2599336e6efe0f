//! Marks that may end a sentence, with the quotation marks and brackets that close behind them.

/// A run of marks, and what closes behind it.
#[derive(Debug)]
pub(super) struct Run {
    /// Its first byte.
    pub(super) at: usize,
    /// The byte behind it.
    pub(super) to: usize,
    /// Its last mark that is neither quotation mark nor bracket.
    pub(super) last: char,
    /// How many such marks it has.
    pub(super) marks: usize,
    /// Whether it is only an ellipsis.
    pub(super) pauses: bool,
    /// Whether a quotation mark or bracket closes behind a mark.
    pub(super) is_closed: bool,
    /// Whether what closes had opened with a sentence.
    pub(super) opened_sentence: bool,
}

impl Run {
    /// Reads the run that begins with a mark at this byte.
    pub(super) fn read(text: &str, at: usize, own: &[char], quote: &mut Quote) -> Self {
        let rest = text.get(at..).unwrap_or_default();
        let mut run = Run { at, to: at, last: ' ', marks: 0, pauses: true, is_closed: false, opened_sentence: false };
        let mut stops = 0;
        let mut chars = rest.char_indices().peekable();
        while let Some((offset, c)) = chars.next() {
            let end = at + offset + c.len_utf8();
            if is_mark(c) || own.contains(&c) {
                (run.last, run.marks) = (c, run.marks + 1);
                stops += usize::from(c == '.');
                run.pauses &= matches!(c, '.' | '…');
            } else if quote.closes(c) {
                run.is_closed = true;
                run.opened_sentence |= quote.opened_sentence;
                *quote = Quote::default();
            } else if is_bracket(c) {
                run.is_closed = true;
            } else if is_narrow_space(c) && chars.peek().is_some_and(|(_, next)| *next == '»') {
                // French sets a space before the mark.
                continue;
            } else {
                break;
            }
            run.to = end;
        }
        run.pauses &= stops != 1 || run.last == '…';
        run
    }

    /// Whether it is one full stop, which may belong to the word before it.
    pub(super) fn is_stop(&self) -> bool {
        self.marks == 1 && matches!(self.last, '.' | '۔' | '．')
    }
}

/// A quotation that is open.
#[derive(Debug, Default)]
pub(super) struct Quote {
    /// What will close it.
    close: Option<char>,
    /// Whether a sentence opened with it.
    opened_sentence: bool,
}

impl Quote {
    /// Takes note of a character that ends no sentence.
    pub(super) fn see(&mut self, c: char, opens_sentence: bool) {
        if self.close == Some(c) || c == '”' && self.close == Some('“') {
            *self = Self::default();
            return;
        }
        let close = match c {
            '"' => '"',
            '“' => '”',
            // Urdu desks set the marks the other way round.
            '„' | '”' => '“',
            '«' => '»',
            '「' => '」',
            '『' => '』',
            _ => return,
        };
        if self.close.is_none() {
            *self = Self { close: Some(close), opened_sentence: opens_sentence };
        }
    }

    /// Whether this character closes a quotation behind a mark.
    fn closes(&self, c: char) -> bool {
        match c {
            '"' | '“' => self.close == Some(c),
            '”' | '’' | '»' | '›' | '」' | '』' | '\'' | '＂' => true,
            _ => false,
        }
    }
}

fn is_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '）' | '】' | '〕')
}

fn is_narrow_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// What may end a sentence in whatever language: some desks type the marks of another.
pub(super) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '。'
            | '！'
            | '？'
            | '．'
            | '｡'
            | '۔'
            | '؟'
            | '।'
            | '॥'
            | '։'
            | '።'
            | '။'
            | '។'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
    )
}

/// What ends a line.
pub(super) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
