//! The embargo that copy names in its own words: which moment that is, and what follows for the story.
//!
//! A moment counts as read only when the line names one day, one time of that day and one zone, and every language of
//! the house that understands it understands the same. All else is for a person: a story that goes out an hour early
//! cannot be called back.

use crate::{Newsroom, Result, pen::Pen};
use jiff::{
    Timestamp,
    civil::{Date, Time},
    tz::{Offset, TimeZone},
};
use lang::{
    Languages, Profile, Word,
    values::{Calendar, Day, What, Written},
};
use serde::{Deserialize, Serialize};
use store::{Dismissal, Write};
use story::{Tag, text::Line};

/// The kind of the finding of an embargo that copy names and the story does not have.
const KIND: &str = "embargo";

/// An embargo that copy names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// The words of the copy.
    pub words: Line,
    /// The moment, when it could be read.
    pub until: Option<Timestamp>,
}

/// What became of an embargo that copy named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyEmbargo {
    /// The words of the copy.
    pub words: Line,
    /// What followed.
    pub became: Became,
}

/// What follows from an embargo that copy names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Became {
    /// The story is now under embargo until this moment.
    Set(Timestamp),
    /// Somebody had set another one, which stays.
    Stands(Timestamp),
    /// The moment that it names has passed.
    Passed(Timestamp),
    /// No moment could be read: a finding holds a release back.
    Unread,
    /// The story has been public, so that no embargo can be set: a finding holds the text back.
    Late,
}

impl CopyEmbargo {
    /// Whether it is left to a person: a finding holds a release back.
    pub const fn is_open(&self) -> bool {
        matches!(self.became, Became::Unread | Became::Late)
    }

    /// What became of it, in words; the moment is printed as whoever reads it is used to.
    pub fn says(&self, profile: &Profile, time: impl Fn(Timestamp) -> String) -> String {
        let (word, at) = match self.became {
            Became::Set(until) => (Word::CopyEmbargoSet, Some(until)),
            Became::Stands(until) => (Word::CopyEmbargoStands, Some(until)),
            Became::Passed(_) => (Word::CopyEmbargoPassed, None),
            Became::Unread => (Word::CopyEmbargoUnread, None),
            Became::Late => (Word::CopyEmbargoLate, None),
        };
        let when = at.map(time).unwrap_or_default();
        profile.say_with(word, &[("words", &*self.words), ("when", &*when)])
    }
}

impl Named {
    /// Of the words of copy, at a moment from which a day without a year is understood.
    pub fn of(words: &Line, languages: &Languages, now: Timestamp) -> Self {
        Self { words: words.clone(), until: moment(words, languages, now) }
    }

    /// Whether it holds at this moment, or may hold.
    pub fn holds(&self, now: Timestamp) -> bool {
        self.until.is_none_or(|until| until > now)
    }
}

impl Newsroom {
    /// Does what copy says of an embargo: sets it, when a moment was read and nobody set another, and says what became
    /// of it. What it sets needs no right: it only keeps back what its sender wants kept back.
    pub(crate) async fn heed(&self, pen: &mut Pen, named: Option<&Named>) -> Result<()> {
        let Some(named) = named else { return Ok(()) };
        let mut data = self.data(&pen.dossier).await?;
        let became = became(named, data.embargo, pen.dossier.was_released(), pen.now);
        if let Became::Set(until) = became {
            data.embargo = Some(until);
            pen.revise_data(&data);
            Self::move_planned(pen, until);
        }
        pen.answer.embargo = Some(CopyEmbargo { words: named.words.clone(), became });
        Ok(())
    }

    /// Somebody decided on the embargo: what findings said of one that copy names is settled.
    pub(crate) async fn settle(&self, pen: &mut Pen) -> Result<()> {
        let newest = |(lang, edition): (&Tag, &story::Edition)| Some((lang.clone(), edition.newest()?.number));
        let newest: Vec<(Tag, u32)> = pen.dossier.editions.iter().filter_map(newest).collect();
        for (lang, number) in newest {
            let found = self.found(&pen.dossier, &lang, number).await?;
            let open = found.into_iter().filter(|found| found.dismissed.is_none() && found.finding.kind == KIND);
            for found in open {
                let profile = self.house().languages.profile(&lang);
                let dismissal = Dismissal {
                    lang: lang.clone(),
                    key: found.key,
                    rule: found.finding.rule.to_string(),
                    kind: KIND.to_owned(),
                    reason: profile.say(Word::Embargo).to_owned(),
                    by: pen.actor.name.clone(),
                    at: pen.now,
                    undone: None,
                };
                pen.writes.push(Write::Dismiss(pen.story(), dismissal));
                pen.answer.dismissed.push(found.key);
            }
        }
        Ok(())
    }

    /// What was signed off for an earlier moment waits for the end of the embargo.
    fn move_planned(pen: &mut Pen, until: Timestamp) {
        let early: Vec<_> = pen.dossier.due.iter().filter(|planned| planned.at < until).cloned().collect();
        for mut planned in early {
            planned.at = until;
            pen.move_to(planned);
        }
    }
}

/// What follows from an embargo that copy names, for a story with this embargo of its own.
pub(crate) fn became(named: &Named, own: Option<Timestamp>, was_released: bool, now: Timestamp) -> Became {
    match (named.until, own.filter(|own| *own > now)) {
        (Some(until), _) if until <= now => Became::Passed(until),
        (_, Some(own)) => Became::Stands(own),
        (_, None) if was_released => Became::Late,
        (Some(until), None) => Became::Set(until),
        (None, None) => Became::Unread,
    }
}

/// The moment that a line names. None unless there is no doubt.
fn moment(words: &str, languages: &Languages, now: Timestamp) -> Option<Timestamp> {
    let mut read: Vec<Timestamp> = languages.iter().filter_map(|profile| in_language(words, profile, now)).collect();
    read.sort_unstable();
    read.dedup();
    match read.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

fn in_language(words: &str, profile: &Profile, now: Timestamp) -> Option<Timestamp> {
    let (zone, rest) = zone(words, profile)?;
    let values = profile.values(&rest);
    let digits = |at: &std::ops::Range<usize>| rest.get(at.clone()).unwrap_or_default();
    let mut days = values.iter().filter_map(|value| match &value.what {
        What::Day(day) => Some((day, digits(&value.at))),
        _ => None,
    });
    let mut clocks = values.iter().filter_map(|value| match value.what {
        What::Clock { hour, minute, sure } => Some((hour, minute, sure, digits(&value.at))),
        _ => None,
    });
    let (Some((day, written)), None) = (days.next(), days.next()) else { return None };
    let (Some((hour, minute, sure, shown)), None) = (clocks.next(), clocks.next()) else { return None };
    // Half past six of which half of the day? A clock of 24 hours shows two figures.
    if !sure && shown.trim_start().chars().take_while(|c| c.is_numeric()).count() < 2 {
        return None;
    }
    let date = date(day, written, &zone, now)?;
    let time = Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()?;
    // An hour that a change of the clocks skips or repeats is no moment without doubt.
    zone.to_ambiguous_timestamp(date.to_datetime(time)).unambiguous().ok()
}

/// The day, when it can be read in one way only; the next one of that date when no year is said.
fn date(day: &Day, written: &str, zone: &TimeZone, now: Timestamp) -> Option<Date> {
    let in_figures = !written.chars().any(char::is_alphabetic);
    let both_ways = day.day <= 12 && day.day != day.month && day.order != Written::YearFirst;
    if day.to.is_some() || day.calendar != Calendar::Gregorian || in_figures && both_ways {
        return None;
    }
    let of = |year: i16| Date::new(year, day.month.try_into().ok()?, day.day.try_into().ok()?).ok();
    let date = match day.year {
        Some(year) => of(year.try_into().ok()?)?,
        None => {
            let today = now.to_zoned(zone.clone()).date();
            // The nearest such day; one in the past may be meant for next year.
            [today.year(), today.year() + 1].into_iter().filter_map(of).find(|date| *date >= today)?
        }
    };
    let said = day.weekday.is_none_or(|weekday| i8::try_from(weekday) == Ok(date.weekday().to_monday_one_offset()));
    said.then_some(date)
}

/// The one zone that a line names, and the line without its name.
fn zone(words: &str, profile: &Profile) -> Option<(TimeZone, String)> {
    let known = || Languages::common_copy().zones.iter().chain(&profile.copy().zones);
    let mut rest = words.to_owned();
    let mut names: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(open) = rest.get(at..) {
        let Some(first) = open.chars().next() else { break };
        // A name begins where no word goes on.
        let within = first.is_alphabetic() && rest.get(..at)?.chars().next_back().is_some_and(char::is_alphabetic);
        let found = known().filter_map(|[phrase, name]| Some((lang::opens(open, phrase)?, name.as_str())));
        match found.max_by_key(|(taken, _)| *taken).filter(|_| !within) {
            Some((taken, name)) => {
                names.push(name);
                rest.replace_range(at..at + taken, " ");
                at += 1;
            }
            None => at += first.len_utf8(),
        }
    }
    names.dedup();
    match (names.as_slice(), offset(&rest)) {
        (["UTC"], None) => Some((TimeZone::UTC, rest)),
        ([name], None) => Some((TimeZone::get(name).ok()?, rest)),
        ([] | ["UTC"], Some((offset, at))) => {
            rest.replace_range(at, " ");
            Some((offset.to_time_zone(), rest))
        }
        _ => None,
    }
}

/// A distance from universal time in figures (`+5`, `+05:30`, `-0400`), and where it stands.
fn offset(text: &str) -> Option<(Offset, std::ops::Range<usize>)> {
    let mut found = None;
    for (at, sign) in text.char_indices().filter(|(_, c)| matches!(c, '+' | '-' | '−')) {
        // Behind a figure a dash is one of a date or a span.
        let before = text.get(..at)?.chars().next_back();
        if sign != '+' && before.is_none_or(|c| !c.is_whitespace()) {
            continue;
        }
        let from = at + sign.len_utf8();
        let figures: String = text.get(from..)?.chars().take_while(|c| c.is_ascii_digit() || *c == ':').collect();
        let (hours, minutes) = match figures.split_once(':') {
            Some((hours, minutes)) if minutes.len() == 2 => (hours.to_owned(), minutes.to_owned()),
            Some(_) => continue,
            None if figures.len() == 4 => (figures.get(..2)?.to_owned(), figures.get(2..)?.to_owned()),
            None => (figures.clone(), "0".to_owned()),
        };
        let (Ok(hours), Ok(minutes)) = (hours.parse::<i32>(), minutes.parse::<i32>()) else { continue };
        if hours > 14 || minutes > 59 || found.is_some() {
            return None;
        }
        let seconds = (hours * 60 + minutes) * 60 * if sign == '+' { 1 } else { -1 };
        found = Some((Offset::from_seconds(seconds).ok()?, at..from + figures.len()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Option<String> {
        let now = "2026-11-20T09:00:00Z".parse().expect("a moment");
        moment(words, Languages::built_in(), now).map(|at| at.to_string())
    }

    #[test]
    fn a_day_with_a_time_and_a_zone_is_a_moment() {
        for (words, is) in [
            ("EMBARGOED UNTIL 18:00 GMT, 30 November 2026", "2026-11-30T18:00:00Z"),
            ("Embargoed until 6 p.m. GMT on Monday, November 30, 2026", "2026-11-30T18:00:00Z"),
            ("Embargo: 2026-11-30 18:00 UTC+05:00", "2026-11-30T13:00:00Z"),
            ("Embargo: 30 November 2026, 18:00 +04:00", "2026-11-30T14:00:00Z"),
            ("Under embargo until 09:30 GMT, 3 December", "2026-12-03T09:30:00Z"),
            ("Embargoed until 10:00 GMT, 5 January", "2027-01-05T10:00:00Z"),
            ("Sous embargo jusqu'au 30 novembre 2026 à 18h00, heure de Paris", "2026-11-30T17:00:00Z"),
            ("Embargo hasta el 30 de noviembre de 2026 a las 18:00 GMT", "2026-11-30T18:00:00Z"),
            ("Эмбарго до 18:00 мск 30 ноября 2026 года", "2026-11-30T15:00:00Z"),
            ("محظور النشر حتى الساعة 18:00 بتوقيت غرينتش، 30 نوفمبر 2026", "2026-11-30T18:00:00Z"),
            ("解禁时间：2026年11月30日18:00（北京时间）", "2026-11-30T10:00:00Z"),
            ("ایمبارگو تا 30 نومبر 2026، 18:00 جی ایم ٹی", "2026-11-30T18:00:00Z"),
        ] {
            assert_eq!(read(words).as_deref(), Some(is), "{words}");
        }
    }

    #[test]
    fn what_leaves_a_doubt_is_no_moment() {
        for words in [
            "Not for publication before Monday",
            "Embargoed until 18:00, 30 November 2026",
            "Embargoed until 30 November 2026 GMT",
            "Embargoed until 6:00 GMT, 30 November 2026",
            "Embargoed until 18:00 GMT, 5/6/2027",
            "Embargoed until 18:00 GMT / 19:00 CET, 30 November 2026",
            "Embargoed until 18:00 GMT, Friday, 30 November 2026",
            "Embargoed until 18:00 GMT, 30 or 31 November 2026",
            "Embargoed until 18:00 GMT",
            "Under embargo",
            "",
        ] {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn what_follows_depends_on_the_story() {
        let at = |word: &str| word.parse::<Timestamp>().expect("a moment");
        let (now, then, later) = (at("2026-11-20T09:00:00Z"), at("2026-11-30T18:00:00Z"), at("2026-12-01T00:00:00Z"));
        let named = |until| Named { words: "Embargoed".into(), until };
        assert_eq!(became(&named(Some(then)), None, false, now), Became::Set(then));
        assert_eq!(became(&named(Some(then)), Some(later), false, now), Became::Stands(later));
        assert_eq!(became(&named(None), Some(later), false, now), Became::Stands(later));
        assert_eq!(became(&named(Some(then)), Some(then), false, later), Became::Passed(then));
        assert_eq!(became(&named(Some(then)), None, true, now), Became::Late);
        assert_eq!(became(&named(None), None, false, now), Became::Unread);
        assert_eq!(became(&named(None), Some(now), false, then), Became::Unread);
    }
}
