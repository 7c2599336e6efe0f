//! The examples and unit tests of the standard: nothing that a valid file says is lost unsaid.

use super::*;
use crate::newsml_g2::names;
use crate::reading::{Liberties, Reading, Refused};
use crate::xml::{Document, Element, Node, XML, decode, parse};
use serde_json::Value;

/// All that was found in a file, as one text.
fn found(reading: &Reading) -> String {
    let mut out = String::new();
    for item in &reading.items {
        gather(&serde_json::to_value(item).expect("JSON"), &mut out);
    }
    for liberty in &reading.liberties.list {
        out.push_str(&format!("{} {}\n", liberty.at, liberty.what));
    }
    folded(&out)
}

fn gather(value: &Value, out: &mut String) {
    match value {
        Value::String(words) => {
            let plain = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
            out.push_str(&plain);
            out.push('\n');
        }
        Value::Array(values) if values.iter().all(|v| v.is_string() || v.get("t").is_some()) => {
            // The runs of running text.
            let runs = values.iter().map(|v| v.get("t").unwrap_or(v).as_str().unwrap_or_default());
            out.push_str(&runs.collect::<String>());
            out.push('\n');
            values.iter().for_each(|value| gather(value, out));
        }
        Value::Array(values) => values.iter().for_each(|value| gather(value, out)),
        Value::Object(members) => members.values().for_each(|value| gather(value, out)),
        other => out.push_str(&format!("{other}\n")),
    }
}

fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a value of the file is in what was found, as it is or as what it means.
fn is_in(found: &str, value: &str) -> bool {
    let value = folded(value);
    let times = || {
        let mut liberties = Liberties::new();
        crate::times::read(&value, "", &mut liberties).is_some_and(|when| found.contains(&when.to_string()))
    };
    let meant = || {
        names::class(&value).is_some() && value.starts_with("ninat:")
            || names::status(&value).is_some()
            || names::act(&value).is_some()
            || names::kind(&value).is_some()
            || names::mode(&value).is_some()
            || value.split_once(':').is_some_and(|_| names::rel(names::bond(&value)) == value)
            || crate::codes::code(&value).is_some_and(|code| found.contains(&code) || names::status(&code).is_some())
    };
    value.is_empty() || found.contains(&value) || meant() || times()
}

/// The values of a file that were not found.
fn lost(document: &Document<'_>, found: &str) -> Vec<String> {
    let mut lost = Vec::new();
    let root = document.root().expect("a root");
    let mut check = |element: Element<'_, '_>| {
        let root_too = matches!(element.name(), "newsItem" | "packageItem" | "newsMessage" | "itemSet");
        for (space, name, value) in element.attributes() {
            let of_form = root_too && matches!(name, "standard" | "standardversion" | "conformance" | "schemaLocation");
            let lang = space == XML || name == "lang";
            // What is meant by these stands in the item; how the body was marked up and how long it is does not.
            let meant = value == "drol:summary" || matches!(name, "separator" | "duration" | "durationunit");
            let page =
                matches!(name, "class" | "charset" | "charcount" | "wordcount" | "width" | "height" | "id" | "style");
            let body = element.name() == "inlineXML" && name == "contenttype";
            let standard = value.contains("catalog.IPTC-G2-Standards");
            if !(of_form || lang || meant || page || body || standard || space.ends_with("XMLSchema-instance"))
                && !is_in(found, value)
            {
                lost.push(format!("{}/@{name}={value}", element.path()));
            }
        }
        for node in element.nodes() {
            match node {
                Node::Words(words) if !is_in(found, words) => {
                    lost.push(format!("{}: {}", element.path(), folded(words)));
                }
                _ => {}
            }
        }
    };
    check(root);
    root.walk(&mut |node| {
        if let Node::Element(element) = node {
            check(element);
        }
    });
    lost
}

/// The files, each with what was lost of it; those that are no story are left aside.
fn lost_in(files: Vec<PathBuf>) -> (usize, String) {
    let (mut stories, mut out) = (0, String::new());
    for file in files {
        let bytes = std::fs::read(&file).expect("a file");
        match crate::newsml_g2::read(&bytes, languages()) {
            Ok(reading) => {
                stories += 1;
                let mut liberties = Liberties::new();
                let words = decode(&bytes, &mut liberties).expect("characters");
                let document = parse(&words, &mut liberties).expect("XML");
                for lost in lost(&document, &found(&reading)) {
                    out.push_str(&format!("{}: {lost}\n", file.file_name().unwrap_or_default().to_string_lossy()));
                }
            }
            Err(Refused::NotAStory(_)) => {}
            Err(refused) => assert!(fragment(&bytes), "{}: {refused}", file.display()),
        }
    }
    (stories, out)
}

/// Some listings are pieces of an item, and begin with one of its parts.
fn fragment(bytes: &[u8]) -> bool {
    let words = String::from_utf8_lossy(bytes);
    let start = words.find("<content").unwrap_or(usize::MAX).min(words.find("<sports-content").unwrap_or(usize::MAX));
    words.find("Item").is_none_or(|at| start < at)
}

#[test]
fn nothing_of_the_examples_is_lost() {
    let Some(standards) = standards("nothing_of_the_examples_is_lost") else { return };
    let (stories, lost) = lost_in(files(&standards.join("iptc-newsml-g2/examples")));
    assert_eq!(lost, "", "of {stories} stories");
    assert!(stories >= 15, "{stories}");
}

#[test]
fn nothing_of_the_unit_tests_is_lost() {
    let Some(standards) = standards("nothing_of_the_unit_tests_is_lost") else { return };
    let tests = files(&standards.join("iptc-newsml-g2/unit_test_files"));
    let passing = tests.into_iter().filter(|file| file.to_string_lossy().contains("should_pass")).collect();
    let (stories, lost) = lost_in(passing);
    assert_eq!(lost, "", "of {stories} stories");
    assert!(stories >= 80, "{stories}");
}

#[test]
fn nothing_of_what_agencies_send_is_lost() {
    let Some(standards) = standards("nothing_of_what_agencies_send_is_lost") else { return };
    let mut agencies = files(&standards.join("dpa-newsmlg2/output"));
    agencies.push(standards.join("iptc-ninjs/wire-samples/TT_newsmlg2_sample.xml"));
    let (stories, lost) = lost_in(agencies);
    assert_eq!(lost, "", "of {stories} stories");
    assert!(stories > 10, "{stories}");
}

#[test]
fn what_must_fail_is_read_or_refused_in_words() {
    let Some(standards) = standards("what_must_fail_is_read_or_refused_in_words") else { return };
    for file in files(&standards) {
        let bytes = std::fs::read(&file).expect("a file");
        if let Err(refused) = crate::newsml_g2::read(&bytes, languages()) {
            assert!(!refused.to_string().is_empty());
        }
    }
}

#[test]
fn what_is_read_is_written_so_that_it_is_valid() {
    let Some(standards) = standards("what_is_read_is_written_so_that_it_is_valid") else { return };
    let mut documents = Vec::new();
    for file in files(&standards.join("iptc-newsml-g2")).into_iter().chain(files(&standards.join("dpa-newsmlg2"))) {
        let bytes = std::fs::read(&file).expect("a file");
        let Ok(reading) = crate::newsml_g2::read(&bytes, languages()) else { continue };
        for item in &reading.items {
            documents.push(crate::newsml_g2::write(item, languages()).text);
        }
    }
    assert!(documents.len() > 100);
    if let Some(wrong) = validated("what_is_read_is_written_so_that_it_is_valid", &documents) {
        assert_eq!(wrong, "");
    }
}

/// What is said in one place of an item is read into its own place there, and not merely kept.
fn out_of_place(item: Element<'_, '_>, read: &Item) -> Vec<String> {
    let mut out = Vec::new();
    let json = |value: &dyn erased::Json| value.found();
    let heads = json(&(&read.text.headline, &read.headlines, &read.descriptions, &read.text.deck, &read.notice));
    let concepts = json(&read.concepts);
    let references = json(&read.references);
    let times = json(&read.times);
    let rights = json(&(&read.rights, &read.parties, &read.kept));
    let lines = json(&(
        &read.title,
        &read.slug,
        &read.dateline,
        &read.text.byline,
        &read.advisories,
        &read.keywords,
        &read.kept,
    ));
    let parties = json(&(&read.parties, &read.services, &read.alt_ids));
    // Breaks are elements in the file and line ends here.
    let bare = |words: &str| words.split_whitespace().collect::<String>();
    let body = bare(&read.text.body.iter().map(story::Block::plain).collect::<String>());
    let bare_lines = bare(&lines);
    let mut check = |element: Element<'_, '_>| {
        let codes = ["qcode", "uri", "literal", "href", "residref"].iter().filter_map(|name| element.attribute(name));
        let words =
            folded(&element.children_named("name").map(|name| name.words().into_owned()).next().unwrap_or_default());
        let own = folded(&element.words());
        let lost = match element.name() {
            "headline" | "description" => !heads.contains(&own),
            "subject" | "genre" | "located" => {
                !codes.clone().all(|code| is_in(&concepts, code)) || !concepts.contains(&words)
            }
            "link" => !codes.clone().all(|code| is_in(&references, code)),
            "versionCreated" | "firstCreated" | "contentCreated" | "contentModified" | "embargoed" => {
                !is_in(&times, &own)
            }
            "copyrightNotice" | "usageTerms" | "creditline" => !rights.contains(&own),
            "title" | "slugline" | "dateline" | "by" | "edNote" | "keyword" => !bare_lines.contains(&bare(&own)),
            "creator" | "contributor" | "infoSource" | "provider" | "service" => {
                !(codes.clone().next().is_none() || codes.clone().any(|code| is_in(&parties, code)))
                    || !parties.contains(&words) && words.is_empty()
            }
            _ => false,
        };
        if lost {
            out.push(format!("{}: {own} {:?}", element.path(), codes.collect::<Vec<_>>()));
        }
    };
    for part in item.children().filter(|part| matches!(part.name(), "itemMeta" | "contentMeta")) {
        part.children().for_each(&mut check);
    }
    if let Some(rights) = item.child("rightsInfo") {
        rights.children().for_each(&mut check);
    }
    let content = down(item, &["contentSet", "inlineXML"]);
    if let Some(copy) = content.and_then(|c| down(c, &["nitf", "body", "body.content"]).or(down(c, &["html", "body"])))
    {
        let mut paragraphs = Vec::new();
        copy.walk(&mut |node| {
            if let Node::Element(child) = node {
                let head = child.outwards().any(|around| around.name() == "header");
                paragraphs.extend((child.name() == "p" && !head).then_some(child));
            }
        });
        for paragraph in paragraphs {
            let marked = paragraph.children().any(|c| c.attribute("class") == Some("dateline"));
            if !marked && paragraph.attribute("class") != Some("teaser") && !body.contains(&bare(&paragraph.words())) {
                out.push(format!("body: {}", folded(&paragraph.words())));
            }
        }
    }
    out
}

/// Anything that is serialised, as the text of [`found`].
mod erased {
    pub(super) trait Json {
        fn found(&self) -> String;
    }

    impl<T: serde::Serialize> Json for T {
        fn found(&self) -> String {
            let mut out = String::new();
            super::gather(&serde_json::to_value(self).expect("JSON"), &mut out);
            super::folded(&out)
        }
    }
}

#[test]
fn everything_is_read_into_its_place() {
    let Some(standards) = standards("everything_is_read_into_its_place") else { return };
    let mut all = files(&standards.join("iptc-newsml-g2/examples"));
    all.extend(files(&standards.join("iptc-newsml-g2/unit_test_files")));
    all.extend(files(&standards.join("dpa-newsmlg2/output")));
    all.push(standards.join("iptc-ninjs/wire-samples/TT_newsmlg2_sample.xml"));
    let mut wrong = String::new();
    let mut items = 0;
    for file in all {
        let bytes = std::fs::read(&file).expect("a file");
        let Ok(reading) = crate::newsml_g2::read(&bytes, languages()) else { continue };
        let mut liberties = Liberties::new();
        let words = decode(&bytes, &mut liberties).expect("characters");
        let document = parse(&words, &mut liberties).expect("XML");
        let root = document.root().expect("a root");
        let inner = root.children_named("itemSet").flat_map(|set| set.children());
        let stories = std::iter::once(root).chain(inner).filter(|e| matches!(e.name(), "newsItem" | "packageItem"));
        for (element, item) in stories.zip(&reading.items) {
            items += 1;
            for out in out_of_place(element, item) {
                wrong.push_str(&format!("{}: {out}\n", file.file_name().unwrap_or_default().to_string_lossy()));
            }
        }
    }
    assert_eq!(wrong, "", "of {items} items");
    assert!(items > 100);
}

/// The first element at the end of that way down.
fn down<'d, 'i>(from: Element<'d, 'i>, way: &[&str]) -> Option<Element<'d, 'i>> {
    way.iter().try_fold(from, |element, name| element.child(name))
}
