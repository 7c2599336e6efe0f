//! The side of the door that answers.

use super::{FILE, address, lines::Lines, user};
use crate::{
    answer,
    assemble::Works,
    call::{Call, Message, Progress, Tell},
    fault::{Fault, Result},
};
use axum::body::{Body, to_bytes};
use hyper::{
    Method, Request, Response, StatusCode,
    body::{Bytes, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::{rt::TokioIo, server::graceful::GracefulShutdown};
use newsroom::Actor;
use std::{convert::Infallible, fs, io, os::unix::fs::PermissionsExt, path::PathBuf, sync::Arc};
use tokio::{
    net::{UnixListener, UnixStream},
    sync::{mpsc, watch},
};

/// The most bytes of one question: the largest copy, twice as long in hexadecimal digits, or the largest text tree,
/// and what is around it.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// The open door.
pub struct Door {
    listener: UnixListener,
    path: PathBuf,
}

impl Door {
    /// Opens the door in a folder whose lock the program holds. What an earlier program left there is taken away.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn open(works: &Works) -> Result<Self> {
        let folder = works.folder.path();
        let path = folder.join(FILE);
        let fault = |e: io::Error| Fault::file(&path, "open the socket", &e);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(fault(error)),
            _ => {}
        }
        let (address, _open) = address(folder).map_err(fault)?;
        let listener = UnixListener::bind(address).map_err(fault)?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).map_err(fault)?;
        Ok(Self { listener, path })
    }

    /// Answers until it is told to stop; then finishes what was asked.
    pub async fn serve(self, works: Arc<Works>, mut stop: watch::Receiver<bool>) {
        let ending = GracefulShutdown::new();
        loop {
            let accepted = tokio::select! {
                accepted = self.listener.accept() => accepted,
                _ = stop.wait_for(|stop| *stop) => break,
            };
            match accepted {
                Ok((stream, _)) => {
                    let Some(actor) = actor(&stream) else { continue };
                    let works = works.clone();
                    let service = service_fn(move |request| answer(works.clone(), actor.clone(), request));
                    let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
                    tokio::spawn(ending.watch(connection));
                }
                Err(error) => {
                    tracing::warn!(%error, "the socket cannot accept");
                    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
                }
            }
        }
        let _ = fs::remove_file(&self.path);
        ending.shutdown().await;
    }
}

/// Who is at the other end: only the owner of the program, and root.
fn actor(stream: &UnixStream) -> Option<Actor> {
    let uid = stream.peer_cred().ok()?.uid();
    (uid == 0 || uid == user::own()).then(|| Actor::of_the_machine(&user::name(uid)))
}

async fn answer(works: Arc<Works>, actor: Actor, request: Request<Incoming>) -> Result<Response<Lines>, Infallible> {
    let (tell, lines) = mpsc::unbounded_channel();
    let status = match call(request).await {
        Ok(call) => {
            // A task of its own: what was asked is carried out also when the asker hangs up.
            tokio::spawn(carry_out(works, actor, call, tell));
            StatusCode::OK
        }
        Err(fault) => {
            send(&tell, &Message::Fault(fault));
            StatusCode::BAD_REQUEST
        }
    };
    let mut response = Response::new(Lines(lines));
    *response.status_mut() = status;
    let kind = hyper::header::HeaderValue::from_static("application/jsonl");
    response.headers_mut().insert(hyper::header::CONTENT_TYPE, kind);
    Ok(response)
}

async fn call(request: Request<Incoming>) -> Result<Call> {
    if request.method() != Method::POST || request.uri().path() != "/" {
        return Err(Fault::usage("the socket answers to POST / alone"));
    }
    let body = to_bytes(Body::new(request.into_body()), MOST_BYTES).await;
    let body = body.map_err(|e| Fault::usage(format!("the question did not arrive whole: {e}")))?;
    serde_json::from_slice(&body).map_err(|e| Fault::usage(format!("the question is not understood: {e}")))
}

async fn carry_out(works: Arc<Works>, actor: Actor, call: Call, tell: mpsc::UnboundedSender<Bytes>) {
    let progress = tell.clone();
    let progress: Tell = Arc::new(move |at: Progress| send(&progress, &Message::Progress(at)));
    let message = match answer::answer(&works, &actor, call, &progress).await {
        Ok(answer) => Message::Answer(answer),
        Err(fault) => Message::Fault(fault),
    };
    send(&tell, &message);
}

fn send(tell: &mpsc::UnboundedSender<Bytes>, message: &Message) {
    let mut line = serde_json::to_vec(message).unwrap_or_default();
    line.push(b'\n');
    // Whoever hung up hears nothing.
    let _ = tell.send(line.into());
}
