//! The dice: identities and tokens are drawn here and nowhere else.

use jiff::Timestamp;
use story::{BatchId, BlockId, DueId, StoryId};

/// Bytes of chance from the operating system.
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut out = [0; N];
    if let Err(error) = getrandom::fill(&mut out) {
        // Without chance every identity and every session token would be guessable: better no program.
        panic!("the operating system gives no random bytes: {error}");
    }
    out
}

fn milliseconds(at: Timestamp) -> u64 {
    u64::try_from(at.as_millisecond()).unwrap_or(0)
}

/// An identity for a story that is filed now.
pub fn story(now: Timestamp) -> StoryId {
    StoryId::from_parts(milliseconds(now), bytes())
}

/// An identity for an act.
pub fn batch(now: Timestamp) -> BatchId {
    BatchId::from_parts(milliseconds(now), bytes())
}

/// An identity for something that is planned.
pub fn due(now: Timestamp) -> DueId {
    DueId::from_parts(milliseconds(now), bytes())
}

/// An identity for an account.
pub fn account(now: Timestamp) -> story::AccountId {
    story::AccountId::from_parts(milliseconds(now), bytes())
}

/// An identity for an asking.
pub fn request(now: Timestamp) -> story::RequestId {
    story::RequestId::from_parts(milliseconds(now), bytes())
}

/// An identity for a block of text.
pub fn block() -> BlockId {
    BlockId(u64::from_le_bytes(bytes()))
}

/// A word that nobody guesses: 20 letters and digits, 100 bits.
pub fn token() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    bytes::<20>().iter().map(|b| char::from(LETTERS[usize::from(b & 31)])).collect()
}
