//! What an element of HTML is to the tree.

use super::Opening;

/// What an element is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words go on in it; it may mark them.
    Inline,
    /// It stands by itself and says nothing of what is in it.
    Block,
    /// It holds running text of this part.
    Holder(Part),
    /// A quotation.
    Quotation,
    /// A list, numbered or not.
    List(bool),
    /// A table.
    Table,
    /// The rows with the headings of columns.
    TableHead,
    /// A row.
    Row,
    /// A picture with its words.
    Figure,
    /// The line that holds place, date and agency.
    Dateline,
    /// What is in it is passed over.
    Dropped,
    /// It has no content: a break.
    Break,
    /// It has no content: a picture.
    Picture,
    /// It has no content, and says nothing.
    Void,
}

/// A part of a text that holds running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Headline,
    Deck,
    Byline,
    Place,
    Date,
    Agency,
    Paragraph,
    Subhead,
    Source,
    Item,
    TableCaption,
    /// A cell; whether it is the heading of something.
    Cell(bool),
    Caption,
    Credit,
    Related,
}

/// What a tag opens. `in_dateline`, `in_quotation`: within such an element.
pub(super) fn kind(tag: &impl Opening, in_dateline: bool, in_quotation: bool) -> Kind {
    let class = |name: &str| tag.attribute("class").is_some_and(|c| c.split_ascii_whitespace().any(|n| n == name));
    match tag.name() {
        "br" => Kind::Break,
        "img" => Kind::Picture,
        "area" | "base" | "col" | "embed" | "hr" | "input" | "link" | "meta" | "param" | "source" | "track" | "wbr" => {
            Kind::Void
        }
        "script" | "style" | "template" | "noscript" | "svg" | "math" | "iframe" | "object" | "select" | "textarea"
        | "title" | "audio" | "video" | "canvas" | "noembed" | "noframes" | "xmp" | "plaintext" => Kind::Dropped,
        "p" | "div" | "h1" | "h2" | "h3" if class("deck") => Kind::Holder(Part::Deck),
        "p" | "div" if class("byline") => Kind::Holder(Part::Byline),
        "p" | "div" if class("dateline") => Kind::Dateline,
        "p" | "div" if class("related") => Kind::Holder(Part::Related),
        "span" if class("label") => Kind::Dropped,
        "span" if in_dateline && class("place") => Kind::Holder(Part::Place),
        "span" if in_dateline && class("agency") => Kind::Holder(Part::Agency),
        "time" if in_dateline => Kind::Holder(Part::Date),
        "small" | "span" if class("credit") => Kind::Holder(Part::Credit),
        "h1" => Kind::Holder(Part::Headline),
        "h2" | "h3" | "h4" | "h5" | "h6" => Kind::Holder(Part::Subhead),
        "p" => Kind::Holder(Part::Paragraph),
        "blockquote" => Kind::Quotation,
        "footer" if in_quotation => Kind::Holder(Part::Source),
        "ul" | "menu" => Kind::List(false),
        "ol" => Kind::List(true),
        "li" => Kind::Holder(Part::Item),
        "table" => Kind::Table,
        "thead" => Kind::TableHead,
        "tr" => Kind::Row,
        "td" => Kind::Holder(Part::Cell(false)),
        "th" => Kind::Holder(Part::Cell(true)),
        "caption" => Kind::Holder(Part::TableCaption),
        "figure" => Kind::Figure,
        "figcaption" => Kind::Holder(Part::Caption),
        "address" | "article" | "aside" | "body" | "center" | "dd" | "details" | "dialog" | "div" | "dl" | "dt"
        | "fieldset" | "footer" | "form" | "head" | "header" | "hgroup" | "html" | "main" | "nav" | "option"
        | "pre" | "search" | "section" | "summary" | "tbody" | "tfoot" => Kind::Block,
        _ => Kind::Inline,
    }
}
