//! The stories that faults are put into: the news of `ntrex-dev` and the articles of `search-dev`.

use anyhow::{Context, Result};
use jiff::civil::{Date, date};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// The languages, with the file of each in `ntrex-dev`.
pub const LANGUAGES: [(&str, &str); 7] =
    [("en", "eng"), ("ur", "urd"), ("ar", "arb"), ("zh", "zho-CN"), ("es", "spa"), ("fr", "fra"), ("ru", "rus")];

/// What was written about when the news of `ntrex-dev` was new.
const NEWS_OF: Date = date(2018, 10, 1);

/// A story as it stands in a corpus.
#[derive(Clone)]
pub struct Story {
    /// `en/guardian.221754`
    pub id: String,
    pub lang: &'static str,
    pub title: String,
    /// The day it went out, where that is known.
    pub date: Option<Date>,
    pub lines: Vec<String>,
}

impl Story {
    /// The line for `check-story`.
    pub fn line(&self, id: &str, date: Option<Date>) -> String {
        let mut asked = serde_json::json!({
            "id": id, "lang": self.lang, "title": self.title, "text": self.lines.join("\n"),
        });
        if let Some(date) = date {
            asked["dateline"] = date.to_string().into();
        }
        asked.to_string()
    }
}

/// Where the corpora are: `DATELINE_SHARED`, or `../shared` beside the repository.
pub fn corpora() -> PathBuf {
    let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared"));
    std::env::var_os("DATELINE_SHARED").map_or_else(beside, PathBuf::from).join("corpora")
}

/// All stories, language by language.
pub fn all(corpora: &Path) -> Result<Vec<Story>> {
    let mut out = news(&corpora.join("ntrex-dev"))?;
    out.extend(articles(&corpora.join("search-dev/corpus.jsonl"))?);
    Ok(out)
}

fn read(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{} is not there: set DATELINE_SHARED", file.display()))
}

fn news(folder: &Path) -> Result<Vec<Story>> {
    let listed = read(&folder.join("lines.tsv"))?;
    let documents: Vec<&str> = listed.lines().filter_map(|l| l.split('\t').nth(1)).collect();
    let mut out = Vec::new();
    for (lang, file) in LANGUAGES {
        let text = read(&folder.join(format!("{file}.txt")))?;
        let mut last = "";
        for (line, document) in text.lines().zip(&documents) {
            if *document != last {
                let id = format!("{lang}/{document}");
                out.push(Story { id, lang, title: line.trim().to_owned(), date: Some(NEWS_OF), lines: Vec::new() });
                last = document;
            } else if let Some(story) = out.last_mut() {
                story.lines.push(line.trim().to_owned());
            }
        }
    }
    Ok(out)
}

/// Lines for `check-pair`: English news beside each of its translations, sentence by sentence, at most so many.
pub fn pairs(corpora: &Path, most: usize) -> Result<Vec<String>> {
    let folder = corpora.join("ntrex-dev");
    let source = read(&folder.join("eng.txt"))?;
    let mut out = Vec::new();
    for (lang, file) in LANGUAGES.iter().filter(|(lang, _)| *lang != "en").chain(&LANGUAGES) {
        let target = read(&folder.join(format!("{file}.txt")))?;
        for (at, (src, tgt)) in source.lines().zip(target.lines()).enumerate() {
            let asked = serde_json::json!({"id": at, "src_lang": "en", "tgt_lang": lang, "src": src, "tgt": tgt});
            out.push(asked.to_string());
        }
    }
    out.truncate(most);
    Ok(out)
}

#[derive(serde::Deserialize)]
struct Passage {
    id: String,
    lang: String,
    text: String,
}

/// Paragraphs of one article are one story; the news in this set is the news above and left out.
fn articles(file: &Path) -> Result<Vec<Story>> {
    let mut out: BTreeMap<(usize, String), Story> = BTreeMap::new();
    for line in read(file)?.lines() {
        let passage: Passage = serde_json::from_str(line)?;
        let Some(at) = LANGUAGES.iter().position(|(lang, _)| *lang == passage.lang) else { continue };
        let article = match passage.id.split('-').collect::<Vec<_>>().as_slice() {
            ["x", lang, article, _] => format!("{lang}/x-{article}"),
            ["u", article] => format!("{}/u-{article}", passage.lang),
            _ => continue,
        };
        let fresh = || Story {
            id: article.clone(),
            lang: LANGUAGES[at].0,
            title: String::new(),
            date: None,
            lines: Vec::new(),
        };
        let story = out.entry((at, article.clone())).or_insert_with(fresh);
        story.lines.extend(passage.text.lines().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()));
    }
    Ok(out.into_values().collect())
}
