//! A verification token in the copy; twin: a code that belongs there.

use super::{Language, Pair, between};
use crate::faults::{chance::Chance, stories::Story};

const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

pub fn pair(story: &Story, chance: &mut Chance, language: &Language) -> Option<Pair> {
    let token = token(chance);
    let at = chance.below(story.lines.len() + 1);
    let mut fault = story.clone();
    match fault.lines.get_mut(at).filter(|_| chance.once_in(3)) {
        Some(line) => {
            let spaces: Vec<usize> = line.match_indices(' ').map(|(at, _)| at).collect();
            let cut = chance.one(&spaces).copied().unwrap_or(line.len());
            line.insert_str(cut, &format!(" {token}"));
        }
        None => fault.lines.insert(at, token.clone()),
    }
    let twin = story.with(chance.one(&language.phrases.codes_rightly)?, between(story, 0, chance), chance.once_in(2));
    Some(Pair { fault, twin, shown: token, phrase: None })
}

fn drawn(chance: &mut Chance, from: &str, length: usize) -> String {
    let letters: Vec<char> = from.chars().collect();
    (0..length).filter_map(|_| chance.one(&letters)).collect()
}

fn token(chance: &mut Chance) -> String {
    let hex = "0123456789abcdef";
    match chance.below(10) {
        0 => format!("google-site-verification: {}", drawn(chance, LETTERS, 43)),
        1 => format!("google-site-verification={}", drawn(chance, LETTERS, 43)),
        2 => format!("facebook-domain-verification={}", drawn(chance, hex, 30)),
        3 => format!("yandex-verification: {}", drawn(chance, hex, 16)),
        4 => format!("msvalidate.01 {}", drawn(chance, "0123456789ABCDEF", 32)),
        5 => format!("p:domain_verify {}", drawn(chance, hex, 32)),
        6 => format!("ahrefs-site-verification_{}", drawn(chance, hex, 64)),
        7 => format!("baidu-site-verification: codeva-{}", drawn(chance, &LETTERS[..62], 10)),
        8 => drawn(chance, hex, 32),
        _ => drawn(chance, LETTERS, 43),
    }
}
