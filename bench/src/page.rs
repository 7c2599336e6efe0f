//! A story page over 32 keep-alive connections, `Accept-Encoding: br`; against nginx serving the same bytes from a file.
//! Then a million reads of all pages, and the memory that the program holds.

use crate::{
    figures::{Row, rate, resident_mb},
    peers,
    program::{Program, free_port, get},
};
use anyhow::{Context, Result};
use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

const CONNECTIONS: usize = 32;
const ROUND: Duration = Duration::from_secs(5);
const ROUNDS: usize = 5;
const READS: usize = 1_000_000;

pub async fn run() -> Result<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let program = Program::serve_demo(&folder.path().join("agency")).await?;
    let front = get(program.address, "/en/", "identity").await?;
    let path = story_path(&front.body_text(), "en").context("the front page links no story")?;
    let page = get(program.address, &path, "br").await?;
    let port = free_port()?;
    let nginx = peers::nginx::serve(&folder.path().join("nginx"), port, &page.body, "br")?;
    let there: SocketAddr = ([127, 0, 0, 1], port).into();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    if nginx.is_some() {
        wait_for(there).await?;
    }
    for _ in 0..ROUNDS {
        ours.push(load(program.address, std::slice::from_ref(&path), Until::Time(ROUND)).await?);
        if nginx.is_some() {
            theirs.push(load(there, &["/page".to_owned()], Until::Time(ROUND)).await?);
        }
    }
    drop(nginx);
    let (ours, theirs) = (middle(ours), (!theirs.is_empty()).then(|| middle(theirs)));
    let mut rows = vec![Row {
        what: format!("story page, {} bytes of br, {CONNECTIONS} connections / nginx", page.body.len()),
        ours: format!("{ours:.0} a second"),
        peer: theirs.map_or_else(|| "nginx is not installed".into(), |t| format!("{t:.0} a second")),
        ratio: theirs.map(|t| ours / t),
        asked: ">= 0.9",
    }];
    let paths = all_paths(program.address).await?;
    load(program.address, &paths, Until::Reads(READS)).await?;
    let resident = resident_mb(program.pid()).context("no figure of the memory")?;
    rows.push(Row {
        what: format!("resident memory, demo agency, after {READS} page reads ({} addresses)", paths.len()),
        ours: format!("{resident:.0} MB"),
        peer: "-".into(),
        ratio: None,
        asked: "<= 80 MB",
    });
    Ok(rows)
}

fn middle(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}

async fn wait_for(there: SocketAddr) -> Result<()> {
    for _ in 0..200 {
        if TcpStream::connect(there).await.is_ok() {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    anyhow::bail!("nothing listens at {there}")
}

/// The addresses of stories that a page links.
fn story_paths(html: &str, lang: &str) -> Vec<String> {
    let start = format!("/{lang}/");
    let mut out: Vec<String> = html
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.strip_prefix(&start).is_some_and(|rest| rest.len() > 26 && rest.contains('/')))
        .map(str::to_owned)
        .collect();
    out.sort();
    out.dedup();
    out
}

fn story_path(html: &str, lang: &str) -> Option<String> {
    story_paths(html, lang).into_iter().next()
}

async fn all_paths(address: SocketAddr) -> Result<Vec<String>> {
    let mut out = Vec::new();
    for lang in ["en", "ur", "ar", "zh", "es", "fr", "ru"] {
        let front = format!("/{lang}/");
        let html = get(address, &front, "identity").await?.body_text();
        out.push(front);
        out.extend(story_paths(&html, lang));
    }
    Ok(out)
}

enum Until {
    Time(Duration),
    Reads(usize),
}

/// Reads the paths in turn over keep-alive connections; gives back the rate.
async fn load(address: SocketAddr, paths: &[String], until: Until) -> Result<f64> {
    let begun = Instant::now();
    let requests: Vec<Vec<u8>> = paths
        .iter()
        .map(|path| format!("GET {path} HTTP/1.1\r\nHost: bench\r\nAccept-Encoding: br\r\n\r\n").into_bytes())
        .collect();
    let (time, share) = match until {
        Until::Time(time) => (time, usize::MAX),
        Until::Reads(reads) => (Duration::from_secs(3600), reads / CONNECTIONS + 1),
    };
    let mut readers = Vec::new();
    for _ in 0..CONNECTIONS {
        let requests = requests.clone();
        readers.push(tokio::spawn(async move {
            let mut stream = TcpStream::connect(address).await?;
            stream.set_nodelay(true)?;
            let (mut buffer, mut count) = (Vec::with_capacity(64 * 1024), 0);
            while count < share && begun.elapsed() < time {
                stream.write_all(&requests[count % requests.len()]).await?;
                read_answer(&mut stream, &mut buffer).await?;
                count += 1;
            }
            anyhow::Ok(count)
        }));
    }
    let mut count = 0;
    for reader in readers {
        count += reader.await??;
    }
    Ok(rate(count, begun.elapsed()))
}

/// Reads one answer whole: its head, then as many bytes as `Content-Length` says.
async fn read_answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Result<()> {
    buffer.clear();
    let mut need = None;
    loop {
        if need.is_none()
            && let Some(end) = buffer.windows(4).position(|w| w == b"\r\n\r\n")
        {
            let head = std::str::from_utf8(&buffer[..end])?.to_ascii_lowercase();
            anyhow::ensure!(head.starts_with("http/1.1 200"), "{}", head.lines().next().unwrap_or_default());
            let length = head.lines().find_map(|l| l.strip_prefix("content-length:")).context("no length")?;
            need = Some(end + 4 + length.trim().parse::<usize>()?);
        }
        if need.is_some_and(|need| buffer.len() >= need) {
            return Ok(());
        }
        anyhow::ensure!(stream.read_buf(buffer).await? > 0, "the server hung up");
    }
}
