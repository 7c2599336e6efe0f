//! Feeds of our own, and the suites of others.

mod expect;
mod suites;
mod writing;
