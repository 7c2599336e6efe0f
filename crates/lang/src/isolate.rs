//! Keeping a run of the other direction together (Unicode Bidirectional Algorithm, UAX #9).

use crate::script;
use std::borrow::Cow;
use story::Direction;

/// FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
const MARKS: [char; 2] = ['\u{2068}', '\u{2069}'];

/// The text, between isolates when it has letters that run against the line it stands in: its neighbours then keep
/// their places.
pub(crate) fn isolate(text: &str, line: Direction) -> Cow<'_, str> {
    let against = match line {
        Direction::Ltr => Direction::Rtl,
        Direction::Rtl => Direction::Ltr,
    };
    if text.starts_with(MARKS[0]) || !script::runs(text, against) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("{}{text}{}", MARKS[0], MARKS[1]))
}
