//! The words of the clause that an event is told in, with what hangs on it.

use super::aside::{around, of_relative};
use super::clause::{Clause, Kind};
use super::entry::Pieces;
use super::group::Unit;
use super::noun::antecedent;
use super::phrase::phrase;
use super::scene::Scene;
use crate::text::{Class, VerbGroup, VerbTense};
use std::ops::Range;

/// The words of an event before its date and its speaker are taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Base {
    pub pieces: Pieces,
    /// The clause whose finite verb carries it.
    pub carrier: usize,
    /// The date says when a part of it was, and stays where it stands.
    pub keeps_date: bool,
}

impl Base {
    fn of(pieces: Pieces, carrier: usize) -> Base {
        Base {
            pieces,
            carrier,
            keeps_date: false,
        }
    }

    /// The whole sentence.
    pub fn whole(s: &Scene, carrier: usize) -> Base {
        Base::of(Pieces::of(s.range.clone()), carrier)
    }

    fn dated(self) -> Base {
        Base {
            keeps_date: true,
            ..self
        }
    }
}

/// The clause of the event with what hangs on it.
pub(super) fn base(s: &Scene, clauses: &[Clause], at: usize, unit: &Unit) -> Base {
    let c = &clauses[at];
    let date = &unit.phrase.tokens;
    let run = |start: usize| Pieces::of(start..extent(s, clauses, at, date).max(start));
    match c.kind {
        Kind::Main => {
            if let Some(host) = gapped(s, clauses, at) {
                let start = clauses[host].body;
                return Base::of(Pieces::of(start..extent(s, clauses, at, date).max(start)), at).dated();
            }
            Base::of(run(from(clauses, at)), at)
        }
        Kind::Resumed => match c.host {
            Some(h) if clauses[h].kind != Kind::Relative => Base::of(run(clauses[h].body), at),
            _ => Base::whole(s, at),
        },
        Kind::Sub => sub(s, clauses, at, unit),
        Kind::Content => match c.host {
            Some(h) if clauses[h].verb.is_some_and(|v| s.groups[v].says) && !asks(s, c) => {
                Base::of(run(from(clauses, at)), at)
            }
            Some(h) => alone(s, base(s, clauses, h, unit), unit),
            None => Base::whole(s, at),
        },
        Kind::SharedSubject => shared(s, clauses, at, unit),
        Kind::Relative => {
            relative(s, clauses, at, unit).unwrap_or_else(|| hanging(s, clauses, at, unit).dated())
        }
        Kind::Supposed => hanging(s, clauses, at, unit).dated(),
        Kind::Tail => Base::whole(s, at),
    }
}

/// Beside another date in the same words, each stays with its own.
fn alone(s: &Scene, base: Base, unit: &Unit) -> Base {
    let other = s.dates.clone().any(|i| {
        let first = s.mentions[i].tokens.start;
        base.pieces.contains(first) && !unit.phrase.tokens.contains(&first)
    });
    if other { base.dated() } else { base }
}

/// "announced plans to explain why force will be used": no clause of its own was said.
fn asks(s: &Scene, c: &Clause) -> bool {
    let verb = c
        .verb
        .and_then(|v| s.groups.get(v))
        .map_or(c.body, |g| g.tokens.start);
    (c.body + 1..verb).any(|i| ["why", "how", "what"].contains(&s.word(i)))
}

/// Where a clause begins to be told: with the condition right before it, without which it would be told as true.
fn from(clauses: &[Clause], at: usize) -> usize {
    match at.checked_sub(1).map(|b| &clauses[b]) {
        Some(b) if b.kind == Kind::Supposed && clauses[at].host == b.host => b.tokens.start,
        _ => clauses[at].body,
    }
}

/// The clause that another hangs on, with it.
fn hanging(s: &Scene, clauses: &[Clause], at: usize, unit: &Unit) -> Base {
    match clauses[at].host {
        Some(h) if h < at && clauses[h].verb.is_some() => base(s, clauses, h, unit),
        Some(h) => {
            let resumed = |c: &Clause| c.kind == Kind::Resumed && c.host == Some(h);
            match clauses.iter().position(resumed) {
                Some(on) if on > at => base(s, clauses, on, unit),
                _ => Base::whole(s, at),
            }
        }
        None => Base::whole(s, at),
    }
}

/// "When this failed in April, the firm began to drill": both clauses, for the one alone says less than was told.
/// Only "when" and "while" lend their date to the other clause.
fn sub(s: &Scene, clauses: &[Clause], at: usize, unit: &Unit) -> Base {
    let c = &clauses[at];
    let opener = c.body.saturating_sub(1);
    let lends = ["when", "while", "as"].iter().any(|w| s.says(opener, w));
    let next = (at + 1..clauses.len()).find(|&j| clauses[j].kind == Kind::Main);
    let out = match (c.host, next) {
        (None, Some(main)) => {
            let end = extent(s, clauses, main, &unit.phrase.tokens);
            Base::of(Pieces::of(c.tokens.start..end.max(c.tokens.end)), main)
        }
        _ => hanging(s, clauses, at, unit),
    };
    let other = s.dates.clone().any(|i| {
        let first = s.mentions[i].tokens.start;
        out.pieces.contains(first) && !c.tokens.contains(&first)
    });
    if lends && !other { out } else { out.dated() }
}

/// "Acme, which cut its rating on 13 August": what the clause hangs on, and the clause.
fn relative(s: &Scene, clauses: &[Clause], at: usize, unit: &Unit) -> Option<Base> {
    let c = &clauses[at];
    let governed = unit.governed?;
    let own = c.tokens.contains(&s.groups.get(governed.group)?.tokens.start)
        && c.tokens.contains(&unit.phrase.tokens.start);
    // A main clause whose verb was not found would end up in the relative one.
    let open = c.host.is_some_and(|h| {
        clauses[h].verb.is_none()
            && !clauses
                .iter()
                .any(|r| r.kind == Kind::Resumed && r.host == Some(h))
    });
    if open || !own || s.quoted(c.body) != s.quoted(c.tokens.start) {
        return None;
    }
    let resumed = clauses
        .iter()
        .any(|r| r.kind == Kind::Resumed && r.host.is_some() && r.host == c.host);
    let told = unit.phrase.tokens.end.max(s.groups[governed.group].tokens.end);
    let comma = || (told..c.tokens.end).find(|&i| s.class(i) == Class::Comma);
    let end = comma().filter(|_| resumed).unwrap_or(c.tokens.end);
    // "the mayor of Leeds, who left in May", "the boat that he sold": no clause of its own.
    let noun = subject_of(s, clauses, at)?;
    let told = Pieces::of(noun.start..end).without(&(noun.end..c.body));
    Some(Base::of(told, at))
}

/// What a relative clause says something of, where its pronoun can be left out: "Hale, who left".
fn subject_of(s: &Scene, clauses: &[Clause], at: usize) -> Option<Range<usize>> {
    let c = &clauses[at];
    let verb = c.verb.and_then(|v| s.groups.get(v))?;
    let near = || antecedent(s, c.tokens.start).filter(|n| plain(s, n));
    let noun = of_relative(s, clauses, at).or_else(near)?;
    (verb.tokens.start == c.body).then_some(noun)
}

/// Whether a noun can be the subject of what a clause says of it: "Hale, who left in May" tells that Hale left. Not
/// "those", "the only one", "the mayor of Leeds, who …" (which of the two?).
fn plain(s: &Scene, noun: &Range<usize>) -> bool {
    let named = s.capital(noun.start) && s.class(noun.start) == Class::Word;
    let one = matches!(s.class(noun.start), Class::The | Class::A) && noun.len() <= 5;
    let owned = s.class(noun.start) == Class::Pronoun && noun.len() > 1;
    let part = |i: usize| {
        (matches!(s.class(i), Class::Word | Class::Label | Class::Counted) || s.capital(i))
            && !["only", "one", "ones", "first", "last"].contains(&s.word(i))
    };
    let rest = noun.start + usize::from(!named)..noun.end;
    (named || one || owned) && !rest.is_empty() && rest.clone().all(part)
}

/// A verb that shares the subject of the clause before, put behind that subject.
fn shared(s: &Scene, clauses: &[Clause], at: usize, unit: &Unit) -> Base {
    let c = &clauses[at];
    let date = &unit.phrase.tokens;
    let Some(h) = c.host else {
        return Base::whole(s, at);
    };
    let host = &clauses[h];
    // "Voss, who was born in Leeds and has lived in York since 1998": of her both are told.
    if host.kind == Kind::Relative
        && let Some(noun) = subject_of(s, clauses, h)
    {
        return Base::of(Pieces(vec![noun, c.body..inserted(s, c)]), at);
    }
    if !matches!(host.kind, Kind::Main | Kind::Content | Kind::Resumed) {
        return if h < at {
            base(s, clauses, h, unit).dated()
        } else {
            Base::whole(s, at)
        };
    }
    let start = match (host.kind, host.host) {
        (Kind::Resumed, Some(first)) => clauses[first].body,
        _ => host.body,
    };
    let end = extent(s, clauses, at, date);
    let (Some(first), Some(verb)) = (
        host.verb.and_then(|v| s.groups.get(v)),
        c.verb.and_then(|v| s.groups.get(v)),
    ) else {
        return Base::of(Pieces(vec![start..start, c.body..end]), at);
    };
    // The verb right before shares more with this one than the first does.
    let near = clauses[h..at]
        .iter()
        .rev()
        .find_map(|c| c.verb.and_then(|v| s.groups.get(v)))
        .unwrap_or(first);
    if passive(s, near) && doubtful(s, verb) && verb.shared().is_none() {
        return Base::of(Pieces::of(start..end.max(start)), at).dated();
    }
    let lent = verb
        .shared()
        .filter(|h| (start..c.body).contains(&h.start))
        .map(|h| h.end);
    let kept = lent
        .or_else(|| helper(s, near, verb))
        .unwrap_or(first.tokens.start);
    // The host's own date stays with the host.
    let mut pieces = Pieces(vec![start..kept.max(start), c.body..end.max(c.body)]);
    for i in s.dates.clone() {
        let first = s.mentions[i].tokens.start;
        if first < kept && first >= start {
            let p = phrase(s, i, i);
            if let Some(cut) = around(s, start, &p.tokens, kept).or(p.cut) {
                pieces = pieces.without(&cut);
            }
        }
    }
    Base::of(pieces, at)
}

/// Where a clause ends that stands between commas.
fn inserted(s: &Scene, c: &Clause) -> usize {
    let comma = s.before(c.tokens.end) == Class::Comma;
    if comma { c.tokens.end - 1 } else { c.tokens.end }
}

/// "would be voted on in March and take effect": where the "would" ends that the second verb shares.
fn helper(s: &Scene, first: &VerbGroup, verb: &VerbGroup) -> Option<usize> {
    let bare = verb.tokens.len() == 1 && {
        let word = s.word(verb.head);
        let alike = [
            "put", "cut", "set", "let", "hit", "shut", "cost", "hurt", "quit", "split", "spread", "read",
        ]
        .contains(&word);
        verb.tense == VerbTense::Present && !word.ends_with('s') || alike
    };
    let helps = |i: &usize| matches!(s.class(*i), Class::Will | Class::Modal | Class::To | Class::Do);
    let month = |i: &usize| s.class(*i) == Class::Month && s.says(*i, "may");
    let last = first
        .tokens
        .clone()
        .rev()
        .find(|i| *i < first.head && (helps(i) || month(i)))?;
    bare.then_some(last + 1)
}

/// Whether the group is a passive or a perfect, whose helper a second participle may share.
fn passive(s: &Scene, g: &VerbGroup) -> bool {
    g.tokens
        .clone()
        .any(|i| i < g.head && matches!(s.class(i), Class::Was | Class::Is | Class::Been | Class::Be))
}

/// Verbs without an object that a passive can't be made of.
const ALONE: &[&str] = &[
    "died",
    "moved",
    "returned",
    "retired",
    "lived",
    "served",
    "remained",
    "worked",
    "arrived",
    "stayed",
    "resigned",
    "emigrated",
    "travelled",
    "traveled",
    "settled",
    "appeared",
    "disappeared",
    "emerged",
    "continued",
    "happened",
    "graduated",
    "escaped",
    "survived",
    "failed",
    "succeeded",
    "collapsed",
    "ended",
    "started",
    "agreed",
    "decided",
    "refused",
    "tried",
    "looked",
    "turned",
    "seemed",
    "stood",
    "sat",
    "fled",
    "left",
    "stopped",
];

/// Whether a lone past form may as well be a participle: "was founded in 1901 and sold in 1950".
fn doubtful(s: &Scene, verb: &VerbGroup) -> bool {
    let next = s.class(verb.tokens.end);
    let object = matches!(
        next,
        Class::The
            | Class::A
            | Class::Pronoun
            | Class::This
            | Class::These
            | Class::That
            | Class::Money
            | Class::Number
            | Class::NumberWord
            | Class::Vague
    ) && s.date_at(verb.tokens.end).is_none()
        || s.capital(verb.tokens.end) && s.date_at(verb.tokens.end).is_none()
        || next == Class::Word && s.nominal(verb.tokens.end);
    verb.tokens.len() == 1
        && verb.participle()
        && !object
        && !verb.says
        && !ALONE.contains(&s.word(verb.head))
}

/// "Three were arrested and two charged over the theft": the clause before that lends its helper.
fn gapped(s: &Scene, clauses: &[Clause], at: usize) -> Option<usize> {
    let c = &clauses[at];
    let verb = c.verb.and_then(|v| s.groups.get(v))?;
    let before = at.checked_sub(1)?;
    let host = clauses[before].verb.and_then(|v| s.groups.get(v))?;
    let subject = c.body..verb.tokens.start;
    let counted = subject.len() <= 3
        && subject.clone().any(|i| {
            matches!(
                s.class(i),
                Class::Number | Class::NumberWord | Class::Vague | Class::Dozen | Class::Other
            )
        });
    let joined = matches!(s.class(c.tokens.start), Class::And | Class::Comma);
    let lent = passive(s, host) && doubtful(s, verb);
    let hurt = counted
        && doubtful(s, verb)
        && ["injured", "wounded", "killed", "hurt", "charged", "missing"].contains(&s.word(verb.head));
    let main = matches!(clauses[before].kind, Kind::Main | Kind::Content);
    (joined && main && (lent || hurt)).then_some(before)
}

/// Where the stretch ends that begins with the clause: before the next clause that stands for itself.
fn extent(s: &Scene, clauses: &[Clause], at: usize, phrase: &Range<usize>) -> usize {
    let mut end = clauses[at].tokens.end;
    for (j, c) in clauses.iter().enumerate().skip(at + 1) {
        let outer = c.host.is_some_and(|h| h < at);
        let stops = match c.kind {
            Kind::Tail => true,
            Kind::Main => !goes_on(s, clauses, at, j, phrase),
            // A verb that shares the subject shares a date that stands before both.
            Kind::SharedSubject => {
                c.host.is_some_and(|h| h <= at)
                    && (outer
                        || clauses[at]
                            .verb
                            .is_some_and(|v| phrase.start >= s.groups[v].tokens.start))
            }
            Kind::Resumed => outer,
            _ => clauses[at].kind == Kind::Sub && outer,
        };
        if stops && j > at {
            break;
        }
        end = c.tokens.end;
    }
    end
}

/// Whether a clause joined by "and" alone still belongs to what the first one says or dates: "said that 30 had died
/// and 40 had fled", "On Friday the roof fell and the wall cracked". One with a date of its own never does.
fn goes_on(s: &Scene, clauses: &[Clause], at: usize, next: usize, phrase: &Range<usize>) -> bool {
    let c = &clauses[next];
    let and = s.class(c.tokens.start) == Class::And;
    let dated = s
        .dates
        .clone()
        .any(|i| c.tokens.contains(&s.mentions[i].tokens.start));
    let inside = clauses[next - 1].kind == Kind::Content && clauses[next - 1].host.is_some_and(|h| h >= at);
    and && !dated && (inside || leads(clauses, at, phrase))
}

/// Whether the date stands at the clause's beginning, before its verb.
fn leads(clauses: &[Clause], at: usize, phrase: &Range<usize>) -> bool {
    phrase.start <= clauses[at].body + 1
}
