//! The words that patterns and names are made of, by number: a token of a text is looked up once, and is a number to
//! every pattern that asks for it.

use super::tokens::Tokens;
use foldhash::HashMap;

/// The number of a word; nought for one that no pattern and no name has.
pub(super) type Id = u32;

/// The words of a language's patterns and names, as they are compared.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    ids: HashMap<String, Id>,
    /// What may be written on to the front of a word, and what it then stands for.
    glued: Vec<(String, String)>,
}

impl Vocabulary {
    /// An empty one; `glued` is what may be written on to the front of words, as it is compared.
    pub fn new(glued: Vec<(String, String)>) -> Self {
        Self { ids: HashMap::default(), glued }
    }

    /// The number of a word, a new one where it has none.
    pub fn learn(&mut self, word: &str) -> Id {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        // Patterns are data: there are thousands of words, not billions.
        let id = Id::try_from(self.ids.len() + 1).unwrap_or_default();
        self.ids.insert(word.to_owned(), id);
        id
    }

    /// The number of a word.
    pub fn id(&self, word: &str) -> Id {
        self.ids.get(word).copied().unwrap_or_default()
    }

    /// Whether this is written on to the front of words and figures.
    pub fn glues(&self, folded: &str) -> bool {
        self.glued.iter().any(|(front, _)| front == folded)
    }

    /// Numbers the tokens of a text: each as it stands, and without what is written on to its front.
    pub fn number(&self, mut tokens: Tokens) -> Tokens {
        let (mut ids, mut bare) = (Vec::with_capacity(tokens.list.len()), Vec::new());
        let mut word = String::new();
        for at in 0..tokens.list.len() {
            let folded = tokens.folded(at).unwrap_or_default();
            ids.push(self.id(folded));
            for (front, stands) in &self.glued {
                let Some(rest) = folded.strip_prefix(front.as_str()).filter(|rest| rest.chars().nth(2).is_some())
                else {
                    continue;
                };
                word.clear();
                word.push_str(stands);
                word.push_str(rest);
                match self.id(&word) {
                    0 => {}
                    id => bare.push((at, id)),
                }
            }
        }
        tokens.number(ids, bare);
        tokens
    }
}
