//! What the checks find in a revision: looked for when it is saved, off the threads that answer, and kept beside it.
//!
//! Saving never fails for the checks: what takes too long is left for whoever asks, and is looked for then.

use crate::{
    Error, Newsroom, Result, Saying,
    embargoed::{self, CopyEmbargo, Named},
    file::Read,
    pen::Pen,
};
use checks::{Copy, Finding, Level, Material, copy::Aside, copy::Off, pair};
use formats::copy::{Furniture, Note, Reading, Role};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use lang::Languages;
use serde::{Deserialize, Serialize};
use std::{sync::Arc, time::Duration};
use store::{Checked, Dismissal, Write};
use story::{Dossier, Hash, Revision, Tag, Text};

/// The longest that saving waits for the checks. They are linear in the length of the text; this is for a machine that
/// has no time at all.
const PATIENCE: Duration = Duration::from_secs(5);
/// The most findings of one revision that are kept, the gravest first: nobody reads more.
const MOST: usize = 500;
/// The most bytes of them.
const MOST_BYTES: usize = 1024 * 1024;

/// Something that the checks found, and what the desk said to it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Found {
    /// What it is known by, whatever else is edited.
    pub key: Hash,
    /// What was found.
    #[serde(flatten)]
    pub finding: Finding,
    /// The dismissal that stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dismissed: Option<Dismissal>,
}

impl Found {
    /// Whether it holds a release back.
    pub fn holds(&self) -> bool {
        self.finding.level == Level::Stop && self.dismissed.is_none()
    }
}

/// How much was found, by level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// What nobody should release so.
    pub stop: usize,
    /// What is very probably wrong.
    pub warn: usize,
    /// What is worth a look.
    pub note: usize,
}

impl Counts {
    /// Of these.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut out = Self::default();
        for finding in findings {
            match finding.level {
                Level::Stop => out.stop += 1,
                Level::Warn => out.warn += 1,
                Level::Note => out.note += 1,
            }
        }
        out
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What is checked, with all that it takes, so that it can go to another thread.
pub(crate) struct ToCheck {
    pub lang: Tag,
    pub text: Arc<Text>,
    pub asides: Vec<Aside>,
    pub date: Date,
    /// What it was made from.
    pub source: Option<(Tag, Text)>,
}

/// A text that was just read, with what the checks and its writer should know of the reading.
pub(crate) struct Looked {
    text: Text,
    asides: Vec<Aside>,
    notes: Vec<Saying>,
}

impl From<Read<'_>> for Looked {
    fn from(read: Read<'_>) -> Self {
        Self { text: read.text, asides: read.asides, notes: read.notes }
    }
}

/// What was taken off copy when it was read, as the checks know it; of an embargo, unless it had ended at this moment.
pub fn asides(reading: &Reading, languages: &Languages, at: Timestamp) -> Vec<Aside> {
    let off = |kind| match kind {
        Furniture::Token => Off::Token,
        Furniture::Tracking => Off::Tracking,
        Furniture::Markup => Off::Markup,
        _ => Off::Other,
    };
    let aside = |a: &formats::copy::Aside| Aside { what: off(a.kind), at: a.range.clone(), words: a.words.to_string() };
    let mut out: Vec<Aside> = reading.furniture.iter().map(aside).collect();
    let embargo = reading.embargo.as_ref().filter(|words| Named::of(words, languages, at).holds(at));
    if let Some(words) = embargo {
        let mut line = reading.pieces.iter().filter(|piece| piece.role == Role::Embargo).map(|piece| &piece.range);
        let first = line.next().map_or(0..0, |range| line.fold(range.clone(), |all, next| all.start..next.end));
        out.push(Aside { what: Off::Embargo, at: first, words: words.to_string() });
    }
    let mut notes: Vec<std::ops::Range<usize>> = Vec::new();
    for piece in reading.pieces.iter().filter(|piece| piece.role == Role::DeskNote) {
        match notes.last_mut() {
            Some(last) if last.end == piece.range.start => last.end = piece.range.end,
            _ => notes.push(piece.range.clone()),
        }
    }
    let note = |(at, words): (_, &story::Line)| Aside { what: Off::DeskNote, at, words: words.to_string() };
    out.extend(notes.into_iter().zip(&reading.desk_notes).map(note));
    out.extend(reading.notes.iter().filter_map(|note| match note {
        Note::Mended(from) => Some(Aside { what: Off::Mojibake, at: 0..0, words: from.join(", ") }),
        _ => None,
    }));
    out
}

impl Newsroom {
    /// What the checks find, in reading order.
    fn find(&self, what: &ToCheck) -> Vec<Finding> {
        let house = self.house();
        let languages = &house.languages;
        let (profile, style) = (languages.profile(&what.lang), &house.style);
        let date = Some(what.date);
        let material = Material { text: &what.text, profile: &profile, languages, date, asides: &what.asides, style };
        let mut found = checks::check(&material);
        if let Some((lang, text)) = &what.source {
            let profile = languages.profile(lang);
            let source = Material { text, profile: &profile, asides: &[], ..material };
            found.extend(pair::compare(&Copy::new(&source).as_source(), &Copy::new(&material)));
        }
        fitting(found)
    }

    /// What the checks find, looked for on a thread that may take its time. None when the checks themselves fail.
    pub(crate) async fn look(&self, what: ToCheck) -> Option<Vec<Finding>> {
        let room = self.clone();
        let looked = tokio::task::spawn_blocking(move || room.find(&what)).await;
        looked.inspect_err(|error| tracing::error!(%error, "the checks failed")).ok()
    }

    /// Looks at a revision that the pen has just written, and writes what was found beside it.
    pub(crate) async fn check(&self, pen: &mut Pen, lang: &Tag, number: u32, looked: Looked) -> Result<()> {
        let Looked { text, mut asides, notes } = looked;
        if let Some(revised) = pen.answer.revised.iter_mut().find(|r| r.lang == *lang && r.revision == number) {
            revised.notes = notes;
        }
        if !pen.answer.embargo.as_ref().is_some_and(CopyEmbargo::is_open) {
            asides.retain(|aside| aside.what != Off::Embargo);
        }
        let Some(revision) = pen.edition(lang)?.revision(number).cloned() else { return Ok(()) };
        let what = self.to_check(&pen.dossier, lang, &revision, text, asides).await?;
        let Ok(found) = tokio::time::timeout(PATIENCE, self.look(what)).await else {
            tracing::warn!(story = %pen.story(), %lang, number, "the checks took too long; the text is saved without");
            return Ok(());
        };
        let found = found.unwrap_or_default();
        let stored = serde_json::to_vec(&found).unwrap_or_default();
        let checked = Checked { version: checks::VERSION, found: Some(stored) };
        pen.writes.push(Write::Checked { story: pen.story(), lang: lang.clone(), revision: number, checked });
        if let Some(revised) = pen.answer.revised.iter_mut().find(|r| r.lang == *lang && r.revision == number) {
            revised.found = Counts::of(&found);
        }
        pen.found.insert((lang.clone(), number), found);
        Ok(())
    }

    async fn to_check(
        &self,
        dossier: &Dossier,
        lang: &Tag,
        revision: &Revision,
        text: Text,
        asides: Vec<Aside>,
    ) -> Result<ToCheck> {
        let source = match &revision.made_from {
            Some(origin) => {
                let from = dossier.editions.get(&origin.lang).and_then(|e| e.revision(origin.revision));
                let text = match from {
                    Some(from) => self.text_unless_sealed(dossier.id, from.text).await?,
                    None => None,
                };
                text.map(|text| (origin.lang.clone(), text))
            }
            None => None,
        };
        let date = revision.at.to_zoned(TimeZone::UTC).date();
        Ok(ToCheck { lang: lang.clone(), text: Arc::new(text), asides, date, source })
    }

    /// What the checks found in a revision, each with the dismissal that stands. Nothing of a text that was sealed.
    pub(crate) async fn found(&self, dossier: &Dossier, lang: &Tag, number: u32) -> Result<Vec<Found>> {
        let edition = dossier.editions.get(lang).ok_or(Error::Missing("edition"))?;
        let revision = edition.revision(number).ok_or(Error::Missing("revision"))?;
        let findings = match self.store().checked(dossier.id, lang, number).await? {
            Some(Checked { found: None, .. }) => Vec::new(),
            Some(Checked { version, found: Some(found) }) if version == checks::VERSION => {
                match serde_json::from_slice(&found) {
                    Ok(findings) => findings,
                    Err(_) => self.look_again(dossier, lang, revision).await?,
                }
            }
            _ => self.look_again(dossier, lang, revision).await?,
        };
        self.judged(dossier, lang, findings).await
    }

    /// Findings with what the desk said to them.
    pub(crate) async fn judged(&self, dossier: &Dossier, lang: &Tag, findings: Vec<Finding>) -> Result<Vec<Found>> {
        if findings.is_empty() {
            return Ok(Vec::new());
        }
        let mut stands = self.store().dismissals(dossier.id).await?;
        stands.retain(|dismissal| dismissal.lang == *lang && dismissal.undone.is_none());
        let judged = |finding: Finding| {
            let key = finding.key();
            let dismissed = stands.iter().find(|dismissal| dismissal.key == key).cloned();
            Found { key, finding, dismissed }
        };
        Ok(findings.into_iter().map(judged).collect())
    }

    /// Looks at a revision that was saved without, or under an earlier version of the checks.
    async fn look_again(&self, dossier: &Dossier, lang: &Tag, revision: &Revision) -> Result<Vec<Finding>> {
        let Some(text) = self.text_unless_sealed(dossier.id, revision.text).await? else { return Ok(Vec::new()) };
        let input = match self.store().input(dossier.id, lang, revision.number).await {
            Err(store::Error::Sealed(_)) => None,
            other => other?,
        };
        let reading = input.and_then(|input| self.read(&input, Some(lang)).ok());
        let taken_off = match &reading {
            Some(reading) => self.asides_then(dossier, revision, reading).await?,
            None => Vec::new(),
        };
        let what = self.to_check(dossier, lang, revision, text, taken_off).await?;
        Ok(self.look(what).await.unwrap_or_default())
    }

    /// What was taken off the copy of a revision, as it was when the revision was saved.
    async fn asides_then(&self, dossier: &Dossier, revision: &Revision, reading: &Reading) -> Result<Vec<Aside>> {
        let (languages, at) = (&self.house().languages, revision.at);
        let mut asides = asides(reading, languages, at);
        if let Some(words) = &reading.embargo {
            let data = match dossier.data.iter().rev().find(|data| data.at <= at) {
                Some(data) => self.data_of(dossier, data).await?,
                None => story::Data::default(),
            };
            let public = dossier.editions.values().filter_map(story::Edition::first_at).any(|first| first < at);
            let named = Named::of(words, languages, at);
            let became = embargoed::became(&named, data.embargo, public, at);
            if !(CopyEmbargo { words: words.clone(), became }).is_open() {
                asides.retain(|aside| aside.what != Off::Embargo);
            }
        }
        Ok(asides)
    }
}

/// As many as are kept, the gravest before the others, in reading order.
fn fitting(mut found: Vec<Finding>) -> Vec<Finding> {
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(found.get(at).map(|finding| finding.level)));
    let (mut kept, mut bytes) = (vec![false; found.len()], 0);
    for at in order.into_iter().take(MOST) {
        bytes += found.get(at).and_then(|finding| serde_json::to_vec(finding).ok()).map_or(0, |json| json.len());
        if bytes > MOST_BYTES {
            break;
        }
        if let Some(keep) = kept.get_mut(at) {
            *keep = true;
        }
    }
    let mut keep = kept.into_iter();
    found.retain(|_| keep.next().unwrap_or(false));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use checks::{Message, Rule};
    use formats::copy::{House, read};
    use lang::Word;

    fn finding(level: Level, n: usize) -> Finding {
        let part = checks::Part::Block { block: n, piece: 0 };
        let place = checks::Place {
            side: checks::Side::This,
            part,
            at: 0..1,
            words: "x".into(),
            sentence: "x".into(),
            says: None,
        };
        Finding::new(Rule::Form, "form", level, Message::plain(Word::RuleForm), vec![place])
    }

    #[test]
    fn of_too_many_findings_the_gravest_are_kept_in_reading_order() {
        let level = |n: usize| if n.is_multiple_of(100) { Level::Stop } else { Level::Note };
        let kept = fitting((0..2_000).map(|n| finding(level(n), n)).collect());
        assert_eq!((kept.len(), Counts::of(&kept).stop), (MOST, 20));
        assert!(kept.is_sorted_by_key(|finding| finding.places[0].part));
    }

    #[test]
    fn what_was_taken_off_is_handed_to_the_checks() {
        let copy = "google-site-verification=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG\nA clock strikes\n\n\
                    BAKU, 2 March 2026 (GNP): The clock on the town hall struck nine on Monday.\n\n\
                    It has stood above the harbour for ninety years and keeps good time.\n";
        let house = House { languages: lang::Languages::built_in(), lang: None, taglines: &[], agency: "GNP" };
        let asides = asides(&read(copy.as_bytes(), &house).expect("copy"), house.languages, Timestamp::UNIX_EPOCH);
        let token = asides.iter().find(|aside| aside.what == Off::Token).expect("the token");
        assert!(copy[token.at.clone()].contains("google-site-verification"), "{token:?}");
    }
}
