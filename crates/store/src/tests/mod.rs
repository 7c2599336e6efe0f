//! What every store must do, as functions over [`Store`], and what is particular to SQLite.

mod conformance;
mod desk;
mod random;
mod sqlite;

use crate::Store;

/// An empty store in a folder that goes with it.
fn empty() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path()).expect("a store");
    (folder, store)
}

/// Runs what every store must do over one kind of store.
macro_rules! conforms {
    ($($room:ident: $($name:ident)+;)+) => { $($(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            let (_folder, store) = empty();
            conformance::$room::$name(&store).await;
            assert_eq!(store.verify(|_| ()).await.expect("verified"), [""; 0]);
        }
    )+)+ };
}

conforms! {
    stories:
        an_empty_store_is_empty
        a_story_is_read_back_as_it_was_written
        each_batch_raises_the_version_once
        numbers_have_no_holes
        what_is_named_must_be_there
        stories_are_listed_latest_changed_first
        a_story_is_found_by_identity_and_slug;
    batches:
        a_batch_is_kept_whole_or_not_at_all
        a_stale_batch_is_refused
        a_request_is_carried_out_once
        one_refused_batch_harms_no_other
        of_many_who_decide_on_the_same_version_one_wins
        a_moment_too_far_away_is_refused
        a_closed_store_says_so;
    checks:
        what_was_found_stands_beside_its_revision
        a_takedown_seals_what_was_found
        a_dismissal_stands_until_it_is_taken_back
        a_release_says_what_it_went_out_in_spite_of;
    log:
        entries_of_an_act_stand_together
        log_time_never_runs_back
        a_release_pins_what_is_there
        many_callers_leave_no_holes
        whoever_waits_for_the_log_is_woken;
    sealing:
        a_takedown_seals_its_story_alone
        nothing_is_sealed_without_a_takedown
        sealed_bytes_do_not_come_back;
    desk:
        what_is_due_waits_in_order
        drafts_come_and_go
        accounts_have_one_name_each
        sessions_end
        settings_are_set_and_unset;
}
