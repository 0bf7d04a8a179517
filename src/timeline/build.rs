use super::model::{DocumentInfo, SCHEMA, Timeline, TimelineOptions};
use super::order::{keep_top, sort, wanted};
use super::{merge, salience};
use crate::statement::statements;
use crate::tagged::Tagged;
use crate::time::Moment;

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
    timeline.events = merge::merge(timeline.events, &timeline.documents);
    salience::rate(&mut timeline.events);
    let all = timeline.events.len();
    timeline
        .events
        .retain(|e| wanted(e, request.since, request.until));
    timeline.options.left_out = all - timeline.events.len();
    sort(&mut timeline.events);
    for (i, e) in timeline.events.iter_mut().enumerate() {
        e.id = format!("e{}", i + 1);
    }
    merge::tell_conflicts(&mut timeline.events, &timeline.documents);
    for (i, u) in timeline.undated.iter_mut().enumerate() {
        u.id = format!("u{}", i + 1);
    }
    if let Some(top) = request.top {
        keep_top(&mut timeline, top);
    }
    timeline
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
