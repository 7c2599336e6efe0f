//! `read`: one story of 800 words, from bytes to a text tree.

use crate::{
    figures::{Row, ms, quantile},
    samples,
};
use anyhow::Result;
use formats::copy::{self, House};
use std::time::{Duration, Instant};

const STORIES: u64 = 400;

pub fn run() -> Result<Vec<Row>> {
    let languages = lang::Languages::built_in();
    let house = House { languages, lang: None, taglines: &[], agency: "SCN" };
    let mut times = Vec::new();
    for number in 0..STORIES {
        let bytes = samples::copy(number, 800).into_bytes();
        times.push(time_of(|| copy::read(&bytes, &house).map(drop))?);
    }
    // The first readings also load what is loaded once.
    let mut times = times.split_off(20);
    let (p50, p99) = (quantile(&mut times, 0.5), quantile(&mut times, 0.99));
    Ok(vec![Row {
        what: "`read`, one story of 800 words, language told from the text".into(),
        ours: format!("p50 {} / p99 {}", ms(p50), ms(p99)),
        peer: "-".into(),
        ratio: None,
        asked: "<= 1 ms",
    }])
}

fn time_of<E: std::error::Error + Send + Sync + 'static>(work: impl Fn() -> Result<(), E>) -> Result<Duration> {
    let begun = Instant::now();
    work()?;
    Ok(begun.elapsed())
}
