//! The real program, started as a user would start it, and its socket.

use dateline::{
    call::{Call, Tell},
    door::{Client, Unreached},
};
use newsroom::{Ask, Copy, File, Pin, Release};
use std::{
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};
use story::{Data, RequestId, StoryId, Text};

/// The program.
pub const BINARY: &str = env!("CARGO_BIN_EXE_dateline");
/// How long anything here may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running `dateline serve`. It is killed when this value goes.
pub struct Serving {
    child: Child,
    folder: PathBuf,
    /// What it printed until it was ready.
    pub said: Vec<String>,
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Runs a command of the program to its end.
pub fn run(words: &[&str]) -> Output {
    run_with(words, Stdio::null())
}

/// Runs a command that is handed something, to its end.
pub fn run_with(words: &[&str], input: impl Into<Stdio>) -> Output {
    // What is found is said in the language of the system.
    let mut command = Command::new(BINARY);
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().for_each(|name| _ = command.env_remove(name));
    command.args(words).stdin(input).output().expect("the program")
}

/// Runs a command that has to succeed and gives back what it printed.
pub fn says(words: &[&str]) -> String {
    let done = run(words);
    let (out, err) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success(), "{words:?}: {out}{err}");
    out.into_owned()
}

impl Serving {
    /// Serves a folder on a port of its own choice.
    pub fn start(folder: &Path) -> Self {
        Self::with(Command::new(BINARY), folder, &[])
    }

    /// Serves with more words on the command line, under a program such as `strace`.
    pub fn with(mut command: Command, folder: &Path, more: &[&str]) -> Self {
        command.args(["serve", "--listen", "127.0.0.1:0", "--ops", "off", "--dir"]).arg(folder).args(more);
        // A group of its own: what a tracer starts goes with it.
        command.process_group(0);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program");
        let mut said = Vec::new();
        let out = BufReader::new(child.stdout.take().expect("its output"));
        let mut lines = out.lines();
        for line in lines.by_ref().map_while(Result::ok) {
            let ready = line.trim_start().starts_with("folder");
            said.push(line);
            if ready {
                break;
            }
        }
        // What it prints later must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, folder: folder.to_owned(), said }
    }

    /// `kill -9`.
    pub fn kill(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            let group = format!("-{}", self.child.id());
            let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
            let _ = self.child.wait();
        }
    }

    /// Where it serves, as it printed it.
    pub fn address(&self) -> String {
        let mut words = self.said.iter().flat_map(|line| line.split_whitespace());
        let url = words.find(|w| w.starts_with("http://127.0.0.1:")).expect("an address");
        let rest = url.trim_start_matches("http://");
        rest.split('/').next().expect("host and port").to_owned()
    }

    /// A line to its newsroom.
    pub async fn line(&self) -> Client {
        line(&self.folder).await
    }
}

/// A line to the newsroom of a folder, as soon as somebody is there.
pub async fn line(folder: &Path) -> Client {
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until {
        if let Ok(Some(client)) = Client::reach(folder).await {
            return client;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("nobody serves {}", folder.display());
}

fn quiet() -> Tell {
    Arc::new(|_| {})
}

/// Asks a verb; nothing when the line broke.
pub async fn ask(line: &mut Client, request: RequestId, ask: Ask) -> Option<serde_json::Value> {
    match line.call(&Call::Ask { request, ask: Box::new(ask) }, &quiet()).await {
        Ok(answer) => Some(answer.value),
        Err(Unreached::Broken(_)) => None,
        Err(Unreached::Fault(fault)) => panic!("{fault:?}"),
    }
}

/// Any other question, which has to be answered.
pub async fn call(line: &mut Client, call: Call) -> serde_json::Value {
    line.call(&call, &quiet()).await.expect("an answer").value
}

fn request(now: u64, n: u64) -> RequestId {
    let mut chance = [0; 10];
    chance[..8].copy_from_slice(&n.to_be_bytes());
    RequestId::from_parts(now, chance)
}

/// Files a text and releases it, as one writer does; what was acknowledged: the story, and its number in the log.
pub async fn file_and_release(line: &mut Client, (writer, n): (u64, u64), text: Text) -> Acknowledged {
    let copy = Copy::Text(Box::new(text));
    let file = File { copy, lang: Some(super::tag("en")), desk: None, data: Data::default() };
    let Some(filed) = ask(line, request(writer, 2 * n), Ask::File(file)).await else { return Acknowledged::Nothing };
    let story: StoryId = filed["answer"]["story"].as_str().expect("a story").parse().expect("an identity");
    let editions = vec![Pin { lang: super::tag("en"), revision: 1 }];
    let release = Ask::Release(Release { story, editions, despite_findings: None });
    match ask(line, request(writer, 2 * n + 1), release).await {
        Some(done) => Acknowledged::Released(story, done["answer"]["released"][0]["n"].as_u64().expect("a number")),
        None => Acknowledged::Filed(story),
    }
}

/// What a writer was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acknowledged {
    /// The line broke before an answer.
    Nothing,
    /// The story is kept.
    Filed(StoryId),
    /// It has this number in the log.
    Released(StoryId, u64),
}

/// One request over a connection of its own: the whole answer as text.
pub async fn get(address: &str, path: &str) -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut stream = tokio::net::TcpStream::connect(address).await.expect("somebody listens");
    let head = format!("GET {path} HTTP/1.1\r\nHost: test\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await.expect("a request");
    let mut all = Vec::new();
    stream.read_to_end(&mut all).await.expect("an answer");
    String::from_utf8_lossy(&all).into_owned()
}
