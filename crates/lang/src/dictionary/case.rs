//! Small and great letters in a word, as spelling sees them.

/// Which letters of a word are great.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Case {
    /// None.
    Small,
    /// The first alone.
    First,
    /// All.
    All,
    /// Others.
    Mixed,
}

impl Case {
    /// Of this word.
    pub fn of(word: &str) -> Case {
        let great = word.chars().filter(|letter| letter.is_uppercase()).count();
        match great {
            0 => Case::Small,
            1 if word.starts_with(char::is_uppercase) => Case::First,
            _ if !word.contains(char::is_lowercase) => Case::All,
            _ => Case::Mixed,
        }
    }
}

/// The word with its first letter great and all others small.
pub fn titled(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}
