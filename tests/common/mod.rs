//! The program as a process. Each test binary uses a part of this.
#![allow(dead_code)]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a run left behind.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// The program in a folder, with an input.
pub fn run_in(folder: &Path, args: &[&str], stdin: &[u8]) -> Run {
    run_with(folder, args, stdin, &[])
}

pub fn run_with(folder: &Path, args: &[&str], stdin: &[u8], env: &[(&str, &str)]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.current_dir(folder).args(args).env_remove("NO_COLOR");
    command.env("COLUMNS", "100").envs(env.iter().copied());
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut input = child.stdin.take().expect("a pipe");
    let bytes = stdin.to_vec();
    let writer = std::thread::spawn(move || {
        // A program that refuses its arguments reads nothing.
        let _ = input.write_all(&bytes);
    });
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the input is written");
    Run {
        code: output.status.code().expect("it was not killed"),
        out: String::from_utf8(output.stdout).expect("UTF-8 on stdout"),
        err: String::from_utf8(output.stderr).expect("UTF-8 on stderr"),
    }
}

pub fn run(args: &[&str]) -> Run {
    run_in(Path::new(env!("CARGO_MANIFEST_DIR")), args, b"")
}

/// Fails, and every one of the words stands in the message.
pub fn refused(run: &Run, words: &[&str]) {
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.lines().any(|l| l.starts_with("error: ")), "{}", run.err);
    for word in words {
        assert!(run.err.contains(word), "no `{word}` in: {}", run.err);
    }
    assert!(!run.err.contains("panicked"), "{}", run.err);
}
