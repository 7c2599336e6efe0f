//! `dateline show`: a story as the desk sees it.

use super::{Context, output};
use crate::{call::Call, fault::Result, reach::Reach};
use clap::Args;
use story::Tag;

/// Show a story: how its editions stand, which are behind and by what, what waits
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline show harbour-clock
  dateline show harbour-clock --lang ur            with its text
  dateline show harbour-clock --lang ur --copy     the copy as it came in, to change and hand in again")]
pub struct Show {
    /// The story: its identity, the beginning of it, or its slug
    story: String,
    /// One edition, with its text
    #[arg(long)]
    lang: Option<Tag>,
    /// The newest revision as the copy that it was read from
    #[arg(long, requires = "lang", conflicts_with = "json")]
    copy: bool,
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
            Some(lang) if self.copy => Call::Copy { story: self.story, lang },
            lang => Call::Show { story: self.story, lang, reader: crate::found::reader() },
        };
        let answer = reach.ask(&call).await;
        reach.close().await;
        let answer = answer?;
        if !self.copy {
            return output::print(&answer, self.json);
        }
        output::aside(&answer.words);
        output::raw(answer.value.as_str().unwrap_or_default())
    }
}
