//! Dated sentences in which no verb was found: entries of a list or a log, notes, and what only surrounds an article.

use super::entry::{Pieces, text, trimmed, words};
use super::group::Unit;
use super::scene::Scene;
use crate::document::BlockKind;
use crate::rules::Meaning;
use crate::text::{Class, VerbKind};

/// How page furniture begins.
const FURNITURE: &[&str] = &[
    "copyright",
    "photo",
    "photograph",
    "image",
    "video",
    "picture",
    "see",
    "read",
    "related",
    "share",
    "follow",
    "subscribe",
    "sign",
    "posted",
    "published",
    "updated",
    "modified",
    "accessed",
    "retrieved",
    "archived",
    "filed",
    "tags",
    "source",
    "credit",
    "contact",
    "date",
    "dated",
    "issued",
    "isbn",
];

/// How lists of other articles begin.
const TEASERS: &[(&str, &str)] = &[
    ("most", "read"),
    ("most", "popular"),
    ("most", "viewed"),
    ("most", "shared"),
    ("most", "watched"),
    ("more", "from"),
    ("more", "on"),
    ("also", "read"),
    ("read", "more"),
    ("read", "next"),
    ("see", "also"),
];

/// Whether the sentence surrounds an article and tells nothing: "© 2024 Acme", "By Ann Lee, 3 May 2024".
pub(super) fn furniture(s: &Scene) -> bool {
    let first = s.range.start;
    let sign = s
        .range
        .clone()
        .any(|i| s.class(i) == Class::Sign && matches!(s.word(i), "©" | "®" | "|"));
    let label = FURNITURE.iter().any(|w| s.says(first, w))
        || s.range
            .clone()
            .any(|i| s.says(i, "copyright") || (s.says(i, "rights") && s.says(i + 1, "reserved")));
    // "File photo, 12 May 2019": the day of a picture that was at hand.
    let at_hand = (s.says(first, "file") || s.says(first, "archive"))
        && ["photo", "photograph", "picture", "image"]
            .iter()
            .any(|w| s.says(first + 1, w));
    // A byline; "By Friday, silence" has its date behind "by".
    let byline = s.class(first) == Class::By && s.capital(first + 1) && s.date_at(first + 1).is_none();
    sign || label || at_hand || byline || teases(s)
}

/// Whether the line points to other articles: "Most read: 10 walks for spring".
pub(super) fn teases(s: &Scene) -> bool {
    let first = s.range.start;
    TEASERS
        .iter()
        .any(|(a, b)| s.says(first, a) && s.says(first + 1, b))
        && (first + 2..s.range.end.min(first + 6)).any(|i| s.class(i) == Class::Colon)
}

/// Whether a line only greets its readers or takes leave of them: "06:00 Good morning", "That is all for today".
pub(super) fn greets(s: &Scene) -> bool {
    /// More words say something else.
    const SHORT: usize = 8;
    let mut first = super::told::stamp(s).map_or(s.range.start, |t| t.end);
    while matches!(s.class(first), Class::Quote | Class::Dash | Class::Colon) {
        first += 1;
    }
    let is = |words: &[&str]| (first..).zip(words).all(|(i, w)| s.says(i, w));
    let greeting = [
        &["good", "morning"][..],
        &["good", "afternoon"],
        &["good", "evening"],
        &["good", "night"],
        &["goodbye"],
        &["welcome", "to"],
        &["that", "is", "all"],
        &["that", "’", "s", "all"],
        &["thanks", "for"],
        &["thank", "you", "for"],
    ];
    s.range.end.saturating_sub(first) <= SHORT && greeting.iter().any(|w| is(w))
}

/// Whether the dates of a sentence without a verb make an event of it.
pub(super) fn tells(s: &Scene, u: &Unit, kind: BlockKind) -> bool {
    let heading = matches!(
        kind,
        BlockKind::Headline | BlockKind::Heading | BlockKind::Caption
    );
    if heading && !to_come(s) || furniture(s) {
        return false;
    }
    let start = u.phrase.tokens.start;
    let end = u.phrase.tokens.end;
    let opens = start == s.range.start;
    let lone = matches!(s.before(start), Class::Open) && matches!(s.class(end), Class::Close);
    // "Smith, J. (2019)": a year in brackets is that of a book.
    let year = s
        .mentions
        .get(u.dates.first)
        .is_some_and(|m| matches!(&m.meaning, Meaning::Date(d) if d.month.is_none()));
    let said = words(s, &entry(s, u));
    let led = super::phrase::takes_date(s.class(start)) || s.before(start) == Class::Dash;
    // "Updated 3 May 2024" is a label.
    !(lone && year) && said > 0 && (said > 1 || opens || led)
}

/// "Council to vote on budget Thursday": what headlines say of what will be. "How to vote on Thursday" tells nothing.
fn to_come(s: &Scene) -> bool {
    const ASKS: &[&str] = &[
        "how", "where", "what", "when", "why", "who", "which", "time", "ready", "set",
    ];
    let first = s.range.start;
    let named = s.class(first) == Class::Word && s.capital(first) && !ASKS.iter().any(|w| s.says(first, w));
    let to = s.groups.iter().find(|g| g.kind == VerbKind::Infinitive);
    named && to.is_some_and(|g| (first + 1..g.tokens.start).all(|i| s.nominal(i) || s.capital(i)))
}

/// The words beside the date.
pub(super) fn entry(s: &Scene, u: &Unit) -> Pieces {
    let whole = Pieces::of(s.range.clone());
    let told = if u.whole {
        trimmed(s, whole)
    } else {
        trimmed(s, super::told::without_dates(whole, u))
    };
    // "Vote on Friday!", of which a lone word would say nothing.
    let led = super::phrase::takes_date(s.class(u.phrase.tokens.start));
    let told = if led && words(s, &told) == 1 {
        trimmed(s, Pieces::of(s.range.clone()))
    } else {
        told
    };
    // A row of a table of figures says nothing: "2017 | 2,140 | 1,810".
    let dated = |i: usize| u.phrase.tokens.contains(&i);
    let spoken = told.tokens().any(|i| {
        s.word(i).contains(char::is_alphabetic)
            && !dated(i)
            && (s.nominal(i) || s.capital(i) || s.class(i) == Class::PastVerb)
    });
    if spoken && !text(s, &told).is_empty() {
        told
    } else {
        Pieces::default()
    }
}
