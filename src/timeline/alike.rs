//! How alike two statements are in their words: the cosine of their TF-IDF vectors, each word weighed by how few of the
//! timeline's statements have it (Salton and Buckley, 1988).

use crate::text::{Class, lex};
use std::borrow::Cow;

/// The statements of a timeline as vectors of words.
pub(super) struct Words {
    /// Of each statement its words, by number, rising, with their weight; the length of each vector is 1.
    vectors: Vec<Vec<(usize, f64)>>,
    /// Each word with each statement that it stands in, both rising.
    holders: Vec<(usize, usize)>,
}

/// A word that stands in more statements than this leads to no pair by itself, so that the pairs stay few.
const COMMON: usize = 64;

impl Words {
    pub fn of<'a>(statements: impl Iterator<Item = &'a str>) -> Words {
        let statements: Vec<(&str, String)> = statements.map(|s| (s, s.to_ascii_lowercase())).collect();
        // Each word with each statement that it stands in, as often as it does; sorted, the same words are neighbours.
        let mut told: Vec<(Cow<str>, usize)> = Vec::new();
        for (i, (statement, lower)) in statements.iter().enumerate() {
            told.extend(stems(statement, lower).map(|stem| (stem, i)));
        }
        told.sort_unstable();
        let mut vectors: Vec<Vec<(usize, f64)>> = vec![Vec::new(); statements.len()];
        let mut holders = Vec::new();
        let mut words = 0;
        for (word, same) in told.chunk_by(|a, b| a.0 == b.0).enumerate() {
            for times in same.chunk_by(|a, b| a.1 == b.1) {
                vectors[times[0].1].push((word, times.len() as f64));
                holders.push((word, times[0].1));
            }
            words = word + 1;
        }
        let mut count = vec![0.0; words];
        for (word, _) in &holders {
            count[*word] += 1.0;
        }
        let all = vectors.len() as f64;
        for vector in &mut vectors {
            for (word, weight) in vector.iter_mut() {
                *weight *= ((1.0 + all) / (1.0 + count[*word])).ln() + 1.0;
            }
            let length = vector.iter().map(|(_, w)| w * w).sum::<f64>().sqrt();
            if length > 0.0 {
                vector.iter_mut().for_each(|(_, w)| *w /= length);
            }
        }
        Words { vectors, holders }
    }

    /// From 0, no word in common, to 1, the same words.
    pub fn cosine(&self, a: usize, b: usize) -> f64 {
        let (Some(a), Some(b)) = (self.vectors.get(a), self.vectors.get(b)) else {
            return 0.0;
        };
        let weight = |word: usize| b.binary_search_by_key(&word, |x| x.0).map(|at| b[at].1);
        a.iter()
            .filter_map(|&(word, w)| Some(w * weight(word).ok()?))
            .sum()
    }

    /// The pairs, lower number first, that share a word that is not in too many statements.
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        let by_word = self.holders.chunk_by(|a, b| a.0 == b.0);
        for holders in by_word.filter(|h| h.len() <= COMMON) {
            for (k, &(_, a)) in holders.iter().enumerate() {
                pairs.extend(holders[k + 1..].iter().map(|&(_, b)| (a, b)));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}

/// The words of a statement that say something, in small letters and without their endings; `lower` is the statement
/// with its letters of ASCII made small.
fn stems<'t>(statement: &str, lower: &'t str) -> impl Iterator<Item = Cow<'t, str>> {
    let says = |class: Class| {
        matches!(
            class,
            Class::Word
                | Class::Counted
                | Class::Label
                | Class::PastVerb
                | Class::SayPast
                | Class::EndOf
                | Class::StartOf
        )
    };
    let words = lex(statement).into_iter().filter(move |t| says(t.class));
    words.filter_map(|t| {
        let word = lower.get(t.range())?;
        if word.is_ascii() {
            return (word.len() > 2).then(|| stem(word).into());
        }
        let word = word.to_lowercase();
        (word.chars().count() > 2).then(|| stem(&word).to_owned().into())
    })
}

/// A word without the ending of a plural or a verb's form.
fn stem(word: &str) -> &str {
    ["ing", "ed", "es", "s"]
        .iter()
        .filter_map(|end| word.strip_suffix(end))
        .find(|rest| rest.chars().count() > 2)
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_alike_and_others_are_not() {
        let told = [
            "The north pier broke in the storm",
            "A storm broke the north pier",
            "The council votes on the budget",
        ];
        let words = Words::of(told.into_iter());
        assert!(words.cosine(0, 1) > 0.9);
        assert!(words.cosine(0, 2) < 0.01);
        assert_eq!(words.pairs(), [(0, 1)]);
        assert!(Words::of(std::iter::once("")).pairs().is_empty());
    }
}
