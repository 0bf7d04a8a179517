//! What a statement tells of, as keys that another statement can name it by: "collapsed" and "the collapse" have one.

use super::clause::{Clause, Kind};
use super::group::Unit;
use super::happening_words::{BEGIN, HAPPEN, HOLD, IRREGULAR, LASTING, NO_VERB, OF_VERBS, SAME, THINGS};
use super::noun::happens;
use super::scene::Scene;
use crate::text::{Class, VerbGroup, VerbKind};
use std::ops::Range;

/// What a statement tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Telling {
    pub key: String,
    /// Only its beginning is told, and it may last.
    pub begins: bool,
    /// The words before the verb: what did it, or had it done to it.
    pub subject: Range<usize>,
}

/// How a noun names an event: its own key, and those of the verbs that tell the same.
pub(super) fn keys_of_noun(word: &str) -> Vec<String> {
    let word = singular(word);
    let mut keys = Vec::new();
    if THINGS.has(&word) && !happens(&word) {
        return keys;
    }
    let verb = OF_VERBS.get(&word).map(str::to_owned).or_else(|| derived(&word));
    if happens(&word) || verb.is_some() {
        keys.push(format!("n:{word}"));
    }
    if let Some(verb) = verb.filter(|_| !NO_VERB.has(&word)) {
        keys.push(format!("v:{verb}"));
    }
    keys
}

/// The key of a verb.
pub(super) fn key_of_verb(word: &str) -> String {
    format!("v:{}", verb_stem(&word.to_lowercase()))
}

/// Whether the verb says of its subject that it happened, or began to.
pub(super) fn only_happens(word: &str) -> bool {
    let stem = verb_stem(&word.to_lowercase());
    HAPPEN.has(&stem) || BEGIN.has(&stem)
}

/// Whether the verb tells of the first moment of what may last.
pub(super) fn begins(word: &str) -> bool {
    BEGIN.has(&verb_stem(&word.to_lowercase()))
}

/// A noun's stem of the verb that it comes from, by its ending: "inauguration" of "inaugurate", "closure" of "close".
fn derived(word: &str) -> Option<String> {
    let least = |rest: &str, n: usize| rest.chars().count() >= n;
    let ending = |end: &str, n: usize| word.strip_suffix(end).filter(|r| least(r, n));
    let stem = if let Some(r) = ending("ation", 4) {
        r.to_owned()
    } else if let Some(r) = ending("nsion", 3) {
        format!("{r}nd")
    } else if let Some(r) = ending("ssion", 3) {
        format!("{r}ss")
    } else if let Some(r) = ending("sion", 3) {
        format!("{r}d")
    } else {
        ["ion", "ment", "ance", "ence", "ure", "al"]
            .iter()
            .find_map(|end| ending(end, 4))
            .or_else(|| ending("ing", 4))
            .map(str::to_owned)?
    };
    Some(undoubled(stem.strip_suffix('e').unwrap_or(&stem)))
}

/// A verb's form without its ending, as [`derived`] has it.
fn verb_stem(word: &str) -> String {
    if let Some(stem) = IRREGULAR.get(word) {
        return stem.to_owned();
    }
    let rest = ["ing", "ed", "es", "s", "e"]
        .iter()
        .filter_map(|end| word.strip_suffix(end))
        .find(|rest| rest.chars().count() > 2 && !rest.ends_with('s'))
        .or_else(|| word.strip_suffix("ed"))
        .unwrap_or(word);
    let rest = rest
        .strip_suffix("at")
        .filter(|r| r.chars().count() >= 4)
        .unwrap_or(rest);
    undoubled(rest)
}

fn undoubled(stem: &str) -> String {
    let mut letters = stem.chars().rev();
    match (letters.next(), letters.next()) {
        (Some(a), Some(b)) if a == b && "lrntpmbdg".contains(a) => {
            stem.strip_suffix(a).unwrap_or(stem).to_owned()
        }
        _ => stem.to_owned(),
    }
}

fn singular(word: &str) -> String {
    let word = word.to_lowercase();
    let word = match word.strip_suffix('s') {
        Some(rest) if !rest.ends_with('s') && rest.chars().count() > 3 => rest.to_owned(),
        _ => word,
    };
    SAME.get(&word).map_or(word, str::to_owned)
}

/// A word as two statements can share it: "harbour", "harbours".
pub(super) fn content(s: &Scene, i: usize) -> Option<String> {
    let fine = matches!(
        s.class(i),
        Class::Word | Class::Counted | Class::Label | Class::Feast
    ) || s.capital(i);
    let word = s.word(i);
    (fine && s.date_at(i).is_none() && word.chars().count() > 2).then(|| singular(word))
}

/// What the clause of a verb tells of, or the noun that a date describes; nothing where that is denied or only may
/// be.
pub(super) fn tells(s: &Scene, clause: &Clause, unit: Option<&Unit>) -> Vec<Telling> {
    if let Some(noun) = unit.and_then(|u| u.noun.as_ref()) {
        return named(s.word(noun.head), false, noun.words.clone());
    }
    // "The 12 January earthquake left 40 homeless"
    let described = unit
        .filter(|u| u.phrase.of_noun && u.phrase.owned)
        .and_then(|u| run(s, u.phrase.tokens.end));
    if let Some(noun) = described {
        return named(s.word(noun.end - 1), false, noun.clone());
    }
    let Some(group) = clause.verb.and_then(|v| s.groups.get(v)) else {
        return Vec::new();
    };
    let other = |u: &Unit| {
        u.whole
            || u.governed
                .is_some_and(|g| s.groups.get(g.group).is_some_and(|g| g.tokens != group.tokens))
    };
    let supposed = matches!(clause.kind, Kind::Sub | Kind::Supposed);
    if supposed || !told(s, group) || unit.is_some_and(other) {
        return Vec::new();
    }
    let verb = verb_stem(&s.word(group.head).to_lowercase());
    let before = clause.body..group.tokens.start.max(clause.body);
    let noun = subject(s, before.clone());
    let words = noun.clone().unwrap_or_else(|| before.clone());
    let mut out = vec![Telling {
        key: format!("v:{verb}"),
        begins: false,
        subject: words,
    }];
    let begins = BEGIN.has(&verb);
    let copula = matches!(
        s.class(group.head),
        Class::Was | Class::Is | Class::Be | Class::Been
    );
    let plans = group.tokens.clone().any(|i| s.class(i) == Class::Expected);
    // "was held", "took place"
    let happens = begins || copula || plans || HAPPEN.has(&verb) || verb == "hold" || verb == "tak";
    if happens && let Some(noun) = noun {
        out.extend(named(s.word(noun.end - 1), begins, before.clone()));
    }
    if HOLD.has(&verb)
        && let Some(run) = run(s, after_article(s, group.tokens.end))
    {
        out.extend(named(s.word(run.end - 1), false, before));
    }
    out
}

fn named(word: &str, begins: bool, subject: Range<usize>) -> Vec<Telling> {
    let lasts = LASTING.has(&singular(word));
    keys_of_noun(word)
        .into_iter()
        .filter(|k| k.starts_with("n:"))
        .map(|key| Telling {
            key,
            begins: begins && lasts,
            subject: subject.clone(),
        })
        .collect()
}

/// A finite verb that tells what was, or what will be.
fn told(s: &Scene, group: &VerbGroup) -> bool {
    group.kind == VerbKind::Finite
        && !group.defers
        && !group
            .tokens
            .clone()
            .any(|i| matches!(s.class(i), Class::Not | Class::Modal | Class::PlanVerb))
}

/// The noun that the words before a verb are about, with what describes it: the first that no preposition leads.
pub(super) fn subject(s: &Scene, words: Range<usize>) -> Option<Range<usize>> {
    let mut i = words.start;
    while i < words.end {
        let Some(run) = run(s, i).filter(|r| r.end <= words.end) else {
            i += 1;
            continue;
        };
        let first = match s.before(run.start) {
            Class::The | Class::A | Class::Pronoun | Class::This | Class::That => run.start.saturating_sub(2),
            _ => run.start.saturating_sub(1),
        };
        let led = first >= s.range.start
            && run.start > words.start
            && (super::phrase::takes_date(s.class(first))
                || matches!(
                    s.class(first),
                    Class::Of | Class::To | Class::With | Class::As | Class::Preposition | Class::Following
                ));
        if !led {
            return Some(run);
        }
        i = run.end;
    }
    None
}

/// Past an article or an owner.
pub(super) fn after_article(s: &Scene, i: usize) -> usize {
    let article = matches!(s.class(i), Class::The | Class::A) || OWNERS.iter().any(|w| s.says(i, w));
    if article { i + 1 } else { i }
}

/// The pronouns that own a noun.
pub(super) const OWNERS: &[&str] = &["its", "his", "her", "their", "our", "my"];

/// Nouns and what describes them, up to the last of them: "north pier collapse", "mayor's resignation".
pub(super) fn run(s: &Scene, from: usize) -> Option<Range<usize>> {
    let mut i = from;
    let mut end = from;
    while i < s.range.end && i - from < 9 && s.date_at(i).is_none() {
        let class = s.class(i);
        let owner = class == Class::Apostrophe
            || class == Class::Letter && s.says(i, "s") && s.before(i) == Class::Apostrophe;
        let joins = class == Class::Hyphen || owner;
        let word = matches!(
            class,
            Class::Word | Class::Counted | Class::Label | Class::Feast | Class::PastVerb
        ) || s.capital(i)
            && !matches!(
                class,
                Class::The
                    | Class::A
                    | Class::Pronoun
                    | Class::Conjunction
                    | Class::In
                    | Class::On
                    | Class::At
            );
        let verb = s
            .groups
            .iter()
            .any(|g| g.kind == VerbKind::Finite && g.tokens.contains(&i));
        if !(joins && i > from || word) || verb && i > from {
            break;
        }
        if word {
            end = i + 1;
        }
        i += 1;
    }
    (end > from).then_some(from..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_and_its_verb_have_one_key() {
        for (noun, verb) in [
            ("inauguration", "inaugurated"),
            ("vote", "voted"),
            ("collapse", "collapsed"),
            ("closure", "closed"),
            ("election", "elected"),
            ("arrest", "arrested"),
            ("resignation", "resigned"),
            ("explosion", "exploded"),
            ("invasion", "invaded"),
            ("announcement", "announced"),
            ("approval", "approved"),
            ("withdrawal", "withdrew"),
            ("sinking", "sank"),
            ("shooting", "shot"),
            ("bombing", "bombed"),
            ("cancellation", "cancelled"),
            ("death", "died"),
            ("merger", "merged"),
            ("eruption", "erupted"),
            ("suspension", "suspended"),
            ("wedding", "married"),
            ("evacuation", "evacuated"),
        ] {
            let keys = keys_of_noun(noun);
            assert!(
                keys.contains(&key_of_verb(verb)),
                "{noun} {keys:?} {}",
                key_of_verb(verb)
            );
        }
    }

    #[test]
    fn things_and_chance_likenesses_have_none() {
        for noun in [
            "road",
            "court",
            "station",
            "government",
            "software",
            "nation",
            "building",
            "hospital",
            "judge",
        ] {
            assert!(keys_of_noun(noun).is_empty(), "{noun}");
        }
        for (noun, verb) in [
            ("fire", "fired"),
            ("strike", "struck"),
            ("trial", "tried"),
            ("mission", "missed"),
        ] {
            assert!(!keys_of_noun(noun).contains(&key_of_verb(verb)), "{noun}");
        }
    }
}
