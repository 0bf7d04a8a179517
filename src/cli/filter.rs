//! The filter of `--jsonl`: rows in, a line out for each, in the order of the input.
//!
//! What one read of standard input brings is one batch: its rows are worked on side by side, written in order, and
//! only then is more read. So memory stays bounded, and a caller that waits for the answer to each row gets it.

use super::Outcome;
use super::message::{Messages, Stop};
use clap::Args;
use dateline::Options;
use dateline::export::ExportError;
use dateline::rows::{self, Row, RowError, RowId, RowProblem};
use rayon::prelude::*;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The most that one read brings.
const BATCH: usize = 1 << 20;
/// The longest line that is held: several times the longest book.
const LONGEST: usize = 64 << 20;

#[derive(Args)]
#[command(next_help_heading = "Rows")]
pub struct FilterArgs {
    /// Read rows of JSON from standard input, {"id","published","title","text"} or "html", and write one line for each,
    /// in their order. A bad row becomes {"id":…,"error":{"code":…,"message":…}} and stops nothing: the exit code stays
    /// 0, and the number of bad rows is told on standard error. No clock is read
    #[arg(long)]
    pub jsonl: bool,
    /// How many rows are worked on at a time [default: one for each processor]; the output is the same
    #[arg(long, value_name = "N", requires = "jsonl", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
}

impl FilterArgs {
    /// Sends every row of standard input through `with`.
    pub fn run<F>(&self, to: &Messages, options: &Options, with: F) -> Result<Outcome, Stop>
    where
        F: Fn(Row) -> Result<String, ExportError> + Sync,
    {
        // Zero is rayon's word for "as many as there are processors".
        let threads = self.threads.map_or(0, usize::from);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let pool = pool.map_err(|e| Stop::Failed(format!("--threads: {e}; give a smaller number")))?;
        let one = |line: &Line| answer(line, options, &with);
        let (mut rows, mut bad) = (0, 0);
        let mut lines = Lines::new(io::stdin().lock());
        let mut out = Vec::new();
        while let Some(batch) = lines
            .batch()
            .map_err(|e| Stop::Failed(format!("standard input: {e}")))?
        {
            let answers: Vec<_> = pool.install(|| batch.par_iter().map(one).collect());
            out.clear();
            for (line, is_bad) in &answers {
                out.extend_from_slice(line.as_bytes());
                out.push(b'\n');
                bad += usize::from(*is_bad);
            }
            rows += answers.len();
            to.bytes(&out)?;
            to.rows(rows);
        }
        to.end_progress();
        if bad > 0 {
            let message = format!("{bad} of {rows} rows could not be read; the line of each says why");
            to.warn("standard input", &message);
        }
        Ok(Outcome::Done)
    }
}

/// The line for a row, and whether it tells an error.
fn answer<F>(line: &Line, options: &Options, with: &F) -> (String, bool)
where
    F: Fn(Row) -> Result<String, ExportError>,
{
    let read = match line {
        Line::Whole(line) => rows::read(line, options),
        Line::TooLong => Err(RowError::new(RowId::none(), RowProblem::TooLong(LONGEST))),
    };
    let made = read.and_then(|row| {
        let id = row.id.clone();
        // Over millions of rows not even a fault of our own may cost the others.
        match catch_unwind(AssertUnwindSafe(|| with(row))) {
            Ok(Ok(line)) => Ok(line),
            Ok(Err(e)) => Err(RowError::new(id, RowProblem::Internal(e.to_string()))),
            Err(_) => Err(RowError::new(id, RowProblem::Internal("it panicked".into()))),
        }
    });
    match made {
        Ok(line) => (line, false),
        Err(e) => (e.line(), true),
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Line<'a> {
    Whole(&'a [u8]),
    TooLong,
}

/// Cuts an input into lines, as many at a time as have arrived.
struct Lines<R> {
    input: R,
    buffer: Vec<u8>,
    /// How much of the buffer has been read into.
    filled: usize,
    /// How much of it has been handed out.
    used: usize,
    longest: usize,
    /// The rest of a line that is too long is passed over.
    skipping: bool,
    at_start: bool,
    at_end: bool,
}

impl<R: Read> Lines<R> {
    fn new(input: R) -> Lines<R> {
        Lines {
            input,
            buffer: Vec::new(),
            filled: 0,
            used: 0,
            longest: LONGEST,
            skipping: false,
            at_start: true,
            at_end: false,
        }
    }

    /// The next lines, at least one; `None` at the end.
    fn batch(&mut self) -> io::Result<Option<Vec<Line<'_>>>> {
        self.buffer.copy_within(self.used..self.filled, 0);
        self.filled -= self.used;
        self.used = 0;
        // A line without its end has been searched already.
        let mut searched = self.filled;
        let mut too_long = false;
        let end = loop {
            if self.at_end {
                break self.filled;
            }
            self.fill()?;
            if self.at_end {
                continue;
            }
            if self.skipping {
                let Some(end) = position(&self.buffer[..self.filled]) else {
                    self.filled = 0;
                    continue;
                };
                self.skipping = false;
                self.buffer.copy_within(end + 1..self.filled, 0);
                self.filled -= end + 1;
                searched = 0;
            }
            let fresh = &self.buffer[searched..self.filled];
            if let Some(last) = fresh.iter().rposition(|b| *b == b'\n') {
                break searched + last + 1;
            }
            if self.filled > self.longest {
                too_long = true;
                self.skipping = true;
                self.filled = 0;
                break 0;
            }
            searched = self.filled;
        };
        if std::mem::take(&mut self.at_start) && self.buffer[..end].starts_with(b"\xEF\xBB\xBF") {
            self.buffer[..3].fill(b' ');
        }
        self.used = end;
        if too_long {
            return Ok(Some(vec![Line::TooLong]));
        }
        let whole = &self.buffer[..end];
        let whole = whole.strip_suffix(b"\n").unwrap_or(whole);
        let lines = whole
            .split(|b| *b == b'\n')
            .map(|line| match line.len() > self.longest {
                true => Line::TooLong,
                false => Line::Whole(line),
            });
        Ok((end > 0).then(|| lines.collect()))
    }

    /// Reads what there is, once.
    fn fill(&mut self) -> io::Result<()> {
        let wanted = self.filled + BATCH;
        if self.buffer.len() < wanted {
            self.buffer.resize(wanted, 0);
        }
        let n = loop {
            match self.input.read(&mut self.buffer[self.filled..wanted]) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                read => break read?,
            }
        };
        self.filled += n;
        self.at_end = n == 0;
        Ok(())
    }
}

fn position(bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|b| *b == b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a few bytes at a time.
    struct Drops<'a>(&'a [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            let n = self.0.len().min(self.1).min(to.len());
            let (head, rest) = self.0.split_at(n);
            to[..n].copy_from_slice(head);
            self.0 = rest;
            Ok(n)
        }
    }

    fn lines(input: &[u8], drop: usize) -> Vec<String> {
        let mut lines = Lines::new(Drops(input, drop));
        lines.longest = 8;
        let mut out = Vec::new();
        while let Some(batch) = lines.batch().unwrap() {
            assert!(!batch.is_empty());
            out.extend(batch.iter().map(|l| match l {
                Line::Whole(l) => String::from_utf8_lossy(l).into_owned(),
                Line::TooLong => "too long".to_owned(),
            }));
        }
        out
    }

    #[test]
    fn one_for_each_line_however_it_arrives() {
        for drop in [1, 2, 3, 5, 7, 11, 100] {
            for (input, wanted) in [
                (&b""[..], &[][..]),
                (b"\n", &[""]),
                (b"a", &["a"]),
                (b"a\n", &["a"]),
                (b"a\n\nb", &["a", "", "b"]),
                (b"a\n\n", &["a", ""]),
                (b"\xEF\xBB\xBFa\nb\n", &["   a", "b"]),
                (b"a\n123456789012\nb\n", &["a", "too long", "b"]),
                (
                    b"a\n12345678\n1234567890123456789012345",
                    &["a", "12345678", "too long"],
                ),
            ] {
                assert_eq!(lines(input, drop), wanted, "{input:?} by {drop}");
            }
        }
    }
}
