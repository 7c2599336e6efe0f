//! Text that was written as UTF-8 and read as something else on its way: undone where it surely can be.
//!
//! What is spoilt in a line is known in [`lang::spoilt`]; here the text is put right, and every byte of it still knows
//! where it came from.

use super::traced::{Rewrite, Traced};
use lang::spoilt::of_line;

/// How often a text can have been spoilt.
const MOST_TIMES: usize = 3;

/// The text with what could be undone, and the charsets that it had been taken for; none when all was sound.
pub(super) fn mend(text: &Traced) -> Option<(Traced, Vec<&'static str>)> {
    let mut mended: Option<Traced> = None;
    let mut taken_for = Vec::new();
    for _ in 0..MOST_TIMES {
        let now = mended.as_ref().unwrap_or(text);
        let mut rewrite = Rewrite::of(now);
        let mut start = 0;
        for line in now.text.split_inclusive('\n') {
            if let Some((charset, mends)) = of_line(line) {
                for mend in mends {
                    rewrite.replace(start + mend.part.start..start + mend.part.end, &mend.was);
                }
                if !taken_for.contains(&charset) {
                    taken_for.push(charset);
                }
            }
            start += line.len();
        }
        match rewrite.finish() {
            Some(next) => mended = Some(next),
            None => break,
        }
    }
    mended.map(|text| (text, taken_for))
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{Encoding, GBK, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256};

    /// The charsets that UTF-8 is taken for.
    const TAKEN_FOR: [&Encoding; 3] = [WINDOWS_1252, WINDOWS_1251, WINDOWS_1256];

    fn mended(text: &str) -> Option<(String, Vec<&'static str>)> {
        mend(&Traced::straight(text.into(), 0)).map(|(text, from)| (text.text, from))
    }

    /// Writes a text as UTF-8 and reads it in another charset.
    fn spoil(text: &str, encoding: &'static Encoding) -> String {
        encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[test]
    fn what_was_taken_for_another_charset_is_undone() {
        for line in [
            "The potters’ fair — “a quiet one” — opened",
            "Les céramistes de Sète",
            "La feria abrió el miércoles",
            "Гончары открыли ярмарку",
            "افتتح الحرفيون المعرض",
            "میلہ شروع ہوگیا",
            "秋季集市昨天开幕",
        ] {
            for encoding in TAKEN_FOR {
                let spoilt = spoil(line, encoding);
                if !spoilt.contains('\u{fffd}') {
                    assert_eq!(mended(&spoilt), Some((line.into(), vec![encoding.name()])), "{spoilt}");
                }
            }
        }
        assert_eq!(mended(&spoil("秋季集市", GBK)), Some(("秋季集市".into(), vec!["GBK"])));
    }

    #[test]
    fn what_was_spoilt_twice_is_undone_twice() {
        let spoilt = spoil(&spoil("It’s été", WINDOWS_1252), WINDOWS_1252);
        assert_eq!(mended(&spoilt).map(|m| m.0).as_deref(), Some("It’s été"));
    }

    #[test]
    fn a_dropped_byte_of_a_quotation_mark_is_put_back() {
        assert_eq!(mended("â€œQuietâ€ he said").map(|m| m.0).as_deref(), Some("“Quiet” he said"));
    }

    #[test]
    fn sound_copy_is_left_alone() {
        for line in [
            "Программа «НТВ» вышла в эфир. ЕЩЁ раз: «ТАСС», «НАТО», В…",
            "ELECCIONES EN PERÚ…",
            "CAFÉ… «PERÚ»",
            "«PERÚ» — “Ñandú”",
            "ÂGE D’OR «À L’ÉTÉ»",
            "معرض الخريف §",
            "联通公司昨天开幕",
            "Plain words.",
        ] {
            assert_eq!(mended(line), None, "{line}");
        }
    }
}
