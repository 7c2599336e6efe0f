//! What every store must do. Each function begins with an empty store and leaves one in which nothing is wrong.

pub mod batches;
pub mod checks;
pub mod desk;
pub mod log;
pub mod sealing;
pub mod stories;
