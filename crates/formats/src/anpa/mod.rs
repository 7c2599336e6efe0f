//! ANPA 1312, the text message of American agencies, read only.
//!
//! SYN SYN SOH, the level of service and the number, US, selector codes; a line with priority, category, the format of
//! the text (DC3/DC4, DC1/DC2), a version and keyword, take, day and words; STX, lines that begin with `^` (keyword,
//! headline, byline) and paragraphs that begin with a tabulator; ETX, source and time; EOT. It is told by US or a device
//! control in the header.

mod date;

#[cfg(test)]
mod tests;

use crate::copy::decode;
use crate::plain::{apply, status};
use crate::{Format, Liberties, MOST_BYTES, MOST_ITEMS, Reading, Refused, Took, copy};
use lang::Languages;
use story::item::{AltId, Concept, ConceptKind};
use story::text::Inline;
use story::{Block, Item, Line, Urgency};

/// The most bytes of a header.
const LONGEST_HEADER: usize = 1_000;
/// The longest headline, in characters; what is longer tells the story in short.
const LONGEST_HEADLINE: usize = 100;
/// How many lines a head without marks has at most.
const LONGEST_HEAD: usize = 6;
/// The most bytes behind the text.
const LONGEST_TAIL: usize = 200;

/// Seven bits: the eighth is parity or noise of the line.
fn seven(byte: u8) -> u8 {
    byte & 0x7f
}

/// Whether bytes look like such messages: SOH after filling, and US or a device control before STX.
pub(crate) fn is(bytes: &[u8]) -> bool {
    let filling = |b: &&u8| matches!(seven(**b), 0 | 0x16 | 0x7f | b'\r' | b'\n' | b' ');
    let mut rest = bytes.iter().skip_while(filling);
    let opened = rest.next().is_some_and(|b| seven(*b) == 1);
    let header = rest.take(LONGEST_HEADER).map(|b| seven(*b)).take_while(|b| *b != 2);
    opened && header.into_iter().any(|b| matches!(b, 0x1f | 0x11..=0x14))
}

/// Reads messages.
///
/// # Errors
/// [`Refused`] when there is no message in it, or it is too long.
pub fn read(bytes: &[u8], languages: &Languages) -> Result<Reading, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused::TooLarge { len: bytes.len(), most: MOST_BYTES });
    }
    if bytes.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
        return Err(Refused::Empty);
    }
    if crate::copy::is_binary(bytes) {
        return Err(Refused::NotThat { format: "ANPA 1312", why: "it is a binary file".into() });
    }
    let mut liberties = Liberties::new();
    let noisy = bytes.iter().filter(|b| b.is_ascii_control() || **b == b' ').count()
        < bytes.iter().filter(|b| (0x80..=0xa0).contains(*b)).count();
    let bare: Vec<u8>;
    let bytes = if noisy || bytes.contains(&0x81) && !bytes.contains(&1) {
        liberties.take(Took::Charset, "", "the eighth bit was taken off");
        bare = bytes.iter().map(|b| seven(*b)).collect();
        &bare
    } else {
        bytes
    };
    let mut items = Vec::new();
    for message in bytes.split(|b| *b == 1).skip(1) {
        if items.len() >= MOST_ITEMS {
            liberties.take(Took::TooMuch, "", format!("more than {MOST_ITEMS} messages"));
            break;
        }
        items.extend(item(message, languages, &mut liberties));
    }
    if items.is_empty() {
        return Err(Refused::NotThat { format: "ANPA 1312", why: "no text between STX and ETX".into() });
    }
    Ok(Reading { format: Format::Anpa, version: String::new(), items, liberties })
}

fn item(message: &[u8], languages: &Languages, liberties: &mut Liberties) -> Option<Item> {
    let head = message.get(..LONGEST_HEADER).unwrap_or(message);
    let at = head.iter().position(|b| *b == 2).or_else(|| {
        liberties.take(Took::Missing, "STX", "");
        head.iter().position(|b| *b == b'\n')
    })?;
    let (header_bytes, rest) = message.split_at(at);
    let rest = rest.get(1..).unwrap_or_default();
    let end = rest.iter().position(|b| *b == 3).unwrap_or_else(|| {
        liberties.take(Took::Missing, "ETX", "");
        rest.len()
    });
    let mut item = Item::default();
    header(header_bytes, &mut item, liberties);
    let (text, charset, damaged) = decode(rest.get(..end)?)?;
    if charset != "UTF-8" || damaged {
        liberties.take(Took::Charset, "text", charset);
    }
    body(&text, &mut item, languages, liberties);
    let tail = rest.get(end + 1..).unwrap_or_default();
    let tail = String::from_utf8_lossy(tail.get(..LONGEST_TAIL).unwrap_or(tail));
    item.times.this = date::read(&tail, &mut item, languages, liberties);
    if item.text.fits().is_err() {
        liberties.take(Took::TooMuch, "text", "the body was left out");
        item.text.body.clear();
    }
    Some(item)
}

/// Both lines of the header.
fn header(bytes: &[u8], item: &mut Item, liberties: &mut Liberties) {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.split(['\n', '\r']).filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    let (service, selectors) = first.split_once('\u{1f}').unwrap_or((first, ""));
    let at = service.find(|c: char| c.is_ascii_digit()).unwrap_or(service.len());
    let (level, number) = service.split_at(at);
    item.services.extend([level, selectors].map(Line::new).into_iter().filter(|word| !word.is_empty()));
    let number = Line::new(number);
    if !number.is_empty() {
        item.alt_ids.push(AltId { role: Line::new("message"), value: number });
    }
    let Some(second) = lines.next() else {
        liberties.take(Took::Missing, "header/keyword", "");
        return;
    };
    let mut words =
        second.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).peekable();
    let one = |word: &&str| word.len() == 1;
    let priority = words.next_if(one).unwrap_or_default();
    item.urgency = urgency(priority);
    if item.urgency.is_none() {
        liberties.take(Took::Value, "header/priority", priority);
    }
    if let Some(category) = words.next_if(one) {
        let literal = Line::new(category);
        item.concepts.push(Concept { kind: ConceptKind::Subject, literal, ..Concept::default() });
    }
    let rest: Vec<&str> = words.collect();
    let keyword = rest.first().copied().unwrap_or_default();
    item.slug = Line::new(keyword.trim_start_matches(|c: char| c.is_ascii_lowercase()).trim_start_matches('-'));
    if item.slug.is_empty() {
        item.slug = Line::new(keyword);
    }
    // Take, day and words of the count stand behind the keyword.
    let take = rest.get(1..).unwrap_or_default().join(" ");
    if !take.is_empty() {
        liberties.take(Took::Kept, "header/take", &take);
        item.keep("anpa", "take", take);
    }
}

/// The letters of the priority, from flash to weekend.
fn urgency(letter: &str) -> Option<Urgency> {
    let n = match letter.chars().next()?.to_ascii_lowercase() {
        'f' => 1,
        'b' | 'u' => 2,
        'a' | 'r' => 4,
        'd' | 'n' | 'p' => 5,
        's' | 'w' | 'x' | 'z' => 6,
        _ => return None,
    };
    Urgency::try_from(n).ok()
}

/// Whether a line is copy, whatever its mark: a row of a table, or what stands behind a dateline.
fn is_copy(line: &str) -> bool {
    let dateline = line.split_once(" _ ").is_some_and(|(place, _)| place.ends_with(')'));
    // A cell follows its sign at once; the parts of a sentence do not.
    let cells = line.split(';').skip(1).filter(|cell| !cell.starts_with(' ')).count();
    dateline || cells > 1
}

/// Whether a line says the keyword again, which the header has without its spaces and cut short.
fn says_keyword(line: &str, slug: &str) -> bool {
    let bare = |words: &str| words.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let (line, slug) = (bare(line), bare(slug));
    !slug.is_empty() && line.starts_with(&slug)
}

/// Whether a line names pictures and graphics by their numbers: two letters or more and three figures or more.
fn names_pictures(line: &str) -> bool {
    line.split(|c: char| c.is_whitespace() || c == ',').any(|word| {
        let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
        let figures = word.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
        letters >= 2 && figures >= 3 && letters + figures == word.len()
    })
}

/// The lines of the text: those of the head, marked, and paragraphs.
fn body(text: &str, item: &mut Item, languages: &Languages, liberties: &mut Liberties) {
    let clean = |line: &str| Line::new(line.trim_matches(['^', '<', '>', '=', ' ', '\t', '\u{8}']));
    let far_in = |line: &str| line.starts_with(['\t', '\u{8}', ' ']);
    // Where paragraphs stand further in, what stands above the first of them is the head, marked or not.
    let mut first = text.lines().filter(|line| !clean(line).is_empty()).take(LONGEST_HEAD);
    let indented = first.any(|line| far_in(line.trim_end()));
    let mut heads: Vec<Line> = Vec::new();
    let mut paragraphs: Vec<String> = Vec::new();
    // A line that ends in `<` goes no further.
    let mut closed = false;
    for raw in text.lines() {
        let line = raw.trim_end();
        let opens = far_in(line);
        let words = clean(line);
        if words.is_empty() {
            continue;
        }
        let marked = line.starts_with('^');
        let heading = marked || line.ends_with(['<', '=']) || indented && !opens;
        if paragraphs.is_empty() && heading && !is_copy(&words) {
            heads.push(Line::new(words.trim_end_matches(['+', ' '])));
        } else if marked || opens || closed || paragraphs.is_empty() {
            paragraphs.push(words.to_string());
        } else if let Some(last) = paragraphs.last_mut() {
            last.push(' ');
            last.push_str(&words);
        }
        closed = line.ends_with('<');
    }
    let mut lines = heads.into_iter().peekable();
    // The first line says the keyword again.
    let slug = item.slug.clone();
    if let Some(key) = lines.next_if(|line| line.contains("--") || line.contains(&*slug) || says_keyword(line, &slug)) {
        item.keep("anpa", "keyword", key.to_string());
        liberties.take(Took::Kept, "text/keyword", &key);
    }
    let mut beside: Vec<Line> = Vec::new();
    for line in lines {
        let inner = line.trim_start_matches('(').trim_end_matches(')');
        if let Some(told) = status::told(inner, languages) {
            apply(item, told, liberties);
        } else if copy::is_desk_note(inner, languages) || line.contains("NOTE _") || names_pictures(inner) {
            item.advisories.push(Line::new(inner));
        } else if let Some(taken) = copy::byline_opening(&line, languages) {
            item.text.byline = line.get(taken..).map(Line::new).filter(|name| !name.is_empty());
        } else if item.text.headline.is_empty() {
            item.text.headline = Inline::plain_text(line.as_ref());
        } else if item.text.byline.is_some() {
            item.advisories.push(line);
        } else {
            beside.push(line);
        }
    }
    if paragraphs.is_empty() {
        // A list of headlines: they are the copy.
        paragraphs.extend(beside.iter().map(ToString::to_string));
    } else {
        for line in beside {
            match item.text.deck {
                None if line.chars().count() > LONGEST_HEADLINE => item.text.deck = Some(Inline::plain_text(&*line)),
                _ => item.headlines.push(story::item::Wording::of(&line)),
            }
        }
    }
    let found = lang::identify(text);
    if found.sure >= 0.99 && found.tag != story::Tag::unknown() {
        liberties.take(Took::Assumed, "language", found.tag.as_str());
        item.lang = Some(found.tag);
    }
    // The trade's underscore stands for a dash.
    if let Some(first) = paragraphs.first_mut() {
        let split = first.split_once(" _ ").filter(|(place, _)| place.len() <= 80);
        if let Some((place, rest)) = split.map(|(place, rest)| (Line::new(place), rest.to_owned())) {
            item.dateline = place;
            *first = rest;
        } else {
            let profile = languages.profile(item.lang.as_ref().unwrap_or(&story::Tag::unknown()));
            if let Some(end) = copy::dateline_len(first, languages, &profile) {
                item.dateline = Line::new(first.get(..end).unwrap_or_default());
                *first = first.get(end..).unwrap_or_default().trim_start().to_owned();
            }
        }
    }
    item.text.body = paragraphs.into_iter().map(|words| Block::Paragraph(Inline::plain_text(words))).collect();
    item.text = std::mem::take(&mut item.text).tidy();
}
