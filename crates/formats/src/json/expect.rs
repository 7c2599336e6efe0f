//! What a standard expects of a document, as tables; and a walk that names whatever is otherwise.

use super::{Object, Value};
use crate::reading::{Liberties, Took};
use std::fmt;

/// What a value has to be.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Is {
    /// Words.
    Words,
    /// An absolute address or other URI (RFC 3986).
    Uri,
    /// A moment (RFC 3339).
    Time,
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// A whole number from, to.
    Scale(i64, i64),
    /// Yes or no.
    Truth,
    /// One of these words.
    One(&'static [&'static str]),
    /// An object.
    An(&'static Shape),
    /// A list of objects.
    Many(&'static Shape),
    /// A list of words.
    List,
    /// An object with any names, each of which holds such a thing.
    Named(&'static Shape),
    /// An object of any kind.
    Anything,
    /// A value of any type.
    Any,
}

/// A member of an object; `since` is the minor version that brought it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Member {
    pub(crate) name: &'static str,
    pub(crate) is: Is,
    pub(crate) since: u8,
}

/// What an object may hold.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) members: &'static [Member],
    /// Another whose members may stand there too.
    pub(crate) also: Option<&'static Shape>,
    /// Members whose names begin so, with a letter, a digit or `_` behind it.
    pub(crate) begins: &'static [Member],
    pub(crate) needs: &'static [&'static str],
    /// Exactly one of these has to be there, when there are any.
    pub(crate) one_of: &'static [&'static str],
    /// Whether other members may stand there.
    pub(crate) open: bool,
}

impl Shape {
    /// The member of that name.
    pub(crate) fn member(&self, name: &str, minor: u8) -> Option<&'static Member> {
        let known = self.members.iter().find(|member| member.name == name);
        let begun = || {
            let fits = |member: &&Member| name.strip_prefix(member.name).is_some_and(begins_well);
            self.begins.iter().find(fits)
        };
        let found = known.or_else(begun).filter(|member| member.since <= minor);
        found.or_else(|| self.also?.member(name, minor))
    }
}

fn begins_well(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
}

/// Where something stands: the names on the way.
pub(crate) struct At<'a> {
    up: Option<&'a At<'a>>,
    step: Step<'a>,
}

enum Step<'a> {
    Top,
    Name(&'a str),
    Index(usize),
}

impl<'a> At<'a> {
    pub(crate) const TOP: At<'static> = At { up: None, step: Step::Top };

    pub(crate) const fn name<'b>(&'b self, name: &'b str) -> At<'b>
    where
        'a: 'b,
    {
        At { up: Some(self), step: Step::Name(name) }
    }

    pub(crate) const fn index(&self, index: usize) -> At<'_> {
        At { up: Some(self), step: Step::Index(index) }
    }
}

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(up) = self.up {
            up.fmt(f)?;
            if !matches!(up.step, Step::Top) {
                f.write_str("/")?;
            }
        }
        match self.step {
            Step::Top => Ok(()),
            Step::Name(name) => f.write_str(name),
            Step::Index(index) => write!(f, "{index}"),
        }
    }
}

/// Names everything in an object that the standard does not expect there.
pub(crate) fn check(object: &Object<'_>, shape: &Shape, minor: u8, at: &At<'_>, liberties: &mut Liberties) {
    for need in shape.needs {
        if !object.members.iter().any(|(name, _)| name == need) {
            liberties.take(Took::Missing, at.name(need).to_string(), "");
        }
    }
    let of_one = shape.one_of.iter().filter(|name| object.members.iter().any(|(known, _)| known == *name)).count();
    if !shape.one_of.is_empty() && of_one != 1 {
        let took = if of_one == 0 { Took::Missing } else { Took::Value };
        liberties.take(took, at.to_string(), format!("one of {} is asked for", shape.one_of.join(", ")));
    }
    for (name, value) in &object.members {
        let here = at.name(name);
        match shape.member(name, minor) {
            Some(member) => check_value(value, member.is, minor, &here, liberties),
            None if shape.open => {}
            None => liberties.take(Took::Unknown, here.to_string(), brief(value)),
        }
    }
}

fn check_value(value: &Value<'_>, is: Is, minor: u8, at: &At<'_>, liberties: &mut Liberties) {
    let list = |liberties: &mut Liberties, shape: &Shape| {
        if let Value::List(list) = value {
            for (i, value) in list.iter().enumerate() {
                match value {
                    Value::Object(object) => check(object, shape, minor, &at.index(i), liberties),
                    other => liberties.take(Took::Value, at.index(i).to_string(), brief(other)),
                }
            }
        }
    };
    match (is, value) {
        (Is::An(shape), Value::Object(object)) => check(object, shape, minor, at, liberties),
        (Is::Named(shape), Value::Object(object)) => {
            for (name, value) in &object.members {
                let here = at.name(name);
                if !begins_well(name) {
                    liberties.take(Took::Unknown, here.to_string(), brief(value));
                }
                match value {
                    Value::Object(object) => check(object, shape, minor, &here, liberties),
                    other => liberties.take(Took::Value, here.to_string(), brief(other)),
                }
            }
        }
        (Is::Many(shape), Value::List(_)) => list(liberties, shape),
        _ if fits(value, is) => {}
        _ => liberties.take(Took::Value, at.to_string(), brief(value)),
    }
}

/// Whether a simple value is what is expected.
fn fits(value: &Value<'_>, is: Is) -> bool {
    match (is, value) {
        (Is::Words, Value::Words(_)) | (Is::Number, Value::Number(_)) | (Is::Truth, Value::Bool(_)) => true,
        (Is::Anything, Value::Object(_)) | (Is::Any, _) => true,
        (Is::Uri, Value::Words(words)) => is_uri(words),
        (Is::Time, Value::Words(words)) => is_time(words),
        (Is::Whole, Value::Number(number)) => whole(number).is_some(),
        (Is::Scale(from, to), Value::Number(number)) => whole(number).is_some_and(|n| (from..=to).contains(&n)),
        (Is::One(of), Value::Words(words)) => of.contains(&&**words),
        (Is::List, Value::List(list)) => list.iter().all(|value| matches!(value, Value::Words(_))),
        _ => false,
    }
}

fn whole(number: &serde_json::Number) -> Option<i64> {
    let float = number.as_f64()?;
    number.as_i64().or_else(|| (float.fract() == 0.0 && float.abs() < 1e15).then_some(float as i64))
}

fn brief(value: &Value<'_>) -> String {
    match value {
        Value::Words(words) => words.chars().take(200).collect(),
        other => other.raw(),
    }
}

/// The value as the shape of a member has it: names in its spelling. None when anything in it does not fit.
pub(crate) fn fit<'t>(value: Value<'t>, is: Is, minor: u8) -> Option<Value<'t>> {
    match (is, value) {
        (Is::An(shape), Value::Object(object)) => fit_object(object, shape, minor).map(Value::Object),
        (Is::Many(shape), Value::List(list)) => {
            let each = |value| if let Value::Object(object) = value { fit_object(object, shape, minor) } else { None };
            list.into_iter().map(each).map(|found| found.map(Value::Object)).collect::<Option<_>>().map(Value::List)
        }
        (Is::Named(_), _) => None,
        (is, value) => fits(&value, is).then_some(value),
    }
}

fn fit_object<'t>(object: Object<'t>, shape: &Shape, minor: u8) -> Option<Object<'t>> {
    let mut members: Vec<(std::borrow::Cow<'t, str>, Value<'t>)> = Vec::new();
    for (name, value) in object.members {
        let exact = shape.member(&name, minor).map(|member| (name.clone(), member));
        let close = || shape.members.iter().find(|m| m.since <= minor && m.name.eq_ignore_ascii_case(&name));
        let Some((name, member)) = exact.or_else(|| close().map(|m| (m.name.into(), m))) else {
            if shape.open {
                members.push((name, value));
                continue;
            }
            return None;
        };
        if members.iter().any(|(known, _)| *known == name) {
            return None;
        }
        members.push((name, fit(value, member.is, minor)?));
    }
    let object = Object { members };
    let mut liberties = Liberties::new();
    check(&object, shape, minor, &At::TOP, &mut liberties);
    liberties.is_empty().then_some(object)
}

/// Whether it can stand as a URI (RFC 3986): a scheme, and no sign that has no place in one.
pub(crate) fn is_uri(words: &str) -> bool {
    let Some((scheme, rest)) = words.split_once(':') else { return false };
    let sound = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    let bytes = rest.as_bytes();
    let sign = |(at, byte): (usize, &u8)| match byte {
        b'%' => bytes.get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)),
        b'#' => !rest.get(at + 1..).is_some_and(|after| after.contains('#')),
        // Brackets stand around the number of a host alone.
        b'[' | b']' => false,
        b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => false,
        _ => byte.is_ascii_graphic(),
    };
    sound && bytes.iter().enumerate().all(sign) && authority_is_sound(rest)
}

/// The host and the port behind `//`.
fn authority_is_sound(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix("//") else { return true };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    if user.contains('@') {
        return false;
    }
    match host.split_once(':') {
        Some((_, port)) => port.bytes().all(|b| b.is_ascii_digit()),
        None => true,
    }
}

/// Whether it is a moment as RFC 3339 writes it.
pub(crate) fn is_time(words: &str) -> bool {
    let bytes = words.as_bytes();
    let digits = |from: usize, to: usize| bytes.get(from..to).is_some_and(|b| b.iter().all(u8::is_ascii_digit));
    let sign = |at: usize, of: &[u8]| bytes.get(at).is_some_and(|b| of.contains(b));
    let form = digits(0, 4)
        && sign(4, b"-")
        && digits(5, 7)
        && sign(7, b"-")
        && digits(8, 10)
        && sign(10, b"Tt")
        && digits(11, 13)
        && sign(13, b":")
        && digits(14, 16)
        && sign(16, b":")
        && digits(17, 19);
    form && words.parse::<jiff::Timestamp>().is_ok()
}
