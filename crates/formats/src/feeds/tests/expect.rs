//! What a file of feedparser's suite expects: as much of its Python as the suite uses.

/// A value of Python.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Words(String),
    Numbers(Vec<i64>),
    None,
}

/// One thing that is expected: the way to a value of the parsed feed, and the value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Expected {
    /// `entries`, `0`, `content`, `0`, `value`.
    pub way: Vec<String>,
    pub value: Value,
}

/// The comparisons of an expression, as far as they are of a way with a value. Others are passed over.
pub(super) fn expected(expression: &str) -> Vec<Expected> {
    let mut found = Vec::new();
    for clause in split(expression, " and ") {
        let clause = clause.trim().trim_start_matches("not bozo").trim();
        if let Some(rest) = clause.strip_prefix("not entries[0].has_key(") {
            let key = rest.trim_end_matches(')').trim_matches(['\'', '"']).to_owned();
            found.push(Expected { way: vec!["entries".into(), "0".into(), key], value: Value::None });
            continue;
        }
        let clause =
            clause.strip_prefix('(').filter(|c| c.starts_with("entries") || c.starts_with("feed")).unwrap_or(clause);
        let sides: Vec<String> = split(clause, " == ");
        let value = sides.last().and_then(|side| value(side.trim()));
        let Some(mut value) = value.filter(|_| sides.len() > 1) else { continue };
        for side in sides.iter().take(sides.len() - 1) {
            let side = side.trim();
            let inner = side.strip_prefix("ord(").and_then(|s| s.strip_suffix(')'));
            if let (Some(_), Value::Numbers(numbers)) = (inner, &value) {
                let sign = numbers.first().and_then(|n| u32::try_from(*n).ok()).and_then(char::from_u32);
                value = Value::Words(sign.map(String::from).unwrap_or_default());
            }
            if let Some(way) = way(inner.unwrap_or(side)) {
                found.push(Expected { way, value: value.clone() });
            }
        }
    }
    found
}

/// The parts of an expression between marks that stand in no string and no bracket.
fn split(words: &str, mark: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut quote, mut depth, mut escaped) = (None, 0i32, false);
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        if quote.is_none() && depth == 0 && rest.starts_with(mark) {
            parts.push(String::new());
            rest = &rest[mark.len()..];
            continue;
        }
        match quote {
            Some(_) if escaped => escaped = false,
            Some(_) if c == '\\' => escaped = true,
            Some(q) if c == q => quote = None,
            Some(_) => {}
            None if matches!(c, '\'' | '"') => quote = Some(c),
            None if matches!(c, '(' | '[' | '{') => depth += 1,
            None if matches!(c, ')' | ']' | '}') => depth -= 1,
            None => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
        rest = &rest[c.len_utf8()..];
    }
    parts
}

/// `entries[0]['content'][0]['value']`, `entries[0].summary`.
fn way(words: &str) -> Option<Vec<String>> {
    let sound = |c: char| c.is_alphanumeric() || matches!(c, '_' | '[' | ']' | '\'' | '"' | '.');
    if !words.chars().all(sound) || !(words.starts_with("entries") || words.starts_with("feed")) {
        return None;
    }
    let words: String = words.chars().filter(|c| !matches!(c, '\'' | '"')).collect();
    Some(words.split(['[', ']', '.']).filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect())
}

fn value(words: &str) -> Option<Value> {
    let words = words.trim().trim_end_matches(')').trim();
    if words == "None" {
        return Some(Value::None);
    }
    if let Some(tuple) = words.strip_prefix('(') {
        return tuple.split(',').map(|n| n.trim().parse().ok()).collect::<Option<_>>().map(Value::Numbers);
    }
    if let Ok(number) = words.parse() {
        return Some(Value::Numbers(vec![number]));
    }
    let words = words.strip_prefix('u').unwrap_or(words);
    let quote = words.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let inner = words.strip_prefix(quote)?.strip_suffix(quote)?;
    Some(Value::Words(unescaped(inner)))
}

fn unescaped(words: &str) -> String {
    let mut out = String::new();
    let mut signs = words.chars();
    while let Some(c) = signs.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let len = match signs.next() {
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            Some('n') => {
                out.push('\n');
                continue;
            }
            other => {
                out.extend(other);
                continue;
            }
        };
        let code: String = signs.by_ref().take(len).collect();
        out.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
    }
    out
}

#[test]
fn expectations_are_understood() {
    let of = |words: &str| {
        expected(words).into_iter().map(|e| format!("{} {:?}", e.way.join("/"), e.value)).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(
        of("not bozo and entries[0]['title'] == u'a \\xe9 and \\u2014'"),
        "entries/0/title Words(\"a é and —\")"
    );
    assert_eq!(
        of("not bozo and (entries[0]['a'][0]['n'] == 'x') and feed.link == \"y\""),
        "entries/0/a/0/n Words(\"x\"); feed/link Words(\"y\")"
    );
    assert_eq!(of("entries[0]['p_parsed'] == (2003, 12, 31)"), "entries/0/p_parsed Numbers([2003, 12, 31])");
    assert_eq!(of("not bozo and ord(entries[0]['d']) == 8230"), "entries/0/d Words(\"…\")");
    assert_eq!(of("entries[0]['a'] == entries[1]['a'] == 'b'"), "entries/0/a Words(\"b\"); entries/1/a Words(\"b\")");
    assert_eq!(of("bozo"), "");
}
