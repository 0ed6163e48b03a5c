"""What was noted together: counts as SQLite finds them, and nothing said of too little."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.together import around, feelings, helped, wilson
from tests.logic.logs import Entry, answers, ask, entries, number

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

AROUND = """
WITH noted AS (
  SELECT DISTINCT entry.id, word.value AS key, entry.urge >= 7 AS strong
  FROM moodentry AS entry, json_each(entry.triggers) AS word
  WHERE entry.urge IS NOT NULL AND word.value IS NOT NULL),
whole AS (SELECT COUNT(*) AS count, TOTAL(urge >= 7) AS strong FROM moodentry
  WHERE urge IS NOT NULL)
SELECT key, COUNT(*) AS entries, SUM(noted.strong) AS strong,
  whole.count - COUNT(*) AS others, CAST(whole.strong - SUM(noted.strong) AS INTEGER)
    AS others_strong
FROM noted, whole GROUP BY key ORDER BY key"""

HELPED = """
WITH said AS (SELECT card AS key, COUNT(*) AS times, SUM(helped > 0) AS helped FROM cardoutcome
  GROUP BY card),
noted AS (SELECT word.value AS key, COUNT(DISTINCT entry.id) AS noted
  FROM moodentry AS entry, json_each(entry.helped) AS word
  WHERE word.value IS NOT NULL GROUP BY word.value),
every AS (SELECT key FROM said UNION SELECT key FROM noted)
SELECT key, COALESCE(times, 0) AS times, COALESCE(helped, 0) AS helped, COALESCE(noted, 0) AS noted
FROM every LEFT JOIN said USING (key) LEFT JOIN noted USING (key) ORDER BY key"""

FEELINGS = """
WITH named AS (SELECT DISTINCT entry.id, word.value AS key
  FROM moodentry AS entry, json_each(entry.feelings) AS word
  WHERE word.value IS NOT NULL)
SELECT key, COUNT(*) AS entries, (SELECT COUNT(DISTINCT id) FROM named) AS of
FROM named GROUP BY key ORDER BY key"""


def with_and_without(strong: int, weak: int, others_strong: int, others_weak: int) -> list[Entry]:
    """A log in which school was around, or was not, when urges were strong and when not."""
    return [
        {"day": number(0), "hour": 1, "urge": urge, "triggers": triggers}
        for count, urge, triggers in (
            (strong, 8, ["school"]),
            (weak, 2, ["school"]),
            (others_strong, 8, []),
            (others_weak, 2, []),
        )
        for _time in range(count)
    ]


def by_key(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: row["key"])


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    # Newcombe, Two-sided confidence intervals for the single proportion, Statistics in
    # Medicine 17, 1998, table I, method 3.
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_the_published_one(part: int, whole: int, low: float, high: float) -> None:
    found = wilson(part, whole)
    assert found["low"] == pytest.approx(low, abs=5e-5)
    assert found["high"] == pytest.approx(high, abs=5e-5)


@given(st.integers(0, 300), st.integers(0, 300))
def test_the_share_lies_in_its_interval(part: int, more: int) -> None:
    found = wilson(part, part + more)
    share = part / (part + more) if part + more else 0.5
    assert found["low"] - 1e-12 <= share <= found["high"] + 1e-12
    assert math.isfinite(found["low"])


def test_what_was_around_far_more_often_with_strong_urges_stands_out() -> None:
    row = around(with_and_without(7, 1, 1, 12))[0]
    assert row == {
        "key": "school",
        "entries": 8,
        "strong": 7,
        "others": 13,
        "others_strong": 1,
        "stands": True,
    }


@pytest.mark.parametrize("log", [(5, 0, 0, 30), (30, 0, 0, 5), (4, 4, 6, 7), (0, 8, 0, 13)])
def test_nothing_stands_out_of_too_little_or_of_no_difference(
    log: tuple[int, int, int, int],
) -> None:
    assert not around(with_and_without(*log))[0]["stands"]


def test_eighteen_of_twenty_comes_before_three_of_three() -> None:
    log = [{"card": "b", "helped": 2}] * 3 + [{"card": "a", "helped": 1}] * 18
    rows = helped([*log, {"card": "a", "helped": 0}, {"card": "a", "helped": 0}], [])
    assert [(row["key"], row["helped"], row["times"]) for row in rows] == [
        ("a", 18, 20),
        ("b", 3, 3),
    ]


@given(entries(), answers)
@settings(deadline=None, max_examples=80)
def test_the_counts_are_those_that_sqlite_finds(log: list[Entry], said: list[Entry]) -> None:
    ours = [{key: row[key] for key in row if key != "stands"} for row in around(log)]
    assert by_key(ours) == by_key(ask(AROUND, log))
    assert by_key(helped(said, log)) == by_key(ask(HELPED, log, said))
    assert by_key(feelings(log)) == by_key(ask(FEELINGS, log))


@given(st.lists(st.tuples(entries(), answers), min_size=5, max_size=15))
@settings(deadline=None, max_examples=20)
def test_browser_and_python_agree_on_what_came_together(
    in_browser: InBrowser, cases: list[tuple[list[Entry], list[Entry]]]
) -> None:
    logs = [(log,) for log, _said in cases]
    assert in_browser("together.js", "around", logs) == [around(*one) for one in logs]
    assert in_browser("together.js", "feelings", logs) == [feelings(*one) for one in logs]
    both = [(said, log) for log, said in cases]
    assert in_browser("together.js", "helped", both) == [helped(*one) for one in both]
