//! The keeping of the folder.

use super::both;
use crate::{
    assemble::Works,
    call::{Answer, Progress, Tell},
    fault::{Fault, Result},
    say::{count, paint},
};
use newsroom::Actor;
use serde_json::json;
use std::path::Path;

fn teller(tell: &Tell) -> impl FnMut(store::Progress) + Send + 'static {
    let tell = tell.clone();
    move |at| tell(Progress { what: at.what.to_owned(), done: at.done, of: at.of })
}

pub(super) async fn rebuild(works: &Works, tell: &Tell) -> Result<Answer> {
    works.site.rebuild(teller(tell)).await.map_err(Fault::ours)?;
    let n = works.room.store().position().n;
    let words = format!("Every page was made again; the site stands at no. {n} of the log.\n");
    both(&json!({ "n": n }), words)
}

pub(super) async fn verify(works: &Works, actor: &Actor, tell: &Tell) -> Result<Answer> {
    let mut faults = works.room.verify(actor, teller(tell)).await?;
    works.room.followers().reach(works.room.store().position().n).await;
    works.site.settled().await;
    faults.extend(works.site.verify(teller(tell)).await.map_err(Fault::ours)?);
    let n = works.room.store().position().n;
    let words = if faults.is_empty() {
        format!("All is sound: every hash, the chain of the log up to no. {n}, and every page.\n")
    } else {
        faults.iter().map(|fault| format!("{} {fault}\n", paint::red("fault"))).collect()
    };
    both(&json!({ "n": n, "faults": faults }), words)
}

pub(super) async fn backup(works: &Works, actor: &Actor, to: &Path) -> Result<Answer> {
    works.room.backup(actor, to).await?;
    let bytes = std::fs::metadata(to).map_or(0, |about| about.len());
    let n = works.room.store().position().n;
    let words = format!("{} holds everything up to no. {n} of the log at least; {bytes} bytes.\n", to.display());
    both(&json!({ "file": to, "bytes": bytes, "n": n }), words)
}

pub(super) async fn confirm(works: &Works, actor: &Actor) -> Result<Answer> {
    let was = works.room.is_paused().await?;
    works.room.confirm(actor).await?;
    let due = works.room.waiting(actor).await?.len();
    let words = if was {
        format!("Confirmed: {} again go out when their time comes.\n", count(due, "release", "releases"))
    } else {
        "There was nothing to confirm.\n".to_owned()
    };
    both(&json!({ "was_paused": was, "due": due }), words)
}

pub(super) async fn state(works: &Works) -> Result<Answer> {
    let store = works.room.store();
    let position = store.position();
    let followers: serde_json::Map<String, serde_json::Value> =
        works.room.followers().places().into_iter().map(|(name, n)| (name.to_owned(), n.into())).collect();
    let due = store.all_due().await?;
    let value = json!({
        "log": store.log_id(),
        "n": position.n,
        "at": position.at,
        "followers": followers,
        "due": due.len(),
        "stuck": due.iter().filter(|(_, planned)| planned.stuck.is_some()).count(),
        "paused": works.room.is_paused().await?,
        "accounts": store.accounts().await?.iter().filter(|a| !a.closed).count(),
    });
    both(&value, String::new())
}
