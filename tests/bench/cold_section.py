"""The part of the page of figures that tells how soon the app is there without a network."""

from collections.abc import Sequence
from statistics import median
from typing import Final

from .budgets import Verdict, milliseconds
from .cold_start import CPU_SLOWDOWN, ColdStarts
from .document import measured_line, times, verdict_table
from .machine import Machine

NAME: Final = "cold"

LATEST_MS: Final = 300


def cold_text(machine: Machine, measured: ColdStarts) -> str:
    """Return the section."""
    runs = len(measured.floor)
    introduction = (
        "The home screen is opened once, the browser's cache is emptied, the server is stopped and "
        "the network is cut. Then each page is opened in a new browser process, with the page's "
        f"processor slowed down {CPU_SLOWDOWN} times, {times(runs)}, in turns with the floor: a "
        "bare page of twelve cards (`tests/bench/floor/index.html`), which tells how fast the "
        "machine was just then. The time counts from the start of the navigation until the main "
        "heading is painted; each figure is a median. The service worker's own thread is not "
        "slowed down. `/help/` leads on to the country's page; the pages opened before have told "
        "the service worker where.\n\n" + measured_line(machine, NAME)
    )
    table = verdict_table([*cold_verdicts(measured), _beside(measured)])
    return f"## Cold starts\n\n{introduction}\n\n{table}"


def cold_verdicts(measured: ColdStarts) -> list[Verdict]:
    """Hold each route's cold starts against their budget."""
    return [_verdict(route, starts, measured) for route, starts in measured.routes.items()]


def _verdict(route: str, starts: Sequence[float], measured: ColdStarts) -> Verdict:
    middle, ratio = median(starts), median(starts) / median(measured.floor)
    shown = f"{_range(starts)}, {ratio:.2f} of the floor's"
    what = f"Cold start without a network, `{route}`"
    return Verdict(what, milliseconds(LATEST_MS), shown, round(middle) <= LATEST_MS)


def _beside(measured: ColdStarts) -> Verdict:
    return Verdict("The floor, beside them", "–", _range(measured.floor), None)


def _range(starts: Sequence[float]) -> str:
    return f"{milliseconds(median(starts))} (from {min(starts):.0f} to {max(starts):.0f})"
