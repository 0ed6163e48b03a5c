"""While something else is in front, a picture of the app shows nothing, and nothing is lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext
from tests.browser.log_form import open_log, write_note
from tests.browser.neutral_site import colours_shown
from tests.browser.plan_form import ANA, LINE, keep_plan
from tests.waiting import wait_for_react

HIDE = """() => {
  Object.defineProperty(document, "hidden", { get: () => true, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
  window.covered = document.documentElement.classList.contains("pwa-away");
}"""
SHOW = """() => {
  delete document.hidden;
  document.dispatchEvent(new Event("visibilitychange"));
}"""
BLUR = "dispatchEvent(new Event('blur'))"
FOCUS = "dispatchEvent(new Event('focus'))"
COLOURS = "[...document.querySelectorAll('meta[name=theme-color]')].map((meta) => meta.content)"


def cover(page: Page, answer: str) -> None:
    page.goto("/settings/privacy/")
    page.get_by_role("group", name="Cover the page").get_by_text(answer, exact=True).click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_hidden_page_is_blank_and_comes_back_as_it_was(
    new_context: NewContext, scheme: str
) -> None:
    page = new_context(color_scheme=scheme).new_page()
    open_log(page)
    title, colours = page.title(), page.evaluate(COLOURS)
    page.locator("#note").focus()
    page.keyboard.type("My words")
    page.keyboard.press("ArrowLeft")
    scrolled = page.evaluate("scrollY")
    before = page.screenshot(animations="disabled")
    page.evaluate(HIDE)
    assert page.evaluate("covered") is True
    assert page.title() == "Page"
    assert page.evaluate(COLOURS) == ["#ffffff", "#121212"]
    assert colours_shown(page) == 1
    page.evaluate(SHOW)
    assert page.title() == title
    assert page.evaluate(COLOURS) == colours
    assert page.evaluate("scrollY") == scrolled
    assert page.screenshot(animations="disabled") == before
    page.keyboard.type("!")
    expect(page.locator("#note")).to_have_value("My word!s")


def test_an_open_dialog_is_covered_and_stays_open(page: Page) -> None:
    keep_plan(page, {}, ANA, LINE)
    page.goto("/urge/")
    wait_for_react(page)
    page.get_by_role("button", name="10 minutes").click()
    expect(page.locator("dialog a[href^='tel:']")).to_have_count(2)
    page.get_by_role("link", name="I need a person").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    page.evaluate(HIDE)
    assert colours_shown(page) == 1
    page.evaluate(SHOW)
    assert colours_shown(page) > 1
    expect(dialog).to_be_visible()


def test_a_page_that_is_printed_while_it_is_hidden_is_printed(page: Page) -> None:
    page.goto("/cards/five-senses/")
    page.evaluate(HIDE)
    page.emulate_media(media="print")
    assert colours_shown(page) > 1


def test_it_is_covered_sooner_or_never_where_that_was_chosen(page: Page) -> None:
    page.goto("/cards/")
    page.evaluate(BLUR)
    assert colours_shown(page) > 1
    cover(page, "Sooner")
    open_log(page)
    write_note(page, "My words")
    page.evaluate(BLUR)
    assert colours_shown(page) == 1
    assert page.title() != "Page"
    page.evaluate(FOCUS)
    assert colours_shown(page) > 1
    page.evaluate(BLUR)
    # A phone that does not say that the focus is back: the first touch does.
    page.mouse.click(5, 300)
    assert colours_shown(page) > 1
    expect(page.locator("#note")).to_have_value("My words")
    cover(page, "Never")
    title = page.title()
    page.evaluate(HIDE)
    assert page.evaluate("covered") is False
    assert page.title() == title


def test_the_title_is_that_of_the_page_after_going_on_by_a_link(page: Page) -> None:
    page.goto("/")
    wait_for_react(page)
    page.evaluate(HIDE)
    page.evaluate(SHOW)
    page.get_by_role("link", name="Cards", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cards")
    expect(page).not_to_have_title("Page")
    shown = page.title()
    page.reload()
    assert page.title() == shown
