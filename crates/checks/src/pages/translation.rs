//! The page of the rule `translation`: its examples are pairs.

use super::markdown;
use crate::{Level, Rule};
use std::fmt::Write;

/// A translation with its source.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    /// The tag of the source's language.
    pub from: &'static str,
    /// The source: paragraphs, apart by line ends.
    pub source: &'static str,
    /// The tag of the translation's language.
    pub lang: &'static str,
    /// The translation.
    pub copy: &'static str,
    /// The kind of finding that it is an example of; empty for one of what is left alone.
    pub kind: &'static str,
}

/// What it is for.
const ABOUT: &str = "A translation against the text that it was made from: each figure, date, unit, name and quotation \
                     of the one stands in the other, sentence by sentence. What a language writes otherwise (words for \
                     figures, other units of counting, another order) is no difference.";

/// The kinds of findings it makes.
pub const KINDS: &[(&str, Level, &str)] = &[
    ("figure", Level::Warn, "A figure of one text is another in the other, or is not there."),
    ("date", Level::Warn, "A date or time of one text is another in the other."),
    ("unit", Level::Warn, "A figure is of something else: of another unit or currency."),
    (
        "name",
        Level::Warn,
        "A country, a name of the agency's list or a person became another; words are given to somebody else.",
    ),
    ("quote", Level::Note, "Somebody is quoted in one text and not in the other."),
    (
        "negation",
        Level::Warn,
        "The source denies something that the translation does not; the other way round it is a `note`.",
    ),
    ("missing", Level::Warn, "A sentence or paragraph of the source has nothing that stands for it."),
];

/// Translations in which it finds something.
pub const FINDS: &[Pair] = &[
    Pair {
        from: "en",
        source: "The harbour counted 4,210 boats on Sunday, the warden said.",
        lang: "es",
        copy: "El puerto contó 4.120 barcos el domingo, dijo el guarda.",
        kind: "figure",
    },
    Pair {
        from: "en",
        source: "The market opens on 12 May and closes on 3 June.",
        lang: "ru",
        copy: "Ярмарка откроется 12 мая и закроется 3 июля.",
        kind: "date",
    },
    Pair {
        from: "en",
        source: "The new path along the river is 12 kilometres long.",
        lang: "fr",
        copy: "Le nouveau chemin le long de la rivière fait 12 miles.",
        kind: "unit",
    },
    Pair {
        from: "en",
        source: "The new ferries come from Norway, the mayor said.",
        lang: "ar",
        copy: "قال العمدة إن العبارات الجديدة تأتي من السويد.",
        kind: "name",
    },
    Pair {
        from: "en",
        source: "The bakers of the old town did not sell the long loaf on the square.",
        lang: "es",
        copy: "Los panaderos del casco viejo vendieron la barra larga en la plaza.",
        kind: "negation",
    },
    Pair {
        from: "en",
        source: "The harbour clock stopped on Monday.\nMayor Anna Keller said the parts would have to come by ship from \
                 the other end of the country.\nThe town band played in the square until the evening.\nThe market stays \
                 open all week.",
        lang: "es",
        copy: "El reloj del puerto se paró el lunes.\nLa banda municipal tocó en la plaza hasta la noche.\nEl mercado sigue \
               abierto toda la semana.",
        kind: "missing",
    },
];

/// Translations that it leaves alone.
pub const LEAVES: &[Pair] = &[
    Pair {
        from: "en",
        source: "The fair drew 1.2 million visitors in 2025.",
        lang: "zh",
        copy: "2025年，集市吸引了120万名游客。",
        kind: "",
    },
    Pair {
        from: "en",
        source: "Twelve boats brought 250,000 herrings to the harbour.",
        lang: "ur",
        copy: "بارہ کشتیاں ڈھائی لاکھ مچھلیاں بندرگاہ پر لائیں۔",
        kind: "",
    },
    Pair {
        from: "en",
        source: "The kites rose over the island on Friday, the organisers said.",
        lang: "zh",
        copy: "主办方表示，风筝27日在岛上升空。",
        kind: "",
    },
    Pair {
        from: "en",
        source: "The clerk failed to open the gate in time.",
        lang: "fr",
        copy: "L’employé n’a pas ouvert la grille à temps.",
        kind: "",
    },
];

/// The page as Markdown.
pub fn page() -> String {
    let mut out = markdown::head(Rule::Translation, ABOUT, KINDS);
    for (heading, pairs) in [("What it finds", FINDS), ("What it leaves alone", LEAVES)] {
        if !pairs.is_empty() {
            let _ = write!(out, "\n## {heading}\n");
        }
        for pair in pairs {
            let kind = if pair.kind.is_empty() { String::new() } else { format!("`{}`, ", pair.kind) };
            let _ = write!(out, "\n{kind}{} to {}:\n\n", pair.from, pair.lang);
            markdown::copy(&mut out, pair.source);
            out.push_str("\n    →\n\n");
            markdown::copy(&mut out, pair.copy);
        }
    }
    out
}

/// What it is for, in a sentence.
pub(super) fn about() -> &'static str {
    ABOUT
}
