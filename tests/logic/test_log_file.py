"""Entries come back from a file as they were, and every line that cannot says why."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.log_file import (
    cells_of,
    columns,
    kind_of,
    read_daylio,
    read_own,
    sorted_out,
)

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]
Entry = dict[str, Any]

LISTS = ("feelings", "triggers", "helped")

FIRST = datetime(1900, 1, 1)
"""Nothing earlier is taken for the time of an entry."""

words = st.lists(st.sampled_from(["sad", "a row", "naïve; 😀"]), min_size=1, max_size=3)
entries = st.fixed_dictionaries(
    {
        "id": st.uuids().map(str),
        "local_date": st.dates(min_value=FIRST.date()).map(str),
        "at": st.datetimes(min_value=FIRST).map(lambda when: f"{when:%Y-%m-%dT%H:%M:%S}.000Z"),
    },
    optional={
        "mood": st.integers(1, 5),
        "urge": st.integers(0, 10),
        "note": st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(
            lambda text: text.strip(" \t\n")
        ),
        **dict.fromkeys(LISTS, words),
    },
)

TEXT = "2026-11-23 20:39:005.TZ;ampm gtradxö"
rows = st.fixed_dictionaries(
    {},
    optional={
        heading: st.one_of(
            st.text(TEXT, max_size=14),
            st.sampled_from(["2024-02-29", "2023-02-29", "8:39 pm", "20:39", "12:05 AM", "rad"]),
        )
        for heading in (
            *[column for column in columns() if column not in LISTS],
            *("full_date", "time", "activities", "note_title", "scales"),
        )
    },
)

OWN = {"local_date": "2026-11-23", "local_time": "20:39", "mood": "2"}
DAYLIO = {
    "full_date": "2026-11-23",
    "date": "November 23",
    "weekday": "Monday",
    "time": "8:39 pm",
    "mood": "meh",
    "activities": "work | a long walk",
    "note_title": "A day",
    "note": "One<br>two &amp; <b>three</b>",
}


def as_row(entry: Entry) -> Entry:
    """An entry as a line of the table, its lists as words again."""
    joined = {**entry, **{field: "joined" for field in LISTS if field in entry}}
    row: Entry = dict(zip(columns(), cells_of(joined, columns()), strict=True))
    return row | {field: entry.get(field, []) for field in LISTS}


@given(entries)
def test_an_entry_comes_back_as_it_was(entry: Entry) -> None:
    kept = {key: value for key, value in entry.items() if value != ""}
    expected = {"entry": kept} if len(kept) > 3 else {"reason": "empty", "value": ""}
    assert read_own(as_row(entry)) == expected


def test_columns_that_are_left_out_stay_empty() -> None:
    cells = cells_of(
        {"local_date": "2026-11-23", "note": "mine", "mood": 2}, ["local_date", "mood"]
    )
    assert cells == ["2026-11-23", "", "2", *[""] * 7]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"local_date": "23.11.2026"}, "date"),
        ({"local_date": "2026-02-29"}, "date"),
        ({"local_date": ""}, "date"),
        ({"local_time": "25:00"}, "time"),
        ({"local_time": "noon"}, "time"),
        ({"at": "2026-11-23T20:39:00+01:00"}, "moment"),
        ({"at": "yesterday"}, "moment"),
        ({"at": "2026-11-23T20:39:61Z"}, "moment"),
        ({"at": "2026-11-23T20:39:05.Z"}, "moment"),
        ({"mood": "6"}, "mood"),
        ({"mood": "2.5"}, "mood"),
        ({"urge": "11"}, "urge"),
        ({"urge": "-1"}, "urge"),
        ({"mood": ""}, "empty"),
        ({"note": "x" * 20_001}, "note"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(change: Entry, reason: str) -> None:
    assert read_own(OWN | change)["reason"] == reason


@pytest.mark.parametrize(
    ("time", "minute"),
    [("20:39", 1239), ("8:39 pm", 1239), ("8:39 p.m.", 1239), ("12:05 AM", 5), ("00:00:59", 0)],
)
def test_times_are_read_as_people_and_phones_write_them(time: str, minute: int) -> None:
    assert read_own(OWN | {"local_time": time})["entry"]["minute"] == minute


def test_a_day_without_a_time_is_put_at_noon() -> None:
    assert read_own(OWN | {"local_time": ""})["entry"]["minute"] == 720


def test_a_line_of_daylio_becomes_an_entry_with_all_it_says() -> None:
    assert read_daylio(DAYLIO) == {
        "entry": {
            "local_date": "2026-11-23",
            "minute": 1239,
            "mood": 3,
            "triggers": ["work", "a long walk"],
            "note": "A day\nOne\ntwo & three",
        }
    }


def test_a_mood_of_ones_own_in_daylio_is_kept_as_a_feeling() -> None:
    read = read_daylio(DAYLIO | {"mood": "Tired"})
    assert (read["entry"]["feelings"], read["own_mood"]) == (["Tired"], "Tired")
    assert "mood" not in read["entry"]


def test_tables_are_told_apart_by_their_headings() -> None:
    assert kind_of(columns()) == "own"
    assert kind_of(list(DAYLIO)) == "daylio"
    assert kind_of(["Date", "Amount"]) == ""


@given(st.lists(entries, max_size=8), st.lists(entries, max_size=8))
def test_what_is_there_already_is_found_once_and_nothing_is_lost(
    kept: list[Entry], more: list[Entry]
) -> None:
    again = sorted_out([*kept, *more, *more], kept)
    assert all(entry in again["already"] for entry in kept)
    assert len(again["fresh"]) <= len(more)
    assert len(again["fresh"]) + len(again["already"]) == len(kept) + 2 * len(more)


def test_the_same_moment_with_other_words_is_another_entry() -> None:
    one = {"id": "a", "at": "2026-11-23T20:39:00.000Z", "mood": 2}
    found = [{"at": "2026-11-23T20:39Z", "mood": 2}, {"at": "2026-11-23T20:39Z", "mood": 3}]
    sorted_found = sorted_out(found, [one])
    assert (sorted_found["already"], sorted_found["fresh"]) == (found[:1], found[1:])


@given(st.lists(rows, min_size=10, max_size=20), st.lists(entries, max_size=10))
@settings(deadline=None, max_examples=30)
def test_browser_and_python_agree_on_files(
    in_browser: InBrowser, some: list[Entry], log: list[Entry]
) -> None:
    calls = [(row,) for row in [*some, *[OWN | row for row in some], *map(as_row, log)]]
    assert in_browser("log_file.js", "read_own", calls) == [read_own(*one) for one in calls]
    daylio = [(DAYLIO | row,) for row in some]
    assert in_browser("log_file.js", "read_daylio", daylio) == [read_daylio(*o) for o in daylio]
    pair = [(log + log, log[:3])]
    assert in_browser("log_file.js", "sorted_out", pair) == [sorted_out(*pair[0])]
    assert in_browser("log_file.js", "kind_of", [(columns(),)]) == ["own"]
    cells = [(entry | dict.fromkeys(LISTS, "x"), columns()) for entry in log]
    assert in_browser("log_file.js", "cells_of", cells) == [cells_of(*one) for one in cells]
