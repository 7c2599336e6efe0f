//! Any bytes as plain text.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = formats::plain::read(bytes, lang::Languages::built_in());
});
