//! Writes `docs/checks` anew from the pages of the rules: `cargo run -p checks --example papers`.

use std::{fs, io, path::Path};

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/checks");
    fs::create_dir_all(&folder)?;
    checks::pages::files().into_iter().try_for_each(|(name, text)| fs::write(folder.join(name), text))
}
