//! E-mail around copy: the head of the message, reply marks, what was forwarded, the signature.

use super::encoded::decoded;
use super::lines::Sheet;
use super::marks::{ends_open, is_rule, words};
use super::reading::{Furniture, Role};
use crate::email;
use lang::Languages;
use std::ops::Range;

/// What the e-mail said.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Mail {
    /// Its subject, without "Re:" and "Fwd:".
    pub subject: Option<String>,
    /// Lines whose reply mark was taken off.
    pub unquoted: usize,
}

/// A field at the head of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    From,
    Subject,
    Other,
}

/// The names of other fields than those two (RFC 5322, RFC 2045, and what mail programs print).
const OTHERS: &str = "to cc bcc date sent reply-to sender message-id in-reply-to references mime-version content-type \
    content-transfer-encoding content-language importance priority attachments received return-path delivered-to \
    dkim-signature user-agent organization thread-topic thread-index list-id list-unsubscribe auto-submitted \
    authentication-results";

/// Takes the e-mail off the copy in it.
pub(super) fn take_off(sheet: &mut Sheet) -> Mail {
    let mut mail = Mail { unquoted: unquote(sheet), ..Mail::default() };
    // A message that was forwarded has a head of its own below that of whoever forwarded it.
    let mut above = 0;
    let mut of_the_net = over_the_net(sheet);
    for _ in 0..MOST_HEADS {
        let Some(head) = of_the_net.take().or_else(|| head(sheet)) else { break };
        mail.subject = subject(sheet, &head).or(mail.subject);
        around(sheet, above, &head);
        cover(sheet);
        above = head.end;
    }
    answered(sheet);
    signature(sheet);
    mail
}

/// The most heads of messages within messages.
const MOST_HEADS: usize = 4;
/// The longest name of a field, in bytes.
const LONGEST_NAME: usize = 40;

/// The field that a line opens with, and its value.
fn field(line: &str) -> Option<(Field, &str)> {
    let (name, value) = line.split_once([':', '：'])?;
    let name = name.trim_matches(|c: char| c == '*' || c.is_whitespace());
    if name.len() > LONGEST_NAME {
        return None;
    }
    let words = &Languages::common_copy().mail;
    let is_one_of = |names: &[String]| names.iter().any(|known| lang::opens(name, known) == Some(name.len()));
    let own = name.get(..2).is_some_and(|x| x.eq_ignore_ascii_case("x-")) && !name.contains(' ');
    let kind = match name {
        _ if name.eq_ignore_ascii_case("from") || is_one_of(&words.from) => Field::From,
        _ if name.eq_ignore_ascii_case("subject") || is_one_of(&words.subject) => Field::Subject,
        _ if own || OTHERS.split(' ').any(|known| name.eq_ignore_ascii_case(known)) => Field::Other,
        _ if is_one_of(&words.other) => Field::Other,
        _ => return None,
    };
    Some((kind, value.trim_matches(|c: char| c == '*' || c.is_whitespace())))
}

/// The lines of the head of a letter that came over the net: whatever its fields are called.
fn over_the_net(sheet: &Sheet) -> Option<Range<usize>> {
    let end = email::head_len(sheet.text.text.as_bytes())?;
    let lines = sheet.lines.iter().take_while(|line| line.start < end).count();
    let first = sheet.copy().next()?;
    (first < lines).then_some(first..lines)
}

/// The lines of the head of a message: fields one after another, somebody and some subject among them.
fn head(sheet: &Sheet) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(first) = sheet.copy().find(|&line| line >= from && field(sheet.words(line)).is_some()) {
        let mut end = first;
        let mut fields: Vec<Field> = Vec::new();
        while sheet.lines.get(end).is_some_and(|line| line.copy) {
            match field(sheet.words(end)) {
                Some((kind, _)) => fields.push(kind),
                // A field may go on in the next line, which is then indented (RFC 5322, 2.2.3).
                None if sheet.indent(end) > 0 && !fields.is_empty() => {}
                None => break,
            }
            end += 1;
        }
        let (sender, subject) = (fields.contains(&Field::From), fields.contains(&Field::Subject));
        if fields.len() > 1 && sender || fields.len() > 2 && subject {
            return Some(first..end);
        }
        from = end.max(first + 1);
    }
    None
}

/// The subject in a head, which may go on in the next lines.
fn subject(sheet: &Sheet, head: &Range<usize>) -> Option<String> {
    let value =
        |line: usize| field(sheet.words(line)).filter(|(kind, _)| *kind == Field::Subject).map(|(_, value)| value);
    let (at, first) = head.clone().find_map(|line| Some((line, value(line)?)))?;
    let mut subject = first.to_owned();
    for line in (at + 1..head.end).take_while(|&line| field(sheet.words(line)).is_none()) {
        subject.push(' ');
        subject.push_str(sheet.words(line));
    }
    let subject = decoded(&subject);
    let bare = subject_of(&subject);
    (!bare.is_empty()).then(|| bare.to_owned())
}

/// A subject without what answering and forwarding put before it.
pub(crate) fn subject_of(subject: &str) -> &str {
    let mut rest = subject.trim();
    while let Some((sign, after)) = rest.split_once([':', '：']) {
        let sign = sign.trim();
        let short = sign.chars().count() <= 4 && sign.chars().next().is_some_and(char::is_alphabetic);
        // Re, Fwd, AW, TR, RV, SV, Отв and 回复: short, and nothing but letters.
        if !short || !sign.chars().all(char::is_alphabetic) || sign.chars().all(char::is_uppercase) && sign.len() > 3 {
            break;
        }
        rest = after.trim();
    }
    rest
}

/// What stands around a head: nothing, the few words of whoever forwarded the copy, or the copy itself when an older
/// message hangs below it. `above`: the line from which on it is looked at.
fn around(sheet: &mut Sheet, above: usize, head: &Range<usize>) {
    let length = |sheet: &Sheet, lines: Range<usize>| -> usize {
        lines.filter(|&i| sheet.lines.get(i).is_some_and(|l| l.copy)).map(|i| sheet.words(i).len()).sum()
    };
    let end = sheet.lines.len();
    let (before, after) = (length(sheet, above..head.start), length(sheet, head.end..end));
    let hangs_below = before > after;
    for line in above..head.start {
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

/// A few words to the desk above a drawn line, before the copy begins.
fn cover(sheet: &mut Sheet) {
    /// The most lines of such words.
    const LONGEST: usize = 10;
    let lines: Vec<usize> = sheet.copy().collect();
    let Some(rule) = lines.iter().take(LONGEST).position(|&line| is_rule(sheet.words(line))) else { return };
    let length = |lines: &[usize]| -> usize { lines.iter().map(|&line| sheet.words(line).len()).sum() };
    let (above, below) = lines.split_at(rule);
    if length(above) * 2 < length(below) {
        above.iter().for_each(|&line| sheet.take(line, Role::DeskNote));
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

/// Two dashes alone begin a signature (RFC 3676, 4.3); a line that names the program that sent it is one.
fn signature(sheet: &mut Sheet) {
    /// The longest signature, in lines.
    const LONGEST: usize = 12;
    let lines: Vec<usize> = sheet.copy().collect();
    let dashes = lines.iter().rposition(|&line| sheet.words(line) == "--");
    if let Some(at) = dashes.filter(|&at| at > 0 && lines.len() - at <= LONGEST) {
        for &line in lines.iter().skip(at) {
            sheet.take_off(line, Furniture::Signature);
        }
    }
    let mailers = &Languages::common_copy().mailers;
    let last: Vec<usize> = sheet.copy().rev().take(2).collect();
    for line in last {
        let text = sheet.words(line);
        if words(text) <= 8 && mailers.iter().any(|mailer| lang::opens(text, mailer).is_some()) {
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
    fn heads_in_other_languages_are_known() {
        let (mail, left) = taken("De : Ana <ana@example.org>\nEnvoyé : lundi\nObjet : TR: Змеи\n\nKites.\n");
        assert_eq!((mail.subject.as_deref(), left), (Some("Змеи"), vec!["Kites.".to_owned()]));
    }

    #[test]
    fn a_few_words_above_a_line_are_for_the_desk() {
        let copy = "From: a\nSubject: b\n\nHi all,\nplease use.\n\n---\n\nKites\n\nThey rose over the bay on Sunday.\n";
        assert_eq!(taken(copy).1, ["---", "Kites", "They rose over the bay on Sunday."]);
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
        assert_eq!(taken("Kites\n\nThey rose.\n\nSent from my phone\n").1, ["Kites", "They rose."]);
    }
}
