//! The time that reading takes grows as the text does: inputs made to be hard are read at one length, at twice and at
//! four times that, and each doubling may take little more than twice as long.
//!
//! Both doublings must be slow before a text counts as slow. What is quadratic is slow at every doubling; what is
//! linear is slow at most at one, where its tokens outgrow a cache, or where the allocator begins to hand out fresh
//! pages for them and the kernel has to clear each (in glibc at 32 MiB).

use cpu_time::ThreadTime;
use dateline::document::{Document, Format, ReadOptions, read};
use dateline::export::{TagFields, tagged_line, tagged_table, timeline_line};
use dateline::timeline::{TimelineRequest, timeline};
use dateline::{Options, tag};
use std::hint::black_box;
use std::time::Duration;

/// Twice as much text may take this many times as long. What is quadratic takes four times.
const MOST: f64 = 3.0;
/// The step that takes longest takes at least this.
const LEAST: Duration = Duration::from_millis(5);
/// A step shorter than this tells nothing.
const TOO_SHORT: Duration = Duration::from_millis(1);
/// What else the machine does can spoil a measurement, but hardly so many in a row.
const TRIES: usize = 5;
/// No text is longer than this, however fast it is read.
const LONGEST: usize = 1 << 20;

/// Each is repeated to the length wanted.
const PARTS: &[&str] = &[
    "last ",
    "next last ",
    "1/",
    "1-",
    "2019-",
    "1:",
    "1.",
    "3,",
    "March ",
    "May ",
    "Friday ",
    "Friday, ",
    "the ",
    "(",
    ")",
    "\"",
    "“",
    "” “",
    "'",
    "' ",
    "’s ",
    "-",
    "– ",
    "1",
    "1 ",
    "a",
    ".",
    ". ",
    "A. ",
    "!? ",
    "\n",
    "\n\n",
    "- \n",
    ", ",
    "and ",
    "and 2 ",
    "between 1 and 2 and 3 ",
    "from to ",
    "from 3 to ",
    "from May to June to ",
    "since until ",
    "one ",
    "twenty ",
    "hundred ",
    "two thousand and ",
    "one hundred and ",
    "of the ",
    "a year of the month of the day of ",
    "days weeks years ",
    "two days after ",
    "the day before the day after ",
    "Two days after the vote, Hale resigned. The council voted on Friday. ",
    "Two days after the vote, the council voted. ",
    "Two days after the vote on Friday ",
    "Two days after the collapse, Hale voted. After the vote, the pier collapsed. ",
    "The strike lasted two weeks. The strike began on 3 May. ",
    "for two weeks from Friday ",
    "a year and a month and a day and ",
    "ago ",
    "early late mid- ",
    "more than about nearly ",
    "every ",
    "the first second third ",
    "May 3, ",
    "3 May 2019 ",
    "in 1998 and ",
    "the 1990s, ",
    "1998–99, ",
    "said ",
    "had said that they would have been going to say that ",
    "opened, shut, broke, sank and ",
    "who said who said ",
    "that was opened on Friday and ",
    "will open on Friday, ",
    "on Friday the pier shut, on Monday it opened, ",
    "The pier shut on 3 May 2019. ",
    "The pier shut on Friday. It had opened two days earlier. ",
    "“It shut on Friday,” she said. ",
    "He said it shut. ",
    "On Friday. ",
    "3 May 2019\n\n",
    "3 May 2019 The pier shut.\n",
    "14:30 It rang.\n",
    "- It shut on Friday.\n",
    "See also  A dog\n\n",
    "On 3 May 2019 Ann wrote:\n> It shut.\n\n",
    "Friday\n\n",
    "ünïcödé ",
    "３ ",
    "e\u{301}",
    "\u{200b}",
    "nofullstopnoblank",
    "May3May3",
    "1st2nd",
    "T",
    "2019-05-03T",
    "P1Y",
    "Feb. ",
    "a.m. ",
    "5 p.m. ",
    "$3 ",
    "3% ",
    "No. 3, ",
    "report released on Friday ",
    "sent to the mayor ",
    "when opened ",
    "selling ",
    "to work ",
    "which opened in May, ",
    "plans work ",
    "who ",
    "that ",
    "and when ",
    "very quickly slowly ",
    "will ",
    "not ",
    "before Friday after Monday ",
    "in the year ended March ",
    "so, he said, ",
    "(on Friday) ",
    "“on Friday” ",
    "Mr. ",
    "U.S. ",
    "... ",
    "1,000 ",
    "10:10:10:",
    "May 3-5-",
    "2019/2020/",
    "'98 '99 ",
    "19th century ",
    "from 1990 to 1991 to ",
    "Christmas Easter ",
    "half a ",
    "a ",
    "in ",
    "at 5 ",
    "> ",
    "From: a\n",
    "Subject: x\n",
    "By Ann\n",
    "SELE, 3 May 2019 – It shut. ",
    "Updated 3 May 2019\n\n",
    "Leave a Reply\n\nName\n\n",
    "1. \n",
    "12:30\n",
    "12:30 x\n\n",
    "A b\n",
    "\r",
    "\u{a0}",
    "İ ",
    "\u{1F600}",
];

/// The same for pages, whose readers have stacks to fill.
const PAGES: &[&str] = &[
    "<div>",
    "<b>",
    "</div>",
    "<p>x",
    "<a href=x>",
    "<!--",
    "&amp;",
    "&",
    "<",
    "<table><tr><td>",
    "<article>",
    "<nav>x</nav>",
    "<time datetime=2019-05-03>x</time>",
    "<script>x</script>",
    "<script type=\"application/ld+json\">{\"datePublished\":\"2019-05-03\"}</script>",
    "<h1>x</h1>",
    "<li>x",
    "<ul><li>",
    "<p>It shut on Friday.</p>",
    "<meta name=date content=2019-05-03>",
    "<title>x</title>",
    "<pre>\n",
    "<main>",
    "<x y=",
];

/// And for Markdown.
const MARKDOWN: &[&str] = &[
    "> ",
    "* ",
    "- a\n",
    "[",
    "[a](b) ",
    "`",
    "| a |\n|--|\n",
    "# x\n",
    "**",
    "_a",
    "<b>",
    "![",
    "[^1]",
    "1. a\n",
    "> a\n\n",
    "---\n",
    "a: b\n",
    "[a]: b\n",
];

const STEPS: [&str; 4] = ["reading", "tagging", "the timeline", "writing"];

/// How long each step takes over a text; nothing for what is refused.
fn steps(text: &str, format: Option<Format>) -> [Duration; 4] {
    let options = Options::new().published("2025-01-27".parse().expect("a day"));
    let mut took = [Duration::ZERO; 4];
    let start = ThreadTime::now();
    let document = match format {
        None => Ok(Document::from_text("hard", text)),
        Some(format) => read(text.as_bytes(), "hard", &ReadOptions::default().format(format)),
    };
    took[0] = start.elapsed();
    let Ok(document) = document else {
        return took;
    };
    let start = ThreadTime::now();
    let tagged = tag(document, &options);
    took[1] = start.elapsed();
    let start = ThreadTime::now();
    let made = timeline(std::slice::from_ref(&tagged), &TimelineRequest::default());
    took[2] = start.elapsed();
    let start = ThreadTime::now();
    black_box(tagged_line(&tagged, TagFields::new().why(true)).is_ok());
    black_box(tagged_table(&tagged));
    black_box(timeline_line(&made, None).is_ok());
    took[3] = start.elapsed();
    took
}

/// Each step at its fastest of several runs: nothing can make one faster than it is.
fn fastest(text: &str, format: Option<Format>) -> [Duration; 4] {
    let runs = [(); 3].map(|()| steps(text, format));
    [0, 1, 2, 3].map(|i| runs.iter().map(|r| r[i]).min().unwrap_or_default())
}

/// What takes too long for a part, at best of several tries.
fn slow(part: &str, format: Option<Format>) -> Option<String> {
    let text = |bytes: usize| part.repeat(bytes.div_ceil(part.len()));
    // A sentence of up to 400 tokens may cost more than its length: bounded, so the test begins beyond it.
    let mut bytes = 16 * 1024;
    while steps(&text(bytes), format).iter().all(|t| *t < LEAST) && bytes < LONGEST {
        bytes *= 2;
    }
    let texts = [1, 2, 4].map(|times| text(times * bytes));
    let mut told = None;
    for _ in 0..TRIES {
        let took = [0, 1, 2].map(|i: usize| fastest(&texts[i], format));
        let ratio = |step: usize, i: usize| took[i + 1][step].as_secs_f64() / took[i][step].as_secs_f64();
        let worst = (0..4)
            .filter(|&step| took[0][step] >= TOO_SHORT)
            .map(|step| (ratio(step, 0).min(ratio(step, 1)), STEPS[step]))
            .max_by(|x, y| x.0.total_cmp(&y.0));
        match worst {
            Some((ratio, step)) if ratio > MOST => {
                told = Some(format!(
                    "{part:?}: {step} takes {ratio:.1} times as long at each doubling from {bytes} bytes on"
                ));
            }
            _ => return None,
        }
    }
    told
}

fn all_hold(parts: &[&str], format: Option<Format>) {
    let slow: Vec<_> = parts.iter().filter_map(|p| slow(p, format)).collect();
    assert!(slow.is_empty(), "\n{}", slow.join("\n"));
}

/// One test, so that no step has to share the processor with another.
#[test]
#[ignore = "slow: run by name, in release"]
fn twice_the_text_takes_twice_the_time() {
    all_hold(PARTS, None);
    all_hold(PARTS, Some(Format::Plain));
    all_hold(PAGES, Some(Format::Html));
    all_hold(MARKDOWN, Some(Format::Markdown));
}
