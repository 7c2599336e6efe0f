//! Tree -> HTML, as a page has it or as XML has it.

use lang::Profile;
use story::text::{Dateline, Figure, Inline, Related, Run, Table};
use story::{Block, BlockId, Text};

/// How a pointer at another story is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pointer {
    /// As a link to this address.
    Link(String),
    /// As its title alone.
    Plain,
    /// Not at all.
    LeaveOut,
}

/// The syntax in which HTML is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Markup {
    /// HTML, for pages.
    #[default]
    Html,
    /// XHTML: every element is closed, and the language stands in `xml:lang`. It goes into the bodies of XML formats,
    /// within an element that names the namespace.
    Xml,
}

/// What a page decides about the blocks that it sets.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The identity of each block, in order; it becomes the block's `id`. Fewer than blocks leave the others without.
    pub ids: &'a [BlockId],
    /// The words before a pointer at another story; none when empty.
    pub also_read: &'a str,
    /// How a pointer at another story is set.
    pub related: &'a dyn Fn(&Related) -> Pointer,
    /// The address of a picture; without one it is set as its caption and its other words.
    pub picture: &'a dyn Fn(&Figure) -> Option<String>,
    /// The syntax.
    pub markup: Markup,
}

impl Default for Setting<'_> {
    /// No identities, titles as they are, pictures by their words, in HTML.
    fn default() -> Self {
        Self { ids: &[], also_read: "", related: &|_| Pointer::Plain, picture: &|_| None, markup: Markup::Html }
    }
}

/// The text as one `<article>` that stands for itself, in the language of the profile: headline, deck, byline,
/// dateline and body, each with a class of that name. It takes the whole tree: [`super::read`] reads it back.
pub fn write(text: &Text, profile: &Profile) -> String {
    let mut out = String::new();
    out.push_str("<article lang=\"");
    escape(&mut out, profile.tag().as_str());
    out.push_str("\" dir=\"");
    out.push_str(profile.direction().as_str());
    out.push_str("\">\n");
    if !text.headline.is_empty() {
        element(&mut out, "h1 class=\"headline\"", |out| marked(out, &text.headline, Markup::Html));
    }
    if let Some(deck) = &text.deck {
        element(&mut out, "p class=\"deck\"", |out| marked(out, deck, Markup::Html));
    }
    if let Some(byline) = &text.byline {
        element(&mut out, "p class=\"byline\"", |out| escape(out, byline));
    }
    if let Some(dateline) = &text.dateline {
        element(&mut out, "p class=\"dateline\"", |out| write_dateline(out, dateline, profile));
    }
    write_body(&mut out, &text.body, &Setting::default());
    out.push_str("</article>\n");
    out
}

/// The blocks of a body, one after another.
pub fn write_body(out: &mut String, blocks: &[Block], setting: &Setting<'_>) {
    for (i, block) in blocks.iter().enumerate() {
        let id = setting.ids.get(i).map(|id| format!(" id=\"b{id}\"")).unwrap_or_default();
        write_block(out, block, &id, setting);
    }
}

fn write_block(out: &mut String, block: &Block, id: &str, setting: &Setting<'_>) {
    match block {
        Block::Paragraph(words) => element(out, &format!("p{id}"), |out| marked(out, words, setting.markup)),
        Block::Subhead(words) => element(out, &format!("h2{id}"), |out| marked(out, words, setting.markup)),
        Block::Quotation(quotation) => element(out, &format!("blockquote{id}"), |out| {
            for words in &quotation.paragraphs {
                element(out, "p", |out| marked(out, words, setting.markup));
            }
            if let Some(source) = &quotation.source {
                element(out, "footer", |out| marked(out, source, setting.markup));
            }
        }),
        Block::List(list) => element(out, &format!("{}{id}", if list.ordered { "ol" } else { "ul" }), |out| {
            for words in &list.items {
                element(out, "li", |out| marked(out, words, setting.markup));
            }
        }),
        Block::Table(table) => element(out, &format!("table{id}"), |out| write_table(out, table, setting)),
        Block::Figure(figure) => write_figure(out, figure, id, setting),
        Block::Related(related) => write_related(out, related, id, setting),
    }
}

fn write_table(out: &mut String, table: &Table, setting: &Setting<'_>) {
    let row = |out: &mut String, cells: &[Inline], kind: &str| {
        element(out, "tr", |out| {
            cells.iter().for_each(|words| element(out, kind, |out| marked(out, words, setting.markup)))
        });
    };
    if let Some(caption) = &table.caption {
        element(out, "caption", |out| marked(out, caption, setting.markup));
    }
    if !table.head.is_empty() {
        element(out, "thead", |out| row(out, &table.head, "th scope=\"col\""));
    }
    element(out, "tbody", |out| table.rows.iter().for_each(|cells| row(out, cells, "td")));
}

fn write_figure(out: &mut String, figure: &Figure, id: &str, setting: &Setting<'_>) {
    element(out, &format!("figure{id}"), |out| {
        out.push_str("<img data-picture=\"");
        escape(out, &figure.picture.to_string());
        out.push('"');
        if let Some(address) = (setting.picture)(figure) {
            out.push_str(" src=\"");
            escape(out, &address);
            out.push('"');
        }
        out.push_str(" alt=\"");
        escape(out, &figure.alt);
        out.push_str(if setting.markup == Markup::Xml { "\"/>" } else { "\">" });
        if figure.caption.is_none() && figure.credit.is_none() {
            return;
        }
        element(out, "figcaption", |out| {
            if let Some(caption) = &figure.caption {
                marked(out, caption, setting.markup);
            }
            if let Some(credit) = &figure.credit {
                out.push_str(" <small class=\"credit\">");
                escape(out, credit);
                out.push_str("</small>");
            }
        });
    });
}

fn write_related(out: &mut String, related: &Related, id: &str, setting: &Setting<'_>) {
    let pointer = (setting.related)(related);
    if pointer == Pointer::LeaveOut {
        return;
    }
    let target = related.target.map(|story| format!(" data-story=\"{story}\"")).unwrap_or_default();
    element(out, &format!("p class=\"related\"{id}{target}"), |out| {
        if !setting.also_read.is_empty() {
            out.push_str("<span class=\"label\">");
            escape(out, setting.also_read);
            out.push_str("</span> ");
        }
        match pointer {
            Pointer::Link(address) => {
                out.push_str("<a href=\"");
                escape(out, &address);
                out.push_str("\">");
                escape(out, &related.title);
                out.push_str("</a>");
            }
            _ => escape(out, &related.title),
        }
    });
}

fn write_dateline(out: &mut String, dateline: &Dateline, profile: &Profile) {
    let forms = &profile.language().dateline;
    for (i, place) in dateline.places.iter().enumerate() {
        if i > 0 {
            escape(out, &forms.places);
        }
        out.push_str("<span class=\"place\">");
        escape(out, place);
        out.push_str("</span>");
    }
    if let Some(date) = dateline.date {
        if !dateline.places.is_empty() {
            escape(out, &profile.language().marks.comma);
        }
        // The form of ISO 8601 in which story keeps it is also that of HTML's dates, with a year and without.
        let day = serde_json::to_value(date).ok();
        out.push_str("<time datetime=\"");
        escape(out, day.as_ref().and_then(|day| day.as_str()).unwrap_or_default());
        out.push_str("\">");
        escape(out, &profile.dateline_date(date));
        out.push_str("</time>");
    }
    if let Some(agency) = &dateline.agency {
        out.push_str(" (<span class=\"agency\">");
        escape(out, agency);
        out.push_str("</span>)");
    }
}

/// Running text: breaks, emphasis, weight, links, runs in another language or direction.
pub fn write_inline(out: &mut String, inline: &Inline) {
    marked(out, inline, Markup::Html);
}

/// The same in either syntax.
pub fn marked(out: &mut String, inline: &Inline, markup: Markup) {
    inline.runs().iter().for_each(|run| write_run(out, run, markup));
}

fn write_run(out: &mut String, run: &Run, markup: Markup) {
    let style = &run.style;
    let mut close: Vec<&str> = Vec::new();
    if let Some(link) = &style.link {
        out.push_str("<a href=\"");
        escape(out, link.as_str());
        out.push_str("\">");
        close.push("</a>");
    }
    if style.lang.is_some() || style.dir.is_some() {
        out.push_str("<span");
        if let Some(lang) = &style.lang {
            out.push_str(if markup == Markup::Xml { " xml:lang=\"" } else { " lang=\"" });
            escape(out, lang.as_str());
            out.push('"');
        }
        if let Some(dir) = style.dir {
            out.push_str(" dir=\"");
            out.push_str(dir.as_str());
            out.push('"');
        }
        out.push('>');
        close.push("</span>");
    }
    for (set, open, end) in [(style.strong, "<strong>", "</strong>"), (style.emphasis, "<em>", "</em>")] {
        if set {
            out.push_str(open);
            close.push(end);
        }
    }
    for (i, line) in run.text.split('\n').enumerate() {
        if i > 0 {
            out.push_str(if markup == Markup::Xml { "<br/>" } else { "<br>" });
        }
        escape(out, line);
    }
    close.iter().rev().for_each(|end| out.push_str(end));
}

/// An element on a line of its own; `tag` is its name with its attributes.
fn element(out: &mut String, tag: &str, content: impl FnOnce(&mut String)) {
    out.push('<');
    out.push_str(tag);
    out.push('>');
    content(out);
    out.push_str("</");
    out.push_str(tag.split(' ').next().unwrap_or(tag));
    out.push_str(">\n");
}

/// Text as HTML takes it, in content and in quoted attributes.
pub fn escape(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, sign) in text.match_indices(['&', '<', '>', '"']) {
        out.push_str(text.get(from..at).unwrap_or_default());
        out.push_str(match sign {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            _ => "&quot;",
        });
        from = at + sign.len();
    }
    out.push_str(text.get(from..).unwrap_or_default());
}
