//! A text that is in another language than its edition: filed under the wrong one, or pasted into the wrong form.

use crate::{Copy, Finding, Level, Message, Part, Rule, Said};
use lang::{Languages, Word};
use story::Tag;

/// So many bytes of running text say which language it is in: three lines of Latin letters, fewer of other scripts.
const LEAST: usize = 200;
/// How much is looked at.
const MOST: usize = 4 * 1024;
/// From here on an answer counts as certain: one in a hundred may be wrong.
const SURE: f32 = 0.99;

pub(super) fn find(copy: &Copy<'_>, findings: &mut Vec<Finding>) {
    let own = copy.profile().tag();
    // Which languages can be told apart is known of those that come with the program.
    if !Languages::built_in().tags().any(|tag| tag.language() == own.language()) {
        return;
    }
    let mut text = String::new();
    for passage in copy.passages.iter().filter(|passage| matches!(passage.part, Part::Block { .. })) {
        if text.len() > MOST {
            break;
        }
        text.push_str(&passage.text);
        text.push('\n');
    }
    if text.len() < LEAST {
        return;
    }
    let looks = lang::identify(&text);
    if looks.sure < SURE || looks.tag == Tag::unknown() || looks.tag.language() == own.language() {
        return;
    }
    let name = copy.material.languages.profile(&looks.tag).name().to_owned();
    let headline = copy.passages.iter().find(|passage| passage.part == Part::Headline);
    let place = headline.map_or_else(|| copy.nowhere(Part::Headline), |line| copy.place(line, 0..line.text.len()));
    let message = Message::new(Word::FormLanguage, [("language", Said::Words(name))]);
    findings.push(Finding::new(Rule::Form, "language", Level::Warn, message, vec![place]));
}
