use crate::Languages;
use proptest::prelude::*;

/// A text with a bar where each sentence but the last has to end.
fn ends(tag: &str, marked: &str) {
    let text = marked.replace('|', "");
    let profile = Languages::built_in().profile(&tag.parse().expect("a tag"));
    let found: Vec<&str> = profile.sentences(&text).into_iter().map(|range| &text[range]).collect();
    let wanted: Vec<&str> = marked.split('|').map(str::trim).collect();
    assert_eq!(found, wanted, "{tag}");
}

#[test]
fn english() {
    ends("en", "Mr. Hale met Dr. Ruth A. Moss at St. Anne's.| He left.");
    ends("en", "The U.S. President spoke in the U.S.| The visit took 3.5 hours.| It ended at 5 p.m.| He slept.");
    ends(
        "en",
        "It sold No. 7 Ltd. of Leeds, Acme Inc. and others, e.g. Bolt vs. Nut.| No.| \"Why?\" he asked.| \"I am here.\"| She left.",
    );
    ends(
        "en",
        "Read example.com/a?b=1 on Jan. 5.| In 2019.| 20 people came… and went...| (They were late.)| Yahoo! said so.",
    );
    ends("en", "1. First item\n|2. Second item\n|iPhone sales fell.| iPhone prices rose.");
}

#[test]
fn urdu() {
    ends("ur", "وزیر نے کہا کہ پل بند ہے۔| ڈاکٹر۔ ندیم نے ۲۔۵ ارب مانگے۔|کیا یہ ممکن ہے؟| جی ہاں!");
    ends("ur", "اے۔ بی۔ خان نے بتایا: ”ہم جائیں گے۔“| وہ چلے گئے۔");
}

#[test]
fn arabic() {
    ends("ar", "قال د. سالم إن الجسر مغلق.| وأضاف أ.د. حسن أن النسبة 3.5 في المئة.| هل يعود؟| نعم!");
    ends("ar", "عاد إلى جدة عام 1445 هـ. وقال إنه بخير.".replace(". وقال", ".| وقال").as_str());
}

#[test]
fn chinese() {
    ends("zh", "大桥关闭了。|市长说：“我们会来。”|他走了！|真的吗？|“好的。”他说。|比例为3.5%。");
    ends("zh", "“我来。|你也来。”他说，Acme Inc. 关门了……然后又开了。");
}

#[test]
fn spanish() {
    ends(
        "es",
        "El Sr. Ruiz y la Dra. Vega viajaron a EE. UU. y volvieron.| La visita costó 3.500 euros, p. ej. en hoteles.",
    );
    ends(
        "es",
        "«¿Vendrás?», preguntó.| Vive en EE.UU.| El jueves volverá.| ¡Qué bien!| ¿Por qué?| Por el art. 5 y el núm. 7.",
    );
}

#[test]
fn french() {
    ends(
        "fr",
        "M. Petit et Mme Roche ont vu le Dr. Blanc.| L’entretien a duré 3,5 heures.| « Oui ! » a-t-il dit.| « Non. »| Il part.",
    );
    ends(
        "fr",
        "Il vécut au IIe siècle av. J.-C. et mourut jeune.| Voir p. 4, art. 5, etc.| Le reste suit…| Il a dit « peut-être… » hier.",
    );
}

#[test]
fn russian() {
    ends(
        "ru",
        "А. С. Громов, т.е. мэр г. Зареченска, приехал в 2019 г. и уехал.| Он живёт на ул. Садовой, д. 5 и т. д.| Это всё.",
    );
    ends("ru", "Он выпил 3 млн. руб. — «Приду!» — сказал он.| «Почему?»| Никто не ответил.| Им. Пушкина театр.");
}

#[test]
fn a_language_that_is_not_set_up() {
    ends("de", "Er kam am 3. Oktober.| Sie ging.| Warum?");
    ends("hi", "वह आया।| वह गया।");
}

proptest! {
    #[test]
    fn sentences_stand_in_order_and_hold_every_word(text in "\\PC{0,60}|[aБم。.!?۔؟\"“”«»() \n…1]{0,60}", tag in "en|ur|ar|zh|es|fr|ru|de") {
        let profile = Languages::built_in().profile(&tag.parse().expect("a tag"));
        let mut from = 0;
        for range in profile.sentences(&text) {
            prop_assert!(from <= range.start && range.start < range.end);
            prop_assert!(text[from..range.start].trim().is_empty());
            prop_assert_eq!(text[range.clone()].trim(), &text[range.clone()]);
            from = range.end;
        }
        prop_assert!(text[from..].trim().is_empty());
    }
}

#[test]
fn a_long_text_takes_no_longer_than_its_length() {
    let profile = Languages::built_in().profile(&"en".parse().expect("a tag"));
    for part in ["a. ", ". ( ", "\" . ", ".", "... ", "St. ", "«. »"] {
        let text = part.repeat(2_000_000 / part.len());
        let begun = std::time::Instant::now();
        profile.sentences(&text);
        assert!(begun.elapsed().as_secs() < 10, "{part:?}: {:?}", begun.elapsed());
    }
}
