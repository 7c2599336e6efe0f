//! What is broken in JSON and plain to mend: line ends and other controls that stand bare in words, a comma too many or
//! too few, a quotation mark that is missing before an address.

use crate::reading::{Liberties, Took};

/// The text with what is broken mended, each mend listed by its line; none when there was nothing to mend.
pub(super) fn mend(text: &str, liberties: &mut Liberties) -> Option<String> {
    let mut out = String::with_capacity(text.len() + 64);
    let mut line = 1usize;
    let mut mends = 0usize;
    let mut said = |line: usize, what: &str| {
        mends += 1;
        liberties.take(Took::Mended, format!("line {line}"), what);
    };
    // What the last sign outside of words was: after a value another may not begin without a comma.
    let mut after_value = false;
    let mut in_words = false;
    let mut signs = text.char_indices().peekable();
    while let Some((at, c)) = signs.next() {
        if c == '\n' {
            line += 1;
        }
        if in_words {
            match c {
                '\\' => {
                    out.push(c);
                    if let Some((_, next)) = signs.next() {
                        out.push(next);
                    }
                }
                '"' => {
                    in_words = false;
                    after_value = true;
                    out.push(c);
                }
                c if u32::from(c) < 0x20 => {
                    said(line, "a control character in words");
                    out.push_str(&format!("\\u{:04x}", u32::from(c)));
                }
                _ => out.push(c),
            }
            continue;
        }
        match c {
            '"' | '{' | '[' => {
                if after_value {
                    said(line, "a comma is missing");
                    out.push(',');
                }
                in_words = c == '"';
                after_value = false;
                out.push(c);
            }
            '}' | ']' => {
                let kept = out.trim_end().len();
                if out.get(..kept).is_some_and(|before| before.ends_with(',')) {
                    said(line, "a comma at the end of a list");
                    out.truncate(kept - 1);
                }
                after_value = true;
                out.push(c);
            }
            ',' | ':' => {
                after_value = false;
                out.push(c);
            }
            'h' if !after_value && text.get(at..).is_some_and(|rest| rest.starts_with("http")) => {
                said(line, "a quotation mark is missing");
                out.push_str("\"h");
                in_words = true;
            }
            c if c.is_alphanumeric() => {
                after_value = true;
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    (mends > 0).then_some(out)
}
