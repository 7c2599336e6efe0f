//! Paragraphs whose lines flow (RFC 3676): a space at the end of a line says that the next one belongs to it.

/// The words with each paragraph in one line. `joined`: the space at the end of a line only says that (`DelSp=yes`).
pub(super) fn unflow(words: &str, joined: bool) -> String {
    let mut out = String::with_capacity(words.len());
    let mut open: Option<usize> = None;
    for line in words.lines() {
        let depth = line.bytes().take_while(|b| *b == b'>').count();
        let inner = line.get(depth..).unwrap_or_default();
        let inner = inner.strip_prefix(' ').unwrap_or(inner);
        // A signature begins anew, whatever ends in a space above it.
        let signature = inner == "-- ";
        if open.is_some_and(|before| before != depth || signature) {
            out.push('\n');
            open = None;
        }
        if open.is_none() && depth > 0 {
            out.extend(std::iter::repeat_n('>', depth));
            out.push(' ');
        }
        let flows = inner.ends_with(' ') && !signature;
        out.push_str(if flows && joined { inner.strip_suffix(' ').unwrap_or(inner) } else { inner });
        open = flows.then_some(depth);
        if !flows {
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::unflow;

    #[test]
    fn lines_that_flow_are_one_paragraph() {
        assert_eq!(
            unflow("Ten boats \nwere counted.\n\nAll \ncame home.\n", false),
            "Ten boats were counted.\n\nAll came home.\n"
        );
        assert_eq!(unflow("十艘船 \n进港。\n", true), "十艘船进港。\n");
        assert_eq!(unflow("> Ten \n> boats\nYes. \n-- \nAna\n", false), "> Ten boats\nYes. \n-- \nAna\n");
        assert_eq!(unflow(" >not quoted\n", false), ">not quoted\n");
    }
}
