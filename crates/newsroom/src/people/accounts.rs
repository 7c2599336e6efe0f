//! Accounts: made, changed and closed by those who may; the very first with a one-time token.

use super::sign_in::{hash_password, right_password};
use crate::{Actor, Error, Newsroom, Result, Why, Wrong, chance};
use serde::{Deserialize, Serialize};
use store::{Account, Must, Write};
use story::{AccountId, Hash, Rights, Tag, Verb};
use subtle::ConstantTimeEq;

/// The setting that holds the hash of the one-time token for the first account.
pub const FIRST: &str = "first-account";
/// The shortest password, in characters (NIST SP 800-63B asks for at least 8; a desk can do with more).
const SHORTEST: usize = 10;
/// The longest password or name, in bytes.
const LONGEST: usize = 200;

/// A new account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAccount {
    /// The name to sign in with.
    pub name: String,
    /// The password.
    pub password: String,
    /// What they may do.
    pub rights: Rights,
    /// The language of their desk.
    pub lang: Option<Tag>,
}

/// An account as it is shown: without its password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// Its identity.
    pub id: AccountId,
    /// The name.
    pub name: String,
    /// What they may do.
    pub rights: Rights,
    /// The language of their desk.
    pub lang: Option<Tag>,
    /// Nobody signs in with it.
    pub closed: bool,
}

impl From<Account> for Person {
    fn from(a: Account) -> Self {
        Self { id: a.id, name: a.name, rights: a.rights, lang: a.lang, closed: a.closed }
    }
}

fn usable(name: &str, password: &str) -> Result<()> {
    let name_ok = !name.trim().is_empty() && name.len() <= LONGEST && !name.chars().any(char::is_control);
    if !name_ok || name.starts_with("os:") || name.trim() != name {
        return Err(Error::Invalid(Wrong::BadName(LONGEST)));
    }
    if password.chars().count() < SHORTEST {
        return Err(Error::Invalid(Wrong::ShortPassword(SHORTEST)));
    }
    if password.len() > LONGEST {
        return Err(Error::Invalid(Wrong::LongPassword(LONGEST)));
    }
    Ok(())
}

impl Newsroom {
    /// Draws the one-time token with which the first account is made, unless there is an account already. A token
    /// drawn before is worth nothing then.
    ///
    /// # Errors
    /// The store's.
    pub async fn first_token(&self) -> Result<Option<String>> {
        if !self.store().accounts().await?.is_empty() {
            return Ok(None);
        }
        let token = chance::token();
        self.set(FIRST, Some(Hash::of(token.as_bytes()).to_string())).await?;
        Ok(Some(token))
    }

    /// Whether the first account is still to be made.
    ///
    /// # Errors
    /// The store's.
    pub async fn awaits_first(&self) -> Result<bool> {
        Ok(self.store().accounts().await?.is_empty())
    }

    /// Makes the first account, which may do everything.
    ///
    /// # Errors
    /// Denied with a wrong token or when there is an account already.
    pub async fn make_first(&self, token: &str, name: &str, password: &str, lang: Option<Tag>) -> Result<AccountId> {
        let denied = || Error::Denied { who: name.to_owned(), verb: Verb::Accounts };
        let kept = self.store().setting(FIRST).await?.ok_or_else(denied)?;
        let given = Hash::of(token.trim().as_bytes()).to_string();
        if !bool::from(kept.as_bytes().ct_eq(given.as_bytes())) {
            return Err(denied());
        }
        let new = NewAccount { name: name.into(), password: password.into(), rights: Rights::everything(), lang };
        let must = vec![Must::NoAccount, Must::Setting(FIRST.into(), Some(kept))];
        let account = self.account(new, chance::account(self.clock().now())).await?;
        let id = account.id;
        self.write(must, vec![Write::Account(account), Write::Set(FIRST.into(), None)]).await?;
        Ok(id)
    }

    async fn account(&self, new: NewAccount, id: AccountId) -> Result<Account> {
        usable(&new.name, &new.password)?;
        let password = hash_password(&self.0.door, new.password).await?;
        Ok(Account { id, name: new.name, password, rights: new.rights, lang: new.lang, closed: false })
    }

    fn may_keep_accounts(&self, actor: &Actor) -> Result<()> {
        if actor.rights.cover_somewhere(Verb::Accounts) {
            Ok(())
        } else {
            Err(Error::Denied { who: actor.name.clone(), verb: Verb::Accounts })
        }
    }

    /// Makes an account.
    ///
    /// # Errors
    /// Denied, or invalid when the name is taken or the password too short.
    pub async fn make_account(&self, actor: &Actor, new: NewAccount) -> Result<AccountId> {
        self.may_keep_accounts(actor)?;
        if self.store().account_named(&new.name).await?.is_some() {
            return Err(Error::Invalid(Wrong::NameTaken(new.name)));
        }
        let account = self.account(new, chance::account(self.clock().now())).await?;
        let id = account.id;
        self.write(Vec::new(), vec![Write::Account(account)]).await?;
        Ok(id)
    }

    /// Everybody who has an account.
    ///
    /// # Errors
    /// Denied, or the store's.
    pub async fn people(&self, actor: &Actor) -> Result<Vec<Person>> {
        self.may_keep_accounts(actor)?;
        Ok(self.store().accounts().await?.into_iter().map(Person::from).collect())
    }

    /// Changes what somebody may do. Takes hold at once.
    ///
    /// # Errors
    /// Denied or missing; the last account that keeps accounts goes on doing so.
    pub async fn set_rights(&self, actor: &Actor, id: AccountId, rights: Rights) -> Result<()> {
        self.may_keep_accounts(actor)?;
        let mut account = self.store().account(id).await?.ok_or(Error::Missing("account"))?;
        if !rights.cover_somewhere(Verb::Accounts) {
            self.leave_a_keeper(&account).await?;
        }
        account.rights = rights;
        self.write(Vec::new(), vec![Write::Account(account)]).await
    }

    /// Refuses to take the keeping of accounts from the last account that has it.
    async fn leave_a_keeper(&self, losing: &Account) -> Result<()> {
        let keeps = |account: &Account| !account.closed && account.rights.cover_somewhere(Verb::Accounts);
        if !keeps(losing) || self.store().accounts().await?.iter().any(|other| other.id != losing.id && keeps(other)) {
            return Ok(());
        }
        Err(Error::CannotNow(Why::LastAdministrator))
    }

    /// Closes an account and ends its sessions. What it did stays on record under its name.
    ///
    /// # Errors
    /// Denied or missing; nobody closes their own.
    pub async fn close_account(&self, actor: &Actor, id: AccountId) -> Result<()> {
        self.may_keep_accounts(actor)?;
        if actor.account == Some(id) {
            return Err(Error::CannotNow(Why::OwnAccount));
        }
        let mut account = self.store().account(id).await?.ok_or(Error::Missing("account"))?;
        self.leave_a_keeper(&account).await?;
        account.closed = true;
        self.write(Vec::new(), vec![Write::Account(account), Write::EndSessions(id)]).await
    }

    /// Gives somebody another password, for one who has forgotten theirs, and ends their sessions.
    ///
    /// # Errors
    /// Denied or missing.
    pub async fn set_password(&self, actor: &Actor, id: AccountId, new: &str) -> Result<()> {
        self.may_keep_accounts(actor)?;
        let account = self.store().account(id).await?.ok_or(Error::Missing("account"))?;
        self.give_password(account, new).await
    }

    async fn give_password(&self, mut account: Account, new: &str) -> Result<()> {
        usable(&account.name, new)?;
        let id = account.id;
        account.password = hash_password(&self.0.door, new.to_owned()).await?;
        self.write(Vec::new(), vec![Write::Account(account), Write::EndSessions(id)]).await
    }

    /// Changes one's own password and ends one's sessions.
    ///
    /// # Errors
    /// Denied when the old password is wrong.
    pub async fn change_password(&self, actor: &Actor, old: &str, new: &str) -> Result<()> {
        let denied = || Error::Denied { who: actor.name.clone(), verb: Verb::Accounts };
        let id = actor.account.ok_or_else(denied)?;
        let account = self.store().account(id).await?.ok_or(Error::Missing("account"))?;
        if !right_password(&self.0.door, old.to_owned(), account.password.clone()).await? {
            return Err(denied());
        }
        self.give_password(account, new).await
    }
}
