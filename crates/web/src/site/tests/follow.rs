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

/// A text with a line that names another story by its headline.
fn naming(name: &str, title: &str) -> Text {
    let mut text = text(name);
    text.body.push(Block::Related(Related { title: title.into(), target: None }));
    text
}

#[tokio::test]
async fn an_also_read_line_finds_the_story_that_it_names() {
    let home = Home::new().await;
    let north = home.release("en", text("North")).await;
    let link = format!("/en/{north}/");

    // As somebody types it: other case, other spaces.
    let south = home.release("en", naming("South", "north  HEADLINE")).await;
    let page = home.story(south, "en").await.page();
    assert!(page.contains(&link) && page.contains("North headline"), "{page}");

    // It points at the story, and no longer at words: a new headline is shown, a translation keeps the target.
    home.revise(north, "en", 1, text("Far north")).await;
    home.put_out(north, "en", 2).await;
    assert!(home.story(south, "en").await.page().contains("Far north headline"));
    home.translate(north, ("en", 2), "ur", text("شمال")).await;
    home.translate(south, ("en", 1), "ur", naming("جنوب", "ایک اور بات")).await;
    assert!(home.story(south, "ur").await.page().contains(&format!("/ur/{north}/")));

    // A revision keeps it too, though the headline is no longer that; and saving the same again is no revision.
    home.revise(south, "en", 1, naming("South", "north  HEADLINE")).await;
    let dossier = home.store.dossier(south).await.expect("read").expect("a story");
    assert_eq!(dossier.editions[&tag("en")].revisions.len(), 1);

    // What is withdrawn is named no more, neither here nor on a wire.
    let travelling = async || {
        let item = home.room.item(&Actor::of_the_machine("test"), south, &tag("en"), None).await.expect("an item");
        format!("{:?} {:?}", item.text.body, item.references).to_lowercase()
    };
    assert!(travelling().await.contains("north"));
    home.kill(north).await;
    let item = travelling().await;
    assert!(!item.contains("north") && !item.contains(&north.to_string()), "{item}");
    let page = home.story(south, "en").await.page();
    assert!(!page.contains(&link) && !page.contains("north"), "{page}");
    let east = home.release("en", naming("East", "Far north headline")).await;
    assert!(!home.story(east, "en").await.page().contains(&link));
}

#[tokio::test]
async fn an_also_read_line_tells_nothing_of_a_story_that_nobody_can_read() {
    let home = Home::new().await;
    let filed = home.file("en", text("Filed")).await;
    let later = home.file("en", text("Later")).await;
    home.embargo(later, "2030-01-09T10:00:00Z").await;
    home.put_out(later, "en", 1).await;
    let abroad = home.release("fr", text("Loin")).await;
    let south = home.release("en", naming("South", "Filed headline")).await;
    home.revise(south, "en", 1, naming("South", "Later headline")).await;
    home.put_out(south, "en", 2).await;
    home.revise(south, "en", 2, naming("South", "Loin headline")).await;
    home.put_out(south, "en", 3).await;
    // Nor does it point at itself.
    home.revise(south, "en", 3, naming("South", "South headline")).await;
    home.put_out(south, "en", 4).await;
    let dossier = home.store.dossier(south).await.expect("read").expect("a story");
    for revision in &dossier.editions[&tag("en")].revisions {
        let store::Kept::Bytes(bytes) = home.store.bytes(south, revision.text).await.expect("read").expect("kept")
        else {
            panic!("sealed")
        };
        let text = Text::from_stored(&bytes).expect("a text");
        assert_eq!(text.targets().count(), 0, "{:?}, not {filed} {later} {abroad}", text.body.last());
    }
}

#[tokio::test]
async fn what_was_taken_down_is_in_no_file_any_more() {
    let home = Home::new().await;
    let story = home.release("en", text("Unspeakable")).await;
    home.translate(story, ("en", 1), "fr", text("Unspeakable")).await;
    let holding = |home: &Home| -> Vec<String> {
        let files = std::fs::read_dir(home.dir.path()).expect("a folder").map(|file| file.expect("a file").path());
        let holds = |file: &std::path::PathBuf| {
            let bytes = std::fs::read(file).expect("a file").to_ascii_lowercase();
            bytes.windows(11).any(|window| window == b"unspeakable")
        };
        files.filter(holds).map(|file| file.file_name().expect("a name").to_string_lossy().into_owned()).collect()
    };
    let names: String = holding(&home).concat();
    assert!(names.contains("agency.db") && names.contains("pages.db"), "{names}");
    home.take_down(story).await;
    let names: String = holding(&home).concat();
    assert!(!names.contains("pages.db"), "{names}");

    // Its slug says nothing of it, and everything that is asked of it is answered.
    let actor = Actor::of_the_machine("test");
    let shown = home.room.show(&actor, story).await.expect("shown");
    assert!(shown.data.slug.len() == 8 && story.to_string().ends_with(&*shown.data.slug), "{}", shown.data.slug);
    for release in [None, Some(1), Some(2)] {
        let item = home.room.item(&actor, story, &tag("en"), release).await.expect("an item");
        assert!(!format!("{item:?}").to_lowercase().contains("unspeakable"), "{item:?}");
    }
    assert_eq!(home.site.verify(|_| ()).await.expect("verified"), Vec::<String>::new());
    let Home { dir, room, site, store, pages, .. } = home;
    drop((room, site, pages));
    store.close().await;
    let bytes = std::fs::read(dir.path().join("agency.db")).expect("a file").to_ascii_lowercase();
    assert!(!bytes.windows(11).any(|window| window == b"unspeakable"));
}
