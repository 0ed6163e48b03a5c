"""Once opened, the whole site is there without a network, whatever the browser has forgotten."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.waiting import eventually, wait_for_react

from .conftest import ROUTES, Visit, empty_http_cache, install_offline
from .local_server import Answer, LocalServer

ADDRESSES = [
    *ROUTES,
    *(route.rstrip("/") for route in ROUTES[1:]),
    "/?source=icon",
    "/form?a=1&b=2",
    "/deep/page/?utm_source=x#part",
    "/deep/page/index.html",
]


@pytest.fixture
def offline(server: LocalServer, visit: Visit) -> Page:
    """A page of the site after the network has gone and the browser's own cache is empty."""
    page = visit.open_page()
    install_offline(page, server.origin)
    empty_http_cache(page)
    server.stop()
    visit.complaints.clear()
    visit.addresses.clear()
    return page


def test_every_address_of_every_page_opens(
    server: LocalServer, visit: Visit, offline: Page
) -> None:
    for address in ADDRESSES:
        answer = offline.goto(server.origin + address)
        assert answer is not None, address
        assert answer.status == 200, address
        assert offline.locator("h1").count() == 1, address
        assert offline.title() != "Not here", address
        wait_for_react(offline)
    assert visit.complaints == []
    assert all(address.startswith(server.origin) for address in visit.addresses)


def test_links_lead_from_page_to_page(server: LocalServer, visit: Visit, offline: Page) -> None:
    offline.goto(server.origin)
    wait_for_react(offline)
    for link, heading in (("#to-form", "Form"), ("#to-deep", "Deep"), ("#to-first", "First")):
        offline.click(link)
        offline.get_by_role("heading", name=heading).wait_for()
    assert visit.complaints == []


def test_an_unknown_address_gets_the_site_s_own_page_with_status_404(
    server: LocalServer, offline: Page
) -> None:
    for address in ("/nowhere", "/deep/", "/form/nowhere/"):
        answer = offline.goto(server.origin + address)
        assert answer is not None, address
        assert answer.status == 404, address
        assert offline.inner_text("h1") == "Not here", address
    offline.click("#to-form")
    offline.get_by_role("heading", name="Form").wait_for()


def test_an_unknown_address_is_asked_of_the_network_when_there_is_one(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    install_offline(page, server.origin)
    answer = page.goto(f"{server.origin}/nowhere")
    assert answer is not None
    assert answer.status == 404
    assert "/nowhere" in server.requests


def test_a_known_page_is_opened_without_waiting_for_the_network(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    install_offline(page, server.origin)
    server.requests.clear()
    page.goto(f"{server.origin}/form/")
    assert "/form/" not in server.requests


def test_icons_and_manifest_are_kept_too(offline: Page) -> None:
    found = offline.evaluate(
        "Promise.all(['/manifest.webmanifest', '/icons/any-192.png', '/favicon.svg'].map("
        "(address) => fetch(address).then((answer) => answer.status)))"
    )
    assert found == [200, 200, 200]


@pytest.mark.parametrize(
    "lie",
    [
        Answer("<!doctype html><title>Log in</title><h1>Hotel Wi-Fi</h1>"),
        Answer("<h1>Hotel Wi-Fi</h1>", "text/javascript"),
        Answer("", "text/html"),
    ],
)
def test_a_login_page_in_place_of_files_never_gets_into_the_cache(
    server: LocalServer, visit: Visit, lie: Answer
) -> None:
    other = visit.open_page()
    # The page must not register the worker while the answers are still true.
    other.add_init_script(
        """const { prototype } = ServiceWorkerContainer;
           window.register = prototype.register.bind(navigator.serviceWorker);
           prototype.register = () => Promise.reject(new Error());"""
    )
    other.goto(f"{server.origin}/neutral/")
    # The worker's script itself arrives; every file it then asks for is a lie.
    worker = (server.site / "sw.js").read_text(encoding="utf-8")
    other.route(
        "**/sw.js", lambda route: route.fulfill(body=worker, content_type="text/javascript")
    )
    server.lie = lie
    outcome = other.evaluate(
        """new Promise((resolve) => register('/sw.js').then((found) => {
             const worker = found.installing ?? found.waiting ?? found.active;
             worker.addEventListener('statechange', () => resolve(worker.state));
           }, () => resolve('refused')))"""
    )
    kept = other.evaluate(
        """caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name))))
           .then((opened) => Promise.all(opened.map((cache) => cache.keys())))
           .then((keys) => keys.flat().map((request) => request.url))"""
    )
    assert outcome in ("redundant", "refused")
    assert kept == []


def test_a_cache_that_lost_a_file_gets_it_back_from_the_network(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    install_offline(page, server.origin)
    lost = page.evaluate(
        """caches.keys().then((names) => names.find((name) => name.includes('precache')))
             .then((name) => caches.open(name)).then((cache) => cache.keys().then((keys) =>
               Promise.all(keys.filter((key) => new URL(key.url).pathname === '/favicon.svg')
                 .map((key) => cache.delete(key)))))"""
    )
    assert lost == [True]
    icon = "fetch('/favicon.svg').then(({ status }) => status)"
    assert page.evaluate(icon) == 200
    kept = "caches.match('/favicon.svg', { ignoreSearch: true }).then(Boolean)"
    eventually(page, lambda: bool(page.evaluate(kept)), "the icon is kept again")
    empty_http_cache(page)
    server.stop()
    assert page.evaluate(icon) == 200


def test_a_site_below_a_path_opens_offline_and_keeps_to_itself(
    below_a_path: Path, visit: Visit
) -> None:
    with LocalServer(below_a_path) as server:
        page = visit.open_page()
        install_offline(page, f"{server.origin}/es")
        empty_http_cache(page)
        server.stop()
        for address, title in (("/es/", "First"), ("/es/form", "Form"), ("/es/deep/page/", "Deep")):
            page.goto(server.origin + address)
            wait_for_react(page)
            assert page.title() == title
    assert visit.complaints == []
