"""Leaving quickly shows a neutral site at once and leaves no way back by the Back button."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Playwright

from tests.chromium import launch_options
from tests.waiting import wait_for_react

from .conftest import Visit, install_offline
from .local_server import LocalServer

ELSEWHERE = "Weather elsewhere"

WATCH = """
(() => {
  const note = () => {
    const body = document.body;
    const shown = body && body.innerText && getComputedStyle(body).visibility === 'visible';
    if (shown && sessionStorage.getItem('example:leaving')) {
      localStorage.setItem('seen', location.pathname);
    }
    requestAnimationFrame(note);
  };
  note();
})();
"""
"""Notes every frame in which a page that should be covered could be read."""


def is_elsewhere(page: Page, neutral: LocalServer) -> None:
    """Check that the tab shows the neutral site and nothing else."""
    page.wait_for_url(f"{neutral.origin}/", wait_until="commit")
    assert page.inner_text("h1") == ELSEWHERE


def stop_the_clock(page: Page) -> None:
    """Let no time go by: presses of Shift count together for five seconds only."""
    page.clock.install(time="2026-11-23T23:10:00Z")
    page.clock.pause_at("2026-11-23T23:20:00Z")


def spoken(page: Page) -> str:
    """Return what the page's live region holds for assistive technology."""
    tree = page.locator("[data-leave-status]").aria_snapshot()
    return tree.removeprefix("- status: ").strip('"') if ":" in tree else ""


@pytest.fixture(params=["loads again", "keeps pages"])
def going_back(request: pytest.FixtureRequest, playwright: Playwright) -> Iterator[Page]:
    """A tab of a browser that loads a page again on Back, or keeps it alive for Back.

    Playwright switches the second off unless told otherwise.
    """
    kept = ["--disable-back-forward-cache"] if request.param == "keeps pages" else None
    browser = playwright.chromium.launch(**launch_options(), ignore_default_args=kept)
    yield browser.new_page()
    browser.close()


@pytest.mark.parametrize("kind", ["loaded", "by link"])
def test_no_step_back_or_forward_shows_the_site_again(
    server: LocalServer, neutral: LocalServer, going_back: Page, kind: str
) -> None:
    page = going_back
    page.add_init_script(WATCH)
    page.goto("about:blank")
    page.goto(server.origin)
    if kind == "loaded":
        for path in ("/form/", "/deep/page/"):
            page.goto(server.origin + path)
    else:
        wait_for_react(page)
        for link, heading in (("#to-form", "Form"), ("#to-deep", "Deep")):
            page.click(link)
            page.get_by_role("heading", name=heading).wait_for()
    page.click("#leave")
    is_elsewhere(page, neutral)
    for _ in range(2):
        page.go_back(wait_until="commit")
        page.wait_for_timeout(300)
        is_elsewhere(page, neutral)
    page.go_forward(wait_until="commit")
    page.wait_for_timeout(300)
    is_elsewhere(page, neutral)
    page.goto(server.origin)
    assert page.evaluate("localStorage.getItem('seen')") is None


def test_back_shows_the_page_as_usual_when_nobody_has_left(
    server: LocalServer, going_back: Page
) -> None:
    page = going_back
    page.goto(f"{server.origin}/form/")
    page.goto(f"{server.origin}/deep/page/")
    page.go_back(wait_until="commit")
    page.wait_for_selector("#note")
    assert page.title() == "Form"


def test_coming_back_on_purpose_shows_the_site(
    server: LocalServer, neutral: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    page.goto(server.origin)
    page.click("#leave")
    is_elsewhere(page, neutral)
    page.goto(f"{server.origin}/form/")
    assert page.is_visible("h1")
    page.reload()
    assert page.is_visible("h1")


def test_a_reload_after_leaving_goes_away_again(
    server: LocalServer, neutral: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    page.goto(server.origin)
    page.evaluate(f"sessionStorage.setItem('example:leaving', '{neutral.origin}/\\n')")
    page.evaluate("location.reload()")
    is_elsewhere(page, neutral)


def test_shift_three_times_leaves_and_says_how_many_more(
    server: LocalServer, neutral: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    stop_the_clock(page)
    page.goto(server.origin)
    page.keyboard.press("Shift")
    assert spoken(page) == "Shift, press 2 more times to leave."
    assert page.get_attribute("[data-leave-status]", "data-leave-presses") == "1"
    page.keyboard.press("Shift")
    assert spoken(page) == "Shift, press 1 more time to leave."
    page.keyboard.press("Shift")
    is_elsewhere(page, neutral)


def test_shift_pressed_before_react_has_come_does_not_disturb_it(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    stop_the_clock(page)
    page.goto(server.origin, wait_until="domcontentloaded")
    page.evaluate("document.querySelector('main').found = 1")
    page.keyboard.press("Shift")
    wait_for_react(page)
    page.wait_for_timeout(200)
    assert page.evaluate("document.querySelector('main').found") == 1
    assert spoken(page) == "Shift, press 2 more times to leave."
    assert visit.complaints == []


def test_shift_for_capital_letters_does_not_count(server: LocalServer, visit: Visit) -> None:
    page = visit.open_page()
    page.goto(f"{server.origin}/form/")
    page.focus("#note")
    for key in ("Shift+A", "Shift+B", "Shift+C", "Shift+D", "Shift", "Shift+E", "Shift", "Shift"):
        page.keyboard.press(key)
    assert page.input_value("#note") == "ABCDE"
    assert page.url == f"{server.origin}/form/"


def test_presses_too_far_apart_do_not_count(server: LocalServer, visit: Visit) -> None:
    page = visit.open_page()
    stop_the_clock(page)
    page.goto(server.origin)
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.run_for(5100)
    assert spoken(page) == "Leaving was stopped."
    page.keyboard.press("Shift")
    assert spoken(page) == "Shift, press 2 more times to leave."
    assert page.url == f"{server.origin}/"


def test_the_page_is_covered_until_the_neutral_site_is_there(
    server: LocalServer, neutral: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    page.goto(f"{server.origin}/form/")
    # An answer without content leaves the page where it is.
    page.route(f"{neutral.origin}/", lambda route: route.fulfill(status=204))
    page.click("#leave")
    assert not page.is_visible("h1")
    assert page.evaluate("document.title") == "\u200b"
    react_comes_late = "document.title = 'Form', new Promise((done) => setTimeout(done))"
    page.evaluate(react_comes_late)
    assert page.evaluate("document.title") == "\u200b"
    assert page.is_visible("[data-leave-status]")
    assert spoken(page) == "Leaving."


def test_offline_it_leads_to_the_neutral_page_of_the_site_and_stays_there(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    page.add_init_script("Object.defineProperty(navigator, 'onLine', { get: () => false })")
    install_offline(page, server.origin)
    page.goto(f"{server.origin}/form/")
    server.stop()
    page.click("#leave")
    page.wait_for_url(f"{server.origin}/neutral/")
    assert page.inner_text("h1") == "Weather"
    page.go_back(wait_until="commit")
    page.wait_for_timeout(300)
    page.wait_for_url(f"{server.origin}/neutral/")
    assert page.is_visible("h1")
    page.reload()
    assert page.inner_text("h1") == "Weather"


def test_a_question_whether_to_leave_never_holds_the_page_up(
    server: LocalServer, neutral: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(f"{server.origin}/form/")
    page.evaluate("addEventListener('beforeunload', (event) => event.preventDefault())")
    page.fill("#note", "typing")
    page.click("#leave")
    is_elsewhere(page, neutral)
    assert asked == []


def test_it_works_without_the_deferred_script(
    server: LocalServer, neutral: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    page.route("**/assets/shell-*", lambda route: route.abort())
    page.goto(server.origin)
    page.click("#leave")
    is_elsewhere(page, neutral)
    page.unroute_all()
    page.goto(f"{server.origin}/form/")
    assert page.is_visible("h1")


def test_without_javascript_the_link_still_leads_away(
    server: LocalServer, neutral: LocalServer, visit_with: Callable[..., Visit]
) -> None:
    page = visit_with(java_script_enabled=False).open_page()
    page.goto(server.origin)
    page.click("#leave")
    page.wait_for_url(f"{neutral.origin}/", wait_until="commit")
