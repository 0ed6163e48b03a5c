"""Waiting for a page without a fixed pause."""

import time
from collections.abc import Callable

from playwright.sync_api import Error, Page


def wait_until(page: Page, expression: str, seconds: float = 30) -> None:
    """Wait until a JavaScript expression is true.

    Playwright's own wait_for_function evaluates a string inside the page, which the policy forbids.
    """
    eventually(page, lambda: _holds(page, expression), expression, seconds)


def eventually(
    page: Page, condition: Callable[[], bool], what: str = "it", seconds: float = 30
) -> None:
    """Wait until a condition holds, letting the page go on meanwhile."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"never became true: {what}"
        page.wait_for_timeout(20)


def _holds(page: Page, expression: str) -> bool:
    try:
        return bool(page.evaluate(f"Boolean({expression})"))
    except Error as error:
        # A page that is just making way for another one has no answer yet.
        if "context was destroyed" in error.message:
            return False
        raise


REACT_IS_THERE = """(() => {
  const key = Object.keys(document).find((key) => key.startsWith("__reactContainer"));
  const main = Object.keys(document.querySelector("main") ?? {});
  const taken = document[key]?.stateNode.current.memoizedState?.isDehydrated === false;
  return taken && main.some((key) => key.startsWith("__react"));
})()"""
"""React names its elements while it draws them, and listens to nothing before all are drawn."""


def wait_for_react(page: Page) -> None:
    """Wait until React has taken the page over."""
    wait_until(page, REACT_IS_THERE)


_PAINTED = """async () => {
  for (let turn = 0; turn < 2; turn += 1) {
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  }
}"""

_IDLE = """async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((painted) => requestAnimationFrame(painted));
    await new Promise((idle) => requestIdleCallback(idle));
  }
}"""


def wait_until_idle(page: Page) -> None:
    """Wait until the page has been painted and had nothing to do, several times over."""
    page.evaluate(_IDLE)


def wait_for_paint(page: Page) -> None:
    """Wait until what a tap has brought is there, also where it comes after the tap's own paint."""
    page.evaluate(_PAINTED)
