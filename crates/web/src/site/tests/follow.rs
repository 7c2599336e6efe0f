//! Following the log, and making everything again.

use super::*;
use std::collections::BTreeMap;

/// A small generator, so that a failing run can be run again (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

/// What a test has to remember of a story to ask for something that may follow.
#[derive(Default)]
struct Known {
    editions: BTreeMap<String, u32>,
    state: u8,
}

const LANGS: [&str; 3] = ["en", "ur", "zh"];

async fn act(home: &Home, dice: &mut Dice, stories: &mut BTreeMap<StoryId, Known>, round: usize) {
    let name = format!("R{round}");
    let target = stories.keys().nth(dice.roll(9) as usize).copied();
    let some = stories.keys().nth(dice.roll(stories.len().max(1) as u64) as usize).copied();
    let Some((story, known)) = some.and_then(|id| Some((id, stories.get_mut(&id)?))) else {
        let lang = LANGS[dice.roll(3) as usize];
        let story = home.release(lang, pointing(&name, target)).await;
        stories.insert(story, Known { editions: [(lang.to_owned(), 1)].into(), state: 0 });
        return;
    };
    let pick = dice.roll(known.editions.len() as u64) as usize;
    let (lang, revision) = known.editions.iter().nth(pick).map(|(l, r)| (l.clone(), *r)).expect("an edition");
    match (dice.roll(10), known.state) {
        (0..=2, _) => {
            let lang = LANGS[dice.roll(3) as usize];
            let story = home.release(lang, pointing(&name, target)).await;
            stories.insert(story, Known { editions: [(lang.to_owned(), 1)].into(), state: 0 });
        }
        (3, 0) => {
            if let Some(new) = LANGS.iter().find(|l| !known.editions.contains_key(**l)) {
                home.translate(story, (&lang, revision), new, pointing(&name, target)).await;
                known.editions.insert((*new).to_owned(), 1);
            }
        }
        (4, 0) => {
            home.revise(story, &lang, revision, pointing(&name, target)).await;
            home.put_out(story, &lang, revision + 1).await;
            known.editions.insert(lang, revision + 1);
        }
        (5 | 6, 0) => {
            home.correct(story, &lang, revision, text(&name)).await;
            known.editions.insert(lang, revision + 1);
        }
        (7, 0) => {
            home.hold(story).await;
            known.state = 1;
        }
        (7, 1) => {
            home.unhold(story).await;
            known.state = 0;
        }
        (8, 0 | 1) => {
            home.kill(story).await;
            known.state = 2;
        }
        (9, 0..=2) if dice.roll(3) == 0 => {
            home.take_down(story).await;
            known.state = 3;
        }
        _ => {}
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_made_by_following_are_those_made_from_nothing() {
    for seed in [0x9e37_79b9_7f4a_7c15, 0x2545_f491_4f6c_dd1d] {
        let (home, mut dice, mut stories) = (Home::new().await, Dice(seed), BTreeMap::new());
        for round in 0..70 {
            act(&home, &mut dice, &mut stories, round).await;
        }
        let (live, cards) = (home.on_disk(), home.cards_on_disk());
        assert_eq!(home.site.verify(|_| {}).await.expect("readable"), Vec::<String>::new());
        home.site.rebuild(|_| {}).await.expect("made again");
        assert_eq!(home.cards_on_disk(), cards);
        let rebuilt = home.on_disk();
        for (path, page) in &live {
            assert_eq!(rebuilt.get(path), Some(page), "{path}, seed {seed:x}");
        }
        assert_eq!(rebuilt.len(), live.len());
        let again = home.again(masthead()).await;
        again.site.settled().await;
        assert_eq!(again.on_disk(), live);
    }
}

#[tokio::test]
async fn another_configuration_makes_all_pages_again() {
    let home = Home::new().await;
    let story = home.release("en", text("Clock")).await;
    let old = home.story(story, "en").await;
    let mut other = masthead();
    other.name = "Quay News".into();
    other.languages = other.languages.only(&[tag("en"), tag("ur")]);
    let home = home.again(other).await;
    // It answers at once, with the page as it was or as it is now.
    assert_eq!(home.story(story, "en").await.status, 200);
    home.site.settled().await;
    let new = home.story(story, "en").await;
    assert!(new.page().contains("Quay News") && !new.page().contains("Harbour News | "));
    assert_ne!(old.header("etag"), new.header("etag"));
    assert!(home.get("/en/").await.page().contains("Quay News"));
    assert!(home.on_disk().keys().all(|path| !path.starts_with("/fr/")), "a language that went takes its pages along");
    assert_eq!(home.site.verify(|_| {}).await.expect("readable"), Vec::<String>::new());
}

#[tokio::test]
async fn pages_of_another_log_are_forgotten() {
    let (one, two) = (Home::new().await, Home::new().await);
    let mine = one.release("en", text("Mine")).await;
    let theirs = two.release("en", text("Theirs")).await;
    let Home { dir, room, site, store, pages, .. } = one;
    drop((room, site, pages));
    store.close().await;
    let strange = two.dir.path().join("pages.db");
    two.store.clone().close().await;
    drop(two.pages.clone());
    for end in ["", "-wal", "-shm"] {
        let from = format!("{}{end}", strange.display());
        let to = dir.path().join(format!("pages.db{end}"));
        let _ = std::fs::remove_file(&to);
        if std::path::Path::new(&from).exists() {
            std::fs::copy(&from, &to).expect("a copy");
        }
    }
    let home = Home::with(masthead(), dir).await;
    assert_eq!(home.story(mine, "en").await.status, 200);
    assert_eq!(home.story(theirs, "en").await.status, 404);
    home.site.settled().await;
    assert_eq!(home.story(mine, "en").await.status, 200);
    assert!(home.get("/en/").await.page().contains("Mine headline"));
    assert_eq!(home.site.verify(|_| {}).await.expect("readable"), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_reader_is_given_an_old_page_after_the_verb_returned() {
    let home = Arc::new(Home::new().await);
    let story = home.release("en", text("V1")).await;
    // Others read all the time, and put on the shelf what they find.
    let reader = |path: String| {
        let home = home.clone();
        tokio::spawn(async move {
            loop {
                home.get(&path).await;
                tokio::task::yield_now().await;
            }
        })
    };
    let readers = ["/en/".to_owned(), "/en/before/99999".to_owned(), format!("/en/{story}")].map(reader);
    for revision in 1..20 {
        for path in ["/en/", "/en/before/99999"] {
            assert!(home.get(path).await.page().contains(&format!("V{revision} headline")), "{path}");
        }
        assert!(home.story(story, "en").await.page().contains(&format!("V{revision} headline")));
        home.revise(story, "en", revision, text(&format!("V{}", revision + 1))).await;
        home.put_out(story, "en", revision + 1).await;
    }
    readers.iter().for_each(tokio::task::JoinHandle::abort);
}
