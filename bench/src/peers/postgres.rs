//! PostgreSQL: eight clients insert as many bytes, a commit each, with its own load client (`pgbench`).

use anyhow::{Context, Result, bail};
use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

const SECONDS: &str = "10";
const PORT: &str = "54399";

/// Inserts a second of eight clients, each insert one commit of a revision with its text, a release and a log entry;
/// nothing when it is not installed.
pub fn inserts_a_second(bytes: usize) -> Result<Option<f64>> {
    let Some(bin) = binaries() else { return Ok(None) };
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    // PostgreSQL refuses to run as root: everything is done as its own user.
    run_in(&["chown", "postgres", text(folder.path())?])?;
    as_postgres(&bin, &["initdb", "-D", text(&data)?, "--auth=trust", "-E", "UTF8"])?;
    let options = format!("-p {PORT} -c listen_addresses= -c unix_socket_directories={}", folder.path().display());
    as_postgres(&bin, &["pg_ctl", "-D", text(&data)?, "-o", &options, "-w", "-l", "/dev/null", "start"])?;
    let measured = load(&bin, folder.path(), bytes);
    as_postgres(&bin, &["pg_ctl", "-D", text(&data)?, "-m", "immediate", "stop"])?;
    measured.map(Some)
}

fn load(bin: &Path, folder: &Path, bytes: usize) -> Result<f64> {
    let tables = "create table text (hash bytea primary key, body text); \
        create table revision (id bigserial primary key, hash bytea, by text, at timestamptz); \
        create table release (id bigserial primary key, revision bigint, kind text); \
        create table log (n bigserial primary key, entry text, hash bytea);";
    let socket = text(folder)?;
    as_postgres(bin, &["psql", "-h", socket, "-p", PORT, "-d", "postgres", "-qc", tables])?;
    let script = folder.join("insert.sql");
    // Literals of the size of ours; the server has nothing to compute.
    let (body, entry) = ("x".repeat(bytes), "x".repeat(480));
    std::fs::write(
        &script,
        format!(
            "\\set a random(1, 9000000000000000000)\n\\set b random(1, 9000000000000000000)\nbegin;\n\
             insert into text values (int8send(:a) || int8send(:b), '{body}');\n\
             insert into revision (hash, by, at) values (int8send(:a), 'bench', now());\n\
             insert into release (revision, kind) values (:b, 'first');\n\
             insert into log (entry, hash) values ('{entry}', int8send(:a));\ncommit;\n"
        ),
    )?;
    let said = as_postgres(
        bin,
        &[
            "pgbench",
            "-h",
            socket,
            "-p",
            PORT,
            "-n",
            "-c",
            "8",
            "-j",
            "2",
            "-T",
            SECONDS,
            "-M",
            "prepared",
            "-f",
            text(&script)?,
            "postgres",
        ],
    )?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let line = said.lines().find(|l| l.starts_with("tps = ")).context("pgbench named no rate")?;
    Ok(line.split_whitespace().nth(2).context("no figure")?.parse()?)
}

fn binaries() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> =
        std::fs::read_dir("/usr/lib/postgresql").ok()?.filter_map(|e| Some(e.ok()?.path().join("bin"))).collect();
    versions.sort();
    versions.into_iter().rev().find(|bin| bin.join("initdb").exists() && bin.join("pgbench").exists())
}

fn text(path: &Path) -> Result<&str> {
    path.to_str().context("a path that is no text")
}

fn run_in(words: &[&str]) -> Result<Output> {
    let done = Command::new(words[0]).args(&words[1..]).current_dir("/").output()?;
    if !done.status.success() {
        bail!("{}: {}", words.join(" "), String::from_utf8_lossy(&done.stderr));
    }
    Ok(done)
}

fn as_postgres(bin: &Path, words: &[&str]) -> Result<Output> {
    let program = bin.join(words[0]);
    let mut all = vec!["runuser", "-u", "postgres", "--", text(&program)?];
    all.extend(&words[1..]);
    run_in(&all)
}
