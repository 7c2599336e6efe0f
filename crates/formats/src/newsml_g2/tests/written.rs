//! What is written is valid, whatever the item holds, and says what a subscriber needs.

use super::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use story::item::{
    Bond, Class, Concept, ConceptKind, Group, Member, Mode, Part, Party, PartyRole, Position, Reference, Rendition,
    Status, Wording, arbitrary,
};
use story::{Block, Inline, Kind, Line, Tag, Urgency};

/// The seven languages of the site with a line in each.
const LINES: [(&str, &str); 7] = [
    ("en", "The harbour clock stopped"),
    ("ur", "بندرگاہ کی گھڑی رک گئی"),
    ("ar", "توقفت ساعة الميناء"),
    ("zh", "港口时钟停摆"),
    ("es", "El reloj del puerto se paró"),
    ("fr", "L’horloge du port s’est arrêtée"),
    ("ru", "Часы в порту остановились"),
];

fn story(lang: &str, line: &str) -> Item {
    let mut item = Item {
        guid: "urn:newsml:example.org:20261122:4711".into(),
        version: "3".into(),
        lang: lang.parse::<Tag>().ok(),
        slug: "harbour-clock".into(),
        urgency: Urgency::try_from(3).ok(),
        dateline: line.into(),
        concepts: vec![
            Concept::coded(ConceptKind::Subject, "medtop:20000002")
                .with_name(None, line)
                .with_name("en".parse().ok(), "arts"),
            Concept {
                position: Some(Position { latitude: "1.5".into(), longitude: "-2".into() }),
                ..Concept::named(ConceptKind::Located, line)
            },
            Concept::named(ConceptKind::Person, line),
            Concept::coded(ConceptKind::Genre, "genre:Current"),
        ],
        parties: vec![Party::named(PartyRole::Provider, "Example"), Party::named(PartyRole::Holder, "Example")],
        ..Item::default()
    };
    item.times.first = "2026-11-22T09:58:00Z".parse().ok();
    item.times.this = "2026-11-22T10:31:00Z".parse().ok();
    item.text.headline = line.into();
    item.text.deck = Some(line.into());
    item.text.byline = Some(Line::new(line));
    item.text.body = vec![Block::Paragraph(line.into()), Block::Subhead(line.into())];
    item.rights.copyright = Some(Line::new("© Example"));
    item.rights.terms = Some(Line::new(line));
    item
}

/// Each state that a story goes through.
fn states(lang: &str, line: &str) -> Vec<Item> {
    let first = story(lang, line);
    let other = |act: Option<Kind>, status: Status, gone: bool| {
        let mut item = Item { act, status, notice: line.into(), advisories: vec![line.into()], ..first.clone() };
        if gone {
            item.text.body.clear();
            item.text.deck = None;
        }
        item
    };
    let reference = |bond, version: &str| Reference {
        bond,
        guid: "urn:newsml:example.org:20261122:4710".into(),
        version: version.into(),
        ..Reference::default()
    };
    let mut embargoed = first.clone();
    embargoed.times.embargo = "2030-01-01T00:00:00Z".parse().ok();
    let mut translation = first.clone();
    translation.references = vec![reference(Bond::TranslationOf, "2"), reference(Bond::Previous, "2")];
    let mut picture = Item { class: Class::Picture, ..first.clone() };
    picture.text.body.clear();
    picture.descriptions.push(Wording { role: "drol:caption".into(), ..Wording::of(line) });
    picture.renditions = vec![
        Rendition {
            name: "rnd:highRes".into(),
            href: "https://example.org/a b.jpg".into(),
            mime: "image/jpeg".into(),
            width: Some(2),
            height: Some(1),
            hash: Some(story::Hash::of(b"")),
            ..Rendition::default()
        },
        Rendition {
            name: "thumb nail".into(),
            milliseconds: Some(1_500),
            also: vec![("colourspace".into(), "colsp:AdobeRGB".into()), ("nosuch".into(), "1".into())],
            ..Rendition::default()
        },
    ];
    let mut package = Item { class: Class::Package, ..first.clone() };
    package.text.body.clear();
    package.parts =
        vec![Part { item: picture.clone(), ..Part::default() }, Part { item: first.clone(), ..Part::default() }];
    package.groups = vec![Group {
        id: "main group".into(),
        root: true,
        mode: Mode::Sequential,
        members: vec![Member::Part(1), Member::Group("nowhere".into())],
        ..Group::default()
    }];
    vec![
        other(Some(Kind::Correction), Status::Usable, false),
        other(Some(Kind::Update), Status::Usable, false),
        other(Some(Kind::Notice), Status::Usable, false),
        other(Some(Kind::Unhold), Status::Usable, false),
        other(Some(Kind::Hold), Status::Withheld, true),
        other(Some(Kind::Kill), Status::Canceled, true),
        other(Some(Kind::Takedown), Status::Canceled, true),
        other(Some(Kind::First), Status::Usable, false),
        first,
        embargoed,
        translation,
        picture,
        package,
    ]
}

fn all_states() -> Vec<Item> {
    LINES.iter().flat_map(|(lang, line)| states(lang, line)).collect()
}

#[test]
fn every_state_in_seven_languages_is_valid_and_read_back() {
    let mut documents = Vec::new();
    for item in all_states() {
        let written = crate::newsml_g2::write(&item, languages());
        let (back, _) = read_back(&written.text);
        assert_eq!((back.act, back.status, &back.lang), (item.act, item.status, &item.lang));
        assert_eq!((&back.notice, &back.advisories), (&item.notice, &item.advisories));
        assert_eq!((&back.guid, &back.version, back.times), (&item.guid, &item.version, item.times));
        assert_eq!((&back.concepts[0].names, back.references), (&item.concepts[1].names, item.references));
        documents.push(written.text);
    }
    if let Some(wrong) = validated("every_state_in_seven_languages_is_valid_and_read_back", &documents) {
        assert_eq!(wrong, "");
    }
}

#[test]
fn any_item_is_written_so_that_it_is_valid() {
    let mut runner = TestRunner::default();
    let wild = (arbitrary::item(), proptest::collection::vec("\\PC{0,12}|[a-z]{1,4}:[a-z %#/]{1,6}", 12)).prop_map(
        |(mut item, words)| {
            let mut words = words.into_iter().map(Line::new);
            let mut next = || words.next().unwrap_or_default();
            item.guid = next();
            item.headlines.push(Wording { role: next(), ..Wording::of("A\nb") });
            item.services.push(next());
            item.alt_ids.push(story::item::AltId { role: next(), value: next() });
            item.concepts.push(Concept {
                code: next(),
                fine: next(),
                creator: next(),
                broader: vec![next()],
                same_as: vec![next()],
                ..Concept::named(ConceptKind::Place, "x")
            });
            item.references.push(Reference { rel: next(), href: next(), ..Reference::default() });
            item
        },
    );
    let items: Vec<Item> = (0..600).map(|_| wild.new_tree(&mut runner).expect("an item").current()).collect();
    let documents: Vec<String> = items.iter().map(|item| crate::newsml_g2::write(item, languages()).text).collect();
    if let Some(wrong) = validated("any_item_is_written_so_that_it_is_valid", &documents) {
        assert_eq!(wrong, "");
    }
}

#[test]
fn the_python_of_the_standard_reads_what_is_written() {
    let test = "the_python_of_the_standard_reads_what_is_written";
    let folder = std::env::temp_dir().join(format!("dateline-g2-python-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let items = all_states();
    for (at, item) in items.iter().enumerate() {
        std::fs::write(folder.join(format!("{at}.xml")), crate::newsml_g2::write(item, languages()).text)
            .expect("written");
    }
    let python = std::env::var_os("DATELINE_PYTHON").unwrap_or_else(|| "python3".into());
    let script = "
import sys, glob, os
try:
    import NewsMLG2
except ImportError:
    sys.exit(77)
for name in sorted(glob.glob(os.path.join(sys.argv[1], '*.xml'))):
    doc = NewsMLG2.NewsMLG2Document(name)
    item = doc.get_item()
    print(os.path.basename(name), item.guid, str(item.contentmeta.headline[0]) if hasattr(item.contentmeta, 'headline') else '')
";
    let run = std::process::Command::new(python).arg("-c").arg(script).arg(&folder).output();
    let _ = std::fs::remove_dir_all(&folder);
    match run {
        Ok(run) if run.status.code() == Some(77) => skipped(test, "no newsmlg2 in this Python"),
        Err(_) => skipped(test, "no Python"),
        Ok(run) => {
            let (said, wrong) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
            assert!(run.status.success(), "{wrong}");
            assert_eq!(
                said.lines().filter(|line| line.contains("urn:newsml:example.org")).count(),
                items.len(),
                "{said}"
            );
        }
    }
}

#[test]
fn a_correction_of_a_translation_says_so() {
    let mut item = story("fr", "L’horloge du port");
    item.act = Some(Kind::Correction);
    item.notice = "Correction : trois jours, et non deux.".into();
    item.advisories = vec!["3e para., lire trois.".into()];
    item.text.body = vec![Block::Paragraph(Inline::plain_text("Texte & suite."))];
    item.references = vec![Reference {
        bond: Bond::TranslationOf,
        guid: "urn:x:4710".into(),
        version: "2".into(),
        ..Reference::default()
    }];
    let written = crate::newsml_g2::write(&item, languages());
    insta::assert_snapshot!(written.text, @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" standardversion="2.35" conformance="power" guid="urn:newsml:example.org:20261122:4711" version="3" xml:lang="fr" dir="ltr">
    <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
    <catalog><scheme alias="dlrel" uri="urn:x-vocabulary:dlrel:"/><scheme alias="dlrole" uri="urn:x-vocabulary:dlrole:"/></catalog>
    <rightsInfo><copyrightHolder><name>Example</name></copyrightHolder>
    <copyrightNotice>© Example</copyrightNotice><usageTerms>L’horloge du port</usageTerms></rightsInfo>
    <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider><name>Example</name></provider>
    <versionCreated>2026-11-22T10:31:00Z</versionCreated>
    <firstCreated>2026-11-22T09:58:00Z</firstCreated>
    <pubStatus qcode="stat:usable"/>
    <edNote>3e para., lire trois.</edNote>
    <signal qcode="sig:correction"/>
    <link rel="dlrel:translationOf" residref="urn:x:4710" version="2"/>
    </itemMeta>
    <contentMeta>
    <urgency>3</urgency>
    <located type="cpnat:geoArea"><name xml:lang="fr">L’horloge du port</name><geoAreaDetails><position latitude="1.5" longitude="-2"/></geoAreaDetails></located>
    <language tag="fr"/>
    <genre qcode="genre:Current"/>
    <subject qcode="medtop:20000002" type="cpnat:abstract"><name xml:lang="fr">L’horloge du port</name><name xml:lang="en">arts</name></subject>
    <subject type="cpnat:person"><name xml:lang="fr">L’horloge du port</name></subject>
    <slugline>harbour-clock</slugline>
    <headline>L’horloge du port</headline>
    <dateline>L’horloge du port</dateline>
    <by>L’horloge du port</by>
    <description role="drol:summary">L’horloge du port</description>
    <description role="dlrole:notice">Correction : trois jours, et non deux.</description>
    </contentMeta>
    <contentSet>
    <inlineXML contenttype="application/xhtml+xml" charcount="14" wordcount="2"><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr" dir="ltr"><head><title>L’horloge du port</title></head><body>
    <p>Texte &amp; suite.</p>
    </body></html></inlineXML>
    </contentSet>
    </newsItem>
    "#);
    assert_eq!(written.left_out, Vec::<String>::new());
}
