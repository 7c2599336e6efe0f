//! The cheapest way through both texts, step by step.

use super::{Group, band::Band, traits::Traits, within};
use std::{cmp::Ordering, collections::HashMap, ops::Range};

/// The steps: how many sentences of the source, how many of the translation, and what the step costs before anything
/// is known of them.
const STEPS: &[(usize, usize, f32)] = &[
    (1, 1, 0.1),
    (1, 2, 2.2),
    (2, 1, 2.2),
    (1, 0, 5.0),
    (0, 1, 5.0),
    (2, 2, 4.5),
    (1, 3, 4.0),
    (3, 1, 4.0),
    (1, 4, 5.5),
    (4, 1, 5.5),
];

/// What it costs that a group goes on over the end of a paragraph.
const OVER_END: f32 = 3.0;
/// What it costs that a paragraph begins with a group on one side only.
const ONE_SIDE: f32 = 1.2;
/// What it is worth that paragraphs begin on both sides.
const BOTH_SIDES: f32 = 1.5;
/// How widely lengths differ between languages, as Gale and Church have it; news is freer than parliaments.
const SPREAD: f32 = 11.0;

/// As if texts began with this many letters that are as long in both: what a short one leaves out says nothing of its
/// language.
const ALIKE: f32 = 2_000.0;

/// What it costs to come to a place, and by which step.
#[derive(Clone, Copy)]
struct Cell {
    cost: f32,
    step: u8,
}

const FAR: Cell = Cell { cost: f32::INFINITY, step: u8::MAX };

struct Rows<'a> {
    band: &'a Band,
    cells: Vec<Vec<Cell>>,
}

impl Rows<'_> {
    fn get(&self, one: usize, two: usize) -> Cell {
        let range = self.band.row(one);
        let at = two.checked_sub(range.start);
        self.cells.get(one).and_then(|row| row.get(at?)).copied().unwrap_or(FAR)
    }
}

/// The groups of the cheapest way; neither text is empty.
pub(super) fn cheapest(one: &Traits, two: &Traits, band: &Band) -> Vec<Group> {
    let costs = Costs::new(one, two);
    let rows = one.sentences.len() + 1;
    let mut walked = Rows { band, cells: Vec::with_capacity(rows) };
    // What the last four sentences of the source have in common with those of the translation.
    let mut common: [(Range<usize>, Vec<f32>); 4] = Default::default();
    for at in 0..rows {
        let range = band.row(at);
        common.rotate_right(1);
        if let (Some(slot), Some(before)) = (common.first_mut(), at.checked_sub(1)) {
            // One more to the left: a step may begin before the band.
            let wide = range.start.saturating_sub(4)..range.end;
            *slot = (wide.clone(), wide.map(|there| costs.common(before, there)).collect());
        }
        walked.cells.push(Vec::with_capacity(range.len()));
        for there in range {
            let mut best = if at == 0 && there == 0 { Cell { cost: 0.0, step: u8::MAX } } else { FAR };
            for (nth, &(ones, twos, prior)) in STEPS.iter().enumerate() {
                let (Some(from), Some(low)) = (at.checked_sub(ones), there.checked_sub(twos)) else { continue };
                let so_far = walked.get(from, low).cost + prior;
                if so_far >= best.cost + costs.most_saved {
                    continue;
                }
                let mut shared = 0.0;
                for (range, row) in common.iter().take(ones) {
                    let places = (low..there).filter_map(|two| row.get(two.checked_sub(range.start)?));
                    shared += places.sum::<f32>();
                }
                let cost = so_far + costs.step(from..at, low..there, shared);
                if cost < best.cost {
                    best = Cell { cost, step: nth as u8 };
                }
            }
            if let Some(row) = walked.cells.last_mut() {
                row.push(best);
            }
        }
    }
    back(&walked, one.sentences.len(), two.sentences.len())
}

/// The way back from the end.
fn back(walked: &Rows<'_>, ones: usize, twos: usize) -> Vec<Group> {
    let (mut one, mut two) = (ones, twos);
    let mut groups = Vec::new();
    while one > 0 || two > 0 {
        let step = STEPS.get(usize::from(walked.get(one, two).step));
        // Where no way was found, all that is left is one group.
        let (from, low) = match step {
            Some(&(ones, twos, _)) if one >= ones && two >= twos => (one - ones, two - twos),
            _ => (0, 0),
        };
        groups.push(Group { source: from..one, translation: low..two });
        (one, two) = (from, low);
    }
    groups.reverse();
    groups
}

struct Costs<'a> {
    one: &'a Traits,
    two: &'a Traits,
    /// How many letters of the translation stand for one of the source.
    ratio: f32,
    /// What each mark is worth that both texts have.
    worth: HashMap<u64, f32>,
    /// The most that what is shared can save.
    most_saved: f32,
}

impl<'a> Costs<'a> {
    fn new(one: &'a Traits, two: &'a Traits) -> Self {
        let sum = |traits: &Traits| traits.lengths.iter().sum::<f32>();
        let all = (one.sentences.len() + two.sentences.len()) as f32;
        let worth = |(mark, here): (&u64, &u32)| {
            let there = two.counts.get(mark)?;
            Some((*mark, (all / (here + there) as f32).ln().clamp(0.0, 4.0)))
        };
        Self {
            one,
            two,
            ratio: ((sum(two) + ALIKE) / (sum(one) + ALIKE)).clamp(0.75, 1.35),
            worth: one.counts.iter().filter_map(worth).collect(),
            most_saved: 12.0 + BOTH_SIDES,
        }
    }

    /// What two sentences have in common.
    fn common(&self, one: usize, two: usize) -> f32 {
        let (Some(one), Some(two)) = (self.one.marks.get(one), self.two.marks.get(two)) else { return 0.0 };
        let (mut ones, mut twos) = (one.iter().peekable(), two.iter().peekable());
        let mut sum = 0.0;
        while let (Some(a), Some(b)) = (ones.peek(), twos.peek()) {
            match a.cmp(b) {
                Ordering::Less => _ = ones.next(),
                Ordering::Greater => _ = twos.next(),
                Ordering::Equal => {
                    sum += self.worth.get(*a).copied().unwrap_or_default();
                    _ = (ones.next(), twos.next());
                }
            }
        }
        sum
    }

    /// What a step costs beside what its kind does.
    fn step(&self, one: Range<usize>, two: Range<usize>, shared: f32) -> f32 {
        let mut cost = 0.0;
        if !one.is_empty() && !two.is_empty() {
            let length = |traits: &Traits, range: &Range<usize>| -> f32 {
                traits.lengths.get(range.clone()).unwrap_or_default().iter().sum()
            };
            let (here, there) = (length(self.one, &one), length(self.two, &two));
            let wanted = here * self.ratio;
            let apart = (there - wanted).abs() / (SPREAD * (wanted + there) / 2.0).sqrt();
            cost += (apart * apart / 2.0 + 0.5 * apart).min(14.0) - (1.5 * shared).min(12.0);
            let head = |traits: &Traits, at: usize| traits.heads.get(at).copied().unwrap_or_default();
            if head(self.one, one.start) != head(self.two, two.start) {
                cost += 4.0;
            }
            let begins = |traits: &Traits, at: usize| traits.begins.get(at).copied().unwrap_or_default();
            cost += match (begins(self.one, one.start), begins(self.two, two.start)) {
                (true, true) => -BOTH_SIDES,
                (false, false) => 0.0,
                _ => ONE_SIDE,
            };
        }
        let over = |traits: &Traits, range: Range<usize>| {
            let joins = range.skip(1).filter(|&at| !within(&traits.sentences, at)).count();
            OVER_END * joins as f32
        };
        cost + over(self.one, one) + over(self.two, two)
    }
}
