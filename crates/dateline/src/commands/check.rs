//! `dateline check`: what the checks find, in a story or in a file.

use super::{
    Context, input, output,
    read::{folder, house},
};
use crate::{
    call::Call,
    fault::{Fault, Result, Whose},
    folder::style,
    found::{self, Edition, Input, Listed, Report},
    reach::Reach,
};
use checks::{Level, Material};
use clap::Args;
use formats::copy::House;
use newsroom::{Clock, Found, System};
use std::path::{Path, PathBuf};
use story::Tag;

/// Check a story or a piece of copy: dates, figures, names, quotations, form, the house's style
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline check copy.txt
  dateline check - --lang ur --json < copy.txt
  dateline check harbour-clock              every edition, each against what it was made from too
  dateline check harbour-clock --lang ur

What names a file is a file; what does not is a story. Nothing is changed. Findings are said in the language of the \
system (LANG), if the agency has it.

Exit codes: 0 nothing above a note, 10 a warning, 11 something that holds a release back.")]
pub struct Check {
    /// A file, - for the standard input, or a story: its identity, the beginning of it, or its slug
    #[arg(value_name = "STORY|FILE|-")]
    what: String,
    /// The language of the copy [default: told from the copy]; of a story, the edition [default: all]
    #[arg(long)]
    lang: Option<Tag>,
    /// Print it as JSON
    #[arg(long)]
    json: bool,
}

impl Check {
    /// Checks it.
    ///
    /// # Errors
    /// When it cannot be read; otherwise the exit code says how grave the gravest finding is.
    pub async fn run(self, context: &Context) -> Result<()> {
        let path = PathBuf::from(&self.what);
        let report = if input::is_standard_input(&path) || path.is_file() || self.what.contains('/') {
            self.file(context, &path)?
        } else {
            self.story(context).await?
        };
        if self.json {
            output::json(&report.0)?;
        } else {
            output::words(&report.1)?;
        }
        match report.0.highest {
            Some(Level::Stop) => Err(Fault::new(Whose::Stopped, "stop", "something holds a release back")),
            Some(Level::Warn) => Err(Fault::new(Whose::Warned, "warn", "something is very probably wrong")),
            Some(Level::Note) | None => Ok(()),
        }
    }

    fn file(&self, context: &Context, path: &Path) -> Result<(Report, String)> {
        let bytes = input::bytes(path, formats::copy::MOST_BYTES)?;
        let (agency, languages) = house(context)?;
        let style = folder(context).map(style::read).transpose()?.unwrap_or_default();
        let taglines = agency.lines_around();
        let house =
            House { languages: &languages, lang: self.lang.as_ref(), taglines: &taglines, agency: &agency.initials };
        let reading = formats::copy::read(&bytes, &house).map_err(newsroom::Error::from)?;
        let (profile, asides) =
            (languages.profile(&reading.lang), newsroom::asides(&reading, &languages, System.now()));
        let (text, languages) = (&reading.text, &languages);
        let material = Material { text, profile: &profile, languages, date: None, asides: &asides, style: &style };
        let reader = found::profile(languages, found::reader().as_ref());
        let input = Some(Input { bytes: &bytes, reading: &reading });
        let shown = found::Shown { text: Some(text), profile: &profile, reader: &reader, input };
        let listed =
            |finding: checks::Finding| Listed::new(&Found { key: finding.key(), finding, dismissed: None }, shown);
        let findings = checks::check(&material).into_iter().map(listed).collect();
        let (what, lang) = (input::name(path), reading.lang.clone());
        let report = Report::of(vec![Edition { what, lang, revision: None, findings }]);
        let words = found::whole(&report);
        Ok((report, words))
    }

    async fn story(&self, context: &Context) -> Result<(Report, String)> {
        let mut reach = Reach::open(context.folder(), "check").await.map_err(|fault| self.no_file(fault))?;
        let call = Call::Check { story: self.what.clone(), lang: self.lang.clone(), reader: found::reader() };
        let answer = reach.ask(&call).await;
        reach.close().await;
        let answer = answer.map_err(|fault| self.no_file(fault))?;
        Ok((serde_json::from_value(answer.value).map_err(Fault::ours)?, answer.words))
    }

    /// Whoever meant a file is told that there is none of that name.
    fn no_file(&self, fault: Fault) -> Fault {
        if fault.whose == Whose::Missing && fault.help.is_none() {
            fault.help(format!("and there is no file {:?}", self.what))
        } else {
            fault
        }
    }
}
