"""How long a tap or a key takes to be answered on a slow phone that has been used for years."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import BrowserContext, Page

from pwa_app.content import open_library
from pwa_app.site import STORAGE_PREFIX
from tests.seeded_log import entries

from .browser import telephone
from .cold_start import CPU_SLOWDOWN
from .generated import own_cards
from .phone_store import fill

CARDS: Final = 1000
ENTRIES: Final = 10_000

TYPING: Final = f"Typing in the search, {CARDS:,} cards"
PICKING: Final = f"Picking a filter, {CARDS:,} cards"
WRITING: Final = f"Writing an entry, {ENTRIES:,} in the log"
"""What is done."""

PAGES: Final = ("/cards/", "/cards/mine/", "/log/")
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
        longest: The longest event of all, as INP takes it, in milliseconds.
    """

    answers: tuple[float, ...]
    longest: float

    @property
    def middle(self) -> float:
        """The median answer."""
        return median(self.answers)

    @property
    def slowest(self) -> float:
        """The slowest answer."""
        return max(self.answers)


def measure_taps(origin: str) -> dict[str, Taps]:
    """Type into the search, pick filters and write an entry; return the figures by what was done.

    Raises:
        BenchError: The app has made no database to fill.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as profile, telephone(Path(profile)) as phone:
        _fill(phone.pages[0], origin)
        return {
            TYPING: _timed(phone, f"{origin}/cards/", _type),
            PICKING: _timed(phone, f"{origin}/cards/", _pick),
            WRITING: _timed(phone, f"{origin}/log/", _write),
        }


def _fill(page: Page, origin: str) -> None:
    known = open_library("en").all_cards()
    page.goto(f"{origin}/cards/mine/", wait_until="networkidle")
    fill(page, STORAGE_PREFIX, "OwnCard", own_cards(known, CARDS - len(known)))
    fill(page, STORAGE_PREFIX, "MoodEntry", list(entries(ENTRIES, last=datetime.now(UTC))))


def _timed(phone: BrowserContext, address: str, act: Callable[[Page], None]) -> Taps:
    page = phone.new_page()
    page.add_init_script(path=_PROBE)
    page.goto(address, wait_until="networkidle")
    session = phone.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    act(page)
    times = page.evaluate("() => globalThis.tapTimes")
    page.close()
    return Taps(tuple(times["answers"]), times["longest"])


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


def _write(page: Page) -> None:
    for mood in ("Low", "So-so", "Good"):
        page.get_by_role("radio", name=mood, exact=True).check()
        page.wait_for_timeout(_PAUSE_MS)
    page.locator("textarea").first.click()
    for letter in "tired":
        page.keyboard.type(letter)
        page.wait_for_timeout(_PAUSE_MS)
    page.get_by_role("button", name="Save").click()
    page.wait_for_timeout(_PAUSE_MS)
