//! From the start of the program to its first answer, with many stories in the archive.

use crate::{
    archive,
    figures::{Row, ms, quantile},
    program::Program,
};
use anyhow::Result;
use std::time::Instant;

const STARTS: usize = 9;

pub async fn run(stories: u64) -> Result<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let place = folder.path().join("agency");
    archive::fill(&place, stories).await?;
    let mut times = Vec::new();
    for _ in 0..STARTS {
        let begun = Instant::now();
        let program = Program::serve(&place, &[]).await?;
        times.push(begun.elapsed());
        drop(program);
    }
    Ok(vec![Row {
        what: format!("start to first answer, {stories} stories (killed before each start)"),
        ours: format!("p50 {}, longest {}", ms(quantile(&mut times, 0.5)), ms(quantile(&mut times, 1.0))),
        peer: "-".into(),
        ratio: None,
        asked: "<= 0.5 s",
    }])
}
