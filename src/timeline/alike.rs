//! How alike two statements are in their words: the cosine of their TF-IDF vectors, each word weighed by how few of the
//! timeline's statements have it (Salton and Buckley, 1988).

use crate::text::{Class, lex};
use std::collections::HashMap;

/// The statements of a timeline as vectors of words.
pub(super) struct Words {
    /// Of each statement its words, by number, rising, with their weight; the length of each vector is 1.
    vectors: Vec<Vec<(usize, f64)>>,
    /// In which statements each word stands, in order.
    holders: Vec<Vec<usize>>,
}

/// A word that stands in more statements than this leads to no pair by itself, so that the pairs stay few.
const COMMON: usize = 64;

impl Words {
    pub fn of<'a>(statements: impl Iterator<Item = &'a str>) -> Words {
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut holders: Vec<Vec<usize>> = Vec::new();
        let mut vectors: Vec<Vec<(usize, f64)>> = Vec::new();
        for (i, statement) in statements.enumerate() {
            let mut told = Vec::new();
            each_stem(statement, |stem| {
                let number = numbers.get(stem).copied().unwrap_or_else(|| {
                    numbers.insert(stem.to_owned(), holders.len());
                    holders.push(Vec::new());
                    holders.len() - 1
                });
                if holders[number].last() != Some(&i) {
                    holders[number].push(i);
                }
                told.push(number);
            });
            told.sort_unstable();
            let times = told.chunk_by(|a, b| a == b);
            vectors.push(times.map(|t| (t[0], t.len() as f64)).collect());
        }
        let all = vectors.len() as f64;
        for vector in &mut vectors {
            for (number, weight) in vector.iter_mut() {
                *weight *= ((1.0 + all) / (1.0 + holders[*number].len() as f64)).ln() + 1.0;
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
        for holders in self.holders.iter().filter(|h| h.len() <= COMMON) {
            for (k, &a) in holders.iter().enumerate() {
                pairs.extend(holders[k + 1..].iter().map(|&b| (a, b)));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}

/// Calls `take` with each word that says something, in small letters and without its ending.
fn each_stem(statement: &str, mut take: impl FnMut(&str)) {
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
    let mut lower = String::new();
    for t in lex(statement).iter().filter(|t| says(t.class)) {
        let word = statement.get(t.range()).unwrap_or_default();
        lower.clear();
        if word.is_ascii() {
            lower.push_str(word);
            lower.make_ascii_lowercase();
        } else {
            lower.push_str(&word.to_lowercase());
        }
        if lower.chars().count() > 2 {
            take(stem(&lower));
        }
    }
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
