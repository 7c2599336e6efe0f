//! Headlines, descriptions and bodies.

use super::{Out, json_words};
use crate::head;
use crate::html::{self, Pointer, Setting};
use crate::json::Writer;
use crate::ninjs::shapes::Generation;
use lang::Profile;
use std::fmt::Write as _;
use story::Item;
use story::text::Inline;

impl Out<'_> {
    pub(super) fn words(&mut self, w: &mut Writer, item: &Item, profile: &Profile) {
        let head = &item.text.headline;
        if self.generation == Generation::One {
            w.member("headline", &head.plain());
            if is_marked(head) {
                w.member("headline_marked_html", &marked(head));
            }
        }
        self.list(w, "headlines", "headline_", |list| {
            if !head.is_empty() && list.one.is_none() {
                list.add("main", head);
            }
            item.headlines.iter().for_each(|wording| list.add(&wording.role, &wording.words));
        });
        let dateline = head::dateline(item, profile);
        self.list(w, "descriptions", "description_", |list| {
            item.text.deck.iter().for_each(|deck| list.add("summary", deck));
            let lines = [
                ("notice", &*item.notice),
                ("dateline", dateline.as_deref().unwrap_or_default()),
                ("creditline", item.rights.credit.as_deref().unwrap_or_default()),
            ];
            lines.iter().filter(|(_, words)| !words.is_empty()).for_each(|(role, words)| list.plain(role, words, ""));
            item.descriptions.iter().for_each(|wording| list.add(&wording.role, &wording.words));
        });
        if item.headlines.iter().chain(&item.descriptions).any(|wording| wording.lang.is_some()) {
            self.leave_out("wording/lang");
        }
        self.bodies(w, item, profile);
    }

    fn bodies(&mut self, w: &mut Writer, item: &Item, profile: &Profile) {
        let mut body = std::mem::take(&mut self.html);
        body.clear();
        let setting = Setting { related: &|_| Pointer::Plain, ..Setting::default() };
        html::write_body(&mut body, &item.text.body, &setting);
        let (words, signs) = if body.is_empty() { (0, 0) } else { head::length(item, profile) };
        if self.generation == Generation::One {
            if !body.is_empty() {
                w.number("charcount", signs);
                w.number("wordcount", words);
            }
            self.list(w, "", "body_", |list| {
                list.plain("html", &body, "");
                for other in &item.bodies {
                    let role = if &*other.role == "html" { "html_other" } else { &*other.role };
                    list.plain(role, &other.raw, "");
                }
            });
            if item.bodies.iter().any(|other| !other.mime.is_empty()) {
                self.leave_out("bodies/mime");
            }
        } else {
            let three = self.generation == Generation::Three;
            let (mime, chars, count) = if three {
                ("contentType", "charCount", "wordCount")
            } else {
                ("contenttype", "charcount", "wordcount")
            };
            w.list("bodies", |w| {
                if !body.is_empty() {
                    w.object(|w| {
                        w.member("role", "main");
                        w.member(mime, "text/html");
                        w.number(chars, signs);
                        w.number(count, words);
                        w.member("value", &body);
                    });
                }
                for other in &item.bodies {
                    w.object(|w| {
                        w.member("role", &other.role);
                        w.member(mime, &other.mime);
                        w.name("value");
                        json_words(w, &other.raw);
                    });
                }
            });
        }
        if item.bodies.iter().any(|other| other.lang.is_some()) {
            self.leave_out("bodies/lang");
        }
        self.html = body;
    }

    /// A list of words, or in ninjs 1 members that begin so.
    fn list(&mut self, w: &mut Writer, many: &str, begins: &str, fill: impl FnOnce(&mut List<'_>)) {
        let three = self.generation == Generation::Three;
        let mime = if three { "contentType" } else { "contenttype" };
        if self.generation == Generation::One {
            fill(&mut List { w, one: Some((begins.to_owned(), Vec::new())), mime });
        } else {
            w.list(many, |w| fill(&mut List { w, one: None, mime }));
        }
    }
}

/// Words being listed.
struct List<'w> {
    w: &'w mut Writer,
    /// In ninjs 1: how the members begin, and which are there.
    one: Option<(String, Vec<String>)>,
    mime: &'static str,
}

impl List<'_> {
    /// Words with their marks.
    fn add(&mut self, role: &str, words: &Inline) {
        if is_marked(words) {
            self.plain(role, &marked(words), "text/html");
        } else {
            self.plain(role, &words.plain(), "");
        }
    }

    fn plain(&mut self, role: &str, words: &str, mime: &str) {
        if words.is_empty() {
            return;
        }
        let Some((begins, known)) = &mut self.one else {
            let kind = self.mime;
            return self.w.object(|w| {
                w.member("role", role);
                w.member(kind, mime);
                w.member("value", words);
            });
        };
        // Behind the first part of the name a letter, a digit or a line has to stand; and each name once.
        let sound = role.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        let suffix = if mime.is_empty() { "" } else { "_html" };
        let mut name = format!("{begins}{}{role}{suffix}", if sound { "" } else { "_" });
        let plain = name.len();
        let mut n = 2;
        while known.contains(&name) {
            name.truncate(plain);
            let _ = write!(name, "_{n}");
            n += 1;
        }
        self.w.member(&name, words);
        known.push(name);
    }
}

fn is_marked(words: &Inline) -> bool {
    words.runs().iter().any(|run| !run.style.is_plain())
}

fn marked(words: &Inline) -> String {
    let mut out = String::new();
    html::write_inline(&mut out, words);
    out
}
