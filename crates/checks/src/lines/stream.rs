//! Many lines in one run: answered by a few at once, written in the order in which they came.

use super::{BadLine, LONGEST_LINE};
use lang::Languages;
use std::{
    io::{BufRead, Read, Write},
    sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel},
    thread,
};

/// How many answer at once.
const WORKERS: usize = 2;
/// How many lines each of them may have waiting: what is read ahead is bounded, however long the input is.
const WAITING: usize = 16;

/// What answers one line.
pub type Answering = fn(&str, &Languages) -> Result<String, BadLine>;

/// Why the lines could not be answered to the end.
#[derive(Debug)]
pub enum Ended {
    /// The input cannot be read.
    Input(std::io::Error),
    /// The output cannot be written.
    Output(std::io::Error),
}

/// A line, or why there is none.
type Line = Result<String, BadLine>;

/// An answer, and whether the line was a bad one.
type Answer = (bool, String);

/// Answers every line that is not empty with one line. A line that cannot be answered gets
/// `{"error":"...","line":n}`, counted from 1. Gives back how many such lines there were.
///
/// # Errors
/// [`Ended`] when the input cannot be read or the output cannot be written.
pub fn stream(
    mut input: impl BufRead,
    out: impl Write + Send,
    answering: Answering,
    languages: &Languages,
) -> Result<u64, Ended> {
    thread::scope(|scope| {
        let (brought, taken): (Vec<_>, Vec<_>) = (0..WORKERS)
            .map(|_| {
                let (bring, lines) = sync_channel(WAITING);
                let (give, answers) = sync_channel(WAITING);
                scope.spawn(move || work(&lines, &give, answering, languages));
                (bring, answers)
            })
            .unzip();
        let writer = scope.spawn(move || write(&taken, out));
        let read = bring(&mut input, &brought);
        drop(brought);
        let wrong = writer.join().map_err(|_| Ended::Output(std::io::Error::other("a thread is gone")))?;
        read.map_err(Ended::Input)?;
        wrong.map_err(Ended::Output)
    })
}

/// Hands the lines out in turn, for as long as somebody takes them.
fn bring(input: &mut impl BufRead, workers: &[SyncSender<(u64, Line)>]) -> std::io::Result<()> {
    let mut turn = workers.iter().cycle();
    for number in 1.. {
        let Some(line) = next(input)? else { break };
        if line.as_ref().is_ok_and(|line| line.trim().is_empty()) {
            continue;
        }
        if turn.next().is_none_or(|worker| worker.send((number, line)).is_err()) {
            break;
        }
    }
    Ok(())
}

fn work(lines: &Receiver<(u64, Line)>, give: &SyncSender<Answer>, answering: Answering, languages: &Languages) {
    for (number, line) in lines {
        let answered = match line.and_then(|line| answering(&line, languages)) {
            Ok(answer) => (false, answer),
            Err(why) => (true, serde_json::json!({"error": why.to_string(), "line": number}).to_string()),
        };
        if give.send(answered).is_err() {
            return;
        }
    }
}

/// Takes the answers in the turn in which the lines were handed out, and writes them.
fn write(workers: &[Receiver<Answer>], mut out: impl Write) -> std::io::Result<u64> {
    let mut wrong = 0;
    for worker in workers.iter().cycle() {
        let answer = match worker.try_recv() {
            Ok(answer) => Some(answer),
            Err(TryRecvError::Disconnected) => None,
            Err(TryRecvError::Empty) => {
                // Whoever asks line by line is answered line by line.
                out.flush()?;
                worker.recv().ok()
            }
        };
        let Some((bad, answer)) = answer else { break };
        wrong += u64::from(bad);
        out.write_all(answer.as_bytes())?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(wrong)
}

/// The next line; none at the end. Of one that is too long only its length is kept.
fn next(input: &mut impl BufRead) -> std::io::Result<Option<Line>> {
    let mut bytes = Vec::new();
    let read = Read::take(&mut *input, LONGEST_LINE as u64 + 2).read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(None);
    }
    if bytes.last() != Some(&b'\n') && read > LONGEST_LINE {
        let rest = skip(input)?;
        return Ok(Some(Err(BadLine::TooLong(read + rest))));
    }
    let line = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    Ok(Some(std::str::from_utf8(line).map(str::to_owned).map_err(BadLine::NotUtf8)))
}

/// Passes over the rest of a line, and counts it.
fn skip(input: &mut impl BufRead) -> std::io::Result<usize> {
    let mut count = 0;
    loop {
        let there = input.fill_buf()?;
        let end = there.iter().position(|byte| *byte == b'\n');
        let (take, last) = end.map_or((there.len(), there.is_empty()), |at| (at + 1, true));
        count += take;
        input.consume(take);
        if last {
            return Ok(count);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn echo(line: &str, _: &Languages) -> Result<String, BadLine> {
        if line.contains("bad") { Err(BadLine::Language(line.trim().into())) } else { Ok(line.trim().to_owned()) }
    }

    fn run(input: &str) -> (u64, String) {
        let mut out = Vec::new();
        let wrong = stream(input.as_bytes(), &mut out, echo, Languages::built_in()).expect("it runs through");
        (wrong, String::from_utf8(out).expect("UTF-8"))
    }

    #[test]
    fn many_lines_are_answered_in_their_order() {
        let input: String = (0..5_000).map(|n| format!("{n}\n\n")).collect();
        let (wrong, out) = run(&input);
        assert_eq!(wrong, 0);
        assert!(out.lines().map(|line| line.parse::<u32>().expect("a number")).eq(0..5_000));
    }

    #[test]
    fn a_bad_line_is_answered_and_the_rest_goes_on() {
        let (wrong, out) = run("\u{feff}1\n\nbad\n2");
        assert_eq!(wrong, 1);
        assert_eq!(out, "1\n{\"error\":\"\\\"bad\\\" is no language tag\",\"line\":3}\n2\n");
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let long = "x".repeat(LONGEST_LINE + 5);
        let (wrong, out) = run(&format!("{long}\n1\n"));
        assert_eq!(wrong, 1);
        assert!(out.ends_with("the most\",\"line\":1}\n1\n"), "{out}");
    }
}
