//! Running text: runs of words, each with its marks.

use super::line::{is_space, is_tidy, is_unkept};
use crate::{Direction, Tag};
use serde::{Deserialize, Serialize};

/// The longest link, in bytes.
pub const LONGEST_LINK: usize = 2_048;

/// A link that a reader may follow: `http`, `https` or `mailto`, nothing else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Link(String);

/// Why an address is not a link that copy may hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not an http, https or mailto address of at most {LONGEST_LINK} bytes")]
pub struct NotALink(pub String);

impl Link {
    /// The address in the spelling of the URL standard (<https://url.spec.whatwg.org>).
    ///
    /// # Errors
    /// [`NotALink`] for any other scheme, for what is no address and for what is too long.
    pub fn new(address: &str) -> Result<Self, NotALink> {
        let bad = || NotALink(address.chars().take(80).collect());
        if address.len() > LONGEST_LINK {
            return Err(bad());
        }
        let url = url::Url::parse(address.trim()).map_err(|_| bad())?;
        let known = matches!(url.scheme(), "http" | "https" | "mailto");
        if known && url.as_str().len() <= 3 * LONGEST_LINK { Ok(Self(url.into())) } else { Err(bad()) }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Link {
    type Error = NotALink;
    fn try_from(address: String) -> Result<Self, NotALink> {
        Self::new(&address)
    }
}

impl From<Link> for String {
    fn from(link: Link) -> String {
        link.0
    }
}

/// The marks of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Style {
    /// Stressed.
    #[serde(rename = "em", skip_serializing_if = "std::ops::Not::not")]
    pub emphasis: bool,
    /// Of weight.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub strong: bool,
    /// Where it leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// The language of the run, when it is not that of the edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Tag>,
    /// The direction of the run, when it is not that of the edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dir: Option<Direction>,
}

impl Style {
    /// No marks at all.
    pub fn is_plain(&self) -> bool {
        *self == Style::default()
    }
}

/// Words with the same marks. A line end in them (`\n`) is a break that the writer wants.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Their marks.
    pub style: Style,
}

impl Run {
    /// A run without marks.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::default() }
    }
}

/// The stored shape of a run: a string when it has no marks.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum RunForm {
    Plain(String),
    Marked {
        t: String,
        #[serde(flatten)]
        style: Style,
    },
}

/// Running text in normal form: no empty runs, neighbours differ in their marks, no control characters, single
/// spaces, none at the ends or beside a break.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<RunForm>", into = "Vec<RunForm>")]
pub struct Inline(Vec<Run>);

impl From<Vec<RunForm>> for Inline {
    fn from(forms: Vec<RunForm>) -> Self {
        Self::new(forms.into_iter().map(|form| match form {
            RunForm::Plain(text) => Run::plain(text),
            RunForm::Marked { t, style } => Run { text: t, style },
        }))
    }
}

impl From<Inline> for Vec<RunForm> {
    fn from(inline: Inline) -> Self {
        let form = |run: Run| {
            if run.style.is_plain() {
                RunForm::Plain(run.text)
            } else {
                RunForm::Marked { t: run.text, style: run.style }
            }
        };
        inline.0.into_iter().map(form).collect()
    }
}

/// What is owed before the next word: nothing, a space, or a break; with the marks it had.
enum Owed {
    Nothing,
    Space(Style),
    Break(Style),
}

impl Inline {
    /// The runs brought into the normal form.
    pub fn new(runs: impl IntoIterator<Item = Run>) -> Self {
        let mut out: Vec<Run> = Vec::new();
        let mut owed = Owed::Nothing;
        for run in runs {
            if is_tidy(&run.text) {
                add_tidy(&mut out, &mut owed, run);
                continue;
            }
            for c in run.text.chars() {
                if c == '\n' {
                    owed = Owed::Break(run.style.clone());
                } else if is_space(c) {
                    if matches!(owed, Owed::Nothing) {
                        owed = Owed::Space(run.style.clone());
                    }
                } else if !is_unkept(c) {
                    pay(&mut out, &mut owed);
                    push(&mut out, c, &run.style);
                }
            }
        }
        Self(out)
    }

    /// Running text without marks.
    pub fn plain_text(text: impl Into<String>) -> Self {
        Self::new([Run::plain(text)])
    }

    /// The runs.
    pub fn runs(&self) -> &[Run] {
        &self.0
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words without their marks.
    pub fn plain(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }
}

impl From<&str> for Inline {
    fn from(text: &str) -> Self {
        Self::plain_text(text)
    }
}

/// Sets what is owed before the next word; nothing is owed before the first.
fn pay(out: &mut Vec<Run>, owed: &mut Owed) {
    match std::mem::replace(owed, Owed::Nothing) {
        Owed::Nothing => {}
        _ if out.is_empty() => {}
        Owed::Space(style) => push(out, ' ', &style),
        Owed::Break(style) => push(out, '\n', &style),
    }
}

/// A run in its normal form but for a space at either end: its words are taken as they stand.
fn add_tidy(out: &mut Vec<Run>, owed: &mut Owed, mut run: Run) {
    let words = run.text.trim_matches(' ');
    if run.text.starts_with(' ') && matches!(owed, Owed::Nothing) {
        *owed = Owed::Space(run.style.clone());
    }
    if words.is_empty() {
        return;
    }
    pay(out, owed);
    if run.text.ends_with(' ') {
        *owed = Owed::Space(run.style.clone());
    }
    match out.last_mut() {
        Some(last) if last.style == run.style => last.text.push_str(words),
        _ => {
            if words.len() < run.text.len() {
                run.text = words.to_owned();
            }
            out.push(run);
        }
    }
}

fn push(out: &mut Vec<Run>, c: char, style: &Style) {
    match out.last_mut() {
        Some(run) if run.style == *style => run.text.push(c),
        _ => out.push(Run { text: c.to_string(), style: style.clone() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::arbitrary;
    use proptest::prelude::*;

    #[test]
    fn only_addresses_that_a_reader_may_follow_are_links() {
        assert!(Link::new("https://example.org/a?b=c").is_ok());
        assert!(Link::new("mailto:desk@example.org").is_ok());
        for bad in ["javascript:alert(1)", "data:text/html,x", "/relative", "ftp://example.org", ""] {
            assert!(Link::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn spaces_and_controls_fold() {
        let inline = Inline::new([Run::plain(" a \t"), Run::plain("\u{1} b \n  c ")]);
        assert_eq!(inline.plain(), "a b\nc");
        assert_eq!(inline.runs().len(), 1);
    }

    /// The normal form, sign by sign.
    fn slowly(runs: &[Run]) -> Vec<Run> {
        let mut out = Vec::new();
        let mut owed = Owed::Nothing;
        for run in runs {
            for c in run.text.chars() {
                if c == '\n' {
                    owed = Owed::Break(run.style.clone());
                } else if is_space(c) {
                    if matches!(owed, Owed::Nothing) {
                        owed = Owed::Space(run.style.clone());
                    }
                } else if !is_unkept(c) {
                    pay(&mut out, &mut owed);
                    push(&mut out, c, &run.style);
                }
            }
        }
        out
    }

    proptest! {
        #[test]
        fn tidy_words_are_taken_as_they_stand(runs in proptest::collection::vec(("[a ]{0,4}|[ \\n\u{1}\u{85}\u{a0}\u{2028}\u{2018}\u{fffe}\u{1fffe}é]{0,4}", any::<bool>()), 0..6)) {
            let runs: Vec<Run> = runs
                .into_iter()
                .map(|(text, strong)| Run { text, style: Style { strong, ..Style::default() } })
                .collect();
            prop_assert_eq!(Inline::new(runs.clone()).0, slowly(&runs));
        }

        #[test]
        fn the_normal_form_is_normal(inline in arbitrary::inline()) {
            prop_assert_eq!(Inline::new(inline.runs().to_vec()), inline);
        }
    }
}
