mod kept;

use super::*;
use lang::Languages;

/// Reads a paragraph in a language and shows what was found and what is left.
fn read(lang: &str, paragraph: &str) -> String {
    let languages = Languages::built_in();
    let own = languages.profile(&lang.parse().expect("a tag"));
    let phrases = Words::of(languages);
    let reader = Reader { phrases: &phrases, profiles: &[&own], agency: "GNP" };
    match reader.read(paragraph, true) {
        None => "none".into(),
        Some(found) => {
            let json = serde_json::to_value(&found.dateline).expect("JSON");
            let places: Vec<&str> = found.dateline.places.iter().map(|p| &**p).collect();
            let part = |name: &str| json.get(name).and_then(|v| v.as_str()).unwrap_or("-").to_owned();
            let byline = found.byline.map(|b| format!(" by {b}")).unwrap_or_default();
            let rest = paragraph[found.end..].chars().take(12).collect::<String>();
            format!("{} | {} | {}{byline} > {rest}", places.join(" + "), part("date"), part("agency"))
        }
    }
}

/// Holds every paragraph against what should be found in it; all that differ are shown at once.
fn all(lang: &str, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, found)| (text, found, read(lang, text)))
        .filter(|(_, found, read)| read != *found)
        .map(|(text, found, read)| format!("\n{text}\n  want {found}\n  have {read}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

#[test]
fn english() {
    all(
        "en",
        &[
            ("Ganja, 3 May 2024 (GNP): Kites rose.", "Ganja | 2024-05-03 | GNP > Kites rose."),
            ("GANJA (AFP) — Kites rose.", "GANJA | - | AFP > Kites rose."),
            ("LAHORE, May 3 (APP): Kites rose.", "LAHORE | --05-03 | APP > Kites rose."),
            ("BAKU/GANJA, May 3rd, 2024 (GNP) - Kites", "BAKU + GANJA | 2024-05-03 | GNP > Kites"),
            ("BAKU, GANJA and SHEKI, 3 May (GNP): Kites", "BAKU + GANJA + SHEKI | --05-03 | GNP > Kites"),
            ("GENEVA, Sept. 3 (GNP) -- Kites rose.", "GENEVA | --09-03 | GNP > Kites rose."),
            ("Ganja, Friday, 3 May 2024 (GNP): Kites", "Ganja | 2024-05-03 | GNP > Kites"),
            (
                "San José de Flores (Reuters) - Kites rose over the bay on Sunday, and nobody minded the rain.",
                "San José de Flores | - | Reuters > Kites rose o",
            ),
            ("WASHINGTON, D.C., May 3 — Kites rose.", "WASHINGTON, D.C. | --05-03 | - > Kites rose."),
            ("GANJA, 05/03/2024 (GNP): Kites rose.", "GANJA | 2024-03-05 | GNP > Kites rose."),
            (
                "GANJA: Kites rose over the bay on Sunday, and nobody minded the rain that came.",
                "GANJA | - | - > Kites rose o",
            ),
            (
                "GANJA — Kites rose over the bay on Sunday, and nobody minded the rain that came.",
                "GANJA | - | - > Kites rose o",
            ),
            ("PORTO-NOVO, May 3 (GNP) — Kites", "PORTO-NOVO | --05-03 | GNP > Kites"),
            ("Ganja, 3 May 2024 (GNP)", "Ganja | 2024-05-03 | GNP > "),
        ],
    );
}

#[test]
fn urdu() {
    all(
        "ur",
        &[
            ("لاہور (نیوز ڈیسک) پتنگیں اڑنے لگیں۔", "لاہور | - | - > پتنگیں اڑنے "),
            ("اسلام آباد (نمائندہ خصوصی)۔ پتنگیں اڑیں۔", "اسلام آباد | - | - > پتنگیں اڑیں۔"),
            ("لاہور، 3 مئی 2024 (جی این پی): پتنگیں", "لاہور | 2024-05-03 | جی این پی > پتنگیں"),
            ("لاہور، ۳ مئی ۲۰۲۴ء (جی این پی): پتنگیں", "لاہور | 2024-05-03 | جی این پی > پتنگیں"),
            ("باکو/گنجہ، ۳ مئی (GNP)۔ پتنگیں", "باکو + گنجہ | --05-03 | GNP > پتنگیں"),
            (
                "لاہور: اتوار کے روز خلیج کے اوپر رنگ برنگی پتنگیں اڑتی رہیں اور کسی نے بارش کی پروا نہ کی۔",
                "لاہور | - | - > اتوار کے روز",
            ),
        ],
    );
}

#[test]
fn arabic() {
    all(
        "ar",
        &[
            ("القاهرة - 3 مايو 2024 (وكالة): ارتفعت", "القاهرة | 2024-05-03 | وكالة > ارتفعت"),
            ("بيروت، ٣ أيار ٢٠٢٤ (GNP) - ارتفعت", "بيروت | 2024-05-03 | GNP > ارتفعت"),
            ("عمّان 3 أيار/مايو (GNP) - ارتفعت", "عمّان | --05-03 | GNP > ارتفعت"),
            (
                "تونس (وات) - ارتفعت طائرات أربعين ناديا فوق الخليج يوم الجمعة ولم يزعج المطر أحدا من الحاضرين.",
                "تونس | - | وات > ارتفعت طائرا",
            ),
            ("باكو/كنجة، 3 مايو 2024 (GNP): ارتفعت", "باكو + كنجة | 2024-05-03 | GNP > ارتفعت"),
        ],
    );
}

#[test]
fn chinese() {
    all(
        "zh",
        &[
            ("新华社北京5月3日电 风筝升起来了。", "北京 | --05-03 | 新华社 > 风筝升起来了。"),
            ("新华社北京2024年5月3日电（记者王五）风筝", "北京 | 2024-05-03 | 新华社 > （记者王五）风筝"),
            ("中新社上海5月3日电 (记者 王五)风筝", "上海 | --05-03 | 中新社 > (记者 王五)风筝"),
            ("中新网5月3日电 风筝", " | --05-03 | 中新网 > 风筝"),
            ("本报北京5月3日讯 风筝", "北京 | --05-03 | 本报 > 风筝"),
            ("北京，2024年5月3日（GNP）：风筝", "北京 | 2024-05-03 | GNP > 风筝"),
            ("北京５月３日电 风筝", "北京 | --05-03 | - > 风筝"),
            ("GNP巴库2024年5月3日电 风筝", "巴库 | 2024-05-03 | GNP > 风筝"),
            ("新华社巴库、占贾5月3日电 风筝", "巴库 + 占贾 | --05-03 | 新华社 > 风筝"),
        ],
    );
}

#[test]
fn spanish() {
    all(
        "es",
        &[
            ("Madrid, 3 may (EFE).- Las cometas", "Madrid | --05-03 | EFE > Las cometas"),
            ("MADRID, 3 de mayo de 2024 (GNP) - Las cometas", "MADRID | 2024-05-03 | GNP > Las cometas"),
            ("La Paz, 3 may. (GNP).— Las cometas", "La Paz | --05-03 | GNP > Las cometas"),
            ("San Salvador de Jujuy, viernes 3 de mayo (GNP): Las", "San Salvador de Jujuy | --05-03 | GNP > Las"),
            ("Bakú/Ganyá, 3 may (GNP).- Las cometas", "Bakú + Ganyá | --05-03 | GNP > Las cometas"),
        ],
    );
}

#[test]
fn french() {
    all(
        "fr",
        &[
            ("PARIS (AFP) — Les cerfs-volants", "PARIS | - | AFP > Les cerfs-vo"),
            ("PARIS, 3 mai 2024 (GNP) - Les cerfs-volants", "PARIS | 2024-05-03 | GNP > Les cerfs-vo"),
            ("Paris, le 1er mai 2024 (GNP) – Les cerfs", "Paris | 2024-05-01 | GNP > Les cerfs"),
            ("Saint-Denis, 3 févr. (GNP) – Les cerfs", "Saint-Denis | --02-03 | GNP > Les cerfs"),
            ("Bakou et Gandja, 3 mai (GNP) : Les cerfs", "Bakou + Gandja | --05-03 | GNP > Les cerfs"),
        ],
    );
}

#[test]
fn russian() {
    all(
        "ru",
        &[
            ("МОСКВА, 3 мая — ТАСС. Змеи", "МОСКВА | --05-03 | ТАСС > Змеи"),
            ("МОСКВА, 3 мая. /ТАСС/. Змеи", "МОСКВА | --05-03 | ТАСС > Змеи"),
            ("МОСКВА, 3 мая — РИА Новости. Змеи", "МОСКВА | --05-03 | РИА Новости > Змеи"),
            ("МОСКВА, 26 фев — ТАСС. Змеи", "МОСКВА | --02-26 | ТАСС > Змеи"),
            ("БАКУ/ГЯНДЖА, 3 мая 2024 года (GNP) — Змеи", "БАКУ + ГЯНДЖА | 2024-05-03 | GNP > Змеи"),
            ("Ростов-на-Дону. 3 мая. GNP — Змеи", "Ростов-на-Дону | --05-03 | GNP > Змеи"),
        ],
    );
}

#[test]
fn sentences_are_no_datelines() {
    for (lang, text) in [
        ("en", "On 3 May 2024 kites rose over the bay: it was a fine day."),
        ("en", "He said on 3 May (a Friday) that kites rise: they do."),
        ("en", "The mayor (62) said: kites rise."),
        ("en", "Kites rose over the bay in May 2024 — and fell again."),
        ("en", "Ana Lopez, 3 May 2024."),
        ("en", "The kite club: a report on kites and on all who fly them over the bay."),
        ("en", "Kites (all of them) rose — and fell."),
        ("en", ""),
        ("en", "HIV/Aids: a report on those who live with it and on those who care for them in town."),
        ("en", "Kite Day in Marrowby Brings Out Forty Clubs (With Pictures)"),
        ("ur", "ہفتے کے روز (29 ستمبر) پتنگیں خلیج کے اوپر اڑتی رہیں اور کسی نے بارش کی پروا نہ کی۔"),
        ("ur", "پھر وہ ایک پتنگ (گڈی) لائے جو سب سے اونچی اڑی اور دیر تک نظر آتی رہی اور گر گئی۔"),
        ("zh", "风筝节（Kite Day）吸引了四十家俱乐部，人们在海湾上空放飞风筝，没有人在意下雨。"),
        ("zh", "根据市政厅的公告，1998年5月3日，桥梁开通，人们在海湾上空放飞风筝，没有人在意下雨。"),
        ("es", "El 3 de mayo de 2024, las cometas volaron: fue un buen día."),
        ("es", "Las cometas volaron. El alcalde (62) lo dijo."),
        ("es", "Ayer. Las cometas volaron sobre la bahía y a nadie le molestó la lluvia que vino."),
        ("fr", "Le 3 mai 2024, les cerfs-volants volaient : il faisait beau."),
        ("fr", "Hier - et non demain - les cerfs-volants volaient au-dessus de la baie de Gandja."),
        ("ru", "В мае 2024 года змеи поднялись над заливом: было ветрено."),
        ("ru", "Вчера. 3 мая. Змеи поднялись над заливом, и никто не боялся дождя, который шёл."),
        ("ru", "Мэр (62 года) сказал: змеи поднялись над заливом, и никто не боялся дождя."),
        ("ar", "قال العمدة في 3 مايو 2024: ارتفعت الطائرات الورقية فوق الخليج ولم يخش أحد المطر."),
        ("ur", "میئر نے ۳ مئی ۲۰۲۴ کو کہا: پتنگیں خلیج کے اوپر اڑتی رہیں اور کسی نے بارش کی پروا نہ کی۔"),
        ("zh", "5月3日，风筝升起来了。"),
        ("zh", "市长在5月3日说：风筝升起来了，没有人在意下雨。"),
        ("zh", "市长说，风筝升起来了。"),
        ("zh", "他说：风筝升起来了，人们在海湾上空放飞风筝，没有人在意下雨，大家一直玩到天黑。"),
    ] {
        assert_eq!(read(lang, text), "none", "{text}");
    }
}

#[test]
fn a_dateline_by_itself_is_read() {
    let languages = lang::Languages::built_in();
    for (tag, words, places) in [
        ("en", "CAPE ALDIS, March 12 (SCN)", &["Cape Aldis"][..]),
        ("en", "Cape Aldis, 12 March 2026 (SCN) --", &["Cape Aldis"]),
        ("fr", "CAP ALDIS, 12 mars (SCN)", &["Cap Aldis"]),
        ("en", "The mayor said on Monday", &[]),
    ] {
        let lang = tag.parse().expect("a tag");
        let house = crate::copy::House { languages, lang: Some(&lang), taglines: &[], agency: "SCN" };
        let found = crate::copy::dateline(words, &house);
        let found: Vec<String> =
            found.into_iter().flat_map(|dateline| dateline.places).map(|place| place.to_lowercase()).collect();
        assert_eq!(found, places.iter().map(|place| place.to_lowercase()).collect::<Vec<_>>(), "{words}");
    }
}

/// What stands behind the dateline belongs to the body, however much it looks like a name.
#[test]
fn the_first_sentence_is_no_agency() {
    all(
        "ru",
        &[
            ("МОСКВА, 27 ноября - Дождь прошёл. Часовщик пришёл.", "МОСКВА | --11-27 | - > Дождь прошёл"),
            ("МОСКВА, 27 ноября. Дождь прошёл. Часовщик пришёл.", "МОСКВА | --11-27 | - > Дождь прошёл"),
            ("МОСКВА, 27 нояб. Дождь прошёл. Часовщик пришёл.", "МОСКВА | --11-27 | - > Дождь прошёл"),
            ("МОСКВА, 27 ноября 2026 года. Дождь прошёл. Он", "МОСКВА | 2026-11-27 | - > Дождь прошёл"),
            ("МОСКВА, 27 ноября — Президент подписал указ. Он", "МОСКВА | --11-27 | - > Президент по"),
            ("МОСКВА, 27 ноября — Иван Петров — новый мэр. Он", "МОСКВА | --11-27 | - > Иван Петров "),
            ("МОСКВА, 27 ноября — Агентство закрыто — и вот.", "МОСКВА | --11-27 | - > Агентство за"),
            ("МОСКВА, 27 ноября. /ТАСС/ Дождь прошёл. Он", "МОСКВА | --11-27 | ТАСС > Дождь прошёл"),
            ("МОСКВА, 27 ноября /NR/ Дождь прошёл. Он", "МОСКВА | --11-27 | NR > Дождь прошёл"),
            (
                "МОСКВА. /NR/ Часовщик из старой башни пришёл на площадь и завёл часы, которые стояли сорок лет подряд.",
                "МОСКВА | - | NR > Часовщик из ",
            ),
            (
                "МОСКВА, 27 ноября. /NR/ Часовщик из старой башни пришёл на площадь и завёл часы, стоявшие сорок лет.",
                "МОСКВА | --11-27 | NR > Часовщик из ",
            ),
            ("МОСКВА, 27 НОЯБРЯ. ДОЖДЬ. ЧАСОВЩИК ПРИШЁЛ.", "МОСКВА | --11-27 | - > ДОЖДЬ. ЧАСОВ"),
            ("МОСКВА, 27 ноября — Агентство Зари — Дождь", "МОСКВА | --11-27 | Агентство Зари > Дождь"),
        ],
    );
    all(
        "es",
        &[
            ("MADRID, 27 nov.- Llovió. El relojero vino.", "MADRID | --11-27 | - > Llovió. El r"),
            ("MADRID, 27 nov - Llovió. El relojero vino.", "MADRID | --11-27 | - > Llovió. El r"),
            ("MADRID, 27 nov. Llovió. El relojero vino.", "MADRID | --11-27 | - > Llovió. El r"),
            ("MADRID, 27 nov /NR/ Llovió. El relojero vino.", "MADRID | --11-27 | NR > Llovió. El r"),
            ("MADRID, 27 nov - Europa Press - Llovió.", "MADRID | --11-27 | Europa Press > Llovió."),
        ],
    );
    all(
        "fr",
        &[
            ("PARIS, 27 novembre - Il pleut. L'horloger vint.", "PARIS | --11-27 | - > Il pleut. L'"),
            ("PARIS, 27 nov. - Il pleut - dit-on.", "PARIS | --11-27 | - > Il pleut - d"),
            ("PARIS, 27 nov. /NR/ Il pleut. Il vint.", "PARIS | --11-27 | NR > Il pleut. Il"),
        ],
    );
    all(
        "ar",
        &[
            (
                "القاهرة - هطل المطر - ارتفعت طائرات أربعين ناديا فوق الخليج يوم الجمعة ولم يزعج المطر أحدا منهم.",
                "القاهرة | - | - > هطل المطر - ",
            ),
            ("القاهرة، 27 نوفمبر - هطل المطر. ارتفعت", "القاهرة | --11-27 | - > هطل المطر. ا"),
        ],
    );
    all("en", &[("GANJA, 27 November - It rained. Kites rose.", "GANJA | --11-27 | - > It rained. K")]);
    all("zh", &[("巴库11月27日电影节开幕，四十家俱乐部来了。", "none"), ("NR巴库11月27日电视转播了风筝节。", "none")]);
}

#[test]
fn colons_hyphens_and_brackets_alone_part_a_dateline() {
    all(
        "en",
        &[
            ("Marrowby: November 27, 2026 (GNP): Kites rose.", "Marrowby | 2026-11-27 | GNP > Kites rose."),
            ("Marrowby, 27-Nov-2026 (GNP): Kites rose.", "Marrowby | 2026-11-27 | GNP > Kites rose."),
            ("Cape Aldis, 27 November (SCN) Kites rose.", "Cape Aldis | --11-27 | SCN > Kites rose."),
            ("Cape Aldis, 27 November (a Friday) was dry.", "none"),
            ("Cape Aldis, 27 November (Friday) was dry.", "none"),
        ],
    );
    all(
        "ur",
        &[
            ("گنجہ۔ 27 نومبر (اے بی سی): پتنگیں", "گنجہ | --11-27 | اے بی سی > پتنگیں"),
            ("گنجہ: 27 نومبر 2026 (اے بی سی) پتنگیں", "گنجہ | 2026-11-27 | اے بی سی > پتنگیں"),
            ("گنجہ، 27-نومبر-2026 (اے بی سی): پتنگیں", "گنجہ | 2026-11-27 | اے بی سی > پتنگیں"),
            (
                "گنجہ: (اے بی سی) اتوار کے روز خلیج کے اوپر رنگ برنگی پتنگیں اڑتی رہیں اور کسی نے پروا نہ کی۔",
                "گنجہ | - | اے بی سی > اتوار کے روز",
            ),
            (
                "گنجہ۔ (اے بی سی) اتوار کے روز خلیج کے اوپر رنگ برنگی پتنگیں اڑتی رہیں اور کسی نے پروا نہ کی۔",
                "گنجہ | - | اے بی سی > اتوار کے روز",
            ),
        ],
    );
    all(
        "ar",
        &[
            ("كنجة في 27 نوفمبر/ أ ب ج / ارتفعت الطائرات", "كنجة | --11-27 | أ ب ج > ارتفعت الطائ"),
            ("كنجة، 27 نوفمبر /NR/ ارتفعت الطائرات", "كنجة | --11-27 | NR > ارتفعت الطائ"),
            ("كنجة: 27 نوفمبر 2026 (NR): ارتفعت", "كنجة | 2026-11-27 | NR > ارتفعت"),
        ],
    );
    all(
        "zh",
        &[
            ("NR占贾11月27日电 风筝升起来了。", "占贾 | --11-27 | NR > 风筝升起来了。"),
            ("NR占贾11月27日电（记者王五）风筝", "占贾 | --11-27 | NR > （记者王五）风筝"),
            ("Kite News占贾2026年11月27日电 风筝", "占贾 | 2026-11-27 | Kite News > 风筝"),
        ],
    );
    for (lang, text, found) in [
        ("es", "Ganyá: 27 de noviembre de 2026 (NR): Las", "Ganyá | 2026-11-27 | NR > Las"),
        ("fr", "Gandja : 27 novembre 2026 (NR) : Les", "Gandja | 2026-11-27 | NR > Les"),
        ("ru", "ГЯНДЖА: 27 ноября 2026 года (NR): Змеи", "ГЯНДЖА | 2026-11-27 | NR > Змеи"),
        ("ru", "ГЯНДЖА, 27-ноя-2026 (NR) Змеи", "ГЯНДЖА | 2026-11-27 | NR > Змеи"),
    ] {
        all(lang, &[(text, found)]);
    }
}
