//! What is to be known of a form besides that it is one: bits of the number that the automaton has for it.

/// Its letters stay as small or as great as they are: `kHz` is never KHZ.
pub const KEEPS_CASE: u64 = 1;
/// It is no word, but stands for one with capitals inside (`McDonald`) when that is written in capitals.
pub const FOR_CAPITALS: u64 = 2;
/// A run of the signs that the rules name may come before it: `21st` makes 1,021st of it.
pub const AFTER_RUN: u64 = 4;
