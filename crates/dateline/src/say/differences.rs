//! Differences between two wordings, word by word (UAX 29), in any script: `[-out-]{+in+}`.

use super::paint;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// More words than this are shown as a whole, before and after.
const MOST: usize = 20_000;
/// So many words are shown on either side of a difference; what lies between is left out.
const AROUND: usize = 16;

/// What changed from one wording to another, with some words around it.
pub fn between(was: &str, is: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (was.split_word_bounds().collect(), is.split_word_bounds().collect());
    if old.len() + new.len() > MOST {
        return out(was) + &into(is);
    }
    let ops = capture_diff_slices(Algorithm::Patience, &old, &new);
    let last = ops.len().saturating_sub(1);
    let mut words = String::new();
    for (place, op) in ops.iter().enumerate() {
        match *op {
            DiffOp::Equal { old_index, len, .. } => {
                words.push_str(&same(&old[old_index..old_index + len], place == 0, place == last));
            }
            DiffOp::Delete { old_index, old_len, .. } => {
                words.push_str(&out(&old[old_index..old_index + old_len].concat()));
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                words.push_str(&into(&new[new_index..new_index + new_len].concat()));
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                words.push_str(&out(&old[old_index..old_index + old_len].concat()));
                words.push_str(&into(&new[new_index..new_index + new_len].concat()));
            }
        }
    }
    words
}

/// Words that stayed; of many, those beside a difference.
fn same(words: &[&str], first: bool, last: bool) -> String {
    if words.len() <= 2 * AROUND + 4 {
        return words.concat();
    }
    let before = if first { String::new() } else { words[..AROUND].concat() };
    let after = if last { String::new() } else { words[words.len() - AROUND..].concat() };
    format!("{before}{}{after}", paint::faint(" … "))
}

/// Words that went.
pub fn out(words: &str) -> String {
    if words.is_empty() { String::new() } else { paint::red(&format!("[-{words}-]")) }
}

/// Words that came.
pub fn into(words: &str) -> String {
    if words.is_empty() { String::new() } else { paint::green(&format!("{{+{words}+}}")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(was: &str, is: &str) -> String {
        paint::plain(&between(was, is))
    }

    #[test]
    fn words_are_compared_in_any_script() {
        assert_eq!(shown("The clock struck ten.", "The clock struck noon."), "The clock struck [-ten-]{+noon+}.");
        assert_eq!(shown("钟敲了十下。", "钟敲了两下。"), "钟敲了[-十-]{+两+}下。");
        assert_eq!(shown("گھڑی نے دس بجائے", "گھڑی نے بارہ بجائے"), "گھڑی نے [-دس-]{+بارہ+} بجائے");
        assert_eq!(shown("", "new"), "{+new+}");
    }

    #[test]
    fn of_a_long_paragraph_only_what_is_near_is_shown() {
        let long = "word ".repeat(60);
        let shown = shown(&format!("{long}ten {long}"), &format!("{long}nine {long}"));
        assert_eq!(shown, format!(" … {}[-ten-]{{+nine+}} {}word … ", "word ".repeat(8), "word ".repeat(7)));
    }

    proptest! {
        #[test]
        fn no_wording_makes_it_panic(was in "\\PC{0,60}", is in "\\PC{0,60}") {
            prop_assert_eq!(between(&was, &was).contains("[-"), was.contains("[-"));
            let _ = between(&was, &is);
        }
    }
}
