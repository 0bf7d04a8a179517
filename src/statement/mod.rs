//! Which statement a date belongs to, how it lies to it, who says so, and what the entry says.
//!
//! A sentence is read once: its verb groups, its clauses, its dates. Each date picks the verb group that governs it;
//! the dates of one verb group make one event, and the event says what the clause of that verb says.

mod anchored;
mod anchors;
mod answers;
mod aside;
mod attribution;
mod base;
mod beside;
mod bounding;
mod chars;
mod clause;
mod elliptic;
mod entry;
mod event;
mod governor;
mod group;
mod happening;
mod happening_words;
mod join;
mod lasting;
mod links;
mod noun;
mod phrase;
mod quotes;
mod relation;
mod scene;
mod sound;
mod told;
mod undated;
mod until_then;
mod verbless;
mod wishes;

use crate::document::BlockKind;
use crate::published::Published;
use crate::resolve::{Alternative, Why, WhyStep};
use crate::rules::Mention;
use crate::tagged::Tagged;
use crate::text::{VerbKind, VerbTense};
use anchored::Anchored;
use anchors::{Entry, Ledger};
use chars::Chars;
use group::Unit;
use happening::{Telling, tells};
use scene::Scene;
use std::ops::Range;

pub use event::{
    Attribution, Certainty, CharSpan, Event, EventMention, EventWhen, Relation, Shape, Tense, Told, Undated,
};

pub use links::{DateLink, date_links};

/// A sentence of more tokens than this is no sentence; its clauses are not looked for.
const LONGEST: usize = 400;

/// The dated and the undated statements of one document, in the order of the text. `document` is its id in the
/// timeline (`d1`); events and undated statements get their ids from the timeline.
pub fn statements(tagged: &Tagged, document: &str) -> (Vec<Event>, Vec<Undated>) {
    let chars = Chars::of(&tagged.document.text);
    let (mut events, mut undated) = (Vec::new(), Vec::new());
    let mut ledger = Ledger::default();
    let mut quotes = quotes::Quotes::default();
    let (mut date, mut block) = (0, 0);
    // The sentence before, where it asks when something happened.
    let mut asked: Option<Scene> = None;
    let mut verbs = tagged.verbs.iter().peekable();
    let blocks = &tagged.document.blocks;
    for (n, sentence) in tagged.sentences.iter().enumerate() {
        while tagged
            .mentions
            .get(date)
            .is_some_and(|m| m.tokens.end <= sentence.tokens.start)
        {
            date += 1;
        }
        let first = date;
        while tagged
            .mentions
            .get(date)
            .is_some_and(|m| m.tokens.start < sentence.tokens.end)
        {
            date += 1;
        }
        while blocks
            .get(block)
            .is_some_and(|b| b.range.end <= sentence.bytes.start)
        {
            block += 1;
        }
        let kind = blocks.get(block).map_or(BlockKind::Paragraph, |b| b.kind);
        let heading = matches!(
            kind,
            BlockKind::Headline | BlockKind::Heading | BlockKind::Caption
        );
        let scene = Scene::new(
            &tagged.document.text,
            &tagged.tokens,
            &tagged.mentions,
            sentence.tokens.clone(),
            first..date,
            verbs.next_if(|v| v.0 == n).map(|v| v.1.as_slice()),
        );
        let answer = asked
            .take()
            .and_then(|q| answers::answered(tagged, &q, &scene, &chars, document));
        let (found, lost) = match answer {
            Some(event) => (vec![(event, Vec::new())], None),
            None => of_sentence(tagged, &scene, &chars, document, kind),
        };
        if !heading {
            match lost {
                Some(why) => undated.extend(undated::kept(tagged, &scene, &chars, document, why)),
                None if found.is_empty() && scene.range.len() <= LONGEST => {
                    if let Some(found) =
                        undated::undated(tagged, &scene, &chars, document, &mut ledger, undated.len())
                    {
                        undated.push(found);
                    }
                }
                None => {}
            }
        }
        let from = events.len();
        for (event, tellings) in found {
            ledger.tell(Entry::Event(events.len()), tellings, &scene.range);
            events.push(event);
        }
        let told = from..events.len();
        quotes.sentence(&scene, sentence.paragraph, &chars, &mut events, told);
        asked = answers::asks_when(&scene).then_some(scene);
    }
    ledger.settle(tagged, document, &mut events, &mut undated);
    (events, undated)
}

/// The events of a sentence, and why a date of it that has a place is told by none of them.
fn of_sentence(
    tagged: &Tagged,
    s: &Scene,
    chars: &Chars,
    document: &str,
    kind: BlockKind,
) -> (Vec<(Event, Vec<Telling>)>, Option<&'static str>) {
    let dated = |i: &usize| {
        group::placed(tagged, *i)
            && s.mentions
                .get(*i)
                .is_some_and(|m| s.range.contains(&m.tokens.start))
    };
    if !s.dates.clone().any(|i| dated(&i)) {
        return (Vec::new(), None);
    }
    if s.range.len() > LONGEST {
        return (Vec::new(), Some("its sentence is too long to be taken apart"));
    }
    if s.asks() {
        return (Vec::new(), Some("it is asked, not told"));
    }
    if verbless::greets(s) {
        return (Vec::new(), None);
    }
    if verbless::teases(s) {
        return (Vec::new(), Some("it points to another article"));
    }
    let clauses = clause::clauses(s);
    let verbal = s.finite().next().is_some();
    let group::Found { units, passed } = group::units(tagged, s, &clauses);
    let (mut events, mut tellings_of, mut seen) = (Vec::<Event>::new(), Vec::new(), Vec::new());
    // The event that the finite verb of a clause told, and its words.
    let mut finite: Vec<(governor::Governed, usize, Range<usize>)> = Vec::new();
    let several = units.len() > 1;
    // "19:05 The school will stay shut tomorrow": written at that time, and nothing happened then.
    let stamp = told::stamp(s);
    let stamped = |u: &Unit| stamp.as_ref().is_some_and(|t| t.contains(&u.phrase.tokens.start));
    let stands = |u: &Unit| {
        u.governed
            .and_then(|g| clauses.get(g.clause))
            .is_some_and(|c| matches!(c.kind, clause::Kind::Main | clause::Kind::Content))
    };
    let supposed = |u: &Unit| {
        let clause = u.governed.and_then(|g| clauses.get(g.clause));
        clause.is_some_and(|c| c.kind == clause::Kind::Supposed)
    };
    let idle = units
        .iter()
        .position(|u| stamped(u) && units.iter().any(|o| !stamped(o) && stands(o)));
    for (n, mut u) in units.into_iter().enumerate() {
        if idle == Some(n) {
            seen.push(u.phrase.tokens);
            continue;
        }
        // "If it has not come before August, …": the main clause tells it with what it supposes.
        if several && supposed(&u) {
            continue;
        }
        if !verbal {
            u.governed = None;
            // No verb tells which of them is whose.
            u.whole |= several;
            if !verbless::tells(s, &u, kind) {
                continue;
            }
        }
        if matches!(kind, BlockKind::Headline | BlockKind::Heading) && said_at(tagged, s, &u) {
            continue;
        }
        if let Some((e, words)) = event(tagged, s, &clauses, &u, chars, document) {
            // "promised on Friday to repair it by August": told once, with the deadline in its words.
            let once = finite.iter().find(|f| deadline(s, &u, &e, f)).map(|f| f.1);
            if let Some(first) = once.and_then(|k| events.get_mut(k)) {
                seen.push(u.phrase.tokens);
                first.mentions.extend(e.mentions);
                continue;
            }
            finite.extend(u.governed.map(|g| (g, events.len(), words.clone())));
            seen.push(words);
            seen.push(u.phrase.tokens.clone());
            seen.extend(u.more.iter().map(|p| p.tokens.clone()));
            let clause = u.governed.and_then(|g| clauses.get(g.clause));
            let tellings = clause.map_or_else(Vec::new, |c| tells(s, c, Some(&u)));
            let lasted = went_on(tagged, s, &clauses, &u, &e, chars, document);
            events.push(e);
            tellings_of.push(tellings);
            tellings_of.resize(events.len() + usize::from(lasted.is_some()), Vec::new());
            events.extend(lasted);
        }
    }
    until_then::ended(
        s,
        finite.iter().map(|f| (f.1, f.0.group, f.2.clone())),
        &mut events,
    );
    let events: Vec<_> = events.into_iter().zip(tellings_of).collect();
    // A date is told when it carries an event, or stands in the words of one.
    let lost = s
        .dates
        .clone()
        .filter(dated)
        // When an entry of a log was written is told by what it tells.
        .filter(|&i| {
            events.is_empty()
                || !stamp
                    .as_ref()
                    .is_some_and(|t| t.contains(&s.mentions[i].tokens.start))
        })
        .find(|&i| !seen.iter().any(|r| r.contains(&s.mentions[i].tokens.start)));
    let why = lost.map(|i| {
        passed
            .iter()
            .find(|(p, _)| *p == i)
            .map_or("no verb tells what happened then", |(_, why)| *why)
    });
    (events, why)
}

/// Whether a date only says by when what the clause's verb tells of is to be done, in words that were told with it.
fn deadline(s: &Scene, u: &Unit, e: &Event, told: &(governor::Governed, usize, Range<usize>)) -> bool {
    let (host, _, words) = told;
    let kind = |g: &governor::Governed| s.groups.get(g.group).map(|g| g.kind);
    u.governed.is_some_and(|g| {
        g.clause == host.clause
            && kind(&g) == Some(VerbKind::Infinitive)
            && kind(host) == Some(VerbKind::Finite)
            && s.groups[host.group].tokens.end <= s.groups[g.group].tokens.start
    }) && matches!(e.relation, Relation::By | Relation::Until | Relation::Before)
        && words.start <= u.phrase.tokens.start
        && u.phrase.tokens.end <= words.end
}

/// “We sold the last loaf at noon” over an interview: of which day nobody says.
fn said_at(tagged: &Tagged, s: &Scene, u: &Unit) -> bool {
    let clock = s
        .mentions
        .get(u.dates.first)
        .is_some_and(|m| matches!(m.meaning, crate::rules::Meaning::Clock(_)));
    let dated = tagged
        .whens
        .get(u.dates.first)
        .is_some_and(|w| w.stated.contains(&crate::resolve::Part::Day));
    clock && !dated && s.quoted(u.phrase.tokens.start)
}

/// The event of a unit, and the words of the sentence that it is told in.
fn event(
    tagged: &Tagged,
    s: &Scene,
    clauses: &[clause::Clause],
    unit: &Unit,
    chars: &Chars,
    document: &str,
) -> Option<(Event, Range<usize>)> {
    let verb = unit.governed.and_then(|g| {
        let finite = clauses.get(g.clause)?.verb;
        finite
            .and_then(|v| s.groups.get(v))
            .or_else(|| s.groups.get(g.group))
    });
    let nearest = unit.governed.and_then(|g| s.groups.get(g.group));
    // "The plant, announced in June, was to open": the announcement is placed, not the opening.
    let verb = nearest
        .filter(|_| aside::passive(s, clauses, unit).is_some())
        .or(verb);
    let place = relation::place(tagged, s, &unit.dates, &unit.phrase, verb, nearest)?;
    // "invited them to a talk on 12 March": what is past was not then, and the words say what is.
    let ahead = verb.is_some_and(|g| g.tense == VerbTense::Past)
        && tagged.published.as_ref().is_some_and(|p| {
            let when = tagged.whens.get(unit.dates.first);
            // The night of a log lies ahead of its date, and not of its words.
            let when = when.filter(|w| !w.why.iter().any(|y| matches!(y, Why::FromNight(..))));
            when.and_then(|w| w.start).is_some_and(|m| m.day() > p.date)
        });
    let (place, from) = lasting::with_length(tagged, s, clauses, unit, verb, place);
    let mut dates: Vec<usize> = [Some(unit.dates.first), unit.dates.last]
        .into_iter()
        .flatten()
        .collect();
    dates.extend(&unit.dates.beside);
    let main = tagged.whens.get(unit.dates.first)?;
    let told = told::told(s, clauses, unit, ahead);
    let (mut worded, words) = worded(tagged, s, told, &unit.phrase, &dates, chars, document)?;
    if from < unit.phrase.tokens.start {
        worded.phrase = entry::text(s, &entry::Pieces::of(from..unit.phrase.tokens.end));
    }
    let event = Event {
        when: place.when,
        relation: place.relation,
        certainty: place.certainty,
        alternatives: main.alternatives.clone(),
        tense: verb.map(|v| Tense::of(v.tense)),
        why: why(tagged, &dates, place.note),
        ..worded
    };
    Some((event, words))
}

/// What a unit says, in the words of the text, before its date has a place.
fn worded(
    tagged: &Tagged,
    s: &Scene,
    told: told::Told,
    phrase: &phrase::Phrase,
    dates: &[usize],
    chars: &Chars,
    document: &str,
) -> Option<(Event, Range<usize>)> {
    let statement = match told.helper {
        Some((at, word)) => entry::text_with(s, &told.pieces, at, word),
        None => entry::text(s, &told.pieces),
    };
    if statement.is_empty() {
        return None;
    }
    let (first, last) = (told.pieces.first()?, told.pieces.last()?);
    let words = |tokens: &Range<usize>| entry::text(s, &entry::Pieces::of(tokens.clone()));
    let event = Event {
        id: String::new(),
        statement,
        when: EventWhen::nowhere(),
        relation: Relation::Within,
        certainty: Certainty::Inferred,
        alternatives: Vec::new(),
        mentions: dates
            .iter()
            .filter_map(|&i| mention(tagged.mentions.get(i)?, i, s.text, chars, document))
            .collect(),
        phrase: words(&phrase.tokens),
        statement_span: Some(chars.span(&s.bytes(&(first..last + 1)))),
        sentence_span: Some(chars.span(&s.bytes(&s.range))),
        attribution: told.speaker.map(|t| Attribution {
            text: words(&t),
            span: Some(chars.span(&s.bytes(&t))),
        }),
        reports: told.reports,
        tense: None,
        salience: None,
        sources: vec![document.to_owned()],
        also: Vec::new(),
        anchor: None,
        conflicts: Vec::new(),
        why: Vec::new(),
    };
    Some((event, first..last + 1))
}

/// What another clause of the sentence tells the length of, from where this event tells that it began.
fn went_on(
    tagged: &Tagged,
    s: &Scene,
    clauses: &[clause::Clause],
    begun: &Unit,
    from: &Event,
    chars: &Chars,
    document: &str,
) -> Option<Event> {
    let (unit, length, when) = lasting::went_on(s, clauses, begun, &from.when)?;
    let told = told::told(s, clauses, &unit, false);
    let (event, _) = worded(tagged, s, told, &unit.phrase, &[length], chars, document)?;
    Some(lasting::spanning(event, from, when))
}

/// The event of a time that is counted from another event, without its place.
fn waiting(
    tagged: &Tagged,
    s: &Scene,
    clauses: &[clause::Clause],
    anchored: &Anchored,
    chars: &Chars,
    document: &str,
) -> Option<Event> {
    let unit = Unit::of_phrase(anchored.phrase.clone(), anchored.governed);
    let lengths: Vec<usize> = anchored.lengths.clone().collect();
    let told = told::told(s, clauses, &unit, false);
    let (event, _) = worded(tagged, s, told, &unit.phrase, &lengths, chars, document)?;
    let verb = s.groups.get(anchored.governed.group)?;
    Some(Event {
        tense: Some(Tense::of(verb.tense)),
        ..event
    })
}

fn mention(m: &Mention, i: usize, text: &str, chars: &Chars, document: &str) -> Option<EventMention> {
    Some(EventMention {
        id: format!("{document}.t{}", i + 1),
        span: chars.span(&m.range),
        text: text.get(m.range.clone())?.to_owned(),
    })
}

/// How the date was worked out: read, anchor, resolve, relation.
fn why(tagged: &Tagged, dates: &[usize], note: String) -> Vec<WhyStep> {
    let mut steps = Vec::new();
    for &i in dates.iter().take(2) {
        let (Some(m), Some(w)) = (tagged.mentions.get(i), tagged.whens.get(i)) else {
            continue;
        };
        let words = tagged.document.text.get(m.range.clone()).unwrap_or_default();
        steps.push(WhyStep {
            step: "read".into(),
            rule: Some(m.rule.into()),
            note: format!("“{words}”"),
        });
        steps.extend(w.why.iter().map(|y| match (y, &tagged.published) {
            (Why::FromPublished(_), Some(p)) => WhyStep {
                step: y.step().into(),
                rule: None,
                note: anchor(p),
            },
            _ => y.written(),
        }));
    }
    steps.push(WhyStep {
        step: "relation".into(),
        rule: None,
        note,
    });
    steps
}

fn anchor(p: &Published) -> String {
    format!(
        "publication date, {}, from {}",
        crate::time::Moment::of_day(p.date),
        p.from.words()
    )
}
