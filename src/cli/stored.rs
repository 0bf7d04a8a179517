//! A timeline's JSON as it lies on disk: telling an edit, leaving events out.

use dateline::page::Article;
use dateline::time::Moment;
use dateline::timeline::{Timeline, is_untouched};
use serde::Deserialize;

/// Whether the JSON is one of ours that nobody has touched since. Taken as it stands: [`dateline::timeline::read`]
/// would already mend it.
pub fn is_as_written(json: &str) -> bool {
    serde_json::from_str::<Timeline>(json).is_ok_and(|t| is_untouched(&t))
}

/// Keeps the events that end after `since` and start before `until`, and counts the others. Those beyond `top` are asked
/// the same: a larger `top` takes them back.
pub fn keep(timeline: &mut Timeline, since: Option<Moment>, until: Option<Moment>) {
    let Timeline { events, more, .. } = timeline;
    let mut left_out = 0;
    for list in [events, more] {
        let before = list.len();
        list.retain(|e| {
            let ends_after = |s: Moment| e.when.end.is_none_or(|end| end.compare(s).is_gt());
            let starts_before = |u: Moment| e.when.start.is_none_or(|start| start.compare(u).is_lt());
            since.is_none_or(ends_after) && until.is_none_or(starts_before)
        });
        left_out += before - list.len();
    }
    timeline.options.left_out += left_out;
    timeline.options.since = since.or(timeline.options.since);
    timeline.options.until = until.or(timeline.options.until);
}

/// The texts that a JSON of `events --with-text` holds, with their expressions marked; none unless each document has
/// its own, for an article must not stand beside another's dates.
pub fn articles(json: &str, timeline: &Timeline) -> Vec<Article> {
    #[derive(Deserialize)]
    struct Stored {
        documents: Vec<Document>,
    }
    #[derive(Deserialize)]
    struct Document {
        id: String,
        text: Option<String>,
    }
    let Ok(stored) = serde_json::from_str::<Stored>(json) else {
        return Vec::new();
    };
    let documents = stored.documents.iter();
    let articles = documents.map(|d| Some(Article::stored(timeline, &d.id, d.text.as_deref()?)));
    articles.collect::<Option<Vec<_>>>().unwrap_or_default()
}
