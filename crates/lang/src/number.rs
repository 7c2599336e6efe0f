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

    /// A number with at most three digits after the decimal mark of the language.
    pub fn decimal(&self, n: f64) -> String {
        let shown = format!("{:.3}", n.abs());
        let (whole, fraction) = shown.split_once('.').unwrap_or((&shown, ""));
        let fraction = fraction.trim_end_matches('0');
        let sign = if n < 0.0 { self.language().digits.minus.as_str() } else { "" };
        let whole = whole.parse::<i64>().map_or_else(|_| self.digits(whole), |whole| self.number(whole));
        match fraction {
            "" => format!("{sign}{whole}"),
            fraction => format!("{sign}{whole}{}{}", self.language().digits.decimal, self.digits(fraction)),
        }
    }

    /// The text with its figures 0 to 9 in the digits of the language.
    pub fn digits(&self, text: &str) -> String {
        let zero = u32::from(self.language().digits.zero);
        let own = |c: char| c.to_digit(10).and_then(|d| char::from_u32(zero + d)).unwrap_or(c);
        text.chars().map(own).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::Languages;
    use proptest::prelude::*;

    #[test]
    fn numbers_in_every_language() {
        let print = |n| move |p: &std::sync::Arc<crate::Profile>| p.number(n);
        let mut out = String::new();
        for profile in Languages::built_in().iter() {
            let all: Vec<_> = [0, 7, 1234, 56789, -1234567].into_iter().map(|n| print(n)(profile)).collect();
            out.push_str(&format!("{}: {}\n", profile.tag(), all.join(" | ")));
        }
        let shown = out.replace('\u{a0}', "~").replace('\u{202f}', "^").replace('\u{200e}', "<LRM>");
        insta::assert_snapshot!(shown, @r"
        en: 0 | 7 | 1,234 | 56,789 | −1,234,567
        ur: ۰ | ۷ | ۱٬۲۳۴ | ۵۶٬۷۸۹ | <LRM>−<LRM>۱٬۲۳۴٬۵۶۷
        ar: 0 | 7 | 1,234 | 56,789 | <LRM>−1,234,567
        zh: 0 | 7 | 1234 | 56,789 | −1,234,567
        es: 0 | 7 | 1234 | 56.789 | −1.234.567
        fr: 0 | 7 | 1^234 | 56^789 | −1^234^567
        ru: 0 | 7 | 1234 | 56~789 | −1~234~567
        ");
    }

    #[test]
    fn the_groups_of_south_asia() {
        let mut folder = crate::Folder::built_in(&"en".parse().expect("a tag")).expect("English");
        let text = String::from_utf8(folder.files["language.toml"].to_vec()).expect("text");
        folder.files.insert("language.toml".into(), text.replace("[3]", "[3, 2]").into_bytes().into());
        let languages = Languages::built_in().clone().with(folder).expect("a whole folder");
        let english = languages.profile(&"en".parse().expect("a tag"));
        assert_eq!(english.number(123_456_789), "12,34,56,789");
    }

    proptest! {
        #[test]
        fn every_number_keeps_its_figures(n: i64) {
            for profile in Languages::built_in().iter() {
                let figures: String = profile.number(n).chars().filter_map(crate::figure::digit).map(|d| char::from(b'0' + d)).collect();
                prop_assert_eq!(figures, n.unsigned_abs().to_string());
            }
        }
    }
}
