//! What the commands read: files, folders and standard input.

use super::Outcome;
use super::message::{Messages, Stop};
use clap::Args;
use dateline::document::{Document, ReadOptions, read};
use dateline::{Options, Tagged, tag};
use std::collections::HashSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Extensions of texts, for those that are taken out of a folder.
const TEXTS: [&str; 8] = ["txt", "md", "markdown", "html", "htm", "xhtml", "tml", "xml"];

#[derive(Args)]
pub struct InputArgs {
    /// Text files (.txt, .md, .html, .tml), folders of them, or - for standard input
    #[arg(value_name = "INPUT", required = true)]
    inputs: Vec<PathBuf>,
}

/// One thing to read, or why there is none.
type Found = Result<PathBuf, String>;

impl InputArgs {
    /// Whether all that is to be read is one file.
    pub fn is_single(&self) -> bool {
        matches!(self.found().as_slice(), [_])
    }

    /// The files that are read, each under its one true path.
    pub fn files(&self) -> HashSet<PathBuf> {
        let found = self.found();
        found
            .iter()
            .flatten()
            .filter_map(|path| path.canonicalize().ok())
            .collect()
    }

    /// Refuses all inputs but standard input: what `--jsonl` reads.
    pub fn only_stdin(&self, command: &str) -> Result<(), Stop> {
        match self.inputs.iter().find(|p| p.as_os_str() != "-") {
            None => Ok(()),
            Some(path) => Err(Stop::Failed(format!(
                "--jsonl reads standard input and opens no file: dateline {command} --jsonl < {}",
                path.display()
            ))),
        }
    }

    /// The inputs in order, folders opened.
    fn found(&self) -> Vec<Found> {
        let mut out = Vec::new();
        let mut stdin = false;
        for path in &self.inputs {
            let shown = path.display();
            if path.as_os_str() == "-" {
                out.push(match stdin {
                    false => Ok(path.clone()),
                    true => Err("-: standard input can be read once only; give it once".into()),
                });
                stdin = true;
            } else if path.to_string_lossy().contains("://") {
                out.push(Err(format!(
                    "{shown}: this is a web address, and nothing is fetched; save the page first: curl -L -o page.html {shown}"
                )));
            } else if path.is_dir() {
                out.extend(texts_of(path));
            } else {
                out.push(Ok(path.clone()));
            }
        }
        out
    }

    /// Reads and tags each input and hands it on. What can't be read is named, and the rest goes on.
    pub fn each(
        &self,
        to: &Messages,
        options: &Options,
        mut with: impl FnMut(Tagged) -> Result<(), Stop>,
    ) -> Result<Outcome, Stop> {
        let found = self.found();
        let mut all_good = true;
        for (i, input) in found.iter().enumerate() {
            let document = input.clone().and_then(|path| {
                to.progress(i, found.len(), &path.display().to_string());
                open(&path, options.text_only)
            });
            let done = document.map_err(Stop::Failed).and_then(|document| {
                let tagged = tag(document, options);
                warn(to, &tagged);
                with(tagged)
            });
            match done {
                Ok(()) => {}
                Err(Stop::Pipe) => return Err(Stop::Pipe),
                Err(Stop::Failed(message)) => {
                    to.error(&message);
                    all_good = false;
                }
            }
        }
        to.end_progress();
        to.flush()?;
        Ok(Outcome::of(all_good))
    }
}

/// The texts of a folder, sorted by name.
fn texts_of(folder: &Path) -> Vec<Found> {
    let shown = folder.display();
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) => return vec![Err(format!("{shown}: the folder can't be read: {e}"))],
    };
    let is_text = |p: &PathBuf| {
        let extension = p.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
        p.is_file() && extension.is_some_and(|e| TEXTS.contains(&e.as_str()))
    };
    let mut texts: Vec<PathBuf> = entries.flatten().map(|e| e.path()).filter(is_text).collect();
    texts.sort();
    if texts.is_empty() {
        let kinds = TEXTS.join(", .");
        return vec![Err(format!(
            "{shown}: no text in this folder; looked for .{kinds}; name the files to read others"
        ))];
    }
    texts.into_iter().map(Ok).collect()
}

fn open(path: &Path, text_only: bool) -> Result<Document, String> {
    let shown = path.display().to_string();
    let extension = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
    if let Some("jsonl" | "ndjson") = extension.as_deref() {
        return Err(format!(
            "{shown}: rows of JSON come through standard input: dateline tag --jsonl < {shown} (or events --jsonl)"
        ));
    }
    let mut bytes = Vec::new();
    let opened = if shown == "-" {
        io::stdin().lock().read_to_end(&mut bytes).map(|_| ())
    } else {
        std::fs::read(path).map(|b| bytes = b)
    };
    opened.map_err(|e| format!("{shown}: {}", remedy(&e)))?;
    read(&bytes, &shown, &ReadOptions::default().text_only(text_only)).map_err(|e| format!("{shown}: {e}"))
}

/// What the system says, and what to do about it.
pub fn remedy(e: &io::Error) -> String {
    match e.kind() {
        io::ErrorKind::NotFound => {
            "there is no such file; look at the spelling and the folder you are in".into()
        }
        io::ErrorKind::PermissionDenied => format!("{e}; it needs other permissions"),
        io::ErrorKind::IsADirectory => "this is a folder; name a file in it".into(),
        io::ErrorKind::NotADirectory => {
            "a part of this path is a file and no folder; correct the path".into()
        }
        _ => e.to_string(),
    }
}

/// Tells a document's warnings, and that it holds no time expression.
fn warn(to: &Messages, tagged: &Tagged) {
    let source = &tagged.document.source;
    for warning in &tagged.warnings {
        to.warn(source, &warning.message);
    }
    let explained = ["empty", "not-english"];
    if tagged.mentions.is_empty()
        && !tagged
            .warnings
            .iter()
            .any(|w| explained.contains(&w.code.as_str()))
    {
        to.warn(source, "no time expression found");
    }
}
