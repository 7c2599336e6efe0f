//! The examples on the page of the rule.

use crate::pages::Example;

const fn example(lang: &'static str, kind: &'static str, copy: &'static str) -> Example {
    Example { lang, date: "2026-03-12", copy, kind }
}

/// Copy in which it finds something.
pub(super) const FINDS: &[Example] = &[
    example(
        "en",
        "name",
        "Ferry\nThe ferry to Marrowby left at noon. The mayor of Marrowby waved, and in Marowby it rained.",
    ),
    example("es", "name", "El ferri\nEl ferri a Marrowby salió. La alcaldesa de Marrowby saludó y en Marrwoby llovía."),
    example(
        "fr",
        "name",
        "Le ferry\nLe ferry pour Marrowby est parti. Le maire de Marrowby a salué, et à Marrewby il pleuvait.",
    ),
    example("ru", "name", "Паром\nПаром в Марроуби ушёл. В мэрии Марроуби махали, а в Марруоби шёл дождь."),
    example("zh", "name", "渡轮\n开往马罗比的渡轮正午出发。马罗比镇长挥手送行，马洛比当天有雨。"),
    example(
        "ar",
        "name",
        "العبارة\nوصلت العبارة إلى ماروبينا. رحب عمدة ماروبينا بها، وفي ماروبينا أمطرت، ثم غادرت ماوربينا.",
    ),
    example(
        "ur",
        "name",
        "فیری\nفیری میریبانا پہنچی۔ میریبانا کے میئر آئے، میریبانا میں بارش تھی، پھر فیری میرییبانا سے چلی۔",
    ),
    example("en", "list", "Walk\nThe walk passes Aldersea, Fennick, Oatley, Pellbrook and Fenick."),
    example("es", "list", "La marcha\nLa marcha pasa por Aldersea, Fennick, Oatley, Pellbrook y Fenick."),
    example("fr", "list", "La marche\nLa marche passe par Aldersea, Fennick, Oatley, Pellbrook et Fenick."),
    example("ru", "list", "Шествие\nШествие проходит через Олдерси, Фенникби, Отли, Пеллбрук и Феникби."),
    example("zh", "list", "游行\n游行经过奥尔德西、芬尼克、奥特利、佩尔布鲁克、芬妮克等地。"),
    example("ar", "list", "المسيرة\nتمر المسيرة عبر ألدرسي، فنيكبورو، أوتلي، بيلبروك، فنيكبوورو."),
    example("ur", "list", "جلوس\nجلوس کا راستہ ایلڈرسی، فینکبورو، اوٹلی، پیلبروک، فینکبوورو ہے۔"),
];

/// Copy that it leaves alone.
pub(super) const LEAVES: &[Example] = &[
    example("en", "", "Ferry\nThe ferry left Marrowby. Marrowby's mayor met the Marrowbys, and Marrowby slept."),
    example(
        "en",
        "",
        "Talks\nIran met Iraq. Iran said that Iranian ships would sail; an Iraqi spoke for Iraq, and Iran agreed.",
    ),
    example(
        "en",
        "",
        "Vale\nThe town heard Tom Halvorsen, and Halvorsen smiled. Only Anna Halvorson, a rival of Tom Halvorsen, did not.",
    ),
    example(
        "es",
        "",
        "Visita\nEl Gobierno de Panamá recibió a un panameño de Panamá. Los Gómez y Gómez hablaron con Gómez.",
    ),
    example("fr", "", "Visite\nL’Italie a reçu des Italiens. L’Italien de l’Italie du Nord parle à l’Italie."),
    example(
        "ru",
        "",
        "Встреча\nВ Марроуби приехал Отлин. Отлина ждали, с Отлиным говорили, Отлину вручили ключ; Отлина пела.",
    ),
    example("zh", "", "会谈\n巴西、巴林和巴拿马出席。巴西代表发言，巴林代表发言。"),
    example("ar", "", "لقاء\nزار الوزير الجزائر. وفي الجزائر قال الجزائري إن الجزائريين في الجزائر يرحبون بالجزائر."),
    example("ur", "", "ملاقات\nپاکستان کے وزیر آئے۔ پاکستانی وفد پاکستان سے آیا، پاکستانیوں نے پاکستان کی بات کی۔"),
];
