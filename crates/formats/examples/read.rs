//! Reads files of any format and prints, a line each, what was read of them as JSON: the file, its format and version,
//! the items, the liberties; or why it was refused.
//!
//! `cargo run -p formats --example read -- FILE...`

use std::{env, fs, io, io::Write as _};

use lang::Languages;
use serde_json::json;

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for path in env::args().skip(1) {
        let said = match formats::any::read(&fs::read(&path)?, Languages::built_in()) {
            Ok(reading) => json!({
                "file": path,
                "format": reading.format.to_string(),
                "version": reading.version,
                "items": reading.items,
                "liberties": reading.liberties.list.iter().map(ToString::to_string).collect::<Vec<_>>(),
            }),
            Err(refused) => json!({"file": path, "refused": refused.to_string()}),
        };
        writeln!(out, "{said}")?;
    }
    Ok(())
}
