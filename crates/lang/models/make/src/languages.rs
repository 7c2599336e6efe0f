//! The languages, by script; each with its head start.

use include_dir::Dir;

/// A language and where its n-grams come from.
pub struct Language {
    /// BCP 47.
    pub tag: &'static str,
    /// In eighths of a nat: two nats for the languages of the built-in folders, one and a half for those that are
    /// easily taken for them, so that a line of two names does not become Somali.
    pub head_start: i8,
    /// The folder of its model in lingua's crate.
    pub models: &'static Dir<'static>,
}

const fn language(tag: &'static str, head_start: i8, models: &'static Dir<'static>) -> Language {
    Language { tag, head_start, models }
}

/// Languages in Latin letters.
pub static LATIN: &[Language] = &[
    language("en", 16, &lingua_english_language_model::ENGLISH_MODELS_DIRECTORY),
    language("es", 16, &lingua_spanish_language_model::SPANISH_MODELS_DIRECTORY),
    language("fr", 16, &lingua_french_language_model::FRENCH_MODELS_DIRECTORY),
    language("pt", 12, &lingua_portuguese_language_model::PORTUGUESE_MODELS_DIRECTORY),
    language("ca", 12, &lingua_catalan_language_model::CATALAN_MODELS_DIRECTORY),
    language("it", 12, &lingua_italian_language_model::ITALIAN_MODELS_DIRECTORY),
    language("ro", 0, &lingua_romanian_language_model::ROMANIAN_MODELS_DIRECTORY),
    language("de", 12, &lingua_german_language_model::GERMAN_MODELS_DIRECTORY),
    language("nl", 0, &lingua_dutch_language_model::DUTCH_MODELS_DIRECTORY),
    language("sv", 0, &lingua_swedish_language_model::SWEDISH_MODELS_DIRECTORY),
    language("da", 0, &lingua_danish_language_model::DANISH_MODELS_DIRECTORY),
    language("nb", 0, &lingua_bokmal_language_model::BOKMAL_MODELS_DIRECTORY),
    language("fi", 0, &lingua_finnish_language_model::FINNISH_MODELS_DIRECTORY),
    language("pl", 0, &lingua_polish_language_model::POLISH_MODELS_DIRECTORY),
    language("cs", 0, &lingua_czech_language_model::CZECH_MODELS_DIRECTORY),
    language("hu", 0, &lingua_hungarian_language_model::HUNGARIAN_MODELS_DIRECTORY),
    language("hr", 0, &lingua_croatian_language_model::CROATIAN_MODELS_DIRECTORY),
    language("tr", 0, &lingua_turkish_language_model::TURKISH_MODELS_DIRECTORY),
    language("az", 0, &lingua_azerbaijani_language_model::AZERBAIJANI_MODELS_DIRECTORY),
    language("id", 0, &lingua_indonesian_language_model::INDONESIAN_MODELS_DIRECTORY),
    language("vi", 0, &lingua_vietnamese_language_model::VIETNAMESE_MODELS_DIRECTORY),
    language("sq", 0, &lingua_albanian_language_model::ALBANIAN_MODELS_DIRECTORY),
    language("eu", 0, &lingua_basque_language_model::BASQUE_MODELS_DIRECTORY),
    language("tl", 0, &lingua_tagalog_language_model::TAGALOG_MODELS_DIRECTORY),
    language("sw", 0, &lingua_swahili_language_model::SWAHILI_MODELS_DIRECTORY),
    language("so", 0, &lingua_somali_language_model::SOMALI_MODELS_DIRECTORY),
];

/// Languages in Cyrillic letters.
pub static CYRILLIC: &[Language] = &[
    language("ru", 16, &lingua_russian_language_model::RUSSIAN_MODELS_DIRECTORY),
    language("uk", 12, &lingua_ukrainian_language_model::UKRAINIAN_MODELS_DIRECTORY),
    language("bg", 12, &lingua_bulgarian_language_model::BULGARIAN_MODELS_DIRECTORY),
    language("be", 0, &lingua_belarusian_language_model::BELARUSIAN_MODELS_DIRECTORY),
    language("mk", 0, &lingua_macedonian_language_model::MACEDONIAN_MODELS_DIRECTORY),
    language("sr", 0, &lingua_serbian_language_model::SERBIAN_MODELS_DIRECTORY),
    language("kk", 0, &lingua_kazakh_language_model::KAZAKH_MODELS_DIRECTORY),
    language("mn", 0, &lingua_mongolian_language_model::MONGOLIAN_MODELS_DIRECTORY),
];

/// Languages in Arabic letters.
pub static ARABIC: &[Language] = &[
    language("ar", 16, &lingua_arabic_language_model::ARABIC_MODELS_DIRECTORY),
    language("fa", 12, &lingua_persian_language_model::PERSIAN_MODELS_DIRECTORY),
    language("ur", 16, &lingua_urdu_language_model::URDU_MODELS_DIRECTORY),
];
