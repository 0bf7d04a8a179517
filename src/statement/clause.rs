//! The clauses of a sentence: where each begins, what opens it, and which verb group makes it.

use super::scene::Scene;
use crate::text::Class;
use std::ops::Range;

/// What a clause is to its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It stands for itself.
    Main,
    /// It shares the subject of the clause before: "… and became one of the largest".
    SharedSubject,
    /// "because prices rose": told as true.
    Sub,
    /// "if prices rise": not told as true.
    Supposed,
    /// "which opened in May", "that tore through the town".
    Relative,
    /// What a verb of saying or thinking takes: "that the pier had lost its roof".
    Content,
    /// What an inserted clause had cut off: "… was arrested".
    Resumed,
    /// "…, its clearing house said."
    Tail,
}

/// A clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    pub kind: Kind,
    /// From its opener up to the next clause.
    pub tokens: Range<usize>,
    /// Its first word proper: after the conjunction.
    pub body: usize,
    /// Its finite verb group.
    pub verb: Option<usize>,
    /// The clause that it continues, hangs on or shares the subject with.
    pub host: Option<usize>,
}

const RELATIVE: &[&str] = &["who", "which", "whom", "whose", "where"];
const SUPPOSED: &[&str] = &["if", "unless", "whether"];
/// What opens a clause, but may as well be a preposition.
fn may_open(c: Class) -> bool {
    matches!(
        c,
        Class::After | Class::Before | Class::Since | Class::Until | Class::As
    )
}

/// Cuts a sentence into clauses, each with at most one finite verb group. They cover the sentence.
pub(super) fn clauses(s: &Scene) -> Vec<Clause> {
    let finite: Vec<usize> = s.finite().collect();
    let mut out = vec![Clause {
        kind: Kind::Main,
        tokens: s.range.clone(),
        body: s.range.start,
        verb: None,
        host: None,
    }];
    for (n, &g) in finite.iter().enumerate() {
        let at = s.groups[g].tokens.start;
        let current = out.len() - 1;
        let from = match out[current].verb {
            Some(v) => s.groups[v].tokens.end,
            None => out[current].body,
        };
        let fresh = out[current].verb.is_none();
        let found = opener(
            s,
            from,
            at,
            fresh,
            finite.get(n + 1).map(|&g| s.groups[g].tokens.start),
        );
        match found {
            Some((start, body, kind)) => {
                if start == out[current].tokens.start && fresh {
                    // "When prices rose, …": the sentence begins with it.
                    out[current].kind = kind;
                    out[current].body = body;
                    out[current].verb = Some(g);
                } else {
                    // "A claim was made; the firm, whose letter came, will pay"
                    let semicolon = (from..start).find(|&i| s.class(i) == Class::Semicolon);
                    if let Some(at) = semicolon.filter(|_| kind == Kind::Relative && !fresh) {
                        cut(&mut out, at, at + 1, Kind::Main, None, None);
                    }
                    let current = out.len() - 1;
                    let host = host_of(&out, current, kind);
                    cut(&mut out, start, body, kind, Some(g), host);
                }
            }
            None if fresh => out[current].verb = Some(g),
            None => joined(s, &mut out, from, g, n + 1 == finite.len()),
        }
    }
    out
}

fn cut(
    out: &mut Vec<Clause>,
    start: usize,
    body: usize,
    kind: Kind,
    verb: Option<usize>,
    host: Option<usize>,
) {
    let Some(last) = out.last_mut() else { return };
    let end = last.tokens.end;
    let start = start.clamp(last.tokens.start, end);
    last.tokens.end = start;
    out.push(Clause {
        kind,
        tokens: start..end,
        body: body.max(start).min(end),
        verb,
        host,
    });
}

/// A finite verb that nothing opens, after one that there is already.
fn joined(s: &Scene, out: &mut Vec<Clause>, from: usize, g: usize, last: bool) {
    let at = s.groups[g].tokens.start;
    let current = out.len() - 1;
    // "Voss, who was born in Leeds and has lived in York, left": the second verb of an inserted clause is in it as well.
    let shares = out[current].kind == Kind::SharedSubject && s.before(at) == Class::Comma;
    let inside = shares
        .then(|| out[..current].iter().rposition(|c| c.kind != Kind::SharedSubject))
        .flatten()
        .filter(|&i| out[i].kind == Kind::Relative && out[..i].iter().any(|c| c.verb.is_none()));
    let kind = inside.map_or(out[current].kind, |i| out[i].kind);
    let comma = |first: bool| {
        let mut commas = (from..at).filter(|&i| s.class(i) == Class::Comma);
        if first { commas.next() } else { commas.next_back() }
    };
    // "He left when the mill shut, the mayor said": behind a clause that hangs on a whole one.
    let hung = inside.is_none()
        && matches!(kind, Kind::Sub | Kind::Supposed | Kind::Relative)
        && out[current]
            .host
            .and_then(|h| out.get(h))
            .is_some_and(|h| h.verb.is_some());
    if hung && let Some(start) = tail(s, from, g, last) {
        let host = host_of(out, current, Kind::Tail);
        cut(out, start, start, Kind::Tail, Some(g), host);
        return;
    }
    if matches!(kind, Kind::Sub | Kind::Supposed | Kind::Relative) {
        // The inserted or leading clause is over.
        let unfinished = out[..current].iter().rposition(|c| c.verb.is_none());
        match (unfinished, comma(unfinished.is_none())) {
            (Some(host), c) => {
                let start = c.map_or(at, |c| c + 1);
                cut(out, start, start, Kind::Resumed, Some(g), Some(host));
                return;
            }
            (None, Some(c)) if kind == Kind::Relative && waits(s, out, current) => {
                let host = out[current].host;
                cut(out, c + 1, c + 1, Kind::Content, Some(g), host);
                return;
            }
            // "fear the price, which has doubled, will stay high": the verb has its subject before the inserted clause.
            (None, Some(c)) if kind == Kind::Relative && c + 1 == at && !s.groups[g].says => {
                let host = out[inside.unwrap_or(current)].host;
                cut(out, c + 1, c + 1, Kind::Resumed, Some(g), host);
                return;
            }
            (None, Some(c)) => {
                let start = out[current].tokens.start;
                // "said that if prices rose, it would close": the condition stands inside of what was said.
                let inside = s.before(start) == Class::That && kind != Kind::Relative;
                let (kind, host) = match out[current].host.filter(|_| inside) {
                    Some(host) => (Kind::Content, Some(host)),
                    None => (Kind::Main, None),
                };
                cut(out, c + 1, c + 1, kind, Some(g), host);
                return;
            }
            (None, None) if kind == Kind::Relative => {
                cut(out, at, at, Kind::Resumed, Some(g), Some(current));
                return;
            }
            _ => {}
        }
    }
    if let Some(start) = tail(s, from, g, last) {
        let host = host_of(out, current, Kind::Tail);
        cut(out, start, start, Kind::Tail, Some(g), host);
        return;
    }
    // "was born in 1950, died in 2010 and was buried": a list of verbs.
    if s.before(at) == Class::Comma && !s.groups[g].says {
        let host = host_of(out, current, Kind::SharedSubject);
        cut(out, at - 1, at, Kind::SharedSubject, Some(g), host);
        return;
    }
    // "said the pier had lost its roof": the date right behind the first verb stays with it.
    let mut start = from;
    while start < at {
        let receiver = ["reporters", "parliament", "him", "her", "them", "us", "me"].contains(&s.word(start));
        let preposition = matches!(s.class(start), Class::On | Class::In | Class::At)
            && (1..=2).any(|k| s.date_at(start + k).is_some());
        if s.date_at(start).is_some()
            || receiver
            || preposition
            || matches!(s.class(start), Class::Comma | Class::Quote)
        {
            start += 1;
        } else {
            break;
        }
    }
    cut(out, start, start, Kind::Content, Some(g), Some(current));
}

/// Whether the clause before an inserted one ends in a subject that still waits for its verb: "ruled that the firm,
/// which had denied it, must pay".
fn waits(s: &Scene, out: &[Clause], inserted: usize) -> bool {
    let from = out[inserted]
        .host
        .and_then(|h| out.get(h))
        .and_then(|h| h.verb)
        .map_or(0, |v| s.groups[v].tokens.end);
    let opens = |i: usize| matches!(s.class(i), Class::That | Class::Conjunction) || may_open(s.class(i));
    from > 0 && (from..out[inserted].tokens.start).any(opens)
}

/// Where "…, its clearing house said" begins, if the group is the verb of such a tail.
fn tail(s: &Scene, from: usize, g: usize, last: bool) -> Option<usize> {
    let group = &s.groups[g];
    let after = group.tokens.end;
    let quotes = s.class(after) == Class::Comma && s.class(after + 1) == Class::Quote;
    let quiet = !quotes && !matches!(s.class(after), Class::That | Class::Quote | Class::Colon);
    // "…, said Orla Finch, who has led it since 2016": more is told of who speaks.
    let told_of = matches!(s.before(group.tokens.start), Class::Comma | Class::Quote)
        && s.capital(after)
        && (after..s.range.end.min(after + 8))
            .any(|i| s.class(i) == Class::Comma && ["who", "whose"].iter().any(|w| s.says(i + 1, w)));
    if !group.says || !quiet || (!last && !told_of && s.range.end - after > 14) {
        return None;
    }
    let mark = |to: usize| {
        (from..to)
            .rev()
            .find(|&i| matches!(s.class(i), Class::Comma | Class::Quote))
    };
    let edge = mark(group.tokens.start)?;
    // "…, described the platform as “unsafe”": nobody of this name said it.
    let spoken_of = (after..s.range.end).any(|i| s.class(i) == Class::As && s.class(i + 1) == Class::Quote);
    if edge + 1 == group.tokens.start && spoken_of {
        return None;
    }
    // "…, J.C. Doyle, its chairman, said": what the speaker is stands between commas of its own.
    let named = (edge + 1 == group.tokens.start)
        .then(|| mark(mark(edge)?))
        .flatten()
        .filter(|&i| s.capital(i + 1) && group.tokens.start - i <= 16);
    let edge = named.unwrap_or(edge);
    let most = if named.is_some() { 16 } else { 12 };
    let short = group.tokens.start - edge <= most && s.range.end - after <= 24;
    short.then_some(edge + 1)
}

fn host_of(out: &[Clause], current: usize, kind: Kind) -> Option<usize> {
    match kind {
        Kind::Main => None,
        // "said that A and that B": both hang on the same verb.
        Kind::Content if out[current].kind == Kind::Content => out[current].host,
        // A shared subject is that of the nearest clause that has one.
        Kind::SharedSubject => {
            let mut at = current;
            while out[at].kind == Kind::SharedSubject {
                at = out[at].host?;
            }
            Some(at)
        }
        _ => Some(current),
    }
}

/// The word between two verb groups that opens the second's clause: where it stands, the first word behind it, and
/// what it makes of the clause.
fn opener(
    s: &Scene,
    from: usize,
    at: usize,
    fresh: bool,
    next: Option<usize>,
) -> Option<(usize, usize, Kind)> {
    let mut subject = false;
    let mut coordinated: Option<(usize, usize, Kind)> = None;
    let lead = |k: usize| {
        // The comma or dash before an opener goes with it.
        if k > from && matches!(s.before(k), Class::Comma | Class::Dash) {
            k - 1
        } else {
            k
        }
    };
    for k in (from..at).rev() {
        let class = s.class(k);
        let word = s.word(k);
        match class {
            _ if s.date_at(k).is_some() => {}
            Class::Semicolon if !fresh => return coordinated.or(Some((k, k + 1, Kind::Main))),
            // "told the paper on Friday: “I will go.”"
            Class::Colon
                if !fresh
                    && s.class(k + 1) == Class::Quote
                    && s.groups.iter().any(|g| g.tokens.end == from && g.says) =>
            {
                return Some((k, k + 1, Kind::Content));
            }
            Class::Colon | Class::Dash if !fresh && subject => {
                return coordinated.or(Some((k, k + 1, Kind::Main)));
            }
            Class::Conjunction => {
                let lower = word.to_ascii_lowercase();
                let kind = if lower == "but" {
                    if fresh {
                        continue;
                    }
                    return Some((
                        lead(k),
                        k + 1,
                        if subject { Kind::Main } else { Kind::SharedSubject },
                    ));
                } else if RELATIVE.contains(&lower.as_str()) {
                    if k == s.range.start {
                        return None;
                    }
                    Kind::Relative
                } else if SUPPOSED.contains(&lower.as_str()) {
                    Kind::Supposed
                } else {
                    Kind::Sub
                };
                if k == s.range.start && fresh && !resumes(s, at, next) {
                    return None;
                }
                // "in which", "some of whom"
                let mut start = k;
                while kind == Kind::Relative
                    && start > from
                    && matches!(
                        s.before(start),
                        Class::In
                            | Class::On
                            | Class::At
                            | Class::Of
                            | Class::From
                            | Class::For
                            | Class::By
                            | Class::With
                            | Class::To
                    )
                {
                    start -= 1;
                }
                return Some((lead(start), k + 1, kind));
            }
            Class::That if k + 1 < s.range.end => {
                let before = s.before(k);
                let said = s.groups.iter().find(|g| g.tokens.end == from).filter(|_| !fresh);
                // "said that", "told reporters that", "said on Friday that"; but "said evidence that he saw".
                let verb_before = said.is_some_and(|g| {
                    // "said in an interview with the Daily Post that"
                    let aside = super::phrase::takes_date(s.class(from)) || s.class(from) == Class::To;
                    k == from
                        || g.says && aside && k < from + 20 && !s.commas(from, k)
                        || g.says
                            && k < from + 8
                            && (takes_hearer(s.word(g.head))
                                || !s.nominal(from)
                                || s.date_at(k - 1).is_some())
                });
                let noun = matches!(
                    before,
                    Class::Word
                        | Class::Counted
                        | Class::Label
                        | Class::Unit
                        | Class::Stop
                        | Class::Percent
                        | Class::Close
                );
                if !fresh && matches!(before, Class::And | Class::Or) {
                    return Some((lead(k - 1), k + 1, Kind::Content));
                }
                if verb_before {
                    return Some((k, k + 1, Kind::Content));
                }
                if k + 1 == at || noun {
                    return Some((lead(k), k + 1, Kind::Relative));
                }
                if !fresh && before == Class::Comma || matches!(before, Class::Quote) {
                    return Some((k, k + 1, Kind::Content));
                }
                subject = true;
            }
            Class::Word if !fresh && subject && word == "so" && s.before(k) == Class::Comma => {
                return Some((k - 1, k + 1, Kind::Main));
            }
            Class::And | Class::Or if !fresh => {
                let determined = matches!(
                    s.class(k + 1),
                    Class::The | Class::A | Class::Pronoun | Class::This | Class::These
                ) || s.date_at(k + 1).is_some();
                if !subject && coordinated.is_none() {
                    return Some((lead(k), k + 1, Kind::SharedSubject));
                }
                if serial(s, from, k, at) {
                    subject = true;
                    continue;
                }
                let names = s.capital(k + 1) && s.capital(k - 1);
                let inner = s.commas(k + 2, at) && s.date_at(k + 1).is_none();
                // "said the shares and the bonds were sold": the first verb still waits for what was said.
                let waits = k > from + 1
                    && s.groups.iter().any(|g| g.tokens.end == from && g.says)
                    && (from..k).any(|i| s.nominal(i));
                if s.before(k) != Class::Comma && (names || inner || waits) {
                    subject = true;
                    continue;
                }
                if coordinated.is_none() || determined || s.before(k) == Class::Comma {
                    coordinated = Some((lead(k), k + 1, Kind::Main));
                }
            }
            c if may_open(c) && subject && s.date_at(k + 1).is_none() && !s.commas(k, at) => {
                let pair = c == Class::As
                    && ([
                        "well", "much", "many", "long", "far", "high", "of", "if", "low", "little",
                    ]
                    .contains(&s.word(k + 1))
                        || (1..=3).any(|n| k >= n && s.class(k - n) == Class::As));
                if pair {
                    continue;
                }
                if fresh {
                    if k == s.range.start && resumes(s, at, next) {
                        return Some((k, k + 1, Kind::Sub));
                    }
                    continue;
                }
                return coordinated.or(Some((lead(k), k + 1, Kind::Sub)));
            }
            _ => subject |= s.nominal(k),
        }
    }
    coordinated
}

/// Whether "and" at `k` joins the last of a list of names or nouns, all subjects or what hangs on one: "mayors from
/// Lyon, Turin, and Basel would be writing".
fn serial(s: &Scene, from: usize, k: usize, at: usize) -> bool {
    let item = |r: std::ops::Range<usize>| {
        (1..=4).contains(&r.len())
            && r.clone().all(|i| {
                s.date_at(i).is_none()
                    && (s.nominal(i)
                        || s.capital(i)
                        || matches!(s.class(i), Class::The | Class::A | Class::Hyphen))
                    && s.class(i) != Class::Pronoun
            })
            && !s.groups.iter().any(|g| r.contains(&g.tokens.start))
    };
    let close = if s.before(k) == Class::Comma { k - 1 } else { k };
    let Some(comma) = (from..close).rev().find(|&i| s.class(i) == Class::Comma) else {
        return false;
    };
    // The item before the comma begins it too, so a comma that only sets off an aside makes no list.
    let names = s.capital(comma + 1) && s.capital(k + 1);
    let alike = names || s.capital(comma + 1) == s.capital(k + 1) && s.capital(comma - 1) == s.capital(k + 1);
    comma > from && alike && item(comma + 1..close) && item(k + 1..at)
}

/// Verbs of saying that name who hears it before what is said.
fn takes_hearer(verb: &str) -> bool {
    [
        "told", "tells", "tell", "warned", "warns", "warn", "assured", "informed", "reminded", "notified",
        "advised",
    ]
    .contains(&verb)
}

/// Whether the main clause follows a clause that begins the sentence: a comma, then another finite verb.
fn resumes(s: &Scene, at: usize, next: Option<usize>) -> bool {
    next.is_some_and(|n| s.commas(at, n))
}

impl Scene<'_> {
    /// Whether a comma stands in between.
    pub fn commas(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| self.class(i) == Class::Comma)
    }
}
