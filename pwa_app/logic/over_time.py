"""Mood and urge over time: the middle of each day or week, and the lines of a chart.

The middle is the median, as mood and urge are steps of an order, whose distances nobody has
measured (Stevens, On the Theory of Scales of Measurement, Science 103, 1946). A day counts once
however often it was written about, so that a full day does not outweigh a short one: the middle
of a week is the median of the medians of its days, to the nearest half.

An entry is a dict ``{"day": 20780, "hour": 21, "mood": 2, "urge": 7}``; ``mood`` and ``urge`` may
be absent. See days.py for the numbers of days.
"""

from typing import Any

__all__ = ["bins_of", "chart_of"]

CHART_WIDTH = 3200
CHART_HEIGHT = 1000
MARGIN = 70
"""Sizes of the drawing, in its own units; whole, so that both runtimes write the same text."""


def bins_of(
    entries: list[dict[str, Any]], first: int, last: int, width: int
) -> list[dict[str, Any]]:
    """Give the middle mood and urge of each stretch of days that has entries.

    Args:
        entries: Entries; those before ``first`` or after ``last`` do not count.
        first: The first day.
        last: The last day.
        width: Days in a stretch.

    Returns:
        Stretches in order, each with its first ``day``, the number of ``entries``, and ``mood``
        and ``urge`` in steps of a half, None where nothing was said. Stretches without entries
        are left out.
    """
    days: list[dict[str, Any]] = [
        {"entries": 0, "mood": [], "urge": []} for _day in range(last - first + 1)
    ]
    for entry in entries:
        if first <= entry["day"] and entry["day"] <= last:
            _count(days[entry["day"] - first], entry)
    bins: list[dict[str, Any]] = []
    start = 0
    while start < len(days):
        stretch = days[start : start + width]
        count = 0
        for day in stretch:
            count = count + day["entries"]
        if count > 0:
            bins.append(
                {
                    "day": first + start,
                    "entries": count,
                    "mood": _middle_of_days(stretch, "mood"),
                    "urge": _middle_of_days(stretch, "urge"),
                }
            )
        start = start + width
    return bins


def chart_of(
    bins: list[dict[str, Any]], field: str, span: dict[str, Any], least: int, most: int
) -> dict[str, Any]:
    """Give the points and lines of a chart, in a drawing of 3200 by 1000 units.

    Args:
        bins: What ``bins_of`` gave.
        field: ``mood`` or ``urge``.
        span: What ``days.span_of`` gave.
        least: The value at the foot.
        most: The value at the top.

    Returns:
        ``points``, each with ``x`` and ``y``; and ``lines``, each the points it joins as text.
        A line ends where a stretch has no value: nobody knows what was between.
    """
    points: list[dict[str, Any]] = []
    lines: list[str] = []
    line: list[str] = []
    before = span["first"] - 2 * span["width"]
    for one in bins:
        value = one.get(field)
        if value is None:
            continue
        if one["day"] - before > span["width"]:
            _end(line, lines)
            line = []
        before = one["day"]
        across = 2 * (one["day"] - span["first"]) + span["width"]
        x = MARGIN + _rounded(
            across * (CHART_WIDTH - 2 * MARGIN), 2 * (span["last"] - span["first"] + 1)
        )
        # Values come in halves: doubled, they are whole.
        up = int(2 * (value - least))
        y = CHART_HEIGHT - MARGIN - _rounded(up * (CHART_HEIGHT - 2 * MARGIN), 2 * (most - least))
        points.append({"x": x, "y": y})
        line.append(str(x) + "," + str(y))
    _end(line, lines)
    return {"points": points, "lines": lines}


def _count(day: dict[str, Any], entry: dict[str, Any]) -> None:
    """Add an entry to its day."""
    day["entries"] = day["entries"] + 1
    if entry.get("mood") is not None:
        day["mood"].append(entry["mood"])
    if entry.get("urge") is not None:
        day["urge"].append(entry["urge"])


def _middle_of_days(days: list[dict[str, Any]], field: str) -> float | None:
    """Give the median of the days' medians to the nearest half, halves of it up."""
    medians = [_median(day[field]) for day in days if len(day[field]) > 0]
    if len(medians) == 0:
        return None
    return ((4 * _median(medians) + 1) // 2) / 2


def _median(values: list[float]) -> float:
    ordered = sorted(values, key=_itself)
    half = len(ordered) // 2
    if len(ordered) - 2 * half == 1:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def _itself(value: float) -> float:
    return value


def _end(line: list[str], lines: list[str]) -> None:
    """Keep a line that joins at least two points."""
    if len(line) > 1:
        lines.append(" ".join(line))


def _rounded(part: int, whole: int) -> int:
    """Divide whole numbers, halves up."""
    return (2 * part + whole) // (2 * whole)
