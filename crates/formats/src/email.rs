//! E-mail (RFC 5322), read only: the letter that copy comes in.
//!
//! Told by its first lines: header fields, one of which only a letter has. The copy in it is read by [`crate::copy`],
//! which knows how letters are set; what the header says of the letter (its identity, its time, who sent it, what it
//! answers) goes to the item. Of a letter of several parts, and of one whose words travel encoded, the parts are not
//! taken apart: that is said, and the letter is read as it stands.

use crate::reading::{Liberties, Took};
use crate::{Format, Reading, Refused, plain, times};
use lang::Languages;
use story::Line;
use story::item::{Bond, Party, PartyRole, Reference};

/// The most bytes of a header that are looked at.
const LONGEST_HEADER: usize = 64 * 1024;
/// The most letters of a thread that are named.
const MOST_REFERENCES: usize = 100;
/// Fields that stand in letters and nowhere else.
const OF_LETTERS: [&str; 6] = ["message-id", "received", "mime-version", "return-path", "in-reply-to", "from"];

/// Whether a file begins as a letter does: with two header fields or more, one of which only a letter has.
pub(crate) fn is(head: &[u8]) -> bool {
    let fields = fields(head);
    fields.len() >= 2 && fields.iter().any(|(name, _)| OF_LETTERS.contains(&name.as_str()))
}

/// Reads a letter.
///
/// # Errors
/// [`Refused`] when there is nothing to read in it.
pub fn read(bytes: &[u8], languages: &Languages) -> Result<Reading, Refused> {
    let fields = fields(bytes);
    let field = |wanted: &str| fields.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    let mut reading = plain::read(bytes, languages)?;
    reading.format = Format::Email;
    let mut liberties = std::mem::take(&mut reading.liberties);
    about_parts(field("content-type"), field("content-transfer-encoding"), &mut liberties);
    if let Some(item) = reading.items.first_mut() {
        item.guid = field("message-id").map(identity).unwrap_or_default();
        item.times.sent = field("date").and_then(|date| times::read(date, "Date", &mut Liberties::new()));
        if let Some(tag) = field("content-language").and_then(|lang| lang.split(',').next()?.trim().parse().ok()) {
            item.lang.get_or_insert(tag);
        }
        if let Some(from) = field("from") {
            let name = from.split('<').next().unwrap_or(from).trim().trim_matches('"');
            item.parties.push(Party::named(PartyRole::Creator, if name.is_empty() { from } else { name }));
        }
        let answered = ["in-reply-to", "references"].into_iter().filter_map(field).flat_map(str::split_whitespace);
        for guid in answered.map(identity).take(MOST_REFERENCES) {
            if !item.references.iter().any(|known| known.guid == guid) {
                item.references.push(Reference { bond: Bond::SeeAlso, guid, ..Reference::default() });
            }
        }
    }
    reading.liberties = liberties;
    Ok(reading)
}

fn about_parts(kind: Option<&str>, encoding: Option<&str>, liberties: &mut Liberties) {
    if let Some(kind) = kind.filter(|kind| kind.to_ascii_lowercase().starts_with("multipart/")) {
        liberties.take(Took::Form, "Content-Type", kind);
    }
    let plain = |word: &str| ["7bit", "8bit", "binary"].iter().any(|known| word.trim().eq_ignore_ascii_case(known));
    if let Some(encoding) = encoding.filter(|word| !plain(word)) {
        liberties.take(Took::Form, "Content-Transfer-Encoding", encoding);
    }
}

/// An identity without its angle brackets.
fn identity(word: &str) -> Line {
    Line::new(word.trim().trim_start_matches('<').trim_end_matches('>'))
}

/// The header fields at the beginning of a file, names in lower case, values unfolded (RFC 5322, 2.2).
fn fields(bytes: &[u8]) -> Vec<(String, String)> {
    let head = bytes.get(..LONGEST_HEADER).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head));
    let mut out: Vec<(String, String)> = Vec::new();
    for line in head.lines() {
        if line.trim().is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            let Some((_, value)) = out.last_mut() else { break };
            value.push(' ');
            value.push_str(line.trim());
            continue;
        }
        let Some((name, value)) = line.split_once(':') else { break };
        let sound = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !sound {
            break;
        }
        out.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LETTER: &str = "From: Ana Sample <ana@news.example>\r\nDate: Thu, 12 Mar 2026 09:30:00 +0100\r\n\
        Message-ID: <7@news.example>\r\nIn-Reply-To: <6@news.example>\r\nSubject: Ten boats counted at Cape Aldis\r\n\r\n\
        Ten boats were counted on the first day of an invented regatta at Cape Aldis.\r\n\r\n\
        The wind came from the west, and nobody was late.\r\n";

    #[test]
    fn a_letter_is_read_with_what_its_header_says() {
        assert!(is(LETTER.as_bytes()));
        let reading = read(LETTER.as_bytes(), Languages::built_in()).expect("a letter");
        let item = reading.items.first().expect("an item");
        assert_eq!(&*item.guid, "7@news.example");
        assert_eq!(item.times.sent.map(|at| at.to_string()).as_deref(), Some("2026-03-12T08:30:00Z"));
        assert_eq!(item.text.headline.plain(), "Ten boats counted at Cape Aldis");
        assert_eq!(item.text.body.len(), 2);
        assert_eq!(item.parties.first().map(|party| &*party.name), Some("Ana Sample"));
        assert_eq!(item.references.first().map(|r| &*r.guid), Some("6@news.example"));
    }

    #[test]
    fn prose_is_no_letter() {
        for words in ["Ten boats: counted\nToday: nothing\n", "", "Subject: only\n\nwords", "<a>"] {
            assert!(!is(words.as_bytes()), "{words}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = (is(&bytes), read(&bytes, Languages::built_in()));
        }
    }
}
