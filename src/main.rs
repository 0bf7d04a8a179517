//! The command line of `dateline`. Exit codes: 0 done, 1 `check` found a difference, 2 wrong use or an unreadable
//! input.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(cli::run(std::env::args_os()))
}
