//! What came of a verb.

use super::{Look, paint, time};
use crate::found;
use newsroom::{CopyEmbargo, Done};
use story::Kind;

/// What came of a verb, a line for each thing; the story's identity first.
pub fn words(done: &Done, look: &Look) -> String {
    let answer = &done.answer;
    let mut out = format!("story {}\n", paint::strong(&answer.story.to_string()));
    for revised in &answer.revised {
        out.push_str(&format!("saved {} revision {}{}\n", revised.lang, revised.revision, counted(revised.found)));
        for note in &revised.notes {
            let note = note.printed(&found::profile(&look.languages, None), &look.languages);
            out.push_str(&format!("  {note}\n"));
        }
    }
    if let Some(embargo) = &answer.embargo {
        out.push_str(&self::embargo(embargo, &answer.story.to_string(), look));
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
            look.place(&released.lang, answer.story)
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
    answer.dismissed.iter().for_each(|key| out.push_str(&format!("dismissed {key}\n")));
    answer.undismissed.iter().for_each(|key| out.push_str(&format!("counts again: {key}\n")));
    if answer.is_nothing() {
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

/// What became of an embargo that the copy names, and what to do where that is left to a person.
fn embargo(embargo: &CopyEmbargo, story: &str, look: &Look) -> String {
    let profile = found::profile(&look.languages, None);
    let says = embargo.says(&profile, |until| time::show(until, &look.zone));
    let help = match embargo.became {
        newsroom::Became::Unread => {
            format!(
                "  `dateline embargo {story} --until WHEN` or `--lift`, or `dateline release --despite-findings WHY`\n"
            )
        }
        newsroom::Became::Late => "  `dateline release --despite-findings WHY`\n".to_owned(),
        _ => String::new(),
    };
    let label = if embargo.is_open() { paint::red("embargo:") } else { paint::yellow("embargo:") };
    format!("{label} {says}\n{help}")
}

/// How much the checks found, when they found anything above a note.
fn counted(counts: newsroom::Counts) -> String {
    let of = |n: usize, word: &str| (n > 0).then(|| format!("{n} {word}"));
    let parts: Vec<String> = [of(counts.stop, "stop"), of(counts.warn, "warn")].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { paint::yellow(&format!("; the checks found {}", parts.join(", "))) }
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
