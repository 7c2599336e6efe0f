//! Any bytes as NewsML 1: read or refused.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = formats::newsml_1::read(bytes, lang::Languages::built_in());
});
