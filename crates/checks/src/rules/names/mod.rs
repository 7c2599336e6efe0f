//! The rule `names`: one name, one spelling; one person, introduced once and before all else.

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
            dictionary, a rare near-twin of a frequent word is a note.\n\n\
            Somebody is introduced once: by full name with a post or a trade (the lists stand in `persons.toml` of each \
            language), before the name, behind it or behind a comma. The same post with the full name again, in a later \
            paragraph and in the agency's own voice, is a second introduction; with another post it is a note, for \
            that may be news. In Chinese, where a short post goes with a name each time, only a post with what says \
            whose it is counts. A surname by itself in a paragraph before the full name has not been introduced. Left \
            alone are surnames that anything else in the copy has too: somebody of the family, a firm, a street, a \
            place, a given name, a country; in Arabic and Urdu a surname is told only beside a word that says that \
            somebody says or does something, and only of somebody who is introduced with a post; in Chinese, where no \
            surname stands alone, nothing is looked for. A title changes when two that exclude each other (Captain and \
            Colonel, Dr and Professor, President and Prime Minister) stand before one name, and neither sentence says \
            former, then, became or when; a first name changes when one surname has the same post with two first names \
            that are no short forms of each other, and neither sentence speaks of a family. Two first names without \
            the same post are two people as far as anybody can tell from the copy, and nothing is said of them.",
    kinds: &[
        ("name", Level::Warn, "A name in two spellings, one of them used once; a note in a quotation."),
        ("list", Level::Warn, "One list that has a name twice, in two spellings."),
        ("intro", Level::Warn, "Somebody who is introduced twice; a note where the second post is another one."),
        ("surname", Level::Warn, "A surname that stands alone before its bearer is introduced."),
        ("title", Level::Warn, "Somebody whose title or first name changes on the way."),
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
