//! The pages as Markdown.

use super::{Example, Page, translation};
use crate::{Level, Rule};
use std::fmt::Write;

/// The list of all pages.
pub fn index(pages: &[Page]) -> String {
    let mut out = String::from(HEAD);
    out.push_str("\n| rule | what it is for |\n|---|---|\n");
    let all = pages.iter().map(|page| (page.rule, page.about));
    for (rule, about) in all.chain([(Rule::Translation, translation::about())]) {
        let about = about.split_once(". ").map_or(about, |(first, _)| first).trim_end_matches('.');
        let _ = writeln!(out, "| [`{rule}`]({rule}.md) | {about} |");
    }
    out
}

/// What stands above the list.
const HEAD: &str = "\
<!-- Made from the pages of the rules in crates/checks; see CONTRIBUTING.md. -->
# What the checks find

A finding says what is wrong and where, and what each place says as the rule understood it. It changes nothing.

| level | means |
|---|---|
| `stop` | Nobody should release it so. It holds a release back until it is mended, dismissed, or somebody who may gives a reason. |
| `warn` | Very probably wrong. |
| `note` | Worth a look. |

A finding can be dismissed with a reason. It stays dismissed for its edition as long as the sentences that it cites stay
as they are, spaces and marks aside.
";

/// The page of a rule.
pub fn page(page: &Page) -> String {
    let mut out = head(page.rule, page.about, page.kinds);
    examples(&mut out, "What it finds", page.finds);
    examples(&mut out, "What it leaves alone", page.leaves);
    out
}

/// What stands above the examples of a page.
pub(super) fn head(rule: Rule, about: &str, kinds: &[(&str, Level, &str)]) -> String {
    let mut out = format!("<!-- Made from crates/checks; see CONTRIBUTING.md. -->\n# `{rule}`\n");
    if !about.is_empty() {
        let _ = write!(out, "\n{about}\n");
    }
    if !kinds.is_empty() {
        out.push_str("\n| kind | level | what it means |\n|---|---|---|\n");
        for (kind, level, means) in kinds {
            let _ = writeln!(out, "| `{kind}` | `{level}` | {means} |");
        }
    }
    out
}

/// Copy as it stands, whatever marks it holds.
pub(super) fn copy(out: &mut String, copy: &str) {
    for line in copy.lines() {
        let _ = writeln!(out, "{}", format!("    {line}").trim_end());
    }
}

fn examples(out: &mut String, heading: &str, examples: &[Example]) {
    if examples.is_empty() {
        return;
    }
    let _ = write!(out, "\n## {heading}\n");
    for example in examples {
        let kind = if example.kind.is_empty() { String::new() } else { format!("`{}`, ", example.kind) };
        let dated = if example.date.is_empty() { String::new() } else { format!(", dated {}", example.date) };
        let _ = write!(out, "\n{kind}{}{dated}:\n\n", example.lang);
        copy(out, example.copy);
    }
}
