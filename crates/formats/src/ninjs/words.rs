//! Headlines, descriptions and bodies.

use super::read::Reader;
use crate::json::{At, Object, Value};
use crate::reading::Took;
use crate::tree::Beside;
use crate::{body, html};
use std::borrow::Cow;
use story::item::{Body, Wording};
use story::text::{Inline, Run};
use story::{Block, Item, Line};

/// Roles of a description that stands below the headline, the usual one first.
const DECKS: [&str; 6] = ["summary", "standfirst", "deck", "lead", "abstract", "intro"];
/// Types that are read as what they are.
const USUAL: [&str; 4] = ["", "text/plain", "text/html", "application/xhtml+xml"];
/// Bodies up to this many bytes fit without being measured.
const SMALL: usize = 128 * 1024;

/// Words with their role and type.
struct Said<'t> {
    role: String,
    mime: String,
    value: Cow<'t, str>,
    at: String,
}

impl Said<'_> {
    fn is_html(&self) -> bool {
        let mime = self.mime.to_ascii_lowercase();
        mime.contains("html")
    }
}

impl Reader<'_> {
    pub(super) fn words(&mut self, o: &mut Object<'_>, item: &mut Item, at: &At<'_>) {
        self.headlines(o, item, at);
        self.descriptions(o, item, at);
        self.bodies(o, item, at);
        for count in ["charCount", "wordCount"] {
            if o.get(&[count]).is_some_and(|value| matches!(value, Value::Number(_)))
                && let Some((name, value)) = o.take(&[count])
            {
                self.liberties.take(Took::LeftOut, at.name(&name).to_string(), value.raw());
            }
        }
    }

    fn headlines(&mut self, o: &mut Object<'_>, item: &mut Item, at: &At<'_>) {
        let mut said = self.said(o, item, ["headlines", "headline", "headline_"], at);
        let by_role = |role: &str| said.iter().position(|one| one.role.eq_ignore_ascii_case(role));
        // Ninjs 1 has the marks of its headline beside it.
        let marked = by_role("marked_html").map(|at| said.remove(at));
        let by_role = |role: &str| said.iter().position(|one| one.role.eq_ignore_ascii_case(role));
        let main = by_role("main").or_else(|| by_role("")).or(if said.is_empty() { None } else { Some(0) });
        if let Some(main) = main {
            let main = said.remove(main);
            self.chosen(&main);
            item.text.headline = inline(&main);
        }
        if let Some(marked) = marked {
            let words = inline(&marked);
            if words.plain() == item.text.headline.plain() || item.text.headline.is_empty() {
                item.text.headline = words;
            } else {
                said.push(marked);
            }
        }
        item.headlines.extend(said.iter().map(wording));
    }

    /// Says that words were taken for the main ones, when their role is another.
    fn chosen(&mut self, said: &Said<'_>) {
        if !said.role.is_empty() && said.role != "main" {
            self.liberties.take(Took::Assumed, format!("{}/role", said.at), &said.role);
        }
    }

    fn descriptions(&mut self, o: &mut Object<'_>, item: &mut Item, at: &At<'_>) {
        let mut said = self.said(o, item, ["descriptions", "description", "description_"], at);
        let deck = DECKS.iter().find_map(|role| said.iter().position(|one| one.role.eq_ignore_ascii_case(role)));
        if let Some(deck) = deck {
            let deck = said.remove(deck);
            if deck.role != "summary" {
                self.liberties.take(Took::Assumed, format!("{}/role", deck.at), &deck.role);
            }
            item.text.deck = Some(inline(&deck)).filter(|words| !words.is_empty());
        }
        for one in &said {
            let line = || Line::new(&*one.value);
            match &*one.role {
                "notice" if item.notice.is_empty() => item.notice = line(),
                "dateline" if item.dateline.is_empty() => item.dateline = line(),
                "creditline" if item.rights.credit.is_none() && !line().is_empty() => {
                    item.rights.credit = Some(line());
                }
                _ => item.descriptions.push(wording(one)),
            }
        }
    }

    fn bodies(&mut self, o: &mut Object<'_>, item: &mut Item, at: &At<'_>) {
        let mut said = self.said(o, item, ["bodies", "body", "body_"], at);
        // Of several that say the same, the one with marks is the richest.
        let rank = |(i, one): (usize, &Said<'_>)| (prominence(one), richness(one), usize::MAX - i);
        let main = said.iter().enumerate().max_by_key(|one| rank(*one)).map(|(i, _)| i);
        if let Some(main) = main {
            let main = said.remove(main);
            self.chosen(&main);
            self.body(item, &main);
        }
        item.bodies.extend(said.into_iter().map(|one| Body {
            role: Line::new(&one.role),
            mime: Line::new(&one.mime),
            lang: None,
            raw: one.value.into_owned(),
        }));
    }

    fn body(&mut self, item: &mut Item, said: &Said<'_>) {
        let marked = said.is_html() || richness(said) == 1 || (said.mime.is_empty() && looks_marked(&said.value));
        if !USUAL.contains(&&*said.mime) {
            self.literally(said);
        }
        if marked {
            let (text, beside) = html::read_both(&said.value);
            self.beside_body(item, beside, said);
            body::absorb(item, text);
        } else {
            item.text.body = body::paragraphs(&said.value);
        }
        if said.value.len() > SMALL && item.text.fits().is_err() {
            let kept = body::shortened(std::mem::take(&mut item.text));
            item.text = kept;
            self.liberties.take(Took::TooMuch, said.at.as_str(), "the body was cut");
        }
    }

    /// Says of what type words were, when it is not one that is read as such.
    fn literally(&mut self, said: &Said<'_>) {
        self.liberties.take(Took::Assumed, format!("{}/contentType", said.at), &said.mime);
    }

    /// Pictures of a body become items that come with it; what was passed over is named.
    fn beside_body(&mut self, item: &mut Item, beside: Beside, said: &Said<'_>) {
        for element in beside.passed_over.iter().filter(|name| !matches!(&***name, "title" | "style")) {
            self.liberties.take(Took::LeftOut, said.at.as_str(), format!("<{element}>"));
        }
        body::take_pictures(item, beside.pictures);
    }

    /// The words of a member: objects in a list (ninjs 2 and 3), or members of their own (ninjs 1).
    fn said<'t>(&mut self, o: &mut Object<'t>, item: &mut Item, names: [&str; 3], at: &At<'_>) -> Vec<Said<'t>> {
        let [many, one, begins] = names;
        let mut all = Vec::new();
        if let Some((name, value)) = o.take(&[many]) {
            let here = at.name(&name);
            let list = match value {
                Value::List(list) => list,
                other => vec![other],
            };
            for (i, value) in list.into_iter().enumerate() {
                let at = here.index(i);
                match value {
                    Value::Object(object) => self.one(object, item, many, &at, &mut all),
                    Value::Words(value) => {
                        all.push(Said { role: String::new(), mime: String::new(), value, at: at.to_string() });
                    }
                    other => self.keep(item, many, &other, &at),
                }
            }
        }
        let mut left = Vec::with_capacity(o.members.len());
        for (name, value) in std::mem::take(&mut o.members) {
            let role = if *name == *one { Some("") } else { name.strip_prefix(begins) };
            match (role.filter(|role| !role.is_empty() || *name == *one), value) {
                (Some(role), Value::Words(value)) => {
                    let (role, mime) = typed(role);
                    all.push(Said { role, mime, value, at: at.name(&name).to_string() });
                }
                (_, value) => left.push((name, value)),
            }
        }
        o.members = left;
        all
    }

    fn one<'t>(&mut self, mut o: Object<'t>, item: &mut Item, member: &str, at: &At<'_>, all: &mut Vec<Said<'t>>) {
        for count in ["charCount", "wordCount"] {
            if let Some((name, value)) = o.take(&[count]) {
                self.liberties.take(Took::LeftOut, at.name(&name).to_string(), value.raw());
            }
        }
        let word = |o: &mut Object<'t>, names: &[&str]| o.take_words(names).unwrap_or_default().into_owned();
        let (role, mime) = (word(&mut o, &["role"]), word(&mut o, &["contentType", "mimetype"]));
        match o.take_words(&["value"]) {
            Some(value) => {
                let said = Said { role, mime, value, at: at.to_string() };
                // A body beside the main one keeps its type.
                if member != "bodies" && !USUAL.contains(&&*said.mime) {
                    self.literally(&said);
                }
                all.push(said);
            }
            None => {
                let told = [("role", role), ("contentType", mime)];
                let told = told.into_iter().filter(|(_, words)| !words.is_empty());
                o.members.extend(told.map(|(name, words)| (name.into(), Value::Words(words.into()))));
            }
        }
        if !o.members.is_empty() {
            self.keep(item, member, &Value::Object(o), at);
        }
    }
}

/// The role and the type that a name of ninjs 1 tells: `caption` and HTML of `caption_html`.
fn typed(suffix: &str) -> (String, String) {
    let (role, last) = suffix.rsplit_once('_').unwrap_or(("", suffix));
    let mime = match last.to_ascii_lowercase().as_str() {
        "html" | "html5" | "xhtml" => "text/html",
        "text" => "text/plain",
        _ => "",
    };
    // What stands for marks of the headline is known by its whole name.
    let keep = mime.is_empty() || role.is_empty() || suffix == "marked_html";
    (if keep { suffix } else { role }.to_owned(), mime.to_owned())
}

/// How plainly the role says that this is the body.
fn prominence(said: &Said<'_>) -> u8 {
    match said.role.to_ascii_lowercase().as_str() {
        "main" => 2,
        "" | "text" | "html" | "html5" | "xhtml" | "richtext" | "richhtml5" | "richhtml" | "body" | "nitf" => 1,
        _ => 0,
    }
}

/// HTML has more than plain words; what else has marks is read only where nothing better is there.
fn richness(said: &Said<'_>) -> u8 {
    match &*said.mime {
        _ if said.is_html() => 3,
        "text/plain" => 2,
        "" => 2,
        mime if mime.contains("xml") || mime.to_ascii_lowercase().contains("nitf") => 1,
        _ => 0,
    }
}

fn looks_marked(words: &str) -> bool {
    ["</p>", "<br", "</div>", "</h2>", "<p>", "</a>", "</em>", "</b>"].iter().any(|tag| words.contains(tag))
}

/// Words with marks, as running text: blocks become lines of it.
fn inline(said: &Said<'_>) -> Inline {
    if !said.is_html() {
        return Inline::plain_text(&*said.value);
    }
    if !said.value.contains(['<', '&']) {
        return Inline::plain_text(&*said.value);
    }
    let text = html::read(&said.value);
    let mut runs: Vec<Run> = Vec::new();
    let words = [&text.headline].into_iter().chain(&text.deck).chain(text.body.iter().flat_map(Block::inlines));
    for words in words.filter(|words| !words.is_empty()) {
        if !runs.is_empty() {
            runs.push(Run::plain("\n"));
        }
        runs.extend(words.runs().iter().cloned());
    }
    Inline::new(runs)
}

fn wording(said: &Said<'_>) -> Wording {
    Wording { role: Line::new(&said.role), lang: None, words: inline(said) }
}
