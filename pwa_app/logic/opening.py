"""When a service is open, from its weekly hours and the wall clock where it is.

The caller gives the weekday and minute of the service's own time zone, so daylight saving is
already in them: opening hours are wall-clock times.

An hours value is a dict::

    {"kind": "always"}      open day and night
    {"kind": "unknown"}     nobody has said
    {"kind": "weekly", "weekly": [{"weekday": 0, "opens": 1080, "closes": 1560}]}

``weekday`` runs from 0 for Monday to 6 for Sunday and is the day on which the interval opens.
``opens`` and ``closes`` count minutes from the start of that day: ``opens`` is 0 to 1439 and
``closes`` is greater than ``opens`` and at most 2880, so 1560 is two o'clock the next morning
and 1440 is midnight at the end of the day. ``closes`` itself is no longer open.
"""

from typing import Any

__all__ = ["help_rank", "open_first", "opening_state", "opening_text"]

MINUTES_A_DAY = 1440
MINUTES_A_WEEK = 10080


def opening_state(hours: dict[str, Any], weekday: int, minute: int) -> dict[str, Any]:
    """Say whether a service is open, and until when.

    Intervals that touch or overlap are joined, across midnight and the end of the week.

    Args:
        hours: The service's hours, in the form the module describes.
        weekday: The day where the service is, 0 for Monday to 6 for Sunday.
        minute: Minutes since midnight where the service is, 0 to 1439.

    Returns:
        ``{"state": "always"}``, ``{"state": "unknown"}`` (also for weekly hours without an
        interval), or ``{"state": "open" | "closed", "until": {"weekday": 0-6, "minute": 0-1439}}``
        with the wall-clock time at which it closes, or opens next.
    """
    if hours.get("kind") == "always":
        return {"state": "always"}
    intervals: list[dict[str, int]] = hours.get("weekly") or []
    if hours.get("kind") != "weekly" or len(intervals) == 0:
        return {"state": "unknown"}
    now = weekday * MINUTES_A_DAY + minute
    wait = _minutes_until_closed(intervals, now)
    if wait >= MINUTES_A_WEEK:
        return {"state": "always"}
    if wait > 0:
        return {"state": "open", "until": _time_of_week(now + wait)}
    wait = _minutes_until_open(intervals, now)
    return {"state": "closed", "until": _time_of_week(now + wait)}


def opening_text(
    state: dict[str, Any], weekday: int, minute: int, words: dict[str, str], days: list[str]
) -> str:
    """Say in words whether a service is open, and until when, by the clock where it is.

    Args:
        state: What ``opening_state`` gave for this weekday and minute.
        weekday: The day where the service is, 0 for Monday to 6 for Sunday.
        minute: Minutes since midnight where the service is, 0 to 1439.
        words: The sentences: ``always``, ``open`` with ``{time}``, ``opens_today`` with ``{time}``,
            ``opens`` with ``{day}`` and ``{time}``, and ``unknown``.
        days: The names of the weekdays, Monday first.

    Returns:
        For example ``"Open now, until 02:00"`` or ``"Closed now. Opens Tuesday at 10:00"``; what
        closes at midnight is open until 24:00.
    """
    until: dict[str, int] | None = state.get("until")
    if until is None:
        return words[state["state"]]
    if state["state"] == "open":
        return words["open"].replace("{time}", _clock_text(until["minute"] or MINUTES_A_DAY))
    time = _clock_text(until["minute"])
    if until["weekday"] == weekday and until["minute"] > minute:
        return words["opens_today"].replace("{time}", time)
    return words["opens"].replace("{day}", days[until["weekday"]]).replace("{time}", time)


def help_rank(kind: str, state: str) -> int:
    """Rank a service for someone who needs it now: the lower, the earlier.

    Args:
        kind: The kind of service; ``"emergency"`` comes before all others.
        state: The state that ``opening_state`` gave.

    Returns:
        0 for emergency, 1 for open now, 2 for hours not known, 3 for closed. It can serve as a
        CSS ``order`` as it is.
    """
    if kind == "emergency":
        return 0
    if state in ("always", "open"):
        return 1
    if state == "closed":
        return 3
    return 2


def open_first(
    services: list[dict[str, Any]], clocks: dict[str, Any] | None
) -> list[dict[str, Any]]:
    """Order services for someone who needs one now: emergency, open, not known, closed.

    Args:
        services: Services with ``kind``, ``hours`` and ``zone``, the name of their time zone
            (empty where the hours need none); other keys are kept.
        clocks: By time zone, the ``weekday`` and ``minute`` there; a zone that is not known is
            missing or None. None while the moment is not known.

    Returns:
        A new list of the same services. Those of equal rank keep their order, and all do while
        the moment is not known.
    """
    if clocks is None:
        return services[:]
    return sorted(services, key=lambda service: _rank_now(service, clocks))


def _rank_now(service: dict[str, Any], clocks: dict[str, Any]) -> int:
    hours = service["hours"]
    if hours.get("kind") != "weekly":
        return help_rank(service["kind"], hours.get("kind"))
    clock = clocks.get(service["zone"])
    if clock is None:
        return help_rank(service["kind"], "unknown")
    state = opening_state(hours, clock["weekday"], clock["minute"])
    return help_rank(service["kind"], state["state"])


def _minutes_until_closed(intervals: list[dict[str, int]], now: int) -> int:
    """Follow the intervals from now to the first closed minute; 0 if that is now."""
    total = 0
    step = _minutes_left(intervals, now)
    while step > 0 and total < MINUTES_A_WEEK:
        total += step
        step = _minutes_left(intervals, _within_week(now + total))
    return total


def _minutes_left(intervals: list[dict[str, int]], moment: int) -> int:
    """Give the minutes left of the longest-running interval open at a moment, 0 if none is."""
    longest = 0
    for interval in intervals:
        starts = interval["weekday"] * MINUTES_A_DAY + interval["opens"]
        since = _within_week(moment - starts)
        left = interval["closes"] - interval["opens"] - since
        if left > longest:
            longest = left
    return longest


def _minutes_until_open(intervals: list[dict[str, int]], now: int) -> int:
    """Give the minutes from a closed moment to the next start of an interval."""
    shortest = MINUTES_A_WEEK
    for interval in intervals:
        starts = interval["weekday"] * MINUTES_A_DAY + interval["opens"]
        wait = _within_week(starts - now)
        if wait < shortest:
            shortest = wait
    return shortest


def _clock_text(minute: int) -> str:
    """Write a minute of the day as 24-hour time."""
    hours = minute // 60
    return _two_digits(hours) + ":" + _two_digits(minute - hours * 60)


def _two_digits(number: int) -> str:
    return ("0" if number < 10 else "") + str(number)


def _within_week(minutes: int) -> int:
    """Wrap minutes, which may be negative, to the minute of the week they fall on."""
    return minutes - MINUTES_A_WEEK * (minutes // MINUTES_A_WEEK)


def _time_of_week(moment: int) -> dict[str, int]:
    """Split a moment into the weekday and the minute of that day."""
    wrapped = _within_week(moment)
    weekday = wrapped // MINUTES_A_DAY
    return {"weekday": weekday, "minute": wrapped - weekday * MINUTES_A_DAY}
