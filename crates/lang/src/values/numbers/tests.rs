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
