//! One story in each language: headline, deck, byline, dateline, body, and what stands around it.

use super::*;

fn read_shown(copy: &str) -> String {
    let reading = read_as(copy.as_bytes(), None).expect("it is copy");
    assert_tiled(&reading, copy.len());
    shown(&reading)
}

#[test]
fn english() {
    insta::assert_snapshot!(read_shown("\
google-site-verification=own0example0token
Kites and Tides, a wire for the whole coast

Kites of 40 clubs rise over the bay

The spring meeting drew more families than last year

By Ana Lopez

GANJA, 3 May 2024 (GNP): Forty clubs flew their kites over the bay on Friday, and nobody minded the rain.

Also Read: The tide comes in an hour early

“We sewed all winter,” said Bo Lind, who had brought a kite in the shape of a heron.

A dry afternoon

The rain stopped at three. Then came:
- herons
- box kites
- a dragon of 30 metres

> The wind does half of the work.
— Bo Lind

Share this story on Facebook
© 2024 GNP. All rights reserved.
ENDS
Note to editors: pictures follow at five.
"), @r#"
        en UTF-8
        headline: Kites of 40 clubs rise over the bay
        deck: The spring meeting drew more families than last year
        byline: Ana Lopez
        dateline: {"places":["GANJA"],"date":"2024-05-03","agency":"GNP"}
        paragraph: Forty clubs flew their kites over the bay on Friday, and nobody minded the rain.
        related: The tide comes in an hour early
        paragraph: “We sewed all winter,” said Bo Lind, who had brought a kite in the shape of a heron.
        subhead: A dry afternoon
        paragraph: The rain stopped at three. Then came:
        list: herons / box kites / a dragon of 30 metres
        quotation: The wind does half of the work. / Bo Lind
        desk: Note to editors: pictures follow at five.
        off: verification token: google-site-verification=own0example0token
        off: tagline: Kites and Tides, a wire for the whole coast
        off: share line: Share this story on Facebook
        off: copyright line: © 2024 GNP. All rights reserved.
        note: one line taken off: verification token
        note: one line taken off: tagline
        note: one line taken off: share line
        note: one line taken off: copyright line
        "#);
}

#[test]
fn urdu() {
    insta::assert_snapshot!(read_shown("\
خلیج پر چالیس کلبوں کی پتنگیں

بہار کے میلے میں پچھلے سال سے زیادہ خاندان آئے

رپورٹ: عائشہ خان

لاہور، ۳ مئی ۲۰۲۴ء (جی این پی): جمعے کو چالیس کلبوں نے خلیج کے اوپر پتنگیں اڑائیں اور کسی نے بارش کی پروا نہ کی۔

یہ بھی پڑھیں: دریا ایک گھنٹہ پہلے چڑھ آیا

’ہم پورا جاڑا سیتے رہے،‘ بلال نے کہا، جو بگلے کی شکل کی پتنگ لائے تھے۔

۱۔ بگلے
۲۔ ڈبے والی پتنگیں
۳۔ تیس میٹر کا اژدہا

فیس بک پر شیئر کریں
جملہ حقوق محفوظ ہیں
ختم شد
"), @r#"
        ur UTF-8
        headline: خلیج پر چالیس کلبوں کی پتنگیں
        deck: بہار کے میلے میں پچھلے سال سے زیادہ خاندان آئے
        byline: عائشہ خان
        dateline: {"places":["لاہور"],"date":"2024-05-03","agency":"جی این پی"}
        paragraph: جمعے کو چالیس کلبوں نے خلیج کے اوپر پتنگیں اڑائیں اور کسی نے بارش کی پروا نہ کی۔
        related: دریا ایک گھنٹہ پہلے چڑھ آیا
        paragraph: ’ہم پورا جاڑا سیتے رہے،‘ بلال نے کہا، جو بگلے کی شکل کی پتنگ لائے تھے۔
        list: بگلے / ڈبے والی پتنگیں / تیس میٹر کا اژدہا
        off: share line: فیس بک پر شیئر کریں
        off: copyright line: جملہ حقوق محفوظ ہیں
        note: one line taken off: share line
        note: one line taken off: copyright line
        "#);
}

#[test]
fn arabic() {
    insta::assert_snapshot!(read_shown("\
طائرات ورقية لأربعين ناديا فوق الخليج

عائلات أكثر من العام الماضي في لقاء الربيع

بقلم: ليلى حداد

القاهرة - 3 أيار/مايو 2024 (وكالة): أطلق أربعون ناديا طائراتهم الورقية فوق الخليج يوم الجمعة ولم يزعج المطر أحدا.

اقرأ أيضا: المد يصل قبل موعده بساعة

وقال سامي، الذي أحضر طائرة على شكل مالك الحزين، إنهم خاطوا طوال الشتاء.

١- مالك الحزين
٢- صناديق طائرة
٣- تنين طوله ثلاثون مترا

تابعونا على تويتر
جميع الحقوق محفوظة
انتهى
"), @r#"
        ar UTF-8
        headline: طائرات ورقية لأربعين ناديا فوق الخليج
        deck: عائلات أكثر من العام الماضي في لقاء الربيع
        byline: ليلى حداد
        dateline: {"places":["القاهرة"],"date":"2024-05-03","agency":"وكالة"}
        paragraph: أطلق أربعون ناديا طائراتهم الورقية فوق الخليج يوم الجمعة ولم يزعج المطر أحدا.
        related: المد يصل قبل موعده بساعة
        paragraph: وقال سامي، الذي أحضر طائرة على شكل مالك الحزين، إنهم خاطوا طوال الشتاء.
        list: مالك الحزين / صناديق طائرة / تنين طوله ثلاثون مترا
        off: share line: تابعونا على تويتر
        off: copyright line: جميع الحقوق محفوظة
        note: one line taken off: share line
        note: one line taken off: copyright line
        "#);
}

#[test]
fn chinese() {
    insta::assert_snapshot!(read_shown("\
四十家俱乐部的风筝飞上海湾

春季聚会的家庭比去年更多

新华社巴库5月3日电（记者 王五）四十家俱乐部星期五在海湾上空放飞风筝，没有人在意下雨。

延伸阅读：潮水早到一小时

“我们缝了一整个冬天。”李明说，他带来一只苍鹭形状的风筝。

一、苍鹭
二、方箱风筝
三、三十米长的龙

欢迎关注我们的微信公众号
版权所有
（完）
"), @r#"
        zh UTF-8
        headline: 四十家俱乐部的风筝飞上海湾
        deck: 春季聚会的家庭比去年更多
        byline: 王五
        dateline: {"places":["巴库"],"date":"--05-03","agency":"新华社"}
        paragraph: 四十家俱乐部星期五在海湾上空放飞风筝，没有人在意下雨。
        related: 潮水早到一小时
        paragraph: “我们缝了一整个冬天。”李明说，他带来一只苍鹭形状的风筝。
        list: 苍鹭 / 方箱风筝 / 三十米长的龙
        off: share line: 欢迎关注我们的微信公众号
        off: copyright line: 版权所有
        note: one line taken off: share line
        note: one line taken off: copyright line
        "#);
}

#[test]
fn spanish() {
    insta::assert_snapshot!(read_shown("\
Cometas de cuarenta clubes sobre la bahía

El encuentro de primavera reunió a más familias que el año pasado

Por Ana López

Bakú, 3 may (EFE).- Cuarenta clubes hicieron volar sus cometas sobre la bahía el viernes y a nadie le molestó la lluvia.

Lea también: La marea llega una hora antes

«Cosimos todo el invierno», dijo Bo Lind, que había traído una cometa con forma de garza.

Una tarde seca

La lluvia cesó a las tres y entonces volaron las cometas más grandes de todo el encuentro.

Síguenos en Facebook
Todos los derechos reservados
"), @r#"
        es UTF-8
        headline: Cometas de cuarenta clubes sobre la bahía
        deck: El encuentro de primavera reunió a más familias que el año pasado
        byline: Ana López
        dateline: {"places":["Bakú"],"date":"--05-03","agency":"EFE"}
        paragraph: Cuarenta clubes hicieron volar sus cometas sobre la bahía el viernes y a nadie le molestó la lluvia.
        related: La marea llega una hora antes
        paragraph: «Cosimos todo el invierno», dijo Bo Lind, que había traído una cometa con forma de garza.
        subhead: Una tarde seca
        paragraph: La lluvia cesó a las tres y entonces volaron las cometas más grandes de todo el encuentro.
        off: share line: Síguenos en Facebook
        off: copyright line: Todos los derechos reservados
        note: one line taken off: share line
        note: one line taken off: copyright line
        "#);
}

#[test]
fn french() {
    insta::assert_snapshot!(read_shown("\
Quarante clubs de cerfs-volants au-dessus de la baie

La rencontre de printemps a attiré plus de familles que l’an dernier

Par Ana Lopez

BAKOU, 3 mai 2024 (AFP) – Quarante clubs ont fait voler leurs cerfs-volants au-dessus de la baie vendredi, et la pluie n’a gêné personne.

À lire aussi : La marée arrive une heure plus tôt

« Nous avons cousu tout l’hiver », a dit Bo Lind, venu avec un cerf-volant en forme de héron.

Suivez-nous sur Facebook
Tous droits réservés
FIN
"), @r#"
        fr UTF-8
        headline: Quarante clubs de cerfs-volants au-dessus de la baie
        deck: La rencontre de printemps a attiré plus de familles que l’an dernier
        byline: Ana Lopez
        dateline: {"places":["BAKOU"],"date":"2024-05-03","agency":"AFP"}
        paragraph: Quarante clubs ont fait voler leurs cerfs-volants au-dessus de la baie vendredi, et la pluie n’a gêné personne.
        related: La marée arrive une heure plus tôt
        paragraph: « Nous avons cousu tout l’hiver », a dit Bo Lind, venu avec un cerf-volant en forme de héron.
        off: share line: Suivez-nous sur Facebook
        off: copyright line: Tous droits réservés
        note: one line taken off: share line
        note: one line taken off: copyright line
        "#);
}

#[test]
fn russian() {
    insta::assert_snapshot!(read_shown("\
Змеи сорока клубов поднялись над заливом

На весеннюю встречу пришло больше семей, чем в прошлом году

Автор: Анна Лопес

БАКУ, 3 мая — ТАСС. Сорок клубов запустили над заливом воздушных змеев, и дождь никому не помешал.

Читайте также: Прилив пришёл на час раньше

«Мы шили всю зиму», — сказал Бо Линд, который привёз змея в виде цапли.

Сухой вечер

Дождь кончился в три часа, и тогда поднялись самые большие змеи всей весенней встречи.

Подписывайтесь на наш канал
Все права защищены
"), @r#"
        ru UTF-8
        headline: Змеи сорока клубов поднялись над заливом
        deck: На весеннюю встречу пришло больше семей, чем в прошлом году
        byline: Анна Лопес
        dateline: {"places":["БАКУ"],"date":"--05-03","agency":"ТАСС"}
        paragraph: Сорок клубов запустили над заливом воздушных змеев, и дождь никому не помешал.
        related: Прилив пришёл на час раньше
        paragraph: «Мы шили всю зиму», — сказал Бо Линд, который привёз змея в виде цапли.
        subhead: Сухой вечер
        paragraph: Дождь кончился в три часа, и тогда поднялись самые большие змеи всей весенней встречи.
        off: share line: Подписывайтесь на наш канал
        off: copyright line: Все права защищены
        note: one line taken off: share line
        note: one line taken off: copyright line
        "#);
}
