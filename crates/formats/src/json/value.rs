//! A document of JSON: members in their order, words borrowed from the file where nothing in them is escaped.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Number;
use std::borrow::Cow;
use std::fmt;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value<'t> {
    Null,
    Bool(bool),
    Number(Number),
    Words(Cow<'t, str>),
    List(Vec<Value<'t>>),
    Object(Object<'t>),
}

/// An object: its members in order, names that stand twice included.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Object<'t> {
    pub(crate) members: Vec<(Cow<'t, str>, Value<'t>)>,
}

impl<'t> Value<'t> {
    /// Words; a number or a truth value as it is written.
    pub(crate) fn words(&self) -> Option<Cow<'_, str>> {
        match self {
            Value::Words(words) => Some(Cow::Borrowed(words)),
            Value::Number(number) => Some(Cow::Owned(number.to_string())),
            Value::Bool(truth) => Some(Cow::Borrowed(if *truth { "true" } else { "false" })),
            _ => None,
        }
    }

    /// As JSON, without spaces.
    pub(crate) fn raw(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    /// As JSON, behind what is there.
    pub(crate) fn write(&self, out: &mut String) {
        match self {
            Value::Null => out.push_str("null"),
            Value::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
            Value::Number(number) => out.push_str(&number.to_string()),
            Value::Words(words) => super::escape(out, words),
            Value::List(list) => {
                out.push('[');
                for (i, value) in list.iter().enumerate() {
                    if i > 0 {
                        out.push(',');
                    }
                    value.write(out);
                }
                out.push(']');
            }
            Value::Object(object) => {
                out.push('{');
                for (i, (name, value)) in object.members.iter().enumerate() {
                    if i > 0 {
                        out.push(',');
                    }
                    super::escape(out, name);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }

    /// The value as an object.
    pub(crate) const fn as_object(&self) -> Option<&Object<'t>> {
        if let Value::Object(object) = self { Some(object) } else { None }
    }
}

impl<'t> Object<'t> {
    /// The value of a member, by any of these names, whatever their case; the first that is there.
    pub(crate) fn get(&self, names: &[&str]) -> Option<&Value<'t>> {
        let at = self.find(names)?;
        self.members.get(at).map(|(_, value)| value)
    }

    /// Takes a member out, by any of these names, whatever their case.
    pub(crate) fn take(&mut self, names: &[&str]) -> Option<(Cow<'t, str>, Value<'t>)> {
        let at = self.find(names)?;
        Some(self.members.remove(at))
    }

    /// Takes a member out if it can be read as words.
    pub(crate) fn take_words(&mut self, names: &[&str]) -> Option<Cow<'t, str>> {
        self.get(names)?.words()?;
        match self.take(names)?.1 {
            Value::Words(words) => Some(words),
            other => other.words().map(|words| Cow::Owned(words.into_owned())),
        }
    }

    fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.members.iter().position(|(known, _)| known.eq_ignore_ascii_case(name)))
    }
}

impl<'de> Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

/// Words, borrowed where they can be.
struct Name<'t>(Cow<'t, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_str(Any)? {
            Value::Words(words) => Ok(Self(words)),
            _ => Ok(Self(Cow::Borrowed(""))),
        }
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value<'de>, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_u64<E>(self, n: u64) -> Result<Value<'de>, E> {
        Ok(Value::Number(n.into()))
    }

    fn visit_i64<E>(self, n: i64) -> Result<Value<'de>, E> {
        Ok(Value::Number(n.into()))
    }

    fn visit_f64<E>(self, n: f64) -> Result<Value<'de>, E> {
        Ok(Number::from_f64(n).map_or(Value::Null, Value::Number))
    }

    fn visit_borrowed_str<E>(self, words: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Words(Cow::Borrowed(words)))
    }

    fn visit_str<E>(self, words: &str) -> Result<Value<'de>, E> {
        Ok(Value::Words(Cow::Owned(words.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value<'de>, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value<'de>, A::Error> {
        let mut members = Vec::with_capacity(8);
        while let Some(Name(name)) = map.next_key()? {
            members.push((name, map.next_value()?));
        }
        Ok(Value::Object(Object { members }))
    }
}
