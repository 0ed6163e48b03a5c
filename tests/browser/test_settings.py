"""How the app looks is the person's choice: at once, for good, and from the first moment."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext
from tests.browser.watch import Watch
from tests.lost_scripts import LOST, lose_scripts
from tests.waiting import wait_for_react, wait_until

GROUND = {
    "light": "rgb(246, 243, 236)",
    "dark": "rgb(16, 24, 27)",
    "more contrast": "rgb(255, 255, 255)",
}

NOTE_FIRST_FRAME = """
  const look = () => [document.documentElement.dataset.theme, document.documentElement.dataset.text,
    getComputedStyle(document.documentElement).backgroundColor];
  addEventListener("DOMContentLoaded", () => { window.atContent = look(); });
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    window.atBody = look();
    requestAnimationFrame(() => { window.atFirstFrame = look(); });
  }).observe(document, { childList: true, subtree: true });
"""


def ground(page: Page) -> str:
    """The colour behind everything."""
    colour: str = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    return colour


def text_size(page: Page) -> float:
    """The size of plain text in CSS pixels."""
    size: float = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    return size


def choose(page: Page, question: str, answer: str) -> None:
    """Tap an answer on the settings page."""
    group = page.get_by_role("group", name=question)
    group.locator("label", has_text=answer).filter(visible=True).first.click()


def chosen(page: Page, question: str) -> str:
    """The answer that shows as chosen."""
    checked = page.get_by_role("group", name=question).locator("input:checked + label")
    return checked.inner_text()


def open_settings(page: Page) -> Page:
    """Open the settings and wait until they can no longer be put back by React."""
    page.goto("/settings/")
    wait_for_react(page)
    return page


@pytest.mark.parametrize(
    ("answer", "colour"),
    [("Light", "light"), ("Dark", "dark"), ("More contrast", "more contrast")],
)
@pytest.mark.parametrize("phone", ["light", "dark"])
def test_an_appearance_shows_at_once_and_stays_on_every_page(
    new_context: NewContext, phone: str, answer: str, colour: str
) -> None:
    page = open_settings(new_context(color_scheme=phone).new_page())
    assert ground(page) == GROUND[phone]
    choose(page, "Appearance", answer)
    assert ground(page) == GROUND[colour]
    page.reload()
    assert ground(page) == GROUND[colour]
    wait_for_react(page)
    page.wait_for_timeout(100)
    assert ground(page) == GROUND[colour]
    assert chosen(page, "Appearance") == answer
    for route in ("/", "/help/ie/"):
        page.goto(route)
        assert ground(page) == GROUND[colour], route


def test_as_the_phone_follows_the_phone_again(new_context: NewContext) -> None:
    page = open_settings(new_context(color_scheme="dark").new_page())
    assert chosen(page, "Appearance") == "As the phone"
    choose(page, "Appearance", "Light")
    choose(page, "Appearance", "As the phone")
    assert ground(page) == GROUND["dark"]
    page.reload()
    assert ground(page) == GROUND["dark"]
    page.emulate_media(color_scheme="light")
    assert ground(page) == GROUND["light"]
    assert page.evaluate("localStorage.length") == 0


def test_text_grows_at_once_and_stays_large(page: Page) -> None:
    open_settings(page)
    sizes = [text_size(page)]
    for answer in ("Large", "Larger", "Largest"):
        choose(page, "Text size", answer)
        sizes.append(text_size(page))
    assert sizes == sorted(set(sizes))
    assert sizes[-1] >= 1.7 * sizes[0]
    page.goto("/cards/five-senses/")
    assert text_size(page) == sizes[-1]
    open_settings(page)
    assert chosen(page, "Text size") == "Largest"
    choose(page, "Text size", "Normal")
    assert text_size(page) == sizes[0]


def test_a_choice_is_there_before_anything_is_painted(
    new_context: NewContext,
) -> None:
    context = new_context(color_scheme="light")
    page = open_settings(context.new_page())
    choose(page, "Appearance", "Dark")
    choose(page, "Text size", "Larger")
    second = context.new_page()
    second.add_init_script(NOTE_FIRST_FRAME)
    for route in ("/", "/help/ie/", "/settings/"):
        second.goto(route)
        for moment in ("atBody", "atContent", "atFirstFrame"):
            wait_until(second, f"window.{moment}")
            assert second.evaluate(f"window.{moment}") == ["dark", "larger", GROUND["dark"]]


def test_a_choice_outlives_the_browser(new_context: NewContext, tmp_path: Path) -> None:
    context = new_context(profile=tmp_path)
    choose(open_settings(context.new_page()), "Appearance", "Dark")
    context.close()
    page = new_context(profile=tmp_path).new_page()
    page.goto("/")
    assert ground(page) == GROUND["dark"]


def test_another_open_page_follows(page: Page) -> None:
    open_settings(page)
    other = page.context.new_page()
    other.goto("/cards/")
    page.bring_to_front()
    choose(page, "Appearance", "Dark")
    choose(page, "Text size", "Largest")
    wait_until(other, "document.documentElement.dataset.theme === 'dark'")
    wait_until(other, "document.documentElement.dataset.text === 'largest'")
    assert (ground(other), text_size(other)) == (GROUND["dark"], text_size(page))
    choose(page, "Appearance", "As the phone")
    wait_until(other, "document.documentElement.dataset.theme === undefined")


def test_a_choice_works_where_react_never_comes(page: Page, watch: Watch) -> None:
    watch.allow(LOST)
    lose_scripts(page, but="shell-")
    page.goto("/settings/")
    choose(page, "Appearance", "Dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_where_nothing_can_be_kept_a_choice_holds_for_now_and_the_page_says_so(
    new_context: NewContext,
) -> None:
    context = new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('blocked', 'SecurityError'); } })"
    )
    page = open_settings(context.new_page())
    expect(page.get_by_text("does not let the app remember")).to_be_hidden()
    choose(page, "Appearance", "Dark")
    assert ground(page) == GROUND["dark"]
    expect(page.get_by_text("does not let the app remember")).to_be_visible()


def test_the_settings_can_be_found_from_the_first_page(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Settings").click()
    expect(page.locator("h1")).to_have_text("Settings")
