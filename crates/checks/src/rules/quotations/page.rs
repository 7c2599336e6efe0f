//! The page of the rule.

use crate::{
    Level, Rule,
    pages::{Example, Page},
};

/// Its page.
pub const PAGE: Page = Page {
    rule: Rule::Quotations,
    about: "Quotation marks have to come in pairs: what is opened is closed, with the mark that belongs to it. A \
            quotation that runs on over paragraphs may open each of them anew and closes only the last. Apostrophes, \
            inches and single marks are left alone.",
    kinds: &[
        ("quote", Level::Warn, "a mark without the one that belongs to it, or with one of another kind"),
        ("nested", Level::Note, "a quotation within another, between the same marks"),
        ("unsaid", Level::Note, "a quotation of a whole sentence that nobody says"),
    ],
    finds: &[
        example("en", "Bridge opens\n“The old ford is closed, the keeper said.\nBoats wait at the quay.", "quote"),
        example("en", "Bridge opens\nThe ford is closed,\" the keeper said.", "quote"),
        example("ur", "پل کھل گیا\nنگران نے کہا: “پرانا گھاٹ بند ہے۔ کشتیاں انتظار میں ہیں۔", "quote"),
        example("ar", "افتتاح الجسر\nقالت الحارسة: «المعبر القديم مغلق. وتنتظر القوارب.", "quote"),
        example("zh", "大桥通行\n看守人说：“老渡口关了。", "quote"),
        example("es", "Abre el puente\nEl vado está cerrado», dijo la guardiana.", "quote"),
        example("fr", "Le pont ouvre\n« Le vieux gué est fermé, a dit la gardienne.", "quote"),
        example("ru", "Мост открыт\nСтарый брод закрыт», — сказала смотрительница.", "quote"),
        example(
            "en",
            "Bridge opens\nThe keeper said: “A boatman called “What a fine bridge this is” to me.”",
            "nested",
        ),
        example(
            "en",
            "Bridge opens\nBoats wait.\n“The old ford is closed and will never open again.”\nTea is served.",
            "unsaid",
        ),
    ],
    leaves: &[
        example("en", "Keeper: 'It's done'\n“We began in May.\n“We ended in June,” the keeper said, 6'2\" tall.", ""),
        example("ur", "پل کھل گیا\nنگران نے کہا: ’’پرانا گھاٹ بند ہے۔‘‘ ملاح نے کہا، ”ہم جاتے ہیں۔“", ""),
        example("ar", "افتتاح الجسر\nقالت الحارسة: \"المعبر القديم مغلق\"، وعبر الناس إلى \"ماروبي\".", ""),
        example("zh", "大桥通行\n看守人说：“船夫喊‘真好’，我听见了。”大家读《河流志》。", ""),
        example("es", "Abre el puente\n«El vado —dijo la guardiana— está cerrado». Luego: “Gracias”.", ""),
        example("fr", "Le pont ouvre\nLa gardienne explique : « Un batelier m’a crié : « Quel beau pont ! »", ""),
        example("ru", "Мост открыт\n«Старый брод, — сказала смотрительница, — закрыт». Вышла книга «Реки».", ""),
    ],
};

const fn example(lang: &'static str, copy: &'static str, kind: &'static str) -> Example {
    Example { lang, date: "2026-03-12", copy, kind }
}
