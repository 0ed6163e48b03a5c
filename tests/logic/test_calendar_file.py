"""A calendar file says when, gently, and nothing about what for."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.calendar_file import calendar_text

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

STAMP = "20261123T140500Z"
EPOCH = date(1970, 1, 1)

reminders = st.lists(
    st.fixed_dictionaries(
        {
            "uid": st.uuids().map(str),
            "time": st.times().map(lambda time: f"{time:%H:%M}"),
            "weekdays": st.lists(st.integers(0, 6), unique=True),
        }
    ),
    min_size=1,
    max_size=3,
)
words = st.text(
    st.one_of(st.characters(exclude_categories=["Cs", "Cc"]), st.sampled_from("\n\\;,😀é")),
    max_size=120,
)
days = st.integers(0, 30_000)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def one(weekdays: list[int], today: date = date(2026, 11, 23)) -> list[str]:
    reminder = {"uid": "a", "time": "20:05", "weekdays": weekdays}
    return unfolded(calendar_text([reminder], list("Tea"), (today - EPOCH).days, STAMP))


def test_a_reminder_comes_every_day_at_the_same_time_on_the_clock() -> None:
    lines = one([])
    assert "DTSTART:20261123T200500" in lines
    assert "RRULE:FREQ=DAILY" in lines
    assert not [line for line in lines if "TZID" in line]


def test_a_weekly_one_starts_on_the_first_of_its_days() -> None:
    lines = one([2, 4])
    assert "DTSTART:20261125T200500" in lines
    assert "RRULE:FREQ=WEEKLY;BYDAY=WE,FR" in lines
    assert one([0, 1, 2, 3, 4, 5, 6]) == one([])


def test_the_file_says_only_what_the_person_chose_to_read() -> None:
    text = "\n".join(one([])).lower()
    assert "summary:tea" in text
    for word in ("mooring", "harm", "urge", "mood", "log", "help"):
        assert word not in text.replace("calscale", "")


@pytest.mark.parametrize(
    "words", ["a; b, c\\d", "line\nline", "é" * 60, "😀" * 40, "x" * 200, "Zeit für mich — 心"]
)
def test_any_words_come_through_whole(words: str) -> None:
    text = calendar_text([{"uid": "a", "time": "08:00", "weekdays": []}], list(words), 0, STAMP)
    summary = next(line for line in unfolded(text) if line.startswith("SUMMARY:"))
    plain = re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), summary[8:])
    assert plain == words


@given(reminders, words, days)
def test_every_line_is_as_the_standard_wants_it(
    some: list[dict[str, Any]], text: str, today: int
) -> None:
    written = calendar_text(some, list(text), today, STAMP)
    assert written.endswith("END:VCALENDAR\r\n")
    assert "\n" not in written.replace("\r\n", "")
    for line in written.split("\r\n"):
        assert len(line.encode()) <= 75
    for line, reminder in zip(re.findall(r"DTSTART:(\d{8})T", written), some, strict=True):
        day = date.fromisoformat(line)
        assert EPOCH + timedelta(days=today) <= day <= EPOCH + timedelta(days=today + 6)
        assert not reminder["weekdays"] or day.weekday() in reminder["weekdays"]


@given(st.lists(st.tuples(reminders, words, days), min_size=5, max_size=10))
@settings(deadline=None, max_examples=25)
def test_browser_and_python_agree_on_the_file(
    in_browser: InBrowser, cases: list[tuple[list[dict[str, Any]], str, int]]
) -> None:
    calls = [(some, list(text), today, STAMP) for some, text, today in cases]
    expected = [calendar_text(*call) for call in calls]
    assert in_browser("calendar_file.js", "calendar_text", calls) == expected
