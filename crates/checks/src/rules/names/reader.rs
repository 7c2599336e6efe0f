//! How people are found in a passage: by their capitals and the posts beside them, by given names where a script has no
//! capitals.

use super::{
    people::{Lone, Mention, People},
    words::{Gap, Sort, Words},
};
use crate::copy::{Passage, Role};
use lang::{PersonWords, Profile};
use std::ops::Range;

/// The most words of a name.
const LONGEST: usize = 4;
/// The most words with a capital in a row that are looked at.
const LONGEST_RUN: usize = 12;
/// The most words of a post.
const LONGEST_POST: usize = 3;
/// The most words between a name and the post behind it, and between a post and the name behind that.
const MOST_BETWEEN: usize = 4;
/// The most words from the post to the comma that its bearer's name stands behind.
const MOST_OF_POST: usize = 9;

/// Adds the people of a passage.
pub(super) fn read(profile: &Profile, passage: &Passage, number: usize, people: &mut People) {
    let persons = profile.persons();
    if persons.posts.is_empty() {
        return;
    }
    let running = matches!(passage.role, Role::Paragraph | Role::Item);
    let mut reader = Reader { profile, persons, passage, number, running, words: Words::of(passage), people };
    let mut at = 0;
    while at < reader.words.all.len() {
        at = match reader.words.sort(at) {
            Sort::Capital => reader.capitals(at),
            Sort::Plain if persons.lists(reader.words.word(at)) => reader.plain(at),
            _ => at + 1,
        };
    }
}

/// A post or title that stands at a name.
#[derive(Debug, Default, Clone)]
struct Title {
    /// Its words.
    at: Range<usize>,
    post: Option<usize>,
    rank: Option<usize>,
    /// Whether words stand between that may not belong to it.
    loose: bool,
}

struct Reader<'r> {
    profile: &'r Profile,
    persons: &'r PersonWords,
    passage: &'r Passage,
    number: usize,
    running: bool,
    words: Words<'r>,
    people: &'r mut People,
}

impl Reader<'_> {
    /// Reads the words with a capital that stand here in a row; gives the word behind them.
    fn capitals(&mut self, start: usize) -> usize {
        let end = self.run(start);
        if end - start > LONGEST_RUN {
            return end;
        }
        // The words behind the last title are the name.
        let inside = (start + 1..end).rev().find_map(|name| {
            let title = self.title_before(name)?;
            (title.at.start >= start).then_some((name, title))
        });
        let (mut name, mut title) = match inside {
            Some((name, title)) => (name, Some(title)),
            None => (start, self.title_before(start)),
        };
        let opener = title.is_none() && self.words.is_opener(start, self.profile);
        if self.tokens(name..end) == 1 {
            self.lone(name, end, title.as_ref(), opener, false);
            return end;
        }
        // "But Berger" is Berger, "Grant Berger" may be a Grant.
        let mut doubtful = false;
        if opener && !self.is_given(start) {
            name += 1;
            doubtful = !self.persons.ends.holds(self.words.word(start));
        }
        if self.persons.between
            && title.is_none()
            && let Some(given) = (name..end.saturating_sub(1)).find(|at| self.is_given(*at))
        {
            name = given;
            title = self.title_some_way_before(given);
        }
        let tokens = self.tokens(name..end);
        if tokens == 1 {
            self.lone(name, end, title.as_ref(), false, doubtful);
        } else if tokens > LONGEST || !self.person(name..end, title) {
            for at in start..end {
                let word = self.words.folded_word(at);
                self.people.add_part(word.to_owned());
            }
        }
        end
    }

    /// Reads a name that begins with a given name, in a script without capitals; gives the word behind it.
    fn plain(&mut self, start: usize) -> usize {
        let particle =
            |at: usize| self.profile.names().particles.iter().any(|particle| particle == self.words.folded_word(at));
        let follows =
            |at: usize| self.words.sort(at) == Sort::Plain && matches!(self.words.gap(at), Gap::Space | Gap::Joined);
        let mut end = start + 1;
        while end < start + LONGEST && follows(end) && (particle(end) || self.persons.lists(self.words.word(end))) {
            end += 1;
        }
        // The word behind given names and particles is the surname, where it is none of the sentence's own.
        let own = |at: usize| {
            let word = self.words.word(at);
            let ends = self.persons.ends.holds(word) || self.persons.behind.holds(word);
            ends || self.says(word) || self.post_at(at).is_some()
        };
        if follows(end) && !own(end) {
            end += 1;
        }
        if end - start < 2 {
            return start + 1;
        }
        let title = self
            .title_before(start)
            .or_else(|| self.persons.between.then(|| self.title_some_way_before(start)).flatten());
        self.person(start..end, title);
        end
    }

    /// The end of the words with a capital that stand here in a row, with small words of names between them.
    fn run(&self, start: usize) -> usize {
        let names = self.profile.names();
        let capital = |at: usize| {
            self.words.sort(at) == Sort::Capital
                && matches!(self.words.gap(at), Gap::Space | Gap::Joined | Gap::Initial)
        };
        let particle = |at: usize| {
            let word = self.words.word(at);
            matches!(self.words.gap(at), Gap::Space | Gap::Joined)
                && self.words.sort(at) == Sort::Small
                && names.particles.iter().any(|particle| particle == word)
                && !self.persons.ends.holds(word)
        };
        let mut end = start + 1;
        loop {
            end = if capital(end) {
                end + 1
            } else if particle(end) && capital(end + 1) {
                end + 2
            } else if particle(end) && particle(end + 1) && capital(end + 2) {
                end + 3
            } else {
                return end;
            };
        }
    }

    /// How many names these words are: what is joined by a hyphen is one.
    fn tokens(&self, words: Range<usize>) -> usize {
        1 + (words.start + 1..words.end).filter(|at| self.words.gap(*at) != Gap::Joined).count()
    }

    fn is_given(&self, at: usize) -> bool {
        self.persons.is_given_folded(self.words.word(at), self.words.folded_word(at), self.profile.names())
    }

    /// Whether a word says that somebody says something.
    fn says(&self, word: &str) -> bool {
        self.profile.usage().quotations.says.holds(word)
    }

    /// The post that begins with this word.
    fn post_at(&self, at: usize) -> Option<(usize, usize)> {
        let end = (at + LONGEST_POST).min(self.words.all.len());
        let joined = (at + 1..end).take_while(|at| matches!(self.words.gap(*at), Gap::Space | Gap::Joined)).count();
        self.persons.posts.opens(self.words.folded(at..at + 1 + joined), self.profile.names())
    }

    /// The title that ends directly before this word.
    fn title_before(&self, name: usize) -> Option<Title> {
        if !matches!(self.words.gap(name), Gap::Space | Gap::Initial) {
            return None;
        }
        let names = self.profile.names();
        let from = name.saturating_sub(LONGEST_POST);
        let joined =
            (from..name).rev().skip(1).take_while(|at| matches!(self.words.gap(*at + 1), Gap::Space | Gap::Joined));
        let longest = 1 + joined.count();
        let folded = self.words.folded(name.saturating_sub(longest)..name);
        (0..folded.len()).find_map(|skip| {
            let words = folded.get(skip..)?;
            let whole = |found: Option<(usize, usize)>| found.filter(|(long, _)| *long == words.len()).map(|f| f.1);
            let (post, rank) =
                (whole(self.persons.posts.opens(words, names)), whole(self.persons.ranks.opens(words, names)));
            let courtesy = words.len() == 1 && words.first().is_some_and(|word| names.titles.contains(word));
            let found = post.is_some() || rank.is_some() || courtesy;
            found.then(|| Title { at: name - words.len()..name, post, rank, loose: false })
        })
    }

    /// The post before this word with those words between that say whose it is.
    fn title_some_way_before(&self, name: usize) -> Option<Title> {
        for at in (name.saturating_sub(MOST_BETWEEN)..=name).rev() {
            if let Some(title) = self.title_before(at).filter(|title| title.post.is_some()) {
                return Some(Title { loose: at < name, rank: None, ..title });
            }
            let before = self.words.word(at.checked_sub(1)?);
            let ends = self.persons.ends.holds(before) || self.says(before);
            if ends || !matches!(self.words.gap(at), Gap::Space | Gap::Joined) {
                return None;
            }
        }
        None
    }

    /// The post that stands behind a name: "..., the mayor of Marrowby".
    fn title_after(&self, end: usize) -> Option<Title> {
        let direct = self.words.sort(end) == Sort::Plain && self.words.gap(end) == Gap::Space;
        if !(direct || self.words.gap(end) == Gap::Comma) || end >= self.words.all.len() {
            return None;
        }
        let most = if direct { 0 } else { MOST_BETWEEN };
        for at in end..=end + most {
            let joined = at == end || matches!(self.words.gap(at), Gap::Space | Gap::Joined);
            if !joined || at >= self.words.all.len() {
                return None;
            }
            if let Some((long, post)) = self.post_at(at) {
                // The post of somebody else, whose name follows.
                let next = at + long;
                let follows = self.words.gap(next) == Gap::Space && next < self.words.all.len();
                let other = self.words.sort(next) == Sort::Capital && !self.persons.between || self.is_given(next);
                return (!(follows && other)).then_some(Title {
                    at: at..next,
                    post: Some(post),
                    rank: None,
                    loose: false,
                });
            }
            let word = self.words.word(at);
            if self.persons.ends.holds(word) || self.says(word) {
                return None;
            }
        }
        None
    }

    /// The post before the comma that a name stands behind: "the mayor of Marrowby, Jane Doe, ...".
    fn title_across(&self, name: &Range<usize>) -> Option<Title> {
        let closed = !matches!(self.words.gap(name.end), Gap::Space | Gap::Joined | Gap::Initial);
        if self.words.gap(name.start) != Gap::Comma || !(closed || name.end >= self.words.all.len()) {
            return None;
        }
        let joined = |at: &usize| matches!(self.words.gap(*at), Gap::Space | Gap::Joined | Gap::Initial);
        let first = (name.start.saturating_sub(MOST_OF_POST)..name.start).rev().find(|at| !joined(at))?;
        (first..name.start).find_map(|at| {
            let (long, post) = self.post_at(at)?;
            let next = at + long;
            let whose = next == name.start || self.persons.ends.holds(self.words.word(next));
            let other = next < name.start && self.is_given(next);
            ((whose || self.persons.between) && !other).then_some(Title {
                at: at..next,
                post: Some(post),
                rank: None,
                loose: !whose,
            })
        })
    }

    /// Adds a person; false if nothing says that it is one.
    fn person(&mut self, name: Range<usize>, title: Option<Title>) -> bool {
        let introduced = title.clone().filter(|title| title.post.is_some());
        // What the post before a comma is of is told there; a word behind the name may be a verb: "…, Ana Lopen, guarda …".
        let across = || self.title_across(&name);
        let introduced = introduced.or_else(|| across().filter(|title| !title.loose));
        let introduced = introduced.or_else(|| self.title_after(name.end)).or_else(across);
        let given = self.is_given(name.start);
        if !given && introduced.is_none() && title.is_none() {
            return false;
        }
        let joined = |at: &usize| self.words.gap(*at) == Gap::Joined;
        let first = name.start..(name.start + 1..name.end).find(|at| !joined(at)).unwrap_or(name.end);
        let last = (name.start + 1..name.end).rev().find(|at| !joined(at)).unwrap_or(name.start)..name.end;
        let fold = |words: &Range<usize>| lang::fold(self.words.text.get(self.words.bytes(words)).unwrap_or_default());
        // Elizabeth II has no surname.
        let number = self.words.sort(last.start) == Sort::Capital
            && !(last.clone().any(|at| self.words.word(at).chars().any(char::is_lowercase)));
        if number {
            return false;
        }
        let (first, last) = (fold(&first), fold(&last));
        let at = self.words.bytes(&name);
        let whole = introduced
            .as_ref()
            .map_or(name.clone(), |title| title.at.start.min(name.start)..title.at.end.max(name.end));
        let mention = Mention {
            passage: self.number,
            sentence: self.words.all.get(name.start).map_or(0, |word| word.sentence),
            own: self.running && !self.passage.is_quoted(&at),
            at,
            whole: self.words.bytes(&whole),
            post: introduced.as_ref().and_then(|title| title.post),
            loose: introduced.is_some_and(|title| title.loose),
            rank: title.and_then(|title| title.rank),
        };
        self.people.add(first, last, given, mention, self.profile);
        true
    }

    /// Adds a word that stands by itself.
    fn lone(&mut self, name: usize, end: usize, title: Option<&Title>, unsure: bool, doubtful: bool) {
        let at = self.words.bytes(&(name..end));
        let before = name.checked_sub(1).map(|before| self.words.word(before));
        let thing = self.words.gap(name) != Gap::Other && before.is_some_and(|word| self.persons.things.holds(word));
        let values = &self.passage.values;
        let next = values.partition_point(|value| value.at.end <= at.start);
        let value = values.get(next).is_some_and(|value| value.at.start < at.end);
        self.people.add_lone(Lone {
            word: lang::fold(self.words.text.get(at.clone()).unwrap_or_default()),
            passage: self.number,
            sentence: self.words.all.get(name).map_or(0, |word| word.sentence),
            own: self.running && !self.passage.is_quoted(&at),
            at,
            thing: thing || value || doubtful,
            unsure,
            titled: title.is_some(),
            rank: title.and_then(|title| title.rank),
        });
    }
}
