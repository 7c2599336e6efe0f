//! Whether the program does its work: whatever is released stands on the site.

use newsroom::Newsroom;
use serde::Serialize;
use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// A follower that has been behind for so long without a step is stuck.
const STUCK: Duration = Duration::from_secs(30);

/// How the program is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// All is well.
    Ready,
    /// It has just begun: the followers have not yet come to where the log stood.
    Starting,
    /// A follower does not come forward.
    Stuck,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// How the program is.
    pub status: Status,
    /// The number of the newest entry of the log.
    pub log: u64,
    /// Where each follower stands.
    pub followers: BTreeMap<&'static str, u64>,
    /// The program's version.
    pub version: &'static str,
}

impl Report {
    /// Whether all is well.
    pub fn ready(&self) -> bool {
        self.status == Status::Ready
    }
}

/// What is remembered from one look to the next.
#[derive(Debug, Default)]
pub struct Health(Mutex<Memory>);

#[derive(Debug, Default)]
struct Memory {
    /// Every follower has once been where the log was.
    arrived: bool,
    /// Where each follower stood when it last came forward, and when it was first seen there.
    places: BTreeMap<&'static str, (u64, Option<Instant>)>,
}

impl Health {
    /// Looks at a newsroom.
    pub fn look(&self, room: &Newsroom) -> Report {
        self.judge(room.store().position().n, &room.followers().places(), Instant::now())
    }

    fn judge(&self, log: u64, places: &[(&'static str, u64)], now: Instant) -> Report {
        let mut memory = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut stuck = false;
        for &(name, at) in places {
            let kept = memory.places.entry(name).or_insert((at, None));
            if at >= log {
                *kept = (at, None);
            } else if kept.0 != at || kept.1.is_none() {
                *kept = (at, Some(now));
            } else {
                stuck |= kept.1.is_some_and(|since| now.saturating_duration_since(since) >= STUCK);
            }
        }
        memory.arrived |= places.iter().all(|&(_, at)| at >= log);
        let status = match (stuck, memory.arrived) {
            (true, _) => Status::Stuck,
            (false, true) => Status::Ready,
            (false, false) => Status::Starting,
        };
        Report { status, log, followers: places.iter().copied().collect(), version: env!("CARGO_PKG_VERSION") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_follower_that_does_not_come_forward_is_stuck() {
        let (health, start) = (Health::default(), Instant::now());
        let at = |seconds| start + Duration::from_secs(seconds);
        let look = |log, place, seconds| health.judge(log, &[("site", place)], at(seconds)).status;
        assert_eq!(look(10, 4, 0), Status::Starting);
        assert_eq!(look(10, 10, 1), Status::Ready);
        assert_eq!(look(12, 10, 2), Status::Ready);
        assert_eq!(look(13, 11, 40), Status::Ready);
        assert_eq!(look(14, 11, 69), Status::Ready);
        assert_eq!(look(15, 11, 70), Status::Stuck);
        assert_eq!(look(15, 15, 71), Status::Ready);
    }
}
