//! What it finds and what it leaves alone, in the seven languages.

use crate::{Copy, HouseStyle, Level, Material};
use lang::Languages;
use proptest::prelude::*;
use story::{
    Text,
    text::{Block, Inline},
};

/// What is found at `warn` or above in one paragraph, by kind.
fn found(lang: &str, paragraph: &str) -> Vec<String> {
    let languages = Languages::built_in();
    let profile = languages.profile(&lang.parse().expect("a tag"));
    let body = vec![Block::Paragraph(Inline::plain_text(paragraph))];
    let text = Text { body, ..Text::default() };
    let style = HouseStyle::default();
    let copy =
        Copy::new(&Material { text: &text, profile: &profile, languages, date: None, asides: &[], style: &style });
    let mut findings = Vec::new();
    super::find(&copy, &mut findings);
    findings.into_iter().filter(|f| f.level > Level::Note).map(|f| f.kind.into_owned()).collect()
}

fn each_is(kind: &str, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(lang, text)| (lang, text, found(lang, text)))
        .filter(|(_, _, kinds)| if kind.is_empty() { !kinds.is_empty() } else { !kinds.iter().any(|k| k == kind) })
        .map(|(lang, text, kinds)| format!("{lang}: {text} gives {kinds:?}"))
        .collect();
    assert!(wrong.is_empty(), "wanted {kind:?}\n{}", wrong.join("\n"));
}

#[test]
fn parts_are_no_more_than_their_whole() {
    each_is(
        "parts",
        &[
            ("en", "Of the 120 boats in the harbour, 150 are blue."),
            ("en", "70 of the 120 houses are made of wood and the other 90 of stone."),
            ("en", "70 of the 120 houses have a garden and the other 90 have none."),
            ("en", "The club has 340 members, 210 women and 180 men."),
            ("en", "180 of the 150 lamps were lit."),
            ("ur", "120 کشتیوں میں سے 150 نیلی ہیں۔"),
            ("ur", "بس میں 90 مسافر تھے: 60 بالغ اور 45 بچے۔"),
            ("ar", "من أصل 120 قاربا، كان 150 قاربا أزرق."),
            ("ar", "في الحافلة 90 راكبا: 60 من البالغين و45 من الأطفال."),
            ("zh", "120条船中有150条是蓝色的。"),
            ("zh", "俱乐部有340名会员，其中女性210人，男性180人。"),
            ("es", "De los 120 barcos del puerto, 150 son azules."),
            ("es", "El club tiene 340 socios, 210 mujeres y 180 hombres."),
            ("fr", "Sur les 120 bateaux du port, 150 sont bleus."),
            ("fr", "Le club compte 340 membres, 210 femmes et 180 hommes."),
            ("ru", "Из 120 лодок 150 синие."),
            ("ru", "В клубе 340 членов: 210 женщин и 180 мужчин."),
        ],
    );
}

#[test]
fn sums_are_reckoned() {
    each_is(
        "sum",
        &[
            ("en", "In total, 90 guests came: 20 from the hills, 30 from the coast and 50 from abroad."),
            ("en", "40 adults and 25 children took part, a total of 70 people."),
            ("ur", "40 بالغ اور 25 بچے شریک ہوئے، یوں مجموعی تعداد 70 رہی۔"),
            ("ar", "شارك 40 من البالغين و25 من الأطفال، بمجموع 70 شخصا."),
            ("zh", "总共来了90位客人：20位来自山区，30位来自沿海，50位来自国外。"),
            ("es", "Participaron 40 adultos y 25 niños, un total de 70 personas."),
            ("fr", "40 adultes et 25 enfants ont participé, soit un total de 70 personnes."),
            ("ru", "Участвовали 40 взрослых и 25 детей, в общей сложности 70 человек."),
        ],
    );
}

#[test]
fn totals_that_are_counted_on_are_reckoned_where_they_are_near() {
    each_is(
        "sum",
        &[
            ("en", "The flood drowned 120 sheep in the north and another 80 in the south, bringing the toll to 210."),
            ("es", "Las dos tiendas venden 120 y 80 relojes, 220 entre ambas."),
            ("zh", "北部有120人获救，南部有80人获救，获救总数达到210人。"),
            ("ur", "کلب نے گھر پر پانچ اور باہر چار کپ جیتے، مجموعی طور پر سات۔"),
        ],
    );
    each_is(
        "",
        &[
            ("en", "The flood drowned 120 sheep in the north and another 80 in the south, bringing the toll to 200."),
            ("en", "The storm drowned 12 sheep in the north and another 5 in the south, bringing the toll to 340."),
            ("es", "La escuela ganó cuatro copas y el club cuatro, ocho entre las dos."),
            ("ur", "کلب نے گھر پر پانچ اور باہر چار کپ جیتے، مجموعی طور پر نو۔"),
        ],
    );
}

#[test]
fn percentages_and_changes_are_reckoned() {
    each_is(
        "percent",
        &[
            ("en", "Sales rose from 200 to 250, an increase of 40 per cent."),
            ("ur", "تعداد 200 سے بڑھ کر 250 ہو گئی، یعنی 40 فیصد اضافہ ہوا۔"),
            ("ar", "ارتفع العدد من 200 إلى 250، بزيادة قدرها 40 في المئة."),
            ("zh", "人数从200人增加到250人，增长40%。"),
            ("es", "Las ventas subieron de 200 a 250, un aumento del 40 %."),
            ("fr", "Les ventes sont passées de 200 à 250, soit une hausse de 40 %."),
            ("ru", "Продажи выросли с 200 до 250, то есть на 40 %."),
        ],
    );
}

#[test]
fn what_rises_does_not_fall() {
    each_is(
        "order",
        &[
            ("en", "The price fell from 20 to 30 crowns."),
            ("ur", "قیمت 20 روپے سے گھٹ کر 30 روپے رہ گئی۔"),
            ("ar", "انخفض السعر من 20 إلى 30 كرونة."),
            ("zh", "价格从20元降至30元。"),
            ("es", "El precio bajó de 20 a 30 coronas."),
            ("fr", "Le prix a baissé de 20 à 30 couronnes."),
            ("ru", "Цена снизилась с 20 до 30 крон."),
            ("es", "Se espera a entre 50 y 30 personas."),
            ("ar", "يتراوح عدد الضيوف بين 50 و30 ضيفا."),
            ("ru", "На пикник ждут от 50 до 30 человек."),
            ("zh", "预计有50至30人参加。"),
            ("ur", "50 سے 30 افراد کی آمد متوقع ہے۔"),
        ],
    );
}

#[test]
fn what_is_right_or_may_be_is_left_alone() {
    each_is(
        "",
        &[
            ("en", "613 people came, including 70 pensioners, 106 women and 63 children."),
            ("en", "At least 12 people were hurt, including 5 children, and 20 were taken to hospital."),
            ("en", "More than 7,000 lived there; 5,379, 613 and 1,275 of them left."),
            ("en", "Five families, including 12 children, moved in."),
            ("en", "“Of the 120 boats, 150 are blue,” he said."),
            ("en", "Prices were cut from 30 to 20 crowns, and the team won 3-1."),
            ("en", "Sales rose from 1.2 to 1.5 million, up 25 per cent."),
            ("en", "Parliaments of 18 countries, 24 cities and 2 clubs wrote a letter."),
            ("fr", "Les maires des 18 villes et 24 villages ont écrit."),
            ("es", "Los alcaldes de las 18 ciudades y 24 pueblos escribieron."),
            ("ru", "Приехали гости из 18 стран и 24 городов."),
            ("ar", "وصل ضيوف من بين 18 دولة و24 مدينة."),
            ("en", "The 27-nation bloc, including 30 observers, met."),
            ("en", "The rate rose from 5 to 10 per cent, or five points."),
            ("ur", "کشتی پر 90 مسافر تھے: 60 بالغ اور 30 بچے۔"),
            ("ar", "من أصل 120 قاربا، كان 70 أحمر و50 أزرق."),
            ("zh", "人数从200人增加到250人，增长25%。"),
            ("es", "El número pasó de 300 a 200, un 33 % menos."),
            ("fr", "Le nombre est passé de 300 à 200, soit une baisse de 33 %."),
            ("ru", "Из 120 лодок 70 красные, а 50 синие."),
        ],
    );
}

proptest! {
    #[test]
    fn nothing_upsets_it(text in "([0-9]{1,4}|of|the|,|including|from|to|rose|50%|in all| |和|从|到|из|до|\\PC){0,60}") {
        for lang in ["en", "ur", "ar", "zh", "ru", "sw"] {
            found(lang, &text);
        }
    }
}

#[test]
fn what_stands_behind_a_figure_is_not_always_its_unit() {
    each_is(
        "sum",
        &[
            ("fr", "70 bateaux sont partis le matin et 90 l’après-midi, pour un total de 180."),
            ("fr", "Au total, 180 bateaux sont venus : 70 du nord, 30 du sud et 60 de l’étranger."),
            ("ar", "باع الصياد 70 سمكة يوم السبت و90 يوم الأحد، أي 180 في المجموع."),
        ],
    );
}

#[test]
fn figures_as_wires_write_them() {
    each_is(
        "parts",
        &[
            ("en", "At least 29 people were injured, including 43 children."),
            ("en", "30 flights were scheduled for the day; 37 of them were cancelled."),
            ("en", "The ship carried 83 people, 50 passengers and 47 crew."),
            ("ar", "ومن بين 85 صوتاً، أيد 45 الاقتراح وعارضه 63."),
            ("ar", "وانتشل رجال الإنقاذ 38 من عمال المنجم وعددهم 34."),
            ("zh", "船上共有82人，包括45名乘客和61名船员。"),
            ("ru", "Пострадали не менее 20 человек, в том числе 26 детей."),
        ],
    );
    each_is(
        "sum",
        &[
            ("en", "A total of 452 migrants were rescued in two operations, 391 off the coast and 66 further south."),
            ("es", "El balance es de 124 afectados: 39 muertos, 46 desaparecidos y 29 heridos."),
            ("fr", "Au total, 784 migrants ont été secourus en deux opérations, 228 au large et 546 plus au sud."),
            ("en", "Police held 530 people on Friday and another 333 on Saturday, taking the total to 861."),
        ],
    );
    each_is(
        "percent",
        &[
            ("en", "Turnout was 34 percent, with 480 of 1,114 registered voters casting ballots."),
            ("ar", "وصعد المؤشر 65% إلى 1438 نقطة من 827."),
            ("zh", "该指数从183点上涨50%，收于261点。"),
            ("es", "El precio pasó de 415 a 717 pesos la tonelada, un 79 % más."),
            ("ru", "Явка составила 72 процента: проголосовали 312 из 642 избирателей."),
        ],
    );
    each_is("order", &[("en", "The dam will release 970 to 680 cubic metres of water a second.")]);
    each_is(
        "",
        &[
            ("en", "At least 1,000 people came, including 600 men and 500 women."),
            ("en", "A total of 50 people were hurt, 3 critically and 5 seriously."),
            ("en", "There are 1,400 teachers, 700 guards and 900 pupils in the town."),
            ("en", "Growth was 5 percent, with 3 of 7 ports shrinking."),
            ("ar", "وزادت الصادرات 75 في المئة إلى 1197 مليون دولار من 684 مليون دولار قبل عام."),
            ("ar", "وأحرز الفريق خمس ميداليات ذهبية وست فضية وخمس برونزية، أي ست عشرة ميدالية في المجموع."),
            ("zh", "该指数从183点上涨43%，收于261点。"),
        ],
    );
}

#[test]
fn years_are_added_up_where_a_word_says_so() {
    each_is(
        "sum",
        &[
            ("en", "Ana Lopen got four years for the one kite and six for the other, twelve years in all."),
            ("es", "Ana Lopen pasó cuatro años en el faro y cuatro en el puerto, lo que suma seis años."),
            ("zh", "林安先后在两座灯塔工作，前一座六年，后一座四年，加起来守了八年。"),
        ],
    );
    each_is(
        "",
        &[
            ("en", "Ana Lopen got four years for the one kite and six for the other, ten years in all."),
            ("en", "Ana Lopen kept the lighthouse for four years, the bridge for six and now has twelve years to go."),
            ("es", "Ana Lopen pasó cuatro años en el faro y cuatro en el puerto, lo que suma ocho años."),
            ("zh", "林安先后在两座灯塔工作，前一座六年，后一座四年，加起来守了十年。"),
        ],
    );
}

#[test]
fn what_is_told_alike_or_of_something_else_is_no_part() {
    each_is(
        "",
        &[
            ("en", "The yard built 340 boats in June, 210 in July and 230 in August."),
            ("en", "40 of the 60 kites were sold, and the wind rose by 15 per cent."),
            ("en", "Of the 120 boats 30 are blue, and the humidity was 70 per cent."),
            ("en", "In all, 34 clubs from 12 towns flew 56 kites."),
            ("en", "Of the 340 kites, 180 rose and 152 fell; the others stayed in the shed."),
            ("en", "The park's 340 animals include 180 birds and 152 mammals."),
            ("en", "18 of the 24 million lamps, 75 per cent, were lit."),
            ("zh", "35名船员、12条船赶到，救出28人。"),
            ("ar", "وألّف الشاعر 365 قصيدة لم يُنشر منها سوى 120."),
        ],
    );
    each_is(
        "parts",
        &[
            ("en", "The park's 340 animals include 180 birds and 192 mammals."),
            ("fr", "Parmi les 898 bateaux du port, 407 sont bleus et 646 rouges, sous 80 millimètres de pluie."),
            ("ar", "وألّف الشاعر 365 قصيدة لم يُنشر منها سوى 520."),
        ],
    );
}

#[test]
fn a_number_says_how_many_times() {
    each_is(
        "percent",
        &[
            ("ru", "В прошлом году музей принял 732 группы, в 5 раз больше, чем годом ранее (183)."),
            ("ur", "ٹکٹ کی قیمت گزشتہ برس ۳۹۷ روپے تھی، اس بار اسے تین گنا کر کے ۷۱۴ روپے کر دیا گیا۔"),
        ],
    );
    each_is("", &[("ru", "В прошлом году музей принял 732 группы, в 4 раза больше, чем годом ранее (183).")]);
}
