//! The body of a story, as HTML: what other stories it points at, and how runs in another language are set, is for
//! the page to say.

use super::{card::Card, press::Press};
use formats::html::{Pointer, Setting, write_body, write_inline};
use lang::{Profile, Word};
use std::{borrow::Cow, collections::HashMap};
use story::{
    Block, Inline, StoryId,
    text::{Figure, Related, Run},
};

impl Press {
    /// Running text with its marks.
    pub(super) fn inline(&self, profile: &Profile, inline: &Inline) -> String {
        let mut out = String::new();
        write_inline(&mut out, &self.directed(profile, inline));
        out
    }

    /// The blocks of a body. A pointer at a story that is public in this language carries its headline of today; one
    /// at a story that is known and not public is left out; one at a story that nobody knows keeps its title.
    pub(super) fn blocks(&self, profile: &Profile, blocks: &[Block], targets: &HashMap<StoryId, Card>) -> String {
        let target = |related: &Related| targets.get(&related.target?);
        let related = |related: &Related| match (related.target, target(related).and_then(|card| self.path(card))) {
            (_, Some(path)) => Pointer::Link(path),
            (None, None) => Pointer::Plain,
            (Some(_), None) => Pointer::LeaveOut,
        };
        let set = |block: &Block| match block {
            Block::Related(r) => {
                let headline = target(r).and_then(Card::open).map(|open| open.headline.as_str().into());
                Block::Related(Related { title: headline.unwrap_or_else(|| r.title.clone()), target: r.target })
            }
            Block::Figure(figure) => Block::Paragraph(self.directed(profile, &in_words(figure)).into_owned()),
            other => self.directed_block(profile, other),
        };
        let set: Vec<Block> = blocks.iter().map(set).collect();
        let setting = Setting { also_read: profile.say(Word::AlsoRead), related: &related, ..Setting::default() };
        let mut out = String::new();
        write_body(&mut out, &set, &setting);
        out
    }

    /// The same words, with its direction on each run of another language that runs the other way.
    fn directed<'t>(&self, profile: &Profile, inline: &'t Inline) -> Cow<'t, Inline> {
        let other = |run: &Run| {
            let lang = run.style.lang.as_ref().filter(|_| run.style.dir.is_none())?;
            let direction = self.masthead().languages.profile(lang).direction();
            (direction != profile.direction()).then_some(direction)
        };
        if !inline.runs().iter().any(|run| other(run).is_some()) {
            return Cow::Borrowed(inline);
        }
        let set = |run: &Run| {
            let mut run = run.clone();
            run.style.dir = other(&run).or(run.style.dir);
            run
        };
        Cow::Owned(Inline::new(inline.runs().iter().map(set)))
    }

    fn directed_block(&self, profile: &Profile, block: &Block) -> Block {
        let one = |inline: &mut Inline| {
            if let Cow::Owned(new) = self.directed(profile, inline) {
                *inline = new;
            }
        };
        let mut block = block.clone();
        match &mut block {
            Block::Paragraph(words) | Block::Subhead(words) => one(words),
            Block::Quotation(q) => q.paragraphs.iter_mut().chain(&mut q.source).for_each(one),
            Block::List(list) => list.items.iter_mut().for_each(one),
            Block::Table(t) => {
                t.caption.iter_mut().chain(&mut t.head).chain(t.rows.iter_mut().flatten()).for_each(one);
            }
            Block::Figure(_) | Block::Related(_) => {}
        }
        block
    }
}

/// A picture that the site cannot show yet: its caption, or what it shows, and who made it.
fn in_words(figure: &Figure) -> Inline {
    let words = figure.caption.clone().unwrap_or_else(|| Inline::plain_text(&*figure.alt));
    let credit = figure.credit.iter().map(|credit| Run::plain(format!(" ({credit})")));
    Inline::new(words.runs().iter().cloned().chain(credit))
}
