//! Language of a text: lines a second on one core, against whichlang (which knows no Urdu) on the same lines.

use crate::figures::{Row, rate};
use anyhow::Result;
use std::{hint::black_box, path::Path, time::Instant};

const ROUNDS: usize = 40;

/// The paragraphs of the demo stories, in all seven languages.
fn lines() -> Result<Vec<String>> {
    let mut out = Vec::new();
    for story in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/dateline/demo"))? {
        let story = story?.path();
        if !story.is_dir() {
            continue;
        }
        for file in std::fs::read_dir(story)? {
            let file = file?.path();
            if file.extension().is_some_and(|e| e == "txt") {
                let copy = std::fs::read_to_string(file)?;
                out.extend(copy.lines().filter(|l| !l.trim().is_empty()).map(str::to_owned));
            }
        }
    }
    Ok(out)
}

fn lines_a_second(lines: &[String], identify: impl Fn(&str)) -> f64 {
    let begun = Instant::now();
    for _ in 0..ROUNDS {
        lines.iter().for_each(|line| identify(line));
    }
    rate(lines.len() * ROUNDS, begun.elapsed())
}

pub fn run() -> Result<Vec<Row>> {
    let lines = lines()?;
    drop(lang::identify(&lines[0]));
    let ours = lines_a_second(&lines, |line| drop(black_box(lang::identify(line))));
    let theirs = lines_a_second(&lines, |line| {
        black_box(whichlang::detect_language(line));
    });
    Ok(vec![Row {
        what: format!("language of a text, one core, {} lines of the demo / whichlang", lines.len()),
        ours: format!("{ours:.0} lines a second"),
        peer: format!("{theirs:.0} lines a second"),
        ratio: Some(ours / theirs),
        asked: ">= 20,000 lines a second",
    }])
}
