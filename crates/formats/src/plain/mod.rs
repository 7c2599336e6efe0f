//! Plain text: a story as a newspaper wants it by e-mail, and copy as an item.
//!
//! Written: the slug, the status with its notice and the embargo in the language of the item, headline, deck, byline,
//! dateline and body, notes to editors, each with its label, below the copy, and an end mark. Read: whatever
//! [`crate::copy`] understands; a text that is in no other format is plain text.

pub(crate) mod body;
mod signs;
pub(crate) mod status;
pub(crate) mod wrap;

#[cfg(test)]
mod tests;

use crate::copy::{self, Furniture, House, Note, Unreadable};
use crate::{Format, Liberties, Reading, Refused, Took, Written, head};
use body::Lines;
use lang::{Languages, Word};
use status::Told;
use story::item::Status;
use story::{Item, Kind, Tag};

/// Reads copy for a house of these languages.
///
/// # Errors
/// [`Refused`] when there is nothing to read in it.
pub fn read(bytes: &[u8], languages: &Languages) -> Result<Reading, Refused> {
    read_for(bytes, &House { languages, lang: None, taglines: &[], agency: "" })
}

/// Reads copy for a house.
///
/// # Errors
/// [`Refused`] when there is nothing to read in it.
pub fn read_for(whole: &[u8], house: &House<'_>) -> Result<Reading, Refused> {
    let mut liberties = Liberties::new();
    let framed = within_frame(whole, &mut liberties);
    let (signed, bytes) = framed.and_then(signs::split).unzip();
    let bytes = bytes.or(framed).unwrap_or(whole);
    let (told, rest) = opening(bytes, house.languages);
    let copy = copy::read_words(rest, house).or_else(|_| copy::read_words(bytes, house)).map_err(refused)?;
    let mut reading = understood(told, copy, house, liberties);
    if let (Some(signed), Some(item)) = (signed, reading.items.first_mut()) {
        signed.apply(item, &mut reading.liberties);
    }
    Ok(reading)
}

/// The words of a letter, understood.
#[derive(Debug)]
pub(crate) struct Letter {
    /// As an item.
    pub reading: Reading,
    /// As copy; its bytes are those of the head and the words below it.
    pub copy: copy::Reading,
    /// How many bytes the head takes.
    pub head: usize,
    /// How many bytes of the words are lines of status, which stand in no piece of the copy.
    pub status: usize,
}

/// Reads the words of a letter, under their sender and subject.
///
/// # Errors
/// [`Refused`] when there is nothing to read in them.
pub(crate) fn read_letter(from: &str, subject: &str, words: &str, house: &House<'_>) -> Result<Letter, Refused> {
    let (told, rest) = opening(words.as_bytes(), house.languages);
    let one_line = |words: &str| words.replace(['\n', '\r'], " ");
    let head = format!("From: {}\nSubject: {}\n\n", one_line(from), one_line(subject));
    let mut copy = copy::read_words(&[head.as_bytes(), rest].concat(), house).map_err(refused)?;
    // The head was put there by the reader of the letter, who says what it says.
    copy.furniture.retain(|aside| aside.range.start >= head.len());
    let other_mail = copy.furniture.iter().any(|aside| aside.kind == Furniture::Mail);
    copy.notes.retain(|note| other_mail || !matches!(note, Note::TakenOff(Furniture::Mail, _)));
    let reading = understood(told, copy.clone(), house, Liberties::new());
    Ok(Letter { reading, copy, head: head.len(), status: words.len() - rest.len() })
}

/// The item of copy that was understood.
fn understood(told: Vec<Told>, copy: copy::Reading, house: &House<'_>, mut liberties: Liberties) -> Reading {
    for note in &copy.notes {
        liberties.take(took(note), "", note.to_string());
    }
    for aside in &copy.furniture {
        liberties.take(Took::LeftOut, aside.kind.as_str(), &aside.words);
    }
    let mut item = Item { text: copy.text, advisories: copy.desk_notes, ..Item::default() };
    if copy.lang != Tag::unknown() {
        if !copy.sure {
            liberties.take(Took::Assumed, "lang", copy.lang.as_str());
        }
        item.lang = Some(copy.lang);
    }
    for told in told.into_iter().chain(copy.embargo.and_then(|line| status::told(&line, house.languages))) {
        apply(&mut item, told, &mut liberties);
    }
    Reading { format: Format::Text, version: String::new(), items: vec![item], liberties }
}

/// Copy without the lines ZCZC and NNNN that old wires set around it, and the line of selectors (`YY TDR`) below the
/// first of them; none when there are no such lines.
fn within_frame<'b>(bytes: &'b [u8], liberties: &mut Liberties) -> Option<&'b [u8]> {
    /// The longest such line.
    const LONGEST: usize = 80;
    let mut copy = bytes.trim_ascii_start();
    let end = copy.iter().position(|b| matches!(b, b'\n' | b'\r')).filter(|end| *end <= LONGEST);
    let opened = copy.get(..4).is_some_and(|word| word.eq_ignore_ascii_case(b"ZCZC"));
    let (line, below) = end.filter(|_| opened).and_then(|end| copy.split_at_checked(end))?;
    liberties.take(Took::LeftOut, "frame", String::from_utf8_lossy(line));
    copy = below;
    let next = copy.trim_ascii_start();
    let end = next.iter().position(|b| matches!(b, b'\n' | b'\r')).filter(|end| *end <= LONGEST).unwrap_or(0);
    if let Some((line, below)) = next.split_at_checked(end).filter(|(line, _)| is_selectors(line)) {
        liberties.take(Took::LeftOut, "frame", String::from_utf8_lossy(line));
        copy = below;
    }
    let closed =
        copy.trim_ascii_end().strip_suffix(b"NNNN").filter(|rest| rest.ends_with(b"\n") || rest.ends_with(b"\r"));
    Some(closed.unwrap_or(copy))
}

/// Whether a line says how urgent copy is (a letter, doubled) and whom it is for.
fn is_selectors(line: &[u8]) -> bool {
    let [one, two, b' ', ..] = line else { return false };
    one == two
        && one.is_ascii_uppercase()
        && line.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'(' | b')'))
}

/// What the first lines of UTF-8 copy tell of its status, and the copy below them.
fn opening<'b>(bytes: &'b [u8], languages: &Languages) -> (Vec<Told>, &'b [u8]) {
    let mut found = Vec::new();
    let mut rest = bytes;
    for _ in 0..4 {
        let end = rest.iter().position(|b| *b == b'\n').map_or(rest.len(), |at| at + 1);
        let (line, below) = rest.split_at(end);
        let Ok(line) = std::str::from_utf8(line) else { break };
        match status::told(line.trim().trim_start_matches('\u{feff}'), languages) {
            Some(Told::Embargo(..)) | None if !line.trim().is_empty() => break,
            told => found.extend(told),
        }
        rest = below;
    }
    if found.is_empty() { (found, bytes) } else { (found, rest) }
}

/// Puts what a line told into the item.
pub(crate) fn apply(item: &mut Item, told: Told, liberties: &mut Liberties) {
    match told {
        Told::Act(kind, notice) => {
            item.act = Some(kind);
            item.status = match kind {
                Kind::Kill | Kind::Takedown => Status::Canceled,
                Kind::Hold => Status::Withheld,
                _ => Status::Usable,
            };
            if !notice.is_empty() {
                item.notice = notice;
            }
        }
        Told::Embargo(_, Some(moment)) => item.times.embargo = Some(moment),
        Told::Embargo(words, None) => {
            liberties.take(Took::Kept, "embargo", &words);
            item.advisories.push(words);
        }
        Told::Urgent(words) => {
            liberties.take(Took::Kept, "urgent", &words);
            item.keep("iptc7901", "urgent", words.to_string());
        }
    }
}

/// What kind of liberty a note of the reader of copy is.
fn took(note: &Note) -> Took {
    match note {
        Note::Charset { .. } | Note::Damaged(_) | Note::Mended(_) => Took::Charset,
        Note::NoHeadline | Note::NoDateline | Note::UnknownLanguage => Took::Missing,
        Note::SubjectAsHeadline | Note::DateInFigures(_) | Note::OtherLanguage { .. } => Took::Assumed,
        Note::TakenOff(..) | Note::Tracking(_) => Took::LeftOut,
        Note::TooLong(_) => Took::TooMuch,
        Note::LooksLike(_) => Took::Form,
        _ => Took::Mended,
    }
}

/// Why copy is refused, as formats say it.
pub(crate) fn refused(why: Unreadable) -> Refused {
    match why {
        Unreadable::Empty => Refused::Empty,
        Unreadable::TooLarge { len, most } => Refused::TooLarge { len, most },
        other => Refused::NotThat { format: "plain text", why: other.to_string() },
    }
}

/// Writes an item as plain text, in the language of the item.
pub fn write(item: &Item, languages: &Languages) -> Written {
    let profile = head::profile(item, languages);
    let mut written = Written::default();
    let set = Lines { width: None, end: "\n" };
    let mut out = String::new();
    let line = |out: &mut String, words: &str| {
        if !words.trim().is_empty() {
            out.push_str(words);
            out.push_str("\n\n");
        }
    };
    line(&mut out, &status::status_line(item, &profile).unwrap_or_default());
    line(&mut out, &item.times.embargo.map(|at| status::embargo_line(at, &profile)).unwrap_or_default());
    line(&mut out, &item.slug);
    line(&mut out, &item.text.headline.plain().replace('\n', " "));
    line(&mut out, &item.text.deck.as_ref().map(|deck| deck.plain()).unwrap_or_default());
    let byline = item.text.byline.as_ref().map(|name| profile.say_with(Word::By, &[("name", name)]));
    line(&mut out, &byline.unwrap_or_default());
    let closer = &profile.language().dateline.closer;
    let dateline = head::dateline(item, &profile).map(|words| format!("{words}{closer}")).unwrap_or_default();
    body::write(&mut out, item, &dateline, &profile, set, &mut written);
    out.push_str("###\n");
    if !item.advisories.is_empty() {
        out.push('\n');
    }
    for note in &item.advisories {
        line(&mut out, &format!("{}: {note}", profile.say(Word::WireEditors)));
    }
    left_out(item, &mut written, &[]);
    written.text = out;
    written
}

/// Notes the members that plain text has no place for, but for those that this form carries all the same.
pub(crate) fn left_out(item: &Item, written: &mut Written, carried: &[&str]) {
    let members: [(&str, bool); 20] = [
        ("guid", !item.guid.is_empty()),
        ("version", !item.version.is_empty()),
        ("lang", item.lang.is_some()),
        ("dir", item.dir.is_some()),
        ("times/first", item.times.first.is_some()),
        ("times/this", item.times.this.is_some()),
        ("times/content", item.times.content.is_some()),
        ("times/content_changed", item.times.content_changed.is_some()),
        ("times/sent", item.times.sent.is_some()),
        ("times/expires", item.times.expires.is_some()),
        ("title", !item.title.is_empty()),
        ("urgency", item.urgency.is_some()),
        ("headlines", !item.headlines.is_empty()),
        ("descriptions", !item.descriptions.is_empty()),
        ("bodies", !item.bodies.is_empty()),
        ("concepts", !item.concepts.is_empty()),
        ("keywords", !item.keywords.is_empty()),
        ("parties", !item.parties.is_empty()),
        ("rights", item.rights != Default::default()),
        ("services", !item.services.is_empty()),
    ];
    let more: [(&str, bool); 6] = [
        ("references", !item.references.is_empty()),
        ("renditions", !item.renditions.is_empty()),
        ("parts", !item.parts.is_empty()),
        ("groups", !item.groups.is_empty()),
        ("alt_ids", !item.alt_ids.is_empty()),
        ("kept", !item.kept.is_empty()),
    ];
    for (member, there) in members.into_iter().chain(more) {
        if there && !carried.contains(&member) {
            written.leave_out(member);
        }
    }
}
