"""The project's budgets, and whether the figures keep to them.

A kilobyte is 1,000 bytes. Times are compared as they are shown, in whole milliseconds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from .figures import HOME, Figures, Route

LARGEST_PAGE_BYTES: Final = 14_000
MOST_SCRIPT_BYTES: Final = 150_000
LARGEST_PRECACHE_BYTES: Final = 1_500_000
HOME_PERFORMANCE: Final = 100
OTHER_PERFORMANCE: Final = 98
OTHER_SCORES: Final = 100
LATEST_LCP_MS: Final = 1000


@dataclass(frozen=True)
class Verdict:
    """One budget and what became of it.

    Attributes:
        what: What is budgeted.
        budget: The budget, in words.
        measured: The figure, in words.
        met: Whether it is kept; None where it was not measured.
    """

    what: str
    budget: str
    measured: str
    met: bool | None


def verdicts(figures: Figures) -> list[Verdict]:
    """Hold the figures against every budget."""
    return [
        _page_size(figures),
        _scripts(figures),
        _blocking_scripts(figures),
        _home_performance(figures),
        _other_performance(figures),
        *(_other_score(figures, *named) for named in _OTHER_SCORES),
        _lcp(figures),
        _precache(figures),
        _other_origins(figures),
    ]


_OTHER_SCORES: Final = (
    ("accessibility", "accessibility"),
    ("best practices", "best_practices"),
    ("SEO", "seo"),
)


def kilobytes(size: float) -> str:
    """Return bytes in words, to a tenth of a kilobyte."""
    return f"{size / 1000:,.1f} kB"


def milliseconds(time: float) -> str:
    """Return a time in words, to the millisecond."""
    return f"{time:,.0f} ms"


def _page_size(figures: Figures) -> Verdict:
    what, budget = "HTML of any page, compressed", kilobytes(LARGEST_PAGE_BYTES)
    if not figures.pages:
        return _not_measured(what, budget)
    largest = figures.pages[0]
    return Verdict(
        what, budget, f"{kilobytes(largest.size)} at most", largest.size <= LARGEST_PAGE_BYTES
    )


def _scripts(figures: Figures) -> Verdict:
    size = figures.first_load.script_bytes
    what = "JavaScript on first load of `/`, compressed"
    return Verdict(what, kilobytes(MOST_SCRIPT_BYTES), kilobytes(size), size <= MOST_SCRIPT_BYTES)


def _blocking_scripts(figures: Figures) -> Verdict:
    count = figures.first_load.blocking
    return Verdict(
        "Scripts that the first paint of `/` waits for", "none", _count(count), not count
    )


def _home_performance(figures: Figures) -> Verdict:
    what, budget = "Lighthouse performance, `/`", f"{HOME_PERFORMANCE}"
    home = _home(figures)
    if home is None:
        return _not_measured(what, budget)
    score = home.middle("performance")
    return Verdict(what, budget, f"{score:.0f}", score >= HOME_PERFORMANCE)


def _other_performance(figures: Figures) -> Verdict:
    others = [route for route in figures.routes if route.path != HOME]
    what = "Lighthouse performance, other routes"
    return _lowest(what, others, "performance", OTHER_PERFORMANCE)


def _other_score(figures: Figures, name: str, figure: str) -> Verdict:
    return _lowest(f"Lighthouse {name}, each route", figures.routes, figure, OTHER_SCORES)


def _lowest(what: str, routes: Iterable[Route], figure: str, least: int) -> Verdict:
    budget = f"at least {least}" if least < OTHER_SCORES else f"{least}"
    scores = {route.path: route.middle(figure) for route in routes}
    if not scores:
        return _not_measured(what, budget)
    lowest = min(scores.values())
    short = [f"`{path}`" for path, score in scores.items() if score < least]
    measured = f"{lowest:.0f} at least" + (f"; short: {', '.join(short)}" if short else "")
    return Verdict(what, budget, measured, not short)


def _lcp(figures: Figures) -> Verdict:
    what, budget = "Largest Contentful Paint, `/`, Lighthouse mobile", milliseconds(LATEST_LCP_MS)
    home = _home(figures)
    if home is None:
        return _not_measured(what, budget)
    time = home.middle("lcp")
    return Verdict(what, budget, milliseconds(time), round(time) <= LATEST_LCP_MS)


def _precache(figures: Figures) -> Verdict:
    what, budget = "Stored for offline use, compressed", kilobytes(LARGEST_PRECACHE_BYTES)
    stored = figures.precache
    if stored is None:
        return _not_measured(what, budget)
    measured = f"{kilobytes(stored.size)} in {stored.requests} requests"
    return Verdict(what, budget, measured, stored.size <= LARGEST_PRECACHE_BYTES)


def _other_origins(figures: Figures) -> Verdict:
    asked = {url for route in figures.routes for load in route.loads for url in load.elsewhere}
    what, budget = "Requests to any other origin", "none"
    if not figures.routes:
        return _not_measured(what, budget)
    return Verdict(what, budget, _count(len(asked)), not asked)


def _home(figures: Figures) -> Route | None:
    return next((route for route in figures.routes if route.path == HOME), None)


def _not_measured(what: str, budget: str) -> Verdict:
    return Verdict(what, budget, "not measured", None)


def _count(number: int) -> str:
    return f"{number}" if number else "none"
