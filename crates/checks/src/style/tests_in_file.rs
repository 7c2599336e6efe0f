//! The tests that stand in the files themselves.

use super::HouseStyle;
use lang::Languages;
use story::Tag;

/// A test of a file that fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed {
    /// The language of the file.
    pub lang: Tag,
    /// Which test of it, from 1.
    pub number: usize,
    /// Its text.
    pub text: String,
    /// What it says is found.
    pub wanted: Vec<String>,
    /// What is found.
    pub found: Vec<String>,
}

impl HouseStyle {
    /// Runs the tests of all files: what each text must give are the words to avoid and the contested terms in it, in
    /// order. Those that fail.
    pub fn run_tests(&self, languages: &Languages) -> Vec<Failed> {
        let mut out = Vec::new();
        for (lang, sheet) in self.sheets.iter() {
            let profile = languages.profile(lang);
            for (at, test) in sheet.tests.iter().enumerate() {
                let avoided = sheet.avoid.find(&test.text, &profile).into_iter().map(|found| found.at);
                let contested = sheet.contested.find(&test.text, &profile).into_iter().map(|found| found.at);
                let mut places: Vec<_> = avoided.chain(contested).collect();
                places.sort_by_key(|place| (place.start, place.end));
                places.dedup();
                let found: Vec<String> =
                    places.into_iter().map(|at| test.text.get(at).unwrap_or_default().to_owned()).collect();
                if found != test.finds {
                    let (lang, text, wanted) = (lang.clone(), test.text.clone(), test.finds.clone());
                    out.push(Failed { lang, number: at + 1, text, wanted, found });
                }
            }
        }
        out
    }
}
