use super::*;
use lang::Languages;
use proptest::prelude::*;
use story::text::arbitrary;
use story::{Block, Text};

fn english() -> std::sync::Arc<lang::Profile> {
    Languages::built_in().profile(&"en".parse().expect("a tag"))
}

/// What was read, as JSON: every mark shows.
fn read_of(html: &str) -> String {
    let text = read(html);
    let mut out = serde_json::to_string(&text.headline).expect("JSON");
    for block in &text.body {
        out.push('\n');
        out.push_str(&serde_json::to_string(block).expect("JSON"));
    }
    out
}

proptest! {
    #![proptest_config(crate::trials::cases(512))]

    #[test]
    fn any_tree_is_read_back_from_its_html(text in arbitrary::text()) {
        let html = write(&text, &english());
        prop_assert_eq!(read(&html), text, "{}", html);
    }

    #[test]
    fn any_body_is_read_back_from_its_xhtml(text in arbitrary::text()) {
        let mut xml = String::from("<body>");
        write_body(&mut xml, &text.body, &Setting { markup: Markup::Xml, ..Setting::default() });
        xml.push_str("</body>");
        let mut liberties = crate::reading::Liberties::new();
        let document = crate::xml::parse(&xml, &mut liberties).expect("what is written is XML");
        prop_assert!(liberties.is_empty(), "{:?} in {}", liberties, xml);
        let mut builder = crate::tree::Builder::default();
        builder.element(document.root().expect("a root"));
        prop_assert_eq!(builder.finish().body, text.body, "{}", xml);
    }

    #[test]
    fn what_is_read_quickly_is_read_the_same(html in "(<(/?(p|ul|li|h1|em|a|h2|figure|figcaption|table|td|tr|br|div|title|video))( (href|class|src|alt)=[\"'](x|credit|deck|a&amp;b|&#x41;|<|&copy;)[\"']){0,2} ?/?>|[a-zA-Z &;<>\n\r\u{a0}\u{0}é=\"中文]{0,4}|&(amp|lt|gt|quot|apos|nbsp|#39|#x27|#0|#128|copy|amp);?){0,20}") {
        use crate::tree::Builder;
        if let Some(built) = quick::read(&html, Builder::collecting()) {
            prop_assert_eq!(built.finish_both(), super::read::tokens(&html, Builder::collecting()).finish_both());
        }
    }

    #[test]
    fn what_is_written_is_read_quickly(text in arbitrary::text()) {
        let html = write(&text, &english());
        let built = quick::read(&html, crate::tree::Builder::default());
        prop_assert!(built.is_some() || html.contains('\u{feff}'), "{}", html);
    }

    #[test]
    fn any_html_is_read(html in "(<(/?(p|ul|li|ol|table|tr|td|th|blockquote|footer|em|a|h1|h2|figure|img|b|script|div))( href=x)?>|[a-z &;<]{0,4}){0,30}|\\PC{0,80}") {
        let text = read(&html);
        prop_assert_eq!(text.clone().tidy(), text.clone());
        // What was read once is read the same again.
        prop_assert_eq!(read(&write(&text, &english())), text);
    }
}

#[test]
fn a_page_of_somebody_else_is_read() {
    insta::assert_snapshot!(read_of(r#"
        <html><head><title>Not this</title><style>p { color: red }</style></head><body>
        <h1>Kites</h1>
        <p>They <b>rose</b> &amp; <a href="https://example.org/?a=1&amp;b=2">fell</a>.<p>An open paragraph
        <script>alert("no")</script><!-- nor this -->
        <ul><li><p>one</p><p>and more</p><li>two<ul><li>nested</li></ul></ul>
        <div>Loose words <a href="javascript:alert(1)">no link</a></div>
        <table><tr><th>Day<th>Kites<tr><td>Sunday<td>12</table>
        <blockquote>Up!<footer>Ana</footer></blockquote>
        <h3>Rain</h3>
        </body></html>"#), @r#"
        ["Kites"]
        {"paragraph":["They ",{"t":"rose","strong":true}," & ",{"t":"fell","link":"https://example.org/?a=1&b=2"},"."]}
        {"paragraph":["An open paragraph"]}
        {"list":{"items":[["one\nand more"],["two"],["nested"]]}}
        {"paragraph":["Loose words no link"]}
        {"table":{"head":[["Day"],["Kites"]],"rows":[[["Sunday"],["12"]]]}}
        {"quotation":{"paragraphs":[["Up!"]],"source":["Ana"]}}
        {"subhead":["Rain"]}
        "#);
}

#[test]
fn nothing_of_the_copy_is_markup_on_the_page() {
    let words = "<script>alert(\"1\")</script> & 'x' onclick=\"y\"";
    let text = Text {
        headline: words.into(),
        byline: Some(words.into()),
        body: vec![Block::Paragraph(words.into())],
        ..Text::default()
    };
    let html = write(&text, &english());
    assert!(!html.contains("<script") && !html.contains("\"1\""), "{html}");
}

#[test]
fn a_page_is_set_as_its_caller_decides() {
    use story::text::{Figure, Related};
    use story::{BlockId, Hash};
    let related = |title: &str| Block::Related(Related { title: title.into(), target: None });
    let picture = Figure {
        picture: Hash::ZERO,
        caption: Some("Kites".into()),
        credit: Some("Ana".into()),
        alt: "A \"kite\"".into(),
    };
    let blocks = [Block::Paragraph("Up".into()), related("a"), related("b"), related("c"), Block::Figure(picture)];
    let setting = Setting {
        ids: &[BlockId(1), BlockId(2)],
        also_read: "Also read:",
        related: &|related| match &*related.title {
            "a" => Pointer::Link("/en/1/?x&y".into()),
            "b" => Pointer::Plain,
            _ => Pointer::LeaveOut,
        },
        picture: &|_| Some("/media/1.webp".into()),
        markup: Markup::Html,
    };
    let mut out = String::new();
    write_body(&mut out, &blocks, &setting);
    insta::assert_snapshot!(out, @r#"
        <p id="b0000000000000001">Up</p>
        <p class="related" id="b0000000000000002"><span class="label">Also read:</span> <a href="/en/1/?x&amp;y">a</a></p>
        <p class="related"><span class="label">Also read:</span> b</p>
        <figure><img data-picture="0000000000000000000000000000000000000000000000000000000000000000" src="/media/1.webp" alt="A &quot;kite&quot;"><figcaption>Kites <small class="credit">Ana</small></figcaption>
        </figure>
        "#);
}

#[test]
fn depth_costs_nothing() {
    let deep = format!("{}x{}", "<div><em>".repeat(50_000), "</em></div>".repeat(50_000));
    assert_eq!(read(&deep).plain(), "x");
    assert_eq!(read(&"<blockquote><ul><li>".repeat(20_000)).body, []);
}

#[test]
fn an_empty_line_made_of_breaks_parts_paragraphs() {
    let of = |html: &str| super::read(html).body.iter().map(story::Block::plain).collect::<Vec<_>>();
    assert_eq!(
        of("Ten boats.<br><br/> <br>None <b>came.<br> <br>All</b> sank.<br>"),
        ["Ten boats.", "None came.", "All sank."]
    );
    assert_eq!(of("<p>Ten boats<br>in a row.</p>"), ["Ten boats\nin a row."]);
    assert_eq!(of("<ul><li>Ten<br><br>boats</ul>").len(), 1);
}

#[test]
fn a_line_end_of_the_file_is_a_space_and_only_a_break_is_one() {
    let of = |html: &str| read(html).body.iter().map(story::Block::plain).collect::<Vec<_>>();
    assert_eq!(
        of("<p>Ten boats\n   were <em>counted\n</em>on Sunday.<br>\nAll came home.</p>"),
        ["Ten boats were counted on Sunday.\nAll came home."]
    );
    assert_eq!(of("<p>Ten boats\r\nwere counted.\r\n</p>\n\n<p>Wind</p>"), ["Ten boats were counted.", "Wind"]);
    assert_eq!(of("<p>十二只风筝\n  周日升起。ABC\n只</p>"), ["十二只风筝周日升起。ABC 只"]);
    // The same where the machine of the standard cuts the words.
    assert_eq!(of("<P>十二只风筝 \n  周日<B>升\n起</B>\n了。ABC\n只"), ["十二只风筝周日升起了。ABC 只"]);
    assert_eq!(read_of("<p>a\n<em>b</em>\nc</p>"), read_of("<p>a <em>b</em> c</p>"));
    assert_eq!(of("<pre>10 boats\n12 kites</pre>"), ["10 boats\n12 kites"]);
    assert_eq!(of("loose\nwords"), ["loose words"]);
}
