//! Which Friday, which October, which summer: the policies of direction, each with its evidence (counts are
//! right/total on gold newswire, read with the publication date as the anchor).

use super::State;
use super::context::Preposition;
use super::why::Why;
use crate::rules::{FEASTS, Name, Which};
use crate::text::Modality;
use crate::time::{Day, Grain, Span, Weekday, day, iso_week_start, start_of};
use chrono::{Datelike, TimeDelta};

/// One of those that come round, chosen.
pub(super) struct Pick {
    pub span: Span,
    pub grain: Grain,
    pub why: Vec<Why>,
    pub alternatives: Vec<(Span, Grain, String)>,
}

/// Which one is meant, counted from `anchor`.
pub(super) fn pick(name: Name, which: Which, anchor: Day, s: &State, writing: Option<Day>) -> Option<Pick> {
    match name {
        Name::Weekday(w) => weekday(w, which, anchor, s),
        Name::Month(m) => month(m, which, anchor, s, writing),
        _ => yearly(name, which, anchor, s),
    }
}

/// The span of a named thing in a year; a winter belongs to the year it begins in.
pub(super) fn of_year(name: Name, year: i32) -> Option<(Span, Grain)> {
    let months = |first: u32, n: i32| {
        let d = day(year, first, 1)?;
        Some(Span::days(d, crate::time::add_months(d, n)?))
    };
    Some(match name {
        Name::Month(m) => (months(m.into(), 1)?, Grain::Month),
        Name::Season(s) => (s.of_year(year)?, Grain::Season),
        Name::Quarter(q, _) => (months(u32::from(q) * 3 - 2, 3)?, Grain::Quarter),
        Name::Half(h, _) => (months(u32::from(h) * 6 - 5, 6)?, Grain::Half),
        Name::MonthDay(m, d) => (Span::day(day(year, m.into(), d.into())?), Grain::Day),
        Name::Feast(f) => (feast_in(f, year)?, Grain::Day),
        _ => return None,
    })
}

fn on_or_before(a: Day, w: Weekday) -> Day {
    a - TimeDelta::days(((7 + a.weekday().num_days_from_monday() - w.num_days_from_monday()) % 7).into())
}

/// Bare: the latest up to and including publication (269/298), unless the governing verb group or the preposition
/// points ahead (92 % against 90.6 % without). The publication weekday itself is that day (169/171). "last" is the
/// latest strictly before (7/7).
fn weekday(w: Weekday, which: Which, a: Day, s: &State) -> Option<Pick> {
    let back = on_or_before(a, w);
    let same = back == a;
    let week = TimeDelta::days(7);
    let strictly_back = if same { a - week } else { back };
    let ahead = back + week;
    let day_pick = |d: Day, why: Vec<Why>| Pick {
        span: Span::day(d),
        grain: Grain::Day,
        why,
        alternatives: Vec::new(),
    };
    let alt = |d: Day, note: &str| (Span::day(d), Grain::Day, note.to_owned());
    let name = super::why::weekday_name(w);
    let mut p = match which {
        Which::Last | Which::Previous => {
            let mut p = day_pick(strictly_back, vec![Why::WeekdayBefore(w, a)]);
            // "last Friday" said on a Saturday may be the week before's
            if (a - strictly_back).num_days() < 3 && which == Which::Last {
                p.alternatives.push(alt(
                    strictly_back - week,
                    &format!("the {name} of the week before"),
                ));
            }
            p
        }
        Which::Next | Which::Following => {
            let mut p = day_pick(ahead, vec![Why::WeekdayAfter(w, a)]);
            if (ahead - a).num_days() < 3 && which == Which::Next {
                p.alternatives
                    .push(alt(ahead + week, &format!("the {name} of the week after")));
            }
            p
        }
        Which::AfterNext => {
            // counted from the coming one, today among them
            let coming = if same { a } else { ahead };
            day_pick(coming + week, vec![Why::WeekdayAfter(w, coming)])
        }
        Which::This => {
            let in_week = iso_week_start(a) + TimeDelta::days(w.num_days_from_monday().into());
            let d = match () {
                // "was booked for this Saturday"
                () if s.context.past() && s.context.preposition != Preposition::For && in_week <= a => back,
                () if !s.context.past() && s.context.future() && in_week < a => ahead,
                () => in_week,
            };
            let mut p = day_pick(d, vec![Why::WeekdayOfWeek(a)]);
            let other = if d < a { ahead } else { strictly_back };
            if !same {
                p.alternatives.push(alt(other, &format!("the other {name}")));
            }
            p
        }
        // "on the Tuesday": the first one from what was told on, or in the week that was
        Which::That if s.told(Grain::Week).is_ok() => {
            let on = on_or_before(a, w);
            let d = if same { a } else { on + week };
            day_pick(d, vec![Why::WeekdayAfter(w, a)])
        }
        _ => {
            if s.narrative && s.told_near() {
                return Some(narrative_weekday(w, a, s));
            }
            // "Sunday", the heading of a diary's next day; of one that tells the newest first, the day before
            if let Some(last) = s.section_before() {
                let before = on_or_before(last, w);
                let next = before + week;
                let onwards = match s.settings.published {
                    Some(p) if p > last => next <= p,
                    _ => next - last <= last - before,
                };
                let d = if onwards { next } else { before };
                return Some(day_pick(d, vec![Why::WeekdayAfter(w, last)]));
            }
            // "on Thursday and at 8:30 on Friday": the one after the day to come
            if let Some((d, _)) = s.day_to_come().filter(|(d, _)| d.weekday() != w) {
                let after = on_or_before(d, w) + week;
                let mut p = day_pick(after, vec![Why::WeekdayAfter(w, d)]);
                p.alternatives.push(alt(back, &format!("the {name} just past")));
                return Some(p);
            }
            // "said on Friday that it had been shut since Monday": the one before the saying
            if let Some(d) = s.said_on().filter(|d| s.context.governor.perfect && back > *d) {
                let mut p = day_pick(on_or_before(d, w), vec![Why::LatestWeekday(w, d)]);
                p.alternatives.push(alt(back, &format!("the {name} just past")));
                return Some(p);
            }
            let by = s.asks_ahead();
            let nearer_ahead = s.context.either() && ahead - a <= a - back;
            let future = s.context.future() || nearer_ahead;
            if same {
                let mut p = day_pick(a, vec![Why::SameWeekday(a)]);
                let note = if future || by {
                    (a + week, "a week on")
                } else {
                    (a - week, "a week before")
                };
                p.alternatives.push(alt(note.0, note.1));
                p
            } else if future || by {
                let reason = match () {
                    () if s.context.future() => Some(Why::GovernorFuture),
                    () if by => Some(Why::PrepositionAhead),
                    () => None,
                };
                let why = reason.into_iter().chain([Why::WeekdayAfter(w, a)]).collect();
                let mut p = day_pick(ahead, why);
                p.alternatives.push(alt(back, &format!("the {name} just past")));
                p
            } else {
                let mut p = day_pick(back, vec![Why::LatestWeekday(w, a)]);
                p.alternatives.push(alt(ahead, &format!("the coming {name}")));
                p
            }
        }
    };
    p.alternatives.retain(|(s, ..)| *s != p.span);
    Some(p)
}

/// In a narrative a weekday follows the last date told; a past perfect looks back from it.
fn narrative_weekday(w: Weekday, a: Day, s: &State) -> Pick {
    let back = on_or_before(a, w);
    let d = if back == a || s.context.governor.perfect {
        back
    } else {
        back + TimeDelta::days(7)
    };
    let other = if d > a { back } else { d + TimeDelta::days(7) };
    let why = if d > a {
        Why::WeekdayAfter(w, a)
    } else {
        Why::LatestWeekday(w, a)
    };
    Pick {
        span: Span::day(d),
        grain: Grain::Day,
        why: vec![why],
        alternatives: vec![(
            Span::day(other),
            Grain::Day,
            "the other side of the last date told".into(),
        )],
    }
}

/// Bare: the nearest (54/67), past when the governor is past (58:9), future when it is future (13:2); the
/// publication month is itself. "last": the most recent past one, never the current month (15/16).
fn month(m: u8, which: Which, a: Day, s: &State, writing: Option<Day>) -> Option<Pick> {
    let m = u32::from(m);
    let of = |y: i32| start_of(day(y, m, 1)?, Grain::Month);
    let current = a.month() == m;
    let year = a.year();
    let latest = if a.month() >= m { year } else { year - 1 };
    let coming = if a.month() <= m { year } else { year + 1 };
    // Months ahead against months back; a tie goes to the past.
    let ahead_by = (m + 12 - a.month()) % 12;
    let nearest = if ahead_by < 6 { coming } else { latest };
    let (y, why) = match which {
        Which::Last | Which::Previous => (
            if current { year - 1 } else { latest },
            Why::UnitBefore(Grain::Year),
        ),
        Which::Next | Which::Following => (if current { year + 1 } else { coming }, Why::NextToBegin),
        Which::This => (year, Why::UnitOf(Grain::Year)),
        Which::That => (nearest, Why::NearestYear(nearest)),
        Which::Earlier => (latest, Why::LatestBegun),
        _ => {
            if let Some((whole, value)) = s.enclosing(Grain::Year)
                && let Some(span) = of(whole.first_day().year()).filter(|x| whole.contains(*x))
            {
                let why = vec![Why::Inside(value)];
                return Some(Pick {
                    span,
                    grain: Grain::Month,
                    why,
                    alternatives: Vec::new(),
                });
            }
            if let Some(span) = s.of_story(of) {
                let why = vec![Why::NearestYear(span.first_day().year())];
                return Some(Pick {
                    span,
                    grain: Grain::Month,
                    why,
                    alternatives: Vec::new(),
                });
            }
            match () {
                () if current => (year, Why::UnitOf(Grain::Month)),
                () if s.asks_ahead() => (coming, Why::PrepositionAhead),
                // "was bailed until April": up to a month that may be over or not
                () if s.context.past()
                    && s.context.preposition == Preposition::Until
                    && !s.context.governor.perfect =>
                {
                    (nearest, Why::NearestYear(nearest))
                }
                () if s.context.past() => (latest, Why::GovernorPast),
                () if s.context.future() => (coming, Why::GovernorFuture),
                () => (nearest, Why::NearestYear(nearest)),
            }
        }
    };
    let mut span = of(y)?;
    let mut alternatives = Vec::new();
    let other = if y == latest { coming } else { latest };
    if which == Which::Bare && other != y {
        let note = if other > y {
            "the coming one"
        } else {
            "the one just past"
        };
        alternatives.push((of(other)?, Grain::Month, note.to_owned()));
    }
    if which == Which::Earlier
        && let Some(w) = writing.filter(|w| span.holds(*w))
    {
        span.end = Span::day(w).end;
    }
    Some(Pick {
        span,
        grain: Grain::Month,
        why: vec![why],
        alternatives,
    })
}

/// A feast no further ahead than this is the one that is spoken of, in days; the last one is then long over.
const SOON: i64 = 60;

fn over_for_long(a: Day, latest: Span) -> bool {
    (a - latest.last_day()).num_days() > 270
}

/// Seasons, quarters, halves, feasts. Quarters: the latest already begun (77/79), the next when the governor is
/// future. Seasons and feasts alike.
fn yearly(name: Name, which: Which, a: Day, s: &State) -> Option<Pick> {
    let year = a.year();
    let spans: Vec<(Span, Grain)> = (year - 2..=year + 2).filter_map(|y| of_year(name, y)).collect();
    let grain = spans.first()?.1;
    let begun = |x: &Span| x.first_day() <= a;
    let latest = spans.iter().map(|x| x.0).rfind(begun)?;
    let coming = spans.iter().map(|x| x.0).find(|x| !begun(x))?;
    let current = latest.holds(a).then_some(latest);
    let before = spans.iter().map(|x| x.0).rfind(|x| x.end <= Span::day(a).start)?;
    let feast = matches!(name, Name::Feast(_));
    let (span, why) = match which {
        Which::Last | Which::Previous => (before, Why::UnitBefore(grain)),
        Which::Next | Which::Following => (coming, Why::NextToBegin),
        Which::This => {
            let of_the_year = spans.iter().map(|x| x.0).find(|x| x.first_day().year() == year);
            // "this winter" in January is the one that began in December; in February "this summer" is ahead, in
            // late March "this winter" is the one just over.
            let just_over = (a - latest.last_day()) < (coming.first_day() - a);
            let behind = just_over || s.context.past();
            let season = (grain == Grain::Season).then_some(if behind { latest } else { coming });
            (current.or(season).or(of_the_year)?, Why::UnitOf(Grain::Year))
        }
        // "In July it was found. That autumn …": the one nearest to what was told
        Which::That if grain == Grain::Season && !s.narrative => {
            let ahead = (coming.first_day() - a) < (a - latest.last_day());
            (
                current.unwrap_or(if ahead { coming } else { latest }),
                Why::UnitOf(Grain::Year),
            )
        }
        _ => {
            if let Some((whole, value)) = s.enclosing(Grain::Year)
                && let Some((x, _)) = of_year(name, whole.first_day().year())
            {
                return Some(Pick {
                    span: x,
                    grain,
                    why: vec![Why::Inside(value)],
                    alternatives: Vec::new(),
                });
            }
            // "26 Dec: Boxing Day games", "in December 1829, on Christmas Eve": the date is said beside its name
            let beside = s.date_before().filter(|_| feast);
            if let Some((told, (x, _))) = beside.and_then(|t| Some((t, of_year(name, t.first_day().year())?)))
                && (told.contains(x) || x.contains(told))
            {
                return Some(Pick {
                    span: x,
                    grain,
                    why: vec![Why::Inside(crate::time::value_of(x.first_day(), Grain::Month))],
                    alternatives: Vec::new(),
                });
            }
            // "The shop is closed on Boxing Day", said in November
            let soon = feast
                && !s.context.governor.perfect
                && (coming.first_day() - a).num_days() <= SOON
                && over_for_long(a, latest);
            let over_for = (a - latest.last_day()).num_days();
            let quarter_just_over = grain == Grain::Quarter && (0..=60).contains(&over_for);
            let nearest_is_ahead = feast && (coming.first_day() - a) < (a - latest.first_day());
            // "end of Q4", of no verb: the one at hand, not the one long over
            let verbless = s.context.governor.modality == Modality::None;
            let at_hand = grain == Grain::Quarter
                && verbless
                && over_for > 60
                && (coming.first_day() - a).num_days() < over_for;
            if let Some(span) = s.of_story(|y| of_year(name, y).map(|x| x.0)) {
                let why = vec![Why::NearestYear(span.first_day().year())];
                return Some(Pick {
                    span,
                    grain,
                    why,
                    alternatives: Vec::new(),
                });
            }
            match () {
                () if s.asks_ahead() => (current.unwrap_or(coming), Why::PrepositionAhead),
                () if soon => (coming, Why::NextToBegin),
                () if s.context.past() => (latest, Why::LatestBegun),
                // A quarter just over is still to be reported: "expects to report a third-quarter loss".
                () if s.context.future() && quarter_just_over => (latest, Why::LatestBegun),
                () if s.context.future() => (current.unwrap_or(coming), Why::GovernorFuture),
                () if nearest_is_ahead || at_hand => (coming, Why::NextToBegin),
                () => (latest, Why::LatestBegun),
            }
        }
    };
    let mut alternatives = Vec::new();
    let other = if span == coming { latest } else { coming };
    if matches!(which, Which::Bare | Which::That) {
        let note = if span == coming {
            "the latest one that has begun"
        } else {
            "the next one to begin"
        };
        alternatives.push((other, grain, note.to_owned()));
    }
    Some(Pick {
        span,
        grain,
        why: vec![why],
        alternatives,
    })
}

/// A feast's day or days in a year.
fn feast_in(feast: u8, year: i32) -> Option<Span> {
    let feast = FEASTS.get(usize::from(feast))?;
    let first = (feast.on)(year)?;
    Some(Span::days(first, first + TimeDelta::days(feast.days.into())))
}
