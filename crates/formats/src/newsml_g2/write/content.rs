//! The content of an item: its body in XHTML, and the forms in which it can be had.

use super::link::address;
use super::pen::Pen;
use super::words::is_language;
use crate::head;
use crate::html::{Markup, Setting, write_body};
use crate::newsml_g2::names::{SHA_256, XHTML};
use lang::Profile;
use story::Item;
use story::item::{Body, Rendition};

/// The attributes of remote content that are numbers in the schema, beside those with a home in a rendition.
const NUMBERS: &[&str] = &["charcount", "wordcount", "linecount", "pagecount", "orientation", "colourdepth"];
/// Those that are numbers from 1 on.
const COUNTED: &[&str] =
    &["version", "resolution", "audiobitrate", "audiosamplesize", "audiosamplerate", "videoavgbitrate"];
/// Those that are codes.
const CODED: &[&str] = &[
    "format",
    "layoutorientation",
    "colourspace",
    "colourindicator",
    "audiocodec",
    "audiochannels",
    "videocodec",
    "videoscaling",
    "videodefinition",
    "widthunit",
    "heightunit",
    "durationunit",
];
/// Those that are words.
const WORDS: &[&str] = &[
    "duration",
    "generator",
    "contenttypestandardversion",
    "contenttypevariant",
    "persistidref",
    "formatstandardversion",
    "contenttypevariantstandardversion",
];
/// Those that are words on one line without tabs.
const NORMAL: &[&str] = &["videoaspectratio", "videosampling"];

/// All of the content.
pub(super) fn content_set(pen: &mut Pen, item: &Item, profile: &Profile) {
    if item.text.body.is_empty() && item.bodies.is_empty() && item.renditions.is_empty() {
        return;
    }
    pen.xml.open("contentSet").line();
    if !item.text.body.is_empty() {
        body(pen, item, profile);
    }
    item.bodies.iter().for_each(|body| other_body(pen, body));
    item.renditions.iter().for_each(|rendition| remote(pen, rendition));
    pen.xml.close().line();
}

/// The body: a page that stands for itself, with its language, its direction and its length.
fn body(pen: &mut Pen, item: &Item, profile: &Profile) {
    let (words, signs) = head::length(item, profile);
    pen.xml.open("inlineXML").attribute("contenttype", "application/xhtml+xml");
    pen.xml.attribute("charcount", &signs.to_string()).attribute("wordcount", &words.to_string());
    pen.xml.open("html").attribute("xmlns", XHTML);
    if let Some(lang) = item.lang.as_ref().filter(|tag| is_language(tag.as_str())) {
        pen.xml.attribute("xml:lang", lang.as_str());
        pen.xml.attribute("dir", item.dir.unwrap_or_else(|| profile.direction()).as_str());
    }
    pen.xml.open("head").leaf("title", &item.text.headline.plain()).close();
    let mut html = String::with_capacity(1024);
    let setting = Setting { markup: Markup::Xml, ..Setting::default() };
    write_body(&mut html, &item.text.body, &setting);
    pen.xml.open("body").line().raw(&html).close().close().close().line();
}

/// Another body, as it was written: its markup is words here, so that nothing in it can break the document.
fn other_body(pen: &mut Pen, body: &Body) {
    pen.xml.open("inlineData").attribute_if("contenttype", &body.mime);
    pen.code_or_leave_out("rendition", "renditionuri", &body.role, "bodies/role");
    super::words::lang(pen, body.lang.as_ref());
    pen.xml.words(&body.raw).close().line();
}

/// A form in which it can be had.
fn remote(pen: &mut Pen, rendition: &Rendition) {
    pen.xml.open("remoteContent");
    pen.code_or_leave_out("rendition", "renditionuri", &rendition.name, "renditions/name");
    address(pen, &rendition.href);
    pen.xml.attribute_if("residref", &rendition.guid);
    pen.xml.attribute_if("contenttype", &rendition.mime);
    pen.xml.attribute_if("title", &rendition.title);
    let number = |pen: &mut Pen, name: &str, n: Option<u64>| {
        if let Some(n) = n {
            pen.xml.attribute(name, &n.to_string());
        }
    };
    number(pen, "size", rendition.bytes);
    number(pen, "width", rendition.width.map(u64::from));
    number(pen, "height", rendition.height.map(u64::from));
    if let Some(milliseconds) = rendition.milliseconds {
        let (n, unit) = match milliseconds % 1000 {
            0 => (milliseconds / 1000, "timeunit:seconds"),
            _ => (milliseconds, "timeunit:milliseconds"),
        };
        pen.xml.attribute("duration", &n.to_string()).attribute("durationunit", unit);
    }
    also(pen, rendition);
    if let Some(hash) = &rendition.hash {
        pen.xml.open("hash").attribute("hashtypeuri", SHA_256).words(&hash.to_string()).close();
    }
    pen.xml.close().line();
}

/// What else was said of it, where the schema takes it.
fn also(pen: &mut Pen, rendition: &Rendition) {
    let mut said: Vec<&str> = Vec::new();
    for (name, value) in &rendition.also {
        let n = value.parse::<u64>().ok();
        let timed = rendition.milliseconds.is_some() && name.starts_with("duration");
        let name: &str = name;
        let number = NUMBERS.contains(&name) && n.is_some() || COUNTED.contains(&name) && n.is_some_and(|n| n > 0);
        let rate = name == "videoframerate" && value.parse::<u32>().is_ok();
        let words = WORDS.contains(&name) || NORMAL.contains(&name);
        if said.contains(&name) || timed || !(number || rate || words || CODED.contains(&name)) {
            pen.leave_out("renditions/also");
        } else if CODED.contains(&name) {
            pen.code_or_leave_out(name, &format!("{name}uri"), value, "renditions/also");
        } else if number || rate {
            pen.xml.attribute(name, value.trim_start_matches('+'));
        } else {
            pen.xml.attribute(name, value);
        }
        said.push(name);
    }
}
