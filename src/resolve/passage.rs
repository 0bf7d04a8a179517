//! Choices made once for a passage, not mention by mention: which Monday, where an article is published on one.
//!
//! An article published on Monday the 27th that says "On Monday …" means its own day, unless what it tells after that
//! can't have happened yet, or tells of the week before from that day on. Then the day is a week back, and whatever
//! is counted from it goes along. The first weekday of an article is likelier its own day, the day of its news: it
//! moves for a weekday of its own paragraph only.
//!
//! - Narration moves forward: "On Monday … officials said Tuesday" tells of the 20th and the 21st.
//! - So do weekdays that open their sentences: "On Monday … On Wednesday … On Friday …" is one week, told through.
//! - What is told as past lies not after publication: "On Monday they landed. The next day they left."

use super::context::Context;
use super::when::{Alternative, Anchor, When};
use super::why::Why;
use crate::rules::{Meaning, Mention, Name, Which};
use crate::time::{Day, Grain, Weekday};
use chrono::{Datelike, TimeDelta};

/// How many paragraphs further on the next weekday may stand.
const REACH: usize = 4;
/// How many mentions further on.
const MENTIONS: usize = 8;

/// The mentions that mean the publication day's weekday of the week before, in order, each with the reason.
pub(super) fn week_before(
    mentions: &[Mention],
    contexts: &[Context],
    whens: &[When],
    published: Option<Day>,
) -> Vec<(usize, Why)> {
    let Some(published) = published else {
        return Vec::new();
    };
    let passage = Passage {
        mentions,
        contexts,
        whens,
        published,
    };
    let mut out: Vec<(usize, Option<Why>)> = Vec::new();
    let mut opened = false;
    for i in 0..mentions.len().min(contexts.len()) {
        let Some(w) = bare(&mentions[i].meaning) else {
            continue;
        };
        let first = !std::mem::replace(&mut opened, true);
        let own = whens[i].start.is_some_and(|s| s.day() == published);
        if w != published.weekday() || !own || !contexts[i].past() {
            continue;
        }
        let last = contexts[i].paragraph + if first { 0 } else { REACH };
        let why = passage
            .day_after(i, w, last)
            .or_else(|| passage.through_the_week(i, w, last))
            .or_else(|| passage.not_yet(i));
        // "at 9 a.m. on Monday": both are of one day.
        if let (Some(why), Some((k, open @ None))) = (&why, out.last_mut())
            && contexts[*k].sentence == contexts[i].sentence
        {
            *open = Some(why.clone());
        }
        out.push((i, why));
    }
    out.into_iter().filter_map(|(i, why)| Some((i, why?))).collect()
}

struct Passage<'p> {
    mentions: &'p [Mention],
    contexts: &'p [Context],
    whens: &'p [When],
    published: Day,
}

impl Passage<'_> {
    /// The weekdays told after a mention, up to a paragraph.
    fn weekdays_after(&self, i: usize, last: usize) -> impl Iterator<Item = (usize, Weekday)> {
        (i + 1..self.mentions.len()).take(MENTIONS).filter_map(move |k| {
            let c = self.contexts.get(k)?;
            let w = bare(&self.mentions[k].meaning)?;
            (!c.future() && c.paragraph <= last).then_some((k, w))
        })
    }

    /// How many days before publication a mention lies.
    fn days_back(&self, k: usize) -> Option<i64> {
        Some((self.published - self.whens[k].start?.day()).num_days())
    }

    /// The next weekday told is the one that follows, lies in the week before and is told as past; one of the two
    /// opens its sentence. In news that is told from its end neither does: "The minister resigned on Monday. The vote
    /// on Tuesday …" is today's and tomorrow's.
    fn day_after(&self, i: usize, w: Weekday, last: usize) -> Option<Why> {
        let (next, v) = self.weekdays_after(i, last).find(|(_, v)| *v != w)?;
        let c = &self.contexts;
        let told = c[next].past() && (c[i].opens || c[next].opens) && self.whens[i].grain == Some(Grain::Day);
        (told && v == w.succ() && self.days_back(next) == Some(6)).then_some(Why::NarrationForward(next))
    }

    /// The next two weekdays that open a sentence, as this one does, lie in the week before, the second behind the
    /// first. News that is told from its end does not begin so: "On Monday the mayor resigned. She was heard on
    /// Wednesday."
    fn through_the_week(&self, i: usize, w: Weekday, last: usize) -> Option<Why> {
        let opens = |k: usize| {
            let c = &self.contexts[k];
            c.opens && c.past() && !c.governor.perfect
        };
        let mut after = self
            .weekdays_after(i, last)
            .filter(|(k, _)| self.contexts[*k].opens);
        let ((a, _), (b, _)) = (after.next()?, after.next()?);
        let back = [a, b].map(|k| self.days_back(k).filter(|d| (1..7).contains(d) && opens(k)));
        let [Some(first), Some(second)] = back else {
            return None;
        };
        let told = opens(i) && first > second && bare(&self.mentions[a].meaning) != Some(w);
        told.then_some(Why::WeekToldThrough(a, b))
    }

    /// A later sentence opens with what, counted from this day, lies after publication, and goes on in the past. Not
    /// so behind its verb, where it may be what was decided for then: "They voted to open it the next day."
    fn not_yet(&self, i: usize) -> Option<Why> {
        let k = (i + 1..self.mentions.len()).take(MENTIONS).find(|&k| {
            let later = |c: &&Context| c.opens && c.past() && c.sentence > self.contexts[i].sentence;
            self.contexts.get(k).filter(later).is_some()
                && self.hangs_on(k, i)
                && self.days_back(k).is_some_and(|d| (-7..0).contains(&d))
        })?;
        Some(Why::PastNotAhead(k))
    }

    /// Whether a mention is counted from an earlier one, or from what is counted from it.
    fn hangs_on(&self, k: usize, i: usize) -> bool {
        let anchor = |k: usize| match self.whens[k].anchor {
            Some(Anchor::Mention(to)) if to < k => Some(to),
            _ => None,
        };
        std::iter::successors(anchor(k), |&k| anchor(k))
            .take(MENTIONS)
            .any(|to| to == i)
    }
}

/// A weekday with no word that says which, with or without a part of the day.
fn bare(m: &Meaning) -> Option<Weekday> {
    match m {
        Meaning::Named(Name::Weekday(w), Which::Bare) => Some(*w),
        Meaning::Within(_, whole) => bare(whole),
        _ => None,
    }
}

/// Gives a day, or a part of it, the reading of a week before. What it was stays as an alternative.
pub(super) fn a_week_back(when: &mut When, why: Why) {
    let Some((start, end)) = when.start.zip(when.end) else {
        return;
    };
    let day = start.day() - TimeDelta::days(7);
    let before = |a: &Alternative| a.start.is_some_and(|s| s.day() == day);
    let Some(at) = when.alternatives.iter().position(before) else {
        return;
    };
    let chosen = when.alternatives.remove(at);
    let value = std::mem::replace(&mut when.value, chosen.value);
    let lost = Alternative::new(value, start, end, "the publication day itself");
    (when.start, when.end) = (chosen.start, chosen.end);
    when.alternatives.insert(0, lost);
    when.why.push(why);
}
