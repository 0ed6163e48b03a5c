"""Mood and urge over time: the same in both runtimes, and as SQLite counts them."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.days import span_of
from pwa_app.logic.over_time import bins_of, chart_of
from tests.logic.logs import Entry, ask, entries, number

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

SPAN = {"first": number(0), "last": number(200), "width": 7}
widths = st.sampled_from([1, 7, 28])

MIDDLES = """
WITH said AS (
  SELECT julianday(local_date) - 2440587.5 AS day, {field} AS value FROM moodentry
  WHERE {field} IS NOT NULL),
ranked AS (
  SELECT day, value, ROW_NUMBER() OVER (PARTITION BY day ORDER BY value) AS rank,
    COUNT(*) OVER (PARTITION BY day) AS count FROM said),
days AS (
  SELECT day, AVG(value) AS value, CAST((day - :first) / :width AS INTEGER) AS bin FROM ranked
  WHERE rank IN ((count + 1) / 2, (count + 2) / 2) GROUP BY day),
ranked_days AS (
  SELECT bin, value, ROW_NUMBER() OVER (PARTITION BY bin ORDER BY value) AS rank,
    COUNT(*) OVER (PARTITION BY bin) AS count FROM days WHERE day BETWEEN :first AND :last)
SELECT bin, CAST(AVG(value) * 2 + 0.5 AS INTEGER) / 2.0 AS middle FROM ranked_days
WHERE rank IN ((count + 1) / 2, (count + 2) / 2) GROUP BY bin ORDER BY bin"""


def entry(day: int, **parts: Any) -> Entry:
    return {"day": number(day), "hour": 12, **parts}


def bins(log: list[Entry], width: int = 7) -> list[Entry]:
    return bins_of(log, SPAN["first"], SPAN["last"], width)


def test_a_day_counts_once_however_often_it_was_written_about() -> None:
    log = [entry(0, mood=1)] * 5 + [entry(1, mood=4), entry(2, mood=4)]
    assert bins(log)[0] == {"day": number(0), "entries": 7, "mood": 4, "urge": None}


def test_the_middle_of_two_answers_lies_between_them() -> None:
    assert bins([entry(0, mood=1), entry(0, mood=4)], width=1)[0]["mood"] == 2.5


def test_entries_outside_the_look_back_do_not_count() -> None:
    assert bins([entry(-1, mood=1), entry(201, mood=1)]) == []


def test_a_gap_in_the_log_is_a_gap_in_the_line() -> None:
    log = [entry(day, mood=3) for day in (0, 1, 2, 9, 10, 20)]
    chart = chart_of(bins(log, 1), "mood", {**SPAN, "width": 1}, 1, 5)
    assert [len(line.split(" ")) for line in chart["lines"]] == [3, 2]
    assert len(chart["points"]) == 6


def test_better_is_higher_and_later_is_further() -> None:
    log = [entry(0, mood=1), entry(100, mood=3), entry(200, mood=5)]
    points = chart_of(bins(log, 1), "mood", {**SPAN, "width": 1}, 1, 5)["points"]
    assert [point["y"] for point in points] == [930, 500, 70]
    assert points[0]["x"] < points[1]["x"] < points[2]["x"]


@given(entries())
def test_every_point_lies_on_the_drawing(log: list[Entry]) -> None:
    for field, least, most in (("mood", 1, 5), ("urge", 0, 10)):
        for point in chart_of(bins(log), field, SPAN, least, most)["points"]:
            assert 0 < point["x"] < 3200
            assert 0 < point["y"] < 1000


@pytest.mark.parametrize("field", ["mood", "urge"])
@given(entries(), widths)
@settings(deadline=None, max_examples=60)
def test_the_middles_are_those_that_sqlite_finds(field: str, log: list[Entry], width: int) -> None:
    span = span_of(150, number(180), 0) | {"width": width}
    first, last = span["first"], span["last"]
    found = ask(MIDDLES.format(field=field), log, first=first, last=last, width=width)
    ours = [
        {"bin": (one["day"] - first) // width, "middle": one[field]}
        for one in bins_of(log, first, last, width)
        if one[field] is not None
    ]
    assert ours == found


@given(st.lists(st.tuples(entries(), widths), min_size=5, max_size=15))
@settings(deadline=None, max_examples=20)
def test_browser_and_python_agree_over_time(
    in_browser: InBrowser, cases: list[tuple[list[Entry], int]]
) -> None:
    calls = [(log, SPAN["first"], SPAN["last"], width) for log, width in cases]
    expected = [bins_of(*call) for call in calls]
    assert in_browser("over_time.js", "bins_of", calls) == expected
    charts = [
        (found, "urge", SPAN | {"width": width}, 0, 10)
        for found, (_log, width) in zip(expected, cases, strict=True)
    ]
    assert in_browser("over_time.js", "chart_of", charts) == [chart_of(*one) for one in charts]
