//! The program: command line, `agency.toml`, the folder and its lock, the socket, the demonstration, start and stop.
//!
//! Comes in: a command line. Goes out: what a person or a program reads, and an exit code (see [`fault`]).
//! Never here: a rule of the trade, SQL, HTML, anything that depends on a language.
//!
//! | module | holds |
//! |---|---|
//! | [`args`], [`commands`] | the command line; a file for each command |
//! | [`config`], [`folder`] | `agency.toml`; the folder, its lock, languages of its own |
//! | [`assemble`] | the rooms, put together over a folder |
//! | [`call`], [`answer`], [`reach`], [`door`] | what a command asks, who answers, and the socket between them |
//! | [`found`] | what the checks found, for programs and for people |
//! | [`http`], [`ops`] | connections, within limits; health, metrics, logs, the graceful stop |
//! | [`demo`] | the demonstration |
//! | [`say`] | words for a person at a terminal |

pub mod answer;
pub mod args;
pub mod assemble;
pub mod call;
pub mod commands;
pub mod config;
pub mod demo;
pub mod door;
pub mod fault;
pub mod folder;
pub mod found;
pub mod http;
pub mod ops;
pub mod reach;
pub mod say;

use clap::Parser;
use fault::{Fault, Whose};
use std::{
    ffi::OsString,
    io::{self, IsTerminal, Write},
};

/// Carries out a command line, the program's name first, and gives back the exit code.
pub fn run(line: impl IntoIterator<Item = OsString>) -> u8 {
    let line: Vec<OsString> = line.into_iter().collect();
    let args = match args::Args::try_parse_from(&line) {
        Ok(args) => args,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { Whose::Usage.code() } else { 0 };
        }
    };
    let json = line.iter().any(|word| word == "--json");
    match commands::run(args) {
        Ok(()) => 0,
        Err(fault) => {
            complain(&fault, json);
            fault.whose.code()
        }
    }
}

/// Says what was wrong, to a program or a person.
fn complain(fault: &Fault, json: bool) {
    // What was found has been said.
    if matches!(fault.whose, Whose::Nobody | Whose::Warned | Whose::Stopped) {
        return;
    }
    let words = if json {
        serde_json::to_string(fault).unwrap_or_default()
    } else {
        let mark = if io::stderr().is_terminal() { say::paint::red("dateline:") } else { "dateline:".to_owned() };
        format!("{mark} {fault}")
    };
    // Nobody to say it to: the exit code says it.
    let _ = writeln!(io::stderr(), "{words}");
}
