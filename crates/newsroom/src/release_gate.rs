//! What the checks hold back, and who says that it goes out all the same.

use crate::{Error, Newsroom, Pin, Result, Why, checking::Found, pen::Pen};
use std::collections::BTreeMap;
use story::{Tag, Verb, text::Line};

/// Why editions go out in spite of what was found in them.
pub(crate) type Despite = BTreeMap<Tag, String>;

impl Newsroom {
    /// Lets editions through in which nothing holds a release back. Where something does, whoever may overrule says why
    /// it goes out all the same; their reason is given back, for the editions that it is for.
    pub(crate) async fn let_through(&self, pen: &Pen, pins: &[Pin], reason: Option<&Line>) -> Result<Despite> {
        let mut held = Vec::new();
        for pin in pins {
            let found = match pen.found.get(&(pin.lang.clone(), pin.revision)) {
                Some(findings) => self.judged(&pen.dossier, &pin.lang, findings.clone()).await?,
                None if pen.writes_revision(&pin.lang, pin.revision) => Vec::new(),
                None => self.found(&pen.dossier, &pin.lang, pin.revision).await?,
            };
            let count = found.iter().filter(|found| Found::holds(found)).count();
            if count > 0 {
                held.push((pin.lang.clone(), count));
            }
        }
        if held.is_empty() {
            return Ok(Despite::new());
        }
        let Some(reason) = reason.filter(|reason| !reason.is_empty()) else {
            return Err(Error::CannotNow(Why::Found(held)));
        };
        for (lang, _) in &held {
            pen.may(Verb::Overrule, Some(lang))?;
        }
        Ok(held.into_iter().map(|(lang, _)| (lang, reason.to_string())).collect())
    }
}
