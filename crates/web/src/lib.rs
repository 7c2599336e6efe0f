//! What speaks HTTP: the site that readers see and the desk where people write. A page is a file, its template beside
//! it; one place ([`answers`]) turns errors into answers.
//!
//! Comes in: requests, and entries of the log. Goes out: pages.
//! Never here: a rule of the trade (who may, what may follow what), SQL, a listening socket.
//!
//! | module | holds |
//! |---|---|
//! | [`site`] | the follower that makes pages from the log, and the answers to readers |
//! | [`desk`] | forms for those who write, all under `/desk` |
//! | [`answers`] | which error of the newsroom becomes which answer |

pub mod answers;
pub mod desk;
pub mod site;
