//! Trees of every shape, for the properties of this room and of the rooms above.

use super::*;
use crate::{Direction, Tag};
use proptest::{collection::vec, option, prelude::*};

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-Z0-9 .,;:'\"&<>/=-]{0,24}",
        2 => "[آ-یء-ي۰-۹ ،۔؟]{0,16}",
        1 => "[一-龥，。“”]{0,12}",
        1 => "[А-яё «»—]{0,16}",
        1 => "\\PC{0,12}",
        1 => "[ \\t\\n\u{a0}\u{200f}a<&]{0,8}",
    ]
}

/// A language.
pub fn tag() -> impl Strategy<Value = Tag> {
    prop_oneof![Just("ur"), Just("ar"), Just("zh-Hant"), Just("en-GB"), Just("ru")]
        .prop_map(|t| t.parse().unwrap_or_else(|_| Tag::unknown()))
}

fn style() -> impl Strategy<Value = Style> {
    let link = prop_oneof![
        Just("https://example.org/a?b=1&c=%D8%A7"),
        Just("mailto:desk@example.org"),
        Just("http://example.org/")
    ]
    .prop_map(|a| Link::new(a).ok());
    let dir = prop_oneof![Just(Direction::Ltr), Just(Direction::Rtl)];
    prop_oneof![
        3 => Just(Style::default()),
        2 => (any::<bool>(), any::<bool>(), option::of(link), option::of(tag()), option::of(dir)).prop_map(
            |(emphasis, strong, link, lang, dir)| Style { emphasis, strong, link: link.flatten(), lang, dir }),
    ]
}

/// Any plain line.
pub fn line() -> impl Strategy<Value = Line> {
    words().prop_map(Line::new)
}

/// Any plain line that is not empty.
pub fn full_line() -> impl Strategy<Value = Line> {
    line().prop_filter("not empty", |l| !l.is_empty())
}

/// Any running text, empty included.
pub fn inline() -> impl Strategy<Value = Inline> {
    vec((words(), style()), 0..5)
        .prop_map(|runs| Inline::new(runs.into_iter().map(|(text, style)| Run { text, style })))
}

/// Any running text that is not empty.
pub fn full() -> impl Strategy<Value = Inline> {
    inline().prop_filter("not empty", |i| !i.is_empty())
}

/// Any block in normal form.
pub fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        4 => full().prop_map(Block::Paragraph),
        1 => full().prop_map(Block::Subhead),
        1 => (vec(full(), 1..3), option::of(full()))
            .prop_map(|(paragraphs, source)| Block::Quotation(Quotation { paragraphs, source })),
        1 => (any::<bool>(), vec(full(), 1..4)).prop_map(|(ordered, items)| Block::List(List { ordered, items })),
        1 => (option::of(full()), vec(inline(), 0..3), vec(vec(inline(), 1..3), 1..3))
            .prop_map(|(caption, head, rows)| Block::Table(Table { caption, head, rows })),
        1 => (any::<[u8; 32]>(), option::of(full()), option::of(full_line()), line())
            .prop_map(|(h, caption, credit, alt)| Block::Figure(Figure { picture: Hash(h), caption, credit, alt })),
        1 => (full_line(), option::of(any::<[u8; 16]>().prop_map(StoryId::from_bytes)))
            .prop_map(|(title, target)| Block::Related(Related { title, target })),
    ]
}

fn date() -> impl Strategy<Value = DatelineDate> {
    (option::of(1900i16..2100), 1i8..13, 1i8..29).prop_filter_map("a day", |(y, m, d)| DatelineDate::new(y, m, d).ok())
}

/// Any dateline that is not empty.
pub fn dateline() -> impl Strategy<Value = Dateline> {
    (vec(full_line(), 0..3), option::of(date()), option::of(full_line()))
        .prop_filter_map("not empty", |(places, date, agency)| Dateline { places, date, agency }.tidy())
}

/// Any text in normal form.
pub fn text() -> impl Strategy<Value = Text> {
    (inline(), option::of(full()), option::of(full_line()), option::of(dateline()), vec(block(), 0..6))
        .prop_map(|(headline, deck, byline, dateline, body)| Text { headline, deck, byline, dateline, body })
}
