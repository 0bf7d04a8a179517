//! Dates counted from what the same text tells elsewhere: each such time is tied to the one statement that tells of the
//! event it names, and dated from that statement's date; where that has none, or several are told, it stays undated
//! and says so.

use super::anchored::{Anchored, Side, Step};
use super::happening::Telling;
use super::relation::Place;
use super::{Alternative, Certainty, Event, EventWhen, Relation, Shape, Tense, Undated};
use crate::resolve::WhyStep;
use crate::tagged::Tagged;
use crate::text::{Token, VerbGroup, VerbTense};
use crate::time::{Day, Grain, Moment, add_units, start_of, value_of};
use chrono::TimeDelta;
use std::collections::HashMap;
use std::ops::Range;

/// A noun that more statements tell of than this names none of them.
const MOST: usize = 16;

/// A statement, by its place among the dated or the undated ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    Event(usize),
    Undated(usize),
}

#[derive(Debug)]
struct Teller {
    entry: Entry,
    begins: bool,
    subject: Range<usize>,
    sentence: Range<usize>,
}

/// A statement that is dated by another.
#[derive(Debug)]
struct Waiting {
    undated: usize,
    anchored: Anchored,
    /// Without its place.
    event: Event,
    sentence: Range<usize>,
    /// What the sentence before told the beginning of, for "It lasted three weeks".
    begun: Option<Entry>,
}

/// What the statements of a document tell of, and which of them wait for another's date.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    tellers: HashMap<String, Vec<Teller>>,
    waiting: Vec<Waiting>,
    /// The last statement that told a beginning, and its sentence.
    begun: Option<(Entry, Range<usize>)>,
    /// Statements that have their place, by their number among the undated.
    placed: Vec<(usize, Event)>,
}

/// What a time is counted from.
#[derive(Debug, Clone, Copy)]
enum Choice {
    Nothing,
    Several,
    One(Entry, bool),
}

impl Ledger {
    pub fn tell(&mut self, entry: Entry, tellings: Vec<Telling>, sentence: &Range<usize>) {
        if tellings.iter().any(|t| t.begins) {
            self.begun = Some((entry, sentence.clone()));
        }
        for t in tellings {
            self.tellers.entry(t.key).or_default().push(Teller {
                entry,
                begins: t.begins,
                subject: t.subject,
                sentence: sentence.clone(),
            });
        }
    }

    pub fn wait(&mut self, undated: usize, anchored: Anchored, event: Event, sentence: &Range<usize>) {
        let begun = self.begun.as_ref().filter(|(_, s)| s.end == sentence.start);
        let begun = begun.map(|(entry, _)| *entry);
        self.waiting.push(Waiting {
            begun: begun.filter(|_| anchored.keys.is_empty()),
            undated,
            anchored,
            event,
            sentence: sentence.clone(),
        });
    }

    /// A statement that no date of the text dates, and that has its place all the same.
    pub fn place(&mut self, undated: usize, event: Event) {
        self.placed.push((undated, event));
    }

    /// Dates what can be dated. Ids are given here, for the statements to name each other by; the timeline gives its
    /// own.
    pub fn settle(
        self,
        tagged: &Tagged,
        document: &str,
        events: &mut Vec<Event>,
        undated: &mut Vec<Undated>,
    ) {
        for (i, e) in events.iter_mut().enumerate() {
            e.id = format!("{document}.s{}", i + 1);
        }
        for (i, u) in undated.iter_mut().enumerate() {
            u.id = format!("{document}.u{}", i + 1);
        }
        if self.waiting.is_empty() && self.placed.is_empty() {
            return;
        }
        let choices: Vec<Choice> = self
            .waiting
            .iter()
            .map(|w| self.choose(tagged, w, events))
            .collect();
        let mut waits: Vec<Option<usize>> = vec![None; undated.len()];
        for (k, w) in self.waiting.iter().enumerate() {
            waits[w.undated] = Some(k);
        }
        let dated = self.date(tagged, &choices, &waits, events, undated);
        for ((waiting, choice), dated) in self.waiting.iter().zip(&choices).zip(&dated) {
            if dated.is_none() {
                explain(waiting, *choice, events, undated);
            }
        }
        let mut gone = vec![false; undated.len()];
        for (waiting, dated) in self.waiting.iter().zip(dated) {
            if let Some(event) = dated {
                gone[waiting.undated] = true;
                events.push(event);
            }
        }
        for (number, event) in self.placed {
            gone[number] = true;
            let id = undated[number].id.clone();
            events.push(Event { id, ..event });
        }
        let mut gone = gone.into_iter();
        undated.retain(|_| !gone.next().unwrap_or(false));
        // In the order of the text again.
        events.sort_by_key(|e| e.sentence_span.map(|s| s[0]));
    }

    /// Follows each time to what it is counted from, and dates on the way back. What leads back to itself has no date.
    fn date(
        &self,
        tagged: &Tagged,
        choices: &[Choice],
        waits: &[Option<usize>],
        events: &[Event],
        undated: &[Undated],
    ) -> Vec<Option<Event>> {
        let mut dated: Vec<Option<Event>> = vec![None; self.waiting.len()];
        let mut seen = vec![false; self.waiting.len()];
        for first in 0..self.waiting.len() {
            let (mut path, mut at) = (Vec::new(), Some(first));
            while let Some(k) = at.filter(|&k| !seen[k]) {
                seen[k] = true;
                path.push(k);
                at = match choices[k] {
                    Choice::One(Entry::Undated(u), _) => waits[u],
                    _ => None,
                };
            }
            for &k in path.iter().rev() {
                let Choice::One(entry, begins) = choices[k] else {
                    continue;
                };
                let from = match entry {
                    Entry::Event(e) => Some(&events[e]),
                    Entry::Undated(u) => waits[u].and_then(|w| dated[w].as_ref()),
                };
                let event = from.and_then(|from| self.waiting[k].dated(tagged, from, begins));
                dated[k] = event.map(|e| Event {
                    id: undated[self.waiting[k].undated].id.clone(),
                    ..e
                });
            }
        }
        dated
    }

    /// The statement that tells of the event a time names: the only one with a date, or with the same date as all
    /// others; without any date the nearest, before it rather than behind.
    fn choose(&self, tagged: &Tagged, w: &Waiting, events: &[Event]) -> Choice {
        if let Some(entry) = w.begun {
            return Choice::One(entry, true);
        }
        let mut found: Vec<&Teller> = Vec::new();
        for key in &w.anchored.keys {
            let tellers = self.tellers.get(key).map_or(&[][..], Vec::as_slice);
            if tellers.len() > MOST {
                return Choice::Several;
            }
            let other = |t: &&Teller| {
                t.sentence != w.sentence
                    && (t.begins || !w.anchored.from_beginning)
                    && shares(tagged, t, &w.anchored)
            };
            found.extend(tellers.iter().filter(other));
        }
        let when = |t: &Teller| match t.entry {
            Entry::Event(e) => span(&events[e]),
            Entry::Undated(_) => None,
        };
        // The most precise of them lies in all others, or they tell of different days.
        let finest = found
            .iter()
            .filter_map(|t| Some((when(t)?, *t)))
            .min_by_key(|((a, b), _)| b.at() - a.at());
        if let Some(((start, end), t)) = finest {
            let agree = found
                .iter()
                .filter_map(|t| when(t))
                .all(|(a, b)| a.at() <= start.at() && end.at() <= b.at());
            return if agree {
                Choice::One(t.entry, t.begins)
            } else {
                Choice::Several
            };
        }
        let before = found.iter().rfind(|t| t.sentence.start < w.sentence.start);
        match before.or(found.first()) {
            Some(t) => Choice::One(t.entry, t.begins),
            None => Choice::Nothing,
        }
    }
}

/// Whether the statement has one of the words that tell which event is meant, if there are any: for "after the pier
/// collapsed" its subject, else its sentence.
fn shares(tagged: &Tagged, t: &Teller, a: &Anchored) -> bool {
    let within = if a.clause { &t.subject } else { &t.sentence };
    let tokens = tagged.tokens.get(within.clone()).unwrap_or_default();
    let word = |t: &Token| tagged.document.text.get(t.range()).map(str::to_lowercase);
    let same = |w: &str| a.marks.iter().any(|m| w == m || w.strip_suffix('s') == Some(m));
    a.marks.is_empty() || tokens.iter().filter_map(word).any(|w| same(&w))
}

/// Where an event lies, if its date is its own and not a bound.
fn span(e: &Event) -> Option<(Moment, Moment)> {
    matches!(e.relation, Relation::Within | Relation::Throughout)
        .then_some(e.when.start.zip(e.when.end))
        .flatten()
}

/// Says of what stays undated what is known of it all the same.
fn explain(w: &Waiting, choice: Choice, events: &[Event], undated: &mut [Undated]) {
    let phrase = &w.event.phrase;
    let name = &w.anchored.name;
    let (id, known) = match choice {
        Choice::Nothing => return,
        Choice::Several => {
            undated[w.undated].reason =
                format!("“{phrase}”: several statements tell of “{name}”, and not of one day");
            return;
        }
        Choice::One(Entry::Event(e), _) => (events[e].id.clone(), Some(&events[e])),
        Choice::One(Entry::Undated(u), _) => (undated[u].id.clone(), None),
    };
    let u = &mut undated[w.undated];
    match known.filter(|e| span(e).is_some()) {
        Some(e) => {
            u.reason = format!(
                "“{phrase}” can’t be counted from {}, as its tense has it",
                e.when.value
            );
            return;
        }
        None => u.reason = format!("“{phrase}”: the text has no date for “{name}”"),
    }
    match w.anchored.side {
        Side::After | Side::Since => u.after = Some(id),
        Side::Before | Side::Until => u.before = Some(id),
    }
}

/// Where an anchored event lies, how, and how that was counted.
struct Placed {
    when: EventWhen,
    relation: Relation,
    counted: String,
}

impl Waiting {
    /// The event, dated from another.
    fn dated(&self, tagged: &Tagged, from: &Event, begins: bool) -> Option<Event> {
        let published = tagged.published.as_ref().map(|p| p.date);
        let (start, end) = span(from)?;
        let count = Count {
            side: self.anchored.side,
            step: self.anchored.step,
            ahead: self.event.tense == Some(Tense::Future),
            published,
        };
        let place = |start, end, value| count.place((start, end), value, &from.when, begins);
        let placed = place(start, end, &from.when.value)?;
        let unsure = from.certainty == Certainty::Ambiguous;
        let others = from.alternatives.iter().filter(|_| unsure).filter_map(|a| {
            let p = place(a.start?, a.end?, &a.value)?;
            Some(Alternative {
                value: p.when.value,
                start: p.when.start,
                end: p.when.end,
                note: a.note.clone(),
            })
        });
        let mut event = self.event.clone();
        event.alternatives = others.collect();
        event.certainty = if unsure && !event.alternatives.is_empty() {
            Certainty::Ambiguous
        } else {
            Certainty::Inferred
        };
        let step = |step: &'static str, note: String| WhyStep {
            step: step.into(),
            rule: None,
            note,
        };
        event.why = vec![
            step("read", format!("“{}”", event.phrase)),
            step("anchor", format!("“{}”, {}", from.statement, from.when.value)),
            step("resolve", placed.counted),
            step("relation", relation_words(placed.relation).into()),
        ];
        event.when = placed.when;
        event.relation = placed.relation;
        event.anchor = Some(from.id.clone());
        Some(event)
    }
}

/// How a time is counted from an event.
#[derive(Debug, Clone, Copy)]
struct Count {
    side: Side,
    step: Step,
    /// Told as what is to come.
    ahead: bool,
    published: Option<Day>,
}

impl Count {
    /// Counted from where the event lies; `begins` where that is only its beginning.
    fn place(
        self,
        (start, end): (Moment, Moment),
        value: &str,
        from: &EventWhen,
        begins: bool,
    ) -> Option<Placed> {
        let first = start.day();
        let last = end
            .at()
            .checked_sub_signed(TimeDelta::nanoseconds(1))?
            .date()
            .max(first);
        // A month says of no day how many days after it is; what only began then may have ended later.
        let exact = first == last;
        let over = !(begins && self.side == Side::After);
        let sign = |n: i32| if self.side == Side::Before { -n } else { n };
        let placed = match self.step {
            Step::Units(n, grain) if grain <= Grain::Year && over && (exact || unit_long(from, grain)) => {
                counted(first, sign(n), grain)?
            }
            Step::Lasts(n, grain) if exact => lasting(first, sign(n), grain)?,
            _ => self.bounded((start, end), value, from),
        };
        let fits = self.published.is_none_or(|p| {
            let begins = placed.when.start.is_none_or(|s| s.day() <= p);
            let ends = placed.when.end.is_none_or(|e| e.at().date() > p);
            if self.ahead {
                ends || self.side == Side::Before
            } else {
                begins
            }
        });
        fits.then(|| cut(placed, self.published.filter(|_| !self.ahead)))
    }

    /// No earlier than the event, or no later: on which side of it, and no more.
    fn bounded(self, (start, end): (Moment, Moment), value: &str, from: &EventWhen) -> Placed {
        let (start, end, relation) = match self.side {
            // What lasted is over then.
            Side::After if from.shape == Shape::Duration => (Some(end), None, Relation::After),
            Side::After => (Some(start), None, Relation::After),
            Side::Since => (Some(start), None, Relation::Since),
            Side::Before => (None, Some(end), Relation::Before),
            Side::Until => (None, Some(end), Relation::Until),
        };
        Placed {
            when: EventWhen {
                value: value.to_owned(),
                start,
                end,
                grain: from.grain,
                shape: Shape::Open,
                approx: from.approx,
                cut: false,
            },
            relation,
            counted: match relation {
                Relation::After | Relation::Since => "no earlier than that".into(),
                _ => "no later than that".into(),
            },
        }
    }
}

/// The place of what is counted from the date of a noun in its own sentence: "two days after the fire on 3 May".
pub(super) fn from_date(
    tagged: &Tagged,
    side: Side,
    step: Step,
    date: &Place,
    verb: Option<&VerbGroup>,
) -> Option<Place> {
    let count = Count {
        side,
        step,
        ahead: verb.is_some_and(|v| v.tense == VerbTense::Future),
        published: tagged.published.as_ref().map(|p| p.date),
    };
    let placed = count.place(
        (date.when.start?, date.when.end?),
        &date.when.value,
        &date.when,
        false,
    )?;
    Some(Place {
        when: placed.when,
        relation: placed.relation,
        certainty: match step {
            Step::Open => date.certainty,
            _ if date.certainty == Certainty::Ambiguous => Certainty::Ambiguous,
            _ => Certainty::Inferred,
        },
        note: format!(
            "the date is that of the event named before it; {}; {}",
            placed.counted,
            relation_words(placed.relation)
        ),
    })
}

/// Whether the event lies in one unit of the grain that is counted in: "two years after" what was in 1990.
fn unit_long(from: &EventWhen, grain: Grain) -> bool {
    from.grain == grain && from.shape == Shape::Window && !from.value.contains('/')
}

fn counted(first: Day, n: i32, grain: Grain) -> Option<Placed> {
    let span = start_of(add_units(first, n, grain)?, grain)?;
    Some(Placed {
        when: EventWhen {
            value: value_of(span.first_day(), grain),
            start: Some(Moment::of_day(span.start.date())),
            end: Some(Moment::of_day(span.end.date())),
            grain,
            shape: if grain == Grain::Day {
                Shape::Point
            } else {
                Shape::Window
            },
            approx: false,
            cut: false,
        },
        relation: Relation::Within,
        counted: amount_words(n, grain),
    })
}

/// "for three days after the fire": from that day on, so long.
fn lasting(first: Day, n: i32, grain: Grain) -> Option<Placed> {
    let other = add_units(first, n, grain)?;
    let (start, end) = if n < 0 { (other, first) } else { (first, other) };
    let last = end.pred_opt()?;
    Some(Placed {
        when: EventWhen {
            value: format!("{}/{}", value_of(start, Grain::Day), value_of(last, Grain::Day)),
            start: Some(Moment::of_day(start)),
            end: Some(Moment::of_day(end)),
            grain: Grain::Day,
            shape: Shape::Duration,
            approx: grain > Grain::Day,
            cut: false,
        },
        relation: Relation::Throughout,
        counted: amount_words(n, grain),
    })
}

/// What is told as past ends no later than publication.
fn cut(mut placed: Placed, published: Option<Day>) -> Placed {
    let after = published.and_then(|p| p.succ_opt()).map(Moment::of_day);
    if let (Some(after), Some(end), Relation::Within) = (after, placed.when.end, placed.relation)
        && end.at() > after.at()
        && placed.when.start.is_some_and(|s| s.at() < after.at())
    {
        placed.when.end = Some(after);
        placed.when.cut = true;
    }
    placed
}

fn amount_words(n: i32, grain: Grain) -> String {
    let plural = if n.abs() == 1 { "" } else { "s" };
    let way = if n < 0 { "back" } else { "on" };
    format!("{} {}{plural} {way}", n.abs(), grain.word())
}

fn relation_words(relation: Relation) -> &'static str {
    match relation {
        Relation::After => "after that event, not exactly when",
        Relation::Before => "before that event, not exactly when",
        Relation::Since => "from that event on",
        Relation::Until => "up to that event",
        Relation::Throughout => "all of it",
        _ => "counted from that event: in it",
    }
}
