//! The engine: at each token the guards first, then every rule that the token's class may begin; the longest
//! reading wins and the cursor jumps past it. It knows no English.

use super::{FAMILIES, GUARDS, Guard, Meaning, Reading, Rule, compose, range};
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

type Starts = (Vec<&'static Rule>, Vec<&'static Guard>);

/// The family of rules that hold in short messages alone.
const MESSAGE: &str = "message";

/// The rules and guards that each class may begin.
fn table(register: Register) -> &'static [Starts] {
    static PROSE: OnceLock<Vec<Starts>> = OnceLock::new();
    static MESSAGES: OnceLock<Vec<Starts>> = OnceLock::new();
    let table = match register {
        Register::Prose => &PROSE,
        Register::Message => &MESSAGES,
    };
    table.get_or_init(|| {
        let mut t: Vec<Starts> = (0..256).map(|_| (Vec::new(), Vec::new())).collect();
        let all = FAMILIES.iter().flat_map(|f| f.iter());
        for rule in all.filter(|r| register == Register::Message || r.family != MESSAGE) {
            for &class in rule.starts {
                t[class as usize].0.push(rule);
            }
        }
        for guard in GUARDS {
            for &class in guard.starts {
                t[class as usize].1.push(guard);
            }
        }
        t
    })
}

/// Finds every time expression of a text. One pass; each token is looked at by a bounded number of rules, each of
/// which sees a bounded window.
pub fn find(text: &str, tokens: &[Token], register: Register) -> Found {
    let mut found = Found::default();
    let mut first = 0;
    for block in tokens.split(|t| t.class == Class::Break) {
        find_in(text, block, first, register, &mut found);
        first += block.len() + 1;
    }
    range::link(tokens, &mut found.mentions);
    range::clock_on_day(text, tokens, &mut found.mentions);
    found
}

/// Finds in one block; `first` is the place of its first token among all.
fn find_in(text: &str, tokens: &[Token], first: usize, register: Register, found: &mut Found) {
    let table = table(register);
    let mut i = 0;
    while i < tokens.len() {
        let (rules, guards) = &table[tokens[i].class as usize];
        if rules.is_empty() && guards.is_empty()
            || opens_nothing(text, tokens, i) && register == Register::Prose
        {
            i += 1;
            continue;
        }
        let c = Cursor::new(text, tokens, i);
        if let Some(n) = guards.iter().filter_map(|g| (g.blocks)(c)).max() {
            i += n.max(1);
            continue;
        }
        let Some((rule, reading)) = best(c, rules) else {
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

/// Whether an article stands before a word that no expression goes on with: by far the commonest case, so it is
/// told before any rule is asked.
fn opens_nothing(text: &str, tokens: &[Token], i: usize) -> bool {
    const AFTER: &[&str] = &[
        "latter",
        "very",
        "near",
        "further",
        "additional",
        "trading",
        "working",
        "business",
    ];
    matches!(tokens[i].class, Class::The | Class::A)
        && tokens.get(i + 1).is_some_and(|t| {
            t.class == Class::Word
                && !text
                    .get(t.range())
                    .is_some_and(|w| AFTER.iter().any(|a| w.eq_ignore_ascii_case(a)))
        })
}

/// The longest reading at the cursor; of equals the first in the list.
fn best(c: Cursor, rules: &[&'static Rule]) -> Option<(&'static Rule, Reading)> {
    let mut best: Option<(&'static Rule, Reading)> = None;
    for rule in rules {
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
/// expression ("the end of March", "two days after Christmas"). `depth` keeps them from standing on themselves.
pub(super) fn read_inner(c: Cursor, without: &[&str]) -> Option<Reading> {
    let (rules, guards) = &table(Register::Prose)[c.class(0) as usize];
    if guards.iter().any(|g| (g.blocks)(c).is_some()) {
        return None;
    }
    let allowed: Vec<&'static Rule> = rules
        .iter()
        .copied()
        .filter(|r| !without.contains(&r.family))
        .collect();
    let (rule, reading) = best(c, &allowed)?;
    let (_, reading) = compose::extend(c, rule, reading);
    (reading.skip == 0 && reading.second.is_none() && reading.meaning != Meaning::Impossible)
        .then_some(reading)
}
