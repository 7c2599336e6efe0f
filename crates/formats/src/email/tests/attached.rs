use super::{blocks, read, took};
use crate::Took;
use base64::Engine;
use story::item::{Bond, Class};

#[test]
fn a_file_of_the_wire_is_an_item_of_its_own() {
    let reading = read(include_bytes!("letters/spanish-attachments.eml"));
    let [letter, story] = reading.items.as_slice() else { panic!("{} items", reading.items.len()) };
    assert_eq!(letter.text.headline.plain(), "Diez barcas en Cabo Aldis");
    assert_eq!(blocks(letter).len(), 2);
    assert!(blocks(letter)[1].contains("según la organización"));
    assert_eq!(&*story.guid, "urn:newsml:news.example:20260312:barcas");
    assert_eq!(story.text.headline.plain(), "Diez barcas, segunda versión");
    assert_eq!(story.bound(Bond::PartOf).next().map(|r| &*r.guid), Some("es-1@news.example"));
    let pdf = letter.parts.first().expect("the rules");
    assert_eq!((pdf.item.class, &*pdf.name), (Class::Component, "reglamento año.pdf"));
    assert!(
        took(&reading, Took::Form).contains("barcas.json: a file with the letter, read as ninjs"),
        "{:?}",
        reading.liberties
    );
}

#[test]
fn a_letter_that_is_forwarded_is_the_story_and_the_words_above_it_are_for_editors() {
    let reading = read(include_bytes!("letters/russian-forwarded.eml"));
    let [item] = reading.items.as_slice() else { panic!("{} items", reading.items.len()) };
    assert_eq!(&*item.guid, "ru-inner@news.example");
    assert_eq!(item.text.headline.plain(), "Змеи над гаванью");
    assert_eq!(item.times.sent.map(|at| at.to_string()).as_deref(), Some("2026-03-11T15:05:00Z"));
    assert_eq!(item.advisories.first().map(|note| &**note), Some("Коллеги, прошу взять в работу."));
    assert!(item.text.dateline.is_some());
    assert!(took(&reading, Took::Assumed).contains("for editors"));
}

/// A letter with one file.
fn with(kind: &str, name: &str, bytes: &[u8]) -> String {
    let coded = base64::engine::general_purpose::STANDARD.encode(bytes);
    let lines: Vec<&str> = coded.as_bytes().chunks(76).map(|c| std::str::from_utf8(c).expect("ASCII")).collect();
    format!(
        "From: Ana <ana@news.example>\nMessage-ID: <1@x>\nDate: Thu, 12 Mar 2026 09:30:00 +0100\nSubject: Please find it below\n\
         Content-Type: multipart/mixed; boundary=b\n\n--b\n\nThe story of the boats is in the file that comes with this.\n--b\n\
         Content-Type: {kind}\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=\"{name}\"\n\n{}\n--b--\n",
        lines.join("\n")
    )
}

#[test]
fn every_format_that_is_written_is_read_where_it_hangs_on_a_letter() {
    use crate::{Channel, Format, any};
    let languages = lang::Languages::built_in();
    let item = story::Item {
        guid: story::Line::new("urn:newsml:news.example:1"),
        version: story::Line::new("3"),
        lang: "en".parse().ok(),
        title: story::Line::new("Ten boats counted"),
        text: story::Text {
            headline: story::Inline::plain_text("Ten boats counted at Cape Aldis"),
            body: vec![story::Block::Paragraph(story::Inline::plain_text(
                "Ten boats were counted on the first day of an invented regatta at Cape Aldis, the harbour said.",
            ))],
            ..story::Text::default()
        },
        ..story::Item::default()
    };
    let channel = Channel { title: item.title.clone(), ..Channel::default() };
    for (format, kind, name) in [
        (Format::Ninjs, "application/json", "a.json"),
        (Format::NewsmlG2, "application/vnd.iptc.g2.newsitem+xml", "a.xml"),
        (Format::Nitf, "text/xml", "a.xml"),
        (Format::Iptc7901, "application/octet-stream", "a.iptc"),
        (Format::Rss, "application/rss+xml", "a.rss"),
        (Format::Jsonfeed, "application/octet-stream", "a.json"),
        (Format::Html, "text/html", "a.html"),
        (Format::Text, "text/plain; charset=utf-8", "a.txt"),
    ] {
        let written = any::write(format, std::slice::from_ref(&item), &channel, languages).expect("written");
        let reading = read(with(kind, name, written.text.as_bytes()));
        let [letter, story] = reading.items.as_slice() else { panic!("{format}: {} items", reading.items.len()) };
        assert_eq!(&*letter.guid, "1@x");
        assert_eq!(story.text.headline.plain(), "Ten boats counted at Cape Aldis", "{format}");
        assert_eq!(blocks(story), blocks(&item), "{format}");
        assert!(took(&reading, Took::Form).contains(&format!("read as {format}")), "{format}: {:?}", reading.liberties);
    }
}

#[test]
fn a_page_is_read_in_the_charset_of_its_part() {
    let (page, _, _) =
        encoding_rs::GB18030.encode("<html><body><h1>风筝节</h1><p>十二只风筝周日在海港上空飞起。</p></body></html>");
    let reading = read(with("text/html; charset=gb18030", "a.html", &page));
    assert_eq!(reading.items.get(1).map(|item| item.text.headline.plain()).as_deref(), Some("风筝节"));
}

#[test]
fn what_is_no_story_is_named() {
    let reading = read(with("application/zip", "a.zip", b"PK\x03\x04rest"));
    assert_eq!(reading.items.len(), 1);
    assert!(
        took(&reading, Took::LeftOut).contains("a.zip: it is in no format that is read"),
        "{:?}",
        reading.liberties
    );
    let concept = b"<conceptItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"a\" standard=\"NewsML-G2\" standardversion=\"2.35\"/>";
    let reading = read(with("application/xml", "a.xml", concept));
    assert!(took(&reading, Took::LeftOut).contains("a.xml: not a story"), "{:?}", reading.liberties);
}

#[test]
fn a_wire_file_that_is_the_words_of_a_letter_is_read_as_one() {
    let text = "From: wire@news.example\nMessage-ID: <1@x>\nSubject: item\nContent-Type: text/plain; charset=utf-8\n\n\
        {\"uri\":\"urn:x:1\",\"type\":\"text\",\"headline\":\"Ten boats\",\"body_text\":\"Ten boats were counted.\",\"versioncreated\":\"2026-03-12T08:00:00Z\"}\n";
    let reading = read(text);
    assert_eq!(reading.items.len(), 1);
    assert_eq!(reading.items.first().map(|item| &*item.guid), Some("urn:x:1"));
}
