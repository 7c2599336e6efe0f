//! Letters that are filed as copy.

use crate::copy::{self, Furniture, House, Reading, Role, read as read_copy};
use base64::Engine;
use lang::Languages;
use proptest::prelude::*;

fn house() -> House<'static> {
    House { languages: Languages::built_in(), lang: None, taglines: &[], agency: "" }
}

fn filed(letter: impl AsRef<[u8]>) -> Reading {
    let letter = letter.as_ref();
    let reading = read_copy(letter, &house()).expect("copy");
    assert_tiled(&reading, letter.len());
    reading
}

fn assert_tiled(reading: &Reading, len: usize) {
    let mut end = 0;
    for piece in &reading.pieces {
        assert_eq!(piece.range.start, end);
        assert!(piece.range.end > end);
        end = piece.range.end;
    }
    assert_eq!(end, len);
    assert!(reading.furniture.iter().all(|aside| aside.range.end <= len));
}

fn blocks(reading: &Reading) -> Vec<String> {
    reading.text.body.iter().map(story::Block::plain).collect()
}

const WORDS: &str = "Ten boats counted\n\nCAPE ALDIS, 3 May 2024 (GNP): Ten boats were counted on Sunday, the harbour said.\n\n\
    Nobody was late.\n\n(Eds: hold for the picture)\n";

fn letter(head: &str, body: &str) -> String {
    format!(
        "Return-Path: <ana@news.example>\nX-Odd_Field: a\nDelivered-To: desk@news.example\nFrom: Ana <ana@news.example>\n\
         Message-ID: <1@x>\nDate: Thu, 12 Mar 2026 09:30:00 +0100\nSubject: Boats\n{head}\n\n{body}"
    )
}

fn base64(words: &[u8]) -> String {
    let coded = base64::engine::general_purpose::STANDARD.encode(words);
    let lines: Vec<&str> = coded.as_bytes().chunks(76).map(|c| std::str::from_utf8(c).expect("ASCII")).collect();
    lines.join("\n")
}

#[test]
fn a_letter_in_whatever_code_is_the_same_copy() {
    let plain = filed(letter("Content-Type: text/plain; charset=utf-8", WORDS));
    assert_eq!(plain.text.headline.plain(), "Ten boats counted");
    assert_eq!(blocks(&plain), ["Ten boats were counted on Sunday, the harbour said.", "Nobody was late."]);
    assert!(plain.text.dateline.is_some());
    let head = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding:";
    let quoted = WORDS.replace("Sunday", "Sun=\nday").replace("late", "l=61te");
    for (code, body) in [("base64", base64(WORDS.as_bytes())), ("quoted-printable", quoted)] {
        let coded = filed(letter(&format!("{head} {code}"), &body));
        assert_eq!(coded.text, plain.text, "{code}");
        assert_eq!(coded.desk_notes, plain.desk_notes, "{code}");
        let roles: Vec<Role> = coded.pieces.iter().map(|piece| piece.role).collect();
        assert_eq!(roles, [Role::Furniture(Furniture::Mail), Role::Coded], "{code}");
    }
}

#[test]
fn words_that_stand_as_they_are_in_a_part_are_pieces_of_the_letter() {
    let head = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b";
    let body = format!(
        "--b\nContent-Type: text/plain\n\n{WORDS}\n--b\nContent-Type: application/zip; name=a.zip\n\
         Content-Transfer-Encoding: base64\n\n{}\n--b--\n",
        base64(b"PK\x03\x04rest")
    );
    let input = letter(head, &body);
    let reading = filed(&input);
    assert_eq!(reading.text.headline.plain(), "Ten boats counted");
    let words = |role: Role| {
        let pieces = reading.pieces.iter().filter(|piece| piece.role == role);
        pieces.map(|piece| input[piece.range.clone()].trim()).collect::<Vec<_>>()
    };
    assert_eq!(words(Role::Headline), ["Ten boats counted"]);
    assert_eq!(words(Role::Body(1)), ["Nobody was late."]);
    assert_eq!(words(Role::DeskNote), ["(Eds: hold for the picture)"]);
    let off: Vec<&str> = reading.furniture.iter().map(|aside| &*aside.words).collect();
    assert!(off.contains(&"Subject: Boats"), "{off:?}");
    assert!(off.iter().any(|words| words.starts_with("a.zip: ")), "{off:?}");
}

#[test]
fn a_page_and_an_old_charset_are_read_as_the_letter_says() {
    let html = "<html><body><h1>Ten boats counted</h1><p>Ten boats were counted on Sunday.</p><ul><li>a<li>b</ul></body></html>";
    let reading = filed(letter("Content-Type: text/html", html));
    assert_eq!(reading.text.headline.plain(), "Ten boats counted");
    assert_eq!(reading.text.body.len(), 2);
    let (koi8, _, _) =
        encoding_rs::KOI8_R.encode("Змеи над гаванью\n\nДвенадцать змеев поднялись над гаванью в воскресенье.\n");
    let mut bytes = letter("Content-Type: text/plain; charset=koi8-r", "").into_bytes();
    bytes.extend_from_slice(&koi8);
    let reading = filed(bytes);
    assert_eq!((reading.charset, reading.text.headline.plain().as_str()), ("KOI8-R", "Змеи над гаванью"));
}

#[test]
fn a_few_words_that_send_a_story_along_are_for_the_desk() {
    let reading = filed(include_bytes!("letters/russian-forwarded.eml"));
    assert_eq!(reading.text.headline.plain(), "Змеи над гаванью");
    assert_eq!(reading.desk_notes.first().map(|note| &**note), Some("Коллеги, прошу взять в работу."));
    let reading = filed(include_bytes!("letters/spanish-attachments.eml"));
    assert_eq!(reading.text.headline.plain(), "Diez barcas en Cabo Aldis");
    assert!(reading.furniture.iter().any(|aside| aside.words.contains("barcas.json")), "the other story is named");
}

#[test]
fn what_is_encrypted_is_no_copy() {
    let head = "Content-Type: multipart/encrypted; boundary=b";
    let body = "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\nxyz\n--b--\n";
    let why = read_copy(letter(head, body).replace("Subject: Boats\n", "").as_bytes(), &house());
    assert!(matches!(why, Err(copy::Unreadable::Binary(_))), "{why:?}");
}

fn part() -> impl Strategy<Value = String> {
    let kinds = prop::sample::select(vec![
        "text/plain",
        "text/html",
        "text/plain; charset=koi8-r",
        "image/png",
        "message/rfc822",
        "application/json; name=a.json",
        "multipart/mixed; boundary=c",
    ]);
    let codes = prop::sample::select(vec!["7bit", "8bit", "base64", "quoted-printable", "x-odd"]);
    (kinds, codes, "(?s).{0,80}", any::<bool>()).prop_map(|(kind, code, body, coded)| {
        let body = if coded { base64(body.as_bytes()) } else { body };
        format!("--b\nContent-Type: {kind}\nContent-Transfer-Encoding: {code}\n\n{body}\n")
    })
}

proptest! {
    #[test]
    fn the_pieces_of_any_letter_tile_it(parts in prop::collection::vec(part(), 0..4), words in "(?s).{0,60}", end in any::<bool>()) {
        let head = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b";
        let end = if end { "--b--\n" } else { "" };
        let input = letter(head, &format!("{words}\n{}{end}", parts.concat()));
        if let Ok(reading) = read_copy(input.as_bytes(), &house()) {
            assert_tiled(&reading, input.len());
            prop_assert_eq!(reading.text.clone().tidy(), reading.text.clone());
            prop_assert!(reading.text.fits().is_ok());
        }
    }
}
