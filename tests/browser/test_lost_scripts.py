"""A script that is lost, or that something wrong stands in place of, comes in the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import NewContext
from tests.browser.service_worker import kept_paths, wait_for_service_worker
from tests.browser.watch import Watch
from tests.pwa.local_server import Answer, LocalServer
from tests.waiting import eventually, wait_for_react

LIES = {
    "a login page": Answer("<h1>Log in</h1>", lasting=True),
    "that it is not there": Answer("Not found", status=404, lasting=True),
}


@pytest.fixture
def host(dist: Path, watch: Watch) -> Iterator[LocalServer]:
    """A server that may lie."""
    watch.allow(r"Failed to (load|register|fetch)|MIME type|net::|integrity|sw\.js|bad-precaching")
    with LocalServer(dist) as running:
        yield running


def address_of(dist: Path, name: str) -> str:
    """Where a script of the site is, whose name begins like this."""
    [file] = (dist / "assets").glob(f"{name}-*.js")
    return f"/{file.relative_to(dist)}"


def was_lied_to(page: Page, host: LocalServer, address: str, times: int = 1) -> None:
    """Wait until the browser has asked for this so often, and let the host be honest."""
    eventually(page, lambda: host.requests.count(address) >= times, f"{address} is asked for")
    page.wait_for_load_state("networkidle")
    host.lie = None
    host.requests.clear()


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_the_app_is_there_offline_from_the_next_visit_on(
    new_context: NewContext, host: LocalServer, dist: Path, lie: Answer
) -> None:
    address = address_of(dist, "argon2id")
    host.lie, host.lie_about = lie, address
    page = new_context(service_workers="allow", base_url=host.origin).new_page()
    page.goto("/about/")
    was_lied_to(page, host, address, times=3)
    page.goto("/about/")
    wait_for_service_worker(page)
    assert address in kept_paths(page)


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_react_comes_to_the_page_that_is_open(
    new_context: NewContext, host: LocalServer, dist: Path, lie: Answer
) -> None:
    address = address_of(dist, "entry.client")
    host.lie, host.lie_about = lie, address
    page = new_context(base_url=host.origin).new_page()
    page.goto("/breathe/")
    was_lied_to(page, host, address)
    wait_for_react(page)
    expect(page.get_by_role("button", name="Breathe with me", exact=True)).to_be_enabled()
    sound = address_of(dist, "components")
    assert host.requests.count(sound) == 0


def test_react_comes_after_connections_that_broke(page: Page, watch: Watch) -> None:
    watch.allow(r"ERR_FAILED|ERR_CACHE_MISS|Failed to fetch")
    tries: list[str] = []

    def break_twice(route: Route) -> None:
        tries.append(route.request.url)
        if len(tries) <= 2:
            route.abort()
        else:
            route.continue_()

    page.route("**/assets/components-*.js", break_twice)
    page.goto("/")
    wait_for_react(page)
    assert len(tries) > 2


def test_a_page_whose_first_script_was_lost_gets_it_all_the_same(page: Page, watch: Watch) -> None:
    watch.allow(r"ERR_FAILED")
    tries: list[str] = []

    def lose_first(route: Route) -> None:
        tries.append(route.request.url)
        if len(tries) == 1:
            route.abort()
        else:
            route.continue_()

    page.route("**/assets/shell-*.js*", lose_first)
    page.goto("/log/")
    page.locator("#note").fill("half a thought")
    expect(page.get_by_role("button", name="Save")).to_be_enabled()
    expect(page.locator("#note")).to_have_value("half a thought")
