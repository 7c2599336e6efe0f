//! The names of an item: its identity and those that it has in other systems.

use super::read::Reader;
use crate::json::{At, Object, Value};
use story::item::AltId;
use story::{Item, Kind, Line};

impl Reader<'_> {
    /// Other names; among them those in which this program says what ninjs has no member for.
    pub(super) fn alt_ids(&mut self, o: &mut Object<'_>, item: &mut Item, at: &At<'_>) {
        let Some((name, value)) = o.take(&["altIds"]) else { return };
        let here = at.name(&name);
        let pairs: Vec<(String, Value<'_>)> = match value {
            Value::Object(object) => {
                object.members.into_iter().map(|(role, value)| (role.into_owned(), value)).collect()
            }
            Value::List(list) => list
                .into_iter()
                .map(|value| match value {
                    Value::Object(mut pair) if pair.get(&["value"]).is_some() && pair.members.len() <= 2 => {
                        let role = pair.take_words(&["role"]).map(std::borrow::Cow::into_owned);
                        let value = pair.take(&["value"]).map_or(Value::Null, |(_, value)| value);
                        (role.unwrap_or_default(), value)
                    }
                    other => (String::new(), other),
                })
                .collect(),
            other => vec![(String::new(), other)],
        };
        for (i, (role, value)) in pairs.into_iter().enumerate() {
            let values = match value {
                Value::List(list) => list,
                other => vec![other],
            };
            for value in values {
                match value.words() {
                    Some(words) => alt_id(item, &role, &words),
                    None => self.keep(item, &format!("altIds/{role}"), &value, &here.index(i)),
                }
            }
        }
    }
}

/// An identity that is no URI is written as `guid:` with its signs encoded.
pub(super) fn identity(uri: &str) -> Line {
    let Some(encoded) = uri.strip_prefix("guid:") else { return Line::new(uri) };
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        let hex = |b: Option<u8>| b.and_then(|b| char::from(b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
        let mut ahead = rest.clone();
        match (byte, hex(ahead.next()), hex(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(high * 16 + low);
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).map_or_else(|_| Line::new(uri), Line::new)
}

fn alt_id(item: &mut Item, role: &str, words: &str) {
    match role {
        "signal" => match Kind::ALL.into_iter().find(|kind| words.rsplit(['/', ':']).next() == Some(kind.as_str())) {
            Some(kind) if item.act.is_none() => item.act = Some(kind),
            _ => item.alt_ids.push(AltId { role: Line::new(role), value: Line::new(words) }),
        },
        "service" => item.services.push(Line::new(words)),
        _ => item.alt_ids.push(AltId { role: Line::new(role), value: Line::new(words) }),
    }
}
