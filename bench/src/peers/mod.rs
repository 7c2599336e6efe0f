//! Those that Dateline is held against.

pub mod bare;
pub mod nginx;
pub mod postgres;
