//! A walk along the marks of a text: which belong together, and which are left over.
//!
//! A quotation may run on over paragraphs. Each of them may open it anew, and only the last one closes it. So the marks
//! of each passage are matched among themselves first; then what is left over in one passage with what is left over in
//! those behind it.

use super::{
    attributed::{is_attributed_before, is_attributed_within, opens_speech},
    marks::{Family, Mark, marks},
};
use crate::{
    Copy,
    copy::{Passage, Role},
};
use std::ops::Range;
use story::Block;

/// What is wrong with marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wrong {
    /// Nothing closes it.
    Unclosed(Spot),
    /// Nothing opened it.
    Unopened(Spot),
    /// It is opened with one mark and closed with another.
    Mixed(Spot, Spot),
}

/// Where a mark stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// Which passage.
    pub passage: usize,
    /// Its bytes.
    pub at: Range<usize>,
}

/// A quotation that is whole within one passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quotation {
    /// Which passage.
    pub passage: usize,
    /// Its bytes, marks included.
    pub at: Range<usize>,
    /// Whether it stands within another between the same marks.
    pub same_within: bool,
}

/// What a walk finds.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// What is wrong.
    pub wrong: Vec<Wrong>,
    /// The quotations that are whole.
    pub quotations: Vec<Quotation>,
    /// Pairs of curly marks that look alike, where those of the language may stand either way round: ”so”.
    pub alike: Vec<Wrong>,
    /// How many pairs of curly marks look different.
    pub unlike: usize,
}

impl Wrong {
    /// In which passage it is seen.
    pub(super) fn passage(&self) -> usize {
        let (Wrong::Unclosed(spot) | Wrong::Unopened(spot) | Wrong::Mixed(_, spot)) = self;
        spot.passage
    }

    /// All its marks.
    pub(super) fn spots(&self) -> Vec<&Spot> {
        match self {
            Wrong::Unclosed(spot) | Wrong::Unopened(spot) => vec![spot],
            Wrong::Mixed(open, close) => vec![close, open],
        }
    }
}

/// A mark that waits for the one that closes it.
#[derive(Debug, Clone)]
struct Open {
    at: Range<usize>,
    family: Family,
    /// Whether it looks as one that opens and stands as one that closes.
    turned: bool,
    /// Whether a quotation within it ended with it, as it seems: then nothing need close it.
    merged: bool,
}

/// A mark that found no partner in its passage.
#[derive(Debug)]
enum Left {
    Closing(Open),
    Opening(Open),
}

/// What waits over the end of a passage.
#[derive(Debug, Clone)]
struct Pending {
    passage: usize,
    open: Open,
}

/// The fewest words of a quotation that may share its closing mark with one within it.
const FEWEST_BEFORE_MERGE: usize = 4;
/// From how many pairs on marks that look alike are the style of a text that has no others.
const FEWEST_OF_STYLE: usize = 3;
/// How many marks ahead are looked at.
const FARTHEST: usize = 32;
/// The most marks that wait at one time.
const DEEPEST: usize = 16;

/// Walks along a text.
pub(super) fn walk(copy: &Copy<'_>) -> Walked {
    let mut walk = Walk { copy, out: Walked::default() };
    let mut pending = Vec::new();
    let mut before = None;
    for (at, passage) in copy.passages.iter().enumerate() {
        if flows(copy, passage) {
            walk.passage(at, passage, &mut pending, before);
            before = Some(at);
        } else {
            // A headline, an item or a caption has its quotations to itself, and the body flows on around them.
            let mut own = Vec::new();
            walk.passage(at, passage, &mut own, None);
            walk.leave(own);
        }
    }
    walk.leave(pending);
    // Whoever sets all of them alike has that style.
    let Walked { alike, unlike, .. } = &mut walk.out;
    let alike = std::mem::take(alike);
    if alike.len() < FEWEST_OF_STYLE || *unlike > 0 {
        walk.out.wrong.extend(alike);
    }
    walk.out
}

/// Whether quotations run on from this passage into the next.
fn flows(copy: &Copy<'_>, passage: &Passage) -> bool {
    let related = || match passage.part {
        crate::Part::Block { block, .. } => matches!(copy.material.text.body.get(block), Some(Block::Related(_))),
        _ => false,
    };
    matches!(passage.role, Role::Paragraph | Role::Quotation) && !related()
}

impl Pending {
    fn unclosed(self) -> Option<Wrong> {
        let spot = Spot { passage: self.passage, at: self.open.at };
        (!self.open.merged).then_some(Wrong::Unclosed(spot))
    }
}

struct Walk<'c> {
    copy: &'c Copy<'c>,
    out: Walked,
}

impl Walk<'_> {
    /// Walks along a passage, with what waits over the end of the one before.
    fn passage(&mut self, at: usize, passage: &Passage, pending: &mut Vec<Pending>, before: Option<usize>) {
        let mut all = marks(&passage.text, self.copy.profile().usage().quotations.reversed);
        // Letters read in a wrong charset are no marks.
        let is_spoilt = |mark: &Mark| {
            passage.spoilt().iter().any(|spoilt| spoilt.part.start < mark.at.end && mark.at.start < spoilt.part.end)
        };
        if !all.is_empty() {
            all.retain(|mark| !is_spoilt(mark));
        }
        pending.retain(|open| !open.open.merged || before == Some(open.passage));
        let spot = |open: &Open| Spot { passage: at, at: open.at.clone() };
        let anew = |open: &mut Pending| {
            let same = |mark: &Mark| mark.first && mark.opens && mark.family == open.open.family;
            all.first().is_some_and(same) && before == Some(open.passage) && self.goes_on(open)
        };
        if pending.len() == 1 {
            pending.pop_if(anew);
        }
        for left in self.among_themselves(at, passage, &all, !pending.is_empty()) {
            // “so“, over the end of a passage.
            let left = match left {
                Left::Opening(mark) if mark.turned && !pending.is_empty() => Left::Closing(mark),
                left => left,
            };
            let (Left::Closing(mark) | Left::Opening(mark)) = &left;
            let family = mark.family;
            let same = pending.iter().rposition(|open| open.open.family == family);
            // What was opened since is left over; a mark that opens leaves over what it opens again.
            let from = same.map(|same| same + usize::from(matches!(left, Left::Closing(_))));
            if let Some(from) = from {
                let left: Vec<Pending> = pending.drain(from..).collect();
                self.leave(left);
            }
            match left {
                Left::Opening(open) if pending.len() < DEEPEST => pending.push(Pending { passage: at, open }),
                Left::Opening(open) => self.out.wrong.push(Wrong::Unclosed(spot(&open))),
                Left::Closing(close) => match (pending.pop(), same) {
                    (Some(_), Some(_)) if !close.turned => {}
                    (Some(open), _) => {
                        let opened = Spot { passage: open.passage, at: open.open.at };
                        self.out.wrong.push(Wrong::Mixed(opened, spot(&close)));
                    }
                    (None, _) => self.out.wrong.push(Wrong::Unopened(spot(&close))),
                },
            }
        }
    }

    /// Nothing closes them.
    fn leave(&mut self, pending: Vec<Pending>) {
        self.out.wrong.extend(pending.into_iter().filter_map(Pending::unclosed));
    }

    /// Matches the marks of a passage, and gives those that are left over, in order.
    fn among_themselves(&mut self, at: usize, passage: &Passage, all: &[Mark], waits: bool) -> Vec<Left> {
        let reversed = self.copy.profile().usage().quotations.reversed;
        let text = passage.text.as_str();
        let mut inside = Inside { at, text, reversed, open: Vec::new(), left: Vec::new(), waits };
        for (next, mark) in all.iter().enumerate() {
            let rest = all.get(next + 1..all.len().min(next + FARTHEST)).unwrap_or_default();
            inside.mark(mark, rest, &mut self.out);
        }
        if self.copy.profile().usage().quotations.merges {
            self.merge(&mut inside, passage);
        }
        let Inside { mut left, open, .. } = inside;
        left.extend(open.into_iter().map(Left::Opening));
        left
    }

    /// Whether a passage that opens the quotation anew goes on with this one: somebody speaks in it, it was left open at
    /// the end of a sentence, and nobody is said to say it behind it.
    fn goes_on(&self, open: &Pending) -> bool {
        let Some(before) = self.copy.passages.get(open.passage) else { return false };
        let profile = self.copy.profile();
        let quoted = before.text.get(open.open.at.end..).unwrap_or_default();
        let ends = quoted.trim_end().chars().next_back();
        let marks = &profile.language().marks.sentence;
        ends.is_some_and(|c| marks.iter().any(|mark| mark.ends_with(c)))
            && opens_speech(&before.text, &open.open.at, profile)
            && !is_attributed_within(quoted, profile)
    }

    /// Two quotations that end with one mark: «… «…».
    fn merge(&self, inside: &mut Inside<'_>, passage: &Passage) {
        let Some(open) = inside.open.last_mut().filter(|open| open.family == Family::Guillemets) else { return };
        let inner = self.out.quotations.last().filter(|inner| inner.passage == inside.at && inner.same_within);
        let Some(inner) = inner.filter(|inner| inner.at.start >= open.at.end) else { return };
        let between = passage.text.get(open.at.end..inner.at.start).unwrap_or_default();
        let profile = self.copy.profile();
        let marks = &profile.language().marks.sentence;
        let new_sentence = between.trim_end().ends_with(|c| marks.iter().any(|mark| mark.ends_with(c)));
        let speech = opens_speech(&passage.text, &open.at, profile);
        let enough = between.split_whitespace().count() >= FEWEST_BEFORE_MERGE;
        open.merged = enough && speech && !new_sentence && !is_attributed_before(between, profile);
    }
}

/// The marks of one passage, as they are matched.
struct Inside<'p> {
    at: usize,
    text: &'p str,
    /// Whether curly marks are also set the other way round.
    reversed: bool,
    open: Vec<Open>,
    left: Vec<Left>,
    /// Whether a quotation has run on into the passage.
    waits: bool,
}

impl Inside<'_> {
    fn mark(&mut self, mark: &Mark, rest: &[Mark], out: &mut Walked) {
        let this = Open { at: mark.at.clone(), family: mark.family, turned: mark.turned, merged: false };
        let same = |other: &&Mark| other.family == mark.family;
        if mark.closes && self.closes(mark, rest) {
            return self.close(&this, out);
        }
        if mark.opens {
            // “so“, where the second mark stands as one that closes; or “so", where it stands as neither.
            let own = |open: &Open| rest.iter().any(|other| other.family == open.family && other.closes);
            let turned = |open: &mut Open| mark.turned && (open.family == mark.family || !own(open));
            let other = |open: &mut Open| {
                mark.closes && open.family != mark.family && !own(open) && rest.iter().filter(same).count() % 2 == 0
            };
            match self.open.pop_if(|open| turned(open) || other(open)) {
                Some(open) => out.wrong.push(self.mixed(open, this)),
                None => self.push(this),
            }
        } else if mark.behind_figure {
            // 6'2"
        } else if self.is_misplaced(mark, rest) {
            self.push(this);
        } else if let Some(open) = self.open.pop() {
            out.wrong.push(self.mixed(open, this));
        } else {
            self.waits = false;
            self.left.push(Left::Closing(this));
        }
    }

    fn mixed(&self, open: Open, close: Open) -> Wrong {
        Wrong::Mixed(Spot { passage: self.at, at: open.at }, Spot { passage: self.at, at: close.at })
    }

    /// Whether a mark that can close closes something here.
    fn closes(&self, mark: &Mark, rest: &[Mark]) -> bool {
        let Some(at) = self.open.iter().rposition(|open| open.family == mark.family) else { return false };
        let is_top = at + 1 == self.open.len();
        let more = rest.iter().filter(|other| other.family == mark.family);
        // Inches within a quotation: the mark that closes it comes later.
        let inches = mark.behind_figure && more.clone().next().is_some_and(|next| next.closes && !next.opens);
        // A mark that may as well open does so when that leaves the passage in balance.
        let opens = mark.opens && !is_top && more.count() % 2 == 1;
        !inches && !opens
    }

    /// Closes the last mark of this kind; what was opened since is left over.
    fn close(&mut self, mark: &Open, out: &mut Walked) {
        let Some(at) = self.open.iter().rposition(|open| open.family == mark.family) else { return };
        let above: Vec<Open> = self.open.drain(at + 1..).collect();
        out.wrong.extend(above.into_iter().map(|open| Wrong::Unclosed(Spot { passage: self.at, at: open.at })));
        let Some(open) = self.open.pop() else { return };
        let same_within = self.open.iter().any(|outer| outer.family == open.family);
        if self.reversed && open.family == Family::Curly {
            if self.text.get(open.at.clone()) == self.text.get(mark.at.clone()) {
                out.alike.push(self.mixed(open.clone(), mark.clone()));
            } else {
                out.unlike += 1;
            }
        }
        out.quotations.push(Quotation { passage: self.at, at: open.at.start..mark.at.end, same_within });
    }

    fn push(&mut self, open: Open) {
        if self.open.len() >= DEEPEST {
            self.left.push(Left::Opening(self.open.remove(0)));
        }
        self.open.push(open);
    }

    /// A mark that closes as it stands, where nothing is open and the next one of its kind closes too, is one that
    /// opens and has its space on the wrong side: said" so".
    fn is_misplaced(&self, mark: &Mark, rest: &[Mark]) -> bool {
        let mut same = rest.iter().filter(|other| other.family == mark.family);
        let next_closes = same.next().is_some_and(|next| next.closes);
        !self.waits && self.open.is_empty() && mark.family == Family::Straight && next_closes && same.count() % 2 == 0
    }
}
