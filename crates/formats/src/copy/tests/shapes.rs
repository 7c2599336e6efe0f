//! The shapes in which copy comes: e-mail, web page, labelled, wrapped, in an old charset, or not at all.

use super::*;

fn read_shown(copy: &str) -> String {
    let reading = read_as(copy.as_bytes(), Some("en")).expect("it is copy");
    assert_tiled(&reading, copy.len());
    shown(&reading)
}

#[test]
fn an_email_with_broken_lines() {
    insta::assert_snapshot!(read_shown("\
From: Ana Lopez <ana@example.org>
To: desk@example.org
Subject: Fwd: Kites rise over the bay
Date: Fri, 3 May 2024 18:02:11 +0400

GANJA, May 3 (GNP) -- Forty clubs flew their kites over the bay on
Friday, and nobody minded the rain that came in from the west at noon
and stayed until three.

\"We sewed all winter,\" said Bo Lind, who had brought a kite in the
shape of a heron. It was the largest kite of the whole meeting, and it
took four people to hold it.

(Eds: pictures follow at five)

--\x20
Ana Lopez
+1 555 0100
"), @r#"
        en UTF-8
        headline: Kites rise over the bay
        dateline: {"places":["GANJA"],"date":"--05-03","agency":"GNP"}
        paragraph: Forty clubs flew their kites over the bay on Friday, and nobody minded the rain that came in from the west at noon and stayed until three.
        paragraph: "We sewed all winter," said Bo Lind, who had brought a kite in the shape of a heron. It was the largest kite of the whole meeting, and it took four people to hold it.
        desk: (Eds: pictures follow at five)
        off: e-mail: From: Ana Lopez <ana@example.org>
        off: e-mail: To: desk@example.org
        off: e-mail: Subject: Fwd: Kites rise over the bay
        off: e-mail: Date: Fri, 3 May 2024 18:02:11 +0400
        off: signature: --
        off: signature: Ana Lopez
        off: signature: +1 555 0100
        note: the headline is the subject of the e-mail
        note: 4 broken lines were joined to paragraphs
        note: 4 lines taken off: e-mail
        note: 3 lines taken off: signature
        "#);
}

#[test]
fn a_web_page_with_its_tags() {
    insta::assert_snapshot!(read_shown("\
<div class=\"share\">Share on Facebook</div>
<h1>Kites rise over the bay</h1>
<p class=\"time\">Published: 3 May 2024, 18:02</p>
<p><strong>GANJA (GNP) &mdash;</strong> Forty clubs flew their kites over the bay on Friday, and <em>nobody</em> minded the rain.</p>
<h2>A dry afternoon</h2>
<p>More at <a href=\"https://example.org/kites?id=7&amp;utm_source=mail\">the club&#8217;s page</a>, they said on Friday.</p>
<ul><li>herons</li><li>box kites</li></ul>
<blockquote>The wind does half of the work.</blockquote>
<p>Read more: <a href=\"https://example.org/tide\">The tide comes in an hour early</a></p>
<script>track(\"reader\")</script>
<p>Copyright 2024 GNP. All rights reserved.</p>
"), @r#"
        en UTF-8
        headline: Kites rise over the bay
        dateline: {"places":["GANJA"],"agency":"GNP"}
        paragraph: Forty clubs flew their kites over the bay on Friday, and nobody minded the rain.
        subhead: A dry afternoon
        paragraph: More at the club’s page, they said on Friday.
        list: herons / box kites
        quotation: The wind does half of the work.
        related: The tide comes in an hour early
        off: share line: Share on Facebook
        off: time of the page: Published: 3 May 2024, 18:02
        off: copyright line: Copyright 2024 GNP. All rights reserved.
        note: HTML was left in the text: 33 tags taken off, 2 entities turned into characters
        note: one line taken off: share line
        note: one line taken off: copyright line
        note: one line taken off: time of the page
        "#);
}

#[test]
fn labelled_copy() {
    insta::assert_snapshot!(read_shown("\
EMBARGOED until 6 p.m. on Friday
Headline: Kites rise over the bay
Standfirst: The spring meeting drew more families
Byline: Ana Lopez
Place: Ganja
Date: 3 May 2024
Text:
Forty clubs flew their kites over the bay on Friday, and nobody minded the rain.
MORE TO FOLLOW
"), @r#"
        en UTF-8
        headline: Kites rise over the bay
        deck: The spring meeting drew more families
        byline: Ana Lopez
        dateline: {"places":["Ganja"],"date":"2024-05-03"}
        paragraph: Forty clubs flew their kites over the bay on Friday, and nobody minded the rain.
        embargo: EMBARGOED until 6 p.m. on Friday
        off: label: Headline:
        off: label: Standfirst:
        off: label: Byline:
        off: label: Place:
        off: label: Date:
        off: label: Text:
        note: the copy says that more follows in another take
        note: 6 lines taken off: label
        "#);
}

#[test]
fn a_table_and_a_quotation_set_apart() {
    insta::assert_snapshot!(read_shown("\
Kites rise over the bay

Forty clubs flew their kites over the bay on Friday, and nobody minded the rain.

Club\tKites
Heron\t12
Dragon\t3

The mayor wrote to all of them on Friday night:

    The wind does half of the work, and the children of this town do
    the other half. We thank them all.
    — Mayor Lind

They answered at once, and with a kite of their own above the town hall.

Related stories:
- The tide comes in an hour early
- Herons return to the bay
"), @r"
        en UTF-8
        headline: Kites rise over the bay
        paragraph: Forty clubs flew their kites over the bay on Friday, and nobody minded the rain.
        table: Club / Kites / Heron / 12 / Dragon / 3
        paragraph: The mayor wrote to all of them on Friday night:
        quotation: The wind does half of the work, and the children of this town do the other half. We thank them all. / Mayor Lind
        paragraph: They answered at once, and with a kite of their own above the town hall.
        related: The tide comes in an hour early
        related: Herons return to the bay
        note: one broken line was joined to paragraphs
        note: no dateline was found
        ");
}

#[test]
fn mojibake_and_junk() {
    insta::assert_snapshot!(read_shown("\
\u{feff}Kites rise over the bay\u{200b}

Ganja, 3 May 2024 (GNP): â€œWe sewed all winter,â€\u{9d} said JosÃ© Lind of the agri\u{ad}
culture club, whose cafe\u{301} stands by the bay.
"), @r#"
        en UTF-8
        headline: Kites rise over the bay
        dateline: {"places":["Ganja"],"date":"2024-05-03","agency":"GNP"}
        paragraph: “We sewed all winter,” said José Lind of the agriculture club, whose café stands by the bay.
        note: letters that had been taken for windows-1252 on their way were put right
        note: 2 invisible characters were taken out
        note: one word was parted at a line's end and joined
        "#);
}

#[test]
fn copy_without_anything_around_it() {
    insta::assert_snapshot!(read_shown("Forty clubs flew their kites over the bay on Friday, and nobody minded the rain."), @r"
        en UTF-8
        headline: 
        paragraph: Forty clubs flew their kites over the bay on Friday, and nobody minded the rain.
        note: no headline was found
        note: no dateline was found
        ");
}

#[test]
fn old_charsets_are_read_and_said() {
    use encoding_rs::{GB18030, WINDOWS_1251, WINDOWS_1256};
    for (copy, encoding, lang) in [
        ("Змеи над заливом\n\nБАКУ, 3 мая — ТАСС. Сорок клубов запустили над заливом змеев.\n", WINDOWS_1251, "ru"),
        ("طائرات فوق الخليج\n\nالقاهرة - 3 مايو 2024 (وكالة): أطلق أربعون ناديا طائراتهم.\n", WINDOWS_1256, "ar"),
        ("风筝飞上海湾\n\n新华社北京5月3日电 四十家俱乐部在海湾上空放飞风筝。\n", GB18030, "zh"),
    ] {
        let bytes = encoding.encode(copy).0;
        let reading = read_as(&bytes, Some(lang)).expect("it is copy");
        assert_tiled(&reading, bytes.len());
        assert!(reading.charset.eq_ignore_ascii_case(encoding.name()), "{}", reading.charset);
        assert!(matches!(reading.notes.first(), Some(Note::Charset { .. })));
        assert_eq!(reading.text, read_as(copy.as_bytes(), Some(lang)).expect("it is copy").text);
        // The headline's bytes are those of the headline.
        let headline = reading.pieces.iter().find(|p| p.role == Role::Headline).expect("a headline");
        let words = encoding.decode_without_bom_handling(&bytes[headline.range.clone()]).0;
        assert_eq!(words.trim_end(), reading.text.headline.plain());
    }
}

#[test]
fn what_is_no_copy_is_answered() {
    let answer = |bytes: &[u8]| read_as(bytes, None).expect_err("it is no copy").to_string();
    let answers: Vec<String> = [
        &b""[..],
        b" \r\n\t",
        "\u{feff}\u{200b}".as_bytes(),
        b"%PDF-1.7\n...",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        &[0, 1, 2, 3, 0, 255, 254, 9, 0, 0],
        b"google-site-verification=own0example0token\n",
        "Kites and Tides, a wire for the whole coast\n© GNP. All rights reserved.\n".as_bytes(),
        &vec![b'a'; 50 * 1024 * 1024],
    ]
    .into_iter()
    .map(answer)
    .collect();
    insta::assert_snapshot!(answers.join("\n"), @r"
        the copy is empty: send the words of the story
        the copy is empty: send the words of the story
        there is no copy in it, only what stands around copy (invisible characters): send the words of the story
        this is a PDF, not text: open it, copy its words and send those
        this is a picture (PNG), not text: open it, copy its words and send those
        byte 0 and what follows are text in no charset that is known: send the copy as UTF-8
        there is no copy in it, only what stands around copy (verification token): send the words of the story
        there is no copy in it, only what stands around copy (tagline, copyright line): send the words of the story
        the copy is 52428800 bytes long and 2097152 is the most: send one story at a time, without its pictures
        ");
}

#[test]
fn a_language_nobody_set_up_is_still_copy() {
    let reading =
        read_as("Drachen über der Bucht\n\nVierzig Vereine ließen am Freitag Drachen steigen.\n".as_bytes(), None);
    let reading = reading.expect("it is copy");
    assert_eq!(reading.text.headline.plain(), "Drachen über der Bucht");
    assert_eq!(reading.text.body.len(), 1);
    assert!(!Languages::built_in().tags().any(|tag| *tag == reading.lang), "{}", reading.lang);
}

#[test]
fn the_given_language_holds_and_a_doubt_is_said() {
    let copy =
        "Kites rise over the bay\n\nForty clubs flew their kites over the bay on Friday, and nobody minded the rain.\n";
    let reading = read_as(copy.as_bytes(), Some("fr")).expect("it is copy");
    assert_eq!(reading.lang.as_str(), "fr");
    assert!(reading.notes.iter().any(|note| matches!(note, Note::OtherLanguage { .. })), "{:?}", reading.notes);
}
