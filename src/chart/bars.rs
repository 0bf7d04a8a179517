//! Bars with their places on a page. A bar that begins or ends on another page runs to the edge of the axis.

use super::items::Group;
use super::layout::Layout;
use super::marks::{Shape, stub};
use super::theme::Tone;
use super::widths::Tenths;

/// A bar on a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlacedBar {
    /// Which group it belongs to.
    pub index: usize,
    /// Where and how it is drawn; `None` where all lanes are taken.
    pub shape: Option<Shape>,
    /// Its colour.
    pub tone: Tone,
    /// The dot that it is connected with, where that is on the page.
    pub dot: Option<Tenths>,
}

/// The bars of a page, in the order of their groups.
pub(super) fn bars(layout: &Layout<'_>) -> Vec<PlacedBar> {
    let plan = layout.plan;
    let mut is_here = vec![false; plan.items.groups.len()];
    for placed in &layout.groups {
        if let Some(here) = is_here.get_mut(placed.index) {
            *here = true;
        }
    }
    let groups = plan.items.groups.iter().zip(is_here).enumerate();
    groups
        .filter_map(|(i, (group, here))| bar(layout, i, group, here))
        .collect()
}

fn bar(layout: &Layout<'_>, index: usize, group: &Group, here: bool) -> Option<PlacedBar> {
    let (plan, axis) = (layout.plan, &layout.axis);
    let (bar, anchor) = (group.bar?, group.anchor?);
    let from = bar.from.unwrap_or(anchor);
    // Without an end it goes on to the last publication after it, as far as it is known to, or to the axis' end.
    let still = || plan.items.still(anchor);
    let to = bar.to.or_else(still).unwrap_or(plan.axis.ends().1);
    let (first, last) = axis.ends();
    if !(here || from < last && to > first) {
        return None;
    }
    let dot = layout.top + axis.y(anchor);
    let (mut top, mut bottom) = (layout.top + axis.y(from), layout.top + axis.y(to));
    let open_top = here && bar.from.is_none();
    if open_top {
        top = stub(dot, true);
    }
    let open_bottom = bar.to.is_none() && to <= last;
    if open_bottom && here {
        bottom = bottom.max(stub(dot, false));
    }
    let shape = plan.lanes.get(index).copied().flatten().map(|lane| Shape {
        x: layout.cols.lane(lane),
        wide: layout.cols.bar,
        top,
        bottom,
        open_top,
        open_bottom,
        fill: bar.fill,
        approx: group.approx && from >= first && to <= last,
    });
    if shape.is_none() && !here {
        return None;
    }
    Some(PlacedBar {
        index,
        shape,
        tone: plan.paint.group(group),
        dot: here.then_some(dot),
    })
}
