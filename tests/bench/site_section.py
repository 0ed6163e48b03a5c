"""The part of the page of figures that tells of the built site: Lighthouse and sizes."""

from collections.abc import Sequence
from statistics import median
from typing import Final

from .budgets import LARGEST_PAGE_BYTES, kilobytes, milliseconds, verdicts
from .document import measured_line, table, verdict_table
from .figures import Figures, Route
from .report import KINDS, PageLoad

NAME: Final = "site"

_LARGEST_SHOWN: Final = 5
_SCORES: Final = ("performance", "accessibility", "best_practices", "seo")
_SCORE_HEADS: Final = ("performance", "accessibility", "best practices", "SEO")


def site_text(figures: Figures) -> str:
    """Return the section."""
    parts = [
        "## First loads",
        _introduction(figures),
        verdict_table(verdicts(figures)),
        "### Each route in Lighthouse",
        *_routes(figures),
        "### The largest pages",
        _largest_pages(figures),
    ]
    return "\n\n".join(parts)


def _introduction(figures: Figures) -> str:
    loads = [load for route in figures.routes for load in route.loads]
    details = [f"Lighthouse {loads[0].version}", _machine_speed(loads)] if loads else []
    return (
        "The built site is served by the project's own server on the same machine.\n\n"
        "- **Lighthouse**: mobile preset, a simulated slow 4G network and a processor slowed "
        "down 4 times, a new browser for each load. Each figure is the median of the loads.\n"
        "- **Sizes**: bytes of the brotli files as they are sent, without headers. "
        "1 kB is 1,000 bytes.\n\n" + measured_line(figures.machine, NAME, *details)
    )


def _machine_speed(loads: Sequence[PageLoad]) -> str:
    # A wide range tells that other work ran on the machine, and the figures are worth less.
    speeds = [load.benchmark_index for load in loads]
    return (
        f"Lighthouse's benchmark index {median(speeds):.0f} "
        f"(from {min(speeds):.0f} to {max(speeds):.0f})"
    )


def _routes(figures: Figures) -> list[str]:
    parts = [_scores(figures), _transfers(figures), *_losses(figures)]
    if figures.missing:
        parts.append(f"Not in this site: {', '.join(f'`{path}`' for path in figures.missing)}.")
    return parts


def _scores(figures: Figures) -> str:
    head = ("route", "loads", *_SCORE_HEADS, "FCP", "LCP", "LCP range", "TBT", "CLS", "SI")
    return table(head, [_score_row(route) for route in figures.routes])


def _score_row(route: Route) -> list[str]:
    latest = [load.lcp for load in route.loads]
    return [
        f"`{route.path}`",
        str(len(route.loads)),
        *(f"{route.middle(score):.0f}" for score in _SCORES),
        milliseconds(route.middle("fcp")),
        milliseconds(route.middle("lcp")),
        f"{min(latest):,.0f}–{max(latest):,.0f} ms",
        milliseconds(route.middle("tbt")),
        f"{route.middle('cls'):.3f}",
        milliseconds(route.middle("speed_index")),
    ]


def _transfers(figures: Figures) -> str:
    rows = [
        [
            f"`{route.path}`",
            *(kilobytes(route.middle_bytes(kind)) for kind in KINDS),
            kilobytes(route.middle("total_bytes")),
            f"{route.middle('requests'):.0f}",
        ]
        for route in figures.routes
    ]
    described = (
        "Sent over the network on the first load, headers included, without what the service "
        "worker stores for later:"
    )
    return f"{described}\n\n{table(('route', *KINDS, 'all', 'requests'), rows)}"


def _losses(figures: Figures) -> list[str]:
    lines: list[str] = []
    for route in figures.routes:
        failed = {audit for load in route.loads for audit in load.failed_audits}
        if failed:
            audits = ", ".join(f"`{audit}`" for audit in sorted(failed))
            lines.append(f"- `{route.path}`: {audits}")
    return ["What cost points outside of performance:\n\n" + "\n".join(lines)] if lines else []


def _largest_pages(figures: Figures) -> str:
    over = sum(page.size > LARGEST_PAGE_BYTES for page in figures.pages)
    summary = f"{len(figures.pages)} pages; {over or 'none'} over {kilobytes(LARGEST_PAGE_BYTES)}."
    rows = [(f"`{page.name}`", kilobytes(page.size)) for page in figures.pages[:_LARGEST_SHOWN]]
    return f"{summary}\n\n{table(('page', 'compressed'), rows)}"
