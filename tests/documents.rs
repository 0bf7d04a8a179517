//! Every way in: good files, bad files, and whatever bytes come.

#[path = "common/seeded.rs"]
mod seeded;

use dateline::document::{BlockKind, Document, Format, ReadError, ReadOptions, read};
use proptest::prelude::*;
use seeded::seeded;

fn doc(bytes: &[u8], name: &str) -> Document {
    read(bytes, name, &ReadOptions::default()).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// What holds of every document.
fn assert_sound(doc: &Document, bytes: &[u8]) {
    let mut at = 0;
    for block in &doc.blocks {
        let range = block.range.clone();
        assert!(
            range.start >= at && range.end > range.start,
            "blocks are in order and not empty"
        );
        assert!(
            doc.text[at..range.start].trim().is_empty(),
            "white space between blocks"
        );
        assert!(!doc.text[range.clone()].trim().is_empty());
        at = range.end;
    }
    assert!(doc.text[at..].trim().is_empty(), "every word is in a block");
    let mut last = 0;
    for (i, c) in doc.text.char_indices() {
        let source = doc.map.source(i..i + c.len_utf8());
        assert!(source.end <= bytes.len(), "{source:?} of {}", bytes.len());
        assert!(source.start >= last, "the map runs forward");
        last = source.start;
    }
    assert!(doc.dropped.iter().all(|gone| gone.source.end <= bytes.len()));
    assert!(!doc.text.contains('\r') && !doc.text.contains('\0'));
}

/// Every character that is not white space or an entity's stands in the file at its place.
fn assert_leads_home(doc: &Document, bytes: &[u8], decode: fn(&[u8]) -> String) {
    for (i, c) in doc.text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        let source = decode(&bytes[doc.map.source(i..i + c.len_utf8())]);
        assert!(
            source.starts_with('&') || source == c.to_string(),
            "{source:?} for {c:?} at {i}"
        );
    }
}

fn utf8(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn utf16_le(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .map(|p| u16::from_le_bytes([p[0], p[1]]))
        .collect();
    String::from_utf16_lossy(&units)
}

fn utf16_be(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .map(|p| u16::from_be_bytes([p[0], p[1]]))
        .collect();
    String::from_utf16_lossy(&units)
}

const STORY: &str = "Monday, January 27\r\n\r\nPier lost – “for good”\r\n\r\nThe pier fell on Friday, 24 January 𝟙.\r\n\
                     It was old.\r\n\r\nSee also  A dog is saved\r\n\r\nIt cost €3 million in 1987.\r\n";

#[test]
fn the_same_story_in_every_encoding() {
    let want = doc(STORY.as_bytes(), "a.txt");
    assert_eq!(want.title.as_deref(), Some("Pier lost – “for good”"));
    assert_eq!(want.dropped.len(), 1);
    let marked = format!("\u{FEFF}{STORY}");
    let le: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let be: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let decoders: [fn(&[u8]) -> String; 3] = [utf8, utf16_le, utf16_be];
    for (bytes, decode) in [marked.into_bytes(), le, be].iter().zip(decoders) {
        let d = doc(bytes, "a.txt");
        assert_eq!((&d.text, &d.blocks), (&want.text, &want.blocks));
        assert!(d.warnings.is_empty());
        assert_sound(&d, bytes);
        assert_leads_home(&d, bytes, decode);
    }
    let latin = b"Pier lost \x96 \x93for good\x94\r\n\r\nIt cost \x803 million in 1987.";
    let d = doc(latin, "a.txt");
    assert_eq!(d.text, "Pier lost – “for good”\n\nIt cost €3 million in 1987.");
    assert_eq!(d.warnings[0].code, "not-utf8");
    let at = d.text.find("1987").unwrap();
    assert_eq!(&latin[d.map.source(at..at + 4)], b"1987");
}

#[test]
fn bad_input_is_refused_with_the_way_round() {
    for (bytes, code, words) in [
        (&b"%PDF-1.4\n"[..], "pdf", "pdftotext"),
        (b"PK\x03\x04\x14\0", "office", "pandoc"),
        (b"\xD0\xCF\x11\xE0\xA1", "office", "pandoc"),
        (b"{\\rtf1 text}", "office", "pandoc"),
        (b"\x7FELF\x02\x01", "binary", "not text"),
        (b"abc\0\0def", "binary", "NUL"),
        (b"\x1F\x8B\x08\0", "binary", "gzip"),
    ] {
        let error = read(bytes, "x.txt", &ReadOptions::default()).unwrap_err();
        assert_eq!(error.code(), code);
        assert!(error.to_string().contains(words), "{error}");
    }
    let error = read(
        b"<TimeML>\n<TEXT>On <b>Friday</TEXT></TimeML>",
        "x.tml",
        &ReadOptions::default(),
    )
    .unwrap_err();
    assert!(matches!(error, ReadError::Xml { line: 2, .. }), "{error}");
}

#[test]
fn empty_input_is_an_empty_document_and_says_so() {
    for bytes in [&b""[..], b"\xEF\xBB\xBF", b" \r\n\t\n", b"\xFF\xFE", b"\n\n"] {
        for name in ["-", "a.txt", "a.md", "a.html"] {
            let d = doc(bytes, name);
            assert!(
                d.blocks.is_empty() && d.warnings.iter().any(|w| w.code == "empty"),
                "{name}"
            );
        }
    }
}

#[test]
fn text_only_changes_nothing() {
    let d = read(STORY.as_bytes(), "a.txt", &ReadOptions::default().text_only(true)).unwrap();
    assert_eq!(d.text, STORY.replace("\r\n", "\n"));
    assert!(d.body_only && d.title.is_none() && d.dropped.is_empty());
    assert_sound(&d, STORY.as_bytes());
}

#[test]
fn one_huge_line_is_read_in_time() {
    let line = "The pier fell on Friday and 3 May 2019 – see also it. ".repeat(40_000);
    for name in ["a.txt", "a.md", "a.html"] {
        let d = doc(line.as_bytes(), name);
        assert!(d.text.len() > 2_000_000);
        assert_eq!(d.blocks.len(), 1);
    }
}

#[test]
fn a_page_is_found_under_a_text_name() {
    let d = doc(b"\n<!doctype html><title>T</title><p>On 3 May", "saved.txt");
    assert_eq!((d.text.as_str(), d.title.as_deref()), ("On 3 May", Some("T")));
    let d = read(
        b"<p>On 3&nbsp;May",
        "row",
        &ReadOptions::default().format(Format::Html),
    )
    .unwrap();
    assert_eq!(d.text, "On 3\u{A0}May");
}

const PAGE: &str = r#"<!DOCTYPE html><html><head><title>Pier – The Courier</title>
<meta property="og:title" content="The pier &amp; the sea"><meta name="date" content="2024-03-15">
<meta property="article:published_time" content="2024-03-14T08:00:00Z"><meta property="article:modified_time" content="2025-01-01">
<link rel="canonical" href="https://c.example/2024/03/14/pier">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","datePublished":"2024-03-14T08:00:00+00:00","dateModified":"2025-02-02"}]}</script>
<style>p::before{content:"1 May 1990"}</style></head><body class="has-share comments-open">
<header><div>Saturday, March 16, 2024</div><nav><ul><li>Home<li>November 2023</ul></nav></header>
<main><article class="post tag-share"><h1>The pier<br>is lost</h1><p class=byline>By Ann Ray <time datetime="2024-03-14">14 March</time>
<div class="share-buttons"><b>Share</b></div>
<p>It fell   on <b>Fri</b>day &mdash; at 5&nbsp;p.m. and caf&eacute; owners<br>
saw it. <p>No one was hurt, the board said in a long statement that named all the boats.
<aside><h3>Related</h3><p>Since 2001</aside><h2>What next</h2>
<ul><li>A crane comes in May<li>A vote in June</ul>
<table><tr><td>1953<td>flood<tr><td>1987<td>fire</table>
<figure><img src=x><figcaption>The pier in 1912</figcaption></figure>
<form><p>Since 1999</form></article>
<section id="comments"><p>I saw it yesterday, on 15 March.</section></main><footer>&copy; 2009</footer></body></html>"#;

#[test]
fn a_page_gives_its_article() {
    use BlockKind::*;
    let d = doc(PAGE.as_bytes(), "pier.html");
    let blocks: Vec<_> = d
        .blocks
        .iter()
        .map(|b| (b.kind, &d.text[b.range.clone()]))
        .collect();
    let want = [
        (Headline, "The pier\nis lost"),
        (Paragraph, "By Ann Ray 14 March"),
        (
            Paragraph,
            "It fell on Friday — at 5\u{A0}p.m. and café owners\nsaw it.",
        ),
        (
            Paragraph,
            "No one was hurt, the board said in a long statement that named all the boats.",
        ),
        (Heading, "What next"),
        (Item, "A crane comes in May"),
        (Item, "A vote in June"),
        (Item, "1953\tflood"),
        (Item, "1987\tfire"),
        (Caption, "The pier in 1912"),
    ];
    assert_eq!(blocks, want);
    assert_eq!(d.title.as_deref(), Some("The pier & the sea"));
    assert_eq!(d.url.as_deref(), Some("https://c.example/2024/03/14/pier"));
    let dates: Vec<_> = d
        .metadata
        .iter()
        .map(|m| (m.field.as_str(), m.value.as_str()))
        .collect();
    let want = [
        ("datePublished", "2024-03-14T08:00:00+00:00"),
        ("article:published_time", "2024-03-14T08:00:00Z"),
        ("date", "2024-03-15"),
        ("time", "2024-03-14"),
    ];
    assert_eq!(dates, want);
    let at = d.text.find("caf").unwrap();
    assert_eq!(&PAGE[d.map.source(at..at + "café".len())], "caf&eacute;");
    assert_sound(&d, PAGE.as_bytes());
    assert_leads_home(&d, PAGE.as_bytes(), utf8);
}

#[test]
fn a_page_in_one_form_and_one_under_a_misleading_class_are_kept() {
    let words = "The pier fell on Friday and the board met on Saturday to hear the divers. ".repeat(4);
    for page in [
        format!("<body><form><div><p>{words}</p></div></form>"),
        format!("<body><div class='page sidebar'><p>{words}</p></div>"),
        format!("<body><nav>{words}</nav>"),
        words.clone(),
    ] {
        assert!(doc(page.as_bytes(), "a.html").text.contains("divers"), "{page}");
    }
}

#[test]
fn old_pages_and_small_print() {
    let page = "<title>The old pier is lost – The Courier</title><body>It fell in 1953<sup>1</sup>, on 3<sup>rd</sup> May.<br><br>\n\
                <font>It was old<span class='ad'>Buy</span>and grey.</font><BR> <br/>Gone<a href=x>.</a>";
    let d = doc(page.as_bytes(), "a.html");
    assert_eq!(
        d.text,
        "It fell in 1953, on 3rd May.\n\nIt was old and grey.\n\nGone."
    );
    assert_eq!(d.title.as_deref(), Some("The old pier is lost"));
    assert_sound(&d, page.as_bytes());
}

#[test]
fn torn_markup_is_read_as_far_as_it_goes() {
    for page in [
        "<p>On 3 May <b",
        "<p>On 3 May<!-- no end",
        "<div><p>On 3 May</span></b></section>",
        "<<<<p>On 3 May",
        "<p>On 3 May<script>",
        "</p></p><p>On 3 May</article>",
        "<p>On 3 May &#x110000; &#0; &",
    ] {
        let d = doc(page.as_bytes(), "a.html");
        assert!(d.text.contains("On 3 May"), "{page}: {:?}", d.text);
        assert_sound(&d, page.as_bytes());
    }
}

#[test]
fn deep_and_stray_tags_cost_no_more_than_their_length() {
    let n = 20_000;
    let inline = "<b>".repeat(n) + &"<p>x</b>".repeat(n);
    for unit in [
        "<div>",
        "<li>",
        "</div>",
        "<div></span>",
        "<article>x",
        "&amp",
        "<p a=",
        "<td>x",
        "<p><b>",
        inline.as_str(),
    ] {
        let page = unit.repeat(if unit.len() > 100 { 1 } else { n });
        let _ = doc(page.as_bytes(), "a.html");
    }
    for unit in ["- ", "\n- x", "[", "a\n", "*a_", "14:30\n"] {
        let text = unit.repeat(n);
        let _ = doc(text.as_bytes(), "a.md");
        let _ = doc(text.as_bytes(), "a.txt");
    }
}

fn soup() -> impl Strategy<Value = Vec<u8>> {
    let words = "<p> </p> <div_class=share> </div> <article> </article> <li> <td> &amp; &nbsp <!-- --> <script> </script> \
                 <pre> \n \r\n \r \n\n -_ #_ |_a_|_b_|\n|---|---|\n 14:30_ 3_May_2019_–_ See_also_x Leave_a_Reply Name_* é – \
                 \u{FEFF} \u{AD} 𝟙 word_ It_fell._ ---\n date:_2024\n <TEXT> </TEXT> <DCT> </DCT> ```\n `a` \\* © \t _ _";
    let words: Vec<String> = words.split(' ').map(|w| w.replace('_', " ")).collect();
    let text = prop::collection::vec(prop::sample::select(words), 0..40).prop_map(|w| w.concat());
    let encode = |(text, way): (String, u8)| match way {
        0 => ("\u{FEFF}".to_owned() + &text)
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect(),
        1 => text
            .chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
            .collect(),
        2 => format!("\u{FEFF}{text}").into_bytes(),
        _ => text.into_bytes(),
    };
    prop_oneof![
        4 => (text, 0u8..6).prop_map(encode),
        1 => prop::collection::vec(any::<u8>(), 0..200),
    ]
}

proptest! {
    #![proptest_config(seeded(400))]

    #[test]
    fn whatever_bytes_come(bytes in soup(), text_only in any::<bool>()) {
        for name in ["a.txt", "a.md", "a.html", "a.tml"] {
            if let Ok(d) = read(&bytes, name, &ReadOptions::default().text_only(text_only)) {
                assert_sound(&d, &bytes);
                if std::str::from_utf8(&bytes).is_ok() && !bytes.contains(&0) && name != "a.md" {
                    assert_leads_home(&d, &bytes, utf8);
                }
            }
        }
    }
}
