//! What an error says to a person, in words that every language folder has.

use crate::{Error, Gap, Saying, Why, Wrong, wrong};
use formats::copy::Unreadable;
use lang::Word;
use story::{Standing, text::TooMuch};

impl Error {
    /// What happened and what to do, a sentence each. What is ours alone (a damaged file, a full disk's number) is for
    /// the log and not said.
    pub fn says(&self) -> Vec<Saying> {
        match self {
            Error::Invalid(wrong) => wrong.says(),
            Error::Unreadable(why) => unreadable(why),
            Error::TooMuch(why) => too_much(why),
            Error::Denied { .. } => vec![Saying::plain(Word::ErrorNotAllowed)],
            Error::Missing(_) => vec![Saying::plain(Word::ErrorNotFound)],
            Error::Stale(_) => vec![Saying::plain(Word::ErrorStale)],
            Error::CannotNow(why) => why.says(),
            Error::Busy { seconds } => {
                let minutes = Gap::Number(seconds.div_ceil(60));
                vec![Saying::new(Word::ErrorTooManyAttempts, [("count", minutes)])]
            }
            Error::Store(error) => vec![Saying::plain(of_the_store(error))],
        }
    }
}

impl Wrong {
    /// The same in words that every language folder has.
    pub fn says(&self) -> Vec<Saying> {
        let plain = |word| vec![Saying::plain(word)];
        match self {
            Wrong::NoReason => plain(Word::ErrorNoReason),
            Wrong::NoLanguage => plain(Word::ErrorSayLanguage),
            Wrong::UnknownLanguage => plain(Word::LanguageUnknown),
            Wrong::TooManyLabels(most) => {
                vec![Saying::new(Word::ErrorTooManyLabels, [("number", Gap::count(*most))])]
            }
            Wrong::EmbargoPassed => plain(Word::ErrorEmbargoPast),
            Wrong::EmbargoApart => plain(Word::ErrorEmbargoApart),
            Wrong::NoEditions => plain(Word::ErrorNoEditions),
            Wrong::MadeFromItself => plain(Word::ErrorMadeFromItself),
            Wrong::Passed(_) => vec![Saying::plain(Word::ErrorPast), Saying::plain(Word::ErrorPastSays)],
            Wrong::Several { word, stories } => {
                let gaps = [("words", Gap::Words(word.clone())), ("list", Gap::Words(wrong::list(stories)))];
                vec![Saying::new(Word::ErrorSeveralStories, gaps)]
            }
            Wrong::NothingSaid => plain(Word::ErrorCorrectionEmpty),
            Wrong::SameText => plain(Word::ErrorCorrectionSame),
            Wrong::NotRead(_) => plain(Word::ErrorWire),
            Wrong::ManyItems(items) => vec![Saying::new(Word::ErrorWireMany, [("number", Gap::count(*items))])],
            Wrong::SenderWithdrew => plain(Word::ErrorWireWithdrawn),
            Wrong::BadName(_) => vec![Saying::plain(Word::ErrorNameBad), Saying::plain(Word::ErrorNameBadSays)],
            Wrong::ShortPassword(fewest) => {
                vec![Saying::new(Word::ErrorPasswordShort, [("count", Gap::count(*fewest))])]
            }
            Wrong::LongPassword(_) => plain(Word::ErrorPasswordLong),
            Wrong::NameTaken(_) => plain(Word::ErrorNameTaken),
        }
    }
}

impl Why {
    /// The same in words that every language folder has.
    pub fn says(&self) -> Vec<Saying> {
        let plain = |word| vec![Saying::plain(word)];
        let of = |word, lang: &story::Tag| vec![Saying::new(word, [("language", Gap::Language(lang.clone()))])];
        let state = |word, standing: &Standing| vec![Saying::new(word, [("state", Gap::word(Word::from(*standing)))])];
        match self {
            Why::Withdrawn => plain(Word::ErrorWithdrawn),
            Why::Held => plain(Word::ErrorHeld),
            Why::NeverPublic => plain(Word::ErrorNeverPublic),
            Why::TooLateForEmbargo => plain(Word::ErrorEmbargoLate),
            Why::NothingNew(lang) => of(Word::ErrorNothingNew, lang),
            Why::Older(lang) => of(Word::ErrorOlder, lang),
            Why::LastAdministrator => plain(Word::ErrorLastAdministrator),
            Why::Paused => plain(Word::ErrorPaused),
            Why::NotWhole(_) => plain(Word::ErrorNoHeadline),
            Why::EditionThere(lang) => of(Word::ErrorEditionThere, lang),
            Why::Stands(standing) => state(Word::ErrorCannotFollow, standing),
            Why::NoneStands(standing) => state(Word::ErrorNoneStands, standing),
            Why::Found(held) => {
                let each = held.iter().map(|(lang, count)| {
                    let gaps = [("language", Gap::Language(lang.clone())), ("count", Gap::count(*count))];
                    Saying::new(Word::ErrorFound, gaps)
                });
                each.chain([Saying::plain(Word::ErrorFoundSays)]).collect()
            }
            Why::OwnAccount => plain(Word::ErrorOwnAccount),
        }
    }
}

fn unreadable(why: &Unreadable) -> Vec<Saying> {
    let too_large = |word, number: usize, most: usize| {
        let gaps = [("number", Gap::count(number)), ("most", Gap::count(most))];
        vec![Saying::plain(Word::ErrorTooLarge), Saying::new(word, gaps)]
    };
    let no_text = |more| vec![Saying::plain(Word::ErrorNotText), more];
    match why {
        Unreadable::Empty => vec![Saying::plain(Word::ErrorEmptyCopy)],
        Unreadable::OnlyFurniture(_) => vec![Saying::plain(Word::ErrorOnlyFurniture)],
        Unreadable::TooLarge { len, most } => too_large(Word::ErrorTooManyBytes, *len, *most),
        Unreadable::TooManyLines { lines, most } => too_large(Word::ErrorTooManyLines, *lines, *most),
        Unreadable::TooMuch(why) => too_much(why),
        Unreadable::Binary(_) => no_text(Saying::plain(Word::ErrorNotTextSays)),
        Unreadable::NotText { at } => {
            let gaps = [("number", Gap::count(*at)), ("name", Gap::Words("UTF-8".into()))];
            no_text(Saying::new(Word::ErrorCharset, gaps))
        }
    }
}

fn too_much(why: &TooMuch) -> Vec<Saying> {
    let (word, number, most) = match why {
        TooMuch::Blocks(n) => (Word::ErrorTooManyBlocks, *n, story::text::MOST_BLOCKS),
        TooMuch::Cells(n) => (Word::ErrorTooManyCells, *n, story::text::MOST_CELLS),
        TooMuch::Bytes(n) => (Word::ErrorTooManyBytes, *n, story::text::MOST_BYTES),
    };
    let gaps = [("number", Gap::count(number)), ("most", Gap::count(most))];
    vec![Saying::plain(Word::ErrorTooLarge), Saying::new(word, gaps)]
}

fn of_the_store(error: &store::Error) -> Word {
    use store::Error;
    match error {
        Error::RequestReused => Word::ErrorRepeated,
        Error::Sealed(_) => Word::from(Standing::TakenDown),
        Error::CannotWrite(_) => Word::ErrorCannotWrite,
        Error::Closed | Error::InUse(_) | Error::Changed(_) => Word::ErrorBusy,
        Error::Refused(_) | Error::TooNew { .. } | Error::Damaged(_) | Error::Database(_) => Word::ErrorOurs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lang::Languages;

    fn everything() -> Vec<Error> {
        let tag = || "ur".parse().expect("a tag");
        let wrong = [
            Wrong::NoReason,
            Wrong::NoLanguage,
            Wrong::UnknownLanguage,
            Wrong::TooManyLabels(64),
            Wrong::EmbargoPassed,
            Wrong::EmbargoApart,
            Wrong::NoEditions,
            Wrong::MadeFromItself,
            Wrong::Passed(jiff::Timestamp::UNIX_EPOCH),
            Wrong::Several { word: "clock".into(), stories: vec![story::StoryId::from_bytes([1; 16])] },
            Wrong::NothingSaid,
            Wrong::SameText,
            Wrong::NotRead(formats::Refused::Empty),
            Wrong::ManyItems(12),
            Wrong::SenderWithdrew,
            Wrong::BadName(200),
            Wrong::ShortPassword(10),
            Wrong::LongPassword(200),
            Wrong::NameTaken("ana".into()),
        ];
        let why = [
            Why::Withdrawn,
            Why::Held,
            Why::NeverPublic,
            Why::TooLateForEmbargo,
            Why::NothingNew(tag()),
            Why::Older(tag()),
            Why::NotWhole(tag()),
            Why::EditionThere(tag()),
            Why::Stands(Standing::Held),
            Why::NoneStands(Standing::Public),
            Why::Found(vec![(tag(), 3)]),
            Why::OwnAccount,
            Why::Paused,
            Why::LastAdministrator,
        ];
        let unreadable = [
            Unreadable::Empty,
            Unreadable::OnlyFurniture(Vec::new()),
            Unreadable::TooLarge { len: 12_345_678, most: 1000 },
            Unreadable::TooManyLines { lines: 70_000, most: 1000 },
            Unreadable::Binary("a PDF"),
            Unreadable::NotText { at: 17 },
            Unreadable::TooMuch(TooMuch::Blocks(5)),
        ];
        let too_much = [TooMuch::Blocks(1), TooMuch::Cells(2), TooMuch::Bytes(3)];
        let store = [store::Error::RequestReused, store::Error::Closed, store::Error::Database("table x".into())];
        (wrong.into_iter().map(Error::Invalid))
            .chain(why.into_iter().map(Error::CannotNow))
            .chain(unreadable.into_iter().map(Error::Unreadable))
            .chain(too_much.into_iter().map(Error::TooMuch))
            .chain(store.into_iter().map(Error::Store))
            .chain([Error::Missing("story"), Error::Busy { seconds: 61 }])
            .collect()
    }

    #[test]
    fn every_error_is_a_whole_sentence_in_every_language() {
        let languages = Languages::built_in();
        for error in everything() {
            let says = error.says();
            assert!(!says.is_empty(), "{error:?}");
            for profile in languages.iter() {
                let said = Saying::all_printed(&says, profile, languages);
                assert!(!said.is_empty() && !said.contains('{') && !said.contains("error_"), "{error:?}: {said}");
                assert!(!said.contains("table x"), "what is ours alone is not said");
            }
            let tags: Vec<_> = ["en", "ur", "zh"].map(|t| t.parse().expect("a tag")).to_vec();
            let said = tags.iter().map(|t| Saying::all_printed(&says, &languages.profile(t), languages));
            let said: std::collections::BTreeSet<String> = said.collect();
            assert_eq!(said.len(), 3, "{error:?} is said in each language: {said:?}");
        }
    }

    #[test]
    fn what_is_kept_is_read_in_the_language_of_whoever_asks() {
        let languages = Languages::built_in();
        let print = |stored: &str, tag: &str| {
            Saying::stored_printed(stored, &languages.profile(&tag.parse().expect("a tag")), languages)
        };
        let kept = Saying::stored(&Why::Found(vec![("ur".parse().expect("a tag"), 2)]).says());
        assert!(
            print(&kept, "en").starts_with("اردو: 2 findings hold it back. Mend")
                || print(&kept, "en").contains("2 findings hold it back. Mend")
        );
        assert!(print(&kept, "ru").contains("2 замечания"), "{}", print(&kept, "ru"));
        assert_eq!(print("the story is held", "ru"), "the story is held", "as an older program kept it");
    }
}
