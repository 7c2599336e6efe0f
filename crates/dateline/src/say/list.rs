//! Stories, and what waits.

use super::{Look, count, paint, show, time};
use newsroom::Listed;
use story::{StoryId, dossier::Planned};

/// A story in three lines.
pub fn words(stories: &[Listed], look: &Look) -> String {
    if stories.is_empty() {
        return "There are no stories yet: `dateline file FILE` files one.\n".into();
    }
    stories.iter().map(|listed| line(listed, look)).collect::<Vec<_>>().join("\n")
}

fn line(listed: &Listed, look: &Look) -> String {
    let headline = if listed.headline.is_empty() { "(no headline)" } else { &listed.headline };
    let at = paint::faint(&time::show(listed.at, &look.zone));
    let editions = listed.editions.iter().map(|(lang, standing, revision, public)| {
        let more = match public {
            Some(public) if public < revision => format!(" +{}", revision - public),
            _ => String::new(),
        };
        format!("{lang} {}{more}", paint::standing(*standing))
    });
    let editions = editions.collect::<Vec<_>>().join(", ");
    let due =
        if listed.due > 0 { format!("  {}", paint::yellow(&format!("{} due", listed.due))) } else { String::new() };
    format!("{}  {}\n{at}  {}\n{editions}{due}\n", listed.id, listed.slug, paint::strong(headline))
}

/// What waits for its time, and whether everything waits.
pub fn waiting(due: &[(StoryId, Planned)], paused: bool, look: &Look) -> String {
    let mut out = String::new();
    if paused {
        out.push_str(&paint::yellow("Nothing goes out by itself after a restore, until `dateline confirm`.\n"));
    }
    if due.is_empty() {
        out.push_str("Nothing waits for its time.\n");
        return out;
    }
    let stories = due.iter().map(|(id, _)| id).collect::<std::collections::BTreeSet<_>>().len();
    let number = count(due.len(), "release", "releases");
    out.push_str(&format!("{number} of {}\n", count(stories, "story", "stories")));
    let mut last = None;
    for (story, planned) in due {
        if last != Some(story) {
            out.push_str(&format!("{story}\n"));
            last = Some(story);
        }
        out.push_str(&show::waits(planned, look));
    }
    out
}
