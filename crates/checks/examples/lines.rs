//! `check-pair` and `check-story` without the rest of the program: builds in a moment, for those who work on a rule.
//!
//! `cargo run --release -p checks --example lines -- pair < lines.jsonl`

use std::io;

fn main() {
    let answering = match std::env::args().nth(1).as_deref() {
        Some("pair") => checks::lines::pair,
        Some("story") => checks::lines::story,
        _ => return eprintln!("pair or story"),
    };
    let (input, out) = (io::BufReader::new(io::stdin()), io::BufWriter::new(io::stdout()));
    if let Err(ended) = checks::lines::stream(input, out, answering, lang::Languages::built_in()) {
        eprintln!("{ended:?}");
    }
}
