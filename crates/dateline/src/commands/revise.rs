//! `dateline revise`: another text of an edition is saved.

use super::{
    Context, input,
    input::{CopyFile, EditionAt},
    output,
    translate::origin,
    verb::{Asking, Verb},
};
use crate::{
    fault::{Fault, Result},
    folder::write_new,
    say,
};
use clap::Args;
use newsroom::{Ask, Copy};
use std::path::{Path, PathBuf};
use story::Tag;

/// Save another text of an edition
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline show harbour-clock --lang en --copy > clock.txt     (says the revision on the side)
  dateline revise harbour-clock clock.txt --lang en --based-on 2

When somebody else saved meanwhile, nothing is saved and the differences are shown.")]
pub struct Revise {
    /// The story: its identity, the beginning of it, or its slug
    story: String,
    #[command(flatten)]
    copy: CopyFile,
    /// The edition
    #[arg(long)]
    lang: Tag,
    /// The number of the revision that you had in hand
    #[arg(long, value_name = "REVISION")]
    based_on: u32,
    /// The revision of another edition that it now says the same as [default: as before]
    #[arg(long, value_name = "LANG[@REVISION]")]
    from: Option<EditionAt>,
    #[command(flatten)]
    asking: Asking,
}

impl Revise {
    /// Saves the text.
    ///
    /// # Errors
    /// What cannot be read, understood or kept; stale, with both texts in hand.
    pub async fn run(self, context: &Context) -> Result<()> {
        let copy = self.copy.copy()?;
        let mut verb = Verb::begin(context, "revise", &self.asking).await?;
        let dossier = verb.dossier(&self.story).await?;
        let made_from = self.from.map(|from| origin(&dossier, from)).transpose()?;
        let (story, lang, based_on) = (dossier.id, self.lang, self.based_on);
        let ask = newsroom::Revise { story, lang: lang.clone(), based_on, copy: copy.clone(), made_from };
        let saved = verb.ask(Ask::Revise(ask)).await;
        saved.map_err(|fault| nothing_lost(fault, &self.copy.file, &copy, &lang, self.asking.json))
    }
}

/// A stale text: shows the differences, and says where yours is.
pub fn nothing_lost(fault: Fault, file: &Path, copy: &Copy, lang: &Tag, json: bool) -> Fault {
    let Some(stale) = &fault.stale else { return fault };
    if !json {
        output::aside(&say::stale::words(stale));
    }
    let again =
        format!("look at it with `dateline show ... --lang {lang}`, then save again --based-on {}", stale.newest);
    let yours = if input::is_standard_input(file) {
        match keep(copy, lang) {
            Ok(path) => format!("yours was not saved and lies in {}", path.display()),
            Err(error) => format!("yours was not saved ({error})"),
        }
    } else {
        format!("yours was not saved; {} is as it was", file.display())
    };
    fault.help(format!("{yours}; {again}"))
}

/// Copy that came through the standard input, kept where the person stands.
fn keep(copy: &Copy, lang: &Tag) -> Result<PathBuf> {
    let (bytes, kind) = match copy {
        Copy::Bytes(bytes) => (bytes.clone(), "txt"),
        Copy::Text(text) => (serde_json::to_vec_pretty(text).map_err(Fault::ours)?, "json"),
    };
    let name = |n: u32| PathBuf::from(format!("unsaved-{lang}-{n}.{kind}"));
    let path = (1..1_000).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(1_000));
    write_new(&path, &bytes)?;
    Ok(path)
}
