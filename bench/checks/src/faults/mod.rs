//! One fault in a story, beside its faultless twin: which kinds are found, in which languages, and what cries wolf.

mod chance;
mod fill;
mod kinds;
mod phrases;
mod report;
pub mod stories;
#[cfg(test)]
mod tests;
mod thick;
mod told;

pub use thick::line as thick;

use crate::command::{self, answers};
use anyhow::{Context, Result, bail};
use chance::Chance;
use jiff::civil::Date;
use kinds::{Language, Pair};
use std::collections::{HashMap, HashSet};
use stories::Story;

/// What is asked for on the command line.
pub struct Asked {
    command: Option<String>,
    data: Option<String>,
    rounds: usize,
    kind: Option<String>,
    lang: Option<String>,
    show: usize,
    show_missed: usize,
    show_twins: usize,
    write: Option<String>,
    /// The folder of fresh phrases that are put in in place of the others.
    fresh: Option<&'static str>,
}

impl Asked {
    /// Reads the words after `faults`.
    ///
    /// # Errors
    /// When one is not known, or lacks its value.
    pub fn read(words: &[String]) -> Result<Asked> {
        let mut asked = Asked {
            command: None,
            data: None,
            rounds: 3,
            kind: None,
            lang: None,
            show: 0,
            show_missed: 0,
            show_twins: 0,
            write: None,
            fresh: None,
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let value = words.next().with_context(|| format!("{word} wants a value"))?;
            match word.as_str() {
                "--cmd" => asked.command = Some(value.clone()),
                "--data" => asked.data = Some(value.clone()),
                "--rounds" => asked.rounds = value.parse()?,
                "--kind" => asked.kind = Some(value.clone()),
                "--lang" => asked.lang = Some(value.clone()),
                "--show" => asked.show = value.parse()?,
                "--show-missed" => asked.show_missed = value.parse()?,
                "--show-twins" => asked.show_twins = value.parse()?,
                "--write" => asked.write = Some(value.clone()),
                "--phrases" => {
                    let folder = phrases::FRESH.into_iter().find(|folder| folder == value);
                    asked.fresh = Some(folder.with_context(|| format!("--phrases {}", phrases::FRESH.join(" or ")))?);
                }
                _ => bail!(
                    "--cmd --data --rounds --kind --lang --show --show-missed --show-twins --write --phrases; not {word}"
                ),
            }
        }
        Ok(asked)
    }

    /// Whether all of the phrases have been read by those who work on rules: of the others one half is kept from them.
    fn is_read(&self) -> bool {
        self.fresh.is_some_and(|folder| phrases::READ.contains(&folder))
    }
}

/// A finding as `check-story` gives it.
#[derive(serde::Deserialize, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Alarm {
    kind: String,
    level: String,
    text: String,
    #[serde(default)]
    says: String,
}

/// A fault that was put in, and what was said.
struct Case {
    kind: &'static str,
    lang: &'static str,
    id: String,
    story: Story,
    pair: Pair,
    date: Date,
    /// Alarms of the story as it was, with its fault, and of the twin.
    before: Vec<Alarm>,
    fault: Vec<Alarm>,
    twin: Vec<Alarm>,
}

/// Puts the faults in, asks, and prints what came of it.
///
/// # Errors
/// When a corpus is not there or the command does not answer.
pub fn run(asked: &Asked) -> Result<()> {
    let stories = stories::all(&stories::corpora())?;
    let languages = languages(&stories, asked.fresh)?;
    let data = command::languages(asked.data.as_deref())?;
    let wanted: Vec<&Story> = stories
        .iter()
        .filter(|s| asked.lang.as_ref().is_none_or(|lang| lang == s.lang) && !s.lines.is_empty())
        .collect();
    let untouched: Vec<String> = wanted.iter().map(|story| story.line(&story.id, story.date)).collect();
    let untouched = told_alarms(answers(asked.command.as_deref(), &data, untouched)?)?;
    let mut cases = cases(asked, &wanted, &languages);
    if let Some(file) = &asked.write {
        let lines: Vec<String> = cases.iter().flat_map(lines).collect();
        std::fs::write(file, lines.join("\n") + "\n")?;
    }
    let mut answered =
        told_alarms(answers(asked.command.as_deref(), &data, cases.iter().flat_map(lines).collect())?)?.into_iter();
    for case in &mut cases {
        let mut next = || answered.next().unwrap_or_default();
        (case.fault, case.twin, case.before) = (next(), next(), next());
    }
    // A sentence that is put in twice may be one of another story, with what is wrong with it there.
    let known: Vec<Alarm> = untouched.iter().flatten().filter(|alarm| alarm.kind != "repeat").cloned().collect();
    for case in cases.iter_mut().filter(|case| case.kind == "repeat") {
        case.before.extend(known.iter().cloned());
    }
    report::print(asked, &wanted, &untouched, &cases);
    Ok(())
}

/// The lines of a case: with its fault, its twin, and the story as it was, under one dateline.
fn lines(case: &Case) -> [String; 3] {
    [
        case.pair.fault.line(&format!("{}#fault", case.id), Some(case.date)),
        case.pair.twin.line(&format!("{}#twin", case.id), Some(case.date)),
        case.story.line(&format!("{}#before", case.id), Some(case.date)),
    ]
}

fn told_alarms(answers: Vec<serde_json::Value>) -> Result<Vec<Vec<Alarm>>> {
    let alarms = |answer: serde_json::Value| match answer.get("alarms") {
        Some(alarms) => Ok(serde_json::from_value(alarms.clone())?),
        None => bail!("no alarms in {answer}"),
    };
    answers.into_iter().map(alarms).collect()
}

fn languages(stories: &[Story], fresh: Option<&str>) -> Result<HashMap<&'static str, Language>> {
    let mut out = HashMap::new();
    for (lang, _) in stories::LANGUAGES {
        let lines = || stories.iter().filter(|s| s.lang == lang).flat_map(|s| s.lines.iter());
        let mut words: HashMap<String, usize> = HashMap::new();
        lines().flat_map(|line| kinds::words(line)).for_each(|(_, word)| {
            *words.entry(word.to_owned()).or_default() += 1;
        });
        let plain = |s: &&str| {
            let length = s.chars().count();
            (if lang == "zh" { 16 } else { 45 }..200).contains(&length)
                && !s.chars().any(|c| c.is_numeric() || "\"'“”«»‘’「」《》()（）".contains(c))
                && s.ends_with(['.', '۔', '。'])
        };
        let plain = lines().flat_map(|line| kinds::sentences(line)).filter(plain).map(str::to_owned).collect();
        let phrases = fresh.map_or_else(|| phrases::of(lang), |folder| phrases::fresh(folder, lang))?;
        out.insert(lang, Language { phrases, words, plain });
    }
    Ok(out)
}

fn cases(asked: &Asked, stories: &[&Story], languages: &HashMap<&'static str, Language>) -> Vec<Case> {
    let mut out = Vec::new();
    let kinds = kinds::KINDS.into_iter().filter(|kind| asked.kind.as_ref().is_none_or(|asked| asked == kind));
    for kind in kinds {
        for story in stories.iter().filter(|story| kinds::is_asked(kind, story.lang)) {
            let mut made: HashSet<String> = HashSet::new();
            for round in 0..asked.rounds {
                let id = format!("{kind}/{}/{round}", story.id);
                let mut chance = Chance::of(&id);
                let date = story.date.unwrap_or_else(|| dateline(&mut chance));
                let Some(pair) = languages.get(story.lang).and_then(|l| kinds::pair(kind, story, date, &mut chance, l))
                else {
                    continue;
                };
                if made.insert(pair.shown.clone()) {
                    let (lang, none) = (story.lang, Vec::new);
                    let story = (*story).clone();
                    out.push(Case { kind, lang, id, story, pair, date, before: none(), fault: none(), twin: none() });
                }
            }
        }
    }
    out
}

/// A day to date a story that has none.
fn dateline(chance: &mut Chance) -> Date {
    let (year, month, day) = (chance.within(2014, 2026), chance.within(1, 12), chance.within(2, 28));
    Date::new(year as i16, month as i8, day as i8).unwrap_or(Date::constant(2020, 3, 12))
}
