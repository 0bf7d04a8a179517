use std::ops::Range;

/// The way from bytes of the text back to bytes of the file on disk.
///
/// A list of segments, each a number of equal steps: one byte of text for one byte of the file (verbatim UTF-8),
/// one for two (ASCII in UTF-16), two for eight (`&eacute;`). A stretch without end stays one segment, so that a
/// large file in UTF-16 needs no entry for each character.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceMap {
    segments: Vec<Segment>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Segment {
    text: usize,
    source: usize,
    steps: usize,
    text_step: usize,
    source_step: usize,
}

impl Segment {
    fn text_end(&self) -> usize {
        self.text + self.steps * self.text_step
    }

    fn source_end(&self) -> usize {
        self.source + self.steps * self.source_step
    }
}

impl SourceMap {
    /// Text and source are the same bytes.
    pub fn identity(len: usize) -> SourceMap {
        let mut map = SourceMap::default();
        map.push(len, 0..len);
        map
    }

    /// Appends: the next `text_len` bytes of the text come from `source`. Equal lengths run alike, byte for byte;
    /// else the whole maps to the whole. Neighbours of the same kind are joined.
    pub fn push(&mut self, text_len: usize, source: Range<usize>) {
        if text_len == 0 {
            return;
        }
        let (steps, text_step, source_step) = if text_len == source.len() {
            (text_len, 1, 1)
        } else {
            (1, text_len, source.len())
        };
        let text = self.text_len();
        if let Some(last) = self.segments.last_mut() {
            let same = (last.text_step, last.source_step) == (text_step, source_step);
            if same && last.source_end() == source.start {
                last.steps += steps;
                return;
            }
        }
        self.segments.push(Segment {
            text,
            source: source.start,
            steps,
            text_step,
            source_step,
        });
    }

    /// How many bytes of text are mapped so far.
    pub fn text_len(&self) -> usize {
        self.segments.last().map_or(0, Segment::text_end)
    }

    /// The bytes of the source that a stretch of the text was read from.
    pub fn source(&self, text: Range<usize>) -> Range<usize> {
        let start = self.point(text.start, false);
        let end = if text.end > text.start {
            self.point(text.end, true)
        } else {
            start
        };
        start..end.max(start)
    }

    /// This map's source is the text of `inner`: the way through both.
    pub(super) fn through(&self, inner: &SourceMap) -> SourceMap {
        let mut out = SourceMap::default();
        for s in &self.segments {
            if (s.text_step, s.source_step) != (1, 1) {
                for k in 0..s.steps {
                    let at = s.source + k * s.source_step;
                    out.push(s.text_step, inner.source(at..at + s.source_step));
                }
                continue;
            }
            let (mut at, end) = (s.source, s.source_end());
            let mut i = inner.segments.partition_point(|x| x.text_end() <= at);
            while at < end {
                let Some(x) = inner.segments.get(i) else {
                    out.push(end - at, inner.source(at..end));
                    break;
                };
                let stop = x.text_end().min(end);
                out.push_steps(x, at, stop);
                at = stop;
                i += 1;
            }
        }
        out
    }

    /// Appends a part of another map's text.
    pub(super) fn append(&mut self, other: &SourceMap, part: Range<usize>) {
        let first = other.segments.partition_point(|s| s.text_end() <= part.start);
        for s in &other.segments[first..] {
            if s.text >= part.end {
                break;
            }
            self.push_steps(s, part.start.max(s.text), part.end.min(s.text_end()));
        }
    }

    /// Appends the part `at..stop` of the text of a segment of another map.
    fn push_steps(&mut self, x: &Segment, at: usize, stop: usize) {
        if (x.text_step, x.source_step) == (1, 1) {
            let from = x.source + (at - x.text);
            self.push(stop - at, from..from + (stop - at));
            return;
        }
        let mut at = at;
        while at < stop {
            let k = (at - x.text) / x.text_step;
            let next = (x.text + (k + 1) * x.text_step).min(stop);
            let from = x.source + k * x.source_step;
            self.push(next - at, from..from + x.source_step);
            at = next;
        }
    }

    fn point(&self, at: usize, is_end: bool) -> usize {
        let probe = if is_end { at.saturating_sub(1) } else { at };
        let i = self.segments.partition_point(|s| s.text_end() <= probe);
        let Some(s) = self.segments.get(i) else {
            return self.segments.last().map_or(at, Segment::source_end);
        };
        let into = at.saturating_sub(s.text);
        let steps = if is_end {
            into.div_ceil(s.text_step)
        } else {
            into / s.text_step
        };
        s.source + steps.min(s.steps) * s.source_step
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_join_and_lead_back() {
        let mut map = SourceMap::default();
        for i in 0..100 {
            map.push(1, 2 + 2 * i..4 + 2 * i);
        }
        assert_eq!(map.segments.len(), 1);
        assert_eq!(map.source(3..5), 8..12);
        assert_eq!(map.source(100..100), 202..202);
    }

    #[test]
    fn a_map_goes_through_another() {
        // Disk: BOM (3 bytes), "a", CR LF, "b". Decoded: "a\nb". Text: "b" and an inserted blank.
        let mut disk = SourceMap::default();
        disk.push(1, 3..4);
        disk.push(1, 4..6);
        disk.push(1, 6..7);
        let mut text = SourceMap::default();
        text.push(2, 0..2);
        text.push(1, 2..3);
        let all = text.through(&disk);
        assert_eq!(all.source(1..2), 4..6);
        assert_eq!(all.source(0..3), 3..7);
        assert_eq!(all.text_len(), 3);
    }
}
