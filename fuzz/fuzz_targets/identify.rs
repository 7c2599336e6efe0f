//! Any text: a language or none, surely between 0 and 1, and an address tail that stays itself.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let found = lang::identify(text);
    assert!((0.0..=1.0).contains(&found.sure));
    let profile = lang::Languages::built_in().profile(&found.tag);
    let tail = profile.tail(text);
    assert_eq!(profile.tail(&tail), tail);
});
