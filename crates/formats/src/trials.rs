//! How many cases a property is tried with: as many as it says, or as `PROPTEST_CASES` asks for.

use proptest::test_runner::Config;

/// The usual settings, with that many cases where nobody asks for others.
pub(crate) fn cases(usual: u32) -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    Config { cases: asked.unwrap_or(usual), ..Config::default() }
}
