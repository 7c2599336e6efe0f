//! Any bytes as a letter.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = formats::email::read(bytes, lang::Languages::built_in());
});
