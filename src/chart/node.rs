//! Elements that plotters can draw on our backend: points of a coordinate, and what to write at their places.

use super::svg::SemSvg;
use super::widths::Tenths;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingErrorKind};
use std::convert::Infallible;
use std::ops::Range;

/// Points that plotters maps to the canvas, and the writer that gets them mapped.
///
/// [`Drawable`] is implemented for our backend alone; that is what gives `write` its groups and titles.
pub(super) struct Node<C, F> {
    points: Vec<C>,
    write: F,
}

impl<C, F: Fn(&mut SemSvg<'_>, &[BackendCoord])> Node<C, F> {
    /// An element at some points.
    pub fn new(points: Vec<C>, write: F) -> Node<C, F> {
        Node { points, write }
    }
}

impl<'a, C: 'a, F> PointCollection<'a, C> for &'a Node<C, F> {
    type Point = &'a C;
    type IntoIter = &'a [C];

    fn point_iter(self) -> &'a [C] {
        &self.points
    }
}

impl<C, F: Fn(&mut SemSvg<'_>, &[BackendCoord])> Drawable<SemSvg<'_>> for Node<C, F> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        backend: &mut SemSvg<'_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let points: Vec<BackendCoord> = points.collect();
        (self.write)(backend, &points);
        Ok(())
    }
}

/// The coordinate of what already is a place on the canvas.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pixels(pub Tenths);

impl Ranged for Pixels {
    type FormatOption = NoDefaultFormatting;
    type ValueType = Tenths;

    fn map(&self, value: &Tenths, _: (i32, i32)) -> i32 {
        *value
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<Tenths> {
        Vec::new()
    }

    fn range(&self) -> Range<Tenths> {
        0..self.0
    }
}

impl ValueFormatter<Tenths> for Pixels {
    fn format(value: &Tenths) -> String {
        value.to_string()
    }
}
