//! Charts and pages as a reader's browser shows them, in Chromium without a window. Where there is no Chromium the
//! tests say so and pass; `CHROMIUM` names one that is not in the path.
#![cfg(feature = "chart")]

mod charts;
mod devtools;
mod page;
mod random;

use std::io::Write;

/// Past the test harness, which keeps what passing tests print.
fn note(words: &str) {
    let _ = writeln!(std::io::stderr(), "{words}");
}
