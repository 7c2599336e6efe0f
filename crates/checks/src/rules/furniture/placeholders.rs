//! What was to be filled in and was not, and what a program left behind that wrote or fetched the copy.

use lang::{Languages, letter::is_alphanumeric};
use std::ops::Range;

/// The longest placeholder between its marks, in characters.
const LONGEST: usize = 60;

/// What opens a placeholder and what closes it, the longest first. Between bare braces stands a name and nothing else.
const MARKS: [(&str, &str); 8] =
    [("{{", "}}"), ("{%", "%}"), ("<%", "%>"), ("${", "}"), ("[[", "]]"), ("<|", "|>"), ("{", "}"), ("[", "]")];

/// The placeholders in a text, in order, none within another.
pub(super) fn placeholders(text: &str) -> Vec<Range<usize>> {
    let common = Languages::common_copy();
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices(['{', '<', '$', '[']) {
        if out.last().is_none_or(|last| last.end <= at)
            && let Some(end) = marked(text.get(at..).unwrap_or_default(), &common.placeholders)
        {
            out.push(at..at + end);
        }
    }
    for left in &common.left_by_programs {
        for (at, _) in text.match_indices(left.as_str()) {
            let end = at + left.len();
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let behind = text.get(end..).and_then(|behind| behind.chars().next());
            // What begins or ends with a letter is a word of its own; a figure may follow: `turn0search12`.
            let opens = left.starts_with(is_alphanumeric) && before.is_some_and(is_alphanumeric);
            let goes_on = left.ends_with(char::is_alphabetic) && behind.is_some_and(char::is_alphabetic);
            if !opens && !goes_on {
                out.push(at..end);
            }
        }
    }
    out.sort_by_key(|at| (at.start, std::cmp::Reverse(at.end)));
    out.dedup_by(|next, before| next.start < before.end);
    out
}

/// How many bytes the placeholder has that this text opens with.
fn marked(text: &str, names: &[String]) -> Option<usize> {
    let (open, close) = MARKS.into_iter().find(|(open, _)| text.starts_with(open))?;
    let inner = text.get(open.len()..)?;
    let limit = inner.char_indices().map(|(at, _)| at).nth(LONGEST).unwrap_or(inner.len());
    let end = inner.get(..limit)?.find(close)?;
    let inner = inner.get(..end)?.trim();
    let name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-' | ' ');
    let filled = match open {
        "[" => names.iter().any(|name| is_named(inner, name)),
        "{" | "${" => !inner.is_empty() && inner.chars().all(name),
        _ => !inner.is_empty(),
    };
    filled.then_some(open.len() + end.min(limit) + close.len()).filter(|length| text.is_char_boundary(*length))
}

/// Whether what stands in brackets is one of the names of what has to be filled in, or opens with one that asks for it:
/// `[DATE]`, `[insert quote]`.
fn is_named(inner: &str, name: &str) -> bool {
    let inner = inner.to_ascii_lowercase();
    inner
        .strip_prefix(name)
        .is_some_and(|rest| rest.is_empty() || name == "insert" && rest.starts_with([' ', '_', ':']))
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    fn found(text: &str) -> Vec<&str> {
        placeholders(text).into_iter().map(|at| &text[at]).collect()
    }

    #[test]
    fn what_was_to_be_filled_in_is_found() {
        assert_eq!(
            found("The mayor {{ name }} and ${place} and {0} and [DATE]."),
            ["{{ name }}", "${place}", "{0}", "[DATE]"]
        );
        assert_eq!(
            found("Seen in [[Harbour|the harbour]] by <% who %> on [insert weekday]."),
            ["[[Harbour|the harbour]]", "<% who %>", "[insert weekday]"]
        );
        assert_eq!(
            found("Lorem ipsum dolor, said turn0search12; XXXX. TKTK"),
            ["Lorem ipsum", "turn0search", "XXXX", "TKTK"]
        );
        assert_eq!(found("花园{{名称}}开放。"), ["{{名称}}"]);
    }

    #[test]
    fn what_belongs_into_copy_is_left_alone() {
        for text in
            ["He said [sic] that [the NATO] was {…", "3 < 5 and [1] is $5", "Super Bowl XXX", "[", "${", "{{", "a {b"]
        {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "[{}\\[\\]<>%|$a-cXé花 ]{0,60}") {
            let mut end = 0;
            for at in placeholders(&text) {
                proptest::prop_assert!(at.start >= end && text.get(at.clone()).is_some());
                end = at.end;
            }
        }
    }
}
