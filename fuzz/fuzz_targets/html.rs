//! Any text as HTML: no panic, and what was read is written and read as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|html: &str| {
    let text = formats::html::read(html);
    let english = lang::Languages::built_in().profile(&"en".parse().expect("a tag"));
    let again = formats::html::read(&formats::html::write(&text, &english));
    assert_eq!(text, again);
});
