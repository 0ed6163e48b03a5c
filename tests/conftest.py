"""One Playwright and one Chromium for all tests of a process: a second one would not start."""

import asyncio
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.chromium import launch_options

# A machine that does much else at the same time is slow, not wrong.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, started once."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium, started once; every test opens contexts of its own in it."""
    chromium = playwright.chromium.launch(**launch_options())
    yield chromium
    chromium.close()


@pytest.fixture(autouse=True)
def no_running_loop(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let a test without a browser use `asyncio.run`.

    Once it has been started, Playwright leaves its own event loop waiting in this thread.
    """
    if "playwright" in request.fixturenames:
        yield
        return
    waiting = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(waiting)
