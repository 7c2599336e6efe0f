//! What the checks say.

macro_rules! checks {
    ($next:ident $($then:ident)*; $($before:tt)*) => {
        $next! {
            $($then)*;
            $($before)*
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
                FurniturePlaceholder = "furniture_placeholder" [] "A placeholder that was not filled in.";
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
    };
}
