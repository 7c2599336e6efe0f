//! Answers of services: an object that holds items of ninjs, in a list or one by one, at some depth.

use crate::json::{self, At, Object, Value};
use crate::reading::{Liberties, Took};

/// The members in which services put their items.
const HOLDERS: [&str; 6] = ["item", "items", "_items", "results", "result", "data"];
/// How deep they are looked for.
const DEEPEST: usize = 4;
/// Members that only an item of news has.
const OF_NEWS: [&str; 12] = [
    "versioncreated",
    "firstcreated",
    "pubstatus",
    "headline",
    "headlines",
    "slugline",
    "bodies",
    "body_html",
    "body_text",
    "body_xhtml",
    "description_text",
    "renditions",
];

/// Whether an object is plainly an item: it has an identity, and two members or more that only news has.
fn is_item(object: &Object<'_>) -> bool {
    let identity = object.get(&["uri", "guid", "altids"]).is_some();
    identity && OF_NEWS.iter().filter(|name| object.get(&[**name]).is_some()).count() >= 2
}

/// Whether a document is such an answer. It is read whole only when a member of it may hold items.
pub(crate) fn is_answer(bytes: &[u8]) -> bool {
    let keys = json::first_keys(bytes, 64 * 1024);
    if !keys.iter().any(|key| HOLDERS.iter().any(|holder| key.eq_ignore_ascii_case(holder))) {
        return false;
    }
    let (mut silent, mut room) = (Liberties::new(), String::new());
    let Ok(text) = json::decode(bytes, &mut silent) else { return false };
    json::parse(&text, &mut room, &mut silent).is_ok_and(|value| holds(&value, 0))
}

fn holds(value: &Value<'_>, depth: usize) -> bool {
    match value {
        Value::Object(object) if depth > 0 && is_item(object) => true,
        Value::Object(object) if depth < DEEPEST => holders(object).any(|(_, value)| holds(value, depth + 1)),
        Value::List(list) if depth < DEEPEST => list.iter().any(|value| holds(value, depth + 1)),
        _ => false,
    }
}

fn holders<'o, 't>(object: &'o Object<'t>) -> impl Iterator<Item = &'o (std::borrow::Cow<'t, str>, Value<'t>)> {
    object.members.iter().filter(|(name, _)| HOLDERS.iter().any(|holder| name.eq_ignore_ascii_case(holder)))
}

/// The items of an answer; the object itself when it is none. What the answer says beside them is named.
pub(super) fn open<'t>(object: Object<'t>, liberties: &mut Liberties) -> (Vec<Value<'t>>, bool) {
    let value = Value::Object(object);
    let answer = value.as_object().is_some_and(|object| !is_item(object)) && holds(&value, 0);
    if !answer {
        return (vec![value], false);
    }
    liberties.take(Took::Form, "", "an answer that holds items");
    let mut items = Vec::new();
    take(value, &At::TOP, 0, &mut items, liberties);
    (items, true)
}

fn take<'t>(value: Value<'t>, at: &At<'_>, depth: usize, items: &mut Vec<Value<'t>>, liberties: &mut Liberties) {
    match value {
        Value::Object(object) if depth > 0 && is_item(&object) => items.push(Value::Object(object)),
        Value::Object(object) if depth < DEEPEST => {
            for (name, value) in object.members {
                let here = at.name(&name);
                if HOLDERS.iter().any(|holder| name.eq_ignore_ascii_case(holder)) {
                    take(value, &here, depth + 1, items, liberties);
                } else {
                    liberties.take(Took::LeftOut, here.to_string(), value.raw());
                }
            }
        }
        Value::List(list) if depth < DEEPEST => {
            for (i, value) in list.into_iter().enumerate() {
                take(value, &at.index(i), depth + 1, items, liberties);
            }
        }
        other => liberties.take(Took::LeftOut, at.to_string(), other.raw()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ninjs::read;
    use lang::Languages;

    const KITE: &str = r#"{"uri":"urn:x:1","versioncreated":"2026-03-11T08:15:00Z","pubstatus":"usable","headline":"Kites rise","body_text":"Twelve."}"#;

    #[test]
    fn an_answer_gives_its_items_and_names_the_rest() {
        for answer in [
            format!(r#"{{"total":1,"item":[{KITE}]}}"#),
            format!(r#"{{"total":1,"data":{{"items":[{{"meta":{{"a":1}},"item":{KITE}}}]}}}}"#),
            format!(r#"{{"total":1,"results":{{"item":{KITE}}}}}"#),
        ] {
            assert!(is_answer(answer.as_bytes()), "{answer}");
            let reading = read(answer.as_bytes(), Languages::built_in()).expect("an item");
            assert_eq!(reading.items.len(), 1, "{answer}");
            assert_eq!(reading.items[0].text.headline.plain(), "Kites rise");
            let named = |at: &str| reading.liberties.list.iter().any(|liberty| liberty.at.ends_with(at));
            assert!(named("total"), "{:?}", reading.liberties.list);
        }
    }

    #[test]
    fn other_json_is_no_answer() {
        for other in [
            r#"{"items":[{"id":"1","title":"x","content_text":"y"}]}"#,
            r#"{"data":{"item":{"uri":"x","name":"y"}}}"#,
            r#"{"results":[]}"#,
            r#"{"total":1}"#,
            KITE,
        ] {
            assert!(!is_answer(other.as_bytes()), "{other}");
        }
    }
}
