//! Who wrote it: names, addresses, or both in one line.

use story::Line;
use story::item::{AltId, Party, PartyRole};

/// Somebody, by the parts that were told. None when nothing was.
pub(super) fn party(role: PartyRole, name: &str, email: &str, web: &str) -> Option<Party> {
    let (name, email, web) = (Line::new(name), Line::new(email.trim().trim_start_matches("mailto:")), Line::new(web));
    let shown = [&name, &email, &web].into_iter().find(|line| !line.is_empty())?.clone();
    let reach = [("email", email), ("web", web)];
    let reach = reach.into_iter().filter(|(_, value)| !value.is_empty());
    let reach = reach.map(|(kind, value)| AltId { role: Line::new(kind), value }).collect();
    Some(Party { reach, ..Party::named(role, &*shown) })
}

/// Somebody in one line: `Ana Ruiz`, `ana@example.org`, `ana@example.org (Ana Ruiz)`, `Ana Ruiz <ana@example.org>`,
/// `Ana Ruiz (ana@example.org)`.
pub(super) fn line(role: PartyRole, words: &str) -> Option<Party> {
    let words = words.trim_matches(|c: char| c.is_ascii_whitespace());
    let Some((from, to)) = email(words) else { return party(role, words, "", "") };
    let address = words.get(from..to).unwrap_or_default();
    let rest = format!("{} {}", words.get(..from).unwrap_or_default(), words.get(to..).unwrap_or_default());
    let rest = rest.replace("mailto:", " ").replace("()", " ").replace("<>", " ").replace("[]", " ");
    let name = rest.trim_matches(|c: char| c.is_whitespace() || "<>()[],;\"".contains(c));
    // `Ana (desk)`: what was in brackets of its own keeps both of them.
    let closes = name.contains('(') && !name.contains(')');
    party(role, &if closes { format!("{name})") } else { name.to_owned() }, address, "")
}

/// Where the first e-mail address stands.
fn email(words: &str) -> Option<(usize, usize)> {
    let part = |c: char| c.is_alphanumeric() || "._%+-'&".contains(c);
    words.match_indices('@').find_map(|(at, _)| {
        let (before, after) = (words.get(..at)?, words.get(at + 1..)?);
        let from =
            before.rfind(|c: char| !part(c)).map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8));
        let host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        let len = after.find(|c: char| !host(c)).unwrap_or(after.len());
        let len = after.get(..len)?.trim_end_matches(['.', '-']).len();
        (from < at && after.get(..len)?.contains('.')).then_some((from, at + 1 + len))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(words: &str) -> String {
        line(PartyRole::Creator, words).map_or("-".into(), |party| {
            let reach: Vec<&str> = party.reach.iter().map(|way| &*way.value).collect();
            format!("{}|{}", party.name, reach.join(","))
        })
    }

    #[test]
    fn names_and_addresses_are_told_apart() {
        for (words, is) in [
            ("Ana Ruiz", "Ana Ruiz|"),
            ("ana@example.org", "ana@example.org|ana@example.org"),
            ("ana@example.org (Ana Ruiz)", "Ana Ruiz|ana@example.org"),
            ("Ana Ruiz (ana@example.org)", "Ana Ruiz|ana@example.org"),
            ("Ana Ruiz <ana@example.org>", "Ana Ruiz|ana@example.org"),
            ("\"Ana Ruiz\" <mailto:ana@example.org>", "Ana Ruiz|ana@example.org"),
            ("Ana @ the desk", "Ana @ the desk|"),
            ("Ana (desk) ana@example.org", "Ana (desk)|ana@example.org"),
            (" ", "-"),
        ] {
            assert_eq!(told(words), is, "{words}");
        }
    }

    proptest! {
        #[test]
        fn no_line_makes_it_panic(words in "(\\PC|[@.()<> ]|é|म){0,30}") {
            told(&words);
        }
    }
}
