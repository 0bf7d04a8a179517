use super::{Clock, Day};
use chrono::NaiveTime;

/// A half-open stretch of local civil time: `start` is in it, `end` is not. Never empty or reversed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// The first instant inside.
    pub start: Clock,
    /// The first instant after it.
    pub end: Clock,
}

impl Span {
    /// Whole civil days from `first` up to, not including, `after`.
    pub fn days(first: Day, after: Day) -> Span {
        Span {
            start: first.and_time(NaiveTime::MIN),
            end: after.and_time(NaiveTime::MIN),
        }
    }

    /// One civil day.
    pub fn day(d: Day) -> Span {
        Span::days(d, d.succ_opt().unwrap_or(d))
    }

    /// The civil day of its start.
    pub fn first_day(self) -> Day {
        self.start.date()
    }

    /// The last civil day that it touches.
    pub fn last_day(self) -> Day {
        let last = self.end - chrono::TimeDelta::nanoseconds(1);
        last.date().max(self.start.date())
    }

    /// Whether the two share an instant.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the day lies inside.
    pub fn holds(self, d: Day) -> bool {
        self.overlaps(Span::day(d))
    }
}
