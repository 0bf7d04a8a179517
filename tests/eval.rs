//! Scoring: the same texts, pairs and figures as TempEval-3's scorers give.
//!
//! The expected figures were computed once with a scorer of the field's own rules, over the files of `tests/gold`:
//! line ends of both kinds, Latin-1, entities, marks inside marks, marks across others, empty ones.

#[path = "common/seeded.rs"]
mod seeded;

#[cfg(feature = "cli")]
mod common;

use dateline::check::{
    Counts, ErrorKind, Figures, GoldDocument, GoldError, GoldVerbs, Half, Score, VerbErrorKind, evaluate,
    evaluate_verbs, gold_files, timeml_tense,
};
use proptest::prelude::*;
use seeded::seeded;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold")
}

/// Strict and relaxed P, R, F1; type and value accuracy and F1.
fn row(f: &Figures) -> [f64; 10] {
    let (s, r, t, v) = (&f.strict, &f.relaxed, &f.kind, &f.value);
    [
        s.precision,
        s.recall,
        s.f1,
        r.precision,
        r.recall,
        r.f1,
        t.accuracy,
        t.f1,
        v.accuracy,
        v.f1,
    ]
}

fn numbers(c: &Counts) -> [usize; 6] {
    [c.gold, c.system, c.paired, c.strict, c.kind, c.value]
}

/// Marks that somebody else made, good and bad, so that no change of a rule moves these figures.
fn sloppy() -> Score {
    let mut score = Score::default();
    for file in gold_files(&folder()).unwrap() {
        let gold = GoldDocument::open(&file).unwrap();
        let marks = fs::read_to_string(folder().join(format!("system/{}.jsonl", gold.name))).unwrap();
        let rows = marks
            .lines()
            .map(|l| serde_json::from_str::<serde_json::Value>(l).unwrap());
        let found = rows.filter_map(|r| {
            let place = |name: &str| usize::try_from(r[name].as_u64().unwrap()).unwrap();
            let span = place("start")..place("end");
            gold.timex(span, r["type"].as_str().unwrap(), r["value"].as_str().unwrap())
        });
        score.add(&gold, &found.collect::<Vec<_>>());
    }
    score
}

#[test]
fn marks_of_another_program() {
    let score = sloppy();
    assert_eq!(score.documents, 3);
    assert_eq!(numbers(&score.counts), [16, 14, 12, 4, 10, 7]);
    assert_eq!(
        row(&score.counts.figures()),
        [28.57, 25.0, 26.67, 85.71, 75.0, 80.0, 83.33, 66.67, 58.33, 46.67]
    );
    let types: Vec<_> = score
        .by_type
        .iter()
        .map(|(name, t)| (name.as_str(), [t.gold, t.found, t.strict, t.kind, t.value]))
        .collect();
    assert_eq!(
        types,
        [
            ("DATE", [12, 9, 3, 8, 4]),
            ("DURATION", [2, 1, 0, 1, 1]),
            ("SET", [1, 1, 0, 1, 1]),
            ("TIME", [1, 1, 1, 0, 1])
        ]
    );
}

#[test]
fn disagreements_by_kind() {
    let score = sloppy();
    let errors = score.sorted_errors();
    let places: Vec<_> = errors
        .iter()
        .map(|e| format!("{} {}@{}", e.kind.word(), e.document, e.start))
        .collect();
    let expected = "EXTENT crossing@39, EXTENT crossing@73, EXTENT crossing@103, EXTENT ferry@82, EXTENT ferry@99, \
                    EXTENT ferry@129, EXTENT ferry@164, EXTENT latin@46, MISS crossing@0, MISS crossing@34, \
                    MISS crossing@47, MISS ferry@187, SPURIOUS ferry@82, SPURIOUS ferry@170, TYPE crossing@39, \
                    TYPE latin@90, VALUE crossing@39, VALUE crossing@73, VALUE ferry@82, VALUE ferry@99, VALUE latin@46";
    assert_eq!(places.join(", "), expected);
    let said = |kind, at| {
        errors
            .iter()
            .find(|e| e.kind == kind && e.start == at)
            .map(|e| e.to_string())
    };
    assert_eq!(
        said(ErrorKind::Extent, 129).unwrap(),
        "gold “for two weeks”, found “two weeks”"
    );
    assert_eq!(
        said(ErrorKind::Miss, 187).unwrap(),
        "“a blue moon” DATE FUTURE_REF"
    );
    assert_eq!(
        said(ErrorKind::Spurious, 170).unwrap(),
        "“Monday” DATE 2025-01-27"
    );
    assert_eq!(
        said(ErrorKind::Type, 90).unwrap(),
        "“2 November 2018” gold TIME, found DATE"
    );
    assert_eq!(
        said(ErrorKind::Value, 73).unwrap(),
        "“3 May” gold 2002-05-03, found 2002-05 (as “May 2002”)"
    );
    assert_eq!(
        errors.iter().find(|e| e.start == 73).unwrap().context,
        "… to 2001.⏎A new one opened on [[3 May]] 2002.⏎Both were counted in 19…"
    );
}

/// The program's own marks. The sentences are plain enough for these to stay what they are.
#[test]
fn marks_of_our_own() {
    for (half, documents, counts, figures) in [
        (
            None,
            3,
            [16, 18, 13, 8, 12, 10],
            [
                44.44, 50.0, 47.06, 72.22, 81.25, 76.47, 92.31, 70.59, 76.92, 58.82,
            ],
        ),
        (
            Some(Half::Even),
            2,
            [10, 12, 8, 4, 7, 7],
            [33.33, 40.0, 36.36, 66.67, 80.0, 72.73, 87.5, 63.64, 87.5, 63.64],
        ),
        (
            Some(Half::Odd),
            1,
            [6, 6, 5, 4, 5, 3],
            [66.67, 66.67, 66.67, 83.33, 83.33, 83.33, 100.0, 83.33, 60.0, 50.0],
        ),
    ] {
        let score = evaluate(&folder(), half).unwrap();
        assert_eq!(score.documents, documents);
        assert_eq!(numbers(&score.counts), counts, "{:#?}", score.errors);
        assert_eq!(row(&score.counts.figures()), figures);
    }
}

/// What the verbs of a corpus are: first instances that are verbs, of events with words.
#[test]
fn verbs_that_are_marked() {
    let gold = GoldVerbs::open(&folder().join("verbs/harbour.tml")).unwrap();
    assert_eq!(gold.name, "harbour");
    let marked: Vec<_> = gold
        .verbs
        .iter()
        .map(|v| (&gold.text[v.bytes.clone()], v.tense.as_str(), v.reports))
        .collect();
    assert_eq!(
        marked,
        [
            ("fell", "PAST", false),
            ("closed", "PRESENT", false),
            ("said", "PAST", true),
            ("arrive", "NONE", false),
            ("sell", "INFINITIVE", false),
            ("bought", "FUTURE", false),
            ("waiting", "PRESENT", false),
            ("hummed", "PAST", true),
            ("gleeb", "PRESENT", false),
        ]
    );
}

#[test]
fn verbs_are_scored() {
    let score = evaluate_verbs(&folder().join("verbs"), None).unwrap();
    let all = score.counts();
    assert_eq!((score.documents, all.gold, all.found, all.right), (1, 9, 8, 7));
    assert_eq!((all.found_rate(), all.right_rate()), (88.89, 87.5));
    let reporting = score.reporting;
    assert_eq!((reporting.gold, reporting.found, reporting.right), (2, 2, 1));
    assert_eq!(score.reporting_rate(), 50.0);
    assert!(score.read > all.found);
    let present = score.by_tense["PRESENT"];
    assert_eq!((present.gold, present.found, present.right), (3, 2, 1));
    let errors: Vec<_> = score
        .sorted_errors()
        .iter()
        .map(|e| (e.kind, e.text.clone(), e.gold.clone(), e.found))
        .collect();
    let found = |form| Some(timeml_tense(form));
    let of = |kind, text: &str, gold: &str, found| (kind, text.to_owned(), gold.to_owned(), found);
    assert_eq!(
        errors,
        [
            of(VerbErrorKind::Miss, "gleeb", "PRESENT", None),
            of(
                VerbErrorKind::Tense,
                "waiting",
                "PRESENT",
                found(dateline::text::VerbForm::PresentParticiple)
            ),
            of(
                VerbErrorKind::Reporting,
                "hummed",
                "PAST",
                found(dateline::text::VerbForm::Past)
            ),
        ]
    );
    let odd = evaluate_verbs(&folder().join("verbs"), Some(Half::Odd)).unwrap();
    assert_eq!((odd.documents, odd.counts().gold), (0, 0));
}

#[test]
fn a_text_is_read_as_the_field_reads_it() {
    let open = |name: &str| GoldDocument::open(&folder().join(name)).unwrap();
    let ferry = open("ferry.tml");
    assert_eq!(ferry.created.unwrap().to_string(), "2025-01-27");
    assert!(
        ferry
            .text
            .starts_with("\nThe ferry sank on Friday off R&D Quay, <north> of the café.\n")
    );
    assert!(ferry.text.ends_with("12 June 2020.\n"));
    // The headline's mark is not part of the text, the empty one has no words.
    assert_eq!(ferry.timexes.len(), 6);
    assert_eq!(
        (ferry.timexes[2].text.as_str(), ferry.timexes[2].value.as_str()),
        ("3\u{a0}May 2019", "2019-05-03")
    );
    let crossing = open("crossing.tml");
    assert!(!crossing.text.contains('\r'));
    assert_eq!(crossing.created.unwrap().to_string(), "2003-02-10");
    let words: Vec<_> = crossing.timexes.iter().map(|t| t.text.as_str()).collect();
    assert_eq!(
        words,
        [
            "10 February 2003",
            "from 1998 to 2001",
            "1998",
            "2001",
            "3 May",
            "2002",
            "in 1998 and in 2001",
            "yesterday "
        ]
    );
    let latin = open("latin.tml");
    assert_eq!(latin.created, None);
    assert!(
        latin.text.contains("Une fête à Liège?")
            && latin.text.contains("and 5 < 6.")
            && latin.text.contains("7 > 6 < 5")
    );
    for timex in ferry
        .timexes
        .iter()
        .chain(&crossing.timexes)
        .chain(&latin.timexes)
    {
        assert!(timex.span.end > timex.span.start);
    }
    // A program that reads the marks themselves scores in full.
    for gold in [ferry, latin] {
        let mut score = Score::default();
        score.add(&gold, &gold.timexes);
        assert_eq!(row(&score.counts.figures()), [100.0; 10]);
    }
}

#[test]
fn odd_files() {
    let parse = |source: &str| GoldDocument::parse("odd", source.as_bytes());
    for source in ["", "<TEXT>open", "<TEXTS>a</TEXTS>", "plain", "<TEXT"] {
        assert!(matches!(parse(source), Err(GoldError::NoText { .. })), "{source}");
    }
    assert_eq!(parse("</TEXT><TEXT>").unwrap().text, "");
    let text = |source: &str| {
        let gold = parse(source).unwrap();
        (gold.text, gold.timexes.len())
    };
    assert_eq!(
        text("<TEXT>a</TIMEX3><TIMEX3 value='x'>b</TEXT>"),
        ("ab".into(), 0)
    );
    assert_eq!(
        text("<TEXT>a</TEXT> <TEXT><TIMEX3>b</TIMEX3></TEXT>"),
        ("a b".into(), 1)
    );
    let created = |value: &str| {
        parse(&format!("<DCT><TIMEX3 value='{value}'/></DCT><TEXT></TEXT>"))
            .map(|g| g.created.map(|d| d.to_string()))
    };
    assert_eq!(created("19980106T10:00").unwrap().as_deref(), Some("1998-01-06"));
    assert_eq!(created("1998-W02").unwrap(), None);
    assert_eq!(created("éé").unwrap(), None);
    assert!(matches!(created("1998-02-30"), Err(GoldError::NoSuchDay { .. })));
}

/// Pieces of files, a tilde between them.
const PIECES: &str = "<TEXT>~</TEXT>~<TEXT~<TIMEX3~<TIMEX3>~</TIMEX3>~<TIMEX3 value='1998'>~<TIMEX3/>~ value=\"~type='~'~\"~=~<~>~/~&~\
                      &#~&#x41;~&#xFFFFFFFF;~;~&eacute;~é~<DCT>~</DCT>~1998-02~-30~3 May~ ~\r~\n~x";

proptest! {
    #![proptest_config(seeded(1000))]

    #[test]
    fn any_file_is_read_or_refused(pieces in prop::collection::vec(prop::sample::select(PIECES.split('~').collect::<Vec<_>>()), 0..40), torn in any::<bool>()) {
        let mut bytes = format!("<TEXT>{}</TEXT>", pieces.concat()).into_bytes();
        if torn {
            bytes.push(0xE9);
        }
        if let Ok(gold) = GoldDocument::parse("odd", &bytes) {
            for t in &gold.timexes {
                prop_assert_eq!(gold.timex(t.span.clone(), &t.kind, &t.value), Some(t.clone()));
            }
            let mut score = Score::default();
            score.add(&gold, &gold.found());
            let c = score.counts;
            prop_assert!(c.paired <= c.gold.min(c.system) && c.strict <= c.paired);
            prop_assert_eq!(score.sorted_errors().len() + c.strict + c.kind + c.value, c.gold + c.system + c.paired);
        }
    }
}

#[cfg(feature = "cli")]
mod program {
    use super::common::{refused, run, run_in};
    use serde_json::Value;
    use std::fs;

    #[test]
    fn figures_are_printed() {
        let got = run(&["eval", "tests/gold", "--by-type"]);
        assert_eq!((got.code, got.err.as_str()), (0, ""));
        let expected = "\
docs 3  gold 16  system 18  paired 13  strict 8  type 12  value 10
             P       R       F1
strict     44.44   50.00    47.06
relaxed    72.22   81.25    76.47
type  acc  92.31       F1  70.59
value acc  76.92       F1  58.82
  DATE      gold   12 found   10 strict    6 type ok   10 value ok    8
  DURATION  gold    2 found    1 strict    0 type ok    1 value ok    1
  SET       gold    1 found    1 strict    1 type ok    1 value ok    0
  TIME      gold    1 found    1 strict    1 type ok    0 value ok    1
";
        assert_eq!(got.out, expected);
        let half = run(&["eval", "tests/gold", "--half", "odd"]);
        assert!(
            half.out.starts_with("docs 1  gold 6  system 6  paired 5"),
            "{}",
            half.out
        );
    }

    #[test]
    fn disagreements_are_listed() {
        let got = run(&["eval", "tests/gold", "--errors"]);
        for line in [
            "EXTENT   ferry@129  gold “for two weeks”, found “two weeks”\n         …3\u{a0}May 2019.⏎Its crew searched [[for two weeks]].",
            "MISS     crossing@79  “2002” DATE 2002\n",
            "SPURIOUS ferry@234  “12 June 2020” DATE 2020-06-12\n",
            "TYPE     latin@90  “2 November 2018” gold TIME, found DATE\n",
            "VALUE    ferry@82  “1998” gold 1997, found 1998\n",
            "\nerrors: EXTENT 5, MISS 3, SPURIOUS 5, TYPE 1, VALUE 3\ndocs 3 ",
        ] {
            assert!(got.out.contains(line), "no `{line}` in\n{}", got.out);
        }
    }

    #[test]
    fn the_choice_is_switched_off() {
        let value = |args: &[&str]| {
            let args = [&["eval", "tests/gold/choice"], args].concat();
            run(&args).out.lines().last().unwrap_or_default().to_owned()
        };
        assert_eq!(value(&[]), "value acc 100.00       F1 100.00");
        assert_eq!(value(&["--without-choice"]), "value acc  60.00       F1  60.00");
        for other in ["--verbs", "--links", "--entries"] {
            let both = run(&["eval", "tests/gold/choice", "--without-choice", other]);
            refused(&both, &["--without-choice", other]);
        }
    }

    #[test]
    fn verbs_are_printed() {
        let got = run(&["eval", "tests/gold/verbs", "--verbs", "--errors"]);
        assert_eq!((got.code, got.err.as_str()), (0, ""));
        for line in [
            "MISS      harbour@249  “gleeb” gold PRESENT, found nothing\n          …",
            "TENSE     harbour@",
            "[[waiting]] they lost a summer",
            "REPORTING harbour@",
            "\nerrors: MISS 1, TENSE 1, REPORTING 1\ndocs 1  verbs read ",
            "  marked 9  found 8  tense right 7\n             gold   found       %   tense       %\n",
            "\nall             9       8   88.89       7   87.50\n",
            "\nreporting: 2 marked, 2 found, 1 of them as saying: 50.00 %\n",
        ] {
            assert!(got.out.contains(line), "no `{line}` in\n{}", got.out);
        }
        let json = run(&["eval", "tests/gold/verbs", "--verbs", "--json"]);
        let json: Value = serde_json::from_str(&json.out).unwrap();
        assert_eq!(
            (
                json["verbs"]["gold"].as_u64(),
                json["verbs"]["found_rate"].as_f64()
            ),
            (Some(9), Some(88.89))
        );
        assert_eq!(json["by_gold_tense"]["NONE"]["right"], 1);
        assert!(json.get("errors").is_none());
        let none = run(&["eval", "tests/gold", "--verbs"]);
        assert!(none.err.contains("nothing to compare with"), "{}", none.err);
    }

    #[test]
    fn json_for_programs() {
        let read = |args: &[&str]| serde_json::from_str::<Value>(&run(args).out).unwrap();
        let all = read(&["eval", "tests/gold", "--json", "--errors"]);
        assert_eq!(all["schema"], "dateline/1");
        assert_eq!(
            (all["docs"].as_u64(), all["counts"]["pairs"].as_u64()),
            (Some(3), Some(13))
        );
        assert_eq!(
            (all["value"]["f1"].as_f64(), all["strict"]["p"].as_f64()),
            (Some(58.82), Some(44.44))
        );
        assert_eq!(all["by_gold_type"]["TIME"]["value"], 1);
        assert_eq!(all["errors"].as_array().unwrap().len(), 17);
        let missed = all["errors"]
            .as_array()
            .unwrap()
            .iter()
            .find(|e| e["kind"] == "MISS")
            .unwrap();
        assert_eq!(
            (missed["gold"]["value"].as_str(), &missed["sys"]),
            (Some("P3Y"), &Value::Null)
        );
        assert!(read(&["eval", "tests/gold", "--json"]).get("errors").is_none());
    }

    #[test]
    fn what_is_no_corpus_is_refused() {
        let dir = tempfile::tempdir().expect("a folder for the test");
        let write = |name: &str, content: &str| fs::write(dir.path().join(name), content).unwrap();
        let eval = || run_in(dir.path(), &["eval", "."], b"");
        refused(&run(&["eval", "tests/articles"]), &["tests/articles", "no .tml"]);
        refused(&run(&["eval", "tests/gone"]), &["tests/gone"]);
        refused(&run(&["eval", "tests/gold/ferry.tml"]), &["ferry.tml", "folder"]);
        write("._a.tml", "no text here");
        refused(&eval(), &["no .tml"]);
        write("a.tml", "<TEXT>Nothing is marked on 3 May 2019.</TEXT>");
        let got = eval();
        assert_eq!(got.code, 0);
        assert!(got.err.contains("nothing to compare with"), "{}", got.err);
        assert!(
            got.out.starts_with("docs 1  gold 0  system 1  paired 0"),
            "{}",
            got.out
        );
        write("b.tml", "<TimeML>words</TimeML>");
        refused(&eval(), &["b.tml", "<TEXT>"]);
        write(
            "b.tml",
            "<DCT><TIMEX3 value='2025-02-30'/></DCT><TEXT>words</TEXT>",
        );
        refused(&eval(), &["b.tml", "2025-02-30"]);
    }
}
