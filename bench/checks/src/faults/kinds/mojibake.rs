//! UTF-8 read as if it were a one-byte charset.

/// What windows-1252 shows for 0x80 to 0x9F; five of them are nothing there, and stand as they are.
const WESTERN: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// What windows-1251 shows for 0x80 to 0xBF; 0xC0 to 0xFF are the letters from А to я.
const CYRILLIC: [char; 64] = [
    'Ђ', 'Ѓ', '‚', 'ѓ', '„', '…', '†', '‡', '€', '‰', 'Љ', '‹', 'Њ', 'Ќ', 'Ћ', 'Џ', 'ђ', '‘', '’', '“', '”', '•', '–',
    '—', '\u{98}', '™', 'љ', '›', 'њ', 'ќ', 'ћ', 'џ', '\u{a0}', 'Ў', 'ў', 'Ј', '¤', 'Ґ', '¦', '§', 'Ё', '©', 'Є', '«',
    '¬', '\u{ad}', '®', 'Ї', '°', '±', 'І', 'і', 'ґ', 'µ', '¶', '·', 'ё', '№', 'є', '»', 'ј', 'Ѕ', 'ѕ', 'ї',
];

/// Read as windows-1252.
pub fn western(text: &str) -> String {
    text.bytes()
        .map(|byte| WESTERN.get(usize::from(byte).wrapping_sub(0x80)).copied().unwrap_or(char::from(byte)))
        .collect()
}

/// Read as windows-1251.
pub fn cyrillic(text: &str) -> String {
    let letter = |byte: u8| match byte {
        0x80..0xc0 => CYRILLIC.get(usize::from(byte - 0x80)).copied().unwrap_or('?'),
        0xc0.. => char::from_u32(u32::from(byte) - 0xc0 + u32::from('А')).unwrap_or('?'),
        _ => char::from(byte),
    };
    text.bytes().map(letter).collect()
}
