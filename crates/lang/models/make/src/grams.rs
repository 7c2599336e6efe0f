//! A gram is up to five classes, a byte each, the last lowest.

/// The beginning and the end of a word.
pub const EDGE: u64 = 255;
/// A letter that no language of the script uses much.
pub const RARE: u8 = 254;

/// How many classes a gram has.
pub fn length(gram: u64) -> u32 {
    (64 - gram.leading_zeros()).div_ceil(8)
}

/// `bc` of `abc`.
pub fn without_first(gram: u64) -> u64 {
    gram & ((1 << (8 * (length(gram) - 1))) - 1)
}

/// `ab` of `abc`.
pub fn without_last(gram: u64) -> u64 {
    gram >> 8
}

/// `^abc`.
pub fn at_start(gram: u64) -> u64 {
    EDGE << (8 * length(gram)) | gram
}

/// `abc$`.
pub fn at_end(gram: u64) -> u64 {
    gram << 8 | EDGE
}
