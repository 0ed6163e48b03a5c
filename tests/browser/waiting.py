"""Waiting for what a page comes to, under a policy that forbids `eval`."""

import time
from collections.abc import Callable

from playwright.sync_api import Page


def wait_until(page: Page, expression: str, seconds: float = 10) -> None:
    """Wait until a JavaScript expression is true.

    Playwright's own wait_for_function evaluates a string in the page, which the policy forbids.
    """
    eventually(page, lambda: bool(page.evaluate(f"Boolean({expression})")), expression, seconds)


def eventually(
    page: Page, condition: Callable[[], bool], what: str = "it", seconds: float = 10
) -> None:
    """Wait until a condition holds, letting the page go on meanwhile."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"never came true: {what}"
        page.wait_for_timeout(25)


def wait_for_react(page: Page) -> None:
    """Wait until React has taken the page over."""
    wait_until(
        page,
        "Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__react'))",
    )
