//! How many cases a property is tried with: as many as it says, or as `PROPTEST_CASES` asks for.

use proptest::test_runner::Config;

/// The usual settings, with that many cases where nobody asks for others.
pub(crate) fn cases(usual: u32) -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    let cases = asked.unwrap_or(usual);
    let kept = Config::default();
    // What a case was drawn too small for does not use up the patience of a long run.
    Config {
        cases,
        max_local_rejects: kept.max_local_rejects.max(cases.saturating_mul(64)),
        max_global_rejects: kept.max_global_rejects.max(cases.saturating_mul(4)),
        ..kept
    }
}
