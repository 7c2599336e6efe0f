//! The text of a message: its head, its body and what it says to editors.

use super::{WIDTH, words};
use crate::copy::{self, House, columns, ends_sentence};
use crate::plain::status;
use crate::plain::{apply, wrap};
use crate::{Liberties, Took};
use lang::{Languages, Profile, Word};
use story::item::{Concept, ConceptKind, Wording};
use story::text::{Inline, List, Quotation, Related, Table};
use story::{Block, Item, Kind, Line, Tag};

/// How many lines the head has at most.
const HEAD: usize = 24;
/// The longest subhead, in columns.
const SUBHEAD: usize = 64;
/// The longest deck, in columns.
const DECK: usize = 600;
/// The longest dateline, in bytes.
const DATELINE: usize = 160;

/// Reads the text into the item.
pub(super) fn read(text: &str, item: &mut Item, languages: &Languages, liberties: &mut Liberties) {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let profile = languages.profile(item.lang.as_ref().unwrap_or(&Tag::unknown()));
    let Some(end) = lines.iter().take(HEAD).position(|line| is_head_end(line)) else {
        liberties.take(Took::Form, "text", "no mark where the headline ends");
        return unmarked(text, item, languages, liberties);
    };
    let width = wrap::width_of(&lines, WIDTH);
    let (above, below) = lines.split_at(end + 1);
    head(above, width, item, languages, liberties);
    let cut = below.iter().position(|line| opens_notes(line, languages)).unwrap_or(below.len());
    let (body, notes) = below.split_at(cut);
    let mut groups = groups(body);
    let mut for_editors = self::groups(notes);
    let last = if for_editors.is_empty() { groups.last() } else { for_editors.last() };
    let signed = last.filter(|group| is_sign_off(group, item)).map(|group| group.join(" "));
    if let Some(words) = signed {
        if for_editors.is_empty() {
            groups.pop()
        } else {
            for_editors.pop()
        };
        liberties.take(Took::Kept, "sign-off", &words);
        item.keep("iptc7901", "sign-off", words);
    }
    let blocks = groups.iter().flat_map(|group| block(group, width, languages));
    item.text.body = blocks.filter_map(Block::tidy).collect();
    opening(item, languages, &profile);
    subheads(&mut item.text.body);
    advisories(&for_editors, width, item, languages);
    item.text = std::mem::take(&mut item.text).tidy();
}

/// A head ends in a sign of equality, apart from its words.
fn is_head_end(line: &str) -> bool {
    line.trim() == "=" || line.ends_with(" =")
}

/// A text whose head has no mark: what its first lines tell of the status, and copy.
fn unmarked(text: &str, item: &mut Item, languages: &Languages, liberties: &mut Liberties) {
    let house = House { languages, lang: item.lang.as_ref(), taglines: &[], agency: "" };
    let found = match crate::plain::read_for(text.as_bytes(), &house) {
        Ok(reading) => reading,
        Err(_) => {
            liberties.take(Took::Missing, "text", "");
            return;
        }
    };
    for liberty in found.liberties.list {
        liberties.take(liberty.took, "text", liberty.what);
    }
    let Some(read) = found.items.into_iter().next() else { return };
    item.text = read.text;
    item.advisories.extend(read.advisories);
    item.kept.extend(read.kept);
    (item.act, item.status, item.notice) = (read.act, read.status, read.notice);
    item.times.embargo = read.times.embargo;
}

/// The lines above the mark: brackets that tell the status, the headline, the byline.
fn head(lines: &[&str], width: usize, item: &mut Item, languages: &Languages, liberties: &mut Liberties) {
    let mut others: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let line = line.strip_suffix('=').filter(|_| is_head_end(line)).unwrap_or(line).trim();
        at += 1;
        if !line.starts_with('(') {
            others.extend((!line.is_empty()).then_some(line));
            continue;
        }
        let (inner, taken) = in_brackets(line, lines.get(at..).unwrap_or_default());
        match inner.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
            Some(inner) => {
                at += taken;
                bracket(inner.trim(), item, languages, liberties);
            }
            None => others.push(line),
        }
    }
    let is_byline = |line: &str| copy::byline_opening(line, languages).is_some() || status::opens_foreign_byline(line);
    let leads = others.iter().take_while(|line| is_lead(line) || is_code(line)).count();
    let headed = others.get(leads).is_some_and(|line| !is_byline(line));
    let leads = if headed { leads } else { others.iter().take_while(|line| is_lead(line)).count() };
    for line in others.drain(..leads.min(others.len().saturating_sub(1))) {
        item.act = item.act.or(is_lead(line).then_some(Kind::Update));
        item.advisories.push(Line::new(line));
    }
    let byline = others.iter().rposition(|line| is_byline(line)).filter(|at| *at > 0 || others.len() == 1);
    if let Some(at) = byline {
        let line = wrap::unwrap(others.split_off(at), width, 0);
        let taken = copy::byline_opening(&line, languages).unwrap_or(0);
        let name = line.get(taken..).unwrap_or_default().trim_start_matches([':', '：', ' ']);
        item.text.byline = Some(Line::new(name)).filter(|name| !name.is_empty());
    }
    let joined = wrap::unwrap(others, width, 0);
    let parts: Vec<&str> = joined.split('\n').collect();
    let rubrics = rubrics(&parts);
    for words in parts.iter().take(rubrics) {
        liberties.take(Took::Kept, "rubric", *words);
        item.keep("iptc7901", "rubric", *words);
    }
    let mut parts = parts.into_iter().skip(rubrics);
    item.text.headline = Inline::plain_text(parts.next().unwrap_or_default());
    for part in parts {
        item.headlines.push(Wording { role: Line::new("subhead"), ..Wording::of(part) });
    }
}

/// A line that opens a bracket with the lines below it that go on in the bracket, and how many those are; the line alone
/// when nothing closes it.
fn in_brackets(line: &str, below: &[&str]) -> (String, usize) {
    let depth = |text: &str| text.matches('(').count().cmp(&text.matches(')').count());
    let mut inner = line.to_owned();
    for (taken, next) in below.iter().enumerate() {
        if depth(&inner).is_le() {
            return (inner, taken);
        }
        let next = next.strip_suffix('=').filter(|_| is_head_end(next)).unwrap_or(next).trim();
        inner = wrap::unwrap([inner.as_str(), next], 0, 0);
    }
    if depth(&inner).is_le() { (inner, below.len()) } else { (line.to_owned(), 0) }
}

/// How many lines stand above the headline and say what kind of story it is (`Background`) and from where (`Peru:`): a
/// word or two each, the last of them with a colon, over a line that says more.
fn rubrics(lines: &[&str]) -> usize {
    let words = |line: &str| line.split_whitespace().count();
    let short = lines.iter().take_while(|line| words(line) <= 2).count();
    let over = lines.get(short).is_some_and(|line| words(line) >= 4);
    let opens = short.checked_sub(1).and_then(|at| lines.get(at)).is_some_and(|line| line.ends_with([':', '：']));
    if over && opens { short } else { 0 }
}

/// Whether a line is a word of the trade in capitals (`REFILE`), as stands over the count of versions and the headline.
fn is_code(line: &str) -> bool {
    line.len() >= 4 && line.bytes().all(|b| b.is_ascii_uppercase())
}

/// Whether a line counts the versions of a story: an ordinal and a word in capitals (`2ND LEAD`).
fn is_lead(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let (Some(ordinal), Some(word), None) = (words.next(), words.next(), words.next()) else { return false };
    let figures = ordinal.bytes().take_while(u8::is_ascii_digit).count();
    let end = ordinal.get(figures..).unwrap_or_default();
    (1..=2).contains(&figures)
        && (2..=3).contains(&end.len())
        && [end, word].iter().all(|part| part.bytes().all(|b| b.is_ascii_uppercase()))
}

/// What a bracket of the head says.
fn bracket(inner: &str, item: &mut Item, languages: &Languages, liberties: &mut Liberties) {
    if let Some(told) = status::told(inner, languages) {
        return apply(item, told, liberties);
    }
    let pictures = words().copy.pictures.iter().any(|word| lang::opens(inner, word).is_some());
    if pictures || copy::is_desk_note(inner, languages) || inner.split_whitespace().count() > 4 {
        return item.advisories.push(Line::new(inner));
    }
    let (genre, note) = inner.split_once(" - ").unwrap_or((inner, ""));
    item.concepts.push(Concept::named(ConceptKind::Genre, genre));
    if !note.is_empty() {
        item.advisories.push(Line::new(note));
    }
}

/// Whether what is for editors begins with this line.
fn opens_notes(line: &str, languages: &Languages) -> bool {
    let bare = line.trim_start_matches(['#', '*', ' ', '-']);
    let rule = line.len() >= 5 && line.chars().all(|c| matches!(c, '*' | ' '));
    let known = words().copy.editors.iter().any(|word| lang::opens(bare, word) == Some(bare.trim_end().len()));
    let own = languages.iter().any(|p| bare.trim_end() == p.say(Word::WireEditors));
    rule || known || own
}

/// Lines that stand together.
fn groups<'l>(lines: &[&'l str]) -> Vec<Vec<&'l str>> {
    let mut out: Vec<Vec<&str>> = vec![Vec::new()];
    let mut indented = false;
    for line in lines {
        let far_in = line.starts_with(['\t', ' ']);
        let row = line.trim_start().starts_with('|');
        let before_row = out.last().and_then(|group| group.last()).map(|last| last.trim_start().starts_with('|'));
        let listed = out.last().and_then(|group| group.first()).is_some_and(|first| mark(first).is_some());
        // Agencies without empty lines set the first line of a paragraph further in.
        let begins = far_in && !indented && before_row == Some(false) && !listed;
        if line.is_empty() || begins || before_row.is_some_and(|before| before != row) {
            out.push(Vec::new());
        }
        if !line.is_empty() {
            out.last_mut().into_iter().for_each(|group| group.push(line));
        }
        indented = far_in;
    }
    out.retain(|group| !group.is_empty());
    out
}

/// The mark of a list that a line opens with: how far in its words stand, and its number.
fn mark(line: &str) -> Option<(usize, Option<usize>)> {
    let inner = line.trim_start();
    let far_in = line.len() - inner.len();
    if inner.starts_with("- ") || inner.starts_with("* ") {
        return Some((far_in + 2, None));
    }
    let figures = inner.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..=3).contains(&figures) && inner.get(figures..).is_some_and(|rest| rest.starts_with(". "));
    let number = inner.get(..figures).and_then(|number| number.parse().ok()).filter(|_| numbered)?;
    Some((far_in + figures + 2, Some(number)))
}

/// The blocks of lines that stand together.
fn block(group: &[&str], width: usize, languages: &Languages) -> Vec<Block> {
    let first = group.first().copied().unwrap_or_default();
    if group.iter().all(|line| line.trim_start().starts_with('|')) {
        return vec![table(group)];
    }
    let quoted = group.iter().all(|line| line.starts_with("    "));
    let listed = |(_, number): &(usize, Option<usize>)| match number {
        // A number alone counts nothing: it is how a paragraph begins.
        Some(number) => *number == 1 && !quoted && items(group, width).len() > 1,
        None => true,
    };
    if let Some((_, number)) = mark(first).filter(listed) {
        let items = items(group, width).into_iter().map(Inline::plain_text).collect();
        return vec![Block::List(List { ordered: number.is_some(), items })];
    }
    if quoted {
        // A name over which nothing is said is what is said.
        let source = group.iter().position(|line| line.trim_start().starts_with("— ")).filter(|at| *at > 0);
        let (source, quoted) = match source {
            Some(at) => (group.get(at..), group.get(..at)),
            None => (None, Some(group)),
        };
        let said = |lines: &[&str]| wrap::unwrap(lines.iter().copied(), width, 4);
        let source = source.map(|lines| Inline::plain_text(said(lines).trim_start_matches("— ")));
        let quoted = said(quoted.unwrap_or_default());
        let paragraphs = vec![Inline::plain_text(quoted)];
        return vec![Block::Quotation(Quotation { paragraphs, source })];
    }
    if let Some(heading) = first.strip_prefix("# ").or_else(|| first.strip_prefix("## ")) {
        let mut out = vec![Block::Subhead(Inline::plain_text(heading))];
        if let Some(rest) = group.get(1..).filter(|rest| !rest.is_empty()) {
            out.extend(block(rest, width, languages));
        }
        return out;
    }
    let words = wrap::unwrap(group.iter().copied(), width, 0);
    if let Some(taken) = copy::also_read(&words, languages) {
        let title = Line::new(words.get(taken..).unwrap_or_default().trim_start_matches([':', '：', ' ']));
        if !title.is_empty() && group.len() <= 3 {
            return vec![Block::Related(Related { title, target: None })];
        }
    }
    vec![Block::Paragraph(Inline::plain_text(words))]
}

/// The items of a list; what hangs below a mark belongs to it, and a figure that is not the next one is no mark.
fn items(group: &[&str], width: usize) -> Vec<String> {
    let mut out: Vec<(usize, Vec<&str>)> = Vec::new();
    let numbered = group.first().and_then(|first| mark(first)).is_some_and(|(_, number)| number.is_some());
    for line in group {
        let next = numbered.then_some(out.len() + 1);
        match mark(line).filter(|(_, number)| *number == next) {
            Some((far_in, _)) => out.push((far_in, vec![line.get(far_in..).unwrap_or_default()])),
            None => out.last_mut().into_iter().for_each(|(_, lines)| lines.push(line)),
        }
    }
    out.into_iter().map(|(far_in, lines)| wrap::unwrap(lines, width, far_in)).collect()
}

fn table(group: &[&str]) -> Block {
    let cells = |line: &&str| -> Vec<Inline> {
        let inner = line.trim().trim_start_matches('|');
        inner.strip_suffix('|').unwrap_or(inner).split('|').map(|cell| Inline::plain_text(cell.trim())).collect()
    };
    let is_rule = |line: &&str| line.contains("--") && line.chars().all(|c| matches!(c, '|' | '-' | ' ' | '+'));
    let mut rows: Vec<Vec<Inline>> = group.iter().filter(|line| !is_rule(line)).map(cells).collect();
    let head = if group.get(1).is_some_and(is_rule) && rows.len() > 1 { rows.remove(0) } else { Vec::new() };
    Block::Table(Table { caption: None, head, rows })
}

/// The dateline at the head of the body, and the deck above it.
fn opening(item: &mut Item, languages: &Languages, profile: &Profile) {
    let plain = |at: usize, item: &Item| match item.text.body.get(at) {
        Some(Block::Paragraph(words)) => Some(words.plain()),
        _ => None,
    };
    for at in 0..2 {
        let Some(words) = plain(at, item) else { return };
        let Some(taken) = dateline(&words, languages, profile) else { continue };
        let (printed, rest) = words.split_at(taken);
        item.dateline = Line::new(printed);
        let rest = Inline::plain_text(rest.trim_start());
        if let Some(block) = item.text.body.get_mut(at) {
            *block = Block::Paragraph(rest);
        }
        if at == 1 && plain(0, item).is_some_and(|deck| columns(&deck) <= DECK) {
            item.text.deck = plain(0, item).map(Inline::plain_text);
            item.text.body.remove(0);
        }
        return;
    }
}

/// How many bytes of a paragraph its dateline takes.
pub(super) fn dateline(words: &str, languages: &Languages, profile: &Profile) -> Option<usize> {
    let end = words.char_indices().map(|(at, _)| at).take_while(|at| *at <= DATELINE).last()?;
    let head = words.get(..end)?;
    // A place and an agency in brackets before a dash, in whatever language.
    let by_bracket = [") - ", ") – ", ") — ", ") -- ", ") _ "].iter().filter_map(|closer| {
        let at = head.find(closer)?;
        let (places, agency) = head.get(..at)?.split_once('(')?;
        let short = (1..=6).contains(&places.split_whitespace().count()) && !places.contains(['.', '!', '?', '"', ':']);
        (short && (1..=40).contains(&agency.chars().count())).then_some(at + closer.len())
    });
    by_bracket.min().or_else(|| copy::dateline_len(words, languages, profile))
}

/// Short open lines between paragraphs are subheads.
fn subheads(body: &mut [Block]) {
    for at in 0..body.len() {
        let next = matches!(body.get(at + 1), Some(Block::Paragraph(words)) if columns(&words.plain()) > SUBHEAD);
        let Some(Block::Paragraph(words)) = body.get(at).filter(|_| at > 0 && next) else { continue };
        let plain = words.plain();
        let open = !ends_sentence(&plain) && !plain.ends_with([':', '：', '+', ')']) && !plain.contains('\n');
        if open && columns(&plain) <= SUBHEAD {
            let subhead = Block::Subhead(words.clone());
            body.get_mut(at).into_iter().for_each(|block| *block = subhead.clone());
        }
    }
}

/// Whether lines are the initials of those who wrote and edited, behind the name of the agency.
fn is_sign_off(group: &[&str], item: &Item) -> bool {
    let [line] = group else { return false };
    let agency = item.parties.first().and_then(|party| party.name.split(['-', ' ']).next().map(str::to_owned));
    let named = agency.is_some_and(|agency| !agency.is_empty() && line.split(' ').next() == Some(agency.as_str()));
    named && columns(line) <= WIDTH && !ends_sentence(line) && line.split(' ').all(|word| word.chars().count() <= 10)
}

/// What is for editors: paragraphs and items, under their headings.
fn advisories(groups: &[Vec<&str>], width: usize, item: &mut Item, languages: &Languages) {
    for group in groups {
        let mut heading = "";
        let mut lines = group.as_slice();
        while let Some(line) = lines.first().filter(|line| line.starts_with('#') || opens_notes(line, languages)) {
            if !opens_notes(line, languages) {
                heading = line.trim_start_matches(['#', ' ']);
            }
            lines = lines.get(1..).unwrap_or_default();
        }
        let listed = lines.first().is_some_and(|first| mark(first).is_some());
        let notes = if listed { items(lines, width) } else { vec![wrap::unwrap(lines.iter().copied(), width, 0)] };
        for note in notes.iter().filter(|note| !note.is_empty()) {
            let note = if heading.is_empty() { note.clone() } else { format!("{heading}: {note}") };
            item.advisories.push(Line::new(note));
        }
    }
}
