use super::model::{DocumentInfo, SCHEMA, Timeline, TimelineOptions};
use super::order::{keep_top, sort, wanted};
use super::{merge, salience};
use crate::statement::statements;
use crate::tagged::Tagged;
use crate::time::Moment;
use std::collections::HashMap;

/// What a timeline is to show.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct TimelineRequest {
    /// Instead of the documents' own title.
    pub title: Option<String>,
    /// Only events that end after this moment.
    pub since: Option<Moment>,
    /// Only events that start before this moment.
    pub until: Option<Moment>,
    /// Only so many events, the most salient; the others are kept apart.
    pub top: Option<usize>,
}

/// Orders the statements of one or several documents into a timeline.
///
/// ```
/// use dateline::{Options, document::Document, tag, timeline::{TimelineRequest, timeline}};
/// let doc = Document::from_text("note", "The pier closed on Friday. It had opened in 1932.");
/// let tagged = tag(doc, &Options::new().published("2025-01-27".parse().unwrap()));
/// let t = timeline(&[tagged], &TimelineRequest::default());
/// let told: Vec<_> = t.events.iter().map(|e| (e.statement.as_str(), e.when.value.as_str())).collect();
/// assert_eq!(told, [("It had opened", "1932"), ("The pier closed", "2025-01-24")]);
/// ```
pub fn timeline(documents: &[Tagged], request: &TimelineRequest) -> Timeline {
    let mut timeline = Timeline {
        schema: SCHEMA.to_owned(),
        digest: String::new(),
        title: title(documents, request),
        options: TimelineOptions {
            since: request.since,
            until: request.until,
            top: None,
            left_out: 0,
        },
        documents: Vec::new(),
        events: Vec::new(),
        more: Vec::new(),
        undated: Vec::new(),
        warnings: Vec::new(),
    };
    for (i, tagged) in documents.iter().enumerate() {
        let id = format!("d{}", i + 1);
        let (mut events, mut undated) = statements(tagged, &id);
        timeline.events.append(&mut events);
        timeline.undated.append(&mut undated);
        timeline.warnings.extend(tagged.warnings.iter().cloned());
        timeline.documents.push(DocumentInfo {
            id,
            name: tagged.document.name.clone(),
            source: tagged.document.source.clone(),
            title: tagged.document.title.clone(),
            mode: tagged.mode.word().to_owned(),
            published: tagged.published.clone(),
        });
    }
    let (merged, moved) = merge::merge(timeline.events, &timeline.documents);
    timeline.events = merged;
    salience::rate(&mut timeline.events);
    let all = timeline.events.len();
    timeline
        .events
        .retain(|e| wanted(e, request.since, request.until));
    timeline.options.left_out = all - timeline.events.len();
    sort(&mut timeline.events);
    number(&mut timeline, moved);
    merge::tell_conflicts(&mut timeline.events, &timeline.documents);
    if let Some(top) = request.top {
        keep_top(&mut timeline, top);
    }
    timeline
}

/// Gives events and undated statements their ids, and has those that name each other keep to them. `moved` says which
/// id stands for one that was told twice. What was left out is named no more.
fn number(timeline: &mut Timeline, moved: Vec<(String, String)>) {
    let mut ids: HashMap<String, String> = HashMap::new();
    for (i, e) in timeline.events.iter_mut().enumerate() {
        let id = format!("e{}", i + 1);
        ids.insert(std::mem::replace(&mut e.id, id.clone()), id);
    }
    for (i, u) in timeline.undated.iter_mut().enumerate() {
        let id = format!("u{}", i + 1);
        ids.insert(std::mem::replace(&mut u.id, id.clone()), id);
    }
    for (gone, stays) in moved {
        if let Some(id) = ids.get(&stays).cloned() {
            ids.insert(gone, id);
        }
    }
    let new = |id: &Option<String>| ids.get(id.as_ref()?).cloned();
    for e in &mut timeline.events {
        e.anchor = new(&e.anchor);
    }
    for u in &mut timeline.undated {
        (u.after, u.before) = (new(&u.after), new(&u.before));
    }
}

fn title(documents: &[Tagged], request: &TimelineRequest) -> String {
    let first = documents.first().map(|t| &t.document);
    let several = (documents.len() > 1).then(|| format!("Timeline of {} documents", documents.len()));
    request
        .title
        .clone()
        .or(several)
        .or_else(|| first?.title.clone())
        .or_else(|| first.map(|d| d.name.clone()))
        .unwrap_or_default()
}
