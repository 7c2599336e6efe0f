use super::{blocks, one, read, took};
use crate::Took;
use story::item::Class;
use story::{Block, Hash};

#[test]
fn of_a_page_and_words_the_page_is_read_where_it_shows_a_picture() {
    let reading = read(include_bytes!("letters/urdu-alternative.eml"));
    let item = reading.items.first().expect("an item");
    assert_eq!(reading.items.len(), 1);
    assert_eq!(item.lang.as_ref().map(|l| l.as_str()), Some("ur"));
    assert_eq!(item.text.headline.plain(), "بندرگاہ پر پتنگوں کا میلہ");
    assert_eq!(item.parties.first().map(|p| &*p.name), Some("عائشہ نمونہ"));
    let part = &item.parts.first().expect("a picture").item;
    assert_eq!((part.class, &*part.guid), (Class::Picture, "kites@news.example"));
    let rendition = part.renditions.first().expect("a rendition");
    assert_eq!((&*rendition.mime, &*rendition.title), ("image/png", "patang.png"));
    let shown = item.text.body.iter().find_map(|b| if let Block::Figure(f) = b { Some(f) } else { None });
    let shown = shown.expect("a figure");
    assert_eq!(Some(shown.picture), rendition.hash);
    assert_eq!(shown.caption.as_ref().map(|c| c.plain()).as_deref(), Some("بندرگاہ کے اوپر پتنگیں"));
    assert_eq!(item.text.body.len(), 3);
    assert!(took(&reading, Took::LeftOut).contains("patang.png: "), "{:?}", reading.liberties);
}

fn mixed(subtype: &str, parts: &[&str]) -> String {
    let mut out = format!(
        "From: Ana <ana@news.example>\nMessage-ID: <1@x>\nDate: Thu, 12 Mar 2026 09:30:00 +0100\nSubject: Boats at the cape\n\
         MIME-Version: 1.0\nContent-Type: multipart/{subtype}; boundary=\"b 1\"\n\nThis is a preamble.\n"
    );
    for part in parts {
        out.push_str(&format!("--b 1\n{part}\n"));
    }
    out + "--b 1--\n"
}

#[test]
fn where_the_page_says_no_more_the_words_are_read() {
    let plain = "Content-Type: text/plain\n\nTen boats were counted on Sunday.\n\nNobody was late.";
    let dress =
        "Content-Type: text/html\n\n<div><b>Ten boats</b> were counted on Sunday.</div><div>Nobody was late.</div>";
    let telling = "Content-Type: text/html\n\n<h2>Boats</h2><ul><li>Ten boats<li>No wind</ul>";
    let item = one(mixed("alternative", &[plain, dress]));
    assert_eq!(blocks(&item), ["Ten boats were counted on Sunday.", "Nobody was late."]);
    let item = one(mixed("alternative", &[plain, telling]));
    assert!(item.text.body.iter().any(|b| matches!(b, Block::List(_))), "{:?}", item.text.body);
    let item = one(mixed("alternative", &["Content-Type: text/plain\n\n \n", dress]));
    assert_eq!(blocks(&item), ["Ten boats were counted on Sunday.", "Nobody was late."]);
}

#[test]
fn words_that_stand_in_several_parts_are_one_text() {
    let picture = "Content-Type: image/png; name=boat.png\nContent-Transfer-Encoding: base64\nContent-Disposition: inline\n\niVBORw0KGgo=";
    let item = one(mixed(
        "mixed",
        &[
            "Content-Type: text/plain\n\nTen boats were counted on Sunday at the cape.",
            picture,
            "Content-Type: text/plain\n\nNobody was late, the harbour said afterwards.",
        ],
    ));
    let [Block::Paragraph(_), Block::Figure(figure), Block::Paragraph(_)] = item.text.body.as_slice() else {
        panic!("{:?}", item.text.body)
    };
    assert_eq!(figure.picture, Hash::of(b"\x89PNG\r\n\x1a\n"));
    assert_eq!(item.parts.len(), 1);
}

#[test]
fn lines_that_flow_are_paragraphs() {
    let text = "From: a@x\nMessage-ID: <1@x>\nSubject: Boats\nContent-Type: text/plain; format=flowed\n\n\
        Ten boats were counted on \nSunday at the cape.\n\nNobody was late, the harbour \nsaid afterwards.\n";
    assert_eq!(
        blocks(&one(text)),
        ["Ten boats were counted on Sunday at the cape.", "Nobody was late, the harbour said afterwards."]
    );
}

#[test]
fn a_status_line_at_the_head_of_a_letter_is_understood() {
    let text = "From: a@x\nMessage-ID: <1@x>\nSubject: Boats\n\nCORRECTION: ten boats, not twelve\n\n\
        Ten boats counted\n\nTen boats were counted on Sunday at the cape, the harbour said.\n";
    let item = one(text);
    assert_eq!((item.act, &*item.notice), (Some(story::Kind::Correction), "ten boats, not twelve"));
}

#[test]
fn what_is_encrypted_is_refused_with_a_word() {
    let text = mixed(
        "encrypted",
        &["Content-Type: application/pgp-encrypted\n\nVersion: 1", "Content-Type: application/octet-stream\n\nxyz"],
    );
    let why =
        crate::email::read(text.replace("Subject: Boats at the cape\n", "").as_bytes(), lang::Languages::built_in());
    assert!(why.expect_err("sealed").to_string().contains("encrypted"));
}

#[test]
fn whoever_is_spoken_to_is_no_headline() {
    let text = "From: a@x\nMessage-ID: <1@x>\nSubject: Ten boats counted\n\nDear Bo,\n\nTen boats were counted on Sunday at the cape, the harbour said.\n";
    let item = one(text);
    assert_eq!(item.text.headline.plain(), "Ten boats counted");
    assert!(!item.text.plain().contains("Dear"), "{:?}", item.text);
}

#[test]
fn a_picture_among_alternatives_comes_with_the_letter() {
    let item = one(mixed(
        "alternative",
        &["Content-Type: text/plain\n\nTen boats were counted on Sunday.", "Content-Type: image/png\n\nxyz"],
    ));
    assert_eq!(item.parts.first().map(|part| part.item.class), Some(Class::Picture));
}
