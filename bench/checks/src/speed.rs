//! How long the checks take: a story, ten thousand pairs, and whether the time grows as the text does.
//!
//! The text is made of the phrases that `faults` puts in, all of them right: thick with figures, dates, names and
//! quotations, so that every rule has more to do than in common news. The pairs are the news of `ntrex-dev`.

use crate::faults::{self, stories};
use anyhow::Result;
use std::time::{Duration, Instant};

const STORIES: usize = 60;
const PAIRS: usize = 10_000;

/// Prints the rows of the table.
///
/// # Errors
/// When the phrases or the corpus are not there.
pub fn run() -> Result<()> {
    println!("| what | measured | asked |\n|---|---|---|");
    for (lang, _) in stories::LANGUAGES {
        let mut times = (0..STORIES)
            .map(|number| {
                let line = faults::thick(lang, &format!("speed/{number}"), Some(800), 0)?;
                time_of(|| story(&line))
            })
            .collect::<Result<Vec<Duration>>>()?
            // The first readings also load what is loaded once.
            .split_off(STORIES / 6);
        times.sort_unstable();
        let at = |part: usize| ms(times.get((times.len() - 1) * part / 100).copied().unwrap_or_default());
        println!("| `check-story`, 800 words, all rules, {lang} | p50 {} / p99 {} | <= 5 ms |", at(50), at(99));
    }
    for (lang, _) in stories::LANGUAGES {
        let mut took = Vec::new();
        for size in [1_000_000, 2_000_000] {
            let line = faults::thick(lang, "speed/long", None, size)?;
            took.push((0..3).map(|_| time_of(|| story(&line))).collect::<Result<Vec<_>>>()?.into_iter().min());
        }
        let took: Vec<Duration> = took.into_iter().flatten().collect();
        if let [half, whole] = took.as_slice() {
            let ratio = whole.as_secs_f64() / half.as_secs_f64();
            println!("| `check-story`, 2 MB, {lang} | {} ({ratio:.2} times 1 MB) | <= 2 s |", ms(*whole));
        }
    }
    let pairs = stories::pairs(&stories::corpora(), PAIRS)?;
    let languages = lang::Languages::built_in();
    let begun = Instant::now();
    for pair in &pairs {
        std::hint::black_box(checks::lines::pair(pair, languages)?);
    }
    println!("| `check-pair`, {} sentence pairs, one core | {} | <= 2 s |", pairs.len(), ms(begun.elapsed()));
    Ok(())
}

fn story(line: &str) -> Result<()> {
    std::hint::black_box(checks::lines::story(line, lang::Languages::built_in())?);
    Ok(())
}

fn time_of(work: impl Fn() -> Result<()>) -> Result<Duration> {
    let begun = Instant::now();
    work()?;
    Ok(begun.elapsed())
}

fn ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}
