"""Writing the figures into a Markdown page, between two markers."""

from collections.abc import Sequence
from statistics import median
from typing import Final

from .budgets import LARGEST_PAGE_BYTES, kilobytes, milliseconds, verdicts
from .cold_start import CPU_SLOWDOWN, RUNS
from .errors import BenchError
from .figures import Figures, Route
from .report import KINDS, PageLoad
from .taps import CARDS, ENTRIES

BEGIN: Final = "<!-- measured by `make bench`: begin -->"
END: Final = "<!-- measured by `make bench`: end -->"
"""The lines that enclose what the tool writes; what stands outside of them stays."""

NEW_PAGE: Final = f"# Performance\n\n{BEGIN}\n{END}\n"
"""The page as it begins, before anything was measured."""

MET: Final = {True: "met", False: "**not met**", None: "–"}
"""What became of a budget, in words."""

_LARGEST_SHOWN: Final = 5
_SCORES: Final = ("performance", "accessibility", "best_practices", "seo")
_SCORE_HEADS: Final = ("performance", "accessibility", "best practices", "SEO")


def with_figures(page: str, figures: Figures) -> str:
    """Return a page with the figures in the place of those it held.

    Raises:
        BenchError: The page does not hold each marker once, in order.
    """
    return between_markers(page, BEGIN, END, _written(figures))


def between_markers(page: str, begin: str, end: str, text: str) -> str:
    """Return a page with a text in the place of what stood between two markers.

    Raises:
        BenchError: The page does not hold each marker once, in order.
    """
    before, found_begin, rest = page.partition(begin)
    _, found_end, after = rest.partition(end)
    if not found_begin or not found_end or begin in rest or end in before + after:
        raise BenchError(f"The page must hold {begin} and, after it, {end}, each once.")
    return f"{before}{begin}\n\n{text}\n\n{end}{after}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table; every column but the first is aligned to the right."""
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _written(figures: Figures) -> str:
    parts = [
        _introduction(figures),
        "## Budgets",
        _budgets(figures),
        "## Each route in Lighthouse",
        *_routes(figures),
        "## The largest pages",
        _largest_pages(figures),
    ]
    return "\n\n".join(parts)


def _introduction(figures: Figures) -> str:
    machine = figures.machine
    loads = [load for route in figures.routes for load in route.loads]
    lighthouse = f", Lighthouse {loads[0].version}" if loads else ""
    index = f", {_machine_speed(loads)}" if loads else ""
    return (
        "These figures are written by `make bench`. Do not change them by hand. The built site is "
        "served by the project's own server on the same machine.\n\n"
        "- **Lighthouse**: mobile preset, a simulated slow 4G network and a processor slowed "
        "down 4 times, a new browser for each load. Each figure is the median of the loads.\n"
        "- **Cold start**: the home screen is opened once, the browser's cache is emptied, the "
        "server is stopped and the network is cut. Then each page is opened in a new browser "
        f"process, with the page's processor slowed down {CPU_SLOWDOWN} times. The time counts "
        "from the start of the navigation until the main heading is painted. Each figure is the "
        f"median of {RUNS} starts. The service worker's own thread is not slowed down.\n"
        "- **Taps and keys**: on a page whose processor is slowed down "
        f"{CPU_SLOWDOWN} times, with {CARDS:,} cards ({CARDS:,} less the app's own are made up and "
        f"written on the phone) and {ENTRIES:,} entries. The time of an answer counts from the "
        "input until what changed is painted, and the middle one counts; the longest event is "
        "that of Event Timing, as INP takes it.\n"
        "- **Unlocking**: a log of as many entries is locked with a passcode and opened again. The "
        "time counts from the tap until the first entry is painted. Making the key from the "
        "passcode is slow on purpose and counted apart.\n"
        "- **Sizes**: bytes of the brotli files as they are sent, without headers. "
        "1 kB is 1,000 bytes.\n\n"
        f"Measured on {machine.date}, commit {machine.commit}, with {machine.browser}{lighthouse}. "
        f"Machine: {machine.processor}, {machine.cores} cores, load {machine.load:.1f} at the "
        f"start{index}."
    )


def _machine_speed(loads: Sequence[PageLoad]) -> str:
    # A wide range tells that other work ran on the machine, and the figures are worth less.
    speeds = [load.benchmark_index for load in loads]
    return (
        f"Lighthouse's benchmark index {median(speeds):.0f} "
        f"(from {min(speeds):.0f} to {max(speeds):.0f})"
    )


def _budgets(figures: Figures) -> str:
    rows = [(item.what, item.budget, item.measured, MET[item.met]) for item in verdicts(figures)]
    return table(("what", "budget", "measured", "verdict"), rows)


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
