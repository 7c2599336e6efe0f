//! What came of a form, as the page after it says. The address holds the identity of the asking; the words come from
//! the answer that is on record, so that a page that is asked for again says the same.

use super::{door::Person, page::Page};
use lang::Word;
use newsroom::Answer;
use serde::Deserialize;
use store::Receipt;
use story::{Kind, RequestId};

/// What nobody's answer is on record for.
pub(super) const NOTHING: &str = "nothing";

/// The question of a page's address.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// An identity of asking, or the name of something that was done.
    #[serde(default)]
    done: String,
    /// The verb, when the answer alone does not tell it.
    #[serde(default)]
    verb: String,
}

impl Asked {
    /// What was done, a sentence each.
    pub async fn said(&self, person: &Person) -> Vec<String> {
        let page = person.page(Word::Desk);
        match self.done.as_str() {
            "" => Vec::new(),
            NOTHING => vec![page.say(Word::NothingChanged).to_owned()],
            "draft" => vec![page.say(Word::DoneDraftDiscarded).to_owned()],
            "account" => vec![page.say(Word::DoneAccount).to_owned()],
            word => match word.parse::<RequestId>() {
                Ok(request) => self.on_record(person, &page, request).await.unwrap_or_default(),
                Err(_) => Vec::new(),
            },
        }
    }

    /// An embargo was set, moved or lifted; the story's data says which.
    pub fn is_embargo(&self) -> bool {
        self.verb == "embargo"
    }

    async fn on_record(&self, person: &Person, page: &Page, request: RequestId) -> Option<Vec<String>> {
        let room = person.desk().room();
        let answered = room.store().answered(request, &person.actor.name).await.ok()??;
        let answer: Answer = serde_json::from_slice(&answered.answer).ok()?;
        let mut said = sentences(page, &answer, &answered.receipt, self.is_embargo());
        said.extend(of_the_copy(person, page, &answer));
        let late = room.followers().places().iter().any(|(_, applied)| *applied < answered.receipt.last);
        if answered.receipt.first.is_some() && late {
            said.push(page.say(Word::DoneNotYetFollowed).to_owned());
        }
        Some(said)
    }
}

/// What whoever handed copy in should know of it: the embargo that it names, and each liberty that was taken with it.
fn of_the_copy(person: &Person, page: &Page, answer: &Answer) -> Vec<String> {
    let languages = &person.desk().room().house().languages;
    let embargo = answer.embargo.iter().map(|embargo| embargo.says(page.profile(), |at| page.time(at)));
    let notes = answer.revised.iter().flat_map(|revised| &revised.notes);
    embargo.chain(notes.map(|note| note.printed(page.profile(), languages))).collect()
}

/// An answer of the newsroom in words.
fn sentences(page: &Page, answer: &Answer, receipt: &Receipt, is_embargo: bool) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    let mut once = |sentence: String| {
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    };
    let numbers = receipt.first.unwrap_or_default()..;
    for (released, n) in answer.released.iter().zip(numbers) {
        let word = match released.kind {
            Kind::First | Kind::Update => {
                once(format!("{}: {}", page.language(&released.lang), page.say_number(Word::DoneReleased, n)));
                continue;
            }
            Kind::Correction => Word::DoneCorrected,
            // What a correction brings with it for other editions; the story shows it.
            Kind::Notice => continue,
            Kind::Hold => Word::DoneHeld,
            Kind::Unhold => Word::DoneUnheld,
            Kind::Kill => Word::DoneKilled,
            Kind::Takedown => Word::DoneTakenDown,
        };
        once(page.say(word).to_owned());
    }
    for planned in &answer.planned {
        once(format!("{}: {}", page.language(&planned.lang), page.say_when(Word::DoneScheduled, &planned.at)));
    }
    if answer.released.is_empty() && answer.planned.is_empty() {
        let is_new = answer.data == Some(1) && answer.revised.first().is_some_and(|r| r.revision == 1);
        match (answer.revised.first(), answer.data) {
            _ if is_new => once(page.say(Word::DoneFiled).to_owned()),
            _ if is_embargo => {}
            (Some(revised), _) => once(page.say_number(Word::DoneSaved, revised.revision)),
            (None, Some(data)) => once(page.say_number(Word::DoneSaved, data)),
            (None, None) if !answer.dismissed.is_empty() => once(page.say(Word::DoneDismissed).to_owned()),
            (None, None) if !answer.undismissed.is_empty() => once(page.say(Word::DoneUndismissed).to_owned()),
            (None, None) if !answer.cancelled.is_empty() => once(page.say(Word::DoneCancelled).to_owned()),
            (None, None) => {}
        }
    }
    said
}
