//! A code behind the address of its vocabulary, and taken off again (RFC 3986).

/// The longest address that is read, in bytes.
pub(super) const LONGEST: usize = 4096;

/// What stands in an address as it is. A question mark and a hash would end the path.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~:/@!$&'()*+,;=".contains(c)
}

/// The two hexadecimal digits behind a percent sign.
fn encoded(rest: &str) -> Option<u8> {
    let digits = rest.get(..2).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    u8::from_str_radix(digits, 16).ok()
}

/// The address with the code behind it.
pub(super) fn behind(scheme: &str, code: &str) -> String {
    let mut out = String::with_capacity(scheme.len() + code.len());
    out.push_str(scheme);
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        let rest = chars.as_str();
        if let Some(byte) = encoded(rest).filter(|_| c == '%') {
            // Whoever encoded a character already knew why.
            push_encoded(byte, &mut out);
            chars = rest.get(2..).unwrap_or_default().chars();
        } else if is_plain(c) && !(c == '/' && rest.is_empty()) {
            out.push(c);
        } else {
            // A slash at the end would be taken for none.
            c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| push_encoded(byte, &mut out));
        }
    }
    out
}

fn push_encoded(byte: u8, out: &mut String) {
    out.push('%');
    out.extend(
        [byte >> 4, byte & 15]
            .into_iter()
            .filter_map(|digit| char::from_digit(u32::from(digit), 16))
            .map(|c| c.to_ascii_uppercase()),
    );
}

/// The code of an alias that stands behind an address; none if nothing does or it is no code.
pub(super) fn code(alias: &str, tail: &str) -> Option<String> {
    let tail = tail.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    if tail.is_empty() || tail.len() > LONGEST {
        return None;
    }
    let mut out = format!("{alias}:");
    let mut rest = tail;
    while let Some(c) = rest.chars().next() {
        let (taken, length) = character(rest).unwrap_or((c, c.len_utf8()));
        out.push(taken);
        rest = rest.get(length..).unwrap_or_default();
    }
    out.parse::<story::QCode>().ok().map(String::from)
}

/// The character that is encoded at the start, if [`behind`] would encode it, and the bytes that it takes there.
fn character(text: &str) -> Option<(char, usize)> {
    let mut bytes = Vec::with_capacity(4);
    let mut rest = text;
    while bytes.len() < 4 {
        let byte = rest.strip_prefix('%').and_then(encoded)?;
        bytes.push(byte);
        rest = rest.get(3..).unwrap_or_default();
        let Ok(found) = std::str::from_utf8(&bytes) else { continue };
        let c = found.chars().next()?;
        let is_ours = match c {
            '%' => encoded(rest).is_none(),
            '/' => rest.is_empty(),
            _ => !is_plain(c) && !c.is_whitespace() && !c.is_control(),
        };
        return is_ours.then_some((c, text.len() - rest.len()));
    }
    None
}
