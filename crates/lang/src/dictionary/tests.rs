use super::*;
use crate::Languages;
use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};
use std::{
    collections::HashSet,
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
};

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dictionaries")
}

fn dictionary(tag: &str) -> &'static Dictionary {
    let profile = Languages::built_in().profile(&tag.parse().expect("a tag"));
    profile.dictionary().unwrap_or_else(|| panic!("{tag} has a dictionary"))
}

#[test]
fn each_dictionary_has_the_words_of_its_language() {
    for (tag, words, slips) in [
        (
            "en",
            "harbour harbor organised organized lanterns carefully London LONDON doesn’t DOESN'T well-kept 21st 11th 1,021 \
             1021st 112TH McDonald MCDONALD wellbeing Wellbeing dog.",
            "carefuly london 21th 11st 1011st McDonalt Mcdonald well-kebt -",
        ),
        ("es", "faroles cruzaron panadería España ESPAÑA prepararse tuiteó", "panaderia españa"),
        (
            "fr",
            "lanternes traversées boulangerie Londres l’arbre L’Arbre L'ARBRE jusqu’alors co\u{302}té kHz 12,5",
            "boulengerie l'boulengerie londres KHZ",
        ),
        ("ru", "фонарями пекарен перейдёт перейдет Лондоне ЛОНДОНЕ лейбл", "пикарен лондоне"),
    ] {
        let dictionary = dictionary(tag);
        let lacking: Vec<_> = words.split_whitespace().filter(|word| !dictionary.has(word)).collect();
        let taken: Vec<_> = slips.split_whitespace().filter(|slip| dictionary.has(slip)).collect();
        assert_eq!((lacking, taken), (vec![], vec![]), "{tag}");
        assert!(dictionary.has("") && !dictionary.has(&"a".repeat(400)), "{tag}");
    }
    for tag in ["ur", "ar", "zh", "de", "und"] {
        assert!(Languages::built_in().profile(&tag.parse().expect("a tag")).dictionary().is_none(), "{tag}");
    }
}

#[test]
fn the_lists_are_those_that_were_made_of_these_dictionaries() {
    let made = fs::read_to_string(here().join("made.tsv")).expect("made.tsv");
    let (head, rows) = made.split_once('\n').expect("a head");
    assert_eq!(rows.lines().count(), ALL.len());
    for row in rows.lines() {
        let fields: Vec<&str> = row.split('\t').collect();
        let [tag, forms, bytes, sums @ ..] = &fields[..] else { panic!("{row}") };
        assert_eq!((dictionary(tag).words.len() + dictionary(tag).joined.len()).to_string(), **forms, "{tag}");
        let mut size = 0;
        for (file, sum) in head.split('\t').skip(3).zip(sums) {
            let folder = if file.ends_with(".gz") { "hunspell" } else { "lists" };
            let bytes = fs::read(here().join(folder).join(tag).join(file)).expect(file);
            size += if folder == "lists" { bytes.len() } else { 0 };
            assert_eq!(hex::encode(Sha256::digest(bytes)), **sum, "make the lists again (README.md): {tag}/{file}");
        }
        assert_eq!(size.to_string(), **bytes, "{tag}");
    }
}

/// What Spellbook makes of the dictionary that a list was made of.
fn judge(tag: &str) -> (spellbook::Dictionary, String) {
    let text = |file: &str| {
        let packed = fs::read(here().join("hunspell").join(tag).join(file)).expect(file);
        let mut text = String::new();
        GzDecoder::new(&packed[..]).read_to_string(&mut text).expect("text");
        text
    };
    let (aff, dic) = (text("words.aff.gz"), text("words.dic.gz"));
    (spellbook::Dictionary::new(&aff, &dic).expect("a dictionary"), dic)
}

/// A word, and what becomes of it in haste: a letter left out, two exchanged, one doubled, capitals, signs around it.
fn ways(word: &str, out: &mut HashSet<String>) {
    let letters: Vec<char> = word.chars().collect();
    let Some(last) = letters.len().checked_sub(1) else { return };
    // Any place, but the same one each time.
    let at = word.bytes().map(usize::from).sum::<usize>() % letters.len();
    let spelt = |letters: &[char]| letters.iter().collect::<String>();
    let mut without = letters.clone();
    let doubled = without.remove(at);
    let mut exchanged = letters.clone();
    exchanged.swap(at, (at + 1).min(last));
    let mut twice = letters.clone();
    twice.insert(at, doubled);
    let small = word.to_lowercase();
    out.extend([spelt(&without), spelt(&exchanged), spelt(&twice), word.to_uppercase(), case::titled(word)]);
    out.extend([format!("{word}."), format!("-{word}"), format!("{small}-{word}"), format!("l'{word}"), small]);
    out.insert(word.to_owned());
}

/// Those of the words of which the list and Spellbook think differently.
///
/// Of one difference the list is right: `bar` is a room and a measure, and only the measure keeps its small letters.
/// Spellbook looks at one of the two, and has no Bar.
fn differing<'w>(
    tag: &str,
    judge: &spellbook::Dictionary,
    words: impl IntoIterator<Item = &'w String>,
) -> Vec<&'w str> {
    let dictionary = dictionary(tag);
    let freer =
        |word: &str| Case::of(word) != Case::Small && dictionary.lists(word) && judge.check(&word.to_lowercase());
    let differs = |word: &&str| dictionary.lists(word) != judge.check(word);
    let (freed, differing): (Vec<_>, Vec<_>) =
        words.into_iter().map(String::as_str).filter(differs).partition(|word| freer(word));
    if !freed.is_empty() {
        println!("{tag}: freer: {freed:?}");
    }
    assert!(freed.len() < 50, "{tag}: too many are freer: {freed:?}");
    differing
}

/// Words of the texts in this language that are kept beside the project, if they are at hand.
fn words_of_texts(language: &str) -> HashSet<String> {
    let named = std::env::var_os("DATELINE_SHARED").map(PathBuf::from);
    let usual = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared"));
    let path = named.clone().unwrap_or(usual).join("corpora/ntrex-dev").join(language).with_extension("txt");
    let Ok(text) = fs::read_to_string(&path) else {
        assert!(named.is_none(), "DATELINE_SHARED promises {}, which is not there", path.display());
        let skipped = "words_are_judged_as_by_spellbook: corpora/ntrex-dev of the shared data is not here";
        eprintln!("skipped: {skipped}");
        if let Some(list) = std::env::var_os("DATELINE_SKIPPED")
            && let Ok(mut list) = fs::OpenOptions::new().append(true).create(true).open(list)
        {
            let _ = writeln!(list, "{skipped}");
        }
        return HashSet::new();
    };
    let pieces = text.split_whitespace().chain(text.split(|c: char| !c.is_alphanumeric()));
    pieces.map(str::to_owned).collect()
}

fn words_are_judged_as_by_spellbook(tag: &str, language: &str) {
    let (judge, dic) = judge(tag);
    let mut words = HashSet::new();
    let stems = dic.lines().skip(1).filter_map(|line| line.split(['/', ' ']).next());
    // Every stem stands for itself; of every twentieth, what haste makes of it too.
    stems.enumerate().for_each(
        |(number, stem)| {
            if number % 20 == 0 { ways(stem, &mut words) } else { words.extend([stem.to_owned()]) }
        },
    );
    words_of_texts(language).iter().for_each(|word| ways(word, &mut words));
    let differing = differing(tag, &judge, &words);
    assert!(
        differing.is_empty(),
        "{tag}: {} of {}: {:?}",
        differing.len(),
        words.len(),
        &differing[..differing.len().min(40)]
    );
}

#[test]
fn english_words_are_judged_as_by_spellbook() {
    words_are_judged_as_by_spellbook("en", "eng");
}

#[test]
fn spanish_words_are_judged_as_by_spellbook() {
    words_are_judged_as_by_spellbook("es", "spa");
}

#[test]
fn french_words_are_judged_as_by_spellbook() {
    words_are_judged_as_by_spellbook("fr", "fra");
}

#[test]
fn russian_words_are_judged_as_by_spellbook() {
    words_are_judged_as_by_spellbook("ru", "rus");
}

/// All forms there are, each as it is and with its letters smaller and greater: to be run when the lists are made again.
#[test]
#[ignore = "takes minutes"]
fn every_form_is_judged_as_by_spellbook() {
    use fst::Streamer;
    for tag in ALL.keys() {
        let judge = judge(tag).0;
        let mut forms = dictionary(tag).words.op().add(&dictionary(tag).joined).union();
        while let Some((form, _)) = forms.next() {
            let form = String::from_utf8_lossy(form).into_owned();
            let words = [form.to_uppercase(), case::titled(&form), form.to_lowercase(), form];
            assert_eq!(differing(tag, &judge, &words), <[&str; 0]>::default(), "{tag}");
        }
    }
}
