//! A story's way through the forms: filed, revised, released, corrected, held, killed; and what is asked twice.

use super::{COPY, Office, at, tag};
use http::StatusCode;
use newsroom::{Ask, Copy, Pin, Release, Translate};
use story::{Origin, Role, Standing, StoryId};

async fn standing(office: &Office, id: StoryId, lang: &str) -> Standing {
    let shown = office.room.show(&Office::owner(), id).await.expect("a story");
    shown.editions.iter().find(|e| e.lang == tag(lang)).expect("an edition").standing
}

fn story_of(way: &str) -> StoryId {
    let rest = way.strip_prefix("/desk/story/").expect("a story");
    rest[..26].parse().expect("an identity")
}

#[tokio::test]
async fn copy_is_read_filed_revised_released_corrected_and_killed() {
    let office = Office::open();
    let mut chief = office.seat("ana", &[Role::Chief], "en").await;

    let page = chief.get("/desk/file").await;
    let read = chief.submit(&page, "/desk/file", &[("copy", COPY), ("slug", "clock"), ("do", "read")]).await;
    assert_eq!(read.status, StatusCode::OK, "{}", read.body);
    assert!(read.has("What was understood") && read.has("3 paragraphs"));
    assert!(read.has("<dd lang=\"en\" dir=\"ltr\">GNP</dd>"), "{}", read.body);
    assert_eq!(read.form("/desk/file").boxes.iter().find(|(n, _)| n == "copy").expect("copy").1, COPY);
    let filed = chief.submit(&read, "/desk/file", &[("do", "file")]).await;
    let id = story_of(filed.leads_to());
    let page = chief.follow(&filed).await;
    assert!(page.has("Filed.") && page.has("Harbour clock strikes thirteen"));

    let way = format!("/desk/story/{id}");
    let revise = chief.get(&format!("{way}/en/revise")).await;
    let form = revise.form(&format!("{way}/en/revise"));
    let copy = &form.boxes.iter().find(|(name, _)| name == "copy").expect("copy").1;
    let saved = chief.fill(&form, &[("copy", &copy.replace("ninety years", "eighty years")), ("do", "save")]).await;
    let page = chief.follow(&saved).await;
    assert!(page.has("Saved as revision 2.") && page.has("eighty years"), "{}", page.body);
    let page = chief.submit(&page, &format!("{way}/release"), &[]).await;
    let page = chief.follow(&page).await;
    assert!(page.has("Released as no. 1 of the log."), "{}", page.body);
    assert_eq!(standing(&office, id, "en").await, Standing::Public);
    assert!(!page.offers(&format!("{way}/release")), "there is nothing new to release");

    let correct = chief.get(&format!("{way}/en/correct")).await;
    let form = correct.form(&format!("{way}/en/correct"));
    let copy = form.boxes.iter().find(|(name, _)| name == "copy").expect("copy").1.replace("eighty", "ninety");
    let typed = [("was", "eighty years"), ("is", ""), ("copy", &copy), ("do", "correct")];
    let refused = chief.fill(&form, &typed).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.has("value=\"eighty years\"") && refused.has("for ninety years"), "nothing typed is lost");
    let done = chief.submit(&refused, &format!("{way}/en/correct"), &[("is", "ninety years"), ("do", "correct")]).await;
    let page = chief.follow(&done).await;
    assert!(page.has("The correction is public.") && page.has("class=\"notice\""), "{}", page.body);

    let history = chief.get(&format!("{way}/en/history")).await;
    assert!(history.has("<del>eighty</del><ins>ninety</ins>"), "{}", history.body);
    assert!(history.has("Log no. 2") && history.has("Correction"));

    let hold = chief
        .submit(&page, &format!("{way}/hold"), &[("reason", "the keeper called"), ("notice:en", "We look.")])
        .await;
    let page = chief.follow(&hold).await;
    assert!(page.has("The story is on hold.") && page.has("We look."));
    let back = chief.submit(&page, &format!("{way}/unhold"), &[("reason", "all is well")]).await;
    let page = chief.follow(&back).await;
    let why = chief.submit(&page, &format!("{way}/kill"), &[("reason", ""), ("notice:en", "Withdrawn by us.")]).await;
    assert_eq!(why.status, StatusCode::BAD_REQUEST);
    assert!(why.has("value=\"Withdrawn by us.\""), "the notice that was typed is there");
    let killed = chief.submit(&why, &format!("{way}/kill"), &[("reason", "never happened")]).await;
    let page = chief.follow(&killed).await;
    assert!(page.has("The story is killed in every language."));
    assert_eq!(standing(&office, id, "en").await, Standing::Killed);

    let slip = [("reason", "court order"), ("slug", "clok")];
    let refused = chief.submit(&page, &format!("{way}/takedown"), &slip).await;
    assert!(refused.has("This is not the slug of the story."));
    let down = chief.submit(&refused, &format!("{way}/takedown"), &[("slug", "clock")]).await;
    let page = chief.follow(&down).await;
    assert!(page.has("taken down") && !page.has("struck thirteen"), "{}", page.body);
}

#[tokio::test]
async fn a_form_that_is_sent_twice_is_answered_as_the_first_time() {
    let office = Office::open();
    let mut chief = office.seat("ana", &[Role::Chief], "en").await;
    let form = chief.get("/desk/file").await.form("/desk/file");
    let typed = [("copy", COPY), ("slug", "clock"), ("do", "file")];
    let (once, twice) = (chief.fill(&form, &typed).await, chief.fill(&form, &typed).await);
    assert_eq!(once.leads_to(), twice.leads_to());
    let other = chief.fill(&form, &[("copy", COPY), ("slug", "other"), ("do", "file")]).await;
    assert_eq!(other.status, StatusCode::CONFLICT, "the same asking for something else");
    assert!(other.has("value=\"other\""));
    let again = chief.submit(&other, "/desk/file", &[("do", "file")]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "the page that came back asks anew");

    let id = story_of(once.leads_to());
    let page = chief.get(&format!("/desk/story/{id}")).await;
    let form = page.form(&format!("/desk/story/{id}/release"));
    let (once, twice) = (chief.fill(&form, &[]).await, chief.fill(&form, &[]).await);
    assert_eq!(once.leads_to(), twice.leads_to());
    assert_eq!(office.room.store().position().n, 1);
}

#[tokio::test]
async fn a_translation_is_made_beside_its_source_and_shows_what_it_is_behind_by() {
    let office = Office::open();
    let mut chief = office.seat("ana", &[Role::Chief], "en").await;
    let id = office.file("en", COPY, "clock").await;
    let way = format!("/desk/story/{id}");
    let page = chief.get(&format!("{way}/translate?to=fr")).await;
    assert!(page.has("The harbour clock struck thirteen"), "the source stands beside the box");
    let french = "L’horloge du port sonne treize coups\n\nL’horloge du port a sonné treize coups.\n\nPersonne n’a été blessé.\n\nElle a quatre-vingt-dix ans.\n";
    let made = chief.submit(&page, &format!("{way}/translate"), &[("copy", french), ("do", "save")]).await;
    let page = chief.follow(&made).await;
    assert!(page.has("Made from English, revision 1"), "{}", page.body);

    let form = chief.get(&format!("{way}/en/revise")).await.form(&format!("{way}/en/revise"));
    let copy = form.boxes.iter().find(|(name, _)| name == "copy").expect("copy").1.replace("Nobody", "No gull");
    chief.fill(&form, &[("copy", &copy), ("do", "save")]).await;
    let page = chief.get(&way).await;
    assert!(page.has("1 paragraph of the source has changed") && page.has("Paragraph 2"), "{}", page.body);
    assert!(chief.get("/desk").await.has("Behind"));

    let revise = chief.get(&format!("{way}/fr/revise")).await;
    let form = revise.form(&format!("{way}/fr/revise"));
    let copy = form.boxes.iter().find(|(name, _)| name == "copy").expect("copy").1.replace("Personne", "Aucun goéland");
    chief.fill(&form, &[("copy", &copy), ("made_from", "en:2"), ("do", "save")]).await;
    let page = chief.get(&way).await;
    assert!(!page.has("of the source has changed"));
}

#[tokio::test]
async fn what_waits_is_moved_and_cancelled() {
    let office = Office::open();
    let mut chief = office.seat("ana", &[Role::Chief], "en").await;
    let id = office.file("en", COPY, "clock").await;
    let way = format!("/desk/story/{id}");
    let page = chief.get(&way).await;
    let schedule = format!("{way}/schedule");
    let no_time = chief.submit(&page, &schedule, &[("at", "noon")]).await;
    assert!(no_time.has("This is not a time that can be read.") && no_time.has("value=\"noon\""));
    let past = chief.submit(&page, &schedule, &[("at", "2026-03-01T12:00")]).await;
    assert_eq!(past.status, StatusCode::BAD_REQUEST);
    let planned = chief.submit(&page, &schedule, &[("at", "2026-03-02T12:00")]).await;
    let page = chief.follow(&planned).await;
    assert!(page.has("It goes out on"), "{}", page.body);
    let due = chief.get("/desk/due").await;
    assert!(due.has("clock") && due.has("Signed off by ana"));
    assert!(chief.get("/desk").await.has("Due: 1"));
    let moved = chief.submit(&page, &format!("{way}/move"), &[("at", "2026-03-03T12:00")]).await;
    let page = chief.follow(&moved).await;
    let waiting = office.room.waiting(&Office::owner()).await.expect("a list");
    assert_eq!(waiting[0].1.at, at("2026-03-03T12:00:00Z"));
    let cancelled = chief.submit(&page, &format!("{way}/cancel"), &[]).await;
    let page = chief.follow(&cancelled).await;
    assert!(page.has("Cancelled. It will not go out.") && !page.offers(&format!("{way}/cancel")));
}

#[tokio::test]
async fn an_embargo_is_set_moved_and_lifted() {
    let office = Office::open();
    let mut chief = office.seat("ana", &[Role::Chief], "en").await;
    let id = office.file("en", COPY, "clock").await;
    let way = format!("/desk/story/{id}");
    let page = chief.get(&way).await;
    let set = chief.submit(&page, &format!("{way}/embargo"), &[("at", "2026-03-02T18:00"), ("do", "set")]).await;
    let page = chief.follow(&set).await;
    assert!(page.has("Under embargo until") && page.has("value=\"2026-03-02T18:00\""), "{}", page.body);
    let released = chief.submit(&page, &format!("{way}/release"), &[]).await;
    let page = chief.follow(&released).await;
    assert_eq!(standing(&office, id, "en").await, Standing::Unreleased);
    assert!(page.has("It goes out on"));
    let lifted = chief.submit(&page, &format!("{way}/embargo"), &[("do", "lift")]).await;
    let page = chief.follow(&lifted).await;
    assert!(page.has("The embargo is lifted."), "{}", page.body);
    assert_eq!(standing(&office, id, "en").await, Standing::Public);
}

#[tokio::test]
async fn data_is_revised_and_what_the_form_does_not_show_stays() {
    let office = Office::open();
    let mut chief = office.seat("ana", &[Role::Chief], "en").await;
    let id = office.file("en", COPY, "clock").await;
    let way = format!("/desk/story/{id}");
    let (page, same) = (chief.get(&way).await, chief.get(&way).await);
    let typed = [("slug", "clock-13"), ("urgency", "3"), ("subjects", "medtop:1\nmedtop:2\n"), ("credit", "GNP")];
    let saved = chief.submit(&page, &format!("{way}/data"), &typed).await;
    chief.follow(&saved).await;
    let data = office.room.show(&Office::owner(), id).await.expect("a story").data;
    assert_eq!((&*data.slug, data.urgency.get(), data.subjects.len()), ("clock-13", 3, 2));
    let late = chief.submit(&same, &format!("{way}/data"), &[("slug", "late"), ("genre", "mine")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.has("<bdi>clock-13</bdi>") && late.has("value=\"mine\""), "both stand on the page");
    let form = late.form(&format!("{way}/data"));
    assert!(form.boxes.contains(&("based_on".into(), "2".into())), "{form:?}");
    let done = chief.fill(&form, &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let page = chief.follow(&done).await;
    let nothing = chief.submit(&page, &format!("{way}/data"), &[]).await;
    assert!(chief.follow(&nothing).await.has("Nothing has changed"));
}

#[tokio::test]
async fn a_correction_tells_the_editions_made_from_it() {
    let office = Office::open();
    let mut chief = office.seat("ana", &[Role::Chief], "en").await;
    let id = office.file("en", COPY, "clock").await;
    let made_from = Origin { lang: tag("en"), revision: 1 };
    let copy = Copy::Bytes("L’horloge sonne treize coups\n\nElle a sonné treize coups à midi.\n".into());
    office.ask(&Ask::Translate(Translate { story: id, lang: tag("fr"), made_from, copy })).await;
    let pin = |lang| Pin { lang: tag(lang), revision: 1 };
    office
        .ask(&Ask::Release(Release { story: id, editions: vec![pin("en"), pin("fr")], despite_findings: None }))
        .await;
    let way = format!("/desk/story/{id}");
    let page = chief.get(&format!("{way}/en/correct")).await;
    assert!(page.has("name=\"unconcerned\"") && page.has("Français"));
    let form = page.form(&format!("{way}/en/correct"));
    let copy = form.boxes.iter().find(|(name, _)| name == "copy").expect("copy").1.replace("ninety", "eighty");
    let typed = [("was", "ninety"), ("is", "eighty"), ("copy", &*copy), ("do", "correct")];
    let done = chief.fill(&form, &typed).await;
    let page = chief.follow(&done).await;
    assert!(page.has("class=\"notice\" lang=\"fr\""), "{}", page.body);
}

#[tokio::test]
async fn stories_are_found_and_paged() {
    let office = Office::open();
    let mut chief = office.seat("ana", &[Role::Chief], "en").await;
    let mut first = None;
    for n in 0..42 {
        office.clock.pass(1);
        let id = office.file("en", &COPY.replace("thirteen", &format!("{n} times")), &format!("clock-{n}")).await;
        first.get_or_insert(id);
    }
    let page = chief.get("/desk").await;
    assert!(page.has("clock-41") && !page.has("<bdi>clock-1</bdi>"));
    let start = page.body.find("/desk?before=").expect("older ones");
    let older = page.body[start..].split('"').next().expect("an end").to_owned();
    let page = chief.get(&older).await;
    assert!(page.has("<bdi>clock-1</bdi>") && page.has("<bdi>clock-0</bdi>") && !page.has("clock-41"));
    let found = chief.submit(&page, "/desk/find", &[("word", "clock-0")]).await;
    assert_eq!(story_of(&format!("{}?", found.leads_to())), first.expect("a story"));
    let missing = chief.submit(&page, "/desk/find", &[("word", "no-such-slug")]).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}
