//! Signing in: passwords are argon2id (RFC 9106), tried a few at a time and not too often; a session is a token whose
//! hash alone is kept.

use crate::{Actor, Error, Newsroom, Result, chance};
use argon2::{Argon2, PasswordHash, PasswordHasher, PasswordVerifier, password_hash::SaltString};
use jiff::{SignedDuration, Timestamp};
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};
use store::{Session, Write};
use story::Hash;
use tokio::sync::Semaphore;

/// How long a session lasts.
pub const SESSION: SignedDuration = SignedDuration::from_hours(24 * 14);
/// Attempts of one name from one place within [`WINDOW`].
const OF_ONE: u32 = 5;
/// Attempts from one place within [`WINDOW`], whatever the name.
const OF_PLACE: u32 = 30;
/// The time in which attempts are counted.
const WINDOW: SignedDuration = SignedDuration::from_secs(60);
/// Places that are remembered; the oldest go first.
const REMEMBERED: usize = 10_000;
/// A hash is about 20 MB of memory and 30 ms of work: no more than this many at once.
const AT_ONCE: usize = 2;

/// The door: counts attempts.
pub(crate) struct Door {
    tried: Mutex<HashMap<String, (Timestamp, u32)>>,
    places: Semaphore,
}

impl Default for Door {
    fn default() -> Self {
        Self { tried: Mutex::default(), places: Semaphore::new(AT_ONCE) }
    }
}

impl Door {
    /// Counts an attempt.
    fn knock(&self, key: String, most: u32, now: Timestamp) -> Result<()> {
        let mut tried = self.tried.lock().unwrap_or_else(PoisonError::into_inner);
        if tried.len() >= REMEMBERED {
            tried.retain(|_, (since, _)| now.duration_since(*since) < WINDOW);
        }
        let entry = tried.entry(key).or_insert((now, 0));
        let passed = now.duration_since(entry.0);
        if passed >= WINDOW || passed.is_negative() {
            *entry = (now, 0);
        }
        entry.1 += 1;
        if entry.1 > most {
            let wait = (WINDOW - now.duration_since(entry.0)).as_secs().max(1);
            return Err(Error::Busy { seconds: wait.unsigned_abs() });
        }
        Ok(())
    }

    fn forget(&self, key: &str) {
        self.tried.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }
}

fn ours(why: impl ToString) -> Error {
    Error::Store(store::Error::Damaged(why.to_string()))
}

pub(super) async fn hash_password(door: &Door, password: String) -> Result<String> {
    let _place = door.places.acquire().await.map_err(ours)?;
    let salt = SaltString::encode_b64(&chance::bytes::<16>()).map_err(ours)?;
    tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(password.as_bytes(), &salt).map(|hash| hash.to_string()).map_err(ours)
    })
    .await
    .map_err(ours)?
}

pub(super) async fn right_password(door: &Door, password: String, kept: String) -> Result<bool> {
    let _place = door.places.acquire().await.map_err(ours)?;
    tokio::task::spawn_blocking(move || {
        let kept = PasswordHash::new(&kept).map_err(ours)?;
        Ok(Argon2::default().verify_password(password.as_bytes(), &kept).is_ok())
    })
    .await
    .map_err(ours)?
}

/// Somebody who signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Goes into the cookie; only its hash is kept.
    pub token: String,
    /// When the session ends by itself.
    pub ends: Timestamp,
    /// Who they are.
    pub actor: Actor,
}

impl Newsroom {
    /// Signs somebody in. `from` is where the attempt comes from (an address), `device` what the browser calls itself.
    ///
    /// # Errors
    /// [`Error::Busy`] after too many attempts; otherwise the same [`Error::Denied`] for a wrong name and a wrong
    /// password, after the same work.
    pub async fn sign_in(&self, name: &str, password: &str, from: &str, device: &str) -> Result<SignedIn> {
        // Of no account: as much work as for a real one, and never right.
        const NOBODY: &str =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        let now = self.clock().now();
        let (one, place) = (format!("{from}\n{name}"), from.to_owned());
        self.0.door.knock(place, OF_PLACE, now)?;
        self.0.door.knock(one.clone(), OF_ONE, now)?;
        let account = self.store().account_named(name).await?.filter(|a| !a.closed);
        let kept = account.as_ref().map_or(NOBODY, |a| &a.password).to_owned();
        let is_known = account.is_some();
        let right = right_password(&self.0.door, password.chars().take(200).collect(), kept).await?;
        let Some(account) = account.filter(|_| right) else {
            // What was typed as a name may be a password: it is not for the log.
            tracing::warn!(from, known = is_known, "failed to sign in");
            return Err(Error::Denied { who: name.chars().take(80).collect(), verb: story::Verb::Read });
        };
        self.0.door.forget(&one);
        let token = chance::token();
        let ends = now.checked_add(SESSION).map_err(ours)?;
        let hash = Hash::of(token.as_bytes());
        let device = device.chars().filter(|c| !c.is_control()).take(200).collect();
        let session = Session { token: hash, account: account.id, began: now, ends, device };
        self.write(Vec::new(), vec![Write::Session(session)]).await?;
        let actor = actor(account);
        tracing::info!(actor = actor.name, from, "signed in");
        Ok(SignedIn { token, ends, actor })
    }

    /// Who a session's token belongs to, while it lasts.
    ///
    /// # Errors
    /// The store's.
    pub async fn signed_in(&self, token: &str) -> Result<Option<Actor>> {
        let found = self.store().session(Hash::of(token.as_bytes())).await?;
        let now = self.clock().now();
        Ok(found.filter(|(session, account)| session.ends > now && !account.closed).map(|(_, a)| actor(a)))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// The store's.
    pub async fn sign_out(&self, token: &str) -> Result<()> {
        self.write(Vec::new(), vec![Write::EndSession(Hash::of(token.as_bytes()))]).await
    }
}

fn actor(account: store::Account) -> Actor {
    Actor { name: account.name, account: Some(account.id), rights: account.rights, lang: account.lang }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_door_counts_within_its_window() {
        let door = Door::default();
        let at = |s: i64| Timestamp::from_second(1_000 + s).expect("a moment");
        for _ in 0..OF_ONE {
            assert!(door.knock("a".into(), OF_ONE, at(0)).is_ok());
        }
        assert!(matches!(door.knock("a".into(), OF_ONE, at(1)), Err(Error::Busy { seconds: 59 })));
        assert!(door.knock("b".into(), OF_ONE, at(1)).is_ok());
        assert!(door.knock("a".into(), OF_ONE, at(61)).is_ok());
    }
}
