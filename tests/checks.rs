//! What the checks find: kept beside each revision, listed, dismissed, and holding a release back until somebody who may
//! says why it goes out all the same.

use crate::support::{Agency, person, program, shared, tag, text};
use checks::{Finding, HouseStyle, Level, Rule};
use newsroom::{Ask, By, Correct, Dismiss, Embargo, Error, Event, Found, Pin, Release, Schedule, Undismiss, Why};
use serde_json::Value;
use std::collections::BTreeMap;
use story::{Role, StoryId, Text};

/// A house that avoids a word.
fn style() -> HouseStyle {
    let file = "[[avoid]]\nword = \"zorble\"\nlevel = \"warn\"\n";
    let files = [("style/en.toml".to_owned(), file.to_owned()), ("style/ur.toml".to_owned(), file.to_owned())];
    HouseStyle::read(&files).expect("a house style")
}

const CLEAN: &str = "The clock on the town hall struck nine on Monday, the council said.";
const FAULTY: &str = "The zorble struck nine.";

fn faulty() -> Text {
    text("A clock strikes", &[CLEAN, FAULTY])
}

/// What counts and holds a release back in an edition.
async fn found(agency: &Agency, story: StoryId, lang: &str) -> Vec<Found> {
    let shown = agency.room.show(&agency.chief, story).await.expect("the story");
    let edition = shown.editions.into_iter().find(|e| e.lang == tag(lang)).expect("the edition");
    edition.findings.into_iter().filter(|found| found.finding.rule == Rule::Style).collect()
}

/// Files the faulty text, with what was found in it raised to a level that holds it back.
async fn file_held(agency: &Agency) -> StoryId {
    let story = agency.file("en", faulty()).await;
    raise(agency, story, 1).await;
    story
}

/// Raises what was found in an English revision to a level that holds it back: whatever the rules are, the gate is so.
async fn raise(agency: &Agency, story: StoryId, revision: u32) {
    let store = agency.room.store();
    let kept = store.checked(story, &tag("en"), revision).await.expect("the store").expect("looked at");
    let mut findings: Vec<Finding> = serde_json::from_slice(&kept.found.expect("kept")).expect("findings");
    findings.iter_mut().filter(|f| f.rule == Rule::Style).for_each(|f| f.level = Level::Stop);
    let found = Some(serde_json::to_vec(&findings).expect("JSON"));
    let checked = store::Checked { version: checks::VERSION, found };
    let write = store::Write::Checked { story, lang: tag("en"), revision, checked };
    let (at, act) = (agency.now(), newsroom::chance::batch(agency.now()));
    let batch = store::Batch { request: None, at, act, must: Vec::new(), writes: vec![write] };
    store.commit(batch).await.expect("kept");
}

fn release(story: StoryId, pins: &[(&str, u32)], despite: Option<&str>) -> Ask {
    let editions = pins.iter().map(|&(lang, revision)| Pin { lang: tag(lang), revision }).collect();
    Ask::Release(Release { story, editions, despite_findings: despite.map(Into::into) })
}

fn dismiss(story: StoryId, found: &Found, reason: &str) -> Ask {
    Ask::Dismiss(Dismiss { story, lang: tag("en"), key: found.key, reason: reason.into() })
}

/// How much holds each edition back.
fn held(asked: newsroom::Result<newsroom::Done>) -> Vec<(String, usize)> {
    match asked {
        Err(Error::CannotNow(Why::Found(held))) => held.into_iter().map(|(lang, n)| (lang.to_string(), n)).collect(),
        other => panic!("nothing holds it back: {other:?}"),
    }
}

#[tokio::test]
async fn what_is_found_is_kept_beside_each_revision() {
    let agency = Agency::with_style(style());
    let story = agency.file("en", faulty()).await;
    let kept = agency.room.store().checked(story, &tag("en"), 1).await.expect("the store").expect("looked at");
    assert_eq!(kept.version, checks::VERSION);
    assert_eq!(found(&agency, story, "en").await.len(), 1);
    let second = agency.revise(story, "en", text("A clock strikes", &[CLEAN])).await;
    assert_eq!(second, 2);
    assert!(agency.room.store().checked(story, &tag("en"), 2).await.expect("the store").is_some());
    assert!(found(&agency, story, "en").await.is_empty());
    agency.translate(story, "ur", "en", text("گھڑی", &["zorble نے نو بجائے۔"])).await;
    assert_eq!(found(&agency, story, "ur").await.len(), 1);
}

#[tokio::test]
async fn a_finding_holds_a_release_back_until_the_text_is_mended() {
    let agency = Agency::with_style(style());
    let story = file_held(&agency).await;
    agency.translate(story, "fr", "en", text("Une horloge sonne", &["L’horloge a sonné neuf fois lundi."])).await;
    assert_eq!(held(agency.ask(release(story, &[("en", 1), ("fr", 1)], None)).await), [("en".into(), 1)]);
    assert!(agency.log().await.is_empty(), "nothing of the act went out");
    agency.done(release(story, &[("fr", 1)], None)).await;
    let clean = agency.revise(story, "en", text("A clock strikes", &[CLEAN, "The zorble struck ten."])).await;
    // A warning is for the desk to weigh.
    agency.done(release(story, &[("en", clean)], None)).await;
    let update = agency.revise(story, "en", faulty()).await;
    raise(&agency, story, update).await;
    assert_eq!(held(agency.ask(release(story, &[("en", update)], None)).await), [("en".into(), 1)]);
}

#[tokio::test]
async fn whoever_may_says_why_it_goes_out_all_the_same() {
    let agency = Agency::with_style(style());
    let story = file_held(&agency).await;
    let ask = release(story, &[("en", 1)], Some("the council calls it so"));
    let editor = person("an editor", Role::Editor);
    assert!(matches!(agency.room.ask(&By::once(&editor), &ask).await, Err(Error::Denied { .. })));
    assert_eq!(held(agency.ask(release(story, &[("en", 1)], Some(" "))).await), [("en".into(), 1)]);
    agency.done(ask).await;
    let history = agency.room.history(&agency.chief, story, &tag("en")).await.expect("the history");
    let despite = history.events.iter().find_map(|event| match event {
        Event::Release { release, .. } => release.despite.clone(),
        _ => None,
    });
    assert_eq!(despite.as_deref(), Some("the council calls it so"));
    // Where nothing is held back there is nothing to go out in spite of.
    let clean = agency.file("en", text("A clock strikes", &[CLEAN])).await;
    agency.done(release(clean, &[("en", 1)], Some("just so"))).await;
    let dossier = agency.room.store().dossier(clean).await.expect("the store").expect("the story");
    assert_eq!(dossier.editions[&tag("en")].releases[0].despite, None);
}

#[tokio::test]
async fn a_plan_is_checked_when_it_is_made_and_keeps_the_reason() {
    let agency = Agency::with_style(style());
    let story = file_held(&agency).await;
    let at = agency.now().checked_add(jiff::SignedDuration::from_mins(5)).expect("a moment");
    let plan = |despite: Option<&str>| {
        let editions = vec![Pin { lang: tag("en"), revision: 1 }];
        Ask::Schedule(Schedule { story, editions, at, despite_findings: despite.map(Into::into) })
    };
    assert_eq!(held(agency.ask(plan(None)).await), [("en".into(), 1)]);
    agency.done(plan(Some("checked by telephone"))).await;
    agency.pass(301).await;
    let dossier = agency.room.store().dossier(story).await.expect("the store").expect("the story");
    assert_eq!(dossier.editions[&tag("en")].releases[0].despite.as_deref(), Some("checked by telephone"));

    // Under an embargo a release is a plan.
    let other = file_held(&agency).await;
    let until = agency.now().checked_add(jiff::SignedDuration::from_mins(5)).expect("a moment");
    agency.done(Ask::Embargo(Embargo { story: other, until: Some(until) })).await;
    assert_eq!(held(agency.ask(release(other, &[("en", 1)], None)).await), [("en".into(), 1)]);
    agency.done(release(other, &[("en", 1)], Some("so be it"))).await;
    agency.pass(301).await;
    let dossier = agency.room.store().dossier(other).await.expect("the store").expect("the story");
    assert_eq!(dossier.editions[&tag("en")].releases[0].despite.as_deref(), Some("so be it"));
}

#[tokio::test]
async fn a_correction_is_checked_as_a_release_is() {
    let agency = Agency::with_style(style());
    let story = agency.file("en", text("A clock strikes", &[CLEAN])).await;
    agency.release(story, &["en"]).await;
    let revision = agency.revise(story, "en", faulty()).await;
    raise(&agency, story, revision).await;
    let correct = Correct { copy: None, ..agency.correcting(story, "en", faulty()).await };
    assert_eq!(held(agency.ask(Ask::Correct(correct.clone())).await), [("en".into(), 1)]);
    agency.done(Ask::Correct(Correct { despite_findings: Some("it is called so".into()), ..correct })).await;
    let dossier = agency.room.store().dossier(story).await.expect("the store").expect("the story");
    assert_eq!(dossier.editions[&tag("en")].releases[1].despite.as_deref(), Some("it is called so"));
}

#[tokio::test]
async fn a_dismissal_stays_as_long_as_its_sentence_stays() {
    let agency = Agency::with_style(style());
    let story = file_held(&agency).await;
    let finding = found(&agency, story, "en").await.remove(0);
    assert!(finding.holds());
    assert!(matches!(agency.ask(dismiss(story, &finding, "")).await, Err(Error::Invalid(_))), "it says why");
    let done = agency.done(dismiss(story, &finding, "a word of the trade")).await;
    assert_eq!(done.answer.dismissed, [finding.key]);
    assert!(agency.done(dismiss(story, &finding, "again")).await.answer.is_nothing());

    // Whatever else is edited, and marks and spaces in the sentence itself.
    agency.revise(story, "en", text("A clock strikes", &["Another opening.", CLEAN, "The  zorble struck nine!"])).await;
    let now = found(&agency, story, "en").await.remove(0);
    let stands = now.dismissed.as_ref().expect("it stays dismissed");
    assert_eq!((&*stands.reason, &*stands.by, stands.at), ("a word of the trade", "chief", agency.now()));
    assert!(!now.holds());
    raise(&agency, story, 2).await;
    agency.release(story, &["en"]).await;

    // Another sentence is another finding.
    agency.revise(story, "en", text("A clock strikes", &[CLEAN, "The zorble struck ten."])).await;
    let other = found(&agency, story, "en").await.remove(0);
    assert!(other.dismissed.is_none() && other.key != finding.key);
    assert!(matches!(agency.ask(dismiss(story, &finding, "gone")).await, Err(Error::Missing("finding"))));

    // The sentence is back, and so is its dismissal; until it is taken back.
    agency.revise(story, "en", faulty()).await;
    assert!(found(&agency, story, "en").await[0].dismissed.is_some());
    let undismiss = || Ask::Undismiss(Undismiss { story, lang: tag("en"), key: finding.key });
    agency.done(undismiss()).await;
    assert!(found(&agency, story, "en").await[0].dismissed.is_none());
    assert!(matches!(agency.ask(undismiss()).await, Err(Error::Missing("dismissal"))));
    let history = agency.room.history(&agency.chief, story, &tag("en")).await.expect("the history");
    let told = history.events.iter().filter(|e| matches!(e, Event::Dismissed(_) | Event::Undismissed(_))).count();
    assert_eq!(told, 2, "both are on record");
    assert!(agency.room.store().verify(|_| {}).await.expect("verify").is_empty());
}

#[tokio::test]
async fn what_quotes_a_text_goes_with_it() {
    let agency = Agency::with_style(style());
    let story = file_held(&agency).await;
    agency.done(release(story, &[("en", 1)], Some("so be it"))).await;
    let down = newsroom::Takedown { story, reason: "a court order".into(), notice: Default::default() };
    agency.done(Ask::Takedown(down)).await;
    assert!(found(&agency, story, "en").await.is_empty());
    let folder = agency.close().await;
    for file in ["agency.db", "agency.db-wal"] {
        let bytes = std::fs::read(folder.path().join(file)).unwrap_or_default();
        assert!(!bytes.windows(6).any(|w| w == b"zorble"), "{file} still quotes the text");
    }
}

/// Runs the program; gives back its exit code and what it wrote.
fn run(args: &[&str]) -> (i32, String) {
    let done = program::run(args);
    (done.status.code().expect("an exit code"), String::from_utf8_lossy(&done.stdout).into_owned())
}

#[test]
fn a_file_is_checked_as_a_compiler_would() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let dir = place.path().to_str().expect("a path");
    let agency = dateline::config::template(&dateline::config::Agency::default().site_url);
    std::fs::write(place.path().join("agency.toml"), agency).expect("written");
    std::fs::create_dir(place.path().join("style")).expect("made");
    let style = "[[avoid]]\nword = \"zorble\"\nuse = \"clock\"\nlevel = \"warn\"\n";
    std::fs::write(place.path().join("style/en.toml"), style).expect("written");
    let copy = "A clock strikes\n\nBAKU, 2 March 2026 (GNP): The clock struck nine.\n\nThen the zorble struck ten.\n";
    let file = place.path().join("copy.txt");
    std::fs::write(&file, copy).expect("written");
    let file = file.to_str().expect("a path");
    let (code, words) = run(&["check", "--dir", dir, file, "--lang", "en"]);
    assert!(code >= 10, "{words}");
    assert!(words.contains("warn[avoid]"), "{words}");
    assert!(words.contains(":5:10, paragraph 2\n   | Then the zorble struck ten.\n   |          ^^^^^^\n"), "{words}");
    let (code, json) = run(&["check", "--dir", dir, file, "--lang", "en", "--json"]);
    let report: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(code, if report["highest"] == "stop" { 11 } else { 10 });
    let place = &report["editions"][0]["findings"].as_array().expect("findings").iter().find(|f| f["kind"] == "avoid");
    let place = &place.expect("the word")["places"][0];
    assert_eq!((place["line"].as_u64(), place["column"].as_u64()), (Some(5), Some(10)));
    std::fs::write(place_of(dir), "[[[").expect("written");
    assert_eq!(run(&["check", "--dir", dir, file]).0, 2, "a broken file is never passed over");
}

fn place_of(dir: &str) -> std::path::PathBuf {
    std::path::Path::new(dir).join("style/en.toml")
}

#[test]
fn lines_are_answered_in_order_and_bad_ones_by_their_number() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let file = place.path().join("lines.jsonl");
    let good =
        |id| format!("{{\"id\":{id},\"lang\":\"en\",\"title\":\"Clocks\",\"text\":\"The clock struck nine.\"}}\n");
    let lines: String = (0..500).map(good).chain(["no line\n".into()]).chain((500..900).map(good)).collect();
    std::fs::write(&file, lines).expect("written");
    let done = program::run_with(&["check-story"], std::fs::File::open(&file).expect("the lines"));
    assert_eq!(done.status.code(), Some(1));
    let out = String::from_utf8(done.stdout).expect("UTF-8");
    let mut ids = 0..900;
    for (n, line) in out.lines().enumerate() {
        let answer: Value = serde_json::from_str(line).expect("JSON");
        match n {
            500 => assert_eq!((answer["line"].as_u64(), answer["error"].is_string()), (Some(501), true)),
            _ => assert_eq!(answer["id"].as_u64(), ids.next()),
        }
    }
    assert!(ids.is_empty());
}

/// What `check` finds at `stop` and `warn` in a file, by kind.
fn loud(file: &std::path::Path, lang: &str) -> BTreeMap<String, usize> {
    let (code, json) = run(&["check", "--json", "--lang", lang, file.to_str().expect("a path")]);
    assert!([0, 10, 11].contains(&code), "{json}");
    let report: Value = serde_json::from_str(&json).expect("JSON");
    let mut out = BTreeMap::new();
    for finding in report["editions"][0]["findings"].as_array().expect("findings") {
        if finding["level"] != "note" {
            *out.entry(finding["kind"].as_str().expect("a kind").to_owned()).or_insert(0) += 1;
        }
    }
    out
}

/// A kind of finding, and how many of it.
type Count = (&'static str, usize);

/// What has to be found at `stop` and `warn` in the invented page of each language, and nothing else: kind and count.
/// What is wrong with each page on purpose stands in `tests/data/README.md`.
const PAGES: &[(&str, &str, &[Count])] = &[
    ("own-page.txt", "en", EVERYTHING),
    ("own-page.ur.txt", "ur", &[("byline", 1), ("token", 1)]),
    ("own-page.ar.txt", "ar", &[("byline", 1), ("token", 1)]),
    ("own-page.zh.txt", "zh", &[("byline", 1), ("token", 1)]),
    ("own-page.es.txt", "es", &[("byline", 1), ("token", 1)]),
    ("own-page.fr.txt", "fr", &[("byline", 1), ("token", 1)]),
    ("own-page.ru.txt", "ru", &[("byline", 1), ("token", 1)]),
    ("faulty-page.ur.txt", "ur", UNSPELT),
    ("faulty-page.ar.txt", "ar", UNSPELT),
    ("faulty-page.zh.txt", "zh", UNSPELT),
    ("faulty-page.es.txt", "es", SPELT),
    ("faulty-page.fr.txt", "fr", SPELT),
    ("faulty-page.ru.txt", "ru", SPELT),
];

/// All that can be wrong with such a page.
const EVERYTHING: &[Count] = &[
    ("anniv", 1),
    ("byline", 1),
    ("dateorder", 1),
    ("deck", 1),
    ("list", 1),
    ("name", 1),
    ("spelling", 1),
    ("token", 1),
];
/// The same in languages that put the day before the month.
const SPELT: &[Count] =
    &[("anniv", 1), ("byline", 1), ("deck", 1), ("list", 1), ("name", 1), ("spelling", 1), ("token", 1)];
/// The same in languages in which slips in names are notes and no dictionary is quiet enough.
const UNSPELT: &[Count] = &[("anniv", 1), ("byline", 1), ("deck", 1), ("token", 1)];

fn faults(found: &BTreeMap<String, usize>, wanted: &[Count], name: &str) -> Vec<String> {
    let wanted: BTreeMap<String, usize> = wanted.iter().map(|&(kind, n)| (kind.to_owned(), n)).collect();
    if *found == wanted { Vec::new() } else { vec![format!("{name}: found {found:?}, wanted {wanted:?}")] }
}

#[test]
fn the_faults_of_our_own_pages_are_found_and_nothing_else() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data");
    let mut wrong = Vec::new();
    for (name, lang, wanted) in PAGES {
        wrong.extend(faults(&loud(&folder.join(name), lang), wanted, name));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What has to be found in the page this project began with.
const SAMPLE: &[Count] = EVERYTHING;

#[test]
fn the_faults_of_the_page_it_began_with_are_found_and_nothing_else() {
    let test = "the_faults_of_the_page_it_began_with_are_found_and_nothing_else";
    let Some(folder) = shared(test, "samples") else { return };
    let wrong = faults(&loud(&folder.join("agency-page.txt"), "en"), SAMPLE, "agency-page.txt");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_papers_of_the_rules_are_as_the_rules_are() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/checks");
    let is_old =
        |(name, text): &(String, String)| std::fs::read_to_string(folder.join(name)).ok().as_ref() != Some(text);
    let old: Vec<String> = checks::pages::files().into_iter().filter(is_old).map(|(name, _)| name).collect();
    let how = "write them anew: cargo run -p checks --example papers";
    assert!(old.is_empty(), "docs/checks is not what the rules say of themselves in {}\n{how}", old.join(", "));
}
