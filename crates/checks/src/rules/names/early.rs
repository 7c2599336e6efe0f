//! A surname that stands by itself before the copy has said whose it is.

use super::people::{Lone, Mention, People, Person};
use crate::{Copy, Finding, Level, Message, Rule, Said, copy::Passage, copy::Role};
use lang::Word;
use std::ops::Range;

/// The most people of a script without capitals whose surnames are looked for in the text before.
const MOST_LOOKED_FOR: usize = 24;
/// How many bytes behind a name are read for what its bearer does.
const BEHIND: usize = 60;

/// Adds what it finds.
pub(super) fn find(copy: &Copy<'_>, people: &People, findings: &mut Vec<Finding>) {
    let mut left = MOST_LOOKED_FOR;
    for person in &people.all {
        let Some(full) = person.mentions.first().filter(|first| is_in_body(copy, first.passage)) else { continue };
        let others = people.with_last(&person.last, copy.profile()).count() > 1;
        // A given name is somebody else's, too: "Thomas" is not only Justin Thomas.
        let given = copy.profile().persons().is_given(&person.last, copy.profile().names());
        if others || given || people.is_part(&person.last) {
            continue;
        }
        let country = is_country(copy, full);
        let cased = full_words(copy, full).chars().any(char::is_uppercase);
        let Some((number, at)) = (if cased {
            lone(copy, people, person, full)
        } else if left > 0 && full.post.is_some() && person.given {
            left -= 1;
            plain(copy, full)
        } else {
            None
        }) else {
            continue;
        };
        if country && !copy.passages.get(number).is_some_and(|passage| is_somebody(copy, passage, &at)) {
            continue;
        }
        findings.extend(finding(copy, full, number, at));
    }
}

fn full_words<'c>(copy: &'c Copy<'_>, full: &Mention) -> &'c str {
    copy.passages.get(full.passage).and_then(|passage| passage.text.get(full.at.clone())).unwrap_or_default()
}

/// Whether a passage is of the body, headline, deck and captions aside.
fn is_in_body(copy: &Copy<'_>, passage: usize) -> bool {
    let role = copy.passages.get(passage).map(|passage| passage.role);
    matches!(role, Some(Role::Paragraph | Role::Item | Role::Quotation | Role::Source))
}

/// Whether what names a country elsewhere is somebody here: the words that the language sets before countries are missing.
fn is_somebody(copy: &Copy<'_>, passage: &Passage, at: &Range<usize>) -> bool {
    let countries = &copy.profile().persons().countries;
    let before = passage.text.get(..at.start).unwrap_or_default().trim_end();
    let before = before.trim_end_matches(['\'', '’']);
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    !countries.is_empty() && !countries.holds(word)
}

/// Whether the surname names a country, too.
fn is_country(copy: &Copy<'_>, full: &Mention) -> bool {
    let last = full_words(copy, full).rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    !copy.profile().territories(last).is_empty()
}

/// Where the surname stands by itself, with a capital, in a paragraph before that of the full name.
fn lone(copy: &Copy<'_>, people: &People, person: &Person, full: &Mention) -> Option<(usize, Range<usize>)> {
    let profile = copy.profile();
    let all: Vec<&Lone> = people.lone(&person.last, profile).collect();
    if all.iter().any(|lone| lone.thing) {
        return None;
    }
    let body = all.iter().find(|lone| is_in_body(copy, lone.passage))?;
    let passage = copy.passages.get(body.passage)?;
    let early = body.own && body.passage < full.passage && !body.titled;
    let sure = !body.unsure || says_behind(copy, passage, body.at.end);
    (early && sure && !has_kin(copy, passage, &body.at)).then(|| (body.passage, body.at.clone()))
}

/// The same where no capital tells a name: beside a word that says that somebody says or does something.
fn plain(copy: &Copy<'_>, full: &Mention) -> Option<(usize, Range<usize>)> {
    let words = full_words(copy, full);
    let (given, last) = words.rsplit_once(' ')?;
    if last.chars().count() < 3 || copy.profile().persons().lists(last) || last == given {
        return None;
    }
    let before = copy.passages.get(..full.passage)?.iter().enumerate();
    before.filter(|(number, _)| is_in_body(copy, *number)).find_map(|(number, passage)| {
        let (at, _) = passage.text.match_indices(last).find(|(at, _)| is_word(&passage.text, *at, last.len()))?;
        let says = &copy.profile().usage().quotations.says;
        let ahead = passage.text.get(..at).unwrap_or_default().trim_end().rsplit(' ').next().unwrap_or_default();
        let own = passage.role == Role::Paragraph && !passage.is_quoted(&(at..at + last.len()));
        let acts = says_behind(copy, passage, at + last.len()) || says.holds(ahead);
        (own && acts && !has_kin(copy, passage, &(at..at + last.len()))).then(|| (number, at..at + last.len()))
    })
}

/// Whether these bytes are a whole word.
fn is_word(text: &str, at: usize, len: usize) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let behind = text.get(at + len..).and_then(|text| text.chars().next());
    !before.is_some_and(lang::letter::is_alphanumeric) && !behind.is_some_and(lang::letter::is_alphanumeric)
}

/// Whether a word behind a name says that its bearer says or does something.
fn says_behind(copy: &Copy<'_>, passage: &Passage, end: usize) -> bool {
    let window = (end..passage.text.len().min(end + BEHIND) + 1).rev().find_map(|to| passage.text.get(end..to));
    let window = window.unwrap_or_default();
    let starts = |at: &Range<usize>| window.get(..at.start).is_some_and(|gap| gap.trim().is_empty());
    let says = copy.profile().usage().quotations.says.find(window);
    let does = copy.profile().persons().doers.find(window);
    says.iter().chain(&does).any(starts)
}

/// Whether the sentence of a place speaks of a family.
pub(super) fn has_kin(copy: &Copy<'_>, passage: &Passage, at: &Range<usize>) -> bool {
    !copy.profile().persons().kin.find(sentence_of(passage, at)).is_empty()
}

/// The sentence that a place stands in.
pub(super) fn sentence_of<'p>(passage: &'p Passage, at: &Range<usize>) -> &'p str {
    let next = passage.sentences.partition_point(|sentence| sentence.end <= at.start);
    passage.sentences.get(next).and_then(|sentence| passage.text.get(sentence.clone())).unwrap_or_default()
}

fn finding(copy: &Copy<'_>, full: &Mention, number: usize, at: Range<usize>) -> Option<Finding> {
    let here = copy.place(copy.passages.get(number)?, at);
    let there = copy.place(copy.passages.get(full.passage)?, full.at.clone());
    let gaps = [("here", Said::Words(here.words.clone())), ("there", Said::Words(there.words.clone()))];
    let message = Message::new(Word::NamesNotIntroduced, gaps);
    Some(Finding::new(Rule::Names, "surname", Level::Warn, message, vec![here, there]))
}
