#![no_main]
//! Any bytes as NewsML-G2: no panic, and what was read can be written and read again.

use formats::newsml_g2;
use lang::Languages;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let languages = Languages::built_in();
    let Ok(reading) = newsml_g2::read(bytes, languages) else { return };
    for item in &reading.items {
        let written = newsml_g2::write(item, languages);
        let back = newsml_g2::read(written.text.as_bytes(), languages).expect("what is written is read");
        assert_eq!(back.items.len(), 1);
    }
});
