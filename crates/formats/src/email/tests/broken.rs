use super::{blocks, one, read, took};
use crate::{Refused, Took};
use lang::Languages;

const HEAD: &str = "From: a@news.example\nMessage-ID: <1@x>\nSubject: Boats\n";
const WORDS: &str = "Ten boats were counted on Sunday at the cape.\n\nNobody was late, the harbour said.\n";

#[test]
fn a_letter_without_its_last_boundary_is_read() {
    let reading =
        read(format!("{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n{WORDS}"));
    assert_eq!(reading.items.first().map(|item| blocks(item).len()), Some(2));
    assert!(took(&reading, Took::Mended).contains("the last boundary is missing"));
}

#[test]
fn a_boundary_that_is_not_named_is_found_and_one_that_is_nowhere_is_none() {
    let reading =
        read(format!("{HEAD}Content-Type: multipart/mixed\n\n--xyz9\nContent-Type: text/plain\n\n{WORDS}--xyz9--\n"));
    assert_eq!(reading.items.first().map(|item| blocks(item).len()), Some(2));
    assert!(reading.liberties.has(Took::Missing));
    let reading = read(format!("{HEAD}Content-Type: multipart/mixed; boundary=b\n\n{WORDS}"));
    assert_eq!(reading.items.first().map(|item| blocks(item).len()), Some(2));
    assert!(reading.liberties.has(Took::Mended));
}

#[test]
fn broken_encodings_are_decoded_as_far_as_they_go() {
    let reading = read(format!(
        "{HEAD}Content-Transfer-Encoding: base64\n\nVGVuIGJvYXRzIHdlcmUg*Y291bnRlZCBvbiBTdW5kYXkgYXQgdGhlIGNhcGUu!\n"
    ));
    assert_eq!(
        reading.items.first().map(blocks),
        Some(vec!["Ten boats were counted on Sunday at the cape.".to_owned()])
    );
    assert!(reading.liberties.has(Took::Mended));
    let item = one(format!(
        "{HEAD}Content-Transfer-Encoding: quoted-printable\n\nTen boats =3D 1=0 boats were=\n counted at the cape=\n"
    ));
    assert_eq!(blocks(&item), ["Ten boats = 1=0 boats were counted at the cape"]);
}

#[test]
fn a_header_without_an_empty_line_below_it_ends_where_it_ends() {
    let reading = read(
        "From: a@x\nMessage-ID: <1@x>\nSubject: Boats at\nthe cape\nDate: Thu, 12 Mar 2026 09:30:00 +0100\nTen boats were counted on Sunday at the cape.\nAll came home.\n",
    );
    let item = reading.items.first().expect("an item");
    assert_eq!(&*item.title, "Boats at the cape");
    assert!(item.text.plain().contains("Ten boats were counted"));
    assert!(reading.liberties.has(Took::Mended) && reading.liberties.has(Took::Missing));
}

#[test]
fn no_letter_is_deeper_longer_or_of_more_parts_than_is_looked_at() {
    let mut deep = String::new();
    for n in 0..3_000 {
        deep.push_str(&format!("{HEAD}Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n"));
    }
    let reading = super::super::read(deep.as_bytes(), Languages::built_in()).expect("a subject");
    assert!(reading.liberties.has(Took::TooMuch));
    let deep = format!("{HEAD}Content-Type: message/rfc822\n\n").repeat(20_000) + WORDS;
    let reading = super::super::read(deep.as_bytes(), Languages::built_in()).expect("a subject");
    assert!(reading.liberties.has(Took::TooMuch));
    let part = format!("--b\nContent-Type: multipart/mixed; boundary=nowhere\n\n{WORDS}\n");
    let many = format!("{HEAD}Content-Type: multipart/mixed; boundary=b\n\n{}", part.repeat(20_000));
    let reading = super::super::read(many.as_bytes(), Languages::built_in()).expect("a subject");
    assert!(took(&reading, Took::TooMuch).contains("more than 64"));
    let long = format!("{HEAD}X: {}\n\n{WORDS}", "=?".repeat(400_000));
    assert!(read(long).liberties.has(Took::TooMuch));
    let words = format!("{HEAD}\n{}", "Ten boats were counted on Sunday at the cape. ".repeat(100_000));
    assert!(read(words).liberties.has(Took::TooMuch));
}

#[test]
fn nothing_is_refused_as_nothing() {
    for text in ["From: a@x\nMessage-ID: <1@x>\n\n", "From: a@x\nTo: b@x\n\n \n\n"] {
        assert_eq!(super::super::read(text.as_bytes(), Languages::built_in()).expect_err("nothing"), Refused::Empty);
    }
    assert_eq!(
        one("From: a@x\nMessage-ID: <1@x>\nSubject: Boats are home\n\n").text.headline.plain(),
        "Boats are home"
    );
}
