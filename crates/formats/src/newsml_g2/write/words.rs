//! Running words in labels and blocks, and languages.

use super::pen::Pen;
use crate::newsml_g2::names::XHTML;
use crate::xml::Writer;
use story::item::Wording;
use story::text::{Run, Style};
use story::{Inline, Tag};

/// Whether a language is one to the schema (`xs:language`): parts of at most eight letters or digits.
pub(super) fn is_language(tag: &str) -> bool {
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let first = tag.split('-').next().unwrap_or_default();
    first.bytes().all(|b| b.is_ascii_alphabetic()) && tag.split('-').all(part)
}

/// The language of an element, when it is said.
pub(super) fn lang(pen: &mut Pen, lang: Option<&Tag>) {
    if let Some(tag) = lang {
        if is_language(tag.as_str()) {
            pen.xml.attribute("xml:lang", tag.as_str());
        } else {
            pen.leave_out("lang");
        }
    }
}

/// Words that have a role and a language.
pub(super) fn wording(pen: &mut Pen, name: &'static str, wording: &Wording, member: &str) {
    pen.xml.open(name);
    role(pen, name, &wording.role, member);
    lang(pen, wording.lang.as_ref());
    inline(&mut pen.xml, &wording.words);
    pen.xml.close().line();
}

/// Headlines take a list of roles, descriptions take one.
fn role(pen: &mut Pen, name: &str, role: &str, member: &str) {
    if name == "headline" {
        pen.codes_or_leave_out("role", "roleuri", role, member);
    } else {
        pen.code_or_leave_out("role", "roleuri", role, member);
    }
}

/// Words with their marks. Links and languages are the standard's own; stress, weight and breaks are XHTML's, which it
/// lets stand there.
pub(super) fn inline(xml: &mut Writer, inline: &Inline) {
    inline.runs().iter().for_each(|run| self::run(xml, run));
}

fn run(xml: &mut Writer, run: &Run) {
    let Style { emphasis, strong, link, lang, dir } = &run.style;
    let mut open = 0;
    let mut begin = |xml: &mut Writer, name: &'static str, xhtml: bool| {
        xml.open(name);
        if xhtml {
            xml.attribute("xmlns", XHTML);
        }
        open += 1;
    };
    if let Some(link) = link {
        begin(xml, "a", false);
        xml.attribute("href", link.as_str());
    }
    let lang = lang.as_ref().filter(|tag| is_language(tag.as_str()));
    if lang.is_some() || dir.is_some() {
        begin(xml, "span", false);
        if let Some(lang) = lang {
            xml.attribute("xml:lang", lang.as_str());
        }
        if let Some(dir) = dir {
            xml.attribute("dir", dir.as_str());
        }
    }
    if *strong {
        begin(xml, "strong", true);
    }
    if *emphasis {
        begin(xml, "em", true);
    }
    for (at, line) in run.text.split('\n').enumerate() {
        if at > 0 {
            xml.open("br").attribute("xmlns", XHTML).close();
        }
        xml.words(line);
    }
    for _ in 0..open {
        xml.close();
    }
}
