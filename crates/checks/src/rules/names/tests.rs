use crate::{Finding, HouseStyle, Level, Rule, lines};
use proptest::prelude::*;

fn found(tag: &str, text: &str) -> Vec<Finding> {
    let all = lines::read_and_check(tag, text, &HouseStyle::default());
    all.into_iter().filter(|finding| finding.rule == Rule::Names).collect()
}

/// The kind, the level and the words of each place.
fn told(tag: &str, text: &str) -> Vec<(String, Level, Vec<String>)> {
    let words = |finding: &Finding| finding.places.iter().map(|place| place.words.clone()).collect();
    found(tag, text).iter().map(|finding| (finding.kind.to_string(), finding.level, words(finding))).collect()
}

#[test]
fn a_slip_is_a_warning_and_another_spelling_in_a_quotation_a_note() {
    let text = "The ferry to Marrowby left. The mayor of Marrowby waved to Marrowby, and in Marrowby it rained.\n\
                In Marrwoby, the clerk wrote: “Before Maroby there was no bridge.”";
    let place = |word: &str| vec![word.to_owned(), "Marrowby".to_owned()];
    let wanted = [("name".into(), Level::Warn, place("Marrwoby")), ("name".into(), Level::Note, place("Maroby"))];
    assert_eq!(told("en", text), wanted);
    let fixes: Vec<_> = found("en", text).into_iter().map(|f| f.fix.map(|fix| fix.becomes)).collect();
    assert_eq!(fixes, [Some("Marrowby".to_owned()), None]);
}

#[test]
fn what_is_a_form_of_a_name_is_left_alone() {
    for (tag, text) in [
        ("ru", "Паром ушёл из Холмска. В Холмске ждали, к Холмску шли, Холмском гордятся, Холмск спит. Холмск далеко."),
        ("ru", "Пела Отлинская. Отлинской хлопали, Отлинскую звали, Отлинский молчал; говорят об Отлинской."),
        ("es", "Los Marrowby y la familia Marrowby viven en Marrowby, donde todo es de los Marrowbys."),
        ("en", "Zelinskis met Zelinski and Zelinski's friends; Zelinski spoke."),
        ("fr", "Les Marrowby, la famille Marrowby, les Marrowbys de Marrowby."),
    ] {
        assert_eq!(told(tag, text), [], "{tag}: {text}");
    }
}

#[test]
fn the_words_of_the_agency_are_no_slips() {
    let files = [("en.toml".to_owned(), "words = [\"Marowby\"]".to_owned())];
    let house = HouseStyle::read(&files).expect("a house style");
    let text = "The ferry to Marrowby left. The mayor of Marrowby waved to Marrowby; it rained in Marowby.";
    assert_eq!(lines::read_and_check("en", text, &house).iter().filter(|f| f.rule == Rule::Names).count(), 0);
    assert_eq!(found("en", text).len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_is_read(text in "(Mar{1,2}ow|Марроу|罗洛比|[A-Z][a-z]{3,6}|, | and |“|”|\\. |\\PC){0,60}", tag in "en|ru|zh|ar|xx") {
        found(&tag, &text);
    }
}

#[path = "persons_tests.rs"]
mod persons;
