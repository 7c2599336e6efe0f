//! How a command reaches the newsroom: over the socket while `dateline serve` runs, else by opening the folder itself,
//! under its lock.

use crate::{
    answer,
    assemble::Works,
    call::{Answer, Call, Tell},
    door::{Client, Unreached, user},
    fault::{Fault, Result, Whose},
    folder::{self, Folder},
};
use newsroom::Actor;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

/// How long a command waits for a folder that another program is about to open or to leave.
const PATIENCE: Duration = Duration::from_secs(10);

/// The newsroom, wherever it is.
pub struct Reach {
    folder: PathBuf,
    doing: &'static str,
    way: Way,
}

enum Way {
    /// A program that serves; commands go to it.
    Serving(Client),
    /// This program.
    Ours(Box<Works>),
}

impl Reach {
    /// Reaches the newsroom of a folder. `doing` is the command, for whoever finds the folder taken.
    ///
    /// # Errors
    /// When there is no agency, or it can be neither reached nor opened.
    pub async fn open(folder: &Path, doing: &'static str) -> Result<Self> {
        let way = way(folder, doing).await?;
        Ok(Self { folder: folder.to_owned(), doing, way })
    }

    /// Whether another program serves.
    pub const fn is_serving(&self) -> bool {
        matches!(self.way, Way::Serving(_))
    }

    /// Asks. A broken line is tried once more: what was asked carries its identity and is answered as the first time.
    ///
    /// # Errors
    /// The newsroom's, or that it cannot be reached.
    pub async fn call(&mut self, call: &Call, tell: &Tell) -> Result<Answer> {
        for last in [false, true] {
            match &mut self.way {
                Way::Ours(works) => {
                    let actor = Actor::of_the_machine(&user::name(user::own()));
                    return answer::answer(works, &actor, call.clone(), tell).await;
                }
                Way::Serving(client) => match client.call(call, tell).await {
                    Ok(answer) => return Ok(answer),
                    Err(Unreached::Fault(fault)) => return Err(fault),
                    Err(Unreached::Broken(why)) if last || !call.may_be_repeated() => {
                        let says = format!("the program that serves went away before it answered: {why}");
                        let fault = Fault::new(Whose::Ours, "unreached", says);
                        return Err(fault.help("look at what there is before you ask again"));
                    }
                    Err(Unreached::Broken(_)) => self.way = way(&self.folder, self.doing).await?,
                },
            }
        }
        Err(Fault::ours("a command is asked twice at most"))
    }

    /// Asks without wanting to know how far it is.
    ///
    /// # Errors
    /// As [`Reach::call`].
    pub async fn ask(&mut self, call: &Call) -> Result<Answer> {
        let silent: Tell = Arc::new(|_| {});
        self.call(call, &silent).await
    }

    /// Leaves the newsroom in order.
    pub async fn close(self) {
        if let Way::Ours(works) = self.way {
            works.close().await;
        }
    }
}

async fn way(folder: &Path, doing: &'static str) -> Result<Way> {
    folder::must_hold_agency(folder)?;
    let began = Instant::now();
    loop {
        if let Some(client) = Client::reach(folder).await? {
            return Ok(Way::Serving(client));
        }
        match Folder::take(folder, doing) {
            Ok(taken) => return Ok(Way::Ours(Box::new(Works::open(taken).await?))),
            Err(fault) if fault.whose == Whose::Conflict && began.elapsed() < PATIENCE => {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            Err(fault) => return Err(fault),
        }
    }
}
