//! The publication date: from the option, the page's metadata, a date line of the text, the URL.

mod date_line;
mod find;
mod log;
mod model;
mod title_line;
mod years;

pub use date_line::{DateLine, completed, date_lines, stretches};
pub use find::find;
pub use log::{Log, log};
pub use model::{Published, PublishedFrom};
pub use years::under_years;
