//! Marks in seven languages.

use super::find;
use crate::{Copy, Finding, HouseStyle, Level, Material, lines};
use lang::Languages;

fn found(lang: &str, body: &str) -> Vec<Finding> {
    let languages = Languages::built_in();
    let profile = languages.profile(&lang.parse().expect("a tag"));
    let (text, style) = (lines::text("", body), HouseStyle::default());
    let material = Material { text: &text, profile: &profile, languages, date: None, asides: &[], style: &style };
    let mut findings = Vec::new();
    find(&Copy::new(&material), &mut findings);
    findings
}

fn places(lang: &str, body: &str) -> Vec<String> {
    let loud = found(lang, body).into_iter().filter(|finding| finding.level > Level::Note);
    loud.filter_map(|finding| finding.places.first().map(|place| place.words.clone())).collect()
}

#[test]
fn a_mark_that_is_missing_is_missed() {
    for (lang, body, at) in [
        ("en", "\"The ford is closed, she said.\n\"It opens in May,\" he said.", "\"The"),
        ("en", "He said \"the ford\" is closed\".", "closed\""),
        ("en", "Boats wait.\n\"The ford is closed", "\"The"),
        ("ur", "نگران نے کہا گھاٹ بند ہے۔” کشتیاں رکی ہیں۔", "ہے۔”"),
        ("ar", "قالت: \"المعبر مغلق. وعبر الناس.\nثم قال: \"نشكركم\".", "\"المعبر"),
        ("zh", "他说：“渡口关了。\n她说：“我们走吧。”", "“渡口关了"),
        ("es", "“El vado está cerrado, dijo.\n“Abre en mayo”, añadió.", "“El"),
        ("fr", "« Le gué est fermé, a-t-elle dit.\nLe pont est ouvert.", "« Le"),
        ("ru", "«Брод закрыт, — сказала она.\n«Откроем в мае», — добавил он.", "«Брод"),
        ("ru", "Вышли книги «Реки и «Мосты».", "«Реки"),
    ] {
        assert_eq!(places(lang, body), [at], "{lang}: {body}");
    }
}

#[test]
fn marks_of_two_kinds_are_no_pair() {
    for (lang, body) in
        [("en", "He called it “fine\" again."), ("zh", "他说：“渡口关了。“"), ("fr", "Il dit « oui” et part.")]
    {
        assert_eq!(places(lang, body).len(), 1, "{lang}: {body}");
    }
    let fixed = found("zh", "他说：“渡口关了。“").remove(0).fix.map(|fix| fix.becomes);
    assert_eq!(fixed.as_deref(), Some("”"));
}

#[test]
fn what_is_in_order_is_left_alone() {
    for (lang, body) in [
        ("en", "\"We began.\nWe went on.\nWe ended,\" he said."),
        ("en", "He said: “We began.\n“We ended.”"),
        ("en", "A 12\" pipe, 6'2\" long, and 'tis the season o' the lads' game."),
        ("en", "\"It was a 12\" pipe,\" she said."),
        ("ur", "‘‘گھاٹ بند ہے۔’’ اس نے کہا۔"),
        ("ar", "قال ”نعم“ وذهب إلى «ماروبي» و\"أوتلي\"."),
        ("zh", "“一”、“二”和“三”，《四》与「五」。"),
        ("es", "“Vine”, dijo; «vi», añadió; \"vencí\", concluyó."),
        ("fr", "« Oui », dit-il. « Il m’a dit : “non” », ajoute-t-elle."),
        ("ru", "Он сказал: «Мне давно уже все говорили: «Брод закрыт», — и ушёл."),
        ("ru", "Слово „мост“ и слово «река»."),
    ] {
        assert_eq!(places(lang, body), Vec::<String>::new(), "{lang}: {body}");
    }
}

#[test]
fn many_marks_are_walked_in_time() {
    let body = "\"a «b “c ".repeat(60_000);
    assert!(found("en", &body).len() <= 60);
}

#[test]
fn one_cause_is_one_finding() {
    for (lang, body, at) in [
        ("zh", "他说：\"渡口关了。\n船在等。“", "“"),
        ("zh", "\"渡口关了，“\n船在等。", "“"),
        ("ar", "قالت شركة” طيران ماروبي\" إن المعبر مغلق.", "شركة”"),
        ("ru", "Она сказала: «Брод закрыт.\nОткроем в мае! \"", "\""),
    ] {
        assert_eq!(places(lang, body), [at], "{lang}: {body}");
    }
}

#[test]
fn a_pair_that_looks_alike_is_a_slip_or_a_style() {
    assert_eq!(places("ur", "نگران نے “گھاٹ“ کہا اور “پل” بھی۔"), ["“"]);
    assert_eq!(places("ur", "نگران نے ”گھاٹ” کہا، ”پل” کہا اور ”کشتی” بھی۔"), Vec::<String>::new());
}

#[test]
fn a_space_on_the_wrong_side_and_what_closes_two_are_left_alone() {
    for (lang, body) in [
        ("ar", "قالت: \"المعبر مغلق \". وعبر الناس."),
        ("en", "\" The ford is closed,\" she said."),
        ("en", "She said \"... and then we rowed\" twice."),
        ("fr", "Il a dit : « Nous voulions fermer le gué des « vaches ».\nNous l’avons fermé. »"),
        ("ru", "«Я помню, как мы здесь шли, а люди говорили: «Брод закрыт», — рассказывает она."),
        ("en", "A dash that was spoilt â€” it stands here."),
    ] {
        assert_eq!(places(lang, body), Vec::<String>::new(), "{lang}: {body}");
    }
}
