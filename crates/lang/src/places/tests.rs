use crate::Languages;
use proptest::prelude::*;

fn found(tag: &str, text: &str) -> String {
    let profile = Languages::built_in().profile(&tag.parse().expect("a tag"));
    let all: Vec<String> = profile
        .territories(text)
        .into_iter()
        .map(|territory| format!("{}{}", territory.codes.join("/"), if territory.named { "" } else { "*" }))
        .collect();
    all.join(" ")
}

#[test]
fn countries_in_every_language() {
    for (tag, text, wanted) in [
        ("en", "Japan's envoy met the U.S. team in South Africa; German and French ships left.", "JP US ZA DE* FR*"),
        ("ur", "جاپان کے سفیر نے جنوبی افریقہ اور امریکہ کے وفود سے ملاقات کی، جرمن جہاز چلا گیا۔", "JP ZA US DE*"),
        ("ar", "التقى سفير اليابان وفدا من الولايات المتحدة وبولندا بالبرازيل وسفنا ألمانية.", "JP US PL BR DE*"),
        ("zh", "日本特使在南非会见了美国代表团，德国船只离开。", "JP ZA US DE"),
        ("es", "El enviado de Japón vio al equipo de Estados Unidos en Sudáfrica con barcos alemanes.", "JP US ZA DE*"),
        (
            "fr",
            "L’émissaire du Japon a vu l’équipe des États-Unis en Afrique du Sud, et des navires allemands.",
            "JP US ZA DE*",
        ),
        (
            "ru",
            "Посланник Японии встретил команду США в Бразилии, немецкие корабли ушли из Франции.",
            "JP US BR DE* FR",
        ),
        ("de", "Japan und Frankreich", ""),
    ] {
        assert_eq!(found(tag, text), wanted, "{tag}");
    }
}

#[test]
fn what_may_be_something_else_is_not_sure() {
    assert_eq!(found("en", "Jordan scored; the turkey was eaten off china."), "JO* TR* CN*");
    assert_eq!(found("en", "Korean and Irish dancers"), "KP/KR* IE*");
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in "\\PC{0,60}|[ a-zالوب中国美США]{0,40}", tag in "en|ur|ar|zh|es|fr|ru|de") {
        let profile = Languages::built_in().profile(&tag.parse().expect("a tag"));
        for territory in profile.territories(&text) {
            prop_assert!(text.get(territory.at).is_some_and(|words| !words.is_empty()));
        }
    }
}
