use crate::email;
use lang::Languages;
use proptest::collection::vec;
use proptest::prelude::*;

/// Lines that letters are made of, in any order.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("--b".to_owned()),
        Just("--b--".to_owned()),
        Just("Content-Type: multipart/mixed; boundary=b".to_owned()),
        Just("Content-Type: multipart/alternative; boundary=\"b\"".to_owned()),
        Just("Content-Type: text/html; charset=gb18030".to_owned()),
        Just("Content-Type: message/rfc822".to_owned()),
        Just("Content-Type: image/png; name*0*=utf-8''%e4%b8; name*1*=%ad.png".to_owned()),
        Just("Content-Transfer-Encoding: base64".to_owned()),
        Just("Content-Transfer-Encoding: quoted-printable".to_owned()),
        Just("Content-Disposition: attachment; filename=\"=?utf-8?Q?=E4?=.eml\"".to_owned()),
        Just("Subject: =?utf-8?B?0JfQ?= =?koi8-r?Q?=FA?=".to_owned()),
        "(From|To|Subject|Date|Message-ID|References|Content-Type|Content-ID|X-[A-Z]): \\PC{0,30}",
        "[ \t]\\PC{0,20}",
        "\\PC{0,40}",
        "[A-Za-z0-9+/=]{0,40}",
    ]
}

proptest! {
    #![proptest_config(crate::trials::cases(256))]
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in vec(any::<u8>(), 0..300)) {
        let _ = (email::is(&bytes), email::read(&bytes, Languages::built_in()));
    }

    #[test]
    fn nothing_like_a_letter_makes_the_reader_panic(lines in vec(line(), 0..40), end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")]) {
        let _ = email::read(lines.join(end).as_bytes(), Languages::built_in());
    }

    #[test]
    fn whatever_travels_in_base64_or_quoted_printable_arrives(bytes in vec(any::<u8>(), 0..200), name in "[a-z]{1,8}") {
        use base64::Engine;
        let coded = base64::engine::general_purpose::STANDARD.encode(&bytes);
        let quoted: String = bytes.iter().map(|b| format!("={b:02X}")).collect::<Vec<_>>().join("=\n=").replace("=\n==", "=\n=");
        for (way, words) in [("base64", coded), ("quoted-printable", quoted)] {
            let letter = format!(
                "From: a@x\nMessage-ID: <1@x>\nSubject: Boats\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n\
                 Ten boats were counted.\n--b\nContent-Type: image/png; name={name}.png\nContent-Transfer-Encoding: {way}\n\n{words}\n--b--\n"
            );
            let reading = email::read(letter.as_bytes(), Languages::built_in()).expect("a letter");
            let item = &reading.items[0];
            let hash = item.parts.first().and_then(|part| part.item.renditions.first()).and_then(|r| r.hash);
            prop_assert_eq!(hash, Some(story::Hash::of(&bytes)), "{}", way);
        }
    }
}
