//! How much memory a test has held at the most.

/// The most that reading anything may need, in kilobytes.
const MOST_KB: u64 = 256 * 1024;

/// Fails when this process ever held more. Each test is a process of its own under `./test`.
pub fn assert_modest() {
    let held = held_kb();
    assert!(held <= MOST_KB, "{held} kB were held, {MOST_KB} are the most");
}

/// As the kernel counts it; 0 where it does not say.
fn held_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse().ok()).unwrap_or_default()
}
