//! Sentences that tell something false: what their gaps hold, right for the twin and wrong for the fault.

use super::{
    chance::Chance,
    fill::{Value, Values},
    phrases::Phrases,
};
use jiff::{ToSpan, civil::Date};

/// The kinds whose fault is a sentence that contradicts itself, the calendar or the dateline.
pub const KINDS: [&str; 10] =
    ["anniv", "weekday", "age", "parts", "sum", "percent", "order", "tense", "career", "duration"];

/// What goes into the phrase's gaps: right, and wrong.
pub fn drawn(kind: &str, phrase: &str, dateline: Date, chance: &mut Chance, phrases: &Phrases) -> (Values, Values) {
    let words = phrase.contains(":w}") || phrase.contains(":v}");
    let mut right = names(chance, phrases);
    let wrong = match kind {
        "anniv" => anniversary(&mut right, dateline, chance, words),
        "weekday" => weekday(&mut right, dateline, chance, !phrase.contains("{d:year}")),
        "age" => age(&mut right, dateline, chance, words),
        "parts" => parts(&mut right, chance, words),
        "sum" => sum(&mut right, chance, words, phrase.contains("{c")),
        "percent" => percent(&mut right, chance),
        "tense" => tense(&mut right, dateline, chance),
        "career" => career(&mut right, dateline, chance),
        "duration" => duration(&mut right, dateline, chance),
        _ => order(&mut right, dateline, chance),
    };
    let mut all = right.clone();
    all.extend(wrong);
    (right, all)
}

type Wrong = Vec<(&'static str, Value)>;

fn names(chance: &mut Chance, phrases: &Phrases) -> Values {
    let name = |of: &[String], chance: &mut Chance| Value::Name(chance.one(of).cloned().unwrap_or_default());
    Values::from([
        ("man", name(&phrases.men, chance)),
        ("woman", name(&phrases.women, chance)),
        ("place", name(&phrases.places, chance)),
    ])
}

fn year(of: Date) -> i64 {
    i64::from(of.year())
}

/// `low` to `high` up or down, never below `least`.
fn off(from: i64, low: i64, high: i64, least: i64, chance: &mut Chance) -> i64 {
    let by = chance.within(low, high);
    if chance.once_in(2) && from - by >= least { from - by } else { from + by }
}

fn back(from: Date, days: i64) -> Date {
    from.checked_sub(days.days()).unwrap_or(from)
}

/// `n` years between the event `e` and the dateline, and between the earlier years `f` and `l`; wrong: another `n`.
fn anniversary(values: &mut Values, dateline: Date, chance: &mut Chance, words: bool) -> Wrong {
    let n = if words { chance.within(3, 18) } else { chance.within(5, 70) };
    let this_year = Some(back(dateline, chance.within(0, 20))).filter(|day| day.year() == dateline.year());
    let day = this_year.unwrap_or(dateline);
    let event = day.checked_sub(n.years()).unwrap_or(day);
    values.extend([
        ("n", Value::Count(n)),
        ("y", Value::Year(year(event))),
        ("e", Value::Day(event)),
        ("t", Value::Year(year(dateline))),
    ]);
    let most = if words { 20 } else { 90 };
    let mut other = off(n, 2, 9, 3, chance);
    if other > most {
        other = n - 3;
    }
    let later = year(dateline) - chance.within(2, 20);
    values.extend([("f", Value::Year(later - n)), ("l", Value::Year(later))]);
    vec![("n", Value::Count(other))]
}

/// The day `d` and its weekday `w`; wrong: another weekday. Without a year the day is near the dateline.
fn weekday(values: &mut Values, dateline: Date, chance: &mut Chance, near: bool) -> Wrong {
    let days = if near { chance.within(1, 25) } else { chance.within(30, 9000) };
    let mut day = back(dateline, days);
    if near && day.year() != dateline.year() {
        day = dateline;
    }
    if day.day() == 1 {
        day = back(day, -1);
    }
    let at = day.weekday().to_monday_zero_offset().unsigned_abs() as usize;
    values.extend([("d", Value::Day(day)), ("w", Value::Weekday(at))]);
    vec![("w", Value::Weekday((at + 1 + chance.below(6)) % 7))]
}

/// Born on `b` in the year `y`, aged `a` on the dateline's day, and `xa` in the year `x`; wrong: both ages.
fn age(values: &mut Values, dateline: Date, chance: &mut Chance, words: bool) -> Wrong {
    let a = if words { chance.within(12, 16) } else { chance.within(24, 88) };
    let days = chance.within(10, 350);
    let born = back(dateline.checked_sub(a.years()).unwrap_or(dateline), days);
    let born = if born.day() == 1 { back(born, -1) } else { born };
    let xa = chance.within(a / 2, a - 1);
    values.extend([
        ("a", Value::Count(a)),
        ("b", Value::Day(born)),
        ("y", Value::Year(year(born))),
        ("x", Value::Year(year(born) + xa)),
        ("xa", Value::Count(xa)),
    ]);
    let by = if words { chance.within(3, 4) } else { chance.within(3, 11) };
    let by = if chance.once_in(2) { -by } else { by };
    vec![("a", Value::Count(a + by)), ("xa", Value::Count(xa + by))]
}

/// `a` and `b` make up `t`, `a` and `g` are parts of it, and `p` alone; wrong: they are more.
fn parts(values: &mut Values, chance: &mut Chance, words: bool) -> Wrong {
    if words {
        return few_parts(values, chance);
    }
    let t = if chance.once_in(4) { chance.within(1000, 9000) } else { chance.within(60, 900) };
    let a = chance.within(t * 45 / 100, t * 65 / 100);
    let g = chance.within(t / 6, t - a - t / 20);
    let p = chance.within(t / 5, t * 9 / 10);
    let part = |n| Value::Count(n);
    values.extend([("t", part(t)), ("a", part(a)), ("b", part(t - a)), ("g", part(g)), ("p", part(p))]);
    let more = t - a + chance.within(t / 10, t * 3 / 10).max(4);
    vec![("b", part(more)), ("g", part(more)), ("p", part(t + chance.within(t / 10, t / 2).max(5)))]
}

/// The same with numbers that have words.
fn few_parts(values: &mut Values, chance: &mut Chance) -> Wrong {
    let t = chance.within(9, 16);
    let a = chance.within(3, t - 5);
    let g = chance.within(2, t - a - 1);
    let more = t - a + chance.within(2, 3);
    let all = [("t", t), ("a", a), ("b", t - a), ("g", g), ("p", chance.within(3, t - 2))];
    values.extend(all.map(|(name, n)| (name, Value::Count(n))));
    vec![("b", Value::Count(more)), ("g", Value::Count(more)), ("p", Value::Count(t + chance.within(2, 4)))]
}

/// `a` + `b` (+ `c`) = `s`; wrong: another `s`.
fn sum(values: &mut Values, chance: &mut Chance, words: bool, three: bool) -> Wrong {
    let mut part = || if words { chance.within(3, 6) } else { chance.within(12, 600) };
    let (a, b, c) = (part(), part(), part());
    let s = a + b + if three { c } else { 0 };
    values.extend([("a", a), ("b", b), ("c", c), ("s", s)].map(|(name, n)| (name, Value::Count(n))));
    let by: &[i64] = if words { &[-2, 2] } else { &[-10, -3, -2, 2, 5, 9, 10, 20, 100] };
    let most = a.max(b).max(c);
    let wrong = s + chance.one(by).copied().unwrap_or(2);
    vec![("s", Value::Count(if wrong > most && wrong >= 3 { wrong } else { s + 2 }))]
}

/// `a` of `t` is `p` per cent, from `u` to `v` is `r` per cent more, `d` is twice `h`, `m` three times `k`; wrong: other
/// percentages, another `d` and `m`.
fn percent(values: &mut Values, chance: &mut Chance) -> Wrong {
    let round = |part: i64, whole: i64| (part * 200 + whole) / (whole * 2);
    let t = chance.within(50, 2000);
    let a = chance.within(t * 15 / 100, t * 85 / 100);
    let u = chance.within(100, 900);
    let v = u + u * chance.within(12, 80) / 100;
    let (p, r) = (round(a, t), round(v - u, u));
    values.extend([("t", t), ("a", a), ("p", p), ("u", u), ("v", v), ("r", r)].map(|(k, n)| (k, Value::Count(n))));
    let other = |right: i64, chance: &mut Chance| {
        let wrong = off(right, 6, 25, 2, chance);
        if wrong > 97 { right - 7 } else { wrong }
    };
    let (other_p, other_r) = (other(p, chance), other(r, chance));
    let (h, k) = (chance.within(40, 700), chance.within(40, 400));
    let (d, m) = (h * 2, k * 3);
    values.extend([("h", h), ("d", d), ("k", k), ("m", m)].map(|(name, n)| (name, Value::Count(n))));
    let multiple = |one: i64, tenths: &[i64], chance: &mut Chance| one * chance.one(tenths).copied().unwrap_or(14) / 10;
    let other_d = multiple(h, &[13, 15, 27, 34], chance);
    let other_m = multiple(k, &[18, 22, 40, 45], chance);
    [("p", other_p), ("r", other_r), ("d", other_d), ("m", other_m)].map(|(name, n)| (name, Value::Count(n))).to_vec()
}

/// Years `y1` `y2`, days of one month `d1` `d2`, days of one year `e1` `e2`, numbers `q1` `q2`; wrong: exchanged.
fn order(values: &mut Values, dateline: Date, chance: &mut Chance) -> Wrong {
    let y2 = year(dateline) - chance.within(0, 20);
    let y1 = y2 - chance.within(2, 25);
    let of = |month: i64, day: i64| Date::new(dateline.year(), month as i8, day as i8).unwrap_or(dateline);
    let month = chance.within(1, 12);
    let (first, earlier) = (chance.within(2, 14), chance.within(1, 8));
    let (d1, d2) = (of(month, first), of(month, chance.within(first + 2, 28)));
    // Near enough that nobody takes them, exchanged, for a winter's: from December to February.
    let later = chance.within(earlier + 1, (earlier + 4).min(12));
    let (e1, e2) = (of(earlier, chance.within(2, 28)), of(later, chance.within(2, 28)));
    let q1 = chance.within(3, 90) * 10;
    let q2 = q1 + chance.within(1, 30) * 10;
    let pairs = [
        ("y1", Value::Year(y1), "y2", Value::Year(y2)),
        ("d1", Value::Day(d1), "d2", Value::Day(d2)),
        ("e1", Value::Day(e1), "e2", Value::Day(e2)),
        ("q1", Value::Count(q1), "q2", Value::Count(q2)),
    ];
    let mut wrong = Wrong::new();
    for (low, lower, high, higher) in pairs {
        values.extend([(low, lower.clone()), (high, higher.clone())]);
        wrong.extend([(low, higher), (high, lower)]);
    }
    wrong
}

/// The day `p` before the dateline, `f` behind it; wrong: `p` behind it, `f` before.
fn tense(values: &mut Values, dateline: Date, chance: &mut Chance) -> Wrong {
    // Far enough for a month to be another one.
    let mut day = |towards: i64| Value::Day(back(dateline, towards * chance.within(40, 330)));
    values.extend([("p", day(1)), ("f", day(-1))]);
    vec![("p", day(-1)), ("f", day(1))]
}

/// Aged `a`, born in `b`, `n` years at it or since the year `y`, `pn` years in prison; wrong: since childhood.
fn career(values: &mut Values, dateline: Date, chance: &mut Chance) -> Wrong {
    let a = chance.within(36, 66);
    let born = year(dateline) - a;
    let (began, jailed) = (chance.within(19, 29), chance.within(19, 29));
    values.extend([
        ("a", Value::Count(a)),
        ("b", Value::Year(born)),
        ("n", Value::Count(a - began)),
        ("pn", Value::Count(a - jailed)),
        ("y", Value::Year(born + began)),
    ]);
    let (child, small) = (chance.within(1, 9), chance.within(1, 7));
    vec![("n", Value::Count(a - child)), ("pn", Value::Count(a - small)), ("y", Value::Year(born + child))]
}

/// `n` days from `d1` to `d2`, both counted; wrong: another `n`.
fn duration(values: &mut Values, dateline: Date, chance: &mut Chance) -> Wrong {
    let n = chance.within(4, 9);
    let first = chance.within(2, 18);
    let of = |day: i64| Date::new(dateline.year(), dateline.month(), day as i8).unwrap_or(dateline);
    let (d1, d2) = (of(first), of(first + n - 1));
    values.extend([("n", Value::Count(n)), ("d1", Value::Day(d1)), ("d2", Value::Day(d2))]);
    vec![("n", Value::Count(n + chance.one(&[-2, 2, 3, 4]).copied().unwrap_or(2)))]
}
