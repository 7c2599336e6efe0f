//! What readers see.

macro_rules! site {
    ($next:ident $($then:ident)*; $($before:tt)*) => {
        $next! {
            $($then)*;
            $($before)*
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
        }
    };
}
