//! Which ninjs a file is in, and what is no story.

use super::shapes::Generation;
use crate::json::{Object, Value};
use crate::reading::NotAStory;
use std::borrow::Cow;

/// What a file says of itself, and what its members say.
pub(super) struct Told {
    /// The generation whose names it uses.
    pub(super) generation: Generation,
    /// The minor version by which it is judged.
    pub(super) minor: u8,
    /// The version that it names.
    pub(super) said: Option<String>,
}

/// Tells by the names of the members, and by what is said where they leave it open.
pub(super) fn tell(object: &Object<'_>) -> Told {
    let said = said(object);
    let number = |part: Option<&str>| part.and_then(|part| part.trim().parse::<u8>().ok());
    let mut parts = said.as_deref().unwrap_or_default().split('.');
    let (major, minor) = (number(parts.next()), number(parts.next()));
    let score = |generation: &Generation| {
        let shape = generation.item();
        let known = object.members.iter().filter(|(name, _)| shape.member(name, generation.newest()).is_some()).count();
        (known, usize::from(major == Some(generation.number())), usize::from(generation.number()))
    };
    let generation = Generation::ALL.into_iter().max_by_key(score).unwrap_or(Generation::Three);
    let stated = minor.filter(|_| major == Some(generation.number()));
    Told { generation, minor: stated.unwrap_or(u8::MAX).min(generation.newest()), said }
}

/// The version that `standard` names, or the schema that it gives.
fn said(object: &Object<'_>) -> Option<String> {
    let standard = object.get(&["standard", "$standard"])?;
    let schema = |words: &str| {
        let version = words.split("ninjs-schema_").nth(1)?;
        let end = version.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(version.len());
        version.get(..end).map(|version| version.trim_matches('.').to_owned()).filter(|version| !version.is_empty())
    };
    match standard {
        Value::Object(standard) => {
            let version = standard.get(&["version"]).and_then(Value::words).map(Cow::into_owned);
            version
                .filter(|version| version.starts_with(|c: char| c.is_ascii_digit()) && version.len() < 20)
                .or_else(|| schema(&standard.get(&["schema"])?.words()?))
        }
        Value::Words(words) => schema(words),
        _ => None,
    }
}

/// What it is when it is no story: an event or a plan, by its type, or by what only they have.
pub(super) fn not_a_story(object: &Object<'_>) -> Option<NotAStory> {
    let kind = object.get(&["type"]).and_then(Value::words);
    match kind.as_deref().map(str::trim) {
        Some(kind) if kind.eq_ignore_ascii_case("event") => Some(NotAStory::Event),
        Some(kind) if kind.eq_ignore_ascii_case("planning") => Some(NotAStory::Planning),
        Some(_) => None,
        None if object.get(&["bodies"]).is_some() => None,
        None if object.get(&["plannedCoverage"]).is_some() => Some(NotAStory::Planning),
        None if object.get(&["eventDetails"]).is_some() => Some(NotAStory::Event),
        None => None,
    }
}
