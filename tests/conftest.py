"""One Playwright and one Chromium for all tests of a process: a second one would not start."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.chromium import launch_options


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
