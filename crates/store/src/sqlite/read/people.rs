//! Accounts, sessions and settings.

use super::{all, one};
use crate::{
    Account, Result, Session,
    columns::{at, bytes, maybe_tag},
};
use rusqlite::{Connection, Row, types::Type};
use story::{AccountId, Hash};

/// The columns of an account stand first in every row, those of a session behind them.
fn an_account(row: &Row<'_>) -> rusqlite::Result<Account> {
    let rights = serde_json::from_str(row.get_ref(3)?.as_str()?)
        .map_err(|e| rusqlite::Error::FromSqlConversionFailure(3, Type::Text, Box::new(e)))?;
    let lang = maybe_tag(row, 4)?;
    Ok(Account { id: bytes(row, 0)?, name: row.get(1)?, password: row.get(2)?, rights, lang, closed: row.get(5)? })
}

fn a_session(row: &Row<'_>) -> rusqlite::Result<Session> {
    let (began, ends) = (at(row, 7)?, at(row, 8)?);
    Ok(Session { token: bytes(row, 6)?, account: bytes(row, 0)?, began, ends, device: row.get(9)? })
}

/// Whether there is an account.
pub(crate) fn any(c: &Connection) -> Result<bool> {
    Ok(one(c, "SELECT 1 FROM account LIMIT 1", [], |_| Ok(()))?.is_some())
}

/// An account.
pub(crate) fn account(c: &Connection, id: AccountId) -> Result<Option<Account>> {
    let sql = "SELECT id, name, password, rights, lang, closed FROM account WHERE id = ?1";
    one(c, sql, [id.bytes()], an_account)
}

/// The account of a name.
pub(crate) fn named(c: &Connection, name: &str) -> Result<Option<Account>> {
    let sql = "SELECT id, name, password, rights, lang, closed FROM account WHERE name = ?1";
    one(c, sql, [name], an_account)
}

/// All accounts, by name.
pub(crate) fn accounts(c: &Connection) -> Result<Vec<Account>> {
    all(c, "SELECT id, name, password, rights, lang, closed FROM account ORDER BY name", [], an_account)
}

/// A session with its account.
pub(crate) fn session(c: &Connection, token: Hash) -> Result<Option<(Session, Account)>> {
    let sql = "SELECT a.id, a.name, a.password, a.rights, a.lang, a.closed, s.token, s.began, s.ends, s.device
               FROM session s JOIN account a ON a.id = s.account WHERE s.token = ?1";
    one(c, sql, [token.0], |row| Ok((a_session(row)?, an_account(row)?)))
}

/// The sessions of an account, newest first.
pub(crate) fn sessions(c: &Connection, account: AccountId) -> Result<Vec<Session>> {
    let sql = "SELECT account, '', '', '', NULL, 0, token, began, ends, device
               FROM session WHERE account = ?1 ORDER BY began DESC, token";
    all(c, sql, [account.bytes()], a_session)
}

/// A setting.
pub(crate) fn setting(c: &Connection, name: &str) -> Result<Option<String>> {
    one(c, "SELECT value FROM setting WHERE name = ?1", [name], |row| row.get(0))
}
