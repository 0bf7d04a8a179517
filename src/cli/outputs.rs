//! What the commands write: file names, folders, and the care for what a person has edited.

use super::message::Stop;
use super::stored;
use dateline::export::Format;
use dateline::timeline::Timeline;
use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

/// A folder to write into, and the names already given away in it.
pub struct Folder {
    path: PathBuf,
    taken: HashSet<String>,
}

impl Folder {
    pub fn new(path: &Path) -> Folder {
        Folder {
            path: path.to_owned(),
            taken: HashSet::new(),
        }
    }

    /// The name of an output; a second input of the same name gets `-2`. Case is no difference: on some systems both
    /// would be one file.
    pub fn name(&mut self, stem: &str) -> String {
        let mut name = stem.to_owned();
        let mut n = 1;
        while !self.taken.insert(name.to_lowercase()) {
            n += 1;
            name = format!("{stem}-{n}");
        }
        name
    }

    /// Writes a timeline in each format and says where. All of it is made, and nothing in the way, before the first
    /// file is written.
    pub fn write(
        &self,
        name: &str,
        timeline: &Timeline,
        formats: &[&dyn Format],
        force: bool,
    ) -> Result<Vec<String>, Stop> {
        let mut files = Vec::new();
        for format in formats {
            let made = format.files(timeline)?;
            let count = made.len();
            for (i, content) in made.into_iter().enumerate() {
                let page = if count > 1 {
                    format!("-page-{}", i + 1)
                } else {
                    String::new()
                };
                let path = self.path.join(format!("{name}{page}.{}", format.name()));
                if format.name() == "json" && !force {
                    refuse_edited(&path)?;
                }
                files.push((path, content));
            }
        }
        self.make()?;
        let mut written = Vec::new();
        for (path, content) in files {
            write_file(&path, &content)?;
            written.push(path.display().to_string());
        }
        Ok(written)
    }

    /// Writes one file and says where.
    pub fn write_text(&self, file: &str, content: &str) -> Result<String, Stop> {
        self.make()?;
        let path = self.path.join(file);
        write_file(&path, content.as_bytes())?;
        Ok(path.display().to_string())
    }

    fn make(&self) -> Result<(), Stop> {
        std::fs::create_dir_all(&self.path).map_err(|e| {
            Stop::Failed(format!(
                "{}: this folder can't be made: {}; choose another with --out",
                self.path.display(),
                hindrance(&e)
            ))
        })
    }
}

/// What is in the way of writing.
fn hindrance(e: &io::Error) -> String {
    match e.kind() {
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
            "a file stands where a folder should be".into()
        }
        io::ErrorKind::IsADirectory => "a folder of that name stands there".into(),
        io::ErrorKind::NotFound => "nothing can be made there".into(),
        io::ErrorKind::PermissionDenied => "it needs other permissions".into(),
        _ => e.to_string(),
    }
}

/// Writes a file or says what hinders.
pub fn write_file(path: &Path, content: &[u8]) -> Result<(), Stop> {
    std::fs::write(path, content).map_err(|e| {
        Stop::Failed(format!(
            "{}: can't be written: {}; choose another folder with --out",
            path.display(),
            hindrance(&e)
        ))
    })
}

/// An edit is hours of somebody's work; only `--force` may take it away.
fn refuse_edited(path: &Path) -> Result<(), Stop> {
    let shown = path.display();
    let old = match std::fs::read(path) {
        Ok(old) => old,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        // Whatever else is there, writing to it will say.
        Err(_) => return Ok(()),
    };
    let ours = std::str::from_utf8(&old).is_ok_and(stored::is_as_written);
    if ours {
        return Ok(());
    }
    Err(Stop::Failed(format!(
        "{shown}: edited since it was written, so it is kept; draw it with `dateline draw {shown}`, or overwrite it with --force"
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_clash() {
        let mut folder = Folder::new(Path::new("output"));
        let names: Vec<_> = ["a", "b", "A", "a", "a-2"]
            .iter()
            .map(|n| folder.name(n))
            .collect();
        assert_eq!(names, ["a", "b", "A-2", "a-3", "a-2-2"]);
    }
}
