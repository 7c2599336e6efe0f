use crate::{HouseStyle, pair::tests::compared};

/// The names that became others, as the findings have them: in the translation, in the source.
fn others(one: (&str, &str), two: (&str, &str)) -> Vec<(String, String)> {
    names(one, two, &HouseStyle::default())
}

fn names(one: (&str, &str), two: (&str, &str), style: &HouseStyle) -> Vec<(String, String)> {
    let words = |finding: &crate::Finding| (finding.places[0].words.clone(), finding.places[1].words.clone());
    compared(one, two, style).iter().filter(|finding| finding.kind == "name").map(words).collect()
}

const ENGLISH: &str = "Envoys of Japan met Robert Keller in South Africa.";

const SAME: &[(&str, &str)] = &[
    ("ur", "جاپان کے سفیروں نے جنوبی افریقہ میں رابرٹ کیلر سے ملاقات کی۔"),
    ("ar", "التقى مبعوثو اليابان روبرت كيلر في جنوب أفريقيا."),
    ("zh", "日本特使在南非会见了Robert Keller。"),
    ("es", "Los enviados de Japón se reunieron con Robert Keller en Sudáfrica."),
    ("fr", "Les émissaires japonais ont rencontré Robert Keller en Afrique du Sud."),
    ("ru", "Посланники Японии встретились с Робертом Келлером в Южно-Африканской Республике."),
];

#[test]
fn the_same_names_are_left_alone() {
    for (tag, text) in SAME {
        assert_eq!(others(("en", ENGLISH), (tag, text)), [], "{tag}");
        assert_eq!(others((tag, text), ("en", ENGLISH)), [], "{tag}");
    }
}

#[test]
fn a_country_that_became_another() {
    for (tag, text, found) in [
        ("ur", "جاپان کے سفیروں نے برازیل میں رابرٹ کیلر سے ملاقات کی۔", "برازیل"),
        ("ar", "التقى مبعوثو اليابان روبرت كيلر في البرازيل.", "البرازيل"),
        ("zh", "日本特使在巴西会见了Robert Keller。", "巴西"),
        ("es", "Los enviados de Japón se reunieron con Robert Keller en Brasil.", "Brasil"),
        ("fr", "Les émissaires japonais ont rencontré Robert Keller au Brésil.", "Brésil"),
        ("ru", "Посланники Японии встретились с Робертом Келлером в Бразилии.", "Бразилии"),
    ] {
        assert_eq!(others(("en", ENGLISH), (tag, text)), [(found.to_owned(), "South Africa".to_owned())], "{tag}");
        assert_eq!(others((tag, text), ("en", ENGLISH)), [("South Africa".to_owned(), found.to_owned())], "{tag}");
    }
}

#[test]
fn a_person_who_became_another() {
    for (tag, text, found) in [
        ("ur", "جاپان کے سفیروں نے جنوبی افریقہ میں رابرٹ مورگن سے ملاقات کی۔", "مورگن"),
        ("ar", "التقى مبعوثو اليابان روبرت مورغان في جنوب أفريقيا.", "مورغان"),
        ("zh", "日本特使在南非会见了Robert Morgan。", "Morgan"),
        ("es", "Los enviados de Japón se reunieron con Robert Morgan en Sudáfrica.", "Morgan"),
        ("fr", "Les émissaires japonais ont rencontré Robert Morgan en Afrique du Sud.", "Morgan"),
        ("ru", "Посланники Японии встретились с Робертом Морганом в Южно-Африканской Республике.", "Морганом"),
    ] {
        assert_eq!(others(("en", ENGLISH), (tag, text)), [(found.to_owned(), "Keller".to_owned())], "{tag}");
    }
}

#[test]
fn a_name_of_the_agencys_own_list() {
    let file = "[[name]]\nen = \"Marrowby\"\nru = \"Марроуби\"\n[[name]]\nen = \"Stillford\"\nru = \"Стиллфорд\"\n";
    let style = HouseStyle::read(&[("names.toml".into(), file.into())]).expect("a house style");
    let source = ("en", "The bridge at Marrowby is closed.");
    assert_eq!(names(source, ("ru", "Мост в Стиллфорд закрыт."), &style).len(), 1);
    assert_eq!(names(source, ("ru", "Мост в Марроуби закрыт."), &style), []);
}

#[test]
fn words_that_are_given_to_somebody_else() {
    let source = "Anna Keller runs the harbour and Robert Mendoza the market.\n\u{201c}The boats come at noon,\u{201d} Keller said on Sunday.";
    for (tag, right, wrong) in [
        (
            "es",
            "Anna Keller dirige el puerto y Robert Mendoza el mercado.\n«Los barcos llegan al mediodía», dijo Keller el domingo.",
            "Anna Keller dirige el puerto y Robert Mendoza el mercado.\n«Los barcos llegan al mediodía», dijo Mendoza el domingo.",
        ),
        (
            "ru",
            "Анна Келлер управляет портом, а Роберт Мендоса — рынком.\n«Лодки приходят в полдень», — сказала Келлер в воскресенье.",
            "Анна Келлер управляет портом, а Роберт Мендоса — рынком.\n«Лодки приходят в полдень», — сказал Мендоса в воскресенье.",
        ),
        (
            "ar",
            "تدير آنا كيلر الميناء ويدير روبرت ميندوزا السوق.\n\"القوارب تصل ظهرا\" قالت كيلر يوم الأحد.",
            "تدير آنا كيلر الميناء ويدير روبرت ميندوزا السوق.\n\"القوارب تصل ظهرا\" قال ميندوزا يوم الأحد.",
        ),
    ] {
        assert_eq!(others(("en", source), (tag, right)), [], "{tag}");
        assert_eq!(others(("en", source), (tag, wrong)).len(), 1, "{tag}");
    }
    let she = "Anna Keller dirige el puerto y Robert Mendoza el mercado.\n«Los barcos llegan al mediodía», dijo ella el domingo.";
    assert_eq!(others(("en", source), ("es", she)), []);
}
