//! Times of the clock and parts of the day.

use super::{ClockTime, Meaning, Name, Reading, Rule};
use crate::text::{Class, Cursor, Flags};
use crate::time::DayPart;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "clock",
        family: "clock",
        says: "A time of the clock: 9:12, 14:05 UTC, 4:30 p.m., 5 p.m., 15.05 BST, 1430 GMT.",
        starts: &[Class::Number],
        read: clock,
        examples: &[
            (
                "At [9:12 UTC] the pump failed.",
                "2025-01-27",
                "2025-01-27T09:12Z",
            ),
            (
                "At [4:30 p.m.] the pump failed.",
                "2025-01-27",
                "2025-01-27T16:30",
            ),
            ("At [5 p.m.] the pump failed.", "2025-01-27", "2025-01-27T17:00"),
            (
                "At [15.05 BST] the pump failed.",
                "2025-07-27",
                "2025-07-27T15:05+01:00",
            ),
            ("At [12 a.m.] the pump failed.", "2025-01-27", "2025-01-27T00:00"),
            ("At [14:32] the pump failed.", "2025-01-27", "2025-01-27T14:32"),
            (
                "At [11:42 a.m. ET] the pump failed.",
                "2025-01-27",
                "2025-01-27T11:42",
            ),
            (
                "It failed at [5 p.m. Friday] at last.",
                "2025-01-27",
                "2025-01-24T17:00",
            ),
        ],
        refusals: &[
            "They won 3:1 in the end.",
            "The odds are 10:1 now-ish.",
            "A ratio of 14:32 was found.",
            "See Mark 14:32 for more.",
            "He ran it in 9:12 minutes.",
            "Version 4.30 is out.",
        ],
    },
    Rule {
        name: "noon",
        family: "clock",
        says: "Noon and midnight.",
        starts: &[Class::Noon],
        read: noon,
        examples: &[
            ("At [noon] the pump failed.", "2025-01-27", "2025-01-27T12:00"),
            (
                "The offer ends at [midnight Friday].",
                "2025-01-27",
                "2025-01-31T24:00",
            ),
            (
                "It rained until [midnight] on 3 May 2024.",
                "2025-01-27",
                "2024-05-03T24:00",
            ),
            (
                "It began after [midnight] on 3 May 2024.",
                "2025-01-27",
                "2024-05-03T00:00",
            ),
        ],
        refusals: &["The Midnight Express is old.", "He watched High Noon again."],
    },
    Rule {
        name: "part-of-day",
        family: "clock",
        says: "A part of a day named beside it: “the morning of 3 May”, “in the evening”.",
        starts: &[Class::The, Class::DayPart],
        read: part_of,
        examples: &[
            (
                "On [the morning of 3 May 2024] it shut.",
                "2025-01-27",
                "2024-05-03TMO",
            ),
            (
                "In [the early morning hours of 3 May 2024] it shut.",
                "2025-01-27",
                "2024-05-03TMO",
            ),
            (
                "In [the early hours of Monday] it shut.",
                "2025-01-28",
                "2025-01-27TMO",
            ),
            (
                "In [the small hours of Monday] it shut.",
                "2025-01-28",
                "2025-01-27TMO",
            ),
        ],
        refusals: &[
            "Good morning to all of you.",
            "The night club is shut.",
            "A good night to be out.",
            "The early hours of work were hard.",
        ],
    },
];

fn clock(c: Cursor) -> Option<Reading> {
    let (time, end) = clock_time(c, 0)?;
    Reading::new(end, Meaning::Clock(time))
}

/// A time of the clock in figures at `k`, and the position after it.
pub(super) fn clock_time(c: Cursor, k: usize) -> Option<(ClockTime, usize)> {
    let t = c.token(k);
    let (h, digits) = c.number(k)?;
    let before = if k > 0 { c.token(k - 1) } else { c.back(1) };
    let hangs = t.glued()
        && matches!(
            before.class,
            Class::Money
                | Class::Hash
                | Class::Stop
                | Class::Colon
                | Class::Slash
                | Class::Letter
                | Class::Comma
                | Class::Plus
        );
    if hangs || before.class == Class::Money {
        return None;
    }
    // "1430 GMT", "0930 hours"
    // "430pm", "1030 a.m."
    if (3..=4).contains(&digits)
        && let Some(p) = meridiem(c, k + 1)
    {
        let fine = h % 100 < 60;
        return fine
            .then(|| twelve(h / 100, h % 100, None, p))
            .flatten()
            .map(|time| with_zone(c, time, k + 2));
    }
    if digits == 4 {
        let (hour, minute) = (h / 100, h % 100);
        // "0930 hours", "at 1430 hrs"; "1430 hours of work" is a length
        let led = h < 1000
            || matches!(
                before.class,
                Class::At
                    | Class::By
                    | Class::From
                    | Class::Until
                    | Class::About
                    | Class::Before
                    | Class::After
                    | Class::Since
            );
        if (c.says(k + 1, "hours") || c.says(k + 1, "hrs"))
            && led
            && !c.is(k + 2, Class::Of)
            && hour < 24
            && minute < 60
        {
            return Some((exact(hour, minute, None, None), k + 2));
        }
        let (zone, end) = zone(c, k + 1)?;
        let fine = hour < 24 && minute < 60;
        return fine.then_some((exact(hour, minute, None, Some(zone)), end));
    }
    if digits > 2 || h > 24 {
        return None;
    }
    // "17h30"
    if c.letter(k + 1) == Some(b'H')
        && c.glued(k + 1)
        && c.glued(k + 2)
        && let Some((m, 2)) = c.number(k + 2)
        && h < 24
        && m < 60
        && !c.glued(k + 3)
    {
        return Some((exact(h, m, None, None), k + 3));
    }
    let sep = c.class(k + 1);
    let minute = c
        .number(k + 2)
        .filter(|&(m, d)| d == 2 && m < 60 && c.glued(k + 1) && c.glued(k + 2));
    match (sep, minute) {
        (Class::Colon, Some((m, _))) => {
            let mut end = k + 3;
            let mut second = None;
            if c.is(end, Class::Colon) && c.glued(end) {
                let (s, 2) = c.number(end + 1)? else { return None };
                second = Some(s as u8).filter(|s| *s < 60);
                second?;
                end += 2;
            }
            // "14:32:10:5", "3:10-4"
            if c.glued(end) && c.any(end, &[Class::Colon, Class::Percent]) && c.is(end + 1, Class::Number) {
                return None;
            }
            if let Some(p) = meridiem(c, end) {
                return twelve(h, m, second, p).map(|time| with_zone(c, time, end + 1));
            }
            if let Some((z, end)) = zone(c, end) {
                return Some((
                    ClockTime {
                        second,
                        ..exact(h, m, None, Some(z))
                    },
                    end,
                ));
            }
            let score = c.is(end, Class::In) && c.is(end + 1, Class::Counted);
            let local = c.says(end, "local") && c.says(end + 1, "time");
            // "19:05 Schools are shut": a line of a log counts no schools.
            let entry = c.token(k).begins_line() && c.token(end).capital();
            let counted = c.is(end, Class::Unit) || c.is(end, Class::Counted) && !entry;
            if !local && (score || counted || ratio(c, k)) {
                return None;
            }
            let o = if c.says(end, "hours") || c.says(end, "hrs") {
                end + 1
            } else {
                end
            };
            Some((
                ClockTime {
                    second,
                    ..exact(h, m, None, None)
                },
                o,
            ))
        }
        (Class::Stop, Some((m, _))) => {
            let end = k + 3;
            if let Some(p) = meridiem(c, end) {
                return twelve(h, m, None, p).map(|time| with_zone(c, time, end + 1));
            }
            let (z, end) = zone(c, end)?;
            Some((exact(h, m, None, Some(z)), end))
        }
        _ => {
            let p = meridiem(c, k + 1)?;
            let after = c.token(k + 1);
            // "5 am" needs its hour to be one; "I 5 am" is nothing.
            if after.end - after.start == 2 && !after.glued() && digits == 0 {
                return None;
            }
            twelve(h, 0, None, p).map(|time| with_zone(c, time, k + 2))
        }
    }
}

pub(super) fn exact(h: u32, m: u32, second: Option<u8>, zone: Option<i16>) -> ClockTime {
    ClockTime {
        hour: h as u8,
        minute: Some(m as u8),
        second,
        zone,
        either_half: false,
    }
}

fn meridiem(c: Cursor, k: usize) -> Option<u32> {
    let t = c.token(k);
    (t.class == Class::Meridiem).then_some(t.value)
}

fn twelve(h: u32, m: u32, second: Option<u8>, meridiem: u32) -> Option<ClockTime> {
    (1..=12)
        .contains(&h)
        .then(|| exact(h % 12 + meridiem, m, second, None))
}

fn with_zone(c: Cursor, time: ClockTime, end: usize) -> (ClockTime, usize) {
    match zone(c, end) {
        Some((z, end)) => (
            ClockTime {
                zone: Some(z),
                ..time
            },
            end,
        ),
        None => us_zone(c, time, end).unwrap_or((time, end)),
    }
}

/// "Eastern time", "Pacific standard time": the zones of the United States by name. Plain "time" says nothing of
/// summer time, so it gives no offset.
fn us_zone(c: Cursor, time: ClockTime, k: usize) -> Option<(ClockTime, usize)> {
    let hours = match c.word(k) {
        "Eastern" => -5,
        "Central" => -6,
        "Mountain" => -7,
        "Pacific" => -8,
        // "11:42 a.m. ET"
        "ET" | "CT" | "MT" | "PT" => return Some((time, k + 1)),
        _ => return None,
    };
    let says = |word: &str| c.says(k + 1, word) && c.says(k + 2, "time");
    let (zone, end) = match () {
        () if c.says(k + 1, "time") => (None, k + 2),
        () if says("standard") => (Some(hours * 60), k + 3),
        () if says("daylight") => (Some(hours * 60 + 60), k + 3),
        () => return None,
    };
    Some((ClockTime { zone, ..time }, end))
}

/// A zone at `k`: "UTC", "EST", "(GMT)", "Z" glued on, "+02:00", "Eastern time". Minutes east of UTC.
fn zone(c: Cursor, k: usize) -> Option<(i16, usize)> {
    let t = c.token(k);
    if t.class == Class::Zone && t.flags.has(Flags::CAPS) {
        return Some((t.value as i16 - 1440, k + 1));
    }
    if c.letter(k) == Some(b'Z') && c.glued(k) && t.capital() {
        return Some((0, k + 1));
    }
    if c.is(k, Class::Open)
        && c.is(k + 1, Class::Zone)
        && c.is(k + 2, Class::Close)
        && c.token(k + 1).shouting()
    {
        return Some((c.token(k + 1).value as i16 - 1440, k + 3));
    }
    // "14:00+02:00", "14:00 -05:00"; "14:00-15:00" is a range
    let back = t.class == Class::Hyphen && !c.glued(k);
    if (t.class == Class::Plus || back)
        && c.glued(k + 1)
        && c.number(k + 1).is_some_and(|(_, d)| d == 2)
        && c.is(k + 2, Class::Colon)
    {
        let (h, m) = (c.number(k + 1)?.0, c.number(k + 3)?.0);
        let minutes = (h * 60 + m) as i16;
        return Some((if back { -minutes } else { minutes }, k + 4)).filter(|_| h < 15 && m < 60);
    }
    None
}

/// Whether what looks like a time is a score, a ratio, a verse: decided by the words before it.
fn ratio(c: Cursor, k: usize) -> bool {
    let lead = if k > 0 { c.token(k - 1) } else { c.back(1) };
    let timely = matches!(
        lead.class,
        Class::At
            | Class::By
            | Class::From
            | Class::Until
            | Class::Before
            | Class::After
            | Class::Since
            | Class::About
            | Class::Break
            | Class::Between
            | Class::And
            | Class::To
            | Class::Hyphen
            | Class::Dash
            | Class::Just
            | Class::Stop
            | Class::Comma
            | Class::Open
            | Class::Quote
            | Class::Weekday
            | Class::Number
            | Class::Nearly
            | Class::Hash
            | Class::Colon
            | Class::NamedDay
            | Class::Sign
            | Class::On
            | Class::The
    );
    let begins = c.token(k).begins_line();
    !(timely || begins)
}

fn noon(c: Cursor) -> Option<Reading> {
    let t = c.token(0);
    let title = t.capital()
        && (c.back(1).capital() && c.back(1).class != Class::Stop && c.back(1).class == Class::Word
            || c.token(1).capital() && c.is(1, Class::Word));
    // "midnight blue", "a noon meeting": before a noun only a preposition makes it a time
    let noun = c.is(1, Class::Word) && !c.word(1).ends_with("ed");
    let led = matches!(
        c.back(1).class,
        Class::At
            | Class::By
            | Class::Until
            | Class::Before
            | Class::After
            | Class::Since
            | Class::From
            | Class::To
            | Class::About
            | Class::Past
            | Class::Between
            | Class::And
            | Class::A
            | Class::The
            | Class::Hyphen
            | Class::Dash
            | Class::Comma
            | Class::Break
            | Class::Just
            | Class::Mid
    );
    // "by midnight", "midnight Friday": the end of the day, not its start
    let ends = matches!(
        c.back(1).class,
        Class::By | Class::Until | Class::Before | Class::To
    ) || c.any(1, &[Class::Weekday, Class::NamedDay])
        && !matches!(c.back(1).class, Class::After | Class::Since | Class::From);
    let hour = if t.value == 0 && ends { 24 } else { t.value };
    (!title && (led || !noun)).then(|| Reading::new(1, Meaning::Clock(exact(hour, 0, None, None))))?
}

/// The part of the day named at `k`.
pub(super) fn part(c: Cursor, k: usize) -> Option<DayPart> {
    part_in(c, k).filter(|_| !c.word(k).ends_with('s'))
}

/// The same, in the singular or the plural.
pub(super) fn part_in(c: Cursor, k: usize) -> Option<DayPart> {
    let t = c.token(k);
    if t.class != Class::DayPart {
        return None;
    }
    Some(match t.value {
        0 => DayPart::Morning,
        2 => DayPart::Afternoon,
        3 => DayPart::Evening,
        5 => DayPart::Daytime,
        _ => DayPart::Night,
    })
}

fn part_of(c: Cursor) -> Option<Reading> {
    let k = usize::from(c.is(0, Class::The));
    // "the early morning hours of 30 April"
    let early = usize::from(k == 1 && c.any(1, &[Class::Early, Class::Late]));
    // "the early hours of Monday": before dawn
    let small = k == 1 && (c.is(1, Class::Early) || c.says(1, "small")) && c.says(2, "hours");
    let early = usize::from(early == 1 || small);
    let p = if small {
        DayPart::Morning
    } else {
        part(c, k + early)?
    };
    let name = Meaning::bare(Name::Part(p));
    let hours = usize::from(!small && c.says(k + early + 1, "hours"));
    if early + hours > 0 && !c.is(k + early + hours + 1, Class::Of) {
        return None;
    }
    let k = k + early + hours;
    if c.is(k + 1, Class::Of) {
        let inner =
            super::find::read_inner(c.ahead(k + 2), &["clock", "modifier", "duration", "set", "range"])?;
        let day = inner.meaning.grain() == Some(crate::time::Grain::Day) && inner.meaning.is_place();
        return day.then(|| Reading::new(k + 2 + inner.len, Meaning::within(name, inner.meaning)))?;
    }
    // "in the morning", "during the night": a time of the day just told
    let led = k == 1 && matches!(c.back(1).class, Class::In | Class::During | Class::By);
    let noun = c.any(k + 1, &[Class::Word, Class::Label, Class::Counted]) && !c.word(k + 1).ends_with("ed");
    (led && !noun).then(|| Reading::new(k + 1, name))?
}
