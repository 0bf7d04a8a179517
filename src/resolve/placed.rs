//! A meaning with its place found.

use super::Ground;
use super::named::Pick;
use super::when::{Anchor, Part, TimexType};
use super::why::{OpenReason, Why};
use crate::time::{Grain, Span, value_of};

/// A meaning with its place found.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub kind: TimexType,
    pub value: String,
    pub span: Option<Span>,
    pub grain: Grain,
    /// The ends are times of the clock.
    pub clock: bool,
    /// Minutes east of UTC, where stated.
    pub offset: Option<i16>,
    pub anchor: Option<Anchor>,
    pub stated: Vec<Part>,
    pub inferred: Vec<Part>,
    pub alternatives: Vec<(Span, Grain, String)>,
    pub why: Vec<Why>,
}

impl Placed {
    /// A date: a span whose value is that of the calendar unit at its start.
    pub fn date(span: Span, grain: Grain) -> Placed {
        Placed::valued(span, grain, value_of(span.first_day(), grain))
    }

    pub fn valued(span: Span, grain: Grain, value: String) -> Placed {
        Placed {
            kind: TimexType::Date,
            value,
            span: Some(span),
            grain,
            clock: false,
            offset: None,
            anchor: None,
            stated: Vec::new(),
            inferred: Vec::new(),
            alternatives: Vec::new(),
            why: Vec::new(),
        }
    }

    pub fn why(mut self, why: Why) -> Placed {
        self.why.push(why);
        self
    }

    pub fn parts(mut self, stated: &[Part], inferred: &[Part]) -> Placed {
        self.stated = stated.to_vec();
        self.inferred = inferred.to_vec();
        self
    }

    pub fn on(mut self, ground: Ground) -> Placed {
        self.why.insert(0, ground.why);
        self.anchor = Some(ground.anchor);
        self
    }

    pub fn from_pick(pick: Pick) -> Placed {
        let mut p = Placed::date(pick.span, pick.grain);
        p.why = pick.why;
        p.alternatives = pick.alternatives;
        p
    }
}

pub(super) type Outcome = Result<Placed, OpenReason>;
