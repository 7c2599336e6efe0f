//! Any bytes as a message of ANPA 1312.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = formats::anpa::read(bytes, lang::Languages::built_in());
});
