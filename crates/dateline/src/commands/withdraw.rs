//! `dateline hold`, `unhold`, `kill` and `takedown`: a story goes out of sight, or comes back, in every language.

use super::{
    Context,
    input::{WordingIn, wording},
    verb::{Asking, Verb},
};
use crate::fault::Result;
use clap::Args;
use newsroom::Ask;
use story::text::Line;

/// Which story, why, and what readers are told.
#[derive(Debug, Args)]
struct Why {
    /// The story: its identity, the beginning of it, or its slug
    story: String,
    /// Why, for the desk alone; it never leaves the house
    #[arg(long, value_name = "WHY")]
    reason: Line,
    /// What readers of a language are told, in place of the usual notice; may be given again
    #[arg(long = "notice", value_name = "LANG=WORDS")]
    notices: Vec<WordingIn>,
    #[command(flatten)]
    asking: Asking,
}

macro_rules! withdraw {
    ($(#[$about:meta])* $name:ident, $word:literal) => {
        #[derive(Debug, Args)]
        $(#[$about])*
        pub struct $name {
            #[command(flatten)]
            why: Why,
        }

        impl $name {
            /// Does so.
            ///
            /// # Errors
            /// What the rules refuse.
            pub async fn run(self, context: &Context) -> Result<()> {
                let why = self.why;
                let notice = wording(&why.notices)?;
                let mut verb = Verb::begin(context, $word, &why.asking).await?;
                let story = verb.dossier(&why.story).await?.id;
                verb.ask(Ask::$name(newsroom::$name { story, reason: why.reason, notice })).await
            }
        }
    };
}

withdraw!(
    /// Take a story out of sight in every language while it is checked
    #[command(after_help = "\
Example:
  dateline hold harbour-clock --reason \"the council denies it\"

Its pages say that it is being checked and show nothing of it. `dateline unhold` brings it back.")]
    Hold, "hold"
);

withdraw!(
    /// Bring a held story back in every language, as it was
    #[command(after_help = "\
Example:
  dateline unhold harbour-clock --reason \"confirmed by the council\"")]
    Unhold, "unhold"
);

withdraw!(
    /// Withdraw a story in every language, for good
    #[command(after_help = "\
Example:
  dateline kill harbour-clock --reason \"it did not happen\" --notice en=\"This report was wrong. We apologise.\"

Its pages say that it was withdrawn and repeat nothing of it. What waits for its time is cancelled. It stays on record.")]
    Kill, "kill"
);

withdraw!(
    /// Withdraw a story in every language and seal its texts
    #[command(after_help = "\
Example:
  dateline takedown harbour-clock --reason \"order of the court, 12/2026\"

The texts cannot be read by anybody any more, not even here; numbers, times, authors and reasons stay on record. There \
is no way back.")]
    Takedown, "takedown"
);
