//! Pages without a story: withdrawn, held, not found, trouble. They say what their notice says and nothing more.

use super::{
    address,
    card::{Card, Shows},
    corrections::withdrawn,
    frame::{Frame, Moment},
    press::{Press, Sheet},
};
use askama::Template;
use lang::{Profile, Word};

#[derive(Template)]
#[template(path = "site/plain.html")]
struct Page<'p> {
    frame: Frame<'p>,
    title: &'p str,
    says: Option<&'p str>,
    when: Option<Moment>,
}

impl Press {
    /// The page of an edition that is out of sight: 410 when it was withdrawn, 404 while it is held. None for an
    /// edition that is public, and for a language that the site does not have.
    pub fn out_of_sight(&self, card: &Card) -> Option<Sheet> {
        let profile = self.profile(&card.lang)?;
        let (status, title, says, when) = match &card.shows {
            Shows::Open(_) => return None,
            Shows::Held(says) => (404, Word::HeldTitle, says, None),
            Shows::Gone(gone) => (410, withdrawn(gone).1, &gone.says, Some(Moment::of(self, profile, gone.at))),
        };
        Some(Sheet {
            path: address::story(&card.lang, card.story),
            tail: None,
            status,
            lang: card.lang.clone(),
            html: self.plain(profile, title, says.as_deref(), when),
        })
    }

    /// What is answered for everything that is not there: the same bytes, whatever was asked for.
    pub fn not_found(&self, profile: &Profile) -> String {
        self.plain(profile, Word::NotFoundTitle, Some(profile.say(Word::NotFoundSays)), None)
    }

    /// What is answered when the fault is ours.
    pub fn trouble(&self, profile: &Profile) -> String {
        self.plain(profile, Word::TroubleTitle, Some(profile.say(Word::TroubleSays)), None)
    }

    fn plain(&self, profile: &Profile, title: Word, says: Option<&str>, when: Option<Moment>) -> String {
        let title = profile.say(title);
        Page { frame: Frame::of(self, profile, Some(title)), title, says, when }.render().unwrap_or_default()
    }
}
