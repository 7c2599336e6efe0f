//! Any bytes as copy: no panic, and the pieces tile the input.
#![no_main]

use formats::copy::{House, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let house = House { languages: lang::Languages::built_in(), lang: None, taglines: &[], agency: "SCN" };
    if let Ok(reading) = read(bytes, &house) {
        let end = reading.pieces.iter().fold(0, |at, piece| {
            assert_eq!(piece.range.start, at);
            piece.range.end
        });
        assert_eq!(end, bytes.len());
        assert!(reading.text.fits().is_ok());
    }
});
