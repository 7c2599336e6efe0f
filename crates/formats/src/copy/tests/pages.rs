//! The invented pages of `tests/data`: what the issue asks of the real one, in every language.

use super::*;

/// The page in a language; the English one has no tag in its name.
fn page(lang: &str) -> Vec<u8> {
    let name = if lang == "en" { "own-page.txt".to_owned() } else { format!("own-page.{lang}.txt") };
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data").join(name);
    std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

#[test]
fn the_page_is_understood_in_every_language() {
    for tag in Languages::built_in().tags() {
        let bytes = page(tag.as_str());
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        let reading = read_as(&bytes, None).expect("it is copy");
        assert_tiled(&reading, bytes.len());
        assert_eq!(reading.lang, *tag);
        assert!(reading.sure, "{tag}");

        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(reading.text.headline.plain(), lines[2], "{tag}");
        assert_eq!(reading.text.deck.as_ref().map(Inline::plain).as_deref(), Some(lines[3]), "{tag}");
        assert_eq!(reading.text.byline, None, "{tag}");
        let dateline = reading.text.dateline.as_ref().expect("a dateline");
        assert_eq!(dateline.places.len(), 1, "{tag}");
        assert!(lines[4].contains(&*dateline.places[0]), "{tag}");
        assert_eq!(dateline.date.and_then(|d| d.civil()), Some(jiff::civil::date(2023, 6, 14)), "{tag}");
        assert!(dateline.agency.as_ref().is_some_and(|agency| lines[4].contains(&**agency)), "{tag}");

        let of = |kind: &str| reading.text.body.iter().filter(|b| b.name() == kind).count();
        assert_eq!(of("related"), 2, "{tag}");
        assert_eq!(of("paragraph"), lines.len() - 7, "{tag}");
        assert_eq!(reading.text.body.len(), lines.len() - 5, "{tag}");
        let kinds: Vec<Furniture> = reading.furniture.iter().map(|aside| aside.kind).collect();
        assert_eq!(kinds, [Furniture::Token, Furniture::Tagline, Furniture::Token], "{tag}");
    }
}

/// Each block points at its own words.
#[test]
fn every_paragraph_points_at_its_bytes() {
    for tag in Languages::built_in().tags() {
        let bytes = page(tag.as_str());
        let reading = read_as(&bytes, None).expect("it is copy");
        for piece in &reading.pieces {
            let words = Line::new(String::from_utf8_lossy(&bytes[piece.range.clone()]));
            match piece.role {
                Role::Body(at) => assert!(words.ends_with(&*Line::new(reading.text.body[at].plain())), "{tag} {words}"),
                Role::Headline => assert_eq!(*words, reading.text.headline.plain()),
                Role::Blank => assert!(words.is_empty(), "{words}"),
                _ => assert!(!words.is_empty()),
            }
        }
    }
}
