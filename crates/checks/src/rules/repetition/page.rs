//! The page of the rule.

use crate::{
    Level, Rule,
    pages::{Example, Page},
};

/// Its page.
pub const PAGE: Page = Page {
    rule: Rule::Repetition,
    about: "A paragraph, sentence or list item that stands in the story twice; a word twice in a row, where the language \
            does not double it on purpose (in Chinese it always may); a deck that is cut out of a sentence of the body \
            and breaks off before its end; a figure in the headline that the body does not tell, as it is, rounded or \
            added up. Short sentences that people repeat, and a headline that says what the first sentence says, are \
            left alone.",
    kinds: &[("repeat", Level::Warn, "a sentence or list item twice"), ("word", Level::Warn, "a word twice in a row")],
    finds: &[
        example("en", "Bridge\nThe old ford closed in May.\nBoats wait.\nThe old ford closed in May.", "repeat"),
        example("ur", "پل\nپرانا گھاٹ مئی میں بند ہو گیا۔\nپرانا گھاٹ مئی میں بند ہو گیا۔", "repeat"),
        example("ar", "الجسر\nأغلق المعبر القديم في أيار. أغلق المعبر القديم في أيار.", "repeat"),
        example("zh", "大桥\n老渡口五月份关闭了。居民们很高兴。\n老渡口五月份关闭了。", "repeat"),
        example("es", "Puente\nEl viejo vado cerró en mayo.\nEl viejo vado cerró en mayo.", "repeat"),
        example("fr", "Pont\nLe vieux gué a fermé en mai.\nLe vieux gué a fermé en mai.", "repeat"),
        example("ru", "Мост\nСтарый брод закрыли в мае.\nСтарый брод закрыли в мае.", "repeat"),
        example("en", "Bridge\nThe keeper of the the bridge waits.", "word"),
        example("ur", "پل\nنگران نے نے دروازہ کھولا۔", "word"),
        example("ar", "الجسر\nعبر الناس إلى إلى الضفة.", "word"),
        example("es", "Puente\nLa guardiana de de la orilla espera.", "word"),
        example("fr", "Pont\nLa gardienne du du pont attend.", "word"),
        example("ru", "Мост\nСмотрительница стоит на на мосту.", "word"),
    ],
    leaves: &[
        example(
            "en",
            "Bridge\nShe said that that bridge had had a very very long life. Duran Duran sang. No no no.",
            "",
        ),
        example("ur", "پل\nلوگ ساتھ ساتھ آہستہ آہستہ چلتے چلتے پل کے پار گئے۔", ""),
        example("ar", "الجسر\nعبر محمد محمد الجسر رويدا رويدا مع فريق بي بي سي.", ""),
        example("zh", "大桥\n人人高高兴兴，看看桥，走走停停。", ""),
        example("es", "Puente\nEs muy muy largo, poco a poco.", ""),
        example("fr", "Pont\nNous nous levons et vous vous asseyez. Tout en en parlant, il passe.", ""),
        example("ru", "Мост\nОн да да, еле-еле, очень очень медленно прошёл по мосту.", ""),
    ],
};

const fn example(lang: &'static str, copy: &'static str, kind: &'static str) -> Example {
    Example { lang, date: "2026-03-12", copy, kind }
}
