//! The command line. Each command is a file of `commands`, with its arguments, its help and an example.

use crate::commands;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// A multilingual news agency in one program: copy comes in, a desk edits it, it is released, and the same moment it
/// stands on the agency's site in every language it was released in.
#[derive(Debug, Parser)]
#[command(
    name = "dateline",
    version,
    max_term_width = 100,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "\
A first look:  dateline serve --demo
In earnest:    dateline serve --dir news

While `serve` runs, the other commands go to it; otherwise they open the folder \
themselves. Who asks is on record as the operating system's user.

Exit codes: 0 done, 1 refused or something found wrong, 2 not understood, \
3 no such thing, 4 somebody else was quicker or something is in use, \
5 not allowed, 6 our fault or the disk's. Of `check`: 10 a warning, \
11 something that holds a release back."
)]
pub struct Args {
    /// The folder of the agency [default: DATELINE_DIR, or the current folder]
    #[arg(long, global = true, env = "DATELINE_DIR", hide_env = true, value_name = "FOLDER", display_order = 900)]
    pub dir: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
#[allow(missing_docs, reason = "each is documented at its own type")]
pub enum Command {
    Serve(commands::serve::Serve),
    Read(commands::read::Read),
    Convert(commands::convert::Convert),
    File(commands::file::File),
    Translate(commands::translate::Translate),
    Revise(commands::revise::Revise),
    Data(commands::data::Data),
    Release(commands::release::Release),
    Correct(commands::correct::Correct),
    Hold(commands::withdraw::Hold),
    Unhold(commands::withdraw::Unhold),
    Kill(commands::withdraw::Kill),
    Takedown(commands::withdraw::Takedown),
    Schedule(commands::schedule::Schedule),
    Move(commands::schedule::Move),
    Cancel(commands::schedule::Cancel),
    Embargo(commands::embargo::Embargo),
    Check(commands::check::Check),
    Dismiss(commands::dismiss::Dismiss),
    Undismiss(commands::dismiss::Undismiss),
    Show(commands::show::Show),
    List(commands::list::List),
    Due(commands::due::Due),
    History(commands::history::History),
    Log(commands::log::Log),
    Langid(commands::langid::Langid),
    CheckPair(commands::check_lines::CheckPair),
    CheckStory(commands::check_lines::CheckStory),
    Rebuild(commands::rebuild::Rebuild),
    Verify(commands::verify::Verify),
    Backup(commands::backup::Backup),
    Restore(commands::restore::Restore),
    Confirm(commands::confirm::Confirm),
    Doctor(commands::doctor::Doctor),
    #[command(subcommand)]
    Account(commands::account::Account),
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_holds_together() {
        Args::command().debug_assert();
    }

    /// Every command and every command of a command, each with its whole name.
    fn every_command() -> Vec<(String, clap::Command)> {
        let mut out = Vec::new();
        for command in Args::command().get_subcommands() {
            let below = command.get_subcommands().map(|of| (format!("{} {}", command.get_name(), of.get_name()), of));
            out.extend(below.map(|(name, of)| (name, of.clone())));
            out.push((command.get_name().to_owned(), command.clone()));
        }
        out
    }

    #[test]
    fn every_command_has_help_with_an_example() {
        for (name, command) in every_command() {
            assert!(command.get_about().is_some(), "{name} says nothing of itself");
            let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(after.contains(&format!("dateline {name}")), "{name} has no example");
        }
    }

    #[test]
    fn a_paragraph_of_the_help_is_one_line_which_the_terminal_breaks() {
        let own = |line: &str| !line.is_empty() && !line.starts_with(' ') && !line.ends_with(':');
        for (name, command) in every_command() {
            let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let lines: Vec<&str> = after.lines().collect();
            for pair in lines.windows(2) {
                assert!(!(own(pair[0]) && own(pair[1])), "{name}: broken before it is printed: {pair:?}");
            }
        }
    }

    #[test]
    fn an_embargo_without_a_moment_is_told_of_both_ways() {
        let fault = Args::try_parse_from(["dateline", "embargo", "clock"]).expect_err("neither").to_string();
        assert!(fault.contains("--until") && fault.contains("--lift"), "{fault}");
    }

    #[test]
    fn what_is_written_is_understood() {
        let understood = |line: &str| Args::try_parse_from(line.split_whitespace());
        for line in [
            "dateline serve --demo",
            "dateline serve --dir news --listen 127.0.0.1:9000 --ops off --log-format json",
            "dateline --dir news read -",
            "dateline read copy.txt --json --lang ur",
            "dateline convert --to ninjs wire.xml",
            "dateline convert --to nitf feed.rss --item 3",
            "dateline convert --to text - --from iptc7901",
            "dateline file copy.txt --slug clock --urgency 3 --place Baku --place Ganja --embargo +90m",
            "dateline translate clock urdu.txt --lang ur --from en@2",
            "dateline revise clock new.txt --lang en --based-on 2",
            "dateline data clock --urgency 2 --based-on 1",
            "dateline release clock",
            "dateline release clock en ur@3 --request 01h455vb4pex5vsknk084sn02q",
            "dateline correct clock --lang en --was nine --is ten --based-on 2 new.txt",
            "dateline hold clock --reason why --notice en=checking",
            "dateline kill clock --reason why",
            "dateline schedule clock en --at 2030-01-01T00:00:00Z",
            "dateline cancel clock 01h455vb4pex5vsknk084sn02q",
            "dateline embargo clock --lift",
            "dateline check clock --lang ur",
            "dateline check - --json",
            "dateline dismiss clock en 3f09 --reason why",
            "dateline release clock --despite-findings why",
            "dateline show clock --lang en --copy",
            "dateline log --after 10 --most 5 --json",
            "dateline restore backup.db --dir other",
            "dateline account add ana --right chief:ur",
        ] {
            assert!(understood(line).is_ok(), "{line}: {:?}", understood(line).err());
        }
        for line in [
            "dateline",
            "dateline revise clock new.txt --lang en",
            "dateline release",
            "dateline release clock en@x",
            "dateline convert wire.xml",
            "dateline convert --to docx wire.xml",
            "dateline release clock --request junk",
            "dateline file copy.txt --urgency 12",
            "dateline kill clock",
            "dateline embargo clock",
            "dateline dismiss clock en 3f09",
            "dateline embargo clock --lift --until +1h",
            "dateline account add ana --right king",
        ] {
            assert!(understood(line).is_err(), "{line}");
        }
    }
}
