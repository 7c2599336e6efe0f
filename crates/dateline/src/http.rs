//! Connections from the network, within limits: so many at once, heads that arrive in time, and a graceful end.

use crate::fault::{Fault, Result};
use axum::{Router, extract::ConnectInfo};
use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use std::{io, net::SocketAddr, sync::Arc, time::Duration};
use tokio::{
    net::TcpListener,
    sync::{Semaphore, watch},
};
use tower::Service;

/// How long a client may take for the head of a request, and rest between two.
const HEAD: Duration = Duration::from_secs(30);
/// How long open requests may take when the program stops.
const GRACE: Duration = Duration::from_secs(10);
/// The most connections at once, if the system allows as many open files.
const MOST: usize = 10_000;
/// Open files that are none of our connections: the store, pages, logs, the socket.
const OTHERS: u64 = 128;

/// Takes an address.
///
/// # Errors
/// When it is in use or not ours; `option` is what names another.
pub async fn bind(address: SocketAddr, option: &str) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => Fault::in_use(format!("the address {address} is in use by another program"))
            .help(format!("stop that program, or choose another address: {option} {}:PORT", address.ip())),
        io::ErrorKind::AddrNotAvailable => Fault::usage(format!("this machine does not have the address {address}"))
            .help(format!("{option} 127.0.0.1:{} is for this machine alone", address.port())),
        io::ErrorKind::PermissionDenied => {
            Fault::new(crate::fault::Whose::Denied, "denied", format!("not allowed to listen on {address}"))
                .help("ports below 1024 are for the system: choose a higher one")
        }
        _ => Fault::ours(format!("cannot listen on {address}: {error}")),
    })
}

/// Raises the limit of open files as far as the system allows, and gives back how many connections fit.
fn places() -> usize {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let mut limit = getrlimit(Resource::Nofile);
    if limit.current != limit.maximum {
        limit.current = limit.maximum;
        let _ = setrlimit(Resource::Nofile, limit);
    }
    let files = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    usize::try_from(files.saturating_sub(OTHERS)).unwrap_or(MOST).clamp(16, MOST)
}

/// Serves until it is told to stop; then lets open requests end. `count` is told the status of every answer.
pub async fn serve(
    listener: TcpListener,
    app: Router,
    count: impl Fn(u16) + Clone + Send + Sync + 'static,
    mut stop: watch::Receiver<bool>,
) {
    let (ending, places) = (GracefulShutdown::new(), Arc::new(Semaphore::new(places())));
    loop {
        // Those for whom there is no place wait in the system's queue.
        let next = async {
            let place = places.clone().acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            next = next => next,
            _ = stop.wait_for(|stop| *stop) => break,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(%error, "cannot accept a connection");
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let _ = stream.set_nodelay(true);
        let (app, count) = (app.clone(), count.clone());
        let service = service_fn(move |request| answer(app.clone(), count.clone(), peer, request));
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD)
            .serve_connection(TokioIo::new(stream), service);
        let watched = ending.watch(connection);
        tokio::spawn(async move {
            // How a client ended its connection is its own affair.
            let _ = watched.await;
            drop(place);
        });
    }
    drop(listener);
    if tokio::time::timeout(GRACE, ending.shutdown()).await.is_err() {
        tracing::warn!("some requests did not end in time and were cut off");
    }
}

async fn answer(
    mut app: Router,
    count: impl Fn(u16),
    peer: SocketAddr,
    mut request: Request<Incoming>,
) -> Result<axum::response::Response, std::convert::Infallible> {
    request.extensions_mut().insert(ConnectInfo(peer));
    let response = app.call(request).await?;
    count(response.status().as_u16());
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use std::sync::atomic::{AtomicU16, Ordering};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    async fn ask(address: SocketAddr, words: &str) -> String {
        let mut stream = tokio::net::TcpStream::connect(address).await.expect("a connection");
        stream.write_all(words.as_bytes()).await.expect("sent");
        let mut out = String::new();
        stream.read_to_string(&mut out).await.expect("an answer");
        out
    }

    #[tokio::test]
    async fn a_request_is_answered_counted_and_knows_its_peer() {
        let listener = bind(([127, 0, 0, 1], 0).into(), "--listen").await.expect("an address");
        let address = listener.local_addr().expect("it has one");
        let app = Router::new()
            .route("/", get(|ConnectInfo(peer): ConnectInfo<SocketAddr>| async move { peer.ip().to_string() }));
        let (tell, stop) = watch::channel(false);
        let last = Arc::new(AtomicU16::new(0));
        let seen = last.clone();
        let served = tokio::spawn(serve(listener, app, move |status| seen.store(status, Ordering::Relaxed), stop));
        let answer = ask(address, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await;
        assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("127.0.0.1"), "{answer}");
        assert_eq!(last.load(Ordering::Relaxed), 200);
        tell.send_replace(true);
        served.await.expect("it stops");
        assert!(tokio::net::TcpStream::connect(address).await.is_err());
    }

    #[tokio::test]
    async fn an_address_in_use_is_named() {
        let first = bind(([127, 0, 0, 1], 0).into(), "--listen").await.expect("an address");
        let fault = bind(first.local_addr().expect("it has one"), "--listen").await.expect_err("it is in use");
        assert_eq!(fault.whose.code(), 4);
        assert!(fault.to_string().contains("--listen 127.0.0.1:PORT"), "{fault}");
    }
}
