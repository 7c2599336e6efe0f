//! Any bytes as a feed: no panic, and what was read is written as feeds that are read without a liberty.
#![no_main]

use formats::feeds::{self, Hint};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let languages = lang::Languages::built_in();
    let hint = Hint { content_type: "application/xml", base: "https://example.org/feed", language: "en" };
    let Ok(feed) = feeds::feed(bytes, hint, languages) else { return };
    for written in [
        feeds::rss::write(&feed.items, &feed.channel, languages),
        feeds::atom::write(&feed.items, &feed.channel, languages),
    ] {
        let again = feeds::feed(written.text.as_bytes(), Hint::default(), languages).expect("a feed");
        assert!(again.items.len() >= feed.items.len());
    }
});
