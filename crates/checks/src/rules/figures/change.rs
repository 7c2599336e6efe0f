//! What became what: "rose from 300 to 200", "from 200 to 250, or 40 per cent", "doubled from 100 to 300".

use super::{
    Figure, Sentence, Verdict, Verdicts,
    figure::{shown, together},
    judge as add, share,
};
use crate::{Message, Said};
use lang::{
    Word,
    arithmetic::{Move, Role, Stated},
    values::Bound,
};

pub(super) fn judge(sentence: &Sentence<'_>, stated: &Stated, verdicts: &mut Verdicts) {
    let (Some(from), Some(to)) = (sentence.one(stated, Role::From), sentence.one(stated, Role::To)) else { return };
    let by = sentence.one(stated, Role::By).or_else(|| sentence.one(stated, Role::Percent));
    let figures = [Some(from), Some(to), by];
    let bound = figures.iter().flatten().any(|figure| figure.at.start >= 1 && is_negative(sentence, figure));
    let half_named = from.is_percent() != to.is_percent() && stated.moves.iter().any(|way| follows(sentence, way, &to));
    let Some((a, b)) = together(&from, &to).filter(|_| !bound && !half_named) else { return };
    for way in &stated.moves {
        match way.times {
            Some(times) => add(verdicts, "times", to.index, judge_times(sentence, (&from, a), (&to, b), way, times)),
            None => add(verdicts, "order", to.index, judge_order(sentence, (&from, a), (&to, b), way)),
        }
    }
    if let Some(by) = by {
        add(verdicts, "percent", by.index, judge_by(sentence, (&from, a), (&to, b), &by));
    }
}

/// Whether a percentage follows on the word that says which way, with no word between: "rose 43 per cent".
fn follows(sentence: &Sentence<'_>, way: &Move, to: &Figure<'_>) -> bool {
    let between = sentence.passage.text.get(way.at.end..to.at.start);
    to.is_percent() && between.is_some_and(|between| between.trim().is_empty())
}

/// Whether a minus stands before it.
fn is_negative(sentence: &Sentence<'_>, figure: &Figure<'_>) -> bool {
    let before = sentence.passage.text.get(..figure.at.start).unwrap_or_default();
    figure.value() < 0.0 || before.ends_with(['-', '−', '–'])
}

fn said(figure: &Figure<'_>) -> Said {
    Said::Words(figure.words.trim().to_owned())
}

type Point<'a, 'b> = (&'a Figure<'b>, f64);

/// A rise that is a fall, or the other way round.
fn judge_order(sentence: &Sentence<'_>, (from, a): Point<'_, '_>, (to, b): Point<'_, '_>, way: &Move) -> Verdict {
    let goes = |a: f64, b: f64| if way.up { b >= a } else { b <= a };
    let end = from.at.end.max(to.at.end).max(way.at.end);
    let against = if way.up { "fall" } else { "rise" };
    let otherwise = sentence.says(against, sentence.at.start..end)
        || sentence.says("ranked", sentence.at.clone())
        // The figure that it is held against may be another than the nearest.
        || to.at.start < from.at.start
            && sentence.all().any(|other| other.at.end <= to.at.start && other.is_like(to) && goes(from.value(), other.value()));
    if goes(a, b) || otherwise || a.min(b) + from.slack().min(to.slack()) >= a.max(b) {
        return Verdict::Right;
    }
    let word = if way.up { Word::FiguresRise } else { Word::FiguresFall };
    let words = sentence.passage.text.get(way.at.clone()).unwrap_or_default().to_owned();
    let message = Message::new(word, [("way", Said::Words(words)), ("from", said(from)), ("to", said(to))]);
    sentence.wrong("order", message, &[from, to])
}

/// Twice as much that is not.
fn judge_times(
    sentence: &Sentence<'_>,
    (from, a): Point<'_, '_>,
    (to, b): Point<'_, '_>,
    way: &Move,
    times: f64,
) -> Verdict {
    let is = b / a;
    let off = is / times;
    let loose = way.about || !from.is_exact() || !to.is_exact();
    let near = if loose { 0.68..=1.5 } else { 0.85..=1.18 };
    if a <= 0.0 || !is.is_finite() || near.contains(&off) || from.is_bound() || to.is_bound() {
        return Verdict::Right;
    }
    let message = Message::new(
        Word::FiguresTimes,
        [("from", said(from)), ("to", said(to)), ("times", Said::Number((is * 10.0).round() / 10.0))],
    );
    let mut wrong = sentence.wrong("percent", message, &[from, to]);
    if let Verdict::Wrong(finding) = &mut wrong {
        finding.places.insert(0, sentence.copy.place(sentence.passage, way.at.clone()));
    }
    wrong
}

/// By so much, or so many per cent, that it is not.
fn judge_by(sentence: &Sentence<'_>, (from, a): Point<'_, '_>, (to, b): Point<'_, '_>, by: &Figure<'_>) -> Verdict {
    let (low, high) = ((b - a).abs() - from.slack() - to.slack(), (b - a).abs() + from.slack() + to.slack());
    let as_points = share::fits((low, high), by);
    let of_share = by.number.sort == lang::values::Sort::Share;
    let right = if [from, to].iter().any(|figure| figure.is_bound()) {
        true
    } else if by.is_percent() || of_share {
        let growth = growth(from, a, to, b);
        growth.is_none_or(|growth| share::fits(growth, by))
            || !of_share && from.is_percent() | to.is_percent() && as_points
    } else {
        let like = to.is_like(by) && (from.is_like(by) || from.unit.is_none());
        let slack = by.slack() + from.slack() + to.slack() + 1e-9;
        !like || by.is_bound() || ((b - a).abs() - by.value()).abs() <= slack || by.number.bound == Bound::About
    };
    if right {
        return Verdict::Right;
    }
    if by.is_percent() && !from.is_percent() && !to.is_percent() || of_share {
        let is = Said::Number(shown((b - a).abs() / a * 100.0));
        let message = Message::new(Word::FiguresGrowth, [("from", said(from)), ("to", said(to)), ("percent", is)]);
        sentence.wrong("percent", message, &[by, from, to])
    } else {
        let is = Said::Number(shown((b - a).abs()));
        let message = Message::new(Word::FiguresBy, [("from", said(from)), ("to", said(to)), ("by", is)]);
        sentence.wrong(if by.is_percent() { "percent" } else { "sum" }, message, &[by, from, to])
    }
}

/// Between what the change lies, of a hundred.
fn growth(from: &Figure<'_>, a: f64, to: &Figure<'_>, b: f64) -> Option<(f64, f64)> {
    // The slack is that of the figure as it is written; a scale that it borrowed goes with it.
    let slack = |figure: &Figure<'_>, value: f64| figure.slack() * (value / figure.value()).abs();
    let (da, db) = (slack(from, a), slack(to, b));
    if a <= 0.0 || b < 0.0 || !da.is_finite() || !db.is_finite() {
        return None;
    }
    let ends = [(a - da, b + db), (a + da, b - db)].map(|(a, b)| (b - a) / a.max(f64::MIN_POSITIVE) * 100.0);
    let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
    Some(if low >= 0.0 {
        (low, high)
    } else if high <= 0.0 {
        (-high, -low)
    } else {
        (0.0, high.max(-low))
    })
}
