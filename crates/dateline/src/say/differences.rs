//! Differences between two wordings, word by word (UAX 29), in any script: `[-out-]{+in+}`.

use super::paint;
use story::differences::{self, Bit, How};
use unicode_segmentation::UnicodeSegmentation;

/// So many words are shown on either side of a difference; what lies between is left out.
const AROUND: usize = 16;

/// What changed from one wording to another, with some words around it.
pub fn between(was: &str, is: &str) -> String {
    let bits = differences::between(was, is);
    let last = bits.len().saturating_sub(1);
    let shown = |(place, bit): (usize, &Bit)| match bit.how {
        How::Same => same(&bit.text, place == 0, place == last),
        How::Out => out(&bit.text),
        How::In => into(&bit.text),
    };
    bits.iter().enumerate().map(shown).collect()
}

/// Words that stayed; of many, those beside a difference.
fn same(text: &str, first: bool, last: bool) -> String {
    let words: Vec<&str> = text.split_word_bounds().collect();
    if words.len() <= 2 * AROUND + 4 {
        return text.to_owned();
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
