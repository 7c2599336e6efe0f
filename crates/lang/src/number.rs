//! Figures.

use crate::Profile;

impl Profile {
    /// A whole number with the digits and groups of the language.
    pub fn number(&self, n: i64) -> String {
        let digits = &self.language().digits;
        let plain = n.unsigned_abs().to_string();
        let mut groups = Vec::new();
        let mut rest = plain.as_str();
        if plain.len() >= usize::from(digits.group_from) {
            let mut sizes = digits.grouping.iter().map(|&size| usize::from(size)).filter(|&size| size > 0);
            let mut size = sizes.next().unwrap_or(plain.len());
            while rest.len() > size {
                let (left, group) = rest.split_at(rest.len() - size);
                groups.push(group);
                rest = left;
                size = sizes.next().unwrap_or(size);
            }
        }
        groups.push(rest);
        groups.reverse();
        let sign = if n < 0 { digits.minus.as_str() } else { "" };
        format!("{sign}{}", self.digits(&groups.join(&digits.group)))
    }

    /// The text with its figures 0 to 9 in the digits of the language.
    pub fn digits(&self, text: &str) -> String {
        let zero = u32::from(self.language().digits.zero);
        let own = |c: char| c.to_digit(10).and_then(|d| char::from_u32(zero + d)).unwrap_or(c);
        text.chars().map(own).collect()
    }
}
