//! Timelines that nobody would write: many and few events, crowded and far apart, in several scripts, with words
//! that no line holds. The same number always gives the same one.

use dateline::timeline::Timeline;
use serde_json::{Value, json};

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 up to, not including, `n`.
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n.max(1) as u64).unwrap_or(0)
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

const WORDS: [&[&str]; 9] = [
    &[
        "the",
        "harbour",
        "of",
        "storm",
        "council",
        "pier",
        "a",
        "will",
        "reopen",
        "watchkeepers",
    ],
    &["совет", "порта", "закрыл", "пристань", "из-за", "шторма", "в"],
    &["το", "λιμάνι", "έκλεισε", "μετά", "την", "καταιγίδα"],
    &["항구는", "폭풍", "때문에", "문을", "닫았다"],
    &["港口因风暴关闭。", "委员会", "「昨天」、", "决定重开"],
    &["أغلق", "الميناء", "بسبب", "العاصفة", "المجلس"],
    &["הנמל", "נסגר", "בגלל", "הסערה", "אתמול"],
    &["बंदरगाह", "तूफ़ान", "के", "कारण", "बंद", "हुआ"],
    &["ท่าเรือปิดเพราะพายุ", "สภา", "เมื่อวานนี้"],
];

const ODD: [&str; 12] = [
    "<script>alert(1)</script>",
    "]]>",
    "&amp;",
    "a\u{1}b\u{7}c",
    "\u{202e}drawkcab",
    "👩‍👩‍👧‍👦🏳️‍🌈🚢⚓",
    "https://example.org/a/very/long/address?with=queries&and=%20escapes#and-a-fragment",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbaubq",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "\u{a0}\u{2003}\t\n",
    "“quoted—and–dashed”/or(not)…",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
];

fn sentence(dice: &mut Dice, most: usize) -> String {
    let script = dice.below(WORDS.len() + 6).saturating_sub(6);
    let mut out = String::new();
    for i in 0..=dice.below(most) {
        if i > 0 {
            out.push(' ');
        }
        let other = dice.below(WORDS.len());
        let word = match dice.below(40) {
            0 => *dice.pick(&ODD),
            1 => *dice.pick(WORDS[other]),
            _ => *dice.pick(WORDS[script]),
        };
        out.push_str(word);
    }
    out
}

/// A day, or a minute of one, so many minutes after 1 January 1990.
fn moment(minutes: i64, clock: bool) -> String {
    let day = chrono::NaiveDate::from_ymd_opt(1990, 1, 1).expect("a day");
    let at = day.and_hms_opt(0, 0, 0).expect("midnight") + chrono::TimeDelta::minutes(minutes);
    let form = if clock { "%Y-%m-%dT%H:%M" } else { "%Y-%m-%d" };
    at.format(form).to_string()
}

const DAY: i64 = 24 * 60;

fn event(dice: &mut Dice, i: usize, around: i64, spread: i64) -> Value {
    let clock = spread < 3 * DAY && !dice.one_in(4);
    let size = usize::try_from(spread.max(1)).unwrap_or(1);
    let start = around + i64::try_from(dice.below(size)).unwrap_or(0);
    let (grain, length) = match (clock, dice.below(8)) {
        (true, 0) => ("hour", 60),
        (true, _) => ("minute", 1),
        (_, 0) => ("year", 365 * DAY),
        (_, 1 | 2) => ("month", 30 * DAY),
        (_, 3) => ("week", 7 * DAY),
        _ => ("day", DAY),
    };
    let is_point = matches!(grain, "day" | "minute");
    let (mut from, mut to) = (
        Some(moment(start, clock)),
        Some(moment(start + length.max(if clock { 1 } else { DAY }), clock)),
    );
    let mut shape = match (is_point, dice.below(3)) {
        (true, _) => "point",
        (_, 0) => "duration",
        _ => "window",
    };
    let mut relation = *dice.pick(&["within", "within", "within", "throughout", "by", "repeats"]);
    if dice.one_in(9) {
        shape = "open";
        if dice.one_in(2) {
            relation = *dice.pick(&["since", "after"]);
            to = None;
        } else {
            relation = *dice.pick(&["until", "by", "before"]);
            from = None;
        }
    }
    let mut others = Vec::new();
    while dice.one_in(5) {
        let at = start + i64::try_from(dice.below(30)).unwrap_or(0) * DAY;
        others.push(json!({"value": moment(at, false), "start": moment(at, false),
                           "end": moment(at + DAY, false), "note": sentence(dice, 4)}));
    }
    json!({
        "id": format!("e{}", i + 1), "statement": sentence(dice, 30), "phrase": sentence(dice, 5),
        "relation": relation, "certainty": dice.pick(&["stated", "inferred", "ambiguous"]),
        "alternatives": others, "sources": [format!("d{}", dice.below(3) + 1)],
        "tense": dice.pick(&["past", "present", "future"]),
        "when": {"value": moment(start, clock), "start": from, "end": to, "grain": grain, "shape": shape,
                 "approx": dice.one_in(9)},
    })
}

/// A timeline and a width for it.
pub fn timeline(seed: u64) -> (Timeline, u32) {
    let mut dice = Dice::new(seed);
    let count = match dice.below(4) {
        0 => dice.below(4),
        1 => dice.below(20),
        _ => dice.below(80),
    };
    // A few places in time, around each of which events crowd by minutes, days or years.
    let places: Vec<(i64, i64)> = (0..=dice.below(4))
        .map(|_| {
            let around = i64::try_from(dice.below(40 * 365)).unwrap_or(0) * DAY;
            let spread = *dice.pick(&[1, 90, DAY, 10 * DAY, 60 * DAY, 800 * DAY, 9_000 * DAY]);
            (around, spread)
        })
        .collect();
    let events: Vec<Value> = (0..count)
        .map(|i| {
            let (around, spread) = *dice.pick(&places);
            event(&mut dice, i, around, spread)
        })
        .collect();
    let documents: Vec<Value> = (0..dice.below(4))
        .map(|i| {
            let (around, spread) = *dice.pick(&places);
            let published = json!({"date": moment(around + spread, false), "from": "option"});
            json!({"id": format!("d{}", i + 1), "name": format!("note-{i}"), "source": "-",
                   "published": if dice.one_in(4) { Value::Null } else { published }})
        })
        .collect();
    let json = json!({"schema": "dateline/1", "title": sentence(&mut dice, 16), "events": events,
                      "documents": documents});
    let timeline = serde_json::from_value(json).expect("a timeline");
    (timeline, 320 + u32::try_from(dice.below(1281)).unwrap_or(0))
}
