//! Any words as a translation of any others: no panic.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, u8, &str, &str)| {
    let languages = lang::Languages::built_in();
    let tags: Vec<_> = languages.tags().map(ToString::to_string).collect();
    let tag = |n: u8| &tags[usize::from(n) % tags.len()];
    let (from, to, source, translation) = input;
    let line = serde_json::json!({
        "id": 1, "src_lang": tag(from), "tgt_lang": tag(to), "src": source, "tgt": translation,
    });
    assert!(checks::lines::pair(&line.to_string(), languages).is_ok());
});
