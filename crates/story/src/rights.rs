//! Who may do what: role x language x desk.

use crate::{Tag, text::Line};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $bad:ident, $what:literal, { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every one.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word for it.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(self.as_str()) }
        }

        /// A word that names none.
        #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
        #[error("{word:?} is not {what}", word = .0, what = $what)]
        pub struct $bad(pub String);

        impl FromStr for $name {
            type Err = $bad;
            fn from_str(word: &str) -> Result<Self, $bad> {
                Self::ALL.iter().copied().find(|v| v.as_str() == word).ok_or_else(|| $bad(word.chars().take(40).collect()))
            }
        }
    };
}

words!(
    /// What a person is at the desk.
    Role, NotARole, "a role: reporter, translator, editor, chief or administrator", {
        /// Files copy and revises it.
        Reporter = "reporter",
        /// Makes editions from other editions.
        Translator = "translator",
        /// Sub-editor: revises everybody's copy.
        Editor = "editor",
        /// Releases, corrects, holds and kills.
        Chief = "chief",
        /// Keeps accounts and the program; releases nothing.
        Administrator = "administrator",
    }
);

words!(
    /// What can be asked of the newsroom.
    Verb, NotAVerb, "a verb of the newsroom", {
        /// See stories that are not public, and their history.
        Read = "read",
        /// File a new story.
        File = "file",
        /// Add an edition made from another.
        Translate = "translate",
        /// Save a revision of text or story data.
        Revise = "revise",
        /// Make an edition public, or public as it now stands.
        Release = "release",
        /// Say what was wrong and what is right.
        Correct = "correct",
        /// Take out of sight.
        Hold = "hold",
        /// Bring back.
        Unhold = "unhold",
        /// Withdraw everywhere.
        Kill = "kill",
        /// Withdraw everywhere and seal the text.
        Takedown = "takedown",
        /// Plan a release for later; move or cancel it.
        Schedule = "schedule",
        /// Set, move or lift an embargo.
        Embargo = "embargo",
        /// Dismiss what the checks found, or take that back.
        Dismiss = "dismiss",
        /// Release in spite of what the checks hold back.
        Overrule = "overrule",
        /// Make and close accounts, give and take rights.
        Accounts = "accounts",
        /// Rebuild, verify, back up, confirm after a restore.
        Keep = "keep",
    }
);

/// One right of a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Right {
    /// As what.
    pub role: Role,
    /// In which language; in every one when none is named.
    pub lang: Option<Tag>,
    /// At which desk; at every one when none is named.
    pub desk: Option<Line>,
}

/// All the rights of a person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rights(pub Vec<Right>);

impl Role {
    /// What this role may do.
    pub const fn verbs(self) -> &'static [Verb] {
        use Verb::{
            Accounts, Correct, Dismiss, Embargo, File, Hold, Keep, Kill, Overrule, Read, Release, Revise, Schedule,
            Takedown, Translate, Unhold,
        };
        match self {
            Role::Reporter => &[Read, File, Revise, Dismiss],
            Role::Translator => &[Read, Translate, Revise, Dismiss],
            Role::Editor => &[Read, File, Translate, Revise, Dismiss],
            Role::Chief => &[
                Read, File, Translate, Revise, Dismiss, Release, Correct, Hold, Unhold, Kill, Takedown, Schedule,
                Embargo, Overrule,
            ],
            Role::Administrator => &[Read, Accounts, Keep],
        }
    }
}

impl Rights {
    /// Every role in every language at every desk: whoever owns the folder.
    pub fn everything() -> Self {
        Self(Role::ALL.iter().map(|&role| Right { role, lang: None, desk: None }).collect())
    }

    /// Whether these rights cover a verb on an edition at a desk. Without a language the verb is on the story as a
    /// whole, which a right in any one language covers: whoever may kill the Urdu edition may kill the story.
    pub fn cover(&self, verb: Verb, lang: Option<&Tag>, desk: &str) -> bool {
        self.0.iter().any(|right| {
            right.role.verbs().contains(&verb)
                && right.desk.as_ref().is_none_or(|d| **d == *desk)
                && match (&right.lang, lang) {
                    (None, _) | (_, None) => true,
                    (Some(mine), Some(asked)) => mine == asked,
                }
        })
    }

    /// Whether these rights cover a verb anywhere.
    pub fn cover_somewhere(&self, verb: Verb) -> bool {
        self.0.iter().any(|right| right.role.verbs().contains(&verb))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_right_is_bound_to_its_language_and_desk() {
        let urdu: Tag = "ur".parse().expect("a tag");
        let english: Tag = "en".parse().expect("a tag");
        let rights = Rights(vec![Right { role: Role::Chief, lang: Some(urdu.clone()), desk: Some("main".into()) }]);
        assert!(rights.cover(Verb::Release, Some(&urdu), "main"));
        assert!(!rights.cover(Verb::Release, Some(&english), "main"));
        assert!(!rights.cover(Verb::Release, Some(&urdu), "sport"));
        assert!(rights.cover(Verb::Kill, None, "main"));
        assert!(!rights.cover(Verb::Accounts, None, "main"));
    }

    #[test]
    fn without_a_right_nothing_is_covered() {
        for &verb in Verb::ALL {
            assert!(!Rights::default().cover(verb, None, "main"));
            assert!(Rights::everything().cover(verb, None, "main"), "{verb}");
        }
    }

    #[test]
    fn an_administrator_releases_nothing() {
        assert!(!Role::Administrator.verbs().contains(&Verb::Release));
    }

    #[test]
    fn whoever_edits_dismisses_and_whoever_releases_overrules() {
        for role in Role::ALL {
            let may = |verb| role.verbs().contains(&verb);
            assert_eq!(may(Verb::Dismiss), may(Verb::Revise), "{role}");
            assert_eq!(may(Verb::Overrule), may(Verb::Release), "{role}");
        }
    }
}
