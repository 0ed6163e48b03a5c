"""Reminders as a calendar file (RFC 5545), for the calendar on the phone to keep.

The times are floating: they have no time zone, so a reminder at eight comes at eight wherever the
person is (section 3.3.5, form 1). Nothing in the file names this app or what it is for. Lines
end with CRLF and are folded after 75 octets at most (section 3.1).
"""

from typing import Any

__all__ = ["calendar_text"]

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def calendar_text(reminders: list[dict[str, Any]], words: list[str], today: int, stamp: str) -> str:
    """Give the text of a calendar file with an event that repeats for each time.

    Args:
        reminders: Each with ``uid``, any text that no other event has; ``time`` as HH:MM; and
            ``weekdays``, numbers from 0 for Monday, none or all seven for every day.
        words: What the reminder says, one character each, so that none is cut in two.
        today: The number of the day the first one may come at (see days.py).
        stamp: The moment the file is made, as YYYYMMDDTHHMMSSZ.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Reminder//Calendar file//EN",
        "CALSCALE:GREGORIAN",
    ]
    for reminder in reminders:
        lines.extend(_event(reminder, words, today, stamp))
    lines.append("END:VCALENDAR")
    return "\r\n".join(lines) + "\r\n"


def _event(reminder: dict[str, Any], words: list[str], today: int, stamp: str) -> list[str]:
    """Give the lines of one event."""
    days: list[int] = reminder["weekdays"]
    daily = len(days) == 0 or len(days) == 7
    first = today
    while not daily and _weekday(first) not in days:
        first = first + 1
    named = [WEEKDAYS[day] for day in range(7) if day in days]
    return [
        "BEGIN:VEVENT",
        "UID:" + reminder["uid"],
        "DTSTAMP:" + stamp,
        "DTSTART:" + _date(first) + "T" + reminder["time"].replace(":", "") + "00",
        "DURATION:PT5M",
        "RRULE:FREQ=DAILY" if daily else "RRULE:FREQ=WEEKLY;BYDAY=" + ",".join(named),
        _folded("SUMMARY:", words),
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        _folded("DESCRIPTION:", words),
        "TRIGGER:PT0M",
        "END:VALARM",
        "END:VEVENT",
    ]


def _folded(name: str, words: list[str]) -> str:
    """Give a property with a text, escaped and folded."""
    parts = [name]
    octets = len(name)
    for char in words:
        part = "\\n" if char == "\n" else "\\" + char if char in "\\;," else char
        size = len(part) if len(part) > 1 and part[0] == "\\" else _octets(char)
        if octets + size > 75:
            parts.append("\r\n ")
            octets = 1
        parts.append(part)
        octets = octets + size
    return "".join(parts)


def _octets(char: str) -> int:
    """Give how many octets a character takes in UTF-8."""
    # JavaScript gives the first half of a character beyond the basic plane.
    code = ord(char)
    if code < 128:
        return 1
    if code < 2048:
        return 2
    return 4 if code > 65535 or (code >= 55296 and code < 57344) else 3


def _weekday(day: int) -> int:
    return day + 3 - 7 * ((day + 3) // 7)


def _date(day: int) -> str:
    """Give a day as YYYYMMDD (the arithmetic of days.py)."""
    shifted = day + 719468
    era = shifted // 146097
    of_era = shifted - era * 146097
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    from_march = (5 * of_year + 2) // 153
    month = from_march + 3 if from_march < 10 else from_march - 9
    years = year + era * 400 + (1 if month <= 2 else 0)
    number = years * 10000 + month * 100 + of_year - (153 * from_march + 2) // 5 + 1
    return str(number)
