//! The rule `ages`.

mod career;
mod lifetime;

use super::dates::scope::{Dated, Scope, scopes};
use crate::{
    Copy, Finding, Level, Message, Rule, Said,
    pages::{Example, Page},
};
use lang::{
    What, Word,
    values::{Bound, Sort, Span, Told},
};
use std::ops::Range;

/// How far, in characters, the year may stand from the word for being born.
const NEAR: usize = 48;
/// How many years an age may be off that no word says is one.
const FAR: i32 = 12;
/// The most bytes of a sentence that is looked at: a longer one is none.
const LONGEST: usize = 1_500;
/// How many characters a sentence has at most that tells of nothing but a birth.
const SHORT: usize = 70;

/// Its page.
pub const PAGE: Page = Page {
    rule: Rule::Ages,
    about: "Holds an age against the year of birth beside it, counted to the day of the story or to any other year \
            that is named there; or the age at which somebody died against the years of the life in brackets. A year \
            more or less is left alone. Holds an age or a year of birth also against the \
            years somebody has been in an occupation that no child has, or in prison, and against the year in which \
            that began: nobody works before the age of 13 or sits in prison before that of 10. It has to be surely \
            the same person: one age and one count in the sentence, near each other, nobody else named between them, \
            no word for a relative or a successor. What children do too (playing, farming, singing) is left alone.",
    kinds: &[
        ("age", Level::Warn, "an age that does not go with the year of birth"),
        ("career", Level::Warn, "a career or a time in prison that would have begun in childhood"),
    ],
    finds: &[
        finds("en", "age", "Gardener\nMaria Lopen, 45, who was born in 1990, keeps bees."),
        finds("es", "age", "Jardinera\nMaría Lopen, de 45 años, nacida en 1990, cría abejas."),
        finds("en", "age", "Gardener\nMaria Lopen (1940-2011) was 66 when she died."),
        finds("zh", "age", "园丁\n玛丽亚今年45岁，生于1990年。"),
        finds("en", "career", "Teacher\nMaria Lopen, 45, has been a teacher for 40 years."),
        finds("fr", "career", "Juge\nJean Lopen, né en 1968, est devenu avocat en 1970."),
    ],
    leaves: &[
        leaves("en", "Fiddler\nMaria Lopen, 45, has played the violin for 40 years."),
        leaves("en", "Gardener\nMaria Lopen, 35, who was born in 1990, keeps bees."),
        leaves("fr", "Jardinier\nJean Lopen est né en 1920 et mort en 1990 à l’âge de 70 ans."),
    ],
};

const fn finds(lang: &'static str, kind: &'static str, copy: &'static str) -> Example {
    Example { lang, date: "2026-05-03", copy, kind }
}

const fn leaves(lang: &'static str, copy: &'static str) -> Example {
    Example { lang, date: "2026-05-03", copy, kind: "" }
}

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    births(copy, findings);
    career::find(copy, findings);
}

/// Ages that do not go with the year of birth.
fn births(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let this = copy.date.map(|date| i32::from(date.year()));
    for sentences in &scopes(copy) {
        for (at, scope) in sentences.iter().enumerate() {
            let Some(born) = born(scope) else {
                findings.extend(lifetime::find(copy, scope));
                continue;
            };
            let neighbours = [at.checked_sub(1), at.checked_add(1)];
            let beside = neighbours.into_iter().flatten().filter_map(|at| sentences.get(at));
            let own = age(scope).map(|span| (scope, span));
            let aged = own.or_else(|| {
                let told = scope.spans.iter().any(is_age);
                let short = scope.passage.text.get(scope.at.clone())?.chars().count() <= SHORT;
                // Another year is that of something else that is told there.
                let short = short && scope.years.iter().all(|dated| dated.year == born.year);
                let mut beside = beside.filter(|other| !other.spans.iter().any(|span| span.told == Told::Born));
                (short && !told).then(|| beside.find_map(|other| Some((other, age(other)?)))).flatten()
            });
            let alone = aged.is_none().then(|| alone(scope, born, this)).flatten();
            let aged = aged.or_else(|| Some((scope, alone.as_ref()?)));
            let Some((of, span)) = aged else { continue };
            if std::ptr::eq(of, scope) && is_of_another(copy, scope, &born.at, &span.at) {
                continue;
            }
            let years = scope.years.iter().chain(&of.years).map(|dated| dated.year).filter(|year| *year > born.year);
            let mut bases: Vec<i32> = years.collect();
            // "Born in 1944, she began to write at 40": when that was is not said, unless it nearly is now.
            let now = |this: i32| (this - born.year - i32::from(span.years)).abs() <= FAR;
            if span.told == Told::AgeThen && bases.is_empty() && !this.is_some_and(now) {
                continue;
            }
            // Who "was 30 when" was so in the year that is named, if one is.
            if span.told == Told::Age || bases.is_empty() {
                bases.extend(copy.date.map(|date| i32::from(date.year())));
            }
            let age = i32::from(span.years);
            // Whose birthday is still to come is a year younger; and one more for a slip that nobody minds.
            let fits = |base: &i32| (-2..=1).contains(&(age - (base - born.year)));
            let nearest = bases.iter().min_by_key(|base| (**base - born.year - age).abs());
            if let Some(nearest) = nearest.filter(|_| !bases.iter().any(fits)) {
                findings.push(finding(copy, (scope, born), (of, span), *nearest));
            }
        }
    }
}

/// The year of the one birth that the sentence tells of: whatever else is told of somebody came later.
fn born<'s>(scope: &'s Scope<'_>) -> Option<&'s Dated> {
    let mut all = scope.spans.iter().filter(|span| span.told == Told::Born);
    let counted = scope.counts_from_birth() && !scope.spans.iter().any(is_age);
    let born = all.next().filter(|_| all.next().is_none() && !counted)?;
    let near = scope.years.iter().filter(|dated| scope.apart(&dated.at, &born.at) <= NEAR);
    near.min_by_key(|dated| dated.year)
}

/// The one age that the sentence tells of.
fn age<'s>(scope: &'s Scope<'_>) -> Option<&'s Span> {
    let mut all = scope.spans.iter().filter(|span| is_age(span) && span.years > 0);
    let age = all.next()?;
    all.all(|other| other.years == age.years).then_some(age)
}

/// Whether somebody else is told of between a birth and an age: "aged 28, lived with his mother, born in 1960".
fn is_of_another(copy: &Copy<'_>, scope: &Scope<'_>, born: &Range<usize>, aged: &Range<usize>) -> bool {
    // What tells of the birth may itself be a word of families: "née".
    let told = scope.spans.iter().filter(|span| span.told == Told::Born).map(|span| &span.at);
    let (start, end) = told.fold((born.start, born.end), |(start, end), at| (start.min(at.start), end.max(at.end)));
    let between = end.min(aged.end)..start.max(aged.start);
    // The one stands within the other: there is nothing between them.
    if between.start >= between.end {
        return false;
    }
    let text = scope.passage.text.get(between).filter(|text| text.len() <= LONGEST);
    text.is_none_or(|text| !copy.profile().persons().kin.find(text).is_empty())
}

/// The one count of years of a sentence that tells of a birth, where nothing says that it is of anything else, and it is
/// nearly the age that somebody has or had in the one other year that is named.
fn alone(scope: &Scope<'_>, born: &Dated, this: Option<i32>) -> Option<Span> {
    let values = scope.passage.values_in(&scope.at).iter();
    let mut counts = values.filter_map(|value| match &value.what {
        What::Number(number) if number.unit.is_some_and(|unit| unit.name == "year") => Some((number, &value.at)),
        _ => None,
    });
    let ((number, at), None) = (counts.next()?, counts.next()) else { return None };
    let whole = number.sort == Sort::Count && number.bound == Bound::Exact && (3.0..120.0).contains(&number.value);
    let years = scope.years.iter().map(|dated| dated.year).filter(|year| *year != born.year);
    let near = |to: i32| (to - born.year - number.value as i32).abs() <= FAR;
    let free = scope.others.is_empty() && scope.spans.iter().all(|span| span.told != Told::Ago);
    (whole && free && years.chain(this).any(near)).then(|| Span {
        at: at.clone(),
        told: Told::Age,
        years: number.value as u16,
    })
}

fn is_age(span: &Span) -> bool {
    matches!(span.told, Told::Age | Told::AgeThen)
}

fn says_age(span: &Span) -> Message {
    Message::new(Word::AgesSaysAge, [("age", Said::Number(span.years.into()))])
}

fn finding(copy: &Copy<'_>, born: (&Scope<'_>, &Dated), aged: (&Scope<'_>, &Span), base: i32) -> Finding {
    let (year, age) = (born.1.year, f64::from(aged.1.years));
    let says_born = Message::new(Word::AgesSaysBorn, [("year", Said::Year(year))]);
    let gaps = [
        ("age", Said::Number(age)),
        ("year", Said::Year(year)),
        ("base", Said::Year(base)),
        ("expected", Said::Number(f64::from(base - year))),
    ];
    let places = vec![
        copy.place(aged.0.passage, aged.1.at.clone()).saying(says_age(aged.1)),
        copy.place(born.0.passage, born.1.at.clone()).saying(says_born),
    ];
    Finding::new(Rule::Ages, "age", Level::Warn, Message::new(Word::AgesAge, gaps), places)
}
