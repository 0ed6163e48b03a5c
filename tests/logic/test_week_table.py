"""The table for someone else holds what was strongest on each day."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.week_table import day_rows
from tests.logic.logs import Entry, ask, entries, number

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

STRONGEST = """
SELECT CAST((julianday(local_date) - 2440587.5 - :first) / :width AS INTEGER) AS row,
  COUNT(*) AS entries, MIN(mood) AS low, MAX(mood) AS high, MAX(urge) AS urge FROM moodentry
WHERE julianday(local_date) - 2440587.5 BETWEEN :first AND :last GROUP BY row ORDER BY row"""


def test_each_day_has_a_line_with_its_strongest_urge_and_each_word_once() -> None:
    log = [
        {"day": number(1), "hour": 8, "mood": 4, "urge": 3, "feelings": ["sad", "alone"]},
        {"day": number(1), "hour": 9, "mood": 2, "urge": 6, "feelings": ["sad"]},
    ]
    rows = day_rows(log, number(0), number(6), 1)
    assert len(rows) == 7
    assert (rows[1]["low"], rows[1]["high"], rows[1]["urge"]) == (2, 4, 6)
    assert rows[1]["feelings"] == ["sad", "alone"]
    assert rows[0] == rows[2] | {"day": number(0)}


@pytest.mark.parametrize("width", [1, 7])
@given(log=entries())
@settings(deadline=None, max_examples=40)
def test_the_strongest_are_those_that_sqlite_finds(width: int, log: list[Entry]) -> None:
    first, last = number(20), number(20 + 7 * 13 - 1)
    keys = ("entries", "low", "high", "urge")
    ours = [
        {"row": at, **{key: row[key] for key in keys}}
        for at, row in enumerate(day_rows(log, first, last, width))
        if row["entries"] > 0
    ]
    assert ours == ask(STRONGEST, log, first=first, last=last, width=width)


@given(st.lists(entries(), min_size=5, max_size=10))
@settings(deadline=None, max_examples=20)
def test_browser_and_python_agree_on_the_table(
    in_browser: InBrowser, logs: list[list[Entry]]
) -> None:
    calls = [(log, number(20), number(110), 7) for log in logs]
    assert in_browser("week_table.js", "day_rows", calls) == [day_rows(*one) for one in calls]
