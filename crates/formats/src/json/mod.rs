//! JSON as it travels (RFC 8259), read with limits, mended where it is broken; and a writer for it.

mod expect;
mod mend;
mod value;
mod write;

pub(crate) use expect::{At, Is, Member, Shape, check, fit, is_uri};
pub(crate) use value::{Object, Value};
pub(crate) use write::{Writer, escape};

use crate::reading::{Liberties, MOST_BYTES, Refused, Took};
use std::borrow::Cow;

/// The characters of a file of JSON: UTF-8, as the standard wants it, or what else it can be told to be.
pub(crate) fn decode<'b>(bytes: &'b [u8], liberties: &mut Liberties) -> Result<Cow<'b, str>, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused::TooLarge { len: bytes.len(), most: MOST_BYTES });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            if text.trim().is_empty() { Err(Refused::Empty) } else { Ok(Cow::Borrowed(text)) }
        }
        _ => crate::xml::decode(bytes, liberties),
    }
}

/// A document. What is broken is mended where it is plain what was meant, and that is said.
///
/// # Errors
/// [`Refused::Broken`] where nothing can be made of it, [`Refused::TooDeep`].
pub(crate) fn parse<'t>(text: &'t str, room: &'t mut String, liberties: &mut Liberties) -> Result<Value<'t>, Refused> {
    let first = match serde_json::from_str::<Value<'t>>(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    if too_deep(&first) {
        return Err(refused(&first));
    }
    let Some(mended) = mend::mend(text, liberties) else { return Err(refused(&first)) };
    *room = mended;
    serde_json::from_str::<Value<'t>>(room).map_err(|again| refused(if too_deep(&again) { &again } else { &first }))
}

/// A document, or documents one behind the other, which are a list then.
///
/// # Errors
/// As [`parse`].
pub(crate) fn parse_all<'t>(
    text: &'t str,
    room: &'t mut String,
    liberties: &mut Liberties,
) -> Result<Value<'t>, Refused> {
    let mut documents = serde_json::Deserializer::from_str(text).into_iter::<Value<'t>>();
    let all: Option<Vec<Value<'t>>> = documents.by_ref().take(crate::MOST_ITEMS + 1).map(Result::ok).collect();
    match all {
        Some(all) if all.len() > 1 => {
            liberties.take(Took::Form, "", "documents one behind the other");
            Ok(Value::List(all))
        }
        Some(mut all) if all.len() == 1 => all.pop().ok_or(Refused::Empty),
        _ => parse(text, room, liberties),
    }
}

fn too_deep(error: &serde_json::Error) -> bool {
    error.to_string().starts_with("recursion limit")
}

fn refused(error: &serde_json::Error) -> Refused {
    if too_deep(error) {
        return Refused::TooDeep { most: 127, line: error.line() };
    }
    let why = error.to_string();
    let why = why.split(" at line ").next().unwrap_or(&why).to_owned();
    Refused::Broken { line: error.line(), column: error.column(), why }
}

/// The first keys of a document that is an object, or an array of objects: cheap, for telling formats apart. Stops
/// where the JSON is broken or `most` bytes were looked at.
pub(crate) fn first_keys(bytes: &[u8], most: usize) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes.get(..most).unwrap_or(bytes));
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let Some(text) = text.strip_prefix('{').or_else(|| text.strip_prefix('[')?.trim_start().strip_prefix('{')) else {
        return Vec::new();
    };
    let mut keys = Vec::new();
    let (mut depth, mut string, mut escaped, mut start) = (0usize, false, false, 0);
    for (at, byte) in text.bytes().enumerate() {
        if string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => {
                    string = false;
                    let after = text.get(at + 1..).unwrap_or_default().trim_start();
                    if depth == 0 && after.starts_with(':') {
                        keys.push(text.get(start..at).unwrap_or_default().to_owned());
                    }
                }
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => (string, start) = (true, at + 1),
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 0 => break,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
    }
    keys
}

/// Names a repeated member of any object in the document.
pub(crate) fn name_repeated(value: &Value<'_>, at: &At<'_>, liberties: &mut Liberties) {
    match value {
        Value::Object(object) => {
            let mut known = std::collections::HashSet::new();
            for (i, (name, value)) in object.members.iter().enumerate() {
                let here = at.name(name);
                // Most objects are small: a look along them is quicker than a set.
                let again = if object.members.len() > 24 {
                    !known.insert(name)
                } else {
                    object.members.iter().take(i).any(|(known, _)| known == name)
                };
                if again {
                    liberties.take(Took::Repeated, here.to_string(), value.raw());
                }
                name_repeated(value, &here, liberties);
            }
        }
        Value::List(list) => {
            list.iter().enumerate().for_each(|(i, value)| name_repeated(value, &at.index(i), liberties));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests;
