//! One story: its editions with their newest text, what waits, its data, and a form for each verb.

use super::{
    blocks,
    done::Asked,
    door::{Form, Person, Refused},
    findings::{Around, Findings},
    offers::Offers,
    page::Page,
    spoken::Spoken,
    stories, time,
};
use crate::{answers::Answer, site::address};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use jiff::Timestamp;
use lang::Word;
use newsroom::{Error, Saying, Shown, ShownEdition};
use story::{
    Data, Dossier, Hash, Standing, StoryId, Tag, Verb,
    align::{Happened, Part},
    dossier::Planned,
};

/// An edition, as the page shows it.
pub(super) struct Edition {
    pub lang: Tag,
    pub name: String,
    pub dir: &'static str,
    pub standing: Standing,
    pub original: bool,
    pub newest: u32,
    pub public: Option<u32>,
    pub by: String,
    pub at: Option<Timestamp>,
    /// The edition that it was made from, and its revision.
    pub made_from: Option<(Tag, u32)>,
    pub notices: Vec<String>,
    pub findings: Findings,
    pub behind: Option<Behind>,
    pub text: Option<blocks::Shown>,
    /// Its public address, while it is public.
    pub address: Option<String>,
    pub revise: bool,
    /// Its reader has a draft of it.
    pub draft: bool,
    pub correct: bool,
    /// Shown unfolded.
    pub open: bool,
}

impl Edition {
    fn sign(&self) -> &'static str {
        stories::sign(self.standing)
    }

    fn class(&self) -> &'static str {
        stories::class(self.standing)
    }

    fn word(&self) -> Word {
        Word::from(self.standing)
    }
}

/// By what an edition is behind its source.
pub(super) struct Behind {
    /// The edition that it was made from, and its revision then.
    pub made_from: (Tag, u32),
    pub dir: &'static str,
    pub newest: u32,
    pub parts: Vec<BehindPart>,
}

/// A part of the source that changed.
pub(super) struct BehindPart {
    /// What it is.
    pub word: Word,
    /// The number of a block in the source as it stands now.
    pub number: Option<u64>,
    pub how: Word,
    pub words: String,
}

/// A verb that reaches every edition and asks for a reason.
pub(super) struct Plain {
    /// Its name in addresses.
    pub name: &'static str,
    pub word: Word,
    pub says: Word,
    pub key: &'static str,
    /// The editions that it reaches: tag, name, direction.
    pub editions: Vec<(Tag, String, &'static str)>,
    /// It asks for the slug, to be sure.
    pub sure: bool,
}

/// Something that waits.
pub(super) struct Due {
    pub planned: Planned,
    /// Why it did not go out when its time came.
    pub stuck: Option<String>,
    pub language: String,
    /// As a box holds the time.
    pub at: String,
}

#[derive(Template)]
#[template(path = "desk/story.html")]
struct StoryPage {
    page: Page,
    id: StoryId,
    head: Spoken,
    data: Data,
    data_number: u32,
    dossier: Dossier,
    embargo: Option<String>,
    /// The copy of an edition names an embargo that nobody has set or lifted.
    names_embargo: bool,
    /// Now: what it was when the page was made.
    now: Timestamp,
    due: Vec<Due>,
    editions: Vec<Edition>,
    offers: Offers,
    plain: Vec<Plain>,
    /// Editions that are not there yet, of which the reader has a draft.
    begun: Vec<Tag>,
    sent: Sent,
}

/// The form of a verb that was sent and not carried out.
#[derive(Default)]
pub(super) struct Sent {
    /// The verb, as addresses name it; empty when there is none.
    pub verb: &'static str,
    /// What was typed.
    pub form: Form,
    /// Somebody else saved meanwhile.
    pub stale: bool,
}

impl StoryPage {
    /// The end of the embargo, while it holds.
    fn waits_until(&self) -> Option<&Timestamp> {
        self.data.embargo.as_ref().filter(|until| **until > self.now && !self.dossier.was_released())
    }

    /// Whether the form of a verb was sent and stands open again.
    fn is_sent(&self, verb: &str) -> bool {
        self.sent.verb == verb
    }

    /// What stands in a box of a verb's form: what was typed, or else what there is.
    fn held(&self, verb: &str, name: impl AsRef<str>, otherwise: impl std::fmt::Display) -> String {
        if self.is_sent(verb) { self.sent.form.get(name.as_ref()).to_owned() } else { otherwise.to_string() }
    }

    /// Whether the checks hold something back that a form could release.
    fn is_held(&self, pins: &[(Tag, u32)]) -> bool {
        let held = |lang: &Tag| self.editions.iter().any(|e| e.lang == *lang && e.findings.holds > 0);
        pins.iter().any(|(lang, _)| held(lang))
    }

    /// How many findings hold an edition back.
    fn holds(&self, lang: &Tag) -> usize {
        self.editions.iter().find(|e| e.lang == *lang).map_or(0, |e| e.findings.holds)
    }

    /// Whether the form of a verb on a finding was sent and stands open again.
    fn is_judged(&self, verb: &str, lang: &Tag, key: &Hash) -> bool {
        let form = &self.sent.form;
        self.is_sent(verb) && form.get("lang") == lang.as_str() && form.get("key") == key.to_string()
    }

    /// Whether an edition is ticked: as it was sent, or when there is no other to choose.
    fn ticked(&self, verb: &str, lang: &Tag, revision: &u32, of: usize) -> bool {
        if self.is_sent(verb) { self.sent.form.is("edition", &format!("{lang}:{revision}")) } else { of == 1 }
    }

    /// The revision of the data that the form is based on. After somebody else's save it is the newest, which the
    /// page then shows beside it.
    fn data_base(&self) -> String {
        let newest = self.data_number.to_string();
        if self.sent.stale { newest } else { self.held("data", "based_on", newest) }
    }
}

/// The identity of a story in an address.
pub(super) fn identity(person: &Person, word: &str) -> Result<StoryId, Refused> {
    word.parse().map_err(|_| person.refuse(&Error::Missing("story")))
}

/// The edition in an address.
pub(super) fn edition(person: &Person, word: &str) -> Result<Tag, Refused> {
    word.parse().map_err(|_| person.refuse(&Error::Missing("edition")))
}

pub(super) async fn show(
    person: Person,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refused> {
    let id = identity(&person, &id)?;
    let shown = person.desk().room().show(&person.actor, id).await.map_err(|error| person.refuse(&error))?;
    let page = person.page(Word::Story);
    let mut done = asked.said(&person).await;
    if asked.is_embargo() {
        let said = match &shown.data.embargo {
            Some(until) => page.say_when(Word::DoneEmbargoed, until),
            None => page.say(Word::DoneEmbargoLifted).to_owned(),
        };
        done.insert(0, said);
    }
    Ok(render(&person, shown, page.with_done(done), Sent::default()))
}

/// The story again, with what went wrong and everything that was typed in the form of a verb.
pub(super) async fn again(person: &Person, id: StoryId, fault: Answer, sent: Sent) -> Result<Response, Refused> {
    let shown = person.desk().room().show(&person.actor, id).await;
    // When the story cannot be shown at all, what went wrong is the more useful thing to say.
    let Ok(shown) = shown else { return Err(person.trouble(fault)) };
    Ok(render(person, shown, person.page(Word::Story).with_fault(fault), sent))
}

fn render(person: &Person, shown: Shown, page: Page, sent: Sent) -> Response {
    let room = person.desk().room();
    let languages = &room.house().languages;
    let Shown { dossier, data, mut editions, drafts } = shown;
    let names = |found: &newsroom::Found| found.dismissed.is_none() && found.finding.kind == "embargo";
    let names_embargo = editions.iter().any(|edition| edition.findings.iter().any(names));
    let drafts: Vec<Tag> = drafts.into_iter().map(|draft| draft.lang).collect();
    let offers = Offers::of(&person.actor, &dossier, languages.tags());
    let own = person.profile().tag();
    let unfolded = editions.iter().find(|e| e.lang == *own).or(editions.first()).map(|e| e.lang.clone());
    let place = |lang: &Tag| languages.tags().position(|tag| tag == lang).unwrap_or(usize::MAX);
    editions.sort_by_key(|e| (e.lang != dossier.original, place(&e.lang)));
    let editions: Vec<Edition> = editions
        .into_iter()
        .map(|e| {
            let open = unfolded.as_ref() == Some(&e.lang);
            one(person, (&dossier, &offers, &drafts), e, open)
        })
        .collect();
    let headline = editions.iter().find(|e| e.open).and_then(|e| e.text.as_ref()).map(blocks::Shown::head);
    let head = headline.unwrap_or_else(|| Spoken::new(languages, own, data.slug.to_string()));
    let zone = &person.desk().options().zone;
    let stuck = |why: &String| Saying::stored_printed(why, person.profile(), languages);
    let due = |planned: &Planned| Due {
        stuck: planned.stuck.as_ref().map(stuck),
        planned: planned.clone(),
        language: page.language(&planned.lang),
        at: time::write(planned.at, zone),
    };
    let due = dossier.due.iter().map(due).collect();
    let plain = plain(&page, &offers);
    let now = room.clock().now();
    let embargo = data.embargo.filter(|until| *until > now).map(|until| time::write(until, zone));
    let data_number = dossier.newest_data().map_or(0, |d| d.number);
    let (status, id) = (page.status(), dossier.id);
    let page = page.titled(format!("{} · {}", head.text, data.slug));
    let begun = drafts.into_iter().filter(|lang| offers.translate.contains(lang)).collect();
    let story = StoryPage {
        page,
        id,
        head,
        data,
        data_number,
        dossier,
        embargo,
        names_embargo,
        now,
        due,
        editions,
        offers,
        plain,
        begun,
        sent,
    };
    person.reply(status, &story)
}

fn one(
    person: &Person,
    (dossier, offers, drafts): (&Dossier, &Offers, &[Tag]),
    shown: ShownEdition,
    open: bool,
) -> Edition {
    let languages = &person.desk().room().house().languages;
    let profile = languages.profile(&shown.lang);
    let edition = dossier.editions.get(&shown.lang);
    let newest = edition.and_then(story::Edition::newest);
    let public = edition.and_then(story::Edition::public_revision);
    let text = shown.text.as_ref().map(|text| blocks::Shown::new(languages, &shown.lang, text));
    let is_public = shown.standing == Standing::Public;
    let tail = text.as_ref().map(|text| profile.tail(&text.headline)).unwrap_or_default();
    let behind = shown.behind.as_ref().map(|behind| {
        let source = dossier.editions.get(&behind.made_from.lang).and_then(story::Edition::newest);
        Behind {
            made_from: (behind.made_from.lang.clone(), behind.made_from.revision),
            dir: languages.profile(&behind.made_from.lang).direction().as_str(),
            newest: behind.newest,
            parts: behind.parts.iter().map(|(part, how, words)| part_of(*part, *how, words, source)).collect(),
        }
    });
    let source = newest.and_then(|r| r.made_from.as_ref()).map(|origin| &origin.lang);
    let around = Around { languages, reader: person.profile(), lang: &shown.lang, source };
    let findings = Findings::new(&shown.findings, &around, offers.dismiss.contains(&shown.lang));
    Edition {
        findings,
        name: profile.name().to_owned(),
        dir: profile.direction().as_str(),
        standing: shown.standing,
        original: dossier.original == shown.lang,
        newest: shown.revision,
        public,
        by: newest.map(|r| r.by.clone()).unwrap_or_default(),
        at: newest.map(|r| r.at),
        made_from: newest.and_then(|r| r.made_from.as_ref()).map(|o| (o.lang.clone(), o.revision)),
        notices: shown.notices.iter().map(|notice| notice.says.to_string()).collect(),
        behind,
        address: (is_public && languages.get(&shown.lang).is_some())
            .then(|| address::with_tail(&address::story(&shown.lang, dossier.id), &tail)),
        revise: offers.revise.contains(&shown.lang) && text.is_some(),
        draft: drafts.contains(&shown.lang),
        correct: offers.correct.contains(&shown.lang) && text.is_some(),
        text,
        open,
        lang: shown.lang,
    }
}

/// The word for a part of a text.
pub(super) const fn word(part: Part) -> Word {
    match part {
        Part::Headline => Word::Headline,
        Part::Deck => Word::Deck,
        Part::Byline => Word::Byline,
        Part::Dateline => Word::Dateline,
        Part::Block(_) => Word::Paragraph,
    }
}

/// The word for what happened to a part.
pub(super) const fn what(how: Happened) -> Word {
    match how {
        Happened::Added => Word::ParagraphAdded,
        Happened::Changed => Word::ParagraphChanged,
        Happened::Removed => Word::ParagraphRemoved,
    }
}

/// The place of a block in a revision, from 1.
pub(super) fn place(part: Part, revision: Option<&story::Revision>) -> Option<u64> {
    let Part::Block(id) = part else { return None };
    let place = revision?.blocks.iter().position(|&block| block == id)?;
    Some(place as u64 + 1)
}

fn part_of(part: Part, how: Happened, words: &str, source: Option<&story::Revision>) -> BehindPart {
    BehindPart { word: word(part), number: place(part, source), how: what(how), words: words.to_owned() }
}

/// The verbs that take the whole story, of those that are offered.
fn plain(page: &Page, offers: &Offers) -> Vec<Plain> {
    let all = [
        ("hold", Word::Hold, Word::HoldSays, "h", &offers.hold, false),
        ("unhold", Word::Unhold, Word::UnholdSays, "u", &offers.unhold, false),
        ("kill", Word::Kill, Word::KillSays, "k", &offers.kill, false),
        ("takedown", Word::TakeDown, Word::TakeDownSays, "w", &offers.takedown, true),
    ];
    let named = |tag: &Tag| (tag.clone(), page.language(tag), page.direction(tag));
    all.into_iter()
        .filter(|(.., editions, _)| !editions.is_empty())
        .map(|(name, word, says, key, editions, sure)| Plain {
            name,
            word,
            says,
            key,
            editions: editions.iter().map(named).collect(),
            sure,
        })
        .collect()
}
