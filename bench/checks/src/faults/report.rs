//! The tables, and what is to be read.

use super::{Alarm, Asked, Case, kinds, stories::LANGUAGES, stories::Story};
use std::collections::BTreeMap;

/// Prints everything.
pub fn print(asked: &Asked, stories: &[&Story], untouched: &[Vec<Alarm>], cases: &[Case]) {
    println!("One fault a story: found / twins flagged, in per cent (faults put in)\n");
    table(cases, &|_| true);
    let halves: &[(usize, &str)] = if asked.is_read() { &[] } else { &[(0, "dev"), (1, "held")] };
    for (half, name) in halves {
        println!("\nThe same, {name} half of the phrases\n");
        table(cases, &|case| case.pair.phrase.is_some_and(|number| number % 2 == *half));
    }
    quiet(stories, untouched);
    listed(asked, stories, untouched, cases);
}

fn table(cases: &[Case], of: &dyn Fn(&Case) -> bool) {
    let columns: Vec<&str> = LANGUAGES.iter().map(|(lang, _)| *lang).collect();
    println!("| kind | {} |\n|---{}|", columns.join(" | "), "|---".repeat(columns.len()));
    for kind in kinds::KINDS {
        let cell = |lang: &&str| {
            let all: Vec<&Case> = cases.iter().filter(|c| c.kind == kind && c.lang == *lang && of(c)).collect();
            let part = |count: usize| 100.0 * count as f64 / all.len() as f64;
            let found = part(all.iter().filter(|case| case.is_found()).count());
            let flagged = part(all.iter().filter(|case| !case.cried().is_empty()).count());
            if all.is_empty() { "-".to_owned() } else { format!("{found:.0} / {flagged:.1} ({})", all.len()) }
        };
        let cells: Vec<String> = columns.iter().map(cell).collect();
        if cells.iter().any(|cell| cell != "-") {
            println!("| {kind} | {} |", cells.join(" | "));
        }
    }
}

impl Case {
    /// Is the fault called by its kind?
    fn is_found(&self) -> bool {
        self.fault.iter().any(|alarm| alarm.kind == self.kind && !self.before.contains(alarm))
    }

    /// What is said of the twin that was not said of the story.
    fn cried(&self) -> Vec<&Alarm> {
        let new = self.twin.iter().filter(|alarm| !self.before.contains(alarm));
        // A date that is put in may be written in another order than those of the story: that is so, and no false alarm.
        new.filter(|alarm| alarm.kind != "dateorder").collect()
    }
}

fn quiet(stories: &[&Story], untouched: &[Vec<Alarm>]) {
    println!("\nUntouched stories: findings at stop or warn, per 100 stories, and of which kinds\n");
    println!("| | stories | findings | per 100 | kinds |\n|---|---|---|---|---|");
    for (name, news) in [("news", true), ("articles", false)] {
        for (lang, _) in LANGUAGES {
            let of = |story: &Story| story.lang == lang && story.date.is_some() == news;
            let here: Vec<&Vec<Alarm>> =
                stories.iter().zip(untouched).filter(|(story, _)| of(story)).map(|(_, alarms)| alarms).collect();
            if here.is_empty() {
                continue;
            }
            let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
            here.iter().flat_map(|alarms| alarms.iter()).for_each(|alarm| *kinds.entry(&alarm.kind).or_default() += 1);
            let total: usize = kinds.values().sum();
            let named: Vec<String> = kinds.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
            let rate = 100.0 * total as f64 / here.len() as f64;
            println!("| {name} {lang} | {} | {total} | {rate:.1} | {} |", here.len(), named.join(", "));
        }
    }
}

fn listed(asked: &Asked, stories: &[&Story], untouched: &[Vec<Alarm>], cases: &[Case]) {
    let say = |alarm: &Alarm| println!("    [{} {}] {} | {}", alarm.kind, alarm.level, alarm.text, alarm.says);
    let mut shown = 0;
    for (story, alarms) in stories.iter().zip(untouched) {
        for alarm in alarms.iter().take(asked.show.saturating_sub(shown)) {
            println!("untouched {}", story.id);
            say(alarm);
            shown += 1;
        }
    }
    // The held half is counted and not shown: a rule made to fit it would say nothing of phrases nobody has seen.
    let open = |case: &&Case| asked.is_read() || case.pair.phrase.is_none_or(|number| number % 2 == 0);
    for case in cases.iter().filter(open).filter(|case| !case.is_found()).take(asked.show_missed) {
        println!("missed {} ({})\n    {}", case.id, case.date, case.pair.shown);
        case.fault.iter().filter(|alarm| !case.before.contains(alarm)).for_each(say);
    }
    for case in cases.iter().filter(open).filter(|case| !case.cried().is_empty()).take(asked.show_twins) {
        println!("twin flagged {} ({})", case.id, case.date);
        case.cried().into_iter().for_each(say);
    }
}
