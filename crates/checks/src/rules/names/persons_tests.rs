//! Introductions, surnames and titles in all seven languages: found, and left alone.

use super::told;
use crate::Level;

/// The kinds at `warn`, in order.
fn kinds(tag: &str, text: &str) -> Vec<String> {
    told(tag, text).into_iter().filter(|found| found.1 == Level::Warn).map(|found| found.0).collect()
}

#[track_caller]
fn finds(kind: &str, cases: &[(&str, &str)]) {
    for (tag, text) in cases {
        assert_eq!(kinds(tag, text), [kind], "{tag}: {text}");
    }
}

#[track_caller]
fn leaves(cases: &[(&str, &str)]) {
    for (tag, text) in cases {
        assert_eq!(kinds(tag, text), [""; 0], "{tag}: {text}");
    }
}

#[test]
fn a_second_introduction() {
    finds(
        "intro",
        &[
            ("en", "Mayor Joan Hartwick of Marrowby swam.\nJoan Hartwick, the mayor, swam back."),
            (
                "en",
                "The mayor of Marrowby, Joan Hartwick, swam.\nIt was cold.\nMarrowby's mayor Joan Hartwick swam back.",
            ),
            ("en", "The clock was mended by Joan Hartwick, an engineer.\nEngineer Joan Hartwick has a lathe."),
            ("es", "El alcalde de Marrowby, Jaime Ferrán, nadó.\nJaime Ferrán, alcalde de Marrowby, volvió a nado."),
            ("es", "Jaime Ferrán, dueño del molino, pescó.\nAl día siguiente Jaime Ferrán, el dueño, pescó más."),
            (
                "es",
                "Llegó la presidenta del club de vela, Clara Montrós.\nHabló Clara Montrós, presidenta del club de vela.",
            ),
            ("fr", "La maire de Marrowby, Claire Fontanel, a nagé.\nClaire Fontanel, la maire, est revenue à la nage."),
            ("fr", "L'architecte Claire Fontanel a dessiné la tour.\nLa tour plaît à l'architecte Claire Fontanel."),
            ("ru", "Мэр Холмска Анна Отлина переплыла залив.\nОбратно мэр Холмска Анна Отлина шла пешком."),
            ("ru", "Анна Отлина, директор музея, нашла ключ.\nДверь открыла директор музея Анна Отлина."),
            ("ar", "سبحت عمدة ماروبي مريم الحوراني في الخليج.\nوعادت عمدة ماروبي مريم الحوراني سباحة."),
            ("ur", "ماروبی کی میئر مریم حورانی نے خلیج پار کی۔\nماروبی کی میئر مریم حورانی نے واپسی بھی تیر کر کی۔"),
            ("zh", "马罗比镇镇长沈若兰游过海湾。\n马罗比镇镇长沈若兰又游了回来。"),
        ],
    );
}

#[test]
fn what_is_no_second_introduction() {
    leaves(&[
        ("en", "Mayor Joan Hartwick of Marrowby swam.\nHartwick swam back.\nThe mayor slept."),
        ("en", "Mayor Joan Hartwick swam.\n“Mayor Joan Hartwick swims like a fish,” the ferryman said."),
        ("en", "Mayor Joan Hartwick swam.\nJoan Hartwick, said the mayor of Fennick, is quick."),
        ("en", "Joan Hartwick, mayor of Marrowby, swam.\nJoan Hartwick, mayor Tom Oatley's rival, swam back."),
        ("es", "El alcalde de Marrowby, Jaime Ferrán, nadó.\nFerrán volvió a nado.\nEl alcalde durmió."),
        ("fr", "La maire de Marrowby, Claire Fontanel, a nagé.\nClaire Fontanel est revenue à la nage."),
        ("ru", "Мэр Холмска Анна Отлина переплыла залив.\nОтлина вернулась. Мэр спит."),
        ("ar", "سبحت عمدة ماروبي مريم الحوراني.\nوعادت مريم الحوراني سباحة."),
        ("ur", "ماروبی کی میئر مریم حورانی نے خلیج پار کی۔\nمریم حورانی واپس آئیں۔"),
        ("zh", "马罗比镇镇长沈若兰游过海湾。\n沈若兰又游了回来。镇长睡了。\n镇长沈若兰笑了。"),
    ]);
}

#[test]
fn a_surname_before_its_bearer() {
    finds(
        "surname",
        &[
            ("en", "It was Hartwick who swam first.\nJoan Hartwick, the mayor, won."),
            ("es", "Primero nadó Montrós.\nClara Montrós, la alcaldesa, ganó."),
            ("fr", "C'est Fontanel qui a nagé.\nClaire Fontanel, la maire, a gagné."),
            ("ru", "Первой поплыла Отлина.\nВыиграла мэр Анна Отлина."),
            ("ar", "وقالت الحوراني إن الماء بارد.\nوفازت العمدة مريم الحوراني."),
            ("ur", "حورانی نے کہا کہ پانی ٹھنڈا ہے۔\nدوڑ میئر مریم حورانی نے جیتی۔"),
        ],
    );
}

#[test]
fn what_is_no_surname_too_early() {
    leaves(&[
        ("en", "Joan Hartwick swam.\nHartwick won."),
        ("en", "The bridge at Hartwick is closed.\nJoan Hartwick, a painter, lives there."),
        ("en", "It was Hartwick who swam first.\nJoan Hartwick cheered her brother Tom Hartwick on."),
        ("en", "Hartwick's wife swam first.\nHartwick Shipping had sent a boat for Joan Hartwick."),
        ("en", "Grant Hartwick swam first.\nJoan Hartwick won."),
        ("en", "So thankful is Thomas.\nThe captain, Thomas Berg, praised Justin Thomas."),
        ("en", "“Hartwick is quick,” the ferryman said.\nJoan Hartwick won."),
        ("en", "The guests sang of Elizabeth II.\nThe second, Elizabeth II, sang too."),
        ("es", "La feria de Montrós abrió.\nClara Montrós cantó.\nEn Montrós llovía."),
        ("fr", "La gare de Fontanel est fermée.\nClaire Fontanel a chanté à Fontanel, dans Fontanel même."),
        ("ru", "В Отлине шёл дождь.\nПриехала мэр Анна Отлина."),
        ("ar", "ذهب الناس إلى الحوراني.\nوفازت العمدة مريم الحوراني."),
        ("ur", "لوگ حورانی گئے۔\nدوڑ میئر مریم حورانی نے جیتی۔"),
    ]);
}

#[test]
fn a_title_or_first_name_that_changes() {
    finds(
        "title",
        &[
            ("en", "Captain Joan Hartwick swam.\nColonel Joan Hartwick won."),
            ("en", "Dr Joan Hartwick swam.\nThe water was cold, Professor Hartwick said."),
            ("en", "Mayor Joan Hartwick swam.\nThe prize went to mayor Anna Hartwick."),
            ("es", "El capitán Jaime Ferrán nadó.\nGanó el coronel Jaime Ferrán."),
            ("fr", "Le capitaine Alain Fontanel a nagé.\nLe colonel Alain Fontanel a gagné."),
            ("ru", "Капитан Борис Отлин плыл первым.\nПриз вручили полковнику Борису Отлину."),
            ("ar", "سبح النقيب سليم الحوراني.\nوفاز العقيد سليم الحوراني."),
            ("ur", "کیپٹن سلیم حورانی پہلے تیرے۔\nدوڑ کرنل سلیم حورانی نے جیتی۔"),
            ("zh", "上尉沈若松先下水。\n上校沈若松夺冠。"),
        ],
    );
}

#[test]
fn what_is_no_change() {
    leaves(&[
        ("en", "Captain Joan Hartwick swam.\nThe former colonel, Joan Hartwick, and then Colonel Hartwick, won."),
        ("en", "Captain Joan Hartwick swam.\nIn 2011, Colonel Joan Hartwick won."),
        ("en", "Captain Joan Hartwick swam.\nHer sister, captain Anna Hartwick, won."),
        ("en", "Captain Joan Hartwick swam.\nCapt. Hartwick won."),
        ("en", "Captain Joan Hartwick met Colonel Tom Oatley.\nColonel Oatley won."),
        ("es", "El capitán Jaime Ferrán nadó.\nGanó el entonces coronel Jaime Ferrán."),
        ("fr", "Le capitaine Alain Fontanel a nagé.\nL'ancien colonel Alain Fontanel a gagné."),
        ("ru", "Капитан Борис Отлин плыл.\nПриз вручили капитану Отлину, бывшему полковнику."),
        ("ar", "سبح النقيب سليم الحوراني.\nوفاز النقيب الحوراني."),
        ("ur", "کیپٹن سلیم حورانی تیرے۔\nسابق کرنل سلیم حورانی جیتے۔"),
        ("zh", "上尉沈若松先下水。\n后来升任上校沈若松夺冠。"),
    ]);
}
