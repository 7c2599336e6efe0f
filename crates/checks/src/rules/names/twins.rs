//! A name that is used several times, and once in a spelling a slip away from it.

use super::{
    capitals::{Capitals, Group, Seen},
    slip::{Near, Slip, slip, two_slips},
};
use crate::{Copy, Finding, Level, Message, Rule, Said};
use lang::{Dictionary, Profile, Word};
use std::collections::BTreeSet;

/// The fewest letters of a name whose misspelling is known for one: shorter names have neighbours.
const SHORTEST: usize = 5;
/// The fewest letters of a name whose first letter a slip may have hit.
const SHORTEST_AT_FIRST: usize = 7;
/// The most words in quotations that are held against every name.
const MOST_FAR: usize = 50;
/// Two names that have fewer bytes between them stand side by side.
const SIDE_BY_SIDE: usize = 12;
/// From how many times on the name may be called sure: then what to write is offered as a fix.
const SURE: usize = 4;

/// Adds what it finds.
pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let capitals = Capitals::of(copy);
    let names: Vec<(&String, &Group)> = capitals.groups.iter().filter(|(_, group)| group.seen.len() > 1).collect();
    let mut near = Near::default();
    for (number, (name, _)) in names.iter().enumerate() {
        near.add(name, number);
    }
    let mut far = MOST_FAR;
    for (word, group) in &capitals.groups {
        let [seen] = group.seen.as_slice() else { continue };
        let candidates = near.of(word).into_iter().filter_map(|number| names.get(number));
        let fits = candidates.filter_map(|(name, of)| Some((*name, *of, slip(word, name)?)));
        let mut fits: Vec<_> =
            fits.filter(|(name, of, how)| is_slip_of(copy, &capitals, (word, seen), (name, of), *how)).collect();
        if capitals.small.contains(word) || fits.is_empty() && !seen.quoted || is_known(copy, word, group) {
            continue;
        }
        if fits.is_empty() && far > 0 {
            far -= 1;
            let profile = copy.profile();
            let respelt = |name: &str| slip(word, name).is_some_and(|how| is_loose(word, name, how, profile));
            let mut others = names.iter().filter(|(_, of)| of.seen.len() >= SURE);
            let other = others.find(|(name, _)| is_variant(word, name) || respelt(name));
            findings.extend(other.and_then(|(_, of)| finding(copy, seen, of, Level::Note)));
        }
        fits.sort_by_key(|(_, of, how)| (how.0, usize::MAX - of.seen.len()));
        if let Some((name, of, how)) = fits.first() {
            // Another spelling in a quotation is left as it is; what is no spelling at all is not.
            let sure = is_sure(copy, how.0, of);
            let heard = !sure && seen.quoted && is_loose(word, name, *how, copy.profile());
            let meant = !sure && how.0 != Slip::Doubled && are_side_by_side(seen, of);
            findings.extend(finding(copy, seen, of, if heard || meant { Level::Note } else { Level::Warn }));
        }
    }
}

/// Whether a word that stands once is a slip of this name, and not a word of its own.
fn is_slip_of(
    copy: &Copy<'_>,
    capitals: &Capitals,
    (word, seen): (&str, &Seen),
    (name, of): (&str, &Group),
    (how, at): (Slip, usize),
) -> bool {
    let profile = copy.profile();
    let letters = name.chars().count();
    let fewest = match (how, at) {
        (_, 0) => SHORTEST_AT_FIRST,
        (Slip::Exchanged, _) => SHORTEST - 1,
        _ => SHORTEST,
    };
    let (folded, name_folded) = (lang::fold(word), lang::fold(name));
    let ordinary = !of.proven && profile.dictionary().is_some_and(|dictionary| dictionary.has(name));
    letters >= fewest
        && !ordinary
        && !capitals.small.contains(name)
        && (folded == name_folded && profile.names().accents || !profile.names().is_kin(&folded, &name_folded))
        && ![&seen.before, &seen.after].iter().any(|beside| beside.as_deref() == Some(name))
        && (is_sure(copy, how, of) || !is_another(seen, of, profile))
}

/// Whether a slip is one whatever stands beside it: no two people's names differ by two letters that have changed
/// places, and of a word that everybody knows there is but one.
fn is_sure(copy: &Copy<'_>, how: Slip, of: &Group) -> bool {
    how == Slip::Exchanged || dictionaries(copy).any(|dictionary| dictionary.has(&written(copy, of)))
}

/// The dictionaries of all languages that share the script: foreign names and words stand in each.
fn dictionaries<'c>(copy: &Copy<'c>) -> impl Iterator<Item = &'static Dictionary> + use<'c> {
    let (own, languages) = (copy.profile(), copy.material.languages);
    let others = languages.iter().filter(|other| other.language().scripts == own.language().scripts);
    own.dictionary().into_iter().chain(others.filter_map(|other| other.dictionary()))
}

/// Whether the slip is one of those by which spellings of one name differ: a letter doubled, another vowel.
fn is_loose(word: &str, name: &str, (how, at): (Slip, usize), profile: &Profile) -> bool {
    let is_loose = |c: Option<char>| {
        c.is_none_or(|c| lang::fold(&c.to_string()).chars().all(|c| profile.names().loose.contains(c)))
    };
    let (long, short) = if word.chars().count() >= name.chars().count() { (word, name) } else { (name, word) };
    match how {
        Slip::Doubled => true,
        Slip::Exchanged => false,
        Slip::Left => is_loose(long.chars().nth(at)),
        Slip::Struck => is_loose(long.chars().nth(at)) && is_loose(short.chars().nth(at)),
    }
}

/// Whether the words beside them say that two different people, places or things are meant: another first name, or
/// another name behind it.
fn is_another(seen: &Seen, of: &Group, profile: &Profile) -> bool {
    let (before, after): (Side, Side) = (|seen| seen.before.as_ref(), |seen| seen.after.as_ref());
    let always_followed = of.seen.iter().all(|seen| seen.after.is_some());
    is_strange(seen, of, before, profile) || always_followed && is_strange(seen, of, after, profile)
}

/// The word on one side of a name.
type Side = fn(&Seen) -> Option<&String>;

/// Whether the word on this side of a name is a name that stands there nowhere else, where others do.
fn is_strange(seen: &Seen, of: &Group, side: Side, profile: &Profile) -> bool {
    let Some(word) = side(seen) else { return false };
    let same = |other: &&String| {
        *other == word
            || slip(word, other).is_some()
            || profile.names().is_same_name(&lang::fold(word), &lang::fold(other))
    };
    let others: BTreeSet<&String> = of.seen.iter().filter_map(side).collect();
    // A word of everyday says something where there is but one: Tom, and not now North, now South.
    let everyday = |word: &str| profile.dictionary().is_some_and(|dictionary| dictionary.has(word));
    let telling = others.len() == 1 || !everyday(word) && others.iter().any(|other| !everyday(other));
    telling && !others.iter().any(same)
}

/// Whether two names are alike but for two letters, as those are that somebody has only heard.
fn is_variant(word: &str, name: &str) -> bool {
    let alike = word.chars().next() == name.chars().next() && word.chars().next_back() == name.chars().next_back();
    let long = word.chars().count().min(name.chars().count()) > SHORTEST;
    alike && long && word != name && two_slips(word, name)
}

/// The word as it is written where it stands first.
fn written(copy: &Copy<'_>, group: &Group) -> String {
    let place = group.seen.first().and_then(|seen| copy.passages.get(seen.passage)?.text.get(seen.at.clone()));
    place.unwrap_or_default().to_owned()
}

/// Whether the word is one that the language or the agency has, or a name in any language.
fn is_known(copy: &Copy<'_>, word: &str, group: &Group) -> bool {
    let (profile, written) = (copy.profile(), written(copy, group));
    // A word of everyday that stands with a capital by itself, where only a name has one, is none of everyday.
    let lone = group.proven && group.seen.iter().all(|seen| seen.before.is_none() && seen.after.is_none());
    let own = |dictionary: &Dictionary| dictionary.has(&written) && !(lone && dictionary.has(word));
    profile.dictionary().is_some_and(own)
        || copy.material.style.knows(profile.tag(), word)
        || dictionaries(copy).any(|dictionary| dictionary.has(&written) && !dictionary.has(word))
}

/// Whether both stand side by side: Daddy or Diddy. Nobody slips there.
fn are_side_by_side(seen: &Seen, of: &Group) -> bool {
    of.seen.iter().any(|other| {
        let (first, second) = if other.at.start < seen.at.start { (other, seen) } else { (seen, other) };
        other.passage == seen.passage && second.at.start.saturating_sub(first.at.end) < SIDE_BY_SIDE
    })
}

fn finding(copy: &Copy<'_>, seen: &Seen, of: &Group, level: Level) -> Option<Finding> {
    let first = of.seen.iter().find(|seen| !seen.quoted).or(of.seen.first())?;
    let place = |seen: &Seen| Some(copy.place(copy.passages.get(seen.passage)?, seen.at.clone()));
    let (here, there) = (place(seen)?, place(first)?);
    // Without a dictionary, nobody knows whether the rare word is one of its own.
    let level = if copy.profile().dictionary().is_none() { Level::Note } else { level };
    let gaps = [("here", Said::Words(here.words.clone())), ("there", Said::Words(there.words.clone()))];
    let message = Message::new(Word::NamesTwoSpellings, gaps);
    let becomes = there.words.clone();
    let finding = Finding::new(Rule::Names, "name", level, message, vec![here, there]);
    Some(if of.seen.len() >= SURE && level == Level::Warn { finding.with_fix(becomes) } else { finding })
}
