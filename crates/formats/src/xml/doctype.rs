//! The entities that a document type declares (XML 1.0, 4.2), and which of them may be put in.
//!
//! Nothing is ever fetched. Wire files of the nineties declare a part of their own rules and never use it in the text:
//! those declarations are passed over. A short run of plain words may be put in where it is used; one that holds
//! another entity or a tag, or that stands in another file, is refused where it is used.

use crate::reading::{Liberties, Took};
use quick_xml::events::BytesRef;
use std::collections::BTreeMap;

/// The most bytes of an entity that is put in.
const LONGEST: usize = 1_000;
/// The most bytes that entities add to a document.
const MOST_ADDED: usize = 64 * 1024;
/// The most declarations that are looked at.
const MOST: usize = 1_000;

/// What a document declares.
#[derive(Debug, Default)]
pub(super) struct Declared {
    entities: BTreeMap<String, Option<String>>,
    added: usize,
}

/// What an entity stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// These words.
    Words(String),
    /// What must not be put in.
    Refused,
    /// The document does not declare it.
    Unknown,
}

impl Declared {
    /// Reads the declarations of a document type.
    pub(super) fn read(&mut self, doctype: &str, liberties: &mut Liberties) {
        for declaration in declarations(doctype).take(MOST) {
            let Some((name, value)) = declaration.split_once(char::is_whitespace) else { continue };
            if name == "%" {
                let name = value.split_whitespace().next().unwrap_or_default();
                liberties.take(Took::LeftOut, "", format!("%{name}; is not fetched"));
            } else {
                // The first declaration holds (4.2).
                self.entities.entry(name.to_owned()).or_insert_with(|| plain(value));
            }
        }
    }

    /// What `&name;` stands for here.
    pub(super) fn meaning(&mut self, name: &str) -> Meaning {
        match self.entities.get(name) {
            None => Meaning::Unknown,
            Some(Some(words)) if self.added + words.len() <= MOST_ADDED => {
                self.added += words.len();
                Meaning::Words(words.clone())
            }
            Some(_) => Meaning::Refused,
        }
    }
}

/// The declarations of entities: what stands between `<!ENTITY` and the end of the value.
fn declarations(doctype: &str) -> impl Iterator<Item = &str> {
    const SIGN: &str = "<!ENTITY";
    doctype.match_indices(SIGN).filter_map(|(at, _)| doctype.get(at + SIGN.len()..)).map(str::trim_start)
}

/// The words of a value in quotation marks, if they are short and hold no markup.
fn plain(value: &str) -> Option<String> {
    let value = value.trim_start();
    let mark = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (value, _) = value.get(1..)?.split_once(mark)?;
    if value.len() > LONGEST || value.contains(['<', '%']) {
        return None;
    }
    let mut out = String::with_capacity(value.len());
    let mut pieces = value.split('&');
    out.push_str(pieces.next()?);
    for piece in pieces {
        let (name, rest) = piece.split_once(';')?;
        let c = BytesRef::new(name).resolve_char_ref().ok().flatten()?;
        // `&#60;` would be a tag once it is put in (4.4.2), `&#38;` another entity.
        if matches!(c, '<' | '&') {
            return None;
        }
        out.push(c);
        out.push_str(rest);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_declared_is_put_in_only_when_it_is_plain_and_short() {
        let mut declared = Declared::default();
        let mut liberties = Liberties::new();
        let doctype = r#"a [<!ENTITY % b SYSTEM "b.dtd"> %b;
            <!ENTITY c "Caf&#233;"> <!ENTITY c "another"> <!ENTITY d '&c;&c;'> <!ENTITY e "<p>"> <!ENTITY f "&#60;p>">
            <!ENTITY g SYSTEM "g.txt"> <!ENTITY h PUBLIC "h" "h.txt"> <!ENTITY i "unended> <!ENTITY>"#;
        declared.read(doctype, &mut liberties);
        assert!(liberties.has(Took::LeftOut));
        assert_eq!(declared.meaning("c"), Meaning::Words("Café".into()));
        for name in ["d", "e", "f", "g", "h", "i"] {
            assert_eq!(declared.meaning(name), Meaning::Refused, "{name}");
        }
        assert_eq!(declared.meaning("b"), Meaning::Unknown);
        let long = "x".repeat(LONGEST);
        declared.read(&format!("a [<!ENTITY l '{long}'><!ENTITY m '{long}x'>]"), &mut liberties);
        assert_eq!(declared.meaning("m"), Meaning::Refused);
        let times = (0..1_000).take_while(|_| declared.meaning("l") != Meaning::Refused).count();
        assert!(times > 0 && times * LONGEST <= MOST_ADDED, "{times} times");
    }
}
