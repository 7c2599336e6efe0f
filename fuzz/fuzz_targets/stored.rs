//! Any bytes as a stored text: no panic, and what is read has a stable form.
#![no_main]

use libfuzzer_sys::fuzz_target;
use story::Text;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = Text::from_stored(bytes) {
        assert_eq!(Text::from_stored(&text.stored()).as_ref(), Ok(&text));
    }
});
