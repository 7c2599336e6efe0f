//! The faults of an invented page, rule by rule, on a text as the reader of copy makes it: tokens around the copy, a
//! deck that was cut off, two orders of dates, terms that the house calls contested, no byline.

use crate::{
    Finding, HouseStyle, Level, Material, Part, Rule, check,
    copy::{Aside, Off},
};
use lang::Languages;
use story::{
    Text,
    text::{Block, Dateline, DatelineDate, Inline, Line, Related},
};

/// Headline, deck, a paragraph that the deck is cut from, another paragraph.
const PAGES: [(&str, [&str; 4]); 7] = [
    (
        "en",
        [
            "Lamps cross the river",
            "Families bore lamps across the river and songs were heard at both ends.",
            "The office says that families bore lamps across the river and songs were heard at both ends including Holm.",
            "The walk is held every summer.",
        ],
    ),
    (
        "ur",
        [
            "چراغ دریا کے پار",
            "گھرانے چراغ لے کر دریا کے اس پار پہنچے اور",
            "دفتر نے کہا کہ گھرانے چراغ لے کر دریا کے اس پار پہنچے اور گیت گائے۔",
            "یہ جلوس ہر برس نکلتا ہے۔",
        ],
    ),
    (
        "ar",
        [
            "الفوانيس تعبر النهر",
            "حملت الأسر الفوانيس إلى الضفة الأخرى من النهر وسط",
            "وقال المكتب: حملت الأسر الفوانيس إلى الضفة الأخرى من النهر وسط الأغاني.",
            "تقام المسيرة كل صيف.",
        ],
    ),
    (
        "zh",
        ["灯笼过河", "各家各户提着灯笼走到了河的", "办公室说，各家各户提着灯笼走到了河的对岸。", "游行每年夏天举行。"],
    ),
    (
        "es",
        [
            "Los faroles cruzan el río",
            "Las familias llevaron faroles a la otra orilla del",
            "La oficina dijo que las familias llevaron faroles a la otra orilla del río.",
            "La marcha se celebra cada verano.",
        ],
    ),
    (
        "fr",
        [
            "Les lanternes passent la rivière",
            "Les familles ont porté des lanternes jusqu’à l’autre",
            "L’office a dit que les familles ont porté des lanternes jusqu’à l’autre rive.",
            "La marche a lieu chaque été.",
        ],
    ),
    (
        "ru",
        [
            "Фонари пересекли реку",
            "Семьи донесли свои фонари до самого дальнего",
            "В управлении сказали, что семьи донесли свои фонари до самого дальнего берега.",
            "Шествие проходит каждое лето.",
        ],
    ),
];

fn text([headline, deck, cut, other]: [&str; 4]) -> Text {
    let date = DatelineDate::new(Some(2023), 6, 14).expect("a day");
    let dateline = Dateline { places: vec![Line::new("Marrowby")], date: Some(date), agency: Some(Line::new("OPN")) };
    let related = Related { title: Line::new(other), target: None };
    let paragraph = |words: &str| Block::Paragraph(Inline::from(words));
    Text {
        headline: Inline::from(headline),
        deck: Some(Inline::from(deck)),
        byline: None,
        dateline: Some(dateline),
        body: vec![paragraph(cut), Block::Related(related), paragraph(other)],
    }
}

fn found(lang: &str, text: &Text, style: &HouseStyle) -> Vec<Finding> {
    let languages = Languages::built_in();
    let profile = languages.profile(&lang.parse().expect("a tag"));
    let aside = |at| Aside { what: Off::Token, at, words: "google-site-verification=own0page0token0Kq7".into() };
    let asides = [aside(0..43), aside(900..943)];
    check(&Material { text, profile: &profile, languages, date: None, asides: &asides, style })
}

fn loud(findings: &[Finding]) -> Vec<(Rule, &str, usize)> {
    let mut out: Vec<_> = findings
        .iter()
        .filter(|finding| finding.level > Level::Note)
        .map(|finding| (finding.rule, finding.kind.as_ref(), finding.places.len()))
        .collect();
    out.sort_unstable();
    out
}

#[test]
fn the_faults_of_the_page_are_found_in_seven_languages_and_nothing_else() {
    for (lang, page) in PAGES {
        let found = found(lang, &text(page), &HouseStyle::default());
        let wanted = [(Rule::Repetition, "deck", 2), (Rule::Furniture, "token", 2), (Rule::Form, "byline", 1)];
        assert_eq!(loud(&found), wanted, "{lang}");
        let token = found.iter().find(|finding| finding.kind == "token").expect("the tokens");
        assert!(token.places.iter().all(|place| place.part == Part::Input));
    }
}

#[test]
fn two_orders_of_dates_are_seen_with_the_dateline_and_with_spans() {
    let mut page = text(PAGES[0].1);
    page.byline = Some(Line::new("Edda Thorne"));
    page.deck = None;
    page.body.push(Block::Paragraph(Inline::from("The beams were joined during the night of June 13–14, 1992.")));
    let found = found("en", &page, &HouseStyle::default());
    let order = found.iter().find(|finding| finding.kind == "dateorder").expect("two orders");
    assert_eq!((order.level, order.places.len()), (Level::Warn, 2));
    assert!(order.places.iter().any(|place| place.part == Part::Dateline && place.words.contains("14 June 2023")));
    assert!(order.places.iter().any(|place| place.words.starts_with("June 13")), "{:?}", order.places);
}

#[test]
fn contested_terms_are_noted_where_nobody_says_them() {
    let file = ("style/en.toml".to_owned(), "[[contested]]\nterm = \"lamp tide\"\n".to_owned());
    let style = HouseStyle::read(&[file]).expect("a style");
    let mut page = text(PAGES[0].1);
    page.body.push(Block::Paragraph(Inline::from("The lamp tide came in spring.")));
    page.body.push(Block::Paragraph(Inline::from("The keeper said that the lamp tide was over.")));
    let found = found("en", &page, &style);
    let contested: Vec<_> = found.iter().filter(|finding| finding.kind == "contested").collect();
    assert_eq!(contested.len(), 1);
    assert_eq!((contested[0].level, contested[0].places[0].words.as_str()), (Level::Note, "lamp tide"));
}
