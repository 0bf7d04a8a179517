//! How a statement lies to its date, and where that puts it on the axis.

use super::phrase::Phrase;
use super::scene::Scene;
use super::{Certainty, EventWhen, Relation, Shape};
use crate::resolve::{OrderFrom, Preposition, TimexType, When, Why};
use crate::rules::{Meaning, Modifier, Name, Which};
use crate::tagged::Tagged;
use crate::text::{Class, VerbGroup, VerbKind, VerbTense};
use crate::time::{Day, Grain, Moment};
use chrono::TimeDelta;

/// The dates of one event: one, or the two ends of a span, and those that only say more of the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dates {
    /// The date, or the first end.
    pub first: usize,
    /// The other end.
    pub last: Option<usize>,
    /// "2024" beside "the third quarter".
    pub beside: Vec<usize>,
    /// The day that times of the clock stand beside: "from 9:12 to 9:40 on 3 May".
    pub day: Option<usize>,
    /// The two ends are joined as a list ("in the 1880s and 1890s"), not as a stretch.
    pub listed: bool,
}

/// Where an event lies.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub when: EventWhen,
    pub relation: Relation,
    pub certainty: Certainty,
    /// What decided, in words.
    pub note: String,
}

/// The place of an event; `None` when its date has none.
pub(super) fn place(
    tagged: &Tagged,
    s: &Scene,
    dates: &Dates,
    phrase: &Phrase,
    verb: Option<&VerbGroup>,
    nearest: Option<&VerbGroup>,
) -> Option<Place> {
    let first = tagged.whens.get(dates.first)?;
    let (mut start, mut end) = (first.start?, first.end?);
    let mut value = first.value.clone();
    let day = dates.day.and_then(|d| tagged.whens.get(d)?.start);
    if let Some(d) = day {
        value = value.replacen(&start.day().to_string(), &d.day().to_string(), 1);
        (start, end) = (start.on(d)?, end.on_after(start, d)?);
    }
    let mut grain = first.grain.unwrap_or(Grain::Day);
    let mut ranged = false;
    if let Some(last) = dates.last.and_then(|l| tagged.whens.get(l)) {
        let (mut a, mut b) = (last.start?, last.end?);
        let mut closing = last.value.clone();
        if let Some(d) = day {
            closing = closing.replacen(&a.day().to_string(), &d.day().to_string(), 1);
            (a, b) = (a.on(d)?, b.on_after(a, d)?);
        }
        // "from 10 p.m. to 2 a.m.", "from noon to midnight": the second time is that of the next day.
        if last.kind == TimexType::Time
            && first.kind == TimexType::Time
            && a.at() < start.at()
            && a.day() == start.day()
            && let Some((x, y)) = a.next_day().zip(b.next_day())
        {
            closing = closing.replacen(&a.day().to_string(), &x.day().to_string(), 1);
            (a, b) = (x, y);
        }
        ranged = b.at() > start.at() && a.at() >= start.at();
        if ranged {
            end = b;
            value = format!("{value}/{closing}");
            grain = grain.min(last.grain.unwrap_or(grain));
        } else if dates.listed {
            start = a.min_by_time(start);
        }
    }
    let lasts = verb.is_some_and(|v| v.lasts || state(s, v, phrase));
    let (relation, note) = relation(tagged, s, dates, phrase, ranged, lasts);
    let past = verb.is_some_and(|v| v.tense == VerbTense::Past && v.kind != VerbKind::Infinitive)
        && !verb.is_some_and(|v| ahead(s, v))
        // "expected the economy to shrink": what is told as past is not the shrinking.
        && !nearest.is_some_and(|n| n.kind == VerbKind::Infinitive && planned(s, n));
    let mut cut = false;
    let publication = tagged.published.as_ref().map(|p| p.date);
    if let Some(day) = publication
        && (past || looks_back(tagged, dates.first))
        && matches!(relation, Relation::Within | Relation::Throughout)
        && let Some(after) = next_day(day)
        && start.at() < after.at()
        && end.at() > after.at()
    {
        end = after;
        cut = true;
    }
    let day_or_less = end.at() - start.at() <= TimeDelta::days(1);
    let shape = match relation {
        Relation::Within | Relation::Repeats if day_or_less => Shape::Point,
        Relation::Throughout if day_or_less && !ranged => Shape::Point,
        Relation::Throughout => Shape::Duration,
        Relation::Within | Relation::Repeats => Shape::Window,
        _ => Shape::Open,
    };
    let (start, end) = match relation {
        Relation::Since => (Some(start), None),
        Relation::Until | Relation::By => (None, Some(end)),
        Relation::After => (Some(end), None),
        // "before the end of March"
        Relation::Before if first.modifier == Some(Modifier::End) => (None, Some(end)),
        Relation::Before => (None, Some(start)),
        _ => (Some(start), Some(end)),
    };
    Some(Place {
        when: EventWhen {
            value,
            start,
            end,
            grain,
            shape,
            approx: approximate(tagged, s, dates, phrase),
            cut,
        },
        relation,
        certainty: certainty(tagged, dates, past),
        note: if cut {
            format!("{note}; told as past, so not after publication")
        } else {
            note
        },
    })
}

impl Moment {
    /// The same time on another day.
    fn on(self, day: Moment) -> Option<Moment> {
        self.on_after(self, day)
    }

    /// As far from that day as it is from the day of `first`.
    fn on_after(self, first: Moment, day: Moment) -> Option<Moment> {
        let at = self.at().checked_add_signed(day.day() - first.day())?;
        Some(Moment::of_clock(at, self.offset()))
    }

    /// The same time of the next day.
    fn next_day(self) -> Option<Moment> {
        let at = self.at().checked_add_signed(TimeDelta::days(1))?;
        Some(if self.has_clock() {
            Moment::of_clock(at, self.offset())
        } else {
            Moment::of_day(at.date())
        })
    }

    /// The earlier of two.
    fn min_by_time(self, other: Moment) -> Moment {
        if self.at() <= other.at() { self } else { other }
    }
}

/// "expected to fall", "was due to open": a plan told as past is for a time that need not be.
fn ahead(s: &Scene, v: &VerbGroup) -> bool {
    v.tokens
        .clone()
        .any(|i| matches!(s.class(i), Class::Expected | Class::PlanVerb))
        || PLANNED.contains(&s.word(v.head))
}

const PLANNED: &[&str] = &[
    "expected",
    "forecast",
    "forecasted",
    "predicted",
    "projected",
    "planned",
    "hoped",
    "intended",
    "anticipated",
    "estimated",
    "foresaw",
    "envisaged",
    "wanted",
];

/// Whether a verb of expecting stands before the infinitive.
fn planned(s: &Scene, n: &VerbGroup) -> bool {
    (s.range.start.max(n.tokens.start.saturating_sub(8))..n.tokens.start)
        .any(|i| matches!(s.class(i), Class::PlanVerb) || PLANNED.contains(&s.word(i)))
}

fn next_day(day: Day) -> Option<Moment> {
    day.succ_opt().map(Moment::of_day)
}

/// "was", "were" and the like: alone they tell of a state, with a participle they do beside "from … to".
fn state(s: &Scene, v: &VerbGroup, phrase: &Phrase) -> bool {
    let be = |i: usize| matches!(s.class(i), Class::Was | Class::Is | Class::Been | Class::Be);
    be(v.head) || (s.class(phrase.tokens.start) == Class::From && v.tokens.clone().any(be))
}

/// How what happened lies to its dates, and why.
pub(super) fn relation(
    tagged: &Tagged,
    s: &Scene,
    dates: &Dates,
    phrase: &Phrase,
    ranged: bool,
    lasts: bool,
) -> (Relation, String) {
    let preposition = tagged
        .contexts
        .get(dates.first)
        .map_or(Preposition::None, |c| c.preposition);
    let word = s.word(phrase.tokens.start);
    let said = |what: &str| format!("“{}”: {what}", word.to_lowercase());
    if let Some((class, denied)) = bounded(s, phrase) {
        return match (class, denied) {
            (Class::Later, true) => (Relation::By, said("no later than its end")),
            (Class::Later, false) => (Relation::After, said("after it")),
            (_, true) => (Relation::Since, said("no earlier than its start")),
            (_, false) => (Relation::Before, said("before it")),
        };
    }
    // "due not before 2030"; in "will not open before 2030" the verb is denied, and nothing opens.
    if preposition == Preposition::Before && s.before(phrase.tokens.start) == Class::Not {
        return (Relation::Since, said("not before its start"));
    }
    if super::phrase::first_since(s, phrase.tokens.start) {
        return (Relation::After, "the first since then: after it".into());
    }
    if phrase.of_noun {
        return (Relation::Within, "it describes a noun".into());
    }
    if ranged {
        let stretch = matches!(
            preposition,
            Preposition::From | Preposition::Between | Preposition::For
        ) || s.class(phrase.tokens.start) == Class::Throughout;
        return if lasts && !dates.listed && (stretch || preposition == Preposition::None) {
            (Relation::Throughout, "from its one end to the other".into())
        } else {
            (Relation::Within, "between its two ends".into())
        };
    }
    let stretch = tagged
        .mentions
        .get(dates.first)
        .is_some_and(|m| matches!(inner(&m.meaning), Meaning::Stretch { .. }));
    if stretch {
        return if lasts
            || preposition == Preposition::For
            || s.class(phrase.tokens.start) == Class::Throughout
        {
            (Relation::Throughout, said("all of it"))
        } else {
            (Relation::Within, said("in it"))
        };
    }
    match preposition {
        Preposition::Since => (Relation::Since, said("from its start on")),
        Preposition::From => (Relation::Since, said("from its start on")),
        Preposition::Until | Preposition::Through => (Relation::Until, said("up to its end")),
        Preposition::By => (Relation::By, said("no later than its end")),
        Preposition::Before => (Relation::Before, said("before it")),
        Preposition::After => (Relation::After, said("after it")),
        Preposition::During if s.class(phrase.tokens.start) == Class::Throughout => {
            (Relation::Throughout, said("all of it"))
        }
        Preposition::None => (Relation::Within, "no preposition: in it".into()),
        _ => (Relation::Within, said("in it")),
    }
}

/// "no later than": the bound, and whether it is denied.
fn bounded(s: &Scene, phrase: &Phrase) -> Option<(Class, bool)> {
    let than = phrase
        .tokens
        .clone()
        .take(5)
        .find(|&i| s.class(i) == Class::Than)?;
    super::beside::bound(s, than).map(|(_, class, denied)| (class, denied))
}

fn inner(meaning: &Meaning) -> &Meaning {
    match meaning {
        Meaning::Modified(_, m) => inner(m),
        m => m,
    }
}

/// "earlier this month" is what of it lies behind, whatever the verb.
fn looks_back(tagged: &Tagged, mention: usize) -> bool {
    let Some(m) = tagged.mentions.get(mention) else {
        return false;
    };
    matches!(
        inner(&m.meaning),
        Meaning::Named(_, Which::Earlier) | Meaning::Unit(_, Which::Earlier)
    )
}

fn approximate(tagged: &Tagged, s: &Scene, dates: &Dates, phrase: &Phrase) -> bool {
    let vague = |w: &When| {
        matches!(
            w.modifier,
            Some(
                Modifier::Approx
                    | Modifier::LessThan
                    | Modifier::MoreThan
                    | Modifier::EqualOrLess
                    | Modifier::EqualOrMore
            )
        )
    };
    [Some(dates.first), dates.last]
        .into_iter()
        .flatten()
        .filter_map(|i| tagged.whens.get(i))
        .any(vague)
        || phrase
            .tokens
            .clone()
            .any(|i| matches!(s.class(i), Class::About | Class::Nearly))
}

fn certainty(tagged: &Tagged, dates: &Dates, past: bool) -> Certainty {
    let all = [Some(dates.first), dates.last];
    let whens = || {
        all.into_iter()
            .flatten()
            .filter_map(|i| Some((tagged.mentions.get(i)?, tagged.whens.get(i)?)))
    };
    let ambiguous = whens().any(|(m, w)| {
        let next = matches!(inner(&m.meaning), Meaning::Named(Name::Weekday(_), Which::Next));
        !w.alternatives.is_empty()
            && w.why.iter().any(|why| match why {
                Why::Order(_, OrderFrom::Guess) | Why::EitherHalf => true,
                Why::WeekOfSentence(_) | Why::NarrationForward(_) => true,
                Why::WeekToldThrough(..) | Why::PastNotAhead(_) => true,
                Why::SameWeekday(_) => past,
                Why::WeekdayAfter(..) => next,
                _ => false,
            })
    });
    let inferred =
        whens().any(|(_, w)| !w.inferred.is_empty() || (w.stated.is_empty() && w.kind != TimexType::Set));
    if ambiguous {
        Certainty::Ambiguous
    } else if inferred {
        Certainty::Inferred
    } else {
        Certainty::Stated
    }
}
