//! Found in every language, and quiet where nothing is wrong.

use crate::{Finding, HouseStyle, Material, Said, check, lines};
use lang::Languages;
use proptest::prelude::*;

fn all(tag: &str, date: &str, copy: &str) -> Vec<Finding> {
    let languages = Languages::built_in();
    let profile = languages.profile(&tag.parse().expect("a tag"));
    let (title, body) = copy.split_once('\n').unwrap_or(("", copy));
    let (text, style) = (lines::text(title, body), HouseStyle::default());
    let date = Some(date.parse().expect("a day"));
    let found = check(&Material { text: &text, profile: &profile, languages, date, asides: &[], style: &style });
    let own = ["anniv", "weekday", "nodate", "order", "age"];
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
    fn no_copy_upsets_it(copy in "\\PC{0,60}|(born|in|1990|31 years ago|,|May|5|from|to|99999|0|32 |\\.|\n| ){0,20}") {
        for tag in ["en", "zh", "ar", "sw"] {
            all(tag, "9999-12-31", &copy);
            all(tag, "-009999-01-01", &copy);
        }
    }
}
