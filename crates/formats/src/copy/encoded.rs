//! Words of an e-mail's head whose letters beyond ASCII were encoded (RFC 2047).

/// The words of a header field whose letters beyond ASCII were encoded (RFC 2047).
pub(crate) fn decoded(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    let mut was_word = false;
    // What a word holds may end within a character, and the next one begin there.
    let mut held: Option<(&'static encoding_rs::Encoding, Vec<u8>)> = None;
    let flush = |out: &mut String, held: &mut Option<(&'static encoding_rs::Encoding, Vec<u8>)>| {
        if let Some((encoding, bytes)) = held.take() {
            out.push_str(&encoding.decode(&bytes).0);
        }
    };
    while let Some(at) = rest.find("=?") {
        let before = rest.get(..at).unwrap_or_default();
        let Some((encoding, bytes, after)) = rest.get(at + 2..).and_then(word) else { break };
        let adjoins = was_word && before.trim().is_empty();
        match &mut held {
            Some((known, held)) if adjoins && *known == encoding => held.extend(bytes),
            _ => {
                flush(&mut out, &mut held);
                out.push_str(if adjoins { "" } else { before });
                held = Some((encoding, bytes));
            }
        }
        rest = after;
        was_word = true;
    }
    flush(&mut out, &mut held);
    out + rest
}

/// One encoded word without its opening: its charset, its bytes, and what comes after it.
fn word(rest: &str) -> Option<(&'static encoding_rs::Encoding, Vec<u8>, &str)> {
    let mut parts = rest.splitn(3, '?');
    let (charset, form, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let (text, after) = rest.split_once("?=")?;
    let bytes = match form {
        "B" | "b" => base64(text)?,
        "Q" | "q" => quoted(text),
        _ => return None,
    };
    let encoding = encoding_rs::Encoding::for_label(charset.as_bytes())?;
    Some((encoding, bytes, after))
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

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn words_in_both_forms_are_decoded_and_junk_stays() {
        assert_eq!(decoded("=?UTF-8?B?0JfQvNC10Lg=?= =?utf-8?q?_=C3=A9t=C3=A9?= now"), "Змеи été now");
        assert_eq!(decoded("=?windows-1251?Q?=C7=EC=E5=E8?="), "Змеи");
        // Both halves of a character, each in a word of its own.
        assert_eq!(decoded("=?utf-8?B?0Jc=?= =?utf-8?Q?=D0?= =?utf-8?Q?=BC?="), "Зм");
        for junk in ["=?", "=?a?b?c", "=?utf-8?X?abc?=", "=?utf-8?B?***?=", "a =? b"] {
            assert_eq!(decoded(junk), junk);
        }
    }
}
