"""React arrives late and leaves the page it finds as it is."""

from collections.abc import Callable

import pytest

from tests.held_scripts import HeldScripts
from tests.lost_scripts import lose_scripts
from tests.waiting import wait_for_react, wait_until

from .conftest import ROUTES, Visit
from .local_server import LocalServer


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("route", ROUTES)
def test_react_keeps_the_painted_page_and_reports_nothing(
    server: LocalServer, visit_with: Callable[..., Visit], route: str, colours: str
) -> None:
    visit = visit_with(color_scheme=colours)
    page = visit.open_page()
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => {"
        " for (const e of document.querySelectorAll('html, head, body, main, h1')) e.found = 1;"
        "})"
    )
    page.goto(server.origin + route)
    wait_for_react(page)
    page.wait_for_timeout(200)
    names = "[...document.querySelectorAll('html, head, body, main, h1')]"
    assert page.evaluate(f"{names}.map((e) => e.found)") == [1] * 5
    assert visit.complaints == []
    assert all(address.startswith(server.origin) for address in visit.addresses)


def test_react_is_not_asked_for_before_the_page_has_loaded(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    page.goto(server.origin)
    wait_for_react(page)
    started = page.evaluate(
        "performance.getEntriesByType('resource')"
        ".filter((e) => /entry.client|root-/.test(e.name)).map((e) => e.startTime)"
    )
    loaded = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventStart")
    assert started
    assert min(started) >= loaded


@pytest.mark.parametrize("wish", ["touch", "key", "focus"])
def test_a_person_s_first_touch_key_or_focus_brings_react_to_a_page_that_is_never_idle(
    server: LocalServer, visit: Visit, wish: str
) -> None:
    page = visit.open_page()
    page.add_init_script("window.requestIdleCallback = () => 0")
    page.goto(server.origin)
    wait_until(page, "document.readyState === 'complete'")
    assert not page.evaluate("Object.keys(document.querySelector('main')).length")
    if wish == "touch":
        page.mouse.click(1, 1)
    elif wish == "key":
        page.keyboard.press("Shift")
    else:
        page.focus("#to-form")
    wait_for_react(page)


def test_taps_before_react_is_there_are_given_to_it_in_their_order_and_once(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    scripts = HeldScripts(page)
    page.goto(server.origin)
    page.click("#tap")
    page.click("#tap")
    page.click("#later", force=True)
    scripts.release()
    wait_until(page, "document.body.dataset.tapped === '1'")
    wait_until(page, "document.body.dataset.later === '1'")
    page.click("#tap")
    wait_until(page, "document.body.dataset.taps === '3'")
    assert page.evaluate("document.body.dataset.later") == "1"


def test_rules_for_what_only_react_shows_come_with_it_and_in_the_sheet_s_place(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    scripts = HeldScripts(page)
    page.goto(server.origin)
    assert ".only-react" not in page.content()
    scripts.release()
    sheets = page.evaluate(
        "[...document.styleSheets].map((sheet) => [...sheet.cssRules].map((r) => r.cssText).join())"
    )
    assert ".only-react" in sheets[1]
    assert visit.complaints == []


def test_a_click_works_once_react_is_there_and_links_change_the_page_without_loading(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    page.goto(server.origin)
    wait_for_react(page)
    page.click("#tap")
    wait_until(page, "document.body.dataset.tapped === '1'")
    page.evaluate("window.same = true")
    page.click("#to-form")
    page.wait_for_selector("#note")
    assert page.evaluate("window.same") is True
    assert visit.complaints == []


def test_the_router_knows_a_page_once_it_is_gone_to(server: LocalServer, visit: Visit) -> None:
    page = visit.open_page()
    page.goto(server.origin)
    wait_for_react(page)
    known = "Object.values(window.__reactRouterManifest.routes).map(({ path }) => path ?? '/')"
    assert sorted(page.evaluate(known)) == ["", "*", "/"]
    page.click("#to-form")
    page.wait_for_selector("#note")
    assert sorted(page.evaluate(known)) == ["", "*", "/", "form"]
    assert visit.complaints == []


def test_back_to_a_page_that_the_router_has_not_been_told_of_does_not_load_it(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    page.goto(server.origin)
    wait_for_react(page)
    page.click("#to-form")
    page.wait_for_selector("#note")
    page.reload()
    wait_for_react(page)
    page.evaluate("window.same = true")
    page.go_back()
    page.wait_for_selector("#tap")
    assert page.evaluate("window.same") is True
    assert visit.complaints == []


HAS_WORKER = "navigator.serviceWorker.getRegistration().then((found) => found !== undefined)"


def test_the_service_worker_leaves_the_phone_to_react_first(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    scripts = HeldScripts(page)
    page.goto(server.origin)
    page.wait_for_timeout(1000)
    assert page.evaluate(HAS_WORKER) is False
    scripts.release()
    wait_until(page, HAS_WORKER)


def test_where_react_does_not_come_the_service_worker_does(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    HeldScripts(page)
    page.clock.install()
    page.goto(server.origin)
    page.wait_for_load_state("load")
    page.clock.run_for(12_000)
    wait_until(page, HAS_WORKER)


NO_LONG_WAITS = """const soon = setTimeout;
window.setTimeout = (call, ms, ...rest) => (ms < 5000 ? soon(call, ms, ...rest) : 0);"""


def test_where_the_network_fails_react_the_service_worker_does_not_wait_for_it(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    page.add_init_script(NO_LONG_WAITS)
    lose_scripts(page, but="shell-")
    page.goto(server.origin)
    wait_until(page, HAS_WORKER)


def test_one_uncaught_error_is_reported_once(server: LocalServer, visit: Visit) -> None:
    page = visit.open_page()
    page.add_init_script(
        "window.rejections = 0; addEventListener('unhandledrejection', () => window.rejections++)"
    )
    page.goto(server.origin)
    wait_for_react(page)
    page.click("#fail")
    wait_until(page, "window.rejections > 0")
    page.wait_for_timeout(300)
    assert page.evaluate("window.rejections") == 1


def test_every_page_can_be_read_without_javascript(
    server: LocalServer, visit_with: Callable[..., Visit]
) -> None:
    page = visit_with(java_script_enabled=False).open_page()
    page.goto(f"{server.origin}/form/")
    assert page.inner_text("h1") == "Form"
    page.click("#to-deep")
    page.wait_for_url("**/deep/page/")
    assert page.inner_text("h1") == "Deep"
    assert page.get_attribute("#leave", "href")
