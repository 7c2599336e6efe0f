//! One language: what its folder says, ready to be used.

use crate::{
    Arithmetic, CopyWords, Face, FigureWords, NameWords, PersonWords, SentenceWords, Usage,
    language::{Count, Language},
    phrase::Phrases,
    values::Lexicon,
};
use icu::collator::CollatorBorrowed;
use icu::{locale::Locale, properties::props::Script};
use std::{cmp::Ordering, fmt, sync::Arc};
use story::{Direction, Tag};

/// One language. Its verbs stand in files of their own: say, number, date, dateline, tail.
pub struct Profile {
    pub(crate) tag: Tag,
    pub(crate) language: Language,
    pub(crate) locale: Locale,
    pub(crate) collator: Option<CollatorBorrowed<'static>>,
    pub(crate) copy: CopyWords,
    pub(crate) usage: Usage,
    pub(crate) arithmetic: Arc<Arithmetic>,
    pub(crate) sentence_words: SentenceWords,
    pub(crate) places: Arc<crate::places::Index>,
    pub(crate) names: NameWords,
    pub(crate) persons: Arc<PersonWords>,
    pub(crate) moments: Arc<crate::values::Moments>,
    pub(crate) figures: FigureWords,
    pub(crate) lexicon: Arc<Lexicon>,
    pub(crate) face: Face,
    /// Labels of its folder; the agency's first language's when it is not set up.
    pub(crate) labels: Arc<crate::vocabulary::Labels>,
    pub(crate) phrases: Arc<Phrases>,
    /// The language of the phrases and the direction of its lines: another one when this language is not set up.
    pub(crate) speaks: (Tag, Direction),
}

impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Profile({})", self.tag)
    }
}

impl Profile {
    /// The tag of the language, as its folder or whoever asked names it.
    pub fn tag(&self) -> &Tag {
        &self.tag
    }

    /// Its own name: اردو. The tag itself when the language is not set up.
    pub fn name(&self) -> &str {
        &self.language.name
    }

    /// Which way its lines run.
    pub fn direction(&self) -> Direction {
        self.language.direction
    }

    /// The language in which [`Profile::say`] speaks: its own, or the agency's first when it is not set up.
    pub fn speaks(&self) -> &Tag {
        &self.speaks.0
    }

    /// How it is written and printed: digits, marks, names of months, locale.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// What has to be known to read copy in it.
    pub fn copy(&self) -> &CopyWords {
        &self.copy
    }

    /// How names are written in it, and which words are forms of one another.
    pub fn names(&self) -> &NameWords {
        &self.names
    }

    /// How copy in it says who somebody is.
    pub fn persons(&self) -> &PersonWords {
        &self.persons
    }

    /// How it writes numbers.
    pub fn figures(&self) -> &FigureWords {
        &self.figures
    }

    /// How it is used in copy: who says what, which words are doubled, what headlines measure.
    pub fn usage(&self) -> &Usage {
        &self.usage
    }

    /// How it is set in type.
    pub fn face(&self) -> &Face {
        &self.face
    }

    /// Which of two lines comes first in an alphabetical list.
    pub fn cmp(&self, a: &str, b: &str) -> Ordering {
        self.collator.as_ref().map_or_else(|| a.cmp(b), |collator| collator.compare(a, b)).then_with(|| a.cmp(b))
    }

    /// How long a text is, in words; where no spaces stand between words, in characters, a run of other letters or
    /// digits counting as one.
    pub fn words_in(&self, text: &str) -> usize {
        match self.language.count {
            Count::Words => {
                text.split_whitespace().filter(|word| word.contains(crate::letter::is_alphanumeric)).count()
            }
            Count::Characters => {
                let mut in_run = false;
                let own: Vec<_> = self.language.scripts.iter().flat_map(|code| crate::script::scripts(code)).collect();
                text.chars().filter(|&c| counts(c, &own, &mut in_run)).count()
            }
        }
    }

    pub(crate) fn locale(&self) -> &Locale {
        &self.locale
    }

    pub(crate) fn phrases(&self) -> &Phrases {
        &self.phrases
    }

    /// The direction of the lines that [`Profile::say`] makes.
    pub(crate) fn speaks_towards(&self) -> Direction {
        self.speaks.1
    }
}

/// Whether this character, in a language of these scripts, adds one to the count.
fn counts(c: char, scripts: &[Script], in_run: &mut bool) -> bool {
    let own = crate::script::of(c).is_some_and(|script| scripts.contains(&script));
    let other = !own && crate::letter::is_alphanumeric(c);
    let begins = other && !*in_run;
    *in_run = other;
    own || begins
}

#[cfg(test)]
mod tests {
    use crate::{Languages, Profile};
    use std::sync::Arc;
    use story::Direction;

    fn profile(tag: &str) -> Arc<Profile> {
        Languages::built_in().profile(&tag.parse().expect("a tag"))
    }

    #[test]
    fn a_tag_finds_the_language_of_its_script() {
        for (asked, found) in [
            ("zh-TW", "zh"),
            ("zh-Hans-SG", "zh"),
            ("ur-IN", "ur"),
            ("en-US", "en"),
            ("pt-BR", "pt-BR"),
            ("ur-Latn", "ur-Latn"),
            ("ru-Latn", "ru-Latn"),
            ("x-anything", "x-anything"),
            ("und", "und"),
        ] {
            assert_eq!(profile(asked).tag().as_str(), found, "{asked}");
        }
    }

    #[test]
    fn a_language_that_is_not_set_up_runs_as_its_script_does() {
        for (tag, direction) in [
            ("he", Direction::Rtl),
            ("fa", Direction::Rtl),
            ("ps", Direction::Rtl),
            ("ug", Direction::Rtl),
            ("sd", Direction::Rtl),
            ("de", Direction::Ltr),
            ("ha", Direction::Ltr),
            ("ur-Latn", Direction::Ltr),
            ("az-Arab", Direction::Rtl),
            ("und", Direction::Ltr),
            ("x-a", Direction::Ltr),
        ] {
            assert_eq!(profile(tag).direction(), direction, "{tag}");
        }
    }

    #[test]
    fn lists_stand_in_the_order_of_the_language() {
        let sorted = |tag: &str, words: &str| {
            let mut words: Vec<_> = words.split(' ').collect();
            words.sort_by(|a, b| profile(tag).cmp(a, b));
            words.join(" ")
        };
        assert_eq!(sorted("es", "ñu nube oca Ana árbol"), "Ana árbol nube ñu oca");
        assert_eq!(sorted("ur", "یمن پاکستان ٹوکیو تہران بیجنگ"), "بیجنگ پاکستان تہران ٹوکیو یمن");
        assert_eq!(sorted("ru", "ёж жук ель"), "ёж ель жук");
        assert_eq!(sorted("zh", "中 北 上"), "北 上 中");
        assert_eq!(sorted("sv", "öl zon ål"), "zon ål öl");
    }

    #[test]
    fn a_text_is_as_long_as_its_language_counts() {
        assert_eq!(profile("en").words_in("The mayor's clock — 3 days late."), 6);
        assert_eq!(profile("ur").words_in("گھنٹہ گھر کی گھڑی، ۳ دن بند۔"), 7);
        assert_eq!(profile("zh").words_in("港口时钟停摆3天，GNP报道。"), 11);
        assert_eq!(profile("en").words_in(" — "), 0);
    }
}
