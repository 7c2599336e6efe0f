//! Nothing dropped unsaid: every value of a file stands in the item, or a liberty names it.

use super::*;
use serde_json::Value;
use std::collections::HashSet;

/// All that a reading says: the values of its items, what was kept, what was named.
pub(super) struct Said {
    leaves: HashSet<String>,
    all: String,
}

impl Said {
    pub(super) fn of(reading: &Reading) -> Self {
        let mut said = Self { leaves: HashSet::new(), all: String::new() };
        said.add(&serde_json::to_value(&reading.items).expect("JSON"));
        for item in &reading.items {
            said.words(&item.text.plain());
        }
        for liberty in &reading.liberties.list {
            said.words(&liberty.what);
            if let Ok(value) = serde_json::from_str(&liberty.what) {
                said.add(&value);
            }
        }
        said.words(&reading.version);
        said
    }

    fn words(&mut self, words: &str) {
        let line = story::Line::new(words).to_string();
        self.all.push_str(&line);
        self.all.push('\u{1}');
        self.leaves.insert(line);
    }

    fn add(&mut self, value: &Value) {
        match value {
            Value::Array(list) => list.iter().for_each(|value| self.add(value)),
            Value::Object(object) => {
                for (name, value) in object {
                    self.words(name);
                    if let (true, Some(kept)) = (matches!(&**name, "raw" | "also"), value.as_str())
                        && let Ok(value) = serde_json::from_str(kept)
                    {
                        self.add(&value);
                    }
                    self.add(value);
                }
            }
            Value::String(words) => {
                self.words(words);
                if let (true, Ok(value)) = (words.starts_with('{'), serde_json::from_str::<Value>(words)) {
                    self.add(&value);
                }
            }
            other => self.words(&other.to_string()),
        }
    }

    fn has(&self, words: &str) -> bool {
        let line = story::Line::new(words).to_string();
        // A long value may stand within another: a scheme before its code, words within a body.
        line.is_empty() || self.leaves.contains(&line) || (line.len() > 3 && self.all.contains(&line))
    }

    /// The values of a file that are said nowhere.
    pub(super) fn missing(&self, value: &Value, at: &str, out: &mut Vec<String>) {
        match value {
            Value::Array(list) => list.iter().for_each(|value| self.missing(value, at, out)),
            Value::Object(object) if self.has_code(object) => {
                let rest = object.iter().filter(|(name, _)| !matches!(&***name, "scheme" | "code"));
                rest.for_each(|(name, value)| self.missing(value, &format!("{at}/{name}"), out));
            }
            Value::Object(object) => {
                object.iter().for_each(|(name, value)| self.missing(value, &format!("{at}/{name}"), out));
            }
            Value::Null => {}
            Value::String(words) if self.is_said(words, at) => {}
            Value::Number(number) if self.has(&number.to_string()) => {}
            // Seconds are kept as milliseconds.
            Value::Number(number)
                if number.as_f64().is_some_and(|n| self.has(&format!("{}", (n * 1000.0).round()))) => {}
            Value::Bool(truth) if self.has(&truth.to_string()) => {}
            other => out.push(format!("{at}: {other}")),
        }
    }

    /// Whether the code of a scheme stands in an item.
    fn has_code(&self, object: &serde_json::Map<String, Value>) -> bool {
        let (Some(scheme), Some(code)) = (object.get("scheme"), object.get("code")) else { return false };
        let (scheme, code) = (scheme.as_str().unwrap_or_default(), code.as_str().unwrap_or_default());
        let whole = format!("{}/{code}", scheme.trim_end_matches('/'));
        crate::codes::code(&whole).is_some_and(|code| self.leaves.contains(&code))
    }

    fn is_said(&self, words: &str, at: &str) -> bool {
        let last = at.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
        let as_read = match &*last {
            "type" if words == "composite" => Some("package".to_owned()),
            // How the words beside it are to be read.
            "contenttype" if ["text/plain", "text/html", "application/xhtml+xml"].contains(&words) => return true,
            "name" | "schema" if at.contains("standard/") && (words == "ninjs" || words.contains("ninjs-schema_")) => {
                return true;
            }
            // By these the words beside them found their home.
            "role" if at.ends_with("headlines/role") || at.ends_with("bodies/role") => {
                return words == "main" || self.has(words);
            }
            "role" if ["summary", "creditline", "notice", "dateline"].contains(&words) => return true,
            "scheme" => crate::codes::alias(words).map(|alias| format!("{alias}:")),
            _ => crate::codes::code(words),
        };
        let time = words.parse::<story::item::When>().map(|when| when.to_string()).ok();
        self.has(words)
            || as_read.is_some_and(|other| self.has(&other))
            || time.is_some_and(|time| self.has(&time))
            || self.has_every_word(words)
    }

    /// Of words with marks or several lines, every word.
    fn has_every_word(&self, words: &str) -> bool {
        let marked = words.contains('<') || words.contains('\n');
        let plain = crate::html::read(words).plain();
        marked && plain.split_whitespace().all(|word| self.all.contains(word))
    }
}

#[test]
fn what_is_dropped_is_noticed() {
    let json = r#"{"uri": "urn:1", "slugline": "kites-4711", "body_html": "<p>They <b>rose</b>.</p>", "urgency": 4}"#;
    let mut reading = told(json.as_bytes()).expect("ninjs");
    let value: Value = serde_json::from_str(json).expect("JSON");
    let missing = |reading: &Reading| {
        let mut out = Vec::new();
        Said::of(reading).missing(&value, "", &mut out);
        out
    };
    assert_eq!(missing(&reading), [""; 0]);
    reading.items[0].slug = story::Line::default();
    reading.items[0].urgency = None;
    reading.items[0].text.body.clear();
    assert_eq!(missing(&reading).len(), 3);
}
