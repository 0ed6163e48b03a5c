"""How long a locked log of many years takes to open on a slow phone."""

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from playwright.sync_api import Page

from pwa_app.site import STORAGE_PREFIX
from tests.seeded_log import entries

from .browser import telephone
from .cold_start import CPU_SLOWDOWN
from .phone_store import fill
from .taps import ENTRIES

LOCK_PAGE: Final = "/settings/privacy/"
"""Where the lock is turned on."""

_LOG_PAGE: Final = "/log/history/"
_PASSCODE: Final = "winter kettle rowing blue"
_PROBE: Final = (Path(__file__).parent / "unlock_times.js").read_text("utf-8")


@dataclass(frozen=True)
class Unlocking:
    """Times in milliseconds.

    Attributes:
        whole: From the tap on "Unlock" until the first entry is painted.
        key: Of that, making the key from the passcode.
    """

    whole: float
    key: float

    @property
    def rest(self) -> float:
        """What it takes beside making the key."""
        return self.whole - self.key


def measure_unlocking(origin: str) -> Unlocking:
    """Lock a log of many entries, open it again, and return the times.

    Raises:
        BenchError: The app has made no database to fill.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as profile, telephone(Path(profile)) as phone:
        page = phone.pages[0]
        page.goto(f"{origin}{LOCK_PAGE}", wait_until="networkidle")
        fill(page, STORAGE_PREFIX, "MoodEntry", list(entries(ENTRIES, last=datetime.now(UTC))))
        _turn_on(page)
        page.goto(f"{origin}{_LOG_PAGE}", wait_until="networkidle")
        session = phone.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
        page.get_by_label("Passcode", exact=True).fill(_PASSCODE)
        times = page.evaluate(_PROBE)
    return Unlocking(times["whole"], times["key"])


def _turn_on(page: Page) -> None:
    page.get_by_label("New passcode").fill(_PASSCODE)
    page.get_by_label("The same again").fill(_PASSCODE)
    page.get_by_role("button", name="Turn the lock on").click()
    page.locator(".recovery-code").wait_for(timeout=120_000)
    # An open lock stays open for the next page.
    page.get_by_role("button", name="Lock now").click()
    page.get_by_role("button", name="Unlock", exact=True).wait_for()
