//! The real program, started as a user would.

use anyhow::{Context, Result, bail};
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// A running `dateline serve`; ends with this value.
pub struct Program {
    child: Child,
    /// Where it serves.
    pub address: SocketAddr,
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The program beside this one, built for release.
pub fn binary() -> Result<PathBuf> {
    let beside = std::env::current_exe()?.with_file_name("dateline");
    if beside.exists() {
        return Ok(beside);
    }
    bail!("build the program first: cargo build --release")
}

/// A port that is free now.
pub fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

impl Program {
    /// Serves the demo agency from this folder, and waits for its first answer.
    pub async fn serve_demo(folder: &Path) -> Result<Self> {
        Self::serve(folder, &["--demo"]).await
    }

    /// Serves a folder, and waits for the first answer.
    pub async fn serve(folder: &Path, more: &[&str]) -> Result<Self> {
        let address: SocketAddr = ([127, 0, 0, 1], free_port()?).into();
        let child = Command::new(binary()?)
            .args(["serve", "--dir"])
            .arg(folder)
            .args(["--listen", &address.to_string(), "--ops", "off"])
            .args(more)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let program = Self { child, address };
        for _ in 0..12_000 {
            if get(address, "/en/", "br").await.is_ok_and(|answer| answer.status == 200) {
                return Ok(program);
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        bail!("the program does not answer")
    }

    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

/// An answer.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The body, as it came.
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as text.
    pub fn body_text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// One request over a connection of its own.
pub async fn get(address: SocketAddr, path: &str, encoding: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect(address).await?;
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: bench\r\nAccept-Encoding: {encoding}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut all = Vec::new();
    stream.read_to_end(&mut all).await?;
    let end = all.windows(4).position(|w| w == b"\r\n\r\n").context("no head")?;
    let head = String::from_utf8_lossy(&all[..end]).into_owned();
    let status = head.split_whitespace().nth(1).context("no status")?.parse()?;
    Ok(Answer { status, body: all[end + 4..].to_vec() })
}
