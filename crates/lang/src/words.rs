//! Every string that a reader or an editor sees, by name.
//!
//! One line here, `Name = "key" [gaps] "what it is";`, and one line in `words/<area>.toml` of every language add a
//! string. A string with the gap `count` has a form for each plural category of its language. The list is kept in
//! groups, in the order in which they come up on the page.

/// Where a string is seen; each area is a file of its own in a language's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// Seen by whoever reads the agency's pages.
    Site,
    /// Seen by whoever works there.
    Desk,
    /// What a release says to readers and to clients.
    Notices,
    /// What the checks say to whoever edits.
    Checks,
}

impl Area {
    /// Every area.
    pub const ALL: [Area; 4] = [Area::Site, Area::Desk, Area::Notices, Area::Checks];

    /// The file that holds the strings, within a language's folder.
    pub const fn file(self) -> &'static str {
        match self {
            Area::Site => "words/site.toml",
            Area::Desk => "words/desk.toml",
            Area::Notices => "words/notices.toml",
            Area::Checks => "words/checks.toml",
        }
    }
}

macro_rules! words {
    ($($area:ident { $($word:ident = $key:literal [$($gap:ident),*] $doc:literal;)+ })+) => {
        /// A string that a reader or an editor sees. What may fill its gaps stands in [`Word::gaps`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Word { $($(#[doc = $doc] $word,)+)+ }

        impl Word {
            /// Every one, in the order of the list.
            pub const ALL: &'static [Word] = &[$($(Word::$word,)+)+];

            /// The name under which the language folders have it.
            pub const fn key(self) -> &'static str {
                match self { $($(Word::$word => $key,)+)+ }
            }

            /// Where it is seen.
            pub const fn area(self) -> Area {
                match self { $($(Word::$word)|+ => Area::$area,)+ }
            }

            /// The names of its gaps, without the braces.
            pub const fn gaps(self) -> &'static [&'static str] {
                match self { $($(Word::$word => &[$(stringify!($gap)),*],)+)+ }
            }
        }
    };
}

words! {
    Site {
        PageTitle = "page_title" [page, agency] "The title of a page in the browser.";
        SkipToContent = "skip_to_content" [] "The first link of a page, for those who use no mouse.";
        MainMenu = "main_menu" [] "What the main menu is called, for those who hear the page.";
        LanguageMenu = "language_menu" [] "What the list of languages is called.";
        FrontPage = "front_page" [] "The link to the front page.";
        BackToFront = "back_to_front" [] "The way on from a page that has nothing.";
        Feed = "feed" [] "The link to the feed.";

        LatestNews = "latest_news" [] "The heading and title of the front page.";
        NothingYet = "nothing_yet" [] "A front page without a story.";
        Newer = "newer" [] "To the page with newer stories.";
        Older = "older" [] "To the page with older stories.";
        PageNumber = "page_number" [page] "Which page of a list this is.";
        StoryCount = "story_count" [count] "How many stories there are.";
        Breaking = "breaking" [] "Beside a story of the highest urgency.";

        By = "by" [name] "The byline of a story.";
        Published = "published" [] "Before the time of the first release.";
        Updated = "updated" [] "Before the time of the newest update.";
        Corrected = "corrected" [] "Before the time of the newest correction.";
        AlsoRead = "also_read" [] "Before the headline of a related story.";
        RelatedStories = "related_stories" [] "The heading of a list of related stories.";
        PhotoCredit = "photo_credit" [name] "Who made a picture.";
        QuotationSource = "quotation_source" [name] "Whose words a quotation holds, as a line below it.";
        OtherLanguages = "other_languages" [] "Before the links to the other editions of a story.";
        ReadIn = "read_in" [language] "A link to another edition, for those who hear the page; its language by its own name.";
        OriginalIn = "original_in" [language] "In which language the story was written first, by its own name.";
        BehindOriginal = "behind_original" [] "Beside an edition whose original has gone on.";
        BeingChecked = "being_checked" [] "On an edition whose original was corrected.";
        Sample = "sample" [] "On everything that belongs to an invented story.";
        SampleSays = "sample_says" [] "On an invented story: what that means.";

        Corrections = "corrections" [] "The title of the corrections page, and the link to it.";
        CorrectionsSay = "corrections_say" [] "What the corrections page is.";
        NoCorrections = "no_corrections" [] "A corrections page without a correction.";
        OlderCorrections = "older_corrections" [] "To the page with older corrections.";
        CorrectionLabel = "correction_label" [] "Above the notice of a correction.";
        NoticeLabel = "notice_label" [] "Above any other notice.";
        ItSaid = "it_said" [] "Before what was wrong.";
        ItShouldSay = "it_should_say" [] "Before what is right.";
        EarlierCorrections = "earlier_corrections" [] "The heading of the earlier notices of a story.";

        NotFoundTitle = "not_found_title" [] "The title of the page for what is not there.";
        NotFoundSays = "not_found_says" [] "What that page says.";
        GoneTitle = "gone_title" [] "The title of the page of a killed story.";
        TakenDownTitle = "taken_down_title" [] "The title of the page of a story that was taken down.";
        HeldTitle = "held_title" [] "The title of the page of a held story.";
        TroubleTitle = "trouble_title" [] "The title of the page for an error of ours.";
        TroubleSays = "trouble_says" [] "What that page says.";
        BusyTitle = "busy_title" [] "The title of the page for too much at once.";
        BusySays = "busy_says" [] "What that page says.";

        FooterCorrections = "footer_corrections" [] "Beside the link to the corrections page.";
        Copyright = "copyright" [year, agency] "The last line of a story page.";
        MadeBy = "made_by" [program] "Which program made the page.";
    }

    Desk {
        Desk = "desk" [] "The title of the desk.";
        DeskMenu = "desk_menu" [] "What the menu of the desk is called, for those who hear the page.";
        Stories = "stories" [] "The list of stories, in the menu and as a title.";
        FileCopy = "file_copy" [] "The page to file copy on, and its button.";
        DueList = "due_list" [] "The list of what waits for its time.";
        Log = "log" [] "The list of all releases, numbered.";
        Accounts = "accounts" [] "The page of accounts.";
        OpenSite = "open_site" [] "The link to the site.";
        KeysSay = "keys_say" [keys] "How the letters beside links are used as keys.";

        SignIn = "sign_in" [] "The page to sign in on, and its button.";
        SignOut = "sign_out" [] "The button to sign out.";
        SendAgain = "send_again" [] "The button that sends a form again that was kept.";
        FormWaits = "form_waits" [] "The title of the page that holds a form to be sent again.";
        SignedInAs = "signed_in_as" [name] "Who is signed in.";
        Name = "name" [] "The name of an account.";
        Password = "password" [] "The password of an account.";
        PasswordAgain = "password_again" [] "The same password once more.";
        PasswordNew = "password_new" [] "A new password.";
        PasswordOld = "password_old" [] "The password that is to be changed.";
        PasswordChange = "password_change" [] "The button to change it.";
        FirstAccount = "first_account" [] "The title of the page for the first account.";
        FirstAccountSays = "first_account_says" [] "What to do on that page.";
        Token = "token" [] "The one-time token that the program printed.";
        MakeAccount = "make_account" [] "The button to make an account.";

        NoStories = "no_stories" [] "A list without a story.";
        StoriesFound = "stories_found" [count] "How many stories a search found.";
        FindStory = "find_story" [] "The box and button to find a story by its identity or slug.";
        NewestFirst = "newest_first" [] "The order of the list.";
        Story = "story" [] "A story, as the heading of a column.";
        Edition = "edition" [] "The story in one language.";
        Editions = "editions" [] "The heading of the editions of a story.";
        Original = "original" [] "The language in which it was filed.";
        Slug = "slug" [] "The desk's slugline.";
        Urgency = "urgency" [] "1 to 9, 1 highest.";
        Subjects = "subjects" [] "What the story is about.";
        Places = "places" [] "Where it happens.";
        Genre = "genre" [] "Report, analysis, interview.";
        Credit = "credit" [] "Who is to be credited, as it is printed.";
        OneALine = "one_a_line" [] "Beside a box that holds a list.";
        StoryData = "story_data" [] "The heading of what holds in every language.";
        DeskOfStory = "desk_of_story" [] "The desk that a story belongs to.";
        Language = "language" [] "The language of an edition or of copy.";
        State = "state" [] "How an edition stands before the public.";
        FiledBy = "filed_by" [name] "Who filed it.";
        FiledAt = "filed_at" [] "Before the time of filing.";
        ChangedAt = "changed_at" [] "Before the time of the newest change.";
        SavedBy = "saved_by" [name] "Who saved a revision.";
        Address = "address" [] "The public address of a story.";

        Copy = "copy" [] "The box for the text as it came.";
        CopyHint = "copy_hint" [] "What may be put into it.";
        ChooseFile = "choose_file" [] "The choice of a file in place of the box.";
        FileKept = "file_kept" [name] "A file was chosen and stays with the form.";
        BoxIsHtml = "box_is_html" [] "The box holds HTML, since plain copy could not hold all of the text.";
        CopyAsItCame = "copy_as_it_came" [] "The input that is kept with the story.";
        ReadCopy = "read_copy" [] "The button that shows what is understood.";
        FindLanguage = "find_language" [] "The choice to let the program name the language.";
        Understood = "understood" [] "The heading of what was understood.";
        UnderstoodNotes = "understood_notes" [] "The heading of the liberties the reading took.";
        LanguageNotSure = "language_not_sure" [language] "The program is not sure of the language.";
        LanguageUnknown = "language_unknown" [] "Nobody can tell the language.";
        Charset = "charset" [] "The encoding in which the copy came.";
        Headline = "headline" [] "Part of a text.";
        Deck = "deck" [] "Part of a text: the standfirst.";
        Byline = "byline" [] "Part of a text: who wrote it.";
        Dateline = "dateline" [] "Part of a text: place, date, agency.";
        Place = "place" [] "Part of a dateline.";
        Date = "date" [] "Part of a dateline.";
        Agency = "agency" [] "Part of a dateline.";
        Body = "body" [] "Part of a text.";
        Paragraph = "paragraph" [] "Part of a body.";
        Subhead = "subhead" [] "Part of a body.";
        Quotation = "quotation" [] "Part of a body.";
        List = "list" [] "Part of a body.";
        Table = "table" [] "Part of a body.";
        Figure = "figure" [] "Part of a body: a picture.";
        Related = "related" [] "Part of a body: a pointer to another story.";
        Furniture = "furniture" [] "What stood around the copy and was taken off.";
        FurnitureVerification = "furniture_verification" [] "Furniture: a search engine's verification token.";
        FurnitureTagline = "furniture_tagline" [] "Furniture: what the agency says of itself.";
        FurnitureShare = "furniture_share" [] "Furniture: a line that asks to share or follow.";
        FurnitureTracking = "furniture_tracking" [] "Furniture: what counts readers in a link.";
        FurnitureMarkup = "furniture_markup" [] "Furniture: HTML left in the text.";
        FurnitureMore = "furniture_more" [] "Furniture: a line that asks to read on elsewhere.";
        FurnitureCopyright = "furniture_copyright" [] "Furniture: a line about rights.";
        FurnitureStamp = "furniture_stamp" [] "Furniture: when a page was put out or changed.";
        FurnitureInvisible = "furniture_invisible" [] "Furniture: marks that nobody sees.";
        FurnitureMail = "furniture_mail" [] "Furniture: the head of an e-mail.";
        FurnitureSignature = "furniture_signature" [] "Furniture: what is signed below an e-mail.";
        FurnitureRule = "furniture_rule" [] "Furniture: a line of dashes or stars.";
        FurnitureLabel = "furniture_label" [] "Furniture: the word before a labelled part.";
        FurnitureMenu = "furniture_menu" [] "Furniture: the menu of a page.";
        DeskNote = "desk_note" [] "A note to the desk within the copy.";
        EndMark = "end_mark" [] "The mark at the end of the copy.";
        ParagraphCount = "paragraph_count" [count] "How many paragraphs a text has.";
        WordCount = "word_count" [count] "How many words a text has.";
        NoteCharset = "note_charset" [name] "Liberty: the copy came in an old charset.";
        NoteCharsetDoubtful = "note_charset_doubtful" [name] "Liberty: the charset was guessed.";
        NoteDamaged = "note_damaged" [number] "Liberty: places that could not be read.";
        NoteMended = "note_mended" [name] "Liberty: letters that had been taken for another charset were put right.";
        NoteMarkup = "note_markup" [number] "Liberty: pieces of HTML were taken off or turned into characters.";
        NoteTracking = "note_tracking" [number] "Liberty: links from which tracking was taken out.";
        NoteInvisible = "note_invisible" [number] "Liberty: invisible characters were taken out.";
        NoteHyphens = "note_hyphens" [number] "Liberty: words parted at line ends were joined.";
        NoteComposed = "note_composed" [] "Liberty: letters and their accents were put together.";
        NoteUnwrapped = "note_unwrapped" [number] "Liberty: broken lines were joined to paragraphs.";
        NoteUnquoted = "note_unquoted" [number] "Liberty: reply marks were taken off lines.";
        NoteSubject = "note_subject" [] "Liberty: the headline is the subject of the e-mail.";
        NoteNoHeadline = "note_no_headline" [] "There is no headline.";
        NoteNoDateline = "note_no_dateline" [] "There is no dateline.";
        NoteDateInFigures = "note_date_in_figures" [name] "Liberty: a date that can be read in two ways.";
        NoteOtherLanguage = "note_other_language" [language] "The copy looks like another language than the one given.";
        NoteLooksLike = "note_looks_like" [name] "The copy looks like a form for machines.";
        NoteMoreFollows = "note_more_follows" [] "The copy says that more follows.";
        NoteTooLong = "note_too_long" [] "A table or list was kept as paragraphs.";
        NoteTakenOff = "note_taken_off" [what, number] "Lines that were taken off the copy.";

        Revise = "revise" [] "Verb: save a new revision.";
        ReviseSays = "revise_says" [] "What that does.";
        Save = "save" [] "The button that saves.";
        KeepDraft = "keep_draft" [] "The button that keeps what was typed, for its writer alone.";
        DraftKept = "draft_kept" [when] "A draft by the time at which it was kept.";
        DraftOpen = "draft_open" [] "The way to go on with a draft.";
        DraftDiscard = "draft_discard" [] "The button that throws a draft away.";
        DraftBehind = "draft_behind" [number] "A draft that is based on an older revision.";
        Translate = "translate" [] "Verb: add an edition made from another.";
        TranslateSays = "translate_says" [] "What that does.";
        MadeFromEdition = "made_from_edition" [] "The edition that a translation is made from.";
        CatchesUp = "catches_up" [language, number] "To be ticked when a text now says the same as this revision of its source.";
        Release = "release" [] "Verb: make public.";
        ReleaseSays = "release_says" [] "What that does.";
        ReleaseUpdate = "release_update" [] "Verb: make the newest revision public in place of the one that is.";
        Correct = "correct" [] "Verb: say what was wrong and what is right.";
        CorrectSays = "correct_says" [] "What that does.";
        WhatWasWrong = "what_was_wrong" [] "Of a correction.";
        WhatIsRight = "what_is_right" [] "Of a correction.";
        DoesNotConcern = "does_not_concern" [] "Why a correction does not concern the editions made from this one.";
        DoesNotConcernSays = "does_not_concern_says" [] "What happens when that is left empty.";
        Hold = "hold" [] "Verb: take out of sight.";
        HoldSays = "hold_says" [] "What that does.";
        Unhold = "unhold" [] "Verb: bring back.";
        UnholdSays = "unhold_says" [] "What that does.";
        Kill = "kill" [] "Verb: withdraw everywhere.";
        KillSays = "kill_says" [] "What that does.";
        TakeDown = "take_down" [] "Verb: withdraw and seal the text.";
        TakeDownSays = "take_down_says" [] "What that does.";
        TypeSlug = "type_slug" [slug] "The slug is typed, to be sure.";
        Schedule = "schedule" [] "Verb: release at a time.";
        ScheduleSays = "schedule_says" [] "What that does.";
        Embargo = "embargo" [] "Verb: nothing public before a time.";
        EmbargoSays = "embargo_says" [] "What that does.";
        LiftEmbargo = "lift_embargo" [] "Verb: the embargo no longer holds.";
        Move = "move" [] "Verb: another time for what waits.";
        Cancel = "cancel" [] "Verb: what waits is not released.";
        Reason = "reason" [] "Why, for the desk alone.";
        ReasonSays = "reason_says" [] "Who sees the reason.";
        PublicNotice = "public_notice" [] "What readers are told.";
        PublicNoticeSays = "public_notice_says" [] "What happens when that is left empty.";
        When = "when" [] "The time of a schedule or embargo.";
        WhenSays = "when_says" [zone] "In which zone the time is given.";
        EmbargoedUntil = "embargoed_until" [when] "How long nothing is public.";
        Confirm = "confirm" [] "The button that does what was asked.";
        Back = "back" [] "The way back without doing it.";
        Optional = "optional" [] "Beside a box that may stay empty.";
        Choose = "choose" [] "The button that takes a choice.";
        AllEditions = "all_editions" [] "What a verb reaches.";

        History = "history" [] "The heading of what happened to a story.";
        Revision = "revision" [] "A text as it was saved, as the heading of a column.";
        RevisionNumber = "revision_number" [number] "A revision by its number.";
        ReleaseNumber = "release_number" [number] "A release of an edition by its number.";
        LogNumber = "log_number" [number] "A release by its number in the log.";
        BasedOn = "based_on" [number] "The revision that a revision is based on.";
        MadeFrom = "made_from" [language, number] "The revision of another edition that it says the same as.";
        Differences = "differences" [] "The link to what changed, and its title.";
        ShowRevision = "show_revision" [] "The link to the text of a revision.";
        NewestRevision = "newest_revision" [] "What is newest.";
        PublicRevision = "public_revision" [] "What the public reads.";
        NotYetReleased = "not_yet_released" [] "Beside a newest revision that is not public.";
        Behind = "behind" [] "An edition whose source has gone on.";
        BehindBy = "behind_by" [count] "How many paragraphs of the source changed since.";
        UpToDate = "up_to_date" [] "An edition whose source has not gone on.";
        ParagraphsChanged = "paragraphs_changed" [] "The heading of the paragraphs that changed in the source.";
        ParagraphAdded = "paragraph_added" [] "Beside a paragraph that is new.";
        ParagraphRemoved = "paragraph_removed" [] "Beside a paragraph that is gone.";
        ParagraphChanged = "paragraph_changed" [] "Beside a paragraph that reads otherwise.";
        SignedOffBy = "signed_off_by" [name] "Who signed a release off.";
        NothingDue = "nothing_due" [] "A list of what waits, when nothing does.";
        DueAt = "due_at" [] "Before the time at which it becomes public.";
        DueStuck = "due_stuck" [] "Beside what did not become public when its time came.";

        Findings = "findings" [] "The heading of what the checks found.";
        NoFindings = "no_findings" [] "The checks found nothing.";
        FindingsHold = "findings_hold" [count] "How much of it holds a release back.";
        SuggestedFix = "suggested_fix" [words] "What would mend it.";
        InSource = "in_source" [] "Before a place in the text that an edition was made from.";
        Dismiss = "dismiss" [] "The button after which a finding counts no more.";
        DismissSays = "dismiss_says" [] "What dismissing does.";
        Dismissed = "dismissed" [] "The heading of what was dismissed.";
        DismissedBy = "dismissed_by" [name] "Who dismissed it.";
        Undismiss = "undismiss" [] "The button that takes a dismissal back.";
        UndismissedBy = "undismissed_by" [name] "Who took a dismissal back.";
        DespiteFindings = "despite_findings" [] "The box for why something goes out in spite of what the checks found.";
        DespiteFindingsSays = "despite_findings_says" [] "When that box is needed, and who reads it.";

        StateUnreleased = "state_unreleased" [] "State of an edition.";
        StatePublic = "state_public" [] "State of an edition.";
        StateHeld = "state_held" [] "State of an edition.";
        StateKilled = "state_killed" [] "State of an edition.";
        StateTakenDown = "state_taken_down" [] "State of an edition.";
        StateDue = "state_due" [] "Beside an edition that waits for its time.";
        StateMissing = "state_missing" [] "There is no edition in this language.";
        KindFirst = "kind_first" [] "Kind of release.";
        KindUpdate = "kind_update" [] "Kind of release.";
        KindCorrection = "kind_correction" [] "Kind of release.";
        KindNotice = "kind_notice" [] "Kind of release.";
        KindHold = "kind_hold" [] "Kind of release.";
        KindUnhold = "kind_unhold" [] "Kind of release.";
        KindKill = "kind_kill" [] "Kind of release.";
        KindTakedown = "kind_takedown" [] "Kind of release.";

        Role = "role" [] "What a person is at the desk.";
        RoleReporter = "role_reporter" [] "Role.";
        RoleTranslator = "role_translator" [] "Role.";
        RoleEditor = "role_editor" [] "Role: sub-editor.";
        RoleChief = "role_chief" [] "Role: desk chief.";
        RoleAdministrator = "role_administrator" [] "Role.";
        Rights = "rights" [] "What an account may do.";
        EveryLanguage = "every_language" [] "A right that is bound to no language.";
        EveryDesk = "every_desk" [] "A right that is bound to no desk.";
        AddRight = "add_right" [] "The button to give a right.";
        RemoveRight = "remove_right" [] "The button to take a right.";
        NewAccount = "new_account" [] "The heading of the form for an account.";
        CloseAccount = "close_account" [] "The button after which nobody signs in with it.";
        OpenAccount = "open_account" [] "The button that opens it again.";
        AccountClosed = "account_closed" [] "Beside an account that is closed.";
        DeskLanguage = "desk_language" [] "The language in which a person sees the desk.";
        Sessions = "sessions" [] "The heading of where an account is signed in.";
        Device = "device" [] "The browser of a session.";
        SessionSince = "session_since" [] "Before the time at which a session began.";
        EndSession = "end_session" [] "The button that ends a session.";

        PausedTitle = "paused_title" [] "After a restore nothing goes out until it is confirmed.";
        PausedSays = "paused_says" [] "What to look at before that.";
        PausedConfirm = "paused_confirm" [] "The button that confirms.";

        DoneFiled = "done_filed" [] "The copy was filed.";
        DoneSaved = "done_saved" [number] "A revision was saved.";
        DoneDraftKept = "done_draft_kept" [] "A draft was kept.";
        DoneDraftDiscarded = "done_draft_discarded" [] "A draft was thrown away.";
        DoneReleased = "done_released" [number] "It is public, under that number of the log.";
        DoneCorrected = "done_corrected" [] "The correction is public.";
        DoneHeld = "done_held" [] "It is out of sight.";
        DoneUnheld = "done_unheld" [] "It is back.";
        DoneKilled = "done_killed" [] "It is withdrawn.";
        DoneTakenDown = "done_taken_down" [] "It is withdrawn and sealed.";
        DoneScheduled = "done_scheduled" [when] "It waits for its time.";
        DoneCancelled = "done_cancelled" [] "It waits no more.";
        DoneEmbargoed = "done_embargoed" [when] "The embargo holds.";
        DoneEmbargoLifted = "done_embargo_lifted" [] "The embargo no longer holds.";
        CopyEmbargoSet = "copy_embargo_set" [words, when] "The copy names an embargo, which was set.";
        CopyEmbargoStands = "copy_embargo_stands" [words, when] "The copy names an embargo; the story's own stands.";
        CopyEmbargoPassed = "copy_embargo_passed" [words] "The copy names an embargo that has ended.";
        CopyEmbargoUnread = "copy_embargo_unread" [words] "The copy names an embargo, and nobody can tell until when.";
        CopyEmbargoLate = "copy_embargo_late" [words] "The copy names an embargo, and the story has been public.";
        DoneDismissed = "done_dismissed" [] "The finding was dismissed.";
        DoneUndismissed = "done_undismissed" [] "The finding counts again.";
        DoneAccount = "done_account" [] "The account was saved.";
        NothingChanged = "nothing_changed" [] "What was saved is what there was.";
        DoneNotYetFollowed = "done_not_yet_followed" [] "It is kept, and the pages follow later.";

        ErrorNotAllowed = "error_not_allowed" [] "Their rights do not cover it.";
        ErrorNoReason = "error_no_reason" [] "A reason is asked for and none is given.";
        ErrorSayLanguage = "error_say_language" [] "Nobody said which language the text is in.";
        ErrorTooManyLabels = "error_too_many_labels" [number] "More subjects or places than may be.";
        ErrorEmbargoPast = "error_embargo_past" [] "An embargo until a time that has passed.";
        ErrorEmbargoApart = "error_embargo_apart" [] "An embargo that came with other story data.";
        ErrorNoEditions = "error_no_editions" [] "A release without an edition.";
        ErrorMadeFromItself = "error_made_from_itself" [] "An edition that names itself as its source.";
        ErrorSeveralStories = "error_several_stories" [words, list] "A word that may mean several stories.";
        ErrorCorrectionEmpty = "error_correction_empty" [] "A correction that says nothing.";
        ErrorCorrectionSame = "error_correction_same" [] "A correction that changes nothing.";
        ErrorStale = "error_stale" [] "Somebody else saved meanwhile.";
        ErrorStaleSays = "error_stale_says" [] "What to do about it.";
        TheirText = "their_text" [] "The text that somebody else saved.";
        YourText = "your_text" [] "The text that was not saved.";
        ErrorNotFound = "error_not_found" [] "There is no such story, edition or revision.";
        ErrorWrongPassword = "error_wrong_password" [] "Name or password is wrong; never which.";
        ErrorTooManyAttempts = "error_too_many_attempts" [count] "How many minutes to wait before signing in again.";
        ErrorFormExpired = "error_form_expired" [] "The form is too old or not ours.";
        ErrorSessionEnded = "error_session_ended" [] "The session has ended; what was typed is kept.";
        ErrorWrongToken = "error_wrong_token" [] "The one-time token is not the one that was printed.";
        ErrorPasswordsDiffer = "error_passwords_differ" [] "The two passwords are not the same.";
        ErrorPasswordShort = "error_password_short" [count] "The fewest characters of a password.";
        ErrorPasswordLong = "error_password_long" [] "A password of more bytes than may be.";
        ErrorNameTaken = "error_name_taken" [] "There is an account of that name.";
        ErrorNameBad = "error_name_bad" [] "The name cannot be used.";
        ErrorNameBadSays = "error_name_bad_says" [] "What is wrong with the name.";
        ErrorLastAdministrator = "error_last_administrator" [] "The last one cannot be closed.";
        ErrorEmptyCopy = "error_empty_copy" [] "There is nothing in the copy.";
        ErrorOnlyFurniture = "error_only_furniture" [] "There is nothing but furniture in the copy.";
        ErrorNotText = "error_not_text" [] "The copy is not text.";
        ErrorNotTextSays = "error_not_text_says" [] "What to do about it.";
        ErrorWire = "error_wire" [] "A file in a format for machines that cannot be read.";
        ErrorWireMany = "error_wire_many" [number] "A file with more than one item.";
        ErrorWireWithdrawn = "error_wire_withdrawn" [] "An item that its sender has withdrawn or holds.";
        ErrorCharset = "error_charset" [number, name] "From where on the copy is in no known encoding, and which one will do.";
        ErrorTooLarge = "error_too_large" [] "The copy is larger than may be.";
        ErrorTooManyBytes = "error_too_many_bytes" [number, most] "How many bytes too much.";
        ErrorTooManyLines = "error_too_many_lines" [number, most] "How many lines too much.";
        ErrorTooManyBlocks = "error_too_many_blocks" [number, most] "How many blocks too much.";
        ErrorTooManyCells = "error_too_many_cells" [number, most] "How many cells of a table too much.";
        ErrorNoHeadline = "error_no_headline" [] "A text without a headline cannot be released.";
        ErrorCannotFollow = "error_cannot_follow" [state] "As it stands, this verb cannot follow.";
        ErrorEmbargoLate = "error_embargo_late" [] "The story has been public: an embargo comes too late.";
        ErrorHeld = "error_held" [] "The story is held: nothing of it goes out.";
        ErrorNeverPublic = "error_never_public" [] "Nothing of the story was ever public.";
        ErrorNoneStands = "error_none_stands" [state] "No edition stands so.";
        ErrorNothingNew = "error_nothing_new" [language] "The edition is public just so.";
        ErrorOlder = "error_older" [language] "A newer revision is public.";
        ErrorOwnAccount = "error_own_account" [] "Nobody closes their own account.";
        ErrorWithdrawn = "error_withdrawn" [] "The story was killed: nothing of it is released again.";
        ErrorFound = "error_found" [language, count] "How many findings hold an edition back.";
        ErrorFoundSays = "error_found_says" [] "What to do about it.";
        ErrorEmbargoed = "error_embargoed" [when] "The embargo holds it.";
        ErrorMissing = "error_missing" [field] "A box that has to be filled is empty.";
        ErrorSlugDiffers = "error_slug_differs" [] "The slug that was typed is not the story's.";
        ErrorNoTime = "error_no_time" [] "That is no time.";
        ErrorPast = "error_past" [] "That time has passed.";
        ErrorPastSays = "error_past_says" [] "What to do about it.";
        ErrorEditionThere = "error_edition_there" [language] "There is an edition in that language already.";
        ErrorNoLanguage = "error_no_language" [language] "The agency does not work in that language.";
        ErrorPaused = "error_paused" [] "Nothing goes out until the restore is confirmed.";
        ErrorRepeated = "error_repeated" [] "The request was already used for something else.";
        ErrorBusy = "error_busy" [] "Too much at once.";
        ErrorCannotWrite = "error_cannot_write" [] "The disk is full or cannot be written: nothing was saved.";
        ErrorOurs = "error_ours" [] "Something is wrong with the program.";
    }

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

    Checks {
        // All rules.
        LevelStop = "level_stop" [] "The level of a finding: it holds a release back.";
        LevelWarn = "level_warn" [] "The level of a finding: very probably wrong.";
        LevelNote = "level_note" [] "The level of a finding: worth a look.";

        // The rule `dates`.
        RuleDates = "rule_dates" [] "The name of a rule.";
        DatesAnniv = "dates_anniv" [year, expected] "A count of years that does not go with its year.";
        DatesSaysYear = "dates_says_year" [year] "What a date says.";
        DatesSaysCount = "dates_says_count" [number, day, expected] "What a count of years before the day of the story says.";
        DatesWeekday = "dates_weekday" [day, weekday] "A weekday that is not that of its date.";
        DatesNoDay = "dates_no_day" [words] "A day that does not exist.";
        DatesOrder = "dates_order" [words] "A span that ends before it begins.";
        DatesPast = "dates_past" [words, base] "A day to come that is told as past.";
        DatesToCome = "dates_to_come" [words, base] "A day that has passed, told as to come.";
        DatesDuration = "dates_duration" [words, days] "A count of days that is not that of the span beside it.";
        DatesSaysDays = "dates_says_days" [days] "What a span of days says.";

        // The rule `ages`.
        RuleAges = "rule_ages" [] "The name of a rule.";
        AgesAge = "ages_age" [age, year, base, expected] "An age that does not go with the year of birth.";
        AgesSaysBorn = "ages_says_born" [year] "What a year of birth says.";
        AgesSaysAge = "ages_says_age" [age] "What an age says.";
        AgesCareer = "ages_career" [age, years, start] "More years at it than somebody of that age can have.";
        AgesBegan = "ages_began" [year, born, age] "A year in which somebody was too young.";

        // The rule `figures`.
        RuleFigures = "rule_figures" [] "The name of a rule.";
        FiguresParts = "figures_parts" [part, whole] "A part is more than the whole that it is of.";
        FiguresPartsSum = "figures_parts_sum" [sum, whole] "The parts are more than the whole, together.";
        FiguresSum = "figures_sum" [sum, total] "The figures do not make the total.";
        FiguresShare = "figures_share" [part, whole, percent] "How many of a hundred it is.";
        FiguresRest = "figures_rest" [sum] "Percentages do not make a hundred.";
        FiguresGrowth = "figures_growth" [from, to, percent] "By how many of a hundred it changed.";
        FiguresBy = "figures_by" [from, to, by] "By how much it changed.";
        FiguresTimes = "figures_times" [from, to, times] "How many times as much it is.";
        FiguresRise = "figures_rise" [way, from, to] "A rise is said, and it fell.";
        FiguresFall = "figures_fall" [way, from, to] "A fall is said, and it rose.";
        FiguresRange = "figures_range" [from, to] "A range begins with the larger figure.";
        FiguresUnit = "figures_unit" [one, other, value] "A conversion is wrong.";
        FiguresTwice = "figures_twice" [one, other] "The same quantity has two values.";

        // The rule `names`.
        RuleNames = "rule_names" [] "The name of a rule.";
        NamesTwoSpellings = "names_two_spellings" [here, there] "One name in two spellings.";
        NamesIntroducedTwice = "names_introduced_twice" [name] "Somebody who was introduced before is introduced again.";
        NamesNotIntroduced = "names_not_introduced" [here, there] "A surname stands alone before the full name.";
        NamesTitleChanges = "names_title_changes" [here, there] "One person with two titles that exclude each other.";
        NamesFirstNameChanges = "names_first_name_changes" [here, there] "One surname and post with two first names.";
        NamesTwiceInList = "names_twice_in_list" [here, there] "One name twice in a list, in two spellings.";

        // The rule `quotations`.
        RuleQuotations = "rule_quotations" [] "The name of a rule.";
        QuoteUnclosed = "quote_unclosed" [] "A quotation that nothing closes.";
        QuoteUnopened = "quote_unopened" [] "A closing mark that nothing opened.";
        QuoteMixed = "quote_mixed" [open, close] "A quotation between marks of two kinds.";
        QuoteNested = "quote_nested" [open, close] "A quotation within another, between the same marks.";
        QuoteUnsaid = "quote_unsaid" [] "A quotation that nobody says.";

        // The rule `attribution`.
        RuleAttribution = "rule_attribution" [] "The name of a rule.";
        AttributionContested = "attribution_contested" [] "A contested term in the agency's own voice.";
        AttributionSources = "attribution_sources" [] "One unnamed source written as several.";

        // The rule `repetition`.
        RuleRepetition = "rule_repetition" [] "The name of a rule.";
        RepeatSentence = "repeat_sentence" [] "A sentence that stands there twice.";
        RepeatItem = "repeat_item" [] "An item that a list has twice.";
        RepeatWord = "repeat_word" [word] "A word twice in a row.";
        RepeatDeck = "repeat_deck" [] "A deck that breaks off inside a sentence of the body.";
        RepeatHeadline = "repeat_headline" [figure] "A figure of the headline that the body lacks.";

        // The rule `furniture`.
        RuleFurniture = "rule_furniture" [] "The name of a rule.";
        FurnitureToken = "furniture_token" [] "A verification token in the copy.";
        FurnitureEntity = "furniture_entity" [] "An HTML entity in the copy.";
        LeftMarkup = "left_markup" [] "HTML in the copy.";
        FurnitureSpoilt = "furniture_spoilt" [] "Letters that were read in a wrong charset.";
        LeftTracking = "left_tracking" [] "A link that counts readers.";
        FurnitureDesk = "furniture_desk" [] "A note to the desk in the copy.";
        FurnitureEmbargo = "furniture_embargo" [] "The copy names an embargo that the story does not have.";
        FurnitureAlso = "furniture_also" [] "A pointer to another story within a paragraph.";

        // The rule `form`.
        RuleForm = "rule_form" [] "The name of a rule.";
        FormDateline = "form_dateline" [] "A story without a dateline.";
        FormByline = "form_byline" [] "A story without a byline.";
        FormLanguage = "form_language" [language] "A text in another language than its edition's.";
        FormCredit = "form_credit" [] "A figure without a credit.";
        FormLength = "form_length" [length, most] "A long headline.";
        FormDateOrder = "form_date_order" [] "Two orders of day and month.";
        FormBidi = "form_bidi" [] "Characters that steer the direction of the line.";
        FormScript = "form_script" [word] "A letter of another script in a word.";
        FormConvention = "form_convention" [] "Two ways to spell in one story.";
        FormMarks = "form_marks" [] "Straight beside curly marks.";
        FormDigits = "form_digits" [] "Digits of two scripts.";
        FormOpening = "form_opening" [] "A sentence that opens with a figure.";

        // The rule `spelling`.
        RuleSpelling = "rule_spelling" [] "The name of a rule.";
        SpellingUnknown = "spelling_unknown" [words, perhaps] "A word that no dictionary has, and one that is meant perhaps.";

        // The rule `style`.
        RuleStyle = "rule_style" [] "The name of a rule.";
        StyleAvoid = "style_avoid" [words] "A word that the house avoids.";
        StylePrefer = "style_prefer" [words, prefer] "A word that the house avoids, and the one it prefers.";
        StyleBecause = "style_because" [why] "Why the house avoids it.";

        // The rule `translation`.
        RuleTranslation = "rule_translation" [] "The name of a rule.";
        // Names, quotations, what is missing.
        TranslationOtherName = "translation_other_name" [source, translation] "A name that became another.";
        TranslationQuoteLost = "translation_quote_lost" [] "A quotation that the translation does not mark as one.";
        TranslationQuoteGained = "translation_quote_gained" [] "A quotation where the source has none.";
        TranslationParagraphMissing = "translation_paragraph_missing" [] "A paragraph that the translation leaves out.";
        TranslationParagraphAdded = "translation_paragraph_added" [] "A paragraph that the source has not.";
        TranslationNegationLost = "translation_negation_lost" [] "The source denies something, the translation does not.";
        TranslationNegationGained = "translation_negation_gained" [] "The translation denies something, the source does not.";

        // Figures, dates and units.
        PairDiffers = "pair_differs" [source, translation] "A figure, date or unit that is another than in the source.";
        PairMissing = "pair_missing" [source] "A figure or date that the translation lacks.";
        PairAdded = "pair_added" [translation] "A figure or date that the source lacks.";
    }
}

impl Word {
    /// The string with this key.
    pub fn from_key(key: &str) -> Option<Word> {
        Word::ALL.iter().copied().find(|word| word.key() == key)
    }

    /// Whether it has a form for each plural category of the language.
    pub fn is_counted(self) -> bool {
        self.gaps().contains(&"count")
    }
}

impl From<story::Kind> for Word {
    fn from(kind: story::Kind) -> Word {
        use story::Kind;
        match kind {
            Kind::First => Word::KindFirst,
            Kind::Update => Word::KindUpdate,
            Kind::Correction => Word::KindCorrection,
            Kind::Notice => Word::KindNotice,
            Kind::Hold => Word::KindHold,
            Kind::Unhold => Word::KindUnhold,
            Kind::Kill => Word::KindKill,
            Kind::Takedown => Word::KindTakedown,
        }
    }
}

impl From<story::Standing> for Word {
    fn from(standing: story::Standing) -> Word {
        use story::Standing;
        match standing {
            Standing::Unreleased => Word::StateUnreleased,
            Standing::Public => Word::StatePublic,
            Standing::Held => Word::StateHeld,
            Standing::Killed => Word::StateKilled,
            Standing::TakenDown => Word::StateTakenDown,
        }
    }
}

impl From<story::Role> for Word {
    fn from(role: story::Role) -> Word {
        use story::Role;
        match role {
            Role::Reporter => Word::RoleReporter,
            Role::Translator => Word::RoleTranslator,
            Role::Editor => Word::RoleEditor,
            Role::Chief => Word::RoleChief,
            Role::Administrator => Word::RoleAdministrator,
        }
    }
}
