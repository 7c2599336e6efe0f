//! What the newsroom says of itself, over the socket or with its folder in hand.

use super::Finding;
use crate::{call::Call, reach::Reach};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};
use story::LogId;

/// The answer to [`Call::State`], as far as it is looked at.
#[derive(Deserialize)]
struct State {
    log: LogId,
    n: u64,
    at: Timestamp,
    followers: BTreeMap<String, u64>,
    due: usize,
    stuck: usize,
    paused: bool,
    accounts: usize,
}

pub(super) async fn all(path: &Path) -> Vec<Finding> {
    let mut reach = match Reach::open(path, "doctor").await {
        Ok(reach) => reach,
        Err(fault) => return vec![Finding::fault("newsroom", &fault)],
    };
    let serving = reach.is_serving();
    let answer = reach.ask(&Call::State).await;
    reach.close().await;
    let mut out = vec![if serving {
        Finding::ok("newsroom", "served; commands go to it")
    } else {
        Finding::ok("newsroom", "not served; commands open the folder themselves")
    }];
    match answer.map(|answer| serde_json::from_value::<State>(answer.value)) {
        Ok(Ok(state)) => out.extend(judge(&state, Timestamp::now())),
        Ok(Err(error)) => out.push(Finding::fail("newsroom", error.to_string(), "is another version being served?")),
        Err(fault) => out.push(Finding::fault("newsroom", &fault)),
    }
    out
}

fn judge(state: &State, now: Timestamp) -> Vec<Finding> {
    let mut out = Vec::new();
    let says = format!("no. {}, epoch {}", state.n, state.log.epoch);
    out.push(if state.at > now && now.duration_until(state.at) > SignedDuration::from_secs(1) {
        let says = format!("{says}; its last entry is of {}, which is still to come", state.at);
        Finding::warn("log", says, "the clock was set back: log time stands still until the clock has caught up")
    } else {
        Finding::ok("log", says)
    });
    for (name, &at) in &state.followers {
        out.push(if at < state.n {
            let says = format!("the {name} is at no. {at} of {}", state.n);
            Finding::warn("follower", says, "look again in a moment; if it stays, see the program's log")
        } else {
            Finding::ok("follower", format!("the {name} has followed to no. {at}"))
        });
    }
    out.push(match (state.paused, state.stuck) {
        (true, _) => {
            let says = format!("{} wait, and nothing goes out by itself after a restore", state.due);
            Finding::warn("due", says, "look at `dateline due`, then `dateline confirm`")
        }
        (false, 0) => Finding::ok("due", format!("{} wait for their time", state.due)),
        (false, stuck) => {
            let says = format!("{stuck} did not go out when their time came");
            Finding::warn("due", says, "`dateline due` says why")
        }
    });
    out.push(match state.accounts {
        0 => Finding::warn(
            "accounts",
            "nobody can sign in at the desk",
            "`dateline serve` says how, or `dateline account add`",
        ),
        n => Finding::ok("accounts", format!("{n} may sign in at the desk")),
    });
    out
}

#[cfg(test)]
mod tests {
    use super::{super::Level, *};
    use story::BatchId;

    #[test]
    fn a_clock_set_back_a_lag_and_a_pause_are_seen() {
        let now: Timestamp = "2026-11-22T14:00:00Z".parse().expect("a moment");
        let mut state = State {
            log: LogId { id: BatchId::from_bytes([1; 16]), epoch: 1 },
            n: 7,
            at: now,
            followers: [("site".to_owned(), 7)].into(),
            due: 2,
            stuck: 0,
            paused: false,
            accounts: 1,
        };
        assert!(judge(&state, now).iter().all(|f| f.level == Level::Ok));
        state.at = "2026-11-22T15:00:00Z".parse().expect("a moment");
        state.followers.insert("site".into(), 5);
        state.paused = true;
        state.accounts = 0;
        let warned: Vec<&str> = judge(&state, now).iter().filter(|f| f.level == Level::Warn).map(|f| f.what).collect();
        assert_eq!(warned, ["log", "follower", "due", "accounts"]);
    }
}
