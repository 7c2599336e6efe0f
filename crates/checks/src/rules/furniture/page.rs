//! The page of the rule.

use crate::{
    Level, Rule,
    pages::{Example, Page},
};

/// Its page.
pub const PAGE: Page = Page {
    rule: Rule::Furniture,
    about: "What a page, a program or the desk left in the copy: tokens that prove who owns a site, \
            placeholders that nobody filled in, entities and tags of HTML, letters that were read in a wrong charset, links that count readers, notes to the desk, pointers to \
            other stories within a paragraph. What was taken off when the copy was read is named too: tokens as a \
            warning, an embargo that the story does not have as something that holds a release back, the rest as notes.",
    kinds: &[
        ("token", Level::Warn, "a verification token"),
        (
            "placeholder",
            Level::Warn,
            "a placeholder that was not filled in, or what a program left in copy that it wrote",
        ),
        ("entity", Level::Warn, "an entity, a tag, an escape, or letters read in a wrong charset"),
        ("tracking", Level::Warn, "a link that counts readers"),
        ("desk", Level::Warn, "a note to the desk"),
        ("also", Level::Warn, "a pointer to another story within a paragraph"),
    ],
    finds: &[
        example("en", "Bridge\nBoats wait.\ngoogle-site-verification=own0Page0token0Kq7", "token"),
        example("zh", "大桥\n大桥通行。 <meta name=\"msvalidate.01\" content=\"0A1B2C3D\" />", "token"),
        example("en", "Bridge\nThe bridge opens on [DATE].", "placeholder"),
        example("fr", "Pont\nLe maire {{ nom }} ouvre le pont.", "placeholder"),
        example("en", "Bridge\nTea &amp; songs on the bridge.", "entity"),
        example("ur", "پل\nپل&nbsp;کھل گیا ہے۔", "entity"),
        example("ar", "الجسر\nافتتح الجسر.<br>", "entity"),
        example("zh", "大桥\n大桥&#8220;通行&#8221;了。", "entity"),
        example("es", "Puente\nLa niÃ±a cruza el puente.", "entity"),
        example("fr", "Pont\nLâ€™office a ouvert le pont cet été.", "entity"),
        example("ru", "Мост\nСегодня Ð¼Ð¾ÑÑ‚ открыт.", "entity"),
        example("en", "Bridge\nMore at https://example.org/bridge?utm_source=feed.", "tracking"),
        example("en", "Bridge\n[Eds: check the name of the keeper]\nBoats wait.", "desk"),
        example("fr", "Pont\nLe pont ouvre. À lire aussi : Le bac ferme.", "also"),
        example("en", "Bridge\nThe bridge is open. Also read: Ferry stops.", "also"),
    ],
    leaves: &[
        example(
            "en",
            "Bridge\nMarks & Sons (R&D; AT&T) say 3 < 5 > 2, see https://example.org/?id=7 and the google-site-verification tag.",
            "",
        ),
        example("en", "Bridge\nThe keeper said [sic] that [the bridge] is open [1].", ""),
        example("ru", "Мост\nПрограмма «НТВ» вышла. ЕЩЁ раз: «ТАСС».", ""),
        example("fr", "Pont\n« À L’ÉTÉ » : ÂGE D’OR, île, œuvre.", ""),
        example("es", "Puente\nPERÚ… «CAFÉ»", ""),
        example("ar", "الجسر\nقرأ الناس أيضا كتابا عن الجسر.", ""),
        example("zh", "大桥\n联通公司昨天开幕。", ""),
        example("ur", "پل\nیہ بھی پڑھیں گے کہ پل کب بنا۔", ""),
    ],
};

const fn example(lang: &'static str, copy: &'static str, kind: &'static str) -> Example {
    Example { lang, date: "2026-03-12", copy, kind }
}
