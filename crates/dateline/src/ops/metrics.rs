//! Metrics, in Prometheus' text form (version 0.0.4).

use metrics::{Counter, Unit, counter, describe_counter, describe_gauge, gauge};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use newsroom::Newsroom;
use std::sync::{Arc, OnceLock};

/// The classes of answers, as the hundreds of their status.
const CLASSES: [&str; 5] = ["1xx", "2xx", "3xx", "4xx", "5xx"];

/// Counts, and tells what was counted. Cheap to clone.
#[derive(Clone)]
pub struct Meter {
    handle: Option<PrometheusHandle>,
    requests: Arc<[Counter]>,
}

/// There is one recorder for the whole program.
fn recorder() -> Option<PrometheusHandle> {
    static HANDLE: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    HANDLE
        .get_or_init(|| {
            let recorder = PrometheusBuilder::new().build_recorder();
            let handle = recorder.handle();
            metrics::set_global_recorder(recorder).ok().map(|()| handle)
        })
        .clone()
}

impl Meter {
    /// The program's meter.
    pub fn new() -> Self {
        let handle = recorder();
        describe_counter!("dateline_http_requests_total", Unit::Count, "Answers, by the class of their status.");
        describe_gauge!("dateline_log_number", "The number of the newest entry of the log.");
        describe_gauge!(
            "dateline_follower_lag",
            Unit::Count,
            "Entries of the log that a follower has not applied yet."
        );
        describe_gauge!("dateline_due", Unit::Count, "Releases that wait for their time.");
        describe_gauge!("dateline_due_stuck", Unit::Count, "Releases that did not go out when their time came.");
        describe_gauge!("dateline_paused", "1 while nothing goes out by itself after a restore.");
        let requests = CLASSES.map(|class| counter!("dateline_http_requests_total", "class" => class)).into();
        Self { handle, requests }
    }

    /// Counts an answer.
    pub fn answered(&self, status: u16) {
        if let Some(counter) = self.requests.get(usize::from(status / 100).wrapping_sub(1)) {
            counter.increment(1);
        }
    }

    /// Everything that was counted, and how the newsroom stands now.
    pub async fn render(&self, room: &Newsroom) -> String {
        let n = room.store().position().n;
        gauge!("dateline_log_number").set(n as f64);
        for (name, at) in room.followers().places() {
            gauge!("dateline_follower_lag", "follower" => name).set(n.saturating_sub(at) as f64);
        }
        if let Ok(due) = room.store().all_due().await {
            gauge!("dateline_due").set(due.len() as f64);
            let stuck = due.iter().filter(|(_, planned)| planned.stuck.is_some()).count();
            gauge!("dateline_due_stuck").set(stuck as f64);
        }
        if let Ok(paused) = room.is_paused().await {
            gauge!("dateline_paused").set(f64::from(u8::from(paused)));
        }
        self.handle
            .as_ref()
            .map(|handle| {
                handle.run_upkeep();
                handle.render()
            })
            .unwrap_or_default()
    }
}

impl Default for Meter {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_counted_by_class() {
        let meter = Meter::new();
        for status in [200, 204, 304, 404, 503, 0, 999] {
            meter.answered(status);
        }
        let text = meter.handle.as_ref().map(PrometheusHandle::render).unwrap_or_default();
        assert!(text.contains("dateline_http_requests_total{class=\"2xx\"} "), "{text}");
        assert!(text.contains("# TYPE dateline_http_requests_total counter"), "{text}");
    }
}
