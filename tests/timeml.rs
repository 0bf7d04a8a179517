//! TimeML: what is written is valid, keeps every character, and reads back as it was.
#![cfg(feature = "cli")]

#[path = "common/seeded.rs"]
mod seeded;

mod common;

use common::{refused, run_in};
use dateline::check::GoldDocument;
use dateline::document::{Document, ReadOptions, read};
use dateline::export::timeml;
use dateline::{Options, Tagged, tag};
use proptest::prelude::*;
use seeded::seeded;
use std::fs;
use std::path::Path;

fn tagged(text: &str) -> Tagged {
    let options = Options::new().published("2025-01-27".parse().unwrap());
    tag(Document::from_text("note", text), &options.text_only(true))
}

fn again(xml: &str) -> Tagged {
    let document =
        read(xml.as_bytes(), "note.tml", &ReadOptions::default()).unwrap_or_else(|e| panic!("{e}: {xml}"));
    tag(document, &Options::new())
}

/// The text as XML can hold it.
fn held(text: &str) -> String {
    let stand_in = |c| match c {
        '\t' | '\n' | '\r' => c,
        '\u{b}' | '\u{c}' => ' ',
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        _ => c,
    };
    text.chars().map(stand_in).collect()
}

/// Read back, a document has the same text and the same expressions; another parser of XML agrees.
fn survives(text: &str) {
    let first = tagged(text);
    let made = timeml(&first);
    let second = again(&made.xml);
    assert_eq!(second.document.text, held(text));
    assert_eq!(
        made.replaced,
        text.chars()
            .zip(held(text).chars())
            .filter(|(a, b)| a != b)
            .count()
    );
    assert_eq!(
        second.published.as_ref().map(|p| p.date),
        first.published.as_ref().map(|p| p.date)
    );
    assert_eq!(second.whens, first.whens, "{text:?}");
    let places = |t: &Tagged| {
        let text = &t.document.text;
        let ends = t.mentions.iter().map(|m| {
            (
                text[..m.range.start].chars().count(),
                text[..m.range.end].chars().count(),
            )
        });
        ends.collect::<Vec<_>>()
    };
    assert_eq!(places(&second), places(&first));

    // So do the tools of the field, which strip tags without parsing.
    let gold = GoldDocument::parse("note", made.xml.as_bytes()).expect("a text");
    assert_eq!(gold.text, held(text));
    assert_eq!(gold.timexes, gold.found(), "{text:?}");

    let xml = roxmltree::Document::parse(&made.xml).expect("well-formed");
    let body = xml
        .descendants()
        .find(|n| n.has_tag_name("TEXT"))
        .expect("a text");
    let words: String = body
        .descendants()
        .filter(|n| n.is_text())
        .filter_map(|n| n.text())
        .collect();
    assert_eq!(words, held(text));
    let marks: Vec<_> = body.children().filter(|n| n.has_tag_name("TIMEX3")).collect();
    assert_eq!(marks.len(), first.mentions.len());
    let ids: Vec<_> = xml.descendants().filter_map(|n| n.attribute("tid")).collect();
    for (i, (mark, when)) in marks.iter().zip(&first.whens).enumerate() {
        assert_eq!(mark.attribute("tid"), Some(format!("t{}", i + 1).as_str()));
        assert_eq!(mark.attribute("value"), Some(when.value.as_str()));
        for pointer in ["anchorTimeID", "beginPoint", "endPoint"] {
            assert!(
                mark.attribute(pointer).is_none_or(|id| ids.contains(&id)),
                "{pointer} of {mark:?}"
            );
        }
    }
}

#[test]
fn awkward_texts_survive() {
    for text in [
        "",
        "\n\n On 3 May 2019\n",
        "AT&T <b>rose</b> on Friday ]]> &amp; &#65; &nbsp; \"said\" 'so'",
        "It shut\u{c}on Friday,\u{b}3\u{c}May\u{0}\u{1b}[1m\u{fffe}\u{ffff} 1998",
        "line\r\nends\ron Friday\u{85}and\u{2028}on 3\u{a0}May",
        "\u{81}\u{82}\u{83}\u{7f} May 1998 😀 “été” 3–5 May",
        "from April 3 to April 17, every Monday, for two weeks, early 2019, at 14:30 UTC, now",
    ] {
        survives(text);
    }
    assert_eq!(timeml(&tagged("a\u{c}b\u{0}c\u{fffd}")).replaced, 2);
}

const PIECES: &[&str] = &[
    "Friday",
    " ",
    " ",
    "3 May",
    "2019",
    "two weeks later",
    "every Monday",
    "about",
    "\u{c}",
    "\r",
    "\n",
    "&",
    "<",
    ">",
    "]]>",
    "&lt;",
    "\u{0}",
    "\u{85}",
    "\u{feff}",
    "é",
    "since 1998",
    "at 5 p.m.",
    "<TEXT>",
    "</TEXT>",
    "<TIMEX3>",
    "last month",
];

proptest! {
    #![proptest_config(seeded(400))]

    #[test]
    fn any_text_survives(text in prop::collection::vec(any::<char>(), 0..120)) {
        survives(&text.into_iter().collect::<String>());
    }

    #[test]
    fn any_dated_text_survives(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        survives(&pieces.concat());
    }
}

#[test]
fn the_whole_file() {
    let page = "Monday, 27 January 2025\n\nThe pier & the quay\n\nIt shut on Friday. It had opened on 3 May 2019; two days later it burned. It was built in early 1998. It opens every Monday.";
    let got = run_in(
        Path::new("."),
        &["tag", "-", "--format", "timeml"],
        page.as_bytes(),
    );
    assert_eq!((got.code, got.err.as_str()), (0, ""));
    let expected = r#"<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">

<DOCID>stdin</DOCID>

<DCT><TIMEX3 tid="t0" type="DATE" value="2025-01-27" temporalFunction="false" functionInDocument="CREATION_TIME">2025-01-27</TIMEX3></DCT>

<TITLE>The pier &amp; the quay</TITLE>

<TEXT>"#;
    assert!(got.out.starts_with(expected), "{}", got.out);
    for mark in [
        r#"<TEXT><TIMEX3 tid="t1" type="DATE" value="2025-01-27" temporalFunction="false" functionInDocument="PUBLICATION_TIME">Monday, 27 January 2025</TIMEX3>"#,
        r#"<TIMEX3 tid="t2" type="DATE" value="2025-01-24" temporalFunction="true" anchorTimeID="t0">Friday</TIMEX3>"#,
        r#"value="2019-05-05" temporalFunction="true" anchorTimeID="t3">two days later</TIMEX3>"#,
        r#"value="1998" mod="START" temporalFunction="false">early 1998</TIMEX3>"#,
        r#"type="SET" value="XXXX-WXX-1" quant="EVERY" temporalFunction="false">every Monday</TIMEX3>.</TEXT>"#,
        "</TEXT>\n\n</TimeML>\n",
    ] {
        assert!(got.out.contains(mark), "no {mark} in {}", got.out);
    }
    let timed = [
        "tag",
        "-",
        "--format",
        "timeml",
        "--published",
        "2025-01-27T14:30+01:00",
    ];
    let got = run_in(Path::new("."), &timed, b"It shut on Friday.");
    assert!(
        got.out.contains(r#"type="TIME" value="2025-01-27T14:30+01:00" temporalFunction="false" functionInDocument="CREATION_TIME""#),
        "{}",
        got.out
    );
    let published = again(&got.out).published.expect("a creation time");
    assert_eq!(
        (published.time.as_deref(), published.offset.as_deref()),
        (Some("14:30"), Some("+01:00"))
    );
    let none = run_in(
        Path::new("."),
        &["tag", "-", "--format", "timeml"],
        b"It shut on Friday.",
    );
    assert!(
        !none.out.contains("DCT")
            && none
                .out
                .contains(r#"value="XXXX-WXX-5" temporalFunction="false">Friday"#),
        "{}",
        none.out
    );
}

#[test]
fn several_inputs_need_a_folder() {
    let dir = tempfile::tempdir().expect("a folder for the test");
    let write = |name: &str, text: &str| fs::write(dir.path().join(name), text).unwrap();
    write("a.txt", "It shut in May 2019.");
    fs::create_dir(dir.path().join("more")).unwrap();
    write("more/a.txt", "It opened in\u{c}June 2019.");
    let here = |args: &[&str]| run_in(dir.path(), args, b"");
    refused(
        &here(&["tag", "a.txt", "more", "--format", "timeml"]),
        &["several inputs", "--out"],
    );
    refused(
        &here(&["tag", "a.txt", "--out", "x"]),
        &["--out", "--format timeml"],
    );
    let got = here(&[
        "tag",
        "a.txt",
        "more",
        "--format",
        "timeml",
        "--out",
        "new/folder",
    ]);
    assert_eq!(
        (got.code, got.out.as_str()),
        (0, "wrote new/folder/a.tml\nwrote new/folder/a-2.tml\n")
    );
    assert!(
        got.err.contains("1 character that XML cannot hold"),
        "{}",
        got.err
    );
    let xml = fs::read_to_string(dir.path().join("new/folder/a-2.tml")).unwrap();
    assert_eq!(again(&xml).document.text, "It opened in June 2019.");
    // What is read again must not be lost to what is written.
    let own = here(&["tag", "new/folder", "--format", "timeml", "--out", "new/folder"]);
    refused(&own, &["a.tml", "this is an input", "--out"]);
    assert_eq!(
        fs::read_to_string(dir.path().join("new/folder/a-2.tml")).unwrap(),
        xml
    );
}

/// Articles of several layouts: what TimeML keeps of a page is its text, so the same expressions are found in it.
#[test]
fn articles_keep_their_expressions() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut read_any = false;
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|e| e == "json") {
            continue;
        }
        let name = path.display().to_string();
        let document = read(&fs::read(&path).unwrap(), &name, &ReadOptions::default()).unwrap();
        let first = tag(document, &Options::new().today("2025-02-10".parse().unwrap()));
        let second = again(&timeml(&first).xml);
        assert_eq!(second.document.text, first.document.text, "{name}");
        let found = |t: &Tagged| t.mentions.iter().map(|m| m.range.clone()).collect::<Vec<_>>();
        assert_eq!(found(&second), found(&first), "{name}");
        read_any = true;
    }
    assert!(read_any);
}
