#![no_main]
//! The reader of jsonfeed: any bytes; what was read is written.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let languages = lang::Languages::built_in();
    if let Ok(reading) = formats::jsonfeed::read(bytes, languages) {
        let channel = formats::Channel::default();
        let written = formats::jsonfeed::write(&reading.items, &channel, languages);
        assert!(formats::jsonfeed::read(written.text.as_bytes(), languages).is_ok(), "{}", written.text);
    }
});
