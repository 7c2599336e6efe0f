//! A number in digits, with its marks.

use crate::{Profile, figure::digit};

/// A number in digits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Figure {
    /// How much.
    pub value: f64,
    /// The worth of its last digit.
    pub grain: f64,
    /// Whether it is digits and nothing else.
    pub plain: bool,
    /// How many digits stand before the decimal mark.
    pub digits: usize,
    /// Whether it is no number: 192.168.1.2.
    pub odd: bool,
}

/// The longest run of digits that is read as a number.
const LONGEST: usize = 30;

/// The number in digits that stands here, and where it ends.
pub(super) fn figure_at(profile: &Profile, text: &str, at: usize) -> Option<(Figure, usize)> {
    let rest = text.get(at..)?;
    let first = rest.chars().next()?;
    if let Some(value) = vulgar(first) {
        let figure = Figure { value, grain: 0.01, plain: false, digits: 0, odd: false };
        return Some((figure, at + first.len_utf8()));
    }
    let marks = &profile.figures().marks;
    let leading = marks.decimal.contains(first) || first == '.';
    if leading && !(rest.chars().nth(1).is_some_and(|c| digit(c).is_some()) && opens_alone(text, at)) {
        return None;
    }
    let mut runs: Vec<(Option<char>, String)> = Vec::new();
    let mut end = at;
    let mut ends = Vec::new();
    let mut mark = None;
    if leading {
        runs.push((None, "0".into()));
        ends.push(at);
        mark = Some(first);
        end += first.len_utf8();
    } else {
        digit(first)?;
    }
    loop {
        let run: String = digits(text, end);
        if run.is_empty() {
            break;
        }
        end += text.get(end..)?.chars().take(run.len()).map(char::len_utf8).sum::<usize>();
        runs.push((mark, run));
        ends.push(end);
        let Some((sign, after)) = separator(text, end) else { break };
        let next = digits(text, after);
        let space = sign == ' ';
        let groups = runs.first().is_some_and(|(_, run)| run.len() <= 3)
            && runs.iter().skip(1).all(|(mark, run)| *mark == Some(sign) && run.len() == 3);
        let fits = !next.is_empty()
            && (!space || groups && next.len() == 3 && (text.get(end..after) != Some(" ") || marks.spaces))
            && (sign != '،' && sign != '\'' || groups && next.len() == 3);
        if !fits || runs.len() > 12 {
            break;
        }
        mark = Some(sign);
        end = after;
    }
    let end = *ends.last()?;
    let whole = |digits: usize, odd| Figure { value: 0.0, grain: 1.0, plain: false, digits, odd };
    // ".1,275": with a mark at its front there is no whole to group, and its first run (a nought that nobody wrote)
    // alone would take no letter of the text.
    let told = if leading && runs.len() > 2 { None } else { read(profile, &runs) };
    let (figure, used) = told.unwrap_or((whole(0, true), runs.len()));
    let end = if used == runs.len() { end } else { *ends.get(used.checked_sub(1)?)? };
    Some((figure, end))
}

/// Whether a decimal mark here begins a number: nothing close before it.
fn opens_alone(text: &str, at: usize) -> bool {
    text.get(..at)
        .and_then(|before| before.chars().next_back())
        .is_none_or(|c| c.is_whitespace() || "$£€-−(".contains(c))
}

/// The digits here, as ASCII.
fn digits(text: &str, at: usize) -> String {
    let rest = text.get(at..).unwrap_or_default();
    rest.chars().map_while(digit).map(|d| char::from(b'0' + d)).collect()
}

/// A mark that may stand within a number, as one of `.,' ،` or a space, and where it ends.
fn separator(text: &str, at: usize) -> Option<(char, usize)> {
    let mut chars =
        text.get(at..)?.char_indices().filter(|(_, c)| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{200e}' | '\u{200f}'));
    let (from, c) = chars.next()?;
    let sign = match c {
        '.' | '．' => '.',
        ',' | '，' | '﹐' => ',',
        '٫' => '٫',
        '٬' => '٬',
        '،' => '،',
        '\'' | '’' => '\'',
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2008}' => ' ',
        _ => return None,
    };
    let end = at + from + c.len_utf8();
    let next = chars.next().map_or(end, |(next, _)| at + next);
    Some((sign, next))
}

/// The number that these runs of digits are, and how many of them it takes.
fn read(profile: &Profile, runs: &[(Option<char>, String)]) -> Option<(Figure, usize)> {
    let marks = &profile.figures().marks;
    let (_, first) = runs.first()?;
    let signs: Vec<char> = runs.iter().filter_map(|(mark, _)| *mark).collect();
    let grouped = |runs: &[(Option<char>, String)]| {
        let Some(((_, last), inner)) = runs.get(1..).and_then(<[_]>::split_last) else { return false };
        let inner: Vec<usize> = inner.iter().map(|(_, run)| run.len()).collect();
        last.len() == 3
            && (1..=3).contains(&first.len())
            && first != "0"
            && (inner.iter().all(|&n| n == 3) || inner.iter().all(|&n| n == 2) && first.len() <= 2)
    };
    let number = |whole: &[(Option<char>, String)], fraction: &str| {
        let digits: String = whole.iter().map(|(_, run)| run.as_str()).collect();
        if digits.len() + fraction.len() > LONGEST {
            return Figure { value: 0.0, grain: 1.0, plain: false, digits: digits.len(), odd: true };
        }
        let value = format!("{digits}.{fraction}0").parse().unwrap_or(0.0);
        let grain = 0.1f64.powi(i32::try_from(fraction.len()).unwrap_or(0));
        Figure { value, grain, plain: whole.len() == 1 && fraction.is_empty(), digits: digits.len(), odd: false }
    };
    let same = signs.windows(2).all(|pair| pair.first() == pair.get(1));
    match *signs.as_slice() {
        [] => Some((number(runs, ""), 1)),
        [sign] => {
            let (_, last) = runs.get(1)?;
            let group = match sign {
                ' ' | '٬' | '\'' | '،' => true,
                '٫' => false,
                // Nobody writes three decimals that end in noughts.
                _ => {
                    grouped(runs)
                        && (marks.group.contains(sign) || last.ends_with("00") || !marks.decimal.contains(sign))
                }
            };
            Some((if group { number(runs, "") } else { number(runs.get(..1)?, last) }, 2))
        }
        _ if same && grouped(runs) => Some((number(runs, ""), runs.len())),
        [.., before, last] if before != last => {
            let (whole, (_, fraction)) = runs.split_last().map(|(last, whole)| (whole, last))?;
            let same = signs.get(..signs.len() - 1)?.windows(2).all(|pair| pair.first() == pair.get(1));
            if same && grouped(whole) {
                Some((number(whole, fraction), runs.len()))
            } else {
                Some((number(runs.get(..1)?, ""), 1))
            }
        }
        ['.', ..] => None,
        _ => Some((number(runs.get(..1)?, ""), 1)),
    }
}

/// The value of a fraction that is one character.
fn vulgar(c: char) -> Option<f64> {
    let (over, under) = match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅐' => (1, 7),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        _ => return None,
    };
    Some(f64::from(over) / f64::from(under))
}
