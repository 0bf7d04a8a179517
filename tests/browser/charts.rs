//! No two texts of a chart overlap, none leaves the canvas, no leaders cross, whatever fonts the reader has.

use crate::devtools::{Browser, Tab, browser};
use crate::random;
use dateline::chart::{ChartLayout, ChartOptions, draw, draw_pages};
use serde_json::{Value, json};
use std::path::Path;

const CHECKER: &str = include_str!("checker.js");

/// Families that the widths are bounded for; what is not installed is not looked at.
const FAMILIES: [&str; 7] = [
    "DejaVu Sans",
    "Liberation Sans",
    "Noto Sans",
    "Inter",
    "Roboto",
    "Open Sans",
    "Lato",
];

/// How many random charts are looked at; `CHART_SEEDS=5000` asks for another number.
fn seeds(usual: u64) -> u64 {
    let asked = std::env::var("CHART_SEEDS").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(usual)
}

struct Checker<'b> {
    tab: Tab<'b>,
    charts: usize,
    texts: u64,
    wrong: Vec<String>,
}

impl<'b> Checker<'b> {
    fn new(browser: &'b mut Browser) -> Checker<'b> {
        let mut tab = browser.tab();
        tab.size(1700, 1000);
        tab.eval(CHECKER);
        Checker {
            tab,
            charts: 0,
            texts: 0,
            wrong: Vec::new(),
        }
    }

    fn look(&mut self, svg: &str, family: Option<&str>) -> Vec<String> {
        let fonts = family.map(|f| format!("'{f}',sans-serif"));
        let got = self.tab.eval(&format!("check({}, {})", json!(svg), json!(fonts)));
        self.charts += 1;
        self.texts += got["texts"].as_u64().expect("a count");
        let wrong = got["wrong"].as_array().expect("a list");
        wrong
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }

    fn check(&mut self, name: &str, svg: &str, family: Option<&str>) {
        for wrong in self.look(svg, family) {
            let fonts = family.map(|f| format!(" in {f}")).unwrap_or_default();
            self.wrong.push(format!("{name}{fonts}: {wrong}"));
        }
    }

    fn random(&mut self, seeds: std::ops::Range<u64>, family: Option<&str>) {
        for seed in seeds {
            let (timeline, width) = random::timeline(seed);
            let svg = draw(&timeline, &ChartOptions::new().width(width)).expect("a chart");
            self.check(&format!("seed {seed}, {width} px"), &svg, family);
        }
    }

    fn golden(&mut self, family: Option<&str>) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/chart-golden");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .expect("the goldens")
            .map(|e| e.expect("a file").path())
            .collect();
        files.sort();
        for path in files.iter().filter(|p| p.extension().is_some_and(|e| e == "svg")) {
            let svg = std::fs::read_to_string(path).expect("a chart");
            self.check(&path.file_stem().unwrap().to_string_lossy(), &svg, family);
        }
    }

    fn installed(&mut self) -> Vec<&'static str> {
        let has = |f: &&&str| self.tab.eval(&format!("has({})", json!(f))) == true;
        FAMILIES.iter().filter(has).copied().collect()
    }

    fn end(self, least: u64) {
        let report = format!("{} charts, {} texts", self.charts, self.texts);
        assert!(self.texts > least, "{report}: too few to mean anything");
        assert!(
            self.wrong.is_empty(),
            "{report}, {} wrong:\n{}",
            self.wrong.len(),
            self.wrong.iter().take(60).cloned().collect::<Vec<_>>().join("\n")
        );
        crate::note(&format!("{report}: none overlap"));
    }
}

/// Across the page, with few rows, and cut into pages.
#[test]
#[ignore = "half a minute; .ci/run asks for it"]
fn charts_hold_apart_in_every_form() {
    let Some(mut browser) = browser() else {
        return;
    };
    let mut checker = Checker::new(&mut browser);
    for seed in 0..600 {
        let (timeline, width) = random::timeline(seed);
        let plain = ChartOptions::new().width(width);
        let options = match seed % 3 {
            0 => plain.layout(ChartLayout::Horizontal),
            1 => plain.max_rows(8),
            _ => plain.page_height(1500).max_rows(usize::MAX),
        };
        for (i, svg) in draw_pages(&timeline, &options)
            .expect("a chart")
            .iter()
            .enumerate()
        {
            checker.check(
                &format!("seed {seed}, {width} px, form {} page {i}", seed % 3),
                svg,
                None,
            );
        }
    }
    checker.end(50_000);
}

#[test]
fn charts_hold_apart() {
    let Some(mut browser) = browser() else {
        return;
    };
    let mut checker = Checker::new(&mut browser);
    checker.golden(None);
    checker.random(0..150, None);
    checker.end(5_000);
}

#[test]
#[ignore = "a minute or two; .ci/run asks for it"]
fn charts_hold_apart_in_every_font() {
    let Some(mut browser) = browser() else {
        return;
    };
    let mut checker = Checker::new(&mut browser);
    checker.random(0..seeds(1_000), None);
    for family in checker.installed() {
        checker.golden(Some(family));
        checker.random(0..120, Some(family));
    }
    checker.end(50_000);
}

fn golden(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/chart-golden");
    std::fs::read_to_string(path.join(name)).expect("a chart")
}

/// As a picture in somebody's page: a file that is not well-formed, or that asks for more, would show nothing.
#[test]
fn a_chart_can_be_a_picture() {
    let Some(mut browser) = browser() else {
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join("page.html");
    for seed in [0, 1, 2] {
        let (timeline, width) = random::timeline(seed);
        let svg = draw(&timeline, &ChartOptions::new().width(width)).expect("a chart");
        std::fs::write(folder.path().join("chart.svg"), svg).expect("it is written");
        std::fs::write(&page, "<!DOCTYPE html><img src=\"chart.svg\">").expect("it is written");
        let mut tab = browser.tab();
        tab.open(&page);
        assert_eq!(tab.eval("document.querySelector('img').naturalWidth"), width);
        let asked = tab.events("Network.requestWillBeSent");
        assert_eq!(asked.len(), 2, "{asked:?}");
    }
}

/// The checker itself is checked: what is wrong is found.
#[test]
fn what_is_wrong_is_found() {
    let Some(mut browser) = browser() else {
        return;
    };
    let mut checker = Checker::new(&mut browser);
    let good = golden("harbour-1200.svg");
    assert_eq!(checker.look(&good, None), [""; 0]);
    let found = |checker: &mut Checker<'_>, svg: &str, what: &str| {
        let wrong = checker.look(svg, None);
        assert!(wrong.iter().any(|w| w.starts_with(what)), "{what}: {wrong:?}");
    };
    let text = |x: f64, y: f64| {
        format!("<g class=\"when\"><text x=\"{x}\" y=\"{y}\" font-size=\"15\">one more text</text></g></svg>")
    };
    let (first, _) = good.rsplit_once("</svg>").unwrap();
    found(&mut checker, &format!("{first}{}", text(520.0, 300.0)), "overlap");
    found(
        &mut checker,
        &format!("{first}{}", text(1_150.0, 300.0)),
        "outside",
    );
    let lead = first.split("class=\"lead").nth(1).unwrap();
    let ends: Vec<f64> = lead
        .split("d=\"M")
        .nth(1)
        .unwrap()
        .split(['C', ' ', '"'])
        .take(8)
        .map(|n| n.parse().unwrap())
        .collect();
    found(
        &mut checker,
        &format!("{first}{}", text(ends[0] + 2.0, 300.0)),
        "among the leaders",
    );
    let curve = |y0: f64, y1: f64, x1: f64| {
        let middle = (ends[0] + x1) / 2.0;
        format!(
            "<g class=\"when\"><path class=\"lead\" d=\"M{} {y0}C{middle} {y0} {middle} {y1} {x1} {y1}\"/></g>",
            ends[0]
        )
    };
    let (a, b) = (curve(300.0, 420.0, ends[6]), curve(400.0, 310.0, ends[6]));
    found(&mut checker, &format!("{first}{a}{b}</svg>"), "leaders");
}

/// Two ways in which the chart could get worse: widths as plotters estimates them without fonts, and leaders that do
/// not end at one place across.
#[test]
fn a_worse_chart_is_found() {
    let Some(mut browser) = browser() else {
        return;
    };
    let mut checker = Checker::new(&mut browser);
    // plotters-svg takes bytes × 0.7 × size ÷ 1.24² and writes the size as size ÷ 1.24: for capitals half as much as
    // they need. Beside a text that is as wide as estimated, the next one begins.
    let size = 15.0;
    let beside = |words: &str, width: f64| {
        format!(
            "<svg viewBox=\"0 0 4000 900\"><text x=\"20\" y=\"50\" font-size=\"{size}\">{words}</text>\
             <text x=\"{}\" y=\"50\" font-size=\"{size}\">next</text></svg>",
            20.0 + width
        )
    };
    let words = "NORTH HAMMOND WATERWORKS COMMITTEE";
    let estimate = words.len() as f64 * 0.7 * size / 1.24;
    let wrong = checker.look(&beside(words, estimate), None);
    assert!(wrong.iter().any(|w| w.starts_with("overlap")), "{wrong:?}");
    assert_eq!(checker.look(&beside(words, 34.0 * size), None), [""; 0]);
    // A steep leader and a flat one below it: while both end at one place across they keep their order; let the steep
    // one end earlier, and it is below the other before that has come down.
    let (from, to) = (173.0, 233.0);
    let curve = |y0: f64, y1: f64, x1: f64| {
        let middle = (from + x1) / 2.0;
        format!(
            "<g class=\"when\"><path class=\"lead\" d=\"M{from} {y0}C{middle} {y0} {middle} {y1} {x1} {y1}\"/></g>"
        )
    };
    let chart = |x1: f64| {
        format!(
            "<svg viewBox=\"0 0 1200 900\">{}{}</svg>",
            curve(100.0, 400.0, x1),
            curve(130.0, 404.0, to)
        )
    };
    assert_eq!(checker.look(&chart(to), None), [""; 0]);
    let wrong = checker.look(&chart(to - 40.0), None);
    assert!(wrong.iter().any(|w| w.starts_with("leaders")), "{wrong:?}");
}
