//! Found in every language, and quiet where nothing is wrong.

use crate::{Finding, HouseStyle, Level, Material, Said, check, lines};
use lang::Languages;
use proptest::prelude::*;

fn all(tag: &str, date: &str, copy: &str) -> Vec<Finding> {
    let languages = Languages::built_in();
    let profile = languages.profile(&tag.parse().expect("a tag"));
    let (title, body) = copy.split_once('\n').unwrap_or(("", copy));
    let (text, style) = (lines::text(title, body), HouseStyle::default());
    let date = Some(date.parse().expect("a day"));
    let found = check(&Material { text: &text, profile: &profile, languages, date, asides: &[], style: &style });
    let own = ["anniv", "weekday", "nodate", "order", "tense", "duration", "age", "career"];
    found.into_iter().filter(|finding| own.contains(&finding.kind.as_ref())).collect()
}

fn kinds(tag: &str, copy: &str) -> String {
    let kinds: Vec<_> = all(tag, "2026-05-03", copy).into_iter().map(|finding| finding.kind.into_owned()).collect();
    kinds.join(" ")
}

#[test]
fn counts_of_years_are_held_against_the_years_they_count_from() {
    for (tag, wrong, right) in [
        (
            "en",
            "The mill, built in 1950, keeps its 90th anniversary.",
            "The mill, built in 1950, keeps its 76th anniversary.",
        ),
        ("en", "He left in June 1990, forty years ago.", "He left in June 1990, thirty-six years ago."),
        ("ur", "چکی 1950 میں، یعنی 90 سال پہلے، بنی تھی۔", "چکی 1950 میں، یعنی 76 سال پہلے، بنی تھی۔"),
        ("ar", "بنيت الطاحونة عام 1950، أي قبل 90 عاما.", "بنيت الطاحونة عام 1950، أي قبل 76 عاما."),
        ("zh", "磨坊建于1950年，今年迎来90周年。", "磨坊建于1950年，今年迎来76周年。"),
        ("es", "El molino se abrió en 1950, hace 90 años.", "El molino se abrió en 1950, hace 76 años."),
        ("fr", "Le moulin a ouvert en 1950, il y a 90 ans.", "Le moulin a ouvert en 1950, il y a 76 ans."),
        ("ru", "Мельницу открыли в 1950 году, 90 лет назад.", "Мельницу открыли в 1950 году, 76 лет назад."),
    ] {
        assert_eq!((kinds(tag, wrong).as_str(), kinds(tag, right).as_str()), ("anniv", ""), "{tag}: {wrong}");
    }
}

#[test]
fn counts_of_years_are_told_in_many_ways() {
    for (tag, wrong, right) in [
        (
            "en",
            "The mill shut in 1996; 45 years later it still stands.",
            "The mill shut in 1996; 30 years later it still stands.",
        ),
        (
            "en",
            "The 45-year-old brewery, set up in 1996, is for sale.",
            "The 30-year-old brewery, set up in 1996, is for sale.",
        ),
        (
            "es",
            "Este mes se cumplen 45 años del incendio de 1996.",
            "Este mes se cumplen 30 años del incendio de 1996.",
        ),
        ("fr", "La trêve de 1996 tient depuis 45 ans.", "La trêve de 1996 tient depuis 30 ans."),
        ("ru", "Перемирие 1996 года соблюдается 45 лет.", "Перемирие 1996 года соблюдается 30 лет."),
        ("ar", "وما زالت هدنة عام 1996 صامدة منذ 45 سنة.", "وما زالت هدنة عام 1996 صامدة منذ 30 سنة."),
        ("ur", "1996 میں بننے والی 45 سال پرانی چکی بند ہے۔", "1996 میں بننے والی 30 سال پرانی چکی بند ہے۔"),
        ("zh", "1996年的停火协议已维持45年。", "1996年的停火协议已维持30年。"),
    ] {
        assert_eq!((kinds(tag, wrong).as_str(), kinds(tag, right).as_str()), ("anniv", ""), "{tag}: {wrong}");
    }
}

#[test]
fn counts_of_years_that_are_of_something_else_are_left_alone() {
    for (tag, copy) in [
        ("en", "The museum, built in 1910, has been closed for two years."),
        ("en", "In 1990, the war had lasted for ten years."),
        ("en", "She was born in 1950 and 20 years later moved to the coast."),
        ("en", "He died ten years after the flood of 1990."),
        ("fr", "En 1998, elle fête ses 50 ans de carrière."),
        ("fr", "Il dirige depuis cinq ans la fabrique créée en 1950."),
        ("es", "Lleva cinco años al frente de la fábrica creada en 1950."),
        ("ru", "В 1988 году война длится уже восемь лет."),
        ("ar", "تأسست الشركة عام 1950 ويديرها منذ خمس سنوات مهندس."),
        ("ur", "1950 میں قائم ہونے والی کمپنی کو وہ پانچ سال سے چلا رہے ہیں۔"),
        ("zh", "1988年，该地20年来首次下雪。"),
    ] {
        assert_eq!(kinds(tag, copy), "", "{tag}: {copy}");
    }
}

#[test]
fn a_life_is_as_long_as_its_years() {
    assert_eq!(kinds("en", "Maria Lopen (1940-2011) was 66 when she died."), "age");
    assert_eq!(kinds("zh", "园丁林月（1940年-2011年）去世时66岁。"), "age");
    assert_eq!(kinds("en", "Maria Lopen (1940-2011) was 71 when she died."), "");
    assert_eq!(kinds("en", "Maria Lopen (mayor 2001-2011) died at 71."), "");
}

#[test]
fn weekdays_are_held_against_their_dates() {
    for (tag, wrong, right) in [
        ("en", "They met on Monday, 3 May 2026.", "They met on Sunday, 3 May 2026."),
        ("ur", "وہ پیر، 3 مئی 2026ء کو ملے۔", "وہ اتوار، 3 مئی 2026ء کو ملے۔"),
        ("ar", "التقوا يوم الاثنين 3 مايو 2026.", "التقوا يوم الأحد 3 مايو 2026."),
        ("zh", "他们于2026年5月3日（星期一）见面。", "他们于2026年5月3日（星期日）见面。"),
        ("es", "Se vieron el lunes 3 de mayo.", "Se vieron el domingo 3 de mayo."),
        ("fr", "Ils se sont vus le lundi 3 mai.", "Ils se sont vus le dimanche 3 mai."),
        ("ru", "Они встретились в понедельник, 3 мая.", "Они встретились в воскресенье, 3 мая."),
    ] {
        assert_eq!((kinds(tag, wrong).as_str(), kinds(tag, right).as_str()), ("weekday", ""), "{tag}: {wrong}");
    }
    assert_eq!(kinds("en", "They met on Monday, 3 May, in 2021."), "", "the year is told");
}

#[test]
fn days_that_are_none() {
    for (tag, wrong, right) in [
        ("en", "It opened on February 30, 2020.", "It opened on February 29, 2020."),
        ("ur", "یہ 31 اپریل کو کھلا۔", "یہ 30 اپریل کو کھلا۔"),
        ("ar", "افتتح في 31 أبريل 2020.", "افتتح في 30 أبريل 2020."),
        ("zh", "2021年2月29日开放。", "2020年2月29日开放。"),
        ("es", "Abrió el 31 de junio.", "Abrió el 30 de junio."),
        ("fr", "Il a ouvert le 31 novembre.", "Il a ouvert le 30 novembre."),
        ("ru", "Открылся 31 сентября 2019 года.", "Открылся 30 сентября 2019 года."),
    ] {
        assert_eq!((kinds(tag, wrong).as_str(), kinds(tag, right).as_str()), ("nodate", ""), "{tag}: {wrong}");
    }
}

#[test]
fn spans_run_forward() {
    for (tag, wrong, right) in [
        ("en", "She ran it from 2003 to 1991.", "She ran it from 1991 to 2003."),
        ("ur", "وہ 2003 سے 1991 تک رہیں۔", "وہ 1991 سے 2003 تک رہیں۔"),
        ("ar", "أدارته من عام 2003 إلى عام 1991.", "أدارته من عام 1991 إلى عام 2003."),
        ("zh", "她从2003年到1991年管理。", "她从1991年到2003年管理。"),
        ("es", "Lo dirigió de 2003 a 1991.", "Lo dirigió de 1991 a 2003."),
        ("fr", "Elle l’a dirigé de 2003 à 1991.", "Elle l’a dirigé de 1991 à 2003."),
        ("ru", "Она руководила с 2003 по 1991 год.", "Она руководила с 1991 по 2003 год."),
        ("en", "It is shut from 9 July to 2 April.", "It is shut from 20 December to 5 January."),
        ("en", "Open 12-5 May 2020.", "Compared to 2018, fewer came in 2017."),
    ] {
        assert_eq!((kinds(tag, wrong).as_str(), kinds(tag, right).as_str()), ("order", ""), "{tag}: {wrong}");
    }
}

#[test]
fn ages_are_held_against_years_of_birth() {
    for (tag, wrong, right) in [
        ("en", "Ann Lop, 45, who was born in 1990, won.", "Ann Lop, 35, who was born in 1990, won."),
        ("ur", "45 سالہ انا لوپ 1990 میں پیدا ہوئیں۔", "35 سالہ انا لوپ 1990 میں پیدا ہوئیں۔"),
        ("ar", "آنا لوب (45 عاما)، المولودة عام 1990، فازت.", "آنا لوب (35 عاما)، المولودة عام 1990، فازت."),
        ("zh", "安娜今年45岁，生于1990年。", "安娜今年35岁，生于1990年。"),
        ("es", "Ana Lop, de 45 años, nacida en 1990, ganó.", "Ana Lop, de 35 años, nacida en 1990, ganó."),
        ("fr", "Anne Lop, 45 ans, née en 1990, a gagné.", "Anne Lop, 35 ans, née en 1990, a gagné."),
        ("ru", "45-летняя Анна Лоп родилась в 1990 году.", "35-летняя Анна Лоп родилась в 1990 году."),
        (
            "en",
            "He was born in 1920 and died in 1990 at the age of 80.",
            "He was born in 1920 and died in 1990 at the age of 70.",
        ),
    ] {
        assert_eq!((kinds(tag, wrong).as_str(), kinds(tag, right).as_str()), ("age", ""), "{tag}: {wrong}");
    }
}

#[test]
fn what_cannot_be_told_is_left_alone() {
    for (tag, copy) in [
        ("en", "Ten years ago he moved house; the prize of 1999 hangs on the wall of the new one."),
        ("en", "She won in 2016, and her son began to play five years ago with a team of the next village."),
        ("en", "On 10 Muharram 1444, 40 years ago to the day."),
        ("en", "“It was opened on 30 February,” he joked."),
        ("en", "The 10th anniversary was kept in 1960, as the mill was built in 1950."),
        ("es", "El jugador, de 24 años, que llegó en 2015, marcó dos goles."),
        ("fr", "Condamné à 20 ans de prison en 2001, il est sorti."),
        ("zh", "2018年，他在这里住了3年。"),
    ] {
        assert_eq!(kinds(tag, copy), "", "{tag}: {copy}");
    }
}

#[test]
fn what_is_past_and_what_is_to_come_go_with_the_day_of_the_story() {
    for (tag, wrong, right) in [
        ("en", "The bridge was opened on 14 June 2026.", "The bridge was opened on 14 April 2026."),
        ("en", "On 14 January 2026, the bridge will open.", "On 14 July 2026, the bridge will open."),
        ("en", "The mill closed in 2031.", "The mill closed in 2013."),
        ("ur", "پل 14 جون 2026 کو کھولا گیا۔", "پل 14 اپریل 2026 کو کھولا گیا۔"),
        ("ur", "پل جنوری 2026 میں کھلے گا۔", "پل جولائی 2026 میں کھلے گا۔"),
        ("ar", "افتتح الجسر في 14 يونيو 2026.", "افتتح الجسر في 14 أبريل 2026."),
        ("ar", "سيفتتح الجسر في 14 يناير 2026.", "سيفتتح الجسر في 14 يوليو 2026."),
        ("zh", "大桥已于2026年6月14日通车。", "大桥已于2026年4月14日通车。"),
        ("zh", "大桥将于2026年1月14日通车。", "大桥将于2026年7月14日通车。"),
        ("es", "El puente se inauguró el 14 de junio de 2026.", "El puente se inauguró el 14 de abril de 2026."),
        ("es", "El puente abrirá en enero de 2026.", "El puente abrirá en julio de 2026."),
        ("fr", "Le pont a été inauguré le 14 juin 2026.", "Le pont a été inauguré le 14 avril 2026."),
        ("fr", "Le pont ouvrira le 14 janvier 2026.", "Le pont ouvrira le 14 juillet 2026."),
        ("ru", "Мост открыли 14 июня 2026 года.", "Мост открыли 14 апреля 2026 года."),
        ("ru", "Мост откроется 14 января 2026 года.", "Мост откроется 14 июля 2026 года."),
    ] {
        assert_eq!((kinds(tag, wrong).as_str(), kinds(tag, right).as_str()), ("tense", ""), "{tag}: {wrong}");
    }
}

#[test]
fn plans_quotations_and_history_are_no_slips_of_tense() {
    for (tag, copy) in [
        ("en", "The bridge was due to open on 14 June 2026."),
        ("en", "The bridge would have opened on 14 June 2026."),
        ("en", "“It will open on 14 January 2026,” the mayor had said."),
        ("en", "The town signed a lease until 14 June 2026."),
        ("en", "The club won the right to host the games in 2030."),
        ("en", "The choir opened sales for the concert on 14 June 2026."),
        ("en", "The ferry sank on 4 May 2026."),
        ("ur", "پل 14 جنوری 2026 کو کھلنا تھا۔"),
        ("ar", "كان من المقرر أن يفتتح الجسر في 14 يونيو 2026."),
        ("zh", "大桥原定于2026年1月14日通车。"),
        ("zh", "该市赢得了2030年运动会的主办权。"),
        ("es", "El puente se iba a inaugurar el 14 de junio de 2026."),
        ("fr", "Il ouvrira une école en juillet 1981, avant de partir."),
        ("ru", "Мост планировали открыть 14 января 2026 года."),
    ] {
        assert_eq!(kinds(tag, copy), "", "{tag}: {copy}");
    }
}

#[test]
fn a_day_without_a_year_is_no_more_than_probable() {
    for (copy, kind) in [
        ("The bridge was opened on 14 May.", "tense"),
        ("The bridge will open on 20 April.", "tense"),
        ("The bridge was opened on 14 October.", ""),
        ("In 2025 the works began; the bridge was opened on 14 May.", ""),
    ] {
        let found = all("en", "2026-05-03", copy);
        let told: Vec<_> = found.iter().map(|finding| (finding.kind.as_ref(), finding.level)).collect();
        let expected: Vec<_> = std::iter::once((kind, Level::Note)).filter(|_| !kind.is_empty()).collect();
        assert_eq!(told, expected, "{copy}");
    }
}

#[test]
fn counts_of_days_go_with_the_days_beside_them() {
    for (tag, wrong, right) in [
        ("en", "A five-day visit from 3 to 5 May.", "A three-day visit from 3 to 5 May."),
        ("en", "A two-week fair from 3 to 9 May.", "A two-week fair from 3 to 16 May."),
        ("ur", "8 روزہ میلہ 3 سے 7 مئی تک ہے۔", "5 روزہ میلہ 3 سے 7 مئی تک ہے۔"),
        ("ar", "زيارة لمدة 8 أيام من 3 إلى 7 مايو.", "زيارة لمدة 5 أيام من 3 إلى 7 مايو."),
        ("zh", "为期8天的节日于5月3日至7日举行。", "为期5天的节日于5月3日至7日举行。"),
        ("es", "Una feria de ocho días, del 3 al 7 de mayo.", "Una feria de cinco días, del 3 al 7 de mayo."),
        ("fr", "Une foire de huit jours, du 3 au 7 mai.", "Une foire de cinq jours, du 3 au 7 mai."),
        ("ru", "Ярмарка длится 8 дней, с 3 по 7 мая.", "Ярмарка длится 5 дней, с 3 по 7 мая."),
        ("en", "A nine-day tour from 28 May to 2 June.", "A hotel for four nights, four days, from 3 to 7 May."),
    ] {
        assert_eq!((kinds(tag, wrong).as_str(), kinds(tag, right).as_str()), ("duration", ""), "{tag}: {wrong}");
    }
}

#[test]
fn nobody_works_or_sits_from_childhood_on() {
    for (tag, wrong, right) in [
        ("en", "Ann Lop, 45, has been a teacher for 40 years.", "Ann Lop, 45, has been a teacher for 20 years."),
        (
            "en",
            "Born in 1968, Ann Lop joined the company in 1970.",
            "Born in 1968, Ann Lop joined the company in 1990.",
        ),
        ("en", "Tom Lop, 35, has been in prison for 30 years.", "Tom Lop, 35, has been in prison for 10 years."),
        ("ur", "45 سالہ انا لوپ 40 سال سے استاد ہیں۔", "45 سالہ انا لوپ 20 سال سے استاد ہیں۔"),
        ("ar", "آنا لوب (45 عاما) تعمل معلمة منذ 40 عاما.", "آنا لوب (45 عاما) تعمل معلمة منذ 20 عاما."),
        ("zh", "安娜今年45岁，当教师已40年。", "安娜今年45岁，当教师已20年。"),
        (
            "es",
            "Ana Lop, de 45 años, es jueza desde hace 40 años.",
            "Ana Lop, de 45 años, es jueza desde hace 20 años.",
        ),
        ("fr", "Anne Lop, 45 ans, est juge depuis 40 ans.", "Anne Lop, 45 ans, est juge depuis 20 ans."),
        ("ru", "45-летняя Анна Лоп работает учителем уже 40 лет.", "45-летняя Анна Лоп работает учителем уже 20 лет."),
    ] {
        assert_eq!((kinds(tag, wrong).as_str(), kinds(tag, right).as_str()), ("career", ""), "{tag}: {wrong}");
    }
    for copy in [
        "Ann Lop, 12, was taught by Tom Hale, who has been a teacher for 40 years.",
        "Ann Lop, 45, has played the violin for 40 years.",
        "Ann Lop, 45, and her father have worked at the mill for 60 years.",
        "Ann Lop, 30, whose firm has been in town for 40 years, bakes.",
    ] {
        assert_eq!(kinds("en", copy), "", "{copy}");
    }
}

#[test]
fn other_calendars_have_their_own_last_days_and_spans() {
    for (tag, wrong, right) in [
        ("ur", "31 محرم 1444ھ کو جلوس نکلا۔", "30 محرم 1444ھ کو جلوس نکلا۔"),
        ("en", "It ran from March 2023 to January 2023.", "It ran from January 2023 to March 2023."),
    ] {
        assert_ne!(kinds(tag, wrong), "", "{tag}: {wrong}");
        assert_eq!(kinds(tag, right), "", "{tag}: {right}");
    }
}

#[test]
fn a_contradiction_names_its_places() {
    let copy = "Town keeps 31st anniversary of the bridge\nThe walk in memory of the opening on June 14, 1983, has been \
                a custom for 31 years.\nThe beams were joined in the night of June 13–14, 1992.";
    let found = all("en", "2023-06-14", copy);
    let [finding] = found.as_slice() else { panic!("{found:#?}") };
    let places: Vec<_> = finding.places.iter().map(|place| place.words.as_str()).collect();
    assert_eq!(places, ["June 14, 1983", "for 31 years", "31st anniversary", "June 13–14, 1992"]);
    let english = Languages::built_in().profile(&"en".parse().expect("a tag"));
    let says: Vec<_> = finding.places.iter().filter_map(|place| Some(place.says.as_ref()?.printed(&english))).collect();
    assert_eq!(says[..2], ["the year 1983", "31 years before 14 June 2023 = 1992"]);
    assert!(finding.message.gaps.iter().any(|(name, said)| name == "expected" && *said == Said::Year(1992)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn no_copy_upsets_it(copy in "\\PC{0,60}|(born|in|1990|31 years ago|,|May|5|from|to|99999|0|32 |on|will open|was opened|3-day|teacher for|\\.|\n| ){0,20}") {
        for tag in ["en", "zh", "ar", "sw"] {
            all(tag, "9999-12-31", &copy);
            all(tag, "-009999-01-01", &copy);
        }
    }
}
