//! Writes `docs/formats.md` anew: what stands before its table is left as it is.

use std::{fs, io, path::Path};

fn main() -> io::Result<()> {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/formats.md"));
    let said = fs::read_to_string(path)?;
    let head = said.split("| member of an item").next().unwrap_or_default();
    fs::write(path, format!("{head}{}", formats::papers::table()))
}
