//! What is found in running text, language by language.

use crate::{
    Languages,
    values::{Calendar, What},
};
use proptest::prelude::*;

/// What is found, in short: `2023-02-26`, `--03`, `1990s`, `19c`, `w7`, `17:00`.
fn found(tag: &str, text: &str) -> String {
    let profile = Languages::built_in().profile(&tag.parse().expect("a tag"));
    let year = |year: Option<i32>| year.map_or("-".into(), |year| year.to_string());
    let short = |what: What| {
        let calendar = match &what {
            What::Day(day) => day.calendar,
            What::Month { calendar, .. } | What::Year { calendar, .. } => *calendar,
            _ => Calendar::Gregorian,
        };
        let mark = if calendar == Calendar::Gregorian { String::new() } else { format!(" {calendar:?}") };
        let main = match what {
            What::Day(day) => {
                let to = day.to.map_or(String::new(), |to| format!("..{to}"));
                let weekday = day.weekday.map_or(String::new(), |weekday| format!(" w{weekday}"));
                format!("{}-{:02}-{:02}{to}{weekday}", year(day.year), day.month, day.day)
            }
            What::Month { year: of, month, .. } => format!("{}-{month:02}", year(of)),
            What::Year { year, .. } => year.to_string(),
            What::Years(from, to) => format!("{from}..{to}"),
            What::Decade(decade) => format!("{decade}s"),
            What::Century(century) => format!("{century}c"),
            What::Weekday(weekday) => format!("w{weekday}"),
            What::Clock { hour, minute, .. } => format!("{hour}:{minute:02}"),
            What::Number(_) => return String::new(),
        };
        main + &mark
    };
    let all: Vec<String> = profile.moments.find(text).into_iter().map(|value| short(value.what)).collect();
    all.join(", ")
}

#[test]
fn days_months_years_and_times_in_every_language() {
    for (tag, text, wanted) in [
        ("en", "on Sunday, 26 February 2023, at 5 p.m.", "2023-02-26 w7, 17:00"),
        ("en", "the night of February 25–26, 1992, and on 30 February", "1992-02-25..26, --02-30"),
        ("en", "in March they may march; Theresa May said so in May", "--03, --05"),
        ("en", "in 1983 and the 1990s, since the 19th century, from 2010-2015", "1983, 1990s, 19c, 2010..2015"),
        ("en", "1,983 boats, 2000 people, 1500 metres, page 1990, in her 90s", ""),
        ("en", "10 Muharram 1444, that is in 1444 AH", "1444-01-10 Hijri, 1444 Hijri"),
        ("ur", "اتوار، ۲۶ فروری ۲۰۲۳ء کو", "2023-02-26 w7"),
        ("ur", "سنہ 1983 میں اور 2010ء سے مارچ تک", "1983, 2010, --03"),
        ("ur", "نوے کی دہائی، انیسویں صدی، منگل کو شام 5 بجے", "1990s, 19c, w2, 17:00"),
        ("ur", "پیر کے روز پیر میں چوٹ آئی، اس ہفتے ہفتہ کے روز", "w1, w6"),
        ("ur", "10 محرم 1444ھ", "1444-01-10 Hijri"),
        ("ar", "يوم الأحد 26 شباط/فبراير 2023", "2023-02-26 w7"),
        ("ar", "في عام 1983 ومنذ 1990 وحتى مارس الماضي", "1983, 1990, --03"),
        ("ar", "في التسعينيات من القرن الماضي وفي القرن التاسع عشر", "1990s, 19c"),
        ("ar", "والأحد الساعة 5:30 مساء", "w7, 17:30"),
        ("ar", "١٠ محرم ١٤٤٤ هـ", "1444-01-10 Hijri"),
        ("zh", "2023年2月26日（星期日）下午3点30分", "2023-02-26 w7, 15:30"),
        ("zh", "二〇二三年二月二十六日，1983年，上世纪90年代，19世纪", "2023-02-26, 1983, 1990s, 19c"),
        ("zh", "3个月前，每周一次，周五，2月25日至26日", "w5, --02-25..26"),
        ("zh", "农历八月十五", "--08-15 Chinese"),
        ("es", "el domingo 26 de febrero de 2023 a las 17:30", "2023-02-26 w7, 17:30"),
        ("es", "del 3 al 5 de mayo, en 1983, los años noventa y el siglo XIX", "--05-03..5, 1983, 1990s, 19c"),
        ("es", "2000 personas, 1950 metros, en marzo, los sábados", "--03, w6"),
        ("fr", "dimanche 26 février 2023 à 17h30", "2023-02-26 w7, 17:30"),
        ("fr", "le 1er mars, en mars, sur Mars, depuis 1983", "--03-01, --03, 1983"),
        ("fr", "les années 90, le XIXe siècle, du 3 au 5 mai", "1990s, 19c, --05-03..5"),
        ("ru", "в воскресенье, 26-го февраля 2023 года, в 10:30", "2023-02-26 w7, 10:30"),
        ("ru", "в 1983 году, в 90-е, в XIX веке, с 2010 по 2015 год", "1983, 1990s, 19c, 2010, 2015"),
        ("ru", "в среду обитания и в среду вечером; 1950 человек; в марте", "w3, --03"),
        ("sw", "2023-02-26 10:30", "2023-02-26, 10:30"),
    ] {
        assert_eq!(found(tag, text), wanted, "{tag}: {text}");
    }
}

#[test]
fn every_name_of_a_month_and_weekday_is_found_in_a_sentence() {
    let profiles = Languages::built_in();
    for profile in profiles.iter() {
        let dates = &profile.language().dates;
        for name in dates.months.iter().filter_map(|names| names.first()) {
            let text = profile.language().dates.without_year.replace("{day}", "3").replace("{month}", name);
            assert!(!found(profile.tag().as_str(), &text).is_empty(), "{text}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_text_upsets_it(text in "\\PC{0,40}|[0-9۰-۹ ./年月日至—(（二十-]{0,24}|([0-9]{1,4}|mayo|в|май|مئی|May|of|in|,|-| ){0,12}") {
        for profile in Languages::built_in().iter() {
            let mut end = 0;
            for value in profile.moments.find(&text) {
                prop_assert!(end <= value.at.start && value.at.start < value.at.end && text.get(value.at.clone()).is_some());
                end = value.at.end;
            }
        }
    }
}

#[test]
fn a_colon_behind_a_year_is_of_no_time() {
    assert_eq!(found("zh", "2004:4月26日，大桥通了。"), "--04-26");
    assert_eq!(found("zh", "比分是12:4月"), "");
}
