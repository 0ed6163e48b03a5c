"""Measuring a built site from beginning to end."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from . import lighthouse
from .figures import Figures, Route
from .first_load import measure_first_load
from .machine import this_machine
from .precache import measure_precache
from .say import Say
from .server import served
from .site_files import file_of, page_sizes

ROUTES: Final = (
    "/",
    "/cards/",
    "/cards/five-senses/",
    "/urge/",
    "/breathe/",
    "/log/",
    "/log/history/",
    "/log/insights/",
    "/plan/",
    "/hope/",
    "/help/?choose",
    "/help/ie/",
    "/help/find-a-specialist/",
    "/help/what-to-say/",
    "/help/supporting-someone/",
    "/help/after/",
    "/learn/",
    "/learn/treatment-that-helps/",
    "/settings/",
    "/settings/privacy/",
    "/settings/backup/",
    "/about/",
)
"""What Lighthouse loads: every route of the design, with one card, one country, one article."""

RUNS: Final = 5
"""How often Lighthouse loads each of them."""


def measure(site: Path, routes: Sequence[str], runs: int | None, say: Say) -> Figures:
    """Measure a built site.

    Args:
        site: The site's folder.
        routes: Those that Lighthouse is to load.
        runs: Loads for each route; None for `RUNS`.
        say: Called with a line before each step.

    Raises:
        BenchError: Something could not be measured.
        subprocess.CalledProcessError: Lighthouse could not be installed.
    """
    machine = this_machine()
    pages, precache = page_sizes(site), measure_precache(site)
    present = [route for route in routes if file_of(site, route).is_file()]
    missing = [route for route in routes if route not in present]
    for route in missing:
        say(f"{route}: not in {site}, left out")
    lighthouse.install()
    with served(site) as origin:
        say("/: scripts of the first load")
        first_load = measure_first_load(site, origin)
        loaded = [_load(origin, route, runs or RUNS, say) for route in present]
    return Figures(
        machine=machine,
        routes=tuple(loaded),
        missing=tuple(missing),
        pages=tuple(pages),
        first_load=first_load,
        precache=precache,
    )


def _load(origin: str, route: str, runs: int, say: Say) -> Route:
    say(f"{route}: Lighthouse, {runs} loads")
    return Route(route, tuple(lighthouse.load_page(f"{origin}{route}") for _ in range(runs)))
