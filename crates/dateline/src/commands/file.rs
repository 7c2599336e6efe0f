//! `dateline file`: copy becomes a story.

use super::{
    Context, input,
    verb::{Asking, Verb},
};
use crate::fault::{Fault, Result};
use clap::Args;
use newsroom::Ask;
use story::{Data, Tag, Urgency, text::Line};

/// File copy as a new story
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline file copy.txt --slug harbour-clock --urgency 4
  dateline file urdu.txt --lang ur --embargo \"2026-11-22 18:30\"
  pbpaste | dateline file -

`dateline read copy.txt` shows beforehand what is understood. Nothing is public until `dateline release`.")]
pub struct File {
    #[command(flatten)]
    copy: input::CopyFile,
    /// The language of the copy [default: told from the copy]
    #[arg(long)]
    lang: Option<Tag>,
    /// The desk it is for [default: as agency.toml says]
    #[arg(long)]
    desk: Option<Line>,
    /// The desk's slugline [default: made from the headline]
    #[arg(long)]
    slug: Option<Line>,
    #[command(flatten)]
    labels: Labels,
    /// Nothing of it is public before this moment
    #[arg(long, value_name = "WHEN")]
    embargo: Option<String>,
    #[command(flatten)]
    asking: Asking,
}

/// What is known of a story, as far as it is said.
#[derive(Debug, Clone, Args)]
pub struct Labels {
    /// 1 (flash) to 9
    #[arg(long, value_parser = urgency)]
    urgency: Option<Urgency>,
    /// A subject, as medtop:20000002; may be given again
    #[arg(long = "subject", value_name = "CODE")]
    subjects: Vec<Line>,
    /// A place; may be given again
    #[arg(long = "place", value_name = "PLACE")]
    places: Vec<Line>,
    /// The genre, as genre:Current
    #[arg(long, value_name = "CODE")]
    genre: Option<Line>,
    /// Who is to be credited, as it is printed
    #[arg(long)]
    credit: Option<Line>,
    /// The notice of copyright
    #[arg(long)]
    copyright: Option<Line>,
    /// Terms of use in plain words
    #[arg(long)]
    terms: Option<Line>,
}

fn urgency(word: &str) -> Result<Urgency, String> {
    let number: u8 = word.parse().map_err(|_| format!("urgency is a number from 1 to 9, not {word:?}"))?;
    Urgency::try_from(number).map_err(|e| e.to_string())
}

impl Labels {
    /// Changes what is said, and leaves the rest as it is.
    pub fn put_into(self, data: &mut Data) {
        data.urgency = self.urgency.unwrap_or(data.urgency);
        if !self.subjects.is_empty() {
            data.subjects = self.subjects;
        }
        if !self.places.is_empty() {
            data.places = self.places;
        }
        let rights = &mut data.rights;
        for (place, said) in [
            (&mut data.genre, self.genre),
            (&mut rights.credit, self.credit),
            (&mut rights.copyright, self.copyright),
            (&mut rights.terms, self.terms),
        ] {
            if let Some(said) = said {
                *place = Some(said).filter(|line| !line.is_empty());
            }
        }
    }
}

impl File {
    /// Files the copy.
    ///
    /// # Errors
    /// What cannot be read, understood or kept.
    pub async fn run(self, context: &Context) -> Result<()> {
        let copy = self.copy.copy()?;
        if self.copy.tree && self.lang.is_none() {
            return Err(Fault::usage("a text tree does not say its language: add --lang"));
        }
        let mut data = Data { slug: self.slug.unwrap_or_default(), ..Data::default() };
        self.labels.put_into(&mut data);
        data.embargo = self.embargo.as_deref().map(input::moment).transpose()?;
        let verb = Verb::begin(context, "file", &self.asking).await?;
        verb.ask(Ask::File(newsroom::File { copy, lang: self.lang, desk: self.desk, data })).await
    }
}
