//! What was told before the mention that is being resolved: the day, the month, the decade that it may hang on.

use super::context::Preposition;
use super::results;
use super::state::{Ground, State};
use super::when::{Anchor, TimexType};
use super::why::{OpenReason, Why};
use crate::rules::{DateParts, Link, Meaning};
use crate::time::{Day, Grain, Span};

/// How many mentions back a chain looks.
const CHAIN: usize = 8;

/// How many sentences back a chain looks that opens its sentence.
const GOES_ON: usize = 4;

impl State<'_> {
    /// The last date told whose year is known, however far back.
    pub(super) fn last_full(&self) -> Option<Ground> {
        (0..self.done.len()).rev().take(64).find_map(|i| {
            let start = self.done[i].start.filter(|_| self.is_full(i))?;
            Some(Ground {
                day: start.day(),
                anchor: Anchor::Mention(i),
                why: Why::FromNarrative(i, start.day()),
            })
        })
    }

    /// The decade told in this sentence or the one before, later than any year: its number among the mentions, and
    /// its first day.
    pub(super) fn decade_just_told(&self) -> Option<(usize, Day)> {
        let placed = |i: &usize| self.done[*i].is_placed() && !self.settings.is_date_line(*i);
        let i = (0..self.done.len()).rev().take(CHAIN).find(placed)?;
        let near = self.contexts[i].sentence + 1 >= self.context.sentence;
        let w = &self.done[i];
        Some((
            i,
            w.start.filter(|_| near && w.grain == Some(Grain::Decade))?.day(),
        ))
    }

    /// Whether the last full date told is near enough to a day that a weekday can follow it: a year is not.
    pub(super) fn told_near(&self) -> bool {
        let last = (0..self.done.len())
            .rev()
            .take(64)
            .find(|&i| self.done[i].start.is_some() && self.is_full(i));
        last.and_then(|i| self.done[i].grain)
            .is_some_and(|g| g <= Grain::Month)
    }

    /// Whether a mention told before is a date whose year is known and that belongs to the story's own course.
    pub(super) fn is_full(&self, i: usize) -> bool {
        let w = &self.done[i];
        let dated =
            w.grain.is_some_and(|g| g <= Grain::Year) && matches!(w.kind, TimexType::Date | TimexType::Time);
        // "since 1939", "had begun in March", "will open in 2030": told from the story's now, not its now
        let aside = matches!(
            self.contexts[i].preposition,
            Preposition::Since | Preposition::Before | Preposition::Until | Preposition::By
        );
        let flash = self.contexts[i].future() || self.contexts[i].governor.perfect;
        let aside = aside || self.of_the_writer(i);
        dated
            && w.is_placed()
            && !(self.narrative && (aside || flash))
            && !self.settings.is_date_line(i)
            && !matches!(self.links[i].meaning, Meaning::Reference(_))
    }

    /// Whether it is the writer's time rather than the story's: "today" of a history.
    fn of_the_writer(&self, i: usize) -> bool {
        self.narrative && matches!(self.done[i].anchor, Some(Anchor::Published))
    }

    /// The nearest date told before, in the same or the previous sentence (anywhere before, in a narrative), at
    /// least as fine as `grain`, and one that the governing tense allows.
    pub(super) fn told(&self, grain: Grain) -> Result<Ground, OpenReason> {
        // What opens its sentence goes on with the story, over what was said in between: "The following month it …".
        let goes_on = self.context.opens && grain >= Grain::Month;
        let reach = if goes_on { GOES_ON } else { 1 };
        self.told_within(grain, reach, |_| true)
    }

    /// The same for "that autumn", which points to a year told however the story went on since.
    pub(super) fn told_for_that(&self, grain: Grain) -> Result<Ground, OpenReason> {
        self.told_within(grain, GOES_ON, |_| true)
    }

    /// The same for "the year", which is no year that was only compared with.
    pub(super) fn told_itself(&self, grain: Grain) -> Result<Ground, OpenReason> {
        self.told_within(grain, 1, |i| {
            let m = &self.links[i].meaning;
            !results::is_comparison(m) || matches!(m, Meaning::Unit(..)) && !self.contexts[i].compared
        })
    }

    /// The same for "the month" of a plan, which is none that is over: "They will meet at the end of the month."
    pub(super) fn told_for_unit(&self, grain: Grain) -> Result<Ground, OpenReason> {
        let now = self
            .writing()
            .ok()
            .filter(|_| self.context.future() && !self.narrative);
        self.told_within(grain, 1, |i| {
            let end = self.done[i].end;
            now.as_ref().is_none_or(|g| end.is_none_or(|e| e.day() > g.day))
        })
    }

    /// The day of the calendar told last, some sentences back: "He died on 3 May. … The day after his death …".
    pub(super) fn calendar_day(&self, grain: Grain, open: OpenReason) -> Result<Ground, OpenReason> {
        if grain != Grain::Day || self.narrative {
            return Err(open);
        }
        self.told_within(grain, usize::MAX, |i| {
            matches!(
                self.links[i].meaning,
                Meaning::Date(DateParts { day: Some(_), .. })
            )
        })
    }

    /// The nearest date told before, at most `reach` sentences back, of those that `fits`.
    fn told_within(
        &self,
        grain: Grain,
        reach: usize,
        fits: impl Fn(usize) -> bool,
    ) -> Result<Ground, OpenReason> {
        let here = self.context.sentence;
        let published = self.settings.published;
        let found = (0..self.done.len()).rev().take(CHAIN).find_map(|i| {
            let w = &self.done[i];
            if self.settings.is_date_line(i) || self.of_the_writer(i) || !fits(i) {
                return None;
            }
            let near = self.narrative || here - self.contexts[i].sentence.min(here) <= reach;
            let fine = w
                .grain
                .is_some_and(|g| g <= grain.max(Grain::Day) || (grain < Grain::Day && g <= grain));
            // "the first nine months of 2024 … that year"
            let part = matches!(self.links[i].meaning, Meaning::Within(..));
            let dated = part || matches!(w.kind, TimexType::Date | TimexType::Time);
            let start = w.start.filter(|_| near && fine && dated)?;
            // A flashback ("the brakes had been serviced on 28 January") does not move the story's now.
            if self.narrative && self.contexts[i].governor.perfect && !self.context.governor.perfect {
                return None;
            }
            // A past statement does not hang on a date to come.
            let to_come = published.is_some_and(|p| start.day() > p);
            if to_come && self.context.past() {
                return None;
            }
            Some(Ground {
                day: start.day(),
                anchor: Anchor::Mention(i),
                why: Why::FromMention(i, start.day()),
            })
        });
        found.ok_or(OpenReason::NothingTold)
    }

    /// The day that a time of the clock belongs to: the last one named in its sentence or paragraph, else the
    /// publication day. The flag says whether it was named.
    pub(super) fn clock_day(&self) -> Result<(Ground, bool), OpenReason> {
        // “It was Tuesday. At 9.15 the lights went out,” she said on Friday: in a quotation the day of saying is none of
        // what it tells, where it tells another.
        let told = |i: usize| {
            let c = &self.contexts[i];
            c.paragraph == self.context.paragraph && (c.quoted || !c.governor.reports)
        };
        let quoted = self.context.quoted.then(|| self.day_told(told)).flatten();
        match quoted.or_else(|| self.day_told(|_| true)) {
            Some(g) => Ok((g, true)),
            None => Ok((self.reference()?, false)),
        }
    }

    /// The nearest day named before in the paragraph, of those that may be it.
    fn day_told(&self, fits: impl Fn(usize) -> bool) -> Option<Ground> {
        (0..self.done.len()).rev().take(CHAIN).find_map(|i| {
            let w = &self.done[i];
            let near = self.narrative || self.contexts[i].paragraph == self.context.paragraph;
            let day = w.grain.is_some_and(|g| g <= Grain::Day)
                && matches!(w.kind, TimexType::Date | TimexType::Time);
            // "The shares, which hit a low on Monday, were up at 9:15": the day is the low's.
            let aside = self.contexts[i].aside && !self.narrative;
            // "promised before Christmas; bookings opened at midnight": nothing was then.
            let aside = aside
                || !self.narrative
                    && matches!(
                        self.contexts[i].preposition,
                        Preposition::Before | Preposition::Since
                    );
            let named = day && near && !aside && !self.settings.is_date_line(i) && !self.of_the_writer(i);
            // What is told as past happened on no day to come.
            let to_come = |d: Day| self.context.past() && self.settings.published.is_some_and(|p| d > p);
            let start = w.start.filter(|s| named && fits(i) && !to_come(s.day()))?;
            Some(Ground {
                day: start.day(),
                anchor: Anchor::Mention(i),
                why: Why::FromMention(i, start.day()),
            })
        })
    }

    /// The month that a story has just moved on to: "By early June the bread was gone. They gave up on the 19th."
    pub(super) fn month_just_told(&self) -> Option<Ground> {
        let here = self.context.sentence;
        let i = (0..self.done.len()).rev().take(CHAIN).find(|&i| {
            let c = &self.contexts[i];
            let moved = c.preposition == Preposition::By && !c.future() && !c.governor.perfect;
            let near = c.sentence + 1 >= here;
            self.is_full(i) || near && moved && self.done[i].grain == Some(Grain::Month)
        })?;
        let w = &self.done[i];
        let start = w
            .start
            .filter(|_| self.narrative && w.grain == Some(Grain::Month))?;
        Some(Ground {
            day: start.day(),
            anchor: Anchor::Mention(i),
            why: Why::FromNarrative(i, start.day()),
        })
    }

    /// The last row of a list of dates that this one stands in the next row of, where it is dated.
    pub(super) fn row_before(&self) -> Option<Day> {
        let i = self.context.row.then(|| {
            (0..self.done.len())
                .rev()
                .take(CHAIN)
                .find(|&i| self.contexts[i].row)
        })??;
        let near = self.context.sentence.saturating_sub(self.contexts[i].sentence) <= 2;
        self.done[i].start.filter(|_| near).map(|s| s.day())
    }

    /// The day to come that was named before in the same sentence: "shut on Monday the 19th; it opens on Tuesday".
    pub(super) fn day_to_come(&self) -> Option<(Day, usize)> {
        let published = self.settings.published?;
        self.day_of_sentence()
            .filter(|(d, _)| *d > published && !self.context.past() && !self.narrative)
    }

    /// The day that "that night" is of: the one told last, however the story went on since.
    pub(super) fn day_of_part(&self) -> Result<Ground, OpenReason> {
        match self.clock_day()? {
            (ground, true) => Ok(ground),
            (ground, false) if self.narrative => Ok(ground),
            _ => self.told_within(Grain::Day, GOES_ON, |_| true),
        }
    }

    /// The day or month told just before in the same sentence.
    pub(super) fn date_before(&self) -> Option<Span> {
        let i = self.done.len().checked_sub(1)?;
        let w = self.done.get(i)?;
        let same = self.contexts.get(i)?.sentence == self.context.sentence;
        let dated = matches!(w.grain, Some(Grain::Day | Grain::Month)) && w.kind == TimexType::Date;
        Some(Span {
            start: w.start.filter(|_| same && dated)?.at(),
            end: w.end?.at(),
        })
    }

    /// The day of the nearest day-grained expression of the same sentence.
    pub(super) fn day_of_sentence(&self) -> Option<(Day, usize)> {
        (0..self.done.len()).rev().take(CHAIN).find_map(|i| {
            let w = &self.done[i];
            let same = self.contexts[i].sentence == self.context.sentence;
            let start = w
                .start
                .filter(|_| same && w.grain == Some(Grain::Day) && w.kind == TimexType::Date)?;
            Some((start.day(), i))
        })
    }

    /// The day, of the last week, on which the same sentence has somebody say what it tells here.
    pub(super) fn said_on(&self) -> Option<Day> {
        let (day, i) = self.day_of_sentence()?;
        let last = self.settings.published? - day;
        (self.contexts[i].governor.reports && (0..7).contains(&last.num_days())).then_some(day)
    }

    /// A period named before in the same sentence, at least as coarse as `grain` and no longer than a year, with
    /// its value. Only one that something could lie inside: not the end of a range.
    pub(super) fn enclosing(&self, grain: Grain) -> Option<(Span, String)> {
        (0..self.done.len()).rev().take(CHAIN).find_map(|i| {
            let w = &self.done[i];
            let same = self.contexts[i].sentence == self.context.sentence && !self.settings.is_date_line(i);
            // "The museum, which reopened in 2021, will show it from May 18": the year is of the aside.
            let same = same && (!self.contexts[i].aside || self.context.aside);
            let period = w.grain.is_some_and(|g| g >= grain && g <= Grain::Year) && w.kind == TimexType::Date;
            // "unchanged since 2018, will rise on 1 April": not in 2018; "fees for 2026 will be set in October": nor then
            let open = matches!(
                self.contexts[i].preposition,
                Preposition::Since
                    | Preposition::Until
                    | Preposition::Before
                    | Preposition::After
                    | Preposition::For
            );
            if !same || !period || open || self.links[i].link != Link::None {
                return None;
            }
            Some((
                Span {
                    start: w.start?.at(),
                    end: w.end?.at(),
                },
                w.value.clone(),
            ))
        })
    }
}
