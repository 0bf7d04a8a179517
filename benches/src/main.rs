//! Speed of `dateline::tag` beside two other Rust crates: the same texts, one thread, in one process, warm.
//!
//! ```sh
//! cd benches && cargo run --release            # texts from tests/articles
//! cd benches && cargo run --release -- a.txt b.txt
//! ```
//!
//! Each file is one document. The crates are measured in turns, several rounds, and the best round counts: what
//! else the machine does can only make a round slower. A crate that needs longer than [`BUDGET`] for one round reads
//! as many of the documents as it can in that time, and its speed is that of those.

use dateline::document::Document;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// The longest that one round of one crate may take.
const BUDGET: Duration = Duration::from_secs(6);
/// How often each is measured.
const ROUNDS: usize = 5;
/// The articles are repeated up to this many bytes.
const ENOUGH: usize = 1_000_000;

/// A way to read one document; says how many expressions it found.
type Read = Box<dyn Fn(&str) -> usize>;

fn main() {
    let texts = texts();
    let bytes: usize = texts.iter().map(String::len).sum();
    println!(
        "{} documents, {:.2} MB, best of {ROUNDS}, one thread",
        texts.len(),
        bytes as f64 / 1e6
    );
    let readers: Vec<(&str, Read)> = vec![
        ("dateline", dateline_tag()),
        ("whichtime 0.1.0", whichtime()),
        ("duckling 0.4.0", duckling()),
    ];
    let mut best = vec![Round::default(); readers.len()];
    for _ in 0..ROUNDS {
        for ((_, read), best) in readers.iter().zip(&mut best) {
            let round = measure(&texts, read);
            if round.speed > best.speed {
                *best = round;
            }
        }
    }
    let ours = best[0].speed;
    for ((name, _), round) in readers.iter().zip(&best) {
        println!(
            "{name:<16} {:>9.3} MB/s  {:>7} found in {:.2} MB  dateline is {:.2} times as fast",
            round.speed,
            round.found,
            round.bytes as f64 / 1e6,
            ours / round.speed
        );
    }
}

#[derive(Clone, Copy, Default)]
struct Round {
    /// Megabytes a second.
    speed: f64,
    found: usize,
    bytes: usize,
}

fn measure(texts: &[String], read: &Read) -> Round {
    let start = Instant::now();
    let mut round = Round::default();
    for text in texts {
        round.found += black_box(read(black_box(text)));
        round.bytes += text.len();
        if start.elapsed() > BUDGET {
            break;
        }
    }
    round.speed = round.bytes as f64 / 1e6 / start.elapsed().as_secs_f64();
    round
}

/// The files that were named, or our own articles over and over.
fn texts() -> Vec<String> {
    let named: Vec<_> = std::env::args_os().skip(1).map(Into::into).collect();
    let own = named.is_empty();
    let paths = if own { articles() } else { named };
    let texts: Vec<String> = paths
        .iter()
        .filter_map(|p: &std::path::PathBuf| match std::fs::read(p) {
            Ok(bytes) => Some(String::from_utf8_lossy(&bytes).replace("\r\n", "\n")),
            Err(e) => {
                eprintln!("{}: {e}", p.display());
                None
            }
        })
        .collect();
    let size: usize = texts.iter().map(String::len).sum();
    let times = if own { ENOUGH.div_ceil(size.max(1)) } else { 1 };
    texts.iter().cycle().take(texts.len() * times).cloned().collect()
}

fn articles() -> Vec<std::path::PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/articles");
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt" || e == "md"))
        .collect();
    paths.sort();
    paths
}

/// All of it: mentions with their place in time, from a text that is the body itself.
fn dateline_tag() -> Read {
    let day = "2025-01-27".parse().expect("a day");
    let options = dateline::Options::new().published(day).text_only(true);
    Box::new(move |text| {
        dateline::tag(Document::from_text("bench", text), &options)
            .whens
            .len()
    })
}

fn whichtime() -> Read {
    let parser = whichtime::WhichTime::new();
    Box::new(move |text| parser.parse(text, None).map_or(0, |found| found.len()))
}

fn duckling() -> Read {
    let locale = duckling::Locale::new(duckling::Lang::EN, None);
    let (context, options) = (duckling::Context::default(), duckling::Options::default());
    let kinds = [duckling::DimensionKind::Time];
    Box::new(move |text| duckling::parse(text, &locale, &kinds, &context, &options).len())
}
