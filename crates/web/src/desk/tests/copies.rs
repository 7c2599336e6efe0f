//! The box: plain copy where it holds the text, HTML where it does not, files as they are.

use super::{COPY, Office, tag};
use crate::desk::copy_box::{CopyBox, How};
use formats::html;
use http::{Method, StatusCode};
use newsroom::Copy;
use story::{
    Block, Inline, Role, Text,
    text::{Line, Related, Run, Style, Table},
};

fn back(office: &Office, lang: &str, text: &Text) -> (How, Text) {
    let sheet = CopyBox::with(&office.room, &tag(lang), text);
    let text = match sheet.copy() {
        Copy::Bytes(bytes) => office.room.read(&bytes, Some(&tag(lang))).expect("readable").text,
        Copy::Text(text) => *text,
    };
    (sheet.how, text)
}

#[tokio::test]
async fn a_text_in_the_box_is_the_same_text_when_it_is_saved() {
    let office = Office::open();
    let text = office.room.read(COPY.as_bytes(), Some(&tag("en"))).expect("readable").text;
    assert_eq!(back(&office, "en", &text), (How::Copy, text.clone()));

    let mut listed = text.clone();
    listed.body.push(Block::Related(Related { title: Line::new("Gulls take up chess"), target: None }));
    assert_eq!(back(&office, "en", &listed), (How::Copy, listed.clone()));

    let strong = Style { strong: true, ..Style::default() };
    let marked = Inline::new([Run::plain("It was "), Run { text: "very".into(), style: strong }, Run::plain(" loud.")]);
    let table = Block::Table(Table { caption: None, head: vec!["Hour".into()], rows: vec![vec!["13".into()]] });
    for block in [Block::Paragraph(marked), table, Block::Paragraph("a < b &amp; c".into())] {
        let mut text = text.clone();
        text.body.push(block);
        let (how, same) = back(&office, "en", &text);
        assert_eq!((how, &same), (How::Html, &text), "nothing is lost");
    }
}

#[tokio::test]
async fn a_text_of_every_language_goes_into_the_box_and_out_again() {
    let office = Office::open();
    let copies = [
        (
            "ur",
            "بندرگاہ کی گھڑی نے تیرہ بجائے\n\nباکو: بندرگاہ کی گھڑی نے پیر کو تیرہ بار گھنٹی بجائی۔\n\nکوئی زخمی نہیں ہوا۔\n",
        ),
        ("ar", "ساعة الميناء تدق ثلاث عشرة مرة\n\nدقت ساعة الميناء ثلاث عشرة مرة ظهر الاثنين.\n\nلم يصب أحد بأذى.\n"),
        ("zh", "港口大钟敲响十三下\n\n港口大钟周一中午敲响十三下。\n\n无人受伤。\n"),
        (
            "ru",
            "Портовые часы пробили тринадцать\n\nПортовые часы в полдень пробили тринадцать раз.\n\nНикто не пострадал.\n",
        ),
    ];
    for (lang, copy) in copies {
        let text = office.room.read(copy.as_bytes(), Some(&tag(lang))).expect("readable").text;
        assert_eq!(back(&office, lang, &text).1, text, "{lang}");
    }
}

#[tokio::test]
async fn a_table_is_revised_as_html_and_stays_a_table() {
    let office = Office::open();
    let mut ana = office.seat("ana", &[Role::Editor], "en").await;
    let text = html::read("<h1>Chimes</h1><p>They were counted.</p><table><tr><td>Noon</td><td>13</td></tr></table>");
    let ask = newsroom::File {
        copy: Copy::Text(Box::new(text)),
        lang: Some(tag("en")),
        desk: None,
        data: story::Data::default(),
    };
    let id = office.ask(&newsroom::Ask::File(ask)).await.answer.story;
    let way = format!("/desk/story/{id}/en/revise");
    let page = ana.get(&way).await;
    assert!(page.has("so the box shows it as HTML"));
    let form = page.form(&way);
    let copy = form.boxes.iter().find(|(name, _)| name == "copy").expect("copy").1.replace("counted", "counted twice");
    let read = ana.fill(&form, &[("copy", &copy), ("do", "read")]).await;
    assert_eq!(read.status, StatusCode::OK);
    let saved = ana.submit(&read, &way, &[("do", "save")]).await;
    let page = ana.follow(&saved).await;
    assert!(page.has("counted twice") && page.has("<table"), "{}", page.body);
}

#[tokio::test]
async fn a_file_in_an_old_charset_is_kept_from_page_to_page() {
    let office = Office::open();
    let mut ana = office.seat("ana", &[Role::Editor], "en").await;
    let form = ana.get("/desk/file").await.form("/desk/file");
    let mut body = Vec::new();
    for (name, value) in form.boxes.iter().filter(|(name, _)| name != "copy") {
        body.extend(format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    let windows_1251 = b"\xcf\xee\xf0\xf2\xee\xe2\xfb\xe5 \xf7\xe0\xf1\xfb\n\n\xcf\xee\xf0\xf2\xee\xe2\xfb\xe5 \xf7\xe0\xf1\xfb \xef\xf0\xee\xe1\xe8\xeb\xe8 \xf2\xf0\xe8\xed\xe0\xe4\xf6\xe0\xf2\xfc \xf0\xe0\xe7 \xe2 \xef\xee\xeb\xe4\xe5\xed\xfc \xef\xee\xed\xe5\xe4\xe5\xeb\xfc\xed\xe8\xea\xe0.\n";
    body.extend(b"--x\r\nContent-Disposition: form-data; name=\"upload\"; filename=\"chasy.txt\"\r\n\r\n");
    body.extend(windows_1251);
    body.extend(b"\r\n--x--\r\n");
    let read = ana.send(Method::POST, "/desk/file", Some("multipart/form-data; boundary=x"), body).await;
    assert_eq!(read.status, StatusCode::OK, "{}", read.body);
    assert!(read.has("chasy.txt") && read.has("windows-1251") && read.has("Портовые часы"), "{}", read.body);
    let filed = ana.submit(&read, "/desk/file", &[("do", "file"), ("lang", "ru")]).await;
    let page = ana.follow(&filed).await;
    assert!(page.has("Портовые часы пробили тринадцать"));
    let id = office.room.list(&Office::owner(), None, None, 1).await.expect("a list")[0].id;
    let kept = office.room.store().input(id, &tag("ru"), 1).await.expect("a store");
    assert_eq!(kept.as_deref(), Some(&windows_1251[..]), "byte by byte");
}

#[tokio::test]
async fn copy_that_cannot_be_read_stays_in_the_box() {
    let office = Office::open();
    let mut ana = office.seat("ana", &[Role::Editor], "en").await;
    let page = ana.get("/desk/file").await;
    let empty = ana.submit(&page, "/desk/file", &[("copy", "  \n "), ("slug", "keep-me"), ("do", "file")]).await;
    assert_eq!(empty.status, StatusCode::BAD_REQUEST);
    assert!(empty.has("There is nothing in the copy.") && empty.has("keep-me"));
    let code = "<script>alert(1)</script>";
    let copy = format!("{code}\n\n{COPY}");
    let read = ana.submit(&page, "/desk/file", &[("copy", &copy), ("do", "read")]).await;
    assert!(!read.has("<script"), "whatever is typed is text");
    assert!(read.form("/desk/file").boxes.contains(&("copy".into(), copy)));
}
