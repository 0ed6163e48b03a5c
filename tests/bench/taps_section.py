"""The part of the page of figures that tells how fast taps and keys are answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from .acting import FINGER_MS
from .budgets import Verdict, milliseconds
from .cold_start import CPU_SLOWDOWN
from .document import measured_line, table, times, verdict_table
from .interactions import Interactions
from .machine import Machine
from .phone_store import CARDS, ENTRIES
from .taps import Taps
from .unlocking import Unlocking

NAME: Final = "taps"

LONGEST_INTERACTION_MS: Final = 100
LATEST_ANSWER_MS: Final = 50
LONGEST_UNLOCKING_MS: Final = 300

_SHORTEST_NOTED_MS: Final = 16
_SLOWEST_HEAD: Final = (
    "what",
    "taps and keys",
    "slowest",
    "event",
    "on",
    "until the code runs",
    "code",
    "painting",
)


@dataclass(frozen=True)
class TapFigures:
    """Everything measured of taps and keys.

    Attributes:
        machine: Where and when.
        interactions: What was done, and the longest interaction of each time.
        answers: How long answers take, by what is done; empty where they were not measured.
        unlocking: How long a locked log takes to open; None where it was not measured.
    """

    machine: Machine
    interactions: Sequence[Interactions]
    answers: Mapping[str, Taps]
    unlocking: Unlocking | None


def taps_text(figures: TapFigures) -> str:
    """Return the section."""
    return "\n\n".join(
        [
            "## Taps and keys",
            _introduction(figures),
            verdict_table(tap_verdicts(figures)),
            "### Where the time of the slowest goes",
            _slowest(figures.interactions),
        ]
    )


def tap_verdicts(figures: TapFigures) -> list[Verdict]:
    """Hold the figures against their budgets; what was not measured is left out."""
    return [
        *map(_interaction, figures.interactions),
        *(_answered(what, taps) for what, taps in figures.answers.items()),
        *([_unlocked(figures.unlocking)] if figures.unlocking else []),
    ]


def _interaction(done: Interactions) -> Verdict:
    measured = f"{_noted(done.inp)} (slowest {_noted(done.slowest.duration)})"
    met = round(done.inp) <= LONGEST_INTERACTION_MS
    return Verdict(f"{done.what}, INP", milliseconds(LONGEST_INTERACTION_MS), measured, met)


def _answered(what: str, taps: Taps) -> Verdict:
    measured = f"{milliseconds(taps.middle)} (slowest {milliseconds(taps.slowest)})"
    met = round(taps.middle) <= LATEST_ANSWER_MS
    return Verdict(f"{what}, answer painted", milliseconds(LATEST_ANSWER_MS), measured, met)


def _unlocked(unlocking: Unlocking) -> Verdict:
    what = f"Unlocking to the first of {ENTRIES:,} entries, beside making the key"
    measured = f"{milliseconds(unlocking.rest)} (the key: {milliseconds(unlocking.key)})"
    met = round(unlocking.rest) <= LONGEST_UNLOCKING_MS
    return Verdict(what, milliseconds(LONGEST_UNLOCKING_MS), measured, met)


def _noted(time: float) -> str:
    return milliseconds(time) if time else f"under {_SHORTEST_NOTED_MS} ms"


def _introduction(figures: TapFigures) -> str:
    runs = max((len(done.longest) for done in figures.interactions), default=0)
    return (
        f"The phone holds {ENTRIES:,} entries of ten years and {CARDS:,} cards ({CARDS:,} less "
        "the app's own are made up), and the page's processor is slowed down "
        f"{CPU_SLOWDOWN} times.\n\n"
        "- **INP** (Interaction to Next Paint): the browser itself times each tap and key, from "
        "the input until the next paint (Event Timing, in steps of 8 ms). What is listed is done "
        f"{times(runs)}, each time in a new page and by touch, with a finger that stays "
        f"{FINGER_MS} ms; the longest tap or key of each time is its INP, and the median of them "
        "counts. A wave or a breathing session is drawn after the paint of the tap that begins "
        "it. The budget is that of RAIL, 100 ms; 200 ms are called good.\n"
        "- **Answer painted**: from the input until what changed because of it is painted, also "
        "where that comes later than the next paint; the median counts.\n"
        "- **Unlocking**: a log of as many entries is locked with a passcode and opened again. The "
        "time counts from the tap until the first entry is painted. Making the key from the "
        "passcode is slow on purpose and counted apart.\n\n" + measured_line(figures.machine, NAME)
    )


def _slowest(interactions: Sequence[Interactions]) -> str:
    return table(_SLOWEST_HEAD, [_slowest_row(done) for done in interactions])


def _slowest_row(done: Interactions) -> list[str]:
    slowest = done.slowest
    parts = (slowest.waiting, slowest.working, slowest.painting)
    shown = [milliseconds(part) if slowest.duration else "–" for part in parts]
    return [
        done.what,
        str(done.count),
        _noted(slowest.duration),
        slowest.event,
        " ".join(slowest.on.split()),
        *shown,
    ]
