"""5-4-3-2-1, counted with taps: any sense can be left out, and nothing is kept."""

from typing import Any

from playwright.sync_api import Page, expect

from pwa_app.pages.storage import store
from tests.browser.accessibility import barriers
from tests.browser.conftest import NewContext
from tests.browser.phone_records import read_records

TAPS = [
    ("I see one", 5),
    ("I touch one", 4),
    ("I hear one", 3),
    ("I smell one", 2),
    ("I taste one", 1),
]


def button(page: Page, name: str) -> Any:
    return page.get_by_role("button", name=name, exact=True)


def begin(page: Page) -> None:
    page.goto("/cards/five-senses/")
    expect(button(page, "Do it with me")).to_be_enabled()
    button(page, "Do it with me").click()


def stored(page: Page) -> list[Any]:
    """What is kept in the browser: names in web storage, and every record of every table."""
    found: list[Any] = page.evaluate(
        """() => [
          ...Object.keys(localStorage),
          // Where a page was scrolled to is the router's, and gone with the tab.
          ...Object.keys(sessionStorage).filter((key) => key !== "react-router-scroll-positions"),
        ]"""
    )
    records = [row for table in store.schema["tables"] for row in read_records(page, table)]
    return found + records


def test_taps_lead_from_five_things_to_one_and_keep_nothing(page: Page) -> None:
    begin(page)
    for name, things in TAPS:
        expect(page.locator(".found li")).to_have_count(things)
        for found in range(things):
            expect(page.locator(".found .is")).to_have_count(found)
            button(page, name).click()
    done = page.get_by_role("heading", name="You are here, now.")
    expect(done).to_be_focused()
    assert stored(page) == []
    page.reload()
    expect(button(page, "Do it with me")).to_be_visible()


def test_a_sense_can_be_left_out_and_it_can_begin_again(page: Page) -> None:
    begin(page)
    button(page, "I see one").click()
    button(page, "Leave this one out").click()
    expect(page.locator(".found li")).to_have_count(4)
    expect(page.get_by_role("heading", name="Reach out")).to_be_focused()
    button(page, "Start again").click()
    expect(page.locator(".found li")).to_have_count(5)
    expect(page.locator(".found .is")).to_have_count(0)


def test_the_page_forgets_it_when_it_is_left(page: Page) -> None:
    begin(page)
    button(page, "I see one").click()
    page.locator("nav.rooms").get_by_role("link", name="Log").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How are you?")
    page.go_back()
    expect(button(page, "Do it with me")).to_be_visible()


def test_a_screen_reader_hears_how_many_are_left(page: Page) -> None:
    begin(page)
    button(page, "I see one").click()
    expect(page.get_by_role("status").filter(has_text="4 to go")).to_have_count(1)
    expect(button(page, "I see one")).to_be_focused()


def test_the_keyboard_is_enough(page: Page) -> None:
    page.goto("/cards/five-senses/")
    expect(button(page, "Do it with me")).to_be_enabled()
    button(page, "Do it with me").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Look around")).to_be_focused()
    for _name, things in TAPS:
        page.keyboard.press("Tab")
        for _ in range(things):
            page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="You are here, now.")).to_be_focused()


def test_the_other_cards_have_only_their_steps(page: Page) -> None:
    page.goto("/cards/push-the-wall/")
    expect(page.locator(".steps li").first).to_be_visible()
    expect(button(page, "Do it with me")).to_have_count(0)


def test_nothing_stands_in_anyone_s_way(page: Page) -> None:
    begin(page)
    button(page, "I see one").click()
    assert barriers(page) == []
    for _ in range(5):
        button(page, "Leave this one out").click()
    expect(page.get_by_role("heading", name="You are here, now.")).to_be_visible()
    assert barriers(page) == []


def test_without_javascript_the_steps_are_there(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/cards/five-senses/")
    expect(page.get_by_text("Name five things you can see.")).to_be_visible()
    expect(page.get_by_role("button", name="Do it with me")).to_be_hidden()
