//! Bytes <-> story: every form in which copy comes in or goes out.
//!
//! Comes in: bytes that nobody vouches for. Goes out: a text tree and what was understood; or, the other way, a text
//! tree as bytes of a form. Never here: trust in the input, a panic, input or output, the clock.
//!
//! | module | form |
//! |---|---|
//! | [`any`] | whichever it is: told, read, written by name |
//! | [`copy`] | plain text as it comes from an e-mail, a phone, a web page; in only |
//! | [`ninjs`] | news in JSON, by the IPTC: 1.0 to 3.1 |
//! | [`newsml_g2`], [`newsml_1`] | NewsML of both generations |
//! | [`nitf`] | NITF in the forms of its DTDs and of 3.6 |
//! | [`iptc7901`], [`anpa`] | the text wires |
//! | [`feeds`] | RSS of every version, RDF, CDF and Atom: read; RSS 2.0 and Atom 1.0 written |
//! | [`jsonfeed`] | JSON Feed 1.0 and 1.1 |
//! | [`html`] | a page's article, written strictly and read leniently |
//! | [`plain`], [`email`] | words for people |
//! | [`whole`] | items whole, as JSON of our own |
//! | [`codes`] | codes of vocabularies and the addresses that they stand for, both ways |
//! | [`papers`] | what each format carries, tried |

pub mod anpa;
pub mod any;
mod body;
mod channel;
pub mod codes;
pub mod copy;
pub mod email;
pub mod feeds;
mod format;
mod head;
pub mod html;
pub mod iptc7901;
mod json;
pub mod jsonfeed;
pub mod newsml_1;
pub mod newsml_g2;
pub mod ninjs;
pub mod nitf;
pub mod papers;
pub mod plain;
mod reading;
mod slips;
mod times;
mod tree;
#[cfg(test)]
mod trials;
pub mod whole;
mod xml;

pub use channel::Channel;
pub use format::{Format, NotAFormat};
pub use reading::{Liberties, Liberty, MOST_BYTES, MOST_ITEMS, NotAStory, Reading, Refused, Took, Written};
