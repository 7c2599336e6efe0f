//! What copy says of an embargo: a short line of its own near the top.

use super::words::{Phrase, Words};
use lang::Languages;
use story::{
    Block, Text,
    text::{Inline, Line},
};

/// The longest line that speaks of an embargo, in words.
const LONGEST: usize = 30;
/// How many blocks deep one is looked for.
const DEEPEST: usize = 8;

/// Whether a paragraph at this place speaks of an embargo and of nothing else.
pub(super) fn speaks(phrases: &Words, paragraph: &str, at: usize) -> bool {
    let inner = paragraph.trim_start_matches(['(', '[', '（', '【', '*', ' ']);
    at < DEEPEST
        && paragraph.split_whitespace().nth(LONGEST).is_none()
        && phrases.openings(inner).iter().any(|(says, _)| *says == Phrase::Embargo)
}

/// All that is said of an embargo counts; the same said twice is said once.
pub(super) fn and(said: Option<Line>, more: &str) -> Line {
    match said {
        Some(said) if said.split("; ").any(|said| lang::fold(said) == lang::fold(more)) => said,
        Some(said) => Line::new(format!("{said}; {more}")),
        None => Line::new(more),
    }
}

/// Takes the lines that speak of an embargo off a text that did not come as plain copy, and gives back what they say:
/// they are for the desk and not for readers.
pub fn take_embargo(text: &mut Text, languages: &Languages) -> Option<Line> {
    let phrases = Words::of(languages);
    let mut said = None;
    let mut at = 0;
    text.body.retain(|block| {
        let words = match block {
            Block::Paragraph(words) | Block::Subhead(words) => words.plain(),
            _ => String::new(),
        };
        let taken = speaks(&phrases, &words, at);
        if taken {
            said = Some(and(said.take(), &words));
        }
        at += 1;
        !taken
    });
    let deck = text.deck.as_ref().map(Inline::plain).filter(|deck| speaks(&phrases, deck, 0));
    if let Some(deck) = deck {
        text.deck = None;
        said = Some(and(said, &deck));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_speaks_of_an_embargo_is_taken_off_a_text() {
        let paragraph = |words: &str| Block::Paragraph(words.into());
        let line = "EMBARGOED UNTIL 18:00 GMT, 1 May 2030";
        let mut text = Text {
            headline: "A clock strikes".into(),
            body: vec![
                paragraph(line),
                paragraph("It struck nine."),
                paragraph("(Embargoed until  18:00 GMT, 1 May 2030)"),
            ],
            ..Text::default()
        };
        let said = take_embargo(&mut text, Languages::built_in()).expect("it says something");
        assert_eq!(&*said, "EMBARGOED UNTIL 18:00 GMT, 1 May 2030; (Embargoed until 18:00 GMT, 1 May 2030)");
        assert_eq!(text.body, [paragraph("It struck nine.")]);
        assert_eq!(take_embargo(&mut text, Languages::built_in()), None);

        let long = format!("Embargo until Monday {}", "and on ".repeat(30));
        let mut text = Text { body: vec![paragraph(&long)], ..Text::default() };
        assert_eq!(take_embargo(&mut text, Languages::built_in()), None);
        assert_eq!(text.body.len(), 1);
    }

    #[test]
    fn the_same_said_twice_is_said_once() {
        let said = and(Some(and(None, "Embargoed until Monday")), "EMBARGOED until monday");
        assert_eq!(&*said, "Embargoed until Monday");
    }
}
