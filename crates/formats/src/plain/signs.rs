//! The head of an old wire whose lines say by a sign what they are: `%A`, `#Kites`, `$Kites over the bay`, `*07000000`.
//!
//! They stand behind a line ZCZC. What is sure is read: `#` is the slug, `^` the headline, `$` too where it has words,
//! eight figures are a subject of the IPTC. What else they say is each agency's own, and kept.

use crate::copy::decode;
use crate::{Liberties, Took};
use story::item::{Concept, ConceptKind};
use story::text::Inline;
use story::{Block, Item, Line};

/// The most lines of such a head.
const MOST: usize = 24;
/// The longest line of one, in bytes.
const LONGEST: usize = 300;

/// What such a head says.
#[derive(Debug, Default)]
pub(super) struct Signed {
    slug: Line,
    headline: Line,
    subjects: Vec<Line>,
    kept: Vec<(Line, Line)>,
}

/// The head of copy that stood behind ZCZC, and the copy below it; none when its first line has no sign.
pub(super) fn split(bytes: &[u8]) -> Option<(Signed, &[u8])> {
    let mut signed = Signed::default();
    let (mut rest, mut below, mut any) = (bytes, bytes, false);
    for _ in 0..MOST {
        let end = rest.iter().position(|b| matches!(b, b'\n' | b'\r')).map_or(rest.len(), |at| at + 1);
        let Some((line, after)) = rest.split_at_checked(end).filter(|(line, _)| !line.is_empty()) else { break };
        rest = after;
        let line = line.trim_ascii();
        if line.is_empty() {
            continue;
        }
        let Some((sign, value)) =
            (line.len() <= LONGEST).then(|| decode(line)).flatten().and_then(|(line, ..)| field(&line))
        else {
            break;
        };
        signed.take(&sign, value);
        (below, any) = (rest, true);
    }
    any.then_some((signed, below))
}

/// The sign of a line and what stands behind it.
fn field(line: &str) -> Option<(String, Line)> {
    let mut chars = line.chars();
    let first = chars.next()?;
    let value = chars.as_str();
    let figures = |words: &str| words.starts_with(|c: char| c.is_ascii_digit());
    let known = match first {
        '%' | '#' | ':' | '^' | '=' | '&' | '@' | '~' => !value.starts_with([first, ' ']),
        '$' => !value.is_empty() && !figures(value) && !value.starts_with(' '),
        '*' => !value.is_empty() && !value.starts_with([' ', '*']),
        '+' => is_subject(value),
        _ => false,
    };
    if known {
        return Some((first.to_string(), Line::new(value)));
    }
    let (code, value) = line.split_once('#').filter(|(code, _)| code.len() == 2)?;
    code.bytes().all(|b| b.is_ascii_uppercase()).then(|| (format!("{code}#"), Line::new(value)))
}

/// Whether it is a subject as the IPTC numbered them before Media Topics.
fn is_subject(value: &str) -> bool {
    value.len() == 8 && value.bytes().all(|b| b.is_ascii_digit())
}

impl Signed {
    fn take(&mut self, sign: &str, value: Line) {
        let says = value.contains(' ') && value.contains(char::is_alphabetic);
        match sign {
            _ if value.is_empty() => {}
            "#" | "KN#" if self.slug.is_empty() => self.slug = value,
            "^" | "TI#" | "HL#" => self.headline = value,
            "$" if says && self.headline.is_empty() => self.headline = value,
            "*" | "+" if is_subject(&value) => self.subjects.push(value),
            _ => self.kept.push((Line::new(sign), value)),
        }
    }

    /// Puts it into the item that was read from the copy below.
    pub(super) fn apply(self, item: &mut Item, liberties: &mut Liberties) {
        liberties.take(Took::Form, "head", "its lines have signs for names");
        if !self.headline.is_empty() {
            // What the copy below seemed to have for a headline is its first line.
            let first = std::mem::replace(&mut item.text.headline, Inline::plain_text(&*self.headline));
            let deck = item.text.deck.take();
            let lines = [Some(first), deck].into_iter().flatten().filter(|words| !words.is_empty());
            let lines = lines.filter(|words| words.plain() != *self.headline).map(Block::Paragraph);
            item.text.body.splice(0..0, lines.collect::<Vec<_>>());
        }
        if item.slug.is_empty() {
            item.slug = self.slug;
        }
        for code in self.subjects {
            let code = Line::new(format!("subj:{code}"));
            item.concepts.push(Concept { kind: ConceptKind::Subject, code, ..Concept::default() });
        }
        for (sign, value) in self.kept {
            liberties.take(Took::Kept, format!("head/{sign}"), &*value);
            item.keep("text", &sign, value.to_string());
        }
    }
}
