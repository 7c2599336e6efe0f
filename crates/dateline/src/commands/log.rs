//! `dateline log`: everything that went out, in its one order.

use super::{Context, output};
use crate::{
    call::{Answer, Call},
    fault::{Fault, Result},
    reach::Reach,
};
use clap::Args;
use story::Entry;

/// Show the log: everything that went out, in one order without holes
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline log                    the newest entries
  dateline log --after 0 --json   from the beginning, an entry a line
  dateline log --follow           as it grows, while `dateline serve` runs")]
pub struct Log {
    /// Entries behind this number [default: the newest ones]
    #[arg(long, value_name = "NUMBER")]
    after: Option<u64>,
    /// How many at most
    #[arg(long, default_value_t = 20, value_name = "NUMBER", conflicts_with = "follow")]
    most: usize,
    /// Wait for further entries, until Ctrl-C
    #[arg(long)]
    follow: bool,
    /// Print it as JSON, an entry a line
    #[arg(long)]
    json: bool,
}

/// Entries asked for at once while following.
const AT_ONCE: usize = 500;

impl Log {
    /// Shows it.
    ///
    /// # Errors
    /// When the newsroom cannot be reached.
    pub async fn run(self, context: &Context) -> Result<()> {
        let mut reach = Reach::open(context.folder(), "log").await?;
        let mut after = self.after;
        let most = if self.follow && after.is_some() { AT_ONCE } else { self.most };
        loop {
            // Without a program that serves, this one holds the folder, and nobody else can release anything.
            if self.follow && !reach.is_serving() {
                reach.close().await;
                let fault = Fault::refused("nothing is served from this folder, so that the log does not grow");
                return Err(fault.help("start `dateline serve`, or leave --follow out"));
            }
            let answer = reach.ask(&Call::Log { after, most, wait: self.follow && after.is_some() }).await;
            if !self.follow {
                reach.close().await;
                return self.print(&answer?);
            }
            let answer = answer?;
            let last = answer.value.as_array().and_then(|entries| entries.last()).and_then(|e| e["n"].as_u64());
            after = last.or(after).or(Some(0));
            self.print(&answer)?;
        }
    }

    /// For a program each entry is the very bytes that its hash is taken of.
    fn print(&self, answer: &Answer) -> Result<()> {
        if !self.json {
            return output::words(&answer.words);
        }
        let entries: Vec<Entry> = serde_json::from_value(answer.value.clone()).map_err(Fault::ours)?;
        let lines: Vec<u8> = entries.iter().flat_map(|entry| [entry.stored(), b"\n".to_vec()].concat()).collect();
        output::bytes(&lines)
    }
}
