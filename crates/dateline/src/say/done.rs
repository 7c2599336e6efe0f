//! What came of a verb.

use super::{Look, paint, time};
use newsroom::Done;
use story::Kind;

/// What came of a verb, a line for each thing; the story's identity first.
pub fn words(done: &Done, look: &Look) -> String {
    let answer = &done.answer;
    let mut out = format!("story {}\n", paint::strong(&answer.story.to_string()));
    for revised in &answer.revised {
        out.push_str(&format!("saved {} revision {}\n", revised.lang, revised.revision));
    }
    if let Some(data) = answer.data {
        out.push_str(&format!("saved story data revision {data}\n"));
    }
    for released in &answer.released {
        out.push_str(&format!(
            "{} {} revision {}, no. {} of the log\n  {}\n",
            did(released.kind),
            released.lang,
            released.revision,
            released.n,
            look.address(&released.lang, answer.story)
        ));
    }
    for planned in &answer.planned {
        out.push_str(&format!(
            "{} {} revision {} goes out at {}  {}\n",
            paint::yellow("waits:"),
            planned.lang,
            planned.revision,
            time::show(planned.at, &look.zone),
            planned.id
        ));
    }
    for due in &answer.cancelled {
        out.push_str(&format!("waits no more: {due}\n"));
    }
    let nothing = answer.revised.is_empty()
        && answer.data.is_none()
        && answer.released.is_empty()
        && answer.planned.is_empty()
        && answer.cancelled.is_empty();
    if nothing {
        out.push_str("nothing to do: what was handed in is what there was\n");
    }
    if done.repeated {
        out.push_str(&paint::faint("this had been asked before: this is the first time's answer\n"));
    }
    if !done.followed {
        out.push_str(&paint::yellow("it is kept; the pages are still being made\n"));
    }
    out
}

/// What a release did, in a word or two.
const fn did(kind: Kind) -> &'static str {
    match kind {
        Kind::First => "released",
        Kind::Update => "updated",
        Kind::Correction => "corrected",
        Kind::Notice => "told readers of",
        Kind::Hold => "held",
        Kind::Unhold => "brought back",
        Kind::Kill => "killed",
        Kind::Takedown => "took down",
    }
}
