//! What the head of a text says of its status, in words: written in the language of the item, read in any.

use lang::{Languages, Profile, WireWords, Word};
use story::item::{Precision, Status, When};
use story::{Item, Kind, Line};

/// The words of each act.
const ACTS: [(Kind, Word); 7] = [
    (Kind::Correction, Word::WireCorrection),
    (Kind::Update, Word::WireUpdate),
    (Kind::Notice, Word::WireNotice),
    (Kind::Hold, Word::WireHold),
    (Kind::Unhold, Word::WireUnhold),
    (Kind::Kill, Word::WireKill),
    (Kind::Takedown, Word::WireTakedown),
];

/// What an item does to the version before, as its status line says it.
pub(crate) fn act(item: &Item) -> Option<Kind> {
    let told = item.act.filter(|act| *act != Kind::First);
    match (item.status, told) {
        (Status::Canceled, Some(Kind::Takedown)) => Some(Kind::Takedown),
        (Status::Canceled, _) => Some(Kind::Kill),
        (Status::Withheld, _) => Some(Kind::Hold),
        (Status::Usable, Some(Kind::Kill | Kind::Takedown | Kind::Hold)) => None,
        (Status::Usable, told) => told.or((!item.notice.is_empty()).then_some(Kind::Notice)),
    }
}

/// The line that tells the status, with the notice; none when there is nothing to tell.
pub(crate) fn status_line(item: &Item, profile: &Profile) -> Option<String> {
    let act = act(item)?;
    let (_, word) = ACTS.iter().find(|(kind, _)| *kind == act)?;
    let word = profile.say(*word);
    Some(if item.notice.is_empty() { word.to_owned() } else { format!("{word}: {}", item.notice) })
}

/// The line that tells an embargo.
pub(crate) fn embargo_line(embargo: When, profile: &Profile) -> String {
    profile.say_with(Word::WireEmbargo, &[("time", &moment(embargo))])
}

/// A moment in figures that are read alike everywhere.
fn moment(when: When) -> String {
    let at = when.at().to_zoned(jiff::tz::TimeZone::UTC);
    match when.precision() {
        Precision::Moment if at.second() == 0 && at.subsec_nanosecond() == 0 => {
            at.strftime("%Y-%m-%d %H:%M UTC").to_string()
        }
        _ => when.to_string(),
    }
}

/// What a line at the head of a text tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Told {
    /// What it does to the version before, with what is said about it.
    Act(Kind, Line),
    /// That it is urgent, in these words.
    Urgent(Line),
    /// Until when it may not be published, in words; and the moment, when it is told in figures.
    Embargo(Line, Option<When>),
}

/// What a line, or the inside of a bracket, tells of the status.
pub(crate) fn told(line: &str, languages: &Languages) -> Option<Told> {
    let line = line.trim();
    let marks = &WireWords::get().marks;
    let lists: [(Kind, &[String]); 7] = [
        (Kind::Correction, &marks.correction),
        (Kind::Update, &marks.update),
        (Kind::Notice, &marks.notice),
        (Kind::Hold, &marks.hold),
        (Kind::Unhold, &marks.unhold),
        (Kind::Kill, &marks.kill),
        (Kind::Takedown, &marks.takedown),
    ];
    let own = languages.iter().flat_map(|p| ACTS.iter().map(move |(kind, word)| (*kind, p.say(*word))));
    let known = lists.iter().flat_map(|(kind, words)| words.iter().map(move |word| (*kind, word.as_str())));
    let best = own.chain(known).filter_map(|(kind, word)| Some((lang::opens(line, word)?, kind))).max_by_key(|b| b.0);
    if let Some((taken, kind)) = best {
        let rest = line.get(taken..).unwrap_or_default();
        if let Some(rest) = after_mark(rest) {
            return Some(Told::Act(kind, Line::new(rest)));
        }
    }
    if embargo_opens(line, languages) {
        return Some(Told::Embargo(Line::new(line), when(line)));
    }
    let urgent = marks.urgent.iter().filter_map(|word| lang::opens(line, word)).max()?;
    let rest = line.get(urgent..).unwrap_or_default();
    rest.trim_matches(|c: char| !c.is_alphanumeric()).is_empty().then(|| Told::Urgent(Line::new(line)))
}

/// What stands behind a mark that tells the status: nothing, or something after a colon or a dash.
fn after_mark(rest: &str) -> Option<&str> {
    let rest = rest.trim_start();
    let sign = rest.chars().next();
    match sign {
        None => Some(""),
        Some(':' | '：' | '-' | '–' | '—') => Some(rest.trim_start_matches([':', '：', '-', '–', '—', ' '])),
        Some('!' | '.') if rest.chars().count() == 1 => Some(""),
        _ => None,
    }
}

fn embargo_opens(line: &str, languages: &Languages) -> bool {
    let known = WireWords::get().marks.embargo.iter();
    let own = languages.iter().flat_map(|p| p.copy().embargoes.iter());
    let prefix = languages.iter().any(|p| {
        let words = p.say_with(Word::WireEmbargo, &[("time", "")]);
        lang::opens(line, words.trim()).is_some()
    });
    prefix || known.chain(own).any(|word| lang::opens(line, word).is_some())
}

/// The first moment that a line tells in figures, the year first.
fn when(line: &str) -> Option<When> {
    let mut silent = crate::Liberties::new();
    let at = line.char_indices().find(|(at, c)| {
        let rest = line.get(*at..).unwrap_or_default();
        let figures = rest.get(..4).is_some_and(|y| y.bytes().all(|b| b.is_ascii_digit()));
        c.is_ascii_digit() && figures && rest.get(4..5) == Some("-")
    });
    let rest = line.get(at?.0..)?.trim_end_matches(|c: char| !c.is_alphanumeric());
    crate::times::read(rest, "", &mut silent)
}

/// The words that open a byline in languages without a folder.
pub(crate) fn opens_foreign_byline(line: &str) -> bool {
    let words = &WireWords::get().copy.bylines;
    words
        .iter()
        .any(|word| lang::opens(line, word).is_some_and(|taken| line.get(taken..).is_some_and(|r| r.starts_with(' '))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_any_language_is_read() {
        let languages = Languages::built_in();
        for profile in languages.iter() {
            for (kind, _) in ACTS {
                let status = match kind {
                    Kind::Kill | Kind::Takedown => Status::Canceled,
                    Kind::Hold => Status::Withheld,
                    _ => Status::Usable,
                };
                for notice in ["", "12, 3"] {
                    let item = Item { act: Some(kind), status, notice: Line::new(notice), ..Item::default() };
                    let line = status_line(&item, profile).expect("a line");
                    let is = Some(Told::Act(kind, Line::new(notice)));
                    assert_eq!(told(&line, languages), is, "{} {line}", profile.tag());
                }
            }
            let embargo = "2026-11-22T11:00:00Z".parse::<When>().expect("a time");
            let line = embargo_line(embargo, profile);
            assert_eq!(told(&line, languages), Some(Told::Embargo(Line::new(&line), Some(embargo))), "{line}");
        }
    }

    #[test]
    fn other_agencies_are_read() {
        let of = |line: &str| told(line, Languages::built_in());
        assert_eq!(of("Berichtigung: Uhrzeit"), Some(Told::Act(Kind::Correction, Line::new("Uhrzeit"))));
        assert_eq!(of("Eil"), Some(Told::Urgent(Line::new("Eil"))));
        assert_eq!(of("Sperrfrist: 12 Uhr"), Some(Told::Embargo(Line::new("Sperrfrist: 12 Uhr"), None)));
        assert_eq!(of("MANDATORY KILL"), Some(Told::Act(Kind::Kill, Line::default())));
        for none in ["Foto Produktion", "Kill Bill opens", "Updates expected at noon", "", "Zusammenfassung"] {
            assert_eq!(of(none), None, "{none}");
        }
    }
}
