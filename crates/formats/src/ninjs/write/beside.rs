//! Renditions, parts and references.

use super::{Out, identity, json_words};
use crate::json::{self, Is, Shape, Value, Writer, is_uri};
use crate::ninjs::bonds::word;
use crate::ninjs::read::type_of;
use crate::ninjs::shapes::Generation;
use story::Item;
use story::item::{Part, Reference, Rendition};

/// Names in an object, each once, and each as its pattern wants it.
#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    fn take(&mut self, name: &str) -> String {
        let sound = name.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        let (base, mut n) = if name.is_empty() { ("_", 1) } else { (name, 1) };
        let base = if sound || name.is_empty() { base.to_owned() } else { format!("_{base}") };
        let mut full = if name.is_empty() { format!("{base}{n}") } else { base.clone() };
        while self.0.contains(&full) {
            n += 1;
            full = format!("{base}{n}");
        }
        self.0.push(full.clone());
        full
    }
}

impl Out<'_> {
    pub(super) fn renditions(&mut self, w: &mut Writer, renditions: &[Rendition]) {
        if self.generation == Generation::One {
            let mut names = Names::default();
            w.inner("renditions", |w| {
                for rendition in renditions {
                    w.name(&names.take(&rendition.name));
                    w.object(|w| self.rendition(w, rendition));
                }
            });
        } else {
            w.list("renditions", |w| {
                for rendition in renditions {
                    w.object(|w| {
                        w.name("name");
                        json_words(w, &rendition.name);
                        self.rendition(w, rendition);
                    });
                }
            });
        }
    }

    fn rendition(&mut self, w: &mut Writer, rendition: &Rendition) {
        if is_uri(&rendition.href) {
            w.member("href", &rendition.href);
        } else if !rendition.href.is_empty() {
            self.leave_out("renditions/href");
        }
        w.member(self.name("contentType", "contenttype", "mimetype"), &rendition.mime);
        w.member("title", &rendition.title);
        if let Some(width) = rendition.width {
            w.number("width", width);
        }
        if let Some(height) = rendition.height {
            w.number("height", height);
        }
        if let Some(bytes) = rendition.bytes {
            w.number(self.name("sizeInBytes", "sizeinbytes", "sizeinbytes"), bytes);
        }
        if let Some(ms) = rendition.milliseconds {
            let fraction = format!("{:03}", ms % 1000);
            let fraction = fraction.trim_end_matches('0');
            let point = if fraction.is_empty() { "" } else { "." };
            w.number("duration", format_args!("{}{point}{fraction}", ms / 1000));
        }
        if !rendition.guid.is_empty() || rendition.hash.is_some() {
            self.leave_out("renditions/guid");
        }
        let minor = self.generation.newest();
        let mut written: Vec<&str> = Vec::new();
        for (name, words) in &rendition.also {
            let own = self.rendition_shape().and_then(|shape| {
                shape.members.iter().find(|member| member.since <= minor && member.name.eq_ignore_ascii_case(name))
            });
            let value = own.and_then(|own| {
                let value = match own.is {
                    Is::Words | Is::One(_) | Is::Uri => Value::Words((&**words).into()),
                    _ => serde_json::from_str(words).ok()?,
                };
                json::fit(value, own.is, minor)
            });
            let free = own.filter(|own| {
                !written.contains(&own.name)
                    && !["name", "href", "title", "width", "height", "duration"].contains(&own.name)
                    && !["contenttype", "mimetype", "sizeinbytes"].contains(&own.name.to_ascii_lowercase().as_str())
            });
            match free.zip(value) {
                Some((own, value)) => {
                    w.raw(own.name, &value.raw());
                    written.push(own.name);
                }
                None => self.leave_out(&format!("renditions/also/{name}")),
            }
        }
    }

    fn rendition_shape(&self) -> Option<&'static Shape> {
        match self.expected("renditions")? {
            Is::Many(shape) | Is::Named(shape) => Some(shape),
            _ => None,
        }
    }

    /// Items that come with it, and pointers at others.
    pub(super) fn associations(&mut self, w: &mut Writer, item: &Item, depth: usize) {
        let deep = Self::too_deep(depth);
        if deep && !item.parts.is_empty() {
            self.leave_out("parts");
        }
        let parts: &[Part] = if deep { &[] } else { &item.parts };
        let mut names = Names::default();
        let one = self.generation == Generation::One;
        let content = |w: &mut Writer| {
            for part in parts {
                self.association(w, &mut names, &part.name, &part.rel, |out, w| out.item(w, &part.item, depth + 1));
            }
            for reference in &item.references {
                if reference.guid.is_empty() && !is_uri(&reference.href) {
                    self.leave_out("references");
                    continue;
                }
                self.association(w, &mut names, word(reference.bond), &reference.rel, |out, w| {
                    out.reference(w, reference)
                });
            }
        };
        if one { w.inner("associations", content) } else { w.list("associations", content) }
    }

    fn association(
        &mut self,
        w: &mut Writer,
        names: &mut Names,
        name: &str,
        rel: &str,
        content: impl FnOnce(&mut Self, &mut Writer),
    ) {
        if self.generation != Generation::Three && !rel.is_empty() {
            self.leave_out("associations/rel");
        }
        if self.generation == Generation::One {
            w.name(&names.take(name));
            return w.object(|w| content(self, w));
        }
        w.object(|w| {
            w.name("name");
            json_words(w, name);
            if self.generation == Generation::Three {
                w.member("rel", rel);
            }
            content(self, w);
        });
    }

    fn reference(&mut self, w: &mut Writer, reference: &Reference) {
        let by_address = reference.guid.is_empty();
        w.name("uri");
        json_words(w, &if by_address { reference.href.to_string() } else { identity(&reference.guid) });
        w.member("version", &reference.version);
        if let Some(class) = reference.class {
            w.member("type", type_of(class));
        }
        w.member("title", &reference.title);
        if let Some(lang) = &reference.lang {
            w.member("language", lang.as_str());
        }
        if !reference.href.is_empty() || !reference.mime.is_empty() || reference.bytes.is_some() {
            let way = Rendition {
                href: reference.href.clone(),
                mime: reference.mime.clone(),
                bytes: reference.bytes,
                name: "web".into(),
                ..Rendition::default()
            };
            self.renditions(w, &[way]);
        }
    }
}
