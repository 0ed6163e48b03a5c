"""Choices of appearance are kept, and are there before the first paint."""

from playwright.sync_api import Page

from tests.waiting import wait_for_react, wait_until

from .conftest import Visit
from .local_server import LocalServer

DARK = "rgb(16, 32, 31)"


def theme(page: Page) -> str | None:
    """Return the page's theme, None for the usual one."""
    return page.get_attribute("html", "data-theme")


def test_a_choice_applies_at_once_and_is_kept(server: LocalServer, visit: Visit) -> None:
    page = visit.open_page()
    page.goto(f"{server.origin}/form/")
    wait_for_react(page)
    assert theme(page) is None
    page.check("[data-setting=theme][value=dark]")
    page.select_option("#text", "large")
    assert theme(page) == "dark"
    page.goto(f"{server.origin}/form/")
    wait_for_react(page)
    page.wait_for_timeout(200)
    assert theme(page) == "dark"
    assert page.get_attribute("html", "data-text") == "large"
    assert page.is_checked("[data-setting=theme][value=dark]")
    assert page.input_value("#text") == "large"
    page.check("[data-setting=theme][value='']")
    page.select_option("#text", "")
    assert theme(page) is None
    assert page.evaluate("localStorage.getItem('example:appearance')") is None
    assert visit.complaints == []


def test_it_is_there_before_the_body_is(server: LocalServer, visit: Visit) -> None:
    page = visit.open_page()
    page.goto(server.origin)
    page.evaluate("localStorage.setItem('example:appearance', '{\"theme\": \"dark\"}')")
    page.add_init_script(
        "new MutationObserver((_, self) => { if (document.body) { self.disconnect();"
        " window.atBody = document.documentElement.dataset.theme; } })"
        ".observe(document, {childList: true, subtree: true})"
    )
    page.reload()
    assert page.evaluate("window.atBody") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == DARK


def test_controls_reached_by_a_link_show_the_choice(server: LocalServer, visit: Visit) -> None:
    page = visit.open_page()
    page.goto(server.origin)
    page.evaluate("localStorage.setItem('example:appearance', '{\"theme\": \"light\"}')")
    page.reload()
    wait_for_react(page)
    page.click("#to-form")
    page.wait_for_selector("#note")
    wait_until(page, "document.querySelector('[data-setting=theme][value=light]').checked")


def test_another_tab_follows(server: LocalServer, visit: Visit) -> None:
    page, other = visit.open_page(), visit.open_page()
    for tab in (page, other):
        tab.goto(f"{server.origin}/form/")
        wait_for_react(tab)
    page.bring_to_front()
    page.check("[data-setting=theme][value=dark]")
    wait_until(other, "document.documentElement.dataset.theme === 'dark'")
    assert other.is_checked("[data-setting=theme][value=dark]")
    page.check("[data-setting=theme][value='']")
    wait_until(other, "document.documentElement.dataset.theme === undefined")


def test_nonsense_in_storage_does_no_harm(server: LocalServer, visit: Visit) -> None:
    page = visit.open_page()
    page.goto(server.origin)
    for nonsense in ('"text"', "{", '{"on load": "x", "theme": 5, "x\\"y": "1"}', "[1]", "null"):
        page.evaluate("(text) => localStorage.setItem('example:appearance', text)", nonsense)
        page.reload()
        assert theme(page) is None
    assert visit.complaints == []


def test_with_storage_blocked_a_choice_still_applies_and_the_page_says_so(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('blocked', 'SecurityError'); } })"
    )
    page.goto(f"{server.origin}/form/")
    page.check("[data-setting=theme][value=dark]")
    assert theme(page) == "dark"
    assert page.is_visible("[data-setting-problem]")
