//! What is claimed about speed, each side by side with its peer in the same run.
//!
//! `cargo run --release -p bench -- all` runs everything and prints the table of `bench/README.md`; one name runs one
//! part. `--stories N` makes the archive of `release` and `start` smaller, to try them. Peers that are not installed
//! (PostgreSQL, nginx) are said to be missing, not left out.

mod archive;
mod figures;
mod langid;
mod page;
mod peers;
mod program;
mod read;
mod release;
mod samples;
mod start;
mod store_commits;
mod wire;

use anyhow::{Context, Result, bail};
use figures::Row;

/// The parts, in the order of the table.
const PARTS: [&str; 7] = ["store", "release", "page", "start", "read", "langid", "formats"];

fn main() -> Result<()> {
    let mut asked: Vec<String> = std::env::args().skip(1).collect();
    let mut stories = archive::STORIES;
    if let Some(at) = asked.iter().position(|word| word == "--stories") {
        let number = asked.get(at + 1).context("--stories N")?;
        stories = number.parse().with_context(|| format!("{number:?} is no number"))?;
        asked.drain(at..at + 2);
    }
    let parts: Vec<&str> = match asked.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => bail!("which part? all, {}", PARTS.join(", ")),
        ["all"] => PARTS.to_vec(),
        some => some.to_vec(),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let mut rows: Vec<Row> = Vec::new();
    for part in parts {
        eprintln!("== {part}");
        let mut more = match part {
            "store" => runtime.block_on(store_commits::run())?,
            "release" => runtime.block_on(release::run(stories))?,
            "page" => runtime.block_on(page::run())?,
            "start" => runtime.block_on(start::run(stories))?,
            "read" => read::run()?,
            "langid" => langid::run()?,
            "formats" => wire::run()?,
            other => bail!("{other:?} is no part: all, {}", PARTS.join(", ")),
        };
        more.iter().for_each(|row| eprintln!("{row}"));
        rows.append(&mut more);
    }
    println!("| what | measured | peer, same run | ratio | asked |\n|---|---|---|---|---|");
    rows.iter().for_each(|row| println!("{row}"));
    Ok(())
}
