//! The page of the rule.

use crate::{
    Level, Rule,
    pages::{Example, Page},
};

/// Its page.
pub const PAGE: Page = Page {
    rule: Rule::Attribution,
    about: "Terms that the agency's own house style calls contested (the program brings none), in a paragraph in which \
            nobody says them; and one unnamed source that becomes several further on. Both are notes and no more: what \
            stands in quotation marks, and a paragraph that says who says it, is left alone.",
    kinds: &[
        ("contested", Level::Note, "a contested term in the agency's own voice"),
        ("sources", Level::Note, "one unnamed source written as several"),
    ],
    finds: &[
        example("en", "Harbour\nThe ship brought the Great Fleece home.", "contested"),
        example("en", "Harbour\nA source at the quay saw lamps.\nThe sources said boats came.", "sources"),
        example("ur", "بندرگاہ\nایک ذریعے نے چراغ دیکھے۔\nذرائع نے کشتیوں کا ذکر کیا۔", "sources"),
        example("ar", "المرفأ\nرأى مصدر مطلع الفوانيس.\nوقالت المصادر إن القوارب جاءت.", "sources"),
        example("zh", "港口\n一名知情人士看见了灯。\n多名知情人士说船来了。", "sources"),
        example("es", "Puerto\nUna fuente vio faroles.\nSegún fuentes del muelle, llegaron barcos.", "sources"),
        example("fr", "Port\nUne source a vu des lampes.\nSelon des sources, des bateaux sont venus.", "sources"),
        example("ru", "Порт\nИсточник видел фонари.\nИсточники говорят, что лодки пришли.", "sources"),
    ],
    leaves: &[
        example(
            "en",
            "Harbour\nThe keeper said that the Great Fleece was home.\nSources said so; a source saw it.",
            "",
        ),
        example("fr", "Port\nPlusieurs sources ont vu des lampes.", ""),
    ],
};

const fn example(lang: &'static str, copy: &'static str, kind: &'static str) -> Example {
    Example { lang, date: "2026-03-12", copy, kind }
}
