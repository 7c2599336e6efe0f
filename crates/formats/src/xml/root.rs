//! The name of the root element, told from the beginning of a file.

use crate::reading::Liberties;
use quick_xml::{Reader, events::Event};

/// The name of the first element without its prefix, if the file begins as XML does: nothing but a declaration,
/// comments, a document type and spaces may stand before it.
pub(crate) fn root(head: &[u8]) -> Option<String> {
    let text = super::decode(head, &mut Liberties::new()).ok()?;
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if !text.starts_with('<') {
        return None;
    }
    let mut reader = Reader::from_str(text);
    loop {
        let from = usize::try_from(reader.buffer_position()).unwrap_or_default();
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                let name = String::from_utf8_lossy(tag.local_name().as_ref()).into_owned();
                return Some(name);
            }
            Ok(Event::Text(words)) if !words.iter().all(u8::is_ascii_whitespace) => return None,
            Ok(Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) | Event::Text(_)) => {}
            // The beginning of the file ends within the tag.
            Err(_) => return cut_off(text.get(from..)?),
            _ => return None,
        }
    }
}

/// The name of a tag that has no end.
fn cut_off(tag: &str) -> Option<String> {
    let written = tag.trim_start().strip_prefix('<')?;
    let end = written.find(|c: char| c.is_whitespace() || c == '/')?;
    let name = written.get(..end)?.rsplit(':').next()?;
    let sound = name.starts_with(char::is_alphabetic) && name.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c));
    sound.then(|| name.to_owned())
}
