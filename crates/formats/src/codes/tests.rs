//! Codes and addresses, there and back.

use super::*;
use proptest::prelude::*;
use std::io::Write as _;

#[test]
fn a_code_stands_for_an_address() {
    for (code, uri) in [
        ("medtop:04000000", "http://cv.iptc.org/newscodes/mediatopic/04000000"),
        ("stat:usable", "http://cv.iptc.org/newscodes/pubstatusg2/usable"),
        ("sig:correction", "http://cv.iptc.org/newscodes/signal/correction"),
        ("ninat:text", "http://cv.iptc.org/newscodes/ninature/text"),
        ("subj:04000000", "http://cv.iptc.org/newscodes/subjectcode/04000000"),
        ("genre:Current", "http://cv.iptc.org/newscodes/genre/Current"),
        ("drol:caption", "http://cv.iptc.org/newscodes/descriptionrole/caption"),
        ("cpnat:person", "http://cv.iptc.org/newscodes/cpnature/person"),
        ("rnd:web", "http://cv.iptc.org/newscodes/rendition/web"),
        ("iso3166-1a2:PK", "http://cvx.iptc.org/iso3166-1a2/PK"),
        ("wikidata:Q1362", "http://www.wikidata.org/entity/Q1362"),
        ("geonameshttps:1174872", "https://sws.geonames.org/1174872"),
        ("skos:broader", "http://www.w3.org/2004/02/skos/core#broader"),
    ] {
        assert_eq!(super::uri(code).as_deref(), Some(uri));
        assert_eq!(super::code(uri).as_deref(), Some(code));
    }
    assert_eq!(uri("dbpedia:Société générale"), None);
    assert_eq!(uri("dbpedia:Société").as_deref(), Some("http://dbpedia.org/resource/Soci%C3%A9t%C3%A9"));
    assert_eq!(code("http://dbpedia.org/resource/Soci%C3%A9t%C3%A9").as_deref(), Some("dbpedia:Société"));
    // What somebody encoded already stays so, in one spelling.
    assert_eq!(uri("dbpedia:Soci%c3%a9t%C3%A9"), uri("dbpedia:Société"));
    assert_eq!(uri("desk:%5b"), None);
    assert_eq!(uri("gen:%5b100%").as_deref(), Some("http://cv.iptc.org/newscodes/generic/%5B100%25"));
    assert_eq!(uri("https://example.org/7").as_deref(), Some("https://example.org/7"));
}

#[test]
fn an_address_may_be_written_otherwise() {
    for uri in [
        "https://cv.iptc.org/newscodes/mediatopic/04000000",
        "http://cv.iptc.org/newscodes/mediatopic/04000000/",
        "HTTP://CV.IPTC.ORG/newscodes/mediatopic/04000000",
        "http://cvx.iptc.org/newscodes/mediatopic/04000000",
        "http://cv.iptc.org/newscodes/mediatopic/04000000?lang=en-GB",
        "http://cv.iptc.org/newscodes/mediatopic/04000000 (retired)",
        " https://cvx.iptc.org/newscodes/mediatopic/04000000/#top\n",
    ] {
        assert_eq!(code(uri).as_deref(), Some("medtop:04000000"), "{uri}");
    }
    assert_eq!(code("https://cv.iptc.org/iso3166-1a2/PK").as_deref(), Some("iso3166-1a2:PK"));
    assert_eq!(code("https://www.wikidata.org/entity/Q1362").as_deref(), Some("wikidata:Q1362"));
    assert_eq!(alias("https://cv.iptc.org/newscodes/mediatopic"), Some("medtop"));
    assert_eq!(alias("http://www.w3.org/2004/02/skos/core#"), Some("skos"));
    assert_eq!(alias("http://example.org/"), None);
}

#[test]
fn what_nobody_knows_has_no_other_name() {
    for text in ["", ":", "medtop", "medtop:", "nowhere:1", "medtop:04 000", "Medtop:04000000"] {
        assert_eq!(uri(text), None, "{text}");
    }
    for text in [
        "",
        "/",
        "http://",
        "http://cv.iptc.org/newscodes/mediatopic/",
        "http://cv.iptc.org/newscodes/mediatopic",
        "ftp://cv.iptc.org/newscodes/mediatopic/1",
        "http://example.org/1",
    ] {
        assert_eq!(code(text), None, "{text}");
    }
}

#[test]
fn an_alias_means_what_the_document_says() {
    let mut schemes = Schemes::new();
    assert!(schemes.declare("mt", "https://cv.iptc.org/newscodes/mediatopic"));
    assert!(schemes.declare("desk", "http://example.org/desks/"));
    assert!(schemes.declare("subj", "http://example.org/matters/"));
    let usual = |code: &str| schemes.usual(code).map(String::from).unwrap_or_default();
    assert_eq!(schemes.uri("mt:04000000"), uri("medtop:04000000"));
    assert_eq!(schemes.uri("genre:Current"), uri("genre:Current"));
    assert_eq!(schemes.uri("desk:harbour").as_deref(), Some("http://example.org/desks/harbour"));
    assert_eq!(schemes.code("https://example.org/desks/harbour/").as_deref(), Some("desk:harbour"));
    assert_eq!(schemes.code("http://cv.iptc.org/newscodes/mediatopic/04000000").as_deref(), Some("mt:04000000"));
    assert_eq!(schemes.code("http://cv.iptc.org/newscodes/genre/Current").as_deref(), Some("genre:Current"));
    assert_eq!(usual("mt:04000000"), "medtop:04000000");
    assert_eq!(usual("medtop:04000000"), "medtop:04000000");
    assert_eq!(usual("desk:harbour"), "desk:harbour");
    assert_eq!(usual("subj:7"), "http://example.org/matters/7");
    assert_eq!(usual("no code"), "");
}

#[test]
fn a_catalog_that_is_none_is_not_taken() {
    let mut schemes = Schemes::new();
    for (alias, uri) in [("", "http://a/"), ("a", ""), ("a:b", "http://a/"), ("a b", "http://a/"), ("a", "http://a b/")]
    {
        assert!(!schemes.declare(alias, uri), "{alias} {uri}");
    }
    assert!(!schemes.declare("a", &"a".repeat(5000)));
    assert!((0..MOST_SCHEMES).all(|n| schemes.declare(&format!("a{n}"), "http://example.org/")));
    assert!(!schemes.declare("one-more", "http://example.org/") && schemes.declare("a0", "http://example.org/0/"));
    assert_eq!(schemes.iter().count(), MOST_SCHEMES);
}

/// IPTC's catalog, where it is at hand.
#[test]
fn the_table_says_what_the_catalog_says() {
    let named = std::env::var_os("DATELINE_SHARED").map(std::path::PathBuf::from);
    let usual = std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared"));
    let file = "standards/iptc-newsml-g2/catalogs/catalog.IPTC-G2-Standards_41.xml";
    let Ok(text) = std::fs::read_to_string(named.clone().unwrap_or(usual).join(file)) else {
        assert!(named.is_none(), "DATELINE_SHARED promises {file}, which is not there");
        let skipped = "the_table_says_what_the_catalog_says: standards/iptc-newsml-g2 of the shared data is not here";
        eprintln!("skipped: {skipped}");
        if let Some(list) = std::env::var_os("DATELINE_SKIPPED")
            && let Ok(mut list) = std::fs::OpenOptions::new().append(true).create(true).open(list)
        {
            let _ = writeln!(list, "{skipped}");
        }
        return;
    };
    let value = |scheme: &str, name: &str| {
        let (_, rest) = scheme.split_once(&format!("{name}=\"")).expect("an attribute");
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    let catalog: Vec<(String, String)> =
        text.split("<scheme ").skip(1).map(|scheme| (value(scheme, "alias"), value(scheme, "uri"))).collect();
    let table: Vec<(String, String)> = ALL.iter().map(|scheme| (scheme.alias.into(), scheme.uri.into())).collect();
    assert_eq!(table, catalog);
}

proptest! {
    #[test]
    fn a_code_comes_back_from_its_address(code in "[0-9A-Za-z_.-]{1,12}|[!-~]{1,12}|\\PC{1,8}|[/%0-9a-fé?#:]{1,9}") {
        let encodes = code.as_bytes().windows(3).any(|w| w[0] == b'%' && w[1..].iter().all(u8::is_ascii_hexdigit));
        for scheme in ALL.iter() {
            let whole = format!("{}:{code}", scheme.alias);
            let Some(uri) = super::uri(&whole) else {
                prop_assert!(whole.parse::<QCode>().is_err());
                continue;
            };
            prop_assert!(uri.is_ascii());
            let back = super::code(&uri);
            prop_assert_eq!(back.as_deref().and_then(super::uri), Some(uri.clone()));
            if !encodes {
                prop_assert_eq!(back, Some(whole), "{}", uri);
            }
        }
    }

    #[test]
    fn any_text_has_an_answer(text in "(https?://(cvx?.iptc.org/(newscodes/(genre|mediatopic)/?)?)?)?[!-~%é]{0,12}|\\PC{0,20}", alias in "[a-z]{0,3}|\\PC{0,3}") {
        let mut schemes = Schemes::new();
        schemes.declare(&alias, &text);
        for found in [super::code(&text), schemes.code(&text)].into_iter().flatten() {
            prop_assert!(found.parse::<QCode>().is_ok());
        }
        let _ = (super::uri(&text), super::alias(&text), schemes.uri(&text), schemes.usual(&text));
    }
}
