//! Identifies languages over JSON lines: `{"id","text"}` in, `{"id","lang","sure"}` out.

use serde_json::{Value, json};
use std::io::{BufRead as _, BufWriter, Write as _, stdin, stdout};

fn main() -> std::io::Result<()> {
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lock().lines() {
        let asked: Value = serde_json::from_str(&line?)?;
        let found = lang::identify(asked["text"].as_str().unwrap_or_default());
        serde_json::to_writer(&mut out, &json!({"id": asked["id"], "lang": found.tag.as_str(), "sure": found.sure}))?;
        out.write_all(b"\n")?;
    }
    out.flush()
}
