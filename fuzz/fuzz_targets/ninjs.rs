#![no_main]
//! The reader of ninjs: any bytes; what was read is written.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let languages = lang::Languages::built_in();
    if let Ok(reading) = formats::ninjs::read(bytes, languages) {
        for item in &reading.items {
            for edition in formats::ninjs::Edition::ALL {
                let written = formats::ninjs::write(item, edition, languages);
                assert!(formats::ninjs::read(written.text.as_bytes(), languages).is_ok(), "{}", written.text);
            }
        }
    }
});
