use super::{one, read, took};
use crate::Took;
use story::Item;
use story::item::{Bond, PartyRole};

const WORDS: &str = "Ten boats were counted on the first day of an invented regatta at Cape Aldis.\r\n\r\n\
    The wind came from the west, and nobody was late.\r\n";

fn letter(head: &str) -> String {
    format!("{head}\r\n\r\n{WORDS}")
}

fn sent(date: &str) -> (Option<String>, bool) {
    let reading = read(letter(&format!("From: a@news.example\r\nSubject: Boats\r\nDate: {date}")));
    let item = reading.items.first().expect("an item");
    (item.times.sent.map(|at| at.to_string()), reading.liberties.has(Took::NoZone))
}

#[test]
fn a_letter_is_read_with_what_its_header_says() {
    let text = letter(
        "From: =?utf-8?Q?Ana_Muestra?= <ana@news.example>\r\nSender: desk@news.example\r\nReply-To: Ana <ana@news.example>,\r\n \
         Bo <bo@news.example>\r\nDate: Thu, 12 Mar 2026 09:30:00 +0100\r\nMessage-ID: <7@news.example>\r\n\
         In-Reply-To: <6@news.example>\r\nReferences: <5@news.example>\r\n <6@news.example>\r\nSupersedes: <4@news.example>\r\n\
         Organization: News of the Cape\r\nKeywords: boats, wind\r\nExpires: Fri, 13 Mar 2026 00:00:00 GMT\r\nX-Mailer: Pen 1\r\n\
         Content-Language: en-GB\r\nSubject: Re: Fwd: Ten boats counted\r\n at Cape Aldis",
    );
    assert!(super::super::is(text.as_bytes()));
    let reading = read(&text);
    let item = reading.items.first().expect("an item");
    assert_eq!(&*item.guid, "7@news.example");
    assert_eq!(item.times.sent.map(|at| at.to_string()).as_deref(), Some("2026-03-12T08:30:00Z"));
    assert_eq!(item.times.expires.map(|at| at.to_string()).as_deref(), Some("2026-03-13T00:00:00Z"));
    assert_eq!(item.text.headline.plain(), "Ten boats counted at Cape Aldis");
    assert_eq!(&*item.title, "Ten boats counted at Cape Aldis");
    assert_eq!(item.text.body.len(), 2);
    let of = |item: &Item, role| item.parties(role).map(|p| p.name.to_string()).collect::<Vec<_>>();
    assert_eq!(of(item, PartyRole::Creator), ["Ana Muestra"]);
    assert_eq!(of(item, PartyRole::Provider), ["desk@news.example", "News of the Cape"]);
    assert_eq!(of(item, PartyRole::Contact), ["Bo"]);
    let reach = item.parties.first().and_then(|p| p.reach.first()).map(|r| r.value.to_string());
    assert_eq!(reach.as_deref(), Some("ana@news.example"));
    let bound: Vec<(Bond, &str)> = item.references.iter().map(|r| (r.bond, &*r.guid)).collect();
    assert_eq!(
        bound,
        [(Bond::Replaces, "4@news.example"), (Bond::SeeAlso, "6@news.example"), (Bond::SeeAlso, "5@news.example")]
    );
    assert_eq!(item.keywords.len(), 2);
    assert_eq!(took(&reading, Took::LeftOut), "header: x-mailer");
}

#[test]
fn times_are_read_in_whatever_zone_they_are_said() {
    for (date, at, no_zone) in [
        ("Thu, 12 Mar 2026 09:30:00 +0530", "2026-03-12T04:00:00Z", false),
        ("12 Mar 2026 09:30 -0330", "2026-03-12T13:00:00Z", false),
        ("Thu, 12 Mar 2026 09:30:00 EST", "2026-03-12T14:30:00Z", false),
        ("Thu, 12 Mar 2026 09:30:00 +0300 (MSK)", "2026-03-12T06:30:00Z", false),
        ("Thu, 12 Mar 2026 09:30:00 GMT+5", "2026-03-12T04:30:00Z", false),
        ("Thu, 12 Mar 2026 09:30:00 XST", "2026-03-12T09:30:00Z", true),
        ("Thu, 12 Mar 2026 09:30:00", "2026-03-12T09:30:00Z", true),
        ("Thu, 12 Mar 26 09:30:00 +0000", "2026-03-12T09:30:00Z", false),
        ("2026-03-12T09:30:00+05:00", "2026-03-12T04:30:00Z", false),
    ] {
        assert_eq!(sent(date), (Some(at.to_owned()), no_zone), "{date}");
    }
    assert_eq!(sent("whenever").0, None);
}

#[test]
fn encoded_words_are_decoded_in_every_charset() {
    for (value, is) in [
        ("=?UTF-8?B?2b7YqtmG2q/bjNq6?=", "پتنگیں"),
        ("=?windows-1256?Q?=E3=E6=D3=E3?= =?windows-1256?Q?_=C7=E1=D1=ED=C7=CD?=", "موسم الرياح"),
        ("=?koi8-r?B?+s3FyQ==?= =?windows-1251?Q?_=ED=E0=E4?=", "Змеи над"),
        ("=?gb2312?B?t+fz3b3a?=", "风筝节"),
        ("=?GB18030?B?t+fz3b3a?=", "风筝节"),
        ("=?ISO-2022-JP?B?GyRCQmwbKEI=?=", "滝"),
        ("=?iso-8859-1?Q?Diez_barcas_en_=E9l?=", "Diez barcas en él"),
        ("=?utf-8?Q?=D0?= =?utf-8?Q?=97=D0=BC?=", "Зм"),
        ("Plain =?utf-8?Q?=C3=A9t=C3=A9?= and plain", "Plain été and plain"),
    ] {
        let item = one(letter(&format!("From: a@news.example\r\nMessage-ID: <1@x>\r\nSubject: {value}")));
        assert_eq!(&*item.title, is, "{value}");
    }
}

#[test]
fn raw_letters_of_old_charsets_in_a_header_are_understood() {
    let (subject, _, _) = encoding_rs::WINDOWS_1251.encode("Двенадцать змеев над старой гаванью");
    let bytes =
        [b"From: a@news.example\r\nMessage-ID: <1@x>\r\nSubject: ", &*subject, b"\r\n\r\n", WORDS.as_bytes()].concat();
    let reading = read(&bytes);
    assert_eq!(reading.items.first().map(|item| &*item.title), Some("Двенадцать змеев над старой гаванью"));
    assert!(took(&reading, Took::Charset).contains("windows-1251"), "{:?}", reading.liberties);
}

#[test]
fn prose_is_no_letter() {
    for words in ["Ten boats: counted\nToday: nothing\n", "", "Subject: only\n\nwords", "<a>", "From: here\n\nto there"]
    {
        assert!(!super::super::is(words.as_bytes()), "{words}");
    }
    assert!(super::super::is(b"From ana@x Thu Mar 12 09:30:00 2026\nReceived: by x\nSubject: Boats\n\nBoats.\n"));
}
