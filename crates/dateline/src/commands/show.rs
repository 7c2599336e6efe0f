//! `dateline show`: a story as the desk sees it.

use super::{Context, convert, output};
use crate::{
    call::{Answer, Call},
    fault::{Fault, Result},
    reach::Reach,
};
use clap::Args;
use formats::Format;
use story::{Item, Tag};

/// Show a story: how its editions stand, which are behind and by what, what waits
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline show harbour-clock
  dateline show harbour-clock --lang ur            with its text
  dateline show harbour-clock --lang ur --copy     the copy as it came in, to change and hand in again
  dateline show harbour-clock --lang ur --as ninjs the newest release as a client gets it")]
pub struct Show {
    /// The story: its identity, the beginning of it, or its slug
    story: String,
    /// One edition, with its text
    #[arg(long)]
    lang: Option<Tag>,
    /// The newest revision as the copy that it was read from
    #[arg(long, requires = "lang", conflicts_with = "json")]
    copy: bool,
    /// The newest release as it travels, in a format of the wire: ninjs, newsml-g2, nitf, rss, json ...
    #[arg(long = "as", value_name = "FORMAT", requires = "lang", conflicts_with_all = ["copy", "json"])]
    format: Option<Format>,
    /// Another release than the newest, by its number
    #[arg(long, value_name = "N", requires = "format")]
    release: Option<u32>,
    /// Print it as JSON
    #[arg(long)]
    json: bool,
}

impl Show {
    /// Shows it.
    ///
    /// # Errors
    /// When there is no such story.
    pub async fn run(self, context: &Context) -> Result<()> {
        let mut reach = Reach::open(context.folder(), "show").await?;
        let call = match self.lang {
            Some(lang) if self.format.is_some() => Call::Item { story: self.story, lang, release: self.release },
            Some(lang) if self.copy => Call::Copy { story: self.story, lang },
            lang => Call::Show { story: self.story, lang, reader: crate::found::reader() },
        };
        let answer = reach.ask(&call).await;
        reach.close().await;
        let answer = answer?;
        if let Some(format) = self.format {
            return travelling(context, format, answer);
        }
        if !self.copy {
            return output::print(&answer, self.json);
        }
        output::aside(&answer.words);
        output::raw(answer.value.as_str().unwrap_or_default())
    }
}

/// Prints an item in a format of the wire.
fn travelling(context: &Context, format: Format, answer: Answer) -> Result<()> {
    let item: Item = serde_json::from_value(answer.value).map_err(Fault::ours)?;
    let (_, languages) = super::read::house(context)?;
    convert::print(format, &[item], &languages)
}
