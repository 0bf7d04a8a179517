//! The page in use: no request, links both ways with and without its script, filters, finding, keys, phone, dark,
//! paper, names for those who listen.

use crate::devtools::{Browser, Tab, browser};
use dateline::chart::ChartOptions;
use dateline::document::{ReadOptions, read};
use dateline::page::{Article, page};
use dateline::timeline::{Timeline, TimelineRequest, timeline};
use dateline::{Options, Tagged, tag};
use serde_json::{Value, json};
use std::io::Read;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::time::Duration;

struct Made {
    _folder: tempfile::TempDir,
    file: PathBuf,
    timeline: Timeline,
}

fn made(names: &[&str]) -> Made {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let options = Options::new().today("2025-02-10".parse().unwrap());
    let tagged: Vec<Tagged> = names
        .iter()
        .map(|name| {
            let bytes = std::fs::read(root.join(name)).expect("an article");
            tag(
                read(&bytes, name, &ReadOptions::default()).expect("a document"),
                &options,
            )
        })
        .collect();
    let timeline = timeline(&tagged, &TimelineRequest::default());
    let articles: Vec<Article> = tagged.iter().map(Article::of).collect();
    let html = page(&timeline, &articles, &ChartOptions::new()).expect("a page");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("page.html");
    std::fs::write(&file, html).expect("it is written");
    Made {
        _folder: folder,
        file,
        timeline,
    }
}

/// A tab with the page, in which nothing moves.
fn open<'b>(browser: &'b mut Browser, made: &Made, width: u32) -> Tab<'b> {
    let mut tab = browser.tab();
    tab.size(width, 900);
    tab.prefer("screen", &[("prefers-reduced-motion", "reduce")]);
    tab.open(&made.file);
    tab
}

fn is_in_view(tab: &mut Tab<'_>, selector: &str) -> bool {
    tab.eval(&format!(
        "(() => {{ const r = document.querySelector({}).getBoundingClientRect();
            return r.width > 0 && r.bottom > 0 && r.top < innerHeight; }})()",
        json!(selector)
    )) == true
}

#[test]
fn it_asks_for_nothing_and_fits() {
    let Some(mut browser) = browser() else {
        return;
    };
    for names in [&["harbour.txt"][..], &["harbour.txt", "court.txt"]] {
        let made = made(names);
        for width in [1320, 1000, 390, 320] {
            let mut tab = open(&mut browser, &made, width);
            let asked: Vec<String> = tab
                .events("Network.requestWillBeSent")
                .iter()
                .filter_map(|e| e["request"]["url"].as_str())
                .filter(|url| !url.starts_with("file://") && !url.starts_with("data:"))
                .map(str::to_owned)
                .collect();
            assert!(asked.is_empty(), "{asked:?}");
            for event in [
                "Runtime.consoleAPICalled",
                "Runtime.exceptionThrown",
                "Log.entryAdded",
            ] {
                assert!(tab.events(event).is_empty(), "{:?}", tab.events(event));
            }
            let wide = tab.eval(
                "[document.documentElement, ...document.querySelectorAll('main, aside')]
                 .map((el) => el.scrollWidth - el.clientWidth)",
            );
            assert_eq!(wide, json!([0, 0, 0]), "sideways at {width}");
            let charts = tab.eval(
                "['.wide', '.narrow'].map((c) => document.querySelector('.chart ' + c).getBoundingClientRect().width > 0)",
            );
            assert_eq!(
                charts,
                json!([width >= 760, width < 760]),
                "one chart is shown at {width}"
            );
        }
    }
}

#[test]
fn links_lead_both_ways_with_and_without_script() {
    let Some(mut browser) = browser() else {
        return;
    };
    let made = made(&["harbour.txt"]);
    for width in [1320, 390] {
        for is_off in [false, true] {
            let mut tab = open(&mut browser, &made, width);
            tab.allow_scripts(!is_off);
            tab.open(&made.file);
            let chart = if width < 760 { ".narrow" } else { ".wide" };
            let target = tab.eval("document.querySelector('.mark.inferred').getAttribute('href')");
            let target = target.as_str().expect("a link").to_owned();
            tab.click(".mark.inferred");
            assert_eq!(
                tab.eval("location.hash"),
                target.as_str(),
                "{width}, script off: {is_off}"
            );
            assert!(is_in_view(&mut tab, &target));
            let lit = format!("document.querySelectorAll('{chart} .ev.on').length");
            assert_eq!(
                tab.eval(&lit),
                usize::from(!is_off),
                "the event of the words under the pointer"
            );
            assert!(
                is_in_view(&mut tab, ".at:target a"),
                "the way on to how it was worked out"
            );
            tab.click(".at:target a");
            let account = tab.eval("document.querySelector(':target').checkVisibility()");
            assert_eq!(account, true, "a folded account opens when it is linked to");
            // And back, from the chart to the words.
            let event = format!("{chart} a[data-e='{}'] text", target.trim_start_matches('#'));
            tab.click(&event);
            let hash = tab.eval("location.hash");
            assert_eq!(
                hash,
                tab.eval("'#' + document.querySelector('.mark.inferred').id")
            );
            assert!(is_in_view(&mut tab, ".mark:target"));
            assert_eq!(
                tab.eval("getComputedStyle(document.querySelector('.find')).display"),
                if is_off { "none" } else { "block" },
                "what needs the script is shown by it"
            );
        }
    }
}

#[test]
fn every_link_has_its_target() {
    let Some(mut browser) = browser() else {
        return;
    };
    for names in [
        &["harbour.txt"][..],
        &["court.txt"],
        &["history.txt"],
        &["incident.md"],
        &["page.html"],
        &["thread.txt"],
        &["harbour.txt", "court.txt"],
    ] {
        let made = made(names);
        let mut tab = open(&mut browser, &made, 1320);
        let lost = tab.eval(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map((a) => a.getAttribute('href').slice(1))
             .filter((id) => !document.getElementById(id))",
        );
        assert_eq!(lost, json!([]), "{names:?}");
        let twice = tab.eval(
            "(() => { const ids = [...document.querySelectorAll('[id]')].map((el) => el.id);
             return ids.filter((id, i) => ids.indexOf(id) !== i); })()",
        );
        assert_eq!(twice, json!([]), "{names:?}");
        let other = tab.eval(
            "[...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href'))
             .filter((h) => !/^(#|https?:|data:(application.json|text.csv|text.calendar);)/.test(h))",
        );
        assert_eq!(other, json!([]));
        let drawn = tab.eval("document.querySelectorAll('.wide a.ev').length");
        let told = tab.eval("document.querySelectorAll('.why li').length");
        assert_eq!(told, made.timeline.events.len());
        assert!(drawn.as_u64() <= told.as_u64());
    }
}

#[test]
fn keys_follow_time() {
    let Some(mut browser) = browser() else {
        return;
    };
    let made = made(&["harbour.txt"]);
    let order: Vec<&str> = made.timeline.events.iter().map(|e| e.id.as_str()).collect();
    let focused = "document.activeElement.dataset?.e ?? ''";
    let mut tab = open(&mut browser, &made, 1320);
    for (i, key) in ["j", "j", "j", "k"].iter().enumerate() {
        tab.key(key);
        let at = [0, 1, 2, 1][i];
        assert_eq!(tab.eval(focused), order[at], "{key}");
        assert!(is_in_view(&mut tab, ".ev:focus"));
    }
    assert!(
        is_in_view(&mut tab, ".mark.on"),
        "its words are lit and come into view"
    );
    // Tab goes on from there in the order of time, and Enter follows the link.
    let mut seen = vec![order[1].to_owned()];
    for _ in 2..order.len() {
        tab.key("Tab");
        seen.push(tab.eval(focused).as_str().unwrap_or_default().to_owned());
    }
    assert_eq!(seen, order[1..]);
    tab.key("Enter");
    assert!(is_in_view(&mut tab, ".mark:target"));
    // Finding.
    tab.key("/");
    assert_eq!(tab.eval("document.activeElement.id"), "find");
    tab.call("Input.insertText", json!({"text": "COAST guard"}));
    tab.settle();
    assert_eq!(
        tab.eval("document.getElementById('found').textContent"),
        format!("1 of {}", order.len())
    );
    assert_eq!(
        tab.eval("document.querySelectorAll('.wide a.ev:not(.miss)').length"),
        1
    );
    tab.key("Enter");
    assert_eq!(
        tab.eval("document.activeElement.getAttribute('aria-label').includes('coast guard')"),
        true
    );
    tab.key("Escape");
    assert_eq!(tab.eval("document.querySelectorAll('.miss').length"), 0);
    assert_eq!(tab.eval("document.querySelector(':target')"), Value::Null);
    // In the field the letters are letters.
    tab.key("/");
    tab.key("j");
    assert_eq!(tab.eval("document.getElementById('find').value"), "j");
}

#[test]
fn filters_work_without_script() {
    let Some(mut browser) = browser() else {
        return;
    };
    let two = made(&["harbour.txt", "court.txt"]);
    let mut tab = open(&mut browser, &two, 1320);
    tab.allow_scripts(false);
    tab.open(&two.file);
    let shown = "[...document.querySelectorAll('.wide a.ev')].filter((a) => a.checkVisibility({visibilityProperty: true}))";
    let all = tab.eval(&format!("{shown}.length"));
    tab.click("#show-inferred");
    assert_eq!(
        tab.eval(&format!("{shown}.some((a) => a.matches('.inferred'))")),
        false
    );
    assert!(tab.eval(&format!("{shown}.length")).as_u64() > Some(0));
    assert_eq!(
        tab.eval("[...document.querySelectorAll('.why li.inferred')].some((li) => li.checkVisibility())"),
        false
    );
    tab.click("#show-inferred");
    tab.click("#source-2");
    assert_eq!(
        tab.eval(&format!("{shown}.some((a) => a.matches('.from-2'))")),
        false
    );
    assert_eq!(
        tab.eval("document.querySelector('article.from-2').checkVisibility()"),
        false
    );
    assert!(tab.eval(&format!("{shown}.length")).as_u64() > Some(0));
    tab.click("#source-2");
    assert_eq!(tab.eval(&format!("{shown}.length")), all);
}

#[test]
fn the_policy_stops_what_is_injected() {
    let Some(mut browser) = browser() else {
        return;
    };
    let made = made(&["harbour.txt"]);
    let mut tab = open(&mut browser, &made, 1320);
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.set_nonblocking(true).expect("it does not wait");
    let address = listener.local_addr().expect("an address");
    let stopped = tab.eval(&format!(
        "new Promise((done) => {{
           const stopped = [];
           document.addEventListener('securitypolicyviolation', (e) => stopped.push(e.effectiveDirective));
           const add = (name, set) => document.body.append(Object.assign(document.createElement(name), set));
           add('img', {{src: 'http://{address}/a.png'}});
           add('script', {{src: 'http://{address}/a.js'}});
           add('script', {{textContent: 'window.ran = 1'}});
           add('iframe', {{src: 'http://{address}/a.html'}});
           document.body.insertAdjacentHTML('beforeend', '<p onclick=\"window.ran = 1\" id=\"tempting\">x</p>');
           document.getElementById('tempting').click();
           fetch('http://{address}/a.json').catch(() => setTimeout(() => done(stopped), 300));
         }})"
    ));
    for directive in [
        "img-src",
        "script-src-elem",
        "frame-src",
        "script-src-attr",
        "connect-src",
    ] {
        assert!(
            stopped.as_array().unwrap().contains(&json!(directive)),
            "{directive} of {stopped}"
        );
    }
    assert_eq!(tab.eval("window.ran"), Value::Null);
    // Chromium may open a connection ahead of a frame that the policy then forbids; nothing is asked over it.
    while let Ok((mut call, _)) = listener.accept() {
        call.set_read_timeout(Some(Duration::from_millis(500)))
            .expect("a timeout");
        let mut said = [0; 100];
        let asked = call.read(&mut said).unwrap_or(0);
        assert_eq!(String::from_utf8_lossy(&said[..asked]), "", "nobody has asked");
    }
}

#[test]
fn dark_paper_and_stillness() {
    let Some(mut browser) = browser() else {
        return;
    };
    let made = made(&["harbour.txt"]);
    let mut tab = open(&mut browser, &made, 1320);
    let contrast = r"(() => {
        const light = (c) => c.match(/[\d.]+/g).slice(0, 3).map((n) => n / 255)
            .map((n) => n <= 0.03928 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4)
            .reduce((sum, n, i) => sum + n * [0.2126, 0.7152, 0.0722][i], 0);
        const ground = light(getComputedStyle(document.body).backgroundColor);
        const of = (el) => { const style = getComputedStyle(el); return light(el.matches('text') ? style.fill : style.color); };
        return [...document.querySelectorAll('h1, p, small, dt, code, a, summary, .keys, .wide text')]
            .map((el) => { const [a, b] = [of(el) + 0.05, ground + 0.05]; return Math.max(a, b) / Math.min(a, b); })
            .reduce((least, n) => Math.min(least, n), 99); })()";
    for scheme in ["light", "dark"] {
        tab.prefer("screen", &[("prefers-color-scheme", scheme)]);
        tab.settle();
        let least = tab.eval(contrast).as_f64().expect("a number");
        assert!(least >= 4.5, "{scheme}: {least}");
    }
    let ground = "getComputedStyle(document.body).backgroundColor";
    assert_eq!(tab.eval(ground), "rgb(20, 23, 28)");
    let motion = "getComputedStyle(document.querySelector('.side')).scrollBehavior";
    assert_eq!(tab.eval(motion), "smooth");
    tab.prefer("screen", &[("prefers-reduced-motion", "reduce")]);
    assert_eq!(tab.eval(motion), "auto");
    // Paper stays light, and what is folded up on a screen is whole there.
    tab.prefer("print", &[("prefers-color-scheme", "dark")]);
    tab.settle();
    assert_eq!(tab.eval(ground), "rgb(255, 255, 255)");
    assert_eq!(
        tab.eval(
            "[...document.querySelectorAll('.why dl')].every((dl) => dl.getBoundingClientRect().height > 20)"
        ),
        true
    );
    tab.prefer("", &[]);
    let printed = tab.call("Page.printToPDF", json!({"preferCSSPageSize": true}));
    let pdf = printed["data"].as_str().expect("a file");
    // Base64 of "%PDF-".
    assert!(pdf.starts_with("JVBERi0"), "{}", &pdf[..20]);
    assert!(pdf.len() > 20_000);
}

#[test]
fn whoever_listens_hears_names() {
    let Some(mut browser) = browser() else {
        return;
    };
    let made = made(&["harbour.txt"]);
    let mut tab = open(&mut browser, &made, 1320);
    let tree = tab.call("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().expect("nodes");
    let named = |role: &str| -> Vec<String> {
        let of_role = nodes
            .iter()
            .filter(|n| n["ignored"] != true && n["role"]["value"] == role);
        of_role
            .map(|n| n["name"]["value"].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    for role in [
        "link",
        "checkbox",
        "searchbox",
        "heading",
        "DisclosureTriangle",
        "region",
    ] {
        let names = named(role);
        assert!(names.iter().all(|n| !n.trim().is_empty()), "{role}: {names:?}");
    }
    let links = named("link");
    for event in &made.timeline.events {
        let name = format!("{}: {}", dateline::chart::date_words(event), event.headline());
        assert!(links.contains(&name), "{name}");
    }
    assert_eq!(named("main").len(), 1);
    assert_eq!(named("complementary"), ["Timeline"]);
}
