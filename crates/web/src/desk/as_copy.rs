//! A text as plain copy, as a person would type it. What plain copy has no way to say is not written: then there is no
//! such copy at all. Whether it is read back as the same text is for the caller to see: the reader decides.

use lang::Profile;
use story::{Block, Dateline, Inline, Text, text::List};

/// The text as copy, the plainest way first: as it would be typed, then with a label before each part of its head.
pub(super) fn ways<'a>(text: &'a Text, profile: &'a Profile) -> impl Iterator<Item = String> + 'a {
    [false, true].into_iter().filter_map(move |labelled| write(text, profile, labelled))
}

fn write(text: &Text, profile: &Profile, labelled: bool) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    let labels = &profile.copy().labels;
    let label = |names: &[String], words: String| match names.first().filter(|_| labelled) {
        Some(name) => format!("{name}: {words}"),
        None => words,
    };
    let headline = plain(&text.headline)?;
    if !headline.is_empty() {
        parts.push(label(&labels.headline, headline));
    }
    if let Some(deck) = &text.deck {
        parts.push(label(&labels.deck, plain(deck)?));
    }
    if let Some(byline) = &text.byline {
        let opener = profile.copy().bylines.first().filter(|_| !labelled);
        let line = opener.map_or_else(|| byline.to_string(), |opener| format!("{opener} {byline}"));
        parts.push(label(&labels.byline, line));
    }
    let mut body = text.body.iter();
    if let Some(dateline) = &text.dateline {
        let line = written(dateline, profile);
        match text.body.first() {
            Some(Block::Paragraph(first)) if !labelled => {
                body.next();
                parts.push(format!("{line}{}{}", profile.language().dateline.closer, plain(first)?));
            }
            _ => parts.push(label(&labels.dateline, line)),
        }
    }
    for block in body {
        parts.push(write_block(block, profile)?);
    }
    Some(parts.join("\n\n") + "\n")
}

/// Place, date and agency in the language's usual form, places as they are spelt.
fn written(dateline: &Dateline, profile: &Profile) -> String {
    let forms = &profile.language().dateline;
    let places = dateline.places.iter().map(|p| &**p).collect::<Vec<_>>().join(&forms.places);
    let date = dateline.date.map(|_| profile.dateline(&Dateline { date: dateline.date, ..Dateline::default() }));
    let agency = dateline.agency.as_deref();
    let form = match (places.is_empty(), &date, agency) {
        (false, Some(_), Some(_)) => &forms.all,
        (false, Some(_), None) => &forms.places_date,
        (false, None, Some(_)) => &forms.places_agency,
        (true, Some(_), Some(_)) => &forms.date_agency,
        _ => return if places.is_empty() { date.or(agency.map(str::to_owned)).unwrap_or_default() } else { places },
    };
    form.replace("{places}", &places)
        .replace("{date}", &date.unwrap_or_default())
        .replace("{agency}", agency.unwrap_or_default())
}

/// Running text without marks; none when it has some.
fn plain(inline: &Inline) -> Option<String> {
    let unmarked = inline.runs().iter().all(|run| run.style.is_plain() && !run.text.contains('\n'));
    unmarked.then(|| inline.plain())
}

fn write_block(block: &Block, profile: &Profile) -> Option<String> {
    match block {
        Block::Paragraph(words) | Block::Subhead(words) => plain(words),
        Block::List(list) => lines(list),
        Block::Related(related) => {
            let opener = profile.copy().also_read.first()?;
            Some(format!("{opener}: {}", related.title))
        }
        Block::Quotation(_) | Block::Table(_) | Block::Figure(_) => None,
    }
}

fn lines(list: &List) -> Option<String> {
    let item = |(n, item): (usize, &Inline)| {
        let words = plain(item)?;
        Some(if list.ordered { format!("{n}. {words}") } else { format!("- {words}") })
    };
    let items: Option<Vec<String>> = (1..).zip(&list.items).map(item).collect();
    items.map(|items| items.join("\n"))
}
