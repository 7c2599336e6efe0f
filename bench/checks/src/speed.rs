//! How long the checks take: a story, ten thousand pairs, and whether the time grows as the text does.
//!
//! The text is made of the phrases that `faults` puts in, all of them right: thick with figures, dates, names and
//! quotations, so that every rule has more to do than in common news. The pairs are the news of `ntrex-dev`.
//! What is counted is the processor's time of this one thread, where Linux tells it: others who use the machine do
//! not slow it.

use crate::faults::{self, stories};
use anyhow::Result;
use std::{
    hint::black_box,
    sync::LazyLock,
    time::{Duration, Instant},
};

const STORIES: usize = 60;
const PAIRS: usize = 10_000;
const LONG: usize = 2_000_000;

/// Prints the rows of the table.
///
/// # Errors
/// When the phrases or the corpus are not there.
pub fn run() -> Result<()> {
    println!("| what | measured | asked |\n|---|---|---|");
    for (lang, _) in stories::LANGUAGES {
        let lines = (0..STORIES).map(|number| faults::thick(lang, &format!("speed/{number}"), Some(800), 0));
        let lines = lines.collect::<Result<Vec<_>>>()?;
        // The first reading also loads what is loaded once.
        lines.iter().take(1).try_for_each(|line| story(line))?;
        let took = time_of(|| lines.iter().try_for_each(|line| story(line)))?;
        println!("| `check-story`, 800 words, all rules, {lang} | {} | <= 5 ms |", ms(took / STORIES as u32));
    }
    for (lang, _) in stories::LANGUAGES {
        let of = |size| {
            let line = faults::thick(lang, "speed/long", None, size)?;
            time_of(|| story(&line))
        };
        let (half, whole) = (of(LONG / 2)?, of(LONG)?);
        let ratio = whole.as_secs_f64() / half.as_secs_f64();
        println!("| `check-story`, 2 MB, {lang} | {} ({ratio:.2} times 1 MB) | <= 2 s |", ms(whole));
    }
    let pairs = stories::pairs(&stories::corpora(), PAIRS)?;
    let languages = lang::Languages::built_in();
    let took = time_of(|| {
        Ok(pairs
            .iter()
            .try_for_each(|pair| checks::lines::pair(pair, languages).map(|answer| drop(black_box(answer))))?)
    })?;
    println!("| `check-pair`, {} sentence pairs, one core | {} | <= 2 s |", pairs.len(), ms(took));
    Ok(())
}

fn story(line: &str) -> Result<()> {
    black_box(checks::lines::story(line, lang::Languages::built_in())?);
    Ok(())
}

fn time_of(work: impl Fn() -> Result<()>) -> Result<Duration> {
    let begun = now();
    work()?;
    Ok(now().saturating_sub(begun))
}

/// What this thread has used of a processor; elsewhere than on Linux, the time of day.
fn now() -> Duration {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    // The kernel brings its count up to date when it gives the processor to another.
    std::thread::yield_now();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let used = told.and_then(|told| told.split_whitespace().next()?.parse().ok());
    used.map_or_else(|| BEGUN.elapsed(), Duration::from_nanos)
}

fn ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}
