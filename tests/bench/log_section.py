"""The part of the page of figures that tells of the log, between two markers of its own."""

from collections.abc import Sequence
from typing import Final

from .budgets import Verdict, kilobytes, milliseconds
from .cold_start import CPU_SLOWDOWN
from .document import MET, between_markers, table
from .log import HISTORY, NINETY, STEPS, LogTimes
from .machine import Machine

BEGIN: Final = "<!-- the log, measured by `make bench`: begin -->"
END: Final = "<!-- the log, measured by `make bench`: end -->"
"""The lines that enclose what is written of the log."""

LATEST_MS: Final = 200
"""The latest that the first screen of the list, or the look back over 90 days, may be there."""

LATEST_OF_MOST_MS: Final = 2 * LATEST_MS
"""The same with ten times as many entries."""

BUDGETED: Final = (HISTORY, NINETY)


def with_log(page: str, machine: Machine, measured: Sequence[LogTimes]) -> str:
    """Return a page with the figures of the log in the place of those it held.

    Raises:
        BenchError: The page does not hold each marker once, in order.
    """
    parts = ["## The log", _introduction(machine, measured), _budgets(measured), _times(measured)]
    return between_markers(page, BEGIN, END, "\n\n".join(parts))


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
        f"Each figure is the median of {runs} times.\n\n"
        "By themselves: `make bench PART=log`.\n\n"
        f"Measured on {machine.date}, commit {machine.commit}, with {machine.browser}, load "
        f"{machine.load:.1f} at the start."
    )


def _budgets(measured: Sequence[LogTimes]) -> str:
    rows = [(it.what, it.budget, it.measured, MET[it.met]) for it in log_verdicts(measured)]
    return table(("what", "budget", "measured", "verdict"), rows)


def _times(measured: Sequence[LogTimes]) -> str:
    head = ("what", *(f"{times.entries:,} entries" for times in measured))
    rows = [[what, *(milliseconds(times.middle(what)) for times in measured)] for what in STEPS]
    heaps = ["JavaScript objects in memory at the end", *(kilobytes(it.heap) for it in measured)]
    return table(head, [*rows, heaps])
