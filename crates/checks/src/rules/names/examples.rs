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
    example("en", "intro", "Swim\nMarrowby mayor Joan Hartwick swam.\nJoan Hartwick, mayor of Marrowby, won."),
    example("es", "intro", "Nado\nNadó el alcalde de Marrowby, Jaime Ferrán.\nGanó el alcalde Jaime Ferrán."),
    example("fr", "intro", "Nage\nLa maire de Marrowby, Claire Fontanel, a nagé.\nClaire Fontanel, la maire, a gagné."),
    example("ru", "intro", "Заплыв\nПлыла мэр Марроуби Анна Отлина.\nВыиграла мэр Марроуби Анна Отлина."),
    example("zh", "intro", "游泳\n马罗比镇镇长沈若兰下水。\n马罗比镇镇长沈若兰夺冠。"),
    example("ar", "intro", "سباحة\nسبحت عمدة ماروبي مريم الحوراني.\nوفازت عمدة ماروبي مريم الحوراني."),
    example("ur", "intro", "تیراکی\nماروبی کی میئر مریم حورانی تیریں۔\nماروبی کی میئر مریم حورانی جیتیں۔"),
    example("en", "surname", "Swim\nIt was Hartwick who won.\nThe prize was handed to Joan Hartwick, a baker."),
    example("es", "surname", "Nado\nPrimero nadó Ferrán.\nGanó el alcalde, Jaime Ferrán."),
    example("fr", "surname", "Nage\nC’est Fontanel qui a nagé.\nClaire Fontanel, la maire, a gagné."),
    example("ru", "surname", "Заплыв\nПервой плыла Отлина.\nВыиграла мэр Анна Отлина."),
    example("ar", "surname", "سباحة\nوقالت الحوراني إن الماء بارد.\nوفازت العمدة مريم الحوراني."),
    example("ur", "surname", "تیراکی\nحورانی نے کہا کہ پانی ٹھنڈا ہے۔\nدوڑ میئر مریم حورانی نے جیتی۔"),
    example("en", "title", "Swim\nCaptain Joan Hartwick swam.\nThe prize went to Colonel Joan Hartwick."),
    example("es", "title", "Nado\nEl capitán Jaime Ferrán nadó.\nGanó el coronel Jaime Ferrán."),
    example("fr", "title", "Nage\nLa maire Claire Fontanel a nagé.\nLe prix a été remis à la maire Anne Fontanel."),
    example("ru", "title", "Заплыв\nКапитан Борис Отлин плыл.\nПриз вручили полковнику Борису Отлину."),
    example("zh", "title", "游泳\n上尉沈若松先下水。\n上校沈若松夺冠。"),
    example("ar", "title", "سباحة\nسبح النقيب سليم الحوراني.\nوفاز العقيد سليم الحوراني."),
    example("ur", "title", "تیراکی\nکیپٹن سلیم حورانی تیرے۔\nدوڑ کرنل سلیم حورانی نے جیتی۔"),
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
    example(
        "en",
        "",
        "Swim\nMayor Joan Hartwick swam.\nHartwick won. Her brother, Captain Tom Hartwick, and former captain Ann Berg sang.",
    ),
    example("fr", "", "Visite\nL’Italie a reçu des Italiens. L’Italien de l’Italie du Nord parle à l’Italie."),
    example(
        "ru",
        "",
        "Встреча\nВ Марроуби приехал Отлин. Отлина ждали, с Отлиным говорили, Отлину вручили ключ; Отлина пела.",
    ),
    example("zh", "", "会谈\n巴西、巴林和巴拿马出席。巴西代表发言，巴林代表发言。"),
    example("zh", "", "游泳\n马罗比镇镇长沈若兰下水。\n镇长沈若兰夺冠，沈若兰笑了。"),
    example("ar", "", "لقاء\nزار الوزير الجزائر. وفي الجزائر قال الجزائري إن الجزائريين في الجزائر يرحبون بالجزائر."),
    example("ur", "", "ملاقات\nپاکستان کے وزیر آئے۔ پاکستانی وفد پاکستان سے آیا، پاکستانیوں نے پاکستان کی بات کی۔"),
];
