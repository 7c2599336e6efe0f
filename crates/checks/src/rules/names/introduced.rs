//! A person who is introduced a second time.

use super::people::{Mention, People};
use crate::{Copy, Finding, Level, Message, Rule, Said};
use lang::Word;

/// Adds what it finds.
pub(super) fn find(copy: &Copy<'_>, people: &People, findings: &mut Vec<Finding>) {
    for person in &people.all {
        let introduces = |mention: &&Mention| mention.own && mention.post.is_some();
        let mut all = person.mentions.iter().filter(introduces);
        let Some(first) = all.next() else { continue };
        // Where words stand between post and name, only the same post again says that both belong together.
        let sure = |again: &&Mention| !(first.loose || again.loose) || first.post == again.post;
        let Some(again) = all.filter(sure).find(|again| again.passage != first.passage) else { continue };
        // Another post may be news.
        let level = if first.post == again.post { Level::Warn } else { Level::Note };
        findings.extend(finding(copy, first, again, level));
    }
}

/// A person who is introduced here, and was there.
pub(super) fn finding(copy: &Copy<'_>, first: &Mention, again: &Mention, level: Level) -> Option<Finding> {
    let place = |mention: &Mention| Some(copy.place(copy.passages.get(mention.passage)?, mention.whole.clone()));
    let (here, there) = (place(again)?, place(first)?);
    let name = copy.passages.get(again.passage)?.text.get(again.at.clone())?.to_owned();
    let message = Message::new(Word::NamesIntroducedTwice, [("name", Said::Words(name))]);
    Some(Finding::new(Rule::Names, "intro", level, message, vec![here, there]))
}
