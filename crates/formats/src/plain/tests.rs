use super::*;
use proptest::prelude::*;
use story::Inline;

#[test]
fn a_story_goes_out_as_a_newspaper_wants_it_and_comes_in_again() {
    let languages = Languages::built_in();
    let text = copy::read(
        b"Kites rise over the old harbour\n\nBy Ana Lopes\n\nPORTMOUTH, 12 March 2026 (GNP) - Twelve kites rose over the harbour on Sunday, the mayor said.\n\nThe wind fell at noon and the crowd went home. The fair opens again on Monday.\n",
        &House { languages, lang: None, taglines: &[], agency: "GNP" },
    )
    .expect("copy")
    .text;
    let item = Item {
        lang: "en".parse().ok(),
        act: Some(Kind::Correction),
        notice: story::Line::new("there were twelve kites, not twenty"),
        advisories: vec![story::Line::new("picture to follow")],
        text,
        ..Item::default()
    };
    let written = write(&item, languages);
    let read = read(written.text.as_bytes(), languages).expect("copy");
    let again = &read.items[0];
    assert_eq!(again.act, item.act, "{}", written.text);
    assert_eq!(again.notice, item.notice);
    assert_eq!(again.text, item.text, "{}", written.text);
    assert!(again.advisories.iter().any(|note| note.contains("picture to follow")), "{:?}", again.advisories);
    assert!(again.text.headline != Inline::default());
}

proptest! {
    #![proptest_config(crate::trials::cases(64))]

    #[test]
    fn any_item_is_written_and_what_was_written_is_read(item in story::item::arbitrary::item()) {
        let written = write(&item, Languages::built_in());
        let _ = read(written.text.as_bytes(), Languages::built_in());
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes, Languages::built_in());
    }
}

#[test]
fn the_frame_of_an_old_wire_is_no_copy() {
    let copy = b"ZCZC RX\r\nKites rise over the harbour\r\n\r\nTwelve kites rose over the old harbour on Wednesday.\r\nNNNN\r\n";
    let reading = read(copy, Languages::built_in()).expect("copy");
    let text = &reading.items[0].text;
    assert_eq!(text.headline.plain(), "Kites rise over the harbour");
    assert_eq!(text.body.len(), 1);
    assert!(reading.liberties.has(Took::LeftOut));
}

#[test]
fn lines_that_say_by_a_sign_what_they_are_are_no_copy() {
    let body = "Twelve kites rose over the old harbour on Wednesday, the mayor said, and stayed there.\r\n\r\nNobody was hurt.\r\nNNNN\r\n";
    let read = |head: &str| {
        let copy = format!("ZCZC GNP\r\n{head}{body}");
        let reading = read(copy.as_bytes(), Languages::built_in()).expect("copy");
        assert!(reading.liberties.has(Took::Form));
        reading.items.into_iter().next().expect("an item")
    };
    let item = read(
        "%A\r\n#Kites_BC1\r\n$Kites rise over the harbour \r\n\r\n:(PORTMOUTH)\r\n&GNP\\lopesa\r\n*07000000\r\n@East\r\n",
    );
    assert_eq!(item.text.headline.plain(), "Kites rise over the harbour");
    assert_eq!((&*item.slug, item.text.body.len()), ("Kites_BC1", 2));
    assert_eq!(item.concepts.first().map(|subject| &*subject.code), Some("subj:07000000"));
    let kept: Vec<(&str, &str)> = item.kept.iter().map(|kept| (&*kept.at, kept.raw.as_ref())).collect();
    assert_eq!(kept, [("%", "A"), (":", "(PORTMOUTH)"), ("&", "GNP\\lopesa"), ("@", "East")]);
    let item = read(
        "$T\r\n:Kites\r\n=Round 2\r\n^KITES: Twelve rise\r\n*X\r\n+15084000\r\nPORTMOUTH, March 3 GNP - A preview.\r\n\r\n",
    );
    assert_eq!(item.text.headline.plain(), "KITES: Twelve rise");
    assert!(item.text.dateline.is_some() && item.text.plain().contains("A preview."), "{:?}", item.text);
}

#[test]
fn selectors_below_the_frame_are_no_headline_and_bullets_are_copy() {
    let copy = "ZCZC GNP000\r\nYY TDR NC(ATD)\r\nKites rise over the harbour\r\n\r\n* Twelve kites rose on Wednesday.\r\n* Nobody was hurt.\r\n\r\nNNNN";
    let item = read(copy.as_bytes(), Languages::built_in()).expect("copy").items.remove(0);
    assert_eq!(item.text.headline.plain(), "Kites rise over the harbour");
    assert!(matches!(item.text.body.as_slice(), [story::Block::List(_)]), "{:?}", item.text.body);
}
