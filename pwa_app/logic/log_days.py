"""The log by day: lists, months and years of the person's own local days.

A day is a string, ``YYYY-MM-DD``, on the calendar of the place where the person was when they
wrote; it is stored with each entry, so that a journey or a change of the clock moves no entry to
another day. What is here only counts on that calendar (the proleptic Gregorian one, as in
``datetime.date``), and never with hours.

An entry is a dict ``{"id": "…", "at": "2026-03-01T10:30:00.000Z", "local_date": "2026-03-01",
"mood": 2}`` whose ``mood`` (1 to 5) may be absent.
"""

from typing import Any

__all__ = [
    "by_day",
    "day_marks",
    "days_in_month",
    "month_after",
    "month_view",
    "weekday_of",
    "year_view",
]

MONTHS = 12
LONGEST_MONTH = 31
DAYS_A_WEEK = 7
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def by_day(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put entries that are in order together by their day.

    Args:
        entries: Entries of which those of one day stand together.

    Returns:
        Each day as ``{"day": "2026-03-01", "entries": […]}``, in the order given.
    """
    days: list[dict[str, Any]] = []
    last = ""
    for entry in entries:
        day = entry["local_date"]
        if day != last:
            days.append({"day": day, "entries": []})
            last = day
        days[len(days) - 1]["entries"].append(entry)
    return days


def day_marks(entries: list[dict[str, Any]]) -> dict[str, Any]:
    """Say for each day how many entries it has and which mood stands for them.

    Moods have an order but no distances, so the median stands for a day and not the mean (Stevens,
    Science 103(2684), 1946); of two in the middle, the better one.

    Returns:
        By day: ``{"entries": 2, "mood": 3}``, where ``mood`` is 0 if none was noted.
    """
    moods: dict[str, Any] = {}
    marks: dict[str, Any] = {}
    for entry in entries:
        day = entry["local_date"]
        if marks.get(day) is None:
            marks[day] = {"entries": 0, "mood": 0}
            moods[day] = []
        marks[day]["entries"] = marks[day]["entries"] + 1
        if entry.get("mood") is not None:
            moods[day].append(entry["mood"])
    for day, found in moods.items():
        if len(found) > 0:
            ordered = sorted(found, key=_itself)
            marks[day]["mood"] = ordered[len(ordered) // 2]
    return marks


def month_view(month: str, first_weekday: int, entries: list[dict[str, Any]]) -> list[Any]:
    """Lay a month out in weeks.

    Args:
        month: ``YYYY-MM``.
        first_weekday: The day a week begins with, 1 for Monday to 7 for Sunday.
        entries: The entries of that month.

    Returns:
        Weeks of seven cells ``{"day": "2026-03-01", "number": 1, "entries": 2, "mood": 3}``; cells
        before the first and after the last day have an empty ``day`` and zeros.
    """
    marks = day_marks(entries)
    year, number = int(month[0:4]), int(month[5:7])
    empty = weekday_of(year, number, 1) - first_weekday
    if empty < 0:
        empty = empty + DAYS_A_WEEK
    cells: list[dict[str, Any]] = [_cell("", 0, marks) for _blank in range(empty)]
    for day in range(1, days_in_month(year, number) + 1):
        cells.append(_cell(month + "-" + _two(day), day, marks))
    while len(cells) != DAYS_A_WEEK * (len(cells) // DAYS_A_WEEK):
        cells.append(_cell("", 0, marks))
    weeks: list[Any] = []
    for week in range(len(cells) // DAYS_A_WEEK):
        weeks.append(cells[week * DAYS_A_WEEK : week * DAYS_A_WEEK + DAYS_A_WEEK])
    return weeks


def year_view(year: int, entries: list[dict[str, Any]]) -> list[Any]:
    """Lay a year out in pixels: a row for each day of the month, a column for each month.

    Args:
        year: The year.
        entries: The entries of that year.

    Returns:
        31 rows of twelve cells as in ``month_view``; days that a month does not have are empty.
    """
    marks = day_marks(entries)
    rows: list[Any] = []
    for day in range(1, LONGEST_MONTH + 1):
        row: list[dict[str, Any]] = []
        for month in range(1, MONTHS + 1):
            exists = day <= days_in_month(year, month)
            name = _four(year) + "-" + _two(month) + "-" + _two(day) if exists else ""
            row.append(_cell(name, day if exists else 0, marks))
        rows.append(row)
    return rows


def month_after(month: str, steps: int) -> str:
    """Give the month so many months later, or earlier for less than 0; both as ``YYYY-MM``."""
    count = int(month[0:4]) * MONTHS + int(month[5:7]) - 1 + steps
    year = count // MONTHS
    return _four(year) + "-" + _two(count - year * MONTHS + 1)


def days_in_month(year: int, month: int) -> int:
    """Give the number of days of a month, 1 to 12."""
    if month == 2 and _is_leap(year):
        return 29
    return LENGTHS[month - 1]


def weekday_of(year: int, month: int, day: int) -> int:
    """Give the weekday of a date, 1 for Monday to 7 for Sunday (ISO 8601).

    Counted in days from 1 January of the year 1, a Monday.
    """
    past = year - 1
    count = past * 365 + past // 4 - past // 100 + past // 400 + day - 1
    for earlier in range(1, month):
        count = count + days_in_month(year, earlier)
    return count - DAYS_A_WEEK * (count // DAYS_A_WEEK) + 1


def _is_leap(year: int) -> bool:
    if year - 400 * (year // 400) == 0:
        return True
    return year - 4 * (year // 4) == 0 and year - 100 * (year // 100) != 0


def _cell(day: str, number: int, marks: dict[str, Any]) -> dict[str, Any]:
    mark = marks.get(day)
    if mark is None:
        return {"day": day, "number": number, "entries": 0, "mood": 0}
    return {"day": day, "number": number, "entries": mark["entries"], "mood": mark["mood"]}


def _itself(number: int) -> int:
    return number


def _two(number: int) -> str:
    return ("0" + str(number)) if number < 10 else str(number)


def _four(number: int) -> str:
    text = str(number)
    while len(text) < 4:
        text = "0" + text
    return text
