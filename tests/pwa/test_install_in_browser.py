"""The app can be installed, and offers it once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.waiting import wait_for_react

from .conftest import Visit, install_offline
from .local_server import LocalServer

OFFER = "[data-pwa-install]"

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"
)
FIREFOX_ANDROID = "Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0"

PROMPT = """
Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
  prompt: () => { window.prompted = (window.prompted ?? 0) + 1; return Promise.resolve(); },
  userChoice: Promise.resolve({ outcome: 'OUTCOME' }),
})
"""


def offer_prompt(page: Page, outcome: str) -> None:
    """Do what a browser does when the app can be installed."""
    page.evaluate(f"dispatchEvent({PROMPT.replace('OUTCOME', outcome)})")


def wordings(page: Page) -> list[str]:
    """Return the offer's visible wordings."""
    return [
        element.inner_text()
        for element in page.query_selector_all("[data-install-for]")
        if element.is_visible()
    ]


def test_chromium_finds_nothing_that_stands_in_the_way_of_installing(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    install_offline(page, server.origin)
    expect(page.locator("link[rel=manifest]")).to_have_attribute("href", "/manifest.webmanifest")
    session = visit.context.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["url"] == f"{server.origin}/manifest.webmanifest"
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # Playwright's contexts are private windows, in which nothing can be installed.
    assert [error["errorId"] for error in errors if error["errorId"] != "in-incognito"] == []


@pytest.mark.parametrize(
    ("user_agent", "wording"),
    [(IPHONE, "ios-safari ios-other"), (FIREFOX_ANDROID, "android-firefox")],
)
def test_without_a_prompt_the_right_steps_are_shown(
    server: LocalServer, visit_with: Callable[..., Visit], user_agent: str, wording: str
) -> None:
    page = visit_with(user_agent=user_agent).open_page()
    page.goto(server.origin)
    page.wait_for_selector(OFFER)
    assert wordings(page) == [wording]


def test_the_browser_s_own_prompt_is_used_where_there_is_one(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    page.goto(server.origin)
    offer_prompt(page, "accepted")
    assert wordings(page) == ["prompt"]
    page.click("[data-pwa-action=install]")
    assert page.evaluate("window.prompted") == 1
    page.wait_for_selector(OFFER, state="hidden")


def page_without_prompts(visit: Visit) -> Page:
    """Open a tab of a computer's browser that never offers to install by itself."""
    page = visit.open_page()
    page.add_init_script("delete window.onbeforeinstallprompt")
    return page


def test_not_now_is_for_ever(server: LocalServer, visit: Visit) -> None:
    page = page_without_prompts(visit)
    page.goto(server.origin)
    page.wait_for_selector(OFFER)
    page.click("[data-pwa-action=not-now]")
    assert page.is_hidden(OFFER)
    page.reload()
    wait_for_react(page)
    offer_prompt(page, "accepted")
    assert page.is_hidden(OFFER)


def test_a_refused_prompt_counts_as_not_now(server: LocalServer, visit: Visit) -> None:
    page = visit.open_page()
    page.goto(server.origin)
    offer_prompt(page, "dismissed")
    page.click("[data-pwa-action=install]")
    page.wait_for_selector(OFFER, state="hidden")
    page.reload()
    wait_for_react(page)
    assert page.is_hidden(OFFER)


def test_an_installed_app_does_not_offer_to_be_installed(server: LocalServer, visit: Visit) -> None:
    page = visit.open_page()
    page.add_init_script("Object.defineProperty(navigator, 'standalone', { value: true })")
    page.goto(server.origin)
    wait_for_react(page)
    assert page.is_hidden(OFFER)


def test_a_browser_with_an_offer_of_its_own_is_not_told_that_it_cannot_install(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    page.goto(server.origin)
    wait_for_react(page)
    assert page.is_hidden(OFFER)


def test_the_offer_goes_when_the_app_has_been_installed(server: LocalServer, visit: Visit) -> None:
    page = page_without_prompts(visit)
    page.goto(server.origin)
    page.wait_for_selector(OFFER)
    page.evaluate("dispatchEvent(new Event('appinstalled'))")
    assert page.is_hidden(OFFER)


def test_a_page_reached_by_a_link_has_the_offer_too(server: LocalServer, visit: Visit) -> None:
    page = page_without_prompts(visit)
    page.goto(server.origin)
    wait_for_react(page)
    page.click("#to-deep")
    page.get_by_role("heading", name="Deep").wait_for()
    page.wait_for_selector(OFFER)
    assert wordings(page) == ["desktop-other"]
