//! What the page promises without a browser: complete, inert, the same every time. How it behaves in one is tested in
//! `tests/browser`.
#![cfg(feature = "cli")]

mod common;
#[path = "common/seeded.rs"]
mod seeded;

use common::run_in;
use dateline::chart::{ChartOptions, date_words};
use dateline::document::Document;
use dateline::export::{Csv, Format, Ics, timeline_line};
use dateline::page::{Article, page};
use dateline::timeline::{Timeline, TimelineRequest, timeline};
use dateline::{Options, Tagged, tag};
use html5gum::{Token, Tokenizer};
use proptest::prelude::*;
use seeded::seeded;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const TEXT: &str = "Harbour news\n\nThe pier closed on Friday, after 3 May 2019 & “a <b>storm</b>”.\n\n\
                    It closes twice a week.\n\nThe master said so and nobody was hurt at all.";

fn tagged(text: &str) -> Tagged {
    let options = Options::new().published("2025-01-27".parse().unwrap());
    tag(Document::from_text("pier", text), &options)
}

fn made(tagged: &[Tagged]) -> (Timeline, String) {
    let timeline = timeline(tagged, &TimelineRequest::default());
    let articles: Vec<Article> = tagged.iter().map(Article::of).collect();
    let html = page(&timeline, &articles, &ChartOptions::new()).expect("a page");
    (timeline, html)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn attribute(text: &[u8]) -> String {
    String::from_utf8(text.to_vec()).expect("UTF-8")
}

/// A tag's name and its attributes.
type Tag = (String, BTreeMap<String, String>);

/// The tags of a page, and the words between them.
fn tokens(html: &str) -> (Vec<Tag>, String) {
    let (mut tags, mut words) = (Vec::new(), String::new());
    for token in Tokenizer::new(html) {
        match token.expect("no input fails here") {
            Token::StartTag(tag) => tags.push((
                attribute(&tag.name),
                tag.attributes
                    .iter()
                    .map(|(k, v)| (attribute(k), attribute(v)))
                    .collect(),
            )),
            Token::String(text) => words.push_str(&attribute(&text)),
            _ => {}
        }
    }
    (tags, words)
}

/// Nothing on a page but what is ours: one script, no handler, no address but on the page, the web and `data:`.
fn is_inert(html: &str) {
    let (tags, _) = tokens(html);
    let scripts = tags.iter().filter(|(name, _)| name == "script").count();
    assert_eq!(scripts, 1);
    for (name, attributes) in &tags {
        assert!(
            !["img", "iframe", "object", "embed", "form", "base", "b-", "video"].contains(&name.as_str()),
            "{name}"
        );
        for (key, value) in attributes {
            assert!(!key.starts_with("on") && key != "src", "{key} of {name}");
            if ["href", "xlink:href", "action"].contains(&key.as_str()) {
                let lead = value
                    .split_once(':')
                    .map_or("#", |(scheme, _)| scheme)
                    .to_lowercase();
                let known = value.starts_with('#') || ["http", "https", "data"].contains(&lead.as_str());
                assert!(known, "{name} {key} {value}");
                assert!(!value.starts_with("data:text/html"));
            }
        }
    }
}

#[test]
fn the_policy_names_the_script() {
    let (_, html) = made(&[tagged(TEXT)]);
    let script = html.split("<script>").nth(1).unwrap();
    let script = script.split("</script>").next().unwrap();
    assert!(script.len() <= 3_000 && script.len() > 500, "{}", script.len());
    let hash = Sha256::digest(script.as_bytes());
    let policy = html.split("Content-Security-Policy\" content=\"").nth(1).unwrap();
    let policy = policy.split('"').next().unwrap();
    let named = policy.split("script-src 'sha256-").nth(1).unwrap();
    assert_eq!(decoded(named.split('\'').next().unwrap()), hash.as_slice());
    for part in [
        "default-src 'none';",
        "style-src 'unsafe-inline';",
        "img-src data:;",
        "base-uri 'none';",
        "form-action 'none'",
    ] {
        assert!(policy.contains(part), "{part} in {policy}");
    }
    is_inert(&html);
}

/// Base64 back to bytes.
fn decoded(text: &str) -> Vec<u8> {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bits = 0u32;
    let mut count = 0;
    let mut out = Vec::new();
    for c in text.trim_end_matches('=').chars() {
        bits = bits << 6 | u32::try_from(letters.find(c).expect("a letter of base64")).unwrap();
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count & 255) as u8);
        }
    }
    out
}

#[test]
fn the_whole_text_is_there_and_every_expression_marked() {
    let tagged = tagged(TEXT);
    let (timeline, html) = made(std::slice::from_ref(&tagged));
    let article = html.split("<article").nth(1).unwrap();
    let article = article.split("</article>").next().unwrap();
    let (tags, words) = tokens(&format!("<article{article}"));
    let squeezed = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(squeezed(&words), squeezed(TEXT));
    let ids: Vec<&str> = tags
        .iter()
        .filter(|(_, a)| a.get("class").is_some_and(|c| c.starts_with("mark")))
        .filter_map(|(_, a)| a.get("id").map(String::as_str))
        .collect();
    let all: Vec<String> = (1..=tagged.mentions.len()).map(|i| format!("t{i}")).collect();
    assert_eq!(ids, all);
    let events = timeline.events.iter();
    for mention in events.flat_map(|e| e.mentions.iter().map(move |m| (e, m))) {
        let (event, mention) = mention;
        let link = format!(
            "<a href=\"#{}\" id=\"{}\"",
            event.id,
            mention.id.replace("d1.", "")
        );
        assert!(html.contains(&link), "{link}");
    }
}

#[test]
fn what_is_not_known_is_shown() {
    let text = "Monday, January 27\n\nThe pier\n\nOn Friday the pier closed. The storm tore the roof off the market hall.";
    let options = Options::new().today("2025-02-10".parse().unwrap());
    let (timeline, html) = made(&[tag(Document::from_text("pier", text), &options)]);
    assert!(!timeline.warnings.is_empty() && !timeline.undated.is_empty());
    let (_, words) = tokens(&html);
    for warning in &timeline.warnings {
        assert!(words.contains(&warning.message), "{}", warning.message);
    }
    for undated in &timeline.undated {
        assert!(
            words.contains(&undated.statement) && words.contains(&undated.reason),
            "{undated:?}"
        );
    }
    assert!(words.contains("Published Monday 27 January 2025, from the date line; year inferred"));
    for event in &timeline.events {
        assert!(
            words.matches(&date_words(event)).count() >= 3,
            "chart, account and table"
        );
        for step in &event.why {
            assert!(words.contains(&step.note), "{}", step.note);
        }
    }
}

#[test]
fn an_ambiguous_date_is_told_at_the_top() {
    let json = json!({"schema": "dateline/1", "title": "Pier", "events": [
        {"id": "e1", "statement": "the pier opened", "certainty": "ambiguous", "phrase": "on Monday",
         "when": {"value": "2025-01-20", "start": "2025-01-20", "end": "2025-01-21"},
         "alternatives": [{"value": "2025-01-27", "start": "2025-01-27", "end": "2025-01-28"}]}]});
    let timeline: Timeline = serde_json::from_value(json).unwrap();
    let html = page(&timeline, &[], &ChartOptions::new()).unwrap();
    let (_, words) = tokens(&html);
    assert!(words.contains("“on Monday” is taken as Mon 20 January 2025; it may be Mon 27 January"));
    assert!(words.contains("The text itself is not on this page"));
    // Many of them do not push the text away, but each is there.
    let mut many = timeline.clone();
    many.events = (1..=30)
        .map(|i| {
            let mut event = timeline.events[0].clone();
            event.id = format!("e{i}");
            event
        })
        .collect();
    let (_, words) = tokens(&page(&many, &[], &ChartOptions::new()).unwrap());
    assert_eq!(words.matches("it may be Mon 27 January").count(), 30);
    assert!(words.contains("22 more dates that may be another"));
}

#[test]
fn downloads_are_the_exports() {
    let (timeline, html) = made(&[tagged(TEXT)]);
    let (tags, _) = tokens(&html);
    let files: Vec<_> = tags
        .iter()
        .filter_map(|(_, a)| Some((a.get("download")?.as_str(), a.get("href")?.as_str())))
        .collect();
    let content = |i: usize| {
        let (_, data) = files[i].1.split_once(";base64,").expect("base64");
        String::from_utf8(decoded(data)).expect("UTF-8")
    };
    let names: Vec<_> = files.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["pier.json", "pier.csv", "pier.ics"]);
    assert_eq!(content(0).trim_end(), timeline_line(&timeline, None).unwrap());
    assert_eq!(content(1), Csv.write(&timeline).unwrap());
    assert_eq!(content(2), Ics.write(&timeline).unwrap());
    let mut back = dateline::timeline::read(&content(0)).unwrap();
    assert!(dateline::timeline::is_untouched(&back));
    back.digest.clear();
    assert_eq!(back, timeline);
}

#[test]
fn both_charts_link_every_event_to_its_words() {
    let text = fs::read(root().join("tests/articles/harbour.txt")).unwrap();
    let text = String::from_utf8(text).unwrap();
    let (timeline, html) = made(&[tagged(&text)]);
    let (tags, _) = tokens(&html);
    let with_id = |id: &str| {
        let found = tags.iter().find(|(_, a)| a.get("id").is_some_and(|i| i == id));
        found.unwrap_or_else(|| panic!("nothing has the id {id}"))
    };
    let mut above = -1.0;
    for event in &timeline.events {
        let mark = event.mentions[0].id.replace("d1.", "#");
        for chart in ["w", "n"] {
            let (name, link) = with_id(&format!("{chart}-{}", event.id));
            assert_eq!((name.as_str(), &link["href"]), ("a", &mark));
            assert_eq!(
                link["aria-label"],
                format!("{}: {}", date_words(event), event.headline())
            );
        }
        // The places that the text links to lie in the order of time too.
        let style = &with_id(&event.id).1["style"];
        let top = style.split("--wt:").nth(1).unwrap().split('%').next().unwrap();
        let top: f64 = top.parse().unwrap();
        assert!(top > above && top < 100.0, "{style}");
        above = top;
    }
    assert!(html.contains("url(#w-tl-hatch)") && html.contains("url(#n-tl-hatch)"));
    assert!(!html.contains("url(#tl-"));
}

#[test]
fn several_articles_have_their_own_ids() {
    let (timeline, html) = made(&[tagged(TEXT), tagged("The ferry sank on Friday.")]);
    assert_eq!(html.matches("<article ").count(), 2);
    let (tags, _) = tokens(&html);
    let mut ids: Vec<&String> = tags.iter().filter_map(|(_, a)| a.get("id")).collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "no id stands twice");
    for link in tags.iter().filter_map(|(_, a)| a.get("href")?.strip_prefix('#')) {
        assert!(ids.iter().any(|id| *id == link), "#{link} leads nowhere");
    }
    assert!(html.contains("id=\"d2-t1\""));
    assert!(html.contains("id=\"source-2\""));
    assert_eq!(timeline.documents.len(), 2);
}

/// Words of the input in every field, with markup in them.
fn hostile(words: &str, address: &str) -> Timeline {
    let json = json!({
        "schema": "dateline/1", "title": words,
        "documents": [{"id": "d1", "name": words, "source": address, "title": words,
                       "published": {"date": "2025-01-27", "from": "option", "text": words, "inferred": [words]}}],
        "events": [{"id": "e1", "statement": words, "phrase": words, "certainty": "ambiguous", "sources": ["d1"],
            "when": {"value": words, "start": "2025-01-24", "end": "2025-01-25"},
            "mentions": [{"id": "d1.t1", "span": [0, 3], "text": words}], "attribution": {"text": words},
            "alternatives": [{"value": words, "note": words}], "conflicts": [words],
            "why": [{"step": words, "rule": words, "note": words}]}],
        "undated": [{"id": words, "statement": words, "reason": words, "document": "d1", "after": words}],
        "warnings": [{"code": words, "message": words}],
    });
    serde_json::from_value(json).unwrap()
}

proptest! {
    #![proptest_config(seeded(60))]

    #[test]
    fn whatever_the_input_holds_is_inert(
        words in any::<String>(),
        markup in prop::sample::select(vec![
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</title></style><script>", "]]>", "<!--",
            "javascript:alert(1)", "' onload='x", "</svg><svg onload=alert(1)>", "&lt;script&gt;",
        ]),
        address in prop::sample::select(vec!["javascript:alert(1)", "https://example.org/?a=\"><script>", "data:text/html,x"]),
    ) {
        let words = format!("{words}{markup}{words}");
        let timeline = hostile(&words, address);
        let articles = [Article::of(&tagged(&format!("On Friday {words} closed.")))];
        let html = page(&timeline, &articles, &ChartOptions::new()).unwrap();
        is_inert(&html);
        prop_assert_eq!(&html, &page(&timeline, &articles, &ChartOptions::new()).unwrap());
        prop_assert!(!html.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
    }
}

#[test]
fn nothing_makes_a_page_too() {
    let (_, html) = made(&[tagged("Nothing at all.")]);
    assert!(html.contains("No dated events were found."));
    is_inert(&html);
    let empty: Timeline = serde_json::from_value(json!({"schema": "dateline/1", "events": []})).unwrap();
    is_inert(&page(&empty, &[], &ChartOptions::new()).unwrap());
}

#[test]
fn invented_ids_meet_no_other() {
    let mut timeline = made(&[tagged(TEXT)]).0;
    for (event, id) in timeline.events.iter_mut().zip(["t1", "find"]) {
        event.id = id.into();
    }
    let html = page(&timeline, &[Article::of(&tagged(TEXT))], &ChartOptions::new()).unwrap();
    for id in ["t1", "find", "ev-t1", "ev-find"] {
        assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn a_stored_text_is_marked_where_it_still_fits() {
    let tagged = tagged(TEXT);
    let (timeline, _) = made(std::slice::from_ref(&tagged));
    let words = |text: &str| -> Vec<String> {
        let article = Article::stored(&timeline, "d1", text);
        let marks = article.marks.into_iter();
        marks.map(|m| article.text[m.range].to_owned()).collect()
    };
    assert_eq!(words(TEXT), ["Friday", "3 May 2019"]);
    assert!(Article::stored(&timeline, "d2", TEXT).marks.is_empty());
    assert_eq!(words(&TEXT.replace("Friday", "Sunday")), ["3 May 2019"]);
    assert!(words(&TEXT.replace("Harbour", "Harböur and more")).is_empty());
    assert!(words("é").is_empty());
}

#[test]
fn the_program_makes_pages() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().to_str().expect("UTF-8");
    let harbour = "tests/articles/harbour.txt";
    let today = ["--today", "2025-02-10"];
    let got = run_in(
        root(),
        &[
            &["build", harbour, "--format", "html,json", "--out", out],
            &today[..],
        ]
        .concat(),
        b"",
    );
    assert_eq!(got.code, 0, "{}", got.err);
    let built = fs::read_to_string(folder.path().join("harbour.html")).expect("the page");
    assert!(built.contains("<a href=\"#e10\" id=\"t2\""));
    // The JSON alone has no text: the page says so, and a warning does.
    let json = folder.path().join("harbour.json");
    let drawn = run_in(
        root(),
        &[
            "draw",
            json.to_str().unwrap(),
            "--format",
            "html",
            "--title",
            "Anew",
        ],
        b"",
    );
    assert_eq!(drawn.code, 0, "{}", drawn.err);
    assert!(drawn.err.contains("events --with-text"), "{}", drawn.err);
    let bare = fs::read_to_string(folder.path().join("harbour.html")).expect("the page");
    assert!(bare.contains("<title>Anew</title>") && !bare.contains("<article"));
    // With its text it is whole again.
    let events = run_in(
        root(),
        &[&["events", harbour, "--with-text"], &today[..]].concat(),
        b"",
    );
    fs::write(&json, events.out).unwrap();
    let drawn = run_in(root(), &["draw", json.to_str().unwrap(), "--format", "html"], b"");
    assert_eq!((drawn.code, drawn.err.as_str()), (0, ""));
    let whole = fs::read_to_string(folder.path().join("harbour.html")).expect("the page");
    assert!(whole.contains("<a href=\"#e10\" id=\"t2\""));
}
