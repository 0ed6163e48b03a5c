"""The offer to keep the app on the phone: once, in the way this browser needs, and never a lie."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewContext
from tests.waiting import wait_for_react

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 "
IOS_SAFARI = f"{IPHONE}(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
IOS_CHROME = f"{IPHONE}(KHTML, like Gecko) CriOS/138.0.7204.156 Mobile/15E148 Safari/604.1"
FIREFOX_ANDROID = "Mozilla/5.0 (Android 15; Mobile; rv:141.0) Gecko/141.0 Firefox/141.0"
FIREFOX_DESKTOP = "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0"

NO_PROMPT = "delete window.onbeforeinstallprompt;"
"""Makes Chromium look like a browser that has no prompt of its own."""

STANDALONE_WINDOW = """
const match = window.matchMedia.bind(window);
window.matchMedia = (query) => match(query.replace("(display-mode: standalone)", "all"));
"""
"""Chromium's protocol cannot pretend a display mode."""

STANDALONE_ON_IOS = "Object.defineProperty(navigator, 'standalone', { value: true });"

PROMPT = """(outcome) => {
  window.prompted = 0;
  dispatchEvent(Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
    prompt: () => { window.prompted += 1; return Promise.resolve(); },
    userChoice: Promise.resolve({ outcome }),
  }));
}"""


def offer(page: Page) -> Locator:
    """The whole offer."""
    return page.locator("[data-pwa-install]")


def be_offered(page: Page, outcome: str = "accepted") -> None:
    """Do what a browser does when the app can be installed."""
    page.evaluate(PROMPT, outcome)


def open_start(page: Page) -> None:
    page.goto("/")
    wait_for_react(page)


def test_a_browser_with_a_prompt_of_its_own_is_offered_nothing_before_it_has_one(
    page: Page,
) -> None:
    open_start(page)
    assert page.evaluate("'onbeforeinstallprompt' in window") is True
    page.wait_for_timeout(300)
    expect(offer(page)).to_be_hidden()


def test_the_browser_s_own_prompt_is_used_where_there_is_one(page: Page) -> None:
    open_start(page)
    be_offered(page)
    expect(offer(page)).to_be_visible()
    expect(offer(page).locator("ol:visible")).to_have_count(0)
    offer(page).get_by_role("button", name="Keep it on this phone").click()
    assert page.evaluate("window.prompted") == 1
    expect(offer(page)).to_be_hidden()


def test_not_now_is_for_good(page: Page) -> None:
    open_start(page)
    be_offered(page)
    offer(page).get_by_role("button", name="Not now").click()
    expect(offer(page)).to_be_hidden()
    page.get_by_role("navigation").get_by_role("link", name="Cards").click()
    page.get_by_role("navigation").get_by_role("link", name="Now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("This feeling will pass.")
    expect(offer(page)).to_be_hidden()
    page.reload()
    wait_for_react(page)
    be_offered(page)
    expect(offer(page)).to_be_hidden()


def test_saying_no_to_the_browser_s_prompt_is_for_good_too(page: Page) -> None:
    open_start(page)
    be_offered(page, "dismissed")
    offer(page).get_by_role("button", name="Keep it on this phone").click()
    expect(offer(page)).to_be_hidden()
    page.reload()
    wait_for_react(page)
    be_offered(page)
    expect(offer(page)).to_be_hidden()


@pytest.mark.parametrize("sign", [STANDALONE_WINDOW, STANDALONE_ON_IOS])
def test_the_installed_app_offers_nothing(new_context: NewContext, sign: str) -> None:
    page = new_context(user_agent=IOS_SAFARI).new_page()
    open_start(page)
    expect(offer(page)).to_be_visible()
    page.add_init_script(sign)
    page.reload()
    wait_for_react(page)
    be_offered(page)
    expect(offer(page)).to_be_hidden()


@pytest.mark.parametrize(
    ("user_agent", "steps"),
    [
        (
            IOS_SAFARI,
            [
                "Tap Share at the edge of the screen.",
                "Scroll down and tap “Add to Home Screen”.",
                "Tap “Add”.",
            ],
        ),
        (
            IOS_CHROME,
            [
                "Tap Share beside the address.",
                "Tap “Add to Home Screen”. If it is missing, open this page in Safari.",
                "Tap “Add”.",
            ],
        ),
        (
            FIREFOX_ANDROID,
            [
                "Open the browser’s menu.",
                "Tap “Install” or “Add app to Home screen”.",
                "Tap “Add”.",
            ],
        ),
        (
            FIREFOX_DESKTOP,
            [
                "This browser cannot install apps. You can bookmark this page.",
                "It works without a network here as well, once you have opened it.",
            ],
        ),
    ],
    ids=["iOS Safari", "iOS Chrome", "Firefox for Android", "Firefox"],
)
def test_a_browser_without_a_prompt_gets_its_own_drawn_steps(
    new_context: NewContext, user_agent: str, steps: list[str]
) -> None:
    page = new_context(user_agent=user_agent).new_page()
    page.add_init_script(NO_PROMPT)
    open_start(page)
    expect(offer(page)).to_be_visible()
    shown = offer(page).locator("li:visible")
    assert [step.strip() for step in shown.all_inner_texts()] == steps
    for step in shown.all():
        expect(step.locator("svg")).to_be_visible()


def test_the_steps_are_never_shown_again_after_not_now(new_context: NewContext) -> None:
    page = new_context(user_agent=IOS_SAFARI).new_page()
    page.add_init_script(NO_PROMPT)
    open_start(page)
    offer(page).get_by_role("button", name="Not now").click()
    page.reload()
    wait_for_react(page)
    expect(offer(page)).to_be_hidden()


def test_the_offer_needs_javascript_and_is_not_there_without(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/")
    expect(offer(page)).to_be_hidden()
