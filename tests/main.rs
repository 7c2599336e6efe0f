//! The whole house under test: one binary, the real program, real browsers, real crashes.

mod anything;
mod browser;
mod checks;
mod commands;
mod crash;
mod demo;
mod disk;
mod drafts;
mod eighth_language;
mod embargo;
mod house;
mod keeping;
mod rights;
mod sample;
mod site;
mod support;
mod verbs;
mod wire;
