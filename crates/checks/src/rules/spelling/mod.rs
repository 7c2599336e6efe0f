//! The rule `spelling`: words that no dictionary has, and that look like one that it has.

mod near;

use crate::{
    Copy, Finding, Level, Message, Rule, Said,
    copy::Passage,
    pages::{Example, Page},
    text_words::TextWord,
};
use foldhash::HashMap;
use lang::{Dictionary, Word};
use std::{collections::BTreeMap, ops::Range};

/// The fewest letters of a word that is looked at.
const SHORTEST: usize = 5;
/// The most letters of such a word.
const LONGEST: usize = 30;
/// Who uses a word so often means it.
const MEANT: usize = 3;
/// The most unknown words of one text for which a like one is sought: a text that has more is in another language.
const MOST: usize = 20;
/// One unknown word in so many is too many: then the text, or much of it, is in another language.
const ONE_IN: usize = 12;

/// Its page.
pub const PAGE: Page = Page {
    rule: Rule::Spelling,
    about: "Words that no dictionary of the language has and that are one slip away from one that it has: a letter left out, \
            a double one written once, two exchanged, one vowel for another. English \\
            (as written in the United States, Canada and Australia, which together know each British spelling), Spanish, \\
            French and Russian: for these there are free dictionaries that are quiet on news. For Arabic, Urdu and Chinese \\
            there is none, and the rule says nothing. Names are not looked at: only words in small letters, of five letters \\
            or more, without figures or hyphens, which stand once or twice. The agency's own words (`style/<tag>.toml`) are \\
            known. In a quotation it is a note.",
    kinds: &[("spelling", Level::Warn, "A word that no dictionary has, and one that is meant perhaps.")],
    finds: &[
        example("en", "spelling", "Ferry\nThe crossing was carefuly planned by the keepers of the bridge."),
        example("es", "spelling", "El ferri\nLa travesía fue preparada por los vecnos del puerto."),
        example("fr", "spelling", "Le ferry\nLa traversée a été soigneusment préparée par les habitants."),
        example("ru", "spelling", "Паром\nПереправа была тщателно подготовлена жителями города."),
    ],
    leaves: &[
        example(
            "en",
            "",
            "Ferry\nThe harbour was organised, then reorganized; the neighbours' colourful parade went on.",
        ),
        example("es", "", "El ferri\nLos vecinos vieron el tsunami en Sulawesi y tuitearon fotos."),
        example("fr", "", "Le ferry\nL’événement d’aujourd’hui a lieu jusqu’à demain."),
        example("ru", "", "Паром\nПаромщик ещё раз пришёл, а сторож все еще ждал."),
        example("ar", "", "العبارة\nخططت للعبور بعنايية."),
        example("ur", "", "فیری\nسفر احتیات سے کیا گیا۔"),
        example("zh", "", "渡轮\n横渡经过仔细筹画。"),
    ],
};

const fn example(lang: &'static str, kind: &'static str, copy: &'static str) -> Example {
    Example { lang, date: "2026-03-12", copy, kind }
}

/// Adds what it finds.
pub fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let profile = copy.profile();
    let Some(dictionary) = profile.dictionary() else { return };
    let mut unknown: BTreeMap<&str, Vec<(&Passage, Range<usize>)>> = BTreeMap::new();
    let mut known: HashMap<&str, bool> = HashMap::default();
    let mut count = 0;
    for passage in &copy.passages {
        let words = passage.words();
        count += words.len();
        for (number, found) in words.iter().enumerate().filter(|(_, word)| is_plain(word.of(&passage.text))) {
            let word = found.of(&passage.text);
            if !*known.entry(word).or_insert_with(|| dictionary.has(word)) && stands_alone(&passage.text, words, number)
            {
                unknown.entry(word).or_default().push((passage, found.at.clone()));
            }
        }
    }
    if unknown.len() > MOST || unknown.len() * ONE_IN > count + ONE_IN * 4 {
        return;
    }
    for (word, places) in unknown.iter().filter(|(_, places)| places.len() < MEANT) {
        if copy.material.style.knows(profile.tag(), word)
            || is_foreign(copy, dictionary, word)
            || near::is_compound(word, dictionary)
        {
            continue;
        }
        let perhaps = near::nearest(word, dictionary, profile);
        let Some(first) = perhaps.first() else { continue };
        for (passage, at) in places {
            let level = if passage.is_quoted(at) { Level::Note } else { Level::Warn };
            let gaps = [("words", Said::Words((*word).to_owned())), ("perhaps", Said::Words(first.clone()))];
            let message = Message::new(Word::SpellingUnknown, gaps);
            let place = copy.place(passage, at.clone());
            let finding = Finding::new(Rule::Spelling, "spelling", level, message, vec![place]);
            // Where there is but one word that it can be, it is that.
            let sure = perhaps.len() == 1 && level == Level::Warn;
            findings.push(if sure { finding.with_fix(first.as_str()) } else { finding });
        }
    }
}

/// A word of small letters alone, long enough to be told from others.
fn is_plain(word: &str) -> bool {
    word.chars().all(|c| {
        lang::letter::is_lowercase(c)
            || !lang::letter::is_alphabetic(c) && lang::letter::is_alphanumeric(c) && !lang::letter::is_numeric(c)
    }) && (SHORTEST..=LONGEST).contains(&word.chars().count())
}

/// Whether it is a whole word: no part of a longer one with a hyphen, an address, a name with a dot or a figure in it.
/// An apostrophe may stand at one side.
fn stands_alone(text: &str, words: &[TextWord], number: usize) -> bool {
    let Some(word) = words.get(number) else { return false };
    let joins =
        |c: char| matches!(c, '-' | '‐' | '‑' | '@' | '#' | '_' | '/' | '.' | '&' | '+' | '=' | '\\' | '·' | '*');
    let before = text.get(..word.at.start).and_then(|before| before.chars().next_back());
    let mut behind = text.get(word.at.end..).unwrap_or_default().chars();
    let (next, then) = (behind.next(), behind.next());
    let apostrophe = |c: char| matches!(c, '\'' | '’');
    let goes_on = next.is_some_and(joins) && then.is_some_and(lang::letter::is_alphanumeric)
        || next.is_some_and(|c| matches!(c, '-' | '@' | '_'));
    let begins = before.is_some_and(joins);
    // n't and the like stand behind a word that is cut short there.
    let cut = next.is_some_and(apostrophe) && then.is_some_and(|c| c != 's' && lang::letter::is_alphabetic(c));
    !goes_on && !begins && !cut
}

/// Whether it is a word of another language that is written in the same script.
fn is_foreign(copy: &Copy<'_>, own: &Dictionary, word: &str) -> bool {
    let scripts = &copy.profile().language().scripts;
    let others = copy.material.languages.iter().filter(|other| other.language().scripts == *scripts);
    others.filter_map(|other| other.dictionary()).any(|other| !std::ptr::eq(other, own) && other.has(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{HouseStyle, lines};
    use proptest::prelude::*;

    fn found(tag: &str, text: &str, house: &HouseStyle) -> Vec<(Level, String)> {
        let all = lines::read_and_check(tag, text, house);
        let of_rule = all.into_iter().filter(|finding| finding.rule == Rule::Spelling);
        of_rule.map(|finding| (finding.level, finding.places[0].words.clone())).collect()
    }

    #[test]
    fn names_figures_and_parts_of_words_are_left_alone() {
        let house = HouseStyle::default();
        for text in [
            "The Marowby ferry met the Fennik boat.",
            "See www.lanternns.example or write to keepper@town.example.",
            "A lanternn-maker came; lanternn lanternn lanternn.",
            "They hadn’t, couldn't and won’t.",
        ] {
            assert_eq!(found("en", text, &house), [], "{text}");
        }
        for (tag, text) in [("ru", "Связь двух экономик и сетевых архитектур."), ("es", "La tríada de puertos.")]
        {
            assert_eq!(found(tag, text, &house), [], "{text}");
        }
    }

    #[test]
    fn a_quotation_is_a_note_and_a_word_of_the_agency_is_known() {
        let text = "The walk was carefuly planned. “We did it carefuly,” she said.";
        let wanted = [(Level::Warn, "carefuly".to_owned()), (Level::Note, "carefuly".to_owned())];
        assert_eq!(found("en", text, &HouseStyle::default()), wanted);
        let house = HouseStyle::read(&[("en.toml".into(), "words = [\"carefuly\"]".into())]).expect("a house style");
        assert_eq!(found("en", text, &house), []);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn any_text_is_read(text in "([a-zé]{5,9}|[ .’-]|\\PC){0,40}") {
            found("en", &text, &HouseStyle::default());
        }
    }
}
