//! Everything that depends on a language, as data: one folder per language, no branch on a language in the code.
//!
//! Comes in: a language's folder (seven are built in, an eighth is given as bytes), values to be shown, lines to be
//! compared. Goes out: words, numbers, dates and datelines as that language prints them, and the facts by which its
//! copy is read.
//! Never here: what a story is for, input or output, the clock, a panic on any input.
//!
//! | module | holds |
//! |---|---|
//! | [`letter`] | letters and figures, told in one step |
//! | [`languages`] | the languages of an agency; [`Languages::profile`] finds the one for a tag |
//! | [`profile`] | one language, and beside it a file per verb: say, number, date, dateline, tail |
//! | [`words`] | the name of every string on the screen |
//! | [`copy`] | what has to be known to read copy |
//! | [`names`] | how names are written, and which words are forms of one another |
//! | [`persons`] | how copy says who somebody is |
//! | [`figure_words`] | how numbers are written, in digits and in words |
//! | [`dictionary`] | the words of a language, where there is a free dictionary |
//! | [`spoilt`] | text that was read in a wrong charset |
//! | [`usage`] | how the language is used in copy, for the checks |
//! | [`wordlist`] | lists of words of the data, found in a text |
//! | [`face`] | type: stacks, line heights, sizes, a font of our own |
//! | [`identify`](mod@identify) | which language a text is in |
//! | [`places`] | the countries and territories that a text names |
//! | [`sentences`] | where sentences end |
//! | `sound` | how a name sounds, whatever its script |
//! | [`arithmetic`] | what copy says of several figures at once |
//! | [`values`] | the figures, dates and times in a text, by value |
//! | [`vocabulary`] | what subjects and genres are called, and how they hang together |
//! | [`folder`] | a folder of data, and all that can be wrong with it |

pub mod arithmetic;
mod built_in;
mod compare;
pub mod copy;
mod date;
mod dateline;
pub mod dictionary;
pub mod face;
mod figure;
pub mod figure_words;
pub mod folder;
pub mod identify;
mod isolate;
pub mod language;
pub mod languages;
pub mod letter;
mod lookalike;
pub mod names;
mod number;
pub mod persons;
mod phrase;
pub mod places;
pub mod profile;
mod read_date;
mod say;
mod script;
pub mod sentences;

mod sound;
pub mod spoilt;
mod tail;
pub mod usage;
pub mod values;
pub mod vocabulary;
pub mod wire;
pub mod wordlist;
pub mod words;

pub use arithmetic::Arithmetic;
pub use compare::{fold, opens, opens_with};
pub use copy::{CommonCopy, CopyWords};
pub use dictionary::Dictionary;
pub use face::{Face, WebFont};
pub use figure_words::FigureWords;
pub use folder::{BadFolder, Folder};
pub use identify::{Identified, identify};
pub use language::Language;
pub use languages::Languages;
pub use names::NameWords;
pub use persons::{PersonWords, Posts};
pub use places::{PlaceWords, Territory};
pub use profile::Profile;
pub use sentences::SentenceWords;
pub use sound::{Sound, is_given_name};
pub use usage::Usage;
pub use values::{Value, What};
pub use vocabulary::{GENRES, Label, TOPICS, Vocabulary, label};
pub use wire::WireWords;
pub use wordlist::Wordlist;
pub use words::{Area, Word};
