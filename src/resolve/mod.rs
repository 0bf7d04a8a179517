//! From what a phrase says, and what stands around it, to when that is. Never sees the text, has no clock.

mod amount;
mod clock;
mod context;
mod following;
mod inside;
mod mode;
mod named;
mod open;
mod order;
mod passage;
mod place;
mod placed;
mod range;
mod results;
mod shift;
mod state;
mod story;
mod told;
mod units;
mod when;
mod why;

pub(crate) use context::contexts_and_verbs;
pub use context::{Context, Preposition, contexts};
pub use mode::{Mode, auto};
pub use when::{Alternative, Anchor, Part, TimexType, When};
pub use why::{OpenReason, OrderFrom, Why, WhyStep, weekday_name};

use crate::rules::{DayOrder, Link, Meaning, Mention};
use crate::time::{Day, Grain, Moment, Span};
use chrono::Timelike;
use placed::Placed;
use results::Results;
use state::{Ground, State};

/// From where a document's expressions are counted.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Settings {
    /// The publication day.
    pub published: Option<Day>,
    /// The local time of publication, where known.
    pub time: Option<chrono::NaiveTime>,
    /// News or narrative, decided.
    pub mode: Mode,
    /// The order of day and month that an option says.
    pub order: Option<DayOrder>,
    /// The mentions that are date lines, in order: no chain hangs on them. Those with the flag open a section,
    /// whose expressions are counted from them.
    pub date_lines: Vec<(usize, bool)>,
    /// The mentions that open an entry of a diary, each with the byte where the entry ends.
    pub entries: Vec<(usize, usize)>,
    /// Stretches of bytes, in order, that were written so many days after the day that they would be counted from: a
    /// log that has passed midnight.
    pub nights: Vec<(std::ops::Range<usize>, i32)>,
    /// The mention that opens the first entry of a log, and the byte where the last one ends.
    pub log: Option<(usize, usize)>,
    /// Each mention is read by itself. Where one keeps several readings, what the document says elsewhere chooses
    /// among them otherwise: "On Monday" before a "Tuesday" of the week before publication is of that week, "this
    /// week" behind such a day too, and what is counted from either goes along. The order of day and month is not part
    /// of it: [`Settings::order`] says that.
    pub without_choice: bool,
}

impl Settings {
    /// Counted from a publication day, as news.
    pub fn published(day: Option<Day>) -> Settings {
        Settings {
            published: day,
            ..Settings::default()
        }
    }

    pub(super) fn is_date_line(&self, mention: usize) -> bool {
        self.date_lines.binary_search_by_key(&mention, |l| l.0).is_ok()
    }

    /// How many days after its date a place of the text was written.
    fn night(&self, at: usize) -> i32 {
        let k = self.nights.partition_point(|n| n.0.end <= at);
        self.nights
            .get(k)
            .filter(|n| n.0.contains(&at))
            .map_or(0, |n| n.1)
    }

    fn opens_section(&self, mention: usize) -> bool {
        self.date_lines.binary_search(&(mention, true)).is_ok()
    }
}

/// Resolves the mentions of a document, in order. `contexts` has one for each mention.
///
/// Where what is told later decides what an earlier mention means, it is all read again with that known: what was
/// counted from that mention goes along.
pub fn resolve(mentions: &[Mention], contexts: &[Context], settings: &Settings) -> Vec<When> {
    let first = in_order(mentions, contexts, settings, &[]);
    if settings.mode != Mode::News || settings.without_choice {
        return first;
    }
    let back = passage::week_before(mentions, contexts, &first, settings.published);
    if back.is_empty() {
        return first;
    }
    in_order(mentions, contexts, settings, &back)
}

/// One mention after the other. Those of `back` lie a week before where they would.
fn in_order(
    mentions: &[Mention],
    contexts: &[Context],
    settings: &Settings,
    back: &[(usize, Why)],
) -> Vec<When> {
    let mut back = back.iter().peekable();
    let order = order::decide(mentions, settings.order);
    let sections = settings.date_lines.iter().filter(|l| l.1).count();
    let mut done: Vec<When> = Vec::with_capacity(mentions.len());
    let mut section = None;
    let mut entry: Option<(usize, Day, usize)> = None;
    let mut entries = settings.entries.iter().peekable();
    let mut results = Results::default();
    for (i, m) in mentions.iter().enumerate() {
        entry = entry.filter(|e| m.range.start < e.2);
        entry = logged(settings, i, &m.meaning, &done).or(entry);
        let section_here = entry.map(|e| (e.0, e.1)).or(section);
        let state = State {
            settings,
            order,
            narrative: settings.mode == Mode::Narrative,
            context: contexts.get(i).copied().unwrap_or_default(),
            contexts,
            done: &done,
            links: mentions,
            results,
            section: section_here,
            night: settings.night(m.range.start),
        };
        let borrowed = range::completed(mentions, i);
        let meaning = borrowed.as_ref().unwrap_or(&m.meaning);
        let mut when = one(meaning, &state);
        if borrowed.is_some() {
            when.why.push(Why::FromRange);
        }
        if m.link == Link::End {
            range::follow(&mut when, done.last(), meaning);
        }
        if let Some((_, why)) = back.next_if(|b| b.0 == i) {
            passage::a_week_back(&mut when, why.clone());
        }
        if sections > 1
            && settings.opens_section(i)
            && let Some(start) = when.start
        {
            section = Some((i, start.day()));
            results = Results::default();
        }
        if let Some(&(_, end)) = entries.next_if(|e| e.0 == i)
            && let Some(start) = when.start
        {
            entry = Some((i, start.day(), end));
        }
        if !settings.is_date_line(i) {
            results.hear(
                i,
                m,
                contexts.get(i).unwrap_or(&Context::default()),
                &when,
                settings.published,
            );
        }
        done.push(when);
    }
    done
}

/// The day that a log begins on, where the time of its first entry was told with its day before: "At 22:47 on Tuesday …".
/// With the mention that told it, and the byte where the log ends.
fn logged(settings: &Settings, i: usize, meaning: &Meaning, done: &[When]) -> Option<(usize, Day, usize)> {
    let (_, end) = settings.log.filter(|log| log.0 == i)?;
    let Meaning::Clock(time) = meaning else {
        return None;
    };
    let same = |w: &When| {
        let at = w.start.map(|s| s.at().time())?;
        let minute = u32::from(time.minute.unwrap_or(0));
        let same = (at.hour(), at.minute()) == (u32::from(time.hour), minute);
        (same && w.kind == TimexType::Time && w.stated.contains(&Part::Day)).then_some(w.start?.day())
    };
    let (told, day) = done.iter().enumerate().find_map(|(k, w)| Some((k, same(w)?)))?;
    Some((told, day, end))
}

/// One mention.
fn one(meaning: &Meaning, s: &State) -> When {
    if let Some(when) = amount::not_a_place(meaning, s) {
        return when;
    }
    let modifier = match meaning {
        Meaning::Modified(m, _) => Some(*m),
        _ => None,
    };
    match place::place(meaning, s) {
        Ok(p) => written(p, modifier),
        Err(reason) => {
            let (kind, value) = match reason {
                OpenReason::VagueAmount => (TimexType::Date, amount::vague_reference(meaning)),
                _ => open::open_value(meaning),
            };
            When {
                kind,
                value,
                modifier,
                start: None,
                end: None,
                grain: meaning.grain(),
                stated: Vec::new(),
                inferred: Vec::new(),
                anchor: None,
                quant: None,
                freq: None,
                begin_point: None,
                end_point: None,
                alternatives: Vec::new(),
                reason: Some(reason.words().to_owned()),
                why: vec![Why::Open(reason)],
            }
        }
    }
}

fn ends(span: Span, clock: bool, offset: Option<i16>) -> (Moment, Moment) {
    if clock {
        (
            Moment::of_clock(span.start, offset),
            Moment::of_clock(span.end, offset),
        )
    } else {
        (Moment::of_day(span.start.date()), Moment::of_day(span.end.date()))
    }
}

fn written(p: Placed, modifier: Option<crate::rules::Modifier>) -> When {
    let (start, end) = match p.span {
        Some(s) => {
            let (a, b) = ends(s, p.clock, p.offset);
            (Some(a), Some(b))
        }
        None => (None, None),
    };
    let (clock, offset) = (p.clock, p.offset);
    let alternatives = p
        .alternatives
        .into_iter()
        .map(|(span, grain, note)| {
            let (a, b) = ends(span, clock, offset);
            let value = if grain < Grain::Day {
                let tail = p.value.split_once('T').map_or("", |(_, t)| t);
                let tail = if a.at().time() == start.map_or(a.at().time(), |s| s.at().time()) {
                    tail.to_owned()
                } else {
                    a.at().format("%H:%M").to_string()
                };
                format!("{}T{tail}", crate::time::value_of(span.first_day(), Grain::Day))
            } else {
                crate::time::value_of(span.first_day(), grain)
            };
            Alternative::new(value, a, b, note)
        })
        .collect();
    When {
        kind: p.kind,
        value: p.value,
        modifier,
        start,
        end,
        grain: Some(p.grain),
        stated: p.stated,
        inferred: p.inferred,
        anchor: p.anchor,
        quant: None,
        freq: None,
        begin_point: None,
        end_point: None,
        alternatives,
        reason: None,
        why: p.why,
    }
}
