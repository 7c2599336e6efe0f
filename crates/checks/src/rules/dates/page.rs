//! The page of the rule.

use crate::{
    Level, Rule,
    pages::{Example, Page},
};

/// Its page.
pub const PAGE: Page = Page {
    rule: Rule::Dates,
    about: "Holds the dates of a story against each other, against the years that are counted (\"31 years ago\", the \
            31st anniversary), against the day the story is dated, and against the calendar. It knows no facts: it \
            finds what cannot both be true. A count may be a year off, as anniversaries are kept early; one that only \
            says for how long, or how much later, and is more than twenty years off is taken to be of something else; \
            one count \
            of years that stands alone in a sentence with two years, or with one year and a word that says that years \
            are counted from it, is held against them however it is put; so are one date and one weekday that a mark parts from it, and \
            two moments, the first of which is told to be a beginning and the second an end. Dates of other calendars are not compared with those of the common one. A day that is still to come and told as \
            past, or one of the last twelve months told as to come, is found where its verb stands in the same clause \
            and is one of those that the language's folder lists. Plans, conditions, negations and quotations are \
            left alone, and so are dates beside words like \"until\", \"by\" and \"since\". A day without a year is \
            only noted, when it is near and no other year is told of. Days are counted with the first and the last, \
            or as nights. What is left out because it cannot be told surely: a past day that is told as to come \
            without its month, months without a year, verbs that are not listed, weeks and days that are counted in \
            one word with the number (трёхдневный).",
    kinds: &[
        ("anniv", Level::Warn, "a count of years that does not go with the year it counts from"),
        ("weekday", Level::Warn, "a weekday that is not that of its date"),
        ("nodate", Level::Stop, "a day that no calendar has"),
        ("order", Level::Warn, "a span that ends before it begins"),
        ("tense", Level::Warn, "a date to come told as past, or a past one as to come; a note without a year"),
        ("duration", Level::Warn, "a count of days or weeks that is not that of the days beside it"),
    ],
    finds: &[
        finds("en", "anniv", "Bridge\nThe bridge was opened on 3 May 1991, exactly 40 years ago."),
        finds("en", "nodate", "Bridge\nThe bridge was opened on 30 February 1991."),
        finds("es", "weekday", "Puente\nEl puente se abrió el lunes 3 de mayo de 1991."),
        finds("en", "weekday", "Bridge\nThe bridge was opened on 3 May 1991 – it was a Monday – by the mayor."),
        finds("en", "anniv", "Bridge\nThe ferry sailed from 1951 until its last trip in 1991, for 28 years."),
        finds("en", "order", "Bridge\nWork on the bridge began in 1995 and ended in 1991."),
        finds("fr", "order", "Pont\nLe pont fut construit entre 1995 et 1991."),
        finds("en", "tense", "Bridge\nThe bridge was opened on 14 June 2026 by the mayor."),
        finds("es", "tense", "Puente\nEl puente abrirá el 14 de enero de 2026."),
        finds("zh", "duration", "节日\n为期8天的节日于5月3日至7日举行。"),
        finds("ru", "anniv", "Мост\nМост открыли в 1991 году, ровно 40 лет назад."),
    ],
    leaves: &[
        leaves("en", "Bridge\nThe mayor said on Thursday that the bridge will open on 14 June 2026."),
        leaves(
            "en",
            "Bridge\nThe bridge was opened on 3 May 1991, exactly 35 years ago. It was closed for ten years in 2001.",
        ),
        leaves("en", "Museum\nThe museum, built in 1910, has been closed for two years."),
        leaves("en", "Bridge\nThe bridge was due to open on 14 January 2026. The lease was signed until 14 June 2026."),
        leaves("fr", "Foire\nUne foire de cinq jours, du 3 au 7 mai, attire les visiteurs."),
        leaves("ur", "پل\nپل 1991ء میں، یعنی 35 سال پہلے، کھولا گیا تھا۔"),
        leaves("zh", "桥\n大桥从12月20日到1月5日封闭。"),
    ],
};

const fn finds(lang: &'static str, kind: &'static str, copy: &'static str) -> Example {
    Example { lang, date: "2026-05-03", copy, kind }
}

const fn leaves(lang: &'static str, copy: &'static str) -> Example {
    Example { lang, date: "2026-05-03", copy, kind: "" }
}
