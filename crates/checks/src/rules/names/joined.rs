//! The same in a script without spaces: a post with all that says whose it is, and a name behind it.

use super::{early::sentence_of, introduced, people::Mention};
use crate::{Copy, Finding, Level, Message, Rule, Said, copy::Passage, copy::Role};
use lang::{PersonWords, Word};
use std::{collections::HashMap, ops::Range};

/// The fewest characters of a post and of what says whose it is.
const FEWEST: usize = 4;
/// The most of them that are looked at.
const MOST: usize = 16;
/// By how many characters a name is known: whether a third belongs to it, nothing says.
const NAME: usize = 2;

/// A post or title with a name behind it.
struct Titled {
    passage: usize,
    /// The post or title.
    title: Range<usize>,
    post: Option<usize>,
    rank: Option<usize>,
    /// What stands before it, up to a mark.
    whose: Range<usize>,
    own: bool,
}

/// Adds what it finds.
pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let persons = copy.profile().persons();
    if persons.surnames.is_empty() {
        return;
    }
    let mut by_name: HashMap<&str, Vec<Titled>> = HashMap::new();
    for (number, passage) in copy.passages.iter().enumerate() {
        read(passage, number, persons, &mut by_name);
    }
    let mut names: Vec<_> = by_name.into_iter().collect();
    names.sort_by_key(|(_, all)| all.first().map(|titled| (titled.passage, titled.title.start)));
    for (_, all) in &names {
        twice(copy, all, findings);
        title(copy, all, findings);
    }
}

/// Adds the posts of a passage by the first characters of the names behind them.
fn read<'c>(passage: &'c Passage, number: usize, persons: &PersonWords, by_name: &mut HashMap<&'c str, Vec<Titled>>) {
    let text = passage.text.as_str();
    let running = matches!(passage.role, Role::Paragraph | Role::Item);
    for (at, _) in text.char_indices().filter(|(_, c)| persons.surnames.contains(c)) {
        let Some(before) = text.get(..at) else { continue };
        let (post, rank) = (persons.posts.closes(before), persons.ranks.closes(before));
        let Some(long) = post.map(|post| post.0).max(rank.map(|rank| rank.0)) else { continue };
        let name = text.get(at..).unwrap_or_default();
        let end = name.char_indices().nth(NAME - 1).map_or(name.len(), |(end, _)| end);
        let title = at - long..at;
        let words = before.get(..title.start).unwrap_or_default().char_indices().rev().take(MOST);
        let whose =
            words.take_while(|(_, c)| lang::letter::is_alphabetic(*c)).last().map_or(title.start, |(from, _)| from);
        let whose = whose..title.start;
        let own = running && !passage.is_quoted(&title);
        let of = |found: Option<(usize, usize)>| found.filter(|(this, _)| *this == long).map(|found| found.1);
        let titled = Titled { passage: number, title, post: of(post), rank: of(rank), whose, own };
        by_name.entry(name.get(..end).unwrap_or_default()).or_default().push(titled);
    }
}

/// How many characters of the words before a post are the same in both places.
fn shared(copy: &Copy<'_>, one: &Titled, other: &Titled) -> usize {
    let words = |titled: &Titled| {
        let text = copy.passages.get(titled.passage)?.text.get(titled.whose.clone())?;
        Some(text.chars().rev().collect::<Vec<char>>())
    };
    let (one, other) = (words(one).unwrap_or_default(), words(other).unwrap_or_default());
    one.iter().zip(&other).take_while(|(a, b)| a == b).count()
}

/// Whether the posts, with what is the same before them, say who somebody is: not only "the mayor".
fn is_full(copy: &Copy<'_>, one: &Titled, other: &Titled) -> bool {
    let passage = copy.passages.get(one.passage);
    let post = passage.and_then(|passage| passage.text.get(one.title.clone())).unwrap_or_default();
    let whose = shared(copy, one, other);
    whose > 0 && whose + post.chars().count() >= FEWEST
}

/// One post, with the same words before it, before one name twice.
fn twice(copy: &Copy<'_>, all: &[Titled], findings: &mut Vec<Finding>) {
    let mut own = all.iter().filter(|titled| titled.own && titled.post.is_some());
    let Some(first) = own.next() else { return };
    let again =
        own.find(|again| again.passage != first.passage && again.post == first.post && is_full(copy, first, again));
    let Some(again) = again else { return };
    let mention = |titled: &Titled| {
        let whose = copy.passages.get(titled.passage)?.text.get(titled.whose.clone())?;
        let from = whose
            .char_indices()
            .rev()
            .take(shared(copy, first, again))
            .last()
            .map_or(titled.title.start, |(at, _)| titled.whose.start + at);
        let name = named(copy, titled)?;
        Some(Mention {
            passage: titled.passage,
            sentence: 0,
            whole: from..name.end,
            at: name,
            own: true,
            post: titled.post,
            loose: false,
            rank: None,
        })
    };
    let (Some(first), Some(again)) = (mention(first), mention(again)) else { return };
    findings.extend(introduced::finding(copy, &first, &again, Level::Warn));
}

/// The bytes of the name behind a post: as far as is known, its first characters.
fn named(copy: &Copy<'_>, titled: &Titled) -> Option<Range<usize>> {
    let name = copy.passages.get(titled.passage)?.text.get(titled.title.end..)?;
    let end = name.char_indices().nth(NAME - 1).map_or(name.len(), |(end, _)| end);
    Some(titled.title.end..titled.title.end + end)
}

/// Two titles of one scale before one name.
fn title(copy: &Copy<'_>, all: &[Titled], findings: &mut Vec<Finding>) {
    let persons = copy.profile().persons();
    let mut own = all.iter().filter(|titled| titled.own && titled.rank.is_some());
    let Some(first) = own.next() else { return };
    let other = own.find(|other| {
        let rivals = first.rank.zip(other.rank).is_some_and(|(one, two)| persons.are_rivals(one, two));
        rivals && other.passage != first.passage
    });
    let Some(other) = other else { return };
    let tells = |titled: &Titled| {
        let once = |passage| !persons.once.find(sentence_of(passage, &titled.title)).is_empty();
        copy.passages.get(titled.passage).is_none_or(once)
    };
    if tells(first) || tells(other) {
        return;
    }
    let place = |titled: &Titled| {
        let name = named(copy, titled)?;
        Some(copy.place(copy.passages.get(titled.passage)?, titled.title.start..name.end))
    };
    let (Some(here), Some(there)) = (place(other), place(first)) else { return };
    let gaps = [("here", Said::Words(here.words.clone())), ("there", Said::Words(there.words.clone()))];
    let message = Message::new(Word::NamesTitleChanges, gaps);
    findings.push(Finding::new(Rule::Names, "title", Level::Warn, message, vec![here, there]));
}
