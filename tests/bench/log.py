"""How fast the log is on a slow phone that holds many entries."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import BrowserContext, CDPSession, Locator, Page

from pwa_app.site import STORAGE_PREFIX
from tests.seeded_log import BATCH, entries

from .browser import telephone
from .cold_start import CPU_SLOWDOWN
from .errors import BenchError
from .phone_store import fill

COUNTS: Final = (10_000, 100_000)
"""How many entries the phone holds, in ten years."""

RUNS: Final = 7
"""How often each thing is done."""

HISTORY: Final = "The list, from its link in the log: first entries"
AGAIN: Final = "The list, opened once more: first entries"
COLD: Final = "The list, by its address in a new tab: first entries"
SCROLL: Final = "Scrolling through the list: longest frame"
INSIGHTS: Final = "The look back, from its link in the list"
NINETY: Final = "The look back over 90 days, from its tap"
CHARTS: Final = "Opening its charts"
SAVE: Final = "Saving an entry, until it says so"
COPY: Final = "Saving everything as a file (JSON)"
TABLE: Final = "Saving everything as a table (CSV)"

STEPS: Final = (HISTORY, AGAIN, COLD, SCROLL, INSIGHTS, NINETY, CHARTS, SAVE, COPY, TABLE)
"""What is done."""

PAGES: Final = ("/log/", "/log/history/", "/log/insights/", "/log/copy/")
"""Where it is done."""

_PROBE: Final = Path(__file__).parent / "shown_times.js"
_PAUSE_MS: Final = 800
_TURNS: Final = 30
_TURN: Final = 700
_TURN_PAUSE_MS: Final = 100
_ENTRY: Final = "li.entry"

Times = dict[str, list[float]]


@dataclass(frozen=True)
class LogTimes:
    """How fast the log was.

    Attributes:
        entries: How many the phone held.
        times: Milliseconds by what was done, one for each time it was done.
        heap: Bytes of JavaScript objects after everything was done in one page, and after what
            was no longer needed had been let go.
    """

    entries: int
    times: Mapping[str, tuple[float, ...]]
    heap: float

    def middle(self, what: str) -> float:
        """The median of what was done."""
        return median(self.times[what])

    def slowest(self, what: str) -> float:
        """The slowest time."""
        return max(self.times[what])


def measure_log(origin: str, count: int, runs: int = RUNS) -> LogTimes:
    """Read, look back, write and save on a phone that holds so many entries.

    Args:
        origin: The site's origin, without a slash at its end.
        count: How many entries.
        runs: How often each thing is done.

    Raises:
        BenchError: The app has made no database to fill, or something never came.
    """
    times: Times = {what: [] for what in STEPS}
    heaps = []
    with tempfile.TemporaryDirectory(prefix="bench-") as profile, telephone(Path(profile)) as phone:
        _fill(phone.pages[0], origin, count)
        phone.add_init_script(path=_PROBE)
        for _run in range(runs):
            with _slow_page(phone) as (page, session):
                heaps.append(_in_one_page(page, session, origin, times))
            with _slow_page(phone) as (page, _session):
                page.goto(f"{origin}/log/history/", wait_until="commit")
                shown = page.evaluate("(entry) => firstShown(entry)", _ENTRY)
                times[COLD].append(_in_time(COLD, shown))
    return LogTimes(count, {what: tuple(found) for what, found in times.items()}, median(heaps))


def _fill(page: Page, origin: str, count: int) -> None:
    page.goto(f"{origin}/log/", wait_until="networkidle")
    every = list(entries(count, last=datetime.now(UTC)))
    for start in range(0, count, BATCH):
        fill(page, STORAGE_PREFIX, "MoodEntry", every[start : start + BATCH])


@contextmanager
def _slow_page(phone: BrowserContext) -> Iterator[tuple[Page, CDPSession]]:
    page = phone.new_page()
    session = phone.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    try:
        yield page, session
    finally:
        page.close()


def _in_one_page(page: Page, session: CDPSession, origin: str, times: Times) -> float:
    def timed(what: str, awaited: str, tapped: Locator) -> None:
        _look_at(tapped)
        page.evaluate("(selector) => waitFor(selector)", awaited)
        tapped.click()
        times[what].append(_in_time(what, page.evaluate("() => shown()")))
        page.wait_for_timeout(_PAUSE_MS)

    def timed_file(what: str, tapped: Locator) -> None:
        page.evaluate("() => waitForFile()")
        with page.expect_download():
            tapped.click()
        times[what].append(_in_time(what, page.evaluate("() => shown()")))

    link, button = partial(page.get_by_role, "link"), partial(page.get_by_role, "button")
    page.goto(f"{origin}/log/", wait_until="networkidle")
    timed(HISTORY, _ENTRY, link(name="See what you wrote"))
    times[SCROLL].append(_scroll(page))
    link(name="Back to").click()
    timed(AGAIN, _ENTRY, link(name="See what you wrote"))
    timed(INSIGHTS, "fieldset .chip", link(name="Look back"))
    timed(NINETY, "main details", page.get_by_text("90 days", exact=True))
    timed(CHARTS, "main details[open]", page.get_by_text("Mood and urges over time"))
    link(name="A copy of your log").click()
    timed_file(COPY, button(name="Save everything"))
    timed_file(TABLE, button(name="Save as a table"))
    link(name="Back to").click()
    page.get_by_role("radio", name="Good", exact=True).check()
    timed(SAVE, "[data-said] .notice", button(name="Save"))
    return _heap(session)


def _in_time(what: str, time: float | None) -> float:
    if time is None:
        raise BenchError(f"{what}: it never came.")
    return time


def _look_at(element: Locator) -> None:
    """A person sees what they tap before they tap it."""
    element.scroll_into_view_if_needed()
    element.page.wait_for_timeout(_PAUSE_MS)


def _scroll(page: Page) -> float:
    page.evaluate("() => watchFrames()")
    for _turn in range(_TURNS):
        page.mouse.wheel(0, _TURN)
        page.wait_for_timeout(_TURN_PAUSE_MS)
    return float(page.evaluate("() => longestFrame()"))


def _heap(session: CDPSession) -> float:
    session.send("HeapProfiler.collectGarbage")
    return float(session.send("Runtime.getHeapUsage")["usedSize"])
