//! The commands, one file each: arguments, help with an example, and what is done.

pub mod account;
pub mod backup;
pub mod check;
pub mod check_lines;
pub mod confirm;
pub mod convert;
pub mod correct;
pub mod data;
pub mod dismiss;
pub mod doctor;
pub mod due;
pub mod embargo;
pub mod file;
pub mod history;
pub mod langid;
pub mod list;
pub mod log;
pub mod read;
pub mod rebuild;
pub mod release;
pub mod restore;
pub mod revise;
pub mod schedule;
pub mod serve;
pub mod show;
pub mod translate;
pub mod verify;
pub mod withdraw;

mod input;
mod output;
mod progress;
mod verb;

pub use output::print;

use crate::{
    args::{Args, Command},
    fault::{Fault, Result},
};
use std::{
    future::Future,
    path::{Path, PathBuf},
};

/// What every command knows: where the agency is.
#[derive(Debug, Clone)]
pub struct Context {
    /// The folder that was named.
    pub named: Option<PathBuf>,
}

impl Context {
    /// The folder of the agency: the one that was named, else the current one.
    pub fn folder(&self) -> &Path {
        self.named.as_deref().unwrap_or(Path::new("."))
    }
}

/// Carries out what the command line says.
///
/// # Errors
/// The command's.
pub fn run(args: Args) -> Result<()> {
    let context = Context { named: args.dir };
    match args.command {
        Command::Read(it) => it.run(&context),
        Command::Convert(it) => it.run(&context),
        Command::Langid(it) => it.run(),
        Command::CheckPair(it) => it.run(),
        Command::CheckStory(it) => it.run(),
        Command::Serve(it) => wait(it.run(&context))?,
        Command::File(it) => wait(it.run(&context))?,
        Command::Translate(it) => wait(it.run(&context))?,
        Command::Revise(it) => wait(it.run(&context))?,
        Command::Data(it) => wait(it.run(&context))?,
        Command::Release(it) => wait(it.run(&context))?,
        Command::Correct(it) => wait(it.run(&context))?,
        Command::Hold(it) => wait(it.run(&context))?,
        Command::Unhold(it) => wait(it.run(&context))?,
        Command::Kill(it) => wait(it.run(&context))?,
        Command::Takedown(it) => wait(it.run(&context))?,
        Command::Schedule(it) => wait(it.run(&context))?,
        Command::Move(it) => wait(it.run(&context))?,
        Command::Cancel(it) => wait(it.run(&context))?,
        Command::Embargo(it) => wait(it.run(&context))?,
        Command::Check(it) => wait(it.run(&context))?,
        Command::Dismiss(it) => wait(it.run(&context))?,
        Command::Undismiss(it) => wait(it.run(&context))?,
        Command::Show(it) => wait(it.run(&context))?,
        Command::List(it) => wait(it.run(&context))?,
        Command::Due(it) => wait(it.run(&context))?,
        Command::History(it) => wait(it.run(&context))?,
        Command::Log(it) => wait(it.run(&context))?,
        Command::Rebuild(it) => wait(it.run(&context))?,
        Command::Verify(it) => wait(it.run(&context))?,
        Command::Backup(it) => wait(it.run(&context))?,
        Command::Restore(it) => wait(it.run(&context))?,
        Command::Confirm(it) => wait(it.run(&context))?,
        Command::Doctor(it) => wait(it.run(&context))?,
        Command::Account(it) => wait(it.run(&context))?,
    }
}

fn wait<T>(work: impl Future<Output = T>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|e| Fault::ours(format!("the program cannot start its threads: {e}")))?;
    Ok(runtime.block_on(work))
}
