//! Stories by the thousand: invented words in the shape of news, the same for the same number.

use story::{Block, Data, Dateline, Inline, Text, text::Line};

const WORDS: [&str; 48] = [
    "harbour",
    "council",
    "opened",
    "the",
    "a",
    "new",
    "ferry",
    "after",
    "three",
    "years",
    "of",
    "work",
    "said",
    "minister",
    "river",
    "bridge",
    "market",
    "festival",
    "school",
    "library",
    "train",
    "night",
    "village",
    "museum",
    "clock",
    "bread",
    "team",
    "match",
    "rain",
    "record",
    "people",
    "visitors",
    "from",
    "across",
    "region",
    "will",
    "return",
    "in",
    "spring",
    "with",
    "more",
    "than",
    "expected",
    "officials",
    "on",
    "Monday",
    "and",
    "it",
];

/// A small generator (SplitMix64): the benchmark wants the same text in every run, nothing more.
pub struct Chance(pub u64);

impl Chance {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn word(&mut self) -> &'static str {
        WORDS[(self.next() % WORDS.len() as u64) as usize]
    }
}

/// A run of words that ends like a sentence.
pub fn sentence(chance: &mut Chance, words: usize) -> String {
    let mut out: Vec<String> = (0..words).map(|_| chance.word().to_owned()).collect();
    if let Some(first) = out.first_mut() {
        first[..1].make_ascii_uppercase();
    }
    out.join(" ") + "."
}

/// A story of about `words` words.
pub fn text(number: u64, words: usize) -> Text {
    let mut chance = Chance(number);
    let headline = sentence(&mut chance, 9);
    let paragraphs = (words / 40).max(1);
    let paragraph = |chance: &mut Chance| {
        let one = sentence(chance, 18);
        let two = sentence(chance, 22);
        Block::Paragraph(Inline::plain_text(format!("{one} {two}")))
    };
    Text {
        headline: Inline::plain_text(headline.trim_end_matches('.')),
        deck: Some(Inline::plain_text(sentence(&mut chance, 14))),
        byline: Some(Line::new("A Reporter")),
        dateline: Some(Dateline { places: vec![Line::new("Havenmouth")], date: None, agency: Some(Line::new("SCN")) }),
        body: (0..paragraphs).map(|_| paragraph(&mut chance)).collect(),
    }
}

/// Data of a story.
pub fn data(number: u64) -> Data {
    Data { slug: Line::new(format!("bench-{number}")), ..Data::default() }
}

/// The story as copy comes in.
pub fn copy(number: u64, words: usize) -> String {
    let text = text(number, words);
    let body: Vec<String> = text.body.iter().map(Block::plain).collect();
    let deck = text.deck.as_ref().map(Inline::plain).unwrap_or_default();
    let head = text.headline.plain();
    format!("{head}\n\n{deck}\n\nBy A Reporter\n\nHAVENMOUTH, 12 March 2026 (SCN): {}\n", body.join("\n\n"))
}
