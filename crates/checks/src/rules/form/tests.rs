//! What a story has to have.

use super::find;
use crate::{Copy, Finding, HouseStyle, Level, Material, lines};
use lang::Languages;
use story::{
    Hash, Text,
    text::{Block, Figure, Line},
};

fn of(lang: &str, text: &Text) -> Vec<Finding> {
    let languages = Languages::built_in();
    let profile = languages.profile(&lang.parse().expect("a tag"));
    let style = HouseStyle::default();
    let material = Material { text, profile: &profile, languages, date: None, asides: &[], style: &style };
    let mut findings = Vec::new();
    find(&Copy::new(&material), &mut findings);
    findings
}

fn kinds(lang: &str, body: &str) -> Vec<(String, Level)> {
    let mut text = lines::text("", body);
    text.byline = Some(Line::new("Edda Thorne"));
    of(lang, &text).into_iter().map(|f| (f.kind.into_owned(), f.level)).filter(|(kind, _)| kind != "dateline").collect()
}

#[test]
fn a_figure_without_a_credit() {
    let figure = Figure { picture: Hash::of(b"x"), caption: None, credit: None, alt: Line::new("A bridge") };
    let mut text = lines::text("", "Boats wait.");
    text.body.push(Block::Figure(figure));
    assert!(of("en", &text).iter().any(|finding| finding.kind == "credit" && finding.level == Level::Note));
}

#[test]
fn letters_of_the_wrong_script_have_a_fix() {
    for (lang, body, right) in [
        ("en", "The hаrbour.", "harbour"),
        ("ru", "Зaвод", "Завод"),
        ("ur", "کتاب\u{64a}ں", "کتابیں"),
        ("ar", "الکبير", "الكبير"),
    ] {
        let all = of(lang, &lines::text("", body));
        let fixes: Vec<_> =
            all.iter().filter_map(|finding| finding.fix.as_ref()).map(|fix| fix.becomes.as_str()).collect();
        assert_eq!(fixes, [right], "{lang}");
    }
}

#[test]
fn matters_of_form_are_notes() {
    for (lang, body, kind) in [
        ("en", "An organised and motorized walk.", "convention"),
        ("es", "Un vídeo y otro video.", "convention"),
        ("fr", "Un événement, un évènement.", "convention"),
        ("ru", "Ещё и еще.", "convention"),
        ("ar", "ذهب في المدينة فى الصباح", "convention"),
        ("ur", "کے لیے اور کے لئے", "convention"),
        ("zh", "这是說明。", "convention"),
        ("en", "A “fine\" bridge.", "marks"),
        ("ar", "١٢ و 12", "digits"),
        ("en", "48 boats.", "opening"),
        ("en", "Boats\u{200f} wait.", "bidi"),
    ] {
        assert_eq!(kinds(lang, body), [(kind.to_owned(), Level::Note)], "{lang}: {body}");
    }
}

#[test]
fn one_way_to_spell_is_left_alone() {
    for (lang, body) in [
        ("en", "An organised tour by the harbour; he said: “motorized”."),
        ("ru", "Ещё учёный и самолёт."),
        ("ar", "ذهب في الصباح \u{200f}إلى المدينة"),
        ("ur", "کشتی گھر ۱۲"),
        ("zh", "这是说明。48艘船。"),
    ] {
        assert_eq!(kinds(lang, body), [], "{lang}: {body}");
    }
}

#[test]
fn a_word_given_in_another_language_keeps_its_letters() {
    let script = |body: &str| kinds("ur", body).into_iter().filter(|(kind, _)| kind == "script").count();
    assert_eq!(script("قاہرہ (عربی: القاهرة) ایک شہر ہے۔"), 0);
    assert_eq!(script("ایک شہر القاهرة ہے۔"), 1);
}
