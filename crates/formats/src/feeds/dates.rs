//! Times in feeds: those of [`crate::times`], and the forms that blog engines of some countries write
//! (feedparser's documentation names them).

use crate::reading::{Liberties, Took};
use crate::times;
use story::item::When;

/// The longest time that is looked at in another language, in bytes.
const LONGEST: usize = 128;

/// Reads a time. None when it is no time, which is listed.
pub(super) fn read(words: &str, at: &str, liberties: &mut Liberties) -> Option<When> {
    let words = words.trim();
    let mut strict = Liberties::new();
    let plain = times::read(words, at, &mut strict);
    if plain.is_some() || words.is_empty() || words.len() > LONGEST {
        strict.list.into_iter().for_each(|liberty| liberties.take(liberty.took, liberty.at, liberty.what));
        return plain;
    }
    let found = [korean(words), named(words), zoned(words)].into_iter().flatten().find_map(|form| {
        let mut quiet = Liberties::new();
        let when = times::read(&form, at, &mut quiet)?;
        Some((when, quiet.has(Took::NoZone)))
    });
    match found {
        Some((when, no_zone)) => {
            liberties.take(if no_zone { Took::NoZone } else { Took::Time }, at, words);
            Some(when)
        }
        None => {
            liberties.take(Took::Value, at, words);
            None
        }
    }
}

/// `2004년 05월 28일  01:31:15` (OnBlog), `2004-05-25 오후 11:23:17` (Nate); Korean time, 9 hours east.
fn korean(words: &str) -> Option<String> {
    let afternoon = words.contains("오후");
    let morning = words.contains("오전");
    if !(words.contains('년') || afternoon || morning) {
        return None;
    }
    let numbers: Vec<u32> =
        words.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).map_while(|n| n.parse().ok()).collect();
    let [year, month, day, hour, minute, ref rest @ ..] = *numbers.as_slice() else { return None };
    let hour = match hour {
        12 if morning => 0,
        1..=11 if afternoon => hour + 12,
        _ => hour,
    };
    let second = rest.first().copied().unwrap_or(0);
    Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+09:00"))
}

/// The months of Greek and Hungarian feeds, by how they begin, and the names by which [`crate::times`] knows them.
const MONTHS: &[(&str, &str, &str)] = &[
    ("ιαν", "Jan", "01"),
    ("φεβ", "Feb", "02"),
    ("μαρ", "Mar", "03"),
    ("μάρ", "Mar", "03"),
    ("απρ", "Apr", "04"),
    ("μαι", "May", "05"),
    ("μαϊ", "May", "05"),
    ("μάι", "May", "05"),
    ("μαϊ", "May", "05"),
    ("μαΐ", "May", "05"),
    ("ιουν", "Jun", "06"),
    ("ιούν", "Jun", "06"),
    ("ιον", "Jun", "06"),
    ("ιουλ", "Jul", "07"),
    ("ιούλ", "Jul", "07"),
    ("ιολ", "Jul", "07"),
    ("αυγ", "Aug", "08"),
    ("αύγ", "Aug", "08"),
    ("σεπ", "Sep", "09"),
    ("οκτ", "Oct", "10"),
    ("νοε", "Nov", "11"),
    ("νοέ", "Nov", "11"),
    ("δεκ", "Dec", "12"),
    ("január", "Jan", "01"),
    ("februári", "Feb", "02"),
    ("február", "Feb", "02"),
    ("március", "Mar", "03"),
    ("április", "Apr", "04"),
    ("máujus", "May", "05"),
    ("május", "May", "05"),
    ("június", "Jun", "06"),
    ("július", "Jul", "07"),
    ("augusztus", "Aug", "08"),
    ("szeptember", "Sep", "09"),
    ("október", "Oct", "10"),
    ("november", "Nov", "11"),
    ("december", "Dec", "12"),
];

fn month_named(word: &str) -> Option<(&'static str, &'static str)> {
    let lower = word.to_lowercase();
    MONTHS.iter().find(|(head, ..)| lower.starts_with(head)).map(|(_, name, number)| (*name, *number))
}

/// `Κυρ, 11 Ιούλ 2004 12:00:00 EST`, `2004-július-13T9:15-05:00`.
fn named(words: &str) -> Option<String> {
    if let Some((year, rest)) = words.split_once('-')
        && let Some((month, rest)) = rest.split_once('-')
        && year.bytes().all(|b| b.is_ascii_digit())
        && let Some((_, number)) = month_named(month)
    {
        return Some(format!("{year}-{number}-{rest}"));
    }
    let mut known = false;
    let parts: Vec<String> = words
        .split_whitespace()
        .map(|word| match month_named(word) {
            Some((name, _)) => {
                known = true;
                name.to_owned()
            }
            None => word.to_owned(),
        })
        .collect();
    known.then(|| parts.join(" "))
}

/// Zones that [`crate::times`] does not know (the rest of RFC 822, the far west of America), a zone that nobody knows,
/// and a weekday before a date of numbers (`Fri, 2006/09/15 08:19:53 EDT`, Perforce).
fn zoned(words: &str) -> Option<String> {
    const MORE: &[(&str, &str)] = &[
        ("ADT", "-0300"),
        ("AST", "-0400"),
        ("AT", "-0400"),
        ("AKDT", "-0800"),
        ("AKST", "-0900"),
        ("HADT", "-0900"),
        ("HAST", "-1000"),
        ("HST", "-1000"),
        ("IST", "+0530"),
        ("A", "-0100"),
        ("M", "-1200"),
        ("N", "+0100"),
        ("Y", "+1200"),
    ];
    let letters = |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, ',' | '.'));
    let numbers = |word: &str| word.contains(['/', '-']) && word.starts_with(|c: char| c.is_ascii_digit());
    let mut parts: Vec<&str> = words.split_whitespace().collect();
    if parts.len() > 1 && parts.first().copied().is_some_and(letters) && parts.get(1).copied().is_some_and(numbers) {
        parts.remove(0);
    }
    let last = *parts.last()?;
    let zone = last.strip_prefix("Etc/").or_else(|| last.strip_prefix("etc/")).unwrap_or(last);
    if letters(zone) && parts.len() > 2 {
        parts.pop();
        match MORE.iter().find(|(name, _)| name.eq_ignore_ascii_case(zone)) {
            Some((_, offset)) => parts.push(offset),
            // What stays is read without a zone, or not at all.
            None if zone == last && !is_usual(zone) => {}
            None => parts.push(zone),
        }
    }
    let form = parts.join(" ");
    (form != words).then_some(form)
}

/// A zone that [`crate::times`] reads by itself.
fn is_usual(zone: &str) -> bool {
    let probe = format!("Thu, 01 Jan 2004 19:48:21 {zone}");
    times::read(&probe, "", &mut Liberties::new()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn times_of_other_countries_are_read() {
        for (words, is) in [
            ("2004년 05월 28일  01:31:15", "2004-05-27T16:31:15Z"),
            ("2004-05-25 오후 11:23:17", "2004-05-25T14:23:17Z"),
            ("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z"),
            ("2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z"),
            ("Fri, 2006/09/15 08:19:53 EDT", "2006-09-15T12:19:53Z"),
            ("2004-07-08 23:56:58.0", "2004-07-08T23:56:58Z"),
            ("Thu, 01 Jan 2004 19:48:21 AKST", "2004-01-02T04:48:21Z"),
            ("Thu, 01 Jan 2004 19:48:21 Etc/GMT", "2004-01-01T19:48:21Z"),
            ("Thu, 01 Jan 2004 19:48:21 ZZZZ", "2004-01-01T19:48:21Z"),
            ("whenever", "-"),
        ] {
            let when = read(words, "", &mut Liberties::new());
            assert_eq!(when.map_or("-".into(), |when| when.to_string()), is, "{words}");
        }
    }

    proptest! {
        #[test]
        fn no_words_make_it_panic(words in "\\PC{0,40}|[0-9]{4}(년|-|/)[0-9 ]{0,3}(월|-|오후|Ιούλ)[0-9:T ]{0,12}") {
            read(&words, "", &mut Liberties::new());
        }
    }
}
