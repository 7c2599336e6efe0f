//! What holds for any input.

use super::*;
use proptest::prelude::*;

/// Lines of every kind that the reader knows, and some that it does not.
fn line() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Kites rise over the bay",
        "By Ana Lopez",
        "Ganja, 3 May 2024 (GNP): Kites rose over the bay on Sunday, and nobody minded the rain.",
        "لاہور (نیوز ڈیسک) پتنگیں اڑنے لگیں۔",
        "新华社北京5月3日电（记者 王五）风筝升起来了。",
        "Also read: The tide comes in",
        "google-site-verification=abcdefgh",
        "<p>It <b>rose</b> &amp; <a href=\"https://example.org/?utm_source=x\">fell</a>.</p>",
        "- one",
        "- two",
        "a\tb\tc",
        "> It rose.",
        "— Ana Lopez",
        "-- ",
        "From: a",
        "Subject: Kites",
        "Headline: Kites",
        "ENDS",
        "(Eds: hold)",
        "EMBARGO: Monday",
        "## Rain",
        "It rose.\u{ad}",
        "\u{200b}\u{feff}",
        "cafÃ© â€œquietâ€",
        "© GNP, all rights reserved",
        "---",
        "| a | b |",
        "",
        "",
    ])
    .prop_map(str::to_owned);
    prop_oneof![4 => known, 1 => "\\PC{0,60}", 1 => ".{0,20}", 1 => "[a-zа-яا-ی一-十 .,:;()<>&#>-]{0,90}"]
}

fn copy() -> impl Strategy<Value = String> {
    (prop::collection::vec(line(), 0..14), prop::sample::select(vec!["\n", "\r\n", "\n\n", "\r"]))
        .prop_map(|(lines, end)| lines.join(end))
}

/// What must hold for whatever was read.
fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(reading) = read_as(bytes, None) else { return Ok(()) };
    assert_tiled(&reading, bytes.len());
    prop_assert_eq!(reading.text.clone().tidy(), reading.text.clone());
    prop_assert!(reading.text.fits().is_ok());
    let blocks = reading.text.body.len();
    let mut named: Vec<usize> =
        reading.pieces.iter().filter_map(|p| if let Role::Body(n) = p.role { Some(n) } else { None }).collect();
    prop_assert!(named.is_sorted());
    named.dedup();
    prop_assert_eq!(named, (0..blocks).collect::<Vec<_>>(), "every block has its bytes");
    prop_assert!(serde_json::to_string(&reading).is_ok());
    Ok(())
}

proptest! {
    #![proptest_config(crate::trials::cases(400))]

    #[test]
    fn any_copy_is_tiled(text in copy()) {
        check(text.as_bytes())?;
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check(&bytes)?;
    }

    #[test]
    fn copy_in_any_charset_is_tiled(text in copy(), which in 0..6usize) {
        use encoding_rs::{GB18030, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256};
        let bytes: Vec<u8> = match which {
            0 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            1 => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            2 => GB18030.encode(&text).0.into_owned(),
            3 => WINDOWS_1251.encode(&text).0.into_owned(),
            4 => WINDOWS_1252.encode(&text).0.into_owned(),
            _ => WINDOWS_1256.encode(&text).0.into_owned(),
        };
        check(&bytes)?;
    }

    #[test]
    fn copy_with_a_byte_damaged_is_tiled(text in copy(), at: prop::sample::Index, b: u8) {
        let mut bytes = text.into_bytes();
        if !bytes.is_empty() {
            let at = at.index(bytes.len());
            bytes[at] = b;
        }
        check(&bytes)?;
    }
}
