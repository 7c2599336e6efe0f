use super::*;
use crate::nitf::tests::samples::{lost, shared};
use proptest::prelude::*;
use story::Kind;
use story::item::{Bond, Class, ConceptKind, Status};

fn read_all(xml: &str) -> (Vec<Item>, Liberties) {
    let reading = read(xml.as_bytes(), Languages::built_in()).expect("it is NewsML");
    (reading.items, reading.liberties)
}

fn sample(path: &str) -> Option<(String, Item, Liberties)> {
    let xml = std::fs::read_to_string(shared()?.join("standards/iptc-ninjs").join(path)).expect("the sample");
    let (items, liberties) = read_all(&xml);
    let [item]: [Item; 1] = items.try_into().expect("one item");
    Some((xml, item, liberties))
}

#[test]
fn nothing_of_a_file_of_afp_is_lost() {
    let Some((xml, item, liberties)) = sample("wire-samples/afp.com_newsml1.2_sample.xml") else { return };
    // Times in their own spelling, and words of the format: what they mean is asked below.
    let missing: Vec<String> = lost(&xml, std::slice::from_ref(&item), &liberties);
    let unknown: Vec<&String> = missing.iter().filter(|value| !meant(value)).collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
    let times = item.times;
    assert_eq!(times.first.map(|w| w.to_string()).as_deref(), Some("2021-05-16T08:06:25Z"));
    assert_eq!((times.this, times.sent, times.content), (times.first, times.first, times.first));
    assert_eq!(&*item.guid, "urn:newsml:afp.com:20210516T080625Z:TX-PAR-WGF71");
    assert_eq!((&*item.version, item.status, item.class), ("1", Status::Usable, Class::Text));
    assert_eq!(item.urgency.map(|u| u.get()), Some(4));
    assert_eq!(item.lang.as_ref().map(|l| l.as_str()), Some("en"));
    assert_eq!(item.bound(Bond::SeeAlso).count(), 1);
    assert_eq!(item.advisories.len(), 1);
    assert_eq!(item.concepts(ConceptKind::Person).count(), 8);
    assert_eq!(item.concepts(ConceptKind::Subject).count(), 6);
    assert_eq!(item.text.body.iter().filter(|block| block.name() == "subhead").count(), 3);
    assert!(item.text.body.len() > 30 && !item.dateline.is_empty() && !item.text.headline.is_empty());
}

#[test]
fn nothing_of_the_files_of_business_wire_is_lost() {
    for (path, lang, parts) in [
        ("examples/NewsML/businesswire-newsml-20130515006361.xml", "en", 4),
        ("examples/NewsML/businesswire-newsml-20130605006126.xml", "zh", 1),
        ("examples/NewsML/businesswire-newsml-20130612006110.xml", "zh", 1),
        ("examples/NewsML/businesswire-newsml-20130731006140.xml", "en", 2),
    ] {
        let Some((xml, item, liberties)) = sample(path) else { return };
        let missing: Vec<String> = lost(&xml, std::slice::from_ref(&item), &liberties);
        let unknown: Vec<&String> = missing.iter().filter(|value| !meant(value)).collect();
        assert!(unknown.is_empty(), "{path}: {unknown:#?}");
        assert_eq!(item.lang.as_ref().map(|l| l.language()), Some(lang), "{path}");
        assert_eq!((item.status, item.class), (Status::Usable, Class::Text), "{path}");
        assert!(item.times.first.is_some() && item.times.this.is_some() && item.times.sent.is_some(), "{path}");
        assert!(!item.text.headline.is_empty() && item.text.body.len() > 5, "{path}");
        assert!(item.rights.copyright.is_some() && !item.keywords.is_empty(), "{path}");
        assert_eq!(item.parts.len(), parts, "{path}");
        assert!(item.parts.iter().all(|part| !part.item.renditions.is_empty()), "{path}");
    }
}

/// A time in the short form of ISO 8601, a status, or what says that nothing was before.
fn meant(value: &str) -> bool {
    let time = value.len() >= 15 && value.starts_with("20") && value.get(8..9) == Some("T");
    time || matches!(value, "Usable" | "N" | "PixelWidth" | "PixelHeight" | "Width" | "Height")
}

const PACKAGE: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20021018:NewsMLv1.2:1" "http://www.iptc.org/std/NewsML/1.2/specification/NewsML_1.2.dtd">
<NewsML Version="1.2">
 <NewsEnvelope><DateAndTime>20260311T081500+0000</DateAndTime><NewsService FormalName="RX"/><Priority FormalName="3"/></NewsEnvelope>
 <NewsItem>
  <Identification><NewsIdentifier><ProviderId>example.org</ProviderId><DateId>20260311</DateId><NewsItemId>kites</NewsItemId>
   <RevisionId PreviousRevision="1" Update="N">2</RevisionId><PublicIdentifier>urn:newsml:example.org:20260311:kites:2N</PublicIdentifier></NewsIdentifier>
   <NameLabel>KITES/PORT</NameLabel></Identification>
  <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260311T080000Z</FirstCreated><ThisRevisionCreated>20260311T081000Z</ThisRevisionCreated>
   <Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260312T060000Z</DateAndTime></StatusWillChange>
   <Urgency FormalName="2"/><DerivedFrom NewsItem="urn:newsml:example.org:20260310:harbour:1"/></NewsManagement>
  <NewsComponent><Role FormalName="Main"/>
   <TopicSet FormalName="in"><Topic Duid="t1"><TopicType FormalName="Person"/><FormalName Scheme="rx">LOPEZ1</FormalName><Description xml:lang="en">Ana Lopez</Description></Topic></TopicSet>
   <DescriptiveMetadata><TopicOccurrence Topic="#t1"/></DescriptiveMetadata>
   <NewsComponent xml:lang="en"><NewsLines><HeadLine>Kites rise</HeadLine><ByLine>By Ana Lopez</ByLine><CreditLine>RX</CreditLine></NewsLines>
    <DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
    <ContentItem><MediaType FormalName="Text"/><DataContent><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Kites
      rose.</p><ul><li>one</li></ul></body></html></DataContent></ContentItem></NewsComponent>
   <NewsComponent xml:lang="ar"><NewsLines><HeadLine>طائرات ورقية</HeadLine></NewsLines>
    <DescriptiveMetadata><Language FormalName="ar"/></DescriptiveMetadata>
    <ContentItem><MediaType FormalName="Text"/><DataContent>ارتفعت الطائرات.</DataContent></ContentItem></NewsComponent>
  </NewsComponent>
 </NewsItem>
</NewsML>"##;

#[test]
fn a_package_has_a_part_for_each_language() {
    let (items, liberties) = read_all(PACKAGE);
    let item = &items[0];
    assert_eq!((item.class, item.status, &*item.version), (Class::Package, Status::Usable, "2"));
    assert_eq!(&*item.guid, "urn:newsml:example.org:20260311:kites");
    assert_eq!(item.times.embargo.map(|w| w.to_string()).as_deref(), Some("2026-03-12T06:00:00Z"));
    assert_eq!(item.urgency.map(|u| u.get()), Some(2));
    assert_eq!(item.bound(Bond::Previous).next().map(|r| &*r.version), Some("1"));
    assert_eq!(item.bound(Bond::DerivedFrom).count(), 1);
    let person = item.concepts(ConceptKind::Person).next().expect("a person");
    assert_eq!((&*person.code, person.name(None).as_deref()), ("rx:LOPEZ1", Some("Ana Lopez")));
    let parts: Vec<(&str, String, String)> = item
        .parts
        .iter()
        .map(|part| (&*part.name, part.item.text.headline.plain(), part.item.text.body[0].plain()))
        .collect();
    let expected = [("en", "Kites rise", "Kites rose."), ("ar", "طائرات ورقية", "ارتفعت الطائرات.")];
    assert_eq!(parts, expected.map(|(lang, head, body)| (lang, head.to_owned(), body.to_owned())));
    assert_eq!(item.parts[0].item.text.byline.as_deref(), Some("By Ana Lopez"));
    assert!(!liberties.has(Took::Mended) && !liberties.has(Took::Value), "{:?}", liberties.list);
}

const PICTURE: &str = r##"<NewsML Version="1.1"><NewsItem><Identification><NewsIdentifier><ProviderId>example.org</ProviderId>
<DateId>20260311</DateId><NewsItemId>p1</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId></NewsIdentifier></Identification>
<NewsManagement><Status FormalName="Canceled"/><Instruction FormalName="Kill"/><Comment>The rights are not ours.</Comment></NewsManagement>
<NewsComponent Duid="all"><NewsLines><HeadLine>A kite</HeadLine><CopyrightLine>(c) C. Foto</CopyrightLine></NewsLines>
 <NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/><DataContent>A kite, up.</DataContent></ContentItem></NewsComponent>
 <NewsComponent><Role FormalName="Main"/><ContentItem Href="k.jpg"><MediaType FormalName="Photo"/><MimeType FormalName="image/jpeg"/>
  <Characteristics><SizeInBytes>900</SizeInBytes><Property FormalName="Width" Value="800"/><Property FormalName="Height" Value="600"/></Characteristics></ContentItem></NewsComponent>
 <NewsComponent><Role FormalName="Thumbnail"/><ContentItem Href="k-small.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>
</NewsComponent></NewsItem></NewsML>"##;

#[test]
fn a_killed_picture_keeps_its_renditions_apart() {
    let (items, liberties) = read_all(PICTURE);
    let item = &items[0];
    assert_eq!((item.class, item.status, item.act), (Class::Picture, Status::Canceled, Some(Kind::Kill)));
    assert_eq!(item.advisories.iter().map(|a| &**a).collect::<Vec<_>>(), ["Kill", "The rights are not ours."]);
    assert_eq!((&*item.notice, item.text.body.len()), ("", 0));
    let all: Vec<(&str, &str, Option<u32>)> = item.renditions.iter().map(|r| (&*r.name, &*r.href, r.width)).collect();
    assert_eq!(all, [("Main", "k.jpg", Some(800)), ("Thumbnail", "k-small.jpg", None)]);
    assert_eq!(item.descriptions[0].words.plain(), "A kite, up.");
    assert!(liberties.has(Took::Form));
}

#[test]
fn what_is_no_news_is_refused() {
    let languages = Languages::built_in();
    let topics = "<NewsML><NewsItem><Identification/><TopicSet FormalName=\"x\"/></NewsItem></NewsML>";
    assert_eq!(read(topics.as_bytes(), languages).err(), Some(Refused::NotAStory(NotAStory::Knowledge)));
    let catalog = "<NewsML><Catalog Href=\"x\"/></NewsML>";
    assert_eq!(read(catalog.as_bytes(), languages).err(), Some(Refused::NotAStory(NotAStory::Catalog)));
    assert!(matches!(read(b"<html/>", languages), Err(Refused::NotThat { .. })));
}

const PIECES: &str = r##"<NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><ProviderId>example.org</ProviderId>
<DateId>20260311</DateId><NewsItemId>p2</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId></NewsIdentifier></Identification>
<NewsManagement><Status FormalName="Usable"/></NewsManagement>
<NewsComponent xml:lang="en"><NewsLines><HeadLine xml:lang="x-default">Kites rise</HeadLine><DateLine>11/3/2026</DateLine></NewsLines>
 <NewsComponent><Role FormalName="Title"/><ContentItem><DataContent>Kites rise</DataContent></ContentItem></NewsComponent>
 <NewsComponent><Role FormalName="Lead"/><ContentItem><DataContent>Twelve of them.</DataContent></ContentItem></NewsComponent>
 <NewsComponent><Role FormalName="Body"/><ContentItem><MediaType FormalName="ComplexData"/><MimeType FormalName="text/plain"/>
  <DataContent>A &lt;b&gt;red&lt;/b&gt; one led.
   The wind &amp; the sea.</DataContent></ContentItem></NewsComponent>
 <NewsComponent><Role FormalName="Picture"/>
  <NewsComponent><Role FormalName="Title"/><ContentItem><DataContent>A kite</DataContent></ContentItem></NewsComponent>
  <NewsComponent><Role FormalName="Body"/><ContentItem><DataContent/></ContentItem></NewsComponent>
  <NewsComponent><Role FormalName="Image"/><ContentItem Href="k.jpg"><MimeType FormalName="image/jpeg"/></ContentItem></NewsComponent></NewsComponent>
</NewsComponent></NewsItem></NewsML>"##;

#[test]
fn a_story_in_pieces_is_one_text_and_its_picture_a_part() {
    let (items, liberties) = read_all(PIECES);
    let item = &items[0];
    assert_eq!((item.text.headline.plain().as_str(), &*item.dateline), ("Kites rise", ""));
    assert_eq!(item.text.deck.as_ref().map(|deck| deck.plain()).as_deref(), Some("Twelve of them."));
    let body: Vec<String> = item.text.body.iter().map(story::Block::plain).collect();
    assert_eq!(body, ["A red one led.", "The wind & the sea."]);
    let [picture] = item.parts.as_slice() else { panic!("{:?}", item.parts) };
    assert_eq!((picture.item.class, picture.item.text.headline.plain().as_str()), (Class::Picture, "A kite"));
    assert_eq!(picture.item.renditions.iter().map(|r| &*r.href).collect::<Vec<_>>(), ["k.jpg"]);
    assert!(liberties.has(Took::Form) && liberties.has(Took::LeftOut));
}

proptest! {
    #[test]
    fn any_markup_is_read(
        xml in "<NewsML>(<(/?(NewsItem|NewsComponent|ContentItem|DataContent|NewsLines|HeadLine|Role|Identification|Status|p|nitf|body))( (FormalName|Href|Duid)=\"[a-zA-Z:]{0,6}\")?/?>|[a-z &;]{0,4}){0,40}"
    ) {
        let _ = read(xml.as_bytes(), Languages::built_in());
    }
}
