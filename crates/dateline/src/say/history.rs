//! What happened to an edition, with differences.

use super::{Look, differences, paint, show, time};
use newsroom::{Change, Event, History};
use story::{Release, Revision, align::Happened};

/// The history of an edition, oldest first.
pub fn words(history: &History, look: &Look) -> String {
    let mut out = format!("{}\n", paint::strong(&look.language(&history.lang)));
    for event in &history.events {
        match event {
            Event::Revision { revision, changes, sealed } => {
                out.push_str(&revised(revision, *sealed, look));
                changes.iter().for_each(|c| out.push_str(&change(c)));
            }
            Event::Dismissed(dismissal) => {
                let at = paint::faint(&time::show(dismissal.at, &look.zone));
                let (rule, kind, by) = (&dismissal.rule, &dismissal.kind, &dismissal.by);
                out.push_str(&format!("{at}  dismissed {rule} ({kind}), by {by}: {}\n", dismissal.reason));
            }
            Event::Undismissed(dismissal) => {
                if let Some((by, at)) = &dismissal.undone {
                    let at = paint::faint(&time::show(*at, &look.zone));
                    out.push_str(&format!("{at}  {} ({}) counts again, by {by}\n", dismissal.rule, dismissal.kind));
                }
            }
            Event::Release { release, notice } => {
                out.push_str(&released(release, look));
                if let Some(notice) = notice {
                    out.push_str(&format!("    readers are told: {}\n", notice.says));
                }
                if let Some(despite) = &release.despite {
                    let label = paint::faint("in spite of what the checks found:");
                    out.push_str(&format!("    {label} {despite}\n"));
                }
                if let Some(reason) = &release.reason {
                    out.push_str(&format!("    {} {reason}\n", paint::faint("for the desk alone:")));
                }
            }
        }
    }
    out
}

fn revised(revision: &Revision, sealed: bool, look: &Look) -> String {
    let based = revision.based_on.map(|n| format!(", based on {n}")).unwrap_or_default();
    let from = revision.made_from.as_ref();
    let from = from.map(|o| format!(", made from {} revision {}", o.lang, o.revision)).unwrap_or_default();
    let sealed = if sealed { format!("  {}", paint::red("(sealed)")) } else { String::new() };
    let at = paint::faint(&time::show(revision.at, &look.zone));
    format!("{at}  revision {}{based}{from}, by {}{sealed}\n", revision.number, revision.by)
}

fn released(release: &Release, look: &Look) -> String {
    let at = paint::faint(&time::show(release.at, &look.zone));
    let what = paint::strong(release.kind.as_str());
    let (n, revision, by) = (release.n, release.revision, &release.by);
    format!("{at}  release {}: {what} of revision {revision}, no. {n} of the log, by {by}\n", release.number)
}

fn change(change: &Change) -> String {
    let (was, is) = (change.was.as_deref().unwrap_or_default(), change.is.as_deref().unwrap_or_default());
    let words = match change.how {
        Happened::Added => differences::into(is),
        Happened::Removed => differences::out(was),
        _ => differences::between(was, is),
    };
    format!("    {} {}: {words}\n", show::part(change.part), show::happened(change.how))
}
