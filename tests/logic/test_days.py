"""Days are counted as the calendar does."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.days import date_of, day_number, span_of, weekday_of

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

EPOCH = date(1970, 1, 1)
dates = st.dates(date(1900, 1, 1), date(2400, 12, 31))


@given(dates)
def test_a_day_has_the_number_date_and_weekday_of_the_calendar(day: date) -> None:
    number = day_number(day.isoformat())
    assert EPOCH + timedelta(days=number) == day
    assert date_of(number) == day.isoformat()
    assert weekday_of(number) == day.weekday()


@pytest.mark.parametrize(("days", "width"), [(7, 1), (28, 1), (90, 1), (364, 7)])
def test_a_look_back_ends_today_and_has_as_many_days_as_asked(days: int, width: int) -> None:
    assert span_of(days, 20_000, 1) == {"first": 20_001 - days, "last": 20_000, "width": width}


@pytest.mark.parametrize(
    ("earliest", "width"), [(20_000, 1), (20_001, 1), (19_909, 1), (19_900, 7), (16_000, 28)]
)
def test_everything_starts_with_the_first_entry(earliest: int, width: int) -> None:
    span = span_of(0, 20_000, earliest)
    assert (span["last"], span["width"]) == (20_000, width)
    assert span["first"] <= min(earliest, 20_000) < span["first"] + width
    assert (span["last"] + 1 - span["first"]) % width == 0


@given(st.lists(dates, min_size=10, max_size=50))
@settings(deadline=None, max_examples=20)
def test_browser_and_python_agree_on_days(in_browser: InBrowser, some: list[date]) -> None:
    texts = [day.isoformat() for day in some]
    numbers = [day_number(text) for text in texts]
    assert in_browser("days.js", "day_number", [(text,) for text in texts]) == numbers
    assert in_browser("days.js", "date_of", [(number,) for number in numbers]) == texts
    weekdays = in_browser("days.js", "weekday_of", [(number,) for number in numbers])
    assert weekdays == [day.weekday() for day in some]
    spans = [(0, max(numbers), number) for number in numbers]
    assert in_browser("days.js", "span_of", spans) == [span_of(*one) for one in spans]
