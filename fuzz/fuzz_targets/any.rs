//! Any bytes in whatever format.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = formats::any::read(bytes, lang::Languages::built_in());
});
