//! `dateline serve`: the site, the desk, and the door for the other commands.

use super::{Context, output};
use crate::{
    assemble::Works,
    config, demo,
    door::Door,
    fault::{Fault, Result},
    folder::{self, Folder},
    http,
    ops::{self, Meter, logs},
    say::paint,
};
use clap::Args;
use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    str::FromStr,
    sync::Arc,
};
use url::Url;

/// The folder of the demonstration, when no other is named.
const DEMO: &str = "demo-agency";

/// Serve the site and the desk
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline serve --demo                                 a demonstration in ./demo-agency
  dateline serve --dir news                             an agency; an empty folder becomes one
  dateline serve --dir news --listen 0.0.0.0:8700 --log-format json

Ctrl-C stops it in order: what was begun is finished. Put a server that speaks HTTPS in front of it before you let the \
world in, and say its address as site_url in agency.toml.")]
pub struct Serve {
    /// The address to listen on
    #[arg(long, default_value = "127.0.0.1:8700", value_name = "ADDRESS:PORT")]
    listen: SocketAddr,
    /// The address for /healthz and /metrics, or off
    #[arg(long, default_value = "127.0.0.1:8701", value_name = "ADDRESS:PORT")]
    ops: OpsAddress,
    /// A demonstration: an invented agency with its stories, on this machine alone
    #[arg(long)]
    demo: bool,
    /// The form of the log on the standard error
    #[arg(long, value_enum, default_value_t = logs::Format::Text, value_name = "FORMAT")]
    log_format: logs::Format,
}

/// Where the program tells of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpsAddress(Option<SocketAddr>);

impl FromStr for OpsAddress {
    type Err = String;
    fn from_str(word: &str) -> Result<Self, String> {
        if word == "off" {
            return Ok(Self(None));
        }
        word.parse().map(|at| Self(Some(at))).map_err(|_| "write it as 127.0.0.1:8701, or off".to_owned())
    }
}

impl Serve {
    /// Serves until the program is asked to stop.
    ///
    /// # Errors
    /// When the folder or an address cannot be used.
    pub async fn run(self, context: &Context) -> Result<()> {
        logs::begin(self.log_format, "info");
        let path = self.folder(context);
        self.only_here()?;
        folder::may_be_founded(&path)?;
        let listener = http::bind(self.listen, "--listen").await?;
        let ops = match self.ops.0 {
            Some(at) => Some(http::bind(at, "--ops").await?),
            None => None,
        };
        let here = listener.local_addr().map_err(Fault::ours)?;
        let works = Arc::new(open(&path, here, self.demo).await?);
        let sign_in = if self.demo { demo::play(&works).await? } else { None };

        let (_asked, stop) = ops::stop::listen()?;
        let meter = Meter::new();
        let door = tokio::spawn(Door::open(&works)?.serve(works.clone(), stop.clone()));
        let ops_at = ops.as_ref().and_then(|listener| listener.local_addr().ok());
        let ops = ops.map(|listener| {
            let routes = ops::routes(works.clone(), meter.clone());
            tokio::spawn(http::serve(listener, routes, |_| {}, stop.clone()))
        });
        let clock = tokio::spawn(works.room.clone().keep_time());
        let app = works.app();
        let count = move |status| meter.answered(status);
        let site = tokio::spawn(http::serve(listener, app, count, stop.clone()));

        let announced = announce(&works, here, ops_at, sign_in.as_deref(), self.demo).await?;
        // Nobody need read it for the site to be served.
        let _ = output::words(&announced);
        let n = works.room.store().position().n;
        tracing::info!(listen = %here, ops = ops_at.map(tracing::field::display), folder = %path.display(), log = n, "serving");
        warn(&works, here);
        let mut stop = stop;
        let _ = stop.wait_for(|stop| *stop).await;
        let _ = tokio::join!(site, door);
        if let Some(ops) = ops {
            let _ = ops.await;
        }
        clock.abort();
        works.room.store().clone().close().await;
        tracing::info!("stopped");
        Ok(())
    }

    fn folder(&self, context: &Context) -> PathBuf {
        match &context.named {
            None if self.demo => PathBuf::from(DEMO),
            _ => context.folder().to_owned(),
        }
    }

    /// The demonstration's password is on a screen: it is for this machine alone.
    fn only_here(&self) -> Result<()> {
        if self.demo && !self.listen.ip().is_loopback() {
            let fault =
                Fault::usage(format!("a demonstration is served on this machine alone, not on {}", self.listen));
            return Err(fault.help(format!("leave --listen out, or name 127.0.0.1:{}", self.listen.port())));
        }
        Ok(())
    }
}

/// Where a browser on this machine finds what listens here.
fn address(at: SocketAddr) -> String {
    let ip = match at.ip() {
        ip if !ip.is_unspecified() => ip,
        _ => IpAddr::V4(Ipv4Addr::LOCALHOST),
    };
    format!("http://{}", SocketAddr::new(ip, at.port()))
}

async fn open(path: &Path, here: SocketAddr, demo: bool) -> Result<Works> {
    let url = Url::parse(&address(here)).map_err(Fault::ours)?;
    let file = if demo { demo::agency(&url) } else { config::template(&url) };
    let folder = Folder::take_or_found(path, if demo { "serve --demo" } else { "serve" }, &file)?;
    Works::open(folder).await
}

/// What a person is told when everything stands.
async fn announce(
    works: &Works,
    here: SocketAddr,
    ops: Option<SocketAddr>,
    sign_in: Option<&str>,
    is_demo: bool,
) -> Result<String> {
    let (root, name) = (address(here), &works.agency.name);
    let mut out = format!("{} is served. Ctrl-C stops it.\n\n", paint::strong(name));
    let mut row =
        |label: &str, words: &str| out.push_str(&format!("{} {words}\n", paint::faint(&format!("{label:>8}"))));
    for (n, profile) in works.look.languages.iter().enumerate() {
        row(if n == 0 { "site" } else { "" }, &format!("{root}/{}/  {}", profile.tag(), profile.name()));
    }
    if is_demo && let Some(path) = demo::a_story(works).await? {
        row("story", &format!("{root}{path}"));
    }
    row("desk", &format!("{root}/desk"));
    sign_in.iter().flat_map(|words| words.lines()).for_each(|line| row("", line));
    if !is_demo && let Some(token) = works.room.first_token().await? {
        row("", &format!("There is no account yet. Make the first one at {root}/desk/first"));
        row("", &format!("with this token, which is good for once: {}", paint::strong(&token)));
    } else if works.room.store().accounts().await?.iter().all(|account| account.closed) {
        row("", "Every account is closed: `dateline account add NAME --right administrator` makes another.");
    }
    if let Some(ops) = ops {
        row("ops", &format!("{0}/healthz  {0}/metrics", address(ops)));
    }
    let path = works.folder.path();
    row("folder", &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()).display().to_string());
    out.push('\n');
    Ok(out)
}

/// What is probably not meant.
fn warn(works: &Works, here: SocketAddr) {
    let url = &works.agency.site_url;
    let local = url.host_str().is_some_and(|host| host == "localhost" || host.starts_with("127.") || host == "[::1]");
    if local && !here.ip().is_loopback() {
        tracing::warn!(%url, "site_url in agency.toml is an address of this machine: readers elsewhere cannot follow it");
    } else if local && url.port_or_known_default() != Some(here.port()) {
        tracing::warn!(%url, %here, "site_url in agency.toml is not where the site is served");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn serve(line: &str) -> Serve {
        use clap::Parser;
        let args = crate::args::Args::try_parse_from(line.split_whitespace()).expect("understood");
        match args.command {
            crate::args::Command::Serve(serve) => serve,
            _ => panic!("{line}"),
        }
    }

    #[test]
    fn a_demonstration_stays_on_this_machine() {
        assert!(serve("dateline serve --demo").only_here().is_ok());
        assert!(serve("dateline serve --demo --listen [::1]:8700").only_here().is_ok());
        let fault = serve("dateline serve --demo --listen 0.0.0.0:8700").only_here().expect_err("the whole world");
        assert_eq!(fault.whose.code(), 2);
        assert!(serve("dateline serve --listen 0.0.0.0:8700").only_here().is_ok());
    }

    #[test]
    fn an_address_is_one_that_a_browser_can_open() {
        assert_eq!(address(([0, 0, 0, 0], 8700).into()), "http://127.0.0.1:8700");
        assert_eq!(address(([127, 0, 0, 1], 80).into()), "http://127.0.0.1:80");
        let six: SocketAddr = "[::1]:8700".parse().expect("an address");
        assert_eq!(address(six), "http://[::1]:8700");
    }

    #[test]
    fn the_demonstration_has_a_folder_of_its_own() {
        let context = |named: Option<&str>| Context { named: named.map(PathBuf::from) };
        assert_eq!(serve("dateline serve --demo").folder(&context(None)), Path::new("demo-agency"));
        assert_eq!(serve("dateline serve --demo").folder(&context(Some("x"))), Path::new("x"));
        assert_eq!(serve("dateline serve").folder(&context(None)), Path::new("."));
    }

    #[test]
    fn ops_may_be_off() {
        assert_eq!("off".parse(), Ok(OpsAddress(None)));
        assert!("somewhere".parse::<OpsAddress>().is_err());
    }
}
