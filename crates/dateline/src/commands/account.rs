//! `dateline account`: who works at the desk.

use super::{Context, output};
use crate::{
    call::Call,
    fault::{Fault, Result},
    reach::Reach,
};
use clap::{Args, Subcommand};
use newsroom::people::NewAccount;
use std::{
    io::{self, IsTerminal, Read},
    str::FromStr,
};
use story::{Right, Rights, Role, Tag, text::Line};

/// Make, list, change and close accounts of the desk
#[derive(Debug, Subcommand)]
#[command(after_help = "\
Examples:
  dateline account add ana --right chief:ur --right reporter
  dateline account list
  dateline account rights ana chief:ur:main editor
  dateline account close ana

A right is ROLE, ROLE:LANG or ROLE:LANG:DESK (ROLE::DESK for every language); roles are reporter, translator, editor, \
chief and administrator.")]
pub enum Account {
    /// Make an account; a password is drawn and printed unless one comes through the standard input
    Add(Add),
    /// List everybody who has an account
    #[command(after_help = "Example:\n  dateline account list --json")]
    List {
        /// Print it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Give somebody these rights in place of the ones they have
    #[command(after_help = "\
Example:
  dateline account rights ana chief:ur:main editor

A right is ROLE, ROLE:LANG or ROLE:LANG:DESK (ROLE::DESK for every language).")]
    Rights {
        /// The name of the account
        name: String,
        /// Their rights from now on
        #[arg(value_name = "ROLE[:LANG[:DESK]]", required = true)]
        rights: Vec<RightWord>,
    },
    /// Close an account: nobody signs in with it any more; what it did stays on record
    #[command(after_help = "Example:\n  dateline account close ana")]
    Close {
        /// The name of the account
        name: String,
    },
}

/// Make an account
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline account add ana --right chief:ur --right reporter --lang ur
  dateline account add bob --right editor::sport --password-stdin < password.txt")]
pub struct Add {
    /// The name to sign in with
    name: String,
    /// What they may do; may be given again
    #[arg(long = "right", value_name = "ROLE[:LANG[:DESK]]", required = true)]
    rights: Vec<RightWord>,
    /// The language in which they see the desk
    #[arg(long)]
    lang: Option<Tag>,
    /// Take the password from the standard input, one line
    #[arg(long)]
    password_stdin: bool,
}

/// A right, as it is written on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RightWord(Right);

impl FromStr for RightWord {
    type Err = String;
    fn from_str(word: &str) -> Result<Self, String> {
        let mut parts = word.splitn(3, ':');
        let role: Role =
            parts.next().unwrap_or_default().parse().map_err(|e: story::rights::NotARole| e.to_string())?;
        let lang = parts.next().filter(|word| !word.is_empty()).map(str::parse::<Tag>);
        let lang = lang.transpose().map_err(|e| e.to_string())?;
        let desk = parts.next().map(Line::new).filter(|desk| !desk.is_empty());
        Ok(Self(Right { role, lang, desk }))
    }
}

fn rights(words: Vec<RightWord>) -> Rights {
    Rights(words.into_iter().map(|word| word.0).collect())
}

fn password_from(input: impl Read) -> Result<String> {
    let mut word = String::new();
    let read = input.take(1_024).read_to_string(&mut word);
    read.map_err(|e| Fault::usage(format!("the password could not be read: {e}")))?;
    let word = word.strip_suffix('\n').unwrap_or(&word);
    Ok(word.strip_suffix('\r').unwrap_or(word).to_owned())
}

impl Account {
    /// Does what is asked.
    ///
    /// # Errors
    /// What the newsroom refuses.
    pub async fn run(self, context: &Context) -> Result<()> {
        let (call, json, drawn) = match self {
            Account::Add(add) => {
                let drawn = (!add.password_stdin).then(newsroom::chance::token);
                if drawn.is_none() && io::stdin().is_terminal() {
                    output::aside("Type the password and end it with Enter and Ctrl-D.\n");
                }
                let password = drawn.clone().map_or_else(|| password_from(io::stdin().lock()), Ok)?;
                let new = NewAccount { name: add.name, password, rights: rights(add.rights), lang: add.lang };
                (Call::AddPerson(new), false, drawn)
            }
            Account::List { json } => (Call::People, json, None),
            Account::Rights { name, rights: words } => (Call::SetRights { name, rights: rights(words) }, false, None),
            Account::Close { name } => (Call::ClosePerson { name }, false, None),
        };
        let mut reach = Reach::open(context.folder(), "account").await?;
        let answer = reach.ask(&call).await;
        reach.close().await;
        output::print(&answer?, json)?;
        match drawn {
            Some(password) => output::raw(&format!("password {password}\n")),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_right_is_role_language_and_desk() {
        let read = |word: &str| word.parse::<RightWord>().map(|w| w.0);
        let tag = |word: &str| word.parse().ok();
        assert_eq!(read("chief"), Ok(Right { role: Role::Chief, lang: None, desk: None }));
        assert_eq!(read("chief:ur"), Ok(Right { role: Role::Chief, lang: tag("ur"), desk: None }));
        assert_eq!(read("editor::sport"), Ok(Right { role: Role::Editor, lang: None, desk: Some("sport".into()) }));
        assert!(read("king").is_err() && read("chief:!").is_err());
    }

    #[test]
    fn a_password_is_one_line() {
        assert_eq!(password_from(&b"secret words\r\n"[..]), Ok("secret words".into()));
        assert_eq!(password_from(&b"secret"[..]), Ok("secret".into()));
    }
}
