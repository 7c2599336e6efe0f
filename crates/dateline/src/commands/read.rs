//! `dateline read`: what is understood of a piece of copy. Nothing is kept.

use super::{Context, input, output};
use crate::{
    config::{self, Agency},
    fault::Result,
    folder::languages,
    say,
};
use clap::Args;
use formats::copy::House;
use lang::Languages;
use std::path::{Path, PathBuf};
use story::Tag;

/// Show what is understood of a piece of copy; nothing is kept
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline read copy.txt
  curl -s https://news.example/story.txt | dateline read - --json

It works without an agency; in an agency's folder its taglines and languages count.")]
pub struct Read {
    /// The copy: a file, or - for the standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The language of the copy [default: told from the copy]
    #[arg(long)]
    lang: Option<Tag>,
    /// Print it as JSON, with the byte range of every piece
    #[arg(long)]
    json: bool,
}

impl Read {
    /// Reads it.
    ///
    /// # Errors
    /// When it cannot be read, and why.
    pub fn run(self, context: &Context) -> Result<()> {
        let bytes = input::bytes(&self.file, formats::copy::MOST_BYTES)?;
        let (agency, languages) = house(context)?;
        let taglines = agency.lines_around();
        let house =
            House { languages: &languages, lang: self.lang.as_ref(), taglines: &taglines, agency: &agency.initials };
        let reading = formats::copy::read(&bytes, &house).map_err(newsroom::Error::from)?;
        if self.json {
            return output::json(&reading);
        }
        output::words(&say::reading::words(&input::name(&self.file), bytes.len(), &reading, &languages))
    }
}

/// The folder that was named, or the current one if it holds an agency.
pub(super) fn folder(context: &Context) -> Option<&Path> {
    let folder = context.folder();
    (folder.join(config::FILE).is_file() || context.named.is_some()).then_some(folder)
}

/// The agency of the folder, if it has one that was named or stands here.
pub(super) fn house(context: &Context) -> Result<(Agency, Languages)> {
    let Some(folder) = folder(context) else {
        let agency = Agency { initials: String::new(), ..Agency::default() };
        return Ok((agency, Languages::built_in().clone()));
    };
    let agency = Agency::in_folder(folder)?;
    let languages = languages::chosen(&languages::all(folder)?, &agency.languages)?;
    Ok((agency, languages))
}
