//! `dateline langid`: which language each of many texts is in.

use super::output;
use crate::fault::{Fault, Result};
use clap::Args;
use serde::{Deserialize, Serialize};
use serde_json::value::Value;
use std::{
    borrow::Cow,
    io::{self, BufRead, BufReader, Read, Write},
};

/// Tell the language of texts: JSON lines {"id","text"} in, {"id","lang"} out
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  echo '{\"id\":1,\"text\":\"گھڑی بند ہے\"}' | dateline langid

A language that is not known is `und`. A line that is not understood is named on the standard error and left out; the \
exit code is then 1.")]
pub struct Langid {}

/// A text.
#[derive(Deserialize)]
struct Asked<'a> {
    #[serde(default)]
    id: Value,
    #[serde(borrow)]
    text: Cow<'a, str>,
}

/// Its language.
#[derive(Serialize)]
struct Told<'a> {
    id: &'a Value,
    lang: &'a str,
}

impl Langid {
    /// Tells them.
    ///
    /// # Errors
    /// When a line was not understood, or the output cannot be written.
    pub fn run(self) -> Result<()> {
        let (input, out) = (io::stdin().lock(), io::stdout().lock());
        match tell(input, out, |line, why| output::aside(&format!("line {line}: {why}\n")))? {
            0 => Ok(()),
            1 => Err(Fault::refused("1 line was not understood and left out")),
            n => Err(Fault::refused(format!("{n} lines were not understood and left out"))),
        }
    }
}

/// Tells the language of each line; gives back how many were not understood.
fn tell(input: impl Read, out: impl Write, mut bad: impl FnMut(u64, &str)) -> Result<u64> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    let mut out = io::BufWriter::with_capacity(1 << 16, out);
    let (mut line, mut number, mut wrong) = (Vec::new(), 0, 0);
    loop {
        line.clear();
        let read = input.read_until(b'\n', &mut line);
        if read.map_err(|e| Fault::ours(format!("cannot read the standard input: {e}")))? == 0 {
            break;
        }
        number += 1;
        let words = line.trim_ascii();
        let words = words.strip_prefix(b"\xef\xbb\xbf").unwrap_or(words);
        if words.is_empty() {
            continue;
        }
        match serde_json::from_slice::<Asked<'_>>(words) {
            Ok(asked) => {
                let tag = lang::identify(&asked.text).tag;
                let told = Told { id: &asked.id, lang: tag.as_str() };
                serde_json::to_writer(&mut out, &told).map_err(|e| output::unwritten(e.into()))?;
                out.write_all(b"\n").map_err(output::unwritten)?;
            }
            Err(error) => {
                wrong += 1;
                bad(number, &format!("{error}; a line is {{\"id\":..., \"text\":\"...\"}}"));
            }
        }
        // Whoever asks line by line is answered line by line.
        if input.buffer().is_empty() {
            out.flush().map_err(output::unwritten)?;
        }
    }
    out.flush().map_err(output::unwritten)?;
    Ok(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_told_and_a_bad_one_is_named() {
        let input = "\u{feff}{\"id\":\"a\",\"text\":\"The council said on Monday that the clock would be repaired.\"}\n\n\
                     {\"id\":2}\nnot json\n{\"id\":3,\"text\":\"\"}\r\n{\"id\":4,\"text\":\"a\\\"b\"}";
        let (mut out, mut bad) = (Vec::new(), Vec::new());
        let wrong = tell(input.as_bytes(), &mut out, |line, _| bad.push(line)).expect("it runs through");
        assert_eq!((wrong, bad), (2, vec![3, 4]));
        let out = String::from_utf8(out).expect("UTF-8");
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines[0], r#"{"id":"a","lang":"en"}"#);
        assert_eq!(lines[1], r#"{"id":3,"lang":"und"}"#);
        assert!(lines[2].starts_with(r#"{"id":4,"lang":"#) && lines.len() == 3);
    }
}
