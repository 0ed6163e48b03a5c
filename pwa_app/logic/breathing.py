"""Paced breathing: which way to breathe at a moment, worked out from when it began.

Nothing counts ticks, so nothing drifts: the phase at a moment follows from the moment alone. All
phases are whole seconds long. Moments are milliseconds since 1970, as from ``Date.now()``.

The patterns and their sources (no held breath is asked for but in the square):

``longer``  in 4, out 6 to 8: https://dbtselfhelp.com/dbt-skills-list/distress-tolerance/tipp/
``even``    in 5, out 5, fewer is fine: https://www.nhs.uk/mental-health/self-help/guides-tools-and-activities/breathing-exercises-for-stress/
``square``  4-4-4-4, one or two minutes: https://neurobreath.co.uk/breathing/breath
``sigh``    in, a second small breath in, an out-breath about twice as long, for up to five
            minutes: https://doi.org/10.1016/j.xcrm.2022.100895
"""

from typing import Any

__all__ = [
    "breath_begun",
    "breath_choices",
    "breath_origin",
    "breath_paused",
    "breath_phases",
    "breath_resumed",
    "breath_size",
    "breath_view",
    "choice_made",
    "pattern_chosen",
]

SECOND_MS = 1000
MINUTE_MS = 60_000
LEAST_PACE = 2
MOST_PACE = 6
PACES = {"longer": 4, "even": 5, "square": 4, "sigh": 3}
CUES = {
    "in": {"pitch": 392, "pulse": 60},
    "sip": {"pitch": 440, "pulse": 30},
    "hold": {"pitch": 330, "pulse": 20},
    "out": {"pitch": 262, "pulse": 140},
    "rest": {"pitch": 247, "pulse": 20},
}
"""The tone (hertz) and the buzz (milliseconds) that a phase begins with."""


def breath_choices(kept: dict[str, Any] | None) -> dict[str, Any]:
    """Give how a person wants to breathe, with what they have not chosen filled in.

    Args:
        kept: What they chose before, or None.

    Returns:
        ``pattern``, ``pace`` (seconds of the in-breath, 2 to 6), ``minutes`` (0 for no end), and
        the switches ``moves`` (on), ``vibration``, ``sound`` and ``spoken`` (off).
    """
    choices: dict[str, Any] = {
        "pattern": "longer",
        "pace": 4,
        "minutes": 2,
        "moves": True,
        "vibration": False,
        "sound": False,
        "spoken": False,
    }
    if kept is not None:
        for name in ("pattern", "pace", "minutes", "moves", "vibration", "sound", "spoken"):
            choices[name] = kept.get(name, choices[name])
    return choices


def pattern_chosen(kept: dict[str, Any] | None, pattern: str) -> dict[str, Any]:
    """Choose a pattern, with the pace it is usually taught at."""
    choices = breath_choices(kept)
    choices["pattern"] = pattern
    choices["pace"] = PACES.get(pattern, 4)
    return choices


def choice_made(kept: dict[str, Any] | None, name: str, value: Any) -> dict[str, Any]:
    """Choose one thing and leave the others as they are."""
    choices = breath_choices(kept)
    choices[name] = value
    return choices


def breath_phases(pattern: str, pace: int) -> list[dict[str, Any]]:
    """Give the phases of one breath.

    Args:
        pattern: ``"longer"``, ``"even"``, ``"square"`` or ``"sigh"``.
        pace: Seconds of the in-breath; what lies outside 2 to 6 is taken for the nearest.

    Returns:
        Phases with ``kind`` (``in``, ``sip``, ``hold``, ``out``, ``rest``) and ``seconds``.
    """
    long = LEAST_PACE if pace < LEAST_PACE else pace
    long = MOST_PACE if long > MOST_PACE else long
    if pattern == "even":
        return [_phase("in", long), _phase("out", long)]
    if pattern == "square":
        return [_phase("in", long), _phase("hold", long), _phase("out", long), _phase("rest", long)]
    if pattern == "sigh":
        return [_phase("in", long), _phase("sip", 1), _phase("out", 2 * (long + 1))]
    return [_phase("in", long), _phase("out", long + 2)]


def breath_begun(choices: dict[str, Any], now: float) -> dict[str, Any]:
    """Begin breathing: a session with its phases and its length, in whole breaths.

    Args:
        choices: As ``breath_choices`` gives them.
        now: The present moment.
    """
    phases = breath_phases(choices["pattern"], choices["pace"])
    breath = _length_of(phases)
    wanted = choices["minutes"] * MINUTE_MS
    # The last breath is never cut off.
    breaths = (wanted + breath - 1) // breath
    return {"phases": phases, "started": now, "paused": None, "total": breaths * breath}


def breath_paused(session: dict[str, Any], now: float) -> dict[str, Any]:
    """Stop at this point of the breath."""
    return _with_times(session, session["started"], now)


def breath_resumed(session: dict[str, Any], now: float) -> dict[str, Any]:
    """Go on from the beginning of the breath that was stopped."""
    elapsed = _elapsed(session, now)
    breath = _length_of(session["phases"])
    return _with_times(session, now - breath * (elapsed // breath), None)


def breath_view(session: dict[str, Any] | None, now: float | None) -> dict[str, Any]:
    """Say where in a breath a session is.

    Args:
        session: As ``breath_begun`` gives it, or None.
        now: The present moment, or None while it is not known.

    Returns:
        ``state`` is ``"idle"``, ``"running"``, ``"paused"`` or ``"done"``. Then, but for idle:
        ``kind`` and ``of`` (the phase and its seconds), ``count`` (from 1), ``step`` (phases since
        the beginning), ``minute`` (whole minutes since), ``left`` (such as ``"1:20"``, empty
        without an end), ``pitch`` and ``pulse`` (its tone in hertz, its buzz in milliseconds).
    """
    if session is None or now is None:
        return {"state": "idle", "kind": "in", "step": -1, "minute": 0, "left": "", "started": -1}
    place = _place(session, now)
    phase = place["phase"]
    elapsed = place["elapsed"]
    total = session["total"]
    state = "running" if session["paused"] is None else "paused"
    if total > 0 and elapsed >= total:
        state = "done"
    cue = CUES[phase["kind"]]
    return {
        "state": state,
        "kind": phase["kind"],
        "of": phase["seconds"],
        "count": place["into"] // SECOND_MS + 1,
        "step": place["step"],
        "minute": elapsed // MINUTE_MS,
        "left": _clock_text(total - elapsed) if total > elapsed else "",
        "started": session["started"],
        "pitch": cue["pitch"],
        "pulse": cue["pulse"],
    }


def breath_origin(session: dict[str, Any] | None) -> float:
    """Give the moment that whole seconds are counted from; -1 where nothing was begun."""
    return -1 if session is None else session["started"]


def breath_size(session: dict[str, Any] | None, now: float) -> float:
    """Give how full of air the picture is at a moment: 0 for empty to 1 for full."""
    if session is None:
        return 0
    place = _place(session, now)
    phase = place["phase"]
    share: float = place["into"] / (phase["seconds"] * SECOND_MS)
    eased = share * share * (3 - 2 * share)
    kind = phase["kind"]
    sips = len(session["phases"]) == 3
    if kind == "in":
        return 0.85 * eased if sips else eased
    if kind == "sip":
        return 0.85 + 0.15 * eased
    if kind == "out":
        return 1 - eased
    return 1 if kind == "hold" else 0


def _phase(kind: str, seconds: int) -> dict[str, Any]:
    return {"kind": kind, "seconds": seconds}


def _length_of(phases: list[dict[str, Any]]) -> int:
    """Give the milliseconds of one breath."""
    total = 0
    for phase in phases:
        total += phase["seconds"] * SECOND_MS
    return total


def _elapsed(session: dict[str, Any], now: float) -> float:
    """Give the milliseconds breathed; a clock that was set back counts as none."""
    paused = session["paused"]
    elapsed = (now if paused is None else paused) - session["started"]
    return 0 if elapsed < 0 else elapsed


def _place(session: dict[str, Any], now: float) -> dict[str, Any]:
    """Find the phase of a moment, how far into it that is, and its number since the beginning."""
    phases: list[dict[str, Any]] = session["phases"]
    elapsed = _elapsed(session, now)
    breath = _length_of(phases)
    breaths = elapsed // breath
    into = elapsed - breath * breaths
    at = 0
    while at < len(phases) - 1 and into >= phases[at]["seconds"] * SECOND_MS:
        into -= phases[at]["seconds"] * SECOND_MS
        at += 1
    step = breaths * len(phases) + at
    return {"phase": phases[at], "into": into, "step": step, "elapsed": elapsed}


def _with_times(session: dict[str, Any], started: float, paused: float | None) -> dict[str, Any]:
    return {
        "phases": session["phases"],
        "started": started,
        "paused": paused,
        "total": session["total"],
    }


def _clock_text(left: float) -> str:
    """Write milliseconds as minutes and seconds, a second begun counting as whole."""
    seconds = (left + SECOND_MS - 1) // SECOND_MS
    minutes = seconds // 60
    rest = seconds - 60 * minutes
    return str(minutes) + (":0" if rest < 10 else ":") + str(rest)
