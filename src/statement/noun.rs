//! Noun phrases around a date or before a relative clause: "the November 1995 assassination of the premier", "Acme,
//! which …".

use super::scene::Scene;
use crate::text::{Class, VerbKind};
use std::ops::Range;

/// Nouns that name what happens, so that a date before them says when it did.
const HAPPENINGS: &[&str] = &[
    "accident",
    "action",
    "address",
    "agreement",
    "ambush",
    "announcement",
    "arrest",
    "assassination",
    "assault",
    "attack",
    "auction",
    "award",
    "ballot",
    "battle",
    "birth",
    "blast",
    "bombing",
    "campaign",
    "ceremony",
    "clash",
    "collapse",
    "concert",
    "conference",
    "congress",
    "convention",
    "conviction",
    "coronation",
    "coup",
    "crackdown",
    "crash",
    "crossing",
    "cup",
    "cyclone",
    "deal",
    "death",
    "debate",
    "declaration",
    "defeat",
    "derailment",
    "disaster",
    "drought",
    "earthquake",
    "eclipse",
    "election",
    "eruption",
    "evacuation",
    "event",
    "execution",
    "expedition",
    "explosion",
    "fair",
    "famine",
    "festival",
    "final",
    "fire",
    "flight",
    "flood",
    "games",
    "hearing",
    "hurricane",
    "inauguration",
    "incident",
    "inquest",
    "invasion",
    "landing",
    "launch",
    "massacre",
    "match",
    "meeting",
    "merger",
    "mission",
    "mutiny",
    "olympics",
    "outage",
    "outbreak",
    "parade",
    "performance",
    "poll",
    "premiere",
    "procession",
    "protest",
    "race",
    "raid",
    "rally",
    "rebellion",
    "referendum",
    "resignation",
    "revolt",
    "revolution",
    "riot",
    "ruling",
    "sentencing",
    "session",
    "shipwreck",
    "shooting",
    "siege",
    "sinking",
    "speech",
    "storm",
    "strike",
    "summit",
    "takeover",
    "talks",
    "tour",
    "trial",
    "treaty",
    "trip",
    "truce",
    "uprising",
    "verdict",
    "victory",
    "visit",
    "vote",
    "walkout",
    "war",
    "wedding",
    "workshop",
];

/// Whether the noun names what happens.
pub(super) fn happens(word: &str) -> bool {
    HAPPENINGS.contains(&word) || word.strip_suffix('s').is_some_and(|w| HAPPENINGS.contains(&w))
}

/// Nouns of what is counted over a time: what is said of them is said of that time.
const MEASURES: &[&str] = &[
    "profit",
    "earning",
    "result",
    "sale",
    "revenue",
    "income",
    "loss",
    "output",
    "order",
    "turnover",
    "production",
    "growth",
    "rate",
    "figure",
    "spending",
    "deficit",
    "surplus",
    "net",
    "performance",
    "trading",
    "export",
    "import",
    "total",
    "harvest",
];

/// A noun that happens, as tokens of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Noun {
    /// With its article or owner, and what hangs on it.
    pub words: Range<usize>,
    pub head: usize,
}

/// What a date stands before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Dated {
    /// A thing that happens: "the 1953 flood".
    Happening(Noun),
    /// A thing that is counted over the time: "third-quarter profit".
    Measure,
    /// Any other: "the 10 April deadline".
    Thing,
}

/// What the noun is that the date from `from` to `end` describes.
pub(super) fn dated(s: &Scene, from: usize, end: usize) -> Dated {
    let mut after = end;
    if s.class(end) == Class::Apostrophe {
        after += if s.says(end + 1, "s") { 2 } else { 1 };
    }
    let mut head = None;
    while after < s.range.end
        && (matches!(
            s.class(after),
            Class::Word
                | Class::Counted
                | Class::Label
                | Class::Hyphen
                | Class::Old
                | Class::Number
                | Class::NumberWord
                | Class::PastVerb
                | Class::Vague
        ) || s.capital(after))
        && s.date_at(after).is_none()
        && !s.groups.iter().any(|g| g.tokens.contains(&after))
    {
        if s.class(after) != Class::Hyphen {
            head = Some(after);
        }
        after += 1;
    }
    let Some(head) = head else { return Dated::Thing };
    let word = s.word(head).to_ascii_lowercase();
    let is = |list: &[&str]| {
        list.iter()
            .any(|n| word == *n || word.strip_suffix('s') == Some(n) || word.strip_suffix("es") == Some(n))
    };
    if is(HAPPENINGS) {
        return Dated::Happening(Noun {
            words: begins(s, from)..goes_on(s, after),
            head,
        });
    }
    if is(MEASURES) {
        return Dated::Measure;
    }
    Dated::Thing
}

/// Where the noun phrase begins: its article or owner.
fn begins(s: &Scene, from: usize) -> usize {
    let mut start = from;
    if s.class(start.wrapping_sub(1)) == Class::Letter && s.says(start - 1, "s") && start >= s.range.start + 3
    {
        start -= 2;
        while start > s.range.start
            && (s.capital(start - 1) || s.class(start - 1) == Class::Word)
            && from - start < 6
        {
            start -= 1;
        }
    }
    let owner = |i: usize| {
        ["its", "his", "her", "their", "our", "my"]
            .iter()
            .any(|w| s.says(i, w))
    };
    if start > s.range.start
        && (matches!(
            s.before(start),
            Class::The | Class::A | Class::These | Class::This
        ) || owner(start - 1))
    {
        start -= 1;
    }
    start
}

/// "of …", "by …", "between … and …" behind the noun, up to the next verb, date or mark.
pub(super) fn goes_on(s: &Scene, end: usize) -> usize {
    let opens = |i: usize| {
        matches!(
            s.class(i),
            Class::Of
                | Class::Between
                | Class::With
                | Class::In
                | Class::At
                | Class::On
                | Class::For
                | Class::By
        ) || ["against", "over", "into", "near"].contains(&s.word(i))
    };
    if !opens(end) {
        return end;
    }
    let mut at = end;
    // "between the mayor and her deputy": both.
    let mut both = s.class(end) == Class::Between;
    while at < s.range.end && at - end < 12 {
        // "Dr. Hale", "U.S. ships"
        let short = s.class(at) == Class::Stop
            && s.tokens[at].glued()
            && s.capital(at - 1)
            && s.word(at - 1).chars().count() <= 3
            && (s.capital(at + 1) || s.class(at + 1) == Class::Word);
        let joins = both && s.class(at) == Class::And;
        both &= !joins;
        let inner = short
            || joins
            || opens(at)
            || s.nominal(at)
            || s.capital(at)
            || matches!(s.class(at), Class::The | Class::A | Class::Hyphen | Class::Letter)
            || (s.class(at) == Class::And && s.capital(at + 1))
            || (s.class(at) == Class::Apostrophe && s.tokens[at].glued());
        if !inner || s.groups.iter().any(|g| g.tokens.contains(&at)) {
            break;
        }
        at += 1;
    }
    // "at a peace rally.": no verb, for nothing comes behind it.
    let last = matches!(s.class(at + 1), Class::Stop | Class::Comma | Class::Break) && at < s.range.end;
    let stripped = (end..at).contains(&(at - 1)) && !(s.nominal(at - 1) || s.capital(at - 1));
    if at > end && last && !stripped && s.date_at(at).is_none() && s.class(at) == Class::Word {
        return at + 1;
    }
    // A phrase that another date or a clause cut short has lost its noun.
    while at > end && !(s.nominal(at - 1) || s.capital(at - 1)) {
        at -= 1;
    }
    at
}

/// Nouns whose "that" tells what they are about, and not which one is meant.
const ABOUT: &[&str] = &[
    "fact",
    "news",
    "idea",
    "belief",
    "evidence",
    "view",
    "hope",
    "claim",
    "report",
    "sign",
    "rumour",
    "rumor",
    "possibility",
    "concern",
    "fear",
    "suggestion",
    "warning",
    "announcement",
    "agreement",
    "doubt",
    "proof",
    "theory",
    "argument",
    "promise",
    "condition",
];

/// The noun phrase that a relative clause hangs on, whose comma or pronoun stands at `clause`.
pub(super) fn antecedent(s: &Scene, clause: usize) -> Option<Range<usize>> {
    let end = clause;
    if end <= s.range.start {
        return None;
    }
    let mut start = end;
    while start > s.range.start && end - start < 12 {
        let i = start - 1;
        // "Mr. Doyle"
        let title = s.class(i) == Class::Stop
            && s.tokens[i].glued()
            && i > s.range.start
            && s.capital(i - 1)
            && s.word(i - 1).len() <= 4;
        // A preposition that opens the sentence is no name.
        let leads = super::phrase::takes_date(s.class(i))
            || matches!(
                s.class(i),
                Class::As | Class::With | Class::To | Class::Preposition | Class::Conjunction
            );
        let name = s.capital(i) && !leads;
        let inner = (s.nominal(i) || name || s.date_at(i).is_some() || title)
            || matches!(
                s.class(i),
                Class::The
                    | Class::A
                    | Class::Of
                    | Class::Hyphen
                    | Class::Letter
                    | Class::Money
                    | Class::Apostrophe
            );
        // "praised Acme": a verb beyond the list.
        let past = s.word(i).ends_with("ed")
            && !s.capital(i)
            && (s.capital(i + 1) || matches!(s.class(i + 1), Class::The | Class::A));
        let verb = past
            || s.groups
                .iter()
                .any(|g| g.tokens.contains(&i) && (g.kind == VerbKind::Finite || !s.capital(i)));
        if !inner || verb {
            break;
        }
        start -= 1;
    }
    // A list: its other items would be lost.
    if matches!(s.before(start), Class::And | Class::Or) && start > s.range.start {
        return None;
    }
    while start < end
        && !(s.nominal(start)
            || s.capital(start)
            || matches!(s.class(start), Class::The | Class::A | Class::Money))
    {
        start += 1;
    }
    // "stocks on the exchange that fell": without a comma it may hang on either.
    let near = !matches!(s.class(clause), Class::Comma | Class::Dash);
    let about = s.class(clause) == Class::That && {
        let word = s.word(end - 1);
        ABOUT
            .iter()
            .any(|n| word == *n || word.strip_suffix('s') == Some(n))
    };
    if about {
        return None;
    }
    if near
        && (super::phrase::takes_date(s.before(start))
            || s.before(start) == Class::To
            || s.before(start) == Class::With)
    {
        return None;
    }
    let known = matches!(
        s.class(start),
        Class::The | Class::A | Class::These | Class::This | Class::Number | Class::Money
    ) || s.capital(start)
        || ["its", "his", "her", "their", "our", "my"]
            .iter()
            .any(|w| s.says(start, w));
    (start < end && known && (start..end).any(|i| s.nominal(i) || s.capital(i))).then_some(start..end)
}
