"""A new version waits until the person takes it, and costs nothing that was typed."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.waiting import wait_until

from .conftest import Visit, empty_http_cache, install_offline
from .local_server import LocalServer

NOTICE = "[data-pwa-update]"


def look_for_update(page: Page) -> None:
    """Make the browser look now rather than within the hour."""
    page.evaluate("navigator.serviceWorker.ready.then((found) => found.update())")


@pytest.fixture
def updated(server: LocalServer, next_site: Path, visit: Visit) -> Page:
    """A page of the first version, with the notice that the second is ready."""
    page = visit.open_page()
    install_offline(page, server.origin)
    page.goto(f"{server.origin}/form/")
    assert page.is_hidden(NOTICE)
    server.site = next_site
    look_for_update(page)
    page.wait_for_selector(NOTICE)
    return page


def test_the_old_version_stays_until_the_person_updates(server: LocalServer, updated: Page) -> None:
    assert updated.inner_text("#version") == "version one"
    updated.goto(f"{server.origin}/deep/page/")
    assert updated.inner_text("#version") == "version one"
    updated.wait_for_selector(NOTICE)
    updated.click("[data-pwa-action=update]")
    updated.get_by_text("version two").wait_for()
    assert updated.is_hidden(NOTICE)


def test_the_old_version_keeps_working_offline_while_the_new_one_waits(
    server: LocalServer, updated: Page
) -> None:
    empty_http_cache(updated)
    server.stop()
    updated.goto(f"{server.origin}/deep/page/")
    assert updated.inner_text("#version") == "version one"
    updated.click("[data-pwa-action=update]")
    updated.get_by_text("version two").wait_for()


def test_the_page_may_save_what_is_typed_before_it_reloads(updated: Page) -> None:
    updated.fill("#note", "not lost")
    updated.evaluate(
        """addEventListener('pwa:beforeupdate', (event) => event.detail.waitUntil(
             new Promise((resolve) => setTimeout(resolve, 300)).then(() =>
               localStorage.setItem('draft', document.querySelector('#note').value))))"""
    )
    updated.click("[data-pwa-action=update]")
    updated.get_by_text("version two").wait_for()
    assert updated.evaluate("localStorage.getItem('draft')") == "not lost"


@pytest.mark.parametrize(
    "reaction", ["event.preventDefault()", "event.detail.waitUntil(Promise.reject(new Error()))"]
)
def test_a_page_that_cannot_save_is_not_reloaded(updated: Page, reaction: str) -> None:
    updated.evaluate(f"addEventListener('pwa:beforeupdate', (event) => {reaction})")
    updated.fill("#note", "not lost")
    updated.click("[data-pwa-action=update]")
    updated.wait_for_timeout(500)
    assert updated.input_value("#note") == "not lost"
    assert updated.is_visible(NOTICE)


def test_later_puts_the_notice_away_for_this_visit(server: LocalServer, updated: Page) -> None:
    updated.click("[data-pwa-action=later]")
    assert updated.is_hidden(NOTICE)
    updated.goto(server.origin)
    updated.wait_for_timeout(500)
    assert updated.is_hidden(NOTICE)


def test_another_tab_is_told_and_not_reloaded(
    server: LocalServer, visit: Visit, updated: Page
) -> None:
    other = visit.open_page()
    other.goto(f"{server.origin}/form/")
    other.fill("#note", "still typing")
    updated.bring_to_front()
    updated.click("[data-pwa-action=update]")
    updated.get_by_text("version two").wait_for()
    other.wait_for_selector(NOTICE)
    assert other.input_value("#note") == "still typing"
    other.bring_to_front()
    other.click("[data-pwa-action=update]")
    other.get_by_text("version two").wait_for()


def test_an_update_fetches_only_what_has_changed_and_forgets_the_old(
    server: LocalServer, next_site: Path, updated: Page
) -> None:
    asked = set(server.requests[server.requests.index("/sw.js") + 1 :])
    assert asked
    updated.click("[data-pwa-action=update]")
    updated.get_by_text("version two").wait_for()
    wait_until(updated, "navigator.serviceWorker.controller.state === 'activated'")
    kept: list[str] = updated.evaluate(
        """caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name))))
           .then((opened) => Promise.all(opened.map((cache) => cache.keys())))
           .then((keys) => keys.flat().map((key) => new URL(key.url).pathname))"""
    )
    assert len(kept) == len(set(kept))
    for path in kept:
        file = next_site / path.lstrip("/")
        assert (file / "index.html" if file.is_dir() else file).is_file(), path


def test_a_first_visit_shows_no_notice_and_does_not_reload(
    server: LocalServer, visit: Visit
) -> None:
    page = visit.open_page()
    page.goto(f"{server.origin}/form/")
    page.fill("#note", "typing")
    wait_until(page, "navigator.serviceWorker.controller !== null")
    page.wait_for_timeout(300)
    assert page.input_value("#note") == "typing"
    assert page.is_hidden(NOTICE)
