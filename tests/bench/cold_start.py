"""Opening the installed app without a network, in a browser that was not running."""

from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import BrowserContext, Error, Page

from .browser import telephone
from .errors import BenchError

CPU_SLOWDOWN: Final = 4
"""How much slower the page's own thread is made."""

RUNS: Final = 5
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


def visit_once(origin: str, profile: Path) -> None:
    """Open the home screen once, let it be stored, and empty the browser's own cache.

    A person looks at it for some seconds, in which a page may get ready for the next time. What is
    left is what the service worker keeps: the browser's cache may go any day.

    Raises:
        BenchError: The service worker was not installed.
    """
    with telephone(profile) as phone:
        page = phone.pages[0]
        page.goto(f"{origin}/", wait_until="load")
        _wait_for_service_worker(page)
        page.wait_for_timeout(_LOOK_MS)
        phone.new_cdp_session(page).send("Network.clearBrowserCache")


def cold_start(address: str, profile: Path) -> float:
    """Open a page several times without a network, each time in a new browser process.

    The server must have been stopped.

    Args:
        address: The page's whole address.
        profile: A profile that `visit_once` has prepared.

    Returns:
        Milliseconds from the start of the navigation until the page's main heading is painted;
        the median.

    Raises:
        BenchError: The page did not open.
    """
    return median(_start(address, profile) for _ in range(RUNS))


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
