//! `dateline restore`: an agency from its backup, in a new epoch of its log.

use super::{Context, output};
use crate::{
    config,
    fault::{Fault, Result},
    folder::{self, Holds, Lock, keepsake},
};
use clap::Args;
use serde_json::json;
use std::{fs, os::unix::fs::DirBuilderExt, path::PathBuf};
use store::Store;

/// Make an agency from a backup, in an empty folder
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  dateline restore /backups/news-2026-11-22.db --dir news-again

A new epoch of the log begins: clients see that numbers after the backup may be given anew. Nothing that waits goes out \
until `dateline confirm`, and everybody signs in again.")]
pub struct Restore {
    /// The backup
    #[arg(value_name = "FILE")]
    from: PathBuf,
    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

impl Restore {
    /// Makes it.
    ///
    /// # Errors
    /// When the folder has an agency's store already, or the file is no backup.
    pub async fn run(self, context: &Context) -> Result<()> {
        let Some(folder) = &context.named else {
            let fault = Fault::usage("say into which folder: it has to be empty, or not there yet");
            return Err(fault.help("add --dir FOLDER"));
        };
        fs::File::open(&self.from).map_err(|e| Fault::file(&self.from, "read the backup", &e))?;
        match folder::look(folder)? {
            Holds::Nothing => {}
            Holds::Agency if !folder.join(folder::STORE).exists() => {}
            Holds::Agency | Holds::Orphan => {
                let fault = Fault::refused(format!("there is an agency in {} already", folder::shown(folder)));
                return Err(fault.help("name an empty folder with --dir; nothing is ever restored over an agency"));
            }
            Holds::Else(_) => folder::may_be_founded(folder)?,
        }
        let was_there = folder.exists();
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .map_err(|e| Fault::file(folder, "make the folder", &e))?;
        let lock = Lock::take(folder, "restore")?;
        if let Err(error) = Store::restore(&self.from, folder) {
            if !was_there {
                lock.leave(folder);
            }
            return Err(error.into());
        }
        let store = Store::open(folder)?;
        let mut written = keepsake::bring_back(folder, &store).await?;
        if !folder.join(config::FILE).exists() {
            let url = config::Agency::default().site_url;
            folder::write_new(&folder.join(config::FILE), config::template(&url).as_bytes())?;
            written.push(format!("{} (the usual one: look through it)", config::FILE));
        }
        let (log, position) = (store.log_id(), store.position());
        store.close().await;
        let value = json!({ "log": log, "n": position.n, "at": position.at, "written": written });
        if self.json {
            return output::json(&value);
        }
        let dir = folder.display();
        output::words(&format!(
            "Restored into {dir}: the log stands at no. {}, epoch {} begins. Written: {}.\n\
             Nothing goes out by itself until it is confirmed:\n  \
             dateline due --dir {dir}\n  dateline confirm --dir {dir}\n",
            position.n,
            log.epoch,
            written.join(", ")
        ))
    }
}
