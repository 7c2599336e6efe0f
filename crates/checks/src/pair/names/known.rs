//! Names whose forms are known in both languages: of countries and territories, and of the agency's own list.

use super::super::{
    align::Sentence,
    told::{Sides, Spot, of_group},
};
use crate::{Copy, Finding, Level, Message, Rule, Said, style::StyleName};
use lang::Word;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Range,
};

/// What a name is of: a territory by its code, a name of the agency's list by its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Of {
    Territory(&'static str),
    Name(usize),
}

/// A name in a text.
#[derive(Debug)]
struct Mention {
    spot: Spot,
    of: Vec<Of>,
    named: bool,
}

/// The names in the sentences of one text.
type Mentions = Vec<Vec<Mention>>;

/// Adds what it finds.
pub(super) fn find(sides: &Sides<'_>, findings: &mut Vec<Finding>) {
    let own = sides.source.material.style.names();
    let one = mentions(sides.source, &sides.alignment.source, own);
    let two = mentions(sides.translation, &sides.alignment.translation, own);
    let (all_one, all_two) = (all(&one, 0..one.len()), all(&two, 0..two.len()));
    if all_one.is_empty() || all_two.is_empty() {
        return;
    }
    let groups = &sides.alignment.groups;
    let near = |at: usize, side: fn(&super::super::align::Group) -> &Range<usize>| {
        let first = groups.get(at.saturating_sub(1)).map_or(0, |group| side(group).start);
        let last = groups.get(at + 1).or_else(|| groups.last()).map_or(0, |group| side(group).end);
        first..last
    };
    for (at, group) in groups.iter().enumerate() {
        let (near_one, near_two) = (all(&one, near(at, |g| &g.source)), all(&two, near(at, |g| &g.translation)));
        let (here_one, here_two) = (all(&one, group.source.clone()), all(&two, group.translation.clone()));
        // What is named on one side and not on the other. What both texts name nearby may only have moved.
        let fewer = |of: &Of| here_two.get(of).unwrap_or(&0) < here_one.get(of).unwrap_or(&0);
        let gone = named(&one, &group.source, fewer);
        let come = named(&two, &group.translation, |of| !here_one.contains_key(of));
        let mut told = BTreeSet::new();
        for lost in &gone {
            let far = lost.of.iter().all(|of| !near_two.contains_key(of));
            let other = come.iter().find(|new| {
                let strange = new.of.iter().all(|of| !all_one.contains_key(of));
                let new_here = new.of.iter().all(|of| !near_one.contains_key(of));
                (strange || far && new_here) && !told.contains(&new.spot.at.start)
            });
            let Some(new) = other else { continue };
            told.insert(new.spot.at.start);
            findings.extend(became(sides, &lost.spot, &new.spot, Level::Warn));
        }
    }
}

/// A finding: a name that became another.
pub(super) fn became(sides: &Sides<'_>, from: &Spot, to: &Spot, level: Level) -> Option<Finding> {
    let (here, there) = (sides.in_translation(to)?, sides.in_source(from)?);
    let gaps = [("source", Said::Words(there.words.clone())), ("translation", Said::Words(here.words.clone()))];
    let message = Message::new(Word::TranslationOtherName, gaps);
    Some(Finding::new(Rule::Translation, "name", level, message, vec![here, there]))
}

/// The names in some sentences of which this is true, each name once.
fn named<'m>(mentions: &'m Mentions, some: &Range<usize>, is_so: impl Fn(&Of) -> bool) -> Vec<&'m Mention> {
    let mut seen = BTreeSet::new();
    let some = mentions.get(some.clone()).unwrap_or_default().iter().flatten();
    let named = some.filter(|mention| mention.named && mention.of.iter().all(&is_so));
    named.filter(|mention| mention.of.first().is_some_and(|of| seen.insert(*of))).collect()
}

/// All that some sentences name or mean, and how often.
fn all(mentions: &Mentions, sentences: Range<usize>) -> BTreeMap<Of, usize> {
    let mut out = BTreeMap::new();
    let some = mentions.get(sentences).unwrap_or_default();
    for of in some.iter().flatten().flat_map(|mention| &mention.of) {
        *out.entry(*of).or_default() += 1;
    }
    out
}

fn mentions(copy: &Copy<'_>, sentences: &[Sentence], own: &[StyleName]) -> Mentions {
    let own = Own::new(copy, own);
    let mut out: Mentions = Vec::with_capacity(sentences.len());
    for (sentence, passage) in of_group(copy, sentences, &(0..sentences.len())) {
        let text = passage.text.get(sentence.at.clone()).unwrap_or_default();
        let spot = |at: Range<usize>| Spot {
            passage: sentence.passage,
            at: at.start + sentence.at.start..at.end + sentence.at.start,
        };
        let mut found = own.find(text);
        let free = |at: &Range<usize>| {
            let next = found.partition_point(|(other, _)| other.end <= at.start);
            found.get(next).is_none_or(|(other, _)| other.start >= at.end)
        };
        let territories: Vec<_> = copy.profile().territories(text).into_iter().filter(|t| free(&t.at)).collect();
        let mut here: Vec<Mention> = territories
            .into_iter()
            .map(|territory| Mention {
                spot: spot(territory.at),
                of: territory.codes.into_iter().map(Of::Territory).collect(),
                named: territory.named,
            })
            .collect();
        here.extend(found.drain(..).map(|(at, name)| Mention {
            spot: spot(at),
            of: vec![Of::Name(name)],
            named: true,
        }));
        out.push(here);
    }
    out
}

/// The agency's own names in one language, by how they begin.
struct Own(HashMap<String, Vec<(String, usize)>>);

/// By how many characters names are looked up.
const OPENING: usize = 3;

impl Own {
    fn new(copy: &Copy<'_>, names: &[StyleName]) -> Self {
        let mut out: HashMap<String, Vec<(String, usize)>> = HashMap::new();
        for (at, name) in names.iter().enumerate() {
            let tag = copy.profile().tag();
            let avoided = name.avoid.get(tag).into_iter().flatten();
            for spelling in name.in_language(tag).iter().chain(avoided) {
                let key = lang::fold(spelling).chars().take(OPENING).collect();
                out.entry(key).or_default().push((spelling.clone(), at));
            }
        }
        Self(out)
    }

    fn find(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        let mut out: Vec<(Range<usize>, usize)> = Vec::new();
        if self.0.is_empty() {
            return out;
        }
        let mut before = ' ';
        for (at, c) in text.char_indices() {
            let begins =
                !lang::letter::is_alphanumeric(before) || lang::fold(&c.to_string()).is_empty() || !c.is_ascii();
            before = c;
            let Some(rest) = text.get(at..).filter(|_| begins && out.last().is_none_or(|(last, _)| last.end <= at))
            else {
                continue;
            };
            let head: String = rest.chars().take(OPENING).collect();
            let names = self.0.get(&lang::fold(&head)).into_iter().flatten();
            let longest = names.filter_map(|(name, of)| Some((lang::opens(rest, name)?, *of))).max();
            out.extend(longest.map(|(long, of)| (at..at + long, of)));
        }
        out
    }
}
