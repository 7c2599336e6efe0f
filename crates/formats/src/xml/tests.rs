use super::*;
use crate::reading::{Liberties, Refused, Took};
use proptest::prelude::*;

/// The elements and words, indented by their depth, and the kinds of liberties.
fn told(input: &str) -> String {
    let mut liberties = Liberties::new();
    let document = match parse(input, &mut liberties) {
        Ok(document) => document,
        Err(refused) => return refused.to_string(),
    };
    let mut out = String::new();
    fn tell(element: Element<'_, '_>, out: &mut String) {
        out.push_str(&format!("<{{{}}}{}", element.space(), element.name()));
        element.attributes().for_each(|(space, name, value)| out.push_str(&format!(" {space}|{name}={value:?}")));
        out.push('>');
        for node in element.nodes() {
            match node {
                Node::Words(words) => out.push_str(&format!("{words:?}")),
                Node::Element(child) => tell(child, out),
            }
        }
        out.push_str("</>");
    }
    if let Some(root) = document.root() {
        tell(root, &mut out);
    }
    liberties.list.iter().for_each(|liberty| out.push_str(&format!(" {:?}", liberty.took)));
    out
}

#[test]
fn a_document_is_read() {
    for (input, is) in [
        ("<a/>", "<{}a></>"),
        ("<a b='1' c=\"x &lt; y\">t&amp;u<!-- no -->v<![CDATA[<w>]]></a>", "<{}a |b=\"1\" |c=\"x < y\">\"t&uv<w>\"</>"),
        ("<a xmlns='u' xmlns:p='v'><p:b p:c='1'/><d xmlns=''/></a>", "<{u}a><{v}b v|c=\"1\"></><{}d></></>"),
        ("<a xml:lang='ur'>&#x627;&#65;</a>", "<{}a http://www.w3.org/XML/1998/namespace|lang=\"ur\">\"اA\"</>"),
        ("<?xml version='1.0'?>\n<!DOCTYPE nitf SYSTEM 'nitf.dtd'>\n<a/>", "<{}a></>"),
        ("<a>&eacute;&nosuch;</a>", "<{}a>\"é&nosuch;\"</> Mended Mended"),
        ("<a>b & c</a>", "<{}a>\"b & c\"</>"),
        ("<a><b>c</a>", "<{}a><{}b>\"c\"</></> Mended"),
        ("<a></b>c</a>", "<{}a>\"c\"</> Mended"),
        ("<a><b>c", "<{}a><{}b>\"c\"</></> Mended"),
        ("<q:a/>", "<{q}a></> Namespace"),
        ("  <?xml version='1.0'?><a/>", "<{}a></> Mended"),
        ("words", "broken at line 1, column 1: there is no element in it"),
    ] {
        assert_eq!(told(input), is, "{input}");
    }
}

#[test]
fn what_could_grow_without_end_is_refused() {
    let refused = |input: &str| parse(input, &mut Liberties::new()).err();
    let laughs = "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;'>]><a>&c;</a>";
    assert_eq!(refused(laughs), Some(Refused::Entities { line: 1 }));
    let outside = "\n<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>";
    assert_eq!(refused(outside), Some(Refused::Entities { line: 2 }));
    let within = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>\n<a c='&b;'/>";
    assert_eq!(refused(within), Some(Refused::Entities { line: 2 }));
    let rules =
        "<!DOCTYPE a [\n<!ENTITY % b SYSTEM 'b.dtd'> %b; <!ENTITY c SYSTEM 'c'> <!ENTITY d 'e'> ]><a f='&d;'>&d;</a>";
    assert_eq!(told(rules), "<{}a |f=\"e\">\"e\"</> LeftOut Form");
    assert_eq!(refused(&"<a>".repeat(100_000)), Some(Refused::TooDeep { most: DEEPEST, line: 1 }));
    let many: String = (0..1_000_000).map(|n| format!(" a{n}='1'")).collect();
    assert!(matches!(refused(&format!("<a{many}/>")), Some(Refused::TooMany { .. })));
}

#[test]
fn a_charset_is_found_or_said() {
    let decoded = |bytes: &[u8]| {
        let mut liberties = Liberties::new();
        let words = decode(bytes, &mut liberties).map(|w| w.into_owned());
        (words.unwrap_or_else(|e| e.to_string()), liberties.has(Took::Charset))
    };
    assert_eq!(decoded("<a>é</a>".as_bytes()), ("<a>é</a>".into(), false));
    assert_eq!(
        decoded(b"<?xml version='1.0' encoding='iso-8859-1'?><a>\xe9</a>"),
        ("<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>".into(), false)
    );
    assert_eq!(decoded(b"<a>\xe9</a>"), ("<a>é</a>".into(), true));
    assert_eq!(decoded(b"\xff\xfe<\0a\0/\0>\0"), ("<a/>".into(), false));
    assert_eq!(decoded(b"<\0a\0/\0>\0"), ("<a/>".into(), false));
    assert_eq!(decoded(b" \n"), ("there is nothing in it".into(), false));
}

#[test]
fn the_root_is_told_from_the_beginning() {
    let told = |head: &str| root(head.as_bytes());
    assert_eq!(
        told("<?xml version='1.0'?>\n<!-- a --><!DOCTYPE nitf SYSTEM 'x'>\n<n:nitf a='1'><b").as_deref(),
        Some("nitf")
    );
    assert_eq!(told("  <rss>").as_deref(), Some("rss"));
    assert_eq!(told("<n:nitf a='1' b='").as_deref(), Some("nitf"));
    for no in ["", "words", "words <a>", "< a", "{}", "<!-- never ends"] {
        assert_eq!(told(no), None, "{no}");
    }
}

#[test]
fn utf_8_that_is_called_by_another_name_is_read_as_what_it_is() {
    for name in ["iso-8859-1", "windows-1252", "iso-8859-2", "ISO-8859-15"] {
        let mut liberties = Liberties::new();
        let file = format!("<?xml version='1.0' encoding='{name}'?><a>été, à côté</a>");
        assert!(super::decode(file.as_bytes(), &mut liberties).expect("words").contains("été, à côté"), "{name}");
        assert!(liberties.has(Took::Charset), "{name}");
        let mut liberties = Liberties::new();
        let file = [b"<?xml version='1.0' encoding='iso-8859-1'?><a>", &[0xe9, b't', 0xe9][..], b"</a>"].concat();
        assert!(super::decode(&file, &mut liberties).expect("words").contains("été"));
        assert!(!liberties.has(Took::Charset));
    }
}

#[test]
fn an_element_knows_where_it_stands() {
    let mut liberties = Liberties::new();
    let document = parse("<a>\n<b c='1'>d<e/></b></a>", &mut liberties).expect("a document");
    let b = document.root().and_then(|root| root.child("b")).expect("b");
    assert_eq!(b.raw(), "<b c='1'>d<e/></b>");
    assert_eq!(b.path(), "b");
    assert_eq!(b.child("e").map(|e| e.path()).as_deref(), Some("b/e"));
}

proptest! {
    #[test]
    fn no_input_makes_the_reader_panic(input in "\\PC{0,60}") {
        told(&input);
    }

    #[test]
    fn nothing_like_xml_makes_the_reader_panic(input in "(<[a/!?]|[a-c:=\"' ]{1,3}|>|/>|&[a#x1;]{0,4}|<!\\[CDATA\\[|\\]\\]>|<!--|-->){0,20}") {
        told(&input);
    }

    #[test]
    fn what_is_written_is_read_back(value in "\\PC{0,30}[\\n\\t]?", words in "\\PC{0,30}") {
        let mut writer = Writer::new(0);
        writer.open("a").attribute("b", &value).words(&words).close();
        let xml = writer.finish();
        let mut liberties = Liberties::new();
        let document = parse(&xml, &mut liberties).expect("what is written is XML");
        let root = document.root().expect("a root");
        prop_assert_eq!(root.attribute("b"), Some(value.as_str()));
        prop_assert_eq!(root.words(), words.as_str());
        prop_assert!(liberties.is_empty());
    }
}
