"""A table of days for someone else to read: what was strongest, and what was there.

It follows the idea of the diary card of dialectical behaviour therapy: a line for each day with
the strongest urge of that day, and feelings and skills beside it. The printed cards are
copyright; the columns here are the log's own.
"""

from typing import Any

__all__ = ["day_rows"]


def day_rows(
    entries: list[dict[str, Any]], first: int, last: int, width: int
) -> list[dict[str, Any]]:
    """Give a line for each day, or each stretch of days.

    Args:
        entries: Entries as in over_time.py, in the order of their moments, with lists.
        first: The first day.
        last: The last day.
        width: Days in a line.

    Returns:
        For each line its first ``day``; ``entries``; the lowest and the highest mood, ``low`` and
        ``high``, and the strongest ``urge``, None where nothing was said; ``feelings``,
        ``triggers`` and ``helped``, each word once.
    """
    rows: list[dict[str, Any]] = []
    day = first
    while day <= last:
        rows.append(
            {
                "day": day,
                "entries": 0,
                "low": None,
                "high": None,
                "urge": None,
                "feelings": [],
                "triggers": [],
                "helped": [],
            }
        )
        day = day + width
    for entry in entries:
        if first <= entry["day"] and entry["day"] <= last:
            _add(rows[(entry["day"] - first) // width], entry)
    return rows


def _add(row: dict[str, Any], entry: dict[str, Any]) -> None:
    """Add an entry to its line."""
    row["entries"] = row["entries"] + 1
    mood = entry.get("mood")
    if mood is not None:
        row["low"] = mood if row["low"] is None or mood < row["low"] else row["low"]
        row["high"] = mood if row["high"] is None or mood > row["high"] else row["high"]
    urge = entry.get("urge")
    if urge is not None:
        row["urge"] = urge if row["urge"] is None or urge > row["urge"] else row["urge"]
    for field in ("feelings", "triggers", "helped"):
        given = entry.get(field)
        if given is not None:
            words: list[str] = row[field]
            for word in given:
                if word not in words:
                    words.append(word)
