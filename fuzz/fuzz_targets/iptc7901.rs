//! Any bytes as a message of IPTC 7901.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = formats::iptc7901::read(bytes, lang::Languages::built_in());
});
