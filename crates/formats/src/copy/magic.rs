//! What is no text at all, known by its first bytes.

/// The kind of file that begins like this, in words for a person, when it is one that cannot be read as copy.
pub(super) fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    const SIGNS: &[(&[u8], &str)] = &[
        (b"%PDF-", "a PDF"),
        (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
        (b"PK\x05\x06", "an empty zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
        (b"{\\rtf", "a rich-text document (RTF)"),
        (b"\x89PNG\r\n", "a picture (PNG)"),
        (b"\xff\xd8\xff", "a picture (JPEG)"),
        (b"GIF87a", "a picture (GIF)"),
        (b"GIF89a", "a picture (GIF)"),
        (b"II*\0", "a picture (TIFF)"),
        (b"MM\0*", "a picture (TIFF)"),
        (b"8BPS", "a picture (Photoshop)"),
        (b"\x1f\x8b", "a gzip file"),
        (b"BZh", "a bzip2 file"),
        (b"\xfd7zXZ\0", "an xz file"),
        (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip file"),
        (b"Rar!\x1a\x07", "a RAR file"),
        (b"ID3", "a sound file (MP3)"),
        (b"\xff\xfb", "a sound file (MP3)"),
        (b"OggS", "a sound file (Ogg)"),
        (b"fLaC", "a sound file (FLAC)"),
        (b"\x1a\x45\xdf\xa3", "a film (Matroska)"),
        (b"\x7fELF", "a program"),
        (b"SQLite format 3\0", "a database"),
        (b"wOF2", "a font"),
        (b"wOFF", "a font"),
    ];
    if let (Some(b"RIFF"), Some(form)) = (bytes.get(..4), bytes.get(8..12)) {
        return match form {
            b"WEBP" => Some("a picture (WebP)"),
            b"WAVE" => Some("a sound file (WAV)"),
            _ => Some("a film or sound file (RIFF)"),
        };
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return match bytes.get(8..11) {
            Some(b"avi" | b"hei" | b"mif") => Some("a picture (AVIF or HEIC)"),
            _ => Some("a film or sound file (MP4)"),
        };
    }
    SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign)).map(|&(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::kind_of;

    #[test]
    fn files_that_are_no_text_are_named() {
        assert_eq!(kind_of(b"%PDF-1.7\n"), Some("a PDF"));
        assert_eq!(kind_of(b"RIFF\x10\0\0\0WEBPVP8 "), Some("a picture (WebP)"));
        assert_eq!(kind_of(b"\0\0\0\x20ftypavif"), Some("a picture (AVIF or HEIC)"));
        assert_eq!(kind_of("Bakı".as_bytes()), None);
        assert_eq!(kind_of(b""), None);
    }
}
