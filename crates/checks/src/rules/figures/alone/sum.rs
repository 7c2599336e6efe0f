//! Three or more numbers of one kind, the greatest of which nearly is the sum of the others, and is not.

use super::{
    super::{Figure, Sentence, Verdict, Verdicts, figure::shown, judge as add, parts::are_siblings},
    Alone,
};
use crate::{Message, Said};
use lang::{Word, values::Form};

/// How far a sum may be off, of the greatest, where that comes last and a word says that it is that of all; where it
/// comes first and such a word stands by; and where none does.
const LAST: f64 = 0.35;
const FIRST: f64 = 0.04;
const BARE: f64 = 0.03;
/// How far parts that come behind their total may be above it, of that.
const ABOVE: f64 = 0.6;
/// Numbers below this need a word that says so.
const LEAST: f64 = 10.0;
/// Numbers in words may be so far off.
const SMALL: f64 = 3.0;
/// What is so much above its total, of that, are parts that are too many; what is nearer is a sum that is off.
const MANY: f64 = 0.1;

pub(super) fn judge(sentence: &Sentence<'_>, alone: &Alone<'_>, verdicts: &mut Verdicts) {
    let counts = &alone.counts;
    let known =
        |(key, verdict): (&(&'static str, usize), &Verdict)| key.0 == "sum" && matches!(verdict, Verdict::Right);
    let Some(top) = counts.iter().max_by(|one, other| one.value().total_cmp(&other.value())) else { return };
    if verdicts.iter().any(known) || some_fit(counts) || counts.iter().any(|figure| !figure.is_exact()) {
        return;
    }
    let others: Vec<&Figure<'_>> = counts.iter().filter(|figure| figure.index != top.index).collect();
    let (sum, whole) = (others.iter().map(|figure| figure.value()).sum::<f64>(), top.value());
    let off = (sum - whole).abs();
    let slack: f64 = counts.iter().map(|figure| if figure.number.grain > 1.0 { figure.slack() } else { 0.0 }).sum();
    let is_at = |end: Option<&Figure<'_>>| end.is_some_and(|figure| figure.index == top.index);
    let (first, last) = (is_at(counts.first()), is_at(counts.last()));
    let in_words = counts.iter().all(|figure| figure.number.form == Form::Words);
    let in_digits = counts.iter().all(|figure| figure.number.form == Form::Digits && figure.number.grain <= 1.0);
    let small = counts.iter().any(|figure| figure.value() < LEAST);
    let above = sum > whole && others.iter().all(|part| part.value() < whole);
    let cued = sentence.says_any(&["totals", "in_all", "total_of"]);
    let most = match (in_words, above) {
        (true, _) => {
            if cued && (first || last) {
                SMALL
            } else {
                0.0
            }
        }
        (false, true) if first && in_digits && !small => whole * ABOVE,
        _ if small => {
            if cued && (first || last) {
                SMALL
            } else {
                0.0
            }
        }
        _ if above && !in_digits => whole * BARE,
        _ if cued && last => whole * LAST,
        _ if cued && first => whole * FIRST,
        _ if (first || last) && top.unit.is_none_or(|unit| unit.measures == "money") => whole * BARE,
        _ => 0.0,
    };
    let row = first && others.first().is_some_and(|part| are_siblings(sentence, top, part, others.len()));
    if off <= slack || off > most || row {
        return;
    }
    let many = above && off > whole * MANY && (first || !in_words);
    let sum = Said::Number(shown(sum));
    let said = Said::Words(top.words.trim().to_owned());
    let places: Vec<&Figure<'_>> = [top].into_iter().chain(others).collect();
    let (kind, message) = if many {
        ("parts", Message::new(Word::FiguresPartsSum, [("sum", sum), ("whole", said)]))
    } else {
        ("sum", Message::new(Word::FiguresSum, [("sum", sum), ("total", said)]))
    };
    add(verdicts, "sum", top.index, sentence.wrong(kind, message, &places));
}

/// Whether one of the figures is the sum of some of the others.
fn some_fit(counts: &[Figure<'_>]) -> bool {
    let of = |some: u32| counts.iter().enumerate().filter(move |(at, _)| some & (1 << at) != 0);
    (1u32..1 << counts.len()).filter(|some| some.count_ones() > 1).any(|some| {
        let sum: f64 = of(some).map(|(_, figure)| figure.value()).sum();
        let slack: f64 =
            of(some).map(|(_, figure)| if figure.value().fract() == 0.0 { 0.0 } else { figure.slack() }).sum();
        counts.iter().enumerate().any(|(at, figure)| {
            some & (1 << at) == 0 && (figure.value() - sum).abs() <= slack.max(figure.value() * 1e-6)
        })
    })
}
