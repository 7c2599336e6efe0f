//! Correct: say what was wrong and what is right, and tell the editions that were made from it.

use crate::{
    Copy, Error, Newsroom, Pin, Result, Why, Wrong,
    act::Verb,
    notices,
    pen::{Going, Pen},
};
use serde::{Deserialize, Serialize};
use story::{Kind, Origin, Standing, StoryId, Tag, text::Line};

/// Corrects a public edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correct {
    /// The story.
    pub story: StoryId,
    /// The edition that was wrong.
    pub lang: Tag,
    /// The revision that the corrector had in hand; must be the newest.
    pub based_on: u32,
    /// The corrected text; none when the newest revision is it.
    pub copy: Option<Copy>,
    /// What was wrong, in the edition's language.
    pub was: Line,
    /// What is right, in the edition's language.
    pub is: Line,
    /// Why it does not concern the editions made from this one; without a reason each gets a notice.
    #[serde(default)]
    pub unconcerned: Option<Line>,
    /// The revision of another edition that the corrected text now says the same as.
    #[serde(default)]
    pub made_from: Option<Origin>,
    /// Why it goes out in spite of what the checks hold back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite_findings: Option<Line>,
}

impl Verb for Correct {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        pen.may(story::Verb::Correct, Some(&self.lang))?;
        let edition = pen.edition(&self.lang)?;
        if self.was.is_empty() || self.is.is_empty() {
            return Err(Error::Invalid(Wrong::NothingSaid));
        }
        if edition.standing() != Standing::Public {
            return Err(Error::CannotNow(Why::Stands(edition.standing())));
        }
        let public = edition.public_revision();
        let revision = match &self.copy {
            None => {
                room.fresh(pen, &self.lang, self.based_on, None).await?;
                self.based_on
            }
            Some(copy) => {
                let read = room.take(copy, Some(&self.lang), pen.now)?;
                room.save(pen, &self.lang, self.based_on, read, self.made_from.as_ref()).await?
            }
        };
        if Some(revision) == public {
            return Err(Error::Invalid(Wrong::SameText));
        }
        let pin = [Pin { lang: self.lang.clone(), revision }];
        let despite = room.let_through(pen, &pin, self.despite_findings.as_ref()).await?.remove(&self.lang);
        let unconcerned = self.unconcerned.clone().filter(|why| !why.is_empty());
        let made = pen.dossier.made_from(&self.lang);
        let profile = room.house().languages.profile(&self.lang);
        pen.release(Going {
            lang: self.lang.clone(),
            kind: Kind::Correction,
            revision,
            notice: Some(notices::correction(&profile, &self.was, &self.is)),
            reason: unconcerned.as_ref().map(ToString::to_string),
            despite,
        })?;
        if unconcerned.is_some() {
            return Ok(());
        }
        let origin = Origin { lang: self.lang.clone(), revision };
        for lang in made {
            let profile = room.house().languages.profile(&lang);
            let revision = pen.edition(&lang)?.public_revision().ok_or(Error::Missing("revision"))?;
            let notice = notices::original_corrected(&profile, &room.house().languages, &origin, pen.now);
            pen.release(Going {
                lang,
                kind: Kind::Notice,
                revision,
                notice: Some(notice),
                reason: None,
                despite: None,
            })?;
        }
        Ok(())
    }
}
