//! E-mail around copy: the head of the message, reply marks, what was forwarded, the signature.

use super::lines::Sheet;
use super::marks::ends_open;
use super::reading::{Furniture, Role};
use std::ops::Range;

/// What the e-mail said.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Mail {
    /// Its subject, without "Re:" and "Fwd:".
    pub subject: Option<String>,
    /// Lines whose reply mark was taken off.
    pub unquoted: usize,
}

/// The names of header fields (RFC 5322, RFC 2045, and those that mail programs print).
const FIELDS: &[&str] = &[
    "from",
    "to",
    "cc",
    "bcc",
    "subject",
    "date",
    "sent",
    "reply-to",
    "sender",
    "message-id",
    "in-reply-to",
    "references",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "content-language",
    "importance",
    "priority",
    "attachments",
    "received",
    "return-path",
    "delivered-to",
    "dkim-signature",
    "user-agent",
    "organization",
    "thread-topic",
    "thread-index",
    "list-id",
    "list-unsubscribe",
    "auto-submitted",
    "authentication-results",
];

/// Takes the e-mail off the copy in it.
pub(super) fn take_off(sheet: &mut Sheet) -> Mail {
    let mut mail = Mail { unquoted: unquote(sheet), ..Mail::default() };
    if let Some(head) = head(sheet) {
        mail.subject = subject(sheet, &head);
        around(sheet, &head);
    }
    answered(sheet);
    signature(sheet);
    mail
}

/// The header field that a line opens with: its name and its value.
fn field(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim_matches('*').trim();
    let known = FIELDS.iter().any(|field| name.eq_ignore_ascii_case(field));
    let own = name.len() > 2 && name.get(..2).is_some_and(|x| x.eq_ignore_ascii_case("x-")) && !name.contains(' ');
    (known || own).then(|| (name, value.trim_matches(|c: char| c == '*' || c.is_whitespace())))
}

/// The lines of the head of a message: fields one after another, somebody or some subject among them.
fn head(sheet: &Sheet) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(first) = sheet.copy().find(|&line| line >= from && field(sheet.words(line)).is_some()) {
        let mut end = first;
        let mut names: Vec<String> = Vec::new();
        while sheet.lines.get(end).is_some_and(|line| line.copy) {
            match field(sheet.words(end)) {
                Some((name, _)) => names.push(name.to_ascii_lowercase()),
                // A field may go on in the next line, which is then indented (RFC 5322, 2.2.3).
                None if sheet.indent(end) > 0 && !names.is_empty() => {}
                None => break,
            }
            end += 1;
        }
        let has = |name: &str| names.iter().any(|n| n == name);
        if names.len() > 1 && has("from") && (has("subject") || has("to") || has("date") || has("sent"))
            || names.len() > 2 && has("subject")
        {
            return Some(first..end);
        }
        from = end.max(first + 1);
    }
    None
}

/// The subject in a head, which may go on in the next lines.
fn subject(sheet: &Sheet, head: &Range<usize>) -> Option<String> {
    let at = head.clone().find(|&i| field(sheet.words(i)).is_some_and(|(n, _)| n.eq_ignore_ascii_case("subject")))?;
    let mut subject = field(sheet.words(at))?.1.to_owned();
    for line in (at + 1..head.end).take_while(|&i| field(sheet.words(i)).is_none()) {
        subject.push(' ');
        subject.push_str(sheet.words(line));
    }
    let mut rest = decoded(&subject);
    while let Some((sign, after)) = rest.split_once([':', '：']) {
        let sign = sign.trim();
        let short = sign.chars().count() <= 4 && sign.chars().next().is_some_and(char::is_alphabetic);
        // Re, Fwd, AW, TR, RV, SV, Отв and 回复: short, and nothing but letters.
        if !short || !sign.chars().all(char::is_alphabetic) || sign.chars().all(char::is_uppercase) && sign.len() > 3 {
            break;
        }
        rest = after.trim().to_owned();
    }
    (!rest.is_empty()).then_some(rest)
}

/// The words of a header field whose letters beyond ASCII were encoded (RFC 2047).
fn decoded(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    let mut was_word = false;
    while let Some(at) = rest.find("=?") {
        let before = rest.get(..at).unwrap_or_default();
        let Some((text, after)) = rest.get(at + 2..).and_then(word) else { break };
        if !(was_word && before.trim().is_empty()) {
            out.push_str(before);
        }
        out.push_str(&text);
        rest = after;
        was_word = true;
    }
    out + rest
}

/// One encoded word without its opening: its text, and what comes after it.
fn word(rest: &str) -> Option<(String, &str)> {
    let mut parts = rest.splitn(3, '?');
    let (charset, form, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let (text, after) = rest.split_once("?=")?;
    let bytes = match form {
        "B" | "b" => base64(text)?,
        "Q" | "q" => quoted(text),
        _ => return None,
    };
    let encoding = encoding_rs::Encoding::for_label(charset.as_bytes())?;
    Some((encoding.decode(&bytes).0.into_owned(), after))
}

fn quoted(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut bytes = text.bytes();
    while let Some(b) = bytes.next() {
        out.push(match b {
            b'_' => b' ',
            b'=' => {
                let pair = [bytes.next().unwrap_or(b'0'), bytes.next().unwrap_or(b'0')];
                std::str::from_utf8(&pair).ok().and_then(|p| u8::from_str_radix(p, 16).ok()).unwrap_or(b'?')
            }
            b => b,
        });
    }
    out
}

fn base64(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let (mut held, mut bits) = (0u32, 0);
    for b in text.bytes().filter(|b| *b != b'=') {
        let six = match b {
            b'A'..=b'Z' => b - b'A',
            b'a'..=b'z' => b - b'a' + 26,
            b'0'..=b'9' => b - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        held = held << 6 | u32::from(six);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push((held >> bits & 0xff) as u8);
        }
    }
    Some(out)
}

/// What stands around a head: nothing, the few words of whoever forwarded the copy, or the copy itself when an older
/// message hangs below it.
fn around(sheet: &mut Sheet, head: &Range<usize>) {
    let length = |sheet: &Sheet, lines: Range<usize>| -> usize {
        lines.filter(|&i| sheet.lines.get(i).is_some_and(|l| l.copy)).map(|i| sheet.words(i).len()).sum()
    };
    let end = sheet.lines.len();
    let (before, after) = (length(sheet, 0..head.start), length(sheet, head.end..end));
    let hangs_below = before > after;
    for line in 0..head.start {
        if is_forwarding(sheet.words(line)) {
            sheet.take_off(line, Furniture::Mail);
        } else if !hangs_below {
            sheet.take(line, Role::DeskNote);
        }
    }
    for line in head.start..if hangs_below { end } else { head.end } {
        sheet.take_off(line, Furniture::Mail);
    }
}

/// A line such as `----- Forwarded message -----`.
fn is_forwarding(line: &str) -> bool {
    line.starts_with("---") && line.ends_with("---") && line.contains(char::is_alphabetic)
        || line.eq_ignore_ascii_case("begin forwarded message:")
}

/// Takes the marks off copy that was sent as a reply; a few marked lines are quotations and stay.
fn unquote(sheet: &mut Sheet) -> usize {
    let (all, marked) = sheet
        .copy()
        .fold((0, 0), |(all, marked), line| (all + 1, marked + usize::from(sheet.words(line).starts_with('>'))));
    if marked < 2 || marked * 5 < all * 4 {
        return 0;
    }
    for line in 0..sheet.lines.len() {
        let words = sheet.words(line);
        let len = words.len();
        let rest = words.trim_start_matches(['>', ' ', '\t']).len();
        if let Some(line) = sheet.lines.get_mut(line) {
            line.words.start += len - rest;
            line.copy = rest > 0;
        }
    }
    marked
}

/// An older message below an answer: "... wrote:" and then nothing but marked lines.
fn answered(sheet: &mut Sheet) {
    let lines: Vec<usize> = sheet.copy().collect();
    let marked = lines.iter().rev().take_while(|&&line| sheet.words(line).starts_with('>')).count();
    let first = lines.len() - marked;
    if marked == 0 || first < 2 || !lines.get(first - 1).is_some_and(|&line| ends_open(sheet.words(line))) {
        return;
    }
    for &line in lines.iter().skip(first - 1) {
        sheet.take_off(line, Furniture::Mail);
    }
}

/// Two dashes alone begin a signature (RFC 3676, 4.3).
fn signature(sheet: &mut Sheet) {
    /// The longest signature, in lines.
    const LONGEST: usize = 12;
    let lines: Vec<usize> = sheet.copy().collect();
    let Some(at) = lines.iter().rposition(|&line| sheet.words(line) == "--") else { return };
    if at > 0 && lines.len() - at <= LONGEST {
        for &line in lines.iter().skip(at) {
            sheet.take_off(line, Furniture::Signature);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::traced::Traced;
    use super::*;

    fn taken(text: &str) -> (Mail, Vec<String>) {
        let mut sheet = Sheet::of(Traced::straight(text.into(), 0)).expect("few lines");
        let mail = take_off(&mut sheet);
        let left = sheet.copy().map(|line| sheet.words(line).to_owned()).collect();
        (mail, left)
    }

    #[test]
    fn the_head_of_a_message_goes_and_its_subject_is_known() {
        let (mail, left) = taken(
            "From: Ana <ana@example.org>\nTo: desk@example.org\nSubject: Fwd: Kites over the\n  bay\nDate: Sun\n\nKites.\n",
        );
        assert_eq!((mail.subject.as_deref(), left), (Some("Kites over the bay"), vec!["Kites.".to_owned()]));
    }

    #[test]
    fn an_encoded_subject_is_decoded() {
        let (mail, _) = taken("Subject: =?UTF-8?B?0JfQvNC10Lg=?= =?utf-8?q?_=C3=A9t=C3=A9?=\nFrom: a\nTo: b\n\nx\n");
        assert_eq!(mail.subject.as_deref(), Some("Змеи été"));
    }

    #[test]
    fn words_of_whoever_forwarded_it_are_no_copy() {
        let body = "Kites rose over the bay on Sunday, and nobody minded the rain that came with them.";
        let text = format!("Please use.\n---------- Forwarded message ---------\nFrom: a\nSubject: Kites\n\n{body}\n");
        assert_eq!(taken(&text).1, [body]);
    }

    #[test]
    fn reply_marks_go_when_they_are_everywhere() {
        assert_eq!(
            taken("> Kites\n>\n> They rose.\n"),
            (Mail { subject: None, unquoted: 3 }, vec!["Kites".into(), "They rose.".into()])
        );
        assert_eq!(taken("Kites\n\nThey rose.\n\n> Up!\n\nHe left.\n").1.len(), 4);
    }

    #[test]
    fn what_hangs_below_goes() {
        assert_eq!(
            taken("Kites\n\nThey rose.\n\nOn Sunday Bo wrote:\n> Send it.\n> Now.\n").1,
            ["Kites", "They rose."]
        );
        assert_eq!(taken("Kites\n\nThey rose.\n-- \nAna\n+1 555\n").1, ["Kites", "They rose."]);
    }
}
