//! Words on the screen.

use crate::{Profile, Word, isolate::isolate, phrase};
use icu::plurals::PluralCategory;
use std::borrow::Cow;

impl Profile {
    /// A string without gaps. One that has gaps comes with its braces.
    pub fn say(&self, word: Word) -> &str {
        self.form(word, PluralCategory::Other)
    }

    /// A string with its gaps filled; values that run against the line are isolated. Plain text, not HTML.
    pub fn say_with(&self, word: Word, gaps: &[(&str, &str)]) -> String {
        self.filled(self.form(word, PluralCategory::Other), gaps)
    }

    /// The form of a string that goes with this number; `{count}` is printed as [`Profile::number`] does.
    pub fn say_count(&self, word: Word, count: u64, gaps: &[(&str, &str)]) -> String {
        let printed = self.number(i64::try_from(count).unwrap_or(i64::MAX));
        let form = self.form(word, self.phrases().category(count));
        let with_count: Vec<_> = gaps.iter().copied().chain([("count", printed.as_str())]).collect();
        self.filled(form, &with_count)
    }

    fn form(&self, word: Word, category: PluralCategory) -> &str {
        self.phrases().all.get(word as usize).map_or("", |phrase| phrase.form(category))
    }

    fn filled(&self, template: &str, gaps: &[(&str, &str)]) -> String {
        phrase::fill(template, |name| {
            gaps.iter().find(|(gap, _)| *gap == name).map(|(_, value)| isolate(value, self.speaks_towards()))
        })
    }
}

/// A pattern filled with values that are ready to be printed.
pub(crate) fn pattern<'v>(template: &str, gaps: &[(&str, Cow<'v, str>)]) -> String {
    phrase::fill(template, |name| gaps.iter().find(|(gap, _)| *gap == name).map(|(_, value)| value.clone()))
}

#[cfg(test)]
mod tests {
    use crate::{Languages, Profile, Word};
    use std::sync::Arc;

    fn in_all(print: impl Fn(&Arc<Profile>) -> String) -> String {
        let shown: String = Languages::built_in().iter().map(|p| format!("{}: {}\n", p.tag(), print(p))).collect();
        shown.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩").replace('\u{a0}', "~").replace('\u{202f}', "^")
    }

    fn urdu() -> Arc<Profile> {
        Languages::built_in().profile(&"ur".parse().expect("a tag"))
    }

    #[test]
    fn every_plural_form() {
        let counts = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000];
        let said = in_all(|p| counts.map(|n| p.say_count(Word::StoryCount, n, &[])).join(" | "));
        insta::assert_snapshot!(said, @r"
        en: 0 stories | 1 story | 2 stories | 3 stories | 5 stories | 11 stories | 21 stories | 100 stories | 1,000,000 stories
        ur: ۰ خبریں | ۱ خبر | ۲ خبریں | ۳ خبریں | ۵ خبریں | ۱۱ خبریں | ۲۱ خبریں | ۱۰۰ خبریں | ۱٬۰۰۰٬۰۰۰ خبریں
        ar: لا أخبار | خبر واحد | خبران | 3 أخبار | 5 أخبار | 11 خبرًا | 21 خبرًا | 100 خبر | 1,000,000 خبر
        zh: 0篇报道 | 1篇报道 | 2篇报道 | 3篇报道 | 5篇报道 | 11篇报道 | 21篇报道 | 100篇报道 | 1,000,000篇报道
        es: 0 noticias | 1 noticia | 2 noticias | 3 noticias | 5 noticias | 11 noticias | 21 noticias | 100 noticias | 1.000.000 de noticias
        fr: 0 article | 1 article | 2 articles | 3 articles | 5 articles | 11 articles | 21 articles | 100 articles | 1^000^000 d’articles
        ru: 0 новостей | 1 новость | 2 новости | 3 новости | 5 новостей | 11 новостей | 21 новость | 100 новостей | 1~000~000 новостей
        ");
    }

    #[test]
    fn a_correction_in_every_language() {
        let gaps = [("was", "1983"), ("is", "1992")];
        insta::assert_snapshot!(in_all(|p| p.say_with(Word::NoticeCorrection, &gaps)), @r"
        en: Correction: this story said “1983”. It should have said “1992”.
        ur: تصحیح: اس خبر میں لکھا گیا تھا: “1983”۔ درست یوں ہے: “1992”۔
        ar: تصويب: ورد في هذا الخبر: «1983». والصواب: «1992».
        zh: 更正：本文此前写作“1983”，应为“1992”。
        es: Corrección: esta noticia decía «1983». Debe decir «1992».
        fr: Rectificatif~: on lisait dans cet article «~1983~». Il fallait lire «~1992~».
        ru: Исправление: в материале было сказано: «1983». Следует читать: «1992».
        ");
    }

    #[test]
    fn the_notice_on_what_was_made_from_a_corrected_original() {
        let day = "2023-02-26".parse().expect("a day");
        let said = in_all(|p| p.say_with(Word::NoticeOriginalCorrected, &[("date", &p.date(day))]));
        insta::assert_snapshot!(said, @r"
        en: The original was corrected on 26 February 2023; this edition is being checked.
        ur: اصل خبر کی ۲۶ فروری ۲۰۲۳ کو تصحیح کی گئی؛ اس ایڈیشن کی جانچ جاری ہے۔
        ar: صُحّح الخبر الأصلي في 26 فبراير 2023؛ وهذه النسخة قيد المراجعة.
        zh: 原文已于2023年2月26日更正；本版本正在核对。
        es: El original se corrigió el 26 de febrero de 2023; esta edición está en revisión.
        fr: L’original a été corrigé le 26 février 2023~; cette édition est en cours de vérification.
        ru: Оригинал исправлен 26 февраля 2023 года; эта версия проверяется.
        ");
    }

    #[test]
    fn a_value_that_runs_against_the_line_is_isolated() {
        assert_eq!(urdu().say_with(Word::By, &[("name", "Ana Lopez")]), "تحریر: \u{2068}Ana Lopez\u{2069}");
        assert_eq!(urdu().say_with(Word::By, &[("name", "سارہ")]), "تحریر: سارہ");
        assert_eq!(urdu().say_with(Word::By, &[("name", "\u{2068}Ana\u{2069}")]), "تحریر: \u{2068}Ana\u{2069}");
    }

    #[test]
    fn a_language_that_is_not_set_up_speaks_the_first_of_the_agency() {
        let tag = |t: &str| t.parse::<story::Tag>().expect("a tag");
        let languages = Languages::built_in().only(&[tag("ru"), tag("en"), tag("xx")]);
        let hausa = languages.profile(&tag("ha"));
        assert_eq!((hausa.name(), hausa.speaks().as_str()), ("ha", "ru"));
        assert_eq!(hausa.say(Word::Corrections), "Исправления");
        assert_eq!(hausa.say_count(Word::StoryCount, 2, &[]), "2 новости");
    }
}
