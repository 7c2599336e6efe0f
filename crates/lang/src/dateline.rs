//! The dateline as the language prints it.

use crate::{Profile, isolate::isolate, say::pattern};
use icu::casemap::CaseMapper;
use story::Dateline;

impl Profile {
    /// Place, date and agency in the usual form, without what comes between them and the first sentence
    /// ([`crate::language::DatelineForms::closer`]). Names that run against the line are isolated.
    pub fn dateline(&self, dateline: &Dateline) -> String {
        let forms = &self.language().dateline;
        let own = |name: &str| {
            let name = if forms.capitals { self.capitals(name) } else { name.to_owned() };
            isolate(&name, self.direction()).into_owned()
        };
        let places = dateline.places.iter().map(|place| own(place)).collect::<Vec<_>>().join(&forms.places);
        let places = (!places.is_empty()).then_some(places);
        let date = dateline.date.map(|date| self.dateline_date(date));
        let agency = dateline.agency.as_ref().map(|agency| isolate(agency, self.direction()).into_owned());
        let form = match (&places, &date, &agency) {
            (Some(_), Some(_), Some(_)) => &forms.all,
            (Some(_), Some(_), None) => &forms.places_date,
            (Some(_), None, Some(_)) => &forms.places_agency,
            (None, Some(_), Some(_)) => &forms.date_agency,
            _ => return places.or(date).or(agency).unwrap_or_default(),
        };
        let gap = |value: Option<String>| value.unwrap_or_default().into();
        pattern(form, &[("places", gap(places)), ("date", gap(date)), ("agency", gap(agency))])
    }

    /// The text in capitals, where its script has them.
    fn capitals(&self, text: &str) -> String {
        CaseMapper::new().uppercase_to_string(text, &self.locale().id).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use crate::Languages;
    use story::{Dateline, Line, text::DatelineDate};

    fn dateline(places: &[&str], year: Option<i16>, agency: Option<&str>) -> Dateline {
        Dateline {
            places: places.iter().map(Line::new).collect(),
            date: DatelineDate::new(year, 2, 26).ok(),
            agency: agency.map(Line::from),
        }
    }

    fn in_all(dateline: impl Fn(&str) -> Dateline) -> String {
        let all = Languages::built_in().iter();
        all.map(|p| format!("{}: {}\n", p.tag(), p.dateline(&dateline(p.tag().as_str())))).collect()
    }

    /// A place by its name in each language.
    fn place(tag: &str) -> &'static str {
        match tag {
            "ur" => "باکو",
            "ar" => "باكو",
            "zh" => "巴库",
            "es" => "Bakú",
            "fr" => "Bakou",
            "ru" => "Баку",
            _ => "Baku",
        }
    }

    #[test]
    fn a_full_dateline_in_every_language() {
        let full = in_all(|tag| dateline(&[place(tag)], Some(2023), Some("GNP")));
        insta::assert_snapshot!(full.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩"), @r"
        en: BAKU, 26 February 2023 (GNP)
        ur: باکو، ۲۶ فروری ۲۰۲۳ (⟨GNP⟩)
        ar: باكو، 26 فبراير 2023 (⟨GNP⟩)
        zh: GNP巴库2023年2月26日电
        es: Bakú, 26 de febrero de 2023 (GNP)
        fr: Bakou, 26 février 2023 (GNP)
        ru: БАКУ, 26 февраля 2023 года. /GNP/
        ");
    }

    #[test]
    fn several_places_and_no_year() {
        let some = in_all(|tag| dateline(&[place(tag), "Ürümqi"], None, None));
        insta::assert_snapshot!(some.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩"), @r"
        en: BAKU, ÜRÜMQI, 26 February
        ur: باکو، ⟨Ürümqi⟩، ۲۶ فروری
        ar: باكو، ⟨Ürümqi⟩، 26 فبراير
        zh: 巴库、Ürümqi2月26日电
        es: Bakú, Ürümqi, 26 de febrero
        fr: Bakou, Ürümqi, 26 février
        ru: БАКУ, ÜRÜMQI, 26 февраля
        ");
    }

    #[test]
    fn whatever_is_missing_leaves_no_mark_behind() {
        for profile in
            Languages::built_in().iter().chain([&Languages::built_in().profile(&"sw".parse().expect("a tag"))])
        {
            let only_place = Dateline { places: vec!["Х".into()], ..Dateline::default() };
            assert!(profile.dateline(&only_place).contains('Х'));
            assert_eq!(profile.dateline(&Dateline::default()), "");
            for (place, date, agency) in [(true, true, false), (true, false, true), (false, true, true)] {
                let dateline = Dateline {
                    places: place.then(|| Line::from("A")).into_iter().collect(),
                    date: date.then(|| DatelineDate::new(None, 5, 3).expect("a day")),
                    agency: agency.then(|| Line::from("B")),
                };
                let said = profile.dateline(&dateline);
                assert!(!said.contains('{') && !said.contains("()") && !said.contains(", ,"), "{said}");
            }
        }
    }
}
