"""Opening the installed app without a network, in a browser that was not running."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import BrowserContext, Error, Page

from .browser import telephone
from .errors import BenchError
from .figures import HOME
from .floor import write_floor
from .say import Say
from .server import served

CPU_SLOWDOWN: Final = 4
"""How much slower the page's own thread is made."""

ROUTES: Final = ("/", "/cards/five-senses/", "/help/")
"""The routes that are opened."""

RUNS: Final = 9
"""Starts for each route."""

_PROBE: Final = Path(__file__).parent / "heading_painted.js"
_INSTALL_TIMEOUT_MS: Final = 60_000
_STEP_MS: Final = 250
# A browser that has only just started is busy with itself.
_SETTLE_MS: Final = 1500
_DOCUMENTS: Final = 3
_LOOK_MS: Final = 3000

_IS_INSTALLED: Final = """async () =>
  (await navigator.serviceWorker.getRegistration())?.active?.state === "activated" """


@dataclass(frozen=True)
class ColdStarts:
    """Milliseconds from the start of each navigation until the main heading is painted.

    Attributes:
        routes: Every start, in order, by route.
        floor: Those of the bare page that is measured beside them.
    """

    routes: Mapping[str, Sequence[float]]
    floor: Sequence[float]


def measure_cold_starts(
    site: Path, routes: Sequence[str], runs: int | None, say: Say
) -> ColdStarts:
    """Open pages without a network, and the floor, in turns, each time in a new browser process.

    What slows the machine for a while slows all of them, so they can be compared.

    Args:
        site: The built site's folder.
        routes: Pages that it has.
        runs: Starts for each; None for `RUNS`.
        say: Called with a line before each step.

    Raises:
        BenchError: The service worker was not installed, or a page did not open.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        write_floor(folder / "floor")
        ours, floor = folder / "ours", folder / "beside"
        origin, floor_origin = _kept(site, ours), _kept(folder / "floor", floor)
        times: dict[str, list[float]] = {route: [] for route in routes}
        beside: list[float] = []
        for run in range(runs or RUNS):
            say(f"cold starts without a network, {run + 1} of {runs or RUNS}")
            beside.append(_start(f"{floor_origin}{HOME}", floor))
            for route in routes:
                times[route].append(_start(f"{origin}{route}", ours))
    return ColdStarts(times, beside)


def _kept(site: Path, profile: Path) -> str:
    """Let a browser keep a site, end its server, and return its address."""
    with served(site) as origin:
        _visit_once(origin, profile)
    return origin


def _visit_once(origin: str, profile: Path) -> None:
    """Open the home screen once, let it be stored, and empty the browser's own cache.

    A person looks at it for some seconds, in which a page may get ready for the next time. What is
    left is what the service worker keeps: the browser's cache may go any day.
    """
    with telephone(profile) as phone:
        page = phone.pages[0]
        page.goto(f"{origin}/", wait_until="load")
        _wait_for_service_worker(page)
        page.wait_for_timeout(_LOOK_MS)
        phone.new_cdp_session(page).send("Network.clearBrowserCache")


def _start(address: str, profile: Path) -> float:
    with telephone(profile) as phone:
        phone.add_init_script(path=_PROBE)
        phone.set_offline(True)
        page = phone.pages[0]
        page.wait_for_timeout(_SETTLE_MS)
        _slow_down(phone, page)
        try:
            page.goto(address, wait_until="load")
        except Error as error:
            raise BenchError(f"{address} did not open offline: {error.message}") from error
        painted = _painted(page)
    if painted is None:
        raise BenchError(f"{address} shows no main heading offline.")
    return painted


def _slow_down(phone: BrowserContext, page: Page) -> None:
    session = phone.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})


def _painted(page: Page) -> float | None:
    for _ in range(_DOCUMENTS):
        try:
            time: float | None = page.evaluate("() => globalThis.headingPainted")
        except Error:
            # The page has led on to another one, which is asked next.
            page.wait_for_load_state("load")
        else:
            return time
    raise BenchError(f"{page.url} keeps leading on to other pages.")


def _wait_for_service_worker(page: Page) -> None:
    for _ in range(_INSTALL_TIMEOUT_MS // _STEP_MS):
        if page.evaluate(_IS_INSTALLED):
            return
        page.wait_for_timeout(_STEP_MS)
    raise BenchError("The service worker was not installed within a minute.")
