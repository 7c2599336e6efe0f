//! How much a run of characters looks like writing: what tells one old charset from another.
//!
//! Bytes read in the wrong charset give letters that are rare, that stand in the wrong case, or that mix scripts
//! inside a word. The letters listed here are the commonest of each script in news copy.

use encoding_rs::GBK;

/// The commonest letters of Russian, about nine in ten of running text.
const CYRILLIC: &str = "оеаинтсрвлкмдпуяыьгзб";
/// The commonest letters of Arabic and Urdu.
const ARABIC: &str = "الينموترهةبدسعكفحقجشيےہںپگٹچکىأ";
/// Accented letters of the languages that are written in windows-1252.
const LATIN: &str = "éèêëàâäáçîïíìôöóòùûüúñœæßåøãõÉÈÊÀÂÁÇÎÍÔÓÖÙÚÜÑŒÄÅ";
/// Marks that copy uses.
const MARKS: &str = "“”‘’‚„«»–—…•·¿¡€£°№ºª§©®™×½¼¾،؛؟۔٪、。，！？：；（）《》「」『』【】〔〕％\u{a0}\u{3000}\u{200c}";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    None,
    Ascii,
    Latin,
    Cyrillic,
    Arabic,
    Han,
}

fn script(c: char) -> Script {
    match c {
        'a'..='z' | 'A'..='Z' => Script::Ascii,
        '\u{c0}'..='\u{24f}' => Script::Latin,
        '\u{400}'..='\u{4ff}' => Script::Cyrillic,
        '\u{620}'..='\u{65f}' | '\u{66e}'..='\u{6d3}' => Script::Arabic,
        '\u{4e00}'..='\u{9fff}' => Script::Han,
        _ => Script::None,
    }
}

/// The mean mark of the characters beyond ASCII: above 0 for writing, below for noise. 0 when there are none.
pub(super) fn score(text: &str) -> f32 {
    mean(text, |c| !c.is_ascii())
}

/// The mean mark of all characters.
pub(super) fn score_all(text: &str) -> f32 {
    mean(text, |_| true)
}

fn mean(text: &str, counts: impl Fn(char) -> bool) -> f32 {
    let (mut sum, mut count) = (0.0, 0u32);
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if counts(c) {
            sum += mark(before, c, chars.peek().copied().unwrap_or(' '));
            count += 1;
        }
        before = c;
    }
    // A text has at most some millions of characters; the quotient need not be exact.
    #[allow(clippy::cast_precision_loss)]
    if count == 0 { 0.0 } else { sum / count as f32 }
}

fn mark(before: char, c: char, after: char) -> f32 {
    let (left, right) = (script(before), script(after));
    let mixed =
        |own: Script| [left, right].iter().filter(|&&s| s != Script::None && s != own).map(|_| 3.0).sum::<f32>();
    match script(c) {
        Script::Ascii => 1.0,
        Script::Latin => {
            let crowd = [left, right].iter().filter(|&&s| s == Script::Latin).map(|_| 1.5).sum::<f32>();
            let strange = [left, right].iter().filter(|&&s| s > Script::Latin).map(|_| 3.0).sum::<f32>();
            let known = if LATIN.contains(c) { 1.0 } else { -1.0 };
            known - crowd - strange - case_break(before, c)
        }
        Script::Cyrillic => {
            let lower = c.to_lowercase().next().unwrap_or(c);
            let known = match lower {
                _ if CYRILLIC.contains(lower) => 1.5,
                'а'..='я' | 'ё' => 0.5,
                _ => -1.5,
            };
            known - mixed(Script::Cyrillic) - case_break(before, c)
        }
        Script::Arabic => (if ARABIC.contains(c) { 1.5 } else { 0.2 }) - mixed(Script::Arabic),
        Script::Han => {
            let mut room = [0; 4];
            let text: &str = c.encode_utf8(&mut room);
            let lead = GBK.encode(text).0.first().copied().unwrap_or_default();
            // Rows B0 to D7 hold the 3,755 characters that GB2312 counts as common.
            let known = if (0xb0..=0xd7).contains(&lead) { 2.0 } else { -1.0 };
            known - if matches!(left, Script::Cyrillic | Script::Arabic | Script::Latin) { 3.0 } else { 0.0 }
        }
        Script::None if MARKS.contains(c) => 0.5,
        Script::None => match c {
            ' '..='~' | '\n' | '\r' | '\t' => 0.5,
            char::REPLACEMENT_CHARACTER => -8.0,
            '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' | '\0'..='\u{1f}' => -6.0,
            _ => -1.5,
        },
    }
}

/// What is taken off for a capital after a small letter.
fn case_break(before: char, c: char) -> f32 {
    if before.is_lowercase() && c.is_uppercase() { 3.0 } else { 0.0 }
}

impl PartialOrd for Script {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        (*self as u8).partial_cmp(&(*other as u8))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writing_is_above_noise() {
        for (writing, noise) in [("привет", "ïðèâåò"), ("été", "йtй"), ("معرض", "ãÚÑÖ"), ("集市", "Їѓ¬Ў")]
        {
            assert!(score(writing) > 0.0, "{writing}");
            assert!(score(noise) < 0.0, "{noise}: {}", score(noise));
        }
    }
}
