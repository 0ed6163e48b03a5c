"""Leaving quickly shows a neutral site at once, and Back does not show the app again."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from pwa_app.site import site as operator
from tests.browser.conftest import NewContext
from tests.browser.log_form import open_log, write_note
from tests.browser.neutral_site import (
    NEUTRAL,
    expect_neutral,
    know_the_neutral_site,
    press_shift_three_times,
)
from tests.browser.phone_records import wait_for_records
from tests.browser.service_worker import visit_once
from tests.browser.site_server import SiteServer
from tests.browser.watch import Watch
from tests.waiting import wait_for_react, wait_until

SHOWN_AFTER_LEAVING = """
(() => {
  const look = () => {
    const body = document.body;
    const readable = body?.innerText && getComputedStyle(body).visibility === "visible";
    const neutral = location.pathname === "/offline/";
    if (readable && !neutral && sessionStorage.getItem("mooring:leaving")) {
      localStorage.setItem("shown", location.pathname);
    }
    requestAnimationFrame(look);
  };
  look();
})();
"""
"""Notes every frame in which a page of the app can be read in a tab that was left."""

PLACES = ("/", "/cards/five-senses/", "/help/ie/", "/log/")


@pytest.fixture
def person(context: BrowserContext, watch: Watch) -> Page:
    """A person who has looked at two pages before."""
    know_the_neutral_site(context, watch)
    context.add_init_script(SHOWN_AFTER_LEAVING)
    page = context.new_page()
    page.goto("/about/")
    page.goto("/cards/")
    return page


def open_place(page: Page, place: str) -> None:
    if place == "/log/":
        open_log(page)
        write_note(page, "My words")
    else:
        page.goto(place)
        wait_for_react(page)


def tap_leave(page: Page) -> None:
    page.get_by_role("link", name="Leave quickly").click()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("way", [tap_leave, press_shift_three_times])
def test_leaving_shows_the_neutral_site_and_back_never_shows_the_app(
    person: Page, place: str, way: object
) -> None:
    open_place(person, place)
    assert callable(way)
    way(person)
    expect_neutral(person)
    for _ in range(5):
        person.go_back(wait_until="commit")
        person.wait_for_timeout(200)
        if person.url == "about:blank":
            break
        expect_neutral(person)
    person.goto("/about/")
    assert person.evaluate("localStorage.getItem('shown')") is None


def test_leaving_forgets_what_was_picked_in_this_tab(person: Page) -> None:
    open_place(person, "/cards/")
    person.get_by_text("Ashamed", exact=True).click()
    picked = "Object.values(sessionStorage).some((value) => value.includes('ashamed'))"
    wait_until(person, picked)
    tap_leave(person)
    expect_neutral(person)
    person.goto("/about/")
    assert person.evaluate(picked) is False


def test_words_typed_before_leaving_are_there_when_the_person_comes_back(person: Page) -> None:
    open_place(person, "/log/")
    # What is typed is kept within a quarter of a second; a finger takes longer to get there.
    wait_for_records(person, 1, "Draft")
    tap_leave(person)
    expect_neutral(person)
    open_log(person)
    expect(person.locator("#note")).to_have_value("My words")


def test_typing_capitals_does_not_leave(person: Page) -> None:
    open_log(person)
    person.locator("#note").focus()
    for letter in "IAMHERE":
        person.keyboard.press(f"Shift+{letter}")
    person.keyboard.press("Shift")
    person.keyboard.press("Shift+A")
    person.keyboard.press("Shift")
    person.keyboard.press("Shift+B")
    person.wait_for_timeout(300)
    assert person.url.endswith("/log/")
    assert person.input_value("#note") == "IAMHEREAB"


def test_holding_shift_down_does_not_leave(person: Page) -> None:
    person.goto("/")
    person.keyboard.down("Shift")
    for _ in range(5):
        person.keyboard.down("Shift")
    person.keyboard.up("Shift")
    person.wait_for_timeout(300)
    assert person.url.endswith("/")
    expect(person.get_by_role("heading", level=1)).to_be_visible()


def test_each_press_of_shift_is_announced(person: Page) -> None:
    # The presses count for five seconds, however long it takes here to look at what they say.
    person.clock.install(time="2026-11-23T14:00:00Z")
    person.goto("/")
    wait_for_react(person)
    person.clock.pause_at("2026-11-23T15:00:00Z")
    status = person.locator("[data-leave-status]")
    person.keyboard.press("Shift")
    expect(status).to_have_text("Press Shift two more times to leave.")
    person.keyboard.press("Shift")
    expect(status).to_have_text("Press Shift one more time to leave.")


def test_leaving_is_there_on_every_page(dist: Path, routes: list[str]) -> None:
    for route in routes:
        if route == "/offline/":
            continue
        page = (dist / route.strip("/") / "index.html").read_text("utf-8")
        links = re.findall(r"<a [^>]*data-leave=[^>]*>", page)
        assert len(links) == 1, route
        assert f'href="{NEUTRAL}"' in links[0], route


def test_leaving_works_with_no_javascript(new_context: NewContext, watch: Watch) -> None:
    context = new_context(java_script_enabled=False)
    know_the_neutral_site(context, watch)
    page = context.new_page()
    page.goto("/help/ie/")
    tap_leave(page)
    expect_neutral(page)


def test_offline_it_shows_a_page_that_says_nothing_of_the_app(
    new_context: NewContext, server: SiteServer, watch: Watch
) -> None:
    watch.allow(r"sw\.js|ERR_")
    context = new_context(service_workers="allow", base_url=server.origin)
    context.add_init_script(SHOWN_AFTER_LEAVING)
    page = context.new_page()
    visit_once(page)
    page.goto("/cards/")
    page.goto("/help/ie/")
    server.stop()
    context.set_offline(True)
    tap_leave(page)
    for _ in range(4):
        page.wait_for_url("**/offline/")
        expect(page.get_by_role("heading", level=1)).to_have_text("No connection")
        shown = f"{page.title()} {page.locator('body').inner_text()}".lower()
        assert page.title() == "No connection"
        for word in (operator().name.lower(), "help", "leave", "urge", "log", "card", "harm"):
            assert word not in shown, word
        page.go_back(wait_until="commit")
        page.wait_for_timeout(300)
        if page.url == "about:blank":
            break
    context.set_offline(False)
    server.start()
    page.goto("/about/")
    assert page.evaluate("localStorage.getItem('shown')") is None
