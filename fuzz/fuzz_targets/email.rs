//! Any bytes as a letter: as they are, and as the words, the page and the file of one that is well made.

#![no_main]

use lang::Languages;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let languages = Languages::built_in();
    let _ = formats::email::read(bytes, languages);
    let (shape, rest) = bytes.split_first().unwrap_or((&0, b""));
    let kind: &[u8] = match shape % 6 {
        0 => b"Content-Type: text/plain; charset=gb18030; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\n",
        1 => b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n",
        2 => b"Content-Type: text/html; charset=iso-2022-jp\n\n<h2>a</h2>",
        3 => b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nTen boats.\n--b\nContent-Type: message/rfc822\n\n",
        4 => b"Content-Type: multipart/alternative; boundary=b\n\n--b\n",
        _ => b"Content-Type: application/octet-stream; name=a.xml\n\n",
    };
    let letter = [b"From: a@x\nMessage-ID: <1@x>\nSubject: Boats\n", kind, rest].concat();
    let _ = formats::email::read(&letter, languages);
});
