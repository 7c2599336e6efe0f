//! What is offered to a person on the page of a story. It is asked of their rights and of what may follow what; the
//! newsroom decides when it is done. What is not offered and is sent all the same is refused there.

use newsroom::Actor;
use story::{Dossier, Edition, Kind, Standing, Tag, Verb};

/// What a person is offered for a story.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Offers {
    /// Editions with something that is not public yet: release and schedule, each with its newest revision.
    pub release: Vec<(Tag, u32)>,
    pub schedule: Vec<(Tag, u32)>,
    /// Editions that each verb would reach; an empty list offers nothing.
    pub hold: Vec<Tag>,
    pub unhold: Vec<Tag>,
    pub kill: Vec<Tag>,
    pub takedown: Vec<Tag>,
    pub embargo: bool,
    pub data: bool,
    /// Languages in which there is no edition yet.
    pub translate: Vec<Tag>,
    pub revise: Vec<Tag>,
    pub correct: Vec<Tag>,
    pub dismiss: Vec<Tag>,
    /// Plans may be moved and cancelled.
    pub plans: bool,
}

impl Offers {
    /// For somebody, in a house of these languages.
    pub fn of<'a>(actor: &Actor, dossier: &Dossier, house: impl Iterator<Item = &'a Tag>) -> Self {
        let may = |verb, lang| actor.may(verb, lang, &dossier.desk);
        let reach = |verb, kind| if may(verb, None) { that_may(dossier, kind) } else { Vec::new() };
        let gone = dossier.is_withdrawn();
        let each = |verb: Verb, of: &dyn Fn(&Edition) -> bool| -> Vec<Tag> {
            let editions = dossier.editions.iter().filter(|(lang, e)| may(verb, Some(lang)) && of(e));
            editions.map(|(lang, _)| lang.clone()).collect()
        };
        let fresh = |e: &Edition| !gone && is_fresh(dossier, e);
        let pins = |langs: Vec<Tag>| -> Vec<(Tag, u32)> {
            let newest = |lang: &Tag| dossier.editions.get(lang).and_then(Edition::newest).map(|r| r.number);
            langs.into_iter().filter_map(|lang| newest(&lang).map(|n| (lang, n))).collect()
        };
        Self {
            release: pins(each(Verb::Release, &fresh)),
            schedule: pins(each(Verb::Schedule, &fresh)),
            hold: reach(Verb::Hold, Kind::Hold),
            unhold: reach(Verb::Unhold, Kind::Unhold),
            kill: reach(Verb::Kill, Kind::Kill),
            takedown: reach(Verb::Takedown, Kind::Takedown),
            embargo: may(Verb::Embargo, None) && !dossier.was_released(),
            data: may(Verb::Revise, None) && !gone,
            translate: house
                .filter(|lang| !gone && !dossier.editions.contains_key(*lang) && may(Verb::Translate, Some(lang)))
                .cloned()
                .collect(),
            revise: each(Verb::Revise, &|_| !gone),
            correct: each(Verb::Correct, &|e| e.standing().after(Kind::Correction).is_ok()),
            dismiss: each(Verb::Dismiss, &|e| e.standing() != Standing::TakenDown),
            plans: may(Verb::Schedule, None),
        }
    }
}

fn that_may(dossier: &Dossier, kind: Kind) -> Vec<Tag> {
    let editions = dossier.editions.iter().filter(|(_, e)| e.standing().after(kind).is_ok());
    editions.map(|(lang, _)| lang.clone()).collect()
}

/// Whether an edition has something that its readers have not: a newer text, or newer data of the story.
fn is_fresh(dossier: &Dossier, edition: &Edition) -> bool {
    let kind = if edition.releases.is_empty() { Kind::First } else { Kind::Update };
    let newest = edition.newest().map(|r| r.number);
    let data = dossier.newest_data().map(|d| d.number);
    let same = edition.last().is_some_and(|last| Some(last.revision) == newest && Some(last.data) == data);
    edition.standing().after(kind).is_ok() && !same
}
