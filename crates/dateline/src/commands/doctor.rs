//! `dateline doctor`: whether everything around the agency is as it should be, and what to do where it is not.

use super::{Context, output};
use crate::{
    config::{self, Agency},
    fault::{Fault, Result, Whose},
    folder,
};
use clap::Args;
use serde::Serialize;
use std::path::Path;

mod folder_checks;
mod newsroom_checks;

/// Look whether everything is as it should be, and say what to do where it is not
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  dateline doctor

Each line is ok, warn or fail. Ends with 1 when something fails. `dateline verify` looks at every hash and page.")]
pub struct Doctor {
    /// Print it as JSON
    #[arg(long)]
    json: bool,
}

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// As it should be.
    Ok,
    /// It works, and may not for long.
    Warn,
    /// It does not work.
    Fail,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What.
    pub what: &'static str,
    /// How it is.
    pub level: Level,
    /// In words.
    pub says: String,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

impl Finding {
    fn ok(what: &'static str, says: impl Into<String>) -> Self {
        Self { what, level: Level::Ok, says: says.into(), help: None }
    }

    fn warn(what: &'static str, says: impl Into<String>, help: impl Into<String>) -> Self {
        Self { what, level: Level::Warn, says: says.into(), help: Some(help.into()) }
    }

    fn fail(what: &'static str, says: impl Into<String>, help: impl Into<String>) -> Self {
        Self { what, level: Level::Fail, says: says.into(), help: Some(help.into()) }
    }

    fn fault(what: &'static str, fault: &Fault) -> Self {
        Self { what, level: Level::Fail, says: fault.says.clone(), help: fault.help.clone() }
    }
}

impl Doctor {
    /// Looks.
    ///
    /// # Errors
    /// When something fails.
    pub async fn run(self, context: &Context) -> Result<()> {
        let findings = look(context.folder()).await;
        if self.json {
            output::json(&findings)?;
        } else {
            output::words(&findings.iter().map(line).collect::<String>())?;
        }
        match findings.iter().filter(|f| f.level == Level::Fail).count() {
            0 => Ok(()),
            n => Err(Fault::new(Whose::Refused, "unwell", format!("{} of {} looks failed", n, findings.len()))),
        }
    }
}

fn line(finding: &Finding) -> String {
    use crate::say::paint;
    let mark = match finding.level {
        Level::Ok => paint::green("ok  "),
        Level::Warn => paint::yellow("warn"),
        Level::Fail => paint::red("fail"),
    };
    let help = finding.help.as_ref().map(|help| format!("\n                   {help}")).unwrap_or_default();
    format!("{mark}  {:<11}  {}{help}\n", finding.what, finding.says)
}

async fn look(path: &Path) -> Vec<Finding> {
    let mut out = vec![match folder::must_hold_agency(path) {
        Ok(()) => Finding::ok("folder", format!("an agency in {}", folder::shown(path))),
        Err(fault) => return vec![Finding::fault("folder", &fault)],
    }];
    out.extend(folder_checks::all(path));
    match Agency::in_folder(path) {
        Ok(agency) => {
            out.push(Finding::ok(config::FILE, agency.name.clone()));
            out.extend(folder_checks::languages(path, &agency));
            out.extend(folder_checks::style(path, &agency));
            out.push(folder_checks::site_url(&agency));
            out.extend(newsroom_checks::all(path).await);
        }
        Err(fault) => out.push(Finding::fault(config::FILE, &fault)),
    }
    out
}
