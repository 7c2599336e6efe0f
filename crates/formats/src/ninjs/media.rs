//! The forms in which a picture, a sound or a film can be had.

use super::read::{Reader, line};
use crate::json::{At, Object, Value};
use story::item::Rendition;
use story::{Item, Line};

impl Reader<'_> {
    pub(super) fn renditions(&mut self, o: &mut Object<'_>, item: &mut Item, at: &At<'_>) {
        self.each(o, item, "renditions", at, |reader, item, name, o, at| {
            let rendition = reader.rendition(item, name, o, at);
            item.renditions.push(rendition);
        });
    }

    /// One form of a picture, a sound, a film. What has no field of its own is kept beside, by its name.
    pub(super) fn rendition(
        &mut self,
        item: &mut Item,
        key: Option<String>,
        mut o: Object<'_>,
        at: &At<'_>,
    ) -> Rendition {
        let number = |o: &mut Object<'_>, name: &str| {
            let number = o.get(&[name])?.words()?.trim().parse::<f64>().ok()?;
            let whole = number.fract() == 0.0 && (0.0..9e15).contains(&number);
            whole.then(|| o.take(&[name])).flatten()?;
            Some(number as u64)
        };
        let small = |n: Option<u64>| n.and_then(|n| u32::try_from(n).ok());
        let name = line(&mut o, &["name"]);
        let duration = o.get(&["duration"]).and_then(Value::words).and_then(|w| w.trim().parse::<f64>().ok());
        let milliseconds = duration.map(|seconds| (seconds * 1000.0).round()).filter(|ms| (0.0..9e15).contains(ms));
        if milliseconds.is_some_and(|ms| duration == Some(ms / 1000.0)) {
            o.take(&["duration"]);
        }
        let mut rendition = Rendition {
            name: if name.is_empty() { Line::new(key.unwrap_or_default()) } else { name },
            href: line(&mut o, &["href"]),
            mime: line(&mut o, &["contentType", "mimetype"]),
            title: line(&mut o, &["title"]),
            bytes: number(&mut o, "sizeInBytes"),
            width: small(number(&mut o, "width")),
            height: small(number(&mut o, "height")),
            milliseconds: milliseconds.map(|ms| ms as u64),
            ..Rendition::default()
        };
        for (name, value) in o.members {
            match value.words() {
                Some(words) if Line::new(&*words).len() == words.len() => {
                    rendition.also.push((Line::new(&*name), Line::new(&*words)));
                }
                _ if matches!(value, Value::Object(_)) && value.raw().len() < 2_000 => {
                    rendition.also.push((Line::new(&*name), Line::new(value.raw())));
                }
                _ => self.keep(item, &format!("renditions/{name}"), &value, &at.name(&name)),
            }
        }
        rendition
    }
}
