//! What a release says.

macro_rules! notices {
    ($next:ident $($then:ident)*; $($before:tt)*) => {
        $next! {
            $($then)*;
            $($before)*
            Notices {
                NoticeCorrection = "notice_correction" [was, is] "A correction, to readers.";
                NoticeUpdate = "notice_update" [] "An update, to readers.";
                NoticeOriginalCorrected = "notice_original_corrected" [date] "The edition that this one was made from was corrected.";
                NoticeHold = "notice_hold" [] "A hold, to readers.";
                NoticeUnhold = "notice_unhold" [] "The end of a hold, to readers.";
                NoticeKill = "notice_kill" [] "A kill, to readers.";
                NoticeTakedown = "notice_takedown" [] "A takedown, to readers.";
                AdvisoryCorrection = "advisory_correction" [slug] "A correction, to clients.";
                AdvisoryHold = "advisory_hold" [slug] "A hold, to clients.";
                AdvisoryUnhold = "advisory_unhold" [slug] "The end of a hold, to clients.";
                AdvisoryKill = "advisory_kill" [slug] "A kill, to clients.";
                AdvisoryTakedown = "advisory_takedown" [slug] "A takedown, to clients.";
                WireCorrection = "wire_correction" [] "Before the notice of a correction, in plain text.";
                WireUpdate = "wire_update" [] "Before the notice of an update, in plain text.";
                WireNotice = "wire_notice" [] "Before any other notice, in plain text.";
                WireHold = "wire_hold" [] "Before the notice of a hold, in plain text.";
                WireUnhold = "wire_unhold" [] "Before the notice that a hold has ended, in plain text.";
                WireKill = "wire_kill" [] "Before the notice of a kill, in plain text.";
                WireTakedown = "wire_takedown" [] "Before the notice of a takedown, in plain text.";
                WireEmbargo = "wire_embargo" [time] "Until when a story is under embargo, in plain text.";
                WireEditors = "wire_editors" [] "Before a note to editors, in plain text.";
            }
        }
    };
}
