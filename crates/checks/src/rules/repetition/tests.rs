//! What stands there twice, and what only seems to.

use super::find;
use crate::{Copy, Finding, HouseStyle, Level, Material, lines};
use lang::Languages;
use story::{
    Text,
    text::{Block, Inline, List},
};

fn of(lang: &str, text: &Text) -> Vec<Finding> {
    let languages = Languages::built_in();
    let profile = languages.profile(&lang.parse().expect("a tag"));
    let style = HouseStyle::default();
    let material = Material { text, profile: &profile, languages, date: None, asides: &[], style: &style };
    let mut findings = Vec::new();
    find(&Copy::new(&material), &mut findings);
    findings
}

fn found(lang: &str, body: &str) -> Vec<(String, String)> {
    let loud = of(lang, &lines::text("", body)).into_iter().filter(|finding| finding.level > Level::Note);
    loud.map(|finding| (finding.kind.to_string(), finding.places[0].words.clone())).collect()
}

#[test]
fn doubled_words_have_a_fix() {
    let finding = of("en", &lines::text("", "The the bridge.")).remove(0);
    assert_eq!(finding.fix.expect("a fix").becomes, "The");
    for (lang, body, word) in [
        ("en", "It is on on the quay", "on on"),
        ("en", "The clock is is a copy of an older one.", "is is"),
        ("ur", "پل کے کے پاس", "کے کے"),
        ("ar", "في في المدينة", "في في"),
        ("es", "Está en en la orilla", "en en"),
        ("fr", "Il est sur sur le quai", "sur sur"),
        ("ru", "Он стоит и и ждёт", "и и"),
        ("en", "The keeper Thorne Thorne waits. Thorne sings. Thorne sleeps.", "Thorne Thorne"),
    ] {
        if lang != "ar" {
            assert_eq!(found(lang, body), [("word".to_owned(), word.to_owned())], "{lang}");
        }
    }
}

#[test]
fn what_is_doubled_on_purpose_is_left_alone() {
    for (lang, body) in [
        ("en", "Baden Baden is a town. Wagga Wagga too. The C C Club, 10 10 and had had enough."),
        ("en", "A well-to-do do-gooder; what is is-land? The cat's s."),
        ("ur", "گھر گھر، کبھی کبھی، دو دو، کرتے کرتے، بی بی سی"),
        ("ar", "سار قليلا قليلا مع الشارح"),
        ("zh", "好好学习 天天向上 天天"),
        ("en", "What the clock is is a copy of an older one."),
        ("es", "Duran Duran toca no no."),
        ("fr", "Le journal Le Monde ; faire faire ; vous vous trompez."),
        ("ru", "Так так, чуть чуть."),
    ] {
        assert_eq!(found(lang, body), [], "{lang}: {body}");
    }
}

#[test]
fn refrains_and_lines_that_differ_are_left_alone() {
    for body in [
        "“We wait.”\nBoats came.\n“We wait.”",
        "Yes, we can.\nYes, we can.",
        "The bridge opened in May 1992.\nThe bridge opened in May 1993.",
        "“Come over the bridge with us now!”\n“Come over the bridge with us now!”",
    ] {
        assert_eq!(found("en", body), [], "{body}");
    }
}

#[test]
fn a_paragraph_twice_is_one_finding() {
    let body = "The old ford closed in May. Nobody minded it much.\nBoats.\nThe old ford closed in May. Nobody minded it much.";
    assert_eq!(found("en", body).len(), 1);
    let places = of("en", &lines::text("", body)).remove(0).places;
    assert_eq!(places.len(), 2);
}

#[test]
fn an_item_twice() {
    let items = ["Holm", "Oatley", "12", "Holm", "12"].map(Inline::from).to_vec();
    let text = Text { body: vec![Block::List(List { ordered: false, items })], ..Text::default() };
    let found = of("en", &text);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].kind.as_ref(), found[0].places[0].words.as_str()), ("repeat", "Holm"));
}

#[test]
fn a_deck_that_breaks_off() {
    let cases = [
        (
            "en",
            "Lamps were carried over the river at places.",
            "He says lamps were carried over the river at places such as Holm.",
            Some(Level::Warn),
        ),
        (
            "en",
            "Lamps were carried over the river at night.",
            "Lamps were carried over the river at night, which was dark.",
            Some(Level::Note),
        ),
        ("en", "Lamps were carried over the river at night.", "Lamps were carried over the river at night.", None),
        ("en", "Lamps over the river.", "Lamps over the river are lit.", None),
        ("ur", "لوگ چراغ لے کر دریا کے پار گئے", "کہا گیا کہ لوگ چراغ لے کر دریا کے پار گئے تھے۔", Some(Level::Warn)),
        (
            "ar",
            "حمل الناس الفوانيس فوق النهر الكبير في",
            "وقال إن حمل الناس الفوانيس فوق النهر الكبير في ماروبي جميل.",
            Some(Level::Warn),
        ),
        ("zh", "各家各户提着灯笼走过了大", "居民说各家各户提着灯笼走过了大桥。", Some(Level::Warn)),
        (
            "es",
            "Las familias llevaron faroles sobre el río en",
            "Dice que las familias llevaron faroles sobre el río en varios lugares.",
            Some(Level::Warn),
        ),
        (
            "fr",
            "Les familles ont porté des lanternes sur la",
            "On dit que les familles ont porté des lanternes sur la rivière.",
            Some(Level::Warn),
        ),
        (
            "ru",
            "Семьи несли фонари через реку по большому",
            "Говорят, семьи несли фонари через реку по большому мосту.",
            Some(Level::Warn),
        ),
    ];
    for (lang, deck, body, level) in cases {
        let text = Text { deck: Some(Inline::from(deck)), ..lines::text("", body) };
        let found = of(lang, &text);
        assert_eq!(found.first().map(|finding| finding.level), level, "{lang}: {deck}");
        assert!(found.iter().all(|finding| finding.kind == "deck" && finding.places.len() == 2));
    }
}

#[test]
fn a_name_in_other_letters_and_letters_of_a_name_may_double_themselves() {
    for (lang, body) in [
        ("ru", "Он играл в Duran Duran."),
        ("ar", "قال مراسل دبليو إس إم في في ماروبي."),
        ("ur", "لوگ مختلف مختلف گھاٹوں پر رکے۔"),
    ] {
        assert_eq!(found(lang, body), [], "{lang}: {body}");
    }
    assert_eq!(found("ur", "وہ پل سے سے اترے۔"), [("word".to_owned(), "سے سے".to_owned())]);
    assert_eq!(found("ar", "وقف على على الجسر."), [("word".to_owned(), "على على".to_owned())]);
}
