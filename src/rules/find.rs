//! The engine: at each token the guards first, then every rule that the token's class may begin; the longest
//! reading wins and the cursor jumps past it. It knows no English.

use super::ago::{AMOUNTS, amount_of};
use super::opening::opens_nothing;
use super::{FAMILIES, GUARDS, Guard, Meaning, Reading, Rule, compose, entry_time, range};
use crate::text::{Class, Cursor, Register, Token};
use std::{ops::Range, sync::OnceLock};

/// A time expression: where it stands, what it says, and which rule read it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mention {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Tokens of the text.
    pub tokens: Range<usize>,
    /// What it says.
    pub meaning: Meaning,
    /// The name of the rule.
    pub rule: &'static str,
    /// Whether it is one end of a range, and where the other is.
    pub link: Link,
}

/// How a mention hangs together with its neighbour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Link {
    /// It stands alone.
    #[default]
    None,
    /// It begins a range that the next mention ends.
    Begin,
    /// It ends the range that the mention before begins.
    End,
}

/// What [`find`] found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// In the order of the text, not overlapping.
    pub mentions: Vec<Mention>,
    /// What reads like a date that the calendar does not have ("31 April"), as bytes of the text.
    pub impossible: Vec<Range<usize>>,
}

/// What may begin at a token, by its class.
struct Table {
    /// Whether anything may; most words are passed over by this alone.
    opens: [bool; CLASSES],
    starts: Vec<Starts>,
}

/// The rules and guards that a class may begin.
#[derive(Default)]
struct Starts {
    rules: Vec<Asked>,
    guards: Vec<&'static Guard>,
}

/// A rule, and whether it is one of those that begin with an amount of units ("two days ago"): whether there is one is
/// found out once for all of them.
struct Asked {
    rule: &'static Rule,
    amount: bool,
}

/// As many classes as a byte can number.
const CLASSES: usize = 256;

/// The family of rules that hold in short messages alone.
const MESSAGE: &str = "message";

/// The rule of the amount alone.
const LENGTH: &str = "length";

fn table(register: Register) -> &'static Table {
    static PROSE: OnceLock<Table> = OnceLock::new();
    static MESSAGES: OnceLock<Table> = OnceLock::new();
    let table = match register {
        Register::Prose => &PROSE,
        Register::Message => &MESSAGES,
    };
    table.get_or_init(|| {
        let mut starts: Vec<Starts> = (0..CLASSES).map(|_| Starts::default()).collect();
        let all = FAMILIES.iter().flat_map(|f| f.iter());
        for rule in all.filter(|r| register == Register::Message || r.family != MESSAGE) {
            let ago = rule.family == "ago" && rule.starts == AMOUNTS;
            for &class in rule.starts {
                // A unit alone may be a length without an amount: "month-long".
                let amount = ago || rule.name == LENGTH && class != Class::Unit;
                starts[class as usize].rules.push(Asked { rule, amount });
            }
        }
        for guard in GUARDS {
            for &class in guard.starts {
                starts[class as usize].guards.push(guard);
            }
        }
        let opens = std::array::from_fn(|c| !starts[c].rules.is_empty() || !starts[c].guards.is_empty());
        Table { opens, starts }
    })
}

/// Finds every time expression of a text. One pass; each token is looked at by a bounded number of rules, each of
/// which sees a bounded window.
pub fn find(text: &str, tokens: &[Token], register: Register) -> Found {
    let mut found = Found::default();
    let mut openings = Vec::new();
    let mut first = 0;
    for block in tokens.split(|t| t.class == Class::Break) {
        find_in(text, block, first, register, &mut found, &mut openings);
        first += block.len() + 1;
    }
    entry_time::log_times(text, tokens, &openings, &mut found.mentions);
    range::link(tokens, &mut found.mentions);
    range::clock_on_day(text, tokens, &mut found.mentions);
    found
}

/// Finds in one block; `first` is the place of its first token among all. Numbers that open lines go into `openings`.
fn find_in(
    text: &str,
    tokens: &[Token],
    first: usize,
    register: Register,
    found: &mut Found,
    openings: &mut Vec<usize>,
) {
    let table = table(register);
    let mut i = 0;
    while let Some(passed) = tokens
        .get(i..)
        .and_then(|rest| rest.iter().position(|t| table.opens[t.class as usize]))
    {
        i += passed;
        if tokens[i].class == Class::Number && tokens[i].begins_line() {
            openings.push(first + i);
        }
        let c = Cursor::new(text, tokens, i);
        if register == Register::Prose && opens_nothing(c) {
            i += 1;
            continue;
        }
        let Starts { rules, guards } = &table.starts[tokens[i].class as usize];
        if let Some(n) = guards.iter().filter_map(|g| (g.blocks)(c)).max() {
            i += n.max(1);
            continue;
        }
        let Some((rule, reading)) = best(c, rules, &[]) else {
            i += 1;
            continue;
        };
        let (rule, reading) = compose::extend(c, rule, reading);
        let reading = range::elided(c, &reading).unwrap_or(reading);
        let span = |a: usize, b: usize| tokens[i + a].start as usize..tokens[i + b - 1].end as usize;
        let end = reading.end();
        if reading.meaning == Meaning::Impossible {
            found.impossible.push(span(reading.skip, reading.len));
        } else {
            let Reading {
                skip,
                len,
                meaning,
                second,
                listed,
            } = reading;
            found.mentions.push(Mention {
                range: span(skip, len),
                tokens: first + i + skip..first + i + len,
                meaning,
                rule: rule.name,
                link: if second.is_some() && !listed {
                    Link::Begin
                } else {
                    Link::None
                },
            });
            if let Some((from, to, meaning)) = second {
                found.mentions.push(Mention {
                    range: span(from, to),
                    tokens: first + i + from..first + i + to,
                    meaning,
                    rule: rule.name,
                    link: if listed { Link::None } else { Link::End },
                });
            }
        }
        i += end.max(1);
    }
}

/// The longest reading at the cursor by a rule of no family of `without`; of equals the first in the list.
fn best(c: Cursor, rules: &[Asked], without: &[&str]) -> Option<(&'static Rule, Reading)> {
    let mut best: Option<(&'static Rule, Reading)> = None;
    let mut amount = None;
    for &Asked { rule, amount: asks } in rules {
        if asks && !*amount.get_or_insert_with(|| amount_of(c, 0).is_some()) || without.contains(&rule.family)
        {
            continue;
        }
        if let Some(r) = (rule.read)(c)
            && r.len > 0
            && c.token(r.end() - 1).class != Class::Break
            && best.as_ref().is_none_or(|(_, b)| r.end() > b.end())
        {
            best = Some((rule, r));
        }
    }
    best
}

/// The longest reading at the cursor by any rule, with what extends it: for rules that stand on another
/// expression ("the end of March", "two days after Christmas"). `without` keeps them from standing on themselves.
pub(super) fn read_inner(c: Cursor, without: &[&str]) -> Option<Reading> {
    let table = table(Register::Prose);
    let class = c.class(0) as usize;
    if !table.opens[class] || opens_nothing(c) {
        return None;
    }
    let Starts { rules, guards } = &table.starts[class];
    if guards.iter().any(|g| (g.blocks)(c).is_some()) {
        return None;
    }
    let (rule, reading) = best(c, rules, without)?;
    let (_, reading) = compose::extend(c, rule, reading);
    (reading.skip == 0 && reading.second.is_none() && reading.meaning != Meaning::Impossible)
        .then_some(reading)
}
