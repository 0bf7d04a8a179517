use super::fixture::{Case, EventCase, MentionCase};
use super::{Difference, Report};
use crate::resolve::When;
use crate::tagged::Tagged;
use crate::time::Moment;
use crate::timeline::{Event, Relation, Timeline};

/// Compares one case and adds to the report.
pub(super) struct Comparing<'a> {
    pub file: &'a str,
    pub case: String,
    pub report: &'a mut Report,
}

/// White space as single blanks, the typographic apostrophe straight: how words of a fixture are looked up.
fn norm(s: &str) -> String {
    let s = s.replace('\u{2019}', "'");
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

fn lower(s: &str) -> String {
    norm(s).to_lowercase()
}

impl Comparing<'_> {
    pub fn compare(&mut self, case: &Case, tagged: &Tagged, timeline: &Timeline) {
        if let Some(day) = case.published_expected {
            let got = tagged.published.as_ref().map(|p| p.date);
            let words = got.map_or("none".to_owned(), |d| d.to_string());
            self.hold(got == Some(day), "published", || day.to_string(), || words);
        }
        self.mentions(case, tagged);
        self.untagged(case, tagged);
        self.events(case, &timeline.events);
        self.order(case, &timeline.events);
    }

    fn hold(
        &mut self,
        holds: bool,
        about: &str,
        expected: impl FnOnce() -> String,
        got: impl FnOnce() -> String,
    ) {
        self.report.expectations += 1;
        if !holds {
            self.report.differences.push(Difference {
                file: self.file.to_owned(),
                case: self.case.clone(),
                about: about.to_owned(),
                expected: expected(),
                got: got(),
            });
        }
    }

    fn mentions(&mut self, case: &Case, tagged: &Tagged) {
        let words = words(tagged);
        let lowered: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
        let mut listed = vec![false; words.len()];
        for m in &case.mentions {
            let about = match m.nth {
                1 => format!("“{}”", m.text),
                n => format!("“{}” #{n}", m.text),
            };
            let picked = pick(m, &lowered);
            let Some(when) = picked.and_then(|i| tagged.whens.get(i)) else {
                self.hold(false, &about, || wanted(m), || "nothing".into());
                continue;
            };
            if let Some(seen) = picked.and_then(|i| listed.get_mut(i)) {
                *seen = true;
            }
            self.hold(
                is_when(m, when),
                &about,
                || wanted(m),
                || {
                    if m.value.is_none() && m.any.is_empty() {
                        between(when.start, when.end)
                    } else {
                        when.value.clone()
                    }
                },
            );
            for also in &m.also {
                let mut readings = vec![when.value.as_str()];
                readings.extend(when.alternatives.iter().map(|a| a.value.as_str()));
                self.hold(
                    readings.contains(&also.as_str()),
                    &about,
                    || format!("{also} among its readings"),
                    || readings.join(", "),
                );
            }
        }
        if case.complete {
            let rest: Vec<_> = words.iter().zip(&listed).filter(|(_, seen)| !**seen).collect();
            let rest: Vec<_> = rest.into_iter().map(|(w, _)| format!("“{w}”")).collect();
            self.hold(
                rest.is_empty(),
                "mentions",
                || "no other".into(),
                || rest.join(", "),
            );
        }
    }

    fn untagged(&mut self, case: &Case, tagged: &Tagged) {
        let words = words(tagged);
        for phrase in &case.untagged {
            let within = norm(phrase);
            // One letter or digit stands in too many words to mean this phrase.
            let inside: Vec<_> = words
                .iter()
                .filter(|w| w.trim().chars().count() > 1 && within.contains(w.as_str()))
                .map(|w| format!("“{w}”"))
                .collect();
            let about = format!("inside “{phrase}”");
            self.hold(
                inside.is_empty(),
                &about,
                || "nothing".into(),
                || inside.join(", "),
            );
        }
    }

    fn events(&mut self, case: &Case, events: &[Event]) {
        let told: Vec<String> = events.iter().map(|e| lower(&e.statement)).collect();
        let mut listed = vec![false; events.len()];
        for e in &case.events {
            let about = format!("event “{}”", e.has);
            let has = lower(&e.has);
            let hits: Vec<usize> = (0..events.len()).filter(|i| told[*i].contains(&has)).collect();
            let fits = hits.iter().copied().find(|i| is_event(e, &events[*i]));
            if let Some(i) = fits.or_else(|| hits.first().copied()) {
                listed[i] = true;
            }
            self.hold(
                fits.is_some(),
                &about,
                || place_wanted(e),
                || match hits.is_empty() {
                    true => "no event that says so".into(),
                    false => {
                        let places: Vec<_> = hits.iter().map(|i| place(&events[*i])).collect();
                        places.join(" and ")
                    }
                },
            );
        }
        if case.complete {
            let rest: Vec<_> = (0..events.len())
                .filter(|i| !listed[*i])
                .map(|i| format!("“{}” {}", events[i].statement, place(&events[i])))
                .collect();
            self.hold(
                rest.is_empty(),
                "events",
                || "no other".into(),
                || rest.join("; "),
            );
        }
        let told: String = events.iter().map(|e| norm(&e.statement) + "\n").collect();
        for words in &case.never {
            let about = format!("“{words}”");
            let found = told.contains(&norm(words));
            self.hold(!found, &about, || "no event".into(), || "an event".into());
        }
    }

    fn order(&mut self, case: &Case, events: &[Event]) {
        if case.article.is_some() {
            let days: Vec<_> = events
                .iter()
                .filter_map(|e| match (e.when.start, e.when.end) {
                    (None, Some(end)) => end.at().checked_sub_signed(chrono::TimeDelta::nanoseconds(1)),
                    (start, _) => start.map(Moment::at),
                })
                .map(|at| at.date())
                .collect();
            let sorted = days.windows(2).all(|w| w[0] <= w[1]);
            self.hold(
                sorted && !days.is_empty(),
                "events",
                || "in the order of time".into(),
                || {
                    if days.is_empty() {
                        "none".into()
                    } else {
                        "another".into()
                    }
                },
            );
        }
        if case.order.is_empty() {
            return;
        }
        let full: Vec<String> = events
            .iter()
            .map(|e| {
                let mentions: Vec<_> = e.mentions.iter().map(|m| m.text.as_str()).collect();
                lower(&format!("{} {} {}", e.statement, e.phrase, mentions.join(" ")))
            })
            .collect();
        let mut next = 0;
        let missing = case.order.iter().find(|words| {
            let words = lower(words);
            match (next..full.len()).find(|i| full[*i].contains(&words)) {
                Some(i) => {
                    next = i + 1;
                    false
                }
                None => true,
            }
        });
        self.hold(
            missing.is_none(),
            "order",
            || case.order.join(" < "),
            || format!("no “{}” there", missing.map_or("", |m| m.as_str())),
        );
    }
}

/// The words of each mention, normalised.
fn words(tagged: &Tagged) -> Vec<String> {
    let text = &tagged.document.text;
    let at = |m: &crate::rules::Mention| norm(text.get(m.range.clone()).unwrap_or_default());
    tagged.mentions.iter().map(at).collect()
}

/// The mention that a case means: the n-th that holds its words; failing that, the first whose words it holds.
fn pick(m: &MentionCase, mentions: &[String]) -> Option<usize> {
    let want = lower(&m.text);
    let mut holding = (0..mentions.len()).filter(|i| mentions[*i].contains(&want));
    let nth = usize::try_from(m.nth.unsigned_abs()).unwrap_or(usize::MAX).max(1) - 1;
    let found = if m.nth > 0 {
        holding.nth(nth)
    } else {
        holding.rev().nth(nth)
    };
    found.or_else(|| {
        (nth == 0)
            .then(|| mentions.iter().position(|w| want.contains(w.as_str())))
            .flatten()
    })
}

fn is_when(m: &MentionCase, when: &When) -> bool {
    if !m.any.is_empty() {
        return m.any.contains(&when.value);
    }
    match &m.value {
        Some(value) => *value == when.value,
        None => is_end(&m.start, when.start) && is_end(&m.end, when.end),
    }
}

fn is_event(e: &EventCase, got: &Event) -> bool {
    let lies = match &e.value {
        Some(value) => *value == got.when.value,
        None => is_end(&e.start, got.when.start) && is_end(&e.end, got.when.end),
    };
    lies && e.relation.is_none_or(|r| r == got.relation)
}

/// An end that is expected as a bare day is compared as a day, whatever clock time was read.
fn is_end(want: &Option<Option<String>>, got: Option<Moment>) -> bool {
    match (want.as_ref().and_then(|w| w.as_deref()), got) {
        (None, None) => true,
        (Some(want), Some(got)) => {
            let got = got.to_string();
            let got = match want.contains('T') {
                true => got.as_str(),
                false => got.split('T').next().unwrap_or_default(),
            };
            got == want
        }
        _ => false,
    }
}

fn wanted(m: &MentionCase) -> String {
    match (&m.value, m.any.is_empty()) {
        (_, false) => m.any.join(" or "),
        (Some(value), _) => value.clone(),
        (None, _) => span_wanted(&m.start, &m.end),
    }
}

fn place_wanted(e: &EventCase) -> String {
    let place = match &e.value {
        Some(value) => value.clone(),
        None => span_wanted(&e.start, &e.end),
    };
    match e.relation {
        Some(r) => format!("{place} {}", relation(r)),
        None => place,
    }
}

fn place(e: &Event) -> String {
    format!(
        "{} ({}) {}",
        between(e.when.start, e.when.end),
        e.when.value,
        relation(e.relation)
    )
}

/// As the JSON has it.
fn relation(r: Relation) -> String {
    format!("{r:?}").to_lowercase()
}

fn span_wanted(start: &Option<Option<String>>, end: &Option<Option<String>>) -> String {
    let word = |end: &Option<Option<String>>| end.clone().flatten().unwrap_or_else(|| "open".into());
    format!("{} to {}", word(start), word(end))
}

fn between(start: Option<Moment>, end: Option<Moment>) -> String {
    let word = |m: Option<Moment>| m.map_or("open".to_owned(), |m| m.to_string());
    format!("{} to {}", word(start), word(end))
}
