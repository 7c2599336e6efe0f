//! Reading the date at the head of a line of copy.

use crate::{
    Profile,
    compare::{opens, takes},
    figure::{digit, figure},
    language::DateOrder,
    phrase::{Part, parts},
};
use story::text::DatelineDate;

/// What a pattern has found so far.
#[derive(Default)]
struct Found {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
}

impl Profile {
    /// The date that the text opens with, and how many bytes it takes: in words of the language, in any digits, with a
    /// weekday before it or not; or in figures (`26/02/2023`, `2023-02-26`), in the order that is usual for the
    /// language. Nothing that no calendar has.
    pub fn read_date(&self, text: &str) -> Option<(DatelineDate, usize)> {
        self.bare_date(text).or_else(|| {
            let (_, rest) = one_of(text, &self.language().dates.weekdays)?;
            let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '،' | '，'));
            let (date, taken) = self.bare_date(rest)?;
            Some((date, text.len() - rest.len() + taken))
        })
    }

    /// The date, with no weekday before it.
    fn bare_date(&self, text: &str) -> Option<(DatelineDate, usize)> {
        let patterns = &self.copy().dateline.dates;
        patterns.iter().find_map(|pattern| self.date_like(text, pattern)).or_else(|| self.date_in_figures(text))
    }

    /// The date, when the text opens with this pattern.
    fn date_like(&self, text: &str, pattern: &str) -> Option<(DatelineDate, usize)> {
        let mut found = Found::default();
        let mut rest = text;
        for part in parts(pattern) {
            rest = match part {
                Part::Text(literal) if literal.trim().is_empty() => rest.trim_start(),
                Part::Text(literal) => after(rest.trim_start(), takes(rest.trim_start(), literal)?)?,
                Part::Gap(name) => self.gap(name, rest.trim_start(), &mut found)?,
            };
        }
        let end = text.len() - rest.len();
        whole(text, end)?;
        let date = DatelineDate::new(found.year, found.month?, found.day?).ok()?;
        Some((date, end))
    }

    /// What comes after the part of a date that the text opens with.
    fn gap<'t>(&self, name: &str, text: &'t str, found: &mut Found) -> Option<&'t str> {
        let (dates, words) = (&self.language().dates, &self.copy().dateline);
        match name {
            "day" => {
                let (day, rest) = figure(text, 1..=2)?;
                found.day = i8::try_from(day).ok();
                Some(without_ending(rest, &words.day_endings))
            }
            "year" => {
                let (year, rest) = figure(text, 4..=4)?;
                found.year = i16::try_from(year).ok();
                Some(without_ending(rest, &words.year_endings))
            }
            "month" => {
                let (month, rest) = one_of(text, &dates.months)?;
                let month = i8::try_from(month + 1).ok();
                // Where a form names the month twice, in two calendars' words, both are the same.
                let same = found.month.is_none() || found.month == month;
                found.month = month;
                same.then_some(rest)
            }
            "weekday" => Some(one_of(text, &dates.weekdays)?.1),
            _ => None,
        }
    }

    /// A date in figures alone.
    fn date_in_figures(&self, text: &str) -> Option<(DatelineDate, usize)> {
        let (first, rest) = figure(text, 1..=4)?;
        let mark = rest.chars().next().filter(|c| matches!(c, '/' | '.' | '-' | '–' | '／'))?;
        let (second, rest) = figure(rest.strip_prefix(mark)?, 1..=2)?;
        let (third, rest) = figure(rest.strip_prefix(mark)?, 1..=4)?;
        let (year, month, day) = match self.language().dates.order {
            _ if first > 999 => (first, second, third),
            DateOrder::Mdy => (third, first, second),
            DateOrder::Dmy | DateOrder::Ymd => (third, second, first),
        };
        let end = text.len() - rest.len();
        whole(text, end)?;
        let year = i16::try_from(year).ok().filter(|year| *year > 999)?;
        let date = DatelineDate::new(Some(year), i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        Some((date, end))
    }
}

/// Which of these things the text names, by its longest name, and what comes after. A full stop may end a short form.
fn one_of<'t>(text: &'t str, things: &[Vec<String>]) -> Option<(usize, &'t str)> {
    let named = |names: &Vec<String>| names.iter().filter_map(|name| opens(text, name)).max();
    let (thing, taken) = things
        .iter()
        .enumerate()
        .filter_map(|(thing, names)| Some((thing, named(names)?)))
        .max_by_key(|(_, taken)| *taken)?;
    let rest = after(text, taken)?;
    Some((thing, rest.strip_prefix('.').unwrap_or(rest)))
}

/// What comes after the first of these endings; a space may stand before it.
fn without_ending<'t>(text: &'t str, endings: &[String]) -> &'t str {
    let taken = endings.iter().filter_map(|ending| opens(text.trim_start(), ending)).max();
    taken.and_then(|taken| after(text.trim_start(), taken)).unwrap_or(text)
}

fn after(text: &str, taken: usize) -> Option<&str> {
    text.get(taken..)
}

/// Nothing, when the date ends within a word or number.
fn whole(text: &str, end: usize) -> Option<()> {
    let last = text.get(..end)?.chars().next_back()?;
    let next = text.get(end..)?.chars().next();
    let both = |test: fn(char) -> bool| test(last) && next.is_some_and(test);
    (!both(|c| digit(c).is_some()) && !both(char::is_alphabetic))
        .then_some(())
        .or_else(|| crate::script::has_no_spaces(last).then_some(()))
}

#[cfg(test)]
mod tests {
    use crate::Languages;
    use proptest::prelude::*;

    fn read(tag: &str, text: &str) -> String {
        let profile = Languages::built_in().profile(&tag.parse().expect("a tag"));
        match profile.read_date(text) {
            Some((date, taken)) => {
                format!("{} |{}", serde_json::to_string(&date).expect("JSON").trim_matches('"'), &text[taken..])
            }
            None => "none".into(),
        }
    }

    #[test]
    fn every_language_writes_dates_in_many_ways() {
        for (tag, text, found) in [
            ("en", "26 February 2023 (GNP)", "2023-02-26 | (GNP)"),
            ("en", "FEB. 26, 2023: x", "2023-02-26 |: x"),
            ("en", "Sunday, 26th of February, 2023 -", "2023-02-26 | -"),
            ("en", "Sept 3 (GNP)", "--09-03 | (GNP)"),
            ("ur", "۲۶ فروری ۲۰۲۳ء (", "2023-02-26 | ("),
            ("ur", "26فروري2023:", "2023-02-26 |:"),
            ("ur", "اتوار، 26 فروری", "--02-26 |"),
            ("ar", "26 فبراير/شباط 2023 (", "2023-02-26 | ("),
            ("ar", "٢٦ شباط (فبراير) ٢٠٢٣م:", "2023-02-26 |:"),
            ("ar", "26 فبراير/آذار 2023", "--02-26 |/آذار 2023"),
            ("ar", "الأحد 3 تشرين الثاني 2024 ", "2024-11-03 | "),
            ("zh", "2023年2月26日电", "2023-02-26 |电"),
            ("zh", "２０２３年２月２６日", "2023-02-26 |"),
            ("zh", "二〇二三年二月二十六日电", "2023-02-26 |电"),
            ("zh", "11月3日星期日讯", "--11-03 |讯"),
            ("es", "26 de febrero de 2023.-", "2023-02-26 |.-"),
            ("es", "26 feb (", "--02-26 | ("),
            ("es", "1º de mayo", "--05-01 |"),
            ("fr", "dimanche 1er février 2023 (", "2023-02-01 | ("),
            ("fr", "26 FEV 2023 -", "2023-02-26 | -"),
            ("fr", "26 aout", "--08-26 |"),
            ("ru", "26 февраля 2023 г. /", "2023-02-26 | /"),
            ("ru", "26 фев —", "--02-26 | —"),
            ("ru", "26.02.2023 ", "2023-02-26 | "),
            ("en", "2023-02-26T10:00", "2023-02-26 |T10:00"),
            ("en", "2023-02-26 x", "2023-02-26 | x"),
            ("sw", "2023-02-26, x", "2023-02-26 |, x"),
            ("fr", "03/04/2023", "2023-04-03 |"),
            ("en", "30 February 2023", "none"),
            ("en", "May 2023 was dry", "none"),
            ("en", "May Day", "none"),
            ("en", "12 Marches", "none"),
            ("en", "", "none"),
        ] {
            assert_eq!(read(tag, text), found, "{tag} {text}");
        }
    }

    #[test]
    fn what_a_language_prints_it_reads_back() {
        for profile in Languages::built_in().iter() {
            for date in ["2023-01-01", "2024-02-29", "1999-12-31"] {
                let date: jiff::civil::Date = date.parse().expect("a day");
                let printed = profile.date(date);
                let read = profile.read_date(&printed).map(|(read, taken)| (read.civil(), taken));
                assert_eq!(read, Some((Some(date), printed.len())), "{printed}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_text_upsets_it(text in "\\PC{0,16}|[0-9۰-۹ ./年月日二十-]{0,16}|[0-9]{0,3} (de |)(mayo|май|مئی|May)[ .0-9]{0,8}") {
            for profile in Languages::built_in().iter() {
                if let Some((_, taken)) = profile.read_date(&text) {
                    prop_assert!(text.is_char_boundary(taken));
                }
            }
        }
    }
}
