//! The whole house under test: one binary, the real program, real browsers, real crashes.

mod house;
mod rights;
mod support;
mod verbs;
