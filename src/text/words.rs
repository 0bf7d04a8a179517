//! A hash table of short words: each is packed into one number, so that looking it up is one comparison.

/// A word of up to 16 letters in one number.
pub(super) type Key = u128;

/// The letters of a word, in lower case, as one number; `None` for more than 16. Letters of ASCII only.
#[inline]
pub(super) fn key(word: &[u8]) -> Option<Key> {
    let mut bytes = [0u8; 16];
    bytes.get_mut(..word.len())?.copy_from_slice(word);
    Some(fold(u128::from_le_bytes(bytes), word.len()))
}

/// The same for a word at the start of 16 bytes of text, of which `n` belong to it.
#[inline]
pub(super) fn key_at(sixteen: [u8; 16], n: usize) -> Key {
    fold(u128::from_le_bytes(sixteen), n)
}

/// The bits of the first `n` letters.
const MASKS: [u128; 17] = {
    let mut masks = [u128::MAX; 17];
    let mut n = 0;
    while n < 16 {
        masks[n] = (1u128 << (8 * n)) - 1;
        n += 1;
    }
    masks
};

#[inline]
fn fold(bytes: u128, n: usize) -> Key {
    let mask = MASKS.get(n).copied().unwrap_or(u128::MAX);
    // Letters differ from their capitals in one bit.
    (bytes | 0x2020_2020_2020_2020_2020_2020_2020_2020) & mask
}

/// Words with what is known of them. Open addressing; never more than half full.
pub(super) struct Words<V> {
    slots: Vec<(Key, Option<V>)>,
    used: usize,
}

impl<V: Copy> Words<V> {
    pub fn new() -> Words<V> {
        Words {
            slots: vec![(0, None); 1024],
            used: 0,
        }
    }

    #[inline]
    fn slot(&self, key: Key) -> usize {
        // Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4) of both halves; the size is a power of two.
        let mixed = (key as u64 ^ ((key >> 64) as u64).rotate_left(23)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed >> 40) as usize & (self.slots.len() - 1)
    }

    #[inline]
    pub fn get(&self, key: Key) -> Option<V> {
        let mut i = self.slot(key);
        loop {
            match self.slots.get(i) {
                Some((k, Some(v))) if *k == key => return Some(*v),
                Some((_, Some(_))) => i = (i + 1) & (self.slots.len() - 1),
                _ => return None,
            }
        }
    }

    /// Sets what is known of a word; returns what was known before.
    pub fn insert(&mut self, key: Key, value: V) -> Option<V> {
        if self.used * 2 >= self.slots.len() {
            let larger = vec![(0, None); self.slots.len() * 2];
            self.used = 0;
            for (k, v) in std::mem::replace(&mut self.slots, larger) {
                if let Some(v) = v {
                    self.insert(k, v);
                }
            }
        }
        let mut i = self.slot(key);
        while let Some(v) = self.slots[i].1 {
            if self.slots[i].0 == key {
                self.slots[i].1 = Some(value);
                return Some(v);
            }
            i = (i + 1) & (self.slots.len() - 1);
        }
        self.slots[i] = (key, Some(value));
        self.used += 1;
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_apart_whatever_their_case() {
        let mut words = Words::new();
        for n in 0..5000u32 {
            let word: Vec<u8> = (0..4).map(|k| b'a' + (n / 10u32.pow(k) % 10) as u8).collect();
            assert_eq!(words.insert(key(&word).unwrap(), n), None);
        }
        assert_eq!(words.get(key(b"aaaa").unwrap()), Some(0));
        assert_eq!(words.get(key(b"BAAA").unwrap()), Some(1));
        assert_eq!(words.get(key(b"aaa").unwrap()), None);
        assert_eq!(key_at(*b"Friday, said the", 6), key(b"friday").unwrap());
        assert_eq!(key(b"abcdefghijklmnopq"), None);
    }
}
