//! What is due fires by itself, also when its time passed while the program was down.

use crate::{Actor, By, Error, Newsroom, Pin, Result, Saying, act::Verb, pen::Pen};
use jiff::Timestamp;
use std::time::Duration;
use store::Write;
use story::{Hash, StoryId, dossier::Planned};

/// The longest that the program sleeps without looking at the clock, which may have been set.
const LONGEST_SLEEP: Duration = Duration::from_secs(10);
/// How many plans are looked at in one round.
const ROUND: usize = 256;

/// The plans of one story whose time has come.
struct Fire {
    story: StoryId,
}

impl Verb for Fire {
    fn story(&self) -> Option<StoryId> {
        Some(self.story)
    }

    async fn decide(&self, room: &Newsroom, pen: &mut Pen) -> Result<()> {
        let embargo = room.data(&pen.dossier).await?.embargo;
        let now = pen.now;
        let ripe = |p: &&Planned| p.stuck.is_none() && p.at <= now && embargo.is_none_or(|e| e <= now);
        let ripe: Vec<Planned> = pen.dossier.due.iter().filter(ripe).cloned().collect();
        for planned in ripe {
            let pin = Pin { lang: planned.lang.clone(), revision: planned.revision };
            match room.ready(pen, &pin).await {
                Ok(()) => {
                    pen.unplan(planned.id);
                    // On record stands who signed it off.
                    pen.actor = Actor::for_due(&planned.by);
                    pen.go_public(&pin.lang, pin.revision, planned.despite)?;
                }
                Err(Error::CannotNow(why)) => {
                    let why = Saying::stored(&why.says());
                    pen.writes.push(Write::Stick { story: self.story, due: planned.id, why });
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

impl Newsroom {
    /// Releases what is due by now. Gives back how many stories were looked at; none while paused.
    ///
    /// # Errors
    /// The store's, after which the next round tries again. A plan that cannot go out waits for a person and says why.
    pub async fn fire_due(&self) -> Result<usize> {
        if self.is_paused().await? {
            return Ok(0);
        }
        let due = self.store().due(self.clock().now(), ROUND).await?;
        let mut stories: Vec<StoryId> = due.iter().map(|(story, _)| *story).collect();
        stories.dedup();
        let program = Actor::for_due("dateline");
        for &story in &stories {
            self.act(&By::once(&program), Hash::ZERO, &Fire { story }).await?;
        }
        Ok(stories.len())
    }

    /// Whether everything that goes out by itself waits for a person, after a restore.
    ///
    /// # Errors
    /// The store's.
    pub async fn is_paused(&self) -> Result<bool> {
        Ok(self.store().setting(store::kept::PAUSED).await?.is_some())
    }

    /// Fires what is due, for as long as the program runs.
    pub async fn keep_time(self) {
        loop {
            if let Err(error) = self.fire_due().await {
                tracing::error!(%error, "what is due could not be released; trying again");
            }
            let sleep = match self.store().next_due().await {
                Ok(Some(next)) => until(next, self.clock().now()),
                _ => LONGEST_SLEEP,
            };
            tokio::select! {
                () = tokio::time::sleep(sleep) => {}
                () = self.0.planned.notified() => {}
            }
        }
    }
}

fn until(next: Timestamp, now: Timestamp) -> Duration {
    let ms = (next.as_millisecond() - now.as_millisecond()).max(20);
    Duration::from_millis(ms.unsigned_abs()).min(LONGEST_SLEEP)
}
