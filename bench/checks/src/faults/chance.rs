//! Chance without chance: what is drawn for an item follows from its key alone, so that two runs agree.

use sha2::{Digest, Sha256};

/// Draws for one key.
pub struct Chance {
    key: String,
    drawn: u64,
}

impl Chance {
    /// The draws of this key.
    pub fn of(key: impl Into<String>) -> Chance {
        Chance { key: key.into(), drawn: 0 }
    }

    fn next(&mut self) -> u64 {
        let digest = Sha256::digest(format!("{}#{}", self.key, self.drawn));
        self.drawn += 1;
        digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
    }

    /// A number from 0 up to below `end`; 0 when there is none.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// A number from `low` to `high`, both included.
    pub fn within(&mut self, low: i64, high: i64) -> i64 {
        low + (self.next() % (high - low + 1).max(1) as u64) as i64
    }

    /// One of these.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }

    /// One time in `of`.
    pub fn once_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }
}
