"""A page that is gone on to comes in softly; it can be read, tapped and left all the while."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext
from tests.browser.slowly import change_slowly
from tests.waiting import eventually, wait_for_react

OPACITY = "Number(getComputedStyle(document.querySelector('main')).opacity)"
FAINTEST = 0.4


def open_slowly(page: Page) -> None:
    change_slowly(page)
    page.goto("/")
    wait_for_react(page)


def go_on(page: Page) -> None:
    page.get_by_role("link", name="Cards", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cards")


def test_a_page_comes_in_softly_and_can_be_used_meanwhile(page: Page) -> None:
    open_slowly(page)
    assert page.evaluate(OPACITY) == 1
    go_on(page)
    assert FAINTEST <= page.evaluate(OPACITY) < 1
    page.locator("main a.item").first.click()
    expect(page.get_by_role("heading", name="Did it help?")).to_be_attached()


def test_a_page_is_whole_in_the_end(page: Page) -> None:
    page.goto("/")
    wait_for_react(page)
    go_on(page)
    eventually(page, lambda: page.evaluate(OPACITY) == 1)


def test_for_those_who_asked_for_less_motion_a_page_is_there_at_once(
    new_context: NewContext,
) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    open_slowly(page)
    go_on(page)
    assert page.evaluate(OPACITY) == 1
