//! Single sequences that are surely spoilt, whatever else stands in their line.

use super::{BYTES, Mend, sequence};
use crate::letter;

/// How many sequences in a row make letters of another script sure, by charset as in [`super::TAKEN_FOR`]: in the
/// charsets of Cyrillic and Arabic script two may stand side by side by chance.
const IN_A_ROW: [usize; 3] = [2, 3, 3];
/// How many characters of a word that lost some of its bytes make it sure.
const LOST_LENGTH: usize = 4;
/// How many characters in a row are looked at before it is given up.
const LONGEST: usize = 64;

/// The sequences of a text that are surely spoilt, in order, each with what it was. Of a word that lost bytes nobody
/// knows what it was.
pub fn surely(text: &str) -> Vec<Mend> {
    let mut out: Vec<Mend> = Vec::new();
    if text.is_ascii() {
        return out;
    }
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut at = 0;
    while let Some(&(start, c)) = chars.get(at) {
        let taken = if c.is_ascii() { None } else { run(text, &chars, at).or_else(|| lost(&chars, at)) };
        match taken {
            Some((count, was)) => {
                let end = chars.get(at + count).map_or(text.len(), |(end, _)| *end);
                out.push(Mend { part: start..end, was });
                at += count;
            }
            None => at += 1,
        }
    }
    out
}

/// A run of sequences that begins here: how many characters it takes, and what they were.
fn run(text: &str, chars: &[(usize, char)], at: usize) -> Option<(usize, String)> {
    BYTES.iter().zip(IN_A_ROW).enumerate().find_map(|(charset, (bytes, enough))| {
        let western = charset == 0;
        let (mut next, mut was, mut foreign, mut sure) = (at, String::new(), 0, false);
        while let Some(&(start, c)) = chars.get(next) {
            let lead = bytes.get(c).filter(|_| !c.is_ascii());
            let rest = text.get(start + c.len_utf8()..).unwrap_or_default();
            let Some((was_one, more)) = lead.and_then(|lead| sequence(lead, rest, bytes)) else { break };
            let follows = chars.get(next + 1).filter(|_| more > 0).map(|(_, c)| *c);
            sure |= western && gives_itself_away(c, was_one, follows);
            foreign += usize::from(was_one > '\u{17f}' && letter::is_alphabetic(was_one));
            was.push(was_one);
            next += more + 1;
            if next - at > LONGEST && !sure && foreign < enough {
                break;
            }
        }
        (sure || foreign >= enough).then_some((next - at, was))
    })
}

/// Whether a sequence of the western charset is never written on purpose: â€™, Ã©, Â«.
fn gives_itself_away(lead: char, was: char, follows: Option<char>) -> bool {
    match (lead, follows) {
        ('â', Some('€' | '„' | '\u{86}' | '\u{88}')) => true,
        ('Ã' | 'Â', Some(next)) => {
            (!letter::is_alphabetic(next) || "ªºµ".contains(next))
                && (letter::is_alphabetic(was) || !"…”’".contains(next))
        }
        _ => false,
    }
}

/// A word that lost bytes on the way: `Ð¿ÑÐ¸Ð²ÐµÑ`. Nothing is left of it but the bytes with which its letters began,
/// and what programs keep of the others.
fn lost(chars: &[(usize, char)], at: usize) -> Option<(usize, String)> {
    let capital = |c: &char| matches!(c, 'Ð' | 'Ñ' | 'Ø' | 'Ù' | 'Ú' | 'Û');
    let leads = |c: &char| capital(c) || matches!(c, 'ã'..='é' | 'ï');
    if !chars.get(at).is_some_and(|(_, c)| leads(c)) {
        return None;
    }
    let odd = |c: &char| matches!(c, '\u{a0}'..='\u{bf}' | '\u{192}' | '\u{2c6}' | '\u{2dc}' | '‚'..='‡' | '‰'..='›' | '€' | '™');
    let run: Vec<char> =
        chars.get(at..)?.iter().map(|(_, c)| *c).take(LONGEST).take_while(|c| leads(c) || odd(c)).collect();
    let (lead, other) = (run.iter().filter(|c| leads(c)).count(), run.iter().filter(|c| odd(c)).count());
    let capitals = run.len() >= 3 && run.iter().filter(|c| capital(c)).count() >= 3;
    let enough = run.len() >= LOST_LENGTH && lead >= 2 && other >= 2;
    ((enough || capitals) && run.first().is_some_and(leads)).then(|| (run.len(), String::new()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{WINDOWS_1251, WINDOWS_1252, WINDOWS_1256};
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<String> {
        surely(text).into_iter().map(|mend| mend.was).collect()
    }

    #[test]
    fn a_single_sequence_in_sound_copy_is_seen() {
        assert_eq!(found("The keeper’s bridge itâ€™s “open”"), ["’"]);
        assert_eq!(found("Le café a fermÃ© à l’été"), ["é"]);
        assert_eq!(found("El seÃ±or Peña"), ["ñ"]);
        for encoding in [WINDOWS_1252, WINDOWS_1251, WINDOWS_1256] {
            for word in ["реки", "مكتب", "پلوں", "大桥通行"] {
                let spoilt = encoding.decode_without_bom_handling(word.as_bytes()).0;
                if !spoilt.contains(['\u{fffd}', '\u{81}', '\u{8d}', '\u{8f}', '\u{90}', '\u{9d}']) {
                    assert_eq!(found(&format!("Мост café {spoilt} میں")), [word], "{spoilt}");
                }
            }
        }
        assert_eq!(found("Ð¿Ñ\u{a0}Ð¸Ð²Ð²ÐµÑ").len(), 1);
    }

    #[test]
    fn what_is_written_on_purpose_is_left_alone() {
        for text in [
            "Программа «НТВ» вышла. ЕЩЁ раз: «ТАСС», «НАТО», В… «РГ»",
            "PERÚ… CAFÉ… «PERÚ» ÂGE D’OR «À L’ÉTÉ» SÃO PAULO",
            "« donné»… à l’île «é»",
            "معرض الخريف § طظ «طب»",
            "联通公司昨天开幕",
            "Øresund, Ðingvellir, Ñandú, Ùna, “é” créée»…",
            "« à » … « éé »",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,40}|[Ð-ÛÂÃâ€™©¿a Ѐ-ӿ]{0,30}") {
            for mend in surely(&text) {
                prop_assert!(text.get(mend.part).is_some());
            }
        }
    }
}
