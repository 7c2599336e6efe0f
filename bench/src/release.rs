//! From the release verb to the moment at which the story, the front page and the corrections page can be read; fifty
//! releases a second, with a small and with a large archive.

use crate::{
    archive,
    figures::{Row, ms, quantile},
    samples,
};
use anyhow::{Context, Result, ensure};
use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode},
};
use lang::Languages;
use newsroom::{Actor, Ask, By, Copy, Correct, File, House, Newsroom, Pin, Release};
use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};
use store::{Pages, Store};
use story::{StoryId, Tag};
use tower::ServiceExt;
use web::site::{Masthead, Site};

const A_SECOND: u64 = 50;
const RELEASES: u64 = 1_000;
const WORDS: usize = 400;
/// The archive that the large one is held against.
const SMALL: u64 = 1_000;

pub async fn run(stories: u64) -> Result<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let mut rows = Vec::new();
    let mut small = None;
    for (place, stories) in [("small", SMALL), ("large", stories)] {
        let place = folder.path().join(place);
        archive::fill(&place, stories).await?;
        let mut times = measure(&place).await?;
        let (p50, p99) = (quantile(&mut times, 0.5), quantile(&mut times, 0.99));
        rows.push(Row {
            what: format!(
                "release verb -> story, front and corrections page read, {A_SECOND} a second, {stories} stories"
            ),
            ours: format!("p50 {} / p99 {}", ms(p50), ms(p99)),
            peer: small.map_or_else(|| "-".into(), |s| format!("p50 {} with {SMALL} stories", ms(s))),
            ratio: small.map(|s: Duration| p50.as_secs_f64() / s.as_secs_f64()),
            asked: "p50 <= 8 ms, p99 <= 25 ms, no slower than with 1,000",
        });
        small = small.or(Some(p50));
    }
    Ok(rows)
}

#[derive(Clone)]
struct Agency {
    room: Newsroom,
    app: Router,
    chief: Arc<Actor>,
    english: Tag,
}

async fn open(folder: &Path) -> Result<Agency> {
    let languages = Languages::built_in().clone();
    let store = Store::open(folder)?;
    let masthead = Masthead::new("Bench", "BEN", "http://127.0.0.1", languages.clone())?;
    let site = Site::open(masthead, store.clone(), Pages::open(folder)?).await?;
    site.settled().await;
    let house = House {
        name: "Bench".into(),
        initials: "BEN".into(),
        languages,
        taglines: Vec::new(),
        desk: "main".into(),
        style: Default::default(),
    };
    let room = Newsroom::open(house, store, Arc::new(newsroom::System), vec![site.clone()]);
    ensure!(room.followers().reach(room.store().position().n).await, "the site does not follow");
    let (app, chief) = (web::site::routes(site), Arc::new(Actor::of_the_machine("bench")));
    Ok(Agency { room, app, chief, english: "en".parse()? })
}

async fn measure(folder: &Path) -> Result<Vec<Duration>> {
    let agency = open(folder).await?;
    let mut stories = Vec::new();
    for number in 0..RELEASES {
        stories.push(agency.file(1_000_000_000 + number).await?);
    }
    let begun = Instant::now();
    let mut going = tokio::task::JoinSet::new();
    for (i, &story) in stories.iter().enumerate() {
        let (agency, i) = (agency.clone(), i as u64);
        going.spawn(async move {
            let at = begun + Duration::from_micros(i * 1_000_000 / A_SECOND);
            tokio::time::sleep_until(at.into()).await;
            // Timed from when it was due to begin, so that waiting behind others counts.
            agency.release(story, i).await?;
            anyhow::Ok(at.elapsed())
        });
    }
    let mut times = Vec::new();
    while let Some(done) = going.join_next().await {
        times.push(done??);
    }
    let store = agency.room.store().clone();
    drop(agency);
    store.close().await;
    Ok(times)
}

impl Agency {
    async fn ask(&self, ask: Ask) -> Result<newsroom::Done> {
        Ok(self.room.ask(&By::once(&self.chief), &ask).await?)
    }

    async fn file(&self, number: u64) -> Result<StoryId> {
        let copy = Copy::Text(Box::new(samples::text(number, WORDS)));
        let data = samples::data(number);
        let file = File { copy, lang: Some(self.english.clone()), desk: None, data };
        Ok(self.ask(Ask::File(file)).await?.answer.story)
    }

    /// A release; every tenth is of a story that is corrected at once, so that the corrections page changes as well.
    async fn release(&self, story: StoryId, i: u64) -> Result<()> {
        let lang = self.english.clone();
        let editions = vec![Pin { lang: lang.clone(), revision: 1 }];
        let done = self.ask(Ask::Release(Release { story, editions, despite_findings: None })).await?;
        ensure!(done.followed, "the site did not follow");
        if i % 10 == 9 {
            let copy = Some(Copy::Text(Box::new(samples::text(2_000_000_000 + i, WORDS))));
            let (was, is) = ("nine".into(), "ten".into());
            let correct = Correct {
                story,
                lang,
                based_on: 1,
                copy,
                was,
                is,
                unconcerned: None,
                made_from: None,
                despite_findings: None,
            };
            self.ask(Ask::Correct(correct)).await?;
        }
        let moved = self.get(&format!("/en/{story}")).await?;
        let place = moved.headers().get("location").context("the story is not there")?.to_str()?.to_owned();
        let place = place.strip_prefix("http://127.0.0.1").unwrap_or(&place);
        for path in [place, "/en/", "/en/corrections"] {
            let answer = self.get(path).await?;
            ensure!(answer.status() == StatusCode::OK, "{path}: {}", answer.status());
            axum::body::to_bytes(answer.into_body(), 1 << 22).await?;
        }
        Ok(())
    }

    async fn get(&self, path: &str) -> Result<axum::http::Response<Body>> {
        let request = Request::get(path).header("accept-encoding", "br").body(Body::empty())?;
        Ok(self.app.clone().oneshot(request).await?)
    }
}
