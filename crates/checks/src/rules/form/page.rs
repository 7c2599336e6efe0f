//! The page of the rule.

use crate::{
    Level, Rule,
    pages::{Example, Page},
};

/// Its page.
pub const PAGE: Page = Page {
    rule: Rule::Form,
    about: "A story is in the language of its edition, has a dateline and a byline, writes its dates in one order, and keeps to the letters of its language. \
            All else is a matter of form and no more than a note: a figure without a credit, a headline that is longer \
            than a list, a wire's header or an alert takes, two ways to spell, straight beside curly marks, digits of \
            two scripts, a sentence that opens with a figure.",
    kinds: &[
        ("language", Level::Warn, "the text is in another language than its edition"),
        ("dateline", Level::Warn, "no dateline"),
        ("byline", Level::Warn, "no byline"),
        ("dateorder", Level::Warn, "day before month in one place, month before day in another"),
        ("bidi", Level::Warn, "hidden characters that turn the line"),
        ("script", Level::Warn, "a letter of another alphabet in a word"),
        ("length", Level::Note, "a long headline"),
        ("convention", Level::Note, "two ways to spell"),
        ("marks", Level::Note, "straight beside curly marks"),
        ("digits", Level::Note, "digits of two scripts"),
        ("opening", Level::Note, "a sentence that opens with a figure"),
    ],
    finds: &[
        example(
            "ur",
            "پل\nThe bridge over the river was opened by the keeper in the morning, and hundreds of people walked across \
             it with lamps in their hands. Boats waited under it until the evening, when the band of the town played \
             for everybody who had come.",
            "language",
        ),
        example(
            "en",
            "Bridge\nLe pont sur la rivière a été ouvert par le gardien dans la matinée, et des centaines de personnes \
             l’ont traversé avec des lampes à la main. Les bateaux ont attendu dessous jusqu’au soir, quand la fanfare \
             de la ville a joué pour tous ceux qui étaient venus.",
            "language",
        ),
        example("en", "Bridge\nBoats wait.", "dateline"),
        example("en", "Bridge\nBoats wait.", "byline"),
        example("en", "Bridge\nIt opened on June 14, 1992, and closed on 3 May 2001.", "dateorder"),
        example("en", "Bridge\nBoats \u{202e}wait\u{202c}.", "bidi"),
        example("ar", "الجسر\nتنتظر \u{202b}القوارب\u{202c}.", "bidi"),
        example("en", "Bridge\nThe hаrbour is open.", "script"),
        example("ru", "Мост\nМocт открыт.", "script"),
        example("ur", "پل\nلوگ پ\u{64a}دل چلتے ہیں۔", "script"),
        example("ar", "الجسر\nعبر الناس الجسر الکبير.", "script"),
        example("en", "Lamp walk lights the whole of the town as the great bridge opens again\nBoats wait.", "length"),
        example("zh", "沿海各镇居民提灯游行热烈纪念大桥通行三十一周年\n人们过河。", "length"),
        example("en", "Bridge\nThe well organised walk was motorized.", "convention"),
        example("ru", "Мост\nЕще один самолёт.", "convention"),
        example("fr", "Pont\nL'office dit qu’il ouvre.", "marks"),
        example("ur", "پل\nپل ۱۹۹۲ میں کھلا اور 2023 میں رنگا گیا۔", "digits"),
        example("en", "Bridge\n48 boats took part.", "opening"),
    ],
    leaves: &[
        example("en", "Bridge\nIt opened on June 14, 1992, closed on 3/5/2001, and “on 4 May 2010” it rained.", ""),
        example("en", "Bridge\nThe café of Marrowby is open.", ""),
        example("ur", "پل\nکشتی اور گھر، موسیٰ اور صلوٰۃ۔", ""),
        example("ar", "الجسر\nعبر الناس الجسر الكبير.", ""),
        example("zh", "大桥\n人们用iPhone手机拍照。", ""),
        example("es", "Puente\nLa niña cruza.", ""),
        example("fr", "Pont\nL’été, l’œuvre.", ""),
        example("ru", "Мост\nСМИ пишут о Wi-Fi и iPhone.", ""),
    ],
};

const fn example(lang: &'static str, copy: &'static str, kind: &'static str) -> Example {
    Example { lang, date: "2026-03-12", copy, kind }
}
