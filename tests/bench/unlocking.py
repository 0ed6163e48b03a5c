"""How long a locked log of many years takes to open on a slow phone."""

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pwa_app.site import STORAGE_PREFIX
from tests.seeded_log import entries

from .acting import LOCK_PAGE, PASSCODE, turn_lock_on
from .browser import telephone
from .cold_start import CPU_SLOWDOWN
from .phone_store import ENTRIES, fill

_LOG_PAGE: Final = "/log/history/"
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
        turn_lock_on(page, origin)
        # An open lock stays open for the next page.
        page.get_by_role("button", name="Lock now").click()
        page.get_by_role("button", name="Unlock", exact=True).wait_for()
        page.goto(f"{origin}{_LOG_PAGE}", wait_until="networkidle")
        session = phone.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
        page.get_by_label("Passcode", exact=True).fill(PASSCODE)
        times = page.evaluate(_PROBE)
    return Unlocking(times["whole"], times["key"])
