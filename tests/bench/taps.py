"""How long it takes until the answer to a tap or key is painted, where a page answers later."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import BrowserContext, Page

from .browser import telephone
from .cold_start import CPU_SLOWDOWN
from .phone_store import CARDS, fill_phone

TYPING: Final = f"Typing in the search, {CARDS:,} cards"
PICKING: Final = f"Picking a filter, {CARDS:,} cards"
"""What is done."""

PAGES: Final = ("/cards/", "/cards/mine/")
"""Where it is done."""

_PROBE: Final = Path(__file__).parent / "tap_times.js"
_PAUSE_MS: Final = 500
_WORDS: Final = "breathe slow"
_CHIPS: Final = ("Angry", "Numb", "Alone")
_PLACES: Final = ("At home", "Out and about", "In bed")


@dataclass(frozen=True)
class Taps:
    """How fast a page answered.

    Attributes:
        answers: From each input to the paint of what changed, in milliseconds.
    """

    answers: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The median answer."""
        return median(self.answers)

    @property
    def slowest(self) -> float:
        """The slowest answer."""
        return max(self.answers)


def measure_taps(origin: str) -> dict[str, Taps]:
    """Type into the search and pick filters; return the figures by what was done.

    Raises:
        BenchError: The app has made no database to fill.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as profile, telephone(Path(profile)) as phone:
        fill_phone(phone.pages[0], origin)
        return {
            TYPING: _timed(phone, f"{origin}/cards/", _type),
            PICKING: _timed(phone, f"{origin}/cards/", _pick),
        }


def _timed(phone: BrowserContext, address: str, act: Callable[[Page], None]) -> Taps:
    page = phone.new_page()
    page.add_init_script(path=_PROBE)
    page.goto(address, wait_until="networkidle")
    session = phone.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    act(page)
    times = page.evaluate("() => globalThis.tapTimes")
    page.close()
    return Taps(tuple(times["answers"]))


def _type(page: Page) -> None:
    page.get_by_label("Search the cards").click()
    page.wait_for_timeout(_PAUSE_MS)
    for letter in _WORDS:
        page.keyboard.type(letter)
        page.wait_for_timeout(_PAUSE_MS)


def _pick(page: Page) -> None:
    page.get_by_text("Place, energy, time and more").click()
    for label in (*_CHIPS, *_PLACES):
        page.locator(".finder .chip").get_by_text(label, exact=True).click()
        page.wait_for_timeout(_PAUSE_MS)
