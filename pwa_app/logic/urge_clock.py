"""Riding out an urge: a small state machine over moments, so that no tick can be missed.

Nothing counts down. The state holds moments (milliseconds since 1970, as from ``Date.now()``), and
``wave_view`` works out from it and the present moment what is to be shown. So the clock is right
after a locked screen, a sleeping tab, a reload or a crash, and after any number of missed ticks.

A state is a plain dict, one record on the phone; None where nothing was begun. Its keys are
``changed`` (the last thing the person did), ``started``, ``ends`` (absent without a clock),
``minutes`` (chosen, with what was added), ``first`` and ``latest`` (how strong, 0 to 10), ``asked``
(the last answer), ``card`` (the open card's place in the list), ``ended``, ``outcome``, ``logged``,
and the switches ``asks``, ``moves`` and ``lines``. Each function gives a new state.

The view never says how long an urge lasts: nobody can know that.
"""

from typing import Any

__all__ = [
    "card_closed",
    "card_opened",
    "more_time",
    "strength_told",
    "switched",
    "wave_begun",
    "wave_closed",
    "wave_ended",
    "wave_entry",
    "wave_logged",
    "wave_origin",
    "wave_resumed",
    "wave_view",
]

SECOND_MS = 1000
MINUTE_MS = 60_000
LINE_MS = 20_000
"""How long one gentle line stays."""
ASK_AFTER_MS = 180_000
"""Every few minutes, as urge surfing is taught: https://www.bpdandme.org/distress-tolerance"""
LEFT_OPEN_MS = 21_600_000
"""Six hours: a wave left open that long belongs to another day."""
NOT_BEGUN_MS = 1_800_000
"""Half an hour: an answer given before a wave, or an ending, belongs to another moment."""

SWITCHES = ("asks", "moves", "lines")
KEPT = (
    "changed",
    "started",
    "ends",
    "minutes",
    "first",
    "latest",
    "asked",
    "card",
    "ended",
    "outcome",
    "logged",
)


def wave_view(state: dict[str, Any] | None, now: float | None) -> dict[str, Any]:
    """Say what is to be shown at a moment.

    Args:
        state: The state, in the form the module describes.
        now: The present moment; None while it is not known, as in the prerendered page.

    Returns:
        ``screen`` is ``"start"``, ``"riding"`` or ``"ending"``. ``timed`` tells whether there is
        a clock and ``over`` whether it has run out; ``clock`` is the time left as ``"9:59"``,
        ``minutes`` the whole time and ``share`` how much of it is left, 0 to 100. ``line`` counts
        the gentle lines from 0 without end. ``due`` tells whether it is time to ask how strong
        the urge is. ``first``, ``latest`` and ``card`` are -1 where there is none. ``outcome`` is
        empty until it is told.
    """
    moment = 0 if now is None else now
    wave = _fresh(state) if now is None else _current(state, moment)
    started = _number(wave, "started", -1)
    ends = _number(wave, "ends", -1)
    elapsed = _clamped(moment - started, 0, moment)
    whole = _clamped(ends - started, 0, ends)
    left = _clamped(ends - moment, 0, whole)
    riding = started >= 0 and wave.get("ended") is None
    asked = _number(wave, "asked", started)
    screen = "ending"
    if started < 0:
        screen = "start"
    elif riding:
        screen = "riding"
    return {
        "screen": screen,
        "started": started,
        "timed": riding and ends >= 0,
        "over": riding and ends >= 0 and left == 0,
        "clock": _clock_text(left),
        "minutes": _number(wave, "minutes", 0),
        "share": 0 if whole == 0 else 100 * left / whole,
        "line": elapsed // LINE_MS if wave.get("lines") else 0,
        "due": riding and wave.get("asks") and moment - asked >= ASK_AFTER_MS,
        "first": _number(wave, "first", -1),
        "latest": _number(wave, "latest", -1),
        "card": _number(wave, "card", -1),
        "outcome": wave.get("outcome") or "",
        "logged": wave.get("logged") is not None,
        "asks": wave.get("asks"),
        "moves": wave.get("moves"),
        "lines": wave.get("lines"),
    }


def wave_origin(state: dict[str, Any] | None) -> float:
    """Give the moment that whole seconds are counted from; -1 where nothing was begun."""
    return -1 if state is None else _number(state, "started", -1)


def strength_told(state: dict[str, Any] | None, now: float, strength: int) -> dict[str, Any]:
    """Note how strong the urge is, 0 to 10: before the wave as the first answer, later as the last.

    Args:
        state: The state.
        now: The present moment.
        strength: 0 for none to 10 for the strongest.
    """
    wave = _acted(state, now)
    wave["first" if wave.get("started") is None else "latest"] = strength
    wave["asked"] = now
    return wave


def wave_begun(state: dict[str, Any] | None, now: float, minutes: int) -> dict[str, Any]:
    """Begin a wave of so many minutes; 0 stands for no clock."""
    wave = _acted(state, now)
    wave["started"] = now
    wave["asked"] = now
    if minutes > 0:
        wave["minutes"] = minutes
        wave["ends"] = now + minutes * MINUTE_MS
    return wave


def more_time(state: dict[str, Any] | None, now: float, minutes: int) -> dict[str, Any]:
    """Stay longer: from the end that was set, or from now where it has come already.

    Now is the last whole second since the start, which is the one that the clock shows.

    It also leads back from the ending. A wave with no clock goes on with none.
    """
    wave = _riding_again(state, now)
    ends = _number(wave, "ends", -1)
    if ends >= 0:
        started = wave["started"]
        shown = started + _clamped(now - started, 0, now) // SECOND_MS * SECOND_MS
        wave["ends"] = _clamped(ends, shown, ends) + minutes * MINUTE_MS
        wave["minutes"] = (2 * (wave["ends"] - started) + MINUTE_MS) // (2 * MINUTE_MS)
    return wave


def wave_resumed(state: dict[str, Any] | None, now: float) -> dict[str, Any]:
    """Go back from the ending to the wave, as it stands."""
    return _riding_again(state, now)


def card_opened(state: dict[str, Any] | None, now: float, cards: int) -> dict[str, Any]:
    """Open the first card, or the one after the open one, of so many cards."""
    wave = _riding_again(state, now)
    following = _number(wave, "card", -1) + 1
    wave["card"] = 0 if following >= cards else following
    return wave


def card_closed(state: dict[str, Any] | None, now: float) -> dict[str, Any]:
    """Go back from a card to the wave."""
    wave = _acted(state, now)
    wave["card"] = None
    return wave


def switched(state: dict[str, Any] | None, now: float, name: str) -> dict[str, Any]:
    """Turn one of the switches ``asks``, ``moves`` and ``lines`` on or off."""
    wave = _acted(state, now)
    wave[name] = not wave.get(name)
    return wave


def wave_ended(state: dict[str, Any] | None, now: float, outcome: str) -> dict[str, Any]:
    """Come to the ending, with how it went; empty where that is not told yet."""
    wave = _acted(state, now)
    wave["ended"] = now
    wave["outcome"] = outcome
    wave["card"] = None
    return wave


def wave_entry(state: dict[str, Any] | None, now: float, both: str, plain: str) -> dict[str, Any]:
    """Make the entry of the log for a wave, for a person who wants one.

    Args:
        state: The state.
        now: The present moment.
        both: A sentence with ``{first}`` and ``{latest}`` in it.
        plain: The sentence where only one strength, or none, was told.

    Returns:
        ``note``, ``urge`` (the last one told) and, where the urge has eased, ``helped``. How the
        wave went otherwise is not written down: the log keeps no tally of harm.
    """
    wave = _current(state, now)
    first = wave.get("first")
    latest = wave.get("latest")
    entry: dict[str, Any] = {"note": plain}
    if first is not None and latest is not None:
        entry["note"] = both.replace("{first}", str(first)).replace("{latest}", str(latest))
    if latest is not None:
        entry["urge"] = latest
    elif first is not None:
        entry["urge"] = first
    if wave.get("outcome") == "eased":
        entry["helped"] = ["ride-the-wave"]
    return entry


def wave_logged(state: dict[str, Any] | None, now: float) -> dict[str, Any]:
    """Note that the wave stands in the log, so that it is not offered twice."""
    wave = _acted(state, now)
    wave["logged"] = now
    return wave


def wave_closed(state: dict[str, Any] | None, now: float) -> dict[str, Any]:
    """Leave the wave behind; only the switches stay as they were set."""
    wave = _fresh(state)
    wave["changed"] = now
    return wave


def _fresh(state: dict[str, Any] | None) -> dict[str, Any]:
    """Give a state in which nothing has begun, with the switches of an earlier one."""
    fresh: dict[str, Any] = {}
    for name in SWITCHES:
        fresh[name] = True if state is None else state.get(name, True)
    return fresh


def _current(state: dict[str, Any] | None, now: float) -> dict[str, Any]:
    """Copy a state, or begin afresh where it belongs to another day."""
    if state is None or _is_of_another_day(state, now):
        return _fresh(state)
    wave = _fresh(state)
    for name in KEPT:
        if state.get(name) is not None:
            wave[name] = state.get(name)
    return wave


def _is_of_another_day(state: dict[str, Any], now: float) -> bool:
    """Tell whether a state was left so long ago that it no longer counts.

    A wave counts from its end where that came later than the last thing the person did.
    """
    changed = _number(state, "changed", 0)
    last = _clamped(_number(state, "ends", 0), changed, now)
    begun = state.get("started") is not None and state.get("ended") is None
    return now - last > (LEFT_OPEN_MS if begun else NOT_BEGUN_MS)


def _acted(state: dict[str, Any] | None, now: float) -> dict[str, Any]:
    """Copy a state for a change that the person makes now."""
    wave = _current(state, now)
    wave["changed"] = now
    return wave


def _riding_again(state: dict[str, Any] | None, now: float) -> dict[str, Any]:
    """Copy a state with the ending, if it had come to that, taken back."""
    wave = _acted(state, now)
    wave["ended"] = None
    wave["outcome"] = None
    if wave.get("started") is None:
        wave["started"] = now
    return wave


def _number(wave: dict[str, Any], name: str, fallback: float) -> Any:
    value = wave.get(name)
    return fallback if value is None else value


def _clamped(value: float, least: float, most: float) -> float:
    """Keep a number within bounds; where they cross, the lower one counts."""
    if value < least or most < least:
        return least
    return most if value > most else value


def _clock_text(left: float) -> str:
    """Write milliseconds as minutes and seconds, a second begun counting as whole."""
    seconds = (left + SECOND_MS - 1) // SECOND_MS
    minutes = seconds // 60
    rest = seconds - 60 * minutes
    return str(minutes) + (":0" if rest < 10 else ":") + str(rest)
