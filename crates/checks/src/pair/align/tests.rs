use super::*;
use crate::{HouseStyle, Material};
use lang::Languages;
use proptest::prelude::*;
use story::{
    Text,
    text::{Block, Inline},
};

fn aligned(one: (&str, &str), two: (&str, &str)) -> Vec<(usize, usize)> {
    let text = |body: &str| Text {
        body: body.lines().map(|line| Block::Paragraph(Inline::plain_text(line))).collect(),
        ..Text::default()
    };
    let (first, second) = (text(one.1), text(two.1));
    let languages = Languages::built_in();
    let profile = |tag: &str| languages.profile(&tag.parse().expect("a tag"));
    let (from, to) = (profile(one.0), profile(two.0));
    let style = HouseStyle::default();
    let read =
        |text, profile| Copy::new(&Material { text, profile, languages, date: None, asides: &[], style: &style });
    let alignment = Alignment::new(&read(&first, &from).as_source(), &read(&second, &to));
    whole(&alignment);
    alignment.groups.iter().map(|group| (group.source.len(), group.translation.len())).collect()
}

/// Groups follow one another and hold every sentence.
fn whole(alignment: &Alignment) {
    for groups in [&alignment.groups, &alignment.paragraphs()] {
        let (mut one, mut two) = (0, 0);
        for group in groups {
            assert_eq!((group.source.start, group.translation.start), (one, two));
            assert!(group.source.len() + group.translation.len() > 0);
            (one, two) = (group.source.end, group.translation.end);
        }
        assert_eq!((one, two), (alignment.source.len(), alignment.translation.len()));
    }
}

const ENGLISH: &str = "The bridge at Harrow closed on Monday after 14 complaints.\nMayor Anna Keller said repairs would cost \
    250,000 crowns. Work begins in spring, and buses will run every ten minutes until then.\nNobody was hurt.";

#[test]
fn one_to_one_one_to_many_and_many_to_one() {
    for (tag, text, wanted) in [
        (
            "fr",
            "Le pont de Harrow a fermé lundi après 14 plaintes.\nSelon la maire Anna Keller, les réparations coûteront \
             250 000 couronnes. Les travaux commencent au printemps. Des bus circuleront toutes les dix minutes d’ici là.\n\
             Personne n’a été blessé.",
            &[(1, 1), (1, 1), (1, 2), (1, 1)][..],
        ),
        (
            "ur",
            "ہیرو کا پل ۱۴ شکایات کے بعد پیر کو بند کر دیا گیا۔\nمیئر اینا کیلر نے کہا کہ مرمت پر ۲۵۰٬۰۰۰ کراؤن خرچ ہوں گے۔ کام بہار میں \
             شروع ہوگا اور تب تک بسیں ہر دس منٹ بعد چلیں گی۔\nکوئی زخمی نہیں ہوا۔",
            &[(1, 1), (1, 1), (1, 1), (1, 1)],
        ),
        (
            "zh",
            "哈罗的大桥在收到14起投诉后于周一关闭。\n市长安娜·凯勒说，维修费用将达25万克朗，工程将于春季开始，在此之前公交车每十分钟一班。\n没有人受伤。",
            &[(1, 1), (2, 1), (1, 1)],
        ),
    ] {
        assert_eq!(aligned(("en", ENGLISH), (tag, text)), wanted, "{tag}");
    }
}

#[test]
fn what_was_left_out_and_what_was_added() {
    let short = "El puente de Harrow cerró el lunes tras 14 quejas.\nNadie resultó herido.";
    assert_eq!(aligned(("en", ENGLISH), ("es", short)), [(1, 1), (1, 0), (1, 0), (1, 1)]);
    assert_eq!(aligned(("es", short), ("en", ENGLISH)), [(1, 1), (0, 1), (0, 1), (1, 1)]);
}

#[test]
fn a_text_without_sentences() {
    assert_eq!(aligned(("en", ""), ("fr", "")), []);
    assert_eq!(aligned(("en", "One. Two."), ("fr", "")), [(2, 0)]);
}

#[test]
fn a_long_text_takes_no_longer_than_its_length() {
    for part in ["A sentence of 7 words comes here now.\n", "One. ", "x\n"] {
        let text = part.repeat(1_000_000 / part.len());
        let begun = std::time::Instant::now();
        aligned(("en", &text), ("fr", &text[..text.len() / 2]));
        assert!(begun.elapsed().as_secs() < 20, "{part:?}: {:?}", begun.elapsed());
    }
}

proptest! {
    #[test]
    fn any_two_texts_are_aligned_whole(one in "[aБم。. \n1]{0,60}|\\PC{0,60}", two in "[aБم。. \n1]{0,60}|\\PC{0,60}") {
        aligned(("en", &one), ("ru", &two));
    }
}
