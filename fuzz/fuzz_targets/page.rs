//! Any bytes as a page.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = formats::html::read_item(bytes, lang::Languages::built_in());
});
