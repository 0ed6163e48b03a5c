"""When the app itself breaks, there are words, and the way to a person."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.watch import Watch
from tests.waiting import wait_for_react

BROKEN = "export default function Broken() { throw new Error('broken for a test'); }"


@pytest.fixture
def broken_wave(page: Page, dist: Path, watch: Watch) -> Page:
    """A page of which one route cannot be drawn."""
    watch.allow("broken for a test|Minified React error|An error occurred in the <")
    [module] = (dist / "assets").glob("_urge_._index-*.js")
    page.route(
        f"**/{module.name}",
        lambda route: route.fulfill(body=BROKEN, content_type="text/javascript"),
    )
    return page


def expect_words(page: Page) -> None:
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Something broke here")
    expect(page.get_by_role("link", name="Open the app again")).to_be_visible()
    assert barriers(page) == []
    page.get_by_role("link", name="Talk to someone").click()
    page.wait_for_url("**/help/gb/")
    expect(page.locator("main a[href^='tel:']").first).to_be_visible()


def test_a_page_that_cannot_be_drawn_says_so_and_leads_to_a_person(broken_wave: Page) -> None:
    broken_wave.goto("/urge/")
    expect_words(broken_wave)


def test_so_does_one_that_is_come_to_within_the_app(broken_wave: Page) -> None:
    broken_wave.goto("/")
    wait_for_react(broken_wave)
    broken_wave.locator("main a[href='/urge/']").first.click()
    expect_words(broken_wave)
