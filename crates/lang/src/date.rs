//! Days and times.

use crate::{Profile, say::pattern};
use story::text::DatelineDate;

impl Profile {
    /// A day in full, with its year.
    pub fn date(&self, date: jiff::civil::Date) -> String {
        let weekday = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs());
        self.day(&self.language().dates.long, Some(date.year()), date.month(), date.day(), Some(weekday))
    }

    /// The sign that the language puts right behind the number of a day (日), if it has one: a number that it follows may
    /// be a day whose month everybody knows.
    pub fn day_sign(&self) -> Option<&str> {
        let (_, behind) = self.language().dates.without_year.split_once("{day}")?;
        let sign = behind.split(['{', ' ']).next()?;
        sign.starts_with(char::is_alphabetic).then_some(sign)
    }

    /// A day as a dateline has it, with its year or without.
    pub fn dateline_date(&self, date: DatelineDate) -> String {
        match date.civil() {
            Some(day) => self.date(day),
            None => self.day(&self.language().dates.without_year, None, date.month(), date.day(), None),
        }
    }

    /// Day, hour and minute, time zone. Nothing finer: seconds are of no use to a reader.
    pub fn date_time(&self, moment: &jiff::Zoned) -> String {
        let dates = &self.language().dates;
        let two = |n: i8| self.digits(&format!("{n:02}"));
        let time =
            pattern(&dates.time, &[("hour", two(moment.hour()).into()), ("minute", two(moment.minute()).into())]);
        let zone = moment.strftime("%Z").to_string();
        let zone = dates.zones.get(&zone).cloned().unwrap_or_else(|| offset_or_name(self, zone));
        let zone = crate::isolate::isolate(&zone, self.direction()).into_owned();
        let date = self.date(moment.date());
        pattern(&dates.date_time, &[("date", date.into()), ("time", time.into()), ("zone", zone.into())])
    }

    fn day(&self, template: &str, year: Option<i16>, month: i8, day: i8, weekday: Option<usize>) -> String {
        let dates = &self.language().dates;
        let first = |names: Option<&Vec<String>>| names.and_then(|n| n.first()).cloned().unwrap_or_default();
        let month = usize::from(month.unsigned_abs()).checked_sub(1).and_then(|m| dates.months.get(m));
        let weekday = weekday.and_then(|d| dates.weekdays.get(d));
        let first_day = dates.first_day.clone().filter(|_| day == 1);
        pattern(
            template,
            &[
                ("day", first_day.unwrap_or_else(|| self.digits(&day.to_string())).into()),
                ("day2", self.digits(&format!("{day:02}")).into()),
                ("month", first(month).into()),
                ("year", year.map(|y| self.digits(&y.to_string())).unwrap_or_default().into()),
                ("weekday", first(weekday).into()),
            ],
        )
    }
}

/// A zone that is known by its distance alone is named from UTC; any other keeps its name.
fn offset_or_name(profile: &Profile, zone: String) -> String {
    if zone.starts_with(['+', '-']) {
        return format!("UTC{}", profile.digits(&zone.replace('-', &profile.language().digits.minus)));
    }
    zone
}

#[cfg(test)]
mod tests {
    use crate::{Languages, Profile};

    fn in_all(print: impl Fn(&Profile) -> String) -> String {
        let neutral = Languages::built_in().profile(&"sw".parse().expect("a tag"));
        let all = Languages::built_in().iter().chain([&neutral]);
        all.map(|p| format!("{}: {}\n", p.tag(), print(p))).collect::<String>().replace('\u{a0}', "~")
    }

    #[test]
    fn a_day_in_every_language() {
        let day = "2023-03-01".parse().expect("a day");
        insta::assert_snapshot!(in_all(|p| p.date(day)), @r"
        en: 1 March 2023
        ur: ۱ مارچ ۲۰۲۳
        ar: 1 مارس 2023
        zh: 2023年3月1日
        es: 1 de marzo de 2023
        fr: 1er mars 2023
        ru: 1 марта 2023 года
        sw: 2023-03-01
        ");
    }

    #[test]
    fn a_moment_in_every_language() {
        let moment: jiff::Zoned = "2023-02-26T09:05:07+00:00[UTC]".parse().expect("a moment");
        insta::assert_snapshot!(in_all(|p| p.date_time(&moment)), @r"
        en: 26 February 2023, 09:05 GMT
        ur: ۲۶ فروری ۲۰۲۳، ۰۹:۰۵ جی ایم ٹی
        ar: 26 فبراير 2023، 09:05 بتوقيت غرينتش
        zh: 2023年2月26日 09:05（格林尼治时间）
        es: 26 de febrero de 2023, 09:05 GMT
        fr: 26 février 2023 à 09h05 GMT
        ru: 26 февраля 2023 года, 09:05 по Гринвичу
        sw: 2023-02-26 09:05 UTC
        ");
    }

    #[test]
    fn a_zone_keeps_its_name_or_its_distance() {
        let english = Languages::built_in().profile(&"en".parse().expect("a tag"));
        let there = |zone: &str| {
            let moment: jiff::Zoned = format!("2023-02-26T09:05:00[{zone}]").parse().expect("a moment");
            english.date_time(&moment)
        };
        assert_eq!(there("Asia/Karachi"), "26 February 2023, 09:05 PKT");
        assert_eq!(there("Asia/Baku"), "26 February 2023, 09:05 UTC+04");
        assert_eq!(there("America/Sao_Paulo"), "26 February 2023, 09:05 UTC−03");
    }

    #[test]
    fn a_sign_behind_the_day() {
        let sign = |tag: &str| {
            let profile = Languages::built_in().profile(&tag.parse().expect("a tag"));
            profile.day_sign().map(str::to_owned)
        };
        assert_eq!(sign("zh").as_deref(), Some("日"));
        for tag in ["en", "ur", "ar", "es", "fr", "ru"] {
            assert_eq!(sign(tag), None, "{tag}");
        }
    }
}
