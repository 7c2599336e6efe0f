//! `check-pair` and `check-story` without the rest of the program: builds in a moment, for those who work on a rule.
//!
//! `cargo run --release -p checks --example lines -- pair < lines.jsonl`

use std::io::{BufRead, Write};

fn main() {
    let answer = match std::env::args().nth(1).as_deref() {
        Some("pair") => checks::lines::pair,
        Some("story") => checks::lines::story,
        _ => return eprintln!("pair or story"),
    };
    let languages = lang::Languages::built_in();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let answered = answer(&line, languages).unwrap_or_else(|why| format!("{{\"error\":{:?}}}", why.to_string()));
        if writeln!(out, "{answered}").is_err() {
            return;
        }
    }
}
