//! The blocks and their words, and the pictures that come with them.

use super::Pen;
use crate::nitf::media::{HASH, OWN};
use story::item::{Class, DEEPEST, Part, Rendition};
use story::text::{Figure, Inline, List, Quotation, Related, Run, Table};
use story::{Block, Line};

impl Pen<'_> {
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(words) => self.holder("p", words),
                Block::Subhead(words) => self.holder("hl2", words),
                Block::Quotation(quotation) => self.quotation(quotation),
                Block::List(list) => self.list(list),
                Block::Table(table) => self.table(table),
                Block::Figure(figure) => self.figure(figure),
                Block::Related(related) => self.related(related),
            }
            self.out.line();
        }
    }

    fn holder(&mut self, name: &'static str, words: &Inline) {
        self.out.open(name);
        self.inline(words);
        self.out.close();
    }

    fn quotation(&mut self, quotation: &Quotation) {
        self.out.open("bq").open("block");
        quotation.paragraphs.iter().for_each(|words| self.holder("p", words));
        self.out.close();
        if let Some(source) = &quotation.source {
            self.holder("credit", source);
        }
        self.out.close();
    }

    /// A list has an item, a table a row, a row a cell: the schema asks for it.
    fn list(&mut self, list: &List) {
        if list.items.is_empty() {
            return;
        }
        self.out.open(if list.ordered { "ol" } else { "ul" });
        list.items.iter().for_each(|words| self.holder("li", words));
        self.out.close();
    }

    fn table(&mut self, table: &Table) {
        let rows: Vec<&Vec<Inline>> = table.rows.iter().filter(|row| !row.is_empty()).collect();
        if rows.is_empty() {
            return;
        }
        self.out.open("table");
        if let Some(caption) = &table.caption {
            self.holder("caption", caption);
        }
        if !table.head.is_empty() {
            self.out.open("thead").open("tr");
            table.head.iter().for_each(|words| self.holder("th", words));
            self.out.close().close();
        }
        self.out.open("tbody");
        for row in rows {
            self.out.open("tr");
            row.iter().for_each(|words| self.holder("td", words));
            self.out.close();
        }
        self.out.close().close();
    }

    /// A picture of this house, by the hash of its bytes.
    fn figure(&mut self, figure: &Figure) {
        let hash = figure.picture.to_string();
        self.out.open("media").attribute("media-type", "image");
        self.out.open("media-metadata").attribute("name", HASH).attribute("value", &hash).close();
        self.out.open("media-reference").attribute_if("alternate-text", &figure.alt).close();
        if let Some(caption) = &figure.caption {
            self.holder("media-caption", caption);
        }
        if let Some(credit) = &figure.credit {
            self.out.leaf("media-producer", credit);
        }
        self.out.close();
    }

    fn related(&mut self, related: &Related) {
        self.out.open("p").attribute("class", "related");
        match related.target {
            Some(story) => {
                self.out.open("a").attribute("name", &story.to_string()).attribute("rel", "related");
                self.out.words(&related.title).close();
            }
            None => {
                self.out.words(&related.title);
            }
        }
        self.out.close();
    }

    /// The pictures, the sound and the film that come with it; other parts have no place.
    pub(super) fn parts(&mut self) {
        let item = self.item;
        if item.renditions.iter().any(|rendition| rendition.href.is_empty()) {
            self.leave_out("renditions");
        }
        if item.renditions.iter().any(|rendition| !rendition.href.is_empty()) {
            let own = Part { name: Line::new(OWN), ..Part::default() };
            let kind = match item.class {
                Class::Graphic => "graphic",
                Class::Audio => "audio",
                Class::Video => "video",
                Class::Picture => "image",
                _ => "other",
            };
            self.media(&own, &item.renditions, kind, "renditions");
        }
        for part in item.parts.iter().take(DEEPEST * 1_000) {
            let has_address = part.item.renditions.iter().any(|rendition| !rendition.href.is_empty());
            let kind = match part.item.class {
                Class::Picture => "image",
                Class::Graphic => "graphic",
                Class::Audio => "audio",
                Class::Video => "video",
                _ => "",
            };
            if kind.is_empty() || !has_address {
                self.leave_out("parts");
                continue;
            }
            self.media(
                part,
                &part.item.renditions,
                if part.rel.is_empty() { kind } else { &part.rel },
                "parts/renditions",
            );
        }
    }

    fn media(&mut self, part: &Part, renditions: &[Rendition], kind: &str, member: &str) {
        let of = |role: &str| part.item.descriptions.iter().find(|wording| &*wording.role == role);
        let alt = of("alt").map(|wording| Line::new(wording.words.plain())).unwrap_or_default();
        self.out.open("media").attribute_if("class", &part.name).attribute("media-type", kind);
        for rendition in renditions.iter().filter(|rendition| !rendition.href.is_empty()) {
            self.reference(rendition, &alt, member);
        }
        let captions = part.item.descriptions.iter().filter(|wording| !matches!(&*wording.role, "alt" | "producer"));
        let deck = part.item.text.deck.iter();
        for words in captions.map(|wording| &wording.words).chain(deck) {
            self.holder("media-caption", words);
        }
        if let Some(credit) = &part.item.rights.credit {
            self.out.leaf("media-producer", credit);
        }
        self.out.close().line();
        if !part.item.parts.is_empty() || !part.item.text.body.is_empty() {
            self.leave_out("parts/text");
        }
    }

    fn reference(&mut self, rendition: &Rendition, alt: &str, member: &str) {
        self.out.open("media-reference").attribute("source", &rendition.href);
        self.out.attribute_if("name", &rendition.name).attribute_if("mime-type", &rendition.mime);
        if let Some(milliseconds) = rendition.milliseconds {
            self.out.attribute("time", &milliseconds.to_string()).attribute("time-unit-of-measure", "milliseconds");
        }
        self.out.attribute_if("alternate-text", alt);
        for (name, size) in [("height", rendition.height), ("width", rendition.width)] {
            if let Some(size) = size {
                self.out.attribute(name, &size.to_string());
            }
        }
        self.out.close();
        if rendition.bytes.is_some() || rendition.hash.is_some() || !rendition.also.is_empty() {
            self.leave_out(member);
        }
    }

    /// Running text: breaks, emphasis, links, languages, directions.
    pub(super) fn inline(&mut self, words: &Inline) {
        words.runs().iter().for_each(|run| self.run(run));
    }

    fn run(&mut self, run: &Run) {
        let style = &run.style;
        let mut open = 0;
        if let Some(link) = &style.link {
            self.out.open("a").attribute("href", link.as_str());
            open += 1;
        }
        if style.lang.is_some() || style.dir.is_some() {
            self.out.open("lang");
            if let Some(lang) = &style.lang {
                self.out.attribute("xml:lang", lang.as_str());
            }
            if let Some(dir) = style.dir {
                self.out.attribute("style", &format!("direction: {}", dir.as_str()));
            }
            open += 1;
        }
        if style.strong {
            self.out.open("em").attribute("class", "strong");
            open += 1;
        }
        if style.emphasis {
            self.out.open("em");
            open += 1;
        }
        for (i, line) in run.text.split('\n').enumerate() {
            if i > 0 {
                self.out.open("br").close();
            }
            self.out.words(line);
        }
        (0..open).for_each(|_| {
            self.out.close();
        });
    }
}
