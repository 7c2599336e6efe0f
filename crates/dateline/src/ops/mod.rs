//! For those who keep the program running: health, metrics, logs, and the graceful stop.

mod health;
pub mod logs;
mod metrics;
pub mod stop;

pub use metrics::Meter;

use crate::assemble::Works;
use axum::{Router, extract::State, http::StatusCode, response::IntoResponse, routing::get};
use health::Health;
use std::{sync::Arc, time::Duration};

/// How often the program looks at its own health.
const OFTEN: Duration = Duration::from_secs(1);

#[derive(Clone)]
struct Ops {
    works: Arc<Works>,
    meter: Meter,
    health: Arc<Health>,
}

/// `/healthz` and `/metrics`, for an address of their own: they are nobody's business but the keeper's. Starts the
/// look at one's own health, which goes on as long as the program runs.
pub fn routes(works: Arc<Works>, meter: Meter) -> Router {
    let health = Arc::new(Health::default());
    tokio::spawn(watch(works.clone(), health.clone()));
    let ops = Ops { works, meter, health };
    Router::new().route("/healthz", get(healthz)).route("/metrics", get(metrics)).with_state(ops)
}

async fn watch(works: Arc<Works>, health: Arc<Health>) {
    loop {
        health.look(&works.room);
        tokio::time::sleep(OFTEN).await;
    }
}

async fn healthz(State(ops): State<Ops>) -> impl IntoResponse {
    let report = ops.health.look(&ops.works.room);
    let status = if report.ready() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, axum::Json(report))
}

async fn metrics(State(ops): State<Ops>) -> impl IntoResponse {
    let text = ops.meter.render(&ops.works.room).await;
    ([("content-type", "text/plain; version=0.0.4")], text)
}
