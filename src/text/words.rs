//! A hash table of short words: each is packed into one number, so that looking it up is one comparison; and the
//! reading of a text eight bytes at a time, with which a word is measured and packed in a few steps.

/// Up to 16 letters of ASCII in lower case, the first in the lowest place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Key {
    head: u64,
    tail: u64,
}

/// Letters differ from their capitals in one bit.
const SMALL: u64 = 0x2020_2020_2020_2020;
const HIGH: u64 = 0x8080_8080_8080_8080;
const ONES: u64 = 0x0101_0101_0101_0101;

/// The letters of a word, whatever their case; `None` for more than 16.
#[inline]
pub(super) fn key(word: &[u8]) -> Option<Key> {
    let n = word.len();
    (n <= 16).then(|| key_at(eight(word, 0), eight(word, 8), n))
}

/// The same of the first `n` of 16 bytes of text.
#[inline]
pub(super) fn key_at(head: u64, tail: u64, n: usize) -> Key {
    Key {
        head: (head | SMALL) & first_bytes(n.min(8)),
        tail: (tail | SMALL) & first_bytes(n.saturating_sub(8)),
    }
}

/// The same of a word of at most eight letters, the first `n` of eight bytes of text.
#[inline]
pub(super) fn short_key(head: u64, n: usize) -> Key {
    Key {
        head: (head | SMALL) & first_bytes(n),
        tail: 0,
    }
}

/// The bits of the first `n` bytes of eight.
#[inline]
fn first_bytes(n: usize) -> u64 {
    match n {
        0 => 0,
        n => u64::MAX >> (64 - 8 * n.min(8)),
    }
}

/// Eight bytes of a text from `at` on; zeros beyond its end.
#[inline]
pub(super) fn eight(text: &[u8], at: usize) -> u64 {
    match text.get(at..).and_then(|t| t.first_chunk()) {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => last_bytes(text, at),
    }
}

#[cold]
fn last_bytes(text: &[u8], at: usize) -> u64 {
    let rest = text.get(at..).unwrap_or_default().iter();
    rest.rev().fold(0, |bits, b| bits << 8 | u64::from(*b))
}

/// Whether the first `n` of eight bytes are ASCII.
#[inline]
pub(super) fn is_ascii(bytes: u64, n: usize) -> bool {
    bytes & HIGH & first_bytes(n) == 0
}

/// How many small letters the eight bytes begin with.
#[inline]
pub(super) fn small_letters(bytes: u64) -> usize {
    // Each byte in its own lane: adding puts its highest bit up where it reaches "a", or goes beyond "z".
    let low = bytes & !HIGH;
    let from_a = low + ONES * u64::from(0x80 - b'a');
    let beyond_z = low + ONES * u64::from(0x80 - b'z' - 1);
    let small = from_a & !beyond_z & !bytes & HIGH;
    ((small ^ HIGH).trailing_zeros() / 8) as usize
}

/// Words with what is known of them, and what is said of any other. Half of a text's words are in the list and no
/// pattern tells which, so that looking one up must not branch on it: what is unknown is an entry like any other.
pub(super) struct Words<V> {
    /// The place in `known`, or 0. Open addressing; the size is a power of two. A list of words is far shorter than the
    /// 65,535 that it could hold.
    index: Vec<u16>,
    /// The first stands for all words beyond the list; no word has its key.
    known: Vec<(Key, V)>,
}

impl<V: Copy> Words<V> {
    /// An empty list with room for some words, of which `unknown` is said of every word.
    pub fn with_room(unknown: V, room: usize) -> Words<V> {
        let mut words = Words {
            index: Vec::new(),
            known: Vec::with_capacity(room + 1),
        };
        words.known.push((Key::default(), unknown));
        words.resize((room * 2).next_power_of_two().max(2));
        words
    }

    /// What is known of a word. `key` is that of a word of one letter at least.
    #[inline]
    pub fn get(&self, key: Key) -> V {
        let mut slot = self.slot(key.hash());
        loop {
            let place = usize::from(self.index[slot]);
            let it = self.known[place].0 == key;
            if it | (place == 0) {
                return self.known[if it { place } else { 0 }].1;
            }
            slot = (slot + 1) & (self.index.len() - 1);
        }
    }

    /// All words with what is known of them, in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = (Key, V)> + '_ {
        self.known.iter().skip(1).copied()
    }

    /// Sets what is known of a word; returns what was known before.
    pub fn insert(&mut self, key: Key, value: V) -> Option<V> {
        let mut slot = self.slot(key.hash());
        while self.index[slot] != 0 {
            let (k, v) = &mut self.known[usize::from(self.index[slot])];
            if *k == key {
                return Some(std::mem::replace(v, value));
            }
            slot = (slot + 1) & (self.index.len() - 1);
        }
        self.known.push((key, value));
        // Half full at most: the smaller the table, the more of it stays in the nearest cache.
        if self.known.len() * 2 > self.index.len() {
            self.resize(self.index.len() * 2);
        } else {
            self.enter(self.known.len() - 1);
        }
        None
    }

    /// Makes room for half as many words as `size`, a power of two.
    fn resize(&mut self, size: usize) {
        self.index = vec![0; size];
        for place in 1..self.known.len() {
            self.enter(place);
        }
    }

    fn enter(&mut self, place: usize) {
        let mut slot = self.slot(self.known[place].0.hash());
        while self.index[slot] != 0 {
            slot = (slot + 1) & (self.index.len() - 1);
        }
        self.index[slot] = place as u16;
    }

    #[inline]
    fn slot(&self, hash: u64) -> usize {
        (hash >> 26) as usize & (self.index.len() - 1)
    }
}

impl Key {
    /// Of a word of two letters, both small.
    pub const fn of_two(word: [u8; 2]) -> Key {
        Key {
            head: u16::from_le_bytes(word) as u64,
            tail: 0,
        }
    }

    /// Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4) of both halves.
    #[inline]
    fn hash(self) -> u64 {
        (self.head ^ self.tail.rotate_left(23)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_apart_whatever_their_case() {
        let mut words = Words::with_room(u32::MAX, 3);
        for n in 0..5000u32 {
            let word: Vec<u8> = (0..4).map(|k| b'a' + (n / 10u32.pow(k) % 10) as u8).collect();
            assert_eq!(words.insert(key(&word).unwrap(), n), None);
        }
        assert_eq!(words.get(key(b"aaaa").unwrap()), 0);
        assert_eq!(words.get(key(b"BAAA").unwrap()), 1);
        assert_eq!(words.get(key(b"aaa").unwrap()), u32::MAX);
        let text = b"Independence, said";
        assert_eq!(
            key_at(eight(text, 0), eight(text, 8), 12),
            key(b"independence").unwrap()
        );
        assert_eq!(key_at(eight(text, 0), eight(text, 8), 2), key(b"in").unwrap());
        assert_eq!(key(b"abcdefghijklmnopq"), None);
    }

    #[test]
    fn small_letters_are_counted() {
        for (text, want) in [
            (&b"abcdefgh"[..], 8),
            (b"az{", 2),
            (b"`a", 0),
            (b"a\xe1", 1),
            (b"aZ", 1),
            (b"abc", 3),
            (b"", 0),
        ] {
            assert_eq!(small_letters(eight(text, 0)), want, "{text:?}");
        }
    }
}
