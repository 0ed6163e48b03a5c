"""How a person taps and types, and what one thing is that people do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Locator, Page, expect

from .errors import BenchError

PASSCODE: Final = "winter kettle rowing blue"
LOCK_PAGE: Final = "/settings/privacy/"
"""Where the lock is turned on."""

PAUSE_MS: Final = 400
"""How long a person looks at what came of a tap, and before the next one."""

FINGER_MS: Final = 80
"""How long a finger stays on what it taps."""

_SHOW: Final = 'element => element.scrollIntoView({ block: "center", behavior: "instant" })'
"""Away from the bars above and below."""

_KEY_MS: Final = 150


def _nothing(_page: Page) -> None:
    """Leave the page as it has arrived."""


def _nothing_before(_page: Page, _origin: str) -> None:
    """Leave the phone as it is."""


@dataclass(frozen=True)
class Action:
    """One thing that people do.

    Attributes:
        what: What it is, in words.
        address: The page it begins on.
        act: Does it and waits for what is to come of it; what is tapped here is measured.
        arrive: Waits until the page can be used, before it is slowed down.
        prepare: Goes elsewhere first, given the site's origin.
    """

    what: str
    address: str
    act: Callable[[Page], None]
    arrive: Callable[[Page], None] = _nothing
    prepare: Callable[[Page, str], None] = _nothing_before


def tap(target: Locator) -> None:
    """Tap something in sight, and look at what comes of it."""
    page = target.page
    expect(target).to_be_enabled()
    target.evaluate(_SHOW)
    page.wait_for_timeout(PAUSE_MS)
    box = target.bounding_box()
    if box is None:
        msg = f"{target} went away before it could be tapped."
        raise BenchError(msg)
    _touch(page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(PAUSE_MS)


def _touch(page: Page, x: float, y: float) -> None:
    """Put a finger on the page and lift it again.

    Playwright's own tap looks what it hits while it taps, which would count as the page's time, and
    lifts the finger in the moment in which it puts it down, which nobody can.
    """
    session = page.context.new_cdp_session(page)
    finger = [{"x": x, "y": y}]
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": finger})
    page.wait_for_timeout(FINGER_MS)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()


def type_in(field: Locator, words: str) -> None:
    """Tap a field and type into it, key by key."""
    tap(field)
    for letter in words:
        field.page.keyboard.type(letter)
        field.page.wait_for_timeout(_KEY_MS)
    field.page.wait_for_timeout(PAUSE_MS)


def turn_lock_on(page: Page, origin: str) -> None:
    """Turn the lock on with `PASSCODE`; all that is kept is sealed."""
    page.goto(f"{origin}{LOCK_PAGE}", wait_until="networkidle")
    page.get_by_label("New passcode").fill(PASSCODE)
    page.get_by_label("The same again").fill(PASSCODE)
    page.get_by_role("button", name="Turn the lock on", exact=True).click()
    page.locator(".recovery-code").wait_for(timeout=120_000)
