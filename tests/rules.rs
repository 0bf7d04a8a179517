//! Every rule's examples inside their sentences, every refusal, every guard.

use dateline::document::Document;
use dateline::rules::{self, GUARDS};
use dateline::{Options, Tagged, tag};

fn read(text: &str, published: &str) -> Tagged {
    let day = published.parse().expect("the example's publication date");
    tag(
        Document::from_text("example", text),
        &Options::new().published(day),
    )
}

/// Takes the brackets out: the text, and where the expression stands.
fn unbracket(marked: &str) -> (String, std::ops::Range<usize>) {
    let open = marked
        .find('[')
        .expect("an example marks its expression with [ ]");
    let close = marked
        .find(']')
        .expect("an example marks its expression with [ ]");
    let text = format!(
        "{}{}{}",
        &marked[..open],
        &marked[open + 1..close],
        &marked[close + 1..]
    );
    (text, open..close - 1)
}

fn holds(rule: Option<&str>, (marked, published, value): rules::Example, failures: &mut Vec<String>) {
    let (text, range) = unbracket(marked);
    let got = read(&text, published);
    let Some(i) = got.mentions.iter().position(|m| m.range == range) else {
        let found: Vec<_> = got
            .mentions
            .iter()
            .map(|m| (&text[m.range.clone()], m.rule))
            .collect();
        failures.push(format!("{rule:?}: {marked}: found {found:?}"));
        return;
    };
    if let Some(rule) = rule
        && got.mentions[i].rule != rule
    {
        failures.push(format!("{rule}: {marked}: read by {}", got.mentions[i].rule));
    }
    if got.whens[i].value != value {
        failures.push(format!(
            "{rule:?}: {marked}: {} instead of {value}",
            got.whens[i].value
        ));
    }
}

#[test]
fn examples_hold() {
    let mut failures = Vec::new();
    for rule in rules::all() {
        for example in rule.examples {
            holds(Some(rule.name), *example, &mut failures);
        }
    }
    for guard in GUARDS {
        for example in guard.lets_through {
            holds(None, *example, &mut failures);
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn refusals_hold() {
    let mut failures = Vec::new();
    for rule in rules::all() {
        for sentence in rule.refusals {
            let got = read(sentence, "2025-01-27");
            for m in got.mentions.iter().filter(|m| m.rule == rule.name) {
                failures.push(format!(
                    "{}: {sentence}: {}",
                    rule.name,
                    &sentence[m.range.clone()]
                ));
            }
        }
    }
    for guard in GUARDS {
        for sentence in guard.examples {
            for m in &read(sentence, "2025-01-27").mentions {
                failures.push(format!(
                    "guard {}: {sentence}: {} by {}",
                    guard.name,
                    &sentence[m.range.clone()],
                    m.rule
                ));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn names_are_unique_and_every_rule_is_shown() {
    let mut names: Vec<_> = rules::all()
        .map(|r| r.name)
        .chain(GUARDS.iter().map(|g| g.name))
        .collect();
    let n = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), n);
    for rule in rules::all() {
        assert!(!rule.refusals.is_empty(), "{} refuses nothing", rule.name);
        assert!(!rule.examples.is_empty(), "{} shows nothing", rule.name);
    }
}
