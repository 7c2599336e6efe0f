//! What is left in the copy.

use super::{entities::entities, find, links::tracking, tokens::tokens};
use crate::{
    Copy, Finding, HouseStyle, Level, Material, Part,
    copy::{Aside, Off},
    lines,
};
use lang::Languages;
use proptest::prelude::*;

fn found(lang: &str, body: &str, asides: &[Aside]) -> Vec<Finding> {
    let languages = Languages::built_in();
    let profile = languages.profile(&lang.parse().expect("a tag"));
    let (text, style) = (lines::text("", body), HouseStyle::default());
    let material = Material { text: &text, profile: &profile, languages, date: None, asides, style: &style };
    let mut findings = Vec::new();
    find(&Copy::new(&material), &mut findings);
    findings
}

#[test]
fn tokens_with_their_values() {
    for (text, token) in [
        ("google-site-verification=own0page0token0Kq7_vD2", Some("google-site-verification=own0page0token0Kq7_vD2")),
        ("end. google-site-verification: google0a1b2c.html", Some("google-site-verification: google0a1b2c.html")),
        (
            "<meta name=\"yandex-verification\" content=\"0123abcd\" />x",
            Some("<meta name=\"yandex-verification\" content=\"0123abcd\" />"),
        ),
        ("the google-site-verification of a page", None),
        ("google-site-verification: what is it?", None),
        ("msvalidate.01 0A1B2C3D4E5F60718293A4B5C6D7E8F9", Some("msvalidate.01 0A1B2C3D4E5F60718293A4B5C6D7E8F9")),
        ("the msvalidate.01 element of a page", None),
        ("x-verification_0a1b2c3d4e5f", None),
        ("桥。ab12cd34ef56ab78cd90ef12ab34cd56", Some("ab12cd34ef56ab78cd90ef12ab34cd56")),
        ("Kq7_vD2own0page0Token0Kq7_vD2OWNpage0TOKEN", Some("Kq7_vD2own0page0Token0Kq7_vD2OWNpage0TOKEN")),
        ("see https://example.org/ab12cd34ef56ab78cd90ef12ab34cd56", None),
        ("MD5: ab12cd34ef56ab78cd90ef12ab34cd56", None),
        ("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", None),
        ("the number 31415926535897932384626433832795028841971", None),
        ("#AHarbourFestivalForEverybodyInTheTown2018", None),
    ] {
        assert_eq!(tokens(text).first().and_then(|at| text.get(at.clone())), token, "{text}");
    }
}

#[test]
fn entities_with_what_they_stand_for() {
    for (text, becomes) in [
        ("a &amp; b", Some("&")),
        ("a &#8217; b", Some("’")),
        ("a &#x2019; b", Some("’")),
        ("a&nbsp;b", Some("\u{a0}")),
        ("it\\u2019s", Some("’")),
    ] {
        let all = entities(text);
        assert_eq!(all.iter().map(|entity| entity.becomes.as_deref()).collect::<Vec<_>>(), [becomes], "{text}");
    }
    for text in ["<br>", "x</p>", "<a href=\"x\">", "<!-- x -->", "[caption id=\"1\"]", "[/caption]", "<BR/>"] {
        assert_eq!(entities(text).len(), 1, "{text}");
    }
    for text in ["R&D; x", "a < b > c", "<b or c>", "&", "AT&T;", "[caption]", "C:\\users", "x &c; y", "[sic]"] {
        assert_eq!(entities(text), [], "{text}");
    }
}

#[test]
fn links_that_count() {
    let text = "See https://example.org/a?x=1&utm_source=b, http://example.org/c and https://wa.me/?text=z.";
    let all: Vec<&str> = tracking(text).into_iter().filter_map(|at| text.get(at)).collect();
    assert_eq!(all, ["https://example.org/a?x=1&utm_source=b", "https://wa.me/?text=z"]);
}

#[test]
fn notes_and_pointers_in_seven_languages() {
    for (lang, body, kind) in [
        ("en", "Boats wait (Eds: check).", "desk"),
        ("ur", "نوٹ برائے ڈیسک: نام دیکھ لیں۔", "desk"),
        ("ur", "پل کھل گیا۔ یہ بھی پڑھیں: کشتی رک گئی۔", "also"),
        ("ar", "افتتح الجسر. اقرأ أيضا: توقفت العبارة.", "also"),
        ("zh", "大桥通行。相关阅读：渡轮停航。", "also"),
        ("es", "Abre el puente. Lea también: Para el ferri.", "also"),
        ("fr", "Le pont ouvre. À lire aussi\u{a0}: Le bac ferme.", "also"),
        ("ru", "Мост открыт. Читайте также: Паром стоит.", "also"),
    ] {
        let kinds: Vec<_> = found(lang, body, &[]).into_iter().map(|finding| finding.kind.into_owned()).collect();
        assert_eq!(kinds, [kind], "{lang}: {body}");
    }
}

#[test]
fn what_was_taken_off_is_named_with_all_its_places() {
    let aside = |what, at| Aside { what, at, words: "x".into() };
    let asides =
        [aside(Off::Token, 0..9), aside(Off::Markup, 20..24), aside(Off::Token, 90..99), aside(Off::Other, 1..2)];
    let all = found("en", "Boats wait.", &asides);
    assert_eq!(
        all.iter().map(|f| (f.kind.as_ref(), f.level, f.places.len())).collect::<Vec<_>>(),
        [("token", Level::Warn, 2), ("entity", Level::Note, 1)]
    );
    assert!(all.iter().flat_map(|finding| &finding.places).all(|place| place.part == Part::Input));
}

proptest! {
    #[test]
    fn any_text_is_read(body in "\\PC{0,60}|[<>&;#x0-9a-z=\"\\[\\]/:?é€™Ã ]{0,60}") {
        found("en", &body, &[]);
        tokens(&format!("google-site-verification{body}"));
        entities(&body);
        tracking(&format!("{body}://{body}"));
    }
}
