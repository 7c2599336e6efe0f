//! The rule `names`: one name, one spelling.

mod capitals;
mod changed;
mod common;
mod early;
mod examples;
mod introduced;
mod joined;
mod lists;
mod people;
mod reader;
mod slip;
mod sounds;
mod twins;
mod words;

use crate::{Copy, Finding, Level, Rule, pages::Page};

/// Its page.
pub const PAGE: Page = Page {
    rule: Rule::Names,
    about: "One name has one spelling in one story. A name that is used several times and once in a spelling that is \
            one slip of the keyboard away (a letter left out, doubled, struck for another, exchanged with the next) is \
            misspelt once; so is one place that stands twice in a list. Forms of a name are no misspellings: cases, \
            plurals, people and things named after it; nor are words that a dictionary has, nor two people whose first \
            names differ. Another spelling within a quotation is a note. In Chinese, characters of one sound in a \
            foreign name are compared; in Arabic and Urdu, where nothing marks a name and the program has no \
            dictionary, a rare near-twin of a frequent word is a note.",
    kinds: &[
        ("name", Level::Warn, "A name in two spellings, one of them used once; a note in a quotation."),
        ("list", Level::Warn, "One list that has a name twice, in two spellings."),
    ],
    finds: examples::FINDS,
    leaves: examples::LEAVES,
};

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let before = findings.len();
    lists::find(copy, findings);
    twins::find(copy, findings);
    sounds::find(copy, findings);
    common::find(copy, findings);
    let people = people::People::of(copy);
    // What changes says more than that it is said again.
    changed::find(copy, &people, findings);
    introduced::find(copy, &people, findings);
    early::find(copy, &people, findings);
    joined::find(copy, findings);
    keep_one_each(findings, before);
}

/// A word that has been found in a list is not found again as a name: one finding for each place.
fn keep_one_each(findings: &mut Vec<Finding>, before: usize) {
    let mut seen = std::collections::BTreeSet::new();
    let mut number = 0;
    findings.retain(|finding| {
        number += 1;
        let first = finding.places.first().map(|place| (place.part, place.at.start));
        number <= before || seen.insert(first)
    });
}

#[cfg(test)]
mod tests;
