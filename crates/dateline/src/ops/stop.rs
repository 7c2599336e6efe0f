//! The graceful stop: the first SIGINT or SIGTERM asks for it, the second one does not wait.

use crate::fault::{Fault, Result};
use tokio::{
    signal::unix::{SignalKind, signal},
    sync::watch,
};

/// The exit code of a program that was stopped twice: 128 and the number of SIGINT.
const CUT_OFF: i32 = 130;

/// Listens for signals. Turns true when the program is asked to stop.
///
/// # Errors
/// When the system does not let it listen.
pub fn listen() -> Result<(watch::Sender<bool>, watch::Receiver<bool>)> {
    let on = |kind| signal(kind).map_err(|e| Fault::ours(format!("cannot listen for signals: {e}")));
    let (mut interrupt, mut terminate) = (on(SignalKind::interrupt())?, on(SignalKind::terminate())?);
    let (tell, asked) = watch::channel(false);
    let teller = tell.clone();
    tokio::spawn(async move {
        loop {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
            if teller.send_replace(true) {
                // Everything that was acknowledged is on the disk: cutting the rest off loses nothing.
                std::process::exit(CUT_OFF);
            }
            tracing::info!("stopping: finishing what was begun");
        }
    });
    Ok((tell, asked))
}
