//! Small documents, one trait each.

use super::*;
use crate::reading::{NotAStory, Refused, Took};
use story::item::Class;

/// A news item around some parts.
fn around(parts: &str) -> String {
    format!(
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:x:1' version='2' standard='NewsML-G2' \
         standardversion='2.29' xml:lang='en'><itemMeta><itemClass qcode='ninat:text'/><provider literal='x'/>\
         <versionCreated>2026-01-02T03:04:05Z</versionCreated></itemMeta>{parts}</newsItem>"
    )
}

fn told(xml: &str) -> (Item, Vec<String>) {
    let (item, liberties) = read_back(xml);
    (item, liberties.list.iter().map(ToString::to_string).collect())
}

fn body(content: &str) -> Item {
    told(&around(&format!("<contentSet>{content}</contentSet>"))).0
}

fn plain(item: &Item) -> Vec<String> {
    item.text.body.iter().map(|block| format!("{}: {}", block.name(), block.plain())).collect()
}

#[test]
fn what_is_no_story_is_refused() {
    for (xml, is) in [
        ("<conceptItem/>", NotAStory::Concept),
        ("<knowledgeItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>", NotAStory::Knowledge),
        ("<planningItem/>", NotAStory::Planning),
        ("<catalogItem/>", NotAStory::Catalog),
        ("<newsMessage><itemSet><conceptItem/></itemSet></newsMessage>", NotAStory::Concept),
        ("<newsItem><contentSet><inlineXML><events/></inlineXML></contentSet></newsItem>", NotAStory::Event),
    ] {
        assert_eq!(crate::newsml_g2::read(xml.as_bytes(), languages()).err(), Some(Refused::NotAStory(is)), "{xml}");
    }
    for xml in ["<rss/>", "<newsMessage/>", "<contentMeta/>"] {
        let refused = crate::newsml_g2::read(xml.as_bytes(), languages()).err();
        assert!(matches!(refused, Some(Refused::NotThat { .. })), "{xml} {refused:?}");
    }
}

#[test]
fn a_message_gives_its_items_and_its_time() {
    let item = around("");
    let xml = format!(
        "<newsMessage><header><sent>2026-01-02T00:00:00Z</sent></header><itemSet>{item}<conceptItem/>{item}</itemSet></newsMessage>"
    );
    let reading = crate::newsml_g2::read(xml.as_bytes(), languages()).expect("items");
    assert_eq!((reading.items.len(), reading.version.as_str()), (2, "2.29"));
    assert!(reading.items.iter().all(|item| item.times.sent.is_some()));
    assert!(reading.liberties.has(Took::LeftOut) && reading.liberties.has(Took::Namespace));
}

#[test]
fn bodies_are_read_in_every_form() {
    let is = ["paragraph: One", "paragraph: two"];
    for content in [
        "<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><head><title>t</title></head><body><p>One</p>\n<p>two</p></body></html></inlineXML>",
        "<inlineXML><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body><body.content><block><p>One</p><p>two</p></block></body.content></body></nitf></inlineXML>",
        "<inlineData contenttype='text/html'>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;</inlineData>",
        "<inlineData contenttype='text/html'><![CDATA[<p>One</p><p>two</p>]]></inlineData>",
        "<inlineData contenttype='text/plain'>One\n\ntwo</inlineData>",
        "<inlineData>One\ntwo</inlineData>",
        "<inlineXML>One\ntwo</inlineXML>",
    ] {
        assert_eq!(plain(&body(content)), is, "{content}");
    }
}

#[test]
fn of_several_bodies_the_first_that_can_be_read_is_taken() {
    let item = body(
        "<inlineXML contenttype='application/x'><a/></inlineXML><inlineData>One</inlineData><inlineData contenttype='text/plain'>Other</inlineData>",
    );
    assert_eq!(plain(&item), ["paragraph: One"]);
    let raws: Vec<&str> = item.bodies.iter().map(|body| body.raw.as_str()).collect();
    assert_eq!(raws, ["<a xmlns=\"http://iptc.org/std/nar/2006-10-01/\"/>", "Other"]);
}

#[test]
fn a_picture_in_the_body_is_a_part() {
    let item = body(
        "<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body><p>One</p><figure><img src='a.jpg' alt='A kite'/><figcaption>Kites <small class='credit'>Ana</small></figcaption></figure></body></html></inlineXML>",
    );
    assert_eq!(plain(&item), ["paragraph: One"]);
    let picture = &item.parts.first().expect("a part").item;
    assert_eq!((picture.class, &*picture.title, &*picture.renditions[0].href), (Class::Picture, "A kite", "a.jpg"));
    assert_eq!(
        (picture.descriptions[0].words.plain().as_str(), picture.rights.credit.as_deref()),
        ("Kites", Some("Ana"))
    );
}

#[test]
fn what_a_page_repeats_of_the_head_is_no_copy() {
    let item = told(&around("<contentMeta><headline>H</headline><dateline>BAKU -</dateline></contentMeta><contentSet><inlineXML>\
        <html xmlns='http://www.w3.org/1999/xhtml'><body><header><h1>H</h1><p class='byline'>By Ana</p></header>\
        <p><span class='dateline'>BAKU <span class='credit'>(X)</span> -</span></p><p>One <span class='credit'>two</span></p></body></html>\
        </inlineXML></contentSet>")).0;
    assert_eq!(plain(&item), ["paragraph: BAKU (X) -", "paragraph: One two"]);
    assert_eq!(item.text.byline.as_deref(), Some("By Ana"));
}

#[test]
fn an_embargo_without_an_end_holds_the_item() {
    let item = told(&around("").replace("</itemMeta>", "<embargoed/></itemMeta>")).0;
    assert_eq!(item.status, story::item::Status::Withheld);
}

#[test]
fn markup_that_is_called_plain_text_is_read_and_a_moment_is_no_dateline() {
    let item = told(&around(
        "<contentMeta><dateline>2026-03-11 08:15:00 GMT+00:00</dateline></contentMeta>\
        <contentSet><inlineData contenttype='text/plain'><![CDATA[ <p>Kites\n rise.</p><p>Twelve.</p>]]></inlineData></contentSet>",
    ))
    .0;
    assert_eq!(plain(&item), ["paragraph: Kites rise.", "paragraph: Twelve."]);
    assert!(item.dateline.is_empty());
}

#[test]
fn names_are_in_the_language_of_the_item_first() {
    let (item, liberties) = told(&around(
        "<contentMeta><language tag='ur'/><subject qcode='medtop:20000002' type='cpnat:abstract'>\
        <name xml:lang='en'>arts</name><name xml:lang='ur'>فن</name></subject></contentMeta>",
    ));
    let names: Vec<_> =
        item.concepts[0].names.iter().map(|n| (n.lang.as_ref().map(ToString::to_string), n.words.plain())).collect();
    assert_eq!(names, [(None, "فن".to_owned()), (Some("en".to_owned()), "arts".to_owned())]);
    assert_eq!(liberties, Vec::<String>::new());
}

#[test]
fn a_document_says_what_its_aliases_mean() {
    let item = told(&around("<contentMeta><subject qcode='mt:20000002'/><subject uri='http://cv.iptc.org/newscodes/mediatopic/20000003'/></contentMeta>")
        .replace("<itemMeta>", "<catalog><scheme alias='mt' uri='http://cv.iptc.org/newscodes/mediatopic/'/></catalog><itemMeta>")).0;
    let codes: Vec<&str> = item.concepts.iter().map(|concept| &*concept.code).collect();
    assert_eq!(codes, ["medtop:20000002", "medtop:20000003"]);
}

#[test]
fn what_breaks_the_rules_is_said() {
    let (_, liberties) = told(
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='x'><itemMeta><pubStatus qcode='stat:odd'/>\
        <versionCreated>2026-01-02T03:04:05</versionCreated></itemMeta><contentMeta><urgency>high</urgency><hedline>H</hedline>\
        <subject qcode='none'/></contentMeta></newsItem>",
    );
    insta::assert_snapshot!(liberties.join("\n"), @r"
    @standard: missing
    @standardversion: missing
    itemMeta/pubStatus: a value that the standard does not allow: stat:odd
    itemMeta/pubStatus: kept as it was written
    itemMeta/versionCreated: a time without a zone, taken for UTC: 2026-01-02T03:04:05
    contentMeta/urgency: a value that the standard does not allow: high
    contentMeta/urgency: kept as it was written: high
    contentMeta/hedline: unknown to the standard: H
    contentMeta/subject/@qcode: a value that the standard does not allow: none
    itemMeta/itemClass: missing
    itemMeta/provider: missing
    itemMeta/itemClass: not said, and assumed: text
    ");
}

#[test]
fn many_of_anything_take_no_time() {
    let many = |part: &str| part.repeat(40_000);
    let scheme: String = (0..2_000).map(|n| format!("<scheme alias='a{n}' uri='http://example.org/{n}/'/>")).collect();
    let parts = [
        format!(
            "<catalog>{scheme}</catalog><contentMeta>{}</contentMeta>",
            many("<subject uri='http://example.org/x'/>")
        ),
        format!(
            "<contentMeta>{}</contentMeta>{}",
            many("<subject qcode='a:b'/>"),
            many("<assert qcode='a:b'><name>x</name></assert>")
        ),
        format!("<rightsInfo>{}</rightsInfo>", many("<usageTerms xml:lang='fr'>x</usageTerms>")),
        format!("<contentMeta><subject qcode='a:b'>{}</subject></contentMeta>", many("<broader qcode='c:d'/>")),
        format!("<groupSet root='g'>{}</groupSet>", many("<group id='g'><itemRef residref='x'/></group>")),
        format!(
            "<contentSet><inlineXML><nitf><body><body.head><hedline>{}</hedline></body.head></body></nitf></inlineXML></contentSet>",
            many("<hl2>x</hl2>")
        ),
    ];
    let start = std::time::Instant::now();
    for part in parts {
        let (item, _) = read_back(&around(&part));
        crate::newsml_g2::write(&item, languages());
    }
    // Each of them squared would take minutes.
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

#[test]
fn a_paragraph_that_holds_a_whole_text_is_its_paragraphs() {
    let page = |inner: &str| {
        let html = format!("<html xmlns='http://www.w3.org/1999/xhtml'><body>{inner}</body></html>");
        body(&format!("<inlineXML contenttype='application/xhtml+xml'>{html}</inlineXML>"))
    };
    let item = page(
        "<p>(Adds details)\n    * Twelve kites\n    * No wind\n\n    By Ana Sample\n\n    PORTO, March 3 (GNP) - Twelve kites rose over the old harbour on\n\
         Wednesday, the mayor said, and stayed there for the whole of a long\nafternoon.\n\n    Boats 2 0 1\n    Kites 1 1 1\n</p>",
    );
    assert_eq!(
        plain(&item),
        [
            "paragraph: (Adds details)\n* Twelve kites\n* No wind",
            "paragraph: By Ana Sample",
            "paragraph: PORTO, March 3 (GNP) - Twelve kites rose over the old harbour on Wednesday, the mayor said, and stayed there for the whole of a long afternoon.",
            "paragraph: Boats 2 0 1\nKites 1 1 1",
        ]
    );
    assert_eq!(plain(&page("<p>Twelve kites\n rose.</p>\n\n<p>\nNobody fell.\n</p>")).len(), 2);
}

#[test]
fn words_in_base64_are_read_and_pictures_are_not() {
    let coded = body(
        "<inlineData contenttype='text/plain' encoding='encd:base64'>S2l0ZXMgcm9z\n ZS4KCk5vYm9keSBmZWxsLg==</inlineData>",
    );
    assert_eq!(plain(&coded), ["paragraph: Kites rose.", "paragraph: Nobody fell."]);
    let picture = body("<inlineData contenttype='image/png' encoding='encd:base64'>iVBORw0KGgo=</inlineData>");
    assert!(picture.text.body.is_empty() && picture.bodies.len() == 1);
}
