use super::{blocks, one};
use base64::Engine;
use encoding_rs::Encoding;
use std::fmt::Write;

/// Two invented paragraphs in each language of the house, and the charsets that their letters stand in.
const COPY: [(&str, &str, &str, &[&str]); 7] = [
    (
        "en",
        "Ten boats were counted on the first day of an invented regatta at Cape Aldis, the harbour said on Sunday.",
        "“Nobody was late”, said the keeper of the lighthouse – and the wind fell at noon.",
        &["utf-8", "windows-1252"],
    ),
    (
        "ur",
        "بندرگاہ پر اتوار کو بارہ پتنگیں اڑائی گئیں اور منتظمین نے بتایا کہ میلہ کل بھی جاری رہے گا۔",
        "دوپہر کو ہوا تھم گئی اور لوگ اپنے گھروں کو لوٹ گئے، منتظمین نے کہا۔",
        &["utf-8"],
    ),
    (
        "ar",
        "حلقت اثنتا عشرة طائرة ورقية فوق الميناء القديم يوم الأحد، وقال المنظمون إن المهرجان مستمر.",
        "هدأت الرياح عند الظهر وعاد الزوار إلى بيوتهم، بحسب المنظمين.",
        &["utf-8", "windows-1256", "iso-8859-6"],
    ),
    (
        "zh",
        "十二只风筝周日在旧港上空飞起，主办方说，活动将持续到周一，届时还会有新的表演。",
        "中午风停了，观众陆续回家，没有人迟到，港务局的工作人员这样说。",
        &["utf-8", "gb18030", "gb2312", "gbk"],
    ),
    (
        "es",
        "Diez barcas participaron el domingo en una regata inventada en Cabo Aldis, según la organización.",
        "El viento cesó a mediodía y nadie llegó tarde: «Fue una mañana tranquila», dijo el farero.",
        &["utf-8", "iso-8859-1", "windows-1252"],
    ),
    (
        "fr",
        "Dix bateaux ont été comptés dimanche lors d’une régate inventée au cap Aldis, a indiqué le port.",
        "Le vent est tombé à midi et personne n’est arrivé en retard, selon l’organisation de l’été.",
        &["utf-8", "windows-1252"],
    ),
    (
        "ru",
        "Двенадцать воздушных змеев поднялись в воскресенье над старой гаванью, сообщили организаторы праздника.",
        "К полудню ветер стих, и зрители разошлись по домам, никто не опоздал.",
        &["utf-8", "windows-1251", "koi8-r", "iso-8859-5", "x-mac-cyrillic"],
    ),
];

/// Bytes in one of the ways in which they travel, lines of at most 76 signs.
fn travelling(bytes: &[u8], way: &str) -> Vec<u8> {
    match way {
        "base64" => {
            let coded = base64::engine::general_purpose::STANDARD.encode(bytes);
            coded.as_bytes().chunks(76).collect::<Vec<_>>().join(&b"\r\n"[..])
        }
        "quoted-printable" => {
            let mut out = String::new();
            let mut column = 0;
            for b in bytes {
                if *b == b'\n' {
                    out.push_str("\r\n");
                    column = 0;
                    continue;
                }
                if column > 70 {
                    out.push_str("=\r\n");
                    column = 0;
                }
                if b.is_ascii_graphic() && *b != b'=' || *b == b' ' {
                    out.push(char::from(*b));
                    column += 1;
                } else {
                    write!(out, "={b:02X}").expect("memory");
                    column += 3;
                }
            }
            out.into_bytes()
        }
        _ => bytes.to_vec(),
    }
}

fn letter(words: &str, label: &str, way: &str) -> Vec<u8> {
    let encoding = Encoding::for_label(label.as_bytes()).expect("a charset");
    let (bytes, _, lost) = encoding.encode(words);
    assert!(!lost, "{label} has no place for {words}");
    let head = format!(
        "From: Ana <ana@news.example>\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset={label}\r\n\
         Content-Transfer-Encoding: {way}\r\n\r\n"
    );
    [head.as_bytes(), &travelling(&bytes, way)].concat()
}

#[test]
fn words_come_back_in_every_language_charset_and_way_of_travelling() {
    for (lang, first, second, labels) in COPY {
        for label in labels {
            for way in ["8bit", "base64", "quoted-printable"] {
                // What a charset has no sign for is not written in it.
                let encoding = Encoding::for_label(label.as_bytes()).expect("a charset");
                let fit = |words: &str| {
                    let has = |c: &char| !encoding.encode(c.encode_utf8(&mut [0; 4])).2;
                    words.chars().filter(has).collect::<String>()
                };
                let (first, second) = (fit(first), fit(second));
                let item = one(letter(&format!("{first}\n\n{second}\n"), label, way));
                let at = format!("{lang} {label} {way}");
                assert_eq!(item.lang.as_ref().map(|l| l.as_str()), Some(lang), "{at}");
                let text = item.text.plain();
                let squeezed = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
                assert_eq!(squeezed(&text), squeezed(&format!("{first} {second}")), "{at}");
            }
        }
    }
}

#[test]
fn japanese_mail_is_read_in_its_seven_bits() {
    let words = "日曜日、古い港の上空に十二の凧が上がった。\n\n正午には風がやみ、観客は家に帰った。\n";
    let item = one(letter(words, "iso-2022-jp", "7bit"));
    assert_eq!(blocks(&item).concat(), words.replace('\n', ""));
}

#[test]
fn a_charset_that_is_wrong_or_unknown_is_found() {
    for (lang, first, second, labels) in COPY {
        for label in
            labels.iter().filter(|label| !label.starts_with("iso") && !label.starts_with("x-") && **label != "koi8-r")
        {
            let words = format!("{first}\n\n{second}\n");
            for said in ["x-unknown", "us-ascii", ""] {
                let bytes = letter(&words, label, "8bit");
                let told = format!("charset={label}");
                let at = bytes.windows(told.len()).position(|w| w == told.as_bytes()).expect("there");
                let said_so = if said.is_empty() { String::new() } else { format!("charset={said}") };
                let bytes = [&bytes[..at], said_so.as_bytes(), &bytes[at + told.len()..]].concat();
                let item = one(&bytes);
                assert!(item.text.plain().contains(first), "{lang} {label} as {said}: {}", item.text.plain());
            }
        }
    }
    let wrong = letter("Двенадцать воздушных змеев поднялись над старой гаванью.\n", "utf-8", "8bit");
    let wrong = String::from_utf8(wrong).expect("UTF-8").replace("charset=utf-8", "charset=windows-1251");
    assert!(one(wrong).text.plain().contains("Двенадцать воздушных змеев"));
}
