use super::*;
use crate::{Took, head};
use proptest::prelude::*;
use story::item::Status;
use story::{Kind, Line};

fn shared() -> Option<std::path::PathBuf> {
    let named = std::env::var_os("DATELINE_SHARED").map(std::path::PathBuf::from)?;
    named.is_dir().then_some(named)
}

fn even(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_header_tells_a_message_that_lost_its_signs_and_a_word_of_another_wire_does_not() {
    for message in [
        "xyz0042 4 pl 120  rx 0042\n\n/Kites/Port/\nKites rise over the harbour\nBy Ana Lopez  =\n\nPorto (rx) - Twelve.\n",
        "ZCZC xyz0042 4 pl 120 rx\nKites rise  =\n\nPorto (rx) - Twelve.\n",
        "\r\nZCZC\r\nxyz0042 4 pl 120 rx\nKites rise  =\n",
    ] {
        assert!(is(message.as_bytes()), "{message}");
    }
    for other in ["ZCZC RX\r\n%A\r\n#Kites_1\r\n", "ZCZC ABC000\nYY DEF\nKites\n", "ZCZC\n#Kites\n", "Porto 4 pl\n", ""]
    {
        assert!(!is(other.as_bytes()), "{other}");
    }
    let bare = "xyz0042 4 pl 120  rx 0042\n\n/Kites/Port/\n2ND LEAD\nKites rise over the harbour  =\n\nPorto (rx) - Twelve of them rose.\n";
    let reading = read(bare.as_bytes(), Languages::built_in()).expect("a message");
    let item = &reading.items[0];
    assert_eq!(item.text.headline.plain(), "Kites rise over the harbour");
    assert_eq!((item.urgency.map(|u| u.get()), &*item.slug), (Some(4), "Kites/Port"));
    assert_eq!((item.act, item.advisories.as_slice()), (Some(Kind::Update), ["2ND LEAD"].map(Line::new).as_slice()));
}

/// The messages of a German agency against the JSON that they were made from.
#[test]
fn messages_say_what_their_source_says() {
    let Some(shared) = shared() else {
        eprintln!("skipped: DATELINE_SHARED names no folder");
        return;
    };
    let folder = shared.join("standards/dpa-iptc7901");
    let mut count = 0;
    for entry in std::fs::read_dir(folder.join("output")).expect("a folder").flatten() {
        let bytes = std::fs::read(entry.path()).expect("a message");
        let name = entry.path().file_stem().expect("a name").to_string_lossy().into_owned();
        let json = std::fs::read(folder.join("input").join(format!("{name}.json"))).expect("its source");
        let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
        let reading = read(&bytes, Languages::built_in()).expect("a message");
        let item = &reading.items[0];
        let said = |key: &str| even(json[key].as_str().unwrap_or_default());
        assert_eq!(even(&item.text.headline.plain()), said("headline"), "{name}");
        assert_eq!(item.text.byline.as_deref().unwrap_or_default(), said("byline"), "{name}");
        assert_eq!(even(&item.text.deck.as_ref().map(|d| d.plain()).unwrap_or_default()), said("teaser"), "{name}");
        assert_eq!(&*item.dateline, said("dateline"), "{name}");
        assert_eq!(item.lang.as_ref().map(Tag::as_str), json["language"].as_str(), "{name}");
        let html = crate::html::read(json["article_html"].as_str().unwrap_or_default());
        let words = |text: &story::Text| {
            let mut all: Vec<String> = text
                .body
                .iter()
                .flat_map(|b| b.plain().split_whitespace().map(str::to_owned).collect::<Vec<_>>())
                .collect();
            all.retain(|word| word.contains(char::is_alphanumeric));
            all
        };
        assert_eq!(words(&item.text), words(&html), "{name}");
        let correction = json["signal"].as_str() == Some("sig:correction");
        assert_eq!(item.act, correction.then_some(Kind::Correction), "{name}");
        assert_eq!(item.status, Status::Usable);
        // The clock in the file is the agency's own: the figures are those of the source with its difference to UTC.
        let said = json["version_created"].as_str().expect("a time");
        let local = said.parse::<jiff::civil::DateTime>().expect("a clock");
        let at = said.parse::<jiff::Timestamp>().expect("a time");
        let difference = jiff::tz::Offset::UTC.to_datetime(at).duration_until(local);
        let tail = String::from_utf8_lossy(bytes.rsplit(|b| *b == 3).next().unwrap_or_default()).into_owned();
        let group = tail.split_whitespace().next().unwrap_or_default().to_owned();
        assert_eq!(group, local.strftime("%d%H%M").to_string(), "{name}");
        let this = item.times.this.map(|when| when.at()).expect("a time");
        let read = jiff::tz::Offset::UTC.to_datetime(this).checked_add(difference).expect("a clock");
        assert_eq!(read, local.with().second(0).subsec_nanosecond(0).build().expect("a clock"), "{name}");
        assert!(reading.liberties.list.iter().any(|l| l.took == Took::Assumed && l.at == "date"), "{name}");
        count += 1;
    }
    assert!(count > 0);
}

/// No file of the standards makes the reader stumble.
#[test]
fn no_file_makes_it_stumble() {
    let Some(shared) = shared() else {
        eprintln!("skipped: DATELINE_SHARED names no folder");
        return;
    };
    let mut folders = vec![shared.join("standards")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(bytes) = std::fs::read(&path)
                && (bytes.len() <= 200_000 || !cfg!(debug_assertions))
            {
                let _ = read(&bytes, Languages::built_in());
                let _ = crate::anpa::read(&bytes, Languages::built_in());
            }
        }
    }
}

fn sample() -> Item {
    let paragraph = |text: &str| story::Block::Paragraph(text.into());
    Item {
        lang: "en".parse().ok(),
        services: vec![Line::new("dat")],
        urgency: 3u8.try_into().ok(),
        act: Some(Kind::Correction),
        notice: Line::new("there were twelve kites over the harbour on Sunday and not twenty as this story said"),
        times: story::item::Times {
            this: "2026-11-22T10:31:00Z".parse().ok(),
            embargo: "2026-11-22T11:00:00Z".parse().ok(),
            ..Default::default()
        },
        keywords: vec![Line::new("kites"), Line::new("harbour")],
        slug: Line::new("kites/harbour"),
        advisories: vec![Line::new("picture to follow"), Line::new("next story at noon")],
        dateline: Line::new("PORTMOUTH (GNP) -"),
        text: story::Text {
            headline: "Kites rise over the old harbour and stay there for the whole of a long afternoon".into(),
            byline: Some(Line::new("Ana Lopes")),
            body: vec![
                paragraph("Twelve kites rose over the harbour on Sunday, the mayor said, and the crowd stayed."),
                story::Block::Subhead("Wind and rain".into()),
                paragraph("The wind fell at noon and the crowd went home. The fair opens again on Monday."),
            ],
            ..Default::default()
        },
        ..Item::default()
    }
}

#[test]
fn a_message_is_written_and_read_back() {
    let item = sample();
    let written = write(&item, Languages::built_in());
    assert!(written.text.lines().all(|line| line.chars().count() <= WIDTH + 1), "{}", written.text);
    assert!(is(written.text.as_bytes()));
    let read = read(written.text.as_bytes(), Languages::built_in()).expect("a message");
    assert_eq!(read.items, [item], "{}", written.text);
}

#[test]
fn habits_of_other_agencies_are_read() {
    let latin = b"\x01eco0123 2 I 40  EFE 0007\r\nAYUNTAMIENTO/\r\n\x02(Correcci\xf3n: el a\xf1o es 1997)\r\nLa feria abre ma\xf1ana =\r\n\r\nPuerto (EFE) - La feria de oto\xf1o abre ma\xf1ana en la plaza del ayuntamiento, dijo la alcaldesa.\r\n\x03221131 GMT nov 26\r\n\x04\x01eco0124 4 I 9  EFE 0008\r\n\x02ANULACI\xd3N\r\n =\r\n\r\n\x03221140 GMT nov 26\r\n";
    let reading = read(latin, Languages::built_in()).expect("messages");
    assert_eq!(reading.items.len(), 2);
    let item = &reading.items[0];
    assert_eq!((item.act, &*item.notice), (Some(Kind::Correction), "el año es 1997"));
    assert_eq!(item.text.headline.plain(), "La feria abre mañana");
    assert_eq!(item.times.this.map(|t| t.to_string()).as_deref(), Some("2026-11-22T11:31:00Z"));
    assert!(reading.liberties.has(Took::Charset));
    let national = b"\x01dat0001 4 pl 20  dpa 0001\r\n\x02B}rger w{hlen im Fr}hjahr =\r\n\r\nM}nchen (dpa) - Die B}rger der Stadt w{hlen im Fr}hjahr einen neuen Rat, sagte der B}rgermeister.\r\n\x03251100 Sep 24\r\n";
    let reading = read(national, Languages::built_in()).expect("a message");
    assert_eq!(reading.items[0].text.headline.plain(), "Bürger wählen im Frühjahr");
    assert!(reading.liberties.has(Took::Assumed));
}

#[test]
fn nothing_is_made_up_of_half_a_date() {
    let reading =
        read(b"\x01dat0001 4 pl 20  xyz\n\x02Kites rise =\n\nThey rose.\n\x03251100\n", Languages::built_in());
    let reading = reading.expect("a message");
    assert_eq!(reading.items[0].times.this, None);
    assert!(reading.liberties.has(Took::LeftOut));
}

/// What stands between signs that are no letters and no figures.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Every word of an item, in the order in which it is printed, is read back, but for what is said to be left out.
fn all_words_come_back(item: &Item) -> Result<(), TestCaseError> {
    // Notices stand in brackets of their own: where one of them opens another, nobody can tell where it ends.
    let brackets = |words: &str| words.contains(['(', ')', '（', '）']);
    prop_assume!(!brackets(&item.notice) && !item.advisories.iter().any(|note| brackets(note)));
    let written = write(item, Languages::built_in());
    let reading = read(written.text.as_bytes(), Languages::built_in()).expect("a message");
    let again = &reading.items[0];
    let mut asked = words(&item.text.headline.plain());
    // The word that opens a byline (`By`) is the writer's to set and is no part of the name.
    let opening = |byline: &str| crate::copy::byline_opening(byline, Languages::built_in()).unwrap_or(0);
    asked.extend(item.text.byline.iter().flat_map(|byline| words(&byline[opening(byline)..])));
    asked.extend(item.text.deck.iter().flat_map(|deck| words(&deck.plain())));
    let profile = head::profile(item, Languages::built_in());
    asked.extend(words(&head::dateline(item, &profile).unwrap_or_default()));
    for block in &item.text.body {
        match block {
            story::Block::Figure(_) => assert!(written.left_out.iter().any(|m| m == "text/body/figure")),
            block => asked.extend(words(&block.plain())),
        }
    }
    let mut found = words(&again.text.headline.plain());
    found.extend(again.headlines.iter().flat_map(|headline| words(&headline.words.plain())));
    found.extend(again.text.byline.iter().flat_map(|byline| words(byline)));
    found.extend(again.text.deck.iter().flat_map(|deck| words(&deck.plain())));
    found.extend(words(&again.dateline));
    found.extend(again.text.body.iter().flat_map(|block| words(&block.plain())));
    found.extend(again.advisories.iter().flat_map(|note| words(note)));
    found.extend(again.kept.iter().flat_map(|kept| words(&kept.raw)));
    let mut rest = found.iter();
    for word in &asked {
        prop_assert!(rest.any(|known| known == word), "{word:?} of {asked:?} in {found:?}: {}", written.text);
    }
    Ok(())
}

/// Chinese, with figures and names in other letters between.
fn copy_without_spaces() -> impl Strategy<Value = story::Text> {
    let sentence =
        "([一-龥]{1,12}(，|、|：|“|”|[A-Z][a-z]{1,8}|[0-9]{1,5}|( [A-Z][a-z]{2,8}){2} )?){1,8}[一-龥]{1,4}。";
    (sentence, proptest::collection::vec(proptest::collection::vec(sentence, 1..4), 1..4)).prop_map(
        |(headline, body)| {
            let paragraph =
                |sentences: Vec<String>| story::Block::Paragraph(story::Inline::plain_text(sentences.concat()));
            story::Text {
                headline: story::Inline::plain_text(headline.trim_end_matches('。')),
                body: body.into_iter().map(paragraph).collect(),
                ..story::Text::default()
            }
            .tidy()
        },
    )
}

proptest! {
    #![proptest_config(crate::trials::cases(96))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(prop_oneof![any::<u8>(), Just(1), Just(2), Just(3), Just(b' '), Just(b'\n'), Just(b'(')], 0..200)) {
        let _ = read(&bytes, Languages::built_in());
    }

    #[test]
    fn no_word_is_lost(item in story::item::arbitrary::item()) {
        all_words_come_back(&item)?;
    }

    #[test]
    fn no_word_is_lost_and_no_space_found_where_words_have_none(text in copy_without_spaces()) {
        let item = Item { text, lang: "zh".parse().ok(), ..Item::default() };
        all_words_come_back(&item)?;
    }

    #[test]
    fn any_item_is_written_and_keeps_its_status(item in story::item::arbitrary::item()) {
        let written = write(&item, Languages::built_in());
        let reading = read(written.text.as_bytes(), Languages::built_in()).expect("a message");
        let again = &reading.items[0];
        prop_assert_eq!(crate::plain::status::act(again), crate::plain::status::act(&item), "{}", written.text);
    }
}

/// A message of another agency, with the date group that it ends in.
fn message(head: &str, body: &str, tail: &str) -> crate::Reading {
    let bytes = format!("\x01abc025 3 pl 121   xyz 967\r\n\r\nPeru\r\n\r\n\x02{head} =\r\n\r\n{body}\r\n{tail}");
    read(bytes.as_bytes(), Languages::built_in()).expect("a message")
}

#[test]
fn rubrics_and_words_of_the_trade_above_a_headline_are_not_it() {
    let item = message("Background \r\nPeru: \r\nKites: a long day over the harbour (mayor)", "They rose.", "")
        .items
        .remove(0);
    assert_eq!(item.text.headline.plain(), "Kites: a long day over the harbour (mayor)");
    assert!(item.kept.iter().any(|kept| kept.raw == "Background") && item.headlines.is_empty());
    let item =
        message("REFILE\r\n1ST LEAD\r\nKites rise over the harbour\r\nBy Ana Lopes", "They rose.", "").items.remove(0);
    assert_eq!(item.text.headline.plain(), "Kites rise over the harbour");
    assert_eq!((item.act, item.advisories.len()), (Some(Kind::Update), 2));
    let item = message("IMPRESSUM\r\nBy Ana Lopes", "They rose.", "").items.remove(0);
    assert_eq!(item.text.headline.plain(), "IMPRESSUM");
}

#[test]
fn lines_that_others_broke_are_one_paragraph() {
    let body = "   Paris (xyz) Le vent qui a soufflé tout le jour a porté les \r\n«cerfs-volants» au-dessus du vieux port, a dit dimanche \r\nle maire. La fête a repris.\r\n \r\nDe son côté, la gardienne du phare n'a rien vu.\r\n";
    let item = message("Les cerfs-volants montent", body, "").items.remove(0);
    assert_eq!(item.text.body.len(), 2);
    assert!(item.text.body.iter().all(|block| !block.plain().contains('\n')), "{:?}", item.text.body);
}

#[test]
fn a_date_group_that_lost_its_etx_is_the_time() {
    let item =
        message("Kites rise", "Twelve kites rose over the harbour.\r\n\r\n", "221131 GMT nov 26\r\n").items.remove(0);
    assert_eq!(item.times.this.map(|at| at.to_string()).as_deref(), Some("2026-11-22T11:31:00Z"));
    assert_eq!(item.text.body.len(), 1);
}
