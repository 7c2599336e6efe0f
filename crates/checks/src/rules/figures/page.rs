//! Its page.

use crate::{
    Level, Rule,
    pages::{Example, Page},
};

/// The page of the rule.
pub const PAGE: Page = Page {
    rule: Rule::Figures,
    about: "What copy says of its figures, reckoned again: parts against their whole, sums, percentages, what rose or fell \
            from one figure to another, ranges, conversions in brackets. \"Including\" names parts and never a sum; \"in \
            all\" makes a sum. Figures that are rounded or only bounds (\"more than 7,000\") are given their room, a \
            figure that is right in one reading of the sentence is right, and quotations are left alone. How a language \
            says it stands in `arithmetic.toml` of its folder.",
    kinds: &[
        ("parts", Level::Warn, "Parts that are more than their whole, one of them or together."),
        ("sum", Level::Warn, "Figures that do not make the total that is given, or the difference."),
        (
            "percent",
            Level::Warn,
            "A percentage or share that the figures beside it do not make; doubled, tripled, halved: and it is not.",
        ),
        (
            "order",
            Level::Warn,
            "A rise that is a fall, a fall that is a rise, a range that begins with its larger end.",
        ),
        ("unit", Level::Warn, "A conversion in brackets that is wrong by more than rounding."),
        (
            "twice",
            Level::Warn,
            "Headline or deck and the first paragraphs give one quantity two values; a note where both stand in the body.",
        ),
    ],
    finds: &[
        Example {
            lang: "en",
            date: "2026-03-12",
            kind: "parts",
            copy: "Ferry\nThe ferry carried 340 passengers, including 410 children.",
        },
        Example {
            lang: "ur",
            date: "2026-03-12",
            kind: "parts",
            copy: "کشتی\nکشتی پر 340 مسافر تھے جن میں 410 بچے شامل تھے۔",
        },
        Example {
            lang: "ar",
            date: "2026-03-12",
            kind: "parts",
            copy: "العبارة\nكان على متن العبارة 340 راكبا، بينهم 410 أطفال.",
        },
        Example {
            lang: "zh", date: "2026-03-12", kind: "parts", copy: "渡轮\n渡轮上有340名乘客，其中包括410名儿童。"
        },
        Example {
            lang: "es",
            date: "2026-03-12",
            kind: "parts",
            copy: "El ferri\nEn el ferri viajaban 340 pasajeros, entre ellos 410 niños.",
        },
        Example {
            lang: "fr",
            date: "2026-03-12",
            kind: "parts",
            copy: "Le bac\nLe bac transportait 340 passagers, dont 410 enfants.",
        },
        Example {
            lang: "ru",
            date: "2026-03-12",
            kind: "parts",
            copy: "Паром\nНа пароме было 340 пассажиров, в том числе 410 детей.",
        },
        Example {
            lang: "en",
            date: "2026-03-12",
            kind: "sum",
            copy: "Garden\nVolunteers planted 30 oaks, 20 limes and 12 pines, 75 trees in all.",
        },
        Example {
            lang: "ur",
            date: "2026-03-12",
            kind: "sum",
            copy: "باغ\nرضاکاروں نے 30 شیشم، 20 نیم اور 12 چیڑ لگائے، کل ملا کر 75 درخت۔",
        },
        Example {
            lang: "ar",
            date: "2026-03-12",
            kind: "sum",
            copy: "الحديقة\nغرس المتطوعون 30 بلوطة و20 صنوبرة و12 زيتونة، أي ما مجموعه 75 شجرة.",
        },
        Example {
            lang: "zh",
            date: "2026-03-12",
            kind: "sum",
            copy: "花园\n志愿者种下30棵橡树、20棵椴树和12棵松树，共计75棵。",
        },
        Example {
            lang: "es",
            date: "2026-03-12",
            kind: "sum",
            copy: "El jardín\nLos voluntarios plantaron 30 robles, 20 tilos y 12 pinos, en total 75 árboles.",
        },
        Example {
            lang: "fr",
            date: "2026-03-12",
            kind: "sum",
            copy: "Le jardin\nLes bénévoles ont planté 30 chênes, 20 tilleuls et 12 pins, soit 75 arbres au total.",
        },
        Example {
            lang: "ru",
            date: "2026-03-12",
            kind: "sum",
            copy: "Сад\nВолонтёры посадили 30 дубов, 20 лип и 12 сосен, всего 75 деревьев.",
        },
        Example {
            lang: "en",
            date: "2026-03-12",
            kind: "percent",
            copy: "Vote\n50 of the 200 members, or 40 per cent, voted for the plan.",
        },
        Example {
            lang: "ur",
            date: "2026-03-12",
            kind: "percent",
            copy: "ووٹ\n200 ارکان میں سے 50، یعنی 40 فیصد، نے منصوبے کے حق میں ووٹ دیا۔",
        },
        Example {
            lang: "ar",
            date: "2026-03-12",
            kind: "percent",
            copy: "التصويت\nصوت 50 من أصل 200 عضو، أي 40 في المئة، لصالح الخطة.",
        },
        Example {
            lang: "zh", date: "2026-03-12", kind: "percent", copy: "投票\n200名会员中有50人赞成，占40%。"
        },
        Example {
            lang: "es",
            date: "2026-03-12",
            kind: "percent",
            copy: "La votación\n50 de los 200 socios, es decir, el 40 %, votaron a favor.",
        },
        Example {
            lang: "fr",
            date: "2026-03-12",
            kind: "percent",
            copy: "Le vote\n50 des 200 membres, soit 40 %, ont voté pour.",
        },
        Example {
            lang: "ru",
            date: "2026-03-12",
            kind: "percent",
            copy: "Голосование\n50 из 200 членов клуба, или 40 %, поддержали план.",
        },
        Example {
            lang: "en",
            date: "2026-03-12",
            kind: "order",
            copy: "Library\nThe number of readers rose from 300 to 200 in a year.",
        },
        Example {
            lang: "ur",
            date: "2026-03-12",
            kind: "order",
            copy: "کتب خانہ\nقارئین کی تعداد 300 سے بڑھ کر 200 ہو گئی۔",
        },
        Example {
            lang: "ar",
            date: "2026-03-12",
            kind: "order",
            copy: "المكتبة\nارتفع عدد القراء من 300 إلى 200 خلال عام.",
        },
        Example {
            lang: "zh", date: "2026-03-12", kind: "order", copy: "图书馆\n读者人数从300人增加到200人。"
        },
        Example {
            lang: "es",
            date: "2026-03-12",
            kind: "order",
            copy: "La biblioteca\nEl número de lectores aumentó de 300 a 200 en un año.",
        },
        Example {
            lang: "fr",
            date: "2026-03-12",
            kind: "order",
            copy: "La bibliothèque\nLe nombre de lecteurs a augmenté de 300 à 200 en un an.",
        },
        Example {
            lang: "ru",
            date: "2026-03-12",
            kind: "order",
            copy: "Библиотека\nЧисло читателей выросло с 300 до 200 за год.",
        },
        Example {
            lang: "en",
            date: "2026-03-12",
            kind: "order",
            copy: "Picnic\nBetween 50 and 30 guests are expected.",
        },
        Example {
            lang: "fr",
            date: "2026-03-12",
            kind: "order",
            copy: "Pique-nique\nEntre 50 et 30 invités sont attendus.",
        },
        Example {
            lang: "en",
            date: "2026-03-12",
            kind: "percent",
            copy: "Choir\nMembership doubled from 40 to 130 in a year.",
        },
        Example {
            lang: "es",
            date: "2026-03-12",
            kind: "percent",
            copy: "El coro\nEl número de socios se duplicó de 40 a 130 en un año.",
        },
        Example { lang: "en", date: "2026-03-12", kind: "unit", copy: "Road\nThe road is 100 miles (120 km) long." },
        Example {
            lang: "en",
            date: "2026-03-12",
            kind: "twice",
            copy: "42 clocks stopped in Marrowby\n57 clocks stopped in Marrowby on Monday, the watchmaker said.",
        },
    ],
    leaves: &[
        Example {
            lang: "en",
            date: "2026-03-12",
            kind: "",
            copy: "Ferry\nThe ferry carried 613 passengers, including 70 pensioners, 106 women and 63 children; more than 7,000 had wanted to go.",
        },
        Example {
            lang: "ur",
            date: "2026-03-12",
            kind: "",
            copy: "کشتی\nکشتی پر 613 مسافر تھے جن میں 106 خواتین اور 63 بچے شامل تھے۔",
        },
        Example {
            lang: "ar",
            date: "2026-03-12",
            kind: "",
            copy: "العبارة\nارتفع عدد الركاب من 200 إلى 250، بزيادة قدرها 25 في المئة.",
        },
        Example {
            lang: "zh",
            date: "2026-03-12",
            kind: "",
            copy: "渡轮\n渡轮上有613名乘客，其中包括106名妇女和63名儿童。",
        },
        Example {
            lang: "es",
            date: "2026-03-12",
            kind: "",
            copy: "La votación\n50 de los 200 socios, es decir, el 25 %, votaron a favor, y la cifra de bajas cayó de 30 a 20.",
        },
        Example {
            lang: "fr",
            date: "2026-03-12",
            kind: "",
            copy: "Le jardin\nLes bénévoles ont planté 30 chênes, 20 tilleuls et 12 pins, soit 62 arbres au total.",
        },
        Example {
            lang: "ru",
            date: "2026-03-12",
            kind: "",
            copy: "Библиотека\nЧисло читателей сократилось с 300 до 200, то есть на треть.",
        },
        Example {
            lang: "en",
            date: "2026-03-12",
            kind: "",
            copy: "Road\nThe road is 100 miles (160 km) long; the old one was cut from 30 to 20 miles.",
        },
    ],
};
