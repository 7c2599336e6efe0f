use super::*;
use crate::{HouseStyle, Level, Material, Side};
use lang::Languages;
use proptest::prelude::*;
use story::{
    Text,
    text::{Block, Inline},
};

/// What is found in a translation, each text with the tag of its language, paragraphs apart by line ends.
pub(super) fn compared(one: (&str, &str), two: (&str, &str), style: &HouseStyle) -> Vec<Finding> {
    let text = |body: &str| Text {
        body: body.lines().map(|line| Block::Paragraph(Inline::plain_text(line))).collect(),
        ..Text::default()
    };
    let (first, second) = (text(one.1), text(two.1));
    let languages = Languages::built_in();
    let profile = |tag: &str| languages.profile(&tag.parse().expect("a tag"));
    let (from, to) = (profile(one.0), profile(two.0));
    let read = |text, profile| Copy::new(&Material { text, profile, languages, date: None, asides: &[], style });
    compare(&read(&first, &from).as_source(), &read(&second, &to))
}

fn kinds(one: (&str, &str), two: (&str, &str)) -> Vec<(String, Level, Side)> {
    let all = compared(one, two, &HouseStyle::default());
    all.into_iter().map(|f| (f.kind.into_owned(), f.level, f.places[0].side)).collect()
}

const ENGLISH: &str = "The harbour clock stopped on Monday.\nMayor Anna Keller said the parts would have to come by ship from \
    the other end of the country.\n\u{201c}We will not let the old tower fall silent for a winter,\u{201d} she said.\nNobody was hurt.";

#[test]
fn a_paragraph_that_was_left_out_or_added() {
    for (tag, whole, short) in [
        (
            "es",
            "El reloj del puerto se paró el lunes.\nLa alcaldesa Anna Keller dijo que las piezas tendrían que llegar por barco desde el otro \
             extremo del país.\n«No dejaremos que la vieja torre calle todo un invierno», dijo.\nNadie resultó herido.",
            "El reloj del puerto se paró el lunes.\n«No dejaremos que la vieja torre calle todo un invierno», dijo.\nNadie resultó herido.",
        ),
        (
            "zh",
            "港口的大钟周一停了。\n市长安娜·凯勒说，零件必须用船从国家的另一端运来，需要一段时间才能到达这里。\n她说：“我们不会让这座老钟楼沉默一个冬天，绝对不会这样。”\n没有人受伤。",
            "港口的大钟周一停了。\n她说：“我们不会让这座老钟楼沉默一个冬天，绝对不会这样。”\n没有人受伤。",
        ),
    ] {
        assert_eq!(kinds(("en", ENGLISH), (tag, whole)), [], "{tag}");
        let missing = |side| ("missing".to_owned(), Level::Warn, side);
        assert_eq!(kinds(("en", ENGLISH), (tag, short)), [missing(Side::Source)], "{tag}");
        if tag == "es" {
            assert_eq!(kinds((tag, short), ("en", ENGLISH)), [missing(Side::This)], "{tag}");
        }
    }
}

#[test]
fn a_denial_that_is_lost_or_gained() {
    let sold = "The bakers of the old town sold the long loaf on the square.";
    let did_not = "The bakers of the old town did not sell the long loaf on the square.";
    for (tag, yes, no) in [
        (
            "es",
            "Los panaderos del casco viejo vendieron la barra larga en la plaza.",
            "Los panaderos del casco viejo no vendieron la barra larga en la plaza.",
        ),
        (
            "fr",
            "Les boulangers de la vieille ville ont vendu la longue miche sur la place.",
            "Les boulangers de la vieille ville n’ont pas vendu la longue miche sur la place.",
        ),
        (
            "ru",
            "Пекари старого города продавали длинный батон на площади.",
            "Пекари старого города не продавали длинный батон на площади.",
        ),
        (
            "ar",
            "باع خبازو المدينة القديمة الرغيف الطويل في الساحة.",
            "لم يبع خبازو المدينة القديمة الرغيف الطويل في الساحة.",
        ),
        (
            "ur",
            "پرانے شہر کے نانبائیوں نے چوک میں لمبی روٹی فروخت کی۔",
            "پرانے شہر کے نانبائیوں نے چوک میں لمبی روٹی فروخت نہیں کی۔",
        ),
        ("zh", "老城的面包师在广场上出售长面包。", "老城的面包师没有在广场上出售长面包。"),
    ] {
        let told = |level, side| vec![("negation".to_owned(), level, side)];
        assert_eq!(kinds(("en", sold), (tag, yes)), [], "{tag}");
        assert_eq!(kinds(("en", did_not), (tag, no)), [], "{tag}");
        assert_eq!(kinds(("en", did_not), (tag, yes)), told(Level::Warn, Side::This), "{tag}");
        assert_eq!(kinds((tag, no), ("en", sold)), told(Level::Warn, Side::This), "{tag}");
        assert_eq!(kinds(("en", sold), (tag, no)), told(Level::Note, Side::This), "{tag}");
    }
    for (source, translation) in [
        ("The clerk did not open the gate in time.", "L’employé a omis d’ouvrir la grille, faute de clé."),
        ("The clerk failed to open the gate.", "L’employé n’a pas ouvert la grille."),
        ("Not only the clerk came, but the guard as well.", "L’employé est venu, et le garde aussi."),
        ("It was not until noon that the gate opened.", "La grille a ouvert à midi."),
    ] {
        let loud: Vec<_> =
            kinds(("en", source), ("fr", translation)).into_iter().filter(|f| f.1 > Level::Note).collect();
        assert_eq!(loud, [], "{source}");
    }
}

#[test]
fn a_quotation_that_is_none_in_the_translation() {
    let plain = "Часы в порту остановились в понедельник.\nМэр Анна Келлер сказала, что детали придётся везти морем с другого конца \
        страны.\nОна сказала, что старая башня не замолчит на целую зиму.\nНикто не пострадал.";
    assert_eq!(kinds(("en", ENGLISH), ("ru", plain)), [("quote".to_owned(), Level::Note, Side::This)]);
}

#[test]
fn a_negation_that_is_lost_or_gained() {
    let source = ("en", "The mayor did not sign the treaty on Monday.");
    for (tag, lost, kept) in [
        ("es", "El alcalde firmó el tratado el lunes.", "El alcalde no firmó el tratado el lunes."),
        ("fr", "Le maire a signé le traité lundi.", "Le maire n’a pas signé le traité lundi."),
        ("ru", "Мэр подписал договор в понедельник.", "Мэр не подписал договор в понедельник."),
        ("ar", "وقع رئيس البلدية المعاهدة يوم الاثنين.", "لم يوقع رئيس البلدية المعاهدة يوم الاثنين."),
        ("ur", "میئر نے پیر کو معاہدے پر دستخط کیے۔", "میئر نے پیر کو معاہدے پر دستخط نہیں کیے۔"),
        ("zh", "市长周一签署了条约。", "市长周一没有签署条约。"),
    ] {
        let found = |level| [("negation".to_owned(), level, Side::This)];
        assert_eq!(kinds(source, (tag, lost)), found(Level::Warn), "{tag}");
        assert_eq!(kinds(source, (tag, kept)), [], "{tag}");
        assert_eq!(kinds(("en", "The mayor signed the treaty on Monday."), (tag, kept)), found(Level::Note), "{tag}");
    }
}

#[test]
fn a_denial_in_other_words_is_none_lost() {
    for (source, translation) in [
        ("The mayor did not sign the treaty.", "El alcalde se negó a firmar el tratado."),
        ("The mayor did not only sign the treaty.", "El alcalde firmó el tratado."),
        ("The mayor did not stop the works.", "El alcalde siguió con las obras."),
        ("Did the mayor not sign the treaty?", "El alcalde firmó el tratado."),
    ] {
        assert_eq!(kinds(("en", source), ("es", translation)), [], "{source}");
    }
}

proptest! {
    #[test]
    fn any_two_texts_can_be_compared(
        one in "\\PC{0,60}|[A-Ca-c .\n\"]{0,80}",
        two in "\\PC{0,60}|[A-Ca-c .\n\"]{0,80}",
        tags in "(en|ur|ar|zh|es|fr|ru|de) (en|ur|ar|zh|es|fr|ru|de)",
    ) {
        let (from, to) = tags.split_once(' ').expect("two tags");
        compared((from, &one), (to, &two), &HouseStyle::default());
    }
}
