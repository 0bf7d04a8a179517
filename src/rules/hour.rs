//! Hours as they are spoken: “3 o’clock”, “half past ten in the evening”, “4 this afternoon”, “1800 today”.

use super::clock::{exact, part};
use super::units::{weekday, which};
use super::{ClockTime, Meaning, Name, Reading, Rule, Which};
use crate::text::{Class, Cursor};
use crate::time::DayPart;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "o-clock",
        family: "clock",
        says: "A full hour: “3 o’clock”, “half past three”, “quarter to four in the afternoon”.",
        starts: &[Class::Number, Class::NumberWord, Class::Half, Class::Quarter],
        read: o_clock,
        examples: &[
            (
                "At [3 o’clock] the pump failed.",
                "2025-01-27",
                "2025-01-27T03:00",
            ),
            (
                "At [3 o’clock in the afternoon] the pump failed.",
                "2025-01-27",
                "2025-01-27T15:00",
            ),
            (
                "They sailed at [half past ten in the evening] at last.",
                "2025-01-27",
                "2025-01-27T22:30",
            ),
            (
                "It shut at [quarter to six this morning] again.",
                "2025-01-27",
                "2025-01-27T05:45",
            ),
        ],
        refusals: &["Three of them left.", "Half past the mill they slept."],
    },
    Rule {
        name: "hour-of-part",
        family: "clock",
        says: "An hour alone that the part of the day behind it settles: “at 4 this afternoon”, “from eight tonight”.",
        starts: &[Class::Number, Class::NumberWord],
        read: hour_of_part,
        examples: &[
            (
                "The next boat is due at [4 this afternoon] there.",
                "2025-01-27",
                "2025-01-27T16:00",
            ),
            (
                "The road shuts from [eight tonight] for good.",
                "2025-01-27",
                "2025-01-27T20:00",
            ),
            (
                "It shut at [6.30 this morning] for good.",
                "2025-01-27",
                "2025-01-27T06:30",
            ),
            (
                "They will land at [9 tomorrow evening] there.",
                "2025-01-27",
                "2025-01-28T21:00",
            ),
            (
                "It sank at [11 last night] there.",
                "2025-01-27",
                "2025-01-26T23:00",
            ),
            (
                "They met at [7 in the evening] there.",
                "2025-01-27",
                "2025-01-27T19:00",
            ),
            (
                "They left on 3 May 2024. Just before [ten that morning] it sank.",
                "2025-01-27",
                "2024-05-03T10:00",
            ),
        ],
        refusals: &[
            "She sold 4 this afternoon alone.",
            "They lost to 3 that night.",
            "At 40 this morning’s winner is the oldest.",
            "He came in at 5 in the end.",
        ],
    },
    Rule {
        name: "hour-of-day",
        family: "clock",
        says: "Four figures before the day they are an hour of: “from 1800 today”, “until 0900 Saturday”.",
        starts: &[Class::Number],
        read: hour_of_day,
        examples: &[
            (
                "The warning holds from [1800 today] on.",
                "2025-01-27",
                "2025-01-27T18:00",
            ),
            (
                "The warning holds until [0900 tomorrow] there.",
                "2025-01-27",
                "2025-01-28T09:00",
            ),
            (
                "They sailed at [0630 on Saturday] there.",
                "2025-01-27",
                "2025-01-25T06:30",
            ),
        ],
        refusals: &[
            "The mill stands from 1800 today’s owner says.",
            "Some 1900 today live there.",
            "It was sold to 1999 today.",
            "From 1995 Saturday was a working day.",
        ],
    },
];

/// "3 o’clock", "half past three", "quarter to four", with the part of the day where it is said.
fn o_clock(c: Cursor) -> Option<Reading> {
    let (time, end) = match c.class(0) {
        Class::Half | Class::Quarter => {
            let back = match c.class(1) {
                Class::Past => false,
                Class::To if c.is(0, Class::Quarter) => true,
                _ => return None,
            };
            let h = twelfth(c, 2)?;
            if c.any(3, &[Class::Unit, Class::Counted, Class::Word]) {
                return None;
            }
            let minutes = if c.is(0, Class::Half) { 30 } else { 15 };
            let total = if back {
                (h + 11) % 12 * 60 + 60 - minutes
            } else {
                h % 12 * 60 + minutes
            };
            (exact(total / 60, total % 60, None, None), 3)
        }
        _ => {
            let o = c.letter(1) == Some(b'O') && c.is(2, Class::Apostrophe) && c.says(3, "clock");
            (exact(twelfth(c, 0).filter(|_| o)?, 0, None, None), 4)
        }
    };
    let time = ClockTime {
        either_half: true,
        ..time
    };
    of_part(c, time, end).or_else(|| Reading::new(end, Meaning::Clock(time)))
}

/// "at 4 this afternoon", "from eight tonight", "at 6.30 this morning"
fn hour_of_part(c: Cursor) -> Option<Reading> {
    let goes_on = c.any(1, PARTS) || c.any(1, &[Class::Colon, Class::Stop]) && c.glued(2);
    let led = matches!(
        c.back(1).class,
        Class::At
            | Class::By
            | Class::Until
            | Class::From
            | Class::Before
            | Class::After
            | Class::Since
            | Class::About
            | Class::Nearly
    );
    if !goes_on || !led {
        return None;
    }
    let hour = twelfth(c, 0)?;
    let (minute, end) = match c.number(2) {
        Some((m, 2)) if c.any(1, &[Class::Colon, Class::Stop]) && c.glued(1) && m < 60 => (m, 3),
        _ => (0, 1),
    };
    of_part(c, exact(hour, minute, None, None), end)
}

/// What may begin the part of the day that an hour is settled by.
const PARTS: &[Class] = &[
    Class::This,
    Class::That,
    Class::The,
    Class::Last,
    Class::In,
    Class::On,
    Class::NamedDay,
    Class::Weekday,
];

/// An hour of twelve at `k`.
fn twelfth(c: Cursor, k: usize) -> Option<u32> {
    let h = match c.class(k) {
        Class::NumberWord => c.token(k).value,
        Class::Number => c.number(k).filter(|n| n.1 <= 2)?.0,
        _ => return None,
    };
    (1..=12).contains(&h).then_some(h)
}

/// An hour of twelve with the part of the day at `k` that says which half of the day it is in, and the day where that
/// says it.
fn of_part(c: Cursor, time: ClockTime, k: usize) -> Option<Reading> {
    let with = |part: DayPart, len: usize, day: Option<Meaning>| {
        let clock = Meaning::Clock(in_part(time, part)?);
        Reading::new(
            len,
            match day {
                Some(day) => Meaning::within(clock, day),
                None => clock,
            },
        )
    };
    match c.class(k) {
        Class::In if c.is(k + 1, Class::The) => with(part(c, k + 2)?, k + 3, None),
        Class::NamedDay => {
            let days = match c.token(k).value {
                0 => -1,
                1 => 0,
                2 => 1,
                _ => return with(DayPart::Night, k + 1, Some(Meaning::Days(0))),
            };
            with(part(c, k + 1)?, k + 2, Some(Meaning::Days(days)))
        }
        Class::On | Class::Weekday => {
            let at = k + usize::from(c.is(k, Class::On));
            let day = Meaning::bare(Name::Weekday(weekday(c, at)?));
            with(part(c, at + 1)?, at + 2, Some(day))
        }
        _ => {
            // "the next morning", "this afternoon", "last night"
            let at = k + usize::from(c.is(k, Class::The));
            let which = match which(c, at)? {
                Which::Next if at > k => Which::Following,
                w => w,
            };
            let part = part(c, at + 1)?;
            with(part, at + 2, Some(Meaning::Named(Name::Part(part), which)))
        }
    }
}

/// The hour of the twelve that lies in a part of the day. What is called night may be of two days.
pub(super) fn in_part(time: ClockTime, part: DayPart) -> Option<ClockTime> {
    let h = time.hour % 12;
    let hour = match part {
        DayPart::Morning => h,
        DayPart::Night if h == 0 => 24,
        DayPart::Night if h < 5 => return None,
        _ => h + 12,
    };
    (hour < 24 || time.minute.unwrap_or(0) == 0).then_some(ClockTime {
        hour,
        either_half: false,
        ..time
    })
}

/// "from 1800 today", "until 0900 Saturday": four figures that the day behind them makes an hour.
fn hour_of_day(c: Cursor) -> Option<Reading> {
    let (n, 4) = c.number(0)? else { return None };
    let at = 1 + usize::from(c.is(1, Class::On));
    let day = match c.class(at) {
        Class::NamedDay => match c.token(at).value {
            0 => Meaning::Days(-1),
            1 => Meaning::Days(0),
            2 => Meaning::Days(1),
            _ => return None,
        },
        // "from 1995 Saturday opening was allowed"
        Class::Weekday if n < 1000 || c.back(1).class == Class::At => {
            Meaning::bare(Name::Weekday(weekday(c, at)?))
        }
        _ => return None,
    };
    let led = matches!(
        c.back(1).class,
        Class::At | Class::By | Class::Until | Class::From | Class::Before | Class::After | Class::Between
    );
    let (hour, minute) = (n / 100, n % 100);
    let whose = c.is(at + 1, Class::Apostrophe) && c.glued(at + 1);
    let fine = led && !whose && hour < 24 && minute < 60;
    fine.then(|| {
        let clock = Meaning::Clock(exact(hour, minute, None, None));
        Reading::new(at + 1, Meaning::within(clock, day))
    })?
}
