"""Times of day and weekdays: said only when there is enough, and as SQLite counts them."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.rhythm import rhythm
from tests.logic.logs import Entry, ask, entries, number

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

GROUPS = {
    "weekday": "(CAST(strftime('%w', local_date) AS INTEGER) + 6) % 7",
    "part": "CAST(strftime('%H', at) AS INTEGER) / 6",
}

MIDDLES = """
WITH ranked AS (
  SELECT local_date, {group} AS of, {field} AS value,
    ROW_NUMBER() OVER (PARTITION BY local_date, {group} ORDER BY {field}) AS rank,
    COUNT(*) OVER (PARTITION BY local_date, {group}) AS count
  FROM moodentry WHERE {field} IS NOT NULL),
days AS (
  SELECT of, AVG(value) AS value FROM ranked
  WHERE rank IN ((count + 1) / 2, (count + 2) / 2) GROUP BY local_date, of),
ranked_days AS (
  SELECT of, value, ROW_NUMBER() OVER (PARTITION BY of ORDER BY value) AS rank,
    COUNT(*) OVER (PARTITION BY of) AS count FROM days)
SELECT of, count AS days, CAST(AVG(value) * 2 + 0.5 AS INTEGER) / 2.0 AS middle FROM ranked_days
WHERE rank IN ((count + 1) / 2, (count + 2) / 2) GROUP BY of ORDER BY of"""

kinds = st.sampled_from(["weekday", "part"])
fields = st.sampled_from(["mood", "urge"])


def evenings(days: int, urge: int, otherwise: int) -> list[Entry]:
    """A log with one entry at noon and one in the evening of each day."""
    return [
        {"day": number(day), "hour": hour, "urge": value}
        for day in range(days)
        for hour, value in ((12, otherwise), (20, urge))
    ]


def stands(log: list[Entry], kind: str = "part") -> list[str]:
    return [group["stands"] for group in rhythm(log, "urge", kind)]


def test_evenings_with_stronger_urges_stand_out() -> None:
    assert stands(evenings(6, 8, 2)) == ["", "", "lower", "higher"]


def test_nothing_is_said_of_fewer_than_six_days() -> None:
    assert stands(evenings(5, 10, 0)) == [""] * 4


def test_nothing_is_said_where_all_is_alike() -> None:
    assert stands(evenings(50, 5, 5)) == [""] * 4
    assert stands(evenings(50, 5, 5), "weekday") == [""] * 7


def test_many_entries_of_one_day_are_one_day() -> None:
    assert stands(evenings(1, 9, 1) * 30) == [""] * 4


def test_an_interval_of_six_days_reaches_from_the_least_to_the_most() -> None:
    log = evenings(6, 8, 2)
    # One evening like the middle of the day is enough for the two to touch.
    assert stands([*log[:-1], log[-1] | {"urge": 2}]) == [""] * 4


@pytest.mark.parametrize("kind", list(GROUPS))
@given(log=entries(), field=fields)
@settings(deadline=None, max_examples=60)
def test_the_middles_are_those_that_sqlite_finds(kind: str, log: list[Entry], field: str) -> None:
    found = ask(MIDDLES.format(group=GROUPS[kind], field=field), log)
    ours = [
        {"of": of, "days": group["days"], "middle": group["middle"]}
        for of, group in enumerate(rhythm(log, field, kind))
        if group["days"] > 0
    ]
    assert ours == found


@given(st.lists(st.tuples(entries(14, 120), fields, kinds), min_size=5, max_size=15))
@settings(deadline=None, max_examples=20)
def test_browser_and_python_agree_on_the_rhythm(
    in_browser: InBrowser, cases: list[tuple[list[Entry], str, str]]
) -> None:
    assert in_browser("rhythm.js", "rhythm", cases) == [rhythm(*case) for case in cases]
