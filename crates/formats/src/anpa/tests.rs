use super::*;
use proptest::prelude::*;

const ONE: &[u8] = b"\x16\x16\x01a0123\x1fapv-\r\nu i\x13\x11 bc-Kites 1stLd-Writethru 03-12 0040\r\n\x02^BC-Kites,1st Ld-Writethru<\r\n^Kites rise over the old harbour<\r\n^Eds: Picture to follow.<\r\n^By ANA LOPES<\r\n\tPORTMOUTH (GNP) _ Twelve kites rose over the\r\nharbour on Sunday, the mayor said.\r\n\tThe wind fell at noon and the crowd went home.\r\n\x03GNP-PM-03-12-26 1030GMT\r\n\x04";

#[test]
fn a_message_is_read_whole() {
    let reading = read(ONE, Languages::built_in()).expect("a message");
    let item = &reading.items[0];
    assert!(is(ONE));
    assert_eq!(item.text.headline.plain(), "Kites rise over the old harbour");
    assert_eq!(item.text.byline.as_deref(), Some("ANA LOPES"));
    assert_eq!(&*item.dateline, "PORTMOUTH (GNP)");
    assert_eq!(item.text.body.len(), 2);
    assert_eq!(item.text.body[0].plain(), "Twelve kites rose over the harbour on Sunday, the mayor said.");
    assert_eq!(item.times.this.map(|t| t.to_string()).as_deref(), Some("2026-03-12T10:30:00Z"));
    assert_eq!((&*item.slug, item.urgency.map(Urgency::get)), ("Kites", Some(2)));
    assert_eq!(&*item.parties[0].name, "GNP-PM");
    assert_eq!(item.advisories.len(), 1);
}

#[test]
fn two_messages_and_noise_in_the_eighth_bit() {
    let two = [ONE, ONE].concat();
    assert_eq!(read(&two, Languages::built_in()).expect("messages").items.len(), 2);
    let noisy: Vec<u8> = ONE.iter().map(|b| b | 0x80).collect();
    assert!(is(&noisy));
    let reading = read(&noisy, Languages::built_in()).expect("a message");
    assert_eq!(reading.items[0].text.headline.plain(), "Kites rise over the old harbour");
    assert!(reading.liberties.has(Took::Charset));
}

#[test]
fn a_message_without_the_signs_around_its_text_is_read_and_said() {
    let reading =
        read(b"\x01KITES\x1f1-1\x1fY\r\n\r\nTwelve kites rose over the old harbour.\r\n", Languages::built_in());
    let reading = reading.expect("a message");
    let said: Vec<&str> = reading.liberties.list.iter().map(|liberty| liberty.at.as_str()).collect();
    assert!(said.contains(&"STX") && said.contains(&"ETX"), "{said:?}");
    let text = &reading.items[0].text;
    let words = text.body.iter().map(Block::plain).chain([text.headline.plain()]).collect::<String>();
    assert_eq!(words, "Twelve kites rose over the old harbour.");
}

fn told(text: &str) -> Item {
    let message = format!(
        "\x01a0123\x1fapv-\r\nu i\x13\x11 bc-Kites 03-12 0040\r\n\x02{text}\x03GNP-PM-03-12-26 1030GMT\r\n\x04"
    );
    read(message.as_bytes(), Languages::built_in()).expect("a message").items.remove(0)
}

#[test]
fn the_head_is_what_stands_above_the_first_paragraph() {
    let item = told(
        "BC-Kites\r\nKites rise over the old harbour+\r\n     PORTMOUTH, March 12 GNP - Twelve kites rose\r\nover it.\r\n     The crowd went home.\r\n",
    );
    assert_eq!(item.text.headline.plain(), "Kites rise over the old harbour");
    let body: Vec<String> = item.text.body.iter().map(Block::plain).collect();
    assert_eq!(&*item.dateline, "PORTMOUTH, March 12 GNP -");
    assert_eq!(body, ["Twelve kites rose over it.", "The crowd went home."]);
}

#[test]
fn marked_lines_below_the_head_are_copy_and_numbers_of_pictures_are_for_editors() {
    let item =
        told("^BC-Kites<\r\n^Kites rise<\r\n^GN Photo XGN101, GFX0456<\r\n\tTwelve rose.\r\n^THE WEST<\r\nNone.\r\n");
    let body: Vec<String> = item.text.body.iter().map(Block::plain).collect();
    assert_eq!(body, ["Twelve rose.", "THE WEST", "None."]);
    assert_eq!(item.advisories, ["GN Photo XGN101, GFX0456"].map(Line::new));
    let table = told("^BC-Kites<\r\n^Kites that rose<\r\n^Port;2;3<\r\n^Cape;1;0<\r\n");
    assert_eq!(table.text.headline.plain(), "Kites that rose");
    assert_eq!(table.text.body.iter().map(Block::plain).collect::<Vec<_>>(), ["Port;2;3", "Cape;1;0"]);
    let list = told("^BC-Kites<\r\n^Headlines at noon<\r\n^Kites rise\r\n^The wind falls\r\n");
    assert_eq!(list.text.headline.plain(), "Headlines at noon");
    assert_eq!(list.text.body.len(), 2);
}

proptest! {
    #![proptest_config(crate::trials::cases(96))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(prop_oneof![any::<u8>(), Just(1), Just(2), Just(3), Just(0x1f), Just(b'\n'), Just(b'^')], 0..200)) {
        let _ = read(&bytes, Languages::built_in());
        let _ = is(&bytes);
    }
}

#[test]
fn the_day_may_stand_before_the_month_where_the_dateline_says_so() {
    let tail = |tail: &str| {
        let message = format!(
            "\x01a0123\x1fapv-\r\nu i\x13\x11 bc-Kites\r\n\x02Kites rise+\r\n     PORTMOUTH, March 12 GNP - Twelve kites rose over it.\r\n\x03{tail}\r\n\x04"
        );
        let item = read(message.as_bytes(), Languages::built_in()).expect("a message").items.remove(0);
        (item.times.this.map(|t| t.to_string()), item.parties.first().map(|party| party.name.to_string()))
    };
    let gnp = Some("GNP".to_owned());
    assert_eq!(tail("GNP-21:37-12-03-26"), (Some("2026-03-12T21:37:00Z".into()), gnp.clone()));
    assert_eq!(tail("GNP-03-12-26 2137GMT"), (Some("2026-03-12T21:37:00Z".into()), gnp.clone()));
    assert_eq!(tail("GNP-04-05-26 2137GMT"), (Some("2026-04-05T21:37:00Z".into()), gnp));
}

#[test]
fn the_keyword_is_known_again_with_its_spaces() {
    let message = "\x01a0123\x1fapv-\r\nr a\x13\x11 BC-10KitestoKnow-Today 03-12 0040\r\n\x02^BC-10 Kites to Know-Today,364<\r\n^10 kites to know<\r\n^Among them: one is red; one is blue; one fell; nobody knows why it did<\r\n^Eds: With pictures.<\r\n\tPORTMOUTH (GNP) _ Twelve kites rose.\r\n\x03GNP-03-12-26 1030GMT\r\n\x04";
    let item = read(message.as_bytes(), Languages::built_in()).expect("a message").items.remove(0);
    assert_eq!(item.text.headline.plain(), "10 kites to know");
    assert_eq!(item.advisories.len(), 1);
    assert_eq!(item.text.body.len(), 1, "{:?}", item.text.body);
}
