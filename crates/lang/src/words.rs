//! Every string that a reader or an editor sees, by name.
//!
//! One line in the file of an area, `Name = "key" [gaps] "what it is";`, and one line in `words/<area>.toml` of every
//! language add a string. A string with the gap `count` has a form for each plural category of its language. The list
//! is kept in groups, in the order in which they come up on the page.
//!
//! | file | holds |
//! |---|---|
//! | `site`, `desk`, `notices`, `checks` | the list, area by area |
//! | `area` | the areas |
//! | `of` | the strings for kinds, standings and roles |

mod area;
mod of;
#[macro_use]
mod site;
#[macro_use]
mod desk;
#[macro_use]
mod notices;
#[macro_use]
mod checks;

pub use area::Area;

/// Makes the strings of the whole list. Each area is a macro that hands the list on to the next, with its own part.
macro_rules! words {
    (; $($area:ident { $($word:ident = $key:literal [$($gap:ident),*] $doc:literal;)+ })+) => {
        /// A string that a reader or an editor sees. What may fill its gaps stands in [`Word::gaps`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Word { $($(#[doc = $doc] $word,)+)+ }

        impl Word {
            /// Every one, in the order of the list.
            pub const ALL: &'static [Word] = &[$($(Word::$word,)+)+];

            /// The name under which the language folders have it.
            pub const fn key(self) -> &'static str {
                match self { $($(Word::$word => $key,)+)+ }
            }

            /// Where it is seen.
            pub const fn area(self) -> Area {
                match self { $($(Word::$word)|+ => Area::$area,)+ }
            }

            /// The names of its gaps, without the braces.
            pub const fn gaps(self) -> &'static [&'static str] {
                match self { $($(Word::$word => &[$(stringify!($gap)),*],)+)+ }
            }
        }
    };
}

site! { desk notices checks words; }

impl Word {
    /// The string with this key.
    pub fn from_key(key: &str) -> Option<Word> {
        Word::ALL.iter().copied().find(|word| word.key() == key)
    }

    /// Whether it has a form for each plural category of the language.
    pub fn is_counted(self) -> bool {
        self.gaps().contains(&"count")
    }
}
