//! The period that a report of results tells of: "the third quarter", "the nine months", "the year ended 30 June".
//!
//! Such a report compares with the same period of the year before and seldom says so in full: "a year ago", "a year
//! earlier", "the year-ago period" are a quarter behind a quarter, a year behind anything longer. So resolving carries
//! along which period was told last. What is itself a comparison tells no new one.

use super::context::{Context, Preposition};
use super::when::{Anchor, TimexType, When};
use super::why::Why;
use super::{Ground, State};
use crate::rules::{From, Meaning, Mention, Name, Which};
use crate::text::Amount;
use crate::time::{Day, Grain};
use chrono::TimeDelta;

/// How many sentences back a period is still what "a year ago" is counted from, where other dates stand between.
const NEAR: usize = 2;

/// A quarter that ends no later than this after publication can have its results told, in days.
const NEARLY_OVER: i64 = 20;

/// The periods of results told so far, in a section.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Results {
    /// The last one told.
    last: Option<Period>,
    /// The last quarter among them.
    quarter: Option<Period>,
    /// Another date was told since the last one, that is no comparison with it.
    since: bool,
}

/// A period of results.
#[derive(Debug, Clone, Copy)]
struct Period {
    mention: usize,
    sentence: usize,
    quarter: bool,
    /// The first day of a quarter, else the last day of it as far as it is known.
    day: Option<Day>,
}

impl Period {
    fn ground(self) -> Option<Ground> {
        let day = self.day?;
        Some(Ground {
            day,
            anchor: Anchor::Mention(self.mention),
            why: Why::FromMention(self.mention, day),
        })
    }
}

impl Results {
    /// Takes note of a mention that was just resolved.
    pub(super) fn hear(
        &mut self,
        i: usize,
        m: &Mention,
        context: &Context,
        when: &When,
        published: Option<Day>,
    ) {
        if is_comparison(&m.meaning) {
            return;
        }
        let ended = matches!(context.preposition, Preposition::Ended | Preposition::Ending);
        if let Some(last) = self.last.as_mut().filter(|l| ended && l.mention + 1 == i) {
            // "the nine months ended 30 June": a quarter keeps its number, its year may be a fiscal one
            if !last.quarter {
                last.day = when.start.map(|s| s.day());
            }
            return;
        }
        match self.period(i, m, context, when, published) {
            Some(p) => {
                self.last = Some(p);
                if p.quarter {
                    self.quarter = Some(p);
                }
                self.since = false;
            }
            None => self.since |= when.is_placed() && matches!(when.kind, TimexType::Date | TimexType::Time),
        }
    }

    fn period(
        &self,
        i: usize,
        m: &Mention,
        context: &Context,
        when: &When,
        published: Option<Day>,
    ) -> Option<Period> {
        let quarter = when.grain == Some(Grain::Quarter) && when.kind == TimexType::Date;
        let day = if quarter {
            let (start, end) = (when.start?.day(), when.end?.day());
            let over = published.is_none_or(|p| end <= p + TimeDelta::days(NEARLY_OVER));
            // One that is still running is a look ahead, unless its results are told: then the year is a fiscal one.
            let fiscal = context.past() && self.quarter.is_none() && published.is_none_or(|p| start <= p);
            (over || fiscal).then_some(())?;
            Some(start)
        } else {
            is_longer(&m.meaning).then_some(())?;
            when.end.and_then(|e| e.day().pred_opt())
        };
        Some(Period {
            mention: i,
            sentence: context.sentence,
            quarter,
            day,
        })
    }
}

/// Whether it names a period only by the one it is compared with.
pub(super) fn is_comparison(m: &Meaning) -> bool {
    match m {
        m if is_year_before(m) => true,
        Meaning::Within(part, whole) => match **part {
            Meaning::Period | Meaning::Unit(Grain::Quarter, _) => true,
            Meaning::Named(Name::Quarter(..), _) => is_comparison(whole),
            _ => false,
        },
        Meaning::Modified(_, inner) => matches!(inner.grain(), Some(Grain::Quarter)) || is_comparison(inner),
        _ => false,
    }
}

/// "a year ago", "a year earlier", "last year"
pub(super) fn is_year_before(m: &Meaning) -> bool {
    match m {
        Meaning::Unit(Grain::Year, which) => *which == Which::Last,
        Meaning::Shift {
            amount,
            grain: Grain::Year,
            from: From::Writing | From::Told,
            back: true,
        } => amount.count() == Some(1),
        _ => false,
    }
}

/// Whether it is a stretch that results are told of beside the quarter: six or nine months, a half, the year.
fn is_longer(m: &Meaning) -> bool {
    match m {
        Meaning::Length {
            amount: amount @ Amount::Exact(_),
            grain: Grain::Month,
        } => matches!(amount.count(), Some(6 | 9)),
        Meaning::Portion {
            grain: Grain::Month | Grain::Quarter,
            ..
        }
        | Meaning::Named(Name::Half(..), _)
        | Meaning::Unit(Grain::Year, Which::Bare) => true,
        Meaning::Stretch {
            amount,
            grain: Grain::Year,
            back: true,
        } => amount.count() == Some(1),
        Meaning::Within(part, _) => is_longer(part),
        _ => false,
    }
}

/// What a comparison with "the year before" is counted from.
pub(super) enum Compared {
    /// A quarter told: the same quarter of that year.
    Quarter(Ground),
    /// A longer period told: that year.
    Longer(Option<Ground>),
}

impl State<'_> {
    /// The last quarter told, however far back.
    pub(super) fn quarter_told(&self) -> Option<Ground> {
        self.results.quarter?.ground()
    }

    /// The period of results told last, however far back.
    pub(super) fn period_told(&self) -> Option<Compared> {
        let last = self.results.last.filter(|_| !self.narrative)?;
        Some(match last.ground() {
            Some(g) if last.quarter => Compared::Quarter(g),
            ground => Compared::Longer(ground),
        })
    }

    /// The same for "a year ago": where it was told near, or no other date since.
    pub(super) fn period_near(&self) -> Option<Compared> {
        let last = self.results.last?;
        let near = self.context.sentence.saturating_sub(last.sentence) <= NEAR;
        (near || !self.results.since).then(|| self.period_told())?
    }

    /// The same for "a year earlier", which is counted from what was told last: where that is the period.
    pub(super) fn period_last(&self) -> Option<Compared> {
        (!self.results.since).then(|| self.period_told())?
    }
}
