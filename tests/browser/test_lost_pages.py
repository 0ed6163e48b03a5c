"""The scripts of another page do not come: this one stays, and a tap opens the other."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.log_form import open_log, save, write_note
from tests.browser.phone_records import read_records
from tests.browser.watch import Watch
from tests.waiting import wait_for_react, wait_until

NOTE = "half a thought"
NOT_OPENED_ANEW = "window.openedOnce === true"
CARDS = re.compile(r"/assets/_cards_\._index-.*\.js")
HOME = re.compile(r"/assets/_index-.*\.js")
HISTORY = re.compile(r"/assets/(_log_\._(history|calendar)_\._index|days)-.*\.js")


@pytest.fixture(autouse=True)
def lost(watch: Watch) -> None:
    """The browser reports every script that does not come."""
    watch.allow(r"net::ERR_|Failed to fetch|will be read when it opens|status of 503")


def remember(page: Page) -> None:
    """From now on, see whether the page was opened anew."""
    page.evaluate("() => { window.openedOnce = true; }")


def test_a_page_that_was_to_be_fetched_ahead_does_not_take_this_one_away(
    context: BrowserContext, page: Page
) -> None:
    open_log(page)
    remember(page)
    context.set_offline(True)
    write_note(page, NOTE)
    with page.expect_event("requestfailed", lambda request: "history" in request.url):
        page.get_by_role("link", name="See what you wrote").scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    assert page.evaluate(NOT_OPENED_ANEW)
    expect(page.locator("#note")).to_have_value(NOTE)
    save(page)
    assert [entry["note"] for entry in read_records(page)] == [NOTE]


def test_what_could_not_be_fetched_ahead_opens_on_a_tap_once_the_network_is_back(
    page: Page,
) -> None:
    page.route(HISTORY, lambda route: route.abort())
    open_log(page)
    link = page.get_by_role("link", name="See what you wrote")
    with page.expect_event("requestfailed", lambda request: "history" in request.url):
        link.scroll_into_view_if_needed()
    page.unroute(HISTORY)
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What you wrote")
    expect(page.get_by_text("Nothing here yet.")).to_be_visible()


@pytest.mark.parametrize("way", ["lost", "503"])
def test_a_page_whose_scripts_are_lost_opens_with_its_words_and_links(page: Page, way: str) -> None:
    page.goto("/")
    wait_for_react(page)
    page.route(CARDS, lambda route: route.abort() if way == "lost" else route.fulfill(status=503))
    page.locator("nav").get_by_role("link", name="Cards").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cards")
    wait_until(page, "location.pathname === '/cards/'")
    assert page.locator("#groups a.item").count() > 30
    page.get_by_role("link", name="Help now").click()
    expect(page.locator("a[href^='tel:']").first).to_be_visible()


def test_back_opens_a_page_whose_scripts_are_lost(page: Page) -> None:
    page.goto("/")
    wait_for_react(page)
    cards = page.locator("nav").get_by_role("link", name="Cards")
    cards.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cards")
    page.reload()
    wait_for_react(page)
    page.route(HOME, lambda route: route.abort())
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("This feeling will pass.")
    cards.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cards")


def test_without_a_network_back_leads_to_the_page_that_was_left_and_its_links_work_again(
    context: BrowserContext, page: Page
) -> None:
    page.goto("/")
    wait_for_react(page)
    context.set_offline(True)
    with page.expect_event("requestfailed", lambda request: request.is_navigation_request()):
        page.locator("nav").get_by_role("link", name="Cards").click(no_wait_after=True)
    context.set_offline(False)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("This feeling will pass.")
    page.locator("nav").get_by_role("link", name="Cards").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cards")
