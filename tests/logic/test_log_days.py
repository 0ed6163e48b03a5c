"""Days, months and years of the log are those of the calendar, in both runtimes."""

import calendar
import statistics
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.log_days import (
    by_day,
    day_marks,
    days_in_month,
    month_after,
    month_view,
    weekday_of,
    year_view,
)

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]
Entry = dict[str, Any]

dates = st.dates(date(1900, 1, 1), date(2199, 12, 31))
months = st.tuples(st.integers(1900, 2199), st.integers(1, 12)).map(lambda p: f"{p[0]}-{p[1]:02}")
weekdays = st.integers(1, 7)


@st.composite
def logs(draw: st.DrawFn) -> list[Entry]:
    """Entries of about two months, in any order, some without a mood."""
    first = draw(st.dates(date(2019, 12, 1), date(2028, 3, 1)))
    moments = st.tuples(st.integers(0, 60), st.sampled_from([None, 1, 2, 3, 4, 5]))
    entries: list[Entry] = []
    for number, (days, mood) in enumerate(draw(st.lists(moments, max_size=40))):
        day = str(first + timedelta(days))
        entry = {"id": str(number), "local_date": day, "at": f"{day}T12:00:00.000Z"}
        entries.append(entry if mood is None else entry | {"mood": mood})
    return entries


def newest_first(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry["local_date"], reverse=True)


@given(dates)
def test_a_weekday_is_the_calendar_s(day: date) -> None:
    assert weekday_of(day.year, day.month, day.day) == day.isoweekday()


@given(months)
def test_a_month_has_as_many_days_as_in_the_calendar(month: str) -> None:
    year, number = map(int, month.split("-"))
    assert days_in_month(year, number) == calendar.monthrange(year, number)[1]


@given(months, weekdays)
def test_a_month_is_laid_out_as_the_calendar_prints_it(month: str, first: int) -> None:
    year, number = map(int, month.split("-"))
    expected = calendar.Calendar(first - 1).monthdayscalendar(year, number)
    weeks = month_view(month, first, [])
    assert [[cell["number"] for cell in week] for week in weeks] == expected
    days = [cell["day"] for week in weeks for cell in week if cell["day"]]
    assert days == [f"{month}-{day:02}" for day in range(1, len(days) + 1)]


@given(months, st.integers(-500, 500), st.integers(-500, 500))
def test_months_are_counted_on_and_back(month: str, one: int, other: int) -> None:
    assert month_after(month, 0) == month
    assert month_after(month_after(month, one), other) == month_after(month, one + other)
    year, number = map(int, month.split("-"))
    assert month_after(month, 12) == f"{year + 1}-{number:02}"


@given(st.integers(1900, 2199))
def test_a_year_has_each_of_its_days_once_in_the_column_of_its_month(year: int) -> None:
    rows = year_view(year, [])
    cells = [(at, cell["day"]) for row in rows for at, cell in enumerate(row) if cell["day"]]
    every = {str(date(year, 1, 1) + timedelta(n)) for n in range(366)}
    assert {day for _at, day in cells} == {day for day in every if day.startswith(f"{year}-")}
    assert len(cells) == 365 + calendar.isleap(year)
    assert all(int(day[5:7]) == at + 1 for at, day in cells)


@given(logs())
def test_every_entry_stands_once_under_its_own_day_and_each_day_once(log: list[Entry]) -> None:
    ordered = newest_first(log)
    groups = by_day(ordered)
    assert [entry for group in groups for entry in group["entries"]] == ordered
    names = [group["day"] for group in groups]
    assert names == sorted(set(names), reverse=True)
    assert all(e["local_date"] == g["day"] for g in groups for e in g["entries"])


@given(logs())
def test_a_day_is_marked_with_its_count_and_its_middle_mood(log: list[Entry]) -> None:
    marks = day_marks(log)
    assert set(marks) == {entry["local_date"] for entry in log}
    for day, mark in marks.items():
        entries = [entry for entry in log if entry["local_date"] == day]
        moods = [entry["mood"] for entry in entries if "mood" in entry]
        assert mark["entries"] == len(entries)
        assert mark["mood"] == (statistics.median_high(moods) if moods else 0)


@given(st.lists(st.tuples(logs(), months, weekdays), min_size=5, max_size=10))
@settings(deadline=None, max_examples=20)
def test_browser_and_python_agree_on_lists_months_and_years(
    in_browser: InBrowser, cases: list[tuple[list[Entry], str, int]]
) -> None:
    lists = [(newest_first(log),) for log, _month, _first in cases]
    assert in_browser("log_days.js", "by_day", lists) == [by_day(*one) for one in lists]
    assert in_browser("log_days.js", "day_marks", lists) == [day_marks(*one) for one in lists]
    views = [(log[0]["local_date"][:7] if log else m, first, log) for log, m, first in cases]
    assert in_browser("log_days.js", "month_view", views) == [month_view(*one) for one in views]
    years = [(int(month[:4]), log) for month, _first, log in views]
    assert in_browser("log_days.js", "year_view", years) == [year_view(*one) for one in years]
    steps = [(month, first - 4) for _log, month, first in cases]
    assert in_browser("log_days.js", "month_after", steps) == [month_after(*one) for one in steps]
