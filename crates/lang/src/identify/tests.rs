use super::*;
use proptest::prelude::*;

fn named(text: &str) -> String {
    identify(text).tag.to_string()
}

/// Fails with all lines that were taken for something else.
fn all_are(lines: &[(&str, &str)]) {
    let wrong: Vec<_> =
        lines.iter().map(|(tag, line)| (*tag, named(line), *line)).filter(|(tag, found, _)| tag != found).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_model_is_read_whole() {
    let languages: Vec<usize> = MODEL.groups.iter().map(|group| group.tags.len()).collect();
    assert_eq!(languages, [26, 8, 3]);
}

#[test]
fn whole_sentences_in_the_seven() {
    all_are(&[
        ("en", "The harbour office said the new ferry would begin its crossings before the end of spring."),
        ("en", "Two bakers in the old town have agreed to share one oven"),
        ("ur", "بلدیہ نے اعلان کیا ہے کہ پرانے بازار کی گھڑی اگلے ہفتے سے دوبارہ چلنے لگے گی۔"),
        ("ur", "شہر میں نئی لائبریری کا افتتاح"),
        ("ar", "أعلنت البلدية أن ساعة السوق القديمة ستعود إلى العمل في الأسبوع المقبل بعد إصلاحها."),
        ("ar", "افتتاح مكتبة جديدة في وسط المدينة"),
        ("zh", "市政厅表示，老市场的大钟将于下周重新走动。"),
        ("zh", "市政廳表示，老市場的大鐘將於下週重新走動。"),
        ("es", "El ayuntamiento anunció que el reloj del mercado viejo volverá a funcionar la próxima semana."),
        ("es", "Nueva biblioteca para los vecinos del puerto"),
        ("fr", "La mairie a annoncé que l'horloge du vieux marché fonctionnera de nouveau la semaine prochaine."),
        ("fr", "Une nouvelle bibliothèque pour les habitants du port"),
        ("ru", "Городская управа сообщила, что часы на старом рынке снова пойдут на следующей неделе."),
        ("ru", "Новая библиотека открылась у порта"),
    ]);
}

#[test]
fn neighbours_are_not_taken_for_ours() {
    all_are(&[
        ("fa", "شهرداری اعلام کرد ساعت بازار قدیمی از هفته آینده دوباره کار خواهد کرد."),
        ("fa", "شهرداری می‌گوید پل تازه تا پایان بهار باز می‌شود"),
        ("pt", "A câmara anunciou que o relógio do mercado velho voltará a funcionar na próxima semana."),
        ("ca", "L'ajuntament ha anunciat que el rellotge del mercat vell tornarà a funcionar la setmana vinent."),
        (
            "it",
            "Il comune ha annunciato che l'orologio del vecchio mercato tornerà a funzionare la prossima settimana.",
        ),
        ("ro", "Primăria a anunțat că ceasul din piața veche va funcționa din nou săptămâna viitoare."),
        ("de", "Die Stadt teilte mit, dass die Uhr am alten Markt ab nächster Woche wieder gehen soll."),
        ("nl", "De gemeente meldt dat de klok op de oude markt volgende week weer gaat lopen."),
        ("tr", "Belediye, eski çarşıdaki saatin gelecek hafta yeniden çalışacağını duyurdu."),
        ("id", "Pemerintah kota mengumumkan bahwa jam di pasar lama akan berjalan lagi pekan depan."),
        ("eu", "Udalak iragarri du azoka zaharreko erlojua datorren astean berriro martxan jarriko dela."),
        ("uk", "Міська рада повідомила, що годинник на старому ринку знову піде наступного тижня."),
        ("bg", "Общината съобщи, че часовникът на стария пазар ще тръгне отново следващата седмица."),
        ("be", "Гарадская ўлада паведаміла, што гадзіннік на старым рынку зноў пойдзе на наступным тыдні."),
        ("sr", "Градска управа је саопштила да ће сат на старој пијаци поново радити следеће недеље."),
        ("mk", "Општината соопшти дека часовникот на стариот пазар повторно ќе работи следната недела."),
        ("kk", "Қала әкімдігі ескі базардағы сағат келесі аптада қайта жүретінін хабарлады."),
        ("hi", "नगर पालिका ने कहा कि पुराने बाज़ार की घड़ी अगले सप्ताह से फिर चलेगी।"),
        ("mr", "जुन्या बाजारातील घड्याळ पुढच्या आठवड्यात पुन्हा सुरू होणार आहे, असे पालिकेने सांगितले."),
        ("ne", "पुरानो बजारको घडी अर्को हप्ता फेरि चल्ने भएको छ, नगरपालिकाले भन्यो।"),
    ]);
}

#[test]
fn letters_of_its_own_name_a_language() {
    all_are(&[
        ("ps", "ښاروال وویل چې د زاړه بازار ساعت به په راتلونکې اونۍ کې بیا کار پیل کړي."),
        ("sd", "شهر جي پراڻي بازار جي گهڙي ايندڙ هفتي ٻيهر هلندي، ميونسپل اداري ٻڌايو."),
        ("ckb", "شارەوانی ڕایگەیاند کە کاتژمێری بازاڕی کۆن هەفتەی داهاتوو دووبارە کار دەکاتەوە."),
        ("tg", "Шаҳрдорӣ гуфт, ки соати бозори кӯҳна ҳафтаи оянда боз кор мекунад."),
        ("ja", "市役所は、古い市場の時計が来週また動き出すと発表した。"),
        ("ja", "駅前広場 来春 開発"),
        ("ja", "ニュース"),
        ("ko", "시청은 옛 시장의 시계가 다음 주부터 다시 움직일 것이라고 밝혔다."),
        ("el", "Ο δήμος ανακοίνωσε ότι το ρολόι της παλιάς αγοράς θα λειτουργήσει ξανά."),
        ("he", "העירייה הודיעה כי השעון בשוק הישן יחזור לפעול בשבוע הבא."),
        ("bn", "পৌরসভা জানিয়েছে, পুরনো বাজারের ঘড়ি আগামী সপ্তাহে আবার চলবে।"),
        ("th", "เทศบาลแจ้งว่านาฬิกาตลาดเก่าจะเดินอีกครั้งในสัปดาห์หน้า"),
    ]);
}

#[test]
fn names_in_other_letters_do_not_turn_a_line() {
    all_are(&[
        ("ur", "کمپنی Harbour Light Electronics کے مطابق نیا فون اگلے ماہ آئے گا"),
        ("ar", "قالت شركة Harbour Light Electronics إن الهاتف الجديد سيصدر قريبا"),
        ("ru", "Компания Harbour Light Electronics покажет новый телефон"),
        ("zh", "Harbour Light公司将在下月推出新手机"),
        ("fr", "Selon John Whitfield et Margaret Thornbury, le pont sera rouvert"),
        ("es", "Según John Whitfield y Margaret Thornbury, el puente reabrirá"),
        ("en", "The word Привет was painted on the wall of the library in Springfield"),
    ]);
}

#[test]
fn urdu_from_an_arabic_keyboard_is_urdu() {
    all_are(&[
        ("ur", "بلديه نے كہا ہے كہ پرانے بازار كي گھڑي اگلے ہفتے چلے گي"),
        ("ur", "وزير اعلى نے نئے پل كا افتتاح كيا"),
    ]);
}

#[test]
fn letters_in_parts_and_in_printers_forms_are_put_together() {
    all_are(&[
        ("fr", "La mairie a annonce\u{301} que l'e\u{301}te\u{301} sera tre\u{300}s sec"),
        ("ar", "ﺃﻋﻠﻨﺖ ﺍﻟﺒﻠﺪﻳﺔ ﺍﻓﺘﺘﺎﺡ ﺍﻟﻤﻜﺘﺒﺔ"),
        ("ar", "أَعْلَنَتِ الْبَلَدِيَّةُ افْتِتَاحَ الْمَكْتَبَةِ"),
        ("en", "Ｔｈｅ ｃｌｏｃｋ ｗｉｌｌ ｇｏ ａｇａｉｎ"),
    ]);
}

#[test]
fn addresses_names_and_figures_say_nothing() {
    for text in
        ["", "   ", "26.02.2023 — 14:30", "https://example.org/the-clock-of-the-market", "@harbour_news", "😀🎉"]
    {
        let found = identify(text);
        assert_eq!((found.tag.as_str(), found.sure), ("und", 0.0), "{text}");
    }
    all_are(&[
        ("ru", "Часы снова идут https://example.org/the-clock-of-the-old-market-goes-again?from=home"),
        ("zh", "大钟重新走动，详见www.example.org/the-clock-of-the-old-market，谢谢"),
        ("ur", "مزید خبریں desk@harbour-news.example.org @harbour_news_service_and_friends"),
    ]);
}

#[test]
fn one_knows_how_much_one_knows() {
    let sure = |text| identify(text).sure;
    let story = "El ayuntamiento anunció que el reloj del mercado viejo volverá a funcionar la próxima semana, después \
                 de que dos relojeros jubilados lo repararan sin cobrar.";
    assert!(sure(story) > 0.99, "{}", sure(story));
    assert!(sure("Reuters") < 0.8, "{}", sure("Reuters"));
    assert!(sure("ok") < 0.8, "{}", sure("ok"));
    let half = "The clock will go again. Часы снова пойдут.";
    assert!(sure(half) < 0.9, "{}", sure(half));
    assert!(sure("کمپنی Harbour Light کے مطابق نیا فون اگلے ماہ آئے گا اور سستا ہوگا") > 0.99);
}

#[test]
fn only_the_beginning_of_a_long_text_counts() {
    let long = "The clock of the old market will go again. ".repeat(300) + &"Часы снова идут. ".repeat(30_000);
    assert_eq!(named(&long), "en");
}

proptest! {
    #[test]
    fn any_text_has_an_answer(text in any::<String>()) {
        let found = identify(&text);
        prop_assert!((0.0..=1.0).contains(&found.sure));
        prop_assert_eq!(&found, &identify(&text));
    }

    #[test]
    fn any_mixture_has_an_answer(text in "[a-zé 。ا-یа-яァ-ヴ一-丐क-ह@:/.#\u{300}\u{fdfa}\u{200c}]{0,200}") {
        let found = identify(&text);
        prop_assert!((0.0..=1.0).contains(&found.sure));
        prop_assert_eq!(found.tag == Tag::unknown(), found.sure == 0.0);
    }
}
