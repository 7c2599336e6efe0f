//! A few threads that read, each with a connection of its own that cannot write.

use crate::{Error, Result, disk};
use rusqlite::Connection;
use std::{
    collections::VecDeque,
    path::Path,
    sync::{Arc, Condvar, Mutex, MutexGuard},
    thread::{self, JoinHandle},
};
use tokio::sync::oneshot;

/// How many threads read.
const THREADS: usize = 3;

type Job = Box<dyn FnOnce(&Connection) + Send>;

#[derive(Default)]
struct Queue {
    waiting: Mutex<Waiting>,
    more: Condvar,
}

#[derive(Default)]
struct Waiting {
    jobs: VecDeque<Job>,
    closed: bool,
}

/// The threads that read. What is asked after they have ended is answered with [`Error::Closed`].
pub(super) struct Readers {
    queue: Arc<Queue>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl Readers {
    pub fn start(file: &Path) -> Result<Self> {
        let queue = Arc::new(Queue::default());
        let one = |_| {
            let (connection, queue) = (disk::reader(file)?, queue.clone());
            thread::Builder::new().name("read".into()).spawn(move || queue.work(&connection)).map_err(disk::no_thread)
        };
        let threads = (0..THREADS).map(one).collect::<Result<_>>()?;
        Ok(Self { queue, threads: Mutex::new(threads) })
    }

    /// Reads, all of it at one moment.
    pub async fn read<T: Send + 'static>(
        &self,
        with: impl FnOnce(&Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (answer, answered) = oneshot::channel();
        let job = move |c: &Connection| {
            if !answer.is_closed() {
                let _ = answer.send(at_one_moment(c, with));
            }
        };
        self.queue.put(Box::new(job));
        answered.await.map_err(|_| Error::Closed)?
    }

    /// Answers what was asked, then ends.
    pub fn end(&self) {
        self.queue.lock().closed = true;
        self.queue.more.notify_all();
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(|e| e.into_inner()));
        for thread in threads {
            let _ = thread.join();
        }
    }
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(|e| e.into_inner())
    }

    fn put(&self, job: Job) {
        let mut waiting = self.lock();
        if !waiting.closed {
            waiting.jobs.push_back(job);
            drop(waiting);
            self.more.notify_one();
        }
    }

    fn work(&self, connection: &Connection) {
        while let Some(job) = self.next() {
            job(connection);
        }
    }

    fn next(&self) -> Option<Job> {
        let mut waiting = self.lock();
        loop {
            match waiting.jobs.pop_front() {
                Some(job) => return Some(job),
                None if waiting.closed => return None,
                None => waiting = self.more.wait(waiting).unwrap_or_else(|e| e.into_inner()),
            }
        }
    }
}

/// Reads within one transaction, so that all answers belong together.
pub(super) fn at_one_moment<T>(c: &Connection, with: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
    c.prepare_cached("BEGIN")?.execute([])?;
    let out = with(c);
    c.prepare_cached("COMMIT")?.execute([])?;
    out
}
