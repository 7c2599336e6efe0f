//! The rule `style`: the agency's own words.

use crate::{
    Copy, Finding, Fix, Level, Message, Rule, Said,
    copy::Role,
    pages::{Example, Page},
};
use lang::Word;

/// The most findings in one text: a word that stands everywhere is known by then.
const MOST: usize = 200;

/// Its page.
pub const PAGE: Page = Page {
    rule: Rule::Style,
    about: "Words that the agency avoids and those it prefers, from plain files in its folder: `style/<tag>.toml` for a \
            language, `style/names.toml` for names across languages. The program ships none. A word counts whole, with \
            `inflected = true` in its other forms too, with `case = true` only in its capitals; what stands in \
            quotation marks is left alone. A file may hold tests of its own: `[[test]]` with `text` and `finds`.",
    kinds: &[(
        "avoid",
        Level::Note,
        "A word that the house avoids; a warning where its entry says `level = \"warn\"`.",
    )],
    finds: &[
        Example { lang: "en", date: "2026-03-12", kind: "avoid", copy: "Harbour\nThe harbour utilises two cranes." },
        Example { lang: "fr", date: "2026-03-12", kind: "avoid", copy: "Le port\nLa ville veut solutionner la panne." },
        Example { lang: "zh", date: "2026-03-12", kind: "avoid", copy: "港口\n工人换了三根灯火管。" },
        Example {
            lang: "ru", date: "2026-03-12", kind: "avoid", copy: "Порт\nМост в Мэрроуби закрыт."
        },
    ],
    leaves: &[
        Example { lang: "en", date: "2026-03-12", kind: "", copy: "Harbour\nTwo cranes are of use, the mayor said." },
        Example {
            lang: "ru", date: "2026-03-12", kind: "", copy: "Порт\nМост в Марроуби закрыт."
        },
    ],
};

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let profile = copy.profile();
    let Some(sheet) = copy.material.style.sheet(profile.tag()) else { return };
    let most = findings.len() + MOST;
    for passage in copy.passages.iter().filter(|passage| passage.role != Role::Quotation) {
        for found in sheet.avoid.find(&passage.text, profile) {
            if passage.is_quoted(&found.at) || findings.len() >= most {
                continue;
            }
            let words = passage.text.get(found.at.clone()).unwrap_or_default();
            let said = Said::Words(words.to_owned());
            let message = match &found.of.prefer {
                Some(prefer) => {
                    Message::new(Word::StylePrefer, [("words", said), ("prefer", Said::Words(prefer.clone()))])
                }
                None => Message::new(Word::StyleAvoid, [("words", said)]),
            };
            let because = |why: &String| Message::new(Word::StyleBecause, [("why", Said::Words(why.clone()))]);
            let mut place = copy.place(passage, found.at.clone());
            place.says = found.of.why.as_ref().map(because);
            let mut finding = Finding::new(Rule::Style, "avoid", found.of.level, message, vec![place]);
            // In another form than the entry has, what to write is for the editor to say.
            let prefer = found.of.prefer.as_deref().filter(|_| lang::fold(words) == lang::fold(&found.term.text));
            finding.fix = prefer.map(|prefer| Fix { place: 0, becomes: as_written(prefer, words) });
            findings.push(finding);
        }
    }
}

/// The word to write, with a capital where the one it stands for has one.
fn as_written(prefer: &str, instead_of: &str) -> String {
    let mut letters = prefer.chars();
    match (instead_of.chars().next().is_some_and(char::is_uppercase), letters.next()) {
        (true, Some(first)) => first.to_uppercase().chain(letters).collect(),
        _ => prefer.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, Level, lines, style::Failed};
    use lang::Languages;

    fn style(files: &[(&str, &str)]) -> HouseStyle {
        let files: Vec<_> = files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        HouseStyle::read(&files).unwrap_or_else(|faults| panic!("{faults:?}"))
    }

    fn found(tag: &str, sheet: &str, text: &str) -> Vec<(Level, String, Option<String>)> {
        let style = style(&[(&format!("style/{tag}.toml"), sheet)]);
        let findings = lines::read_and_check(tag, text, &style);
        let of_rule = findings.into_iter().filter(|finding| finding.rule == crate::Rule::Style);
        of_rule.map(|f| (f.level, f.places[0].words.clone(), f.fix.map(|fix| fix.becomes))).collect()
    }

    #[test]
    fn what_the_house_avoids_is_found_in_each_language() {
        for (tag, avoid, prefer, text, words) in [
            ("en", "lantern", "lamp", "The keeper hung two Lanterns over the gate.", "Lanterns"),
            ("ur", "چراغ", "دیا", "محافظ نے دروازے پر دو چراغوں کو لٹکایا۔", "چراغوں"),
            ("ar", "فانوس", "مصباح", "علق الحارس الفانوس فوق الباب.", "الفانوس"),
            ("zh", "灯笼", "灯", "看守人在门上挂了两盏灯笼。", "灯笼"),
            ("es", "farol", "lámpara", "La guardiana colgó dos faroles en la puerta.", "faroles"),
            ("fr", "lanterne", "lampe", "La gardienne a pendu deux lanternes à la porte.", "lanternes"),
            ("ru", "фонарь", "лампа", "Смотритель повесил над воротами два фонаря.", "фонаря"),
        ] {
            let sheet = format!("[[avoid]]\nword = \"{avoid}\"\nuse = \"{prefer}\"\ninflected = true\n");
            let same = lang::fold(words) == lang::fold(avoid);
            let fix = same.then(|| prefer.to_owned());
            assert_eq!(found(tag, &sheet, text), [(Level::Note, words.to_owned(), fix)], "{tag}");
        }
    }

    #[test]
    fn a_word_counts_whole_and_outside_quotations() {
        let sheet =
            "[[avoid]]\nword = [\"keep\", \"Old Ford\"]\nuse = \"hold\"\nlevel = \"warn\"\nexcept = [\"keep watch\"]\n";
        let keep = |text| found("en", sheet, text);
        assert_eq!(keep("Keep it."), [(Level::Warn, "Keep".to_owned(), Some("Hold".to_owned()))]);
        assert_eq!(keep("They crossed at the old  ford.").len(), 1);
        for quiet in ["The keeper went.", "“Keep it,” she said.", "Men keep watch.", "The upkeep is dear."] {
            assert_eq!(keep(quiet), [], "{quiet}");
        }
        assert_eq!(found("en", "[[avoid]]\nword = \"Ford\"\ncase = true\n", "A ford and the Ford.").len(), 1);
    }

    #[test]
    fn a_spelling_that_the_house_does_not_use_is_found_by_its_names() {
        let house =
            style(&[("names.toml", "[[name]]\nen = \"Marrowby\"\nru = \"Марроуби\"\navoid.en = \"Marroby\"\n")]);
        let findings = lines::read_and_check("en", "The mayor of Marroby spoke.", &house);
        let fixes: Vec<_> = findings.iter().filter_map(|f| f.fix.as_ref()).map(|fix| fix.becomes.as_str()).collect();
        assert_eq!(fixes, ["Marrowby"]);
        assert!(house.knows(&"ru".parse().expect("a tag"), "марроуби"));
        assert_eq!(house.names()[0].in_language(&"en-GB".parse().expect("a tag")), ["Marrowby"]);
    }

    #[test]
    fn the_tests_of_a_file_are_run() {
        let sheet = "[[avoid]]\nword = \"lantern\"\n[[contested]]\nterm = \"big bridge\"\n\
                     [[test]]\ntext = \"A lantern on the big bridge\"\nfinds = [\"lantern\", \"big bridge\"]\n\
                     [[test]]\ntext = \"No lanterns\"\nfinds = [\"lanterns\"]\n";
        let failed = style(&[("en.toml", sheet)]).run_tests(Languages::built_in());
        let wanted = Failed {
            lang: "en".parse().expect("a tag"),
            number: 2,
            text: "No lanterns".into(),
            wanted: vec!["lanterns".into()],
            found: vec![],
        };
        assert_eq!(failed, [wanted]);
    }

    #[test]
    fn a_bad_file_says_all_that_is_wrong_with_it() {
        let files = [
            ("style/en.toml".to_owned(), "word = 3".to_owned()),
            ("style/!.toml".to_owned(), String::new()),
            ("style/fr.toml".to_owned(), "words = [\"…\"]\n[[avoid]]\nword = \"pont\"\nlevel = \"stop\"".to_owned()),
            ("names.toml".to_owned(), "[[name]]\n[[name]]\nen = 3".to_owned()),
        ];
        let faults = HouseStyle::read(&files).expect_err("faults");
        let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 7, "{said:#?}");
        assert!(said[0].starts_with("style/en.toml: ") && said[6].starts_with("names.toml: "), "{said:#?}");
    }
}
