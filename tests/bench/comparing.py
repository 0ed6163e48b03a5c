"""The site beside the plain export and the floor, all in one run and in turns."""

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from . import lighthouse
from .cold_start import measure_cold_starts
from .figures import HOME, Route
from .floor import write_floor
from .plain import export_plain
from .report import PageLoad
from .say import Say
from .server import served

ROUTES: Final = (HOME, "/cards/five-senses/", "/help/?choose")
"""The first page, a card, and help."""

RUNS: Final = 5


@dataclass(frozen=True)
class Comparison:
    """Loads in Lighthouse, and cold starts without a network.

    Attributes:
        ours: Each route of the built site.
        plain: The same routes of the plain export, in the same order.
        floor: A page with its style inside and next to nothing else.
        cold_start: Milliseconds to the main heading of our first page.
        floor_cold_start: The same of the floor.
    """

    ours: tuple[Route, ...]
    plain: tuple[Route, ...]
    floor: Route
    cold_start: float
    floor_cold_start: float


def compare(site: Path, routes: Sequence[str] | None, runs: int | None, say: Say) -> Comparison:
    """Build the plain export, then load the pages of all three in turns.

    Args:
        site: The built site's folder.
        routes: What to load beside the first page; None for `ROUTES`.
        runs: How often; None for `RUNS`.
        say: Called with a line before each step.

    Raises:
        BenchError: The export failed, or a page could not be measured.
        subprocess.CalledProcessError: Lighthouse could not be installed.
    """
    paths = list(dict.fromkeys((HOME, *(routes or ROUTES))))
    lighthouse.install()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        plain, floor = Path(name) / "plain", Path(name) / "floor"
        say("the plain export")
        export_plain(plain)
        write_floor(floor)
        with ExitStack() as servers:
            origins = [servers.enter_context(served(folder)) for folder in (site, plain, floor)]
            pages = [(origin, path) for origin in origins[:2] for path in paths]
            loads = _loads([*pages, (origins[2], HOME)], runs or RUNS, say)
        starts = measure_cold_starts(site, (HOME,), None, say)
    *measured, floor_route = loads
    return Comparison(
        ours=tuple(measured[: len(paths)]),
        plain=tuple(measured[len(paths) :]),
        floor=floor_route,
        cold_start=median(starts.routes[HOME]),
        floor_cold_start=median(starts.floor),
    )


def _loads(pages: Sequence[tuple[str, str]], runs: int, say: Say) -> list[Route]:
    """Load each page once, then each once more: what slows the machine slows all of them."""
    found: list[list[PageLoad]] = [[] for _page in pages]
    for run in range(runs):
        say(f"Lighthouse, {len(pages)} pages, load {run + 1} of {runs}")
        for (origin, path), loads in zip(pages, found, strict=True):
            loads.append(lighthouse.load_page(f"{origin}{path}"))
    return [Route(path, tuple(loads)) for (_origin, path), loads in zip(pages, found, strict=True)]
