//! Reading figures of any script.

/// The digits of the scripts in which news is written: their noughts.
const NOUGHTS: [char; 13] = ['0', '٠', '۰', '०', '০', '੦', '૦', '௦', '౦', '೦', '൦', '๐', '０'];

/// The Chinese figures from nought to nine; a run of them is read by place, as in a year.
const HAN: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The value of a digit of any script.
pub(crate) fn digit(c: char) -> Option<u8> {
    // Most characters that are asked for are letters of a script whose digits stand elsewhere.
    if c.is_ascii() {
        return c.to_digit(10).and_then(|value| u8::try_from(value).ok());
    }
    if !matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' | '\u{966}'..='\u{e59}' | '\u{ff10}'..='\u{ff19}') {
        return None;
    }
    NOUGHTS.iter().find_map(|&zero| {
        let value = u32::from(c).checked_sub(u32::from(zero))?;
        u8::try_from(value).ok().filter(|value| *value < 10)
    })
}

/// The number that the text opens with, when it has so many figures, and what comes after it.
pub(crate) fn figure(text: &str, figures: std::ops::RangeInclusive<usize>) -> Option<(u32, &str)> {
    let rest = text.trim_start_matches(|c| digit(c).is_some());
    let run = text.get(..text.len() - rest.len())?;
    if run.is_empty() {
        return han(text, figures);
    }
    let number = || run.chars().filter_map(digit).fold(0u32, |n, d| n.saturating_mul(10).saturating_add(d.into()));
    figures.contains(&run.chars().count()).then(|| (number(), rest))
}

/// A number below a hundred in Chinese figures with their tens, or by place.
fn han(text: &str, figures: std::ops::RangeInclusive<usize>) -> Option<(u32, &str)> {
    let value = |c: char| match c {
        '零' | '○' => Some(0),
        _ => HAN.iter().position(|&h| h == c).and_then(|value| u32::try_from(value).ok()),
    };
    let tens = |c: char| match c {
        '十' => Some(1),
        '廿' => Some(2),
        '卅' => Some(3),
        _ => None,
    };
    let rest = text.trim_start_matches(|c| value(c).is_some() || tens(c).is_some());
    let run: Vec<char> = text.get(..text.len() - rest.len())?.chars().collect();
    let number = match *run.as_slice() {
        [ten] if tens(ten).is_some() => tens(ten)? * 10,
        [ten, one] if tens(ten).is_some() => tens(ten)? * 10 + value(one)?,
        [ten, '十'] => value(ten)? * 10,
        [ten, '十', one] => value(ten)? * 10 + value(one)?,
        _ if figures.contains(&run.len()) && run.len() <= 4 => {
            run.iter().try_fold(0, |n, &c| value(c).map(|v| n * 10 + v))?
        }
        _ => return None,
    };
    (figures.contains(&number.to_string().len())).then_some((number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn figures_of_every_kind_are_read() {
        for (text, number) in [("26 x", 26), ("۲۶ x", 26), ("٢٦ x", 26), ("２６ x", 26), ("二十六 x", 26), ("十 x", 10)]
        {
            assert_eq!(figure(text, 1..=2), Some((number, " x")), "{text}");
        }
        assert_eq!(figure("二〇二三年", 4..=4), Some((2023, "年")));
        assert_eq!(figure("卅一日", 1..=2), Some((31, "日")));
        assert_eq!(figure("2023", 1..=2), None);
        assert_eq!(figure("十十十", 1..=2), None);
        assert_eq!(figure("x", 1..=2), None);
    }

    proptest! {
        #[test]
        fn nothing_upsets_it(text in "[〇零一九十廿卅0-9۰x]{0,12}|\\PC{0,8}") {
            if let Some((_, rest)) = figure(&text, 1..=9) {
                prop_assert!(text.ends_with(rest));
            }
        }
    }
}
