//! So many years in an occupation or in prison, and the year it began, against the age.

use super::{age, born};
use crate::{
    Copy, Finding, Level, Message, Rule, Said,
    rules::dates::scope::{Dated, Scope, scopes},
};
use jiff::civil::Date;
use lang::{
    Word,
    values::{Life, Lived, Span, Told},
};
use std::ops::Range;

/// Who is younger has no occupation. Many begin at 14.
const WORKS: i32 = 13;
/// Who is younger is in no prison.
const PRISON: i32 = 10;
/// How far, in characters, the years may stand from the age, where names begin with capitals and where they do not.
const NEAR: (usize, usize) = (70, 45);
/// How many characters of a sentence stand at most before an age that opens it.
const OPENING: usize = 14;
/// How far, in characters, a year may stand from what began then.
const NEAR_YEAR: usize = 30;
/// The most bytes of a sentence that is looked at: a longer one is none.
const LONGEST: usize = 1_500;

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let Some(base) = copy.date else { return };
    for scope in scopes(copy).iter().flatten().filter(|scope| scope.at.len() <= LONGEST) {
        let told = |told: Told| scope.spans.iter().any(|span| span.told == told);
        let aged = age(scope).filter(|span| span.told == Told::Age && !told(Told::AgeThen));
        let born = born(scope);
        if aged.is_none() && born.is_none() || told(Told::AgeThen) {
            continue;
        }
        let Some(text) = scope.passage.text.get(scope.at.clone()) else { continue };
        let lives = copy.profile().lives(text);
        if lives.iter().any(|life| life.told == Lived::Others) {
            continue;
        }
        let mut free = lives.iter().filter(|life| !scope.passage.is_quoted(&placed(scope, life)));
        let (Some(life), None) = (free.next(), free.next()) else { continue };
        findings.extend(match life.told {
            Lived::Began => began(copy, scope, life, (aged, born), base),
            _ => lasted(copy, scope, life, aged),
        });
    }
}

/// The bytes of the passage.
fn placed(scope: &Scope<'_>, life: &Life) -> Range<usize> {
    scope.at.start + life.at.start..scope.at.start + life.at.end
}

/// More years than somebody of that age can have spent at it.
fn lasted(copy: &Copy<'_>, scope: &Scope<'_>, life: &Life, aged: Option<&Span>) -> Option<Finding> {
    let aged = aged.filter(|aged| life.years > 0 && is_same(scope, &aged.at, &placed(scope, life)))?;
    let least = if life.told == Lived::Prison { PRISON } else { WORKS };
    let start = i32::from(aged.years) - i32::from(life.years);
    let number = |number: i32| Said::Number(number.into());
    (start < least).then(|| {
        let (age, years) = (number(aged.years.into()), number(life.years.into()));
        let gaps = [("age", age.clone()), ("years", years), ("start", number(start))];
        let places = vec![
            copy.place(scope.passage, aged.at.clone()).saying(Message::new(Word::AgesSaysAge, [("age", age)])),
            copy.place(scope.passage, placed(scope, life)),
        ];
        Finding::new(Rule::Ages, "career", Level::Warn, Message::new(Word::AgesCareer, gaps), places)
    })
}

/// A year in which somebody was a child, or not born.
fn began(
    copy: &Copy<'_>,
    scope: &Scope<'_>,
    life: &Life,
    (aged, born): (Option<&Span>, Option<&Dated>),
    base: Date,
) -> Option<Finding> {
    let at = placed(scope, life);
    let this = i32::from(base.year());
    let others = scope.years.iter().filter(|dated| born.is_none_or(|born| born != *dated));
    let dated = others.min_by_key(|dated| scope.apart(&dated.at, &at))?;
    if scope.apart(&dated.at, &at) > NEAR_YEAR || dated.year > this {
        return None;
    }
    let (from, year, slack) = match (born, aged) {
        (Some(born), _) => (&born.at, born.year, 0),
        // Whose birthday is still to come was born a year earlier.
        (None, Some(aged)) => (&aged.at, this - i32::from(aged.years), 1),
        (None, None) => return None,
    };
    let then = dated.year - year;
    if then + slack >= WORKS || !is_same(scope, from, &at) {
        return None;
    }
    let gaps = [("year", Said::Year(dated.year)), ("born", Said::Year(year)), ("age", Said::Number(then.into()))];
    let says = |word, year| Message::new(word, [("year", Said::Year(year))]);
    let places = vec![
        copy.place(scope.passage, dated.at.clone()).saying(says(Word::DatesSaysYear, dated.year)),
        copy.place(scope.passage, from.clone()).saying(says(Word::AgesSaysBorn, year)),
    ];
    Some(Finding::new(Rule::Ages, "career", Level::Warn, Message::new(Word::AgesBegan, gaps), places))
}

/// Whether what is told beside an age or a birth is surely told of the same person: they stand near each other, and
/// nobody else is named between them.
fn is_same(scope: &Scope<'_>, aged: &Range<usize>, at: &Range<usize>) -> bool {
    let between = if aged.end <= at.start { aged.end..at.start } else { at.end..aged.start };
    let of = |range: Range<usize>| scope.passage.text.get(range).unwrap_or_default();
    let text = of(between);
    let cased = scope.passage.text.chars().any(lang::letter::is_uppercase);
    // The name that an age opens a sentence for comes behind it: "Born in 1950, Maria Lopen joined ..." So does the
    // name behind the years: "A teacher for 20 years, Maria Lopen, 45, ..."
    let before = of(scope.at.start..aged.start.max(scope.at.start));
    let capitals = before.split_whitespace().filter(|word| word.starts_with(lang::letter::is_uppercase)).count();
    let opens = before.chars().count() <= OPENING && capitals <= 1 && !before.contains([',', '(', '（', '،', '，']);
    let most = usize::from(opens || at.end <= aged.start);
    text.chars().count() <= if cased { NEAR.0 } else { NEAR.1 } && names(text) <= most
}

/// How many names a text holds: runs of words that begin with capitals.
fn names(text: &str) -> usize {
    let (mut count, mut runs) = (0, false);
    for word in text.split_whitespace() {
        let named = word.chars().find(|c| lang::letter::is_alphabetic(*c)).is_some_and(lang::letter::is_uppercase);
        count += usize::from(named && !runs);
        runs = named && !word.ends_with([',', ';', ')']);
    }
    count
}
