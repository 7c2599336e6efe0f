//! What is read, language by language.

use crate::Languages;
use proptest::prelude::*;

proptest! {
    #[test]
    fn nothing_upsets_it(text in "(\\PC|[0-9٠-٩۰-۹., /:%$€£°½-]|one |half |million |и |тысяч |مليون |و|ہزار |mil |y |cent |et |第|万|千|百|分之|三|点|半| ){0,40}") {
        for profile in Languages::built_in().iter() {
            let mut end = 0;
            for value in profile.values(&text) {
                prop_assert!(value.at.start >= end && value.at.end > value.at.start, "{value:?}");
                prop_assert!(text.get(value.at.clone()).is_some());
                end = value.at.end;
            }
        }
    }
}

/// A figure takes at least one character of the text: these once took none, and were read for ever.
#[test]
fn a_figure_with_a_mark_at_its_front_comes_to_an_end() {
    for text in [".1,275", "(.1,275. ", "\t.1,275", " ,5.25", "٫١٫٢", ".5.3.7", ".1 275 300", "-.1,275,300", "$.1,2"]
    {
        for profile in Languages::built_in().iter() {
            let values = profile.values(text);
            assert!(values.len() <= text.len(), "{text:?}");
            assert!(values.iter().all(|value| value.at.start < value.at.end), "{text:?} {values:?}");
        }
    }
}
