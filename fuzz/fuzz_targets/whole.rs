//! Any bytes as items of our own JSON.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = formats::whole::read(bytes, lang::Languages::built_in());
});
