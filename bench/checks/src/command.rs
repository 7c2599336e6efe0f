//! Whoever answers the lines: the checks of this build, or a command that is given.

use anyhow::{Context, Result, ensure};
use lang::{Folder, Languages};
use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
};

/// The built-in languages, with those whose folder stands in `data` read from there: whoever mends a pattern need not
/// build.
///
/// # Errors
/// When a folder cannot be read, or something is wrong with it.
pub fn languages(data: Option<&str>) -> Result<Languages> {
    let mut languages = Languages::built_in().clone();
    let tags: Vec<_> = languages.tags().cloned().collect();
    for tag in tags {
        let Some(folder) = data.map(|data| Path::new(data).join(tag.as_str())).filter(|folder| folder.is_dir()) else {
            continue;
        };
        let Some(mut built_in) = Folder::built_in(&tag) else { continue };
        for (name, bytes) in &mut built_in.files {
            *bytes = std::fs::read(folder.join(name)).with_context(|| format!("{tag}: {name}"))?.into();
        }
        languages = languages.with(built_in)?;
    }
    Ok(languages)
}

/// Answers of `check-story` to these lines, in their order. Without a command the checks of this build answer.
///
/// # Errors
/// When the command cannot be run or answers with fewer lines.
pub fn answers(command: Option<&str>, languages: &Languages, lines: Vec<String>) -> Result<Vec<serde_json::Value>> {
    let asked = lines.len();
    let answered = match command {
        None => lines.iter().map(|line| own(line, languages)).collect::<Result<Vec<_>>>()?,
        Some(command) => run(command, lines)?,
    };
    ensure!(answered.len() == asked, "{asked} lines asked, {} answered", answered.len());
    Ok(answered)
}

/// Answers `check-story` lines of standard input, with the languages of `--data FOLDER`, if that is given.
///
/// # Errors
/// When a language cannot be read, or a line is none.
pub fn story(words: &[String]) -> Result<()> {
    let data = words.iter().position(|word| word == "--data").and_then(|at| words.get(at + 1));
    let languages = languages(data.map(String::as_str))?;
    for line in std::io::stdin().lock().lines() {
        println!("{}", checks::lines::story(&line?, &languages)?);
    }
    Ok(())
}

fn own(line: &str, languages: &Languages) -> Result<serde_json::Value> {
    let answer = checks::lines::story(line, languages)?;
    Ok(serde_json::from_str(&answer)?)
}

fn run(command: &str, lines: Vec<String>) -> Result<Vec<serde_json::Value>> {
    let mut words = command.split_whitespace();
    let program = words.next().context("an empty command")?;
    let mut child = Command::new(program)
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot run {program}"))?;
    let mut to = child.stdin.take().context("no standard input")?;
    let from = BufReader::new(child.stdout.take().context("no standard output")?);
    // Written beside the reading: a pipe holds only so much.
    let writer = std::thread::spawn(move || lines.iter().try_for_each(|line| writeln!(to, "{line}")));
    let mut out = Vec::new();
    for line in from.lines() {
        out.push(serde_json::from_str(&line?).context("an answer that is no JSON")?);
    }
    writer.join().map_err(|_| anyhow::anyhow!("the writer stopped"))??;
    child.wait()?;
    Ok(out)
}
