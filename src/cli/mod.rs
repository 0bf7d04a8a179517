//! The thin last layer: arguments in, files and messages out. One file per subcommand; options that several share
//! in `options`, what they read in `inputs`, what they write in `outputs`, and the only code that prints in
//! `message`.

mod build;
mod check;
mod draw;
mod eval;
mod eval_statements;
mod events;
mod explain;
mod filter;
mod inputs;
mod message;
mod options;
mod outputs;
mod rules;
mod stored;
mod table;
mod tag;

use clap::{Parser, Subcommand};
use message::{Messages, Stop};
use std::ffi::OsString;

const EXAMPLES: &str = "\
Examples:
  dateline build report.txt                        output/report.svg and output/report.json
  dateline build notes/ --published 2025-01-27     every text in a folder
  dateline draw output/report.json                 the chart again, after an edit of the JSON
  dateline explain \"last Friday\" --published 2025-01-27
  curl -L https://example.org/page.html | dateline tag - --format text
  dateline tag --jsonl < rows.jsonl > dates.jsonl  rows of JSON, one line out for each

Exit codes: 0 done, 1 `check` found a difference, 2 wrong use or an unreadable input. A bad row under \
--jsonl becomes a line that tells its error, and the code stays 0.";

/// Turns dated text into a timeline.
///
/// Finds every time expression of a text, works out which day each one means, and writes the dated statements as
/// a chart and as JSON.
#[derive(Parser)]
#[command(name = "dateline", version, after_help = EXAMPLES, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    messages: options::MessageArgs,
}

#[derive(Subcommand)]
enum Command {
    Build(build::Build),
    Events(events::Events),
    Tag(tag::Tag),
    Draw(draw::Draw),
    Explain(explain::Explain),
    Check(check::Check),
    Eval(eval::Eval),
    Rules(rules::Rules),
}

/// How a command ended.
enum Outcome {
    Done,
    /// `check` found a difference.
    Differs,
    /// Some inputs could not be read or written; each has been named.
    SomeFailed,
}

impl Outcome {
    fn of(all_good: bool) -> Outcome {
        if all_good {
            Outcome::Done
        } else {
            Outcome::SomeFailed
        }
    }
}

/// Runs the program and returns its exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(e) => {
            // Help and version come this way too, with code 0. A reader that has gone needs no message.
            let _ = e.print();
            return u8::try_from(e.exit_code()).unwrap_or(2);
        }
    };
    let to = Messages::new(&cli.messages);
    let outcome = match &cli.command {
        Command::Build(c) => c.run(&to),
        Command::Events(c) => c.run(&to),
        Command::Tag(c) => c.run(&to),
        Command::Draw(c) => c.run(&to),
        Command::Explain(c) => c.run(&to),
        Command::Check(c) => c.run(&to),
        Command::Eval(c) => c.run(&to),
        Command::Rules(c) => c.run(&to),
    };
    match outcome {
        Ok(Outcome::Done) | Err(Stop::Pipe) => 0,
        Ok(Outcome::Differs) => 1,
        Ok(Outcome::SomeFailed) => 2,
        Err(Stop::Failed(message)) => {
            to.error(&message);
            2
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn arguments_are_consistent() {
        super::Cli::command().debug_assert();
    }
}
