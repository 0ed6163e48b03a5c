"""Charts as plain drawings; what they show also stands beside them as words and as a table."""

from typing import Any, Literal

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

Mark = Literal["dot", "square"]
Point = dict[str, int]

_GUIDES = "M0 70H3200M0 285H3200M0 500H3200M0 715H3200M0 930H3200"


def line_chart(
    points: ArrayVar[list[Point]],
    lines: ArrayVar[list[str]],
    *,
    mark: Mark,
    title: str,
    ends: tuple[str, str],
    dates: tuple[rx.Var[str], rx.Var[str]],
) -> rx.Component:
    """A line over time in a drawing of 3200 by 1000 units, with a mark for each value.

    Args:
        points: Where the marks are, `x` and `y`.
        lines: The points that are joined, as text; a gap between two lines is left empty.
        mark: Dots on a full line, or squares on a dashed one, so that colour is not needed.
        title: What it shows.
        ends: What the top and the foot mean.
        dates: The first and the last day.
    """
    return rx.el.figure(
        rx.el.figcaption(rx.el.b(title), rx.el.span(ends[0], class_name="small")),
        rx.el.svg(
            rx.el.svg.path(d=_GUIDES, class_name="guides"),
            rx.foreach(lines, lambda line: rx.el.svg.polyline(points=line)),
            rx.foreach(points, _dot if mark == "dot" else _square),
            view_box="0 0 3200 1000",
            aria_hidden=True,
            class_name=mark,
        ),
        rx.el.p(ends[1], class_name="small"),
        rx.el.p(rx.el.span(dates[0]), rx.el.span(dates[1]), class_name="small ends"),
        class_name="chart",
    )


def bar(share: rx.Var[Any]) -> rx.Component:
    """A bar for a share of 0 to 100, for the cell of a table that also says it in words."""
    return rx.el.svg(
        rx.el.svg.rect(width="100", height="8", class_name="rest"),
        rx.el.svg.rect(width=share.to(int), height="8", class_name="filled"),
        view_box="0 0 100 8",
        preserve_aspect_ratio="none",
        aria_hidden=True,
        class_name="bar",
    )


def table(caption: str, headings: list[str], *rows: rx.Component) -> rx.Component:
    """A table with a caption and a heading for each column."""
    return wide(
        rx.el.table(
            rx.el.caption(caption, class_name="small"),
            rx.el.thead(rx.el.tr(*(rx.el.th(heading, scope="col") for heading in headings))),
            rx.el.tbody(*rows),
        ),
        caption,
    )


def wide(part: rx.Component, name: str) -> rx.Component:
    """What may be wider than a phone: it is moved sideways by finger or keyboard, not the page."""
    return rx.el.div(part, class_name="wide", tab_index=0, role="region", aria_label=name)


def row(name: Any, *cells: Any) -> rx.Component:
    """A row of a table under its own heading."""
    return rx.el.tr(rx.el.th(name, scope="row"), *(rx.el.td(cell) for cell in cells))


def _dot(point: ObjectVar[Point]) -> rx.Component:
    return rx.el.svg.circle(cx=point["x"].to(int), cy=point["y"].to(int), r="38")


def _square(point: ObjectVar[Point]) -> rx.Component:
    return rx.el.svg.rect(
        x=point["x"].to(int) - 34, y=point["y"].to(int) - 34, width="68", height="68"
    )
