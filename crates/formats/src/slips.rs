//! Slips that the files of every format have in common.

/// Whether what stands where a dateline is asked for is a moment in figures, for machines: it names no place, and the
/// times of the item say it already. It has a clock, and no mark that people set between a place and a day.
pub(crate) fn is_moment(words: &str) -> bool {
    let clock = words.contains(':') || words.contains('T');
    is_day_or_moment(words)
        && clock
        && words.chars().filter(char::is_ascii_digit).count() >= 10
        && words.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | ':' | '-' | '+' | '.' | '/'))
}

/// The same, and a day without a clock. A dateline that has no place may be printed as a day, so only formats that are
/// not written ask this.
pub(crate) fn is_day_or_moment(words: &str) -> bool {
    let figures = words.chars().filter(char::is_ascii_digit).count();
    let letters = words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let zones = &lang::WireWords::get().zones;
    figures >= 6 && letters.into_iter().all(|word| word == "T" || zones.contains_key(word))
}

/// Whether words have marks of HTML in them: an end of one of the usual elements, or a break of a line.
pub(crate) fn has_marks(words: &str) -> bool {
    const ENDS: [&str; 10] =
        ["</p>", "</b>", "</i>", "</a>", "</em>", "</strong>", "</div>", "<br>", "<br/>", "<br />"];
    let starts = |at: usize, end: &str| {
        words.as_bytes().get(at..at + end.len()).is_some_and(|w| w.eq_ignore_ascii_case(end.as_bytes()))
    };
    words.match_indices('<').any(|(at, _)| ENDS.iter().any(|end| starts(at, end)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn marks_are_told_from_signs() {
        assert!(["a <B>kite</B> rose", "Kites.<BR>Kites.", "<p>x</p>"].iter().all(|words| super::has_marks(words)));
        assert!(!["1 < 2", "a <kite> rose", "", "<p", "<"].iter().any(|words| super::has_marks(words)));
    }

    #[test]
    fn a_moment_is_no_dateline() {
        for moment in
            ["20260311T081500+0000", "2026-03-11 08:15:00 GMT+00:00", "2026-03-11T08:15:00Z", "11.3.2026 08:15:00 CEST"]
        {
            assert!(super::is_moment(moment), "{moment}");
        }
        assert!(super::is_day_or_moment("11/3/2026") && !super::is_moment("2026-03-11"));
        assert!(!["00, 1900-01-01", "1900-01-01 (00)", "0123456789"].iter().any(|words| super::is_moment(words)));
        for dateline in ["PORTO, March 11, 2026 -", "里斯本2026年3月11日电", "", "12", "Porto", "11 MAR 2026 100"]
        {
            assert!(!super::is_day_or_moment(dateline), "{dateline}");
        }
    }
}
