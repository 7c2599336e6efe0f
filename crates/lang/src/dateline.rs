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
