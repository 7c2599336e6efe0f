//! Somebody whose title or first name changes on the way through the copy.

use super::{
    early::{has_kin, sentence_of},
    people::{Lone, Mention, People, Person, is_same},
};
use crate::{Copy, Finding, Level, Message, Rule, Said};
use lang::{Profile, What, Word};
use std::ops::Range;

/// Adds what it finds.
pub(super) fn find(copy: &Copy<'_>, people: &People, findings: &mut Vec<Finding>) {
    for person in &people.all {
        title(copy, people, person, findings);
        first_name(copy, people, person, findings);
    }
}

/// A title where it stands.
struct Titled {
    rank: usize,
    passage: usize,
    sentence: usize,
    at: Range<usize>,
}

/// Two titles of one scale before one name.
fn title(copy: &Copy<'_>, people: &People, person: &Person, findings: &mut Vec<Finding>) {
    let profile = copy.profile();
    let full = |mention: &Mention| {
        let Mention { rank, passage, sentence, whole, own, .. } = mention;
        Some(Titled { rank: (*rank).filter(|_| *own)?, passage: *passage, sentence: *sentence, at: whole.clone() })
    };
    let mut all: Vec<Titled> = person.mentions.iter().filter_map(full).collect();
    if all.is_empty() {
        return;
    }
    // A title before the surname alone is this person's where nobody else has the surname.
    if people.with_last(&person.last, profile).count() == 1 {
        let lone = |lone: &Lone| {
            let Lone { rank, passage, sentence, at, own, .. } = lone;
            Some(Titled { rank: (*rank).filter(|_| *own)?, passage: *passage, sentence: *sentence, at: at.clone() })
        };
        all.extend(people.lone(&person.last, profile).filter_map(lone));
        all.sort_by_key(|titled| (titled.passage, titled.at.start));
    }
    let persons = profile.persons();
    let Some(first) = all.first() else { return };
    let other = all.iter().find(|other| persons.are_rivals(first.rank, other.rank) && other.passage != first.passage);
    let Some(other) = other else { return };
    if tells_of_change(copy, first) || tells_of_change(copy, other) {
        return;
    }
    let place = |titled: &Titled| Some(copy.place(copy.passages.get(titled.passage)?, titled.at.clone()));
    let (Some(here), Some(there)) = (place(other), place(first)) else { return };
    let gaps = [("here", Said::Words(here.words.clone())), ("there", Said::Words(there.words.clone()))];
    let message = Message::new(Word::NamesTitleChanges, gaps);
    findings.push(Finding::new(Rule::Names, "title", Level::Warn, message, vec![here, there]));
}

/// Whether a sentence says that a title was another before, or when.
fn tells_of_change(copy: &Copy<'_>, titled: &Titled) -> bool {
    let Some(passage) = copy.passages.get(titled.passage) else { return true };
    let Some(sentence) = passage.sentences.get(titled.sentence) else { return true };
    let text = passage.text.get(sentence.clone()).unwrap_or_default();
    let dated = |what: &What| {
        matches!(what, What::Day(_) | What::Month { .. } | What::Year { .. } | What::Years(..) | What::Decade(_))
    };
    passage.values_in(sentence).iter().any(|value| dated(&value.what))
        || !copy.profile().persons().once.find(text).is_empty()
}

/// Another first name before the same surname and with the same post.
fn first_name(copy: &Copy<'_>, people: &People, person: &Person, findings: &mut Vec<Finding>) {
    let (profile, persons) = (copy.profile(), copy.profile().persons());
    let Some(first) = person.mentions.iter().find(|mention| mention.own && mention.post.is_some()) else { return };
    let others = people
        .with_last(&person.last, profile)
        .filter(|other| other.given && person.given && !are_alike(&person.first, &other.first, profile));
    for other in others {
        let same = |mention: &&Mention| {
            mention.own
                && mention.post == first.post
                && (mention.passage, mention.at.start) > (first.passage, first.at.start)
        };
        let Some(again) = other.mentions.iter().find(same) else { continue };
        let apart = (first.passage, first.sentence) != (again.passage, again.sentence);
        let two = |mention: &Mention| {
            copy.passages.get(mention.passage).is_none_or(|passage| {
                let once = persons.once.find(sentence_of(passage, &mention.at));
                has_kin(copy, passage, &mention.at) || !once.is_empty()
            })
        };
        if apart && !two(first) && !two(again) {
            findings.extend(finding(copy, first, again));
        }
    }
}

/// Whether two first names may be one: short forms, initials, forms of one name.
fn are_alike(one: &str, other: &str, profile: &Profile) -> bool {
    let short: String = one.chars().take(2).collect();
    is_same(one, other, profile) || other.starts_with(&short)
}

fn finding(copy: &Copy<'_>, first: &Mention, again: &Mention) -> Option<Finding> {
    let place = |mention: &Mention| Some(copy.place(copy.passages.get(mention.passage)?, mention.at.clone()));
    let (here, there) = (place(again)?, place(first)?);
    let gaps = [("here", Said::Words(here.words.clone())), ("there", Said::Words(there.words.clone()))];
    let message = Message::new(Word::NamesFirstNameChanges, gaps);
    Some(Finding::new(Rule::Names, "title", Level::Warn, message, vec![here, there]))
}
