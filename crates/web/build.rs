//! Names the program by everything that goes into a page: when any of it is another, pages are made again.

use std::{fs, io, path::Path};

/// What the bytes of a page depend on, beside the stories and the configuration.
const SOURCES: [&str; 7] =
    ["src/site", "templates/site", "Cargo.toml", "../formats/src/html", "../lang/src", "../lang/data", "../story/src"];

fn main() -> io::Result<()> {
    let mut sum = Sum(0xcbf2_9ce4_8422_2325);
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        add(&mut sum, Path::new(source))?;
    }
    println!("cargo::rustc-env=DATELINE_SITE_SOURCES={} {:016x}", env!("CARGO_PKG_VERSION"), sum.0);
    Ok(())
}

fn add(sum: &mut Sum, path: &Path) -> io::Result<()> {
    if !path.is_dir() {
        sum.add(path.to_string_lossy().as_bytes());
        sum.add(&fs::read(path).unwrap_or_default());
        return Ok(());
    }
    let mut inside = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    inside.sort();
    inside.iter().try_for_each(|path| add(sum, path))
}

/// FNV-1a of 64 bits: nobody has a reason to forge it.
struct Sum(u64);

impl Sum {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes.iter().chain(&[0]) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
