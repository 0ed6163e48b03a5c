"""The log as a file: its columns, and reading entries back, line by line.

Entries are read from rows of text, one dict a line by heading; a JSON file is brought into the
same form. What is read is a dict of the log's fields (DESIGN.md), as far as the file gives them.
Where there is no moment, ``minute`` counts from midnight on ``local_date``, for the phone to work
the moment out; without a time of day it is noon. A line that cannot be read gives a ``reason``, a
key, and the ``value`` that is wrong; nothing is guessed.

Daylio's export (as seen in 2026) has the columns full_date, date, weekday, time, mood, activities,
sometimes scales, note_title and note: dates as YYYY-MM-DD, times as "20:39" or "8:39 pm",
activities with " | " between them. Its moods are rad, good, meh, bad and awful; people can
rename them and add their own, which have no place on the scale and are kept as a feeling.
"""

from typing import Any

__all__ = ["cells_of", "columns", "kind_of", "read_daylio", "read_own", "sorted_out"]

NOTE_LIMIT = 20000
NOON = 720


def columns() -> list[str]:
    """Give the headings of the app's own table; ``local_time`` is for people who read it."""
    return [
        "local_date",
        "local_time",
        "mood",
        "urge",
        "feelings",
        "triggers",
        "helped",
        "note",
        "at",
        "id",
    ]


def cells_of(entry: dict[str, Any], wanted: list[str]) -> list[str]:
    """Give the cells of an entry in the order of the columns, empty where nothing was said.

    Args:
        entry: The entry, with ``local_time``; its lists already joined to one text each.
        wanted: The columns to fill; the others stay empty.
    """
    cells: list[str] = []
    for column in columns():
        value = entry.get(column) if column in wanted else None
        cells.append("" if value is None else str(value))
    return cells


def kind_of(headings: list[str]) -> str:
    """Tell whose table this is: ``own``, ``daylio``, or ``""`` for one that is not known."""
    if "full_date" in headings and "mood" in headings and "activities" in headings:
        return "daylio"
    if "local_date" in headings and "mood" in headings:
        return "own"
    return ""


def read_own(row: dict[str, Any]) -> dict[str, Any]:
    """Read a line of the app's own table.

    Args:
        row: Texts by heading; ``feelings``, ``triggers`` and ``helped`` as lists of words.

    Returns:
        ``entry``, or ``reason`` and ``value``.
    """
    day = _text(row, "local_date")
    if not _is_date(day):
        return {"reason": "date", "value": day}
    entry: dict[str, Any] = {"local_date": day}
    moment = _text(row, "at")
    time = _text(row, "local_time")
    if moment != "":
        if not _is_moment(moment):
            return {"reason": "moment", "value": moment}
        entry["at"] = moment
    elif time == "":
        entry["minute"] = NOON
    else:
        minute = _minute(time)
        if minute < 0:
            return {"reason": "time", "value": time}
        entry["minute"] = minute
    mood = _number(_text(row, "mood"), 1, 5)
    if mood == -1:
        return {"reason": "mood", "value": _text(row, "mood")}
    if mood >= 0:
        entry["mood"] = mood
    urge = _number(_text(row, "urge"), 0, 10)
    if urge == -1:
        return {"reason": "urge", "value": _text(row, "urge")}
    if urge >= 0:
        entry["urge"] = urge
    for field in ("feelings", "triggers", "helped"):
        words = row.get(field)
        if words is not None and len(words) > 0:
            entry[field] = words
    if _text(row, "id") != "":
        entry["id"] = _text(row, "id")
    return _with_note(entry, _text(row, "note"))


def read_daylio(row: dict[str, Any]) -> dict[str, Any]:
    """Read a line of Daylio's table.

    Args:
        row: Texts by heading.

    Returns:
        ``entry``, or ``reason`` and ``value``; and ``own_mood``, a mood's name that Daylio does
        not come with.
    """
    day = _text(row, "full_date")
    if not _is_date(day):
        return {"reason": "date", "value": day}
    minute = _minute(_text(row, "time"))
    if minute < 0:
        return {"reason": "time", "value": _text(row, "time")}
    entry: dict[str, Any] = {"local_date": day, "minute": minute}
    name = _text(row, "mood")
    moods: dict[str, Any] = {"awful": 1, "bad": 2, "meh": 3, "good": 4, "rad": 5}
    mood = moods.get(name.lower())
    if mood is not None:
        entry["mood"] = mood
    elif name != "":
        entry["feelings"] = [name]
    words = [word.strip(" \t\n") for word in _text(row, "activities").split("|")]
    around = [word for word in words if word != ""]
    if len(around) > 0:
        entry["triggers"] = around
    texts = [_text(row, "note_title"), _plain(_text(row, "note")), _text(row, "scales")]
    read = _with_note(entry, "\n".join([text for text in texts if text != ""]))
    if mood is None and name != "":
        read["own_mood"] = name
    return read


def sorted_out(
    found: list[dict[str, Any]], kept: list[dict[str, Any]]
) -> dict[str, list[dict[str, Any]]]:
    """Tell new entries from those that are there already, on the phone or earlier in the file.

    Two entries are the same if they have the same id, or the same minute, mood, urge and note.

    Args:
        found: Entries that were read, each with ``at``.
        kept: The entries on the phone.

    Returns:
        ``fresh`` and ``already``, together all that were found, in their order.
    """
    known: dict[str, Any] = {}
    for entry in kept:
        known["i" + entry["id"]] = True
        known["c" + _content(entry)] = True
    fresh: list[dict[str, Any]] = []
    already: list[dict[str, Any]] = []
    for entry in found:
        identity = entry.get("id")
        by_id = identity is not None and known.get("i" + str(identity)) is not None
        if by_id or known.get("c" + _content(entry)) is not None:
            already.append(entry)
        else:
            fresh.append(entry)
        if identity is not None:
            known["i" + str(identity)] = True
        known["c" + _content(entry)] = True
    return {"fresh": fresh, "already": already}


def _content(entry: dict[str, Any]) -> str:
    """Give what makes an entry the same as another."""
    parts: list[str] = [entry["at"][0:16]]
    for field in ("mood", "urge", "note"):
        value = entry.get(field)
        parts.append("" if value is None else str(value))
    return "|".join(parts)


def _with_note(entry: dict[str, Any], note: str) -> dict[str, Any]:
    """Add the note, and refuse an entry that says nothing at all."""
    if len(note) > NOTE_LIMIT:
        return {"reason": "note", "value": note[0:40]}
    if note != "":
        entry["note"] = note
    for field in ("mood", "urge", "feelings", "triggers", "helped", "note"):
        if entry.get(field) is not None:
            return {"entry": entry}
    return {"reason": "empty", "value": ""}


def _text(row: dict[str, Any], heading: str) -> str:
    cell = row.get(heading)
    return "" if cell is None else cell.strip(" \t\n")


def _number(text: str, least: int, most: int) -> int:
    """Give a whole number within limits; -1 for anything else, -2 for nothing."""
    if text == "":
        return -2
    if not _is_digits(text) or len(text) > 4:
        return -1
    number = int(text)
    return number if least <= number and number <= most else -1


def _minute(text: str) -> int:
    """Give the minute of the day of a time such as "20:39", "20:39:00" or "8:39 pm", or -1."""
    time = text.lower().replace("\u202f", " ").replace("\u00a0", " ").replace(".", "")
    half = ""
    if time.endswith("am") or time.endswith("pm"):
        half = time[len(time) - 2 : len(time)]
        time = time[0 : len(time) - 2].strip(" ")
    parts = time.split(":")
    if len(parts) < 2 or len(parts) > 3:
        return -1
    for part in parts:
        if not _is_digits(part) or len(part) > 2:
            return -1
    hour = int(parts[0])
    if half != "":
        if hour < 1 or hour > 12:
            return -1
        hour = (0 if hour == 12 else hour) + (12 if half == "pm" else 0)
    minute = int(parts[1])
    return hour * 60 + minute if hour < 24 and minute < 60 else -1


def _is_moment(text: str) -> bool:
    """Tell whether a text is a moment in UTC in ISO 8601, to the minute or more exactly."""
    if len(text) < 17 or not _is_date(text[0:10]) or text[10] != "T":
        return False
    if text[len(text) - 1] != "Z" or text[13] != ":":
        return False
    seconds = text[16 : len(text) - 1]
    if seconds != "" and not _is_seconds(seconds):
        return False
    return _minute(text[11:16]) >= 0


def _is_seconds(text: str) -> bool:
    """Tell whether a text is seconds after a minute, such as ":05" or ":05.120"."""
    if len(text) < 3 or text[0] != ":" or not _is_digits(text[1:3]) or int(text[1:3]) > 59:
        return False
    return len(text) == 3 or (text[3] == "." and _is_digits(text[4 : len(text)]))


def _is_date(text: str) -> bool:
    """Tell whether a text is a day of the calendar as YYYY-MM-DD."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return False
    if not _is_digits(text[0:4] + text[5:7] + text[8:10]):
        return False
    year = int(text[0:4])
    month = int(text[5:7])
    day = int(text[8:10])
    if year < 1900 or month < 1 or month > 12 or day < 1:
        return False
    leap = (
        1
        if year // 4 * 4 == year and (year // 100 * 100 != year or year // 400 * 400 == year)
        else 0
    )
    longest = 28 + leap if month == 2 else 30 if month in [4, 6, 9, 11] else 31
    return day <= longest


def _is_digits(text: str) -> bool:
    """Tell whether a text is made of the digits 0 to 9."""
    for char in text:
        if char not in "0123456789":
            return False
    return text != ""


def _plain(text: str) -> str:
    """Take the marks out of a formatted note."""
    plain = text
    for mark in ("<br>", "<br/>", "<br />", "</p>", "</div>", "</li>"):
        plain = plain.replace(mark, "\n")
    for mark in ("<p>", "<div>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>"):
        plain = plain.replace(mark, "")
    for mark in ("<b>", "</b>", "<i>", "</i>", "<u>", "</u>", "<s>", "</s>"):
        plain = plain.replace(mark, "")
    plain = plain.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">")
    return plain.replace("&quot;", '"').replace("&amp;", "&").strip(" \t\n")
