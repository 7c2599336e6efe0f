//! Differences between two wordings, word by word (UAX 29), so that they can be read in any script.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// More words than this, and a part is shown as a whole, before and after.
const MOST: usize = 20_000;

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// They stayed.
    Same,
    /// They went.
    Out,
    /// They came.
    In,
}

/// Words with the same fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bit {
    /// What became of them.
    pub how: How,
    /// The words, with the spaces and marks between them.
    pub text: String,
}

impl Bit {
    /// Words that the newer wording has not.
    pub fn is_out(&self) -> bool {
        self.how == How::Out
    }

    /// Words that only the newer wording has.
    pub fn is_in(&self) -> bool {
        self.how == How::In
    }
}

/// The way from one wording to another.
pub fn between(was: &str, is: &str) -> Vec<Bit> {
    let (old, new): (Vec<&str>, Vec<&str>) = (was.split_word_bounds().collect(), is.split_word_bounds().collect());
    let mut out = Vec::new();
    if old.len() + new.len() > MOST {
        push(&mut out, How::Out, was);
        push(&mut out, How::In, is);
        return out;
    }
    for op in capture_diff_slices(Algorithm::Patience, &old, &new) {
        match op {
            DiffOp::Equal { old_index, len, .. } => {
                push(&mut out, How::Same, &old[old_index..old_index + len].concat())
            }
            DiffOp::Delete { old_index, old_len, .. } => {
                push(&mut out, How::Out, &old[old_index..old_index + old_len].concat());
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                push(&mut out, How::In, &new[new_index..new_index + new_len].concat());
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                push(&mut out, How::Out, &old[old_index..old_index + old_len].concat());
                push(&mut out, How::In, &new[new_index..new_index + new_len].concat());
            }
        }
    }
    out
}

fn push(out: &mut Vec<Bit>, how: How, text: &str) {
    match out.last_mut() {
        _ if text.is_empty() => {}
        Some(bit) if bit.how == how => bit.text.push_str(text),
        _ => out.push(Bit { how, text: text.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(was: &str, is: &str) -> String {
        let bit = |b: Bit| match b.how {
            How::Same => b.text,
            How::Out => format!("[-{}-]", b.text),
            How::In => format!("[+{}+]", b.text),
        };
        between(was, is).into_iter().map(bit).collect()
    }

    #[test]
    fn words_are_compared_in_any_script() {
        assert_eq!(shown("The clock struck ten.", "The clock struck noon."), "The clock struck [-ten-][+noon+].");
        assert_eq!(shown("钟敲了十下。", "钟敲了两下。"), "钟敲了[-十-][+两+]下。");
        assert_eq!(shown("گھڑی نے دس بجائے", "گھڑی نے بارہ بجائے"), "گھڑی نے [-دس-][+بارہ+] بجائے");
    }

    proptest! {
        #[test]
        fn both_wordings_can_be_read_out_of_the_differences(was in "[a-c .ا-ت]{0,30}", is in "[a-c .ا-ت]{0,30}") {
            let bits = between(&was, &is);
            let side = |not: How| bits.iter().filter(|b| b.how != not).map(|b| b.text.as_str()).collect::<String>();
            prop_assert_eq!(side(How::In), was);
            prop_assert_eq!(side(How::Out), is);
        }
    }
}
