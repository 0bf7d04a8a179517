//! The only code that prints.

use super::options::{ColorOutput, MessageArgs};
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

/// Why a command ends before its end.
pub enum Stop {
    /// The reader of our output has gone (`dateline rules | head`): no error.
    Pipe,
    /// What happened, where, and what to do about it.
    Failed(String),
}

impl Stop {
    pub fn failed(message: impl Display) -> Stop {
        Stop::Failed(message.to_string())
    }
}

impl From<dateline::export::ExportError> for Stop {
    fn from(e: dateline::export::ExportError) -> Stop {
        Stop::failed(e)
    }
}

/// Standard output and standard error, with what is known about them.
pub struct Messages {
    quiet: bool,
    color_out: bool,
    color_err: bool,
    progress: bool,
}

#[derive(Clone, Copy)]
pub enum Ink {
    Bold,
    Dim,
    Yellow,
    Red,
}

impl Ink {
    fn code(self) -> &'static str {
        match self {
            Ink::Bold => "\x1b[1m",
            Ink::Dim => "\x1b[2m",
            Ink::Yellow => "\x1b[33m",
            Ink::Red => "\x1b[31m",
        }
    }
}

/// Text of a document must not steer the terminal: control characters become blanks.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

impl Messages {
    pub fn new(args: &MessageArgs) -> Messages {
        // https://no-color.org: any value but the empty one. An explicit option outranks it.
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty());
        let color = |terminal: bool| match args.color_output {
            ColorOutput::Always => true,
            ColorOutput::Never => false,
            ColorOutput::Auto => terminal && wanted,
        };
        Messages {
            quiet: args.quiet,
            color_out: color(io::stdout().is_terminal()),
            color_err: color(io::stderr().is_terminal()),
            progress: io::stderr().is_terminal() && !args.quiet,
        }
    }

    pub fn quiet(&self) -> bool {
        self.quiet
    }

    /// How many columns a table may take.
    pub fn width(&self) -> usize {
        let terminal = terminal_size::terminal_size().map(|(w, _)| usize::from(w.0));
        let told = || std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
        terminal.or_else(told).unwrap_or(100).clamp(40, 200)
    }

    /// Words of our standard output in a colour, where it takes one.
    pub fn ink(&self, ink: Ink, words: &str) -> String {
        paint(self.color_out, ink, words)
    }

    /// Writes to standard output as it stands, with a line end.
    pub fn line(&self, text: &str) -> Result<(), Stop> {
        let mut out = io::stdout().lock();
        let written = out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n"));
        written.map_err(Messages::stopped)
    }

    /// Has one line written to standard output piece by piece, so that a long one is never held as a whole.
    pub fn write_line(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Stop> {
        let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
        let written = write(&mut out).and_then(|()| out.write_all(b"\n"));
        written.and_then(|()| out.flush()).map_err(Messages::stopped)
    }

    /// Writes lines to standard output as they stand, and sends them off.
    pub fn bytes(&self, lines: &[u8]) -> Result<(), Stop> {
        let mut out = io::stdout().lock();
        let written = out.write_all(lines).and_then(|()| out.flush());
        written.map_err(Messages::stopped)
    }

    /// Makes sure that what was written has arrived.
    pub fn flush(&self) -> Result<(), Stop> {
        io::stdout().lock().flush().map_err(Messages::stopped)
    }

    fn stopped(e: io::Error) -> Stop {
        match e.kind() {
            io::ErrorKind::BrokenPipe => Stop::Pipe,
            _ => Stop::Failed(format!("standard output can't be written: {e}")),
        }
    }

    pub fn error(&self, message: &str) {
        self.tell(&paint(self.color_err, Ink::Red, "error:"), message);
    }

    pub fn warn(&self, place: &str, message: &str) {
        if !self.quiet {
            let message = format!("{place}: {message}");
            self.tell(&paint(self.color_err, Ink::Yellow, "warning:"), &message);
        }
    }

    /// One line that is written over; nothing where nobody watches.
    pub fn progress(&self, done: usize, of: usize, name: &str) {
        if self.progress && of > 1 {
            let name: String = printable(name).chars().take(60).collect();
            let _ = write!(io::stderr().lock(), "\r\x1b[K{}/{of} {name}", done + 1);
        }
    }

    /// How many rows are done: their number is not known before the last, so there is no share to show. Nothing where
    /// the rows themselves run over the terminal.
    pub fn rows(&self, done: usize) {
        if self.progress && !io::stdout().is_terminal() {
            let _ = write!(io::stderr().lock(), "\r\x1b[K{done} rows");
        }
    }

    pub fn end_progress(&self) {
        if self.progress {
            let _ = write!(io::stderr().lock(), "\r\x1b[K");
        }
    }

    // A message that can't be told has no one to be told to.
    fn tell(&self, label: &str, message: &str) {
        self.end_progress();
        let _ = writeln!(io::stderr().lock(), "{label} {}", printable(message));
    }
}

fn paint(color: bool, ink: Ink, words: &str) -> String {
    if color {
        format!("{}{words}\x1b[0m", ink.code())
    } else {
        words.to_owned()
    }
}
