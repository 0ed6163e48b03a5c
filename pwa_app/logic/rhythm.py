"""Times of day and days of the week: the middle of each, and which one stands out.

Every day counts once in each group (its median there), so that entries written one after the
other are not taken for many days. A group stands out only if the 95 % interval of its median and
that of all other times do not touch. The interval is the one between two ordered values that needs
no assumption about their distribution (Campbell and Gardner, Calculating confidence intervals for
some non-parametric analyses, BMJ 296, 1988). That two intervals do not touch asks for more than a
test at 5 % does (Schenker and Gentleman, American Statistician 55, 2001), and so it should, as
eleven groups are looked at. It says that things came together, never why.

An entry is a dict as in over_time.py, with ``hour`` from 0 to 23.
"""

from typing import Any

__all__ = ["rhythm"]

LEAST_DAYS = 6
"""With fewer days than this there is no 95 % interval of a median, so nothing is said."""


def rhythm(entries: list[dict[str, Any]], field: str, kind: str) -> list[dict[str, Any]]:
    """Give the middle of a field for each weekday, or each part of the day.

    Args:
        entries: Entries.
        field: ``mood`` or ``urge``.
        kind: ``weekday`` for Monday to Sunday, ``part`` for night (from 0), morning (from 6),
            afternoon (from 12) and evening (from 18).

    Returns:
        For each group its ``days``; its ``middle`` in steps of a half, None without days; and
        ``stands``, ``"higher"`` or ``"lower"`` than at other times, or ``""``; ``rest`` is
        the middle of the other times.
    """
    groups: list[list[float]] = [[] for _group in range(7 if kind == "weekday" else 4)]
    cells: dict[str, Any] = {}
    for entry in entries:
        if entry.get(field) is None:
            continue
        group = _weekday(entry["day"]) if kind == "weekday" else entry["hour"] // 6
        key = "c" + str(entry["day"]) + ":" + str(group)
        cell = cells.get(key)
        if cell is None:
            cell = {"group": group, "values": []}
            cells[key] = cell
        cell["values"].append(entry[field])
    for cell in cells.values():
        groups[cell["group"]].append(_median(cell["values"]))
    return [_described(groups, group) for group in range(len(groups))]


def _described(groups: list[list[float]], group: int) -> dict[str, Any]:
    """Describe one group beside all the others."""
    own = groups[group]
    rest: list[float] = []
    for other in range(len(groups)):
        if other != group:
            rest.extend(groups[other])
    stands = ""
    if len(own) >= LEAST_DAYS and len(rest) >= LEAST_DAYS:
        here = _interval(own)
        there = _interval(rest)
        if here["low"] > there["high"]:
            stands = "higher"
        if here["high"] < there["low"]:
            stands = "lower"
    return {"days": len(own), "middle": _middle(own), "rest": _middle(rest), "stands": stands}


def _interval(values: list[float]) -> dict[str, float]:
    """Give the 95 % interval of a median: the values at ranks n/2 ± 1.96 √n/2, rounded."""
    ordered = sorted(values, key=_itself)
    count = len(ordered)
    spread = 0.98 * _root(count)
    low = int(count / 2 - spread + 0.5)
    high = int(1 + count / 2 + spread + 0.5)
    return {
        "low": ordered[low - 1 if low > 1 else 0],
        "high": ordered[high - 1 if high < count else count - 1],
    }


def _middle(values: list[float]) -> float | None:
    """Give the median to the nearest half, halves of it up."""
    if len(values) == 0:
        return None
    return ((4 * _median(values) + 1) // 2) / 2


def _median(values: list[float]) -> float:
    ordered = sorted(values, key=_itself)
    half = len(ordered) // 2
    if len(ordered) - 2 * half == 1:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def _itself(value: float) -> float:
    return value


def _weekday(day: int) -> int:
    return day + 3 - 7 * ((day + 3) // 7)


def _root(number: float) -> float:
    """Give a square root by Newton's steps, whose last digit is the same in both runtimes."""
    guess = number
    for _step in range(60):
        guess = (guess + number / guess) / 2
    return guess
