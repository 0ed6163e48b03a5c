"""The part of the page of figures that tells of the log, between two markers of its own."""

from collections.abc import Sequence
from typing import Final

from .budgets import Verdict, kilobytes, milliseconds
from .cold_start import CPU_SLOWDOWN
from .document import measured_line, table, verdict_table
from .document import times as times_in_words
from .log import HISTORY, NINETY, STEPS, LogTimes
from .machine import Machine

NAME: Final = "log"

LATEST_MS: Final = 200
"""The latest that the first screen of the list, or the look back over 90 days, may be there."""

LATEST_OF_MOST_MS: Final = 2 * LATEST_MS
"""The same with ten times as many entries."""

BUDGETED: Final = (HISTORY, NINETY)


def log_text(machine: Machine, measured: Sequence[LogTimes]) -> str:
    """Return the section."""
    introduction = _introduction(machine, measured)
    budgets = verdict_table(log_verdicts(measured))
    return "\n\n".join(["## The log", introduction, budgets, _times(measured)])


def log_verdicts(measured: Sequence[LogTimes]) -> list[Verdict]:
    """Hold the figures against the log's budgets: the fewest entries against the first of them."""
    fewest = min((times.entries for times in measured), default=0)
    return [
        _verdict(times, what, LATEST_MS if times.entries == fewest else LATEST_OF_MOST_MS)
        for times in measured
        for what in BUDGETED
    ]


def _verdict(times: LogTimes, what: str, budget: int) -> Verdict:
    shown = f"{milliseconds(times.middle(what))} (slowest {milliseconds(times.slowest(what))})"
    named = f"{what}, {times.entries:,} entries"
    return Verdict(named, milliseconds(budget), shown, round(times.middle(what)) <= budget)


def _introduction(machine: Machine, measured: Sequence[LogTimes]) -> str:
    runs = len(next(iter(measured[0].times.values()))) if measured else 0
    return (
        "The phone holds entries of ten years, made up by `tests/seeded_log.py`, in the browser's "
        f"own storage. The page's processor is slowed down {CPU_SLOWDOWN} times; storage is not. "
        "A time counts from the tap, as the browser dates it, until what was asked for is part "
        "of the page and painted. Each tap comes in a page that was opened anew, with the app "
        "running and its link in sight, so that it includes fetching the next page's scripts "
        "from the service worker. By its address, the list is opened in a new tab, and the time "
        "counts from the start of the navigation. A file counts until it is handed to the browser. "
        f"Each figure is the median; each was measured {times_in_words(runs)}.\n\n"
        + measured_line(machine, NAME)
    )


def _times(measured: Sequence[LogTimes]) -> str:
    head = ("what", *(f"{times.entries:,} entries" for times in measured))
    rows = [[what, *(milliseconds(times.middle(what)) for times in measured)] for what in STEPS]
    heaps = ["JavaScript objects in memory at the end", *(kilobytes(it.heap) for it in measured)]
    return table(head, [*rows, heaps])
