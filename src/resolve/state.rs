//! What is known when a mention is resolved: the day of writing, and what its neighbours say.

use super::Settings;
use super::context::{Context, Preposition};
use super::results::Results;
use super::when::{Anchor, When};
use super::why::{OpenReason, OrderFrom, Why};
use crate::rules::{DateParts, DayOrder, Link, Meaning, Mention, Modifier};
use crate::text::Modality;
use crate::time::{Clock, Day, Grain, add_units, day};
use chrono::Datelike;

/// A day to count from, and how it came to be that.
#[derive(Debug, Clone)]
pub(super) struct Ground {
    pub(super) day: Day,
    pub(super) anchor: Anchor,
    pub(super) why: Why,
}

/// What is known when a mention is resolved.
pub(super) struct State<'s> {
    pub(super) settings: &'s Settings,
    pub(super) order: (DayOrder, OrderFrom),
    pub(super) narrative: bool,
    pub(super) context: Context,
    pub(super) contexts: &'s [Context],
    pub(super) done: &'s [When],
    pub(super) links: &'s [Mention],
    /// The periods of results told before.
    pub(super) results: Results,
    /// The date line of the section, and its day.
    pub(super) section: Option<(usize, Day)>,
    /// How many days after that day the words were written.
    pub(super) night: i32,
}

/// A story told up to so many years before it was written has come to the writer's own time.
const UP_TO_NOW: i32 = 5;

impl State<'_> {
    /// The day of writing.
    pub(super) fn writing(&self) -> Result<Ground, OpenReason> {
        let dated = self.dated()?;
        if self.night == 0 {
            return Ok(dated);
        }
        let day = add_units(dated.day, self.night, Grain::Day).ok_or(OpenReason::OutOfRange)?;
        Ok(Ground {
            day,
            why: Why::FromNight(day, self.night),
            ..dated
        })
    }

    /// The day of the section or of the whole.
    fn dated(&self) -> Result<Ground, OpenReason> {
        if let Some((i, day)) = self.section {
            return Ok(Ground {
                day,
                anchor: Anchor::Mention(i),
                why: Why::FromSection(day),
            });
        }
        let day = self.settings.published.ok_or(OpenReason::NoPublished)?;
        Ok(Ground {
            day,
            anchor: Anchor::Published,
            why: Why::FromPublished(day),
        })
    }

    /// Whether the preposition asks for what is to come and the verb allows it: "by Friday", "until the spring", and
    /// where the words have no verb "before Friday"; "from Friday through Sunday" with both its ends.
    pub(super) fn asks_ahead(&self) -> bool {
        use Preposition::{Before, By, Through, Until};
        let at = self.done.len();
        let ends = |c: &Context| matches!(c.preposition, Until | Through);
        let begins = self.links.get(at).is_some_and(|m| m.link == Link::Begin)
            && self.contexts.get(at + 1).is_some_and(ends);
        let verbless = self.context.governor.modality == Modality::None && self.context.preposition == Before;
        let asks = matches!(self.context.preposition, By | Until | Through);
        (asks || begins || verbless) && !self.context.past()
    }

    /// What bare months, days and weekdays are counted from: the last full date of a narrative, else publication.
    pub(super) fn reference(&self) -> Result<Ground, OpenReason> {
        let writing = self.writing();
        if self.narrative
            && let Some(g) = self.last_full()
        {
            // "The service will be held on 12 March", at the end of a life: it lies ahead of who writes.
            return if self.will_be() { writing } else { Ok(g) };
        }
        writing
    }

    /// Whether a narrative looks ahead from the time of writing; what it quotes was said in its own.
    pub(super) fn will_be(&self) -> bool {
        self.narrative && self.context.governor.will && !self.context.quoted && self.writing().is_ok()
    }

    /// "last year" of a narrative counts from what was told, too, unless that has come up to the years of writing.
    pub(super) fn reference_or_writing(&self) -> Result<Ground, OpenReason> {
        let writing = self.writing();
        let told = self.last_full().filter(|_| self.narrative);
        let here = writing
            .as_ref()
            .is_ok_and(|w| told.is_some_and(|g| w.day >= g.day && w.day.year() - g.day.year() <= UP_TO_NOW));
        if here { writing } else { self.reference() }
    }

    /// The day of the section before, where this mention heads the next one.
    pub(super) fn section_before(&self) -> Option<Day> {
        let heads = self.settings.opens_section(self.done.len());
        self.section.filter(|_| heads).map(|s| s.1)
    }

    /// A year of two figures, in the century that brings it nearest to and not far beyond the anchor.
    pub(super) fn century_of(&self, yy: i32) -> i32 {
        let now = self.reference().map_or(2000, |g| g.day.year());
        let century = now - now.rem_euclid(100);
        let y = century + yy;
        if y > now + 10 { y - 100 } else { y }
    }

    /// The first year of a decade named without its century.
    pub(super) fn decade_of(&self, tens: u8) -> Result<i32, OpenReason> {
        let now = self.reference()?.day.year();
        let first = now - now.rem_euclid(100) + i32::from(tens);
        // What a history tells of may be the decade to come next: "bombed in 1945; it lasted into the fifties".
        // What "had been" lies behind it.
        let onwards = self.narrative && !self.context.governor.perfect;
        let ahead = if onwards { 30 } else { 0 };
        let first = if first > now + ahead { first - 100 } else { first };
        day(first, 1, 1).map(|_| first).ok_or(OpenReason::OutOfRange)
    }

    /// Month and day of a date in figures, in the document's order.
    pub(super) fn ordered(&self, p: &DateParts, m: u8, d: u8, why: &mut Vec<Why>) -> (u8, u8) {
        let Some((om, od)) = p.swapped else {
            return (m, d);
        };
        why.push(Why::Order(self.order.0, self.order.1));
        match self.order.0 {
            DayOrder::MonthFirst => (m, d),
            DayOrder::DayFirst => (om, od),
        }
    }

    /// The precision of what a chain hangs on.
    pub(super) fn grain_of(&self, ground: &Ground) -> Option<Grain> {
        match ground.anchor {
            Anchor::Mention(i) => self.done.get(i)?.grain,
            Anchor::Published => None,
        }
    }

    /// The last day of what was told instead of its first, where that is a year or a week and what follows it is asked
    /// for. What is only the beginning of a year is followed in it: "the first days of 2013 … the following June".
    pub(super) fn at_its_end(&self, ground: Ground, following: bool) -> Ground {
        let Anchor::Mention(i) = ground.anchor else {
            return ground;
        };
        let whole = self
            .done
            .get(i)
            .filter(|w| w.modifier != Some(Modifier::Start))
            .filter(|w| matches!(w.grain, Some(Grain::Year | Grain::Week)) && following);
        match whole.and_then(|w| w.end?.day().pred_opt()) {
            Some(day) => Ground { day, ..ground },
            None => ground,
        }
    }

    /// The date named right behind the mention that is being resolved, after "ended" or "ending", and what is known
    /// there.
    pub(super) fn ended_by(&self) -> Option<(Meaning, State<'_>)> {
        let i = self.done.len();
        let context = *self.contexts.get(i + 1)?;
        let (here, next) = (self.links.get(i)?, self.links.get(i + 1)?);
        let joined = next.tokens.start == here.tokens.end + 1
            && matches!(context.preposition, Preposition::Ended | Preposition::Ending);
        let day = matches!(next.meaning, Meaning::Date(DateParts { day: Some(_), .. }));
        (joined && day).then(|| (next.meaning.clone(), State { context, ..*self }))
    }

    /// The year named right behind the month that is being resolved: "on a January night in 1932".
    pub(super) fn year_behind(&self) -> Option<i32> {
        let i = self.done.len();
        let (here, next) = (self.links.get(i)?, self.links.get(i + 1)?);
        let noun_between = next.tokens.start == here.tokens.end + 2
            && self.contexts.get(i + 1)?.preposition == Preposition::In
            && self.context.preposition == Preposition::None;
        match next.meaning {
            Meaning::Date(DateParts {
                year: Some(year),
                month: None,
                short_year: false,
                ..
            }) if noun_between => Some(year),
            _ => None,
        }
    }

    /// Whether what was told lies in the afternoon or later of its day.
    pub(super) fn is_late_in_day(&self, ground: &Ground) -> bool {
        let Anchor::Mention(i) = ground.anchor else {
            return false;
        };
        let start = self.done.get(i).and_then(|w| w.start);
        start.is_some_and(|s| s.has_clock() && chrono::Timelike::hour(&s.at()) >= 12)
    }

    /// Whether an hour of the twelve lies before the one told last in the same sentence, and twelve hours on behind it.
    pub(super) fn is_before_noon_hour(&self, ground: &Ground, hour: u8) -> bool {
        let Anchor::Mention(i) = ground.anchor else {
            return false;
        };
        let same = self.contexts.get(i).map(|c| c.sentence) == Some(self.context.sentence);
        let start = self.done.get(i).and_then(|w| w.start).filter(|s| s.has_clock());
        let told = start.map(|s| chrono::Timelike::hour(&s.at()));
        let (hour, later) = (u32::from(hour % 12), u32::from(hour % 12) + 12);
        same && told.is_some_and(|t| (hour..=later).contains(&t) && t > hour)
            && !self.context.governor.perfect
    }

    /// The instant to count hours from.
    pub(super) fn instant(&self, ground: &Ground) -> Option<Clock> {
        match ground.anchor {
            Anchor::Published => self.settings.time.map(|t| ground.day.and_time(t)),
            Anchor::Mention(i) => {
                let start = self.done.get(i)?.start?;
                start.has_clock().then(|| start.at())
            }
        }
    }
}
