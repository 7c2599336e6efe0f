//! Any bytes as NITF: read or refused, and what was read is written so that it is read again.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let languages = lang::Languages::built_in();
    if let Ok(reading) = formats::nitf::read(bytes, languages) {
        for item in &reading.items {
            let written = formats::nitf::write(item, languages);
            assert!(formats::nitf::read(written.text.as_bytes(), languages).is_ok());
        }
    }
});
