//! An item as it is filed: the text of an edition, and the data of its story.

use super::{ConceptKind, Item};
use crate::{Block, Data, Line, Text, data::MOST_LABELS};

impl Item {
    /// The text and the data that the item gives a story. Without a body the descriptions (a caption, a summary) are
    /// its paragraphs. The dateline as it was printed stays with the item: reading it takes a language.
    pub fn filed(&self) -> (Text, Data) {
        let mut text = self.text.clone();
        if text.headline.is_empty() {
            text.headline = crate::Inline::plain_text(&*self.title);
        }
        if text.body.is_empty() {
            text.body = self.descriptions.iter().map(|described| Block::Paragraph(described.words.clone())).collect();
        }
        let codes = |kind| {
            self.concepts(kind).map(|concept| concept.code.clone()).filter(|code| !code.is_empty()).collect::<Vec<_>>()
        };
        let lang = self.lang.as_ref();
        let places = self.concepts(ConceptKind::Place).filter_map(|place| place.name(lang)).map(Line::new);
        let data = Data {
            slug: self.slug.clone(),
            urgency: self.urgency.unwrap_or_default(),
            subjects: once_each(codes(ConceptKind::Subject)),
            places: once_each(places),
            genre: codes(ConceptKind::Genre).into_iter().next(),
            rights: self.rights.clone(),
            embargo: self.times.embargo.map(super::When::at),
            sample: false,
        };
        (text.tidy(), data)
    }
}

/// Each once, in order, as many as a story may name.
fn once_each(lines: impl IntoIterator<Item = Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for line in lines {
        if out.len() < MOST_LABELS && !line.is_empty() && !out.contains(&line) {
            out.push(line);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::{Concept, Wording};

    #[test]
    fn an_item_is_filed_as_text_and_data() {
        let item = Item {
            title: Line::new("A clock"),
            slug: Line::new("clock"),
            descriptions: vec![Wording::of("The clock, seen from below.")],
            concepts: vec![
                Concept::coded(ConceptKind::Subject, "medtop:20000002"),
                Concept::coded(ConceptKind::Subject, "medtop:20000002"),
                Concept::named(ConceptKind::Place, "Cape Aldis"),
                Concept::coded(ConceptKind::Genre, "genre:Current"),
            ],
            ..Item::default()
        };
        let (text, data) = item.filed();
        assert_eq!(text.plain(), "A clock\nThe clock, seen from below.");
        assert_eq!((data.subjects.len(), data.places.len(), data.genre), (1, 1, Some(Line::new("genre:Current"))));
    }
}
