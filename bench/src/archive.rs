//! An archive of many stories in a folder, made once and used by several parts.

use crate::{program::binary, store_commits::batch};
use anyhow::{Result, ensure};
use std::{path::Path, process::Command};
use store::Store;

/// As many as the figures are asked for.
pub const STORIES: u64 = 100_000;
const AT_ONCE: u64 = 256;

/// Founds an agency, releases this many stories straight into its store, and has the program make every page.
pub async fn fill(folder: &Path, stories: u64) -> Result<()> {
    drop(crate::program::Program::serve(folder, &[]).await?);
    let store = Store::open(folder)?;
    for start in (0..stories).step_by(AT_ONCE as usize) {
        let mut commits = tokio::task::JoinSet::new();
        for number in start..(start + AT_ONCE).min(stories) {
            let store = store.clone();
            let mut id = [0x5a; 16];
            id[..8].copy_from_slice(&number.to_be_bytes());
            commits.spawn(async move { store.commit(batch(id, number)).await });
        }
        while let Some(done) = commits.join_next().await {
            done??;
        }
    }
    store.close().await;
    eprintln!("  {stories} stories are in; making their pages");
    let done = Command::new(binary()?).args(["rebuild", "--dir"]).arg(folder).status()?;
    ensure!(done.success(), "rebuild failed");
    // The archive lies on the disk before anything is measured: its writing back would wait in the way of our syncs.
    ensure!(Command::new("sync").status()?.success(), "sync failed");
    Ok(())
}
