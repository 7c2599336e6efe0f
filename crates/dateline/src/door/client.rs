//! The side of the door that asks.

use super::address;
use crate::{
    call::{Answer, Call, Message, Tell},
    fault::{Fault, Result},
};
use axum::body::Body;
use hyper::{Request, StatusCode, body::Body as _, client::conn::http1};
use hyper_util::rt::TokioIo;
use std::{future::poll_fn, path::Path, pin::Pin};
use tokio::net::UnixStream;

/// A line to the newsroom.
pub struct Client {
    sender: http1::SendRequest<Body>,
}

/// Why there is no answer.
#[derive(Debug)]
pub enum Unreached {
    /// Nobody is there, or the line broke before the answer was whole.
    Broken(String),
    /// The answer is a fault.
    Fault(Fault),
}

fn broken(error: impl std::fmt::Display) -> Unreached {
    Unreached::Broken(error.to_string())
}

impl Client {
    /// Knocks at a folder's door; nobody may be there.
    ///
    /// # Errors
    /// When somebody is there and the socket cannot be opened all the same.
    pub async fn reach(folder: &Path) -> Result<Option<Self>> {
        let fault = |e: &std::io::Error| Fault::file(&folder.join(super::FILE), "open the socket", e);
        let (path, _open) = address(folder).map_err(|e| fault(&e))?;
        match UnixStream::connect(&path).await {
            Ok(stream) => match http1::handshake(TokioIo::new(stream)).await {
                Ok((sender, connection)) => {
                    tokio::spawn(connection);
                    Ok(Some(Self { sender }))
                }
                Err(_) => Ok(None),
            },
            Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => Err(fault(&error)),
            Err(_) => Ok(None),
        }
    }

    /// Asks, and waits for the answer.
    ///
    /// # Errors
    /// See [`Unreached`].
    pub async fn call(&mut self, call: &Call, tell: &Tell) -> Result<Answer, Unreached> {
        let body = serde_json::to_vec(call).map_err(broken)?;
        self.sender.ready().await.map_err(broken)?;
        let request = Request::post("/").header("host", "dateline").body(Body::from(body)).map_err(broken)?;
        let response = self.sender.send_request(request).await.map_err(broken)?;
        if !matches!(response.status(), StatusCode::OK | StatusCode::BAD_REQUEST) {
            return Err(broken(response.status()));
        }
        let mut body = response.into_body();
        let mut heard: Vec<u8> = Vec::new();
        while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
            let Ok(data) = frame.map_err(broken)?.into_data() else { continue };
            heard.extend_from_slice(&data);
            while let Some(end) = heard.iter().position(|&b| b == b'\n') {
                let line: Vec<u8> = heard.drain(..=end).collect();
                match serde_json::from_slice(&line).map_err(broken)? {
                    Message::Progress(progress) => tell(progress),
                    Message::Answer(answer) => return Ok(answer),
                    Message::Fault(fault) => return Err(Unreached::Fault(fault)),
                }
            }
        }
        Err(broken("the line broke before the answer"))
    }
}
