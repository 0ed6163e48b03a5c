"""How long each tap and key press takes until the next paint, on a slow phone used for years."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import BrowserContext, Error, Page

from tests.waiting import wait_for_react

from .acting import Action, turn_lock_on
from .actions import ACTIONS, UNLOCKING
from .browser import telephone
from .cold_start import CPU_SLOWDOWN
from .document import times
from .errors import BenchError
from .phone_store import fill_phone
from .say import Say

RUNS: Final = 5
"""How often each thing is done."""

_PROBE: Final = Path(__file__).parent / "interaction_times.js"
_STEP_TIMEOUT_MS: Final = 20_000


@dataclass(frozen=True)
class Longest:
    """The longest interaction of one visit.

    Attributes:
        event: The kind of event, such as "pointerup".
        on: The words on what was touched.
        duration: Milliseconds from the input to the next paint, as INP counts them; 0 where the
            browser noted nothing, because all took less than 16 ms.
        waiting: Of that, until the page's own code began.
        working: Of that, the page's own code in the event's handlers.
    """

    event: str
    on: str
    duration: float
    waiting: float
    working: float

    @property
    def painting(self) -> float:
        """Of that, what came after the handlers until the paint; the whole is in steps of 8 ms."""
        return max(0, self.duration - self.waiting - self.working)


NOTHING_NOTED: Final = Longest("–", "–", 0, 0, 0)


@dataclass(frozen=True)
class Interactions:
    """What was done several times, each time in a new page.

    Attributes:
        what: What was done.
        count: Taps and keys of one visit.
        longest: The longest of each visit: its INP, because it has fewer than 50 interactions.
    """

    what: str
    count: int
    longest: tuple[Longest, ...]

    @property
    def inp(self) -> float:
        """The median of the visits, in milliseconds."""
        return median(visit.duration for visit in self.longest)

    @property
    def slowest(self) -> Longest:
        """The longest interaction of all visits."""
        return max(self.longest, key=lambda visit: visit.duration)


def measure_interactions(
    origin: str, routes: Sequence[str] | None, runs: int | None, say: Say
) -> list[Interactions]:
    """Do everything that people mostly do, on a phone with many entries and cards.

    Args:
        origin: The site's origin, without a slash at its end.
        routes: Only what is done on these pages; None for all.
        runs: How often each thing is done; None for `RUNS`.
        say: Called with a line before each step.

    Raises:
        BenchError: The app has made no database to fill, or what a tap should bring never came.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as profile, telephone(Path(profile)) as phone:
        phone.set_default_timeout(_STEP_TIMEOUT_MS)
        fill_phone(phone.pages[0], origin)
        phone.add_init_script(path=_PROBE)
        wanted = [it for it in ACTIONS if routes is None or it.address in routes]
        measured = [_measured(phone, origin, action, runs or RUNS, say) for action in wanted]
        if routes is None or UNLOCKING.address in routes:
            # Last, because everything else would stand behind the lock.
            turn_lock_on(phone.pages[0], origin)
            measured.append(_measured(phone, origin, UNLOCKING, runs or RUNS, say))
    return measured


def _measured(
    phone: BrowserContext, origin: str, action: Action, runs: int, say: Say
) -> Interactions:
    say(f"{action.address}: {action.what}, {times(runs)}")
    visits = [_visit(phone, origin, action) for _run in range(runs)]
    return Interactions(action.what, visits[0][0], tuple(longest for _count, longest in visits))


def _visit(phone: BrowserContext, origin: str, action: Action) -> tuple[int, Longest]:
    page = phone.new_page()
    try:
        action.prepare(page, origin)
        page.goto(f"{origin}{action.address}", wait_until="networkidle")
        wait_for_react(page)
        action.arrive(page)
        session = phone.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
        page.evaluate("() => forgetInteractions()")
        action.act(page)
        return _noted(page, action)
    except (AssertionError, Error) as error:
        raise BenchError(f"{action.what}: {error}") from error
    finally:
        page.close()


def _noted(page: Page, action: Action) -> tuple[int, Longest]:
    found = page.evaluate("() => interactions()")
    if not found["count"]:
        raise BenchError(f"{action.what}: the page has counted no tap or key.")
    noted = [Longest(**one) for one in found["noted"]]
    return int(found["count"]), max(noted, key=lambda it: it.duration, default=NOTHING_NOTED)
