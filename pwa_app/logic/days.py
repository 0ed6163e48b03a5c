"""Days as whole numbers, so that a log can be counted without time zones.

A day is the number of days since 1970-01-01 on the person's own calendar; the arithmetic is
Howard Hinnant's (chrono-Compatible Low-Level Date Algorithms, days_from_civil and
civil_from_days), exact for every date of the Gregorian calendar.
"""

from typing import Any

__all__ = ["date_of", "day_number", "span_of", "weekday_of"]

DAILY = 92
"""Up to so many days, one point of a chart stands for a day."""

WEEKLY = 740
"""Up to so many days (two years), one point stands for a week; beyond that, for four weeks."""


def day_number(date: str) -> int:
    """Give the number of a day.

    Args:
        date: The day as YYYY-MM-DD.
    """
    year = int(date[0:4])
    month = int(date[5:7])
    from_march = month - 3 if month > 2 else month + 9
    shifted = year if month > 2 else year - 1
    era = shifted // 400
    of_era = shifted - era * 400
    of_year = (153 * from_march + 2) // 5 + int(date[8:10]) - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def date_of(day: int) -> str:
    """Give a day as YYYY-MM-DD."""
    shifted = day + 719468
    era = shifted // 146097
    of_era = shifted - era * 146097
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    from_march = (5 * of_year + 2) // 153
    month = from_march + 3 if from_march < 10 else from_march - 9
    years = year + era * 400 + (1 if month <= 2 else 0)
    return (
        _padded(years, 4)
        + "-"
        + _padded(month, 2)
        + "-"
        + _padded(of_year - (153 * from_march + 2) // 5 + 1, 2)
    )


def weekday_of(day: int) -> int:
    """Give the weekday of a day: 0 for Monday to 6 for Sunday."""
    return day + 3 - 7 * ((day + 3) // 7)


def span_of(days: int, today: int, earliest: int) -> dict[str, Any]:
    """Say which days a look back covers, and how many of them share one point of a chart.

    Args:
        days: How many days, today included; 0 for everything.
        today: The last day.
        earliest: The day of the first entry.

    Returns:
        ``first`` and ``last`` day, and ``width``, 1, 7 or 28 days. The points end today, so the
        first day may be some days earlier than asked.
    """
    length = days if days > 0 else today - earliest + 1
    if length < 1:
        length = 1
    width = 1 if length <= DAILY else 7 if length <= WEEKLY else 28
    points = (length + width - 1) // width
    return {"first": today + 1 - points * width, "last": today, "width": width}


def _padded(number: int, digits: int) -> str:
    text = str(number)
    while len(text) < digits:
        text = "0" + text
    return text
