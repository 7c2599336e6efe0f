//! Somebody else saved meanwhile: what they have that yours has not, and the other way.

use super::{differences, paint};
use newsroom::Stale;
use story::{
    Block, Inline, Text,
    align::{self},
};

/// The differences from their text to yours, part by part.
pub fn words(stale: &Stale) -> String {
    let (Some(theirs), Some(yours)) = (&stale.theirs, &stale.yours) else { return String::new() };
    let mut out = format!("{}\n", paint::strong(&format!("from revision {} to yours", stale.newest)));
    let parts = [
        ("headline", theirs.headline.plain(), yours.headline.plain()),
        ("deck", deck(theirs), deck(yours)),
        ("byline", byline(theirs), byline(yours)),
        ("dateline", dateline(theirs), dateline(yours)),
    ];
    for (name, was, is) in parts {
        if was != is {
            out.push_str(&format!("    {name}: {}\n", differences::between(&was, &is)));
        }
    }
    for (was, is) in body(&theirs.body, &yours.body) {
        out.push_str(&format!("    body: {}\n", differences::between(&was, &is)));
    }
    out
}

fn deck(text: &Text) -> String {
    text.deck.as_ref().map(Inline::plain).unwrap_or_default()
}

fn byline(text: &Text) -> String {
    text.byline.as_ref().map(ToString::to_string).unwrap_or_default()
}

fn dateline(text: &Text) -> String {
    text.dateline.as_ref().and_then(|d| serde_json::to_string(d).ok()).unwrap_or_default()
}

/// The blocks that differ, each as it was and as it is.
fn body(theirs: &[Block], yours: &[Block]) -> Vec<(String, String)> {
    let mut next = 0;
    let mut fresh = || {
        next += 1;
        story::BlockId(next)
    };
    let old: Vec<story::BlockId> = theirs.iter().map(|_| fresh()).collect();
    let new = align::inherit(theirs, &old, yours, fresh);
    let words = |ids: &[story::BlockId], blocks: &[Block], id| {
        ids.iter().position(|i| *i == id).and_then(|place| blocks.get(place)).map(Block::plain).unwrap_or_default()
    };
    let gone = old.iter().filter(|id| !new.contains(id));
    new.iter()
        .chain(gone)
        .map(|&id| (words(&old, theirs, id), words(&new, yours, id)))
        .filter(|(was, is)| was != is)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(headline: &str, body: &[&str]) -> Box<Text> {
        let body = body.iter().map(|words| Block::Paragraph((*words).into())).collect();
        Box::new(Text { headline: headline.into(), body, ..Text::default() })
    }

    #[test]
    fn both_texts_are_told_apart() {
        let stale = Stale {
            lang: None,
            based_on: 1,
            newest: 2,
            by: "os:ana".into(),
            theirs: Some(text("A clock", &["It struck ten.", "Nobody saw it.", "The end of it."])),
            yours: Some(text("A clock", &["It struck nine.", "The end of it."])),
        };
        insta::assert_snapshot!(paint::plain(&words(&stale)), @"
        from revision 2 to yours
            body: It struck [-ten-]{+nine+}.
            body: [-Nobody saw it.-]
        ");
    }
}
